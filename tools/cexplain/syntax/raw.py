"""What the scan finds in the tokens, before the grammar has confirmed it.

Numbers named `index`, `start` and `end` count tokens; the pieces point at each
other exactly as the text nests. `derivations` stand in reading order: from the
identifier outwards, suffixes before stars within each pair of parentheses.
"""

from collections.abc import Sequence
from typing import Literal, TypeAlias

from cexplain.tree import Attribute
from cexplain.values import dataclass, field

Word: TypeAlias = tuple[str, int]
"""A keyword in its canonical spelling, and the index of its token."""


@dataclass(slots=True)
class RawStar:
    """A `*` with what follows it, or a `^` of Apple's compilers."""

    index: int
    qualifiers: list[Word] = field(default_factory=list)
    attributes: list[Attribute] = field(default_factory=list)
    block: bool = False


@dataclass(slots=True)
class RawBrackets:
    """An array suffix; `size` is its expression's text, "*" or None."""

    start: int
    end: int
    size: str | None = None
    static: bool = False
    qualifiers: list[Word] = field(default_factory=list)


@dataclass(slots=True)
class RawParameter:
    """A parameter's specifiers and declarator."""

    specifiers: "RawSpecifiers"
    declarator: "RawDeclarator"


@dataclass(slots=True)
class RawParentheses:
    """A function suffix, by what its parentheses hold.

    "empty" is `()`, "void" is `(void)`, "identifiers" an old-style list.
    """

    start: int
    end: int
    content: Literal["empty", "void", "prototype", "identifiers"] = "prototype"
    parameters: list[RawParameter] = field(default_factory=list)
    identifiers: list[int] = field(default_factory=list)
    variadic: bool = False
    forward: list[RawParameter] = field(default_factory=list)


RawDerivation: TypeAlias = RawStar | RawBrackets | RawParentheses


@dataclass(slots=True)
class RawDeclarator:
    """A declarator; `name` is None and `index` where one would stand if it is abstract."""

    name: str | None
    index: int
    derivations: list[RawDerivation] = field(default_factory=list)
    attributes: list[Attribute] = field(default_factory=list)
    bit_width: str | None = None
    initializer: str | None = None
    asm_label: str | None = None
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class RawExpression:
    """An expression's text and tokens."""

    text: str
    start: int
    end: int


@dataclass(slots=True)
class RawTypeName:
    """A type name in the parentheses of typeof, _Atomic, _Alignas or a cast."""

    specifiers: "RawSpecifiers"
    declarator: "RawDeclarator"
    skeleton: "Skeleton"


Operand: TypeAlias = RawExpression | RawTypeName


@dataclass(slots=True)
class RawName:
    """A name used as the type; `end` is past its arguments if it is a macro call."""

    text: str
    index: int
    end: int


@dataclass(slots=True)
class RawEnumerator:
    """An enumeration constant."""

    index: int
    value: str | None
    attributes: list[Attribute]


@dataclass(slots=True)
class RawTagged:
    """A struct, union or enum specifier; `members` or `enumerators` if it has a body."""

    keyword: str
    index: int
    tag: int | None = None
    members: "list[RawDeclaration] | None" = None
    enumerators: list[RawEnumerator] | None = None
    underlying: RawTypeName | None = None
    attributes: list[Attribute] = field(default_factory=list)
    body: tuple[int, int] | None = None


@dataclass(slots=True)
class RawTypeof:
    """typeof or typeof_unqual."""

    keyword: str
    operand: Operand
    start: int
    end: int


@dataclass(slots=True)
class RawAtomic:
    """`_Atomic(type-name)`."""

    operand: RawTypeName
    start: int
    end: int


@dataclass(slots=True)
class RawBitInt:
    """`_BitInt(width)`."""

    width: str
    start: int
    end: int


@dataclass(slots=True)
class RawInferred:
    """auto or __auto_type as the type."""

    keyword: Literal["auto", "__auto_type"]
    index: int


RawBase: TypeAlias = RawName | RawTagged | RawTypeof | RawAtomic | RawBitInt | RawInferred


@dataclass(slots=True)
class RawAlignment:
    """`_Alignas(…)`."""

    operand: Operand
    start: int
    end: int


@dataclass(slots=True)
class RawSpecifiers:
    """Declaration specifiers, sorted by what they do."""

    start: int
    end: int = 0
    storage: list[Word] = field(default_factory=list)
    functions: list[Word] = field(default_factory=list)
    qualifiers: list[Word] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    base: RawBase | None = None
    alignments: list[RawAlignment] = field(default_factory=list)
    attributes: list[Attribute] = field(default_factory=list)
    canonical: str = "int"
    extension: bool = False

    @property
    def has_type(self) -> bool:
        """Whether a type was said, and not only qualifiers and storage."""
        return self.base is not None or bool(self.words)


SkeletonToken: TypeAlias = tuple[str, int]
"""What the grammar is shown: a token's type, and the index of the source's token."""

Skeleton: TypeAlias = list[SkeletonToken]


@dataclass(slots=True)
class RawDeclaration:
    """One declaration up to its semicolon, with all its declarators."""

    specifiers: RawSpecifiers
    declarators: Sequence[RawDeclarator]
    kind: Literal["declaration", "definition", "type", "cast", "tag"]
    skeleton: Skeleton
    end: int
    operand: str | None = None
    parameters: "list[RawDeclaration]" = field(default_factory=list)
