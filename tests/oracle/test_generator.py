"""The generator: what it makes is legal C, of every kind, and the same for the same seed."""

import re

import pytest

from support.compilers import COMPILERS, Compiler
from support.declarations import declarations
from support.oracle import accepted
from support.standards import STANDARDS
from support.trivia import Trivia


@pytest.mark.parametrize("compiler", COMPILERS, ids=lambda compiler: compiler.name)
def test_a_compiler_accepts_what_is_generated(compiler: Compiler) -> None:
    made = list(declarations(1000, seed=11, trivia=Trivia()))
    refused = accepted(made, compiler)
    assert len(refused) <= len(made) // 200, [
        (made[number].text, why) for number, why in refused.items()
    ]


def test_the_same_seed_gives_the_same_declarations() -> None:
    assert list(declarations(200, seed=3)) == list(declarations(200, seed=3))
    assert list(declarations(200, seed=3)) != list(declarations(200, seed=4))


def test_one_line_trivia_keep_each_declaration_on_one_line() -> None:
    assert not any("\n" in one.text or "\r" in one.text for one in declarations(1000))


@pytest.mark.parametrize(
    "pattern",
    [
        r"\(\*+\w+\)\[", r"\(\*\w+\)\(", r"\[static ", r"\[\*\]", r"\[const", r"\.\.\.",
        r"\(void\)",
        r"\(\)", r"\brestrict\b", r"\b_Atomic\(", r"\b_Atomic \w", r"\btypedef\b", r"\bregister\b",
        r"\b_Thread_local\b", r"\binline\b", r"\b_Noreturn\b", r"\b_Alignas\b", r"\w : \d",
        r"\b_Complex\b", r"__int128", r"\b_Float\d+", r"\[\[\w+", r"__attribute__",
        r"__extension__",
        r"asm", r"typeof", r"\bstruct \w+ ?\{", r"\bunion ?\{", r"\benum ?\{", r"/\*", r"<:",
        r"= \{", r"\{ ?\. ?x", r'"[^"]*;[^"]*"', r"__iomem", r"__init", r"\buint8_t \*?\w",
        r"\) ?\{for", r"\blong unsigned int long\b|\bint long unsigned long\b|\blong int unsigned",
        r"\bint static\b|\bchar static\b|\blong static\b|\bint const\b",
    ],
)  # fmt: skip
def test_every_construct_occurs(pattern: str, every_text: str) -> None:
    assert re.search(pattern, every_text)


@pytest.fixture(scope="module")
def every_text() -> str:
    blank = re.compile(r"[ \t]+")
    return "\n".join(blank.sub(" ", one.text) for one in declarations(12000, seed=2))


def test_every_edition_occurs() -> None:
    assert {one.std.name for one in declarations(100)} == set(STANDARDS)
