"""The language server: what editors ask, answered from a `Document`.

pygls comes with the extra cexplain[lsp]; this is the only module that knows it.
"""

import asyncio
import sys
from typing import TYPE_CHECKING

from cexplain.diagnostics import Diagnostic
from cexplain.editor.document import Document, Hover
from cexplain.source import Span

if TYPE_CHECKING:
    from lsprotocol import types
    from pygls.lsp.server import LanguageServer
    from pygls.workspace import TextDocument

SOURCE = "cexplain"

PAUSE = 0.15
"""Seconds without typing after which a changed file is read again."""

MISSING = (
    "cexplain: error: the language server needs the library pygls\n"
    "  pip install 'cexplain[lsp]', or pipx install 'cexplain[lsp]'\n"
)


def serve(std: str | None) -> int:
    """Serve an editor on standard input and output until it hangs up; return the exit status."""
    try:
        made = server(std)
    except ImportError:
        sys.stderr.write(MISSING)
        return 1
    made.start_io()
    return 0


def server(std: str | None) -> "LanguageServer":
    """Return the server; raises ImportError where its library is not installed."""
    # ruff: noqa: PLC0415 - the library is not there for everybody
    from lsprotocol import types
    from pygls.lsp.server import LanguageServer

    made = LanguageServer(SOURCE, "1", types.TextDocumentSyncKind.Incremental)
    open_files: dict[str, tuple[int | None, Document]] = {}
    waiting: dict[str, asyncio.TimerHandle] = {}

    def current(uri: str) -> "tuple[TextDocument, Document]":
        """Return a file as the editor has it, and what it declares, read once a version."""
        held = made.workspace.get_text_document(uri)
        known = open_files.get(uri)
        if known is None or known[0] != held.version or known[1].text != held.source:
            known = open_files[uri] = (held.version, Document(held.source, std))
        return held, known[1]

    def publish(uri: str) -> None:
        held, document = current(uri)
        problems = [_problem(found, held) for found in document.findings]
        made.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, problems, held.version)
        )

    @made.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        publish(params.text_document.uri)

    @made.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        if uri in waiting:
            waiting.pop(uri).cancel()
        waiting[uri] = asyncio.get_running_loop().call_later(PAUSE, publish, uri)

    @made.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        open_files.pop(params.text_document.uri, None)
        if params.text_document.uri in waiting:
            waiting.pop(params.text_document.uri).cancel()
        made.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(params.text_document.uri, [])
        )

    @made.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        held, document = current(params.text_document.uri)
        found = document.hover(held.offset_at_position(params.position))
        if found is None:
            return None
        text = types.MarkupContent(types.MarkupKind.Markdown, hover_text(found))
        return types.Hover(text, _range(found.place, held))

    @made.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions([types.CodeActionKind.RefactorRewrite]),
    )
    def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        held, document = current(uri)
        start = held.offset_at_position(params.range.start)
        end = held.offset_at_position(params.range.end)
        return [
            types.CodeAction(
                rewrite.title,
                kind=types.CodeActionKind.RefactorRewrite,
                edit=types.WorkspaceEdit(
                    {uri: [types.TextEdit(_range(rewrite.place, held), rewrite.text)]}
                ),
            )
            for rewrite in document.rewrites(start, end)
        ]

    return made


def hover_text(found: Hover) -> str:
    """Return a reading and its notes in Markdown, below the declaration as C has it."""
    reading = found.reading
    notes = "".join(f"\n- {_plain(note.message)}" for note in reading.notes)
    code = f"```c\n{reading.c}\n```\n"
    return f"{code}{_plain(reading.prose)}\n{notes}".rstrip() + "\n"


def _plain(text: str) -> str:
    """Return text in which Markdown sees no emphasis, no code and no markup."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#" else sign for sign in text)


def _range(span: Span, held: "TextDocument") -> "types.Range":
    """Return a span of the text in the editor's units."""
    from lsprotocol import types

    return types.Range(
        held.client_position_at_offset(span.start), held.client_position_at_offset(span.end)
    )


def _problem(found: Diagnostic, held: "TextDocument") -> "types.Diagnostic":
    """Return a finding as the editor shows it."""
    from lsprotocol import types

    severities = {
        "error": types.DiagnosticSeverity.Error,
        "warning": types.DiagnosticSeverity.Warning,
        "note": types.DiagnosticSeverity.Information,
    }
    message = f"{found.message} (C23, {found.clause}); {found.advice}"
    return types.Diagnostic(
        _range(found.span, held), message, severities[found.severity], found.rule, source=SOURCE
    )
