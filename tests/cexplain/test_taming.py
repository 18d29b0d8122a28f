"""Declarations rewritten with typedefs: easier to read, and still the same."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import given

from cexplain import explain
from cexplain.editor.taming import tame
from cexplain.tree import Array, Declaration, Function, Pointer, TypedefName
from strategies import trees


def tamed(text: str, taken: tuple[str, ...] = ()) -> list[str] | None:
    """The lines that a declaration becomes."""
    (reading,) = explain(text).readings
    found = tame(reading.declaration, taken)
    return None if found is None else list(found.lines("c23"))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "char *(*fp)(int, float *);",
            ["typedef char *fp_function(int, float *);", "fp_function *fp"],
        ),
        (
            "void (*signal(int sig, void (*handler)(int)))(int);",
            ["typedef void handler_function(int);",
             "handler_function *signal(int sig, handler_function *handler)"],
        ),
        ("static int (*rows)[15];", ["typedef int rows_array[15];", "static rows_array *rows"]),
        (
            "int (*(*f)(void))[3];",
            ["typedef int f_array[3];", "typedef f_array *f_function(void);", "f_function *f"],
        ),
        (
            "typedef int (*compare)(const void *, const void *);",
            ["typedef int compare_function(const void *, const void *);",
             "typedef compare_function *compare"],
        ),
        (
            "int (*jump[4])(int);",
            ["typedef int jump_function(int);", "jump_function *jump[4]"],
        ),
    ],
)  # fmt: skip # two lines of C stand together
def test_functions_and_arrays_behind_pointers_get_names(text: str, lines: list[str]) -> None:
    assert tamed(text) == lines


@pytest.mark.parametrize(
    "text",
    [
        "int x;",
        "char *str[10];",
        "int f(int n, char **v);",
        "void f(int n, int (*rows)[n]);",
        "void f(int (*rows)[*]);",
        "void f(int n, void (*g)(int a[2][n]));",
        "(int (*)(void))p",
    ],
)
def test_what_needs_no_typedef_or_can_have_none_is_left_alone(text: str) -> None:
    assert tamed(text) is None


def test_a_name_that_is_taken_gets_a_number() -> None:
    lines = tamed("int (*f)(void);", ("f_function", "f_function_2"))
    assert lines == ["typedef int f_function_3(void);", "f_function_3 *f"]


@given(trees())
def test_with_the_names_put_back_the_declaration_is_the_same(declaration: Declaration) -> None:
    found = tame(declaration)
    if found is None:
        return
    meaning = {item.name: item.type for item in found.typedefs}
    assert respelt(found.declaration, meaning) == declaration


@given(trees())
def test_what_is_left_has_no_function_and_no_array_behind_a_pointer(
    declaration: Declaration,
) -> None:
    found = tame(declaration)
    if found is not None:
        for item in (*found.typedefs, found.declaration):
            node = item.type
            while isinstance(node, Pointer | Array | Function):
                inner = node.referenced if isinstance(node, Pointer) else None
                assert not isinstance(inner, Function | Array)
                node = (
                    node.referenced
                    if isinstance(node, Pointer)
                    else node.element
                    if isinstance(node, Array)
                    else node.returned
                )


def respelt(node: Any, meaning: dict[str | None, Any]) -> Any:
    """A tree in which the names of typedefs are what they stand for."""
    if isinstance(node, tuple):
        return tuple(respelt(part, meaning) for part in node)
    if isinstance(node, TypedefName) and node.name in meaning:
        return respelt(meaning[node.name], meaning)
    if not is_dataclass(node) or isinstance(node, type):
        return node
    return replace(node, **{f.name: respelt(getattr(node, f.name), meaning) for f in fields(node)})
