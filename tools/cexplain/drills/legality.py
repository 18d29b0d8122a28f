"""Drills that ask whether a declaration is legal C, and which rule says so."""

from cexplain.drills import legality_rows
from cexplain.drills.dice import Dice
from cexplain.drills.drill import Choice, Drill
from cexplain.drills.legality_rows import ROWS, Row
from cexplain.rules.catalogue import rules, source

LEGAL = "It is legal."
_RULES = 3
"""Rules that are offered beside "legal"."""
_NEAR = 6
"""Rules of the same look from which they are drawn."""
_MARKS = (
    "struct",
    "enum",
    "[",
    "(void)",
    "*",
    "restrict",
    "static",
    "typedef",
    ":",
    "=",
    "_Alignas",
)


def drill(dice: Dice, level: int) -> Drill:
    """Return a declaration, legal or not, and rules that it may break."""
    fitting = [row for row in ROWS if abs(row.level - level) <= 1]
    row = dice.one(fitting)
    legal = dice.chance(45)
    template = dice.one(row.legal if legal else row.illegal)
    code = legality_rows.filled(template, dice)
    offered = [row.rule, *_others(dice, row)]
    said = row.why if legal else _broken(row.rule)
    choices = [Choice(LEGAL, said, None if legal else row.belief)]
    choices += [Choice(statement(name), said) for name in offered]
    right = choices[0] if legal else choices[1]
    shown = [choices[0], *dice.shuffled(choices[1:])]
    return Drill(
        kind="legal",
        level=level,
        ask="Is this legal C17 at file scope? If not, which rule does it break?",
        code=code,
        choices=tuple(shown),
        right=shown.index(right),
        why=said,
        check="verdict",
        setup=code,
    )


def _others(dice: Dice, row: Row) -> list[str]:
    """Return rules about declarations of the same look, which the code keeps."""
    look = _look(row)
    others = [one for one in ROWS if one.rule != row.rule]
    others.sort(key=lambda one: (-len(look & _look(one)), len(look ^ _look(one)), one.rule))
    return dice.some([one.rule for one in others[:_NEAR]], _RULES - 1)


def _look(row: Row) -> set[str]:
    """Return what the declarations of a row are made of."""
    every = " ".join((*row.illegal, *row.legal))
    return {mark for mark in _MARKS if mark in every}


def statement(name: str) -> str:
    """Return a rule as an answer."""
    return f"No: {_lowered(rules()[name].title)}."


def rule_of(text: str) -> str | None:
    """Return the rule that an answer names, None for the answer that all is legal."""
    return next((row.rule for row in ROWS if statement(row.rule) == text), None)


def _broken(name: str) -> str:
    """Return the rule in a sentence, with its place in the standard."""
    place = source(rules()[name])
    where = f" ({place})" if place else ""
    return f"{rules()[name].title}{where}."


def _lowered(title: str) -> str:
    """Return a title as it follows a colon: names keep their capitals."""
    first = title.split(maxsplit=1)[0]
    return (
        title
        if first[:1] == "_" or first[1:] != first[1:].lower()
        else title[:1].lower() + title[1:]
    )
