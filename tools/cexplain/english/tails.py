"""What may follow a type in English: a bit-field's width, alignment, attributes."""

from cexplain.english.attributes import attribute
from cexplain.english.cursor import Cursor
from cexplain.english.phrase import Phrase, Role, Step
from cexplain.reading.vocabulary import BITS, BYTES, HEADS
from cexplain.syntax.fragments import c_operand
from cexplain.tree import Alignment, Attribute, CType, Expression, Function

_ENDS = {",", ")", "}"}
_TAIL_ADVICE = "end the sentence, or say what is aligned, marked or known about it"


def tails(cursor: Cursor, phrase: Phrase, role: Role) -> Step[None]:
    """Add to the phrase whatever is said behind its type, after commas or in parentheses."""
    while True:
        comma = 1 if cursor.at(",") else 0
        if cursor.at("aligned", {"to", "as"}, ahead=comma):
            cursor.index += comma
            yield _aligned(cursor, phrase, role)
        elif cursor.at({"bit-field", "bit-fields", "width"}, ahead=comma) or cursor.at(
            "with", "width", ahead=comma
        ):
            cursor.index += comma
            _width(cursor, phrase, role)
        elif role == "declared" and comma:
            cursor.take()
            _said(cursor, phrase)
        elif role != "declared" and cursor.accept("("):
            yield _aside(cursor, phrase, role)
        else:
            return


def _said(cursor: Cursor, phrase: Phrase) -> None:
    """Add an attribute or the linker's name, which must stand here."""
    if cursor.accept_texts("known", "to", "the", "linker", "as"):
        phrase.asm_label = cursor.until({",", ")"}, in_sentence=True)
        return
    found = attribute(cursor)
    if found is None:
        cursor.fail("an attribute in English", _TAIL_ADVICE, ("aligned", "marked", "with"))
    phrase.attributes.append(found)


def _aside(cursor: Cursor, phrase: Phrase, role: Role) -> Step[None]:
    """Add what is said between the parentheses behind a parameter or member."""
    while True:
        if cursor.at("aligned", {"to", "as"}):
            yield _aligned(cursor, phrase, role)
        else:
            _said(cursor, phrase)
        if cursor.accept(")"):
            return
        cursor.expect(",", "or a closing parenthesis here", "separate attributes with commas")


def own_attributes(cursor: Cursor) -> list[Attribute]:
    """Return the attributes in the parentheses that open here, which are a type's own."""
    found: list[Attribute] = []
    cursor.take()
    while True:
        if cursor.at("aligned", "to"):
            found.append(_aligned_attribute(cursor))
        else:
            said = attribute(cursor)
            if said is None:
                cursor.fail("an attribute in English", _TAIL_ADVICE, ())
            found.append(said)
        if cursor.accept(")"):
            return found
        cursor.expect(",", "or a closing parenthesis here", "separate attributes with commas")


def _aligned_attribute(cursor: Cursor) -> Attribute:
    cursor.index += 2
    text = cursor.size("an alignment")
    cursor.accept(BYTES)
    return Attribute("aligned", text)


def _aligned(cursor: Cursor, phrase: Phrase, role: Role) -> Step[None]:
    """Add an alignment: an attribute where C has no place for an alignment specifier (6.7.6p3)."""
    if cursor.accept_texts("aligned", "as", "strictly", "as", "any", "type"):
        phrase.attributes.append(Attribute("aligned"))
        return
    no_specifier = (
        role == "parameter"
        or isinstance(phrase.type, Function)
        or "typedef" in phrase.storage
        or phrase.bit_width is not None
    )
    if no_specifier and cursor.at("aligned", "to"):
        phrase.attributes.append(_aligned_attribute(cursor))
        return
    cursor.index += 2
    if cursor.at("(") or cursor.peek().kind == "number" or cursor.at(BYTES, ahead=1):
        operand = Expression(cursor.size("an alignment"))
        cursor.accept(BYTES)
        phrase.alignments.append(Alignment(operand))
    elif HEADS.get(cursor.peek(1).word) in ("pointer", "array", "function") or HEADS.get(
        cursor.peek().word
    ) in ("pointer", "array", "function"):
        inner: Phrase = yield "operand"
        phrase.alignments.append(Alignment(inner.type))
    else:
        phrase.alignments.append(Alignment(c_type(cursor, _ENDS)))


def c_type(cursor: Cursor, stops: set[str]) -> CType:
    """Return the type that is written in C up to one of `stops`."""
    token = cursor.peek()
    text = cursor.until(stops, in_sentence=True)
    operand = c_operand(text) if text else None
    if operand is None or isinstance(operand, Expression):
        cursor.fail_at(token, f'expected a type in C, found "{text}"', None, "write one, as int *")
    return operand


def _width(cursor: Cursor, phrase: Phrase, role: Role) -> None:
    """Add the width in "bit-field of 3 bits" or "width 3 bits"."""
    token = cursor.peek()
    if role not in ("declared", "member"):
        advice = "say it of a member of a structure"
        cursor.fail_at(token, "only a member can be a bit-field", None, advice)
    cursor.accept("with")
    if cursor.accept({"bit-field", "bit-fields"}):
        cursor.accept("with", "width") or cursor.accept("of", "width") or cursor.accept("of")
    else:
        cursor.take()
    phrase.bit_width = Expression(cursor.size("a number of bits"))
    cursor.accept(BITS)
