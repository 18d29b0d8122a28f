"""Joins tokens to text the way people and macros do: blanks, comments, splices, digraphs."""

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.standards import Standard

_DIGRAPHS = {"[": "<:", "]": ":>", "{": "<%", "}": "%>"}
_BLANKS = (" ", " ", " ", " ", "  ", "\t", "   ")
_COMMENTS = (
    "/* c */",
    "/**/",
    "/* ; [ ( { */",
    "/* it's */",
    '/* " */',
    "/* // */",
    "/* int x; */",
    "/***/",
)
_LINE_COMMENTS = (
    "// to the end ; )\n",
    "//\n",
    "// it's \"open\n",
    "// spliced \\\n into ( this line\n",
)
_SAFE = set("()[]{},;*")
_OPENERS = ("(", "[", "*")


@dataclass(frozen=True, slots=True)
class Trivia:
    """How much of what separates tokens is unusual, as probabilities for each gap."""

    comment: float = 0.02
    digraph: float = 0.02
    newline: float = 0.02
    splice: float = 0.01


ONE_LINE = Trivia(newline=0.0, splice=0.0)
PLAIN = Trivia(0.0, 0.0, 0.0, 0.0)


def join(tokens: "Sequence[str]", random: Random, std: "Standard", trivia: Trivia) -> str:
    """Return the tokens as text that has the same tokens under `std`."""
    pieces: list[str] = []
    previous = ""
    digraphs = std.has("digraph") and random.random() < trivia.digraph * 5
    for token in tokens:
        spelled = token
        if digraphs and token in _DIGRAPHS and random.random() < 0.5:
            spelled = _DIGRAPHS[token]
        if previous:
            pieces.append(_gap(previous, spelled, random, std, trivia))
        if len(spelled) > 2 and random.random() < trivia.splice / 4:
            cut = random.randrange(1, len(spelled))
            spelled = spelled[:cut] + "\\\n" + spelled[cut:]
        pieces.append(spelled)
        previous = spelled
    return "".join(pieces)


def _gap(left: str, right: str, random: Random, std: "Standard", trivia: Trivia) -> str:
    chance = random.random()
    if chance < trivia.comment:
        return random.choice(("", " ")) + random.choice(_COMMENTS) + random.choice(("", " "))
    chance -= trivia.comment
    if chance < trivia.newline:
        if std.has("line-comment") and random.random() < 0.4:
            return " " + random.choice(_LINE_COMMENTS)
        return random.choice(("\n", "\n    ", "\r\n"))
    chance -= trivia.newline
    if chance < trivia.splice:
        return random.choice((" \\\n", " \\\n  ", "\\\n "))
    tight = (left[-1] in _SAFE or right[0] in _SAFE) and left[-1] + right[0] not in ("/*", "[[")
    if not tight:
        return random.choice(_BLANKS)
    # The usual spelling, mostly: blanks after commas and before openers, none inside brackets.
    if random.random() < 0.75:
        usual = left == "," or (right in _OPENERS and left[-1] not in "()[*") or right == "{"
        usual = usual or (left[-1] in ")]}" and (right[0].isalnum() or right[0] == "_"))
        return " " if usual else ""
    return random.choice(("", *_BLANKS))
