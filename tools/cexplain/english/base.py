"""What a type ends in, in English: a basic type, a typedef name, a structure and the like."""

from typing import Literal

from cexplain.english import lists
from cexplain.english.cursor import Cursor, Token
from cexplain.english.phrase import Role, Step, ordered
from cexplain.english.tails import c_type, own_attributes
from cexplain.reading.vocabulary import (
    CONSTANTS,
    ENUM_KEYWORDS,
    HEADS,
    MEMBERS,
    QUALIFIERS,
    RECORD_KEYWORDS,
    UNNAMED,
    is_type_word,
    singular_type,
    slip,
)
from cexplain.syntax.fragments import c_operand
from cexplain.tree import (
    Attributes,
    Basic,
    BitInt,
    CType,
    Enum,
    Enumerator,
    Expression,
    Inferred,
    Member,
    Qualifiers,
    Record,
    TypedefName,
    Typeof,
)
from cexplain.words import CANONICAL, TYPEOF

_TYPE_ADVICE = "write a type, such as int, or pointer to, array of or function returning one"
_UNDERLYING_ENDS = {
    *("with", "has", "is", "and", "bit-field", "width", "aligned"),
    *(",", ")", "{", "}"),
}


def base_type(cursor: Cursor, role: Role, qualifiers: set[str]) -> Step[CType]:
    """Return the type that no pointer, array or function makes."""
    unnamed = cursor.accept(UNNAMED)
    token = cursor.peek()
    if token.word in RECORD_KEYWORDS:
        record: Record = yield _record(cursor, role, qualifiers, unnamed=unnamed)
        return record
    if token.word in ENUM_KEYWORDS:
        return _enum(cursor, role, qualifiers, unnamed=unnamed)
    if unnamed:
        cursor.fail("struct, union or enum", "write an unnamed struct", ("struct", "union", "enum"))
    if token.word in TYPEOF:
        cursor.take()
        if not cursor.at("("):
            cursor.fail('"(" after typeof', "write typeof(x)", ())
        operand = c_operand(cursor.parenthesized())
        return Typeof(operand, TYPEOF[token.word], _trailing(cursor, qualifiers))
    keyword = _inferred(cursor)
    if keyword is not None:
        return Inferred(keyword, _trailing(cursor, qualifiers))
    if token.word.startswith("_bitint") or singular_type(token.word):
        return _arithmetic(cursor, qualifiers)
    count, width = cursor.count()
    after = cursor.peek(width)
    if count and not after.first and (after.word in HEADS or singular_type(after.word)):
        advice = f"write array of {count}, and then what it holds"
        cursor.fail_at(token, "only parameters, members and elements are counted", None, advice)
    if token.is_name:
        _check_named(cursor, token)
        name = cursor.take_type_name().text
        return TypedefName(name, _trailing(cursor, qualifiers))
    cursor.fail("a type", _TYPE_ADVICE)


def _check_named(cursor: Cursor, token: Token) -> None:
    """Fail where a word that names nobody's type stands where a type belongs.

    In backquotes it does; and what does not fit behind it is told first.
    """
    if token.text in cursor.declared:
        message = f'"{token.text}" was declared before, and is not a type'
        cursor.fail_at(token, message, None, _TYPE_ADVICE)
    if token.kind == "quoted" or not is_type_word(token.text):
        return
    meant = slip(token.text)
    if meant is not None:
        cursor.fail_at(token, f'"{token.text}" does not fit here', meant, _TYPE_ADVICE)
    message = f'"{token.text}" does not say which type'
    cursor.fail_at(token, message, None, f"{_TYPE_ADVICE}; your own type goes in backquotes")


def _inferred(cursor: Cursor) -> Literal["auto", "__auto_type"] | None:
    """Return the keyword for a type that an initializer gives, if that is said here."""
    if cursor.accept_texts("object", "of", "inferred", "type") or cursor.accept("auto"):
        return "auto"
    if cursor.accept_texts("object", "of", "__auto_type") or cursor.accept("__auto_type"):
        return "__auto_type"
    return None


