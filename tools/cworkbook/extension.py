"""The Python-Markdown extension by which both site engines render the workbook's pages.

It registers its fences with pymdownx's superfences and inlinehilite, so that
the same mkdocs.yml serves MkDocs and Zensical, which ignores MkDocs plugins.
"""

import functools
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from pymdownx.inlinehilite import InlineHilitePattern
from pymdownx.superfences import SuperFencesBlockPreprocessor

from cworkbook import (
    chapter_card,
    class_page,
    fences,
    figure_fence,
    keeping_page,
    path,
    practice_page,
    review_page,
    words,
)
from cworkbook.brief import tell_briefly
from cworkbook.expansions import expanded
from cworkbook.page_lines import LineError
from cworkbook.pages import Page, PageError, line_of_code, page_of
from cworkbook.practice import Practice
from cworkbook.questions import extension as questions
from cworkbook.tables import DataError
from cworkbook.words.marking import BEFORE_LINKS, Marking

FENCES = fences.FENCES | {
    "chapter": chapter_card.FENCE,
    "class": class_page.FENCE,
    "figure": figure_fence.FENCE,
    "drills": practice_page.FENCE,
    "kept": keeping_page.FENCE,
    "review": review_page.FENCE,
}
"""Every fence of the workbook by its language."""

BEFORE_FENCES = 26  # superfences is registered at 25; higher runs earlier
AFTER_FENCES = 24
UNREAD = re.compile(r"\s*(?:```+|~~~+)\s*[\w+-]+ +\{")


class Rendering:
    """What is known while one page is rendered: its text, and where the fence at hand begins."""

    def __init__(self, md: Markdown, root: Path) -> None:
        self.md = md
        self.root = root
        self.lines: list[str] = []
        self.written: list[str] = []
        self.origins: list[int] = []
        self.fence_line = 1

    @functools.cached_property
    def page(self) -> Page:
        """The page; looked up late, because engines register after the extensions."""
        return page_of(self.md, self.root)

    def begin(self, lines: list[str]) -> list[str]:
        """Start with a page's lines; return them with what data files put in."""
        self.written = lines
        self.__dict__.pop("page", None)
        with self._data():
            made = expanded(lines, self.page.below_docs, self.page.root)
        self.lines, self.origins = made.texts, made.origins
        return self.lines

    def terms(self) -> tuple[tuple[words.Term, ...], str]:
        """Return the words that the page marks, and its path below docs/."""
        page = self.page.below_docs
        if not page:
            return (), page
        with self._data():
            return words.load(self.page.root).on(page), page

    def step(self) -> path.Step | None:
        """Return the page's step on the path through the book; None for a page beside it."""
        with self._data():
            return path.load(self.page.root).of_page(self.page.below_docs)

    def fence(self) -> fences.Place:
        """Return the place of the fence at hand."""
        return fences.Place(self.page, self._line(self.fence_line))

    def inline(self, source: str) -> fences.Place:
        """Return the place of a piece of inline code."""
        return fences.Place(self.page, self._line(line_of_code(self.lines, source)))

    def at(self, line: int) -> fences.Place:
        """Return the place of a line of the text at hand."""
        return fences.Place(self.page, self._line(line))

    def unread(self, line: str) -> Exception:
        """Return the error about a fence that superfences could not read."""
        number = self.lines.index(line) + 1 if line in self.lines else 1
        return fences.Place(self.page, self._line(number)).error(
            "this fence is not read as one; is it closed, and are its options in order?"
        )

    @contextmanager
    def _data(self) -> Iterator[None]:
        """Raise what a data file or its fence has wrong as the page's error."""
        try:
            yield
        except LineError as error:
            line = self.page.line("\n".join(self.written), error.line)
            raise fences.Place(self.page, line).error(str(error)) from None
        except DataError as error:
            tell_briefly()
            raise PageError(str(error)) from None

    def _line(self, line: int) -> int:
        """Return the file's line for a line of what is rendered."""
        written = self.origins[line - 1] if line <= len(self.origins) else line
        return self.page.line("\n".join(self.written), written)


