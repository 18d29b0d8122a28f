"""Asks compilers about many pieces of C at once; every error is tied to its piece."""

import re
import shutil
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from support.declarations import PRELUDE
from support.patience import PATIENCE

_COMMON = ("-fsyntax-only", "-x", "c")
_BATCH = 400
# "pair:12:original:3:5: error: …" as the `#line` before each piece has it.
_ERROR = re.compile(r"^piece:(\d+):(\w+):(\d+)(?::\d+)?: (?:fatal )?error: (.*)$", re.MULTILINE)
_LOOSE = re.compile(r"^.*\berror: .*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Compiler:
    """A compiler as the second opinion: its command and the flags that keep it quiet."""

    name: str
    command: tuple[str, ...]
    quiet: tuple[str, ...] = ("-w",)


GCC = Compiler("gcc", ("gcc", "-fmax-errors=0", "-fno-diagnostics-show-caret"))
# The newest one that the machine has: it knows C23 by its own name and more types.
CLANG = Compiler(
    "clang",
    (
        "clang-19" if shutil.which("clang-19") else "clang",
        "-ferror-limit=0",
        "-fno-caret-diagnostics",
        "-fbracket-depth=1024",
        "-Wno-error=int-conversion",
    ),
)
COMPILERS = (GCC, CLANG)
# As strict as the standard: what is an extension is an error. With -w it would be nothing.
STRICT = tuple(
    Compiler(f"{one.name} -pedantic-errors", one.command, ("-pedantic-errors",))
    for one in COMPILERS
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a translation unit: what it is called, and its lines."""

    number: int
    flag: str
    text: str


def line_marker(number: int, part: str) -> str:
    """Return the directive that makes a compiler name piece and part in its errors."""
    return f'#line 1 "piece:{number}:{part}"\n'


def complaints(
    compiler: Compiler, pieces: Sequence[Piece], *, batch: int = _BATCH, jobs: int = 2
) -> dict[int, str]:
    """Return the first error for each piece that `compiler` refuses, by the piece's number."""
    groups: Mapping[str, list[Piece]] = defaultdict(list)
    for piece in pieces:
        groups[piece.flag].append(piece)
    batches = [
        group[start : start + batch]
        for group in groups.values()
        for start in range(0, len(group), batch)
    ]
    found: dict[int, str] = {}
    with ThreadPoolExecutor(jobs) as pool:
        for errors in pool.map(partial(_settle, compiler), batches):
            found.update(errors)
    return found


def _settle(compiler: Compiler, pieces: list[Piece]) -> dict[int, str]:
    """Take refused pieces out until the rest compiles: one error may hide or cause others."""
    refused: dict[int, str] = {}
    remaining = list(pieces)
    while remaining:
        output = _compile(compiler, remaining)
        blamed = {int(match[1]): f"{match[2]}: {match[4]}" for match in _first_errors(output)}
        if not blamed:
            loose = _LOOSE.search(output)
            if loose is None:
                break
            if len(remaining) == 1:
                return refused | {remaining[0].number: loose[0]}
            half = len(remaining) // 2
            return (
                refused | _settle(compiler, remaining[:half]) | _settle(compiler, remaining[half:])
            )
        if len(pieces) == 1:
            return blamed
        for piece in remaining:
            if piece.number in blamed:
                # Alone, it is judged for its own faults and not for its neighbours'.
                refused |= _settle(compiler, [piece])
        remaining = [piece for piece in remaining if piece.number not in blamed]
    return refused


def _first_errors(output: str) -> Iterator[re.Match[str]]:
    seen: set[str] = set()
    for match in _ERROR.finditer(output):
        if match[1] not in seen:
            seen.add(match[1])
            yield match


def _compile(compiler: Compiler, pieces: Iterable[Piece]) -> str:
    pieces = list(pieces)
    source = "".join(['#line 1 "prelude"\n', PRELUDE, "\n", *(piece.text for piece in pieces)])
    command = [*compiler.command, *compiler.quiet, *_COMMON, pieces[0].flag, "-"]
    done = subprocess.run(
        command, input=source.encode(), capture_output=True, timeout=PATIENCE, check=False
    )
    output = done.stderr.decode(errors="replace")
    if done.returncode not in (0, 1):
        return (
            f"piece:{pieces[0].number}:compiler:1: error: status {done.returncode}: {output[-300:]}"
        )
    return output


def run_program(compiler: Compiler, flag: str, source: str) -> str:
    """Return the standard output of a program made from `source`; raises if it does not build."""
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "program"
        command = [*compiler.command, "-w", "-O0", "-x", "c", flag, "-o", str(program), "-"]
        built = subprocess.run(
            command, input=source.encode(), capture_output=True, timeout=PATIENCE, check=False
        )
        if built.returncode:
            raise AssertionError(
                f"the layout program: {built.stderr.decode(errors='replace')[:2000]}"
            )
        done = subprocess.run(
            [str(program)], check=True, capture_output=True, timeout=PATIENCE, text=True
        )
    return done.stdout
