"""The kinds of drills: a row and a module each."""

from collections.abc import Callable

from cexplain.drills import (
    conversions,
    expressions,
    legality,
    pointers,
    precedence,
    printed,
    reading,
    sizes,
    writing,
)
from cexplain.drills.dice import Dice
from cexplain.drills.drill import Drill
from cexplain.values import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of drill: its name in links and options, its title, and what makes one."""

    name: str
    title: str
    make: Callable[[Dice, int], Drill]


KINDS = {
    kind.name: kind
    for kind in (
        Kind("read", "Read a declaration", reading.drill),
        Kind("write", "Write a declaration", writing.drill),
        Kind("legal", "Legal or not", legality.drill),
        Kind("type", "The type of an expression", expressions.drill),
        Kind("size", "sizeof and layout", sizes.drill),
        Kind("pointer", "Pointer arithmetic", pointers.drill),
        Kind("convert", "Promotions and conversions", conversions.drill),
        Kind("precedence", "Precedence", precedence.drill),
        Kind("print", "What is printed", printed.drill),
    )
}
"""In the order in which they are offered."""
