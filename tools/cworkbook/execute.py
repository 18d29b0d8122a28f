"""Runs what a snippet made, or the snippet itself where it is a script."""

import math
import os
import re
import shlex
import shutil
import signal
from dataclasses import dataclass, replace
from pathlib import Path

from cexplain.processes import Finished, Limits, Runner
from cworkbook import records
from cworkbook.build import program_name
from cworkbook.directives import duration
from cworkbook.marks import marks_of
from cworkbook.snippet import RECORDED, RunKey, Snippet
from cworkbook.toolchain import COMPILERS, INTERPRETERS, environment, flags, unpacked

RUN_TIMEOUT = 10.0
"""Seconds of a processor that a program may take if its header says nothing."""

VALGRIND_TIMEOUT = 120.0
"""The same under valgrind, for each program."""

WAITING, LONGEST = 60, 600.0
"""How many times as long a program may take by the clock, and how many seconds at most.

It may wait for something, or for a processor that others use: that is no fault of its own.
"""

MEMORY = 4 << 30
"""Bytes of address space that a program may have: a mistake in it is not the machine's end."""

_SPENT = 128 + signal.SIGXCPU
_NO_RANDOM_ADDRESSES = ("setarch", "-R")


@dataclass(frozen=True, slots=True)
class Execution:
    """How a program ended; `valgrind` holds what valgrind counted in a second run."""

    command: str
    finished: Finished
    valgrind: dict[str, int] | None = None

    @property
    def waited(self) -> bool:
        """Return whether the clock ended it: it had not used its time on a processor."""
        return self.finished.timed_out and self.finished.status != _SPENT


def execute(
    snippet: Snippet, key: RunKey, executable: Path | None, folder: Path, run: Runner
) -> Execution:
    """Return how the program ended; it runs in `folder`, which is its own."""
    if executable is not None:
        shutil.move(executable, folder / executable.name)
        words = [*COMPILERS[key.compiler].runner, f"./{program_name(snippet)}"]
        shown = words
    elif snippet.one("script"):
        _copy_all(snippet, folder)
        words = ["bash", "-eu", "-o", "pipefail", "-c", _text(snippet, key, "script")]
        shown = ["bash", "script"]
    else:
        _copy_all(snippet, folder)
        words = [INTERPRETERS[key.compiler], snippet.path.name]
        shown = words
    arguments = snippet.one("args", key)
    if arguments:
        words = [*words, *arguments.words]
        shown = [*shown, *arguments.words]
    under = _under(snippet, folder)
    finished = _run(snippet, key, [*under, *words], folder, run)
    counted = None
    if snippet.one("valgrind", key) and not finished.timed_out:
        counted = _valgrind(snippet, key, words, folder, run)
    return Execution(shlex.join([*under, *shown]), finished, counted)


def _text(snippet: Snippet, key: RunKey, name: str) -> str:
    """Return a directive's text, "" if the header has none for this run."""
    directive = snippet.one(name, key)
    return directive.text if directive else ""


def _under(snippet: Snippet, folder: Path) -> list[str]:
    """Return the words that start the script which gives the program its surroundings.

    The script and the files that it needs are copied to where the program runs.
    """
    for file in snippet.beside:
        shutil.copy(file, folder / file.name)
    return ["bash", snippet.beside[0].name] if snippet.beside else []


def _copy_all(snippet: Snippet, folder: Path) -> None:
    """Copy a snippet's files, so that a script cannot change them."""
    base = snippet.path if snippet.is_folder else snippet.path.parent
    if snippet.is_folder:
        shutil.copytree(base, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns(RECORDED))
    else:
        for name, content in records.inputs(snippet):
            target = (folder / name).resolve()
            # What lies beside the snippet's folder stays where it is.
            if target.is_relative_to(folder.resolve()):
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
    for path in folder.rglob("*.xs"):
        text = path.read_text(encoding="utf-8")
        header = not snippet.is_folder and path.name == snippet.path.name
        path.write_text(without_mark_lines(text, path.name, header=header), encoding="utf-8")


def without_mark_lines(text: str, where: str, *, header: bool) -> str:
    """Return a file's text with its lines of marks empty, all others in their places.

    xsubpp takes a comment in C's style below MODULE for a function's beginning.
    """
    lines = text.split("\n")
    for mark in marks_of(text, where, header=header):
        if mark.column == 0:
            lines[mark.line - 1 : mark.last_line] = [""] * (mark.last_line - mark.line + 1)
    return "\n".join(lines)


