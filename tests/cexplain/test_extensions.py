"""What only some compilers take, or only since C23, comes back as it was written."""

import pytest

from cexplain import explain

FORWARD = "int f(int n, int m; int a[n][m], int n, int m)"


def test_gnu_declares_parameters_before_the_list() -> None:
    [reading] = explain(FORWARD, std="gnu17").readings
    assert reading.c == FORWARD.replace(", int m;", "; int m;")
    assert reading.prose.startswith("f is a function taking (a as an array of n arrays of m ints,")
    assert "forward-parameter" in {note.rule for note in reading.notes}
    assert explain(FORWARD, std="gnu17").ok


@pytest.mark.parametrize(
    ("std", "severity"), [("c17", "error"), ("c23", "error"), (None, "warning")]
)
def test_iso_c_has_no_parameters_before_the_list(std: str | None, severity: str) -> None:
    [found] = explain(FORWARD, std=std).diagnostics
    assert (found.rule, found.severity, found.column) == ("forward-parameter", severity, 11)
    assert "gnu" in found.advice


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("int f(int n; int a[n]);", 11),
        ("int f(int n; int a[n], long n);", 11),
        ("int f(int; int a);", 7),
    ],
)
def test_a_parameter_before_the_list_is_one_of_the_list(text: str, column: int) -> None:
    [found] = explain(text, std="gnu17").diagnostics
    assert (found.rule, found.severity, found.column) == ("forward-mismatch", "error", column)


@pytest.mark.parametrize(
    "text",
    [
        "int [[gnu::aligned(8)]] x",
        "[[a]] int [[b]] x[3] [[c]][4] [[d]]",
        "int (*f(void) [[a]])[3] [[b]]",
        "void f(int [[a]] x)",
        "struct s { int [[a]] x; int y[3] [[b]]; }",
        "int *[[a]] const p",
    ],
)
def test_attributes_of_c23_stay_with_what_they_belong_to(text: str) -> None:
    [reading] = explain(text, std="c23").readings
    assert reading.c == text
    assert explain(reading.c, std="c23").readings[0].declaration == reading.declaration


def test_attributes_behind_a_name_are_those_before_the_declaration() -> None:
    [reading] = explain("int x [[maybe_unused]];").readings
    assert reading.c == "[[maybe_unused]] int x"
