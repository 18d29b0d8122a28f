"""A snippet: what its header says it must do, and the lines that a page shows.

Everything here is pure text work: no compiler and no other process is needed.
"""

import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from cworkbook.directives import ANALYSERS, DIRECTIVES, LEVELS, file_name
from cworkbook.marks import IN_CODE, Mark, SnippetError, marks_of
from cworkbook.moments import MarkedMoment, marked
from cworkbook.shown import LANGUAGES, Line, Lines, SnippetFile, language_of, shown_file

FOLDER_HEADER = "snippet"
"""The file that makes a folder one snippet and holds its header."""

RECORDED = "recorded"
"""The folder beside the snippets in which their records lie."""

_DEFAULT_COMPILERS = {"c": "gcc clang", "c++": "g++ clang++", "asm": "gcc clang"}
_DEFAULT_STANDARD = {"c": "c17", "c++": "c++17", "asm": "c17"}


@dataclass(frozen=True, slots=True)
class RunKey:
    """One way in which a snippet is tried; its words are what selectors match."""

    compiler: str
    std: str
    level: str

    @property
    def name(self) -> str:
        """The run's name in test reports, such as `gcc-c17-O2`."""
        return f"{self.compiler}-{self.std}{self.level}" if self.std else self.compiler


@dataclass(frozen=True, slots=True)
class Selector:
    """The words in a directive's brackets; a run must match them all."""

    words: tuple[str, ...] = ()

    def matches(self, key: RunKey) -> bool:
        """Return whether the directive applies to this run."""
        return all(word_matches(word, key) for word in self.words)


def word_matches(word: str, key: RunKey) -> bool:
    """Return whether one selector word, such as `clang*`, `!-O0` or `gcc|arm-gcc`, fits a run."""
    if word.startswith("!"):
        return not word_matches(word[1:], key)
    return any(
        fnmatchcase(value, alternative)
        for alternative in word.split("|")
        for value in (key.compiler, key.std, key.level)
    )


@dataclass(frozen=True, slots=True)
class Directive:
    """A line of the header; `text` is its value, with newlines where it was a block."""

    name: str
    text: str
    line: int
    selector: Selector = Selector()

    @property
    def words(self) -> tuple[str, ...]:
        """The value as words, with quotation as in a shell."""
        return tuple(shlex.split(self.text))


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a `//~` mark announces; `line` is the line of code it speaks of."""

    kind: str
    text: str
    line: int
    mark_line: int
    file: str
    selector: Selector = Selector()


@dataclass(frozen=True, slots=True)
class Snippet:
    """A program of the book and what its header says it must do.

    `name` is its path under snippets/ (`volatile/poll.c`); `path` where it lies;
    `files` has one entry, or one for each file of a folder.
    """

    name: str
    path: Path
    directives: tuple[Directive, ...]
    expectations: tuple[Expectation, ...]
    files: tuple[SnippetFile, ...]
    is_folder: bool = False
    moments: tuple[MarkedMoment, ...] = ()

    @property
    def language(self) -> str:
        """The language that the snippet is written in; a folder's first named file decides."""
        files = self.one("files")
        name = files.words[0] if files else self.files[0].name
        return language_of(name)

    def file(self, name: str | None = None) -> SnippetFile:
        """Return a file of the snippet by name, the first without one; KeyError if not there."""
        for entry in self.files:
            if name is None or entry.name == name:
                return entry
        raise KeyError(name)

    def one(self, name: str, key: RunKey | None = None) -> Directive | None:
        """Return the directive that counts for a run: of those that match, the most selective."""
        found = self.all(name, key)
        return max(found, key=lambda d: len(d.selector.words)) if found else None

    def all(self, name: str, key: RunKey | None = None) -> tuple[Directive, ...]:
        """Return every directive of that name that applies to a run, in the header's order."""
        return tuple(
            d
            for d in self.directives
            if d.name == name and (key is None or d.selector.matches(key))
        )

    def expected(self, key: RunKey) -> tuple[Expectation, ...]:
        """Return the announcements that apply to a run."""
        return tuple(e for e in self.expectations if e.selector.matches(key))

    @property
    def step(self) -> str:
        """What `do:` asks for."""
        directive = self.one("do")
        return directive.text if directive else "run"

    @property
    def keys(self) -> tuple[RunKey, ...]:
        """Every run: each compiler with each standard at each level, in the header's order.

        The analysers asked for come last; they know standards, but no levels.
        """
        if self.language not in _DEFAULT_COMPILERS and self.one("compilers") is None:
            return (RunKey(self.language, "", ""),)
        language = self.language if self.language in _DEFAULT_COMPILERS else "c"
        standards = self._words("std", _DEFAULT_STANDARD[language])
        compiled = tuple(
            RunKey(compiler, std, level)
            for compiler in self._words("compilers", _DEFAULT_COMPILERS[language])
            for std in standards
            for level in self._levels()
        )
        analysers = [name for name in ANALYSERS if self.one(name)]
        return compiled + tuple(RunKey(name, std, "") for name in analysers for std in standards)

    @property
    def beside(self) -> tuple[Path, ...]:
        """The files beside the snippet that it runs under: a script, and what that needs."""
        directive = self.one("under")
        return tuple(self.path.parent / name for name in directive.words) if directive else ()

    def _words(self, name: str, default: str) -> tuple[str, ...]:
        directive = self.one(name)
        return tuple((directive.text if directive else default).split())

    def _levels(self) -> tuple[str, ...]:
        written = [w for d in self.all("options") for w in d.words if w in LEVELS]
        return self._words("levels", written[-1] if written else "-O0")


