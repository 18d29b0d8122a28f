"""The explainer's page as a person handles it."""

import itertools
import shutil
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from support.sites import ROOT, built, small_book

_NUMBERS = itertools.count()

# A page that leads to the explainer, and what the explainer itself leads to.
PAGES = {
    "index.md": "# Home\n",
    "chapter/index.md": (
        "# Chapter\n\n"
        '```c {explain="1" std="c17"}\nint *(*f(void))[3];\n```\n\n'
        "Here `#!cdecl char *argv[]` stands in a sentence.\n"
    ),
    "cexplain/index.md": "# cexplain\n",
    "keeping.md": "# What is kept\n",
    "rules/function-returning-array.md": "# function-returning-array\n",
}


def make_explainer(engine: str, folder: Path, address: str) -> None:
    """Build that book in `folder`, to be served at `address` from `site` in it."""
    page = (ROOT / "docs/explainer/index.md").read_text(encoding="utf-8")
    small_book(folder, {**PAGES, "explainer/index.md": page})
    shutil.copytree(ROOT / "docs/assets", folder / "docs/assets")
    built(engine, folder, address)


@dataclass(frozen=True)
class Bench:
    """The part of the page where one types and reads."""

    page: Page
    site: str

    @property
    def root(self) -> Locator:
        """All of it."""
        return self.page.locator(".cwx")

    @property
    def input(self) -> Locator:
        """Where one types."""
        return self.root.locator("textarea")

    @property
    def result(self) -> Locator:
        """What came of it."""
        return self.root.locator(".cwx-result")

    @property
    def prose(self) -> Locator:
        """The readings that are current; those of members are not among them."""
        readings = ".cwx-shown:not(.is-old) > .cw-explain > .cw-reading"
        return self.result.locator(f"{readings} > .cw-prose")

    @property
    def standard(self) -> Locator:
        """The choice of a standard."""
        return self.root.get_by_label("Standard")

    def wait_for_python(self) -> None:
        """Wait until Python answers."""
        stage = self.root.locator("[data-stage]")
        expect(stage).to_have_attribute("data-stage", "ready")

    def write(self, text: str) -> None:
        """Put a text in the place of what is there, as pasting does; the caret is at its end.

        A reader's earlier text may come back after all was selected and before the new one is put
        there: then that stands behind it, and once more does it.
        """
        self.input.fill(text)
        if text and self.input.input_value().endswith(text) and self.input.input_value() != text:
            self.input.fill(text)
        self.input.focus()

    def choose(self, name: str) -> None:
        """Choose the direction or the style of a name."""
        self.root.get_by_label(name, exact=True).check()

    def ready(self) -> None:
        """Wait until what is shown is of the text that is there."""
        expect(self.result).to_have_attribute("aria-busy", "false")

    @property
    def share(self) -> Locator:
        """What unfolds the buttons that copy."""
        return self.root.locator(".cwx-share > summary")

    def copy(self, name: str) -> None:
        """Press a button that copies, behind "Share"."""
        button = self.root.get_by_role("button", name=name)
        if not button.is_visible():
            self.share.click()
        button.click()

    @property
    def copied(self) -> Locator:
        """What became of it."""
        return self.root.locator(".cwx-copied")

    def follow(self, fragment: str) -> None:
        """Go to a link of this page, as a click on it does."""
        self.page.evaluate("fragment => { location.hash = fragment }", fragment)

    def start_anew(self) -> None:
        """Come back to the page as it is at first, without loading it again."""
        if "/explainer/" not in self.page.url:
            self.page.get_by_role("link", name="Explainer", exact=True).first.click()
            expect(self.input).to_be_visible()  # the theme changes the address before the page
        name = f"nothing{next(_NUMBERS)}"  # a link that is there already leads nowhere
        self.follow(f"#v=1&c=int+{name}%3B")
        expect(self.prose).to_have_text(f"{name} is an int")
        expect(self.standard).to_have_value("")
