"""Messages to a language server in this process, and what it says to them."""

import json
from collections.abc import Callable
from typing import Any

from cexplain.editor.language_server import Server

Json = Any
URI = "file:///somewhere/demo.c"


class AtOnce:
    """Lanes on which everything is done as soon as it is asked for."""

    def asked(self, work: Callable[[], None]) -> None:
        work()

    def idle(self, work: Callable[[], None], _delay: float) -> None:
        work()


class Held:
    """Lanes on which nothing is done before `run`."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def asked(self, work: Callable[[], None]) -> None:
        self.waiting.append(work)

    def idle(self, work: Callable[[], None], _delay: float) -> None:
        self.waiting.append(work)

    def run(self) -> None:
        """Do all that waits."""
        while self.waiting:
            self.waiting.pop(0)()


class Talk:
    """A dialogue with a server, which is initialized with the editor's capabilities."""

    def __init__(
        self,
        lanes: AtOnce | Held | None = None,
        *,
        initialized: bool = True,
        capabilities: Json | None = None,
    ) -> None:
        self.said: list[Json] = []
        self.server = Server(None, self.said.append, lanes or AtOnce())
        self._number = 0
        if initialized:
            self.ask("initialize", {"capabilities": capabilities or {}})
            self.tell("initialized", {})

    def send(self, message: Json) -> list[Json]:
        """What the server says to a message: bytes are sent as they are."""
        before = len(self.said)
        content = message if isinstance(message, bytes) else json.dumps(message).encode()
        self.server.dialogue.receive(content)
        return self.said[before:]

    def ask(self, method: str, params: Json) -> Json:
        """The one answer to a request."""
        self._number += 1
        message = {"jsonrpc": "2.0", "id": self._number, "method": method, "params": params}
        (answer,) = (said for said in self.send(message) if said.get("id") == self._number)
        assert ("result" in answer) != ("error" in answer)
        return answer

    def tell(self, method: str, params: Json) -> list[Json]:
        """What the server says to a notification; nothing of it is an answer."""
        said = self.send({"jsonrpc": "2.0", "method": method, "params": params})
        assert all("id" not in one for one in said)
        return said

    def open(self, text: str, uri: str = URI) -> list[Json]:
        """The findings of a file that is opened."""
        item = {"uri": uri, "languageId": "c", "version": 1, "text": text}
        return _findings(self.tell("textDocument/didOpen", {"textDocument": item}))

    def change(self, *changes: Json, uri: str = URI) -> list[Json]:
        """What the server says to changes of a file."""
        item = {"uri": uri, "version": 2}
        params = {"textDocument": item, "contentChanges": [*changes]}
        return self.tell("textDocument/didChange", params)

    def hover(self, line: Json, character: Json, uri: str = URI) -> Json:
        """The answer to a hover."""
        position = {"line": line, "character": character}
        params = {"textDocument": {"uri": uri}, "position": position}
        return self.ask("textDocument/hover", params)

    def actions(self, start: Json, end: Json, uri: str = URI, **context: Json) -> Json:
        """The answer to the question what can be done between two positions."""
        span = {"start": position(*start), "end": position(*end)}
        params = {"textDocument": {"uri": uri}, "range": span, "context": context}
        return self.ask("textDocument/codeAction", params)


def position(line: Json, character: Json) -> Json:
    """A position of the protocol."""
    return {"line": line, "character": character}


def edit(start: Json, end: Json, text: str) -> Json:
    """A change between two positions."""
    return {"range": {"start": position(*start), "end": position(*end)}, "text": text}


def _findings(said: list[Json]) -> list[Json]:
    return [
        one
        for message in said
        if message["method"] == "textDocument/publishDiagnostics"
        for one in message["params"]["diagnostics"]
    ]
