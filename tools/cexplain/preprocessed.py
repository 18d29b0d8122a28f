"""C as the system's preprocessor leaves it, with every line's place in the original file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from cexplain import processes
from cexplain.diagnostics import Diagnostic
from cexplain.findings import finding, not_utf8
from cexplain.processes import Runner
from cexplain.source import Lines

HERE = (1, 1, 1)
"""The place of a finding about a whole file."""

# GCC 12 knows C23 by its working name only; later ones know both.
CPP_STANDARDS = {"c23": "c2x", "gnu23": "gnu2x"}

_MARKER = re.compile(r'# (\d+) "((?:[^"\\]|\\.)*)"[ \d]*$')
_COMPLAINT = re.compile(
    r"(?P<file>[^\n:]+):(?P<line>\d+):(?:(?P<column>\d+):)? (?:fatal )?error: (?P<message>.*)"
)
_TOKEN = re.compile(r"\w+|\S")
TIME_LIMIT = 60.0  # seconds; cpp takes far less for the largest headers


class PreprocessorError(Exception):
    """What kept a file from being preprocessed, as findings about named files."""

    def __init__(self, findings: Sequence[tuple[str, Diagnostic]]) -> None:
        self.findings = tuple(findings)
        super().__init__(self.findings[0][1].message)


@dataclass(frozen=True)
class SourceFile:
    """A C file as it was written, and its own lines after preprocessing.

    In `text` every line has the number that it has in the file.
    """

    name: str
    original: str
    text: str

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
    path: str, options: Sequence[str], std: str, run: Runner = processes.run
) -> SourceFile:
    """Return a file with its own lines preprocessed; what it includes is left out.

    `options` are -I and -D as given. Raises PreprocessorError.
    """
    original = read_text(path)
    # A name that begins with a dash would be taken for an option.
    given = path if not path.startswith("-") else f"./{path}"
    own: dict[int, str] = {}
    for name, line, text in marked(preprocess([*options, given], "", std, run)):
        if name == given and text.strip() and not text.startswith("#"):
            own[line] = _beside(own.get(line), text)
    last = max(own, default=0)
    return SourceFile(path, original, "\n".join(own.get(n, "") for n in range(1, last + 1)))


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


def marked(output: str) -> list[tuple[str, int, str]]:
    """Return cpp's lines, each with the file and the line that it comes from."""
    found: list[tuple[str, int, str]] = []
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
