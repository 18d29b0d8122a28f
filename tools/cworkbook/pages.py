"""Where a page stands, in whichever engine renders it, and how its failures are told.

Both site engines hand a page to Python-Markdown as bare text. What they leave
within reach of an extension differs: MkDocs registers a tree processor that
holds the page's file, Zensical a preprocessor that holds the page's path and
the configuration. Nothing of either engine is imported here.
"""

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from markdown import Markdown
from pymdownx.inlinehilite import InlineHiliteException
from pymdownx.superfences import SuperFencesException


class PageError(SuperFencesException, InlineHiliteException):  # type: ignore[misc] # untyped
    """What is wrong with a page, with its place; ends the build of either engine.

    Only these two exceptions of pymdownx leave a formatter: any other one is
    swallowed there, and the build would pass without the rendering.
    """


@dataclass(frozen=True, slots=True)
class Page:
    """A page being rendered: its name in messages, the project's root, its file's text.

    `name` and `text` are None where the Markdown comes from no file. `leads_out`: the engine makes
    a link that is relative to the page's file relative to its address, in HTML too.
    """

    root: Path
    name: str | None = None
    text: str | None = None
    leads_out: bool = False

    @property
    def below_docs(self) -> str:
        """The page's path below docs/; its whole name where it lies elsewhere, "" without one."""
        return (self.name or "").removeprefix("docs/")

    def line(self, rendered: str, line: int) -> int:
        """Return the file's line for a line of `rendered`, which lacks the front matter."""
        if self.text is None:
            return line
        whole = self.text.replace("\r\n", "\n").replace("\r", "\n").rstrip()
        start = whole.rfind(rendered.strip())
        if start < 0:
            return line
        blank_lines = len(rendered) - len(rendered.lstrip("\n"))
        return whole.count("\n", 0, start) + line - blank_lines

    def error(self, message: str, line: int, column: int | None = None) -> PageError:
        """Return the error to raise, in the form of a compiler's message."""
        place = ":".join(str(part) for part in (self.name or "<page>", line, column) if part)
        return PageError(f"{place}: error: {message}")


def page_of(md: Markdown, root: Path) -> Page:
    """Return the page that `md` renders; `root` is used where no engine says better."""
    return _mkdocs_page(md) or _zensical_page(md) or Page(root)


def _mkdocs_page(md: Markdown) -> Page | None:
    processor: Any = _named(md.treeprocessors, "relpath")
    if processor is None:
        return None
    config_path = processor.config.config_file_path
    root = Path(config_path).resolve().parent if config_path else Path.cwd()
    return _page(root, Path(processor.file.abs_src_path))


def _zensical_page(md: Markdown) -> Page | None:
    processor: Any = _named(md.preprocessors, "rendering_context")
    if processor is None:
        return None
    root = Path(processor.config["root_dir"]).resolve()
    page = _page(root, root / processor.config["docs_dir"] / processor.page.path)
    return replace(page, leads_out=True)


def _named(registry: Any, name: str) -> Any:
    if name not in registry:
        return None
    return registry[name]


def _page(root: Path, path: Path) -> Page:
    """Return the page in the file `path`; the engine may have made its text elsewhere."""
    path = path.resolve()
    name = path.relative_to(root) if path.is_relative_to(root) else path
    text = path.read_text(encoding="utf-8") if path.is_file() else None
    return Page(root, name.as_posix(), text)


def line_of_code(lines: list[str], source: str) -> int:
    """Return the line (from 1) on which inline code `source` begins, 1 where it is not found.

    Markdown's inline patterns see paragraphs, not lines, so the place is found
    by the text; the same text fails the same way, so the first one is the one.
    """
    words = [re.escape(word) for word in source.split()]
    pattern = re.compile(r"#!cdecl\s+" + r"\s+".join(words))
    text = "\n".join(lines)
    match = pattern.search(text)
    return text.count("\n", 0, match.start()) + 1 if match else 1
