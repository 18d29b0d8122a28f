"""A small book with class sheets and the page for teachers, and a learner of it."""

import re
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from cexplain.drills.drill import Drill
from support.practising import PAGES as AROUND
from support.questions import Asked, prepare
from support.reviewing import BELIEFS, chapter
from support.sites import ROOT, built

PLACES = ("practice/index.md", "review/index.md", "class/index.md", "teaching.md", "keeping.md")


def make_teaching(engine: str, folder: Path, address: str) -> None:
    """Build a book of two chapters with those pages in `folder`, to be served at `address`."""
    pages = {**AROUND}
    pages |= {name: (ROOT / "docs" / name).read_text(encoding="utf-8") for name in PLACES}
    pages["explainer/index.md"] = "# Explainer\n\n## On a page of your own\n"
    pages["stepping/index.md"] = "# See it run\n\n## Show somebody\n"
    pages |= {"offline.md": "# Offline\n"}
    pages |= {"misconceptions/index.md": "# Misconceptions\n\n```beliefs\n```\n"}
    pages["misconceptions/declarations.md"] = '# D\n\n```beliefs {group="declarations"}\n```\n'
    pages |= {"first/index.md": chapter("first", "second", 4)}
    pages |= {"second/index.md": chapter("second", "first", 3)}
    prepare(folder, pages)
    (folder / "docs/misconceptions/beliefs.toml").write_text(BELIEFS)
    built(engine, folder, address)


@dataclass(frozen=True)
class Learner:
    """A learner's browser on a class sheet."""

    page: Page
    site: str

    def open(self, link: str = "") -> None:
        """Go to the page of sheets by a link's fragment."""
        self.page.goto(f"{self.site}class/{link}")
        expect(self.root).to_have_class(re.compile(r"\bis-live\b"))

    @property
    def root(self) -> Locator:
        """All of the page."""
        return self.page.locator(".cwc")

    @property
    def said(self) -> Locator:
        """What the page says of the link and of the device."""
        return self.root.locator(".cwc-said")

    @property
    def score(self) -> Locator:
        """How far the learner is."""
        return self.root.locator(".cwc-score")

    @property
    def numbers(self) -> Locator:
        """The buttons that lead to each question."""
        return self.root.locator(".cwc-items button")

    @property
    def drill(self) -> Locator:
        """The drill that is shown."""
        return self.root.locator(".cwp-question")

    @property
    def question(self) -> Locator:
        """The question of the book that is shown."""
        return self.root.locator(".cwc-place .cw-question:not(.cwp-question)")

    def button(self, name: str) -> Locator:
        """A button of the page."""
        return self.root.get_by_role("button", name=name, exact=True)

    def go(self, number: int) -> None:
        """Turn to a question by its number, and wait until it is there."""
        self.numbers.nth(number - 1).click()
        expect(self.numbers.nth(number - 1)).to_have_attribute("aria-current", "true")
        expect(self.root.locator(".cwc-place[aria-busy]")).to_have_count(0)

    def shows(self, drill: Drill) -> None:
        """Wait for a drill."""
        expect(self.drill.locator(".cwp-ask")).to_have_text(drill.ask.replace("`", ""))
        if drill.code:
            expect(self.drill.locator(".cwp-code").first).to_have_text(drill.code)

    def drilled(self, drill: Drill, *, right: bool = True) -> None:
        """Answer the drill that is shown."""
        place = drill.right if right else (drill.right + 1) % len(drill.choices)
        if drill.form == "choose":
            self.drill.get_by_role("radio").nth(place).check()
        else:
            self.drill.get_by_role("textbox").fill(drill.choices[place].plain)
        self.button("Check").click()
        status = self.drill.locator(".cw-question__status")
        expect(status).to_have_text("Right." if right else "Not so.")

    def answer(self, word: str) -> Asked:
        """Answer the question of the book that is shown."""
        expect(self.question).to_have_class(re.compile(r"\bis-live\b"))
        asked = Asked(self.page, (self.question.get_attribute("id") or "").removeprefix("q-"))
        asked.choose(word)
        asked.check()
        return asked

    def save(self, folder: Path, name: str = "") -> Path:
        """Save the result file, with a name in it."""
        self.root.get_by_label("Your name").fill(name)
        with self.page.expect_download() as waiting:
            self.button("Save what I did").click()
        file = folder / waiting.value.suggested_filename
        waiting.value.save_as(file)
        return file
