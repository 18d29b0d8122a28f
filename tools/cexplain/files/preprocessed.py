"""C as the system's preprocessor leaves it, with every line's place in the original file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from cexplain import processes
from cexplain.diagnostics import Diagnostic
from cexplain.files.compile_commands import DatabaseError, commanded
from cexplain.files.findings import finding, not_utf8
from cexplain.files.packages import flags_for
from cexplain.processes import Runner
from cexplain.source import Lines
from cexplain.syntax.units import Line, chunks, learn_types

HERE = (1, 1, 1)
"""The place of a finding about a whole file."""

# GCC 12 knows C23 by its working name only; later ones know both.
CPP_STANDARDS = {"c23": "c2x", "gnu23": "gnu2x"}

_MARKER = re.compile(r'# (\d+) "((?:[^"\\]|\\.)*)"[ \d]*$')
_COMPLAINT = re.compile(
    r"(?P<file>[^\n:]+):(?P<line>\d+):(?:(?P<column>\d+):)? (?:fatal )?error: (?P<message>.*)"
)
_TOKEN = re.compile(r"\w+|\S")
_BRACKET = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|[][(){}]')
DEFAULT_STANDARD = "gnu23"
"""How a file is read if nobody says: a strict standard hides what headers have beyond ISO C."""

TIME_LIMIT = 60.0  # seconds; cpp takes far less for the largest headers


class PreprocessorError(Exception):
    """What kept a file from being preprocessed, as findings about named files."""

    def __init__(self, findings: Sequence[tuple[str, Diagnostic]]) -> None:
        self.findings = tuple(findings)
        super().__init__(self.findings[0][1].message)


@dataclass(frozen=True)
class SourceFile:
    """A C file as it was written, and its own lines after preprocessing.

    In `text` every line has the number that it has in the file. `std` is the
    standard that it was preprocessed for; `known_types` are the names that its
    headers declare with typedef.
    """

    name: str
    original: str
    text: str
    std: str = DEFAULT_STANDARD
    known_types: frozenset[str] = frozenset()

    @cached_property
    def lines(self) -> Lines:
        """The original's lines."""
        return Lines(self.original)

    def position(self, line: int, column: int) -> tuple[int, int]:
        """Return the place in the original file of a place in `text`.

        The preprocessor keeps lines but moves what stands after a comment or a
        macro: the same token is looked for, counted from the line's beginning.
        """
        if line > self.original.count("\n") + 1:
            return line, column
        written, seen = self.lines.line(line), Lines(self.text).line(line)
        if written == seen:
            return line, column
        tokens = list(_TOKEN.finditer(seen))
        at = next((k for k, t in enumerate(tokens) if t.end() >= column), None)
        if at is None:
            return line, len(written.rstrip()) + 1
        word = tokens[at].group()
        nth = sum(token.group() == word for token in tokens[:at])
        places = [token.start() for token in _TOKEN.finditer(written) if token.group() == word]
        if nth < len(places):
            return line, places[nth] + 1
        return line, min(column, len(written) + 1)


def read_text(path: str) -> str:
    """Return a file's text; raises PreprocessorError where it cannot be read or is not UTF-8."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        reason = f"cannot be read: {(error.strerror or str(error)).lower()}"
        raise PreprocessorError(
            [(path, finding("file", reason, HERE, "is the name right?"))]
        ) from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise PreprocessorError([(path, not_utf8(data, error))]) from error


def source_file(
    path: str, options: Sequence[str], std: str | None = None, run: Runner = processes.run
) -> SourceFile:
    """Return a file with its own lines preprocessed; what it includes is left out.

    `options` are -I and -D as given; what the project's compile_commands.json
    says of the file comes before them, and before that what pkg-config says of
    headers that are not found. Raises PreprocessorError.
    """
    original = read_text(path)
    try:
        project = commanded(path)
    except DatabaseError as error:
        raise PreprocessorError([(error.path, error.problem)]) from error
    used = std or project.std or DEFAULT_STANDARD
    # A name that begins with a dash would be taken for an option.
    given = path if not path.startswith("-") else f"./{path}"
    lines = marked(preprocess_anywhere([*project.options, *options, given], "", used, run))
    known: set[str] = set()
    for chunk in chunks([line for line in lines if line[0] != given]):
        learn_types(chunk, used, known)
    text = _own_text(lines, given)
    return SourceFile(path, original, text, used, frozenset(known))


def _own_text(lines: Sequence[Line], given: str) -> str:
    """Return a file's own lines, each at its number.

    What is included within brackets belongs to the declaration around it, as
    a list of constants does: it stands on the line before.
    """
    own: dict[int, str] = {}
    depth = last = 0
    for name, line, text in lines:
        if not text.strip() or text.startswith("#"):
            continue
        if name == given:
            own[line] = _beside(own.get(line), text)
            last = max(last, line)
        elif depth > 0:
            own[last] = _beside(own.get(last), text)
        else:
            continue
        depth += sum(
            (sign in "([{") - (sign in ")]}") for sign in _BRACKET.findall(text) if len(sign) == 1
        )
    return "\n".join(own.get(n, "") for n in range(1, last + 1))


def preprocess(arguments: Sequence[str], stdin: str, std: str, run: Runner = processes.run) -> str:
    """Return what cpp makes of its arguments; raises PreprocessorError with what it says."""
    command = ["cpp", f"-std={CPP_STANDARDS.get(std, std)}", *arguments]
    try:
        ended = run(command, stdin=stdin, timeout=TIME_LIMIT)
    except FileNotFoundError as error:
        advice = "install it (Debian: apt-get install cpp), or read declarations without --file"
        problem = finding("cpp", "there is no C preprocessor on this machine", HERE, advice)
        raise PreprocessorError([("cpp", problem)]) from error
    if ended.status == 0:
        return ended.stdout
    found = [
        (
            match["file"],
            finding(
                "cpp",
                match["message"],
                (int(match["line"]), int(match["column"] or 1), 1),
                "give the folder of the header with -I"
                if "No such file" in match["message"]
                else "the preprocessor stopped here",
            ),
        )
        for match in _COMPLAINT.finditer(ended.stderr)
    ]
    if not found:
        reason = "took too long" if ended.timed_out else ended.stderr.strip().split("\n")[-1]
        found = [("cpp", finding("cpp", reason or "failed", HERE, "does cpp accept this file?"))]
    raise PreprocessorError(found)


def preprocess_anywhere(
    arguments: Sequence[str], stdin: str, std: str, run: Runner = processes.run
) -> str:
    """Return what cpp makes of its arguments, with the flags of packages whose headers it misses.

    Raises PreprocessorError with what cpp says where pkg-config cannot help.
    """
    flags: tuple[str, ...] = ()
    while True:
        try:
            return preprocess([*flags, *arguments], stdin, std, run)
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


def _unescaped(name: str) -> str:
    """Return a file name as it is, from the form that line markers have."""
    return re.sub(r"\\(.)", r"\1", name)


def _beside(before: str | None, text: str) -> str:
    """Return a line's pieces as one: cpp splits a line where a system header's macro stood."""
    if before is None:
        return text
    kept = text.lstrip()
    return before.ljust(max(len(before) + 1, len(text) - len(kept))) + kept
