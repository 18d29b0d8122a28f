"""English to C: prose in every shape, both cdecl dialects, and errors that point into it."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cexplain.diagnostics import Diagnostic, ReadingError
from cexplain.english.declare import cast, declare, parse_cast, parse_english
from cexplain.reading.vocabulary import SUGGESTIONS
from support.pace import grows_as_its_input

NATURAL = {
    "fp is a pointer to a function taking (an int, a pointer to float) and returning a pointer "
    "to char": "char *(*fp)(int, float *);",
    "fp as a pointer to a function taking an int and returning a pointer to char": (
        "char *(*fp)(int);"
    ),
    "FP IS A POINTER TO CONST CHAR": "const char *FP;",
    "The_Name Is A Constant Pointer To An Unsigned Char": "unsigned char *const The_Name;",
    "x and y are pointers to char": "char *x;\nchar *y;",
    "x is an array of 10 arrays of 15 pointers to int": "int *x[10][15];",
    "x is an array of (N + 1) ints": "int x[N + 1];",
    "x is an array of n size_t": "size_t x[n];",
    "x is an array of size_t": "size_t x[];",
    "x is an array of integers": "int x[];",
    "x is an array of 3 _Bools": "_Bool x[3];",
    "x is an array of size 3 of shorts": "short x[3];",
    "x is an array of [2 * N] doubles": "double x[2 * N];",
    "p is a restricted pointer to an atomic int": "_Atomic int *restrict p;",
    "p is a pointer to char const": "const char *p;",
    "f is a function taking an int n, a float and a pointer to char named s and returning "
    "nothing": "void f(int n, float, char *s);",
    "f is a function that takes no arguments and returns an int": "int f(void);",
    "f is a function without parameters returning a size_t": "size_t f(void);",
    "f is a function with unspecified parameters returning an int": "int f();",
    "f is a function of (n: an int, ...) returning an int": "int f(int n, ...);",
    "f is a static inline function taking a register int and returning an int": (
        "static inline int f(register int);"
    ),
    "f is a function taking (n as an int, a as a const array of at least n ints) and returning "
    "nothing": "void f(int n, int a[static const n]);",
    "f is a function taking (n as an int, a as an array of variable size of ints) and returning "
    "nothing": "void f(int n, int a[*]);",
    "rows is a const array of 3 ints": "const int rows[3];",
    "x is a typedef for a pointer to int": "typedef int *x;",
    "define cmp as a pointer to function (int, int) returning int": "typedef int (*cmp)(int, int);",
    "x is a static thread-local unsigned long int": "static _Thread_local unsigned long x;",
    "s is a struct point with members (x as an int, y as an int, and next as a pointer to struct "
    "point)": "struct point { int x; int y; struct point *next; } s;",
    "union u has members (an unnamed struct with members (a as an int), an int bit-field of 0 "
    "bits)": "union u { struct { int a; }; int : 0; };",
    "e is an enumeration color with constants (RED, GREEN = 3, and BLUE)": (
        "enum color { RED, GREEN = 3, BLUE } e;"
    ),
    "struct s is declared without its members": "struct s;",
    "b is an array of 64 chars, aligned to 16 bytes": "_Alignas(16) char b[64];",
    "b is an int, aligned as pointer to void": "_Alignas(void *) int b;",
    "x is an int, possibly unused, weak": "int x __attribute__((unused, weak));",
    'f is a function taking no parameters and returning nothing, placed in section ".init"': (
        'void f(void) __attribute__((section(".init")));'
    ),
    "f is a function taking no parameters and returning an int, whose pointers 1, 2 must not be "
    "null, that never returns": "int f(void) __attribute__((nonnull(1, 2), noreturn));",
    "base is a pointer to void, marked __iomem": "void __iomem *base;",
    'f is a function taking no parameters and returning an int, known to the linker as "_f"': (
        'int f(void) __asm__("_f");'
    ),
    "`array` is a pointer to `pointer`": "pointer *array;",
    "a pointer to int": "int *",
    "explain x as int; y is a char. z is a float": "int x;\nchar y;\nfloat z;",
    "x is an int\ny is a char": "int x;\nchar y;",
    "fp is a pointer to\n    a function taking an int\n    and returning an int": "int (*fp)(int);",
}

CDECL = {
    "declare fp as pointer to function (int, pointer to float) returning pointer to char": (
        "char *(*fp)(int, float *);"
    ),
    "declare fp as pointer to function (integer, pointer to floating point) returning pointer to "
    "character": "char *(*fp)(int, float *);",
    "declare p as pointer to array 4 of constant pointer to function (character) returning "
    "integer": "int (*const (*p)[4])(char);",
    "declare p as restricted pointer to constant pointer to constant character": (
        "const char *const *restrict p;"
    ),
    "declare f as function (n as integer, a as non-empty variable length array n of integer) "
    "returning integer": "int f(int n, int a[static n]);",
    "declare f as function (a as variable length array * of int) returning int": "int f(int a[*]);",
    "declare buf as array 64 of character aligned as 16 bytes": "_Alignas(16) char buf[64];",
    "declare flags as unsigned integer width 3 bits": "unsigned int flags : 3;",
    "declare cmp as type pointer to function (pointer to constant void, pointer to constant void) "
    "returning integer": "typedef int (*cmp)(const void *, const void *);",
    "declare x as long double precision": "long double x;",
    "declare x, y as external structure point": "extern struct point x;\nextern struct point y;",
    "declare p as ptr to func ret ptr to vector 3 of boolean": "_Bool (*(*p)(void))[3];",
    "cast p into pointer to const char": "(const char *)p",
    "cast into pointer to int": "(int *)",
}


@pytest.mark.parametrize(("english", "c"), NATURAL.items(), ids=NATURAL)
def test_natural_english_declares(english: str, c: str) -> None:
    assert declare(english, std="c17") == c


@pytest.mark.parametrize(("english", "c"), CDECL.items(), ids=CDECL)
def test_both_cdecl_dialects_declare(english: str, c: str) -> None:
    assert declare(english) == c


@pytest.mark.parametrize(
    ("english", "c"),
    [
        ("p into pointer to const char", "(const char *)p"),
        ("cast p into a pointer to const char", "(const char *)p"),
        ("f(x, 1) into an unsigned long", "(unsigned long)f(x, 1)"),
        ("p to pointer to int", "(int *)p"),
        ("into pointer to int", "(int *)"),
        ("pointer to int", "(int *)"),
    ],
)
def test_a_cast_names_its_operand_or_none(english: str, c: str) -> None:
    assert cast(english) == c


def test_empty_parentheses_mean_no_parameters_since_c23() -> None:
    assert declare("f is a function returning an int", std="c17") == "int f();"
    assert declare("f is a function returning an int", std="c23") == "int f(void);"


def test_capitals_are_keywords_only_where_everything_is_in_capitals() -> None:
    assert declare("p is a pointer to BOOL") == "BOOL *p;"
    assert declare("p is an Int") == "Int p;"
    assert declare("P IS AN INT") == "int P;"


def error(english: str) -> Diagnostic:
    """Return the one thing that is wrong with the English."""
    declarations, diagnostics = parse_english(english)
    assert declarations == ()
    [found] = diagnostics
    return found


A_TYPE = "write a type, such as int, or pointer to, array of or function returning one"

CXX = "choose --std c++17 to say it of C++"

MISTAKES = {
    "fp is a pionter to int": (9, "pionter", 'did you mean "pointer"?'),
    "fp is a pointer too int": (17, "too", 'did you mean "to"?'),
    "fp is a pointer to function returing int": (29, "returing", 'did you mean "returning"?'),
    "f is a fuction taking an int and returning an int": (8, "fuction", 'did you mean "function"?'),
    "f is a function taking (int, and returning an int": (34, "returning", A_TYPE),
    "x is an aray of 3 ints": (9, "aray", 'did you mean "array"?'),
    "x is a": (7, "", A_TYPE),
    "int is a char": (1, "int", "choose another name"),
    "declare x": (10, "", "write declare x as, and its type"),
    "declare x int": (11, "int", "write declare x as, and its type"),
    "x si an int": (3, "si", 'did you mean "is"?'),
    "x is a short float": (8, "short", "take a word out"),
    "p is a pointer to static int": (
        19,
        "static",
        "put static before the first word of the whole type",
    ),
    "x is an array of (3 ints": (18, "(", "close it"),
    "x is an int, alinged to 16 bytes": (14, "alinged", 'did you mean "aligned"?'),
    "r is a reference to int": (8, "reference", CXX),
    "x is an rvalue reference to int": (16, "reference", CXX),
    "p is a pointer to member of class X that is an int": (19, "member", CXX),
    "f is a const member function taking no parameters and returning int": (14, "member", CXX),
    "f is a virtual function returning int": (8, "virtual", CXX),
    "x is an int )": (13, ")", "end it here, or put a comma before what follows"),
}  # fmt: skip


@pytest.mark.parametrize(("english", "expected"), MISTAKES.items(), ids=MISTAKES)
def test_an_error_points_at_the_word_and_says_what_to_write(
    english: str, expected: tuple[int, str, str]
) -> None:
    found = error(english)
    text = english[found.span.start : found.span.end]
    assert (found.column, text, found.advice) == expected
    assert found.line == 1


def test_an_error_says_what_was_expected() -> None:
    assert error("f is a function taking an int").message == (
        'expected "returning" and what the function returns, but the text ends here'
    )


def test_an_error_names_its_line_and_spares_the_other_lines() -> None:
    found, [problem] = parse_english("x is an int\ny is a pointer int\nz is a char")
    assert [declaration.name for declaration in found] == ["x", "z"]
    assert (problem.line, problem.column) == (2, 16)


def test_declare_raises_what_it_cannot_understand() -> None:
    with pytest.raises(ReadingError, match='1:17: error: expected "to" after pointer'):
        declare("fp is a pointer too int")


def test_nothing_is_no_declaration() -> None:
    assert error(" \n").message == "expected a declaration in English, but the text ends here"


@pytest.mark.parametrize(
    "english",
    [
        "f is " + "a function taking (" * 5000,
        "x is " + "a pointer to " * 20000 + "int",
        "x is a typeof" + "(" * 20000,
        "s is " + "an unnamed struct with members (x as " * 3000,
    ],
    ids=["functions", "pointers", "parentheses", "structs"],
)
def test_too_deep_a_nesting_is_an_error_and_no_crash(english: str) -> None:
    assert error(english).line == 1


def test_a_long_text_takes_time_in_proportion_to_its_length() -> None:
    sentence = (
        "fp is a pointer to a function taking (n as an int, a pointer to float) returning int;\n"
    )
    assert grows_as_its_input(lambda count: parse_english(sentence * count), 100, 800)


WORDS = st.sampled_from([*SUGGESTIONS, *"x ( ) , ; . [ ] { } = 3 N :: ... ` \" ' \n".split(" ")])


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(), st.lists(WORDS, max_size=20).map(" ".join)))
@example("cast into")
@example("x is an enum e : ")
@example("x is a struct s {")
@example("x is an enum { A = ")
def test_no_input_is_answered_with_an_exception(english: str) -> None:
    for parse in (parse_english, parse_cast):
        declarations, diagnostics = parse(english)
        assert declarations or diagnostics
        assert all(0 <= each.span.start <= each.span.end <= len(english) for each in diagnostics)
