"""The lexer: spans are those of the text as it came, whatever stood between the tokens."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cexplain.source import Lines
from cexplain.syntax import tokens
from cexplain.syntax.tokens import tokenize


def spellings(text: str, std: str = "c23") -> list[str]:
    found, problems = tokenize(text, Lines(text), std)
    assert not problems
    return [token.text for token in found]


def rules(text: str, std: str = "c23") -> list[str]:
    return [problem.rule for problem in tokenize(text, Lines(text), std)[1]]


def test_comments_are_white_space() -> None:
    assert spellings("int/**/x; // the end") == ["int", "x", ";"]


def test_a_comment_sign_in_a_string_begins_no_comment() -> None:
    assert spellings('char *s = "/* // ";') == ["char", "*", "s", "=", '"/* // "', ";"]


def test_a_splice_joins_what_it_cuts() -> None:
    text = "unsi\\\ngned x;"
    tokens, _ = tokenize(text, Lines(text), "c23")
    assert tokens[0].text == "unsigned"
    assert text[tokens[0].start : tokens[0].end] == "unsi\\\ngned"


def test_digraphs_are_brackets() -> None:
    assert spellings("int a<:3:>;") == ["int", "a", "[", "3", "]", ";"]


@pytest.mark.parametrize(
    ("std", "expected"), [("c17", ["a", "[", "3", "]"]), ("gnu17", None), ("c23", None)]
)
def test_trigraphs_end_with_c17(std: str, expected: list[str] | None) -> None:
    text = "a??(3??)"
    found = [token.text for token in tokenize(text, Lines(text), std)[0]]
    assert (found == expected) == (expected is not None)


def test_prefixed_strings_are_one_token() -> None:
    assert spellings('u8"a;b" L\'x\' U"c"') == ['u8"a;b"', "L'x'", 'U"c"']


def test_numbers_take_separators_and_exponents() -> None:
    assert spellings("1'000 0x1p-3 .5e+3 0b101u") == ["1'000", "0x1p-3", ".5e+3", "0b101u"]


def test_names_may_have_letters_of_any_language() -> None:
    assert spellings("int été, \\u00e9x, a$b;") == "int été , \\u00e9x , a$b ;".split()


def test_directives_are_skipped() -> None:
    assert spellings("#define N \\\n 3\nint x;\n  # pragma once\n") == ["int", "x", ";"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ('char *s = "abc', "unfinished-string"),
        ("char c = 'a", "unfinished-character"),
        ("int x; /* never closed", "unfinished-comment"),
        ("int @x;", "stray-character"),
        ("char *s = “x”;", "stray-character"),
    ],
)
def test_what_is_no_token_is_reported(text: str, rule: str) -> None:
    assert rule in rules(text)


@given(st.text(alphabet="int *x[]()/\\\n\"'?=<:%>a1.,;#@é", max_size=60))
def test_every_span_shows_its_token(text: str) -> None:
    tokens, problems = tokenize(text, Lines(text), "gnu23")
    position = 0
    for token in tokens:
        assert position <= token.start < token.end <= len(text)
        position = token.end
        if "\\" not in text and token.text not in "[]{}#":
            assert text[token.start : token.end] == token.text
    for problem in problems:
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.advice


PIECES = [
    *"aux8L_$09.+-*/%&|^=<>:;,()[]{}'\"\\#\n\t ", "u8", "/*", "*/", "//", "%:%:", "\\u0041",
    "\u00e9", "\u0663", "\u00b2", "\u201c", "...", "1e+", "0x1p-", "'a'", '"s"', "<<=", "->", "[[",
]  # fmt: skip


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_the_quick_way_through_a_text_finds_what_the_careful_one_does(text: str) -> None:
    quick = tokenize(text, Lines(text), "c23")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tokens, "_usual", lambda *_: 0)
        assert tokenize(text, Lines(text), "c23") == quick
