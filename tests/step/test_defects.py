"""What the stepper says of the defects that the chapter on leaks surveys, and of their repairs."""

from typing import Any

from cworkbook import defects
from support.golden import Compare
from support.stepping import ROOT, asked

STEPS = 60_000
FOLDER = ROOT / "snippets" / defects.SURVEY


def source(file: str, option: str) -> dict[str, Any]:
    """The program as the stepper is asked for it."""
    return {
        "files": {file: (FOLDER / file).read_text(encoding="utf-8")},
        "units": [file],
        "std": "c++17" if file.endswith(".cpp") else "gnu17",
        "options": option,
        "stdin": "",
        "args": [],
        "ubsan": False,
    }


def found(option: str) -> dict[str, list[str]]:
    """The kinds of mistakes that are found in each program, by its name."""
    every = defects.load(ROOT).defects.values()
    programs = [{"name": one.identity, "source": source(one.file, option)} for one in every]
    answers = asked("compared", programs, steps=STEPS)
    assert [answer.get("error") or answer.get("refused") for answer in answers] == [None] * len(
        answers
    )
    return {
        answer["name"]: sorted({finding["kind"] for finding in answer["findings"]})
        for answer in answers
    }


def test_the_stepper_sees_what_the_chapter_says_that_it_sees(golden: Compare) -> None:
    lines = [f"{name}: Step says {kind}\n" for name, kinds in found("").items() for kind in kinds]
    golden(f"../../{defects.STEPPED}", "".join(lines))


def test_the_stepper_says_nothing_of_the_repaired_programs() -> None:
    assert {name: kinds for name, kinds in found("-DREPAIRED").items() if kinds} == {}
