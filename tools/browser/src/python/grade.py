"""Whether a reader's declaration, its English, or a program says what a question asks for."""

from typing import Any

from cexplain import ReadingError, declare, explain
from cexplain.same import difference
from cexplain.within import declared_in

_WHY = {
    "name": "The type is right; the name is different.",
    "count": "One declaration is asked for, of one name.",
    "storage": "The type is right; the storage class or another specifier is not.",
}


def grade(asked: dict[str, Any]) -> dict[str, Any]:
    """Return whether `text` declares what `wanted` does, in C or (`english`) in words.

    Words may leave the name out: "an array of 3 pointers to int" says what it is.

    `other` is the index of the wrong one among `others` that it is the same as, -1 if none;
    `means` what it declares, in the other language, None where it declares nothing; `says` what is
    wrong, "" if nothing else is to be said.
    """
    std, english = asked["std"], asked["english"]
    try:
        c = _in_c(asked["text"], std) if english else asked["text"]
        others = [_in_c(each, std) if english else each for each in asked["others"]]
    except ReadingError as error:
        return _told(str(error))
    c = c if c.rstrip().endswith((";", "}")) else f"{c};"
    explanation = explain(c, std=std)
    if not explanation.ok or not explanation.readings:
        first = next((d for d in explanation.diagnostics if d.severity == "error"), None)
        return _told(f"{first.message}; {first.advice}" if first else "There is no declaration.")
    different = difference(c, asked["wanted"], std)
    if different == "name" and english and explanation.readings[-1].declaration.name is None:
        different = None  # it says what the name is, and leaves the name itself out
    means = c if english else explanation.readings[-1].prose
    other = next((n for n, each in enumerate(others) if difference(c, each, std) is None), -1)
    return {
        "right": different is None,
        "other": -1 if different is None else other,
        "means": means,
        "says": _WHY.get(different or "", ""),
    }


def _in_c(english: str, std: str) -> str:
    return declare(english, std=std)


def _told(message: str) -> dict[str, Any]:
    return {"right": False, "other": -1, "means": None, "says": message}


def within(asked: dict[str, Any]) -> dict[str, Any]:
    """Return whether a program declares at file scope what `says` does, and what it does."""
    found = declared_in(asked["text"], asked["says"], asked["std"])
    return {"right": found.right, "says": found.says}
