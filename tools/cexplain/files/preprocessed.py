"""C as the system's preprocessor leaves it, with every line's place in the original file."""

import os
import re
from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from itertools import groupby
from pathlib import Path

from cexplain import processes
from cexplain.diagnostics import Diagnostic
from cexplain.files.compile_commands import DatabaseError, commanded
from cexplain.files.despite import Findings, UnfinishedError, bytes_outside, despite
from cexplain.files.findings import finding, not_utf8
from cexplain.files.moved import Moved
from cexplain.files.packages import flags_for
from cexplain.files.stated import Stated, placed, unstated
from cexplain.files.texts import MOST, UnreadableError, content
from cexplain.outline import CLOSING, OPENING, SIGNS
from cexplain.processes import Limits, Runner
from cexplain.source import Lines
from cexplain.syntax.units import Line, chunks, learn_types

HERE = (1, 1, 1)
"""The place of a finding about a whole file."""

# GCC 12 knows C23 by its working name only; later ones know both.
CPP_STANDARDS = {"c23": "c2x", "gnu23": "gnu2x"}

_PARTS = frozenset({".def", ".inc", ".c", ".tbl", ".x", ".list"})
"""How files end that are included for what they declare there, and are no headers."""

_MARKER = re.compile(r'# (\d+) "((?:[^"\\]|\\.)*)"[ \d]*$')
_ESCAPED = {"n": "\n", "r": "\r"}
_COMPLAINT = (
    r"^(?P<file>%s[^\n:]+):(?P<line>\d+):(?:(?P<column>\d+):)? (?:fatal )?error: (?P<message>.*)"
)
_CXX = frozenset({".cc", ".cpp", ".cxx", ".c++", ".C", ".hpp", ".hh", ".hxx", ".h++"})
CXX_STANDARD = "gnu++20"
"""How a file is read whose name says that it is C++."""
DEFAULT_STANDARD = "gnu23"
"""How a file is read if nobody says: a strict standard hides what headers have beyond ISO C."""

TIME_LIMIT = 20.0  # seconds; cpp takes far less for the largest headers
LIMITS = Limits(output=MOST, address_space=2 << 30)
_ENDLESS = "is a pipe or a device included, a file by itself, or does a macro grow without end?"


class PreprocessorError(Exception):
    """What kept a file from being preprocessed, as findings about named files."""

    def __init__(self, findings: Sequence[tuple[str, Diagnostic]], output: str = "") -> None:
        self.findings = tuple(findings)
        self.output = output  # what cpp had made until then
        super().__init__(self.findings[0][1].message)


class SourceFile:
    """A C file as it was written, and its own lines after preprocessing.

    In `text` every line has the number that it has in the file. `std` is the
    standard that it was preprocessed for; `known_types` are the names that its
    headers declare with typedef.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what a file is, and nothing else
        self,
        name: str,
        original: str,
        text: str,
        std: str = DEFAULT_STANDARD,
        known_types: frozenset[str] = frozenset(),
        problems: Findings = (),
        stated: Stated | None = None,
    ) -> None:
        """Take a file; `problems` is what is wrong, and did not keep the rest from being read.

        `stated` is what #line says of its lines.
        """
        self.name, self.original, self.text = name, original, text
        self.std, self.known_types, self.problems = std, known_types, problems
        self._stated = stated or Stated()
        self._moved: dict[int, Moved] = {}

    @cached_property
    def lines(self) -> Lines:
        """The original's lines."""
        return Lines(self.original)

    @cached_property
    def _seen(self) -> Lines:
        return Lines(self.text)

    def position(self, line: int, column: int) -> tuple[int, int]:
        """Return the place in the original file of a place in `text`."""
        if line > self.lines.count:
            return line, column
        if line not in self._moved:
            self._moved[line] = Moved(self.lines.line(line), self._seen.line(line))
        return line, self._moved[line].column(column)

    def stated(self, line: int) -> tuple[str, int]:
        """Return the file and the line that a line of the original is said to be."""
        return self._stated.of(line, self.name)


def read_text(path: str) -> tuple[str, Findings]:
    """Return a file's text, and what is wrong with its bytes; raises PreprocessorError.

    In comments and literals they matter to nobody.
    """
    try:
        data = content(path)
    except UnreadableError as error:
        problem = finding("file", str(error), HERE, error.advice)
        raise PreprocessorError([(path, problem)]) from error
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        text = data.decode("latin-1")
        return text, ((path, not_utf8(data, error)),) if bytes_outside(text) else ()


