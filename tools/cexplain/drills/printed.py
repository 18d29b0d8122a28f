"""Drills that show a few statements and ask what they print."""

from cexplain.drills import printed_calls, printed_values
from cexplain.drills.dice import Dice
from cexplain.drills.drill import Choice, Drill, arranged

_PROGRAMS = (*printed_values.PROGRAMS, *printed_calls.PROGRAMS)


def drill(dice: Dice, level: int) -> Drill:
    """Return statements, what they print, and what is expected of them wrongly."""
    make = dice.one([make for make, levels in _PROGRAMS if level in levels])
    program = make(dice)
    wrong = [Choice(text, why, belief) for text, why, belief in program.wrong]
    choices, place = arranged(dice, Choice(program.right), wrong)
    return Drill(
        kind="print",
        level=level,
        ask="What does this print?",
        code=program.code,
        choices=choices,
        right=place,
        why=program.why,
        form="text",
        check="output",
        setup=program.code,
    )
