"""Reading: the reader says in English what a declaration declares."""

from pathlib import Path

from cexplain import ReadingError, declare, explain
from cworkbook.options import EXPLAIN
from cworkbook.page_lines import LineError
from cworkbook.questions.kind import (
    CHOICES,
    Control,
    Kind,
    exactly_one_right,
    labelled,
    of,
    quoted,
    some,
    told_typed,
    typed,
)
from cworkbook.questions.kinds.field import cost, field
from cworkbook.questions.syntax import Block

STD = "c23"


def judge(block: Block) -> None:
    """Raise LineError unless the declaration and each reading can be read."""
    exactly_one_right(block)
    labelled(block, "right", "wrong")
    if "declaration" not in block.options:
        raise LineError('write what is to be read: declaration="int *p[3];"', block.line)
    std = block.options.get("std", STD)
    explanation = explain(block.options["declaration"], std=std)
    if not explanation.ok or len(explanation.readings) != 1:
        raise LineError("the declaration must be one that cexplain reads", block.line)
    for part in of(block, "right", "wrong"):
        try:
            declare(typed(part), std=std)
        except ReadingError as error:
            raise LineError(f"cexplain does not understand this: {error}", part.line) from None


def control(block: Block, _: Path) -> Control:
    """Return a place to write, and the declaration for the page's own cexplain."""
    data = {
        "parts": told_typed(block),
        "declaration": block.options["declaration"],
        "std": block.options.get("std", STD),
    }
    return Control([field("In English", 2), cost()], data)


def proof(block: Block) -> str:
    """Return that the declaration declares what the English says."""
    std = block.options.get("std", STD)
    declaration = quoted(block.options.get("declaration", ""))
    return f"'{declaration}'[{std}] declares '{{}}'"


KIND = Kind(
    options={"declaration": some, "std": EXPLAIN["std"]},
    parts=CHOICES,
    judge=judge,
    key=lambda _, part: typed(part),
    control=control,
    shown=lambda _, part: typed(part),
    code=False,
    proof=proof,
)
