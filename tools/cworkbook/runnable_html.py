"""What a page's scripts need to compile and run a program, as data that does nothing by itself."""

import json
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
            return (
                f'<script type="application/json" class="cw-run-data">{data(here, shown)}</script>'
            )
        case Elsewhere() as elsewhere:
            return _elsewhere_html(elsewhere)
        case other:
            assert_never(other)


def data(here: Here, shown: str) -> str:
    """Return the program as JSON without '<', so that nothing in it can end the element."""
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
        "units": here.units,
        "shown": shown,
        "runs": here.runs,
        "std": here.std,
        "level": here.level,
        "options": here.options,
        "args": here.args,
        "stdin": here.stdin,
        "varies": here.varies,
        "differs": here.differs,
        "recorded": recorded,
    }
    text = json.dumps(program, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


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