def load(path: Path, root: Path) -> Snippet:
    """Return the snippet at `path`, a file or a folder, under the folder `root`.

    Raises SnippetError, which names file, line and advice; FileNotFoundError.
    """
    name = path.relative_to(root).as_posix()
    if not path.is_dir():
        return _verify_under(parse(path.read_text(encoding="utf-8"), path, name), name)
    texts = {
        file.relative_to(path).as_posix(): _text_of(file)
        for file in sorted(path.rglob("*"))
        if file.is_file() and RECORDED not in file.parts and file != path / FOLDER_HEADER
    }
    header = (path / FOLDER_HEADER).read_text(encoding="utf-8")
    return _verify_under(parse_folder(header, texts, path, name), f"{name}/{FOLDER_HEADER}")


def _text_of(path: Path) -> str:
    """Return a file's text; a file that is no text (an image) counts as empty."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def parse(text: str, path: Path, name: str | None = None) -> Snippet:
    """Return the snippet that a single file's text makes; SnippetError if its header is wrong."""
    name = name or path.name
    marks = tuple(marks_of(text, name))
    shown = shown_file(text, marks, path.name, name)
    snippet = Snippet(
        name,
        path,
        tuple(_directives(marks)),
        tuple(_expectations(marks, path.name)),
        (shown,),
        moments=marked(marks, shown, name),
    )
    _verify(snippet, name)
    _verify_comments(snippet, text, marks)
    return snippet


def parse_folder(header: str, texts: dict[str, str], path: Path, name: str) -> Snippet:
    """Return the snippet that a folder makes: its header, and its files' texts by name."""
    where = f"{name}/{FOLDER_HEADER}"
    marks = tuple(marks_of(header, where))
    directives = tuple(_directives(marks))
    first = [w for d in directives if d.name == "files" for w in d.text.split()]
    for file in first:
        if file not in texts:
            line = next(d.line for d in directives if d.name == "files")
            raise SnippetError(where, line, f"there is no file '{file}' in the folder")
    files: list[SnippetFile] = []
    expectations: list[Expectation] = []
    moments: list[MarkedMoment] = []
    for file in [*first, *(f for f in texts if f not in first)]:
        inner = tuple(marks_of(texts[file], f"{name}/{file}", header=False))
        files.append(shown_file(texts[file], inner, file, f"{name}/{file}"))
        moments.extend(marked(inner, files[-1], f"{name}/{file}"))
        expectations.extend(_expectations(inner, file))
    if not files:
        raise SnippetError(where, 1, "the folder holds no file besides its header")
    snippet = Snippet(
        name,
        path,
        directives,
        tuple(expectations),
        tuple(files),
        is_folder=True,
        moments=tuple(moments),
    )
    _verify(snippet, where)
    return snippet


