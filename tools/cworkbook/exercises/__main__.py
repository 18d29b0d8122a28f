"""Writes an exercise's starter, judges what the reader made of it, gives hints: make exercise."""

import argparse
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path

from cexplain import processes
from cworkbook.directives import nearest
from cworkbook.exercises.data import Exercise, load
from cworkbook.exercises.desk import begin, desk, difference, work
from cworkbook.exercises.judge import judge, lacking
from cworkbook.tables import DataError
from cworkbook.toolchain import Toolchain

RIGHT, MISSING, USAGE = 0, 1, 2
_WIDTH = 80
_LEAD = 9


def main(arguments: Sequence[str], root: Path) -> int:
    """Return 0 if all that was asked is right, 1 if something is missing, 2 for wrong usage."""
    parser = argparse.ArgumentParser(prog="python -m cworkbook.exercises")
    parser.add_argument("name", nargs="?", default="")
    parser.add_argument("--hint", default="", help="the number of a hint, from 1")
    parser.add_argument("--solution", default="", help="anything: compare with the model")
    chosen = parser.parse_args(arguments)
    try:
        exercises = load(root)
    except DataError as error:
        print(error, file=sys.stderr)
        return USAGE
    if not chosen.name:
        return _list(exercises, root)
    exercise = exercises.get(chosen.name)
    if exercise is None:
        close = nearest(chosen.name, tuple(exercises))
        print(f"error: there is no exercise '{chosen.name}'; {close}", file=sys.stderr)
        return USAGE
    if chosen.hint:
        return _hint(exercise, chosen.hint)
    if chosen.solution:
        return _solution(exercise, root)
    is_new = not desk(exercise, root).exists()
    begin(exercise, root)
    return _begun(exercise, root) if is_new else _judge(exercise, root)


def _list(exercises: dict[str, Exercise], root: Path) -> int:
    width = max(map(len, exercises), default=0)
    for name, exercise in exercises.items():
        mark = "begun" if desk(exercise, root).is_dir() else ""
        print(f"  {name:{width}}  {exercise.title:44}  {mark}".rstrip())
    print("\nmake exercise NAME=… begins one. The same command again judges it.")
    return RIGHT


def _hint(exercise: Exercise, number: str) -> int:
    count = len(exercise.hints)
    if not (number.isascii() and number.isdigit() and 1 <= int(number) <= count):
        print(f"error: HINT is a number from 1 to {count}", file=sys.stderr)
        return USAGE
    print(_wrapped(f"Hint {number} of {count}: {exercise.hints[int(number) - 1]}"))
    return RIGHT


def _solution(exercise: Exercise, root: Path) -> int:
    found = difference(exercise, root)
    print(found or "Your files are the same as the model's.", end="" if found else "\n")
    print(f"\n{_wrapped(exercise.why)}")
    return RIGHT


def _begun(exercise: Exercise, root: Path) -> int:
    folder = desk(exercise, root).relative_to(root)
    print(f"{exercise.title}\n\n{_wrapped(exercise.asks)}\n")
    for name in exercise.edit:
        print(f"Edit {folder}/{name}. Then: {_again(exercise)}")
    return RIGHT


def _judge(exercise: Exercise, root: Path) -> int:
    """Tell how each check went, as soon as it is known."""
    if missing := lacking(exercise, root, Toolchain(processes.run)):
        print(
            f"error: this exercise needs {', '.join(missing)}; make debian fetches what is missing",
            file=sys.stderr,
        )
        return USAGE
    results = []
    for result in judge(exercise, work(exercise, root), root, processes.run):
        results.append(result)
        lead = "right" if result.holds else "not yet"
        print(f"{lead:{_LEAD}}{_wrapped(result.says, _LEAD).lstrip()}", flush=True)
        for line in result.said.splitlines():
            output = line.startswith(" ") or not line
            print(f"{'':{_LEAD}}{line}".rstrip() if output else _wrapped(line, _LEAD))
    wrong = sum(not result.holds for result in results)
    if not wrong:
        print(f"\n{_wrapped(f'That is right. {exercise.why}')}")
        print(f"\nCompare with the model: {_again(exercise, 'SOLUTION=yes')}")
        return RIGHT
    print(f"\nA hint: {_again(exercise, 'HINT=1')} (there are {len(exercise.hints)})")
    return MISSING


def _wrapped(text: str, indent: int = 0) -> str:
    """Return a paragraph in lines that a terminal shows whole."""
    lead = " " * indent
    words = " ".join(text.split())
    return textwrap.fill(
        words, _WIDTH, initial_indent=lead, subsequent_indent=lead, break_on_hyphens=False
    )


def _again(exercise: Exercise, more: str = "") -> str:
    return f"make exercise NAME={exercise.name} {more}".rstrip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Path.cwd()))
