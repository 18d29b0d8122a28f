"""The only module of the project that starts processes."""

import contextlib
import os
import selectors
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

_CHUNK = 65536
_GRACE = 1.0
"""Seconds that a process which left the group may keep the output open after its end."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a process may use: bytes of output kept, bytes of address space (None: any)."""

    output: int = 8 << 20
    address_space: int | None = None


@dataclass(frozen=True, slots=True)
class Finished:
    """A process that has ended.

    `status` is its exit status, 128 + n where signal n ended it, as a shell
    counts. `timed_out`: it was still running at the time-out and was killed.
    `truncated`: it wrote more than its limit and was killed for it.
    """

    status: int
    out: bytes
    err: bytes
    timed_out: bool = False
    truncated: bool = False

    @property
    def stdout(self) -> str:
        """Standard output as UTF-8; bytes that are none are replaced."""
        return self.out.decode("utf-8", "replace")

    @property
    def stderr(self) -> str:
        """Standard error as UTF-8; bytes that are none are replaced."""
        return self.err.decode("utf-8", "replace")


class Runner(Protocol):
    """The shape of `run`, for those who take it as an argument."""

    def __call__(  # noqa: PLR0913 - the shape of `run`
        self,
        command: Sequence[str],
        *,
        cwd: Path | None = None,
        stdin: str | bytes = b"",
        timeout: float = 60.0,
        env: Mapping[str, str] | None = None,
        limits: Limits = ...,
    ) -> Finished:
        """Return how the command ended."""
        ...


def run(  # noqa: PLR0913 - each is one property of a process
    command: Sequence[str],
    *,
    cwd: Path | None = None,
    stdin: str | bytes = b"",
    timeout: float = 60.0,
    env: Mapping[str, str] | None = None,
    limits: Limits = Limits(),
) -> Finished:
    """Return how a command ended, after at most `timeout` seconds.

    It runs in a session of its own, and every process of that group is gone
    when this returns. It counts as ended when the process has exited and its
    output is closed, so that what a child writes later is not lost. `env` is
    the whole environment, this process's own if None.
    Raises FileNotFoundError if there is no such command.
    """
    if limits.address_space is not None:
        command = ["prlimit", f"--as={limits.address_space}", "--", *command]
    deadline = time.monotonic() + timeout
    process = subprocess.Popen(  # noqa: S603 - starting commands is this module's purpose
        list(command),
        cwd=cwd,
        env=None if env is None else dict(env),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        bufsize=0,
    )
    data = stdin.encode() if isinstance(stdin, str) else stdin
    exchange = _Exchange(process, data, limits.output)
    try:
        ended = exchange.until(deadline) and _wait(process, deadline)
    finally:
        # Also after a normal end: nothing of the group may outlive the call.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    if not ended:
        exchange.until(time.monotonic() + _GRACE)
    exchange.close()
    code = process.returncode
    return Finished(
        status=code if code >= 0 else 128 - code,
        out=bytes(exchange.out),
        err=bytes(exchange.err),
        timed_out=not ended and not exchange.truncated,
        truncated=exchange.truncated,
    )


def workers(count: int) -> "ProcessPoolExecutor":
    """Return an executor of `count` processes, which leave Ctrl-C to this one."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - few runs need it

    return ProcessPoolExecutor(count, initializer=_leave_interrupts)


def _leave_interrupts() -> None:
    """Pass over Ctrl-C: the process that waits for this one hears it too, and ends both."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _wait(process: subprocess.Popen[bytes], deadline: float) -> bool:
    """Return whether the process ended before the deadline (on the monotonic clock)."""
    try:
        process.wait(max(0.0, deadline - time.monotonic()))
    except subprocess.TimeoutExpired:
        return False
    return True


class _Exchange:
    """Writes a process's input and reads both its outputs, without blocking on any."""

    def __init__(self, process: subprocess.Popen[bytes], data: bytes, limit: int) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        self.out = bytearray()
        self.err = bytearray()
        self.truncated = False
        self._data = memoryview(data)
        self._limit = limit
        self._selector = selectors.DefaultSelector()
        self._streams: dict[int, tuple[IO[bytes], bytearray | None]] = {
            process.stdin.fileno(): (process.stdin, None),
            process.stdout.fileno(): (process.stdout, self.out),
            process.stderr.fileno(): (process.stderr, self.err),
        }
        for descriptor, (_, into) in self._streams.items():
            os.set_blocking(descriptor, False)
            event = selectors.EVENT_WRITE if into is None else selectors.EVENT_READ
            self._selector.register(descriptor, event)

    def until(self, deadline: float) -> bool:
        """Return whether all streams were closed before the deadline and within the limit."""
        while self._streams:
            remaining = deadline - time.monotonic()
            if remaining <= 0 or self.truncated:
                return False
            for key, _events in self._selector.select(remaining):
                stream, into = self._streams[key.fd]
                if into is None:
                    self._write(stream)
                else:
                    self._read(stream, into)
        return not self.truncated

    def _write(self, stream: IO[bytes]) -> None:
        """Write what the pipe takes; close it when all is written or nobody reads."""
        try:
            written = os.write(stream.fileno(), self._data[:_CHUNK]) if self._data else 0
            self._data = self._data[written:]
        except BrokenPipeError:
            self._data = memoryview(b"")
        if not self._data:
            self._drop(stream)

    def _read(self, stream: IO[bytes], into: bytearray) -> None:
        """Read what is there; at the limit, stop and say so."""
        chunk = os.read(stream.fileno(), _CHUNK)
        if not chunk:
            self._drop(stream)
        into.extend(chunk[: self._limit - len(into)])
        self.truncated = self.truncated or len(into) >= self._limit

    def _drop(self, stream: IO[bytes]) -> None:
        self._selector.unregister(stream)
        del self._streams[stream.fileno()]
        stream.close()

    def close(self) -> None:
        """Close what is still open."""
        for stream, _ in list(self._streams.values()):
            self._drop(stream)
        self._selector.close()
