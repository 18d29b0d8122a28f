"""Choice: one of several, or several of them; no order of theirs says which is right."""

import hashlib
import re
from pathlib import Path

from cworkbook.page_lines import LineError
from cworkbook.questions.kind import (
    CHOICES,
    Control,
    Kind,
    child,
    element,
    label,
    labelled,
    name_of,
    of,
    one_of,
    plain,
    told,
)
from cworkbook.questions.syntax import Block, Part

_NUMBER = re.compile(r"-?\d[\d.,]*")
_VERDICT = re.compile(r"(yes|no)\b(?!-)(?=\W*$|\s*[,.:;])", re.IGNORECASE)
SEVERAL = "several"
FIXED = "fixed"


def judge(block: Block) -> None:
    """Raise LineError unless there is something to choose, and something right in it."""
    labelled(block, "right", "wrong")
    for part in of(block, "right", "wrong"):
        if found := _VERDICT.match(plain(part.label)):
            raise LineError(
                f"a choice that begins with '{found[1]}' tells by the word whether it is right; "
                "say what happens, and ask for that",
                part.line,
            )
    if len(block.parts) < 2 or not list(of(block, "wrong")):
        raise LineError("a choice needs two parts at least, one of them wrong", block.line)
    right = list(of(block, "right"))
    if not right:
        raise LineError("no choice is right; write /// right", block.line)
    if len(right) > 1 and block.options.get("pick") != SEVERAL:
        raise LineError('several are right; write pick="several", or leave one', right[1].line)


def ordered(block: Block) -> list[Part]:
    """Return the choices in the page's order: numbers rise, others are mixed by their names."""
    parts = list(of(block, "right", "wrong"))
    if is_fixed(block):
        numbers = [_number(part) for part in parts]
        return (
            [part for _, part in sorted(zip(numbers, parts, strict=True), key=lambda one: one[0])]
            if block.options.get("order") != FIXED
            else parts
        )
    return sorted(parts, key=lambda part: _digest(block.identity, name_of(part)))


def is_fixed(block: Block) -> bool:
    """Whether the order means something: it is said so, or all choices begin with a number."""
    parts = list(of(block, "right", "wrong"))
    return block.options.get("order") == FIXED or all(
        _NUMBER.match(plain(part.label)) for part in parts
    )


def _number(part: Part) -> float:
    match = _NUMBER.match(plain(part.label))
    return float(match[0].replace(",", "").rstrip(".")) if match else 0


def _digest(*words: str) -> str:
    return hashlib.sha256("\0".join(words).encode()).hexdigest()


def control(block: Block, _: Path) -> Control:
    """Return the list of choices."""
    choices = element("ul", "cw-question__choices")
    for part in ordered(block):
        item = child(choices, "li", **{"data-choice": name_of(part)})
        label(item, part.label)
    several = block.options.get("pick") == SEVERAL
    return Control([choices], {"parts": told(block), "several": several, "fixed": is_fixed(block)})


KIND = Kind(
    options={"pick": one_of("one", SEVERAL), "order": one_of(FIXED)},
    parts=CHOICES,
    judge=judge,
    key=lambda _, part: name_of(part),
    control=control,
)
