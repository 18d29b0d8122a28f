"""From a seed to drills: one after the other as a reader goes on, or a whole sheet."""

from collections.abc import Collection, Iterable, Sequence
from itertools import count as counted

from cexplain.drills.dice import Dice
from cexplain.drills.drill import LEVELS, Drill, NoDrillError
from cexplain.drills.table import KINDS

EDITION = 1
"""Grows whenever a seed would give other drills than before: it is part of each draw."""

MOST = 200
"""Drills of one sheet."""

LONGEST_SEED = 60
"""Characters."""

_AGAIN = 40
"""Draws that are made for a question that was not asked yet."""


class SheetError(ValueError):
    """A sheet that cannot be made; the text says why."""


def checked_seed(seed: str) -> str:
    """Return a seed that may be printed and sent in a link; raises SheetError."""
    if not seed.strip() or len(seed) > LONGEST_SEED or not seed.isprintable():
        raise SheetError(f"a seed is a number or a word of at most {LONGEST_SEED} characters")
    return seed


def drill(seed: str, kind: str, level: int, number: int) -> Drill:
    """Return the drill that a seed has at a place; the same each time, everywhere."""
    for attempt in counted():
        dice = Dice(f"{EDITION}/{seed}/{kind}/{level}/{number}/{attempt}")
        try:
            return KINDS[kind].make(dice, level)
        except NoDrillError:
            continue
    raise AssertionError("counting never ends")


def placed(
    seed: str, kinds: Sequence[str], number: int, level: int, seen: Collection[str] = ()
) -> Drill:
    """Return the drill at a place of a row in which the kinds take turns.

    One whose identity was seen gives way to another, as long as there are others.
    """
    kinds = [kind for kind in KINDS if kind in kinds]  # whoever named them in another order
    turn, place = divmod(number, len(kinds))
    kind = Dice(f"{EDITION}/{seed}/order/{turn}").shuffled(kinds)[place]
    found = drill(seed, kind, level, number)
    for again in range(1, _AGAIN):
        if found.identity not in seen:
            break
        found = drill(seed, kind, level, number + again * MOST)
    return found


def following(
    seed: str,
    kinds: Sequence[str],
    answers: Sequence[bool],
    *,
    start: int = 1,
    seen: Collection[str] = (),
) -> Drill:
    """Return the drill that follows on a history of answers, as hard as they say."""
    return placed(seed, kinds, len(answers), next_level(answers, start), seen)


def sheet(
    seed: str, kinds: Sequence[str], count: int, level: int | None = None
) -> tuple[Drill, ...]:
    """Return a sheet; without a level its drills rise from the lowest to the highest."""
    made: dict[str, Drill] = {}
    drills = []
    for number in range(count):
        rising = 1 + number * len(LEVELS) // count
        found = placed(seed, kinds, number, level or rising, made)
        made[found.identity] = found
        drills.append(found)
    return tuple(drills)


def next_level(answers: Iterable[bool], start: int = 1) -> int:
    """Return the level after a history of right and wrong answers.

    Two right ones in a row lead one level up, a wrong one leads one down.
    """
    level, row = start, 0
    for right in answers:
        row = row + 1 if right else 0
        if not right:
            level -= 1
        elif row == 2:
            level, row = level + 1, 0
        level = min(max(level, LEVELS[0]), LEVELS[-1])
    return level
