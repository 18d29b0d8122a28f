"""Whatever is no declaration gets a place, a message and advice, and gets it in time."""

import time

import pytest

from cexplain import explain
from support.corpus import Rejected, accepted, rejected
from support.diagnosed import assert_well_placed

REJECTED = list(rejected())
# Each is cut off after every one of its characters that ends a token.
TRUNCATED = sorted((one.text for one in accepted()), key=len)[-40:]

FLOODS = {
    "10,000 open parentheses": "int " + "(" * 10_000,
    "10,000 parentheses around a name": "int " + "(" * 10_000 + "x" + ")" * 10_000,
    "10,000 stars": "int " + "*" * 10_000 + "x;",
    "10,000 open brackets": "int x" + "[" * 10_000,
    "10,000 array dimensions": "int x" + "[2]" * 10_000,
    "10,000 nested functions": "int x" + "(*f" * 10_000,
    "10,000 nested parameter lists": "int f(" * 10_000 + ")" * 10_000,
    "10,000 nested structures": "struct {" * 10_000 + "int x;" + "};" * 10_000,
    "10,000 closing brackets": ")" * 10_000,
    "10,000 open braces": "int x = " + "{" * 10_000,
    "10,000 commas": "int " + "," * 10_000,
    "10,000 words": "word " * 10_000,
    "10,000 qualifiers": "const " * 10_000 + "int x;",
    "10,000 attributes": "__attribute__((unused)) " * 10_000 + "int x",
    "10,000 quotes": '"' * 9_999,
    "10,000 comments": "/* */" * 10_000,
    "10,000 comment openers": "/*" * 10_000,
    "10,000 backslashes": "\\" * 10_000,
    "10,000 splices": "in" + "\\\n" * 10_000 + "t x;",
    "10,000 declarators": "int " + ", ".join(f"x{n}" for n in range(10_000)) + ";",
    "10,000 mistyped words": "unsinged " * 10_000,
    "10,000 semicolons": ";" * 10_000,
    "a name of 100,000 letters": "int " + "x" * 100_000,
    "a line of 100,000 blanks": "int" + " " * 100_000 + "@",
    "a number of 100,000 digits": "int x[" + "9" * 100_000 + "];",
}


@pytest.mark.parametrize("one", REJECTED, ids=lambda one: f"{one.section}: {one.text!r}")
def test_a_broken_declaration_gets_an_error_with_advice(one: Rejected) -> None:
    explanation = explain(one.text)
    assert not explanation.ok
    assert_well_placed(explanation)
    if one.hint:
        assert any(one.hint in f"{d.message} {d.advice}" for d in explanation.diagnostics)


def test_the_corpus_is_large() -> None:
    assert len(REJECTED) >= 200
    assert len({one.text for one in REJECTED}) == len(REJECTED)


@pytest.mark.parametrize("text", TRUNCATED)
def test_a_declaration_cut_short_anywhere_is_answered(text: str) -> None:
    for end in range(len(text)):
        explanation = explain(text[:end])
        assert explanation.readings or not explanation.ok
        assert_well_placed(explanation)


@pytest.mark.parametrize("text", TRUNCATED)
def test_a_declaration_that_lacks_a_token_is_answered(text: str) -> None:
    words = text.split(" ")
    for index in range(len(words)):
        explanation = explain(" ".join(words[:index] + words[index + 1 :]))
        assert explanation.readings or not explanation.ok
        assert_well_placed(explanation)


@pytest.mark.parametrize("text", FLOODS.values(), ids=FLOODS.keys())
def test_a_flood_is_answered_within_a_second_per_kilobyte(text: str) -> None:
    start = time.process_time()
    explanation = explain(text)
    seconds = time.process_time() - start
    assert seconds < len(text.encode()) / 1024
    assert explanation.readings or not explanation.ok
    assert_well_placed(explanation)
