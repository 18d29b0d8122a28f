"""How long pages are waited for: with PATIENCE, until the first test has waited in vain."""

from collections.abc import Iterable

from playwright.sync_api import BrowserContext, expect

from support.patience import PATIENCE

AFTERWARDS = 60
"""Seconds for each wait of a run that is red already: it shall say all the rest soon."""


class Waits:
    """The limit of each wait for something in a page, for a click, and for a page to come."""

    def __init__(self, seconds: float = PATIENCE, afterwards: float = AFTERWARDS) -> None:
        self._milliseconds = 1000 * seconds
        self._afterwards = 1000 * afterwards
        self.begin()

    def begin(self) -> None:
        """Let this limit count from now on."""
        expect.set_options(timeout=self._milliseconds)

    def of(self, context: BrowserContext) -> None:
        """Let it count in all pages of a context; Playwright's own would be half a minute."""
        context.set_default_timeout(self._milliseconds)

    def in_vain(self, contexts: Iterable[BrowserContext]) -> None:
        """Wait less from now on, in the contexts that are there too."""
        self._milliseconds = self._afterwards
        self.begin()
        for context in contexts:
            self.of(context)
