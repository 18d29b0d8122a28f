"""The reading of an expression: what it does, with all its parentheses, and of what type it is."""

from collections.abc import Mapping

from cexplain.diagnostics import Note
from cexplain.explanation import Reading
from cexplain.expressions.spoken import STATEMENTS, Sources, Speaker
from cexplain.expressions.types import Types
from cexplain.expressions.written import written
from cexplain.reading.phrases import phrases
from cexplain.source import SourceMap
from cexplain.spelling.spell import spell
from cexplain.syntax.build import Builder
from cexplain.syntax.scan import Scanner
from cexplain.syntax.statement_pieces import Parsed
from cexplain.syntax.statement_tree import Node
from cexplain.tree import CType, Declaration, DeclarationKind, Expression, Typeof


def reading(found: Parsed, scanner: Scanner, names: Mapping[str, CType]) -> Reading:
    """Return what an expression or a statement says; `names` holds what the text declared."""
    builder = Builder(scanner)
    types = {at: builder.type_name(raw) for at, raw in found.types.items()}
    braces = {at: scanner.source(*place) for at, place in found.braces.items()}
    declared = {at: builder.build(raw) for at, raw in found.declared.items()}
    for at, raw in found.declared.items():
        braces[at] = scanner.source(at, raw.end).removesuffix(";")
    places = {at: scanner.token_span(at) for at in range(found.start, found.end)}
    texts = {at: scanner.tokens[at].text for at in places}
    typed = Types(types, names)
    sources = Sources(types, braces, places, texts, declared, typed.is_turned)
    speaker = Speaker(sources, scanner.spans)
    if found.node.kind == "constant":
        speaker.constant(found.node)
    else:
        speaker.whole(found.node)
    said = speaker.phrases
    prose = " ".join(phrase.text for phrase in said)
    end = found.end - (scanner.tokens[found.end - 1].text == ";")
    source = scanner.source(found.start, end)
    known = typed.of(found.node)
    ctype: CType = Typeof(Expression(source), "typeof", ()) if known is None else known
    kind: DeclarationKind = "statement" if found.node.kind in STATEMENTS else "expression"
    declaration = Declaration(None, ctype, kind, operand=source)
    spelled = {at: _spelled(one, scanner.std) for at, one in types.items()}
    c = written(found.node, spelled, braces)
    return Reading(
        declaration=declaration,
        phrases=said,
        prose=prose,
        cdecl=prose,
        c=c,
        notes=_notes(found.node, known),
        spans=scanner.spans,
    )


def _spelled(ctype: CType, std: str) -> str:
    return spell(Declaration(None, ctype, "type"), std)


def _notes(node: Node, known: CType | None) -> tuple[Note, ...]:
    """Return the type of the whole as a note, where it is known and is not said already."""
    if known is None or node.kind in (*STATEMENTS, "cast", "literal", "constant"):
        return ()
    said = phrases(Declaration(None, known, "type"), SourceMap())
    text = " ".join(phrase.text for phrase in said)
    return (Note("expression-type", f"The whole is of the type {text.split(' ', 1)[1]}."),)
