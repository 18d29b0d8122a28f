"""What gdb says of expressions at breakpoints; this file runs inside of gdb.

The file that STEP_REQUEST names has the request: {"program", "stdin", "stdout", "stops": [{"place",
"time", "frames", "asked": [[frame, expression], …]}]}, with the names of the functions whose
frames are counted. Standard output gets, on its last line, for each stop those frames and the
values, or {"error"}.
"""

import contextlib
import json
import os
import re
import sys
from pathlib import Path
from typing import Any

import gdb

FLOATING = (gdb.TYPE_CODE_FLT, gdb.TYPE_CODE_DECFLOAT)
ADDRESSES = (gdb.TYPE_CODE_PTR, gdb.TYPE_CODE_REF, gdb.TYPE_CODE_RVALUE_REF)


def described(value: Any) -> dict[str, Any]:
    """A value by its kind: a number, an address with what is there, or a text."""
    kind = value.type.strip_typedefs().code
    if kind in FLOATING:
        return {"number": str(value)}
    if kind == gdb.TYPE_CODE_PTR:
        found: dict[str, Any] = {"address": int(value)}
        target = value.type.strip_typedefs().target().strip_typedefs()
        if target.code == gdb.TYPE_CODE_FUNC and int(value):
            found["function"] = str(value.dereference()).split("<")[-1].rstrip(">")
        elif target.sizeof == 1 and int(value):
            with contextlib.suppress(gdb.error):  # no string is there
                found["text"] = value.string("latin-1")
        return found
    if kind in ADDRESSES:
        return {"address": int(value.address)}
    if kind == gdb.TYPE_CODE_ARRAY:
        return {"text": value.string("latin-1", length=value.type.sizeof)}
    if kind == gdb.TYPE_CODE_COMPLEX:
        return {"complex": str(value)}
    return {"integer": int(value)}


def answered(frame: gdb.Frame, expression: str) -> dict[str, Any]:
    """What an expression is in a frame."""
    try:
        frame.select()
        return described(gdb.parse_and_eval(expression))
    except (gdb.error, RuntimeError, ValueError) as problem:
        return {"error": str(problem)}


def plain(function: str) -> str:
    """A function's name without its parameters, as the stepper has it."""
    return "(lambda)" if "operator()" in function else re.sub(r"\(.*", "", function)


def running(wanted: list[str]) -> list[tuple[str, gdb.Frame]]:
    """The frames of these functions, the innermost first; a library may have some between them."""
    found = []
    frame = gdb.newest_frame()
    while frame is not None and frame.is_valid():
        name = plain(frame.name() or "")
        if name in wanted:
            found.append((name, frame))
        frame = frame.older()
    return found


def stopped(stop: dict[str, Any]) -> dict[str, Any]:
    """Run to a stop and ask there."""
    gdb.execute("delete")
    gdb.execute(f"break {stop['place']}", to_string=True)
    if stop["time"] > 1:
        gdb.execute(f"ignore $bpnum {stop['time'] - 1}", to_string=True)
    said = gdb.execute("run", to_string=True)
    if not gdb.selected_inferior().pid:
        return {"error": f"the program ended before: {said}"}
    frames = running(stop["frames"])
    if len(frames) < len(stop["frames"]):
        return {"error": f"other functions are running: {[name for name, _ in frames]}"}
    return {
        "functions": [name for name, _ in frames],
        "values": [answered(frames[number][1], asked) for number, asked in stop["asked"]],
    }


request = json.loads(Path(os.environ["STEP_REQUEST"]).read_text(encoding="utf-8"))
for setting in (
    "confirm off",
    "disable-randomization off",
    "startup-with-shell on",
    "print elements 0",
):
    gdb.execute(f"set {setting}")
gdb.execute(f"file {request['program']}", to_string=True)
gdb.execute(f"set args < {request['stdin']} > {request['stdout']} 2>&1")
answers = [stopped(stop) for stop in request["stops"]]
print(json.dumps(answers))
sys.stdout.flush()
