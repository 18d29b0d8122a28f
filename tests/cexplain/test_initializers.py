"""What an initializer gives to an array without a size is what gcc gives it."""

import subprocess
from pathlib import Path

from cexplain import explain
from support.patience import PATIENCE

COUNTED = [
    "int a[] = { 1, 2, 3 };", "int a[] = { 1, 2, 3, };", "int a[] = { [9] = 1 };",
    "int a[] = { [5] = 1, 2, 3, [1] = 4 };", "int a[] = { [0 ... 3] = 7 };",
    "int a[] = { [2 ... 4] = 7, 8 };", 'char s[] = "abc";', 'char s[] = { "abc" };',
    'char s[] = "a\\x41\\0\\n\\"";', 'char s[] = "ab" "cd";', 'char *s[] = { "a", "b,c" };',
    "char c[] = { 'a', ',' };", "struct { int x, y; } p[] = { { 1, 2 }, { 3, 4 } };",
    "unsigned char t[] = {0x3f, 0x06};", "int (*f[])(void) = { 0, 0 };", "double d[] = { (1, 2) };",
]  # fmt: skip
UNKNOWN = [
    "int a[] = { [N] = 1 };", "int a[] = x;", 'wchar_t s[] = L"abc";', "int a[] = { };",
    "int m[][2] = { 1, 2, 3 };",
]  # fmt: skip


def said(text: str) -> list[str]:
    """The numbers of elements that notes tell."""
    notes = [note for reading in explain(text).readings for note in reading.notes]
    return [note.message for note in notes if note.rule == "initializer-size"]


def test_the_number_of_elements_is_the_compilers(tmp_path: Path) -> None:
    lines: list[str] = []
    for number, text in enumerate(COUNTED):
        [message] = said(text)
        count = message.removeprefix("The initializer gives the array ").split()[0]
        name = text.split("[]", maxsplit=1)[0].rsplit(maxsplit=1)[-1].strip("(*")
        check = f'_Static_assert(sizeof {name} / sizeof *{name} == {count}, "");'
        lines.append(f"void f{number}(void) {{ {text} {check} }}")
    path = tmp_path / "sizes.c"
    path.write_text("\n".join(lines), encoding="utf-8")
    command = ["gcc", "-std=gnu17", "-fsyntax-only", "-w", str(path)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert ended.stderr == ""


def test_what_the_text_does_not_tell_is_not_said() -> None:
    assert [text for text in UNKNOWN if said(text)] == []
