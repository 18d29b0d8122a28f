"""What a whole program declares at file scope, against what English asks for."""

import pytest

from cexplain import ReadingError
from cexplain.within import declared_in

PROGRAM = """\
#include <stdint.h>
typedef int op(int, int);
#define SIZE 3
static int add(int a, int b) { return a + b; }
static op *const table[2] = {add, add};
volatile uint32_t *reg;
int main(void)
{
    char inside;
    return table[0](1, 2);
}
"""


@pytest.mark.parametrize(
    ("says", "std"),
    [
        ("add is a function taking (an int, an int) and returning an int", "c17"),
        (
            "table is an array of 2 const pointers to functions taking (an int, an int) "
            "and returning an int",
            "c17",
        ),
        ("reg is a pointer to volatile uint32_t", "c17"),
        ("main is a function taking no parameters and returning an int", "c23"),
    ],
)
def test_a_typedef_counts_as_its_type_and_the_storage_class_does_not(says: str, std: str) -> None:
    assert declared_in(PROGRAM, says, std).right


def test_what_is_declared_instead_is_said() -> None:
    asked = "table is an array of 2 pointers to functions taking (an int, an int)"
    found = declared_in(PROGRAM, f"{asked} and returning an int", "c17")
    assert found == (False, "table is a static array of 2 const pointers to op")


def test_a_name_within_a_body_is_not_one_at_file_scope() -> None:
    found = declared_in(PROGRAM, "inside is a char", "c17")
    assert found == (False, "Nothing at file scope is called inside.")


def test_one_of_several_declarations_is_enough() -> None:
    assert declared_in(
        "int f();\nint f(int n) { return n; }\n",
        "f is a function taking an int and returning an int",
        "c17",
    ).right


def test_a_sentence_that_says_nothing_is_refused() -> None:
    with pytest.raises(ReadingError):
        declared_in(PROGRAM, "table is to to", "c17")
    with pytest.raises(ValueError, match="must begin with a name"):
        declared_in(PROGRAM, "*p", "c17")
