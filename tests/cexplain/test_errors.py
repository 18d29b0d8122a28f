"""Bad input: always a place, a reason and advice; never an exception, never a hang."""

import sys

import pytest

from cexplain import explain
from cexplain.syntax.cursor import MAX_DERIVATIONS, MAX_NESTING

ERRORS = [
    ("int a[3;", "unbalanced-bracket", 1, 6),
    ("int a]3;", "unbalanced-bracket", 1, 6),
    ("int f(int];", "unbalanced-bracket", 1, 10),
    ("unsinged int x;", "misspelt-keyword", 1, 1),
    ("viod f(int);", "misspelt-keyword", 1, 1),
    ("const cahr *p;", "misspelt-keyword", 1, 7),
    ("int for;", "keyword-as-name", 1, 5),
    ("int f(int while);", "keyword-as-name", 1, 11),
    ("struct if { int x; };", "expected-tag", 1, 8),
    ("int 3x;", "expected-name", 1, 5),
    ("int f(int a,);", "expected-parameter", 1, 13),
    ("int f(..., int);", "ellipsis-not-last", 1, 10),
    ("int x\nint y;", "missing-semicolon", 2, 1),
    ("long float x;", "contradictory-specifiers", 1, 6),
    ("struct s int x;", "contradictory-specifiers", 1, 10),
    ("else x = 3;", "statement", 1, 1),
    ("for (auto x : v) ;", "statement", 1, 1),
    ("int x = ;", "expected-initializer", 1, 9),
    ("int &r;", "unexpected-token", 1, 5),
    ("int C::*p;", "unexpected-token", 1, 6),
    ("struct { int x; } a 3;", "unexpected-token", 1, 21),
    ("struct;", "expected-tag", 1, 7),
    ("enum { 1 };", "expected-name", 1, 8),
    ("int a[3 4];", "expected-size", 1, 9),
    ("int a[static];", "static-without-size", 1, 13),
    ("int x : ;", "expected-width", 1, 9),
    ("public: int x;", "unexpected-token", 1, 1),
    ("struct s : base { int x; };", "unexpected-token", 1, 10),
    ("int x { 5 };", "body-without-function", 1, 7),
    ("_Alignas() int x;", "empty-parentheses", 1, 10),
    ("int x asm();", "empty-parentheses", 1, 11),
    ("typeof x y;", "expected-parenthesis", 1, 8),
    ("const;", "expected-type", 1, 6),
    ("static int;", "expected-name", 1, 11),
    ("", "nothing-to-read", 1, 1),
    ("int x @;", "stray-character", 1, 7),
]


@pytest.mark.parametrize(("text", "rule", "line", "column"), ERRORS)
def test_an_error_has_a_place_a_name_and_advice(
    text: str, rule: str, line: int, column: int
) -> None:
    first = next(d for d in explain(text).diagnostics if d.severity == "error")
    assert (first.rule, first.line, first.column) == (rule, line, column)
    assert first.message
    assert first.advice
    assert 0 <= first.span.start <= first.span.end <= len(text)


@pytest.mark.parametrize(
    "text", ["unsinged int x;", "cosnt char *p;", "volatle int x;", "Int unsigned x;"]
)
def test_a_mistyped_word_is_guessed(text: str) -> None:
    assert "did you mean" in explain(text).diagnostics[0].message


@pytest.mark.parametrize(
    "name", ["uint", "ulong", "float2", "int2", "bools", "longs", "VOID", "cint"]
)
def test_a_type_of_ones_own_is_no_mistyped_word(name: str) -> None:
    assert explain(f"{name} x;").ok


def test_a_semicolon_forgotten_behind_a_body_is_advised() -> None:
    found = explain("struct s { int x; }\nint y;").diagnostics
    assert [(problem.line, problem.advice) for problem in found] == [
        (2, "put a ';' after the '}' if the declaration ends there; else keep one type")
    ]


