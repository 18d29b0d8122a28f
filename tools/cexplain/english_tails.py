"""What may follow a type in English: a bit-field's width, alignment, attributes."""

from cexplain.english_cursor import Cursor
from cexplain.english_phrase import Phrase, Role, Step
from cexplain.english_words import BITS, BYTES
from cexplain.tree import Alignment, Expression


def tails(cursor: Cursor, phrase: Phrase, role: Role) -> Step[None]:
    """Add to the phrase whatever follows its type, with or without a comma before it."""
    while True:
        comma = 1 if cursor.at(",") else 0
        if cursor.at("aligned", {"to", "as"}, ahead=comma):
            cursor.index += comma + 2
            yield _alignment(cursor, phrase)
        elif cursor.at({"bit-field", "width"}, ahead=comma) or cursor.at(
            "with", "width", ahead=comma
        ):
            cursor.index += comma
            _width(cursor, phrase, role)
        else:
            return


def _alignment(cursor: Cursor, phrase: Phrase) -> Step[None]:
    """Add "16 bytes", or the type that follows "aligned as"."""
    in_parentheses = cursor.at("(")
    number = cursor.peek().kind == "number"
    if in_parentheses or number or cursor.at(BYTES, ahead=1):
        operand = Expression(size(cursor, "an alignment"))
        cursor.accept(BYTES)
        phrase.alignments.append(Alignment(operand))
        return
    inner: Phrase = yield "operand"
    phrase.alignments.append(Alignment(inner.type))


def _width(cursor: Cursor, phrase: Phrase, role: Role) -> None:
    """Add the width in "bit-field of 3 bits" or "width 3 bits"."""
    token = cursor.peek()
    if role not in ("declared", "member"):
        advice = "say it of a member of a structure"
        cursor.fail_at(token, "only a member can be a bit-field", None, advice)
    cursor.accept("with")
    if cursor.accept("bit-field"):
        cursor.accept("with", "width") or cursor.accept("of", "width") or cursor.accept("of")
    else:
        cursor.take()
    phrase.bit_width = Expression(size(cursor, "a number of bits"))
    cursor.accept(BITS)


def size(cursor: Cursor, what: str) -> str:
    """Return the C text of a number, a name, or an expression in parentheses."""
    token = cursor.peek()
    if cursor.at("("):
        return cursor.parenthesized()
    if token.kind in ("number", "word", "quoted") and not cursor.at_sentence_end():
        return cursor.take().text
    cursor.fail(what, "write a number, a name, or a C expression in parentheses", ())
