"""Which chapter treats what a rule is about: where somebody reads on who came from an error."""

from typing import NamedTuple

from cexplain.rules.rule import Rule


class Chapter(NamedTuple):
    """A place below docs/, and the words of the link to it."""

    place: str
    words: str


SPIRAL = Chapter("declarations/index.md", "Declarations: how a declarator is read")
QUALIFIERS = Chapter("declarations/qualifiers.md", "const, volatile and typedef, read aloud")
PARAMETERS = Chapter("declarations/parameters.md", "Parameters, and what becomes of them")
TYPE_NAMES = Chapter(
    "declarations/parameters.md#types-without-a-name", "Types without a name: casts and sizeof"
)
TYPEDEFS = Chapter("declarations/qualifiers.md#typedefs-that-tame", "Typedefs that tame")
EMPTY = Chapter("declarations/parameters.md#empty-parentheses", "Empty parentheses")
ATOMICS = Chapter("volatile/threads.md", "What threads need: _Atomic")
SLICING = Chapter("slicing/index.md", "Slicing: objects, references and copies in C++")
VIRTUAL = Chapter("slicing/assignment.md", "What virtual saves, and what it does not")
REPAIRS = Chapter("slicing/repairs.md", "A base class that cannot be sliced")
COMMAND = Chapter("cexplain/index.md", "The command cexplain")

OF_GROUP = {
    "Types": SPIRAL,
    "Specifiers and initializers": SPIRAL,
    "Members, constants, parameters": SPIRAL,
    "C++": SLICING,
    "Reading": SPIRAL,
    "Notes": SPIRAL,
    "Notes on C++": SLICING,
}
"""For each group of rules, the chapter that its rules are about unless one is named below."""

OF_RULES = {
    QUALIFIERS: "const-behind duplicate-qualifier qualified-result qualified-function "
    "star-binds-to-one restrict-function-pointer restrict-without-pointer misplaced-keyword "
    "parameter-qualifier qualified-brackets",
    PARAMETERS: "array-parameter function-parameter duplicate-parameter forward-mismatch "
    "forward-parameter storage-of-parameter static-without-size star-outside-prototype "
    "expected-parameter ellipsis-not-last variable-size main-signature",
    EMPTY: "empty-parameters no-prototype old-style old-style-parameter parameter-without-name "
    "void-parameter empty-parentheses",
    TYPE_NAMES: "cast-type storage-of-type-name unexpected-name call-or-declaration expected-name "
    "alignment-value",
    TYPEDEFS: "typedef-hides-pointer typedef-body typedef-initialized",
    ATOMICS: "atomic-type bit-field-atomic thread-local-in-block",
    VIRTUAL: "virtual-place override-place override pure-place pure-without-virtual",
    REPAIRS: "virtual-destructor pure-virtual deleted defaulted-function",
    COMMAND: "compile-commands cpp encoding english file header internal lookup macro macro-call "
    "too-long too-deep too-large not-read nothing-to-read",
}
"""The rules that another chapter treats than most of their group."""

_OF_RULE = {name: chapter for chapter, names in OF_RULES.items() for name in names.split()}


def chapter_of(rule: Rule, group: str) -> Chapter:
    """Return the chapter on what a rule of a group is about."""
    return _OF_RULE.get(rule.name, OF_GROUP[group])
