"""docs/authoring/snippets.md and the table of directives say the same."""

import re
from pathlib import Path

import pytest

from cworkbook import directives
from cworkbook.directives import DIRECTIVES
from cworkbook.snippet import parse
from support.proving import Book

PAGE = Path(__file__).parents[2] / "docs/authoring/snippets.md"
TEXT = PAGE.read_text(encoding="utf-8")
SECTION = TEXT[TEXT.index("\n## Directives\n") : TEXT.index("\n## Folders\n")]
CHAPTERS = dict(re.findall(r"\n### (\S+)\n(.*?)(?=\n### |\Z)", SECTION, re.DOTALL))
EXAMPLES = [
    (name, example)
    for name, body in CHAPTERS.items()
    for example in re.findall(r"```(?:c|sh)\n(.*?)```", body, re.DOTALL)
]


def test_every_directive_is_documented_and_nothing_else_is() -> None:
    assert sorted(CHAPTERS) == sorted(DIRECTIVES)


@pytest.mark.parametrize("name", DIRECTIVES)
def test_every_directive_has_an_example_of_itself(name: str) -> None:
    assert any(title == name and re.search(rf"@ {name}\b", text) for title, text in EXAMPLES)


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[name for name, _ in EXAMPLES])
def test_every_example_is_accepted(name: str, example: str) -> None:
    lead = "#@" if example.startswith("#") else "//@"
    known = {"do": "run", "compilers": "gcc clang clang-19", "levels": "-O0 -O2"}
    header = "".join(
        f"{lead} {word}: {value}\n" for word, value in known.items() if f"@ {word}:" not in example
    )
    opened = f"{lead} section: loop\n" if name == "end" else ""
    file = Path("program.sh" if lead == "#@" else "program.c")
    assert parse(header + opened + example, file).step == "run"


@pytest.mark.parametrize(
    "words",
    [
        directives.STEPS,
        directives.C_COMPILERS,
        directives.CPP_COMPILERS,
        directives.SANITIZERS,
        directives.VALGRIND,
        directives.VARYING,
        directives.EXPECTATIONS,
    ],
    ids=lambda words: words[0],
)
def test_every_word_that_a_directive_takes_is_named(words: tuple[str, ...]) -> None:
    assert [word for word in words if f"`{word}`" not in TEXT] == []


WHOLE = [p for p in re.findall(r"```c\n(.*?)```", TEXT, re.DOTALL) if "int main" in p]


@pytest.mark.parametrize("program", WHOLE)
def test_the_whole_programs_of_the_page_do_what_they_say(tmp_path: Path, program: str) -> None:
    assert Book(tmp_path).failures(program) == []
