"""An expression as a tree, whoever parsed it."""

from typing import Literal, NamedTuple, TypeAlias

Kind: TypeAlias = Literal[
    "name", "constant", "unary", "postfix", "binary", "assign", "conditional", "comma", "cast",
    "literal", "call", "index", "member", "generic", "type", "braces", "default",
    "if", "while", "do", "for", "switch", "case", "label", "block", "declares", "go", "return",
    "nothing", "absent", "rest", "try",
]  # fmt: skip


class Node(NamedTuple):
    """A node: its operator or text, its operands, and the index of a token of its own.

    A "type" node's `at` is the index of the type's first token; a "generic" has
    its value first, and then each association's type and its value. A "for" has its
    beginning, its condition, what follows each round and its body, a "case" its
    value and what follows it; what is left out is "absent". A "declares" stands for
    the declaration that begins at `at`, a "rest" for a body that was cut off.
    """

    kind: Kind
    text: str
    parts: tuple["Node", ...] = ()
    at: int = -1


def is_alone(node: Node) -> bool:
    """Whether nothing is done in an expression: it is a name or a constant."""
    return node.kind in ("name", "constant")
