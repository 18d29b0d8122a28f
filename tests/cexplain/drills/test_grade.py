"""Grading: C as a type, outputs by their words, wrong answers by what is known of them."""

import pytest

from cexplain.drills.dice import Dice
from cexplain.drills.drill import Drill
from cexplain.drills.grade import chosen, typed
from cexplain.drills.sheet import drill
from cexplain.drills.types import Brackets, Shape, Star
from cexplain.drills.writing import asked

ROW = asked(Dice("row"), 2, "row", Shape((Brackets(3), Star()), "char", const=True))


@pytest.mark.parametrize(
    "text",
    [
        "const char *row[3];", "const char *row[3]", "  char const * row [ 3 ] ;",
        "char const *(row[3]);",
        "const char *row[1 + 2];", "const char (*(row[3]));",
    ],
)  # fmt: skip
def test_every_spelling_of_the_type_is_right(text: str) -> None:
    assert typed(ROW, text).verdict == "right"


@pytest.mark.parametrize(
    ("text", "belief", "why"),
    [
        ("const char (*row)[3]", None, "row is a pointer to an array of 3 const chars"),
        ("char *const row[3];", "const-pointer", "row is an array of 3 const pointers to char"),
        ("const char **row;", "arrays-are-pointers", "row is a pointer to a pointer to const char"),
        ("const char *row[4];", None, "row is an array of 4 pointers to const char"),
        ("const char *line[3];", None, "The name is another one"),
        ("static const char *row[3];", None, "storage class"),
        ("const char *row[3], *p;", None, "One declaration is asked for."),
    ],
)
def test_another_declaration_is_wrong_and_is_told_what_it_says(
    text: str, belief: str | None, why: str
) -> None:
    grade = typed(ROW, text)
    assert grade.verdict == "wrong"
    assert why in grade.why
    assert (grade.choice.belief if grade.choice else None) == belief


@pytest.mark.parametrize("text", ["const char *row[3", "", "((((", "const char *row 3"])
def test_what_cannot_be_read_is_no_answer_yet(text: str) -> None:
    grade = typed(ROW, text)
    assert grade.verdict == "unreadable"
    assert grade.why


def printed() -> Drill:
    return drill("printed", "print", 1, 0)


def test_spaces_and_line_ends_of_an_output_do_not_count() -> None:
    words = printed().answer.plain.split()
    assert typed(printed(), f"  {'   '.join(words)}\n").verdict == "right"
    assert typed(printed(), "17 and four").verdict == "wrong"


def test_a_known_wrong_output_is_answered_to() -> None:
    each = printed()
    for place, choice in enumerate(each.choices):
        grade = typed(each, choice.plain)
        assert grade.choice is choice
        assert (grade.verdict == "right") == (place == each.right)


def test_a_choice_is_right_at_its_place_only() -> None:
    each = drill("choice", "read", 3, 0)
    verdicts = [chosen(each, place).verdict for place in range(len(each.choices))]
    assert verdicts.count("right") == 1
    assert verdicts.index("right") == each.right
