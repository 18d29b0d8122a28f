"""The usual misreadings of a declaration, each as the type that it takes the declaration for."""

from collections.abc import Callable, Iterator
from itertools import zip_longest

from cexplain.drills.dice import Dice
from cexplain.drills.types import Brackets, Call, Shape, Star, Step
from cexplain.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Misread:
    """A type that somebody may read instead, why it is not the one, and the belief behind it."""

    shape: Shape
    why: str
    belief: str | None = None


def misreadings(shape: Shape, dice: Dice) -> list[Misread]:
    """Return the legal types for which a declaration is taken, each once, none of them its own."""
    found: dict[Shape, Misread] = {}
    for way in _WAYS:
        for misread in way(shape):
            other = misread.shape
            if other != shape and other.legal and other not in found:
                found[other] = misread
    if len(found) < 3:
        for misread in _longer(shape):
            if misread.shape.legal:
                found.setdefault(misread.shape, misread)
    return dice.shuffled(list(found.values()))


def _other(shape: Shape, *steps: Step) -> Shape:
    return Shape(steps, shape.base, shape.const)


def _star_first(shape: Shape) -> Iterator[Misread]:
    """Take a star before the suffix that binds tighter, or the other way round."""
    for place in range(len(shape.steps) - 1):
        outer, inner = shape.steps[place : place + 2]
        if isinstance(outer, Star) == isinstance(inner, Star):
            continue
        swapped = (*shape.steps[:place], inner, outer, *shape.steps[place + 2 :])
        suffix = "()" if Call in (type(outer), type(inner)) else "[]"
        if isinstance(outer, Star):
            why = f"The parentheses put `*` before `{suffix}`."
        else:
            why = f"`{suffix}` binds tighter than `*`, so it comes first."
        yield Misread(_other(shape, *swapped), why)


def _spiral(shape: Shape) -> Iterator[Misread]:
    """Turn right, left, right, left within each pair of parentheses."""
    turned: list[Step] = []
    rest = list(shape.steps)
    while rest:
        suffixes = _taken(rest, star=False)
        stars = _taken(rest, star=True)
        for pair in zip_longest(suffixes, stars):
            turned += [step for step in pair if step is not None]
    why = "That is the spiral. C takes all suffixes first, then the stars."
    yield Misread(_other(shape, *turned), why, "spiral")


def _taken(rest: list[Step], *, star: bool) -> list[Step]:
    """Take the steps from the front that are stars, or that are not."""
    found: list[Step] = []
    while rest and isinstance(rest[0], Star) == star:
        found.append(rest.pop(0))
    return found


def _const_elsewhere(shape: Shape) -> Iterator[Misread]:
    """Put const on the other side of a star."""
    last = len(shape.steps) - 1
    for place, step in enumerate(shape.steps):
        if not isinstance(step, Star):
            continue
        flipped = replace(step, const=not step.const)
        if place == last and step.const != shape.const:
            other = _replaced(shape, place, flipped)
            yield Misread(
                Shape(other, shape.base, not shape.const),
                "`const` after the `*` is about the pointer; before the `*` it is about what the"
                " pointer leads to.",
                "const-pointer",
            )
        elif step.const:
            yield Misread(
                _other(shape, *_replaced(shape, place, flipped)),
                "The `const` after this `*` is about the pointer itself.",
                "const-pointer",
            )
    if shape.const and isinstance(shape.steps[-1], Star):
        yield Misread(
            Shape(shape.steps, shape.base),
            f"`const {shape.base}`: what the pointer leads to cannot be changed through it.",
        )


def _pointer_for_array(shape: Shape) -> Iterator[Misread]:
    """Take each array for a pointer."""
    if not any(isinstance(step, Brackets) for step in shape.steps):
        return
    tables = any(
        isinstance(one, Brackets) and isinstance(two, Brackets)
        for one, two in zip(shape.steps, shape.steps[1:], strict=False)
    )
    steps = tuple(Star() if isinstance(step, Brackets) else step for step in shape.steps)
    why = "An array is not a pointer: its elements are in the object itself."
    yield Misread(_other(shape, *steps), why, "two-dimensions" if tables else "arrays-are-pointers")


def _sizes_swapped(shape: Shape) -> Iterator[Misread]:
    """Read the brackets from the right."""
    for place in range(len(shape.steps) - 1):
        outer, inner = shape.steps[place : place + 2]
        if isinstance(outer, Brackets) and isinstance(inner, Brackets):
            swapped = (*shape.steps[:place], inner, outer, *shape.steps[place + 2 :])
            why = f"Brackets are read from left to right: `[{outer.size}]` comes first."
            yield Misread(_other(shape, *swapped), why)


def _call_forgotten(shape: Shape) -> Iterator[Misread]:
    """Stop at the pointer, or take a function for what it returns."""
    for place, step in enumerate(shape.steps):
        if isinstance(step, Call):
            steps = (*shape.steps[:place], *shape.steps[place + 1 :])
            why = "The parentheses with the parameters make a function."
            yield Misread(_other(shape, *steps), why)


def _star_forgotten(shape: Shape) -> Iterator[Misread]:
    """Lose one star."""
    for place, step in enumerate(shape.steps):
        if isinstance(step, Star):
            steps = (*shape.steps[:place], *shape.steps[place + 1 :])
            yield Misread(
                Shape(steps, shape.base, shape.const), "Every `*` is a pointer of its own."
            )


def _longer(shape: Shape) -> Iterator[Misread]:
    """Add a pointer where there is none."""
    why = "There is no `*` for that pointer."
    for place in (0, len(shape.steps)):
        steps = (*shape.steps[:place], Star(), *shape.steps[place:])
        yield Misread(_other(shape, *steps), why)


def _replaced(shape: Shape, place: int, step: Step) -> tuple[Step, ...]:
    return (*shape.steps[:place], step, *shape.steps[place + 1 :])


_WAYS: tuple[Callable[[Shape], Iterator[Misread]], ...] = (
    _spiral,
    _const_elsewhere,
    _pointer_for_array,
    _sizes_swapped,
    _star_first,
    _call_forgotten,
    _star_forgotten,
)
"""What beliefs lead to comes first: where two ways lead to one type, the belief is named."""
