"""C++ is read in the English of C: references, members, special functions, classes."""

import json
import subprocess
from itertools import pairwise

import pytest

from cexplain import declare, explain, read
from cexplain.command.cli import main
from cexplain.cxx_clauses import CXX_ONLY
from cexplain.engine import CXX_STANDARDS, standard
from cexplain.render.html import reading_html
from cexplain.render.record import json_line
from cexplain.render.stops import stops
from cexplain.render.svg import path_svg
from cexplain.rules import cxx
from cexplain.rules.catalogue import example, source

READINGS = {
    # references
    "int &r;": "r is a reference to int",
    "int &&r;": "r is an rvalue reference to int",
    "int (&r)[3];": "r is a reference to an array of 3 ints",
    "void (&f)(int);": "f is a reference to a function taking an int and returning nothing",
    "int *const &r;": "r is a reference to a const pointer to int",
    "const Failure &f": "f is a reference to const Failure",
    "bool (&&flags)[2];": "flags is an rvalue reference to an array of 2 bools",
    "Shape &at(int);": "at is a function taking an int and returning a reference to Shape",
    "auto &&r = f();": "r is a forwarding reference to an object of inferred type",
    "(int &)x": "cast x into a reference to int",
    "catch (const Failure &f) { throw; }": "f is a reference to const Failure",
    "for (const Shape &s : shapes) s.draw();": "s is a reference to const Shape",
    # pointers to members
    "int Point::*pm;": "pm is a pointer to a member of Point that is an int",
    "int Point::*pms[2];": "pms is an array of 2 pointers to a member of Point that is an int",
    "int (A::*B::*p)[3];": "p is a pointer to a member of B that is a pointer to a member of A "
    "that is an array of 3 ints",
    "double (Shape::*area)() const;": "area is a pointer to a const member function of Shape "
    "taking no parameters and returning a double",
    "int (A::*(*t)[3])(int) const &;": "t is a pointer to an array of 3 pointers to const "
    "lvalue-only member functions of A taking an int and returning an int",
    # member functions
    "double area() const noexcept;": "area is a const noexcept member function taking no "
    "parameters and returning a double",
    "virtual double area() const = 0;": "area is a pure virtual const member function taking no "
    "parameters and returning a double",
    "double area() const override;": "area is a const member function taking no parameters and "
    "returning a double, overriding that of a base class",
    "std::string name() &&;": "name is an rvalue-only member function taking no parameters and "
    "returning a std::string",
    "double Shape::area() const { return 0; }": "Shape::area is a const member function of Shape "
    "taking no parameters and returning a double",
    "static int count();": "count is a static function taking no parameters and returning an int",
    "std::unique_ptr<Shape> clone() const;": "clone is a const member function taking no "
    "parameters and returning a std::unique_ptr<Shape>",
    # special member functions
    "Circle(double r);": "Circle is a constructor of Circle taking r as a double",
    "explicit Circle(double);": "Circle is an explicit constructor of Circle taking a double",
    "Circle::Circle(double r) : r{r} {}": "Circle::Circle is a constructor of Circle taking r as "
    "a double",
    "Shape(const Shape &) = delete;": "Shape is a deleted copy constructor of Shape taking a "
    "reference to const Shape",
    "Shape(Shape &&) = default;": "Shape is a defaulted move constructor of Shape taking an "
    "rvalue reference to Shape",
    "virtual ~Shape() = default;": "~Shape is a defaulted virtual destructor of Shape taking no "
    "parameters",
    "Shape &operator=(const Shape &) = delete;": "operator= is a deleted copy assignment operator "
    "of Shape taking a reference to const Shape and returning a reference to Shape",
    "Shape &operator=(Shape &&);": "operator= is a move assignment operator of Shape taking an "
    "rvalue reference to Shape and returning a reference to Shape",
    "explicit operator bool() const;": "operator bool is an explicit const conversion function "
    "taking no parameters and returning a bool",
    "bool operator==(const Shape &) const;": "operator== is a const member function taking a "
    "reference to const Shape and returning a bool",
    # specifiers and types
    "std::vector<std::pair<int, char>> v;": "v is a std::vector<std::pair<int, char>>",
    "auto f() -> int (*)[3];": "f is a function taking no parameters and returning a pointer to "
    "an array of 3 ints",
    "using T = int (*)(int);": "T is an alias for a pointer to a function taking an int and "
    "returning an int",
    "constexpr int n = 3;": "n is a constexpr int",
    "mutable int hits;": "hits is a mutable int",
    "int f(int a = 3);": "f is a function taking (a as an int (by default 3)) and returning an int",
    "enum class Colour : char { red, green = 3 };": "enum class Colour of type char with constants "
    "(red, green = 3)",
    "template <class T> T max(T, T);": "max is a function taking (a T, a T) and returning a T, "
    "for each type T",
    'extern "C" int puts(const char *);': 'puts is an extern "C" function taking a pointer to '
    "const char and returning an int",
    "Circle c(1.0);": "c is a Circle",
    "Circle c{1.0};": "c is a Circle",
    "Shape(Shape);": "Shape is a constructor of Shape taking a Shape",
    "void f(std::vector<int> v = {});": "f is a function taking (v as a std::vector<int> (by "
    "default {})) and returning nothing",
    # classes
    "struct Circle : Shape { double r = 1; explicit Circle(double r); };": "struct Circle is "
    "derived from Shape (public) and has members (r as a double (initially 1), Circle as an "
    "explicit constructor taking r as a double)",
    "class Shape { public: virtual ~Shape(); private: int x : 3; };": "class Shape has public "
    "members (~Shape as a virtual destructor taking no parameters), and private members (x as an "
    "int bit-field of 3 bits)",
    "class Shape;": "class Shape is declared without its members",
}


