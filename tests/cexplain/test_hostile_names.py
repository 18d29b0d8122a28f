"""Names that tools take for options or for files of options: of files, folders, macros, headers.

gcc and clang read options from the file x where a word is `@x`; gcc's driver hands the value of
-I and the last part of an input's name to the compiler proper as words of their own.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from cexplain import arguments
from cexplain.files.compile_commands import DatabaseError, commanded
from cexplain.files.flags import preprocessing
from support.command import run

VICTIM = "victim"
ODD = (
    "@x.c", "@@x.c", "-x.c", "-o", "--help", "-", "a b.c", "a\nb.c", 'a"b.c', "a'b.c", "a\\b.c",
    "a\\nb.c", "a:1:1: error: b.c", "*.c", "$(touch victim).c", "`touch victim`", "é.c",
    "<stdin>", "# 1.c", "%s.c", "a\tb.c", "\x1b[2J.c", "=x", "x.s", "x.cc",
    "c\r.c", "c\r\n.c", "c\\r.c", "c\x01.c", "c\x0b.c", "c\x0c.c", "c\x1f.c", "c\x7f.c", "c\x85.c",
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder in which a file of options waits behind each name that begins with @."""
    options = f"ok.c -o {VICTIM} -wrapper ./w.sh "
    for name in ("x.c", "@x.c", "x", "inc"):
        (tmp_path / name).write_text(options)
    (tmp_path / "ok.c").write_text("int ok;\n")
    (tmp_path / "w.sh").write_text(f'#!/bin/sh\ntouch {VICTIM}\nexec "$@"\n')
    (tmp_path / "w.sh").chmod(0o755)
    before = {path.name for path in tmp_path.iterdir()}
    yield tmp_path
    made = {path.name for path in tmp_path.iterdir()} - before
    assert VICTIM not in made
    assert made <= {*ODD, "@inc", "-inc", "compile_commands.json"}


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("place", ["", "./", "absolute"])
def test_a_file_is_read_whatever_its_name(folder: Path, name: str, place: str) -> None:
    (folder / name).write_text("int a;\nint b(void)[3];\n")
    given = f"{folder}/{name}" if place == "absolute" else f"{place}{name}"
    done = run(f"--file={given}", cwd=folder)
    assert done.returncode == 1
    assert done.stdout.splitlines()[0] == "a is an int"
    assert "2:6: error: a function cannot return an array\n" in done.stderr


@pytest.mark.parametrize("name", ODD)
def test_an_error_of_the_preprocessor_names_the_file_whatever_its_name(
    folder: Path, name: str
) -> None:
    (folder / name).write_text("int a;\n#error no\n")
    done = run(f"--file={name}", "--json", cwd=folder)
    (read,) = map(json.loads, done.stdout.splitlines())  # what stands before the error
    assert (done.returncode, read["input"], read["file"]) == (1, "int a;", name)
    place = re.sub(r"(?!\r\n)[^\n\t -~\xa1-\U0010ffff]", "\N{REPLACEMENT CHARACTER}", name)
    assert done.stderr.startswith(f"{place}:2:2: error: #error no\n")


def test_several_processes_read_such_files_too(folder: Path) -> None:
    (folder / "@x.c").write_text("int a;\n")
    done = run("--jobs=2", "--file=@x.c", "--file=@x.c", cwd=folder)
    assert (done.returncode, done.stdout) == (0, "a is an int\n" * 2)


def test_what_a_file_includes_is_looked_for_beside_it(folder: Path) -> None:
    (folder / "below").mkdir()
    (folder / "below" / "n.h").write_text("#define N 3\n")
    (folder / "n.h").write_text("#define N 4\n")
    (folder / "below" / "@x.c").write_text('#include "n.h"\nint a[N];\n')
    done = run("--file=below/@x.c", cwd=folder)
    assert done.stdout == "a is an array of 3 ints\n"
    for path in (folder / "below").iterdir():
        path.unlink()
    (folder / "below").rmdir()
    (folder / "n.h").unlink()


@pytest.mark.parametrize("name", ["@inc", "-inc"])
def test_a_folder_of_headers_is_one_whatever_its_name(folder: Path, name: str) -> None:
    (folder / name).mkdir()
    (folder / name / "own.h").write_text("extern int own;\n")
    assert run(f"-I{name}", "lookup", "own.h", "own", cwd=folder).stdout.splitlines()[0] == (
        f"{name}/own.h:1:"
    )
    (folder / "ok.c").write_text('#include "own.h"\nint ok;\n')
    done = run(f"-I{name}", "--file", "ok.c", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "ok is an int\n", "")


@pytest.mark.parametrize("name", ["@inc", "-inc", "@x"])
def test_a_folder_that_is_not_there_is_no_file_of_options(folder: Path, name: str) -> None:
    done = run(f"-I{name}", "--file", "ok.c", cwd=folder)
    assert (done.returncode, done.stdout) == (0, "ok is an int\n")


