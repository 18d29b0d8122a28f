"""Reading a file for an editor takes steps in proportion to the file, whatever it holds."""

from collections.abc import Callable

import pytest

from cexplain import explain
from cexplain.editor import text as text_module
from cexplain.editor.taming import tame
from cexplain.editor.text import Place, Text
from support.pace import steps
from support.talking import Talk


def numbered(text: str) -> Callable[[int], str]:
    """The text once for each number, which stands in it for @."""
    return lambda size: "".join(text.replace("@", str(number)) for number in range(size))


def within(start: str, part: str, end: str = "") -> Callable[[int], str]:
    """A part that is repeated between two texts, numbered as above."""
    return lambda size: start + numbered(part)(size) + end


def nested(start: str, opened: str, closed: str, end: str = "") -> Callable[[int], str]:
    """Two texts that are repeated one around the other."""
    return lambda size: start + opened * size + closed * size + end


SHAPES: dict[str, Callable[[int], str]] = {
    "functions": numbered("int f@(void) { return 0; }\n"),
    "functions with parameters and locals": numbered("int f@(int a, char *b) { int c; c; }\n"),
    "old functions": numbered("int f@(a) int a; { return a; }\n"),
    "findings in one declaration": within("int ", "c[3](void),", "c;"),
    "findings in lines": numbered("int c[3](void);\n"),
    "findings in parameters": within("void f(", "int c[3](void), ", "int c) {}"),
    "findings in a body": within("void f(void) {", "int g(void)[3];", "}"),
    "findings beside macros": within("#define M 1\n", "int f(void)[M];\nAPI_X(int) f(void)[3];\n"),
    "a struct again and again": numbered("struct s;struct s *p;"),
    "variable lengths": numbered("int f(int n, int a[n]);\n"),
    "static lengths": numbered("int f(int a[static 3]);\n"),
    "declarators": within("int ", "*a@,", "b;"),
    "definitions of macros": numbered("#define M@ x\nint a@;\n"),
    "types": numbered("typedef int t@; t@ v@;\n"),
    "types and functions": numbered("typedef int t@; void f@(void) { t@ x; }\n"),
    "pointers to functions": numbered("int (*f@)(void);"),
    "parameters": within("void f(", "int (*a@)[@+1], ", "int b) {}"),
    "nameless parameters": within("int (*f)(", "int (*)[@+1], ", "int);"),
    "members": within("struct s {", "int a@;", "} x;"),
    "blocks side by side": within("void f(void) {", "{int a; a;}", "}"),
    "functions side by side in one": within("void f(void) {", "int g(int a) { int x; } ", "}"),
    "braces for nothing": within("void f(void) {", "int a {} ", "}"),
    "no semicolons": within("void f(void) {", "int a ", "}"),
    "products or pointers": within("void f(void) {", "a * b;", "}"),
    "loops": within("void f(void) {", "for (int i = 0;;) ", ";}"),
    "bodies that never end": numbered("void f@(void) {\n"),
    "parentheses that never end": within("void f(void) {", "a b (", "}"),
    "brackets that close nothing": numbered("} int a@;) int b@;] int c@;"),
    "brackets that are never closed": numbered("( int a@;[ int b@;{ int c@;"),
    "casts": numbered("(int)x;\n"),
    "branches": within("#if 0\n", "#elif 1\nint a@;\n", "#endif\n"),
    "comments": numbered("int /* a */ b@; // c\n"),
    "ends of lines": numbered("int a@;\rint b@;\r\n"),
    "wide characters": numbered("int 名@; /* 🐱 */ int c[3](void);"),
}

NESTED: dict[str, Callable[[int], str]] = {
    "blocks": nested("void f(void) {", "{int a;", "}", "}"),
    "statement expressions": nested("void f(void) {", "int a = ({", "});", "}"),
    "unknown statement expressions": nested("void f(void) {", "a b ({", "});", "}"),
    "functions in functions": nested("void f(void) {", "int g(int a) {", "}", "}"),
    "structs in structs": nested("void f(void) {", "struct s {", "} x;", "}"),
    "no structs": nested("void f(void) {", "struct s + {", "} x;", "}"),
    "groups": nested("", "#if 0\nint a;\n", "#endif\n"),
}
DEEP = 260  # deeper than anything is read: a shallow file is simpler
MORE = 1.15  # a few things are done once, and some of the lists end


def share(work: Callable[[int], object], small: int, large: int) -> float:
    """How many steps one of many takes, measured by what one of few takes."""
    work(10)  # what is prepared once is prepared
    return steps(work, large) / large / (steps(work, small) / small)


def question(shape: Callable[[int], str]) -> Callable[[int], None]:
    """All that an editor may ask about a file, by its size."""

    def work(size: int) -> None:
        talk = Talk()
        text = shape(size)
        talk.open(text)
        talk.hover(size // 2, 10)
        talk.actions((0, 0), (size, 0))

    return work


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_file_is_read_in_steps_in_proportion_to_it(shape: Callable[[int], str]) -> None:
    assert share(question(shape), 50, 200) < MORE


@pytest.mark.parametrize("shape", NESTED.values(), ids=NESTED)
def test_so_is_one_that_is_nested_deeply(shape: Callable[[int], str]) -> None:
    assert share(question(shape), DEEP, 3 * DEEP) < MORE


@pytest.mark.parametrize("text", ["int x;\n", "int é; /* 🐱 */\r\n"])
def test_edits_take_as_much_as_they_change(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    split: list[int] = []
    lines = text_module._lines

    def counted(piece: str) -> list[str]:
        split.append(len(piece))
        return lines(piece)

    edited = Text(text * 500)
    monkeypatch.setattr(text_module, "_lines", counted)
    for line in reversed(range(500)):
        edited.replace(Place(line, 4), Place(line, 5), "y\nint z")
    assert edited.source == text.replace(text[4], "y\nint z", 1) * 500
    assert len(split) == 500
    assert max(split) < 50


@pytest.mark.parametrize("parameter", ["int (*)[@+1], ", "int (*a@)[@+1], "])
def test_names_are_found_in_steps_in_proportion_to_their_number(parameter: str) -> None:
    found = {
        size: explain(within("int (*f)(", parameter, "int);")(size)).readings[0].declaration
        for size in (10, 50, 400)
    }
    assert share(lambda size: tame(found[size]), 50, 400) < MORE