def _directives(marks: tuple[Mark, ...]) -> Iterator[Directive]:
    for mark in marks:
        if mark.kind == "directive" and mark.name not in IN_CODE:
            yield Directive(mark.name, mark.text, mark.line, Selector(mark.selector))


def _expectations(marks: tuple[Mark, ...], file: str) -> Iterator[Expectation]:
    for mark in marks:
        if mark.kind == "expectation":
            selector = Selector(mark.selector)
            yield Expectation(mark.name, mark.text, mark.about, mark.line, file, selector)


def _verify(snippet: Snippet, where: str) -> None:
    """Raise SnippetError for what only the whole header shows to be wrong."""
    for shown in snippet.files:
        try:
            file_name(shown.name)
        except ValueError as error:
            raise SnippetError(where, 1, str(error)) from error
    if not any(d.name == "do" for d in snippet.directives):
        raise SnippetError(where, 1, "the header has no 'do:'; say what the snippet must do")
    seen: dict[tuple[str, frozenset[str]], int] = {}
    for directive in snippet.directives:
        slot = (directive.name, frozenset(directive.selector.words))
        if slot in seen and not DIRECTIVES[directive.name].repeats:
            first = seen[slot]
            raise SnippetError(
                where, directive.line, f"'{directive.name}' stands in line {first} already"
            )
        seen[slot] = directive.line
    names: set[str] = set()
    for moment in snippet.moments:
        if moment.name in names:
            raise SnippetError(
                where, moment.mark_line, f"the moment '{moment.name}' is marked twice"
            )
        names.add(moment.name)
    keys = snippet.keys
    said = [(d.selector, d.line, where) for d in snippet.directives]
    folder = snippet.is_folder
    said += [
        (e.selector, e.mark_line, f"{snippet.name}/{e.file}" if folder else where)
        for e in snippet.expectations
    ]
    for selector, line, file in said:
        if not any(selector.matches(key) for key in keys):
            runs = " ".join(key.name for key in keys)
            words = " ".join(selector.words)
            raise SnippetError(file, line, f"[{words}] matches none of the runs: {runs}")
    _verify_levels(snippet, where)


def _verify_under(snippet: Snippet, where: str) -> Snippet:
    """Return the snippet; SnippetError if a file that it runs under does not lie beside it."""
    directive = snippet.one("under")
    for file, name in zip(snippet.beside, directive.words if directive else (), strict=True):
        if directive and not file.is_file():
            raise SnippetError(where, directive.line, f"there is no file '{name}' beside it")
    return snippet


def _verify_comments(snippet: Snippet, text: str, marks: tuple[Mark, ...]) -> None:
    """Raise SnippetError for a `//` mark in a file that must be strict C89."""
    std = snippet.one("std")
    if std is None or "c89" not in std.text.split():
        return
    lines = text.split("\n")
    for mark in marks:
        if lines[mark.line - 1][mark.column :].lstrip().startswith("//"):
            raise SnippetError(
                snippet.name, mark.line, "c89 knows no '//' comment; write the mark as /*@ … */"
            )


def _verify_levels(snippet: Snippet, where: str) -> None:
    """Raise SnippetError where options and levels both choose an optimisation level."""
    levels = snippet.one("levels")
    for directive in snippet.all("options"):
        chosen = [word for word in directive.words if word in LEVELS]
        if chosen and (levels is not None or directive.selector.words):
            raise SnippetError(
                where, directive.line, f"'{chosen[0]}' belongs into 'levels:', not into 'options:'"
            )


__all__ = [
    "FOLDER_HEADER",
    "LANGUAGES",
    "RECORDED",
    "Directive",
    "Expectation",
    "Line",
    "Lines",
    "RunKey",
    "Selector",
    "Snippet",
    "SnippetError",
    "SnippetFile",
    "load",
    "parse",
    "parse_folder",
]
