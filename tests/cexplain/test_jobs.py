"""Large inputs: several processes, one order; a progress line for who waits."""

import itertools
import json
import os
import shlex
import signal
import subprocess
from pathlib import Path

import pytest

from cexplain.command.progress import INTERVAL, PATIENCE, Progress
from support import patience
from support.command import COMMAND, INTERRUPTIBLE, run
from support.terminal import Terminal

LINES = "".join(f"int good{n}[{n + 1}];\n" if n % 7 else f"int (bad{n};\n" for n in range(1_000))


@pytest.mark.parametrize("options", [[], ["--json"], ["--style", "cdecl"]])
def test_several_processes_write_what_one_writes(options: list[str]) -> None:
    alone = run(*options, "int before", "-", "int after", stdin=LINES)
    together = run("--jobs", "3", *options, "int before", "-", "int after", stdin=LINES)
    assert together.stdout == alone.stdout
    assert together.stderr == alone.stderr
    assert together.returncode == alone.returncode == 1
    assert alone.stdout.count("\n") > 800


def test_english_is_written_in_several_processes_too() -> None:
    english = "".join(f"f{n} as array {n + 1} of pointer to int\n" for n in range(500))
    done = run("--jobs", "2", "declare", "-", stdin=english)
    assert done.returncode == 0
    assert done.stdout.splitlines()[::499] == ["int *f0[1];", "int *f499[500];"]


def test_files_are_read_in_several_processes_in_their_order(tmp_path: Path) -> None:
    names = [f"file{n}.c" for n in range(6)]
    for name in names:
        (tmp_path / name).write_text(f"int in_{name.removesuffix('.c')};\n")
    files = [word for name in [*names, "missing.c"] for word in ("--file", name)]
    done = run("--jobs", "2", "--json", *files, cwd=tmp_path)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["file"] for record in records] == names
    assert [record["declarations"][0]["name"] for record in records] == [
        f"in_file{n}" for n in range(6)
    ]
    assert (done.returncode, done.stderr.startswith("missing.c:1:1: error: ")) == (1, True)


def test_memory_does_not_grow_with_the_number_of_lines() -> None:
    script = (
        "import resource, sys; from cexplain.command.cli import main; main(['--jobs', '2', '-']);"
        "sys.stderr.write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))"
    )
    memory: list[int] = []
    for count in (2_000, 20_000):
        text = "int x;\n" * count
        done = subprocess.run(
            [COMMAND[0], "-c", script], input=text, capture_output=True, text=True, check=True
        )
        assert done.stdout.count("\n") == count
        memory.append(int(done.stderr))  # kilobytes
    assert memory[1] < memory[0] + 3_000


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--jobs", "0", "-"], "1 or more"),
        (["--jobs", "many", "-"], "invalid int value"),
        (["--jobs", "2", "--svg", "x.svg", "-"], "cannot go with --jobs"),
    ],
)
def test_jobs_that_make_no_sense_are_wrong_usage(arguments: list[str], reason: str) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert reason in done.stderr


def test_ctrl_c_ends_all_processes_quietly() -> None:
    with subprocess.Popen(
        [*INTERRUPTIBLE, *COMMAND, "--jobs", "2", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(b"int x;\n" * 2_000)
        process.stdin.flush()
        process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the whole group
        process.stdin.close()
        process.stdout.read()
        assert process.stderr.read() == b""
        assert process.wait(patience.PATIENCE) == 128 + signal.SIGINT


# The progress line


class Tape:
    """A stream that keeps what it was given."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str, /) -> None:
        self.text += text

    def flush(self) -> None:
        pass


def test_progress_waits_then_counts_and_leaves_nothing() -> None:
    tape, now = Tape(), [0.0]
    progress = Progress(tape, lambda: now[0])
    progress.advance("lines", 100)
    progress.clear()
    assert tape.text == ""
    now[0] = PATIENCE * 2
    progress.advance("lines", 900)
    assert tape.text == "\r\x1b[K1,000 lines, 500 a second"
    now[0] += INTERVAL / 2
    progress.advance("lines", 1)
    assert tape.text.count("\r") == 1
    progress.clear()
    progress.clear()
    assert tape.text.endswith("a second\r\x1b[K")


def fed(lines: Path, terminal: Terminal) -> range:
    """Feed a command until it shows its progress, and end its input; the lines it got."""
    with lines.open("w") as feed:
        for n in itertools.count(1):
            feed.write(f"int x{n};\n")
            feed.flush()
            if " lines, " in terminal.screen():
                return range(1, n + 1)
    raise AssertionError


def reading(lines: Path, output: str = "") -> list[str]:
    """A shell's command that reads a pipe, which is made, and stays when its status is said."""
    os.mkfifo(lines)
    return ["bash", "-c", f"{shlex.join(COMMAND)} - < {lines} {output}; echo status $?; cat"]


def test_somebody_at_a_terminal_sees_progress_and_whole_lines_of_output(tmp_path: Path) -> None:
    lines = tmp_path / "lines"
    with Terminal(reading(lines), tmp_path, size=(100, 70)) as terminal:
        given = fed(lines, terminal)
        shown = terminal.wait("status 0").splitlines()
    readings = [line for n in given for line in (f"int x{n}", f"x{n} is an int")]
    assert shown == [*readings, "status 0"]


def test_output_in_a_file_is_free_of_progress(tmp_path: Path) -> None:
    lines = tmp_path / "lines"
    with Terminal(reading(lines, "> out"), tmp_path) as terminal:
        given = fed(lines, terminal)
        assert terminal.wait("status 0") == "status 0"
    assert (tmp_path / "out").read_text() == "".join(f"x{n} is an int\n" for n in given)