@pytest.mark.parametrize("given", ["@x", "-o", "", "1", "A B", "@", "-DX", "A\nB"])
def test_what_defines_no_macro_is_wrong_usage(folder: Path, given: str) -> None:
    done = run(f"-D{given}", "--file", "ok.c", cwd=folder)
    if given:  # -D alone takes the next word, as of any option
        assert f"-D {given!r}: a macro is NAME" in done.stderr
    assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.parametrize("given", ["N", "N=@x", "N=-o", "F(a,b)=a", "F(...)=1", 'N="a b"', "$n=1"])
def test_what_defines_a_macro_is_taken(folder: Path, given: str) -> None:
    done = run("-D", given, "--file", "ok.c", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "ok is an int\n", "")


@pytest.mark.parametrize(
    "header",
    [
        "@x.h",
        "-x.h",
        "./@x.h",
        "a b.h",
        "a>b.h",
        'a"b.h',
        "a\nb.h",
        "a\rb.h",
        "./a\rb.h",
        "x.h>\n#include <y.h",
    ],
)
def test_a_header_is_one_whatever_its_name(folder: Path, header: str) -> None:
    done = run("lookup", "--", header, "name", cwd=folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert "error: " in done.stderr
    assert "header" in done.stderr


@pytest.mark.parametrize("jobs", ["@x", "-1", "0", "257", "99999999999999999999", "1.5", "", " "])
def test_a_number_of_processes_is_one(folder: Path, jobs: str) -> None:
    done = run(f"--jobs={jobs}", "--file", "ok.c", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")


# compile_commands.json


def database(folder: Path, *words: str) -> None:
    entry = {"directory": str(folder), "file": "ok.c", "arguments": ["cc", *words]}
    (folder / "compile_commands.json").write_text(json.dumps([entry]))


@pytest.mark.parametrize(
    "words",
    [
        ["@x"],
        ["-wrapper", "./w.sh"],
        ["-fplugin=./evil.so"],
        ["-B."],
        ["-specs=x"],
        ["-o", VICTIM],
        ["-I@inc"],
        ["-I", "@inc"],
        ["-isystem", "@inc"],
        ["-MD", "-MF", VICTIM],
        ["-Wp,-MD,victim"],
        ["-Xpreprocessor", "-MD"],
    ],
)
def test_a_database_starts_and_writes_nothing(folder: Path, words: list[str]) -> None:
    database(folder, *words, "ok.c")
    done = run("--file", "ok.c", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "ok is an int\n", "")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["-D"], "-D has no value"),
        (["-U"], "-U has no value"),
        (["-I"], "-I has no value"),
        (["-include"], "-include has no value"),
        (["-D@x"], "a macro is NAME"),
        (["-D", "-o"], "a macro is NAME"),
        (["-I", ""], "the name is missing"),
    ],
)
def test_an_option_of_a_database_without_its_value_is_an_error(
    folder: Path, words: list[str], reason: str
) -> None:
    database(folder, *words)
    with pytest.raises(DatabaseError, match=reason):
        commanded(str(folder / "ok.c"))
    done = run("--file", "ok.c", cwd=folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"compile_commands.json:1:1: error: the command for {folder}/ok.c: " in done.stderr


def test_paths_of_a_database_are_absolute() -> None:
    words = ["-I@x", "-isystem", "-y", "-include", "@z", "-iquote/a", "-Db=@c", "-m32", "-c"]
    assert preprocessing(words, "/from") == preprocessing(
        ["-I", "/from/@x", "-isystem", "/from/-y", "-include", "/from/@z", "-iquote", "/a",
         "-Db=@c", "-m32"],
        "/elsewhere",
    )  # fmt: skip


# the helper itself


@pytest.mark.parametrize("name", ["@x", "-x", "x", "a b", "a\nb", "./x", "../x", "=x", "x/@y"])
def test_a_path_begins_with_a_slash(name: str) -> None:
    assert arguments.path(name, "/from") == f"/from/{name}"
    assert arguments.path(name, "from") == f"/from/{name}"
    assert arguments.path(name).startswith("/")


@pytest.mark.parametrize("name", ["", "a\0b", "a\ud800"])
def test_what_names_nothing_is_refused(name: str) -> None:
    with pytest.raises(arguments.UnfitError):
        arguments.path(name)
    with pytest.raises(arguments.UnfitError):
        arguments.macro(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("@x", True),
        ("-x", True),
        ("a/@x", True),
        ("a/-x/b", True),
        ("a@b", False),
        ("a-b/c", False),
    ],
)
def test_a_name_is_misleading_if_a_part_of_it_could_be_an_option(name: str, expected: bool) -> None:
    assert arguments.misleading(name) is expected
