"""What any message does to the language server: every request has one answer, and no traceback."""

import json

import pytest

from cexplain.editor import open_files
from support.talking import URI, Held, Json, Talk, edit, position

PARSE_ERROR, INVALID_REQUEST, METHOD_NOT_FOUND, INVALID_PARAMS = -32700, -32600, -32601, -32602
INTERNAL_ERROR, NOT_INITIALIZED = -32603, -32002
CANCELLED, MODIFIED = -32800, -32801
HOVER, ACTION = "textDocument/hover", "textDocument/codeAction"
CHANGE, OPEN = "textDocument/didChange", "textDocument/didOpen"
DOCUMENT = {"textDocument": {"uri": URI}}


def code(answer: Json) -> int:
    """The code of an answer that is an error, whose message says no traceback."""
    assert set(answer["error"]) == {"code", "message"}
    assert "Traceback" not in answer["error"]["message"]
    return int(answer["error"]["code"])


@pytest.mark.parametrize(
    ("message", "number", "expected"),
    [
        (b"", None, PARSE_ERROR),
        (b"no JSON", None, PARSE_ERROR),
        (b'{"jsonrpc": "2.0"', None, PARSE_ERROR),
        (b"\xff\xfe", None, PARSE_ERROR),
        (b"\xef\xbb\xbf{}", None, PARSE_ERROR),
        (b"[" * 100_000, None, PARSE_ERROR),
        (b'{"a":' * 100_000, None, PARSE_ERROR),
        (b"1" * 10_000, None, PARSE_ERROR),
        ([], None, INVALID_REQUEST),
        (None, None, INVALID_REQUEST),
        (7, None, INVALID_REQUEST),
        ("initialize", None, INVALID_REQUEST),
        ({}, None, INVALID_REQUEST),
        ({"jsonrpc": "1.0", "id": 5, "method": HOVER}, 5, INVALID_REQUEST),
        ({"jsonrpc": 2.0, "id": "a", "method": HOVER}, "a", INVALID_REQUEST),
        ({"id": 5, "method": HOVER}, 5, INVALID_REQUEST),
        ({"jsonrpc": "2.0", "id": 5}, 5, INVALID_REQUEST),
        ({"jsonrpc": "2.0", "id": 5, "method": 7}, 5, INVALID_REQUEST),
        ({"jsonrpc": "2.0", "id": 5, "method": None}, 5, INVALID_REQUEST),
        ({"jsonrpc": "2.0", "id": 5, "method": [HOVER]}, 5, INVALID_REQUEST),
        ({"jsonrpc": "2.0", "id": None, "method": HOVER}, None, INVALID_REQUEST),
        ({"jsonrpc": "2.0", "id": 1.5, "method": HOVER}, None, INVALID_REQUEST),
        ({"jsonrpc": "2.0", "id": True, "method": HOVER}, None, INVALID_REQUEST),
        ({"jsonrpc": "2.0", "id": [1], "method": HOVER}, None, INVALID_REQUEST),
        ({"jsonrpc": "2.0", "id": 10**4000, "method": "x"}, 10**4000, METHOD_NOT_FOUND),
        ({"jsonrpc": "2.0", "id": "\ud800", "method": "x"}, "\ud800", METHOD_NOT_FOUND),
        ({"jsonrpc": "2.0", "id": 5, "method": ""}, 5, METHOD_NOT_FOUND),
        ({"jsonrpc": "2.0", "id": 5, "method": "__class__"}, 5, METHOD_NOT_FOUND),
        ({"jsonrpc": "2.0", "id": 5, "method": "$/more"}, 5, METHOD_NOT_FOUND),
        ({"jsonrpc": "2.0", "id": 5, "method": OPEN, "params": {}}, 5, METHOD_NOT_FOUND),
        ({"jsonrpc": "2.0", "id": 5, "method": HOVER}, 5, INVALID_PARAMS),
        ({"jsonrpc": "2.0", "id": 5, "method": HOVER, "params": [1]}, 5, INVALID_PARAMS),
    ],
    ids=lambda value: str(value)[:60],
)
def test_what_is_no_request_is_answered_by_an_error(
    message: Json, number: Json, expected: int
) -> None:
    talk = Talk()
    (answer,) = talk.send(message)
    assert (answer["id"], code(answer)) == (number, expected)
    talk.open("int x;")
    assert "x is an int" in talk.hover(0, 4)["result"]["contents"]["value"]


