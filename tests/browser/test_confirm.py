"""The question to the page's compiler, put to clang here: it agrees, and would not if we erred."""

import shutil
import subprocess

import confirm
import pytest

from cexplain import Explanation, explain

CLANG = "clang-19"

AGREED = {
    "char *(*fp)(int, float *);": ["fp"],
    "int x = 3, *y[2];": ["x", "y"],
    "const char *const *names;": ["names"],
    "void (*signal(int sig, void (*func)(int)))(int);": ["signal"],
    "void *malloc(size_t n);": ["malloc"],
    "int a[n + 2]; FILE *f;": ["a", "f"],
    "int sum(int n, int a[static n]);": ["sum"],
    "struct point { int x, y; } p, *q;": ["p", "q"],
    "typedef struct node { struct node *next; } node; node *head;": ["node", "head"],
    "enum color { RED, GREEN = 3 } c; enum shade *s;": ["c", "s"],
    "void __user *p;": ["p"],
    "register int i": ["i"],
    "int f(void) { return 0; }": ["f"],
    "int g(a, b) int a, b; { return a; }": ["g"],
    "_Atomic(int) k; _Alignas(16) int m;": ["k", "m"],
    "auto z = 3;": ["z"],
    "char *(*)(int)": ["the type"],
    "(char (*)[8])buffer": ["the type"],
    "struct { int a; } unnamed;": [],
    "struct point;": [],
}


# As in asking.ts: what a strict standard refuses, and what our own lines need all the same.
STRICT = "-pedantic-errors -Wno-extra-semi -Wno-variadic-macros -Wno-strict-prototypes".split()


def clang(code: str, std: str, options: tuple[str, ...] = ("-w",)) -> str:
    """What clang says against a text; empty if nothing."""
    if shutil.which(CLANG) is None:
        pytest.skip(f"the Debian package {CLANG} is not installed")
    command = [CLANG, f"-std={std}", "-fsyntax-only", "-fno-builtin", *options, "-x", "c", "-"]
    return subprocess.run(command, input=code, capture_output=True, text=True, check=False).stderr


def said(explanation: Explanation) -> tuple[str, list[str]]:
    """What clang says, and which names were compared."""
    std = confirm.standard(explanation, None)
    code, names = confirm.text(explanation, std)
    return clang(code, std), names


@pytest.mark.parametrize("text", AGREED)
def test_clang_agrees_and_every_name_that_can_be_was_compared(text: str) -> None:
    assert said(explain(text)) == ("", AGREED[text])


@pytest.mark.parametrize(
    ("typed", "misread"),
    [
        ("char *p;", "char *const p;"),
        ("int *a[3];", "int (*a)[3];"),
        ("int a[3];", "int a[4];"),
        ("int f(int, ...);", "int f(int);"),
        ("char *(*)(int)", "char *(*)(long)"),
        ("typedef int *t;", "typedef const int *t;"),
    ],
)
def test_a_reading_of_another_type_would_be_found_out(typed: str, misread: str) -> None:
    right, wrong = explain(typed), explain(misread)
    mixed = Explanation(typed, right.std, (*wrong.readings,), ())
    answer, _ = said(mixed)
    assert answer.count("error: ") == 1
    assert "static assertion failed" in answer


@pytest.mark.parametrize(
    ("text", "std"),
    [
        ("int *p, f(void); struct s { int a; } *q;", "c89"),
        ("void __user *p __aligned(4);", "c89"),
        ("int main() { return 0; }", "c17"),
        ("char *(*)(int)", "c89"),
        ("struct s { int n; int a[]; } *p;", "c99"),
        ("constexpr int k = 3;", "c23"),
    ],
)
def test_a_strict_standard_refuses_nothing_that_is_ours(text: str, std: str) -> None:
    code, _ = confirm.text(explain(text, std=std), std)
    assert "error: " not in clang(code, std, (*STRICT,))


@pytest.mark.parametrize(
    ("text", "std"),
    [
        ("long long x;", "c89"),
        ("int a[0];", "c17"),
        ("void f(int n, int a[n]);", "c89"),
        ("_Atomic(int) k;", "c99"),
    ],
)
def test_a_strict_standard_refuses_the_extensions_that_we_refuse(text: str, std: str) -> None:
    explanation = explain(text, std=std)
    code, _ = confirm.text(explanation, std)
    assert not explanation.ok
    assert "input:1:" in clang(code, std, (*STRICT,))


def test_what_a_size_names_by_its_tag_is_declared_for_it() -> None:
    explanation = explain("int a[sizeof(struct foo) + sizeof(enum e)];")
    assert said(explanation) == ("", ["a"])


def test_headers_that_are_included_declare_what_they_declare() -> None:
    assert said(explain("#include <stdio.h>\nFILE *f;")) == ("", ["f"])


def test_what_clang_refuses_is_told_in_the_inputs_own_lines() -> None:
    answer, _ = said(explain("int ok;\nint rows(void)[3];"))
    assert "input:2:9: error: function cannot return array" in answer
