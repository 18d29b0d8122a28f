"""What an editor is told of a file whose macros nobody reads: nothing that compilers would not."""

import subprocess
from pathlib import Path

import pytest

from cexplain.editor.document import Document
from support.patience import PATIENCE

DEFINED = "#define GENERATE(...) extern int generated;\n#define GEN(...) static int kept\n"
CALLS = ["GENERATE(a, b)", "GENERATE(thing, name, cmp)", "GENERATE(int, T)"]
BEHIND = [
    "int f(int x) { return h(x, 1); }",
    "int f(T *x) { return x != 0; }",
    "T *f(T *x, int a) { return x + a; }",
    "int f(T *x);",
    "enum\n{\n  A,\n  B\n};",
    "static int n[2] = { 1, 2 };",
    "struct s { int a, b; };",
    "struct s *f(T *a, T *b);\nint g(int z) { return z; }",
]
EMPTY = [
    "static const char table[] = {\n#include EMPTY\n};",
    "struct s {\n#include EMPTY\n};",
    "typedef struct {\n#if 0\n  int x;\n#endif\n  int y;\n} S;",
]
STILL_WRONG = [
    ("int f(a) int a, b; { return a; }", "old-style-parameter"),
    ("int f(a) static int a; { return a; }", "storage-of-parameter"),
    ("struct s { };\n#define X 1\n", "no-members"),
    ("enum e { A, A };", "duplicate-enumerator"),
]


def accepted(text: str, folder: Path) -> None:
    """Whether gcc takes a text without a warning."""
    (folder / "one.inc").write_text("1\n", encoding="utf-8")
    (folder / "member.inc").write_text("int x;\n", encoding="utf-8")
    path = folder / "a.c"
    path.write_text(text, encoding="utf-8")
    command = ["gcc", "-std=gnu17", "-fsyntax-only", "-Wpedantic", str(path)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert ended.stderr == "", text


@pytest.mark.parametrize("behind", BEHIND)
@pytest.mark.parametrize("call", CALLS)
def test_behind_a_macro_call_in_a_line_of_its_own_everything_is_read(
    call: str, behind: str, tmp_path: Path
) -> None:
    text = f"{call}\n\n{behind}\nint last(int z) {{ return z; }}\n"
    accepted(f"{DEFINED}typedef int T; int h(int, int);\n{text}", tmp_path)
    document = Document(text)
    assert document.findings == []
    assert document.outer[-1].reading.prose == (
        "last is a function taking z as an int and returning an int"
    )
    assert not any(item.reading.declaration.name == "GENERATE" for item in document.outer)


@pytest.mark.parametrize("text", EMPTY)
def test_braces_with_a_directive_in_them_are_not_empty(text: str, tmp_path: Path) -> None:
    member = "member.inc" if "struct" in text else "one.inc"
    text = text.replace("EMPTY", f'"{member}"')
    accepted(text, tmp_path)
    assert Document(text).findings == []


@pytest.mark.parametrize(("text", "rule"), STILL_WRONG)
def test_what_is_wrong_for_certain_is_told(text: str, rule: str) -> None:
    assert [found.rule for found in Document(text).findings] == [rule]
