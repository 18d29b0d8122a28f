"""A pointer's star and an array's brackets in C, each with what is written beside it."""

from collections.abc import Callable, Sequence
from typing import TypeAlias, assert_never

from cexplain.spelling import attribute_places
from cexplain.tree import Array, Expression, Pointer, UnknownSize, UnspecifiedVariableSize

Piece: TypeAlias = "str | Callable[[], Pieces]"
"""Text, or something nested that is spelled when its turn comes."""

Pieces: TypeAlias = Sequence[Piece]


def _parenthesis_follows(left: Sequence[str], right: Pieces) -> bool:
    """Return whether a parenthesis opens right after the next thing to be written to the left."""
    if left:
        return left[-1] == "("
    return bool(right) and not isinstance(right[0], str)


def begins_atomic_specifier(pointer: Pointer, left: Sequence[str], right: Pieces) -> bool:
    """Return whether `*_Atomic` would stand before a parenthesis, as in `*_Atomic (*p)[3]`.

    There _Atomic begins a type specifier (6.7.3.5p4), so `_Atomic(int *)` is
    the only way to write it.
    """
    return (
        pointer.qualifiers == ("_Atomic",)
        and all(attribute.syntax == "c23" for attribute in pointer.attributes)
        and _parenthesis_follows(left, right)
    )


def star(pointer: Pointer, left: Sequence[str], right: Pieces) -> str:
    """Return the `*` with its qualifiers and attributes, and the space if more follows."""
    first, macros, last = attribute_places.after_star(pointer.attributes)
    qualifiers = list(pointer.qualifiers)
    if _parenthesis_follows(left, right):
        # Neither _Atomic nor a macro's name may touch the parenthesis, if anything else can.
        qualifiers.sort(key=lambda word: word != "_Atomic")
        parts = [*first, *qualifiers, *macros, *last]
        if len(qualifiers) > 1:
            parts = [*first, *macros, *qualifiers, *last]
    else:
        parts = [*first, *qualifiers, *macros, *last]
    words = " ".join(parts)
    return f"*{words} " if words and (left or right) else f"*{words}"


def brackets(array: Array) -> str:
    """Return an array's brackets with everything between them (6.7.7.3)."""
    words = ["static"] if array.static else []
    words += array.qualifiers
    if array.static or len(words) > 1:  # `_Atomic (n)` would begin a type specifier
        words.sort(key=lambda word: word != "_Atomic")
    match array.size:
        case Expression(text):
            touches = bool(words) and words[-1] == "_Atomic" and text.startswith("(")
            words.append(f"+{text}" if touches else text)
        case UnspecifiedVariableSize():
            words.append("*")
        case UnknownSize():
            pass
        case _:
            assert_never(array.size)
    return f"[{' '.join(words)}]"
