"""English to C's type tree: our own prose, both cdecl dialects, and what lies between them.

The grammar is in docs/decisions/0001-architecture.md; the vocabulary in
`cexplain.reading.vocabulary`. Nothing that is given is answered with an exception.
"""

from cexplain.diagnostics import Diagnostic, ReadingError
from cexplain.english.cursor import Cursor, EnglishError
from cexplain.english.phrase import Phrase
from cexplain.english.tails import tails
from cexplain.english.types import run, type_phrase
from cexplain.reading.vocabulary import COMMANDS, HEADS, LINKS, QUALIFIERS, SUGGESTIONS, VERBS
from cexplain.spelling.spell import spell
from cexplain.suggest import nearest
from cexplain.tree import Declaration, DeclarationKind, Enum, Record
from cexplain.values import dataclass, field

_TAGGED = {"struct", "structure", "union", "enum", "enumeration", *QUALIFIERS}
_EXAMPLE = "write, for example, p is a pointer to int"


def parse_english(
    text: str, *, std: str = "c23"
) -> tuple[tuple[Declaration, ...], tuple[Diagnostic, ...]]:
    """Return the declarations that the sentences of `text` describe, and what is wrong with it.

    Sentences end at a semicolon, a full stop, or a line's end where they may.
    """
    return _parse(Cursor(text, std), cast=False)


def parse_cast(
    text: str, *, std: str = "c23"
) -> tuple[tuple[Declaration, ...], tuple[Diagnostic, ...]]:
    """Return the casts that "p into pointer to const char" describes, and what is wrong with it."""
    return _parse(Cursor(text, std), cast=True)


def declare(english: str, *, std: str = "c23") -> str:
    """Return the English in C, each declaration on a line with its semicolon.

    Raises ReadingError, with the place in the English, if it cannot be understood.
    """
    return _spelled(*parse_english(english, std=std), std)


def cast(english: str, *, std: str = "c23") -> str:
    """Return the cast that the English describes, in C; raises ReadingError as `declare` does."""
    return _spelled(*parse_cast(english, std=std), std)


def _spelled(found: tuple[Declaration, ...], problems: tuple[Diagnostic, ...], std: str) -> str:
    if problems:
        raise ReadingError(problems)
    if "++" in std:
        from cexplain.spelling import cxx_spell  # noqa: PLC0415 - C starts sooner without it

        written = [(each, cxx_spell.spell(each)) for each in found]
    else:
        written = [(each, spell(each, std)) for each in found]
    return "\n".join(
        text if each.kind in ("cast", "type") else f"{text.removesuffix(';')};"
        for each, text in written
    )


@dataclass(slots=True)
class _Opening:
    """How a sentence begins: its command, the names it declares, the operand that it casts."""

    names: list[str] = field(default_factory=list)
    command: str = ""
    operand: str | None = None


def _parse(cursor: Cursor, *, cast: bool) -> tuple[tuple[Declaration, ...], tuple[Diagnostic, ...]]:
    """Return what all the sentences say; one that fails is stepped over."""
    declarations: list[Declaration] = []
    diagnostics: list[Diagnostic] = []
    while True:
        while cursor.accept({";", "."}):
            pass
        if cursor.peek().kind == "end":
            break
        try:
            declarations += _sentence(cursor, cast=cast)
        except EnglishError as error:
            diagnostics.append(error.diagnostic)
            _recover(cursor)
    if not declarations and not diagnostics:
        try:
            cursor.fail("a declaration in English", _EXAMPLE, ())
        except EnglishError as error:
            diagnostics.append(error.diagnostic)
    return tuple(declarations), tuple(diagnostics)


def _recover(cursor: Cursor) -> None:
    """Step to where the next sentence begins: behind a semicolon, or at a line that begins one."""
    cursor.nesting, cursor.repeated = 0, 1
    while cursor.peek().kind != "end":
        if cursor.accept(";"):
            return
        cursor.take()
        if cursor.peek().first and (_names(cursor, 0) or cursor.at(COMMANDS)):
            return


