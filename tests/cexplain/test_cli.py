"""The command, as a shell meets it: exit statuses, streams, errors."""

import json
import os
import pty
import re
import signal
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from support.command import COMMAND, INTERRUPTIBLE, run
from support.patience import PATIENCE

ESCAPE = re.compile("\x1b\\[[0-9;]*m")


def in_terminal(*arguments: str, **env: str) -> str:
    """What the command writes to a terminal of 80 columns."""
    ours, theirs = pty.openpty()
    clean = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    settings = clean | {"TERM": "xterm", "COLUMNS": "80"} | env
    with subprocess.Popen([*COMMAND, *arguments], stdout=theirs, stderr=theirs, env=settings):
        os.close(theirs)
        written = b""
        try:
            while chunk := os.read(ours, 65536):
                written += chunk
        except OSError:  # how Linux says that the other side has closed
            pass
    os.close(ours)
    return written.decode().replace("\r\n", "\n")


# What is read


def test_advice_keeps_to_the_width_of_a_terminal_in_a_colour_of_its_own() -> None:
    written = in_terminal("int a[3, 4];", COLUMNS="40")
    advice = [line for line in written.splitlines() if "\x1b[36m" in line]
    assert " ".join(ESCAPE.sub("", line).strip() for line in advice).startswith("a size is one")
    assert len(advice) > 1
    assert all(len(ESCAPE.sub("", line)) <= 40 for line in advice)


def test_a_declaration_is_read_on_one_line() -> None:
    done = run("char *(*fp)(int, float *);")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "fp is a pointer to a function taking (an int, a pointer to float)"
        " and returning a pointer to char\n"
    )


def test_several_declarations_casts_types_and_bodies_are_read_in_order() -> None:
    done = run("int x, *y;", "(const char *)p", "int (*)(void)", "struct s { int a; };")
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "x is an int",
        "y is a pointer to int",
        "cast p into a pointer to const char",
        "a pointer to a function taking no parameters and returning an int",
        "struct s has members (a as an int)",
    ]


def test_options_may_stand_before_and_after_what_is_read() -> None:
    assert run("--style", "cdecl", "int *p").stdout == "declare p as pointer to int\n"
    assert run("int *p", "--style=cdecl").stdout == "declare p as pointer to int\n"


def test_the_standard_decides_what_empty_parentheses_promise() -> None:
    assert "unspecified parameters" in run("--std", "c17", "int f();").stdout
    assert "no parameters" in run("--std", "c23", "int f();").stdout


def test_a_word_that_is_no_command_is_a_declaration() -> None:
    assert run("--", "int cast").stdout == "cast is an int\n"


# Standard input


def test_each_line_of_standard_input_is_an_input_and_blank_ones_are_none() -> None:
    done = run("-", stdin="int x;\n\n  \r\nchar *s\r\n")
    assert (done.returncode, done.stdout) == (0, "x is an int\ns is a pointer to char\n")


def test_empty_standard_input_is_no_error() -> None:
    done = run("-")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_bad_line_is_reported_with_its_number_and_the_others_are_read() -> None:
    done = run("-", stdin="int x;\nint (y;\nint z;\n")
    assert done.returncode == 1
    assert done.stdout == "x is an int\nz is an int\n"
    assert done.stderr.startswith("<input>:2:5: error: ")


