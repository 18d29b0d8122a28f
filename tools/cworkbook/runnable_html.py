"""What a page's scripts need to compile and run a program, as data that does nothing by itself."""

import json
from collections.abc import Sequence
from html import escape
from typing import assert_never

from cworkbook.records import Record
from cworkbook.runnable import Elsewhere, Here, runnable
from cworkbook.snippet import Snippet


def runnable_html(snippet: Snippet, shown: str, record: Record) -> str:
    """Return a figure's data for the scripts, or how to run the program on one's own machine.

    `shown` is the file that the page shows, which is the one to be edited first.
    """
    match runnable(snippet, record):
        case None:
            return ""
        case Here() as here:
            return f"<div class=\"cw-run-data\" hidden data-program='{data(here, shown)}'></div>"
        case Elsewhere() as elsewhere:
            return _elsewhere_html(elsewhere)
        case other:
            assert_never(other)


def data(here: Here, shown: str) -> str:
    """Return the program as JSON, spelled for an attribute between single quotation marks.

    Not in a script element: Material's instant navigation makes a plain script of each, which
    the pages' policy refuses, and which would run without it.
    """
    recorded = [
        {
            "compiler": run.compiler,
            "std": run.std,
            "level": run.level,
            "stdout": run.stdout,
            "exit": run.exit,
            "hangs": run.hangs,
        }
        for run in here.recorded
    ]
    program = {
        "files": here.files,
        "numbers": {name: runs_of(numbers) for name, numbers in here.numbers.items()},
        "units": here.units,
        "shown": shown,
        "runs": here.runs,
        "std": here.std,
        "level": here.level,
        "options": here.options,
        "args": here.args,
        "stdin": here.stdin,
        "ubsan": here.ubsan,
        "varies": here.varies,
        "differs": here.differs,
        "recorded": recorded,
    }
    text = json.dumps(program, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;")


def runs_of(numbers: Sequence[int]) -> list[list[int]]:
    """Return where numbers do not go on by one: each such place, from 0, with its number."""
    starts = (at for at, number in enumerate(numbers) if not at or number != numbers[at - 1] + 1)
    return [[at, numbers[at]] for at in starts]


def _elsewhere_html(elsewhere: Elsewhere) -> str:
    installed = ""
    if elsewhere.packages:
        installed = f"apt-get install {' '.join(elsewhere.packages)}\n"
    commands = escape(installed + "\n".join(elsewhere.commands))
    return (
        '<details class="cw-how cw-elsewhere"><summary>Run it on your own machine: this program '
        f"{escape(elsewhere.reason)}</summary><p>A page cannot do that. "
        "In a copy of this book, with its environment:</p>"
        f'<pre tabindex="0"><code>{commands}</code></pre></details>'
    )
