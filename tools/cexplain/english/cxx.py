"""C++ in English: references, pointers to members, and what stands beside a function."""

from collections.abc import Callable
from functools import partial
from typing import Literal, TypeAlias

from cexplain.english import lists
from cexplain.english.cursor import Cursor
from cexplain.english.phrase import Phrase, Step, ordered
from cexplain.reading.vocabulary import ARTICLES, MEMBERS, RELATIVE
from cexplain.tree import (
    CType,
    Function,
    FunctionSuffix,
    MemberPointer,
    Parameters,
    Qualifiers,
    Reference,
)

Wrap: TypeAlias = Callable[[CType], CType]

_REFERENCES = frozenset({"reference", "references"})
_VALUES = frozenset({"lvalue", "rvalue"})
_CLASS_WORDS = frozenset({"class", "struct", "union"})
_POINTERS = frozenset({"pointer", "pointers"})
_FUNCTIONS = frozenset({"function", "functions"})


def _said(cursor: Cursor, *choices: frozenset[str] | str, ahead: int = 0) -> bool:
    """Return whether the coming tokens are these texts, words of C's English or not."""
    for offset, choice in enumerate(choices, ahead):
        text = cursor.peek(offset).text.lower()
        if text != choice if isinstance(choice, str) else text not in choice:
            return False
    return True


def derivation(cursor: Cursor, phrase: Phrase, qualifiers: set[str]) -> Wrap | None:
    """Step over "reference to" or "pointer to member of X"; return what it makes of a type."""
    if _said(cursor, "alias", "for"):
        cursor.index += 2
        phrase.storage.append("using")
        return _same
    kind = _said(cursor, _VALUES, _REFERENCES, "to")
    if kind or _said(cursor, _REFERENCES, "to"):
        rvalue = _said(cursor, "rvalue")
        cursor.index += 1 + kind
        cursor.expect("to", "after reference", "write reference to, and then what it refers to")
        return partial(_reference, rvalue, ordered(qualifiers))
    member = 2 + (cursor.at(_POINTERS, "to") and _said(cursor, ARTICLES, ahead=2))
    if cursor.at(_POINTERS, "to") and _said(cursor, MEMBERS, "of", ahead=member):
        cursor.index += member + 2
        owner = _class(cursor)
        if cursor.accept(RELATIVE, {"is", "are"}):
            pass
        return partial(_member_pointer, owner, ordered(qualifiers))
    return None


def _same(ctype: CType) -> CType:
    return ctype


def _reference(rvalue: bool, qualifiers: Qualifiers, referenced: CType) -> CType:
    return Reference(referenced, rvalue, qualifiers)


def _member_pointer(owner: str, qualifiers: Qualifiers, referenced: CType) -> CType:
    return MemberPointer(owner, referenced, qualifiers)


def _class(cursor: Cursor) -> str:
    """Return the class whose member is meant, with or without "class" before it."""
    if _said(cursor, _CLASS_WORDS):
        cursor.take()
    if not cursor.peek().is_name:
        cursor.fail("the name of a class", "write pointer to member of class X", ())
    return cursor.take().text


def begins_function(cursor: Cursor) -> bool:
    """Return whether a function is said here, with what C++ says before the noun."""
    return _said(cursor, _FUNCTIONS, ahead=_before_function(cursor))


def _before_function(cursor: Cursor) -> int:
    """Return how many tokens stand before the noun: lvalue-only, noexcept, variadic, member."""
    ahead = _ref_qualifier(cursor)
    ahead += _said(cursor, "noexcept", ahead=ahead)
    ahead += cursor.at("variadic", ahead=ahead)
    return ahead + _said(cursor, "member", ahead=ahead)


def _ref_qualifier(cursor: Cursor) -> int:
    """Return how many tokens say a ref-qualifier: "rvalue-only", or cdecl's "rvalue reference"."""
    if _said(cursor, _VALUES, "-", "only"):
        return 3
    ahead = int(_said(cursor, _VALUES))
    return ahead + 1 if _said(cursor, "reference", ahead=ahead) else 0


def function(
    cursor: Cursor, qualifiers: set[str]
) -> Step[tuple[Parameters, FunctionSuffix | None, str | None]]:
    """Return a function's parameters, what stands behind them, and the class of its members."""
    reference: Literal["&", "&&"] | None = None
    if ahead := _ref_qualifier(cursor):
        reference = "&&" if _said(cursor, "rvalue") else "&"
        cursor.index += ahead
    noexcept = cursor.accept_texts("noexcept")
    start = cursor.peek()
    variadic = cursor.accept("variadic")
    cursor.accept_texts("member")
    cursor.take()
    owner = None
    if cursor.at("of") and not cursor.at("(", ahead=1):
        cursor.take()
        owner = _class(cursor)
    found: Parameters = yield lists.parameters(cursor, old_style=False)
    if variadic:
        found = lists.variadic(cursor, start, found)
    lists.returning(cursor)
    suffix = FunctionSuffix(ordered(qualifiers), reference, "noexcept" if noexcept else None)
    return found, None if suffix == FunctionSuffix() else suffix, owner


def called(parameters: Parameters, suffix: FunctionSuffix | None, returned: CType) -> CType:
    """Return the type of a function."""
    return Function(returned, parameters, suffix)


def to_member(owner: str, qualifiers: Qualifiers) -> Wrap:
    """Return what makes a pointer to a member function of a class."""
    return partial(_member_pointer, owner, qualifiers)
