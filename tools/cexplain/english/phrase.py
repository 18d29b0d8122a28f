"""What a phrase of English has said so far, and how its readers call each other."""

from collections.abc import Generator
from typing import Any, Literal, TypeAlias, TypeVar

from cexplain.tree import QUALIFIER_ORDER, Alignment, Attribute, CType, Expression, Qualifiers
from cexplain.values import dataclass, field

Role: TypeAlias = Literal["declared", "parameter", "member", "operand"]
"""What a type phrase describes, which decides what may be said beside the type."""

T = TypeVar("T")

Step: TypeAlias = Generator["Role | Step[Any]", Any, T]
"""A reader that asks for what nests in it by yielding: a role for a type phrase, or a reader.

A loop runs them (`cexplain.english.types.run`), so that no nesting of the text
can exhaust Python's stack.
"""


@dataclass(slots=True)
class Phrase:
    """A type and what was said beside it."""

    type: CType
    name: str | None = None
    storage: list[str] = field(default_factory=list)
    function_specifiers: list[str] = field(default_factory=list)
    alignments: list[Alignment] = field(default_factory=list)
    attributes: list[Attribute] = field(default_factory=list)
    bit_width: Expression | None = None
    initializer: str | None = None
    asm_label: str | None = None


def ordered(qualifiers: set[str]) -> Qualifiers:
    """Return the qualifiers as a tree holds them: each once, in the order of QUALIFIER_ORDER."""
    return tuple(word for word in QUALIFIER_ORDER if word in qualifiers)
