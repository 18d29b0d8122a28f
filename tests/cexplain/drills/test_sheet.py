"""Sheets: a seed and a history of answers decide everything."""

import subprocess
import sys

import pytest

from cexplain.command.drill_text import key_text, sheet_text
from cexplain.drills.drill import LEVELS
from cexplain.drills.sheet import (
    LONGEST_SEED,
    SheetError,
    checked_seed,
    drill,
    following,
    next_level,
    sheet,
)
from cexplain.drills.table import KINDS
from cexplain.render.terminal import Look
from support.golden import Compare

ALL = tuple(KINDS)


@pytest.mark.parametrize("seed", ["1", "7b", "sommer 2026"])
def test_a_frozen_seed_gives_the_sheet_that_it_always_gave(seed: str, golden: Compare) -> None:
    """Who changes what a seed gives breaks classes' links: `EDITION` has to grow with it."""
    made = sheet(seed, ALL, 18)
    text = sheet_text(seed, made, Look()) + key_text(seed, made, Look())
    golden(f"drills-{seed.replace(' ', '-')}.txt", text)


def test_a_sheet_does_not_depend_on_the_process() -> None:
    code = "from cexplain.drills.sheet import sheet; print([d.identity for d in sheet('x', %r, 9)])"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code % (ALL,)],
            env={"PYTHONHASHSEED": hashes},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for hashes in ("0", "1", "77")
    }
    assert outputs == {f"{[each.identity for each in sheet('x', ALL, 9)]}\n"}


def test_seeds_give_different_sheets() -> None:
    sheets = {tuple(each.identity for each in sheet(str(seed), ALL, 6)) for seed in range(50)}
    assert len(sheets) == 50


def test_no_question_comes_twice_on_a_sheet_where_there_are_others() -> None:
    for kind in ("read", "size", "convert", "precedence"):
        made = sheet("twice", (kind,), 40, level=3)
        assert len({each.identity for each in made}) == 40, kind


def test_every_kind_has_its_turn_before_one_comes_again() -> None:
    made = sheet("turns", ALL, 2 * len(ALL))
    first, second = made[: len(ALL)], made[len(ALL) :]
    assert {each.kind for each in first} == {each.kind for each in second} == set(ALL)


def test_a_sheet_rises_through_the_levels_unless_one_is_asked_for() -> None:
    levels = [each.level for each in sheet("rising", ALL, 20)]
    assert levels == sorted(levels)
    assert set(levels) == set(LEVELS)
    assert {each.level for each in sheet("flat", ALL, 20, level=4)} == {4}


@pytest.mark.parametrize(
    ("answers", "start", "level"),
    [
        ("", 1, 1), ("r", 1, 1), ("rr", 1, 2), ("rrrr", 1, 3), ("rrw", 1, 1), ("rw", 3, 2),
        ("w", 1, 1), ("wwwww", 4, 1), ("rrrrrrrrrrrr", 1, 5), ("rwrr", 3, 3), ("", 5, 5),
    ],
)  # fmt: skip
def test_two_right_answers_lead_up_and_a_wrong_one_down(
    answers: str, start: int, level: int
) -> None:
    assert next_level([answer == "r" for answer in answers], start) == level


def test_what_follows_is_decided_by_seed_and_history() -> None:
    histories = [[True, True, False], [True, True, True, True], []]
    for answers in histories:
        one, two = (following("s", ALL, answers) for _ in range(2))
        assert one == two
        assert one.level == next_level(answers)


def test_a_question_that_was_seen_gives_way() -> None:
    first = following("s", ("print",), [])
    assert following("s", ("print",), [], seen={first.identity}).identity != first.identity


def test_a_question_comes_again_where_there_is_no_other() -> None:
    every = {drill("s", "legal", 1, number).identity for number in range(3000)}
    assert following("s", ("legal",), [], seen=every).kind == "legal"


@pytest.mark.parametrize("seed", ["", "  ", "a\nb", "\x1b[2J", "x" * (LONGEST_SEED + 1)])
def test_a_seed_that_cannot_be_printed_or_sent_is_refused(seed: str) -> None:
    with pytest.raises(SheetError, match="a seed is"):
        checked_seed(seed)


def test_a_word_is_a_seed() -> None:
    assert checked_seed("Klasse 7b, März") == "Klasse 7b, März"
