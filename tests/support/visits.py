"""A page in the browser, and what it did that a page must not do."""

from collections.abc import Iterable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Frame, Locator, Page, ViewportSize, expect

from support.watching import Complaints

WIDE: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 360, "height": 740}
# Zensical's pages keep room for a scroll bar, 15 pixels in this browser: articles have less.
NARROW: ViewportSize = {**PHONE, "width": PHONE["width"] - 15}

SCHEMES = {"light": "default", "dark": "slate"}
"""The theme's names of both colour schemes."""

# What is in the article is the same in both engines' sites: tests/site/test_engines.py compares.
ONE_ENGINE = pytest.mark.parametrize("site", ["mkdocs"], indirect=True)


def pages_of(every: Iterable[str], theme: Iterable[str]) -> pytest.MarkDecorator:
    """The parameters of a test: every page of one engine's site, and some of the other's.

    `theme` are pages around which the theme puts what a test is about.
    """
    chosen = [("mkdocs", path) for path in every] + [("zensical", path) for path in theme]
    return pytest.mark.parametrize(("site", "path"), chosen, indirect=["site"])


# One page of each kind that the book has.
KINDS = (
    "",
    "declarations/",  # readings and choices
    "volatile/",  # tabs, assembly and programs
    "xen/events/",  # figures, and outputs in steps
    "slicing/exercises/",
    "rules/function-returning-array/",
    "proof/",
    "explainer/",
    "offline/",
    "keeping/",
    "practice/",
    "review/",
    "stepping/",  # memory as pictures
    "teaching/",
    "class/",
    "misconceptions/arrays/",
    "words/",
    "path/",
    "404.html",
)

# By the time a page has loaded, its scripts have run once. Links change pages in place as soon as
# the theme has read which pages are the book's own.
CHANGES_IN_PLACE = """() => performance.getEntriesByType("resource").some(
    (one) => one.name.endsWith("/sitemap.xml") && one.responseEnd > 0)"""

# Own scripts of the explainer, practice, review, teaching and what is kept come after the page's.
LIVE = """() => document.querySelector(
    ":is(.cwx, .cwp, .cwr, .cwk, .cwc, .cwt):not(.is-live)") === null"""

# The pages' scripts lay out what is far below, and mend it, when the browser has time. A browser
# that never has any is not waited for: `evaluate` has no limit of time of its own.
WHOLE = """() => new Promise((done) => {
    const far = () => document.documentElement.hasAttribute("data-cw-far");
    const look = () => requestIdleCallback(far() ? look : () => done(), { timeout: 1000 });
    look();
})"""

FOLLOW = """(address) => {
    const article = document.querySelector("article");
    article.dataset.left = "";
    const link = document.createElement("a");
    link.href = address;
    article.append(link);
    link.click();
}"""
# A page may have articles within its own, so none of them says that another page is there.
CHANGED = "() => document.querySelector('article[data-left]') === null"

# The second frame comes after all that the first one asked for: sizes are told in between.
DRAWN = """() => new Promise((done) =>
    requestAnimationFrame(() => requestAnimationFrame(() => done())))"""

# Neither what is about to fade is waited for by the clock, nor what never ends. What has faded may
# let something else begin, as a new width does: it is looked for again until two frames have none.
# Their own promises are not waited for: in what is folded away no frame ends a transition, so that
# such a promise is never kept. To ask for the transitions anew is what brings them up to date.
STILL = """async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const moves = (one) => one.playState === "running"
        && one.effect.getComputedTiming().endTime !== Infinity;
    do {
        await frame();
        await frame();
    } while (document.getAnimations().some(moves));
}"""


@dataclass
class Visit:
    """A page in the browser, and what it did that a page must not do."""

    page: Page
    site: str
    complaints: Complaints

    def go(self, path: str) -> Page:
        """Open a page of the book and wait until its scripts have run."""
        self.page.goto(self.site + path)
        arrived(self.page)
        return self.page

    def unfold(self, path: str) -> Page:
        """Open a page, and all that is folded on it, and wait until nothing changes any more."""
        self.page.goto(self.site + path)
        return self._unfolded()

    def follow(self, path: str) -> Page:
        """Come to a page by a link, as a reader does, and unfold it.

        The theme changes pages in place, which costs half of a load.
        """
        self.page.evaluate(FOLLOW, self.site + path)
        self.page.wait_for_function(CHANGED)
        self.page.evaluate(WHOLE)  # there are two moments of rest in which scripts do their work
        return self._unfolded()

    def _unfolded(self) -> Page:
        self.page.evaluate(
            "for (const one of document.querySelectorAll('details')) one.open = true"
        )
        self.page.evaluate(WHOLE)
        stand_still(self.page)
        return self.page


def arrived(page: Page) -> None:
    """Wait until a page's scripts have run and it is laid out to its end."""
    page.wait_for_function(CHANGES_IN_PLACE)
    page.wait_for_function(LIVE)
    page.evaluate(WHOLE)


def turn_over(page: Page) -> None:
    """Follow the link to the next page, which is at the foot.

    On the way there the theme makes its sidebar shorter, a frame late: until then that lies over
    the link, and may take a part of the click.
    """
    link = page.get_by_role("link", name="Next: ")
    link.scroll_into_view_if_needed()
    page.evaluate(DRAWN)
    stand_still(page)
    link.click()


def resize(page: Page, size: ViewportSize) -> None:
    """Give a page another window, and wait until it has done what follows from it."""
    page.set_viewport_size(size)
    page.evaluate(DRAWN)
    page.evaluate(WHOLE)
    stand_still(page)


def stand_still(page: Page | Frame) -> None:
    """Wait until nothing fades or moves any more: contrast and places count when it is done."""
    page.evaluate(STILL)


def darken(page: Page) -> None:
    """Choose dark colours, by what a reader does: a page that is there hears of no other wish."""
    _choose(page, "dark")


def lighten(page: Page) -> None:
    """Choose light colours."""
    _choose(page, "light")


def is_drawn_in(page: Page, colours: str) -> None:
    """Wait until a page is drawn in "light" or "dark" colours, whatever it was asked for.

    A test that looks for faults in dark colours is green as well where the page has stayed light.
    """
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", SCHEMES[colours])
    expect(body).to_have_css("color-scheme", colours)


def _choose(page: Page, colours: str) -> None:
    page.get_by_title(f"Switch to {colours} colours").click()
    is_drawn_in(page, colours)
    stand_still(page)


def search_field(page: Page) -> Locator:
    """What opens the search: Material's field, Zensical's button."""
    inside = page.locator(".md-search")
    return inside.get_by_role("textbox").or_(inside.get_by_role("button", name="Search")).first


def search(page: Page, word: str) -> None:
    """Search for a word, by typing: Material does not hear of what is put there otherwise."""
    search_field(page).click()
    dialog = page.get_by_role("dialog")  # pages have fields of their own
    typed = dialog.get_by_role("textbox").or_(dialog.get_by_role("combobox")).first
    expect(typed).to_be_focused()
    typed.press_sequentially(word)
