"""The language server, as an editor meets it over standard input and output."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from support.editor import Editor

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
        ("callback", 0, "on\\_exit\\_do is a static function"),
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


def test_without_the_library_the_command_says_what_to_install() -> None:
    script = (
        "import sys; sys.modules['pygls'] = sys.modules['lsprotocol'] = None\n"
        "from cexplain.command.cli import main; sys.exit(main(['lsp']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert "pip install 'cexplain[lsp]'" in done.stderr
