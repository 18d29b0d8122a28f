"""The language server, as an editor meets it over standard input and output."""

import re
import subprocess
from collections.abc import Iterator
from unicodedata import category

import pytest

from cexplain.diagnostics import Diagnostic
from cexplain.editor.document import Document
from cexplain.editor.said import hover_text, problems
from cexplain.editor.text import Places
from cexplain.source import Span
from support.editor import Editor
from support.talking import URI, Talk

HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""The categories of characters that are not seen."""

FILE = """\
#include <stdio.h>
#if 0
int hidden(void)[3];
#else
char *(*fp)(int, float *);
#endif

static int *rows[3] = {0};

/* 名前 🐱 */ int size(size_t n), other;

int main(int argc, char **argv)
{
    const char *name = argv[0];
    for (int i = 0; i < argc; i++) {
        int (*shadow)(void) = 0;
        fp(i, 0);
        shadow();
    }
    uint8_t volatile *const port = 0;
    name = argv[argc * 1];
    return size(3);
}

static void (*on_exit_do(void (*callback)(int)))(int);
"""


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    """An editor with FILE open."""
    with Editor() as made:
        assert made.open(FILE) == []
        yield made


@pytest.mark.parametrize(
    ("marked", "nth", "said"),
    [
        ("fp", 0, "fp is a pointer to a function taking (an int, a pointer to float)"),
        ("fp", 1, "fp is a pointer to a function taking (an int, a pointer to float)"),
        ("rows", 0, "rows is a static array of 3 pointers to int"),
        ("size(", 0, "size is a function taking"),
        ("size(", 1, "size is a function taking"),
        ("name ", 0, "name is a pointer to const char"),
        ("name ", 1, "name is a pointer to const char"),
        ("argc", 1, "argc is an int"),
        ("argv", 1, "argv is a pointer to a pointer to char"),
        ("i < ", 0, "i is an int"),
        ("shadow", 1, "shadow is a pointer to a function"),
        ("port", 0, "port is a const pointer to volatile uint8"),
        ("callback", 0, "callback is a pointer to a function taking an int"),
        ("other", 0, "other is an int"),
        ("volatile", 0, "port is a const pointer"),
    ],
)
def test_hovering_over_a_name_shows_its_reading(
    editor: Editor, marked: str, nth: int, said: str
) -> None:
    assert said in editor.hover(marked, nth)


def test_hovering_shows_the_declaration_as_c_and_its_notes(editor: Editor) -> None:
    shown = editor.hover("argv", 0)
    assert shown.startswith("```c\n")
    assert "argv is a pointer" in shown
    assert "\n- " in editor.hover("on_exit_do") or "```" in editor.hover("on_exit_do")


@pytest.mark.parametrize(("marked", "nth"), [("include", 0), ("hidden", 0), ("return", 0)])
def test_where_nothing_is_declared_nothing_is_shown(editor: Editor, marked: str, nth: int) -> None:
    assert editor.hover(marked, nth) == ""


def test_a_name_of_a_block_is_unknown_outside_of_it(editor: Editor) -> None:
    text = "void f(void) { { int inner; } inner = 1; }\n"
    with Editor() as other:
        other.open(text)
        assert "inner is an int" in other.hover("inner", 0)
        assert other.hover("inner", 1) == ""


def test_broken_constraints_are_diagnostics_with_place_rule_and_clause() -> None:
    with Editor() as made:
        (problem,) = made.open("int ok;\n/* 🐱 */ int f(void)[3];\n")
        assert problem["severity"] == 1
        assert (problem["source"], problem["code"]) == ("cexplain", "function-returning-array")
        assert "6.7.7.4p1" in problem["message"]
        assert problem["range"] == {
            "start": {"line": 1, "character": 14},
            "end": {"line": 1, "character": 20},
        }
        assert made.change("int f(void);\n") == []
        (problem,) = made.change("void g(void) {\n    int h(void)[3];\n}\n")
        assert problem["range"]["start"] == {"line": 1, "character": 9}
        assert made.close() == []


@pytest.mark.parametrize(
    "text",
    [
        "API_EXPORT(int) f(void)[3];\n",
        "#define RESULT(x) x *\nRESULT(int) f(void), (*g(void))(void);\n",
        "#define EXTRA , *\nint f(void) EXTRA g[2](void);\n",
        'MODULE_LICENSE("GPL");\n',
    ],
)
def test_what_a_macro_may_explain_is_no_diagnostic(text: str) -> None:
    with Editor() as made:
        assert made.open(text) == []


def test_the_standard_that_is_asked_for_decides() -> None:
    text = "constexpr int n = 3;\n_Static_assert(1);\nint f();\n"
    with Editor("--std", "c17") as made:
        made.open(text)
        assert "unspecified parameters" in made.hover("f()")
    with Editor() as made:
        made.open(text)
        assert "taking no parameters" in made.hover("f()")


def test_a_file_in_the_making_is_no_failure(editor: Editor) -> None:
    with Editor() as made:
        made.open("")
        for end in range(0, len(FILE), 31):
            made.change(FILE[:end])
        made.change(FILE)
        assert "fp is a pointer" in made.hover("fp")
        status, errors = made.leave()
    assert status == 0
    assert "Traceback" not in errors


def test_a_declaration_is_rewritten_with_a_typedef(editor: Editor) -> None:
    (action,) = editor.actions("fp")
    assert action["title"] == "Rewrite fp with a typedef"
    assert action["kind"] == "refactor.rewrite"
    changed = editor.applied(action)
    assert "\ntypedef char *fp_function(int, float *);\nfp_function *fp;\n" in changed


def test_a_rewritten_local_keeps_its_indentation_and_its_initializer(editor: Editor) -> None:
    (action,) = editor.actions("(*shadow)")
    assert (
        "        typedef int shadow_function(void);\n        shadow_function *shadow = 0;\n"
    ) in editor.applied(action)


def test_a_rewritten_file_still_compiles(editor: Editor) -> None:
    text = FILE.replace("uint8_t", "unsigned char")
    with Editor() as made:
        made.open(text)
        for name in ("fp", "shadow", "on_exit_do"):
            (action,) = made.actions(name)
            text = made.applied(action)
            made.change(text)
    assert text.count("typedef") == 3
    subprocess.run(
        ["gcc", "-std=gnu2x", "-fsyntax-only", "-xc", "-"], input=text.encode(), check=True
    )


@pytest.mark.parametrize("marked", ["rows", "other", "return"])
def test_no_rewriting_is_offered_where_none_helps(editor: Editor, marked: str) -> None:
    assert editor.actions(marked) == []


SIGNS = {
    "a form feed": "\f",
    "a vertical tab": "\v",
    "a file separator": "\x1c",
    "a next line": "\x85",
    "a line separator": "\u2028",
    "a paragraph separator": "\u2029",
}


@pytest.mark.parametrize("sign", SIGNS.values(), ids=SIGNS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_a_sign_that_ends_no_line_leaves_every_place_where_it_is(sign: str, end: str) -> None:
    lines = ["int x;", f"/*{sign}*/", "int g;", "int *(*f(void))[3];", "int bad(void)[3];", ""]
    if sign in "\f\v":
        lines[1] = sign
    text = end.join(lines)
    with Editor() as made:
        (problem,) = made.open(text)
        assert problem["range"]["start"] == {"line": 4, "character": 7}
        assert "f is a function" in made.hover("f(void))")
        (action,) = made.actions("f(void))")
        rewritten = end.join(
            [*lines[:3], "typedef int *f_array[3];", "f_array *f(void);", *lines[4:]]
        )
        assert made.applied(action) == rewritten
        made.edit(text.index("g;"), text.index("g;") + 1, "gg")
        assert "gg is an int" in made.hover("gg")
        assert made.change(rewritten.replace("int bad(void)[3];", "")) == []
    subprocess.run(
        ["gcc", "-std=gnu2x", "-fsyntax-only", "-xc", "-"],
        input=rewritten.replace("int bad(void)[3];", "").replace("\r", "\n").encode(),
        check=True,
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_directives_comments_and_splices_end_where_their_lines_do(end: str) -> None:
    lines = [
        "#define LONG \\", "  int hidden(void)[3];", "// a \\", " int hidden(void)[3];",
        "#if 0", "int hidden(void)[3];", "#endif", "int bad(void)\\", "[3];",
    ]  # fmt: skip # lines as in the file
    (problem,) = Talk().open(end.join(lines))
    assert problem["range"]["start"] == {"line": 7, "character": 7}


def test_a_local_declaration_is_rewritten_below_a_form_feed() -> None:
    talk = Talk()
    talk.open("void f(void)\n{\n\f\tint (*g)(void) = 0;\n}\n")
    (action,) = talk.actions((2, 2), (2, 10))["result"]
    (change,) = action["edit"]["changes"][URI]
    assert change["newText"] == "typedef int g_function(void);\n\tg_function *g"


@pytest.mark.parametrize(
    "text",
    [
        "int (*f)(int /* how many */, char *);",
        "int (*f)(int,\n    // how many\n    char *);",
        "int (*f)(int,\n#ifdef MORE\n    long,\n#endif\n    char *);",
        "int (*f)(int,\n#if 0\n    long,\n#endif\n    char *);",
        "EXPORT int (*f)(void);",
        "int (WINAPI *f)(void);",
        "BEGIN\nextern int f(void (*g)(void)) __THROW;",
        "int (*f)(void (CALLBACK *g)(void));",
        "int (*f)(void) [[vendor::type]];",
    ],
)
def test_no_rewriting_is_offered_that_would_lose_or_move_what_is_not_understood(text: str) -> None:
    talk = Talk()
    talk.open(text)
    assert talk.actions((0, 0), (5, 0))["result"] == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ('int a[sizeof "```\u202e"];', "a["),
        ('int a[sizeof "``````````"];', "a["),
        ('int a __attribute__((section("\x1b]0;X\x07\u2066```")));', "a "),
        ('int a __asm__("\u200b\u2028\U000e0041");', "a "),
        ('int (*a)(int b[sizeof "~~~\u2069\x85 ![x](https://host/p.png) <img src=x>"]);', "a)"),
    ],
)
def test_what_a_hover_shows_is_seen_and_is_no_markup(text: str, marked: str) -> None:
    talk = Talk()
    talk.open(text)
    said = talk.hover(0, text.index(marked))["result"]["contents"]["value"]
    assert not [sign for sign in said if category(sign) in HIDDEN and sign != "\n"]
    fence, _, shown = said.partition("c\n")
    code, _, rest = shown.partition("\n")
    assert set(fence) == {"`"}
    assert len(fence) > max((len(run) for run in re.findall("`+", code)), default=2)
    assert rest.startswith(f"{fence}\n")
    for sign in "`[<*_~&":
        assert rest[len(fence) :].count(sign) == rest[len(fence) :].count(f"\\{sign}")


def test_a_carriage_return_in_a_hover_ends_no_line() -> None:
    hover = Document('int a[sizeof "\r```\r![x](https://host/p.png)"];').hover(4)
    assert hover is not None
    assert "\r" not in hover_text(hover)


def test_findings_show_what_is_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    document = Document("int x;")
    place = (1, 1, Span(0, 3))
    found = Diagnostic("error", "rule", "\u202e\x1b[2J", *place, "\u2066\u2028\r", "6.7p1")
    monkeypatch.setattr(Document, "findings", [found])
    (told,) = problems(document, Places("int x;"))
    assert not [sign for sign in told["message"] if category(sign) in HIDDEN]
    assert told["message"].count("[2J (C23, 6.7p1); ") == 1
