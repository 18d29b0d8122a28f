"""Expressions and statements of C++: what both languages have, and what only C++ writes."""

import json

import pytest

from cexplain import explain
from cexplain.render.record import record

SAID = {
    "x = 3;": "assign 3 to x",
    "f(a, b);": "call f with a and b",
    "return *this;": "return what this points to",
    "static_cast<int (*)(int)>(f)": (
        "cast f into a pointer to a function taking an int and returning an int"
    ),
    "reinterpret_cast<char *>(&x)[0] = 1;": (
        "assign 1 to element 0 of ((the address of x) cast into a pointer to char)"
    ),
    "y = int(x);": "assign x cast into an int to y",
    "y = std::max<int>(a, b);": "assign the result of calling std::max<int> with a and b to y",
    "if (a < b) x++; else b = a > 1;": (
        "if a is less than b, increment x, else assign a is greater than 1 to b"
    ),
    "std::cout << x << std::endl;": "write x, then std::endl to std::cout",
    "std::cin >> n;": "read n from std::cin",
    "y = x >> 3;": "assign x shifted right by 3 to y",
    "co_await x;": "the awaited result of x",
    "throw E(1);": "throw (the result of calling E with 1)",
    "delete[] p;": "delete what is at p",
    "p = new Foo(1, 2);": "assign a new object, a Foo made with 1 and 2 to p",
    "while (x) for (const T &p : m) { int k = 2; }": (
        "while x, for each p as a reference to const T in m, (declare k as an int initialized "
        "with 2)"
    ),
}

SCOPES = {
    "using namespace std;": "from here on the names of the namespace std are known without it",
    "using std::string;": "from here on std::string is known as string",
    "namespace fs = std::filesystem;": "fs is another name of the namespace std::filesystem",
}


@pytest.mark.parametrize(("text", "said"), SAID.items())
def test_a_statement_is_read(text: str, said: str) -> None:
    explanation = explain(text, std="c++20")
    assert explanation.diagnostics == ()
    assert [reading.prose for reading in explanation.readings] == [said]
    for phrase in explanation.readings[0].phrases:
        assert all(0 <= span.start < span.end <= len(text) for span in phrase.spans)


@pytest.mark.parametrize(("text", "said"), SCOPES.items())
def test_what_declares_nothing_says_where_names_are_known(text: str, said: str) -> None:
    explanation = explain(text, std="c++17")
    assert [reading.prose for reading in explanation.readings] == [said]
    told = json.loads(json.dumps(record(explanation)))["declarations"]
    assert [(one["kind"], one["type"]) for one in told] == [("statement", None)]


def test_among_declarations_a_scope_says_nothing() -> None:
    text = "using namespace std; namespace a { int x; }"
    assert [one.prose for one in explain(text, std="c++17").readings] == ["x is an int"]


def test_a_named_cast_is_spelled_as_it_is() -> None:
    [cast] = explain("static_cast<int (*)(int)>(f)", std="c++17").readings
    assert cast.c == "static_cast<int (*)(int)>(f)"
    [made] = explain("p = new Foo(1, 2);", std="c++17").readings
    assert made.c == "p = new Foo(1, 2)"


@pytest.mark.parametrize("text", ["Point(int x, int y);", "Point(Foo, Bar);", "a * b;", "f(int);"])
def test_what_may_be_declared_is_no_statement(text: str) -> None:
    [reading] = explain(text, std="c++17").readings
    assert reading.declaration.kind == "declaration"
