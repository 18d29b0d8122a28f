"""Links from one page below docs/ to another, as Markdown writes them and as a browser does."""

import posixpath
from pathlib import PurePosixPath


def markdown_link(target: str, page: str) -> str:
    """Return a link to `page.md#anchor` for the Markdown of a page, both below docs/."""
    name, mark, anchor = target.partition("#")
    return posixpath.relpath(name, posixpath.dirname(page) or ".") + mark + anchor


def address(target: str, page: str) -> str:
    """Return the relative address of `page.md#anchor` from a page; addresses end in a slash."""
    name, mark, anchor = target.partition("#")
    here, there = _folder(page), _folder(name)
    return f"{'../' * len(here)}{''.join(f'{part}/' for part in there)}{mark}{anchor}" or "./"


def _folder(page: str) -> tuple[str, ...]:
    """Return the folders of a page's address (`use_directory_urls`)."""
    parts = PurePosixPath(page).with_suffix("").parts
    return parts[:-1] if parts[-1] == "index" else parts
