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


def clang(code: str, std: str) -> str:
    """What clang says against a text; empty if nothing."""
    if shutil.which(CLANG) is None:
        pytest.skip(f"the Debian package {CLANG} is not installed")
    command = [CLANG, f"-std={std}", "-fsyntax-only", "-w", "-fno-builtin", "-x", "c", "-"]
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


def test_what_clang_refuses_is_told_in_the_inputs_own_lines() -> None:
    answer, _ = said(explain("int ok;\nint rows(void)[3];"))
    assert "input:2:9: error: function cannot return array" in answer