@pytest.mark.parametrize(
    "message",
    [
        {"jsonrpc": "2.0", "id": 5, "result": None},
        {"jsonrpc": "2.0", "id": None, "error": {"code": 1, "message": "?"}},
        {"jsonrpc": "2.0", "method": "workspace/didChangeConfiguration", "params": {}},
        {"jsonrpc": "2.0", "method": HOVER, "params": {}},
        {"jsonrpc": "2.0", "method": "$/setTrace", "params": {"value": "verbose"}},
        {"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": 99}},
        {"jsonrpc": "2.0", "method": "notebookDocument/didOpen"},
    ],
    ids=str,
)
def test_what_asks_for_no_answer_has_none(message: Json) -> None:
    assert Talk().send(message) == []


NO_NUMBERS = [-1, 2**31, 2**63, 10**400, 1.5, "3", None, True, [], {}, {"line": 1}]


@pytest.mark.parametrize("wrong", NO_NUMBERS, ids=lambda value: str(value)[:20])
def test_a_position_that_is_none_is_refused(wrong: Json) -> None:
    talk = Talk()
    talk.open("int (*x)(void);")
    answers = [
        talk.hover(wrong, 0),
        talk.hover(0, wrong),
        talk.actions((wrong, 0), (0, 9)),
        talk.actions((0, 0), (0, wrong)),
        talk.ask(HOVER, {**DOCUMENT, "position": wrong}),
        talk.ask(ACTION, {**DOCUMENT, "range": wrong}),
    ]
    assert {code(answer) for answer in answers} == {INVALID_PARAMS}
    assert "params.position.line is not a whole number" in answers[0]["error"]["message"] or (
        wrong is None and "params.position.line is missing" in answers[0]["error"]["message"]
    )


@pytest.mark.parametrize(
    ("line", "character", "said"),
    [(0, 99, "x is"), (0, 2**31 - 1, "x is"), (7, 0, "y is"), (2**31 - 1, 2**31 - 1, "y is")],
)
def test_a_position_beyond_the_text_is_at_its_end(line: int, character: int, said: str) -> None:
    talk = Talk()
    talk.open("int x\n;int y")
    assert said in talk.hover(line, character)["result"]["contents"]["value"]


@pytest.mark.parametrize(
    "item", [None, [], {}, {"uri": 5}, {"uri": None}, {"uri": "file:///etc/passwd"}], ids=str
)
def test_a_file_that_is_not_open_is_refused(item: Json) -> None:
    talk = Talk()
    span = {"start": position(0, 0), "end": position(0, 0)}
    for method in (HOVER, ACTION):
        params = {"textDocument": item, "position": position(0, 0), "range": span}
        assert code(talk.ask(method, params)) == INVALID_PARAMS
    for method in (CHANGE, "textDocument/didClose", OPEN):
        (told,) = talk.tell(method, {"textDocument": item, "contentChanges": []})
        assert told["method"] == "window/logMessage"
        assert told["params"]["message"].startswith(method)


