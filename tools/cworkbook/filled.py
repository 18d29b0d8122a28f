"""Runs a program once more where memory that nobody wrote holds something else.

What it says and how it ends must not depend on that: a record would be true on some days only.
"""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from cexplain.processes import Finished, Runner
from cworkbook import prove, records
from cworkbook.evidence import Failure
from cworkbook.proofcache import Cache
from cworkbook.records import Record, Run
from cworkbook.snippet import RunKey, Snippet
from cworkbook.toolchain import COMPILERS, Toolchain

STACK = "-ftrivial-auto-var-init=pattern"
HEAP = {"GLIBC_TUNABLES": "glibc.malloc.perturb=165"}
"""What fills local objects that have no initializer, and what malloc returns."""

_NATIVE = frozenset({"gcc", "g++", "clang", "clang++", "clang-19", "clang++-19"})
_OUT = ("varies", "hangs", "sanitize", "script")
"""What takes a run out: its output may vary, or a sanitizer looks at its memory."""


def filled_run(snippet: Snippet) -> RunKey | None:
    """Return the run that is done once more, None if there is none.

    It is clang's if there is one, as gcc fills no object that has a constructor, and the one that
    is optimised most: there it matters most that an object has no value.
    """
    if snippet.step != "run":
        return None
    fit = [
        key
        for key in snippet.keys
        if key.compiler in _NATIVE and not any(snippet.all(name, key) for name in _OUT)
    ]
    return max(fit, key=lambda key: (key.compiler.startswith("clang"), key.level), default=None)


def failures(
    snippet: Snippet, record: Record | None, toolchain: Toolchain, cache: Cache | None
) -> tuple[Failure, ...]:
    """Return what a program does otherwise with other contents of its memory than its record says.

    Whether the record is right and of this version of the file is told elsewhere.
    """
    key = filled_run(snippet)
    right = record if record and record.digest == records.digest(snippet) else None
    stored = next((run for run in right.runs if run.key == key), None) if right else None
    if key is None or stored is None or toolchain.missing(snippet, key):
        return ()
    name = cache.name(snippet, key, toolchain.versions(snippet, key), STACK) if cache else ""
    run = cache.get(name) if cache else None
    if run is None:
        run = _run(snippet, key, toolchain)
    if _said(run) != _said(stored):
        return (
            Failure(
                f"snippets/{snippet.name}:1",
                f"{key.name}: the program depends on memory that nobody wrote",
                "give every object a value before it is read, or write 'varies: output'",
                expected=stored.stdout,
                got=run.stdout if run.exit == stored.exit else f"exit {run.exit}\n{run.stdout}",
            ),
        )
    if cache:
        cache.put(name, run)
    return ()


def _said(run: Run) -> tuple[str, int | None]:
    return run.stdout, run.exit


def _run(snippet: Snippet, key: RunKey, toolchain: Toolchain) -> Run:
    """Return the run with both memories filled."""
    with tempfile.TemporaryDirectory(prefix="snippet-") as made:
        filling = replace(toolchain, run=_filling(toolchain.run))
        return prove.gather(snippet, key, Path(made), filling).run


def _filling(run: Runner) -> Runner:
    """Return what starts compilers and programs so that they fill memory."""
    compilers = {COMPILERS[name].executable for name in _NATIVE}

    def start(
        command: Sequence[str], *, env: Mapping[str, str] | None = None, **how: Any
    ) -> Finished:
        if command[0] in compilers:
            return run([command[0], STACK, *command[1:]], env=env, **how)
        return run(command, env={**(env or {}), **HEAP}, **how)

    return start
