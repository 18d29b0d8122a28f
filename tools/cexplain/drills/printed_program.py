"""Statements with what they print: what the drills on output are made of."""

from collections.abc import Callable
from typing import TypeAlias

from cexplain.drills.dice import Dice
from cexplain.values import dataclass

Wrong: TypeAlias = tuple[str, str, str | None]
"""An output that somebody expects, what to answer, and the belief that leads to it."""


@dataclass(frozen=True, slots=True)
class Program:
    """Statements of a function's body, their output, why, and wrong outputs."""

    code: str
    right: str
    why: str
    wrong: tuple[Wrong, ...]


Make: TypeAlias = Callable[[Dice], Program]
Row: TypeAlias = tuple[Make, tuple[int, ...]]
"""What makes a program, and the levels at which it is asked."""
