"""What the explainer's page asks of cexplain: one JSON text in, one out.

    {"ask": "read", "text", "std", "limit"}       C to readings: see `_read`
    {"ask": "write", "text", "std", "limit"}      English to C, and that C's reading: see `_write`
    {"ask": "pick", "text", "std", "limit", "index"}  one reading of many: see `_pick`
    {"ask": "turn", "text", "std", "way", "index"}    the same in the other language: see `_turn`
    {"ask": "picture", "text", "std", "index"}    one path picture as a document of its own
    {"ask": "confirm", "text", "std"}             what to ask a compiler: see `_confirm`
    {"ask": "grade", "text", "std", ...}          whether a question is answered: see grade.py
    {"ask": "within", "text", "std", "says"}      whether a program declares it: see grade.py
    {"ask": "drill" | "paper" | "judge", ...}     questions from a seed, and verdicts: see drills.py

Places are [start, end] in code points. `std` is null for C23 read leniently,
`limit` how many columns of source a row of a picture has.
This file runs in the browser as it is; it stands beside the script that loads it.
"""

import json
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import bodies
import members
import other_way

from cexplain import Explanation, Reading, ReadingError, explain, path_svg, reading_html
from cexplain.depth import deep_stack
from cexplain.pasted import cleaned
from cexplain.render.record import diagnostic_object
from cexplain.render.stops import stops
from cexplain.source import Lines
from cexplain.words import keywords

_FEW = 6  # readings that are shown whole; of more, one is, and the others are names to pick from
_NAMED = 400  # readings that are told of
_MOST = 24  # findings
_LITERAL = re.compile(
    r"\"(?:\\.|[^\"\\])*\"?|'(?:\\.|[^'\\])*'?|(?:\.|->)\s*\w+"
)  # members as well
_USED = re.compile(r"\b[A-Za-z_]\w*\b(?!\s*\()")
Answer = dict[str, Any]


def answer(request: str) -> str:
    """Return the answer to a request as JSON; bad input is answered, never raised."""
    asked = json.loads(request)
    with deep_stack():
        return json.dumps(_ANSWERS[asked["ask"]](asked))


@lru_cache(maxsize=2)
def _explained(text: str, std: str | None) -> Explanation:
    """Return an explanation; whoever picks from a long text need not wait for it again."""
    return explain(text, std=std)


def _read(asked: Answer) -> Answer:
    """Return the readings of C, their HTML, and what is wrong.

    `html` is None where nothing could be read; `marks` are places with the kind
    of phrase and the stop that say them, wide ones first; `more` is how many
    readings are not told of, `unshown` how many findings. Of many readings `html` has the
    one that `picked` counts, else `picked` is None. `other` is the way in which the text
    was meant, where that is not this one; then nothing else is told. `clean` is the text without
    what stands around the C, where that was passed over. `leads` is where to go with what is
    no declaration: see `_leads`.
    """
    explanation = _explained(asked["text"], asked["std"])
    if other_way.is_english(explanation, asked["std"]):
        return {**_NOTHING, "ok": False, "other": "write"}
    readings = explanation.readings
    picked = min(asked.get("picked") or 0, len(readings) - 1) if len(readings) > _FEW else None
    findings = explanation.diagnostics
    return {
        "ok": explanation.ok,
        "html": _html(explanation, picked, asked["limit"]) if readings else None,
        "readings": [_reading(each, explanation, asked["limit"]) for each in readings[:_NAMED]],
        "more": max(0, len(readings) - _NAMED),
        "picked": picked,
        "diagnostics": [diagnostic_object(each) for each in findings[:_MOST]],
        "unshown": max(0, len(findings) - _MOST),
        "other": None,
        "clean": _clean(explanation),
        "leads": _leads(explanation),
    }


_NOTHING: Answer = {
    "html": None, "readings": [], "more": 0, "picked": None, "diagnostics": [], "unshown": 0,
    "other": None, "clean": None, "leads": None,
}  # fmt: skip


