"""How the pages' Python judges what a reader says and writes."""

from typing import Any

import pytest
from grade import grade

WRITTEN = {
    "std": "c23",
    "english": False,
    "wanted": "char *(*f(int))[5];",
    "others": ["char **f(int);", "char *f(int)[5];"],
}
SAID = {
    "std": "c23",
    "english": True,
    "wanted": "int *row[3];",
    "others": ["row is a pointer to an array of 3 int"],
}


def graded(asked: dict[str, Any], text: str) -> dict[str, Any]:
    """What is answered to a text."""
    return grade({**asked, "text": text})


@pytest.mark.parametrize(
    "text",
    [
        "char *(*f(int))[5];",
        "char *(*f(int n))[5]",
        "typedef char *row[2 + 3]; row *f(int);",
    ],
)
def test_any_spelling_of_the_type_is_right(text: str) -> None:
    assert graded(WRITTEN, text)["right"] is True


@pytest.mark.parametrize(
    "text",
    [
        "row is an array of 3 pointers to int",
        "declare row as array 3 of pointer to int",
        "row: array of 3 pointers to int",
        "an array of 3 pointers to int",
        "array of 3 pointers to int",
    ],
)
def test_any_wording_that_is_understood_is_right(text: str) -> None:
    assert graded(SAID, text)["right"] is True


def test_a_known_mistake_is_named_by_its_place() -> None:
    assert graded(WRITTEN, "char **f(int n)")["other"] == 0
    assert graded(SAID, "row is a pointer to an array of 3 int")["other"] == 0


def test_another_mistake_is_told_what_it_means() -> None:
    answer = graded(WRITTEN, "char *f(int);")
    assert (answer["right"], answer["other"]) == (False, -1)
    assert answer["means"] == "f is a function taking an int and returning a pointer to char"
    assert graded(SAID, "row is a pointer to int")["means"].strip() == "int *row;"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("char *(*g(int))[5];", "the name is different"),
        ("char *(*(int))[5];", "the name is different"),
        ("char *(*f(int))[5], g;", "of one name"),
        ("static char *(*f(int))[5];", "the storage class"),
        ("char *(*f(int)[5];", "')'"),
        ("char *(*f(int))(int)[5];", "array"),
        ("", "no declaration"),
    ],
)
def test_what_is_wrong_besides_is_said(text: str, words: str) -> None:
    answer = graded(WRITTEN, text)
    assert answer["right"] is False
    assert words in answer["says"]


@pytest.mark.parametrize("text", ["a pointer to foo", "col is a pointer to int"])
def test_where_type_and_name_differ_nobody_is_told_that_the_type_is_right(text: str) -> None:
    answer = graded(SAID, text)
    assert (answer["right"], answer["says"]) == (False, "")


def test_another_name_in_words_is_told() -> None:
    answer = graded(SAID, "col is an array of 3 pointers to int")
    assert answer["right"] is False
    assert "the name is different" in answer["says"]


def test_english_that_is_not_understood_is_answered_and_not_raised() -> None:
    answer = graded(SAID, "row is a to to")
    assert (answer["right"], answer["means"]) == (False, None)
    assert answer["says"]
