"""Fill: a hole in a line of C, and what belongs into it."""

from pathlib import Path

from cworkbook.options import EXPLAIN
from cworkbook.page_lines import LineError
from cworkbook.questions.kind import (
    CHOICES,
    Control,
    Kind,
    labelled,
    of,
    quoted,
    some,
    told_typed,
    typed,
)
from cworkbook.questions.kinds.field import cost, field
from cworkbook.questions.syntax import Block

HOLE = "___"
STD = "c23"


def judge(block: Block) -> None:
    """Raise LineError unless the code has one hole, and something belongs into it."""
    labelled(block, "right", "wrong")
    if block.options.get("code", "").count(HOLE) != 1:
        raise LineError(f'write the code with one hole: code="int {HOLE}p;"', block.line)
    if not list(of(block, "right")):
        raise LineError("nothing fills the hole; write /// right", block.line)
    if "says" not in block.options and not all(
        {"proof", "judged"} & {*block.options, *part.options} for part in of(block, "right")
    ):
        raise LineError(
            'say what makes it right: says="p is a pointer to int", or proof=', block.line
        )


def control(block: Block, _: Path) -> Control:
    """Return the code with a place to write in it."""
    before, after = block.options["code"].split(HOLE)
    data = {
        "parts": told_typed(block),
        "code": block.options["code"],
        "says": block.options.get("says", ""),
        "std": block.options.get("std", STD),
    }
    return Control(
        [field("What belongs here", 1, before, after), *([cost()] if data["says"] else [])], data
    )


def proof(block: Block) -> str:
    """Return that the line, filled, declares what the question says, where it says that."""
    if "says" not in block.options:
        return ""
    code = quoted(block.options.get("code", "")).replace(HOLE, "{}")
    std = block.options.get("std", STD)
    return f"'{code}'[{std}] declares '{quoted(block.options.get('says', ''))}'"


KIND = Kind(
    options={"code": some, "says": some, "std": EXPLAIN["std"]},
    parts=CHOICES,
    judge=judge,
    key=lambda _, part: typed(part),
    control=control,
    shown=lambda _, part: typed(part),
    proof=proof,
)