def test_the_rest_of_a_text_is_read_behind_an_error() -> None:
    found = explain("int a; int 3; char *b; unsinged c d; long e;")
    assert [reading.declaration.name for reading in found.readings] == ["a", "b", "e"]
    assert [diagnostic.rule for diagnostic in found.diagnostics] == [
        "expected-name",
        "misspelt-keyword",
    ]


def test_an_implicit_int_is_read_with_a_warning() -> None:
    found = explain("static x;")
    assert found.ok
    assert found.readings[0].prose == "x is a static int"
    assert found.diagnostics[0].rule == "implicit-int"
    assert not explain("static x;", std="c89").diagnostics


@pytest.mark.parametrize("word", ["restrict", "__restrict", "__restrict__"])
def test_a_misplaced_word_is_marked_with_its_underscores(word: str) -> None:
    [found] = explain(f"{word} int x;").diagnostics
    assert found.span == (0, len(word))


DEEP = {
    "pointers": lambda n: "int " + "*" * n + "p;",
    "arrays": lambda n: "int a" + "[1]" * n + ";",
    "pointers to functions": lambda n: "int " + "(*" * n + "f" + ")(void)" * n + ";",
    "pointers to arrays": lambda n: "int " + "(*" * n + "p" + ")[2]" * n + ";",
    "parameters": lambda n: "void f(" + "void (*)(" * n + "int" + ")" * n + ");",
    "parentheses": lambda n: "int " + "(" * n + "x" + ")" * n + ";",
    "structures": lambda n: "struct { " * n + "int x;" + " } a;" * n,
    "typeof": lambda n: "typeof(" * n + "int" + ")" * n + " x;",
}


@pytest.mark.parametrize("kind", DEEP)
def test_two_hundred_levels_are_read(kind: str) -> None:
    text = DEEP[kind](200)
    found = explain(text)
    assert found.ok, found.diagnostics
    if kind not in ("parentheses", "structures"):
        assert found.readings[0].c == text.removesuffix(";")
    if kind == "pointers":
        assert found.readings[0].prose == "p is " + "a pointer to " * 200 + "int"


@pytest.mark.parametrize("kind", DEEP)
def test_what_nests_too_deep_is_an_error_and_no_crash(kind: str) -> None:
    limit = sys.getrecursionlimit()
    found = explain(DEEP[kind](10_000))
    assert [d.rule for d in found.diagnostics] == ["too-deep"]
    assert sys.getrecursionlimit() == limit


def test_the_limits_are_those_of_the_documentation() -> None:
    assert explain(DEEP["pointers"](MAX_DERIVATIONS)).ok
    assert not explain(DEEP["pointers"](MAX_DERIVATIONS + 1)).ok
    assert explain(DEEP["parentheses"](MAX_NESTING)).ok
    assert not explain(DEEP["parentheses"](MAX_NESTING + 1)).ok


BEYOND = {
    "int a[" + "1<<99<<" * 900 + "1];": "array-too-large",
    "int a[" + "9999999999*" * 700 + "1];": "array-too-large",
    "int a[-" + "9999999999*" * 700 + "1];": "array-size-negative",
    "struct s { int x : " + "9999999999*" * 700 + "1; };": "bit-field-width",
    "_BitInt(" + "9999999999*" * 700 + "1) x;": "bit-int-width",
    "enum e { A = " + "9999999999*" * 700 + "1 };": "enumerator-value",
}


@pytest.mark.parametrize(("text", "rule"), BEYOND.items(), ids=BEYOND.values())
def test_a_number_beyond_all_types_is_reported_and_not_written_out(text: str, rule: str) -> None:
    [found] = explain(text).diagnostics
    assert found.rule == rule
    assert "2^160" in found.message
    if text.startswith("int"):
        assert [one.rule for one in explain(text, std="c++17").diagnostics] in ([rule], [])


def test_what_came_back_from_beyond_all_types_is_unknown() -> None:
    huge = "9999999999*" * 20 + "1"
    assert explain(f"int a[{huge} - {huge}];").ok
    assert explain(f"int a[({huge}) / ({huge}) * 0 + 3];").ok


