"""The type tree: C declarations in ISO C's own terms, as immutable values.

Two trees are equal exactly when they denote the same declaration; where its
parts stand in the source is kept beside the tree, in a `SourceMap`
(see `cexplain.source`), so that spans never take part in a comparison.

Terms: ISO/IEC 9899:2024, 6.2.5 (types), 6.7 (declarations).
"""

from typing import Literal, TypeAlias

from cexplain.values import dataclass, replace

Qualifiers: TypeAlias = tuple[str, ...]
"""Type qualifiers in the order of QUALIFIER_ORDER, each at most once."""

QUALIFIER_ORDER = ("const", "volatile", "restrict", "_Atomic")

NO_QUALIFIERS: Qualifiers = ()


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression that is carried as text, with single spaces between tokens."""

    text: str


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute, or a macro that stands where an attribute would.

    `name` has no surrounding underscores; `arguments` is the text between the
    parentheses, None where there are none. `level` is for C23's attributes that
    stand behind a part of the declaration and belong to it: 0 is the type that
    the specifiers say, 1 the outermost derivation of the declarator, and so on.
    """

    name: str
    arguments: str | None = None
    syntax: Literal["gnu", "c23", "declspec", "macro"] = "gnu"
    namespace: str | None = None
    level: int | None = None


Attributes: TypeAlias = tuple[Attribute, ...]


@dataclass(frozen=True, slots=True)
class Basic:
    """An arithmetic type or void, by its canonical name, such as "unsigned long"."""

    name: str
    qualifiers: Qualifiers = NO_QUALIFIERS


@dataclass(frozen=True, slots=True)
class BitInt:
    """A bit-precise integer type (6.2.5p6)."""

    width: Expression
    signed: bool = True
    qualifiers: Qualifiers = NO_QUALIFIERS


@dataclass(frozen=True, slots=True)
class TypedefName:
    """A name that stands for a type, whether or not its typedef was seen."""

    name: str
    qualifiers: Qualifiers = NO_QUALIFIERS


@dataclass(frozen=True, slots=True)
class Typeof:
    """typeof or typeof_unqual of an expression or a type name (6.7.3.6)."""

    operand: "Expression | CType"
    keyword: str = "typeof"
    qualifiers: Qualifiers = NO_QUALIFIERS


@dataclass(frozen=True, slots=True)
class Inferred:
    """The type that an initializer gives: C23's auto (6.7.10), GNU's __auto_type."""

    keyword: Literal["auto", "__auto_type", "decltype(auto)"] = "auto"
    qualifiers: Qualifiers = NO_QUALIFIERS


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a structure or union; `name` is None for an unnamed one."""

    name: str | None
    type: "CType"
    bit_width: Expression | None = None
    alignments: "tuple[Alignment, ...]" = ()
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Enumerator:
    """An enumeration constant, with the text of its value if it has one."""

    name: str
    value: Expression | None = None
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Record:
    """A structure or union type; `members` is None where it has no body."""

    keyword: Literal["struct", "union"]
    tag: str | None
    members: tuple[Member, ...] | None = None
    attributes: Attributes = ()
    qualifiers: Qualifiers = NO_QUALIFIERS


@dataclass(frozen=True, slots=True)
class Enum:
    """An enumerated type; `enumerators` is None where it has no body."""

    tag: str | None
    enumerators: tuple[Enumerator, ...] | None = None
    underlying: "CType | None" = None
    attributes: Attributes = ()
    qualifiers: Qualifiers = NO_QUALIFIERS
    scoped: Literal["class", "struct"] | None = None  # C++'s enum class


@dataclass(frozen=True, slots=True)
class Pointer:
    """A pointer type; its qualifiers are those written after the '*'.

    `block` is true of what Apple's compilers write with '^': a function with its surroundings.
    """

    referenced: "CType"
    qualifiers: Qualifiers = NO_QUALIFIERS
    attributes: Attributes = ()
    block: bool | None = None


@dataclass(frozen=True, slots=True)
class UnknownSize:
    """The size of `[]`: an incomplete array type, or a parameter's."""


@dataclass(frozen=True, slots=True)
class UnspecifiedVariableSize:
    """The size of `[*]`: a variable length array in a prototype (6.7.7.3p4)."""


ArraySize: TypeAlias = Expression | UnknownSize | UnspecifiedVariableSize


