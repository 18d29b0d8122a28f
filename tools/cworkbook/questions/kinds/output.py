"""Output: the reader types what a program prints, or another short answer."""

from pathlib import Path

from cworkbook.page_lines import LineError
from cworkbook.questions.kind import (
    CHOICES,
    Control,
    Kind,
    exactly_one_right,
    labelled,
    of,
    some,
    told_typed,
    typed,
)
from cworkbook.questions.kinds.field import field
from cworkbook.questions.syntax import Block


def judge(block: Block) -> None:
    """Raise LineError unless there is one output, of a program."""
    labelled(block, "right", "wrong")
    exactly_one_right(block)
    if not block.options.keys() & {"of", "proof"}:
        raise LineError('say what prints it: of="chapter/program.c[gcc -O0]"', block.line)


def control(block: Block, _: Path) -> Control:
    """Return a place to write, as many lines high as the output has."""
    lines = max(typed(part).count("\n") + 1 for part in of(block, "right"))
    prints = "of" in block.options
    label = "What it prints" if prints else "Your answer"
    data = {"parts": told_typed(block), "lines": lines, "prints": prints}
    return Control([field(label, lines)], data)


KIND = Kind(
    options={"of": some},
    parts=CHOICES,
    judge=judge,
    key=lambda _, part: typed(part),
    control=control,
    shown=lambda _, part: typed(part),
    proof=lambda block: f"{block.options.get('of', '')} prints '{{}}'",
)
