"""Files whose lines say by #line that they are others: where a finding is, and what is shown."""

import re
import subprocess
from pathlib import Path

import pytest

from cexplain.files.preprocessed import source_file
from support.command import run


def made(path: Path, text: str) -> Path:
    path.write_text(text)
    return path


STATED = [
    '#line 3 "<stdout>"\nint x;\nint c[3](void);\n',
    '/* c */\n#line 2 "g.y"\nint x;\nint c[3](void);\n#line 5 "a.c"\nint e[3](void);\n',
    '# 1 "foo.c"\nint c[3](void);',
    "#line 3\nint x;\nint c[3](void);\nint y;\n",
    "int x;\n\n\n#line 1\nint c[3](void);\nint y;\n",
    "#line 2147483647\nint c[3](void);\n",
    "#if 0\n#line 300\n#endif\nint c[3](void);\n",
    "/*\n#line 300\n*/ int c[3](void);\n",
    "/*\n*/ # /* and */ line 300 /*\n*/\nint c[3](void);\n",
    'const char *s = "\\\n#line 300";\nint c[3](void);\n',
    '#define N 40\n#define AT N "x.y"\n#line AT\nint c[3](void);\n#line 9\nint d[3](void);\n',
    '#line 7 "b\\"\\\\.c"\nint c[3](void);\n',
    "#line \\\n7\nint c[3](void);\n",
    "%:line 7\nint c[3](void);\n",
    '# 5 "z.h" 1\nint c[3](void);\n# 3 "a.c" 2\nint d[3](void);\n',
    "#include <stddef.h>\n#line 40\nsize_t x; int c[3](void);\n",
    "#line 40\n" + "int x;\n" * 30 + "\n" * 30 + "int c[3](void);\n",
    "int a[__LINE__];\n#line 40\nint b[__LINE__], c[3](void);\n",
]
"""Files in which a line says that it is another one; each error is an array of functions."""


@pytest.mark.parametrize("text", STATED)
def test_a_finding_is_where_gcc_says_and_shows_its_own_line(tmp_path: Path, text: str) -> None:
    made(tmp_path / "a.c", text)
    gcc = ["gcc", "-fsyntax-only", "-fno-diagnostics-show-caret", "a.c"]
    said = subprocess.run(gcc, cwd=tmp_path, capture_output=True, text=True, check=False).stderr
    wanted = re.findall(r"^(.*:\d+):\d+: error: declaration of .(\w). as array of", said, re.M)
    assert wanted
    done = run("--file", "a.c", cwd=tmp_path)
    lines = done.stderr.splitlines()
    found = [at for at, line in enumerate(lines) if ": error: the elements of an array" in line]
    assert [line for line in lines if ": error:" in line] == [lines[at] for at in found]
    assert [re.sub(r":\d+: error: .*", "", lines[at]) for at in found] == [w for w, _ in wanted]
    written = text.split("\n")
    for at, (_, name) in zip(found, wanted, strict=True):
        (own,) = (line for line in written if f"{name}[3](" in line)
        assert lines[at + 1].strip() == own.strip()
        assert lines[at + 2].index("^") == lines[at + 1].index(f"{name}[3]") + 1
    assert done.stdout.count("array of 3 functions") == len(wanted)


def test_the_line_that_is_stated_is_what_a_macro_says(tmp_path: Path) -> None:
    text = 'int a[__LINE__];\n#line 40 "long.name.c"\nint b[__LINE__], c[sizeof __FILE__];\n'
    made(tmp_path / "a.c", text)
    done = run("--file", "a.c", cwd=tmp_path)
    assert done.stderr == ""
    assert "a is an array of 1 int\nb is an array of 40 ints\n" in done.stdout


def test_a_wrong_directive_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    made(tmp_path / "a.c", "#line foo\nint x;\n#line 9\nint (y;\n")
    done = run("--file", "a.c", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "x is an int\n")
    assert done.stderr.startswith('a.c:1:7: error: "foo" after #line is not a positive integer\n')
    assert "a.c:9:5: error: " in done.stderr
    assert "  int (y;\n" in done.stderr


@pytest.mark.parametrize("line", ["2147483647", "10000000", "4", "0"])
def test_a_line_number_takes_no_memory(tmp_path: Path, line: str) -> None:
    path = made(tmp_path / "a.c", f"#line {line}\nint x;\nint y;\n")
    file = source_file(str(path), [])
    assert [line for line in file.text.split("\n") if line][-1].endswith("int y;")
    assert len(file.text) < 100
    done = run("--file", str(path))
    assert (done.returncode, done.stdout) == (0, "x is an int\ny is an int\n")


def test_a_marker_of_the_files_own_name_takes_no_memory(tmp_path: Path) -> None:
    path = made(tmp_path / "a.c", '# 2000000000 "a.c"\nint x;\n# 1999999999 "a.c"\nint (y;\n')
    done = run("--file", "a.c", cwd=path.parent)
    assert done.stdout == "x is an int\n"
    assert done.stderr.startswith("a.c:1999999999:5: error: ")
    assert done.stderr.splitlines()[1:3] == ["  int (y;", "      ^"]


def test_many_pieces_of_one_line_are_put_together(tmp_path: Path) -> None:
    path = made(tmp_path / "a.c", "#line 1\nint x;\n" * 2000)
    assert source_file(str(path), []).text.count("int x;") == 2000
