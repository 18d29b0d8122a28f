"""Keywords in the words of an older standard, as the GNU alternate keywords spell them.

Source: the GCC manual, "Alternate Keywords".
"""

from operator import is_
from typing import Any, TypeVar

from cexplain import words
from cexplain.tree import Declaration, Typeof
from cexplain.values import replace

_ALTERNATE = {
    "restrict": "__restrict",
    "inline": "__inline",
    "typeof": "__typeof__",
    "typeof_unqual": "__typeof_unqual__",
}

Node = TypeVar("Node")


def in_words_of(declaration: Declaration, std: str) -> Declaration:
    """Return the declaration with every keyword that `std` lacks in its alternate spelling."""
    missing = _ALTERNATE.keys() - words.keywords(std)
    return _Respelling({word: _ALTERNATE[word] for word in missing}).of(declaration)


class _Respelling:
    """Replaces words throughout a tree; a node that stands in it twice stays one node."""

    def __init__(self, spellings: dict[str, str]) -> None:
        self._spellings = spellings
        self._done: dict[int, Any] = {}

    def of(self, node: Node) -> Node:
        """Return the node in the new words: the node itself if nothing changes."""
        if id(node) not in self._done:
            self._done[id(node)] = self._respelt(node)
        done: Node = self._done[id(node)]
        return done

    def _respelt(self, node: Any) -> Any:
        if isinstance(node, tuple):
            changed = tuple(
                self._spellings.get(part, part) if isinstance(part, str) else self.of(part)
                for part in node
            )
            return node if all(map(is_, changed, node)) else changed
        names: tuple[str, ...] | None = getattr(node, "__match_args__", None)
        if names is None:
            return node
        changes: dict[str, Any] = {}
        for name in names:
            value = getattr(node, name)
            if value is not None and not isinstance(value, str):
                respelt = self.of(value)
                if respelt is not value:
                    changes[name] = respelt
        if isinstance(node, Typeof) and node.keyword in self._spellings:
            changes["keyword"] = self._spellings[node.keyword]
        return replace(node, **changes) if changes else node
