"""English to C's type tree: our own prose, both cdecl dialects, and what lies between them.

The grammar is in docs/decisions/0001-architecture.md; the vocabulary in
`cexplain.reading.vocabulary`. Nothing that is given is answered with an exception.
"""

import re
from collections.abc import Sequence

from cexplain.diagnostics import Diagnostic, ReadingError
from cexplain.english.cursor import Cursor, EnglishError
from cexplain.english.phrase import Phrase
from cexplain.english.tails import tails
from cexplain.english.types import run, type_phrase
from cexplain.reading.vocabulary import (
    COMMANDS,
    HEADS,
    LINKS,
    QUALIFIERS,
    SUGGESTIONS,
    VERBS,
    slip,
)
from cexplain.source import Lines, Span
from cexplain.spelling.spell import spell
from cexplain.suggest import nearest
from cexplain.tree import Array, CType, Declaration, DeclarationKind, Enum, Function, Record
from cexplain.values import dataclass, field, replace

_TAGGED = {"struct", "structure", "union", "enum", "enumeration", *QUALIFIERS}
_LONGEST = 500  # characters; what is longer is no sentence
_SHOWN = 80
_ENDINGS = ("returning int", "to int", "of int", "to a function returning int")
"""What a sentence may lack at its end."""
_DECLARED = r"(?!(?:each|which|that|who|this|element|it)\b)\w+\s+is\s+(?:an?|the)\s"
"""How a sentence begins that declares one name."""
_SENTENCES = r"[;\n]|\.\s(?=[A-Z])"
_CLAUSES = rf"{_SENTENCES}|(?:,\sand|,|\band)\s(?={_DECLARED})"
_EXAMPLE = "write, for example, p is a pointer to int"


def parse_english(
    text: str, *, std: str = "c23"
) -> tuple[tuple[Declaration, ...], tuple[Diagnostic, ...]]:
    """Return the declarations that the sentences of `text` describe, and what is wrong with it.

    Sentences end at a semicolon, a full stop, or a line's end where they may.
    """
    found, problems = _parse(Cursor(text, std), cast=False)
    if not problems or len(text) > _LONGEST:
        return found, problems
    return _colloquial(text, std) or (found, _advised(text, std, problems))


def _colloquial(
    text: str, std: str
) -> tuple[tuple[Declaration, ...], tuple[Diagnostic, ...]] | None:
    """Return what a text says that needs other words, None if no words are known for it."""
    from cexplain.english.colloquial import spoken  # noqa: PLC0415 - seldom needed

    told: list[Declaration] = []
    declared: set[str] = set()
    for sentence in _sentences(text):
        said, initializer = spoken(sentence, std)
        cursor = Cursor(said, std)
        cursor.declared = declared
        found, wrong = _parse(cursor, cast=False)
        if wrong or (initializer is not None and not _takes_a_value(found)):
            return None
        told += [replace(one, initializer=initializer) for one in found] if initializer else found
    return (tuple(told), ()) if told else None


def _advised(text: str, std: str, problems: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Return the problems of a text, the first with the nearest sentence that can be read."""
    from cexplain.english.colloquial import advice  # noqa: PLC0415 - seldom needed

    first = problems[0]
    if not text.strip():
        return problems
    known = advice(text)
    if known:
        message, instead, start, end = known
        line, column = Lines(text).position(start)
        found = Diagnostic("error", "english", message, line, column, Span(start, end), instead)
        return (found,)
    shown = " ".join(text.split()).rstrip(".")
    if first.span.start == len(text) and len(shown) < _SHOWN:
        for more in _ENDINGS[
            0 if any(word.startswith("function") for word in shown.split()[-2:]) else 1 :
        ]:
            if not _parse(Cursor(f"{shown} {more}", std), cast=False)[1]:
                said = replace(first, advice=f'write, for example, "{shown} {more}"')
                return (said, *problems[1:])
    return problems


def _sentences(text: str) -> list[str]:
    """Return the sentences of a text: each ends at a semicolon, a line's end or a full stop.

    "x is an int and y is a char" is two of them.
    """
    if re.match(_DECLARED, text.lstrip()):
        pieces = re.split(_CLAUSES, text)
    else:
        pieces = re.split(_SENTENCES, text)
    return [piece for piece in pieces if piece.strip(" .")]


def _takes_a_value(found: Sequence[Declaration]) -> bool:
    """Whether what is declared is an object, which can have an initial value."""
    return all(
        one.kind == "declaration"
        and one.bit_width is None
        and "typedef" not in one.storage
        and not isinstance(one.type, Function | Array)
        for one in found
    )


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
        text
        if each.kind in ("cast", "type")
        else f"{text.removesuffix(';')}{f' = {each.initializer}' if each.initializer else ''};"
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
            found = _sentence(cursor, cast=cast)
            cursor.declared.update(
                one.name for one in found if one.name and "typedef" not in one.storage
            )
            declarations += found
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
    specified = phrase.storage or phrase.function_specifiers
    if specified and not opening.names and not _has_body(phrase.type):
        cursor.fail("a name", f"begin with it: x is, and then {specified[0]} and its type")
    if opening.command == "define" and "typedef" not in phrase.storage:
        phrase.storage.append("typedef")
    names: list[str | None] = [*opening.names] or [None]
    return [_declaration(name, _kind(opening, cursor), opening, phrase) for name in names]


def _has_body(ctype: CType) -> bool:
    """Whether a type's members or constants are said, so that it declares something itself."""
    return (isinstance(ctype, Record) and ctype.members is not None) or (
        isinstance(ctype, Enum) and ctype.enumerators is not None
    )


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
        _check_mistyped(cursor)
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


def _check_mistyped(cursor: Cursor) -> None:
    """Fail where what would be a function's name is a mistyped word: "fuction returning int"."""
    token = cursor.peek()
    meant = slip(token.text) if token.kind == "word" and cursor.at(VERBS, ahead=1) else None
    if meant in HEADS:
        cursor.fail_at(token, f'"{token.text}" does not fit here', meant, _EXAMPLE)


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
