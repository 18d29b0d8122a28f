"""The page of practice as a person handles it."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from cexplain.drills.drill import Drill
from cexplain.drills.sheet import following
from cexplain.drills.table import KINDS
from support.sites import ROOT, built, small_book

PAGES = {
    "index.md": "# Home\n",
    "explainer/index.md": "# Explainer\n",
    "cexplain/index.md": "# cexplain\n\n## Practice\n",
    "misconceptions/index.md": "# Misconceptions\n",
    "review/index.md": "# Review\n",
    "teaching.md": "# Teaching\n\n## On your own page\n",
}


def make_practice(engine: str, folder: Path, address: str) -> None:
    """Build a book with the page of practice in `folder`, to be served at `address`."""
    page = (ROOT / "docs/practice/index.md").read_text(encoding="utf-8")
    small_book(folder, {**PAGES, "practice/index.md": page})
    shutil.copytree(ROOT / "docs/assets", folder / "docs/assets")
    built(engine, folder, address)


@dataclass(frozen=True)
class Practice:
    """The part of the page where one is asked."""

    page: Page
    site: str

    def open(self, link: str = "") -> None:
        """Go to the page by a link's fragment."""
        self.page.goto(f"{self.site}practice/{link}")
        expect(self.root).to_have_class(re.compile(r"\bis-live\b"))

    def choose(self) -> None:
        """Open the fold with the kinds, the level and the seed."""
        self.root.get_by_text("change", exact=True).click()
        expect(self.button("Ask me")).to_be_visible()

    @property
    def root(self) -> Locator:
        """All of it."""
        return self.page.locator(".cwp")

    @property
    def question(self) -> Locator:
        """The question that is asked."""
        return self.root.locator(".cwp-question")

    @property
    def status(self) -> Locator:
        """What is said of an answer."""
        return self.question.get_by_role("status")

    @property
    def told(self) -> Locator:
        """What is told of it."""
        return self.question.locator(".cw-question__told")

    @property
    def score(self) -> Locator:
        """How many were right."""
        return self.root.locator(".cwp-score")

    def button(self, name: str) -> Locator:
        """A button of the page."""
        return self.root.get_by_role("button", name=name, exact=True)

    def shows(self, drill: Drill) -> None:
        """Wait for a drill."""
        expect(self.question.locator(".cwp-ask")).to_have_text(drill.ask.replace("`", ""))
        if drill.code:
            expect(self.question.locator(".cwp-code").first).to_have_text(drill.code)

    def answer(self, drill: Drill, *, right: bool = True) -> None:
        """Answer a drill rightly or wrongly, as its form asks for it."""
        place = drill.right if right else (drill.right + 1) % len(drill.choices)
        if drill.form == "choose":
            self.question.get_by_role("radio").nth(place).check()
        else:
            self.question.get_by_role("textbox").fill(drill.choices[place].plain)
        self.button("Check").click()
        expect(self.status).to_have_text("Right." if right else "Not so.")


def row(seed: str, kinds: tuple[str, ...] = tuple(KINDS), start: int = 1) -> "Row":
    """The drills that a seed gives, one after the other."""
    return Row(seed, kinds, start, [], [])


@dataclass
class Row:
    """What comes next, by the same engine outside of the page."""

    seed: str
    kinds: tuple[str, ...]
    start: int
    answers: list[bool]
    seen: list[str]

    def next(self) -> Drill:
        """The drill that follows on the answers so far."""
        found = following(self.seed, self.kinds, self.answers, start=self.start, seen=self.seen)
        self.seen.append(found.identity)
        return found
