"""What the stepper shows is what gdb says of the same program, compiled for this machine.

Values are compared by their types, pointers by what they point to: sizes and addresses are others.
"""

import json
import math
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from support.stepping import NAMES, PROGRAMS, ROOT, asked, given_stdin, selectors, trade

COMPILERS = {".c": ("clang-19", "-std=gnu17"), ".cpp": ("clang++-19", "-std=gnu++23")}
GDB_SCRIPT = ROOT / "tests/support/gdb_values.py"

ELSEWHERE = {
    ("functions.c", "comparing, 1st time"): "another C library sorts in another order",
}
"""Moments at which gdb stops elsewhere, with the reason."""

VARYING = {("tree.c", "difference"): "of strcmp's result ISO C says the sign alone"}
"""Values that another C library may make others, with the reason."""


@dataclass(frozen=True)
class Stop:
    """A moment that both are asked about: its selector, and what the stepper shows."""

    at: str
    moment: dict[str, Any]
    time: int


def parts(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """An item with all its parts, without those that no expression reaches."""
    yield item
    if item["kind"] in ("library", "string"):
        return
    for part in item["items"]:
        yield from parts(part)


def places(moment: dict[str, Any]) -> Iterator[tuple[int, dict[str, Any]]]:
    """All items that the program can name, with the frame in which it can."""
    for number, frame in enumerate(moment["frames"]):
        for top in (*frame["items"], *frame["statics"]):
            yield from ((number, item) for item in parts(top))
    for top in moment["statics"]:
        yield from ((0, item) for item in parts(top))


def named(item: dict[str, Any]) -> bool:
    """Whether gdb can be asked for an item's value: it has a name in the program, and a value."""
    compared = "number character boolean enumerator pointer reference string complex".split()
    return bool(
        item["expression"]
        and "__" not in item["expression"]  # what another C library has in its own structs
        and item["kind"] in compared
        and item["state"] == "set"
        and item["type"] != ""
    )


def number(text: str) -> float:
    """The floating number in an item's text."""
    return float(text)


def agree(item: dict[str, Any], told: dict[str, Any]) -> bool:
    """Whether gdb says the same of a value."""
    if "error" in told:
        return False
    if item["kind"] == "string":
        ended = str(told["text"]).split("\0")[0]
        return bool(item["text"].rstrip("…") == json.dumps(ended, ensure_ascii=False))
    if item["kind"] == "complex":
        shown = [
            float(part) for part in re.findall(r"-?\s*[\d.]+(?=i?)", item["text"].replace(" ", ""))
        ]
        return shown == [
            float(part) for part in re.findall(r"-?[\d.]+", told["complex"].replace(" ", ""))
        ]
    if "number" in told:
        return math.isclose(number(item["text"]), float(told["number"]), rel_tol=1e-6) or (
            item["text"] == told["number"]
        )
    plain = re.search(r"\((-?\d+)\)$", item["text"])
    words = {"true": 1, "false": 0}
    whole = (
        words[item["text"]] if item["text"] in words else int(plain[1] if plain else item["text"])
    )
    return bool(whole == told.get("integer"))


def compiled(name: str, folder: Path) -> Path:
    """The program for this machine."""
    compiler, std = COMPILERS[Path(name).suffix]
    if shutil.which(compiler) is None or shutil.which("gdb") is None:
        pytest.skip(f"{compiler} or gdb is not installed")
    made = folder / name.replace(".", "-")
    command = [
        compiler,
        std,
        "-g",
        "-O0",
        "-w",
        "-fstandalone-debug",
        str(PROGRAMS / name),
        "-o",
        str(made),
        "-lm",
    ]
    subprocess.run(command, check=True)
    return made


def gdb_says(name: str, folder: Path, stops: list[Stop]) -> list[dict[str, Any]]:
    """What gdb says of all that the moments show."""
    request = folder / "request.json"
    stdin = folder / "stdin"
    stdin.write_text(given_stdin(name), encoding="utf-8")
    document = {
        "program": str(compiled(name, folder)),
        "stdin": str(stdin),
        "stdout": str(folder / "stdout"),
        "stops": [
            {
                "place": f"{stop.moment['next']['file']}:{stop.moment['next']['line']}",
                "time": stop.time,
                "frames": [frame["name"] for frame in stop.moment["frames"]],
                "asked": [
                    question
                    for frame, item in places(stop.moment)
                    for question in (
                        (frame, item["expression"]),
                        (frame, f"&({item['expression']})"),
                    )
                    if item["expression"]
                ],
            }
            for stop in stops
        ],
    }
    request.write_text(json.dumps(document), encoding="utf-8")
    done = subprocess.run(
        ["gdb", "-batch", "-nx", "-x", str(GDB_SCRIPT)],
        cwd=folder,
        env={**os.environ, "STEP_REQUEST": str(request)},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith("[{")]
    assert lines, done.stdout + done.stderr
    answers: list[dict[str, Any]] = json.loads(lines[-1])
    return answers


def compare(name: str, stop: Stop, said: dict[str, Any]) -> list[str]:
    """What differs at one moment."""
    assert "error" not in said, said["error"]
    shown = [item for _, item in places(stop.moment) if item["expression"]]
    values = said["values"]
    whats = dict(zip((item["path"] for item in shown), values[::2], strict=True))
    wheres = dict(zip((item["path"] for item in shown), values[1::2], strict=True))
    arrows = {arrow["from"]: arrow for arrow in stop.moment["arrows"]}
    wrong = [
        f"{item['expression']} is {item['text']}, and gdb says {whats[item['path']]}"
        for item in shown
        if named(item) and item["kind"] not in ("pointer", "reference")
        if (name, item["expression"]) not in VARYING
        if not agree(item, whats[item["path"]])
    ]
    for item in shown:
        if named(item) and item["path"] in arrows:
            problem = mispointed(arrows[item["path"]], whats[item["path"]], wheres)
            if problem:
                wrong.append(f"{item['expression']} leads to {item['text']}, and {problem}")
    # What one block is here is one block there.
    blocks: dict[str, set[int]] = {}
    for item in shown:
        arrow = arrows.get(item["path"])
        if arrow and re.fullmatch(r"block#\d+(?:\[0\])?", arrow["to"]) and named(item):
            blocks.setdefault(arrow["to"], set()).add(whats[item["path"]].get("address", 0))
    wrong += [
        f"{block} is at {found}" for block, found in blocks.items() if len(found) != 1 or 0 in found
    ]
    return wrong


def mispointed(
    arrow: dict[str, Any], told: dict[str, Any], wheres: dict[str, dict[str, Any]]
) -> str:
    """What is wrong about a pointer, or nothing."""
    if arrow["target"] == "null":
        return "" if told.get("address") == 0 else f"gdb says {told}"
    if arrow["target"] == "function":
        return "" if told.get("function", "").startswith(arrow["text"]) else f"gdb says {told}"
    if arrow["to"].startswith("literal#"):
        return (
            ""
            if json.dumps(told.get("text"), ensure_ascii=False) == arrow["text"]
            else f"gdb says {told}"
        )
    where = wheres.get(arrow["to"])
    if arrow["target"] == "object" and where is not None and "error" not in where:
        return (
            ""
            if where["address"] == told.get("address")
            else f"that is at {where}, gdb says {told}"
        )
    return ""


@cache
def shown() -> dict[str, dict[str, Any]]:
    """What the stepper shows of all programs, by name."""
    programs = [trade(name, chosen(name)) for name in NAMES]
    return {answer["name"]: answer for answer in asked("moments", programs)}


def chosen(name: str) -> list[str]:
    """The moments at which both stop."""
    return [at for at in selectors(name) if (name, at) not in ELSEWHERE]


@pytest.mark.parametrize("name", NAMES)
def test_gdb_says_the_same(name: str, tmp_path: Path) -> None:
    answer = shown()[name]
    assert "error" not in answer, answer["error"]
    stops = [
        Stop(at, found["moment"], found["time"])
        for at, found in zip(chosen(name), answer["moments"], strict=True)
        if found["moment"]["next"] and found["time"] > 0
    ]
    said = gdb_says(name, tmp_path, stops)
    wrong = {stop.at: compare(name, stop, one) for stop, one in zip(stops, said, strict=True)}
    assert {at: problems for at, problems in wrong.items() if problems} == {}
    for stop, one in zip(stops, said, strict=True):
        assert one["functions"] == [frame["name"] for frame in stop.moment["frames"]], stop.at