def _trailing(cursor: Cursor, qualifiers: set[str]) -> Qualifiers:
    """Return the qualifiers with those that follow the type, as in "char const"."""
    while cursor.peek().word in QUALIFIERS and not cursor.at_sentence_end():
        qualifiers.add(QUALIFIERS[cursor.take().word])
    return ordered(qualifiers)


def _arithmetic(cursor: Cursor, qualifiers: set[str]) -> CType:
    """Return the type that its words say together, in any order and in the plural too."""
    first = cursor.peek()
    words: list[str] = []
    while not (words and cursor.at_sentence_end()):
        token = cursor.peek()
        meaning = singular_type(token.word)
        if meaning is not None:
            words += meaning.split()
        elif token.word in QUALIFIERS:
            qualifiers.add(QUALIFIERS[token.word])
        elif token.word.startswith("_bitint"):
            return _bit_precise(cursor, first, words, qualifiers)
        else:
            break
        cursor.take()
    name = CANONICAL.get(tuple(sorted(words)))
    if name is None:
        cursor.fail_at(first, f'C has no type "{" ".join(words)}"', None, "take a word out")
    if cursor.cxx and name == "_Bool":
        name = "bool"
    return Basic(name, ordered(qualifiers))


def _bit_precise(cursor: Cursor, first: Token, words: list[str], qualifiers: set[str]) -> CType:
    """Return the bit-precise integer type whose width stands in the parentheses that follow."""
    cursor.take()
    if words not in ([], ["signed"], ["unsigned"]):
        cursor.fail_at(first, "only signed and unsigned go before _BitInt", None, "take them out")
    if not cursor.at("("):
        cursor.fail('"(" after _BitInt', "write _BitInt(7)", ())
    width = Expression(cursor.parenthesized())
    return BitInt(width, words != ["unsigned"], _trailing(cursor, qualifiers))


def _tag(cursor: Cursor, keyword: str, *, unnamed: bool) -> str | None:
    """Return the tag after struct, union or enum; None where a body follows instead."""
    openers = {*MEMBERS, *CONSTANTS, "no"}
    body = cursor.at({"{", ":"}) or cursor.at({"with", "has"}, openers)
    if unnamed or body:
        return None
    token = cursor.peek()
    if token.kind not in ("word", "quoted") or token.first:
        cursor.fail("a tag", f"write the name of the {keyword}", ())
    return cursor.take().text


def _attributes(cursor: Cursor, role: Role) -> Attributes:
    """Return the attributes in parentheses that are the type's own.

    Behind the type of a parameter or member they are the item's, unless the
    type's body is still to come.
    """
    if not cursor.at("("):
        return ()
    start = cursor.index
    found = own_attributes(cursor)
    body_follows = cursor.at({"with", "has"}) or cursor.at("of", "type")
    if role in ("parameter", "member") and not body_follows:
        cursor.index = start
        return ()
    return tuple(found)


def _record(cursor: Cursor, role: Role, qualifiers: set[str], *, unnamed: bool) -> Step[Record]:
    """Return a structure or union, with its members if it is said which."""
    keyword = RECORD_KEYWORDS[cursor.take().word]
    tag = _tag(cursor, keyword, unnamed=unnamed)
    attributes = _attributes(cursor, role)
    members: tuple[Member, ...] | None = yield lists.members(cursor)
    if tag is None and members is None:
        cursor.fail("with members", "write with members (x as an int)", ("with",))
    return Record(keyword, tag, members, attributes, _trailing(cursor, qualifiers))


def _enum(cursor: Cursor, role: Role, qualifiers: set[str], *, unnamed: bool) -> Enum:
    """Return an enumeration, with its underlying type and its constants if they are said."""
    cursor.take()
    tag = _tag(cursor, "enum", unnamed=unnamed)
    attributes = _attributes(cursor, role)
    underlying: CType | None = None
    if cursor.accept("of", "type") or cursor.accept(":"):
        underlying = c_type(cursor, _UNDERLYING_ENDS)
    enumerators: tuple[Enumerator, ...] | None = lists.enumerators(cursor)
    if tag is None and enumerators is None:
        cursor.fail("with constants", "write with constants (RED, GREEN = 3)", ("with",))
    return Enum(tag, enumerators, underlying, attributes, _trailing(cursor, qualifiers))