@pytest.mark.parametrize(("text", "reading"), READINGS.items(), ids=READINGS)
def test_a_declaration_of_cxx_is_read_aloud(text: str, reading: str) -> None:
    assert read(text, std="c++17") == reading


@pytest.mark.parametrize("text", READINGS)
def test_what_is_spelled_again_reads_the_same(text: str) -> None:
    (first,) = explain(text, std="c++17").readings
    ending = "" if first.declaration.kind in ("cast", "type") else ";"
    (again,) = explain(f"{first.c.removesuffix(';')}{ending}", std="c++17").readings
    assert again.prose == first.prose
    assert again.c == first.c


@pytest.mark.parametrize("text", READINGS)
def test_every_rendering_works_for_cxx_and_says_that_it_is(text: str) -> None:
    explanation = explain(text, std="c++17")
    reading = explanation.readings[0]
    assert " ".join(stop.text for stop in stops(reading, text)) == reading.prose
    assert "<svg" in path_svg(explanation)
    assert '<p class="cw-language">C++17</p>' in reading_html(explanation)
    record = json.loads(json_line(explanation))
    assert record["language"] == "c++"
    assert record["declarations"][0]["reading"] == reading.prose


@pytest.mark.parametrize("text", ["int &r;", "double (Shape::*area)() const;", "int (&r)[3];"])
def test_each_phrase_of_a_declarator_stands_on_its_own_tokens(text: str) -> None:
    (reading,) = explain(text, std="c++17").readings
    places = sorted(span for phrase in reading.phrases for span in phrase.spans)
    assert all(one.end <= other.start for one, other in pairwise(places))
    assert all(phrase.spans for phrase in reading.phrases if phrase.kind != "returning")


def test_c_is_not_marked_as_cxx() -> None:
    explanation = explain("int *p;")
    assert "cw-language" not in reading_html(explanation)
    assert "language" not in json.loads(json_line(explanation))


def test_the_command_says_in_steps_that_a_text_was_read_as_cxx(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--std", "c++17", "--steps", "int &r;"]) == 0
    assert "read as C++17\n" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [("lookup", "string", "swap"), ("lsp",)])
def test_headers_and_editors_are_no_place_for_cxx(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--std", "c++17", *arguments])
    assert ended.value.code == 2
    assert f"{arguments[0]} reads C" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["int &r;", "Base &&b;", "int Point::*p;", "std::string s;"])
def test_in_c_the_advice_is_to_ask_for_cxx(text: str) -> None:
    explanation = explain(text)
    assert not explanation.ok
    assert any("--std c++17" in found.advice for found in explanation.diagnostics)


