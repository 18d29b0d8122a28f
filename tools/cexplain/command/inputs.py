"""What the words of a command line and the lines of standard input are, taken together."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from cexplain.words import SPECIFIERS

_LITERALS = re.compile(
    r'"(?:[^"\\\n]|\\.)*+"?|\'(?:[^\'\\\n]|\\.)*+\'?|//[^\n]*|/\*[^*\n]*+(?:\*++[^*/\n]++)*\*++/'
)
_WORD = re.compile(r"\w+")
_HEADS = frozenset({"if", "for", "while", "switch"})
"""Keywords after whose parentheses a statement's body is still to come."""
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
        held = [line]
        depth = _depth(line[1])
        while len(held) < _MOST and (depth > 0 or _may_go_on(held)):
            ahead = waiting.popleft() if waiting else next(source, None)
            if ahead is None:
                break
            if depth <= 0 and not _goes_on(held, ahead[1]):
                waiting.appendleft(ahead)
                break
            held.append(ahead)
            depth += _depth(ahead[1])
        if depth > 0:
            waiting.extendleft(reversed(held[1:]))
            yield held[0]
            continue
        yield line[0], _together(held)


def _together(held: Sequence[tuple[int, bytes]]) -> bytes:
    """Return lines as one text in which each keeps its number: blank ones were passed over."""
    text, at = held[0][1], held[0][0]
    for number, line in held[1:]:
        text += b"\n" * (number - at) + line
        at = number
    return text


def _may_go_on(held: Sequence[tuple[int, bytes]]) -> bool:
    """Whether lines whose brackets are closed may not be all: a body follows, or an else."""
    last = held[-1][1]
    chosen = len(held) > 1 and _first(held[0][1]) == "if"
    return _ends_a_head(last) or _lacks_a_body(last) or chosen or _lacks_while(held)


def _goes_on(held: Sequence[tuple[int, bytes]], ahead: bytes) -> bool:
    """Whether a line goes on with those that are held."""
    begins = _first(ahead)
    if ahead.lstrip().startswith(b"{"):
        return True
    if begins == "else" and _first(held[0][1]) == "if":
        return True
    if begins == "while" and _lacks_while(held):
        return True
    return _lacks_a_body(held[-1][1])


def _lacks_while(held: Sequence[tuple[int, bytes]]) -> bool:
    """Whether lines are a loop that ends with its condition, which is not there yet."""
    return _first(held[0][1]) == "do" and not any(b"while" in each for _, each in held)


def _lacks_a_body(line: bytes) -> bool:
    """Whether a line ends where a statement's body is still to come."""
    text = line.decode("latin-1").strip()
    if text.endswith(("else", "do")) and _WORD.findall(text)[-1] in ("else", "do"):
        return True
    words = [word for word in _WORD.findall(text.lstrip("} \t"))[:2] if word != "else"]
    return text.endswith(")") and bool(words) and words[0] in _HEADS


def _first(line: bytes) -> str:
    """Return the word with which a line begins, empty where it is none."""
    found = _WORD.match(line.decode("latin-1").lstrip("} \t\r\n"))
    return found[0] if found else ""


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