def test_a_run_of_stray_characters_is_one_finding() -> None:
    [found] = explain(f"int x {'@' * 2000};").diagnostics
    assert found.message.startswith("2,000 stray characters, the first of them '@'")
    assert found.span == (6, 2006)
    strays = explain("char s[] = \u2603abc\u2603@@;").diagnostics
    assert [one.span for one in strays if one.rule == "stray-character"] == [(11, 12), (15, 18)]


LAUGHS = {
    "members": "struct {" * 8 + "int a, b, c, d, e, f, g, h;" + "} a, b, c, d, e, f, g, h;" * 8,
    "deep": "struct {" * 100 + "int a, b;" + "} a, b;" * 100,
    "wide": "struct {" + "int a;" * 400 + "} x" + ", x" * 400 + ";",
    "constants": "enum {" + "A," * 4000 + "B} x" + ", x" * 4000 + ";",
    "attributes": "x " * 4000 + ", x" * 4000 + ";",
    "typeof": "typeof(struct {" + "int a;" * 400 + "}) x" + ", x" * 400 + ";",
}


@pytest.mark.parametrize("std", [None, "c++17"])
@pytest.mark.parametrize("text", LAUGHS.values(), ids=LAUGHS)
def test_what_multiplies_is_refused_before_it_is_said(text: str, std: str | None) -> None:
    explanation = explain(f"{text}\nint last;", std=std)
    assert sum(len(reading.phrases) for reading in explanation.readings) < 20_000
    assert explanation.readings[-1].prose == "last is an int"
    if std is None:
        assert "too-large" in {found.rule for found in explanation.diagnostics}


def test_many_declarators_and_many_members_are_read() -> None:
    assert len(explain(f"int a{', a' * 5000};").readings) == 5001
    assert explain(f"struct s {{ {'int a; ' * 3000} }} x;").readings
    assert len(explain(f"struct s {{ {'int a; ' * 20} }} x{', *y' * 100};").readings) == 101


@pytest.mark.parametrize("text", ["in *(*f)(int)  f(int a b);", "int (*f)(int) g(const int);"])
def test_a_second_declarator_is_no_annotation(text: str) -> None:
    [found] = explain(text).diagnostics
    assert (found.severity, found.rule) == ("error", "unexpected-token")


@pytest.mark.parametrize("text", ["int (*f)(int) nonnull(1);", "int f(void) API(int);"])
def test_an_annotation_behind_a_declarator_is_one(text: str) -> None:
    assert explain(text).ok


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ('_Static_assert(() "");', 17),
        ("_Static_assert();", 16),
        ('_Static_assert(1 "");', 18),
        ("_Static_assert(1,);", 18),
        ("_Static_assert(1, 2);", 19),
        ('_Static_assert(x y, "");', 18),
        ('struct s { int n; _Static_assert(() ""); };', 35),
        ("asm(1);", 5),
    ],
)
def test_what_declares_nothing_is_no_c_by_that(text: str, column: int) -> None:
    [found] = [one for one in explain(text).diagnostics if one.severity == "error"]
    assert found.column == column
    assert not explain(text, std="c++17").ok


@pytest.mark.parametrize(
    "text",
    [
        '_Static_assert(f()(2)[1] == (char *)"a" && x, "no" MACRO "yes"); int y;',
        "static_assert(FOO 1); int y;",
        '_Static_assert(sizeof(struct s) == 3 ? 1 : sizeof x, MESSAGE("x")); int y;',
        'asm("nop"); int y;',
        "asm(MACRO(1)); int y;",
    ],
)
def test_an_assertion_that_may_be_one_is_let_be(text: str) -> None:
    assert explain(text).ok


def test_a_template_in_the_condition_of_an_assertion_has_commas() -> None:
    text = 'static_assert(std::is_same<int, long>::value, "no"); int y;'
    assert explain(text, std="c++17").ok
