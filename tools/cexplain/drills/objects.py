"""Drills as JSON: what the page and other programs take."""

from collections.abc import Sequence
from typing import Any

from cexplain.drills.drill import Drill
from cexplain.drills.grade import Grade
from cexplain.drills.sheet import EDITION


def drill_object(drill: Drill) -> dict[str, Any]:
    """Return a drill with its key; code in texts stands in backquotes."""
    return {
        "id": drill.identity,
        "kind": drill.kind,
        "level": drill.level,
        "form": drill.form,
        "ask": drill.ask,
        "code": drill.code,
        "choices": [
            {"text": choice.text, "why": choice.why, "belief": choice.belief}
            for choice in drill.choices
        ],
        "right": drill.right,
        "why": drill.why,
    }


def sheet_object(seed: str, drills: Sequence[Drill]) -> dict[str, Any]:
    """Return a sheet with its key."""
    return {"edition": EDITION, "seed": seed, "drills": [drill_object(each) for each in drills]}


def grade_object(grade: Grade) -> dict[str, Any]:
    """Return a verdict."""
    belief = grade.choice.belief if grade.choice else None
    return {"verdict": grade.verdict, "why": grade.why, "belief": belief}
