"""Proves the questions of the book: python -m cworkbook.questions [--bless]."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from cworkbook.questions import identities, trial
from cworkbook.questions.asking import Asked
from cworkbook.questions.book_questions import questions_of
from cworkbook.questions.prove import faults
from cworkbook.questions.total import Total, places, totals
from cworkbook.tables import DataError


def main(arguments: Sequence[str]) -> int:
    """Return 0 if every question is proved, 1 if not; what is wrong is told line by line."""
    try:
        return _proved(arguments)
    except DataError as error:
        print(error, file=sys.stderr)
        return 1


def _proved(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m cworkbook.questions", description="Prove the questions of the book."
    )
    parser.add_argument("--bless", action="store_true", help="add new names to docs/questions.toml")
    parser.add_argument("--places", action="store_true", help="say where on each page they stand")
    chosen = parser.parse_args(arguments)
    root = Path.cwd()
    found, _ = questions_of(root)
    if chosen.bless:
        print(f"{identities.bless(root, found)} new in {identities.FILE}")
    told = faults(root, Asked())
    for question in trial.exercises(found):
        told += map(str, trial.faults(question, root))
    for each in told:
        print(each, file=sys.stderr)
    if told:
        return 1
    if chosen.places:
        for page, count in places(found, root).items():
            print(page, *(f"{place} {number}" for place, number in sorted(count.items())))
    all_of_them = sum(totals(root).values(), Total())
    print(
        f"{all_of_them.questions} questions: {all_of_them.proved} keys proved, "
        f"{all_of_them.refuted} wrong answers refuted, {all_of_them.argued} judged by argument, "
        f"{all_of_them.nameless} wrong answers without a belief"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
