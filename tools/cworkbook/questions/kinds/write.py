"""Write: the reader writes C, which is right if it declares the same, or does the same."""

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
    """Raise LineError unless what is to be written is said, and each part is C."""
    exactly_one_right(block)
    labelled(block, "right", "wrong")
    std = block.options.get("std", STD)
    if "says" not in block.options:
        raise LineError('write what it must say: says="p is a pointer to int"', block.line)
    try:
        declare(block.options["says"], std=std)
    except ReadingError as error:
        raise LineError(f"cexplain does not understand this: {error}", block.line) from None
    for part in of(block, "right"):
        if not explain(typed(part), std=std).ok:
            raise LineError("cexplain does not accept this declaration", part.line)


def control(block: Block, _: Path) -> Control:
    """Return a place to write, and what it must declare for the page's own cexplain."""
    data = {"parts": told_typed(block), "std": block.options.get("std", STD)}
    return Control([field("In C", 2), cost()], data)


def proof(block: Block) -> str:
    """Return that a text declares what the question says."""
    says = quoted(block.options.get("says", ""))
    return f"'{{}}'[{block.options.get('std', STD)}] declares '{says}'"


KIND = Kind(
    options={"says": some, "std": EXPLAIN["std"]},
    parts=CHOICES,
    judge=judge,
    key=lambda _, part: typed(part),
    control=control,
    shown=lambda _, part: typed(part),
    proof=proof,
)
