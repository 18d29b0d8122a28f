"""A drill: what is asked, the answers, and what a compiler must say to each of them."""

from collections.abc import Sequence
from typing import Literal, TypeAlias

from cexplain.drills.dice import Dice, hashed
from cexplain.values import dataclass

LEVELS = (1, 2, 3, 4, 5)

Form: TypeAlias = Literal["choose", "c", "text"]
"""choose: pick an answer; c: type a declaration; text: type what is printed."""

Check: TypeAlias = Literal["constant", "verdict", "output"]
"""What proves the key: constant expressions, whether `setup` compiles, or what it prints."""

Model: TypeAlias = Literal["LP64", "ILP32", "LLP64"]

_SHOWN = 4
"""Answers that are shown at most."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer; code in it stands in backquotes.

    `why` answers whoever takes it; `belief` names the misconception that leads to it
    (docs/misconceptions). `claim` is a C constant expression, true only for the right answer.
    """

    text: str
    why: str = ""
    belief: str | None = None
    claim: str = ""

    @property
    def plain(self) -> str:
        """The text without its backquotes."""
        return self.text.replace("`", "")


@dataclass(frozen=True, slots=True)
class Drill:
    """One question with its key; `choices` are in the order in which they are shown.

    Where the answer is typed, the choices are the right answer and known wrong ones.
    `setup` is the C that a compiler needs for `check`, at file scope; `model` is the data
    model that the question is about, None where every one gives the same answer.
    """

    kind: str
    level: int
    ask: str
    code: str
    choices: tuple[Choice, ...]
    right: int
    why: str
    form: Form = "choose"
    check: Check = "constant"
    setup: str = ""
    model: Model | None = None

    @property
    def identity(self) -> str:
        """What tells this question from others, wherever it was drawn."""
        return f"{hashed(f'{self.ask}/{self.code}'):016x}"

    @property
    def answer(self) -> Choice:
        """The right answer."""
        return self.choices[self.right]


class NoDrillError(Exception):
    """Raised where a draw gives too few wrong answers; the next draw may."""


def arranged(dice: Dice, right: Choice, wrong: Sequence[Choice]) -> tuple[tuple[Choice, ...], int]:
    """Return the choices as they are shown, and the place of the right one.

    Of wrong answers with the same text the first counts; those that a belief leads to come
    before others. Raises NoDrillError where fewer than two are left.
    """
    seen = {right.text}
    unique: list[Choice] = []
    for choice in wrong:
        if choice.text not in seen:
            seen.add(choice.text)
            unique.append(choice)
    if len(unique) < 2:
        raise NoDrillError
    believed = [choice for choice in unique if choice.belief]
    others = [choice for choice in unique if not choice.belief]
    taken = [*dice.shuffled(believed), *dice.shuffled(others)][: _SHOWN - 1]
    shown = dice.shuffled([right, *taken])
    return tuple(shown), shown.index(right)


def in_order(choices: Sequence[Choice], right: Choice) -> tuple[tuple[Choice, ...], int]:
    """Return the choices in the order of their numbers, for answers that have one."""
    ordered = sorted(choices, key=lambda choice: int(choice.plain))
    return tuple(ordered), ordered.index(right)
