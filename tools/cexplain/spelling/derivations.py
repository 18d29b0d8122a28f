"""A pointer's star and an array's brackets in C, each with what is written beside it."""

from collections.abc import Iterable
from typing import assert_never

from cexplain.spelling import attribute_places
from cexplain.tree import Array, Expression, Pointer, UnknownSize, UnspecifiedVariableSize


def begins_atomic_specifier(pointer: Pointer, behind: str) -> bool:
    """Return whether `*_Atomic` would stand before a parenthesis, as in `*_Atomic (*p)[3]`.

    There _Atomic begins a type specifier (6.7.3.5p4), so `_Atomic(int *)` is
    the only way to write it. `behind` is what follows the star.
    """
    return (
        pointer.qualifiers == ("_Atomic",)
        and behind.startswith("(")
        and all(attribute.syntax == "c23" for attribute in pointer.attributes)
    )


def star(pointer: Pointer, qualifiers: Iterable[str], behind: str) -> str:
    """Return the `*` with its qualifiers and attributes, and the space if more follows."""
    first, macros, last = attribute_places.after_star(pointer.attributes)
    words = list(qualifiers)
    if behind.startswith("("):
        # Neither _Atomic nor a macro's name may touch the parenthesis, if anything else can.
        words.sort(key=lambda word: word != "_Atomic")
        parts = [*first, *words, *macros, *last]
        if len(words) > 1:
            parts = [*first, *macros, *words, *last]
    else:
        parts = [*first, *words, *macros, *last]
    text = " ".join(parts)
    sign = "^" if pointer.block else "*"
    return f"{sign}{text} " if text and behind else f"{sign}{text}"


def brackets(array: Array, qualifiers: Iterable[str]) -> str:
    """Return an array's brackets with everything between them (6.7.7.3)."""
    words = ["static"] if array.static else []
    words += qualifiers
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
