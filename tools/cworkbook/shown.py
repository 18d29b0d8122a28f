"""What a page shows of a snippet's file: its lines without marks, whole and by section."""

from dataclasses import dataclass, field
from pathlib import PurePosixPath

from cworkbook.marks import Mark, SnippetError

LANGUAGES = {
    ".c": "c", ".h": "c", ".xs": "c",
    ".cpp": "c++", ".cc": "c++", ".cxx": "c++", ".hpp": "c++",
    ".S": "asm", ".s": "asm",
    ".pl": "perl", ".pm": "perl", ".t": "perl", ".PL": "perl",
    ".sh": "bash", ".py": "python", ".mk": "make",
}  # fmt: skip
"""The language of a file by its suffix, in Pygments' words; all others are "text"."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that a page shows, with its number in the file (from 1)."""

    number: int
    text: str


Lines = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class SnippetFile:
    """One file of a snippet as a page shows it: marks removed, line numbers kept."""

    name: str
    language: str
    lines: Lines
    sections: dict[str, Lines] = field(hash=False)

    def shown(self, section: str | None = None) -> Lines:
        """Return the lines of a section, or all; KeyError for a section that is not there."""
        return self.lines if section is None else self.sections[section]


def language_of(name: str) -> str:
    """Return the language of a file by its name."""
    return LANGUAGES.get(PurePosixPath(name).suffix, "text")


def shown_file(text: str, marks: tuple[Mark, ...], name: str, where: str) -> SnippetFile:
    """Return what a page shows of a file, whole and by section."""
    hidden: set[int] = set()
    cut: dict[int, int] = {}
    for mark in marks:
        if mark.column == 0:
            hidden.update(range(mark.line, mark.last_line + 1))
        else:
            cut[mark.line] = min(mark.column, cut.get(mark.line, mark.column))
    kept: list[Line] = []
    after_hidden = False
    for number, raw in enumerate(text.split("\n"), 1):
        if number in hidden:
            after_hidden = True
            continue
        shown = raw.rstrip("\r") if number not in cut else raw[: cut[number]].rstrip()
        # A mark taken out between two blank lines would leave a gap.
        if not (after_hidden and not shown.strip() and (not kept or not kept[-1].text.strip())):
            kept.append(Line(number, shown))
        after_hidden = False
    return SnippetFile(name, language_of(name), _trim(kept), _sections(kept, marks, where))


def _sections(kept: list[Line], marks: tuple[Mark, ...], where: str) -> dict[str, Lines]:
    """Return the named sections; they may nest, each must end."""
    sections: dict[str, Lines] = {}
    opened: list[Mark] = []
    for mark in marks:
        if mark.kind == "directive" and mark.name == "section":
            if mark.text in sections or any(o.text == mark.text for o in opened):
                raise SnippetError(where, mark.line, f"section '{mark.text}' is there already")
            opened.append(mark)
        elif mark.kind == "directive" and mark.name == "end":
            if not opened:
                raise SnippetError(where, mark.line, "'end' without a section before it")
            start = opened.pop()
            if mark.text and mark.text != start.text:
                raise SnippetError(
                    where, mark.line, f"'end: {mark.text}', but '{start.text}' is open"
                )
            inside = [line for line in kept if start.line < line.number < mark.line]
            sections[start.text] = _trim(inside)
    if opened:
        raise SnippetError(
            where, opened[-1].line, f"section '{opened[-1].text}' has no end; write 'end' after it"
        )
    return sections


def _trim(lines: list[Line]) -> Lines:
    """Return the lines without blank ones at either end."""
    full = [i for i, line in enumerate(lines) if line.text.strip()]
    return tuple(lines[full[0] : full[-1] + 1]) if full else ()
