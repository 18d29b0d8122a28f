"""The language server: what an editor says and asks, and what it is answered."""

import gc
import os
import sys
from collections.abc import Callable

from cexplain.editor import answers, said
from cexplain.editor.dialogue import Code, Dialogue, Methods, Part, RequestId
from cexplain.editor.document import Document
from cexplain.editor.lanes import Lanes, Threads
from cexplain.editor.open_files import Answer, OpenFiles
from cexplain.editor.rewriting import rewrites
from cexplain.editor.text import Place, Places, Text
from cexplain.editor.wire import Json, WireError, packed, received

_INCREMENTAL = 2


def serve(std: str | None) -> int:
    """Serve an editor on standard input and output until it says `exit`; return the status."""
    sys.setswitchinterval(0.001)  # seconds: a hover waits no longer for a thread that reads
    gc.set_threshold(100_000, 20, 20)  # a tree has no cycles; looking takes half of a long reading
    server = Server(std, _send, Threads())
    dialogue = server.dialogue
    try:
        while dialogue.status is None:
            content = _received()
            if content is None:
                server.files.settle()
                return 0 if dialogue.shut else 1
            dialogue.receive(content)
    except WireError as error:
        dialogue.refuse(None, Code.PARSE_ERROR, str(error))
        sys.stderr.write(f"cexplain: error: the editor's message cannot be read: {error}\n")
        return 1
    finally:
        dialogue.ended = True
        gc.freeze()  # Python looks for cycles at its end once more, for seconds in a large file
    return dialogue.status


def _received() -> bytes | None:
    """Return what the editor says next, None when it has hung up; raises WireError."""
    try:
        return received(sys.stdin.buffer) if sys.stdin is not None else None
    except OSError as error:
        raise WireError(error.strerror or str(error)) from None


def _send(message: Json) -> None:
    """Write a message to standard output.

    A buffer would have a lock, which a thread could hold when the process ends.
    """
    content = memoryview(packed(message))
    while content:
        content = content[os.write(1, content) :]


