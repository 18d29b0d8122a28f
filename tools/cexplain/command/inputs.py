"""What the words of a command line and the lines of standard input are, taken together."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from cexplain.words import SPECIFIERS

_LITERALS = re.compile(
    r'"(?:[^"\\\n]|\\.)*+"?|\'(?:[^\'\\\n]|\\.)*+\'?|//[^\n]*|/\*[^*\n]*+(?:\*+[^*/\n]++)*+\*+/'
)
_MOST = 500
"""Lines that one piece of input has at most: a bracket may never be closed."""


def pieces_of(words: Sequence[str]) -> tuple[str, ...]:
    """Return the pieces of input among words: `int *p` without quotes is one of them.

    The word explain, which begins a line of the conversation, may stand before them.
    """
    if len(words) > 1 and words[0] == "explain":
        words = words[1:]
    if len(words) < 2:
        return tuple(words)
    typed = words[0] in SPECIFIERS and not any(" " in word for word in words)
    apart = all(word in SPECIFIERS for word in words)
    goes_on = words[0].split()[-1:] and words[0].split()[-1] in SPECIFIERS
    if (typed and not apart) or (goes_on and words[1][:1] in ("*", "(", "[")):
        return (" ".join(words),)
    return tuple(words)


def joined(lines: Iterable[tuple[int, bytes]]) -> Iterator[tuple[int, bytes]]:
    """Yield lines with those that go on with them: up to where their braces are closed.

    What is never closed is yielded line by line.
    """
    waiting: deque[tuple[int, bytes]] = deque()
    source = iter(lines)
    while True:
        line = waiting.popleft() if waiting else next(source, None)
        if line is None:
            return
        number, text = line
        held = [(number, text)]
        if _ends_a_head(text):  # a brace may follow in the next line
            ahead = waiting.popleft() if waiting else next(source, None)
            if ahead is None or not ahead[1].lstrip().startswith(b"{"):
                waiting.extendleft([ahead] if ahead else [])
                yield number, text
                continue
            held.append(ahead)
        depth = sum(_depth(each) for _, each in held)
        while depth > 0 and len(held) < _MOST:
            ahead = waiting.popleft() if waiting else next(source, None)
            if ahead is None:
                break
            held.append(ahead)
            depth += _depth(ahead[1])
        if depth > 0:
            waiting.extendleft(reversed(held[1:]))
            yield held[0]
            continue
        yield number, _together(held)


def _together(held: Sequence[tuple[int, bytes]]) -> bytes:
    """Return lines as one text in which each keeps its number: blank ones were passed over."""
    text, at = held[0][1], held[0][0]
    for number, line in held[1:]:
        text += b"\n" * (number - at) + line
        at = number
    return text


def _ends_a_head(line: bytes) -> bool:
    """Whether a line may be a function's head, whose body's brace is in the next one."""
    words = line.split()
    return line.rstrip().endswith(b")") and len(words) > 1 and _depth(line) == 0


def _depth(line: bytes) -> int:
    """Return how many braces a line leaves open; parentheses count where no ';' ends the line."""
    bare = _LITERALS.sub("", line.decode("latin-1")).rstrip()
    braces = bare.count("{") - bare.count("}")
    if braces or bare.endswith(";"):
        return braces
    return bare.count("(") - bare.count(")") if bare[-1:] in ("(", ",") else 0
