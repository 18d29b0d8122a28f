"""The block of a question as it is written on a page: its options, its parts, their lines.

Python-Markdown knows no lines, so the page's text is read here, before anything else looks at it.
What is returned is all that proofs and counts need; no Markdown is rendered.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from cworkbook.directives import nearest
from cworkbook.page_lines import LineError

QUESTION = "question"
PARTS = ("right", "wrong", "check", "hint", "answer", "piece", "extra")
"""What may follow the slashes within a question."""

_OPENING = re.compile(r"///(?:[ \t]+(?P<word>[\w-]*)|(?P<rest>\S.*)?)")
_OPTION = re.compile(r"""\s*(?P<name>[\w-]+)=(?P<quote>["'`])(?P<value>.*?)(?P=quote)""", re.DOTALL)
_END = re.compile(r"\s*\}[ \t]*")
_FENCE = re.compile(r"(?P<indent>[ \t]*)(?P<ticks>`{3,}|~{3,})(?P<info>.*)$")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a block: its word, options and label; `line` is that of its slashes, from 1.

    `body` is the Markdown below it, of which the first line has the number `body_line`.
    """

    word: str
    options: dict[str, str] = field(hash=False)
    label: str
    line: int
    body: tuple[str, ...] = ()
    body_line: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """A question as written; `asked` is what stands before its first part, `end` its last line."""

    options: dict[str, str] = field(hash=False)
    line: int
    asked: Part
    parts: tuple[Part, ...]
    end: int

    @property
    def identity(self) -> str:
        """The question's lasting name; empty where none is written."""
        return self.options.get("id", "")


@dataclass(frozen=True, slots=True)
class _Opening:
    """A line of slashes: what stands on it, and the line after it."""

    word: str
    options: dict[str, str]
    label: str
    next: int


def blocks(lines: list[str]) -> list[Block]:
    """Return the questions of a page's lines; LineError where one cannot be read."""
    found: list[Block] = []
    index = 0
    while index < len(lines):
        index = _after_fence(lines, index)
        if index >= len(lines):
            break
        if not lines[index].startswith("///"):
            _refuse_indented(lines[index], index + 1)
            index += 1
            continue
        opening = _opening(lines, index)
        if opening.word != QUESTION:
            advice = nearest(opening.word, (QUESTION,)) if opening.word else "open a question first"
            raise LineError(
                f"'{lines[index].strip()}' is outside of a question; {advice}", index + 1
            )
        if index and lines[index - 1].strip():
            raise LineError("a question needs an empty line before it", index + 1)
        block = _block(lines, index, opening)
        found.append(block)
        index = block.end
    return found


def _block(lines: list[str], start: int, opening: _Opening) -> Block:
    """Return the block that opens at the index `start`."""
    if opening.label:
        raise LineError("what is asked begins on the next line", start + 1)
    parts: list[Part] = []
    line, index = start + 1, opening.next
    open_part = Part("asked", {}, "", line, (), index + 1)
    body: list[str] = []
    while index < len(lines):
        after = _after_fence(lines, index)
        if after > index:
            body += lines[index:after]
            index = after
            continue
        if not lines[index].startswith("///"):
            _refuse_indented(lines[index], index + 1)
            body.append(lines[index])
            index += 1
            continue
        parts.append(_closed(open_part, body))
        body = []
        if lines[index].strip() == "///":
            asked, *rest = parts
            return Block(opening.options, line, asked, tuple(rest), index + 1)
        part = _opening(lines, index)
        if part.word == QUESTION:
            raise LineError(
                f"the question of line {line} has no end; write /// after it", index + 1
            )
        if part.word not in PARTS:
            raise LineError(
                f"'{part.word or lines[index].strip()}' is no part of a question; "
                f"{nearest(part.word, PARTS)}",
                index + 1,
            )
        open_part = Part(part.word, part.options, part.label, index + 1, (), part.next + 1)
        index = part.next
    raise LineError("this question has no end; write /// after it", line)


def _closed(part: Part, body: list[str]) -> Part:
    return Part(part.word, part.options, part.label, part.line, tuple(body), part.body_line)


def _opening(lines: list[str], index: int) -> _Opening:
    """Return what a line of slashes says; its options may go on over the lines below."""
    match = _OPENING.match(lines[index])
    if match is None or match["rest"]:
        raise LineError("write a space after ///", index + 1)
    word = match["word"] or ""
    rest = lines[index][match.end() :].strip()
    if not rest.startswith("{"):
        return _Opening(word, {}, rest, index + 1)
    text = "\n".join([rest, *lines[index + 1 :]])
    options: dict[str, str] = {}
    place = 1
    while (end := _END.match(text, place)) is None:
        option = _OPTION.match(text, place)
        number = index + 1 + text.count("\n", 0, place)
        if option is None or "\n\n" in option[0]:
            raise LineError('options read {name="value"}, and end with }', number)
        if option["name"] in options:
            raise LineError(f"option {option['name']} is written twice", number)
        options[option["name"]] = " ".join(option["value"].split("\n")).strip()
        place = option.end()
    last = index + text.count("\n", 0, end.end())
    label = text[end.end() :].partition("\n")[0].strip()
    return _Opening(word, options, label, last + 1)


def _after_fence(lines: list[str], index: int) -> int:
    """Return the index after the fence that opens at `index`, which is `index` if none does."""
    match = _FENCE.match(lines[index])
    if match is None:
        return index
    for end in range(index + 1, len(lines)):
        closing = lines[end].strip()
        if closing.startswith(match["ticks"]) and not closing.strip(match["ticks"][0]):
            return end + 1
    return index + 1  # superfences tells of it


def _refuse_indented(line: str, number: int) -> None:
    if re.match(r"[ \t]+///[ \t]+question\b", line):
        raise LineError("a question is not indented: take the spaces before /// away", number)


def marked(lines: list[str], found: list[Block]) -> list[str]:
    """Return the page's lines with marks in place of slashes, as many as before.

    What was read already is taken out: Markdown would see tags and words in it.
    """
    result = list(lines)
    for number, block in enumerate(found):
        for place, part in enumerate((block.asked, *block.parts)):
            for line in range(part.line, part.body_line):
                result[line - 1] = ""
            result[part.line - 1] = mark(number, place)
        result[block.end - 1] = mark(number, "end")
    return result


def mark(number: int, place: int | str) -> str:
    """Return the line that stands for a part of the page's question `number`; 0: what is asked."""
    return f"///{number}.{place}"


def pieces(text: str, number: int) -> Iterator[str]:
    """Yield the Markdown of each part of a question whose lines were marked."""
    chunks = re.split(rf"^///{number}\.(?:\d+|end)$", text, flags=re.MULTILINE)
    yield from (chunk.strip("\n") for chunk in chunks[1:-1])
