"""The language server's input and output as bytes: lengths, ends, signals."""

import json
import signal
import subprocess
import sys
from io import BytesIO
from typing import Any

import pytest

from cexplain.editor.wire import LONGEST, WireError, packed, received
from support.command import COMMAND, INTERRUPTIBLE
from support.patience import PATIENCE

SHUTDOWN = {"jsonrpc": "2.0", "id": 2, "method": "shutdown"}
EXIT = {"jsonrpc": "2.0", "method": "exit"}
INITIALIZE = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {}}


class Frugal(BytesIO):
    """An input that gives no more than it has, and is never asked for more than a message."""

    def read(self, size: int | None = -1) -> bytes:
        assert size is not None
        assert 0 <= size <= LONGEST
        return super().read(size)


@pytest.mark.parametrize(
    ("sent", "contents"),
    [
        (b"", []),
        (b"Content-Length: 2\r\n\r\n{}", [b"{}"]),
        (b"content-length:2\n\n{}CONTENT-LENGTH : 0\r\n\r\n", [b"{}", b""]),
        (
            b"Content-Type: application/json; charset=utf-8\r\nContent-Length: 2\r\n\r\n{}",
            [b"{}"],
        ),
        (b"Content-Length: 2\r\nContent-Length: 2\r\n\r\n\r\n", [b"\r\n"]),
        (b"Content-Length: 00000002\r\n\r\n{}", [b"{}"]),
    ],
)
def test_messages_are_taken_from_their_headers(sent: bytes, contents: list[bytes]) -> None:
    source = Frugal(sent)
    assert [received(source) for _ in contents] == contents
    assert received(source) is None


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (b"Content-Length: x\r\n\r\n{}", "'x' is not a number from 0 to 67108864"),
        (b"Content-Length: \r\n\r\n{}", "'' is not a number"),
        (b"Content-Length: -2\r\n\r\n{}", "'-2' is not a number"),
        (b"Content-Length: +2\r\n\r\n{}", "'+2' is not a number"),
        (b"Content-Length: 1_0\r\n\r\n{}", "'1_0' is not a number"),
        (b"Content-Length: 2.0\r\n\r\n{}", "'2.0' is not a number"),
        ("Content-Length: \uff12\r\n\r\n{}".encode(), r"'\uff12' is not a number"),
        (b"Content-Length: 99999999999\r\n\r\n{}", "'99999999999' is not a number"),
        (b"Content-Length: 67108865\r\n\r\n{}", "'67108865' is not a number"),
        (b"Content-Length: " + b"9" * 4000 + b"\r\n\r\n{}", f"'{'9' * 40}' is not a number"),
        (b"Content-Length: \x1b]0;X\x07\r\n\r\n{}", r"'\x1b]0;X\x07' is not a number"),
        (b"Content-Length: 1\r\nContent-Length: 2\r\n\r\n{}", "a message has two lengths"),
        (b"Content-Type: x\r\n\r\n{}", "a message has no Content-Length"),
        (b"\r\n\r\n", "a message has no Content-Length"),
        (b"{}\r\n\r\n", "'{}' is not a header"),
        (b"GET / HTTP/1.1\r\n\r\n", "'GET / HTTP/1.1' is not a header"),
        (b"Content-Length: 2", "'Content-Length: 2' is not a header"),
        (b"X: " + b"y" * 5000 + b"\r\n\r\n", f"'X: {'y' * 37}' is not a header"),
        (b"\0\0\0\0\r\n", r"'\x00\x00\x00\x00' is not a header"),
        (b"Content-Length: 5\r\n\r\n{}", "the input ended after 2 of a message's 5 bytes"),
        (b"Content-Length: 67108864\r\n\r\n{}", "the input ended after 2 of"),
        (b"Content-Length: 5\r\n", "the input ended after 0 of a message's 5 bytes"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_length_that_is_none_is_refused_before_anything_is_taken(sent: bytes, said: str) -> None:
    with pytest.raises(WireError) as refused:
        received(Frugal(sent))
    assert said in str(refused.value)


def serve(sent: bytes) -> tuple[int, list[Any], str]:
    """The exit status of a server that gets some bytes, what it answers, its standard error."""
    done = subprocess.run(
        [*COMMAND, "lsp"],
        input=sent,
        capture_output=True,
        check=False,
        timeout=PATIENCE,
    )
    return done.returncode, _messages(done.stdout), done.stderr.decode()


def _messages(written: bytes) -> list[Any]:
    source, found = BytesIO(written), []
    while (content := received(source)) is not None:
        found.append(json.loads(content))
    return found


@pytest.mark.parametrize("length", [b"x", b"-1", b"99999999999"])
def test_a_server_that_cannot_follow_says_so_and_ends(length: bytes) -> None:
    sent = packed(INITIALIZE) + b"Content-Length: " + length + b"\r\n\r\n{}" + packed(SHUTDOWN)
    status, (hello, refused), errors = serve(sent)
    assert (status, hello["id"]) == (1, 1)
    assert (refused["id"], refused["error"]["code"]) == (None, -32700)
    assert errors == (
        f"cexplain: error: the editor's message cannot be read: {refused['error']['message']}\n"
    )


def test_a_server_ends_as_it_is_told() -> None:
    assert serve(packed(EXIT)) == (1, [], "")
    status, (_, bye), errors = serve(packed(INITIALIZE) + packed(SHUTDOWN) + packed(EXIT))
    assert (status, bye, errors) == (0, {"jsonrpc": "2.0", "id": 2, "result": None}, "")


def test_a_server_whose_editor_has_gone_ends() -> None:
    opened = {"uri": "a", "version": 1, "text": "int f(void)[3];"}
    question = {"textDocument": {"uri": "a"}, "position": {"line": 0, "character": 4}}
    sent = (
        packed(INITIALIZE)
        + packed({**EXIT, "method": "textDocument/didOpen", "params": {"textDocument": opened}})
        + packed({**INITIALIZE, "id": "?", "method": "textDocument/hover", "params": question})
    )
    status, said, errors = serve(sent)
    assert (status, errors) == (1, "")
    assert {message.get("id", message.get("method")) for message in said} == {
        1, "?", "textDocument/publishDiagnostics",
    }  # fmt: skip # a set
    assert serve(packed(INITIALIZE) + packed(SHUTDOWN))[0] == 0


@pytest.mark.parametrize("standard", [0, 1, 2])
def test_a_server_without_a_stream_ends(standard: int) -> None:
    done = subprocess.run(
        ["sh", "-c", f'"$0" -m cexplain lsp {standard}>&-', sys.executable],
        input=packed(INITIALIZE),
        capture_output=True,
        check=False,
        timeout=PATIENCE,
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


def test_an_input_that_cannot_be_read_is_told() -> None:
    done = subprocess.run(
        ["sh", "-c", '"$0" -m cexplain lsp 0>/dev/null', sys.executable],
        capture_output=True,
        check=False,
        timeout=PATIENCE,
    )
    assert done.returncode == 1
    assert done.stderr == (
        b"cexplain: error: the editor's message cannot be read: Bad file descriptor\n"
    )


@pytest.mark.parametrize(
    ("end", "status"), [(packed(EXIT), 1), (signal.SIGINT, 130), (signal.SIGTERM, -signal.SIGTERM)]
)
def test_a_server_that_reads_a_file_of_2_mb_ends_at_once(end: bytes | int, status: int) -> None:
    opened = {"uri": "a", "version": 1, "text": "int f(void) { int c; return c; }\n" * 60_000}
    with subprocess.Popen(
        [*INTERRUPTIBLE, *COMMAND, "lsp"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        said = []
        for message in (
            INITIALIZE,
            {**EXIT, "method": "textDocument/didOpen", "params": {"textDocument": opened}},
            {**INITIALIZE, "method": "no/such"},
        ):
            server.stdin.write(packed(message))
        server.stdin.flush()
        said = [received(server.stdout), received(server.stdout)]
        if isinstance(end, bytes):
            server.stdin.write(end)
            server.stdin.flush()
        else:
            server.send_signal(end)
        rest, errors = server.communicate(timeout=PATIENCE)
    assert (server.returncode, rest, errors) == (status, b"", b"")
    assert b"publishDiagnostics" not in b"".join(one or b"" for one in said)
