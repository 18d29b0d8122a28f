"""Files are read beside the loop: a hover waits for its own, an edit gives a reading up."""

import json
import os
import threading
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest

from cexplain.editor import open_files
from cexplain.editor.document import Document, GivenUp
from cexplain.editor.lanes import Threads
from cexplain.editor.language_server import Server
from support.patience import PATIENCE
from support.talking import URI, position

LONG = "int long_one;"  # and what begins so


class Gate:
    """Stands in for `Document`: one text is not read before the gate opens."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.reached, self.opened = threading.Event(), threading.Event()
        self.given_up = threading.Event()
        self.texts: list[str] = []
        monkeypatch.setattr(open_files, "Document", self)

    def __call__(
        self,
        text: str,
        std: str | None,
        wanted: Callable[[], bool],
        path: str,
    ) -> Document:
        self.texts.append(text)
        if text.startswith(LONG):
            self.reached.set()
            assert self.opened.wait(PATIENCE)
            if not wanted():
                self.given_up.set()
                raise GivenUp
        return Document(text, std, wanted, path)


class Threaded:
    """A server with its threads; what it says is waited for."""

    def __init__(self) -> None:
        self.said: SimpleQueue[Any] = SimpleQueue()
        server = Server(None, self.said.put, Threads())
        self.dialogue = server.dialogue
        self.send("initialize", {}, 0)
        self.next()

    def send(self, method: str, params: Any, number: int | None = None) -> None:
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        self.dialogue.receive(
            json.dumps(message if number is None else {**message, "id": number}).encode()
        )

    def open(self, uri: str, text: str) -> None:
        item = {"uri": uri, "version": 1, "text": text}
        self.send("textDocument/didOpen", {"textDocument": item})

    def change(self, uri: str, text: str) -> None:
        params = {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [{"text": text}]}
        self.send("textDocument/didChange", params)

    def hover(self, uri: str, number: int) -> None:
        self.ask(uri, number, 0, 4)

    def ask(self, uri: str, number: int, line: int, character: int) -> None:
        params = {"textDocument": {"uri": uri}, "position": position(line, character)}
        self.send("textDocument/hover", params, number)

    def next(self) -> Any:
        return self.said.get(timeout=PATIENCE)


def about(message: Any) -> Any:
    """What a message is about: the number of an answer, or the file and version of findings."""
    params = message.get("params")
    return (params["uri"], params.get("version")) if params else message["id"]


def test_a_hover_does_not_wait_for_the_findings_of_another_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gate, server = Gate(monkeypatch), Threaded()
    server.open("long", LONG)
    assert gate.reached.wait(PATIENCE)
    server.open("short", "int x;")
    server.hover("short", 1)
    assert [about(server.next()), about(server.next())] == [("short", 1), 1]
    gate.opened.set()
    assert about(server.next()) == ("long", 1)


def test_a_hover_waits_for_the_reading_of_its_own_file_and_asks_for_no_second(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gate, server = Gate(monkeypatch), Threaded()
    server.open("long", LONG)
    assert gate.reached.wait(PATIENCE)
    server.hover("long", 1)
    server.open("short", "int x;")
    server.hover("short", 2)  # is read behind what the first hover asked for
    assert [about(server.next()), about(server.next())] == [("short", 1), 2]
    gate.opened.set()
    assert [about(server.next()), about(server.next())] == [("long", 1), 1]
    server.send("shutdown", None, 3)
    assert about(server.next()) == 3
    assert gate.texts == [LONG, "int x;"]


def test_an_edit_gives_up_the_reading_of_the_text_before(monkeypatch: pytest.MonkeyPatch) -> None:
    gate, server = Gate(monkeypatch), Threaded()
    server.open(URI, LONG)
    assert gate.reached.wait(PATIENCE)
    server.hover(URI, 1)
    server.change(URI, "int y;")
    refused = server.next()
    assert (about(refused), refused["error"]["code"]) == (1, -32801)
    server.hover(URI, 2)
    assert [about(server.next()), about(server.next())] == [(URI, 2), 2]
    gate.opened.set()
    assert gate.given_up.wait(PATIENCE)
    server.send("shutdown", None, 3)
    assert about(server.next()) == 3


def test_what_an_edit_left_as_it_was_is_answered_before_the_text_is_read_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gate, server = Gate(monkeypatch), Threaded()
    server.open(URI, "int y; long far;\nchar *end;")
    assert about(server.next()) == (URI, 1)
    server.change(URI, LONG + "\nchar *end;")
    server.ask(URI, 1, 1, 6)
    found = server.next()
    assert about(found) == 1
    assert "end is a pointer to char" in found["result"]["contents"]["value"]
    assert found["result"]["range"] == {"start": position(1, 6), "end": position(1, 9)}
    server.hover(URI, 2)  # what was edited waits
    assert gate.reached.wait(PATIENCE)
    gate.opened.set()
    assert [about(server.next()), about(server.next())] == [(URI, 2), 2]


def test_a_document_is_given_up_between_two_declarations() -> None:
    asked: list[int] = []

    def wanted() -> bool:
        asked.append(1)
        return len(asked) < 3

    with pytest.raises(GivenUp):
        Document("void f(void) { int a; int b; int c; int d; }", None, wanted)
    assert len(asked) == 3


def test_shutdown_is_answered_although_a_file_is_being_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(open_files, "PATIENCE", 0)
    gate, server = Gate(monkeypatch), Threaded()
    server.open(URI, LONG)
    assert gate.reached.wait(PATIENCE)
    server.send("shutdown", None, 1)
    assert about(server.next()) == 1
    gate.opened.set()


def test_work_is_done_when_it_is_due_and_waits_for_none_that_is_due_later() -> None:
    lanes, done = Threads(), threading.Event()
    order: list[str] = []
    lanes.idle(lambda: order.append("in an hour"), 3600)
    lanes.idle(lambda: order.append("first"), 0)
    lanes.idle(lambda: order.append("second"), 0)
    lanes.idle(done.set, 0.001)
    assert done.wait(PATIENCE)
    assert order == ["first", "second"]


def test_an_editor_that_reads_no_more_ends_no_lane() -> None:
    def broken() -> None:
        raise BrokenPipeError

    lanes, done = Threads(), threading.Event()
    lanes.asked(broken)
    lanes.asked(done.set)
    assert done.wait(PATIENCE)


def test_what_goes_wrong_with_one_file_ends_no_lane_and_is_told_in_one_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def wrong() -> None:
        raise ValueError("embedded\nnull")

    lanes, done = Threads(), threading.Event()
    for ask in (lanes.asked, lambda work: lanes.idle(work, 0)):
        ask(wrong)
        done.clear()
        ask(done.set)
        assert done.wait(PATIENCE)
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 2
    for line in said:
        assert line.startswith("cexplain: error: this is a mistake of cexplain")
        assert "(ValueError: embedded null)" in line


@pytest.mark.parametrize(
    "uri",
    [
        "file:///tmp/%00x.c",
        "file:///tmp/\0x.c",
        "file:///tmp/\ud800x.c",
        "file:///tmp/%ed%a0%80x.c",
        "file:///tmp/%ffx.c",
        "file:///tmp/" + "x" * 10_000 + ".c",
        "file:///" + "x/" * 5_000 + "x.c",
        "file://[::1/x.c",
        "file://[x]/x.c",
        "file://",
        "file:",
        "",
        "\0",
        "http://[",
        "-",
        "@x",
    ],
    ids=lambda uri: ascii(uri[:30]),
)
def test_whatever_a_files_address_is_it_is_read_and_so_are_others(
    uri: str, capfd: pytest.CaptureFixture[str]
) -> None:
    server = Threaded()
    server.open(uri, '#include <stdio.h>\n#include "own.h"\nFILE *f;\nint a[-1];')
    found = server.next()
    assert about(found) == (uri, 1)
    assert [one["range"]["start"] for one in found["params"]["diagnostics"]] == [position(3, 5)]
    server.ask(uri, 1, 2, 1)
    assert "FILE" in server.next()["result"]["contents"]["value"]
    server.open(URI, "int x;")
    assert about(server.next()) == (URI, 1)
    server.change(URI, "int y;")
    assert about(server.next()) == (URI, 2)
    assert capfd.readouterr().err == ""


def test_a_file_whose_address_is_no_utf_8_has_its_own_headers(tmp_path: Path) -> None:
    folder = os.path.join(os.fsencode(tmp_path), b"\xff")
    os.mkdir(folder)
    with open(os.path.join(folder, b"own.h"), "w", encoding="ascii") as header:
        header.write("typedef int *own_t;\n")
    uri = f"{tmp_path.as_uri()}/%ff/x.c"
    server = Threaded()
    server.open(uri, '#include "own.h"\nown_t x;')
    assert about(server.next()) == (uri, 1)
    server.ask(uri, 1, 1, 1)
    assert "own_t" in server.next()["result"]["contents"]["value"]
