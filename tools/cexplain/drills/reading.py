"""Drills that show a declaration and ask what it says."""

from functools import lru_cache

from cexplain.drills.dice import Dice
from cexplain.drills.drill import Choice, Drill, arranged
from cexplain.drills.misread import Misread, misreadings
from cexplain.drills.types import NAMES, Brackets, Call, Shape, Star, drawn, same_object
from cexplain.engine import explain


@lru_cache(maxsize=512)
def prose(code: str) -> str:
    """Return the reading of a declaration."""
    return explain(code).readings[0].prose


def drill(dice: Dice, level: int) -> Drill:
    """Return a declaration with its reading among misreadings."""
    name, shape = dice.one(NAMES), drawn(dice, level)
    code = shape.declared(name)
    right = Choice(prose(code), claim=same_object(name, shape))
    wrong = [misread_choice(name, misread) for misread in misreadings(shape, dice)]
    choices, place = arranged(dice, right, wrong)
    return Drill(
        kind="read",
        level=level,
        ask="What does this declaration say?",
        code=code,
        choices=choices,
        right=place,
        why=way(shape, name),
        setup=code,
    )


def misread_choice(name: str, misread: Misread) -> Choice:
    """Return a misreading as an answer in English."""
    code = misread.shape.declared(name)
    return Choice(
        prose(code),
        f"{misread.why} Your answer is `{code}`.",
        misread.belief,
        same_object(name, misread.shape),
    )


def way(shape: Shape, name: str) -> str:
    """Return how to come from the name to the type, one derivation after the other."""
    if not shape.steps:
        return f"`{name}` has the type that the specifiers name."
    parts = [_said(step) for step in shape.steps]
    base = f"const {shape.base}" if shape.const else shape.base
    return f"Start at `{name}`: {', then '.join(parts)}, and `{base}` is left."


def _said(step: Star | Brackets | Call) -> str:
    match step:
        case Star(const):
            return "`*const`" if const else "`*`"
        case Brackets(size):
            return f"`[{size}]`"
        case Call():
            return "the parameters in `()`"
