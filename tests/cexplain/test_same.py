"""Whether two texts declare the same: by the trees, and by what compilers hold for compatible."""

import re
from itertools import combinations

import pytest

from cexplain.same import difference, same_type
from cworkbook.questions.asking import Asked
from cworkbook.questions.evidence import Assertion

SAME = [
    ("int a[3];", "int a[1 + 2];"),
    ("int a[3];", "int a[0x3];"),
    ("unsigned long n;", "long unsigned int n;"),
    ("const char *p;", "char const *p;"),
    ("void f(int a[3][4]);", "void f(int (*)[4]);"),
    ("void f(int g(void));", "void f(int (*g)(void));"),
    ("void f(int n, const char *s);", "void f(int, const char *text);"),
    ("int f(const int n);", "int f(int n);"),
    ("extern int f(void);", "int f(void);"),
    ("int f();", "int f(void);"),
    ("int (*(p))[3];", "int (*p)[3];"),
    ("typedef int row[3]; row *f(int);", "int (*f(int n))[3];"),
    ("typedef int row[3]; extern const row r;", "extern const int r[3];"),
    ("typedef char *string; extern const string s;", "extern char *const s;"),
    ("typedef int f1(void); f1 *p;", "int (*p)(void);"),
    ("struct point { int x; } p;", "struct point { int x; } p;"),
    ("typeof(int[15]) *b[10];", "int (*b[10])[15];"),
    ("typeof(int *[15]) a[10];", "int *a[10][15];"),
    ("typeof(typeof(int *)[3]) *p;", "int *(*p)[3];"),
    ("const typeof(int[3]) *p;", "const int (*p)[3];"),
    ("typedef int row[3]; typeof(row) *p;", "int (*p)[3];"),
    ("typeof_unqual(int *const) p;", "int *p;"),
]
DIFFERENT = [
    ("int *p;", "int *q;", "name"),
    ("int *p, q;", "int *p;", "count"),
    ("int *p[3];", "int (*p)[3];", "type"),
    ("char *const p;", "const char *p;", "type"),
    ("int a[3];", "int a[4];", "type"),
    ("void f(int (*)[4]);", "void f(int (*)[3]);", "type"),
    ("void f(int **);", "void f(int a[3][4]);", "type"),
    ("static int f(void);", "int f(void);", "storage"),
    ("extern int n;", "int n;", "storage"),
    ("inline int f(void);", "int f(void);", "storage"),
    ("int (p;", "int p;", "error"),
    ("", "int p;", "error"),
    ("typedef int *p;", "int *p;", "count"),
    ("volatile int *p;", "int *volatile p;", "type"),
    ("typeof(int *[15]) b[10];", "int (*b[10])[15];", "type"),
    ("typeof(int *const) p;", "int *p;", "type"),
    ("typeof(n) p;", "int p;", "type"),
    ("struct point p;", "struct line p;", "type"),
    ("int f(void);", "int f(...);", "type"),
]


@pytest.mark.parametrize(("text", "other"), SAME)
def test_two_spellings_of_one_declaration_are_the_same(text: str, other: str) -> None:
    assert difference(text, other) is None


@pytest.mark.parametrize(("text", "other", "what"), DIFFERENT)
def test_what_differs_is_named(text: str, other: str, what: str) -> None:
    assert difference(text, other) == what


def test_empty_parentheses_are_something_else_before_c23() -> None:
    assert difference("int f();", "int f(void);", "c17") == "type"


SPELLINGS = [
    "int x;", "signed x;", "unsigned x;", "const int x;", "int *x;", "const int *x;",
    "int const *x;", "int *const x;", "int **x;", "int *const *x;", "int x[3];", "int x[2 + 1];",
    "const int x[3];", "int x[3][4];", "int (*x)[3];", "int (*x[3])[4];", "int *x[3];",
    "int (*x)(void);", "int (*x)(int);", "int (*x)(const int);", "int (*x)(int[3]);",
    "int (*x)(int *);", "int (*x)(const int *);", "int (*x)(int (*)(void));",
    "int (*x)(int(void));", "int *(*x)(void);", "int (*(*x)(void))[3];", "int (*(*x)[3])(void);",
    "int (*x)(int[3][4]);", "int (*x)(int (*)[4]);", "int (*x)(int **);", "char x;",
    "signed char x;", "unsigned char x;", "volatile int *x;", "int *volatile x;",
    "typedef int row[3]; const row x;", "typedef int *link; const link x;",
    "typedef int calls(void); calls *x;", "long long x;", "long x;", "long int signed x;",
]  # fmt: skip


def test_compilers_hold_the_same_pairs_for_compatible() -> None:
    asked = {pair: assertion(*pair) for pair in combinations(SPELLINGS, 2)}
    assert len(asked) > 800
    answers = Asked().ask(asked.values())
    wrong = {pair for pair, each in asked.items() if answers[each] is not same_type(*pair)}
    assert wrong == set()
    assert sum(same_type(*pair) for pair in asked) > 10


def assertion(one: str, other: str) -> Assertion:
    """What compilers are asked: whether pointers to both objects have compatible types."""
    helps = {f"{text.rpartition('; ')[0]};": None for text in (one, other) if "; " in text}
    first, second = (text.rpartition("; ")[2] for text in (one, other))
    declared = " ".join([*helps, first, re.sub(r"\bx\b", "y", second)])
    return Assertion("__builtin_types_compatible_p(__typeof__(&x), __typeof__(&y))", declared)
