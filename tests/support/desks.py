"""Programs opened in one page, whose compiler stays warm, and closed after each test."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

from support.programs import Desk, opened

Open = Callable[[str], Desk]
"""Opens the editor of a program of the page."""


@contextmanager
def quiet_page(browser: Browser, address: str) -> Iterator[Page]:
    """A page that asks its own host alone and whose console stays quiet, else this fails."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    complaints: list[str] = []
    page.on(
        "console",
        lambda message: complaints.append(message.text) if message.type == "error" else None,
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    context.on(
        "request",
        lambda sent: None if sent.url.startswith(address) else complaints.append(sent.url),
    )
    page.goto(address)
    yield page
    context.close()
    assert not complaints, "\n".join(complaints)


@contextmanager
def desks(page: Page) -> Iterator[Open]:
    """What opens programs of the page; they are closed at the end."""
    used: list[Desk] = []

    def open_program(name: str) -> Desk:
        used.append(opened(page, name))
        return used[-1]

    yield open_program
    for one in used:
        one.press("Close")


def main_of(body: str) -> str:
    """A C program whose main function has this body."""
    return (
        "#include <signal.h>\n#include <stdio.h>\n#include <stdlib.h>\n"
        f"int main(void)\n{{\n    {body}\n}}\n"
    )
