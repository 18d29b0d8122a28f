"""The only module of the project that starts processes."""

import contextlib
import os
import resource
import selectors
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import IO, TYPE_CHECKING, Protocol

from cexplain import strays
from cexplain.values import dataclass

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

_CHUNK = 65536
_PULSE = 1.0
"""Seconds that one wait takes at most: Python hears a signal that came just before it after it."""
_GRACE = 1.0
"""Seconds that a process which left the group may keep the output open after its end."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a process may use: bytes of output kept, bytes of address space (None: any)."""

    output: int = 8 << 20
    address_space: int | None = None


_USUAL = Limits()


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
    limits: Limits = _USUAL,
) -> Finished:
    """Return how a command ended, after at most `timeout` seconds.

    It runs in a session of its own. What it started is gone when this returns,
    in that session or in another, and ends with us at TERM and HUP. It counts
    as ended when the process has exited and its output is closed, so that what
    a child writes later is not lost. `env` is the whole environment, this
    process's own if None. Raises FileNotFoundError if there is no such command.
    """
    end_together()
    deadline = time.monotonic() + timeout
    process = _running.start(command, cwd, None if env is None else dict(env), limits)
    try:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        exchange = _Exchange(process, data, limits.output)
        ended = exchange.until(deadline) and _wait(process, deadline)
    finally:
        # Also after a normal end: nothing of the group may outlive the call.
        _running.end(process)
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
    """Return an executor of `count` processes, which leave Ctrl-C to this one and end with it."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - few runs need it

    return ProcessPoolExecutor(count, initializer=_begin_worker, initargs=(os.getpid(),))


def _begin_worker(parent: int) -> None:
    """Pass over Ctrl-C: the process that waits for this one hears it too, and ends both."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    strays.end_with_parent()
    if os.getppid() != parent:  # it ended before it could be asked for
        os.kill(os.getpid(), signal.SIGTERM)


def end_together() -> None:
    """Let what is running end when this process is told to, by TERM or by a closed terminal.

    Only the main thread can arrange that; who starts processes in others calls it before.
    """
    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(number) is signal.SIG_DFL:
                signal.signal(number, _running.told)


class _Running:
    """The processes that were started and have not ended."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._leaders: set[int] = set()
        self._before: frozenset[int] = frozenset()
        self._starter: int | None = None  # the thread that starts a process just now
        self._told: int | None = None

    def start(
        self, command: Sequence[str], cwd: Path | None, env: dict[str, str] | None, limits: Limits
    ) -> subprocess.Popen[bytes]:
        """Return the command's process, started in a session of its own."""
        executable = _found(command[0], (env or os.environ).get("PATH"))
        with self._lock:
            self._starter = threading.get_ident()
            if not self._leaders:
                strays.adopt(whether=True)
                self._before = strays.children()
            try:
                with _limited(limits.address_space):
                    process = subprocess.Popen(  # noqa: S603 - this module's purpose
                        list(command),
                        executable=executable,
                        cwd=cwd,
                        env=env,
                        stdin=subprocess.PIPE,
                        stdout=subprocess.PIPE,
                        stderr=subprocess.PIPE,
                        start_new_session=True,
                        bufsize=0,
                    )
                self._leaders.add(process.pid)
            finally:
                self._starter = None
                if self._told is not None:
                    self.told(self._told, None)
        return process

    def end(self, process: subprocess.Popen[bytes]) -> None:
        """End a process with its group, and then what has left it."""
        _kill_group(process.pid)
        process.wait()
        with self._lock:
            self._leaders.discard(process.pid)
            strays.end(self._before | self._leaders)
            if not self._leaders:
                strays.adopt(whether=False)

    def told(self, number: int, _frame: FrameType | None) -> None:
        """End everything and then this process, as the signal asks for."""
        if self._starter == threading.get_ident():  # soon, with what is being started
            self._told = number
            return
        with self._lock:
            for leader in self._leaders:
                _kill_group(leader)
            strays.end(self._before)
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)


_running = _Running()


def _found(name: str, path: str | None) -> str | None:
    """Return where a command is that has no folder; in another folder the path may lead elsewhere.

    Raises FileNotFoundError.
    """
    if "/" in name:
        return None
    place = shutil.which(name, path=path)
    if place is None:
        raise FileNotFoundError(f"there is no command {name}")
    return os.path.abspath(place)


def _kill_group(leader: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(leader, signal.SIGKILL)


@contextlib.contextmanager
def _limited(address_space: int | None) -> Iterator[None]:
    """Give what is started meanwhile so much address space: a process inherits its limits."""
    if address_space is None:
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    allowed = min([address_space, *(limit for limit in (soft, hard) if limit >= 0)])
    resource.setrlimit(resource.RLIMIT_AS, (allowed, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


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
            for key, _events in self._selector.select(min(remaining, _PULSE)):
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
