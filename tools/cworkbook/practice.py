"""The end of a chapter's page leads to the exercises on it."""

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from cworkbook.links import markdown_link
from cworkbook.pages import Page

_CONFIGURATION = "mkdocs.yml"
_PAGE = re.compile(r"^ +- (?:[^\n]*: )?([\w/-]+\.md)$", re.MULTILINE)
_EXERCISES = re.compile(r"(?:^|[/-])exercises\.md$")


def exercises_of(page: str, root: Path) -> str | None:
    """Return the exercises that follow a page below docs/ in the navigation; None without any.

    A chapter's first page has those of the whole chapter, not those of the page behind it.
    """
    folder, _, name = page.rpartition("/")
    if not folder or _EXERCISES.search(page):
        return None
    if name == "index.md":
        found = f"{folder}/exercises.md"
        return found if (root / "docs" / found).is_file() else None
    pages = _pages(root)
    behind = pages[pages.index(page) + 1 :] if page in pages else []
    return next(
        (one for one in behind if one.startswith(f"{folder}/") and _EXERCISES.search(one)), None
    )


def _pages(root: Path) -> list[str]:
    """Return the pages in the order of the navigation, which both engines read from one file."""
    path = root / _CONFIGURATION
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    _, _, navigation = text.partition("\nnav:\n")
    return _PAGE.findall(re.split(r"^\S", navigation, maxsplit=1, flags=re.MULTILINE)[0])


class Practice(Treeprocessor):
    """Puts the link to the exercises at a page's end."""

    def __init__(self, md: Markdown, page: Callable[[], Page]) -> None:
        super().__init__(md)
        self._page = page

    def run(self, root: Element) -> None:
        """Add the paragraph, if there are exercises on the page."""
        page = self._page()
        found = exercises_of(page.below_docs, page.root)
        if found is None:
            return
        line = Element("p", {"class": "cw-practice", "data-search-exclude": "true"})
        link = Element("a", {"href": markdown_link(found, page.below_docs), "class": "md-button"})
        link.text = "Practise this now"
        line.append(link)
        root.append(line)
