"""The checker's wall time beside the time that the compilers alone take for the same commands.

Every proof is made anew, one after another, so that times can be added up. What the proved
programs themselves take, those that hang on purpose among them, is told apart.
"""

import tempfile
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import ROOT
from benchmarks.measure import Row, seconds
from cexplain import processes
from cexplain.processes import Finished, Limits
from cworkbook import book, prove
from cworkbook.proofcache import Cache
from cworkbook.toolchain import COMPILERS, Toolchain

_COMPILERS = frozenset(compiler.executable for compiler in COMPILERS.values())
_ANY = Limits()
JOBS = 2


@dataclass(slots=True)
class Clocked:
    """A runner that adds up how long its processes took: compilers, and all others."""

    compilers: float = 0.0
    others: float = 0.0
    started: list[str] = field(default_factory=list)

    def __call__(  # noqa: PLR0913 - the shape of processes.run
        self,
        command: Sequence[str],
        *,
        cwd: Path | None = None,
        stdin: str | bytes = b"",
        timeout: float = 60.0,
        env: Mapping[str, str] | None = None,
        limits: Limits = _ANY,
    ) -> Finished:
        """Return what `processes.run` returns."""
        start = time.perf_counter()
        try:
            return processes.run(
                command, cwd=cwd, stdin=stdin, timeout=timeout, env=env, limits=limits
            )
        finally:
            took = time.perf_counter() - start
            if Path(command[0]).name in _COMPILERS:
                self.compilers += took
            else:
                self.others += took
            self.started.append(command[0])


def prove_all(toolchain: Toolchain, cache: Cache | None, jobs: int) -> None:
    """Prove every snippet of the book; raises AssertionError if one fails."""
    snippets = [book.load(path, ROOT) for path in book.snippet_paths(ROOT)]
    with ThreadPoolExecutor(jobs) as pool:
        for _, problems in pool.map(lambda one: prove.check(one, toolchain, cache), snippets):
            assert not problems, problems[0]


def measure() -> list[Row]:
    """Return what one pass through all snippets takes, in seconds; it is too long to repeat."""
    clock = Clocked()
    wall = seconds(lambda: prove_all(Toolchain(clock), None, 1))
    with tempfile.TemporaryDirectory() as made:
        # Empty at first: the same folder then shows what remembering is worth.
        cache = Cache(Path(made))
        parallel, again = (
            seconds(lambda: prove_all(Toolchain(processes.run), cache, JOBS)) for _ in range(2)
        )
    own = wall - clock.others
    command = "python -m benchmarks checker"
    return [
        Row(
            "Snippets proved one by one, less the proved programs' own time",
            f"{own:.1f} s",
            f"{clock.compilers:.1f} s: the compilers alone",
            f"{own / clock.compilers:.2f}",
            command,
        ),
        Row(
            f"Snippets proved, {JOBS} at a time, programs and waiting included",
            f"{parallel:.1f} s",
            f"{clock.compilers:.1f} s: the compilers alone, one by one",
            f"{parallel / clock.compilers:.2f}",
            command,
        ),
        Row(
            "Snippets proved again, nothing changed",
            f"{again:.1f} s",
            f"{parallel:.1f} s: from scratch",
            f"{again / parallel:.2f}",
            command,
        ),
    ]
