"""A preprocessed text falls into its external declarations, whatever stands in them."""

import pytest

from cexplain.files.preprocessed import marked
from cexplain.syntax.units import chunks


def cut(text: str) -> list[tuple[str, int]]:
    """Return each piece on one line, and the line where it begins."""
    lines = marked(f'# 1 "h.h"\n{text}')
    return [(" ".join(chunk.text.split()), chunk.line) for chunk in chunks(lines)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("int a;\n\nint b, c;", [("int a;", 1), ("int b, c;", 3)]),
        ("struct s { int a; int b; } x;", [("struct s { int a; int b; } x;", 1)]),
        ("int f(void) { ; } int g;", [("int f(void) { ; }", 1), ("int g;", 1)]),
        ("int a[] = { 1, 2 };", [("int a[] = { 1, 2 };", 1)]),
        ("int f(a, b) int a; char *b; { ; }", [("int f(a, b) int a; char *b; { ; }", 1)]),
        ("int f(int a) MACRO;\nint g;", [("int f(int a) MACRO;", 1), ("int g;", 2)]),
        (
            "struct __attribute__((packed)) { int a; } x;",
            [("struct __attribute__((packed)) { int a; } x;", 1)],
        ),
        (
            "int f(void) __attribute__((x)) { ; } int g;",
            [("int f(void) __attribute__((x)) { ; }", 1), ("int g;", 1)],
        ),
        ("char s[] = \"};{\"; char c = '{';", [('char s[] = "};{";', 1), ("char c = '{';", 1)]),
        ("int a(int x;\nextern int b;", [("int a(int x;", 1), ("extern int b;", 2)]),
        ("#pragma once\nint a;", [("int a;", 2)]),
        ("", []),
    ],
)
def test_each_declaration_is_a_piece_of_its_own(text: str, pieces: list[tuple[str, int]]) -> None:
    assert cut(text) == pieces


def test_definitions_of_macros_are_gathered() -> None:
    macros: dict[str, str] = {}
    assert list(chunks(marked('# 1 "h.h"\n#define A 1\n#define F(x) x\nint a;'), macros))
    assert macros == {"A": "#define A 1", "F": "#define F(x) x"}
