"""The snippets and the pages of the book: which there are, and which page shows which snippet."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path

from cworkbook import snippet as snippets
from cworkbook.expansions import expanded
from cworkbook.marks import SLASHES
from cworkbook.snippet import FOLDER_HEADER, RECORDED, Snippet

_ALWAYS = frozenset({".c", ".cpp", ".cc", ".cxx", ".S", ".pl", ".sh", ".py"})
"""Suffixes of files that must state what they do; others may lie beside them as headers do."""

_FENCE = re.compile(r"^[ \t>]*(?P<ticks>`{3,}|~{3,})(?P<info>.*)$")
_SHOWN = re.compile(r"""\bsnippet=(?P<quote>["'])(?P<path>.*?)(?P=quote)""")
_PROGRAM = re.compile(r"""\b(?:start|model|program)=(?P<quote>["'])(?P<path>.*?)(?P=quote)""")
_OPTIONS = ("/// ", "        ")
"""How a line with a question's options begins: they may go on below it."""
_ASKS = re.compile(r"""\bkind=(?P<quote>["'])moment(?P=quote)""")
_ABOUT = re.compile(r"""\bof=(?P<quote>["'])(?P<path>[^:\["']*)""")
_MOMENTS = re.compile(r"""\bmoment=(?P<quote>["'])(?P<names>.*?)(?P=quote)""")


@dataclass(frozen=True, slots=True)
class Reference:
    """A page's fence or question that shows a snippet; `page` is under docs/.

    `asks` says that it is a question about moments, which shows these and no program.
    """

    page: str
    line: int
    path: str
    section: str | None
    moments: tuple[str, ...] = ()
    asks: bool = False


def root_of(folder: Path) -> Path | None:
    """Return the nearest folder at or above `folder` that holds the snippets."""
    for candidate in (folder.resolve(), *folder.resolve().parents):
        if (candidate / "snippets").is_dir():
            return candidate
    return None


def load(path: Path, root: Path) -> Snippet:
    """Return the snippet at `path` of the book at `root`."""
    return snippets.load(path, root / "snippets")


def snippet_paths(root: Path) -> list[Path]:
    """Return every snippet of the book at `root`: files, and folders with a header."""
    folder = root / "snippets"
    return sorted(p for f in folder.rglob("*") if (p := snippet_path(f, folder)) is not None)


def snippet_path(file: Path, folder: Path) -> Path | None:
    """Return which snippet begins with a file under `folder`, None if none does.

    A folder's snippet begins with its header; its other files begin none.
    """
    relative = file.relative_to(folder)
    if not file.is_file() or RECORDED in relative.parts:
        return None
    for parent in list(relative.parents)[:-1]:
        if (folder / parent / FOLDER_HEADER).is_file():
            return file.parent if file == folder / parent / FOLDER_HEADER else None
    if file.suffix in _ALWAYS:
        return file
    if file.suffix not in snippets.LANGUAGES or file.name.startswith("."):
        return None
    lead = b"//@" if file.suffix in SLASHES else b"#@"
    text = file.read_bytes()
    return file if lead in text or b"/*@" in text else None


def references(root: Path) -> list[Reference]:
    """Return every fence and question of the pages under docs/ that shows a snippet."""
    docs = root / "docs"
    found = []
    for path in sorted(docs.rglob("*.md")):
        page = path.relative_to(docs).as_posix()
        lines = expanded(path.read_text(encoding="utf-8").splitlines(), page, root)
        found += [
            replace(reference, line=lines.origins[reference.line - 1])
            for reference in references_in("\n".join(lines.texts), page)
        ]
    return found


def references_in(text: str, page: str) -> Iterator[Reference]:
    """Yield what shows a snippet: a page's fences, and the programs of its exercises.

    A fence or a question inside a fence is only shown.
    """
    closing: str | None = None
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        match = _FENCE.match(line)
        if match is None:
            if closing is None and line.startswith(_OPTIONS):
                for each in _PROGRAM.finditer(line):
                    yield Reference(page, number, each["path"], None)
                yield from _asked_at(lines, number, page)
            continue
        if closing is not None:
            if match["ticks"].startswith(closing) and not match["info"].strip():
                closing = None
            continue
        closing = match["ticks"]
        asked = _MOMENTS.search(match["info"])
        moments = tuple(asked["names"].split()) if asked else ()
        for shown in _SHOWN.finditer(match["info"]):
            path, _, section = shown["path"].partition(":")
            yield Reference(page, number, path, section or None, moments)


def _asked_at(lines: list[str], number: int, page: str) -> Iterator[Reference]:
    """Yield what the question of a line asks about a moment."""
    if not lines[number - 1].startswith("/// question"):
        return
    more = takewhile(lambda line: line.startswith(_OPTIONS[1]), lines[number:])
    options = " ".join([lines[number - 1], *more])
    about, moment = _ABOUT.search(options), _MOMENTS.search(options)
    if _ASKS.search(options) and about and moment:
        yield Reference(page, number, about["path"], None, (moment["names"],), asks=True)


def owner(path: str, names: frozenset[str]) -> str | None:
    """Return the snippet that a page's path belongs to: itself, or the folder it lies in."""
    parts = path.split("/")
    candidates = ("/".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next((candidate for candidate in candidates if candidate in names), None)


def broken_references(root: Path) -> list[str]:
    """Return a sentence for each fence that names a snippet or a section that is not there."""
    folder = root / "snippets"
    names = frozenset(p.relative_to(folder).as_posix() for p in snippet_paths(root))
    found: list[str] = []
    for reference in references(root):
        where = f"docs/{reference.page}:{reference.line}"
        name = owner(reference.path, names)
        inner = reference.path.removeprefix(f"{name}/") if name != reference.path else None
        if name is None or not (folder / reference.path).exists():
            found.append(f"{where}: there is no snippet '{reference.path}'")
        elif reference.section is not None:
            sections = load(folder / name, root).file(inner).sections
            if reference.section not in sections:
                known = " ".join(sections) or "none"
                found.append(
                    f"{where}: '{reference.path}' has no section '{reference.section}'; "
                    f"it has: {known}"
                )
    return found


def shown_moments(root: Path) -> dict[str, frozenset[str]]:
    """Return the moments that pages show, by the snippet; of some snippets a page shows none."""
    folder = root / "snippets"
    names = frozenset(p.relative_to(folder).as_posix() for p in snippet_paths(root))
    shown: dict[str, frozenset[str]] = {}
    # A question shows a moment to those who have seen the program.
    for reference in sorted(references(root), key=lambda one: one.asks):
        name = owner(reference.path, names)
        if name is not None and (name in shown or not reference.asks):
            shown[name] = shown.get(name, frozenset()) | frozenset(reference.moments)
    return shown


def shown_snippets(root: Path) -> frozenset[str]:
    """Return the names of the snippets that some page shows."""
    return frozenset(shown_moments(root))


def orphans(root: Path) -> list[Path]:
    """Return the records whose snippet is gone."""
    folder = root / "snippets"
    return sorted(
        record
        for record in folder.rglob(f"{RECORDED}/*.json")
        if not (record.parent.parent / record.name.removesuffix(".json")).exists()
    )


def remove_orphans(root: Path) -> int:
    """Remove the records whose snippet is gone; return how many there were."""
    gone = orphans(root)
    for record in gone:
        record.unlink()
    return len(gone)