@pytest.mark.parametrize(
    "changes",
    [
        None,
        {},
        [7],
        [{}],
        [{"text": 5}],
        [{"text": "x", "range": []}],
        [{"text": "x", "range": {"start": position(0, 0)}}],
        [edit((0, -1), (0, 1), "x")],
        [edit((0, "0"), (0, 1), "x")],
        [edit((0, 0), (0, 1), "ok"), edit((0, 0), (2**31, 1), "x")],
    ],
    ids=str,
)
def test_after_an_edit_that_cannot_be_understood_nothing_is_said_of_the_text(changes: Json) -> None:
    talk = Talk()
    talk.open("int f(void)[3], (*x)(void);")
    cleared, told = talk.tell(
        CHANGE, {"textDocument": {"uri": URI, "version": 2}, "contentChanges": changes}
    )
    assert cleared["params"]["diagnostics"] == []
    assert "out of step" in told["params"]["message"]
    talk.change(edit((0, 0), (0, 0), " "))
    assert code(talk.hover(0, 4)) == INVALID_PARAMS
    assert code(talk.actions((0, 0), (0, 30))) == INVALID_PARAMS
    talk.change({"text": "int (*y)(void);"})
    assert "y is" in talk.hover(0, 6)["result"]["contents"]["value"]


def test_nothing_is_answered_before_initialize_and_it_comes_once() -> None:
    talk = Talk(initialized=False)
    assert code(talk.hover(0, 0)) == NOT_INITIALIZED
    assert code(talk.ask("shutdown", None)) == NOT_INITIALIZED
    assert code(talk.ask("no/such", None)) == NOT_INITIALIZED
    assert talk.open("int f(void)[3];") == []
    assert code(talk.ask("initialize", None)) == INVALID_PARAMS
    answer = talk.ask("initialize", {"capabilities": {"workspace": []}})
    assert answer["result"]["serverInfo"] == {"name": "cexplain"}
    talk.open("int x;")
    assert code(talk.ask("initialize", {})) == INVALID_REQUEST
    assert "x is an int" in talk.hover(0, 4)["result"]["contents"]["value"]


def test_after_shutdown_there_is_only_exit() -> None:
    talk = Talk()
    assert talk.ask("shutdown", None)["result"] is None
    for method in (HOVER, "initialize", "shutdown", "no/such"):
        assert code(talk.ask(method, {})) == INVALID_REQUEST
    assert talk.open("int f(void)[3];") == []
    assert talk.server.dialogue.status is None
    assert talk.tell("exit", None) == []
    assert talk.server.dialogue.status == 0


@pytest.mark.parametrize("initialized", [True, False])
def test_exit_without_shutdown_is_a_failure(initialized: bool) -> None:
    talk = Talk(initialized=initialized)
    talk.tell("exit", None)
    assert talk.server.dialogue.status == 1


def test_a_request_that_waits_can_be_cancelled() -> None:
    lanes = Held()
    talk = Talk(lanes)
    talk.open("int x;")
    for number in ("one", "two"):
        params = {**DOCUMENT, "position": position(0, 4)}
        assert talk.send({"jsonrpc": "2.0", "id": number, "method": HOVER, "params": params}) == []
    (refused,) = talk.send({"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": "one"}})
    assert (refused["id"], code(refused)) == ("one", CANCELLED)
    lanes.run()
    assert [message["id"] for message in talk.said if "result" in message][1:] == ["two"]


@pytest.mark.parametrize(
    ("method", "more"),
    [
        (CHANGE, {"contentChanges": [edit((0, 0), (0, 0), "\n")]}),
        ("textDocument/didClose", {}),
        (OPEN, {}),
    ],
)
def test_what_was_asked_of_another_text_is_told_so(method: str, more: Json) -> None:
    lanes = Held()
    talk = Talk(lanes)
    talk.open("int x;")
    question = {**DOCUMENT, "position": position(0, 4)}
    talk.send({"jsonrpc": "2.0", "id": "asked", "method": HOVER, "params": question})
    item = {"uri": URI, "version": 2, "text": "int y;"}
    (refused, *_) = talk.send(
        {"jsonrpc": "2.0", "method": method, "params": {"textDocument": item, **more}}
    )
    assert (refused["id"], code(refused)) == ("asked", MODIFIED)
    before = len(talk.said)
    lanes.run()
    versions = [said["params"].get("version") for said in talk.said[before:]]
    assert versions == ([] if method.endswith("Close") else [2])


