"""An editor that speaks the Language Server Protocol, as small as a test needs it."""

import json
import subprocess
import sys
from typing import Any, Self

from support.patience import PATIENCE
from support.units import Units

Json = Any
URI = "file:///somewhere/demo.c"
ABLE = {
    "textDocument": {
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
        "signatureHelp": {
            "signatureInformation": {"parameterInformation": {"labelOffsetSupport": True}}
        },
    }
}
"""What this editor can do beyond what each can."""


class Editor:
    """A client of `cexplain lsp` over its standard input and output."""

    def __init__(self, *options: str) -> None:
        self._server = subprocess.Popen(
            [sys.executable, "-m", "cexplain", "lsp", *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self._number = 0
        self._version = 0
        self._text = ""
        self.published: list[Json] = []
        self.capabilities = self.ask(
            "initialize", {"processId": None, "rootUri": None, "capabilities": ABLE}
        )["capabilities"]
        self.tell("initialized", {})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._server.kill()
        self._server.communicate()

    def leave(self) -> tuple[int, str]:
        """Shut the server down as the protocol says; its exit status and standard error."""
        self.ask("shutdown", None)
        self.tell("exit", None)
        _, errors = self._server.communicate(timeout=PATIENCE)
        return self._server.returncode, errors.decode()

    def tell(self, method: str, params: Json) -> None:
        """Send a notification."""
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: Json) -> Json:
        """The result of a request; what the server says meanwhile is kept."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == self._number and "method" not in message:
                assert "error" not in message, message
                return message.get("result")
            self._keep(message)

    def open(self, text: str) -> list[Json]:
        """Open a file; the diagnostics that come."""
        self.show(text)
        return self.read()

    def show(self, text: str) -> None:
        """Open a file, and wait for nothing."""
        self._text = text
        item = {"uri": URI, "languageId": "c", "version": 0, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": item})

    def read(self) -> list[Json]:
        """Wait for the diagnostics that are due."""
        return self._diagnostics()

    def change(self, text: str) -> list[Json]:
        """Replace the file's text; the diagnostics that come."""
        self._version += 1
        self._text = text
        document = {"uri": URI, "version": self._version}
        self.tell(
            "textDocument/didChange",
            {"textDocument": document, "contentChanges": [{"text": text}]},
        )
        return self._diagnostics()

    def edit(self, start: int, end: int, text: str) -> list[Json]:
        """Replace a part of the file's text, and tell only that; the diagnostics that come."""
        self.type(start, text, end)
        return self.read()

    def type(self, start: int, text: str, end: int | None = None) -> None:
        """Put a text into the file's, in the place of what is there up to `end`."""
        end = start if end is None else end
        span = {"start": self.position(start), "end": self.position(end)}
        self._version += 1
        self._text = self._text[:start] + text + self._text[end:]
        document = {"uri": URI, "version": self._version}
        self.tell(
            "textDocument/didChange",
            {"textDocument": document, "contentChanges": [{"range": span, "text": text}]},
        )

    def close(self) -> list[Json]:
        """Close the file; the diagnostics that come."""
        self.tell("textDocument/didClose", {"textDocument": {"uri": URI}})
        return self._diagnostics()

    def hover(self, marked: str, nth: int = 0) -> str:
        """What is shown at the nth place where `marked` stands; empty if nothing."""
        place = self.position(self._offset(marked, nth))
        found = self.ask("textDocument/hover", {"textDocument": {"uri": URI}, "position": place})
        return str(found["contents"]["value"]) if found else ""

    def at(self, method: str, marked: str, nth: int = 0, by: int = 0) -> Json:
        """The answer to a question about the place `by` characters behind where `marked` starts."""
        place = self.position(self._offset(marked, nth) + by)
        return self.ask(method, {"textDocument": {"uri": URI}, "position": place})

    def symbols(self) -> list[Json]:
        """What the file declares."""
        return list(self.ask("textDocument/documentSymbol", {"textDocument": {"uri": URI}}))

    def text(self, span: Json) -> str:
        """The file's text in a range."""
        units = Units(self._text)
        start, end = (units.index(*span[side].values()) for side in ("start", "end"))
        return self._text[units.before(start) : units.before(end)]

    def actions(self, marked: str) -> list[Json]:
        """The code actions for the place where `marked` stands."""
        start = self._offset(marked, 0)
        span = {"start": self.position(start), "end": self.position(start + len(marked))}
        return list(
            self.ask(
                "textDocument/codeAction",
                {"textDocument": {"uri": URI}, "range": span, "context": {"diagnostics": []}},
            )
        )

    def applied(self, action: Json) -> str:
        """The file's text after a code action."""
        text = Units(self._text)
        for edit in reversed(action["edit"]["changes"][URI]):
            start, end = (tuple(edit["range"][side].values()) for side in ("start", "end"))
            text.replace(start, end, edit["newText"])
        return text.text

    def position(self, offset: int) -> Json:
        """An offset as the protocol counts: lines, and UTF-16 units in the line, from 0."""
        text = Units(self._text)
        line, character = text.position(len(Units(self._text[:offset]).units))
        return {"line": line, "character": character}

    def _offset(self, marked: str, nth: int) -> int:
        offset = -1
        for _ in range(nth + 1):
            offset = self._text.index(marked, offset + 1)
        return offset

    def _diagnostics(self) -> list[Json]:
        while not self.published:
            self._keep(self._receive())
        return list(self.published.pop(0)["diagnostics"])

    def _keep(self, message: Json) -> None:
        if message.get("method") == "textDocument/publishDiagnostics":
            self.published.append(message["params"])

    def _send(self, message: Json) -> None:
        assert self._server.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._server.stdin.flush()

    def _receive(self) -> Json:
        assert self._server.stdout is not None
        length = 0
        while (line := self._server.stdout.readline().strip()) or not length:
            assert line, "the server hung up"
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        return json.loads(self._server.stdout.read(length))
