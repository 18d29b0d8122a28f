"""Brackets that do not pair up spoil their own declaration, and no other."""

import pytest

from cexplain import explain
from cexplain.syntax.cursor import MAX_NESTING

DEEP = "(" * (MAX_NESTING + 50) + ")" * (MAX_NESTING + 50)


def told(text: str) -> tuple[list[str | None], list[tuple[int, int]]]:
    """Return the names that are read, and the places of the errors."""
    explanation = explain(text)
    names = [reading.declaration.name for reading in explanation.readings]
    return names, [(d.line, d.column) for d in explanation.diagnostics if d.severity == "error"]


@pytest.mark.parametrize(
    ("text", "names", "places"),
    [
        ("int a(int x;\nint b(int y);\n", ["b"], [(1, 6)]),
        ("int a(int x));\nint b;\n", ["b"], [(1, 13)]),
        ("int a[3};\nint b;\n", ["b"], [(1, 8)]),
        ("struct s { int x;\nint b(void);\n", ["b"], [(1, 10)]),
        ("int a(void) { } }\nint b;\n", ["a", "b"], [(1, 17)]),
        ("int a; int b(int x;\nint c;\n", ["a", "c"], [(1, 13)]),
        ("int a(;\nint b(;\nint c;\n", ["c"], [(1, 6), (2, 6)]),
        ("typedef struct { int x; ] t;\nt *b;\n", ["b"], [(1, 25)]),
    ],
)
def test_a_bracket_too_few_or_too_many_hides_no_other_declaration(
    text: str, names: list[str], places: list[tuple[int, int]]
) -> None:
    assert told(text) == (names, places)


@pytest.mark.parametrize("body", ["if (x { }", "[(]", f"{DEEP};", "x[3};".replace("}", ")")])
def test_within_a_functions_body_brackets_may_stand_as_they_like(body: str) -> None:
    assert told(f"int a(void) {{ {body} }}\nint b;\n") == (["a", "b"], [])


def test_a_declaration_that_nests_too_deep_hides_no_other() -> None:
    names, places = told(f"int a{DEEP};\nint b;\n")
    assert (names, len(places)) == (["b"], 1)


@pytest.mark.parametrize(
    "text", ["weird thing here { body }\nfoo_t b;\n", "FOO(bar) baz +\nint b;\n"]
)
def test_what_is_no_declaration_ends_where_a_line_begins_another(text: str) -> None:
    names, places = told(text)
    assert (names, len(places)) == (["b"], 1)


def test_many_broken_declarations_take_time_in_proportion() -> None:
    names, places = told("int a(;\n" * 5000 + "int b;\n")
    assert (names, len(places)) == (["b"], 5000)
