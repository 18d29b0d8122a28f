"""One run in several processes: pieces of the input go out, what they say comes back in order."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future
from io import BytesIO
from itertools import islice
from typing import TypeAlias

from cexplain import processes
from cexplain.command.console import Console, text_lines
from cexplain.command.inputs import joined
from cexplain.command.options import Options
from cexplain.command.progress import watched
from cexplain.command.session import UNREAD, Session, decoded
from cexplain.depth import deep_stack
from cexplain.values import dataclass, replace

CHUNK = 200
"""Lines that one process reads at a time: enough to outweigh the way there and back."""

AHEAD = 2
"""Pieces in work or waiting for each process, so that memory does not grow with the input."""

Line: TypeAlias = tuple[int | None, bytes]
"""A line of standard input with its number, or an argument with None."""


@dataclass(frozen=True, slots=True)
class Task:
    """A piece of the input: lines, or a file."""

    lines: tuple[Line, ...] = ()
    file: str | None = None


Tape: TypeAlias = list[tuple[bool, str]]
"""What a session wrote, in order; True stands before what went to standard error."""


class _Recorder:
    """A stream whose texts go to a tape."""

    def __init__(self, tape: Tape, *, errors: bool) -> None:
        self._tape, self._errors = tape, errors

    def write(self, text: str, /) -> object:
        self._tape.append((self._errors, text))
        return None

    def flush(self) -> object:
        return None


def run(options: Options, console: Console) -> int:
    """Read all that was asked for in `options.jobs` processes and return the exit status."""
    status = 0
    view = watched(console)
    # A console holds streams, which stay in this process; the rest of it goes along.
    form = replace(console, stdin=BytesIO(), stdout=_Recorder([], errors=False))
    form = replace(form, stderr=_Recorder([], errors=True))
    waiting: deque[tuple[Task, Future[tuple[Tape, int]]]] = deque()
    pool = processes.workers(options.jobs)
    try:
        tasks = _tasks(options, console)
        while True:
            room = AHEAD * options.jobs - len(waiting)
            for task in islice(tasks, room):
                waiting.append((task, pool.submit(work, options, form, task)))
            if not waiting:
                return status
            task, future = waiting.popleft()
            tape, found = future.result()
            status = max(status, found)
            for errors, text in tape:
                (view.console.err if errors else view.console.out)(text)
            view.advance("files" if task.file else "lines", 1 if task.file else len(task.lines))
    except BrokenExecutor:
        view.console.err("cexplain: error: a process ended early; is there too little memory?\n")
        return UNREAD
    finally:
        view.close()
        pool.shutdown(wait=True, cancel_futures=True)


def work(options: Options, form: Console, task: Task) -> tuple[Tape, int]:
    """Return what a session writes for one task, and its status."""
    tape: Tape = []
    console = replace(
        form, stdout=_Recorder(tape, errors=False), stderr=_Recorder(tape, errors=True)
    )
    files = (task.file,) if task.file else ()
    session = Session(replace(options, words=(), files=files), console)
    with deep_stack():
        session.read(decoded(data, number) for number, data in task.lines)
        session.read(session.files())
    return tape, session.status


def _tasks(options: Options, console: Console) -> Iterator[Task]:
    """Yield the input in pieces, in order."""
    lines = _lines(options, console)
    while chunk := tuple(islice(lines, CHUNK)):
        yield Task(lines=chunk)
    yield from (Task(file=path) for path in options.files)


def _lines(options: Options, console: Console) -> Iterable[Line]:
    """Yield the arguments and the lines of standard input where - stands among them."""
    for word in Session(options, console).words():
        if word == "-":
            lines = text_lines(console.stdin)
            yield from joined(lines) if options.command == "explain" else lines
        else:
            yield None, word.encode("utf-8", "surrogateescape")
