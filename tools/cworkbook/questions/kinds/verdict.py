"""Verdict: what compilers make of a program, or what its behaviour is, in fixed words."""

from pathlib import Path

from cworkbook.directives import nearest
from cworkbook.page_lines import LineError
from cworkbook.questions.kind import (
    CHOICES,
    Control,
    Kind,
    child,
    element,
    exactly_one_right,
    of,
    some,
    told,
)
from cworkbook.questions.syntax import Block

VERDICTS = {
    "accepted": "It compiles, and no compiler says a word",
    "warned": "It compiles, and a compiler warns",
    "refused": "A compiler refuses it",
    "defined": "Its behaviour is defined",
    "undefined": "Its behaviour is undefined",
}
"""What a part may be called, and how a reader sees it; proofs use the same words."""


def judge(block: Block) -> None:
    """Raise LineError unless each part is a verdict and one of them is right."""
    exactly_one_right(block)
    for part in of(block, "right", "wrong"):
        if part.label not in VERDICTS:
            known = tuple(VERDICTS)
            raise LineError(
                f"'{part.label}' is no verdict; {nearest(part.label, known)}", part.line
            )
    if not list(of(block, "wrong")):
        raise LineError("a verdict needs another one that is wrong", block.line)
    if "of" not in block.options:
        raise LineError('a verdict is given of a program: write of="chapter/program.c"', block.line)


def control(block: Block, _: Path) -> Control:
    """Return the list of verdicts, in the order of their table."""
    choices = element("ul", "cw-question__choices")
    known = {part.label for part in of(block, "right", "wrong")}
    for verdict, words in VERDICTS.items():
        if verdict in known:
            item = child(choices, "li", **{"data-choice": verdict})
            child(item, "span", "cw-question__label", words)
    return Control([choices], {"parts": told(block), "several": False, "fixed": True})


KIND = Kind(
    options={"of": some},
    parts=CHOICES,
    judge=judge,
    key=lambda _, part: part.label,
    control=control,
    shown=lambda _, part: VERDICTS[part.label],
    code=False,
    proof=lambda block: f"{block.options.get('of', '')} is {{}}",
)