def source_file(
    path: str, options: Sequence[str], std: str | None = None, run: Runner = processes.run
) -> SourceFile:
    """Return a file with its own lines preprocessed; what it includes is left out.

    `options` are -I and -D as given; what the project's compile_commands.json
    says of the file comes before them, and before that what pkg-config says of
    headers that are not found. Raises PreprocessorError.
    """
    original, problems = read_text(path)
    try:
        project = commanded(path)
    except DatabaseError as error:
        raise PreprocessorError([(error.path, error.problem)]) from error
    written_in = CXX_STANDARD if os.path.splitext(path)[1] in _CXX else DEFAULT_STANDARD
    used = std or project.std or written_in
    # cpp gets the text on standard input, in the file's folder: its name stands in no command.
    name = os.fsencode(path).decode("utf-8", "replace")
    folder = Path(os.path.dirname(path) or ".")

    def cpp(content: str, more: Sequence[str] = ()) -> str:
        """Return what cpp makes of the file's content; raises UnfinishedError."""
        arguments = [*project.options, *options, *more, "-"]
        stdin = f'# 1 "{_escaped(name)}"\n{content}'
        try:
            return preprocess_anywhere(arguments, stdin, used, run, folder=folder, name=name)
        except PreprocessorError as error:
            told = tuple((_place(n, name), d) for n, d in error.findings)
            raise UnfinishedError(told, missing_header(error), error.output) from error

    def output(content: str) -> tuple[list[Line], Findings]:
        """Return cpp's lines, and what it complains of."""
        try:
            return marked(cpp(content)), ()
        except UnfinishedError as error:
            found, told = despite(partial(cpp, content), error)
            return marked(found), told

    lines, told = output(original)
    problems += told
    stated = Stated()
    if (plain := unstated(original)) != original:
        lines, stated = placed(lines, output(plain)[0], name)
    if all(line[0] != name for line in lines):
        problem = finding("cpp", "cpp did not read this file", HERE, "does cpp accept it?")
        raise PreprocessorError(problems or [(path, problem)])
    known: set[str] = set()
    if "++" not in used:  # C++ is read without: there a name is told from a type by its place
        for chunk in chunks([line for line in lines if line[0] != name]):
            learn_types(chunk, used, known)
    text = _own_text(lines, name, original.count("\n") + 1)
    return SourceFile(path, original, text, used, frozenset(known), problems, stated)


def _place(found: str, name: str) -> str:
    """Return a file that cpp speaks of as the reader finds it: from where the command is."""
    if found in (name, "cpp") or found.startswith("<"):
        return found
    return shorter(os.path.join(os.path.dirname(name), found))


def shorter(name: str) -> str:
    """Return a path without the folder that we are in."""
    try:
        return name.removeprefix(f"{os.getcwd()}/")
    except OSError:  # a folder that was removed
        return name


def _own_text(lines: Sequence[Line], name: str, most: int) -> str:
    """Return a file's own lines, each at its number; `most` is how many lines the file has.

    What is included within brackets or within a declaration belongs to it, as
    a list of constants does: it stands on the line before. So does what a file
    is read for again that includes itself, and what is no header. What #line
    puts behind the last line stands there.
    """
    own: dict[int, _Pieces] = {}
    depth = last = 0
    again = False  # whether a declaration is read of a line that was read before
    before = ";"  # the last sign of the file's own text
    parts = [[*among] for _, among in groupby(lines, key=lambda line: line[0])]
    for place, among in enumerate(parts):
        file, is_own = among[0][0], among[0][0] == name
        part = [(number, text) for _, number, text in among if _says(text)]
        included_at = max(1, last)
        if place + 1 < len(parts) and depth == 0 and before in ";}":
            included_at = max(included_at, min(parts[place + 1][0][1] - 1, most))
        if not is_own and not (depth > 0 or _belongs(file, part, unfinished=before not in ";}")):
            continue
        for number, text in part:
            line = max(1, min(number, most)) if is_own else included_at
            if depth == 0 and before in ";}":
                again = is_own and line < last and line in own
            line = last if again else line
            own.setdefault(line, _Pieces()).add(text)
            last = max(last, line)
            signs = SIGNS.findall(text)
            depth += sum((sign in OPENING) - (sign in CLOSING) for sign in signs)
            before = text.rstrip()[-1]
    return "\n".join("".join(own[n].parts) if n in own else "" for n in range(1, last + 1))


def _says(text: str) -> bool:
    """Whether a line of cpp's output is no blank one, and no directive that it left."""
    return bool(text.strip()) and not text.startswith("#")


def _belongs(file: str, part: Sequence[tuple[int, str]], *, unfinished: bool) -> bool:
    """Whether what was included outside of brackets belongs to the file that includes it.

    Where a declaration is `unfinished`, a piece of it does: a list of values, a name. A file that
    is no header holds declarations for whoever includes it, as a list of X-macros does.
    """
    if unfinished and all(";" not in text and "{" not in text for _, text in part):
        return True
    return os.path.splitext(file)[1] in _PARTS


