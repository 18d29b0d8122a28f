"""Programs opened in one page, whose compiler stays warm, and closed after each test."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

from support.programs import Desk, opened

Open = Callable[[str], Desk]
"""Opens the editor of a program of the page."""


@contextmanager
def desks(page: Page) -> Iterator[Open]:
    """What opens programs of the page; they are closed at the end."""
    used: list[Desk] = []

    def open_program(name: str) -> Desk:
        used.append(opened(page, name))
        return used[-1]

    yield open_program
    for one in used:
        one.leave()


def main_of(body: str) -> str:
    """A C program whose main function has this body."""
    return (
        "#include <signal.h>\n#include <stdio.h>\n#include <stdlib.h>\n"
        f"int main(void)\n{{\n    {body}\n}}\n"
    )
