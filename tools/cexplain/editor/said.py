"""What a document says, in the protocol's words."""

import re
from pathlib import Path
from unicodedata import category

from cexplain.diagnostics import Diagnostic
from cexplain.editor.answers import Choice, Signature, Symbol
from cexplain.editor.document import Document, Hover
from cexplain.editor.headers import Elsewhere
from cexplain.editor.rewriting import Rewrite
from cexplain.editor.text import Places, Text
from cexplain.editor.wire import Json
from cexplain.render.display import REPLACEMENT, printable
from cexplain.source import Span

SOURCE = "cexplain"
REWRITE = "refactor.rewrite"

MOST = 500
"""Findings that are told of one file: more would be sent at every pause in typing."""

_SEVERITIES = {"error": 1, "warning": 2, "note": 3}
_HIDDEN = frozenset({"Cf", "Zl", "Zp"})  # they turn text round, hide in it, or end its line


def hover(found: Hover, places: Places) -> Json:
    """Return what an editor shows at a place."""
    return {
        "contents": {"kind": "markdown", "value": hover_text(found)},
        "range": _range(found.place, places),
    }


def hover_text(found: Hover) -> str:
    """Return a reading and its notes in Markdown, below the declaration as C has it."""
    reading = found.reading
    code = found.definition or (reading.c if reading is not None else "")
    code = shown(code)
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", code)), default=0))
    said = f"{fence}c\n{code}\n{fence}\n"
    if reading is not None:
        notes = "".join(f"\n- {_plain(note.message)}" for note in reading.notes)
        said += f"{_plain(reading.prose)}\n{notes}"
    if found.comment:
        said = f"{said.rstrip()}\n\n{_plain(found.comment)}"
    return said.rstrip() + "\n"


def shown(text: str) -> str:
    """Return text in which every character is seen, and seen where it stands."""
    text = printable(text.replace("\r", ""))
    if text.isascii():
        return text
    return "".join(REPLACEMENT if category(sign) in _HIDDEN else sign for sign in text)


def _plain(text: str) -> str:
    """Return text in which Markdown sees no emphasis, no code and no markup."""
    line = shown(text).replace("\n", " ")
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#&~|" else sign for sign in line)


def problems(document: Document, places: Places) -> list[Json]:
    """Return a file's findings, or the first ones and how many more there are."""
    findings = document.findings
    told = [_problem(found, places) for found in findings[:MOST]]
    if len(findings) > MOST:
        more = f"and {len(findings) - MOST} more findings in this file"
        told.append(note(places, findings[MOST].span.start, more))
    return told


def note(places: Places, offset: int, message: str) -> Json:
    """Return what is to know at a place, as a diagnostic."""
    return {
        "range": _range(Span(offset, offset), places),
        "message": message,
        "severity": _SEVERITIES["note"],
        "source": SOURCE,
    }


def _problem(found: Diagnostic, places: Places) -> Json:
    """Return a finding as the editor shows it."""
    return {
        "range": _range(found.span, places),
        "message": shown(f"{found.message} (C23, {found.clause}); {found.advice}"),
        "severity": _SEVERITIES[found.severity],
        "code": found.rule,
        "source": SOURCE,
    }


_KINDS = {
    "function": 12, "variable": 13, "typedef": 5, "struct": 23, "enum": 10, "member": 8,
    "constant": 22, "macro": 14, "macro function": 12,
}  # fmt: skip # LSP's SymbolKind; a typedef is a class to it, as clangd has it
_FIELD = 5  # LSP's CompletionItemKind


def location(uri: str, found: Span | Elsewhere, places: Places) -> Json:
    """Return a place in the file of an address, or in another file."""
    if isinstance(found, Span):
        return {"uri": uri, "range": _range(found, places)}
    start = {"line": found.line, "character": found.start}
    end = {"line": found.line, "character": found.end}
    return {"uri": Path(found.file).as_uri(), "range": {"start": start, "end": end}}


def symbol(found: Symbol, places: Places) -> Json:
    """Return a name of a file, with those in it."""
    told: Json = {
        "name": shown(found.name),
        "kind": _KINDS[found.kind],
        "range": _range(found.place, places),
        "selectionRange": _range(found.named, places),
    }
    if found.detail:
        told["detail"] = shown(found.detail)
    if found.inner:
        told["children"] = [symbol(one, places) for one in found.inner]
    return told


def flat(found: Symbol, uri: str, places: Places, within: str = "") -> list[Json]:
    """Return a name and those in it as a list, for editors that know no tree of them."""
    place = {"uri": uri, "range": _range(found.place, places)}
    told: Json = {"name": shown(found.name), "kind": _KINDS[found.kind], "location": place}
    if within:
        told["containerName"] = shown(within)
    return [told, *(one for each in found.inner for one in flat(each, uri, places, found.name))]


def signature(found: Signature, *, offsets: bool) -> Json:
    """Return what a call expects; `offsets` if the editor takes places for parameters."""

    def label(span: Span) -> Json:
        if not offsets:
            return found.label[span.start : span.end]
        units = Places(found.label)
        return [units.place(span.start).character, units.place(span.end).character]

    one: Json = {
        "label": found.label,
        "parameters": [{"label": label(p)} for p in found.parameters],
    }
    said = [_plain(found.reading.prose)] if found.reading else []
    said += [_plain(found.comment)] if found.comment else []
    if said:
        one["documentation"] = {"kind": "markdown", "value": "\n\n".join(said)}
    return {"signatures": [one], "activeSignature": 0, "activeParameter": found.active}


def choices(found: list[Choice]) -> Json:
    """Return the members to choose from, in their order."""
    items = [
        {
            "label": one.name,
            "kind": _FIELD,
            "detail": shown(one.c),
            "documentation": shown(one.prose),
            "sortText": f"{number:05}",
        }
        for number, one in enumerate(found)
    ]
    return {"isIncomplete": False, "items": items}


def edit(rewrite: Rewrite, places: Places, text: Text) -> Json:
    """Return the edit of a file's text that a rewrite is, with the ends of lines as they are."""
    start, end = _range(rewrite.place, places).values()
    new = rewrite.text.replace("\n", text.line_end(start["line"]))
    return {"range": {"start": start, "end": end}, "newText": new}


def _range(span: Span, places: Places) -> Json:
    """Return a span of the text in the editor's units."""
    start, end = places.place(span.start), places.place(span.end)
    return {"start": start._asdict(), "end": end._asdict()}