def _sentence(cursor: Cursor, *, cast: bool) -> list[Declaration]:
    """Return the declarations of one sentence: one for each name in it."""
    cursor.declares_tag = False
    opening = _cast_opening(cursor) if cast else _opening(cursor)
    phrase: Phrase = run(cursor, type_phrase(cursor, "declared"))
    run(cursor, tails(cursor, phrase, "declared"))
    if not opening.names and isinstance(phrase.type, Record | Enum):
        declared = ("is", "declared", "without", "its")
        if cursor.accept_texts(*declared, "members") or cursor.accept_texts(*declared, "constants"):
            cursor.declares_tag = True
            run(cursor, tails(cursor, phrase, "declared"))
    if not cursor.at_sentence_end():
        cursor.fail("the end of the sentence", "end it here, or put a comma before what follows")
    if opening.command == "define" and "typedef" not in phrase.storage:
        phrase.storage.append("typedef")
    names: list[str | None] = [*opening.names] or [None]
    return [_declaration(name, _kind(opening, cursor), opening, phrase) for name in names]


def _kind(opening: _Opening, cursor: Cursor) -> DeclarationKind:
    if opening.command == "cast":
        return "cast"
    if opening.names:
        return "declaration"
    return "tag" if cursor.declares_tag or opening.command == "declare" else "type"


def _declaration(
    name: str | None, kind: DeclarationKind, opening: _Opening, phrase: Phrase
) -> Declaration:
    return Declaration(
        name=name,
        type=phrase.type,
        kind=kind,
        storage=tuple(phrase.storage),
        function_specifiers=tuple(phrase.function_specifiers),
        alignments=tuple(phrase.alignments),
        attributes=tuple(phrase.attributes),
        bit_width=phrase.bit_width,
        asm_label=phrase.asm_label,
        operand=opening.operand,
    )


def _opening(cursor: Cursor) -> _Opening:
    """Return how a sentence begins, up to the type that it describes."""
    opening = _Opening()
    named = cursor.at(LINKS, ahead=1) and not cursor.at(LINKS, ahead=2)  # "cast is an int"
    if cursor.at(COMMANDS) and not named:
        opening.command = cursor.take().word
        if opening.command == "cast":
            return _cast_opening(cursor)
    count = _names(cursor, 0)
    if count:
        while len(opening.names) < count:
            opening.names.append(cursor.name())
            cursor.accept(",")
            if len(opening.names) < count:
                cursor.accept("and")
        if not cursor.at(VERBS):
            cursor.take()
    elif opening.command in ("declare", "define") and not cursor.at(_TAGGED):
        cursor.take()
        cursor.fail('"as" after the name', f"write {opening.command} x as, and its type", ("as",))
    elif _lacks_link(cursor):
        name = cursor.take().text
        cursor.fail(f'"is" or "as" after "{name}"', f"write {name} is, and then its type", LINKS)
    return opening


def _lacks_link(cursor: Cursor) -> bool:
    """Return whether a sentence begins with a name, and goes on with neither "is" nor "as"."""
    first = cursor.peek()
    after = cursor.peek(1)
    goes_on = not cursor.ends_at(1, {","}) and after.word not in QUALIFIERS
    counts = cursor.number()[1] > 0
    return first.is_name and not counts and goes_on and nearest(first.text, SUGGESTIONS) is None


def _names(cursor: Cursor, ahead: int) -> int:
    """Return how many names stand before "is", "as" or "takes" where a sentence begins."""
    count = 0
    while cursor.peek(ahead).kind in ("word", "quoted"):
        count += 1
        ahead += 1
        noun = cursor.peek(ahead - 1).word in HEADS
        if cursor.at(LINKS, ahead=ahead) or (not noun and cursor.at({":", *VERBS}, ahead=ahead)):
            return count
        comma = cursor.at(",", ahead=ahead)
        ahead += comma
        both = cursor.at("and", ahead=ahead)
        ahead += both
        if not (comma or both):
            break
    return 0


def _cast_opening(cursor: Cursor) -> _Opening:
    """Return a cast's operand, up to the type that it is cast into."""
    opening = _Opening(command="cast")
    cursor.accept("cast")
    start = cursor.index
    text = cursor.until({"into", ";"}, in_sentence=True)
    if cursor.accept("into"):
        opening.operand = text or None
        return opening
    cursor.index = start
    if cursor.peek().is_name and cursor.at({"to", "as"}, ahead=1):
        opening.operand = cursor.take().text
        cursor.take()
    return opening
