"""What a page's scripts need to compile and run a program, as data that does nothing by itself."""

import json
from html import escape

from cworkbook.runnable import Elsewhere, Here


def with_program(code: str, here: Here, shown: str) -> str:
    """Return a figure's code in a box that holds the program for the scripts.

    `shown` is the file that the page shows, which is the one to be edited first.
    """
    differs = ""
    if here.differs:
        told = f"In the browser this program ends differently: {here.differs}."
        differs = f'<p class="cw-differs">{escape(told)}</p>'
    return f"<div class=\"cw-desk\" data-program='{data(here, shown)}'>{differs}{code}</div>"


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


def elsewhere_html(elsewhere: Elsewhere) -> str:
    """Return how to run a program on one's own machine, for one that a page cannot run."""
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
