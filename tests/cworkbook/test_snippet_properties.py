"""What holds for every snippet, whatever its lines are."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from cworkbook.directives import DIRECTIVES
from cworkbook.snippet import Snippet, SnippetError, parse


def read(text: str) -> Snippet:
    """Return the snippet that a C file with that text is."""
    return parse(text, Path("chapter/program.c"), "chapter/program.c")


def shown(text: str) -> list[tuple[int, str]]:
    """Return what a page shows of a file: line numbers and texts."""
    return [(line.number, line.text) for line in read(text).file().lines]


CODE = st.text(
    st.characters(exclude_characters="\n\r/#|@~", exclude_categories=["Cs"]), max_size=30
)
OUTPUT = st.lists(CODE, max_size=5)


@given(code=st.lists(CODE, max_size=8), output=OUTPUT, announced=st.lists(CODE, max_size=8))
def test_every_line_of_code_is_shown_under_its_own_number(
    code: list[str], output: list[str], announced: list[str]
) -> None:
    lines = ["//@ do: run", "//@ output:", *(f"//| {text}" for text in output)]
    begin = len(lines) + 1
    for index, text in enumerate(code):
        note = announced[index].strip() if index < len(announced) else ""
        lines.append(f"{text}x  //~ warning: {note}" if note else f"{text}x")
    snippet = read("\n".join(lines) + "\n")
    directive = snippet.one("output")
    assert directive is not None
    assert directive.text == "".join(f"{text}\n" for text in output)
    assert shown("\n".join(lines)) == [
        (begin + index, f"{text}x") for index, text in enumerate(code)
    ]
    notes = [(begin + i, t.strip()) for i, t in enumerate(announced[: len(code)]) if t.strip()]
    assert [(e.line, e.text) for e in snippet.expectations] == notes


PIECES = [
    "//@ ",
    "//| ",
    "//~ ",
    "/*@ ",
    "*/",
    "[",
    "]",
    ":",
    "\n",
    " ",
    "gcc",
    "-O2",
    "!",
    "int x;",
]


@given(st.lists(st.sampled_from([*PIECES, *DIRECTIVES]), max_size=25))
def test_no_text_ends_in_anything_but_a_snippet_or_a_complaint(pieces: list[str]) -> None:
    text = "".join(pieces)
    numbers = numbers_of(text)
    assert numbers == sorted(set(numbers))
    assert all(1 <= number <= text.count("\n") + 1 for number in numbers)


def numbers_of(text: str) -> list[int]:
    """Return the lines that a page shows, or the one that is complained of."""
    try:
        return [line.number for line in read(text).file().lines]
    except SnippetError as error:
        return [error.line]
