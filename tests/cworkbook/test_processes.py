"""Starting processes: what comes back, and that nothing stays behind."""

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from cexplain.processes import Limits, run


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
    script = "sh -c 'echo $$ > pid; exec sleep 60' & wait"
    started = time.monotonic()
    done = run(["sh", "-c", script], cwd=tmp_path, timeout=0.5)
    assert done.timed_out
    assert time.monotonic() - started < 5
    assert _gone(int((tmp_path / "pid").read_text()))


def test_a_process_left_in_the_background_is_ended_after_a_normal_exit(tmp_path: Path) -> None:
    done = run(["sh", "-c", "sleep 60 >/dev/null 2>&1 & echo $!"], cwd=tmp_path, timeout=20)
    assert done.status == 0
    assert _gone(int(done.stdout))


def test_what_a_child_writes_after_its_parent_ended_is_kept() -> None:
    done = run(["sh", "-c", "(sleep 0.2; echo late) & echo early"], timeout=20)
    assert done.stdout == "early\nlate\n"


def test_what_was_written_before_the_time_out_is_kept() -> None:
    done = run(["sh", "-c", "echo early; sleep 60"], timeout=0.5)
    assert (done.timed_out, done.stdout) == (True, "early\n")


def test_endless_output_is_cut_at_its_limit() -> None:
    done = run(["yes"], limits=Limits(output=10_000), timeout=20)
    assert (done.truncated, done.timed_out, len(done.out)) == (True, False, 10_000)


def test_the_address_space_can_be_limited() -> None:
    code = "try: bytearray(1 << 30)\nexcept MemoryError: print('no memory')"
    done = run([sys.executable, "-c", code], limits=Limits(address_space=512 << 20))
    assert done.stdout == "no memory\n"


def test_the_environment_is_exactly_the_given_one() -> None:
    done = run(["/usr/bin/env"], env={"ONLY": "this"})
    assert done.stdout == "ONLY=this\n"


def _gone(pid: int) -> bool:
    """Return whether a process has ended within two seconds (a zombie has ended)."""
    for _ in range(100):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        stat = Path(f"/proc/{pid}/stat")
        if stat.exists() and stat.read_text().rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.02)
    return False
