"""Readings for people: colours, widths, steps, carets."""

import re

import pytest

from cexplain import explain
from cexplain.render.display import expand, printable, width
from cexplain.render.terminal import (
    EXCERPT,
    Look,
    cdecl_text,
    diagnostics_text,
    notes_text,
    reading_text,
    steps_text,
    underlined,
)
from cexplain.source import Span
from support.classics import CLASSICS
from support.golden import Compare

PLAIN, COLOUR = Look(), Look(colour=True, width=72)
ESCAPE = re.compile("\x1b\\[[0-9;]*m")


def steps(source: str, look: Look = PLAIN) -> str:
    explanation = explain(source)
    return "".join(steps_text(explanation, reading, look) for reading in explanation.readings)


def errors(source: str) -> str:
    explanation = explain(source)
    return diagnostics_text(explanation, lambda d: ("<input>", d.line, d.column), PLAIN)


@pytest.mark.parametrize("name", CLASSICS)
def test_each_classic_is_told_as_before(name: str, golden: Compare) -> None:
    explanation = explain(CLASSICS[name])
    parts = [errors(CLASSICS[name])]
    for reading in explanation.readings:
        parts += [
            reading_text(reading, PLAIN),
            cdecl_text(reading, PLAIN),
            reading_text(reading, COLOUR, explanation).replace("\x1b", "\\e"),
            steps_text(explanation, reading, Look(width=80)),
            notes_text(reading, Look(width=60)),
        ]
    golden(f"cexplain/terminal/{name}.txt", "\n".join(filter(None, parts)))


def test_without_a_width_a_reading_is_one_line() -> None:
    (reading,) = explain(CLASSICS["static-table"]).readings
    assert reading_text(reading, PLAIN) == f"{reading.prose}\n"


@pytest.mark.parametrize("columns", [20, 40, 80])
def test_lines_keep_to_the_width_and_lose_no_word(columns: int) -> None:
    for source in CLASSICS.values():
        for reading in explain(source).readings:
            text = reading_text(reading, Look(width=columns))
            assert text.split() == reading.prose.split()
            for line in text.splitlines():
                assert width(line) <= columns or len(line.split()) == 1


def test_colours_change_nothing_but_colours() -> None:
    for source in CLASSICS.values():
        for reading in explain(source).readings:
            coloured = ESCAPE.sub("", reading_text(reading, Look(colour=True)))
            assert coloured == reading_text(reading, PLAIN)


def test_words_and_tokens_of_one_phrase_have_one_colour() -> None:
    explanation = explain("char *str[10];")
    (reading,) = explanation.readings
    source, words = reading_text(reading, Look(colour=True), explanation).splitlines()
    for token, phrase in (("*", "pointers to"), ("[10]", "an array of 10"), ("char", "char")):
        code = re.search(rf"\x1b\[([0-9;]+)m{re.escape(token)}", source)
        assert code is not None
        assert f"\x1b[{code[1]}m{phrase}\x1b[0m" in words


def test_steps_are_numbered_and_marked_under_the_source() -> None:
    assert steps("char *str[10];") == (
        "char *str[10]\n"
        "      ^~~       1  str is\n"
        "         ^~~~   2  an array of 10\n"
        "     ^          3  pointers to\n"
        "^~~~            4  char\n"
    )


def test_steps_of_several_lines_show_the_line_that_each_marks() -> None:
    assert " 2 a pointer to\n     } *head;\n       ^\n" in steps(CLASSICS["struct-over-lines"])


@pytest.mark.parametrize(
    ("line", "mark", "shown", "carets"),
    [
        ("int x;", Span(4, 5), "int x;", "    ^"),
        ("\tint x;", Span(1, 4), "        int x;", "        ^~~"),
        ("a\tb", Span(2, 3), "a       b", "        ^"),
        ("名前 x", Span(3, 4), "名前 x", "     ^"),
        ("名前", Span(0, 2), "名前", "^~~~"),
        ("e\u0301 x", Span(3, 4), "e\u0301 x", "  ^"),
        ("x\x1b[31m", Span(0, 1), "x\N{REPLACEMENT CHARACTER}[31m", "^"),
        ("int", Span(3, 4), "int", "   ^"),
        ("int", Span(9, 12), "int", "   ^"),
        ("", Span(0, 1), "", "^"),
    ],
)
def test_carets_stand_under_what_they_mark(line: str, mark: Span, shown: str, carets: str) -> None:
    assert underlined(line, mark) == (shown, carets)


@pytest.mark.parametrize("at", [0, 5_000, 9_990])
def test_a_long_line_is_cut_to_the_surroundings_of_the_mark(at: int) -> None:
    line = "".join(f"{n:05d}" for n in range(2_000))
    shown, carets = underlined(line, Span(at, at + 5))
    assert len(shown) <= EXCERPT + 6
    assert shown[carets.index("^") :][:5] == line[at : at + 5]


def test_an_error_has_place_line_caret_and_advice() -> None:
    (diagnostic,) = explain("int x; int (y;").diagnostics
    assert errors("int x; int (y;") == (
        f"<input>:1:12: error: {diagnostic.message}\n"
        "  int x; int (y;\n"
        "             ^\n"
        f"  {diagnostic.advice}\n"
    )


def test_nothing_that_a_terminal_obeys_gets_through() -> None:
    assert printable("a\x1b[2J\x07\x9b\ud800") == "a\ufffd[2J\ufffd\ufffd\ufffd"
    assert expand("\tx\x00", 4) == "    x\ufffd"
    for text in (errors("int \x1b[2J;"), steps("int x[\x1b];")):
        assert "\x1b" not in text
