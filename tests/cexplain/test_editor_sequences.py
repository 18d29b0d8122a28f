"""Any sequence of messages: the server has the editor's text, and answers about that text."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from support.talking import Talk, edit
from support.units import Units

Position = tuple[int, int]

DECLARATIONS = st.sampled_from(
    [
        "int x;",
        "int (*f)(void);\n",
        "\f\nstatic int (*é🐱)[3];\r\n",
        "/*\u2028🐱*/ char *(*g(int (*h)(void)))[3];\r",
        "int bad(void)[3];\n",
        "void k(int a)\r{\x85int (*b)[2] = 0; a; }\n",
    ]
)
PIECES = st.sampled_from([*"\n\r\f\v\x85\u2028🐱é\ud83d\udc31 ;*(){}", "\r\n"])
MARKS = st.sampled_from(["#if 0\n", "#define M x\r\n", "#endif\n", "/* ", "*/", '"\\"', "\\\r\n"])
TEXTS = st.lists(DECLARATIONS | PIECES | MARKS, max_size=6).map("".join)
URIS = st.sampled_from(["file:///a.c", "file:///a.c", "file:///a.c", "file:///b.c"])
NUMBERS = st.integers(0, 3) | st.integers(0, 16) | st.just(2**31 - 1)
POSITIONS = st.tuples(st.integers(0, 5), st.integers(0, 16)) | st.tuples(NUMBERS, NUMBERS)
EDITS = st.tuples(POSITIONS, POSITIONS, TEXTS)
OPENED = st.tuples(st.just("open"), st.just("file:///a.c"), st.lists(DECLARATIONS).map("".join))
OFTEN = st.one_of(
    st.tuples(st.just("edit"), URIS, st.lists(EDITS, max_size=3)),
    st.tuples(st.just("hover"), URIS, POSITIONS),
    st.tuples(st.just("act"), URIS, st.tuples(POSITIONS, POSITIONS)),
)
SELDOM = st.one_of(
    st.tuples(st.just("open"), URIS, TEXTS),
    st.tuples(st.just("replace"), URIS, TEXTS),
    st.tuples(st.just("lose"), URIS, st.just(None)),
    st.tuples(st.just("close"), URIS, st.just(None)),
)
STEPS = st.lists(OFTEN | OFTEN | OFTEN | SELDOM, max_size=14)


class Session:
    """An editor's files, as the reference has them, beside a server; None is a lost text."""

    def __init__(self) -> None:
        self.talk = Talk()
        self.texts: dict[str, Units | None] = {}

    def do(self, step: str, uri: str, about: Any) -> None:
        """Take one step, and compare."""
        getattr(self, step)(uri, about)
        for known, text in self.texts.items():
            if text is not None:
                assert self.talk.server.files.named(known).text.source == text.text

    def open(self, uri: str, text: str) -> None:
        self.texts[uri] = Units(text)
        for found in self.talk.open(text, uri):
            self.valid(uri, found["range"])

    def edit(self, uri: str, edits: list[tuple[Position, Position, str]]) -> None:
        text = self.texts.get(uri)
        if text is not None:
            for start, end, new in edits:
                text.replace(start, end, new)
        self.said(uri, self.talk.change(*(edit(*one) for one in edits), uri=uri))

    def replace(self, uri: str, text: str) -> None:
        if uri in self.texts:
            self.texts[uri] = Units(text)
        self.said(uri, self.talk.change({"text": text}, uri=uri))

    def lose(self, uri: str, _: None) -> None:
        if uri in self.texts:
            self.texts[uri] = None
        self.talk.change(edit((0, -1), (0, 0), "x"), uri=uri)

    def hover(self, uri: str, place: Position) -> None:
        found = self.answer(uri, self.talk.hover(*place, uri=uri))
        if found is not None:
            self.valid(uri, found["range"])

    def act(self, uri: str, span: tuple[Position, Position]) -> None:
        actions = self.answer(uri, self.talk.actions(*span, uri=uri)) or []
        for action in actions:
            (change,) = action["edit"]["changes"][uri]
            self.valid(uri, change["range"])
        for action in actions[:1]:  # take it: the editor makes the edit, and says so
            (change,) = action["edit"]["changes"][uri]
            start, end = (tuple(place.values()) for place in change["range"].values())
            self.edit(uri, [(start, end, change["newText"])])

    def close(self, uri: str, _: None) -> None:
        self.texts.pop(uri, None)
        self.talk.tell("textDocument/didClose", {"textDocument": {"uri": uri}})

    def answer(self, uri: str, answer: Any) -> Any:
        """The result of a request; an error where the text is not known, and only there."""
        if self.texts.get(uri) is None:
            assert answer["error"]["code"] == -32602
            return None
        return answer["result"]

    def said(self, uri: str, messages: list[Any]) -> None:
        """Look at what comes after a change."""
        for message in messages:
            if message["method"] == "window/logMessage":
                assert uri not in self.texts
            for found in message["params"].get("diagnostics", ()):
                self.valid(uri, found["range"])

    def valid(self, uri: str, span: Any) -> None:
        """Hold that a range is one of the text's: no position in it has to be moved."""
        text = self.texts[uri]
        assert text is not None
        places = [(span[side]["line"], span[side]["character"]) for side in ("start", "end")]
        assert places == [text.position(text.index(*place)) for place in places]
        assert places == sorted(places)


@settings(deadline=None, max_examples=300)
@given(OPENED, STEPS)
def test_whatever_is_said_the_server_has_the_editors_text(
    first: tuple[str, str, Any], steps: list[tuple[str, str, Any]]
) -> None:
    session = Session()
    for step, uri, about in [first, *steps]:
        session.do(step, uri, about)
