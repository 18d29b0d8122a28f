"""A page in the browser, and what it did that a page must not do."""

from dataclasses import dataclass, field

from playwright.sync_api import Page


@dataclass
class Visit:
    """A page in the browser, and what it did that a page must not do."""

    page: Page
    site: str
    complaints: list[str] = field(default_factory=list)

    def go(self, path: str) -> Page:
        """Open a page of the book and wait until its scripts have run."""
        self.page.goto(self.site + path)
        self.page.wait_for_load_state("networkidle")
        return self.page