class _Pieces:
    """A line's pieces: cpp splits a line where a system header's macro stood."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._width = 0

    def add(self, text: str) -> None:
        """Put a piece behind the others, at its own column if there is room."""
        kept = text.lstrip() if self.parts else text
        blanks = max(1, len(text) - len(kept) - self._width) if self.parts else 0
        self.parts.append(" " * blanks + kept)
        self._width += blanks + len(kept)


def preprocess(  # noqa: PLR0913 - each says one thing about the text
    arguments: Sequence[str],
    stdin: str,
    std: str,
    run: Runner = processes.run,
    *,
    folder: Path | None = None,
    name: str = "<stdin>",
) -> str:
    """Return what cpp makes of its arguments; raises PreprocessorError with what it says.

    It runs in `folder`; `name` is what the text on standard input calls itself.
    """
    language = ("-x", "c++") if "++" in std else ()
    command = ["cpp", *language, f"-std={CPP_STANDARDS.get(std, std)}", *arguments]
    try:
        ended = run(command, cwd=folder, stdin=stdin, timeout=TIME_LIMIT, limits=LIMITS)
    except FileNotFoundError as error:
        advice = "install it (Debian: apt-get install cpp), or read declarations without --file"
        problem = finding("cpp", "there is no C preprocessor on this machine", HERE, advice)
        raise PreprocessorError([("cpp", problem)]) from error
    if ended.truncated or ended.timed_out:
        what = f"it takes more than {TIME_LIMIT:.0f} seconds"
        if ended.truncated:
            what = f"it leaves more than {MOST >> 20} MiB"
        problem = finding("cpp", f"cannot be preprocessed: {what}", HERE, _ENDLESS)
        raise PreprocessorError([(name, problem)])
    if ended.status == 0:
        return ended.stdout
    found = list(_complaints(ended.stderr, name))
    if not found:
        reason = ended.stderr.strip().split("\n")[-1] or "failed"
        found = [("cpp", finding("cpp", reason, HERE, "does cpp accept this file?"))]
    raise PreprocessorError(found, ended.stdout)


def _complaints(said: str, name: str) -> Iterator[tuple[str, Diagnostic]]:
    """Yield cpp's errors; `name` is found in them whatever characters it has."""
    for match in re.finditer(_COMPLAINT % f"{re.escape(name)}|", said, re.MULTILINE):
        place = (int(match["line"]), int(match["column"] or 1), 1)
        advice = "the preprocessor stopped here"
        if "No such file" in match["message"]:
            advice = "give the folder of the header with -I"
        yield match["file"], finding("cpp", match["message"], place, advice)


def preprocess_anywhere(  # noqa: PLR0913 - as above
    arguments: Sequence[str],
    stdin: str,
    std: str,
    run: Runner = processes.run,
    *,
    folder: Path | None = None,
    name: str = "<stdin>",
) -> str:
    """Return what cpp makes of its arguments, with the flags of packages whose headers it misses.

    Raises PreprocessorError with what cpp says where pkg-config cannot help.
    """
    flags: tuple[str, ...] = ()
    while True:
        try:
            return preprocess([*flags, *arguments], stdin, std, run, folder=folder, name=name)
        except PreprocessorError as error:
            missing = missing_header(error)
            more = flags_for(missing, run) if missing else ()
            if set(more) <= set(flags):
                raise
            flags += more


def missing_header(error: PreprocessorError) -> str | None:
    """Return the header that cpp did not find, None if it failed for another reason."""
    for _, problem in error.findings:
        name, _, reason = problem.message.rpartition(": ")
        if reason == "No such file or directory":
            return name
    return None


def marked(output: str) -> list[Line]:
    """Return cpp's lines, each with the file and the line that it comes from."""
    found: list[Line] = []
    name, line = "", 0
    for text in output.split("\n"):
        marker = _MARKER.match(text)
        if marker:
            name, line = _unescaped(marker[2]), int(marker[1])
        else:
            found.append((name, line, text))
            line += 1
    return found


def _escaped(name: str) -> str:
    """Return a file name in the form that line markers have.

    A carriage return ends a line for cpp, too.
    """
    escaped = name.replace("\\", r"\\").replace('"', r"\"")
    return escaped.replace("\n", r"\n").replace("\r", r"\r")


def _unescaped(name: str) -> str:
    """Return a file name as it is, from the form that line markers have."""
    return re.sub(r"\\(.)", lambda found: _ESCAPED.get(found[1], found[1]), name)
