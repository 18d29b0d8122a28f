"""Records a snippet's moments: the page's own stepper runs it under Node.

What comes back is kept in the snippet's record, so that the site is built without Node.
"""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from cexplain.processes import Runner
from cworkbook.asked import Answered, Ask, Spot
from cworkbook.marks import SnippetError
from cworkbook.records import Moment, Record
from cworkbook.runnable import Elsewhere, Here, runnable
from cworkbook.snippet import Snippet
from cworkbook.toolchain import environment

BROWSER = Path(__file__).resolve().parents[1] / "browser"
"""The folder of the pages' scripts, which holds the stepper."""

_TIMEOUT = 600.0
"""Seconds for all that is asked at a time: it is done by then, however busy the machine."""


class RecorderError(RuntimeError):
    """The stepper cannot be asked; the message says what to do."""


def lacking() -> str:
    """Return what the recorder needs and this machine lacks, "" if it is all there."""
    if shutil.which("node") is None or not (BROWSER / "node_modules" / "esbuild").is_dir():
        return "moments are recorded under Node with the pages' packages; run make build"
    if not (BROWSER.parents[1] / ".cache" / "runtime" / "made").is_file():
        return "moments are recorded with the libraries of the pages' programs; run make build"
    return ""


def recorded(
    programs: Sequence[tuple[Snippet, Record]], run: Runner
) -> list[tuple[Moment, ...] | SnippetError]:
    """Return for each program its moments, or the first mistake in one of its marks.

    All are asked for in one start of Node. RecorderError if that cannot be done.
    """
    requests = [_request(snippet, record) for snippet, record in programs]
    asked = [request for request in requests if isinstance(request, dict)]
    answers = iter(_asked("figures", asked, run) if asked else [])
    return [
        request if isinstance(request, SnippetError) else _answered(snippet, next(answers))
        for (snippet, _), request in zip(programs, requests, strict=True)
    ]


def asked(
    snippet: Snippet, record: Record, asks: Sequence[Ask], run: Runner
) -> tuple[Answered, ...] | SnippetError:
    """Return what the run answers to questions about its moments, or the first that it cannot.

    What asks about a moment that is not marked is left out: its page fails.
    """
    marked = {moment.name: index for index, moment in enumerate(snippet.moments)}
    known = [ask for ask in asks if ask.moment in marked]
    request = _request(snippet, record)
    if isinstance(request, SnippetError) or not known:
        return request if isinstance(request, SnippetError) else ()
    selected = [snippet.moments[marked[ask.moment]].selector for ask in known]
    wanted = [
        {"at": at, "what": ask.what, "of": ask.of} for at, ask in zip(selected, known, strict=True)
    ]
    (answer,) = _asked("asked", [request | {"ask": wanted}], run)
    if "error" in answer:
        return _error(snippet, 0, f"{_REFUSES}: {answer['error']}")
    found: list[Answered] = []
    for ask, told in zip(known, answer["asked"], strict=True):
        if "error" in told:
            said = f"a page asks for the {ask.what} of '{ask.of}' at '{ask.moment}': "
            return _error(snippet, marked[ask.moment], said + told["error"])
        found.append(
            Answered(
                ask,
                told["answer"],
                tuple(told["told"]),
                told["viewBox"],
                told["width"],
                told["height"],
                tuple(told["shapes"]),
                Spot(**told["from"]) if told["from"] else None,
                tuple(Spot(**spot) for spot in told["spots"]),
            )
        )
    return tuple(found)


def differences(programs: Sequence[tuple[Snippet, Record]], run: Runner) -> list[str]:
    """Return a sentence for each program whose record tells other moments than the run now."""
    told: list[str] = []
    for (snippet, record), now in zip(programs, recorded(programs, run), strict=True):
        if isinstance(now, SnippetError):
            told.append(f"snippets/{now}")
            continue
        stored = {moment.name: moment for moment in record.moments}
        told += [
            f"snippets/{snippet.name}:{marked.mark_line}: the record of the moment "
            f"'{marked.name}' tells something else than the run; run make bless and review it"
            for marked, moment in zip(snippet.moments, now, strict=True)
            if stored.get(marked.name) != moment
        ]
    return told


def _request(snippet: Snippet, record: Record) -> dict[str, Any] | SnippetError:
    """Return the program as the stepper is asked for it."""
    here = runnable(snippet, record)
    if not isinstance(here, Here) or not here.runs:
        return _error(snippet, 0, f"a moment needs a program that a page can run; {_why(here)}")
    return {
        "name": snippet.name,
        "source": source(here),
        "at": [moment.selector for moment in snippet.moments],
    }


def source(here: Here) -> dict[str, Any]:
    """Return the program as tools/browser/node/stepping.ts takes it."""
    return {
        "files": here.files,
        "units": here.units,
        "std": here.std,
        "options": " ".join(here.options),
        "stdin": here.stdin,
        "args": here.args,
        "ubsan": here.ubsan,
    }


def _why(here: Here | Elsewhere | None) -> str:
    if isinstance(here, Elsewhere):
        return f"this one {here.reason}"
    return "this one is not run: write 'do: run' and a main, or remove the mark"


def _asked(command: str, programs: list[dict[str, Any]], run: Runner) -> list[dict[str, Any]]:
    if reason := lacking():
        raise RecorderError(reason)
    done = run(
        ["node", "stepping.mjs", command],
        cwd=BROWSER,
        stdin=json.dumps({"programs": programs}),
        timeout=_TIMEOUT,
        env=environment(),
    )
    if done.status != 0 or done.timed_out:
        raise RecorderError(f"the stepper failed:\n{done.stderr}")
    answers: list[dict[str, Any]] = json.loads(done.stdout)
    return answers


def _answered(snippet: Snippet, answer: dict[str, Any]) -> tuple[Moment, ...] | SnippetError:
    """Return the moments that an answer holds, or what the stepper has against one."""
    if "error" in answer:
        return _error(snippet, 0, f"{_REFUSES}: {answer['error']}")
    found: list[Moment] = []
    for index, (marked, told) in enumerate(zip(snippet.moments, answer["figures"], strict=True)):
        if "error" in told:
            said = f"the moment '{marked.name}' is not there: {told['error']} {_ADVICE}"
            return _error(snippet, index, said)
        found.append(
            Moment(
                name=marked.name,
                sentence=told["sentence"],
                mistakes=tuple(told["mistakes"]),
                told=tuple(told["told"]),
                view_box=told["viewBox"],
                width=told["width"],
                height=told["height"],
                shapes=tuple(told["shapes"]),
            )
        )
    return tuple(found)


_REFUSES = "the page's compiler refuses the program"
_ADVICE = (
    "Put the mark before a statement that runs, and name the time if it is not the first. "
    "(Lines are counted as pages count them.)"
)


def _error(snippet: Snippet, index: int, message: str) -> SnippetError:
    """Return the mistake about one of the marks, with the mark's place."""
    marked = snippet.moments[index]
    where = f"{snippet.name}/{marked.file}" if snippet.is_folder else snippet.name
    return SnippetError(where, marked.mark_line, message)