class Server:
    """What a server of C declarations answers; its standard is None if none was asked for."""

    def __init__(self, std: str | None, send: Callable[[Json], None], lanes: Lanes) -> None:
        self.dialogue = Dialogue(send, self._methods())
        self.files = OpenFiles(self.dialogue, std, lanes)
        self._versioned = self._nested = self._offsets = False

    def _methods(self) -> Methods:
        return Methods(
            initialize=self._initialize,
            shutdown=self._shut_down,
            requests={
                "textDocument/hover": self._hover,
                "textDocument/definition": self._definition,
                "textDocument/documentSymbol": self._symbols,
                "textDocument/signatureHelp": self._signature,
                "textDocument/completion": self._completion,
                "textDocument/codeAction": self._actions,
            },
            told={
                "textDocument/didOpen": self._opened,
                "textDocument/didChange": self._changed,
                "textDocument/didClose": self._closed,
                "$/cancelRequest": lambda params: self.files.cancel(params["id"].value),
            },
        )

    def _initialize(self, params: Part) -> Json:
        able = params.get("capabilities")
        value = able.value if able else None
        self._versioned = _is_able(value, "workspace workspaceEdit documentChanges")
        self._nested = _is_able(
            value, "textDocument documentSymbol hierarchicalDocumentSymbolSupport"
        )
        self._offsets = _is_able(
            value,
            "textDocument signatureHelp signatureInformation"
            " parameterInformation labelOffsetSupport",
        )
        return {
            "capabilities": {
                "positionEncoding": "utf-16",
                "textDocumentSync": {"openClose": True, "change": _INCREMENTAL},
                "hoverProvider": True,
                "definitionProvider": True,
                "documentSymbolProvider": True,
                "signatureHelpProvider": {"triggerCharacters": ["(", ","]},
                "completionProvider": {"triggerCharacters": [".", ">"]},
                "codeActionProvider": {"codeActionKinds": [said.REWRITE]},
            },
            "serverInfo": {"name": said.SOURCE},
        }

    def _shut_down(self) -> None:
        self.files.settle()

    def _opened(self, params: Part) -> None:
        item = params["textDocument"]
        self.files.open(item["uri"].string(), item["text"].string(), _version(item))

    def _changed(self, params: Part) -> None:
        item = params["textDocument"]
        file = self.files.named(item["uri"].string())

        def edit() -> None:
            version = _version(item)
            changes = [
                (_span(change["range"]) if change.get("range") else None, change["text"].string())
                for change in params["contentChanges"].parts()
            ]
            file.version = version
            for places, text in changes:
                if places is None:
                    file.text, file.lost = Text(text), False
                else:
                    file.text.replace(*places, text)

        self.files.change(file, edit)

    def _closed(self, params: Part) -> None:
        self.files.close(self.files.named(params["textDocument"]["uri"].string()))

    def _hover(self, number: RequestId, params: Part) -> None:
        place = _place(params["position"])

        def answer(document: Document, places: Places) -> Json:
            found = document.hover(places.offset(place))
            return said.hover(found, places) if found else None

        self._ask(number, params, answer, meanwhile=True)

    def _definition(self, number: RequestId, params: Part) -> None:
        uri, place = params["textDocument"]["uri"].string(), _place(params["position"])

        def answer(document: Document, places: Places) -> Json:
            found = answers.definition(document, places.offset(place))
            return said.location(uri, found, places) if found else None

        self._ask(number, params, answer, meanwhile=True)

    def _symbols(self, number: RequestId, params: Part) -> None:
        uri = params["textDocument"]["uri"].string()

        def answer(document: Document, places: Places) -> Json:
            found = answers.symbols(document)
            if self._nested:
                return [said.symbol(one, places) for one in found]
            return [each for one in found for each in said.flat(one, uri, places)]

        self._ask(number, params, answer)

    def _signature(self, number: RequestId, params: Part) -> None:
        place = _place(params["position"])

        def answer(document: Document, places: Places) -> Json:
            found = answers.signature(document, places.offset(place))
            return said.signature(found, offsets=self._offsets) if found else None

        self._ask(number, params, answer)

    def _completion(self, number: RequestId, params: Part) -> None:
        place = _place(params["position"])

        def answer(document: Document, places: Places) -> Json:
            found = answers.completion(document, places.offset(place))
            return said.choices(found) if found else None

        self._ask(number, params, answer)

    def _ask(
        self, number: RequestId, params: Part, answer: Answer, *, meanwhile: bool = False
    ) -> None:
        file = self.files.named(params["textDocument"]["uri"].string())
        self.files.ask(number, file, answer, meanwhile=meanwhile)

    def _actions(self, number: RequestId, params: Part) -> None:
        file = self.files.named(params["textDocument"]["uri"].string())
        start, end = sorted(_span(params["range"]))
        context = params.get("context")
        only = context.get("only") if context else None
        kinds = [kind.string() for kind in only.parts()] if only else [said.REWRITE]
        wanted = any(not kind or f"{said.REWRITE}.".startswith(f"{kind}.") for kind in kinds)

        def answer(document: Document, places: Places) -> Json:
            found = rewrites(document, places.offset(start), places.offset(end)) if wanted else []
            actions = []
            for rewrite in found:
                edits = [said.edit(rewrite, places, file.text)]
                version = {"textDocument": {"uri": file.uri, "version": file.version}}
                change = (
                    {"documentChanges": [{**version, "edits": edits}]}
                    if self._versioned
                    else {"changes": {file.uri: edits}}
                )
                title = said.shown(rewrite.title)
                actions.append({"title": title, "kind": said.REWRITE, "edit": change})
            return actions

        self.files.ask(number, file, answer)


def _is_able(value: Json, path: str) -> bool:
    """Whether an editor's capabilities say yes at a path of keys."""
    for key in path.split():
        value = value.get(key) if isinstance(value, dict) else None  # Lua's {} comes as []
    return value is True


def _version(item: Part) -> int | None:
    """Return a file's version, if it has one."""
    version = item.get("version")
    return version.integer() if version else None


def _span(part: Part) -> tuple[Place, Place]:
    """Return where a range begins and ends."""
    return _place(part["start"]), _place(part["end"])


def _place(position: Part) -> Place:
    """Return a position."""
    return Place(position["line"].number(), position["character"].number())
