"""Drills that say a declaration in English and ask for the C; graded as a type."""

from cexplain.drills.dice import Dice
from cexplain.drills.drill import Choice, Drill, arranged
from cexplain.drills.misread import misreadings
from cexplain.drills.reading import prose, way
from cexplain.drills.types import NAMES, Shape, drawn, same_object


def drill(dice: Dice, level: int) -> Drill:
    """Return a sentence, its declaration, and the declarations that are mistaken for it."""
    return asked(dice, level, dice.one(NAMES), drawn(dice, level))


def asked(dice: Dice, level: int, name: str, shape: Shape) -> Drill:
    """Return the drill that asks for the declaration of a name with this type."""
    code = shape.declared(name)
    right = Choice(f"`{code}`", claim=same_object(name, shape))
    wrong = []
    for misread in misreadings(shape, dice):
        other = misread.shape.declared(name)
        why = f"`{other}` says that {prose(other)}."
        claim = same_object(name, misread.shape)
        wrong.append(Choice(f"`{other}`", why, misread.belief, claim))
    choices, place = arranged(dice, right, wrong)
    return Drill(
        kind="write",
        level=level,
        ask=f"Write it in C: {prose(code)}.",
        code="",
        choices=choices,
        right=place,
        why=way(shape, name),
        form="c",
        setup=code,
    )
