"""What C++ says around a declaration: templates, forwarding references, the object itself."""

import pytest

from cexplain import explain
from cexplain.reading.cxx_templates import for_each

SAID = {
    "template <class T, size_t N> void f(T (&a)[N]);": (
        "f is a function taking a as a reference to an array of N T and returning nothing, for "
        "each type T and size_t N"
    ),
    "template <> void f<int>(int);": (
        "f<int> is a function taking an int and returning nothing, an explicit specialization"
    ),
    "template<> struct X<int> {};": "struct X<int> has no members, an explicit specialization",
    "template <typename T> using Vec = std::vector<T>;": (
        "Vec is an alias for a std::vector<T>, for each type T"
    ),
    "template <class... Ts> struct S;": (
        "struct S is declared without its members, for any number of types Ts"
    ),
    "auto &&x = f();": "x is a forwarding reference to an object of inferred type",
    "const auto &&x = f();": "x is an rvalue reference to a const object of inferred type",
    "void f(this Foo &self);": (
        "f is a member function taking (self as a reference to Foo (the object itself)) and "
        "returning nothing"
    ),
    "struct S { int f(this S s, int n); };": (
        "struct S has members (f as a member function taking (s as an S (the object itself), n as "
        "an int) and returning an int)"
    ),
}
PARAMETERS = {
    "<class T>": "for each type T",
    "<typename K, typename V = int>": "for each type K and type V (by default int)",
    "<class T, size_t N1, size_t N2>": "for each type T, size_t N1 and size_t N2",
    "<class T = std::pair<int, int>, int N = 3>": (
        "for each type T (by default std::pair<int, int>) and int N (by default 3)"
    ),
    "<class T, class... Ts>": "for each type T and any number of types Ts",
    "<int... Ns>": "for any number of int Ns",
    "<>": "an explicit specialization",
    "<class>": "for each type",
    "<template <class> class C>": "for each <template <class> class C>",
}


@pytest.mark.parametrize(("text", "said"), SAID.items())
def test_it_is_said_in_words(text: str, said: str) -> None:
    explanation = explain(text, std="c++23")
    assert explanation.ok
    [reading] = explanation.readings
    assert reading.prose == said
    [again] = explain(f"{reading.c};", std="c++23").readings
    assert again.prose == said


@pytest.mark.parametrize(("written", "said"), PARAMETERS.items())
def test_the_parameters_of_a_template_are_listed(written: str, said: str) -> None:
    assert for_each(written) == said
