"""The reading of an expression: what it does, with all its parentheses, and of what type it is."""

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from cexplain.diagnostics import Note
from cexplain.explanation import Reading
from cexplain.expressions.said_as import STATEMENTS
from cexplain.expressions.spoken import Sources, Speaker
from cexplain.expressions.types import Types
from cexplain.expressions.written import written
from cexplain.reading.phrases import Traversal, phrases
from cexplain.source import SourceMap
from cexplain.spelling.spell import spell
from cexplain.syntax.cursor import Cursor
from cexplain.syntax.scan import Scanner
from cexplain.syntax.statement_pieces import Parsed
from cexplain.syntax.statement_tree import Node
from cexplain.tree import CType, Declaration, DeclarationKind, Expression, Typeof
from cexplain.values import replace


class Tongue(NamedTuple):
    """What is another in C than in C++: how a declaration is said and spelled."""

    traversal: Callable[[SourceMap], Traversal]
    typeof: Literal["typeof", "decltype"]
    spell: Callable[[Declaration], str]


def reading(found: Parsed, scanner: Scanner, names: Mapping[str, CType]) -> Reading:
    """Return what an expression or a statement says; `names` holds what the text declared."""
    typed = Types(found.types, names)
    c = Tongue(
        lambda spans: Traversal(spans, scanner.std), "typeof", lambda one: spell(one, scanner.std)
    )
    told = said(found, scanner, typed, c)
    return replace(told, notes=_notes(found.node, typed.of(found.node)))


def said(found: Parsed, scanner: Cursor, typed: Types, tongue: Tongue) -> Reading:
    """Return what an expression or a statement says in its language, without notes."""
    places = {at: scanner.token_span(at) for at in range(found.start, found.end)}
    texts = {at: scanner.tokens[at].text for at in places}
    sources = Sources(
        found.types, found.written, places, texts, found.declared, typed.is_turned
    )  # fmt: skip
    speaker = Speaker(sources, tongue.traversal(scanner.spans))
    if found.node.kind == "constant":
        speaker.constant(found.node)
    else:
        speaker.whole(found.node)
    prose = " ".join(phrase.text for phrase in speaker.phrases)
    end = found.end - (scanner.tokens[found.end - 1].text == ";")
    source = scanner.source(found.start, end)
    known = typed.of(found.node)
    ctype: CType = Typeof(Expression(source), tongue.typeof) if known is None else known
    kind: DeclarationKind = "statement" if found.node.kind in STATEMENTS else "expression"
    declaration = Declaration(None, ctype, kind, operand=source)
    spelled = {at: tongue.spell(Declaration(None, one, "type")) for at, one in found.types.items()}
    c = written(found.node, spelled, found.written)
    return Reading(
        declaration=declaration,
        phrases=speaker.phrases,
        prose=prose,
        cdecl=prose,
        c=c,
        notes=(),
        spans=scanner.spans,
    )


def _notes(node: Node, known: CType | None) -> tuple[Note, ...]:
    """Return the type of the whole as a note, where it is known and is not said already."""
    if known is None or node.kind in (*STATEMENTS, "cast", "literal", "constant"):
        return ()
    told = phrases(Declaration(None, known, "type"), SourceMap())
    text = " ".join(phrase.text for phrase in told)
    return (Note("expression-type", f"The whole is of the type {text.split(' ', 1)[1]}."),)
