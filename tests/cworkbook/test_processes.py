"""Starting processes: what comes back, and that nothing stays behind."""

import os
import resource
import select
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cexplain.processes import Finished, Limits, run
from support.ended import ended
from support.patience import PATIENCE


def test_output_errors_and_status_come_back_apart() -> None:
    done = run(["sh", "-c", "echo out; echo err >&2; exit 3"])
    assert (done.status, done.stdout, done.stderr) == (3, "out\n", "err\n")
    assert not done.timed_out


def test_standard_input_larger_than_a_pipe_is_written_whole() -> None:
    text = "x" * 300_000
    assert run(["cat"], stdin=text).stdout == text


def test_a_program_that_reads_no_input_is_no_error() -> None:
    assert run(["true"], stdin="x" * 300_000).status == 0


def test_the_end_by_a_signal_counts_as_in_a_shell() -> None:
    done = run([sys.executable, "-c", "import os; os.kill(os.getpid(), 11)"])
    assert done.status == 128 + signal.SIGSEGV


def test_a_missing_command_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="no-such-command"):
        run(["no-such-command"])


def test_the_time_out_ends_grandchildren_too(tmp_path: Path) -> None:
    pid = tmp_path / "pid"
    script = "sh -c 'echo $$ > pid; exec sleep 5000' & wait"
    _timed_out(script, tmp_path, lambda _: pid.exists() and pid.read_text().endswith("\n"))
    assert ended(int(pid.read_text()))


def test_a_process_left_in_the_background_is_ended_after_a_normal_exit(tmp_path: Path) -> None:
    done = run(["sh", "-c", "sleep 5000 >/dev/null 2>&1 & echo $!"], cwd=tmp_path, timeout=PATIENCE)
    assert done.status == 0
    assert ended(int(done.stdout))


def test_what_a_child_writes_after_its_parent_ended_is_kept(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "held")  # by the parent, until it ends
    script = "(read nothing < held; echo late) & exec 3> held; echo early"
    done = run(["sh", "-c", script], cwd=tmp_path, timeout=PATIENCE)
    assert done.stdout == "early\nlate\n"


def test_what_was_written_before_the_time_out_is_kept(tmp_path: Path) -> None:
    done = _timed_out("echo early; sleep 5000", tmp_path, lambda done: done.stdout != "")
    assert done.stdout == "early\n"


def test_endless_output_is_cut_at_its_limit() -> None:
    done = run(["yes"], limits=Limits(output=10_000), timeout=PATIENCE)
    assert (done.truncated, done.timed_out, len(done.out)) == (True, False, 10_000)


def test_the_address_space_can_be_limited() -> None:
    code = "try: bytearray(1 << 30)\nexcept MemoryError: print('no memory')"
    done = run([sys.executable, "-c", code], limits=Limits(address_space=512 << 20))
    assert done.stdout == "no memory\n"


def test_a_limit_is_for_what_is_started_alone() -> None:
    before = resource.getrlimit(resource.RLIMIT_AS)
    run(["true"], limits=Limits(address_space=512 << 20))
    assert resource.getrlimit(resource.RLIMIT_AS) == before


def test_a_command_is_looked_for_where_this_process_is(tmp_path: Path) -> None:
    other = tmp_path / "env"
    other.write_text("#!/bin/sh\necho another\n")
    other.chmod(0o755)
    with pytest.raises(FileNotFoundError):
        run(["env"], cwd=tmp_path, env={"PATH": "."})


ELSEWHERE = "setsid sh -c 'echo $$ > ready; exec sleep 5000'"
"""Starts a child in a session of its own, which writes its number into a pipe."""


def test_a_child_in_another_session_is_ended_too(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ready")
    done = run(
        ["sh", "-c", f"{ELSEWHERE} > /dev/null 2>&1 & cat ready"], cwd=tmp_path, timeout=PATIENCE
    )
    assert ended(int(done.stdout))


def test_a_child_of_one_in_another_session_is_ended_too(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ready")
    inner = f"setsid sh -c '{ELSEWHERE.replace(chr(39), chr(34))} & wait'"
    done = run(
        ["sh", "-c", f"{inner} > /dev/null 2>&1 & cat ready"], cwd=tmp_path, timeout=PATIENCE
    )
    assert ended(int(done.stdout))


def test_what_this_process_starts_besides_stays(tmp_path: Path) -> None:
    with subprocess.Popen(["cat"], stdin=subprocess.PIPE, start_new_session=True) as other:
        run(["true"])
        assert other.poll() is None
        other.terminate()


STARTER = """
import sys, threading
from cexplain import processes
start = lambda: processes.run(["sh", "-c", sys.argv[1]], timeout=600)
if sys.argv[2] == "thread":
    processes.end_together()
    thread = threading.Thread(target=start)
    thread.start()
    while thread.is_alive():
        thread.join(1.0)  # Python hears a signal that came just before a wait after it
else:
    start()
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("where", ["main", "thread"])
@pytest.mark.parametrize("script", ["echo $$ > ready; exec sleep 5000", f"{ELSEWHERE} & wait"])
def test_what_was_started_ends_with_us(
    tmp_path: Path, number: signal.Signals, where: str, script: str
) -> None:
    reader = _pipe(tmp_path / "ready")
    command = [sys.executable, "-c", STARTER, script, where]
    with subprocess.Popen(command, cwd=tmp_path) as starter:
        started = int(_heard(reader))
        starter.send_signal(number)
        assert starter.wait(PATIENCE) == -number
    assert ended(started)


def test_a_signal_that_is_to_be_passed_over_stays_so(tmp_path: Path) -> None:
    reader = _pipe(tmp_path / "ready")
    os.mkfifo(tmp_path / "go")
    go = os.open(tmp_path / "go", os.O_RDWR)
    command = ["nohup", sys.executable, "-c", STARTER, "echo $$ > ready; read go < go", "main"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL) as starter:
        _heard(reader)
        starter.send_signal(signal.SIGHUP)
        os.write(go, b"on\n")
        assert starter.wait(PATIENCE) == 0
    os.close(go)


def test_the_environment_is_exactly_the_given_one() -> None:
    done = run(["/usr/bin/env"], env={"ONLY": "this"})
    assert done.stdout == "ONLY=this\n"


def _pipe(path: Path) -> int:
    """Return the reading end of a named pipe, which is made."""
    os.mkfifo(path)
    return os.open(path, os.O_RDONLY | os.O_NONBLOCK)


def _heard(reader: int) -> str:
    """Return what is written into a pipe; fails where nothing comes."""
    assert select.select([reader], [], [], PATIENCE)[0], "nothing was started"
    text = os.read(reader, 100).decode()
    os.close(reader)
    return text


def _timed_out(script: str, folder: Path, begun: Callable[[Finished], bool]) -> Finished:
    """Return how a script ended that ran out of time, and had begun by then."""
    for timeout in (0.5, 5, 50, PATIENCE):
        done = run(["sh", "-c", script], cwd=folder, timeout=timeout)
        assert done.timed_out
        if begun(done):
            return done
    raise AssertionError("the script never began")