def _run(snippet: Snippet, key: RunKey, words: list[str], folder: Path, run: Runner) -> Finished:
    hangs = snippet.one("hangs", key)
    limit = snippet.one("timeout", key)
    seconds = duration(hangs.text if hangs else limit.text if limit else f"{RUN_TIMEOUT}s")
    # One that hangs uses its time at last, however much of the machine is others'.
    clock = LONGEST if hangs else max(seconds, min(WAITING * math.ceil(seconds), LONGEST))
    environ = _environment(snippet, key, folder)
    stdin = _text(snippet, key, "stdin")
    limits = _limits(snippet, key)

    def within(words: list[str]) -> Finished:
        words = _counted(seconds, words)
        return run(words, cwd=folder, stdin=stdin, timeout=clock, env=environ, limits=limits)

    finished = within(words)
    if b"ThreadSanitizer: unexpected memory mapping" in finished.err:
        # Some kernels spread addresses more widely than the sanitizer can map.
        finished = within([*_NO_RANDOM_ADDRESSES, *words])
    return replace(finished, timed_out=True) if finished.status == _SPENT else finished


def _counted(seconds: float, words: list[str]) -> list[str]:
    """Return what starts a program that may use a processor for so many seconds.

    Each process that it starts may use as many. The clock alone would say how busy the machine is.
    """
    whole = math.ceil(seconds)
    return ["prlimit", "--core=0", f"--cpu={whole}:{whole + 1}", "--", *words]


def _limits(snippet: Snippet, key: RunKey) -> Limits:
    """Return what a program may use; sanitizers and emulators reserve far more than they use."""
    compiler = COMPILERS.get(key.compiler)
    reserves = snippet.one("sanitize", key) or (compiler is not None and compiler.runner)
    return Limits() if reserves else Limits(address_space=MEMORY)


def _environment(snippet: Snippet, key: RunKey, folder: Path) -> dict[str, str]:
    """Return the program's environment; a script's also says how to compile."""
    environ = environment(folder)
    if snippet.one("requires"):
        environ["UNPACKED"] = str(unpacked(snippet))
    compiler = COMPILERS.get(key.compiler)
    if compiler is None:
        return environ
    if compiler.symbolizer and snippet.one("sanitize", key):
        # The sanitizers know their helper only by its name without a version.
        path = os.path.realpath(shutil.which(compiler.symbolizer) or "")
        for name in ("ASAN", "LSAN", "MSAN", "TSAN", "UBSAN"):
            environ[f"{name}_OPTIONS"] = f"external_symbolizer_path={path}"
    if snippet.one("script"):
        environ |= {
            "CC": compiler.executable,
            "CFLAGS": shlex.join(flags(snippet, key)),
            "STD": compiler.standard(key.std),
            "LEVEL": key.level,
            "OBJDUMP": compiler.objdump,
        }
    return environ


_COUNTS = {
    "errors": r"ERROR SUMMARY: ([\d,]+) errors",
    "in_use": r"in use at exit: ([\d,]+) bytes",
    "in_use_blocks": r"in use at exit: [\d,]+ bytes in ([\d,]+) blocks",
    "definitely_lost": r"definitely lost: ([\d,]+) bytes",
    "definitely_lost_blocks": r"definitely lost: [\d,]+ bytes in ([\d,]+) blocks",
}
"""What valgrind's log says, by the name that the record keeps it under."""


def _valgrind(
    snippet: Snippet, key: RunKey, words: list[str], folder: Path, run: Runner
) -> dict[str, int]:
    """Return what valgrind counted; a number that its log lacks is 0 (nothing was lost)."""
    log = folder.parent / "valgrind.log"
    options = ["--leak-check=full", "--errors-for-leak-kinds=none", f"--log-file={log}"]
    run(
        _counted(VALGRIND_TIMEOUT, [*_under(snippet, folder), "valgrind", *options, *words]),
        cwd=folder,
        stdin=_text(snippet, key, "stdin"),
        timeout=LONGEST,
        env=_environment(snippet, key, folder),
    )
    text = log.read_text(encoding="utf-8", errors="replace")
    found = {name: re.search(pattern, text) for name, pattern in _COUNTS.items()}
    return {name: int(m[1].replace(",", "")) if m else 0 for name, m in found.items()}
