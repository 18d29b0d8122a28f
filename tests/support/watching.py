"""What pages do that no page of the book may do: errors, dialogs, requests to other hosts."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Dialog, Page

Complaints = list[str]
"""What the pages of a context did wrong until now, each in a few words."""


def complaints_about(context: BrowserContext, *sites: str) -> Complaints:
    """Watch all pages of a context and their Workers, which may ask `sites` alone."""
    found: Complaints = []

    def dismiss(dialog: Dialog) -> None:
        found.append(f"opens a dialog: {dialog.message}")
        dialog.dismiss()

    allowed = (*sites, "data:", "blob:")
    context.on("weberror", lambda raised: found.append(str(raised.error)))
    context.on("dialog", dismiss)
    context.on("console", lambda said: found.append(said.text) if said.type == "error" else None)
    context.on(
        "request",
        lambda sent: None if sent.url.startswith(allowed) else found.append(f"asks {sent.url}"),
    )
    return found


def none_of(complaints: Complaints) -> None:
    """Fail if anything was done wrong; each is told once, be it as late as in the next test."""
    found = complaints.copy()
    complaints.clear()
    assert not found, "\n".join(found)


@contextmanager
def watched(browser: Browser, *sites: str, **options: Any) -> Iterator[Page]:
    """A page of its own that does nothing wrong, else this fails; `options` are its context's."""
    context = browser.new_context(**options)
    complaints = complaints_about(context, *sites)
    yield context.new_page()
    context.close()
    none_of(complaints)
