"""Devices on which somebody was before: the book's own files are kept there, nothing of a reader's.

To start Python costs a device that was never there some eight seconds of a processor, and one that
has kept it one or two. Tests that are not about the first visit need not pay that each time.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page

from support.watching import Complaints, complaints_about, none_of

OF_READERS = "cookies,indexeddb,local_storage,service_workers"
"""What is forgotten, in the protocol's words; the book's files lie in "cache_storage"."""


class Devices:
    """One device for each site and each kind of browser, for one reader after the other."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._known: dict[str, tuple[BrowserContext, Complaints]] = {}

    @contextmanager
    def reader(self, site: str, **options: Any) -> Iterator[Page]:
        """A page for somebody of whom the device knows nothing; it does nothing wrong.

        `options` are the context's. What a test gives the context, not the page, stays there:
        whoever moves the clock or adds a script to all pages needs a context of its own.
        """
        key = json.dumps([site, options], sort_keys=True)
        if key not in self._known:
            context = self._browser.new_context(**options)
            self._known[key] = context, complaints_about(context, site)
        context, complaints = self._known[key]
        page = context.new_page()
        _forget_readers(page, site)
        yield page
        for each in context.pages:
            each.close()
        context.clear_permissions()
        none_of(complaints)

    def close(self) -> None:
        """Close all of them."""
        for context, _ in self._known.values():
            context.close()


def _forget_readers(page: Page, site: str) -> None:
    """Clear what a site keeps of its readers."""
    address = urlsplit(site)
    session = page.context.new_cdp_session(page)
    session.send(
        "Storage.clearDataForOrigin",
        {"origin": f"{address.scheme}://{address.netloc}", "storageTypes": OF_READERS},
    )
    session.detach()
