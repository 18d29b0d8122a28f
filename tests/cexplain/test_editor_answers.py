"""Definitions, symbols, signatures and members, as an editor asks a real server for them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support.editor import URI, Editor
from support.talking import Talk, position

TEXT = """\
#include <stdio.h>
#include <time.h>
#define SQ(x, y) ((x)*(y))
#define MAX 10
/* 🐱 */ enum color { RED, GREEN = 5 };
\f
struct point { short x, y; };
typedef struct box {
    int size; struct point at;
    union { int whole; long wide; };
    int (*open)(const char *name, int);
} box_t;
int add(int a, int b);
/* Adds 🐱 two
 * numbers. */
int add(int a, int b) { return a + b; }
static int level = MAX;
extern int level;
enum { NONE, SOME };

int use(box_t *p, struct tm *when, const char *größe)
{
    struct point q = { .x = 1 };
    /* 名前 🐱 */ add(level, add((2, 3), SQ(1, 2)));
    p->open("a,(", 1);
    when->tm_year = p->at.x + p->whole + GREEN + q.y;
    printf("%d 🐱", 1, puts(größe));
    struct box z;
    time(0);
    return SOME;
}
"""
ENDS = {"LF": "\n", "CRLF": "\r\n", "CR": "\r"}


@pytest.fixture(scope="module", params=[*ENDS.values()], ids=[*ENDS])
def editor(request: pytest.FixtureRequest) -> Iterator[Editor]:
    """An editor with TEXT open, its lines ended as editors end them."""
    with Editor() as made:
        assert made.open(TEXT.replace("\n", request.param)) == []
        yield made


def split(marked: str) -> tuple[str, int]:
    """A text without the bar in it, and how many characters stand before that."""
    before, _, behind = marked.partition("|")
    return before + behind, len(before)


def asked(editor: Editor, method: str, marked: str, nth: int = 0) -> Any:
    """The answer to a question about the place of the bar."""
    text, by = split(marked)
    return editor.at(f"textDocument/{method}", text, nth, by)


@pytest.mark.parametrize(
    ("marked", "nth", "line", "named"),
    [
        ("a|dd(level", 0, 15, "add"),
        ("add(|level", 0, 16, "level"),
        ("->op|en(", 0, 10, "open"),
        ("->at.x| ", 0, 6, "x"),
        ("->|whole", 0, 9, "whole"),
        ("+ |p->whole", 0, 20, "p"),
        ("|GREEN +", 0, 4, "GREEN"),
        ("return |SOME", 0, 18, "SOME"),
        ("|SQ(1", 0, 2, "SQ"),
        ("= |MAX", 0, 3, "MAX"),
        ("+ |q.y", 0, 22, "q"),
        ("q.|y;", 0, 6, "y"),
        ("struct |box z", 0, 7, "box"),
        ("struct |point q", 0, 6, "point"),
        ("|box_t *p", 0, 11, "box_t"),
        ("puts(|größe", 0, 20, "größe"),
        ("int |add(int a, int b);", 0, 15, "add"),
    ],
)
def test_a_use_leads_to_its_declaration(
    editor: Editor, marked: str, nth: int, line: int, named: str
) -> None:
    found = asked(editor, "definition", marked, nth)
    assert found["uri"] == URI
    # A form feed ends no line, and characters count as UTF-16 has them.
    assert (found["range"]["start"]["line"], editor.text(found["range"])) == (line, named)


@pytest.mark.parametrize(
    ("marked", "named"),
    [("p|rintf(", "printf"), ("->|tm_year", "tm_year"), ("struct |tm *", "tm"),
     ("|time(0", "time")],
)  # fmt: skip
def test_a_name_of_a_header_leads_into_the_header(editor: Editor, marked: str, named: str) -> None:
    found = asked(editor, "definition", marked)
    start, end = found["range"]["start"], found["range"]["end"]
    header = Path(found["uri"].removeprefix("file://"))
    line = header.read_text(encoding="utf-8").split("\n")[start["line"]]
    assert line[start["character"] : end["character"]] == named


@pytest.mark.parametrize("marked", ["ret|urn SOME", "名|前", "= {| .x", "#inc|lude"])
def test_what_is_no_name_leads_nowhere(editor: Editor, marked: str) -> None:
    assert asked(editor, "definition", marked) is None


def test_the_outline_has_every_name_of_the_file_with_its_parts(editor: Editor) -> None:
    symbols = editor.symbols()
    assert [symbol["name"] for symbol in symbols] == [
        "SQ", "MAX", "color", "point", "box_t", "add", "add", "level", "level", "unnamed enum",
        "use",
    ]  # fmt: skip
    parts = {each["name"]: [one["name"] for one in each.get("children", ())] for each in symbols}
    assert parts["color"] == ["RED", "GREEN"]
    assert parts["box_t"] == ["size", "at", "whole", "wide", "open"]
    use = symbols[-1]
    assert (use["kind"], editor.text(use["selectionRange"])) == (12, "use")
    assert editor.text(use["range"]).startswith("int use(box_t")
    assert editor.text(use["range"]).split()[-3:] == ["return", "SOME;", "}"]
    for symbol in [*symbols, *(one for each in symbols for one in each.get("children", ()))]:
        start, end = (tuple(symbol["range"][side].values()) for side in ("start", "end"))
        inner = [tuple(symbol["selectionRange"][side].values()) for side in ("start", "end")]
        assert start <= inner[0] <= inner[1] <= end


@pytest.mark.parametrize(
    ("marked", "label", "active"),
    [
        ("add(|level", "int add(int a, int b)", "int a"),
        ("add(level, |add", "int add(int a, int b)", "int b"),
        ("add((2, |3)", "int add(int a, int b)", "int a"),
        ("add((2, 3),| SQ", "int add(int a, int b)", "int b"),
        ("SQ(1,| 2", "SQ(x, y)", "y"),
        ('open("a|,(', "int open(const char *name, int)", "const char *name"),
        ('open("a,(", |1', "int open(const char *name, int)", "int"),
        ('🐱", |1, puts', "int printf(const char *restrict __format, ...)", "..."),
        ('🐱", 1, |puts', "int printf(const char *restrict __format, ...)", "..."),
    ],
)
def test_a_call_shows_what_it_expects_and_what_comes_next(
    editor: Editor, marked: str, label: str, active: str
) -> None:
    found = asked(editor, "signatureHelp", marked)
    (signature,) = found["signatures"]
    assert signature["label"] == label
    start, end = signature["parameters"][found["activeParameter"]]["label"]
    assert label[start:end] == active


def test_a_call_shows_the_reading_and_the_comment(editor: Editor) -> None:
    (signature,) = asked(editor, "signatureHelp", "add(|level")["signatures"]
    said = signature["documentation"]["value"]
    assert said.startswith("add is a function taking (a as an int, b as an int)")
    assert said.endswith("Adds 🐱 two numbers.") or "Adds" not in said


@pytest.mark.parametrize(
    "marked", ["return| SOME", "int use(box_t |*p", "= { .x| = 1", "add(int a,| "]
)
def test_where_nothing_is_called_nothing_is_shown(editor: Editor, marked: str) -> None:
    assert asked(editor, "signatureHelp", marked) is None


@pytest.mark.parametrize(
    ("before", "comment"),
    [
        ("// of r\n", "of r"),
        ("/* of r */ ", "of r"),
        ('char *u = "//" ;// of r\n', "of r"),
        ('char *u = "http://host/path";\n', ""),
        ('char *u = "/* no comment */";\n', ""),
        ("int c = '//';\n", ""),
        ('#define U "http://host/path"\n', ""),
        ("#include <sys//types.h>\n", ""),
        ("#define U 1 // of U\n", ""),
    ],
)
def test_a_comment_is_none_of_a_string(before: str, comment: str) -> None:
    talk = Talk()
    talk.open(f"{before}int r;")
    *lines, last = before.split("\n")
    asks = {"textDocument": {"uri": URI}, "position": position(len(lines), len(last) + 4)}
    said = talk.ask("textDocument/hover", asks)["result"]["contents"]["value"]
    _, _, behind = said.partition("r is an int\n")
    assert behind.strip() == comment


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("p->|open", ["size", "at", "whole", "wide", "open"]),
        ("p->op|en", ["size", "at", "whole", "wide", "open"]),
        ("p->at.|x", ["x", "y"]),
        ("q.y|;", ["x", "y"]),
    ],
)
def test_behind_a_dot_or_an_arrow_the_members_are_offered(
    editor: Editor, marked: str, names: list[str]
) -> None:
    found = asked(editor, "completion", marked)
    assert [item["label"] for item in found["items"]] == names
    assert found["isIncomplete"] is False


def test_the_members_of_a_header_are_offered_with_what_they_are(editor: Editor) -> None:
    items = asked(editor, "completion", "when->|tm_year")["items"]
    (year,) = (item for item in items if item["label"] == "tm_year")
    assert year["detail"] == "int tm_year"
    assert year["documentation"] == "tm_year is a member of struct tm: an int"


@pytest.mark.parametrize("marked", ["when|->", "return SO|ME", "名|前", "add(|level"])
def test_elsewhere_nothing_is_offered(editor: Editor, marked: str) -> None:
    assert asked(editor, "completion", marked) is None


BROKEN = """\
struct point { int x, y; };
int add(int a, struct point *b);
int f(struct point *p)
{
    add(1,
    p->
}
int g(void) { struct point q; q.
"""


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_what_is_being_typed_is_completed(end: str) -> None:
    text = BROKEN.replace("\n", end)
    with Editor() as made:
        made.open(text)
        assert [one["label"] for one in asked(made, "completion", "p->|")["items"]] == ["x", "y"]
        assert [one["label"] for one in asked(made, "completion", "q.|")["items"]] == ["x", "y"]
        found = asked(made, "signatureHelp", "add(1,|")
        assert (found["signatures"][0]["label"], found["activeParameter"]) == (
            "int add(int a, struct point *b)", 1,
        )  # fmt: skip
        made.edit(text.index("add(1"), text.index("add(1"), "p->y = p->;")
        assert [one["label"] for one in asked(made, "completion", "= p->|")["items"]] == ["x", "y"]


def test_headers_of_the_project_are_read_too(tmp_path: Path) -> None:
    (tmp_path / "own.h").write_text(
        '#include "not_made_yet.h"\nstruct own { int deep; };\n/* own_call */\n'
        "int own_call(struct own *o, int times);\n#define OWN 3\n",
        encoding="utf-8",
    )
    text = '#include "own.h"\nint f(struct own *o) { return own_call(o, OWN) + o->deep; }\n'
    uri = (tmp_path / "demo.c").as_uri()
    with Editor() as made:
        item = {"uri": uri, "languageId": "c", "version": 0, "text": text}
        made.tell("textDocument/didOpen", {"textDocument": item})

        def at(method: str, marked: str) -> Any:
            place = {"line": 1, "character": text.split("\n")[1].index(marked)}
            return made.ask(method, {"textDocument": {"uri": uri}, "position": place})

        said = at("textDocument/hover", "own_call")["contents"]["value"]
        assert "own\\_call is a function taking" in said
        assert (
            "deep is a member of struct own: an int"
            in (at("textDocument/hover", "deep")["contents"]["value"])
        )
        for marked, line in (("own_call", 3), ("OWN", 4), ("deep", 1)):
            found = at("textDocument/definition", marked)
            assert found["uri"] == (tmp_path / "own.h").as_uri()
            assert found["range"]["start"]["line"] == line


def test_an_editor_that_knows_no_tree_gets_a_list() -> None:
    talk = Talk()
    talk.open("struct s { int a; };\nint f(int one);\nint g(void) { f(1); }\n")
    listed = talk.ask("textDocument/documentSymbol", {"textDocument": {"uri": URI}})["result"]
    assert [(one["name"], one.get("containerName")) for one in listed] == [
        ("s", None), ("a", "s"), ("f", None), ("g", None),
    ]  # fmt: skip
    place = {"line": 2, "character": 16}
    params = {"textDocument": {"uri": URI}, "position": place}
    (found,) = talk.ask("textDocument/signatureHelp", params)["result"]["signatures"]
    assert found["parameters"] == [{"label": "int one"}]
