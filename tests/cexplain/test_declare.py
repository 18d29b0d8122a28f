"""English on the command line: `declare` and `cast` write the C."""

import json
from pathlib import Path

from support.command import run


def test_declare_writes_the_c() -> None:
    done = run("declare", "fp as pointer to function (int) returning pointer to char")
    assert (done.returncode, done.stdout, done.stderr) == (0, "char *(*fp)(int);\n", "")


def test_english_needs_no_quotes() -> None:
    assert run("declare", "x", "is", "a", "pointer", "to", "int").stdout == "int *x;\n"


def test_cast_writes_the_c() -> None:
    done = run("cast", "p into pointer to const char")
    assert (done.returncode, done.stdout) == (0, "(const char *)p\n")


def test_declare_reads_lines_and_goes_on_after_a_bad_one() -> None:
    done = run("declare", "-", stdin="x is an int\ny is a pointre to int\nz is a char\n")
    assert (done.returncode, done.stdout) == (1, "int x;\nchar z;\n")
    assert done.stderr.startswith("<input>:2:8: error: ")


def test_json_of_english_has_the_english_and_the_c() -> None:
    (found,) = map(json.loads, run("--json", "declare", "x is an int").stdout.splitlines())
    assert (found["input"], found["c"]) == ("x is an int", "int x;")
    assert found["declarations"][0]["reading"] == "x is an int"


def test_what_declare_writes_can_be_read_and_declared_again() -> None:
    prose = "fp is a pointer to a function taking (an int, a pointer to float) and returning an int"
    c = run("declare", "-", stdin=prose).stdout
    assert run("-", stdin=c).stdout == f"{prose}\n"


def test_a_picture_of_declared_c_can_be_drawn(tmp_path: Path) -> None:
    done = run("--svg", str(tmp_path / "p.svg"), "declare", "p as pointer to int")
    assert done.returncode == 0
    assert "How to read p" in (tmp_path / "p.svg").read_text()
