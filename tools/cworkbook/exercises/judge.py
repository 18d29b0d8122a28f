"""Judges an exercise: builds it, runs its checks, and says what is right and what is missing."""

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cexplain.processes import Finished, Limits, Runner
from cworkbook.exercises.data import JUDGE, Check, Exercise
from cworkbook.toolchain import Toolchain, environment

SECONDS = 10
"""Of a processor that each check may take; the clock alone would say how busy the machine is."""
LONGEST = 600.0
BUILDING = 120
_LINES = 20
_SPENT = 128 + 24  # SIGXCPU


@dataclass(frozen=True, slots=True)
class Judged:
    """How one check went: `identity` is `build` for what comes before them, `said` the advice."""

    identity: str
    says: str
    holds: bool
    said: str = ""


def lacking(exercise: Exercise, root: Path, toolchain: Toolchain) -> tuple[str, ...]:
    """Return the Debian packages that are neither installed nor unpacked."""
    there = root / ".cache" / "debian"
    return tuple(
        name
        for name in exercise.requires
        if not toolchain.package(name) and not (there / f"{name}.version").is_file()
    )


def judge(exercise: Exercise, files: dict[str, bytes], root: Path, run: Runner) -> Iterator[Judged]:
    """Yield how each check went with some files, in order; after a failed build nothing more.

    Everything happens in a folder of its own, so that no check changes the reader's files. What the
    judge brings along replaces files of the same name.
    """
    with tempfile.TemporaryDirectory(prefix="exercise-") as made:
        folder = Path(made).resolve()
        _lay(folder, files | exercise.files(JUDGE))
        built = _shell(exercise.build, folder, root, run, BUILDING)
        if built.status != 0 or built.timed_out:
            yield Judged("build", "It builds.", False, _tail(built.stdout + built.stderr))
            return
        yield Judged("build", "It builds.", True)
        for check in exercise.checks:
            yield _judged(check, _shell(check.run, folder, root, run, SECONDS))


def _lay(folder: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _shell(command: str, folder: Path, root: Path, run: Runner, seconds: int) -> Finished:
    env = environment(folder) | {
        "UNPACKED": str(root / ".cache" / "debian"),
        "SNIPPETS": str(root / "snippets"),
    }
    words = ["prlimit", "--core=0", f"--cpu={seconds}:{seconds + 1}", "--"]
    return run(
        [*words, "bash", "-eu", "-o", "pipefail", "-c", command],
        cwd=folder,
        timeout=LONGEST,
        env=env,
        limits=Limits(output=1 << 20),
    )


def _judged(check: Check, finished: Finished) -> Judged:
    printed = finished.stdout.rstrip()
    whole = f"{printed}\n{finished.stderr}"
    if printed == check.prints and finished.status == 0:
        return Judged(check.identity, check.says, True)
    for pattern, sentence in check.answers:
        if re.search(pattern, whole, re.MULTILINE):
            return Judged(check.identity, check.says, False, sentence)
    return Judged(check.identity, check.says, False, _difference(check, finished, printed))


def _difference(check: Check, finished: Finished, printed: str) -> str:
    """Return what was printed instead, where no sentence answers to it."""
    said = [f"It should print:\n{_tail(check.prints)}"]
    if printed != check.prints:
        said.append(f"It printed:\n{_tail(printed)}" if printed else "It printed nothing.")
    if finished.timed_out or finished.status == _SPENT:
        said.append("It was still running when its time was up.")
    elif finished.status != 0:
        said.append(f"It ended with status {finished.status}.")
    if finished.stderr.strip():
        said.append(_tail(finished.stderr))
    return "\n".join(said)


def _tail(text: str) -> str:
    """Return a text's last lines, set in."""
    lines = text.strip("\n").splitlines()
    dots = ["…"] if len(lines) > _LINES else []
    return "\n".join(f"    {line}".rstrip() for line in [*dots, *lines[-_LINES:]])
