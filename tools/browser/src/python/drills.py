"""Drills for the page: the next question, a sheet, a verdict on what was typed."""

from typing import Any

from cexplain.drills.drill import Choice, Drill
from cexplain.drills.grade import typed
from cexplain.drills.objects import drill_object, grade_object, sheet_object
from cexplain.drills.sheet import MOST, SheetError, checked_seed, following, sheet
from cexplain.drills.table import KINDS


def drill(asked: dict[str, Any]) -> dict[str, Any]:
    """Return the question that follows on `answers`, or what is `wrong` with the request."""
    try:
        seed, kinds = checked_seed(asked["seed"]), _kinds(asked)
    except SheetError as error:
        return {"wrong": str(error)}
    seen = set(asked["seen"])
    return drill_object(following(seed, kinds, asked["answers"], start=asked["start"], seen=seen))


def paper(asked: dict[str, Any]) -> dict[str, Any]:
    """Return a sheet with its key, or what is `wrong` with the request."""
    try:
        seed, kinds = checked_seed(asked["seed"]), _kinds(asked)
    except SheetError as error:
        return {"wrong": str(error)}
    count = min(max(1, asked["count"]), MOST)
    return sheet_object(seed, sheet(seed, kinds, count, asked["level"]))


def judge(asked: dict[str, Any]) -> dict[str, Any]:
    """Return the verdict on a text that was typed for a drill, as the page has it."""
    one = asked["drill"]
    choices = tuple(Choice(each["text"], each["why"], each["belief"]) for each in one["choices"])
    made = Drill(
        kind=one["kind"],
        level=one["level"],
        ask=one["ask"],
        code=one["code"],
        choices=choices,
        right=one["right"],
        why=one["why"],
        form=one["form"],
    )
    return grade_object(typed(made, asked["text"]))


def _kinds(asked: dict[str, Any]) -> tuple[str, ...]:
    """Return the kinds that are asked for and known, in their own order; all, where none is."""
    return tuple(kind for kind in KINDS if kind in asked["kinds"]) or tuple(KINDS)
