"""The reader's folder of an exercise: written once, and never over anything."""

import difflib
from pathlib import Path

from cworkbook.exercises.data import MODEL, STARTER, Exercise

DESK = "exercise"
"""The folder that holds the reader's work; git does not follow it."""


def desk(exercise: Exercise, root: Path) -> Path:
    """Return the reader's folder, whether it is there or not."""
    return root / DESK / exercise.name


def begin(exercise: Exercise, root: Path) -> list[str]:
    """Write the files that are not there yet; return their names.

    A file of the reader's is never touched: each is made only if there is none of its name.
    """
    folder = desk(exercise, root)
    written = []
    for name, content in exercise.files(STARTER).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with path.open("xb") as file:
                file.write(content)
        except FileExistsError:
            continue
        written.append(name)
    return written


def work(exercise: Exercise, root: Path) -> dict[str, bytes]:
    """Return the exercise's files as the reader has them; the starter's where one is missing."""
    folder = desk(exercise, root)
    files = exercise.files(STARTER)
    return {
        name: (folder / name).read_bytes() if (folder / name).is_file() else content
        for name, content in files.items()
    }


def difference(exercise: Exercise, root: Path) -> str:
    """Return the model solution as a difference from the reader's; empty if there is none."""
    model = exercise.files(MODEL)
    mine = work(exercise, root)
    return "".join(
        line if line.endswith("\n") else f"{line}\n"
        for name in exercise.edit
        for line in difflib.unified_diff(
            _lines(mine[name]), _lines(model[name]), f"yours/{name}", f"model/{name}"
        )
    )


def _lines(content: bytes) -> list[str]:
    return content.decode("utf-8", "replace").splitlines(keepends=True)
