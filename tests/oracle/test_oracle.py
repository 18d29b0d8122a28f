"""The oracle itself: it confirms what is the same, and notices every single difference."""

from typing import TypeAlias

import pytest

from support.compilers import COMPILERS
from support.declarations import Declared, Place
from support.oracle import Question, accepted, judge
from support.standards import STANDARDS

# original, respelled, the names declared, where it stands, what it is
Row: TypeAlias = tuple[str, str, tuple[str, ...], Place, str]

SAME: list[Row] = [
    ("int long unsigned x;", "unsigned long x", ("x",), "file", "object"),
    ("char *a, b[3];", "char *a|char b[3]", ("a", "b"), "file", "object"),
    ("int (*f)(int (n)), ((g));", "int (*f)(int n)|int g", ("f", "g"), "file", "object"),
    ("struct { int a : 3, b; } x;", "struct { int a : 3; int b; } x", ("x",), "file", "body"),
    ("struct s { struct s *next; };", "struct s { struct s *next; }", (), "file", "body"),
    ("enum e { A, B = A + 4 } x;", "enum e { A, B = A + 4 } x", ("x",), "file", "body"),
    (
        "struct s { union { int i; struct { char c; } n; }; };",
        "struct s { union { int i; struct { char c; } n; }; }",
        (),
        "file",
        "body",
    ),
    ("typedef int const t[3];", "typedef const int t[3]", ("t",), "file", "typedef"),
    ("int f(a) char *a[]; { return 0; }", "int f(a) char *a[];", ("f",), "file", "old-style"),
    ("register int x = 3;", "register int x", ("x",), "block", "block"),
    ("unsigned flags : 3;", "unsigned int flags : 3", ("flags",), "member", "member"),
    ("int (*)(void)", "int (*)(void)", (), "type", "type"),
    ("(long *) counter", "(long *)counter", (), "cast", "cast"),
    ("int f(int n, int a[*]);", "int f(int n, int a[*])", ("f",), "file", "object"),
    ("int x<:3:> /* [4] */;", "int x[3]", ("x",), "file", "object"),
]

DIFFERENT: list[Row] = [
    ("int x;", "unsigned x", ("x",), "file", "object"),
    ("const int x;", "int x", ("x",), "file", "object"),
    ("int *const p;", "const int *p", ("p",), "file", "object"),
    ("int *restrict p;", "int *p", ("p",), "file", "object"),
    ("_Atomic int x;", "int x", ("x",), "file", "object"),
    ("static int x;", "int x", ("x",), "file", "object"),
    ("int f(const int n);", "int f(int n)", ("f",), "file", "object"),
    ("int f(int n);", "int f(int m)", ("f",), "file", "object"),
    ("int f(const int a, int b);", "int f(int a, const int b)", ("f",), "file", "object"),
    ("int f(int a[2], int b[3]);", "int f(int a[3], int b[2])", ("f",), "file", "object"),
    ("int (*f)(int a, int b);", "int (*f)(int b, int a)", ("f",), "file", "object"),
    ("int f();", "int f(void)", ("f",), "file", "object"),
    ("int f(int, ...);", "int f(int)", ("f",), "file", "object"),
    ("int f(int a[static 3]);", "int f(int a[3])", ("f",), "file", "object"),
    ("extern int x[];", "extern int x[3]", ("x",), "file", "object"),
    ("int x[2][3];", "int x[3][2]", ("x",), "file", "object"),
    ("int (*p)[3];", "int *p[3]", ("p",), "file", "object"),
    ("char x;", "signed char x", ("x",), "file", "object"),
    ("int x __attribute__((aligned(16)));", "int x", ("x",), "file", "object"),
    ("struct { int a : 3; } x;", "struct { int a : 4; } x", ("x",), "file", "body"),
    ("struct { int a : 3; } x;", "struct { unsigned a : 3; } x", ("x",), "file", "body"),
    ("struct { int a; int b; } x;", "struct { int b; int a; } x", ("x",), "file", "body"),
    ("struct { char a; } x;", "struct { signed char a; } x", ("x",), "file", "body"),
    ("struct { int *const a; } x;", "struct { const int *a; } x", ("x",), "file", "body"),
    ("struct { struct { int i; } n; };", "struct { struct { long i; } n; }", (), "file", "body"),
    ("enum e { A, B = 2 };", "enum e { B = 2, A }", (), "file", "body"),
    ("enum e { A = 1 + 1 };", "enum e { A = 1 - 1 }", (), "file", "body"),
    ("typedef int t;", "typedef long t", ("t",), "file", "typedef"),
    ("int f(a) char a; {}", "int f(a) signed char a;", ("f",), "file", "old-style"),
    ("int flags : 3;", "int flags : 2", ("flags",), "member", "member"),
    ("int (*)(void)", "int (*)(int)", (), "type", "type"),
    ("(long *) counter", "(int *)counter", (), "cast", "cast"),
]


def question(
    original: str, respelled: str, names: tuple[str, ...], place: Place, kind: str
) -> Question:
    return Question(
        Declared(original, STANDARDS["gnu17"], place, kind, names), tuple(respelled.split("|"))
    )


def test_equal_declarations_are_confirmed_by_both_compilers() -> None:
    questions = [question(*row) for row in SAME]
    assert not accepted([one.declared for one in questions], COMPILERS[0])
    assert judge(questions, COMPILERS) == []


@pytest.mark.parametrize("row", DIFFERENT, ids=lambda row: f"{row[0]} {row[1]}")
def test_a_difference_is_noticed(row: Row) -> None:
    answers = judge([question(*row)], COMPILERS)
    assert {answer.number for answer in answers} == {0}


def test_a_difference_is_pinned_on_its_own_question_among_many() -> None:
    questions = [question(*row) for row in SAME]
    questions.insert(4, question("int x;", "long x", ("x",), "file", "object"))
    assert {answer.number for answer in judge(questions, COMPILERS)} == {4}


def test_a_syntax_error_does_not_blame_the_neighbours() -> None:
    questions = [question(*row) for row in SAME]
    questions.insert(2, question("int x;", "int x[", ("x",), "file", "object"))
    questions.insert(7, question("int x;", "int x )(", ("x",), "file", "object"))
    assert {answer.number for answer in judge(questions, COMPILERS)} == {2, 7}
