"""Texts that were cut off at a brace: they are read as far as they go, and the error stays."""

import re

import pytest

from cexplain import explain

C = {
    "do {": ["do what follows, at least once"],
    "do { x++;": ["do what follows, at least once", "increment x"],
    "else {": ["else do what follows"],
    "} else {": ["else do what follows"],
    "} else if (x > 3) {": ["else if x is greater than 3, do what follows"],
    "} while (x);": ["do what came before again as long as x"],
    "if (x) { y = 1; } else {": ["if x, (assign 1 to y), else do what follows"],
    "case 3: {": ["for 3: do what follows"],
    "case 1: case 2: {": ["for 1: for 2: do what follows"],
    "default: {": ["otherwise: do what follows"],
    "label: {": ["at the label label: do what follows"],
    "again: while (x) {": ["at the label again: while x, do what follows"],
    "struct s {": ["struct s has members that are missing here"],
    "union {": ["an unnamed union has members that are missing here"],
    "enum e {": ["enum e has constants that are missing here"],
    "static struct s {": ["struct s has members that are missing here"],
    "typedef struct node {": ["struct node has members that are missing here"],
    "typedef enum { A,": ["an unnamed enum has constants (A)"],
    "typedef struct { int a;": ["an unnamed struct has members (a as an int)"],
    "struct s { struct t {": [
        "struct s has members (a struct t with members that are missing here)"
    ],
    "int x; struct s {": ["x is an int", "struct s has members that are missing here"],
    "int a[] = {": ["a is an array of unknown size of ints"],
    "struct point p = {": ["p is a struct point"],
    "int f(int a, struct s {": [
        "f is a function taking (a as an int, a struct s with members that are missing here) and "
        "returning an int"
    ],
    "int f(a) int a; {": ["f is an old-style function taking (a as an int) and returning an int"],
}
CXX = {
    "namespace n {": ["what follows belongs to the namespace n"],
    "namespace {": ["what follows is known in this file alone"],
    "namespace a { namespace b { int x;": ["x is an int"],
    "namespace a { class B {": ["class B has members that are missing here"],
    'extern "C" {': ["what follows is linked as C does it"],
    "class C {": ["class C has members that are missing here"],
    "class C : public B {": [
        "class C is derived from B (public) and has members that are missing here"
    ],
    "class C { public: int f();": [
        "class C has public members (f as a member function taking no parameters and returning an "
        "int)"
    ],
    "enum class E : int {": ["enum class E of type int with constants that are missing here"],
    "template <class T> struct S {": [
        "struct S has members that are missing here, for each type T"
    ],
    "int C::f() const {": [
        "C::f is a const member function of C taking no parameters and returning an int"
    ],
    "try {": ["try to do what follows"],
    "catch (const E &e) {": ["e is a reference to const E"],
    "while (x) {": ["while x, do what follows"],
    "} else {": ["else do what follows"],
    "do {": ["do what follows, at least once"],
    "for (auto &x : xs) {": [
        "for each x as a reference to an object of inferred type in xs, do what follows"
    ],
}
PROGRAM = """\
typedef struct node { struct node *next; union { int i; float f; } value; } node;
enum color { RED, GREEN };
static const struct { int a; } table[] = { { 1 }, { 2 } };
int f(node *p, int n)
{
    for (int i = 0; i < n; i++) {
        do { if (p) { n--; } else if (n) { n++; } else { n = 2; } } while (n > 3);
        switch (n) { case 1: { n = 3; break; } default: { n = 4; } }
    }
    again: { struct inner { int k; } local = { 0 }; n += local.k; }
    return n;
}
"""


@pytest.mark.parametrize(("text", "said"), C.items())
def test_what_is_cut_off_at_a_brace_is_read_so_far(text: str, said: list[str]) -> None:
    explanation = explain(text)
    assert [reading.prose for reading in explanation.readings] == said
    assert [found.rule for found in explanation.diagnostics] == ["unbalanced-bracket"]


@pytest.mark.parametrize(("text", "said"), CXX.items())
def test_so_is_what_is_cut_off_in_cxx(text: str, said: list[str]) -> None:
    explanation = explain(text, std="c++17")
    assert [reading.prose for reading in explanation.readings] == said
    assert [found.rule for found in explanation.diagnostics] == ["unbalanced-bracket"]


@pytest.mark.parametrize("std", ["c23", "c++17"])
def test_wherever_a_program_is_cut_off_something_is_read(std: str) -> None:
    for brace in re.finditer(r"[{;]", PROGRAM):
        text = PROGRAM[: brace.end()]
        explanation = explain(text, std=std)
        assert explanation.readings, text
        balanced = text.count("{") == text.count("}")
        assert explanation.ok or not balanced, text
        for reading in explanation.readings:
            for phrase in reading.phrases:
                assert all(0 <= span.start < span.end <= len(text) for span in phrase.spans)


@pytest.mark.parametrize("text", ["namespace n {", "class C {", "try {", 'extern "C" {'])
def test_cxx_that_is_cut_off_is_told_to_be_cxx(text: str) -> None:
    [problem] = explain(text).diagnostics
    assert problem.message == "this is C++, and C is read here"


def test_the_body_of_a_function_that_is_cut_off_is_read() -> None:
    [reading] = explain("int f(int n) { int a; while (n) { char *p; if (n) { long k").readings
    told = [(each.depth, each.reading.prose) for each in reading.inner]
    assert told == [(1, "a is an int"), (2, "p is a pointer to char"), (3, "k is a long")]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("do x++;", "the 'while' of this 'do' is missing"),
        ("else x = 3;", "'else' belongs to an 'if' that is not here"),
        ("case 3:", "the statement after this 'case' is missing"),
    ],
)
def test_what_a_statement_lacks_is_told(text: str, message: str) -> None:
    explanation = explain(text)
    [problem] = explanation.diagnostics
    assert problem.message == message
    assert len(explanation.readings) == 1
