"""Files, databases and streams that are not what they should be: each is answered, none held."""

import io
import json
import os
import resource
import select
import signal
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from cexplain.command import cli, parallel
from cexplain.command.console import MOST as LONGEST
from cexplain.command.console import text_lines
from cexplain.files import texts
from cexplain.files.compile_commands import DatabaseError, commanded
from cexplain.files.preprocessed import (
    LIMITS,
    TIME_LIMIT,
    PreprocessorError,
    SourceFile,
    source_file,
)
from cexplain.processes import Finished
from support.command import COMMAND, run
from support.ended import ended
from support.patience import PATIENCE
from support.sources import Cpp, findings


def made(path: Path, text: str) -> Path:
    path.write_text(text)
    return path


# What is no file, or too large a one


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    done = run("--file", "pipe", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("pipe:1:1: error: is a pipe or a device, and only files are")


@pytest.mark.parametrize("name", ["/dev/zero", "/dev/null", "/dev/stdin"])
def test_a_device_is_not_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "link.c").symlink_to(name)
    done = run("--file", "link.c", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "link.c:1:1: error: is a pipe or a device" in done.stderr


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    done = run("--file", ".", cwd=tmp_path)
    assert (done.returncode, done.stderr.splitlines()[0]) == (
        1,
        ".:1:1: error: cannot be read: is a directory",
    )


def test_a_file_without_end_is_not_held(tmp_path: Path) -> None:
    with (tmp_path / "sparse.c").open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(texts.UnreadableError, match="holds more than 16 MiB"):
        texts.content(str(tmp_path / "sparse.c"))
    done = run("--file", "sparse.c", cwd=tmp_path)
    assert "sparse.c:1:1: error: holds more than 16 MiB" in done.stderr


def test_a_line_without_end_is_not_held() -> None:
    long = b"x" * (2 * LONGEST + 5) + b"\nint y;\n" + b"z" * (LONGEST + 1)
    lines = list(text_lines(io.BytesIO(long)))
    assert [(number, len(line)) for number, line in lines] == [
        (1, LONGEST + 1),
        (2, 6),
        (3, LONGEST + 1),
    ]
    done = run("-", stdin=long)
    assert (done.returncode, done.stdout) == (1, "y is an int\n")
    assert done.stderr.count("error: this line holds more than 1 MiB") == 2


@pytest.mark.parametrize(
    ("ended", "reason"),
    [
        (Finished(137, b"x", b"", timed_out=True), "it takes more than 20 seconds"),
        (Finished(137, b"x", b"", truncated=True), "it leaves more than 16 MiB"),
    ],
)
def test_a_preprocessor_that_comes_to_no_end_is_told_of(
    tmp_path: Path, ended: Finished, reason: str
) -> None:
    path = made(tmp_path / "a.c", "int x;\n")

    def cpp(command: Sequence[str], **_: object) -> Finished:
        return ended

    with pytest.raises(PreprocessorError) as error:
        source_file(str(path), [], None, cpp)
    assert findings(error) == [(str(path), 1, 1, f"cannot be preprocessed: {reason}")]


def test_the_preprocessor_has_limits(tmp_path: Path) -> None:
    given: dict[str, object] = {}

    def cpp(command: Sequence[str], **how: object) -> Finished:
        given.update(how)
        return Finished(0, f'# 1 "{path}"\n'.encode(), b"")

    path = made(tmp_path / "a.c", "int x;\n")
    source_file(str(path), [], None, cpp)
    assert given["limits"] is LIMITS
    assert given["timeout"] == 20
    assert (LIMITS.address_space, LIMITS.output) == (2 << 30, 16 << 20)


def test_a_preprocessor_that_reads_another_file_is_told_of(tmp_path: Path) -> None:
    path = made(tmp_path / "a.c", "int x;\n")
    with pytest.raises(PreprocessorError, match="cpp did not read this file"):
        source_file(str(path), [], None, Cpp('# 1 "other.c"\nint y;\n'))


def test_a_hundred_thousand_lines_of_errors_are_a_hundred(tmp_path: Path) -> None:
    path = made(tmp_path / "a.c", "#error no\n" * 3000)
    done = run("--file", str(path))
    assert done.stderr.count(": error: #error no\n") == 100
    assert done.stderr.endswith("2,900 more findings are not shown\n")


# Byte order marks


def test_a_byte_order_mark_is_no_character_of_the_first_line(tmp_path: Path) -> None:
    marked = b"\xef\xbb\xbfint (x;\nint y;\n"
    for options in ([], ["--jobs", "2"]):
        done = run(*options, "-", stdin=marked)
        assert (done.stdout, done.stderr.splitlines()[0]) == (
            "y is an int\n",
            "<input>:1:5: error: this '(' is never closed",
        )
    (tmp_path / "a.c").write_bytes(marked)
    done = run("--file", "a.c", cwd=tmp_path)
    assert done.stderr.startswith("a.c:1:5: error: this '(' is never closed\n")


# compile_commands.json

ENTRY = {"directory": ".", "file": "a.c"}
BROKEN = [
    ({**ENTRY, "arguments": ["cc", 5]}, "not a list of strings"),
    ({**ENTRY, "arguments": {"a": 1}}, "not a list of strings"),
    ({**ENTRY, "arguments": 7}, "not a list of strings"),
    ({**ENTRY, "arguments": True}, "not a list of strings"),
    ({**ENTRY, "arguments": "cc -DX a.c"}, "not a list of strings"),
    ({**ENTRY, "arguments": ["cc", "-include", {}]}, "not a list of strings"),
    ({**ENTRY, "arguments": ["cc", "-DX=\0"]}, "NUL"),
    ({**ENTRY, "arguments": ["cc", "-DX=\ud800"]}, "surrogate"),
    ({**ENTRY, "arguments": ["cc", "-I\0"]}, "NUL"),
    ({**ENTRY, "command": None}, '"command" is not a string'),
    ({**ENTRY, "command": "cc 'a.c"}, "No closing quotation"),
    (ENTRY, "'command' is missing"),
    ({"directory": 3, "file": "a.c", "command": "cc"}, '"directory" is not a string'),
    ({"directory": ".", "file": ["a.c"], "command": "cc"}, '"file" is not a string'),
    ({"directory": "\0", "file": "a.c", "command": "cc"}, "NUL"),
    ({"directory": "\udddd", "file": "\0", "command": "cc"}, "surrogate"),
    (None, "it is not an object"),
    ("cc", "it is not an object"),
    ([[]], "it is not an object"),
    (5, "it is not an object"),
]


@pytest.mark.parametrize(("entry", "reason"), BROKEN)
def test_an_entry_of_another_shape_is_an_error(tmp_path: Path, entry: object, reason: str) -> None:
    made(tmp_path / "a.c", "int a;\n")
    made(tmp_path / "compile_commands.json", json.dumps([entry]))
    with pytest.raises(DatabaseError, match=f"entry 1 needs a directory.*{reason}"):
        commanded(str(tmp_path / "a.c"))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[" * 100_000, "brackets nest deeper"),
        ("[" + "9" * 100_001 + "]", "entry 1 needs a directory, a file, and arguments or a"),
        ('{"a":1}', "it is not a list of entries: '[' begins one, and ']' ends it"),
        ('"a.c"', "it is not a list of entries"),
        ("7", "it is not a list of entries"),
        ("null", "it is not a list of entries"),
        ("\ufeff[]", "BOM"),
        ("[\n  {,", "property name"),
        ("", "Expecting value"),
    ],
)
def test_a_database_that_is_no_json_is_an_error(tmp_path: Path, text: str, reason: str) -> None:
    made(tmp_path / "a.c", "int a;\n")
    made(tmp_path / "compile_commands.json", text)
    done = run("--file", "a.c", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "compile_commands.json:" in done.stderr
    assert reason in done.stderr
    assert "Traceback" not in done.stderr


def test_a_number_of_very_many_digits_is_passed_over_where_it_says_nothing(tmp_path: Path) -> None:
    made(tmp_path / "a.c", "int a = A;\nint b[A];\n")
    command = f'"directory": "{tmp_path}", "file": "a.c", "command": "cc -DA=3 -c a.c"'
    many = "9" * 100_001
    made(tmp_path / "compile_commands.json", f'[{{"n": {many}, {command}, "m": [-{many}]}}]')
    done = run("--file", "a.c", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "b is an array of 3 ints" in done.stdout


def test_a_database_that_is_not_utf_8_is_told_the_byte(tmp_path: Path) -> None:
    made(tmp_path / "a.c", "int a;\n")
    (tmp_path / "compile_commands.json").write_bytes(b'[\n{"file": "\xe9"}]')
    done = run("--file", "a.c", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"{tmp_path}/compile_commands.json:2:11: error: byte 0xe9 is not")
    assert "convert the text to UTF-8" in done.stderr


def test_a_database_that_is_no_file_is_none(tmp_path: Path) -> None:
    made(tmp_path / "a.c", "int a;\n")
    os.mkfifo(tmp_path / "compile_commands.json")
    assert run("--file", "a.c", cwd=tmp_path).stdout == "a is an int\n"


def test_a_folder_above_that_may_not_be_looked_into_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(tmp_path / "a.c", "int a;\n")
    real = os.stat

    def stat(name: str, **how: Any) -> os.stat_result:
        if "build" in str(name):
            raise PermissionError(13, "Permission denied", str(name))
        return real(name, **how)

    monkeypatch.setattr(os, "stat", stat)
    assert commanded(str(path)).options == ()


# Streams


@pytest.mark.parametrize("words", [["-"], ["--jobs", "2", "-"], ["declare", "-"]])
def test_an_input_that_cannot_be_read_is_told_of(tmp_path: Path, words: list[str]) -> None:
    with (tmp_path / "out").open("w") as unreadable:
        done = subprocess.run(
            [*COMMAND, *words], stdin=unreadable, capture_output=True, text=True, check=False
        )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "cexplain: error: standard input cannot be read: bad file descriptor\n"


@pytest.mark.parametrize(
    "words",
    [["--help"], ["--version"], ["man"], ["rule"], ["completion", "bash"], ["int x;"],
     ["--json", "int x;"]],
)  # fmt: skip
def test_a_full_disk_is_reported_whatever_is_written(words: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*COMMAND, *words], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 1
    assert done.stderr == "cexplain: error: the output cannot be written: no space left on device\n"


@pytest.mark.parametrize("words", [["int (x;"], ["--no-such-option"], ["--file", "no.c"]])
def test_errors_that_cannot_be_written_are_a_status(words: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*COMMAND, *words], stderr=full, stdout=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 1


def test_a_failure_of_our_own_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> int:
        raise ZeroDivisionError("on purpose")

    monkeypatch.setattr(cli, "_run", fail)
    assert cli.main(["int x;"]) == 1
    assert capsys.readouterr().err == (
        "cexplain: error: this is a mistake of cexplain, please report it"
        " (ZeroDivisionError: on purpose)\n"
    )


# Depth


DEEP = {
    "templates": f"{'template<class T>' * 3000}int x;",
    "template arguments": f"{'A<' * 3000}int{'>' * 3000} x;",
    "stars in parameters": f"{'int f(' * 250}int{'(' + '*' * 100 + ')' * 251};",
    "stars in members": f"{'struct {' * 30}int {'*' * 500}x;{('}' + '*' * 500 + 'x;') * 30}",
    "parentheses in a value": f"int x = {'(' * 9000}1{')' * 9000};",
    "classes": f"{'class A {' * 300}int x;{'};' * 300}",
    "atomics": f"{'_Atomic(' * 250}int{')' * 250} x;",
    "operators": f"{'operator ' * 3000}int();",
}


@pytest.mark.parametrize("std", [[], ["--std=c++17"]], ids=["C", "C++"])
@pytest.mark.parametrize("form", [[], ["--json"], ["--steps"]], ids=["prose", "JSON", "steps"])
def test_what_nests_deep_is_no_failure(form: list[str], std: list[str]) -> None:
    lines = "\n".join(f"{text}\nint last_{n};" for n, text in enumerate(DEEP.values()))
    done = run(*std, *form, "-", stdin=lines)
    assert [name in done.stdout for name in map("last_{}".format, range(len(DEEP)))] == [True] * 8
    assert "mistake of cexplain" not in done.stdout + done.stderr


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_line_of_deep_nesting_is_answered_and_those_that_follow(jobs: str) -> None:
    deep = f"{'int f(' * 198}int{')' * 198};"
    deeper = f"{'int f(' * 9000}int{')' * 9000};"
    lines = "\n".join([deep, deeper, "int last;"])
    done = run("--jobs", jobs, "--json", "-", stdin=lines)
    first, second, third = map(json.loads, done.stdout.splitlines())
    assert first["declarations"][0]["reading"].count("function") == 198
    assert [d["rule"] for d in second["diagnostics"]] == ["too-deep"]
    assert third["declarations"][0]["name"] == "last"
    assert (done.returncode, done.stderr) == (1, "")


def test_a_position_far_behind_is_found_at_once() -> None:
    text = "int c[3](void); " * 2000
    file = SourceFile("a.c", f"/* é */ {text}", f"        {text}")
    places = {file.position(1, 9 + 16 * n) for n in range(2000)}
    assert places == {(1, 9 + 16 * n) for n in range(2000)}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_preprocessor_ends_with_the_command(
    tmp_path: Path, number: signal.Signals, jobs: str
) -> None:
    os.mkfifo(tmp_path / "pipe.h")
    made(tmp_path / "a.c", '#include "pipe.h"\n')
    command = [*COMMAND, "--jobs", jobs, "--file", "a.c"]
    begun = time.monotonic()
    with subprocess.Popen(command, cwd=tmp_path) as waiting:
        writer = os.open(tmp_path / "pipe.h", os.O_WRONLY)  # waits for the compiler proper
        waiting.send_signal(number)
        assert waiting.wait(PATIENCE) == -number
    nobody_reads = select.poll()
    nobody_reads.register(writer, select.POLLERR)
    left = 1000 * (begun + TIME_LIMIT - time.monotonic())  # its limit of time has not ended it
    assert nobody_reads.poll(left)
    os.close(writer)


def test_workers_end_with_the_one_that_waits_for_them(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    with subprocess.Popen([*COMMAND, "--jobs", "3", "-"], stdin=reader, pass_fds=[]) as waiting:
        os.close(reader)
        os.write(writer, b"int x;\n" * (parallel.CHUNK * 4))
        children: list[int] = []
        task = Path(f"/proc/{waiting.pid}/task/{waiting.pid}/children")
        while len(children) < 3:
            children = [int(number) for number in task.read_text().split()]
        waiting.kill()
    os.close(writer)
    assert all(map(ended, children))


def test_little_memory_is_no_traceback(tmp_path: Path) -> None:
    path = made(tmp_path / "a.c", "#line 2147483647\nint x;\n")
    limit = 1 << 30

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))

    done = subprocess.run(
        [*COMMAND, "--file", str(path)],
        capture_output=True, text=True, check=False, preexec_fn=limited,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "x is an int\n", "")
