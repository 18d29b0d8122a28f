"""The book's exercises: starters fail, models pass, and each wrong solution is answered."""

import pytest

from cexplain import processes
from cworkbook.exercises.data import MODEL, STARTER, WRONG, Exercise, Wrong, load
from cworkbook.exercises.judge import Judged, judge, lacking
from support.proving import TOOLCHAIN
from support.sites import ROOT

EXERCISES = load(ROOT)
ALL = pytest.mark.parametrize("exercise", EXERCISES.values(), ids=list(EXERCISES))

WRONG_ONES = [
    pytest.param(exercise, wrong, id=f"{exercise.name}-{wrong.identity}")
    for exercise in EXERCISES.values()
    for wrong in exercise.wrong
]


def judged(exercise: Exercise, *folders: str) -> dict[str, Judged]:
    """How each check goes with the starter, and with what some folders put in its place."""
    if missing := lacking(exercise, ROOT, TOOLCHAIN):
        pytest.skip(f"not installed: {', '.join(missing)}")
    files = exercise.files(STARTER, *folders)
    return {one.identity: one for one in judge(exercise, files, ROOT, processes.run)}


@ALL
def test_the_starter_builds_and_is_not_right_yet(exercise: Exercise) -> None:
    found = judged(exercise)
    assert found["build"].holds, found["build"].said
    missing = [one for one in found.values() if not one.holds]
    assert missing
    assert all(one.said for one in missing)


@ALL
def test_the_model_passes(exercise: Exercise) -> None:
    found = judged(exercise, MODEL)
    assert [f"{one.says} {one.said}" for one in found.values() if not one.holds] == []
    assert len(found) == len(exercise.checks) + 1


@pytest.mark.parametrize(("exercise", "wrong"), WRONG_ONES)
def test_a_typical_wrong_solution_fails_and_is_answered(exercise: Exercise, wrong: Wrong) -> None:
    found = judged(exercise, f"{WRONG}/{wrong.identity}")
    assert not found[wrong.fails].holds
    assert wrong.told in found[wrong.fails].said


@ALL
def test_there_are_two_wrong_solutions_three_hints_and_only_what_is_to_be_edited_is_replaced(
    exercise: Exercise,
) -> None:
    assert len(exercise.wrong) >= 2
    assert len(exercise.hints) >= 3
    for folder in (MODEL, *(f"{WRONG}/{wrong.identity}" for wrong in exercise.wrong)):
        assert set(exercise.files(folder)) == set(exercise.edit)


def test_every_folder_of_a_wrong_solution_is_told_of() -> None:
    for exercise in EXERCISES.values():
        there = {path.name for path in (exercise.place / WRONG).iterdir()}
        assert there == {wrong.identity for wrong in exercise.wrong}


def test_the_chapters_that_cannot_run_in_the_page_have_three_each() -> None:
    chapters = [exercise.page.partition("/")[0] for exercise in EXERCISES.values()]
    assert chapters.count("xs") >= 3
    assert chapters.count("xen") >= 3


@ALL
def test_its_page_asks_it(exercise: Exercise) -> None:
    page = (ROOT / "docs" / exercise.page).read_text(encoding="utf-8")
    assert f'```exercise {{name="{exercise.name}"}}' in page
