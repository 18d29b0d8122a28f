"""A book of two small chapters, practice and review, as somebody reads it over days."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from support.practising import PAGES as AROUND
from support.questions import Asked, prepare
from support.sites import ROOT, built

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
"""When the reader begins: tests move the page's clock on from there."""

QUESTION = """\
/// question {{id="{identity}" judged="by argument"}}
**Which word comes first?**

/// wrong {{belief="spiral"}} omega
It is the last letter.

/// right alpha
It is the first letter. See [the other chapter](../{other}/index.md).

/// wrong gamma
It is the third letter.
///
"""
PROGRAM = '# Programs\n\n```c {snippet="sizes.c"}\n```\n'
BELIEFS = """\
[groups.declarations]
title = "Declarations"

[beliefs.spiral]
group = "declarations"
name = "The spiral rule"
belief = "Turn right, then left."
tempting = "It works often."
truth = "It does not work always."
snippet = "sizes.c"
clauses = ["C17 6.7.6"]
"""

PATH = """\
[parts.words]
title = "Words"
about = "For everybody."

[steps.one]
part = "words"
page = "first/index.md"
gives = "the first words"

[steps.two]
part = "words"
page = "second/index.md"
gives = "the second words"
"""
HOME = """\
# Home

```chapter {of="first" language="C" needs="words"}
```
"""


def chapter(name: str, other: str, count: int) -> str:
    """A page with some questions."""
    asked = [QUESTION.format(identity=f"{name}-{n}", other=other) for n in range(count)]
    return f"# {name.title()}: words\n\n" + "\n".join(asked)


def make_review(engine: str, folder: Path, address: str) -> None:
    """Build that book in `folder`, to be served at `address`."""
    pages = {**AROUND}
    pages |= {f"{name}/index.md": (ROOT / f"docs/{name}/index.md").read_text() for name in PLACES}
    pages |= {"keeping.md": (ROOT / "docs/keeping.md").read_text(encoding="utf-8")}
    pages |= {"offline.md": "# Offline\n", "programs/index.md": PROGRAM}
    pages |= {"misconceptions/index.md": "# Misconceptions\n\n```beliefs\n```\n"}
    pages["misconceptions/declarations.md"] = '# D\n\n```beliefs {group="declarations"}\n```\n'
    pages |= {"first/index.md": chapter("first", "second", 2)}
    pages |= {"second/index.md": chapter("second", "first", 2)}
    pages |= {"path.md": "# Path\n\n```path\n```\n", "path.toml": PATH}
    pages["index.md"] = HOME
    prepare(folder, pages)
    (folder / "docs/misconceptions/beliefs.toml").write_text(BELIEFS)
    built(engine, folder, address)


PLACES = ("practice", "review")


@dataclass(frozen=True)
class Review:
    """A reader of that book, at a time that tests choose."""

    page: Page
    site: str

    def at(self, days: float) -> None:
        """Let so many days have gone by since the start."""
        self.page.clock.set_fixed_time(START + timedelta(days=days))

    def open(self, link: str = "") -> None:
        """Go to the page of review, by a link's fragment."""
        self.page.goto("about:blank")  # else a fragment alone would load nothing
        self.page.goto(f"{self.site}review/{link}")
        expect(self.root).to_have_class(re.compile(r"\bis-live\b"))

    def answer(self, identity: str, word: str) -> Asked:
        """Answer a question of a chapter on its page."""
        self.page.goto(f"{self.site}{identity.partition('-')[0]}/")
        asked = Asked(self.page, identity).ready()
        asked.choose(word)
        asked.check()
        return asked

    @property
    def root(self) -> Locator:
        """All of the page."""
        return self.page.locator(".cwr")

    @property
    def due(self) -> Locator:
        """What is said of what is due."""
        return self.root.locator(".cwr-due")

    @property
    def said(self) -> Locator:
        """What is said of files and of the device."""
        return self.root.locator(".cwr-said")

    def button(self, name: str) -> Locator:
        """A button of the page."""
        return self.root.get_by_role("button", name=name, exact=True)

    def forget(self, chapter: str) -> None:
        """Reset a chapter, and be sure of it."""
        self.button(f"Reset {chapter}").click()
        self.button(f"Reset {chapter}: forget all of it").click()

    def mark(self, name: str) -> Locator:
        """The mark beside a chapter's page in the navigation."""
        link = self.page.locator(".md-nav--primary a.md-nav__link").filter(has_text=name)
        return link.first.locator(".cw-standing")

    def row(self, chapter: str) -> Locator:
        """A chapter's row."""
        return self.root.get_by_role("row").filter(has_text=chapter)
