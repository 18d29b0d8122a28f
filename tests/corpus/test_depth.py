"""Nesting is read right to a depth of 200, and refused clearly beyond what can be read."""

import pytest

from cexplain import explain, read
from support.diagnosed import assert_well_placed

DEPTH = 200

DEEP = {
    "pointers": (f"int {'*' * DEPTH}x;", f"x is {'a pointer to ' * DEPTH}int"),
    "arrays": (
        f"int x{'[N]' * DEPTH};",
        f"x is an array of N {'arrays of N ' * (DEPTH - 1)}ints",
    ),
    "parentheses": (f"int {'(' * DEPTH}x{')' * DEPTH};", "x is an int"),
    "pointers to arrays": (
        f"int {'(*' * DEPTH}x{')[2]' * DEPTH};",
        f"x is a pointer to an array of 2 {'pointers to arrays of 2 ' * (DEPTH - 1)}ints",
    ),
    "functions returning pointers to functions": (
        f"int {'(*' * DEPTH}f{')(void)' * DEPTH};",
        f"f is {'a pointer to a function taking no parameters and returning ' * DEPTH}an int",
    ),
    "arrays of pointers": (
        f"int {'(*' * DEPTH}x{'[2])' * DEPTH};",
        f"x is an array of 2 {'pointers to arrays of 2 ' * (DEPTH - 1)}pointers to int",
    ),
}


@pytest.mark.parametrize("kind", DEEP)
def test_two_hundred_levels_are_read_right(kind: str) -> None:
    text, prose = DEEP[kind]
    assert read(text) == prose


def test_two_hundred_parameter_lists_are_read_right() -> None:
    prose = read("int f(" * DEPTH + "void" + ")" * DEPTH)
    assert prose.count("function") == DEPTH
    assert prose.count("no parameters") == 1


def test_two_hundred_structures_are_read_right() -> None:
    prose = read("struct s { " * DEPTH + "int x; " + "} m; " * DEPTH)
    assert prose.count("struct s with members") == DEPTH
    assert prose.startswith("m is a struct s with members (m as a struct s with members (")


@pytest.mark.parametrize("depth", [250, 1_000, 5_000, 50_000])
@pytest.mark.parametrize(
    ("before", "after"), [("(", ")"), ("(*", ")(void)"), ("(*", ")[2]"), ("*", ""), ("*(", "[2])")]
)
def test_any_depth_is_read_or_refused_with_advice(before: str, after: str, depth: int) -> None:
    explanation = explain(f"int {before * depth}x{after * depth};")
    assert explanation.readings or not explanation.ok
    assert_well_placed(explanation)