def test_a_failure_of_ours_is_an_answer_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object) -> None:
        raise RecursionError("maximum recursion depth exceeded")

    talk = Talk()
    monkeypatch.setattr(open_files, "Document", broken)
    (note,) = talk.open("int x;")
    answer = talk.hover(0, 4)
    assert code(answer) == INTERNAL_ERROR
    for message in (note["message"], answer["error"]["message"]):
        assert "this is a mistake of cexplain, not of your C (RecursionError" in message
    monkeypatch.undo()
    talk.change({"text": "int y;"})
    assert "y is an int" in talk.hover(0, 4)["result"]["contents"]["value"]


@pytest.mark.parametrize(
    "text",
    [
        "int (*f)(" * 250 + "int" + ")" * 250 + ";",
        "int " + "(*" * 250 + "f" + ")(void)" * 250 + ";",
        "void g(void) { int (*f)(" + "int (*)(" * 200 + "int" + ")" * 201 + "; }",
        "int (*f)(" * 3000,
        "struct {" * 200 + "} (*f)(void);",
        "int (*f)(" + ", ".join(f"int (*)[{size + 1}]" for size in range(500)) + ");",
    ],
    ids=lambda text: text[:24],
)
def test_the_deepest_and_longest_declarations_are_rewritten_or_not(text: str) -> None:
    talk = Talk()
    talk.open(text)
    for line_end in (0, len(text)):
        assert "result" in talk.actions((0, 0), (0, line_end))
        assert "result" in talk.hover(0, line_end)


def test_of_a_file_with_countless_findings_the_first_are_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("cexplain.editor.said.MOST", 3)
    told = Talk().open("int f(void)[3];\n" * 5)
    assert [one["range"]["start"]["line"] for one in told] == [0, 1, 2, 3]
    assert (told[-1]["severity"], told[-1]["message"]) == (3, "and 2 more findings in this file")


def test_a_file_that_is_too_long_says_so_and_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    talk = Talk()
    monkeypatch.setattr(open_files, "LONGEST", 20)
    (note,) = talk.open("int f(void)[3];\n" * 2)
    assert note["severity"] == 3
    assert "this one is longer" in note["message"]
    assert talk.hover(0, 5)["result"] is None
    assert talk.actions((0, 0), (1, 0))["result"] is None
    (one,) = _published(talk.change(edit((1, 0), (2, 0), "")))
    assert one["code"] == "function-returning-array"


def test_actions_of_other_kinds_are_not_offered() -> None:
    talk = Talk()
    talk.open("int (*f)(void);")
    for kinds, count in [
        (None, 1), (["refactor"], 1), (["refactor.rewrite"], 1), ([""], 1),
        (["source.organizeImports"], 0), (["refactor.rewrite.more"], 0), (["refact"], 0), ([], 0),
    ]:  # fmt: skip # a table
        assert len(talk.actions((0, 0), (0, 9), only=kinds)["result"]) == count
    assert code(talk.actions((0, 0), (0, 9), only=[5])) == INVALID_PARAMS


def test_an_edit_names_the_version_that_it_is_for_if_the_editor_knows_such() -> None:
    capable = {"workspace": {"workspaceEdit": {"documentChanges": True}}}
    talk = Talk(capabilities=capable)
    talk.open("int (*f)(void);")
    talk.change(edit((0, 0), (0, 0), "\n"))
    (action,) = talk.actions((1, 0), (1, 9))["result"]
    (change,) = action["edit"]["documentChanges"]
    assert change["textDocument"] == {"uri": URI, "version": 2}
    assert change["edits"][0]["range"]["start"] == position(1, 0)


def test_every_message_is_json_in_ascii() -> None:
    talk = Talk()
    talk.open('int a[sizeof "\ud800\u2028é"](void);')
    talk.hover(0, 4)
    assert json.dumps(talk.said).isascii()


def _published(said: list[Json]) -> list[Json]:
    return [one for message in said for one in message["params"]["diagnostics"]]


def test_a_number_of_too_many_digits_is_told_in_words_of_ours() -> None:
    (refused,) = Talk().send(b"1" * 10_000)
    assert refused["error"]["message"] == (
        "the message cannot be read: it holds a number of too many digits"
    )
