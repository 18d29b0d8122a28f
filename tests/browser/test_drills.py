"""What the page asks of drills: the same answers as the engine gives, and none raised."""

import json
from typing import Any

import pytest
from answer import answer

from cexplain.drills.objects import drill_object, sheet_object
from cexplain.drills.sheet import following, sheet
from cexplain.drills.table import KINDS

ALL = tuple(KINDS)
NEXT = {"ask": "drill", "seed": "7b", "kinds": ALL, "start": 2, "answers": [], "seen": []}
PAPER = {"ask": "paper", "seed": "7b", "kinds": ALL, "count": 5, "level": None}


def told(asked: dict[str, Any]) -> dict[str, Any]:
    """The answer to a request, as the page gets it."""
    found: dict[str, Any] = json.loads(answer(json.dumps(asked)))
    return found


def plain(value: object) -> object:
    """A value as JSON gives it back."""
    return json.loads(json.dumps(value))


def test_a_drill_is_the_one_that_follows() -> None:
    first = following("7b", ALL, [], start=2)
    assert told(NEXT) == plain(drill_object(first))
    seen = [first.identity]
    second = following("7b", ALL, [True], start=2, seen=seen)
    assert told({**NEXT, "answers": [True], "seen": seen}) == plain(drill_object(second))


def test_a_sheet_is_the_one_of_its_seed() -> None:
    assert told(PAPER) == plain(sheet_object("7b", sheet("7b", ALL, 5)))
    flat = told({**PAPER, "kinds": ["size"], "level": 4, "count": 2})
    assert flat == plain(sheet_object("7b", sheet("7b", ("size",), 2, level=4)))


def test_kinds_that_nobody_knows_are_passed_over() -> None:
    assert told({**PAPER, "kinds": ["spiral", "print", "read"]})["drills"][0]["kind"] in {
        "read",
        "print",
    }
    assert told({**PAPER, "kinds": ["spiral"]}) == told(PAPER)


def test_the_order_in_which_kinds_are_named_changes_nothing() -> None:
    assert sheet("7b", ("print", "read"), 6) == sheet("7b", ("read", "print"), 6)


@pytest.mark.parametrize("count", [0, -1, 10**6])
def test_a_sheet_has_a_number_of_questions_that_it_can_have(count: int) -> None:
    made = told({**PAPER, "count": count, "kinds": ["print"]})["drills"]
    assert 1 <= len(made) <= 200


@pytest.mark.parametrize("asked", [NEXT, PAPER])
@pytest.mark.parametrize("seed", ["", "a\nb", "x" * 61])
def test_a_seed_that_is_none_is_told(asked: dict[str, Any], seed: str) -> None:
    assert "a seed is a number or a word" in told({**asked, "seed": seed})["wrong"]


def test_what_was_typed_is_judged_by_the_drill_as_the_page_has_it() -> None:
    made = told({**NEXT, "kinds": ["write"]})
    right = made["choices"][made["right"]]["text"].replace("`", "")
    asked = {"ask": "judge", "drill": made}
    assert told({**asked, "text": right})["verdict"] == "right"
    assert told({**asked, "text": "int (x"})["verdict"] == "unreadable"
    for choice in made["choices"]:
        verdict = told({**asked, "text": choice["text"].replace("`", "")})
        assert verdict["belief"] == choice["belief"]
