"""The grammar's word on a declarator, compared with the scan's walk.

The scan shows the grammar a skeleton (see docs/decisions/0001-architecture.md):
each declarator's parts, with type names marked as such and names left out.
pycparser parses that as C; its tree must nest exactly as the scan's walk from
the identifier outwards does. Two independent walks, one answer.

A skeleton holds no names, so the same few come again and again: what the
grammar said of one is kept, and what it says of the most frequent is written
down in `shapes`, so that a start of the command need not load it.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import assert_never

from cexplain.syntax.raw import RawBrackets, RawDeclarator, RawParentheses, RawStar, Skeleton
from cexplain.syntax.shapes import FREQUENT, Answer, DisagreementError, Shape

_KEPT_SKELETONS, _LONGEST_KEPT = 4096, 256


class GrammarError(Exception):
    """The grammar refuses the skeleton; `index` is the token where, None at its end."""

    def __init__(self, index: int | None) -> None:
        super().__init__(index)
        self.index = index


def confirm(skeleton: Skeleton, declarators: Sequence[RawDeclarator]) -> None:
    """Parse the skeleton of one declaration and compare it with the scan's declarators.

    Raises GrammarError where C's grammar has no such declaration.
    """
    confirm_shapes(skeleton, tuple([_scanned(declarator) for declarator in declarators]))


def confirm_shapes(skeleton: Skeleton, scanned: tuple[Shape, ...]) -> None:
    """Parse the skeleton of one declaration and compare it with the shapes of its declarators."""
    kinds = tuple([kind for kind, _ in skeleton])
    # What is kept is counted, not measured: a long one is not kept.
    parsed = (_answer if len(kinds) <= _LONGEST_KEPT else _answer.__wrapped__)(kinds)
    if isinstance(parsed, int):
        raise GrammarError(skeleton[parsed][1] if parsed >= 0 else None)
    if parsed != scanned:
        raise DisagreementError(f"{parsed} parsed, {scanned} scanned")


@lru_cache(maxsize=_KEPT_SKELETONS)
def _answer(kinds: tuple[str, ...]) -> Answer:
    """Return each declarator's shape, or where the grammar refuses (-1: at the end)."""
    known = FREQUENT.get(" ".join(kinds))
    if known is not None:
        return known
    from cexplain.syntax.grammar import parse  # noqa: PLC0415 - slow to load, and often not needed

    return parse(kinds)


def _scanned(declarator: RawDeclarator) -> Shape:
    """Return the shape of the scan's walk."""
    shape: list[Shape] = []
    for raw in declarator.derivations:
        match raw:
            case RawStar():
                shape.append(("*", _words(raw)))
            case RawBrackets():
                shape.append(("[", raw.size is not None, _words(raw)))
            case RawParentheses():
                shape.append(("(", raw.variadic, _parameters(raw)))
            case _:
                assert_never(raw)
    return tuple(shape)


def _words(raw: RawStar | RawBrackets) -> tuple[str, ...]:
    if not raw.qualifiers and (isinstance(raw, RawStar) or not raw.static):
        return ()
    words = [_PARSER_WORDS.get(word, word) for word, _ in raw.qualifiers]
    if isinstance(raw, RawBrackets) and raw.static:
        words.append("static")
    return tuple(sorted(words)) if words else ()


_PARSER_WORDS = {"_Atomic": "_ATOMIC"}


def _parameters(raw: RawParentheses) -> tuple[Shape, ...]:
    if raw.content == "void":
        return ((),)
    return tuple([_scanned(parameter.declarator) for parameter in raw.parameters])