def _html(explanation: Explanation, picked: int | None, limit: int) -> str:
    """Return the HTML of one reading, or of all."""
    readings = explanation.readings if picked is None else (explanation.readings[picked],)
    # The page shows what is wrong beside the input, with a caret for each.
    shown = Explanation(explanation.source, explanation.std, readings, ())
    return reading_html(shown, limit=limit)


def _pick(asked: Answer) -> Answer:
    """Return the HTML of the reading that `index` counts, None where there is none."""
    explanation = _explained(asked["text"], asked["std"])
    index = asked["index"]
    known = index < len(explanation.readings)
    return {"html": _html(explanation, index, asked["limit"]) if known else None}


def _leads(explanation: Explanation) -> Answer | None:
    """Return whether a text is a "directive" or a "statement", None for declarations.

    `names` are those of an expression that the text does not declare: with them its type is known.
    """
    said = [each.declaration for each in explanation.readings]
    done = [each for each in said if each.kind in ("expression", "statement")]
    if not done and not any(each.rule == "statement" for each in explanation.diagnostics):
        first = explanation.diagnostics[0].message if explanation.diagnostics else ""
        return {"kind": "directive", "names": []} if "directive" in first else None
    if explanation.source.lstrip().startswith("#"):  # what a macro stands for was read
        return {"kind": "directive", "names": []}
    declared = {each.name for each in said} | set(keywords(explanation.std))
    typed = [each.operand or "" for each in done if each.kind == "expression"]
    used = [name for one in typed for name in _USED.findall(_LITERAL.sub("", one))]
    return {"kind": "statement", "names": [n for n in dict.fromkeys(used) if n not in declared]}


def _clean(explanation: Explanation) -> str | None:
    """Return the lines that were read, if something around them was passed over."""
    if not any(each.rule == "pasted" for each in explanation.diagnostics):
        return None
    found = cleaned(explanation.source)
    if found is None:
        return None
    lines = [line.strip(" ") if line.strip() else "" for line in found.text.splitlines()]
    return "\n".join(lines).strip("\n")


def _reading(reading: Reading, explanation: Explanation, limit: int) -> Answer:
    way = stops(reading, explanation.source)
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
        "members": members.members(reading, explanation.std, limit),
        "inner": bodies.bodies(reading, Lines(explanation.source)) if reading.inner else None,
    }


def _write(asked: Answer) -> Answer:
    """Return the C that English means as `c`, with its readings; or what is wrong with it."""
    text, std = asked["text"], asked["std"]
    wrong: list[Answer] = []
    c = None
    try:
        c = other_way.c_of(text, std)
    except ReadingError as error:
        wrong = [_moved(diagnostic_object(each), text) for each in error.diagnostics]
    if other_way.is_c(text, c):
        return {**_NOTHING, "ok": False, "c": None, "other": "read"}
    if c is None:
        return {**_NOTHING, "ok": False, "c": None, "diagnostics": wrong}
    return {**_read({**asked, "text": c}), "c": c, "clean": None}


def _moved(finding: Answer, text: str) -> Answer:
    """Return what is wrong with a cast at its place in the whole sentence."""
    by = other_way.skipped(text)
    column = finding["column"] + (by if finding["line"] == 1 else 0)
    return {**finding, "span": [place + by for place in finding["span"]], "column": column}


def _turn(asked: Answer) -> Answer:
    """Return `text`, what a text is in the other language; None where it is nothing there."""
    found = other_way.turned(asked["text"], asked["way"], asked["std"], asked["index"])
    return {"text": found}


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

    return grade.within(asked) if asked["ask"] == "within" else grade.grade(asked)


def _drills(asked: Answer) -> Answer:
    """Return a drill, a sheet of them, or the verdict on an answer."""
    import drills  # noqa: PLC0415 - most readers practise on another day

    made: Answer = getattr(drills, asked["ask"])(asked)
    return made


_ANSWERS: dict[str, Callable[[Answer], Answer]] = {
    "read": _read,
    "write": _write,
    "pick": _pick,
    "turn": _turn,
    "picture": _picture,
    "confirm": _confirm,
    "grade": _grade,
    "within": _grade,
    "drill": _drills,
    "paper": _drills,
    "judge": _drills,
}