def test_a_reading_is_written_before_the_next_line_is_there() -> None:
    with subprocess.Popen(
        [*COMMAND, "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b"int x;\n")
        assert process.stdout.readline() == b"x is an int\n"
        process.stdin.write(b"int y;\n")
        assert process.stdout.readline() == b"y is an int\n"


def test_ten_thousand_lines_take_no_more_memory_than_a_hundred() -> None:
    script = (
        "import resource, sys; from cexplain.command.cli import main; main(['--json', '-']);"
        "sys.stderr.write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))"
    )
    memory: list[int] = []
    for count in (100, 10_000):
        text = "".join(f"char *(*f{n})(int a{n}, float *[{n}]);\n" for n in range(count))
        done = subprocess.run(
            [sys.executable, "-c", script], input=text, capture_output=True, text=True, check=True
        )
        assert done.stdout.count("\n") == count
        memory.append(int(done.stderr))
    assert memory[1] < memory[0] + 3_000


# Errors


def test_an_error_names_place_line_caret_and_advice() -> None:
    done = run("int x; int (y;")
    assert done.returncode == 1
    first, line, caret, advice = done.stderr.splitlines()
    assert re.fullmatch(r"<input>:1:12: error: .+", first)
    assert line == "  int x; int (y;"
    assert caret == "             ^"
    assert advice.startswith("  ")


def test_an_empty_declaration_is_an_error() -> None:
    done = run("")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("<input>:1:1: error: ")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--nonsense"],
        ["--style", "prosa", "int x"],
        ["--std", "c42", "int x"],
        ["--file"],
        ["--file", "x.c", "int x"],
        ["lookup"],
        ["lookup", "stdio.h"],
        ["declare"],
        ["cast"],
        ["--svg"],
    ],
)
def test_wrong_usage_ends_with_2_and_says_why(arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "usage: cexplain" in done.stderr
    assert "cexplain: error: " in done.stderr


def test_bytes_that_are_no_utf8_are_an_error_with_a_place() -> None:
    done = run("-", stdin=b"int x;\nint \xc3\xa9\xff;\nint y;\n")
    assert (done.returncode, done.stdout) == (1, "x is an int\ny is an int\n")
    assert done.stderr.startswith("<input>:2:6: error: byte 0xff is not UTF-8\n")
    argument = run(b"int \xff;")
    assert argument.returncode == 1
    assert argument.stderr.startswith("<input>:1:5: error: byte 0xff is not UTF-8\n")


def test_a_closed_pipe_is_silent() -> None:
    lines = "int x;\n" * 20_000
    with subprocess.Popen(
        [*COMMAND, "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        try:
            process.stdin.write(lines.encode())
            process.stdin.close()
        except BrokenPipeError:
            pass
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_ctrl_c_ends_with_130_and_no_traceback() -> None:
    with subprocess.Popen(
        [*INTERRUPTIBLE, *COMMAND, "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(b"int x;\n")
        process.stdin.flush()
        process.stdout.readline()  # it is running, and waits for the next line
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 130
        assert process.stderr.read() == b""
        process.stdin.close()


def test_a_full_disk_is_reported() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*COMMAND, "int x"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 1
    assert done.stderr == "cexplain: error: the output cannot be written: no space left on device\n"


CLOSED_OUT = "cexplain: error: the output cannot be written: bad file descriptor\n"
CLOSED_IN = "cexplain: error: standard input cannot be read: bad file descriptor\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("'int x' >&-", CLOSED_OUT),
        ("--json 'int x' >&-", CLOSED_OUT),
        ("--jobs 2 'int x' >&-", CLOSED_OUT),
        ("--help >&-", CLOSED_OUT),
        ("--version >&-", CLOSED_OUT),
        ("man >&-", CLOSED_OUT),
        ("declare x as int >&-", CLOSED_OUT),
        ("- <&-", CLOSED_IN),
        ("--jobs 2 - <&-", CLOSED_IN),
        ("declare - <&-", CLOSED_IN),
        ("'int x' - <&- >&-", CLOSED_OUT),
        ("'int x' 2>&- >&-", ""),
        ("- 2>&- <&-", ""),
        ("--help 2>&- >&-", None),
        ("'int x' <&-", None),
        ("'int (x' 2>&-", ""),
        ("--no-such-option >&- 2>&-", ""),
    ],
)
def test_a_closed_stream_is_told_of_where_it_is_needed(words: str, said: str | None) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f'"$0" -m cexplain {words}', sys.executable],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == (said or "")
    assert (done.returncode != 0) == (said is not None)


def test_names_in_any_script_are_written_whatever_the_locale() -> None:
    assert run("int 名前;").stdout == "名前 is an int\n"
    done = run("int 名前;", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stdout) == (0, "\\u540d\\u524d is an int\n")


# JSON


def test_json_is_one_object_a_line_for_each_input() -> None:
    done = run("--json", "int x, y;", "char (*p;")
    assert done.returncode == 1
    first, second = map(json.loads, done.stdout.splitlines())
    assert [d["name"] for d in first["declarations"]] == ["x", "y"]
    assert second["declarations"] == []
    (problem,) = second["diagnostics"]
    assert (problem["severity"], problem["line"], problem["column"]) == ("error", 1, 6)
    assert problem["advice"]


def test_json_of_a_line_says_which_line_it_was() -> None:
    done = run("--json", "-", stdin="\nint x;\n")
    assert json.loads(done.stdout)["line"] == 2


# Colours, steps, terminals


def test_there_are_no_colours_in_a_pipe() -> None:
    assert "\x1b" not in run("int *p").stdout


@pytest.mark.parametrize(
    "option", [["--color"], ["--color=always"], ["--color", "always"]], ids=" ".join
)
def test_color_asks_for_colours_anywhere(option: list[str]) -> None:
    done = run(*option, "int *p")
    assert ESCAPE.search(done.stdout)
    assert ESCAPE.sub("", done.stdout) == "int *p\np is a pointer to int\n"


def test_a_terminal_gets_colours_unless_it_is_asked_not_to() -> None:
    assert ESCAPE.search(in_terminal("int *p"))
    assert not ESCAPE.search(in_terminal("int *p", NO_COLOR="1"))
    assert not ESCAPE.search(in_terminal("int *p", TERM="dumb"))
    assert not ESCAPE.search(in_terminal("--color=never", "int *p"))
    assert ESCAPE.search(in_terminal("--color=always", "int *p", NO_COLOR="1"))


def test_a_terminal_gets_notes_and_lines_of_its_width() -> None:
    written = in_terminal("int *(*f(void))[3][4];", NO_COLOR="1")
    assert "note: The clockwise spiral" in written
    assert all(len(line) <= 80 for line in written.splitlines())


def test_errors_in_a_terminal_are_coloured() -> None:
    assert "\x1b[1;31merror:\x1b[0m" in in_terminal("int (x")


def test_steps_are_marked_under_the_source() -> None:
    lines = run("--steps", "int *p;").stdout.splitlines()
    assert lines[:3] == ["p is a pointer to int", "int *p", "     ^   1  p is"]


# Pictures


def test_svg_writes_a_picture_for_each_reading(tmp_path: Path) -> None:
    target = tmp_path / "path.svg"
    done = run("--svg", str(target), "int *p, x;", "char c;")
    assert done.returncode == 0
    titles = [
        ElementTree.parse(tmp_path / name).findtext("{http://www.w3.org/2000/svg}title")  # noqa: S314 - our own output
        for name in ("path.svg", "path-2.svg", "path-3.svg")
    ]
    assert titles == ["How to read p", "How to read x", "How to read c"]


def test_a_picture_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    done = run("--svg", str(tmp_path / "no" / "path.svg"), "int x;")
    assert (done.returncode, done.stdout) == (1, "x is an int\n")
    assert "cannot be written: no such file or directory" in done.stderr


# Help


def test_help_shows_examples_and_exit_statuses() -> None:
    done = run("--help")
    assert done.returncode == 0
    assert "cexplain lookup stdlib.h qsort" in done.stdout
    assert "exit status:" in done.stdout


def test_the_version_is_told() -> None:
    assert re.fullmatch(r"cexplain \d+\.\d+\.\d+\n", run("--version").stdout)


def test_what_only_some_runs_need_is_not_loaded_for_a_reading() -> None:
    script = (
        "import sys; from cexplain.command.cli import main; main(['int x']); print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert "cexplain.reading.phrases" in loaded
    assert not loaded & {"argparse", "json", "cexplain.render.svg", "cexplain.render.html"}
    assert "cexplain.english" not in loaded
