"""What the page's Python answers, run as the page runs it: JSON in, JSON out."""

import json
from typing import Any

import pytest
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
    assert read("int *p]")["html"] is None


def test_of_many_declarations_all_are_told_of_and_one_is_shown() -> None:
    text = "".join(f"int x{number};\n" for number in range(500))
    answered = read(text)
    assert len(answered["readings"]) == 400
    assert (answered["more"], answered["picked"]) == (100, 0)
    assert answered["html"].count("<article") == 1
    assert "Reading of x0" in answered["html"]
    assert "Reading of x7" in ask("pick", text, limit=52, index=7)["html"]
    assert ask("pick", text, limit=52, index=500)["html"] is None
    again = ask("read", text, limit=52, picked=9)
    assert (again["picked"], "Reading of x9" in again["html"]) == (9, True)
    shorter = ask("read", text[:80], limit=52, picked=499)
    assert shorter["picked"] == len(shorter["readings"]) - 1


def test_a_few_declarations_are_all_shown() -> None:
    answered = read("int x;" * 6)
    assert (answered["picked"], answered["html"].count("<article")) == (None, 6)


@pytest.mark.parametrize(
    "text",
    [
        "p is a pointer to int",
        "x is an int",
        "pointer to function returning int",
        "declare fp as pointer to function (int) returning pointer to char",
        "Cast p into pointer to char",
        "make me a const pointer to char",
    ],
)
def test_english_where_c_is_read_is_told_and_not_read(text: str) -> None:
    answered = read(text)
    assert answered["other"] == "write"
    assert (answered["html"], answered["readings"], answered["diagnostics"]) == (None, [], [])


@pytest.mark.parametrize(
    "text",
    [
        "char *(*fp)(int, float *);",
        "int x; // x is an array of nothing",
        "struct is to",
        "int pointer",
        "int pointer_to_int(int of, int a)",
        "__user __iomem int f(void)",
        "MODULE_EXPORT foo bar",
        "x = y + 1",
    ],
)
def test_c_is_no_english_whatever_its_names_and_comments_say(text: str) -> None:
    assert read(text)["other"] is None


def test_c_where_english_is_read_is_told_and_half_a_sentence_is_not_taken_for_it() -> None:
    for text in ("char *p;", "char *p", "int *z[7];"):
        answered = ask("write", text, limit=52)
        assert (answered["other"], answered["c"]) == ("read", None)
    for text in ("p is a const char *", "p is a pointre", "f is a function (char *"):
        assert ask("write", text, limit=52)["other"] is None


def turn(text: str, way: str, index: int = 0) -> Any:
    """The text that says the same in the other language."""
    return ask("turn", text, way=way, index=index)["text"]


def test_a_text_is_turned_into_what_the_other_direction_understands() -> None:
    for c in (
        "char *(*fp)(int, float *);",
        "struct point { int x, y; unsigned visible : 1; };",
        "(char (*)[8])buffer",
        "typedef int (*compare)(const void *, const void *);",
    ):
        english = turn(c, "read")
        assert english
        again = turn(english, "write")
        assert read(again)["readings"][0]["prose"] == read(c)["readings"][0]["prose"]
    assert turn("int *p; char q;", "read", 1) == "q is a char"


@pytest.mark.parametrize("text", ["int *p[", "x = 3", "p is a pointer to int", " "])
def test_a_text_that_has_no_other_side_is_not_turned(text: str) -> None:
    assert turn(text, "read") is None


def test_a_structs_members_have_sentences_and_paths_of_their_own() -> None:
    text = "struct s { int a; char *(*b)(int x); struct { int c; } d[3]; unsigned e : 3; } *list;"
    (reading,) = read(text)["readings"]
    told = reading["members"]
    assert [one["prose"] for one in told["all"]] == [
        "a is an int",
        "b is a pointer to a function taking x as an int and returning a pointer to char",
        "d is an array of 3 unnamed structs with members",
        "e is an unsigned int bit-field of 3 bits",
    ]
    assert [one["html"] is not None for one in told["all"]] == [False, True, True, False]
    assert [one["prose"] for one in told["all"][2]["all"]] == ["c is an int"]
    assert "(a as" not in reading["prose"].split(" with members")[0]
    assert read("int f(struct s { int a; } *p);")["readings"][0]["members"] is None
    assert read("struct s;")["readings"][0]["members"] is None


def test_what_is_passed_over_around_c_can_be_taken_out() -> None:
    assert read("```c\nint *p;\n```")["clean"] == "int *p;"
    assert read(">>> int *p;")["clean"] == "int *p;"
    assert read("int *p;")["clean"] is None


def test_what_is_no_declaration_leads_on() -> None:
    assert read("x = y + 1")["leads"] == {"kind": "statement", "names": ["x", "y"]}
    assert read("int y; y = z->n;")["leads"] == {"kind": "statement", "names": ["z"]}
    assert read('printf("n is %d", n);')["leads"] == {"kind": "statement", "names": ["n"]}
    assert read("for (int i = 0; i < 3; i++) f();")["leads"] == {"kind": "statement", "names": []}
    assert read("if (x) goto out;")["leads"] == {"kind": "statement", "names": []}
    assert read("#define N")["leads"] == {"kind": "directive", "names": []}
    assert read("#define N 3")["leads"] == {"kind": "directive", "names": []}
    assert read("int x;")["leads"] is None
    assert read("int *p]")["leads"] is None


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
    assert ask("picture", "int *p]", index=0)["svg"] is None


def test_what_a_body_declares_is_told_with_its_lines() -> None:
    text = "int f(int n)\n{\n  int a = 1;\n  while (n) {\n    char *p;\n    n--;\n  }\n}"
    (reading,) = read(text)["readings"]
    told = reading["inner"]["all"]
    assert [(one["prose"], one["depth"], one["line"], one["until"]) for one in told] == [
        ("a is an int", 1, 3, 8), ("p is a pointer to char", 2, 5, 7)
    ]  # fmt: skip
    assert [text[slice(*one["span"])] for one in told] == ["int a = 1", "char *p"]
    assert reading["inner"]["more"] == 0
    assert read("int f(int n);")["readings"][0]["inner"] is None
    many = "int f(void) {" + "int a;" * 300 + "}"
    assert read(many)["readings"][0]["inner"]["more"] == 100
