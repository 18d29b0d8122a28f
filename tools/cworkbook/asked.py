"""What pages ask about moments of a snippet's run, and what the recording answers.

An answer lies in the snippet's record, with a picture of the moment that does not give it away.
"""

from dataclasses import dataclass
from typing import Any

ARROW, VALUE, WRITER = "arrow", "value", "writer"
NULL = "null"
"""What a pointer to nothing points to."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Where `of` points, what its value is, or which line wrote it, at a marked moment."""

    moment: str
    what: str
    of: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A box of a picture, in its pixels; `reach` is the right edge of what is said beside it.

    `upright` says that arrows come to it from above or below.
    """

    name: str
    x: float
    y: float
    width: float
    height: float
    reach: float
    upright: bool


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer: an object's name, a value, or a line's number; `told` is the picture in words.

    `start` is the pointer that is asked about, `spots` all that it could point to.
    """

    ask: Ask
    answer: str
    told: tuple[str, ...]
    view_box: str
    width: int
    height: int
    shapes: tuple[str, ...]
    start: Spot | None = None
    spots: tuple[Spot, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """What a reader may choose from, where an arrow is asked for."""
        return (*(spot.name for spot in self.spots), NULL)


def from_json(one: dict[str, Any]) -> Answered:
    """Return the answer that JSON holds; KeyError or TypeError if it is not one."""
    return Answered(
        **one
        | {
            "ask": Ask(**one["ask"]),
            "told": tuple(one["told"]),
            "shapes": tuple(one["shapes"]),
            "start": Spot(**one["start"]) if one["start"] else None,
            "spots": tuple(Spot(**spot) for spot in one["spots"]),
        }
    )
