"""Sizes by data model, and where the members of a structure lie.

LP64 is Linux and macOS on 64 bits, ILP32 here 32-bit ARM, LLP64 Windows on 64 bits. In all three
an object of these types is aligned to its size.
"""

from collections.abc import Sequence

from cexplain.drills.drill import Model
from cexplain.drills.types import Brackets, Call, Shape, Star

MODELS: tuple[Model, ...] = ("LP64", "ILP32", "LLP64")

_EVERYWHERE = {
    "_Bool": 1,
    "char": 1,
    "signed char": 1,
    "unsigned char": 1,
    "short": 2,
    "unsigned short": 2,
    "int": 4,
    "unsigned int": 4,
    "float": 4,
    "double": 8,
    "long long": 8,
    "unsigned long long": 8,
}
_LONG: dict[Model, int] = {"LP64": 8, "ILP32": 4, "LLP64": 4}
_POINTER: dict[Model, int] = {"LP64": 8, "ILP32": 4, "LLP64": 8}


def basic_size(name: str, model: Model) -> int:
    """Return the bytes of an arithmetic type."""
    return _LONG[model] if name in ("long", "unsigned long") else _EVERYWHERE[name]


def pointer_size(model: Model) -> int:
    """Return the bytes of a pointer."""
    return _POINTER[model]


def size(shape: Shape, model: Model) -> int:
    """Return the bytes of an object of a type."""
    match shape.steps:
        case ():
            return basic_size(shape.base, model)
        case (Star(), *_):
            return pointer_size(model)
        case (Brackets(count), *rest):
            return count * size(Shape(tuple(rest), shape.base), model)
    raise AssertionError(f"{Call.__name__}: a function has no size")


def alignment(shape: Shape, model: Model) -> int:
    """Return the alignment of an object of a type, in bytes: for arrays, their elements'."""
    match shape.steps:
        case (Brackets(), *rest):
            return alignment(Shape(tuple(rest), shape.base), model)
        case _:
            return size(shape, model)


def laid_out(members: Sequence[Shape], model: Model) -> tuple[list[int], int]:
    """Return each member's offset, and the structure's size, in bytes."""
    offsets: list[int] = []
    end = 0
    for member in members:
        start = rounded(end, alignment(member, model))
        offsets.append(start)
        end = start + size(member, model)
    return offsets, rounded(end, max(alignment(member, model) for member in members))


def rounded(number: int, to: int) -> int:
    """Return the next multiple of `to` that is not less than a number."""
    return -(-number // to) * to
