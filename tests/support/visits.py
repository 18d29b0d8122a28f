"""A page in the browser, and what it did that a page must not do."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from support.watching import Complaints

# By the time a page has loaded, its scripts have run once. Links change pages in place as soon as
# the theme has read which pages are the book's own.
CHANGES_IN_PLACE = """() => performance.getEntriesByType("resource").some(
    (one) => one.name.endsWith("/sitemap.xml") && one.responseEnd > 0)"""

# The explainer's own script comes after the page's.
LIVE = "() => document.querySelector('.cwx:not(.is-live)') === null"

# The pages' scripts lay out what is far below, and mend it, when the browser has time. A browser
# that never has any is not waited for: `evaluate` has no limit of time of its own.
WHOLE = """() => new Promise((done) => {
    const far = () => document.documentElement.hasAttribute("data-cw-far");
    const look = () => requestIdleCallback(far() ? look : () => done(), { timeout: 1000 });
    look();
})"""

# Neither what is about to fade is waited for by the clock, nor what never ends.
STILL = """() => Promise.allSettled(document.getAnimations()
    .filter((one) => one.effect.getComputedTiming().endTime !== Infinity)
    .map((one) => one.finished)).then(() => undefined)"""


@dataclass
class Visit:
    """A page in the browser, and what it did that a page must not do."""

    page: Page
    site: str
    complaints: Complaints

    def go(self, path: str) -> Page:
        """Open a page of the book and wait until its scripts have run."""
        self.page.goto(self.site + path)
        self.page.wait_for_function(CHANGES_IN_PLACE)
        self.page.wait_for_function(LIVE)
        self.page.evaluate(WHOLE)
        return self.page

    def unfold(self, path: str) -> Page:
        """Open a page, and all that is folded on it, and wait until nothing changes any more."""
        self.page.goto(self.site + path)
        self.page.evaluate(
            "for (const one of document.querySelectorAll('details')) one.open = true"
        )
        self.page.evaluate(WHOLE)
        stand_still(self.page)
        return self.page


def stand_still(page: Page) -> None:
    """Wait until nothing fades or moves any more: contrast and places count when it is done."""
    page.evaluate(STILL)


def search_field(page: Page) -> Locator:
    """What opens the search: Material's field, Zensical's button."""
    inside = page.locator(".md-search")
    return inside.get_by_role("textbox").or_(inside.get_by_role("button", name="Search")).first


def search(page: Page, word: str) -> None:
    """Search for a word, by typing: Material does not hear of what is put there otherwise."""
    search_field(page).click()
    typed = page.get_by_role("textbox").or_(page.get_by_role("combobox")).first
    expect(typed).to_be_focused()
    typed.press_sequentially(word)
