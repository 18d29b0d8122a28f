"""How much a tree says: a body is said again for each declarator that has its type.

Eight declarators in eight bodies, one within the other, are two hundred characters and
a hundred million words: what is too much is refused before anybody says it.
"""

from collections.abc import Sequence

from cexplain.tree import Declaration

MOST = 20_000
"""Parts that the declarators of one declaration may say together."""

FEW = 64
"""Tokens that cannot say much: five bodies of four declarators each, about a thousand parts."""

_COUNTED = 1_000_000_000
ADVICE = "name the types in it by tags or typedefs, and declare with those"


def message(parts: int) -> str:
    """Return what is wrong with a declaration of so many parts."""
    most = "more than " if parts > _COUNTED else ""
    total = f"{most}{min(parts, _COUNTED):,}"
    return f"the bodies in this are said once for each declarator, {total} parts in all"


def weight(declared: Sequence[Declaration]) -> int:
    """Return how many parts the trees of declarations have, each counted as often as it is said.

    What several share is looked at once, and depth takes no frames.
    """
    known: dict[int, int] = {}
    waiting: list[object] = list(declared)
    while waiting:
        node = waiting[-1]
        if id(node) in known:
            waiting.pop()
            continue
        parts = _parts(node)
        unknown = [part for part in parts if id(part) not in known]
        if unknown:
            waiting.extend(unknown)
        else:
            known[id(node)] = 1 + sum([known[id(part)] for part in parts])
            waiting.pop()
    return sum([known[id(declaration)] for declaration in declared])


def _parts(node: object) -> list[object]:
    """Return the nodes within a node; what is no node counts for nothing."""
    if isinstance(node, tuple):
        return [part for part in node if not isinstance(part, str)]
    fields = [getattr(node, name) for name in getattr(node, "__match_args__", ())]
    return [part for part in fields if part and not isinstance(part, str | bool | int)]
