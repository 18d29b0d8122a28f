"""What the page's Python answers, run as the page runs it: JSON in, JSON out."""

import json
from typing import Any

from answer import answer


def ask(kind: str, text: str, std: str | None = None, **more: object) -> Any:
    """The answer to one request."""
    return json.loads(answer(json.dumps({"ask": kind, "text": text, "std": std, **more})))


def read(text: str, std: str | None = None) -> Any:
    """What a text of C is answered with."""
    return ask("read", text, std, limit=52)


def test_a_reading_comes_with_its_words_html_and_stops() -> None:
    answered = read("char *(*fp)(int);")
    (reading,) = answered["readings"]
    assert answered["ok"]
    assert answered["html"].startswith('<section class="cw-explain"')
    assert reading["cdecl"] == "declare fp as pointer to function (int) returning pointer to char"
    assert [stop["text"] for stop in reading["stops"]] == [
        "fp is",
        "a pointer to",
        "a function taking an int and returning",
        "a pointer to",
        "char",
    ]


def test_marks_name_the_stop_of_every_token_the_wide_ones_first() -> None:
    (reading,) = read("int *row[3];")["readings"]
    assert reading["marks"][0] == [0, 3, "type", 4]
    assert sorted(reading["marks"]) == [
        [0, 3, "type", 4],
        [4, 5, "pointer", 3],
        [5, 8, "name", 1],
        [8, 11, "array", 2],
    ]


def test_what_is_wrong_is_not_in_the_html_but_beside_it() -> None:
    answered = read("int rows(void)[3];")
    assert not answered["ok"]
    assert "cw-diagnostics" not in answered["html"]
    (finding,) = answered["diagnostics"]
    assert (finding["rule"], finding["span"]) == ("function-returning-array", [8, 14])


def test_where_nothing_can_be_read_there_is_no_html() -> None:
    assert read("int *p[")["html"] is None


def test_of_a_long_text_the_first_readings_are_shown_and_the_rest_is_counted() -> None:
    answered = read("int x;" * 100)
    assert len(answered["readings"]) == 24
    assert answered["html"].count("<article") == 24
    assert answered["more"] == 76


def test_of_many_findings_the_first_are_shown_and_the_rest_is_counted() -> None:
    answered = read("int f(void)[3];" * 100)
    assert (len(answered["diagnostics"]), answered["unshown"]) == (24, 76)
    assert read("int x;")["unshown"] == 0


def test_a_deep_text_is_answered() -> None:
    assert read(f"{'int f(' * 198}int{')' * 198};")["html"]
    assert read(f"{'int f(' * 9000}int{')' * 9000};")["diagnostics"][0]["rule"] == "too-deep"


def test_the_standard_is_the_one_that_was_asked_for() -> None:
    assert read("int *restrict p;", "c99")["ok"]
    assert not read("int *restrict p;", "c89")["ok"]


def test_markup_in_a_text_stays_text() -> None:
    html = read("int x; /* <img src=x onerror=alert(1)> */")["html"]
    assert "<img" not in html
    assert "&lt;img" in html


def test_english_becomes_c_with_its_reading() -> None:
    answered = ask("write", "p is a pointer to int", limit=52)
    assert answered["c"] == "int *p;"
    assert answered["readings"][0]["prose"] == "p is a pointer to int"
    assert ask("write", "cast p into pointer to char", limit=52)["c"] == "(char *)p"


def test_a_mistake_in_a_cast_has_its_place_in_the_whole_sentence() -> None:
    answered = ask("write", "cast p into pointre to char", limit=52)
    (finding,) = answered["diagnostics"]
    assert (answered["c"], finding["span"], finding["column"]) == (None, [12, 19], 13)


def test_a_picture_is_a_document_of_its_own() -> None:
    svg = ask("picture", "int *p, q;", index=1)["svg"]
    assert svg.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert "How to read q" in svg
    assert ask("picture", "int *p[", index=0)["svg"] is None
