"""What the explainer's page asks of cexplain: one JSON text in, one out.

    {"ask": "read", "text", "std", "limit"}       C to readings: see `_read`
    {"ask": "write", "text", "std", "limit"}      English to C, and that C's reading: see `_write`
    {"ask": "picture", "text", "std", "index"}    one path picture as a document of its own
    {"ask": "confirm", "text", "std"}             what to ask a compiler: see `_confirm`
    {"ask": "grade", "text", "std", ...}          whether a question is answered: see grade.py
    {"ask": "drill" | "paper" | "judge", ...}     questions from a seed, and verdicts: see drills.py

Places are [start, end] in code points. `std` is null for C23 read leniently,
`limit` how many columns of source a row of a picture has.
This file runs in the browser as it is; it stands beside the script that loads it.
"""

import json
from collections.abc import Callable
from typing import Any

from cexplain import Explanation, Reading, ReadingError, declare, explain, path_svg, reading_html
from cexplain.depth import deep_stack
from cexplain.english.declare import cast
from cexplain.render.record import diagnostic_object
from cexplain.render.stops import stops

_DEFAULT = "c23"
_MOST = 24  # readings and findings: a page of pictures that nobody scrolls through takes seconds
Answer = dict[str, Any]


def answer(request: str) -> str:
    """Return the answer to a request as JSON; bad input is answered, never raised."""
    asked = json.loads(request)
    with deep_stack():
        return json.dumps(_ANSWERS[asked["ask"]](asked))


def _read(asked: Answer) -> Answer:
    """Return the readings of C, their HTML, and what is wrong.

    `html` is None where nothing could be read; `marks` are places with the kind
    of phrase and the stop that say them, wide ones first; `more` is how many
    readings are not shown, `unshown` how many findings.
    """
    explanation = explain(asked["text"], std=asked["std"])
    readings = explanation.readings[:_MOST]
    # The page shows what is wrong beside the input, with a caret for each.
    shown = Explanation(explanation.source, explanation.std, readings, ())
    return {
        "ok": explanation.ok,
        "html": reading_html(shown, limit=asked["limit"]) if readings else None,
        "readings": [_reading(reading, explanation.source) for reading in readings],
        "more": len(explanation.readings) - len(readings),
        "diagnostics": [diagnostic_object(each) for each in explanation.diagnostics[:_MOST]],
        "unshown": max(0, len(explanation.diagnostics) - _MOST),
    }


def _reading(reading: Reading, source: str) -> Answer:
    way = stops(reading, source)
    marks = {
        (span.start - span.end, span.start, span.end, reading.phrases[index].kind, stop.number)
        for stop in way
        for index in stop.phrases
        for span in reading.phrases[index].spans
    }
    return {
        "name": reading.declaration.name,
        "prose": reading.prose,
        "cdecl": reading.cdecl,
        "c": reading.c,
        "stops": [{"text": stop.text, "spans": stop.spans + stop.aside} for stop in way],
        "marks": [mark[1:] for mark in sorted(marks)],
        "notes": [{"rule": note.rule, "message": note.message} for note in reading.notes],
    }


def _write(asked: Answer) -> Answer:
    """Return the C that English means as `c`, with its readings; or what is wrong with it."""
    text, std = asked["text"], asked["std"]
    first, _, rest = text.lstrip().partition(" ")
    speller, english = (cast, rest) if first.lower() == "cast" else (declare, text)
    skipped = len(text) - len(english)
    try:
        c = speller(english, std=std or _DEFAULT)
    except ReadingError as error:
        wrong: list[Answer] = [{**diagnostic_object(each)} for each in error.diagnostics]
        for each in wrong:
            each["span"] = [place + skipped for place in each["span"]]
            each["column"] += skipped if each["line"] == 1 else 0
        return {"ok": False, "c": None, "html": None, "readings": [], "diagnostics": wrong}
    return {**_read({**asked, "text": c}), "c": c}


def _picture(asked: Answer) -> Answer:
    """Return `svg`, None where there is no such reading."""
    explanation = explain(asked["text"], std=asked["std"])
    index = asked["index"]
    drawn = index < len(explanation.readings)
    return {"svg": path_svg(explanation, index) if drawn else None}


def _confirm(asked: Answer) -> Answer:
    """Return `code` for the standard `std`, and the `names` whose types it compares."""
    import confirm  # noqa: PLC0415 - most readers do not ask

    explanation = explain(asked["text"], std=asked["std"])
    std = confirm.standard(explanation, asked["std"])
    code, names = confirm.text(explanation, std)
    return {"code": code, "names": names, "std": std, "ok": explanation.ok}


def _grade(asked: Answer) -> Answer:
    """Return how a text answers a question."""
    import grade  # noqa: PLC0415 - most readers are asked nothing that needs it

    return grade.grade(asked)


def _drills(asked: Answer) -> Answer:
    """Return a drill, a sheet of them, or the verdict on an answer."""
    import drills  # noqa: PLC0415 - most readers practise on another day

    made: Answer = getattr(drills, asked["ask"])(asked)
    return made


_ANSWERS: dict[str, Callable[[Answer], Answer]] = {
    "read": _read,
    "write": _write,
    "picture": _picture,
    "confirm": _confirm,
    "grade": _grade,
    "drill": _drills,
    "paper": _drills,
    "judge": _drills,
}
