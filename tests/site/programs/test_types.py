"""What type an expression has, asked of the page's compiler by selecting it."""

import pytest
from playwright.sync_api import expect

from support.desks import Open
from support.programs import Desk

C = """\
#include <stddef.h>
#define TWICE(x) ((x) * 2)
struct deep { struct { unsigned bit : 1; float f[2]; } in; } s, *p = &s;
int row[3][4];
size_t count;
char pick(void) { count = TWICE(row[1][2] + 1L); struct deep t = { .in = { 1 } }; t.in.bit = 0;
    return p->in.f[0] > 1 ? 'a' : row[2][0]; }
"""
CPP = """\
struct B { int n = 0; int &f() { return n; } virtual ~B() = default; };
template <class T> auto twice(T t) { return t + t; }
int main() { B b; const B &c = b; b.f() = 1; return twice('a') + c.n; }
"""


def select(one: Desk, text: str, part: str, *, caret: bool = False) -> None:
    """Select the last place of `part` in the editor's text by keys, or put the caret into it."""
    at = text.rindex(part) + (len(part) // 2 if caret else 0)
    before = text[:at].split("\n")
    keyboard = one.page.keyboard
    one.figure.locator(".cm-content").focus()
    keyboard.press("ControlOrMeta+Home")
    for _ in before[1:]:
        keyboard.press("ArrowDown")
    keyboard.press("Home")
    keyboard.press("Home")  # the first goes to the first letter of the line
    for _ in before[-1]:
        keyboard.press("ArrowRight")
    for _ in "" if caret else part:
        keyboard.press("Shift+ArrowRight")


def answers(one: Desk, expression: str) -> dict[str, str]:
    """What the view says, as soon as it speaks of this expression."""
    one.view("Types")
    one.press("What is its type?")
    view = one.figure.locator(".cw-types__answer")
    expect(view.locator("dd").first).to_have_text(expression)
    words = view.locator("dt, dd").all_inner_texts()
    return dict(zip(words[::2], words[1::2], strict=True))


@pytest.mark.parametrize(
    ("part", "type_", "value"),
    [
        ("row[1]", "int[4]", "int *"),
        ("row[1][2] + 1L", "long", "long"),  # within a macro's argument
        ("p->in.f", "float[2]", "float *"),
        ("count", "unsigned long", "size_t, which is unsigned long"),
    ],
)
def test_a_selected_expression_has_a_type_and_a_value(
    desk: Open, part: str, type_: str, value: str
) -> None:
    one = desk("poll.c")
    one.write(C)
    select(one, C, part)
    assert answers(one, part) == {
        "expression": part,
        "type": type_,
        "where a value is needed": value,
    }


def test_the_caret_on_a_member_asks_for_the_way_to_it(desk: Open) -> None:
    one = desk("poll.c")
    one.write(C)
    select(one, C, "bit", caret=True)
    assert answers(one, "t.in.bit")["where a value is needed"] in {"int", "unsigned int"}


@pytest.mark.parametrize(
    ("part", "type_", "strict"),
    [
        ("b.f()", "int", "int &"),
        ("twice('a')", "int", "int"),
        ("c.n", "const int", "const int &"),
    ],
)
def test_in_cpp_an_expression_is_asked_about_as_decltype_sees_it(
    desk: Open, part: str, type_: str, strict: str
) -> None:
    one = desk("thrown.cpp")
    one.write(CPP)
    select(one, CPP, part)
    assert answers(one, part) == {
        "expression": part,
        "type": type_,
        "as decltype((…))": strict,
    }


def test_a_type_is_called_one_and_an_initializer_has_none(desk: Open) -> None:
    one = desk("poll.c")
    one.write(C)
    select(one, C, "struct deep")
    one.view("Types")
    view = one.figure.locator(".cw-types")
    one.press("What is its type?")
    expect(view).to_contain_text("This is a type itself.")
    expect(view.locator("dd")).to_have_text("struct deep")
    select(one, C, "{ .in = { 1 } }")
    one.press("What is its type?")
    expect(view).to_contain_text("clang cannot read this as an expression")