@dataclass(frozen=True, slots=True)
class Array:
    """An array type as written; in a parameter it may have qualifiers and static."""

    element: "CType"
    size: ArraySize = UnknownSize()
    qualifiers: Qualifiers = NO_QUALIFIERS
    static: bool = False


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter as written, before its type is adjusted (6.7.7.4p6)."""

    name: str | None
    type: "CType"
    storage: tuple[str, ...] = ()
    attributes: Attributes = ()
    default: Expression | None = None  # C++'s default argument


@dataclass(frozen=True, slots=True)
class ParameterTypeList:
    """The parameters of a prototype; empty for `(void)`.

    `forward` are GNU's declarations of parameters before the list, as in
    `int f(int n; int a[n], int n)`: a size may use a parameter that follows it.
    """

    parameters: tuple[Parameter, ...] = ()
    variadic: bool = False
    forward: tuple[Parameter, ...] = ()


@dataclass(frozen=True, slots=True)
class NoPrototype:
    """Empty parentheses before C23: nothing is said about the parameters."""


@dataclass(frozen=True, slots=True)
class IdentifierList:
    """The names of an old-style definition, with the types that it declares."""

    parameters: tuple[Parameter, ...]


Parameters: TypeAlias = ParameterTypeList | NoPrototype | IdentifierList


@dataclass(frozen=True, slots=True)
class FunctionSuffix:
    """What C++ writes behind a parameter list, all of it part of the type ([dcl.fct]).

    `reference` is the ref-qualifier, `exceptions` the text of noexcept or throw().
    """

    qualifiers: Qualifiers = NO_QUALIFIERS
    reference: Literal["&", "&&"] | None = None
    exceptions: str | None = None


@dataclass(frozen=True, slots=True)
class Function:
    """A function type."""

    returned: "CType"
    parameters: Parameters = ParameterTypeList()
    suffix: FunctionSuffix | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference of C++ ([dcl.ref]); `qualifiers` are written behind it, where none may stand."""

    referenced: "CType"
    rvalue: bool = False
    qualifiers: Qualifiers = NO_QUALIFIERS
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class MemberPointer:
    """A pointer to a member of the class `owner`, of C++ ([dcl.mptr])."""

    owner: str
    referenced: "CType"
    qualifiers: Qualifiers = NO_QUALIFIERS
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Absent:
    """No type at all: what stands before the name of a constructor or destructor."""

    qualifiers: Qualifiers = NO_QUALIFIERS


@dataclass(frozen=True, slots=True)
class BaseClass:
    """A base of a class, with how it is inherited."""

    name: str
    access: str | None = None
    virtual: bool = False


@dataclass(frozen=True, slots=True)
class ClassMember:
    """A member of a class of C++; `access` is the last label before it, None before the first."""

    declaration: "Declaration"
    access: str | None = None


@dataclass(frozen=True, slots=True)
class Class:
    """A class, structure or union of C++; `members` is None where it has no body."""

    keyword: Literal["class", "struct", "union"]
    tag: str | None
    members: tuple[ClassMember, ...] | None = None
    bases: tuple[BaseClass, ...] = ()
    final: bool = False
    attributes: Attributes = ()
    qualifiers: Qualifiers = NO_QUALIFIERS


CType: TypeAlias = (
    Basic | BitInt | TypedefName | Typeof | Inferred | Record | Enum | Pointer | Array | Function
    | Reference | MemberPointer | Absent | Class
)  # fmt: skip
"""Every type there is, those of C++ last; a match over it ends in assert_never."""

CxxType: TypeAlias = Reference | MemberPointer | Absent | Class
"""The types that a text in C never has."""


def has_body(ctype: CType) -> bool:
    """Whether a type of C++ is a class or enumeration with its body."""
    match ctype:
        case Class(members=body) | Enum(enumerators=body):
            return body is not None
        case _:
            return False


def cxx_only(ctype: CxxType) -> AssertionError:
    """Return what ends a match in a module for C, which is never given a type of C++."""
    return AssertionError(f"{type(ctype).__name__} is a type of C++")


@dataclass(frozen=True, slots=True)
class Alignment:
    """An alignment specifier: of an expression (in bytes) or as a type (6.7.6)."""

    operand: "Expression | CType"


DeclarationKind: TypeAlias = Literal[
    "declaration", "definition", "type", "cast", "tag", "expression", "statement"
]
"""declaration: declares a name; definition: a function with its body;
type: an abstract type alone; cast: a type in parentheses with its operand;
tag: `struct s { … };`, which declares no object; statement: has no type."""


Special: TypeAlias = Literal[
    "constructor",
    "copy constructor",
    "move constructor",
    "destructor",
    "copy assignment operator",
    "move assignment operator",
    "conversion function",
]
"""The member functions of C++ that have a name of their own for what they do ([special])."""


@dataclass(frozen=True, slots=True)
class CxxParts:
    """What only C++ says of a declaration.

    `owner` is the class that a function belongs to, where the text says so; `special` what
    the function is; `marks` holds override and final; `definition` what follows the '='
    of a function; `template` the parameters in angle brackets.
    """

    owner: str | None = None
    special: Special | None = None
    marks: tuple[str, ...] = ()
    definition: Literal["0", "default", "delete"] | None = None
    template: str | None = None
    member: bool = False


@dataclass(frozen=True, slots=True)
class Declaration:
    """One declared name (or one abstract type) with all that was said of it.

    `storage` holds the storage-class specifiers in ISO's words (typedef,
    extern, static, auto, register, constexpr, _Thread_local);
    `function_specifiers` holds inline and _Noreturn. `operand` is what a cast
    converts, or an expression's text, whose type is `typeof` of it where it is not
    known. `initializer` and `asm_label` are the text as written.
    """

    name: str | None
    type: CType
    kind: DeclarationKind = "declaration"
    storage: tuple[str, ...] = ()
    function_specifiers: tuple[str, ...] = ()
    alignments: tuple[Alignment, ...] = ()
    attributes: Attributes = ()
    bit_width: Expression | None = None
    initializer: str | None = None
    asm_label: str | None = None
    operand: str | None = None
    cxx: CxxParts | None = None


def unqualified(ctype: CType) -> CType:
    """Return what typeof_unqual makes of a type; an array's elements keep their qualifiers."""
    if isinstance(ctype, Basic | BitInt | TypedefName | Typeof | Pointer | Record | Enum):
        return replace(ctype, qualifiers=())
    return ctype