class _Lines(Preprocessor):
    """Puts in what is made from data, and remembers the lines before fences are taken out."""

    def __init__(self, md: Markdown, rendering: Rendering) -> None:
        super().__init__(md)
        self._rendering = rendering

    def run(self, lines: list[str]) -> list[str]:
        return self._rendering.begin(lines)


class _Unread(Preprocessor):
    """Refuses what still looks like a fence with options, which would be shown as it stands."""

    def __init__(self, md: Markdown, rendering: Rendering) -> None:
        super().__init__(md)
        self._rendering = rendering

    def run(self, lines: list[str]) -> list[str]:
        for line in lines:
            if UNREAD.match(line):
                raise self._rendering.unread(line)
        return lines


class WorkbookExtension(Extension):
    """Fences that explain declarations, show proved snippets and sum up the proof."""

    def __init__(self, **kwargs: Any) -> None:
        self.config = {"root": [".", "Folder of the project, where no engine names it"]}
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the fences, the inline form and what finds their lines."""
        rendering = Rendering(md, Path(self.getConfig("root")))
        md.preprocessors.register(_Lines(md, rendering), "cworkbook_lines", BEFORE_FENCES)
        md.preprocessors.register(_Unread(md, rendering), "cworkbook_unread", AFTER_FENCES)
        questions.register(md, rendering.at)
        needs = path.Needs(md, rendering.step)
        md.treeprocessors.register(needs, "cworkbook_needs", BEFORE_LINKS)
        practice = Practice(md, lambda: rendering.page)
        md.treeprocessors.register(practice, "cworkbook_practice", BEFORE_LINKS)
        md.treeprocessors.register(Marking(md, rendering.terms), "cworkbook_words", BEFORE_LINKS)
        superfences = _superfences(md)
        for name, fence in FENCES.items():
            superfences.extend_super_fences(
                name,
                functools.partial(_format_fence, fence=fence, rendering=rendering),
                functools.partial(_validate, fence=fence),
                None,
            )
        preprocessor = _fenced(md)
        preprocessor.process_nested_block = _noting_line(
            preprocessor.process_nested_block, rendering
        )
        _inline_pattern(md).extend_custom_inline(
            "cdecl", functools.partial(_format_inline, rendering=rendering)
        )


def _superfences(md: Markdown) -> Any:
    """Return md's superfences, adding them where the configuration does not."""
    if not isinstance(_fenced(md), SuperFencesBlockPreprocessor):
        md.registerExtensions(["pymdownx.superfences"], {})
    return _fenced(md).extension


def _fenced(md: Markdown) -> Any:
    if "fenced_code_block" not in md.preprocessors:
        return None
    return md.preprocessors["fenced_code_block"]


def _inline_pattern(md: Markdown) -> Any:
    """Return md's pattern for inline code, adding inlinehilite where the configuration does not."""
    if not isinstance(md.inlinePatterns["backtick"], InlineHilitePattern):
        md.registerExtensions(["pymdownx.inlinehilite"], {})
    return md.inlinePatterns["backtick"]


def _noting_line(process: Callable[..., None], rendering: Rendering) -> Callable[..., None]:
    """Return `process` so that the formatter it calls can ask where its fence begins."""

    def process_noting_line(ws: str, content: str, start: int, end: int) -> None:
        rendering.fence_line = start + 1
        process(ws, content, start, end)

    return process_noting_line


def _validate(
    _language: str,
    inputs: dict[str, str],
    options: dict[str, Any],
    _attrs: dict[str, Any],
    _md: Markdown,
    *,
    fence: fences.Fence,
) -> bool:
    """Take the fence if it is ours; its options are judged where its line is known."""
    if not fence.claims(inputs):
        return False
    options.update(inputs)
    return True


def _format_fence(
    *,
    src: str,
    options: dict[str, str],
    fence: fences.Fence,
    rendering: Rendering,
    **_unused: Any,
) -> str:
    place = rendering.fence()
    return place.guard(lambda: fence.render(src, options, place))


def _format_inline(*, src: str, rendering: Rendering, **_unused: Any) -> str:
    place = rendering.inline(src)
    return place.guard(lambda: fences.inline(src, place))


def makeExtension(**kwargs: Any) -> WorkbookExtension:  # noqa: N802 - Python-Markdown's name
    """Return the extension; Python-Markdown looks for this name."""
    return WorkbookExtension(**kwargs)
