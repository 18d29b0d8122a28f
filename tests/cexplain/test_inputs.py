"""What the words of a command line and the lines of a pipe are, taken together."""

import pytest

from cexplain.command.inputs import joined, pieces_of
from support.command import run


@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        (["char", "*p[5]"], ("char *p[5]",)),
        (["explain", "int", "*p"], ("int *p",)),
        (["explain", "int *p[5]"], ("int *p[5]",)),
        (["unsigned", "int", "x"], ("unsigned int x",)),
        (["int *p", "char c"], ("int *p", "char c")),
        (["int", "char *"], ("int", "char *")),
        (["int", "char"], ("int", "char")),
        (["const char", "*s"], ("const char *s",)),
    ],
)
def test_words_without_quotes_are_one_declaration(
    words: list[str], pieces: tuple[str, ...]
) -> None:
    assert pieces_of(words) == pieces


def lines(text: str) -> list[str]:
    """The pieces of a text that comes line by line, blank lines left out."""
    numbered = [(n, line.encode()) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
    return [piece.decode() for _, piece in joined(numbered)]


def test_lines_go_on_to_the_brace_that_closes() -> None:
    assert lines("int main(void)\n{\n  return 0;\n}\nint x;") == [
        "int main(void)\n{\n  return 0;\n}", "int x;",
    ]  # fmt: skip
    assert lines("struct s {\n int x;\n\n};\nchar c;") == ["struct s {\n int x;\n\n};", "char c;"]


def test_lines_go_on_to_the_end_of_a_statement() -> None:
    loop = "for (int i = 0; i < 3; i++)\n  x += i;"
    choice = "if (x)\n  y = 1;\nelse if (z)\n  y = 2;\nelse\n{\n  y = 3;\n}"
    again = "do\n  x--;\nwhile (x);"
    assert lines(f"int x;\n{loop}\n{choice}\n{again}\nint z;") == [
        "int x;", loop, choice, again, "int z;",
    ]  # fmt: skip
    assert lines("if (x) y = 1;\nint z;") == ["if (x) y = 1;", "int z;"]
    assert lines("if (x)\n  y = 1;\nint z;") == ["if (x)\n  y = 1;", "int z;"]


def test_what_is_never_closed_spoils_its_line_alone() -> None:
    assert lines("int a(\nint b;\nchar *q;") == ["int a(", "int b;", "char *q;"]
    assert lines("struct s {\nint b;") == ["struct s {", "int b;"]


def test_a_pipe_is_read_without_a_dash() -> None:
    done = run(stdin=b"int main(void)\n{\n  return 0;\n}\nint *p[5]\n")
    assert done.returncode == 0
    assert done.stdout == (
        "main is a function taking no parameters and returning an int\n"
        "p is an array of 5 pointers to int\n"
    )
