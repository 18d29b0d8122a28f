"""Grading: which answer it was, and what to say to it."""

from typing import Literal, TypeAlias

from cexplain.drills.drill import Choice, Drill
from cexplain.engine import explain
from cexplain.explanation import Explanation
from cexplain.same import difference, same_type
from cexplain.values import dataclass

Said: TypeAlias = Literal["right", "wrong", "unreadable"]


@dataclass(frozen=True, slots=True)
class Grade:
    """A verdict on an answer; `unreadable` is no answer yet: the C cannot be read.

    `choice` is the known answer that it was, None for one that nobody foresaw.
    """

    verdict: Said
    why: str
    choice: Choice | None = None


def chosen(drill: Drill, number: int) -> Grade:
    """Return the verdict on the choice at a place."""
    choice = drill.choices[number]
    if number == drill.right:
        return Grade("right", drill.why, choice)
    return Grade("wrong", choice.why, choice)


def typed(drill: Drill, text: str) -> Grade:
    """Return the verdict on a typed answer: C as a type, an output by its words."""
    if drill.form == "c":
        return _declared(drill, text)
    for number, choice in enumerate(drill.choices):
        if text.split() == choice.plain.split():
            return chosen(drill, number)
    return Grade("wrong", "")


def _declared(drill: Drill, text: str) -> Grade:
    wanted = drill.answer.plain
    text = text.strip().removesuffix(";") + ";"
    explanation = explain(text)
    if not explanation.ok:
        return Grade("unreadable", _complaint(explanation))
    for number, choice in enumerate(drill.choices):
        if same_type(text, choice.plain):
            return chosen(drill, number)
    prose = "; ".join(reading.prose for reading in explanation.readings)
    why = f"That says that {prose}."
    return Grade("wrong", _NAMED.get(difference(text, wanted) or "", why))


_NAMED = {
    "count": "One declaration is asked for.",
    "name": "The name is another one than the sentence has.",
    "storage": "The type is right, but the storage class or specifiers are not asked for.",
}


def _complaint(explanation: Explanation) -> str:
    first = explanation.diagnostics[0]
    return f"column {first.column}: {first.message}; {first.advice}"
