"""What the scan of C++ finds before the grammar has confirmed it.

Numbers named `index`, `start` and `end` count tokens. A declarator's `parts`
stand in reading order: from the name outwards.
"""

from typing import Literal, TypeAlias

from cexplain.source import Spans
from cexplain.syntax.raw import Word
from cexplain.syntax.shapes import Shape
from cexplain.tree import (
    Alignment,
    Attribute,
    CType,
    Declaration,
    FunctionSuffix,
    Parameter,
    Special,
)
from cexplain.values import dataclass, field

NameKind: TypeAlias = Literal["name", "member pointer", "destructor", "operator"]
Place: TypeAlias = Literal["declaration", "member", "parameter", "type"]


@dataclass(frozen=True, slots=True)
class Name:
    """A name with its qualification: tokens [start, end).

    `owner` is the text before the last `::`, `last` the last identifier without its template
    arguments; `kind` says what ends it.
    """

    start: int
    end: int
    owner: str | None
    last: str
    kind: NameKind


@dataclass(slots=True)
class Operator:
    """A `*`, `&`, `&&` or `C::*` of tokens [start, end), with what follows it."""

    start: int
    end: int
    kind: Literal["*", "&", "&&", "::*"]
    owner: str = ""
    qualifiers: list[Word] = field(default_factory=list)
    attributes: list[Attribute] = field(default_factory=list)


@dataclass(slots=True)
class Brackets:
    """An array suffix; `size` is its expression's text or None."""

    start: int
    end: int
    size: str | None = None


@dataclass(slots=True)
class Call:
    """A function suffix; `trailing` is the return type written behind `->`."""

    start: int
    end: int
    parameters: list[Parameter] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    variadic: bool = False
    suffix: FunctionSuffix | None = None
    suffix_spans: Spans = ()
    trailing: CType | None = None


Part: TypeAlias = Operator | Brackets | Call


@dataclass(slots=True)
class Declarator:
    """A declarator; `name` is None where it is abstract, `span` the tokens of the name.

    `depth` counts the parentheses around what is being scanned.
    """

    start: int
    end: int = 0
    name: str | None = None
    span: tuple[int, int] = (0, 0)
    owner: str | None = None
    last: str = ""
    converts_to: CType | None = None
    parts: list[Part] = field(default_factory=list)
    depth: int = 0
    attributes: list[Attribute] = field(default_factory=list)
    bit_width: str | None = None
    initializer: str | None = None
    marks: list[Word] = field(default_factory=list)
    definition: Literal["0", "default", "delete"] | None = None
    definition_span: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class Specifiers:
    """Declaration specifiers; `type` is the type without its qualifiers, if one was said.

    `special` says that no type is to be expected: a constructor or the like follows.
    """

    start: int
    end: int = 0
    storage: list[Word] = field(default_factory=list)
    functions: list[Word] = field(default_factory=list)
    qualifiers: list[Word] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    type: CType | None = None
    spans: Spans = ()
    alignments: list[Alignment] = field(default_factory=list)
    attributes: list[Attribute] = field(default_factory=list)
    special: Special | None = None
    extension: bool = False
    template: str | None = None

    @property
    def has_type(self) -> bool:
        """Whether a type was said, and not only qualifiers and storage."""
        return self.type is not None or bool(self.words)


@dataclass(slots=True)
class Found:
    """What one stretch of source declares; `end` is the first token behind it."""

    declared: list[Declaration]
    end: int
    specifiers: Specifiers | None = None