@pytest.mark.parametrize("name", [*CXX_STANDARDS, "c++03", "c++2a", "gnu++1z"])
def test_every_standard_of_cxx_reads_a_reference(name: str) -> None:
    assert explain("int &r;", std=name).std == standard(name)
    assert read("int &r;", std=name) == "r is a reference to int"


def test_an_unknown_standard_of_cxx_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"'c\+\+12' is not a standard of C\+\+"):
        explain("int &r;", std="c++12")


@pytest.mark.parametrize(
    ("text", "rule"),
    [(text, rule.name) for rule in cxx.RULES for text in rule.wrong],
)
def test_a_finding_has_the_clause_that_its_rule_states(text: str, rule: str) -> None:
    declaration, std = example(text)
    found = [one for one in explain(declaration, std=std).diagnostics if one.rule == rule]
    assert {(one.severity, one.clause) for one in found} == {("error", CXX_ONLY[rule])}
    assert all(one.advice for one in found)


def test_every_rule_of_cxx_names_its_place_in_the_standard() -> None:
    assert {rule.name for rule in cxx.RULES} == set(CXX_ONLY)
    assert all("ISO/IEC 14882:2020, [" in str(source(rule)) for rule in cxx.RULES)


BROKEN = [
    *("", "class", "int f(", "std::vector<int v;", "operator", "~", "Circle(", "struct S {"),
    *("template", "using T =", "int &", "a::", "virtual", "catch (", "for (", "enum class"),
    *("struct S : { };", "int x = ;", "A::A::A", "friend", "public:", "int (*", "~A() = "),
]


@pytest.mark.parametrize("text", BROKEN)
def test_bad_input_is_answered_with_a_place_and_advice(text: str) -> None:
    explanation = explain(text, std="c++17")
    assert explanation.readings or explanation.diagnostics
    assert all(found.advice and found.line >= 1 for found in explanation.diagnostics)
    assert all(found.rule != "internal" for found in explanation.diagnostics)


@pytest.mark.parametrize("text", READINGS)
def test_a_text_cut_off_anywhere_is_answered(text: str) -> None:
    for end in range(len(text)):
        explanation = explain(text[:end], std="c++20")
        assert all(found.rule != "internal" for found in explanation.diagnostics)


DEBIAN = [
    "int &r;", "int (&r)[3];", "int *const &r;", "const char *&r;", "int &(&f)(int &);",
    "int Point::*p;", "int Point::*a[3];", "int *(Point::*p)[7];",
    "double (Shape::*area)();", "int (Shape::*p)(char, int &);", "int (A::*B::*p)[3];",
    "int (Point::*(*f)(int))();", "struct point &f(struct point &);",
]  # fmt: skip


@pytest.mark.parametrize("text", DEBIAN)
def test_debians_cdecl_understands_our_cdecl_english(text: str) -> None:
    (reading,) = explain(text, std="c++17").readings
    ended = subprocess.run(
        ["cdecl", "-+"], input=f"{reading.cdecl}\n", capture_output=True, text=True, check=False
    )
    (again,) = explain(f"{ended.stdout.strip()};", std="c++17").readings
    assert again.c == reading.c
    asked = subprocess.run(
        ["cdecl", "-+"], input=f"explain {text.removesuffix(';')}\n",
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert declare(asked.stdout.strip(), std="c++17") == f"{reading.c};"


NO_DECLARATIONS = {
    "~;": "expected-name",
    "operator const;": "expected-type",
    "int operator 3();": "expected-name",
    "int operator bool();": "conversion-signature",
    "int *p, &;": "expected-name",
    "friend int (int);": "expected-name",
    "Shape::~Shape;": "expected-parenthesis",
    "x y z;": "unexpected-token",
    "goto 3;": "statement",
    "auto [a, b] = f();": "not-read",
}


@pytest.mark.parametrize(("text", "rule"), NO_DECLARATIONS.items())
def test_what_is_no_declaration_is_refused_by_a_rule(text: str, rule: str) -> None:
    found = [one.rule for one in explain(text, std="c++17").diagnostics]
    assert found[:1] == [rule]
