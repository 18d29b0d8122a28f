"""Order: pieces to arrange in a row, with some that do not belong there, and indentation."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from cworkbook.options import Check
from cworkbook.page_lines import LineError
from cworkbook.questions.kind import (
    JUDGED,
    RIGHT,
    WRONG,
    Control,
    Data,
    Kind,
    answering,
    child,
    code_of,
    element,
    exactly_one_right,
    name_of,
    of,
    one_of,
    told,
)
from cworkbook.questions.syntax import Block, Part

LINES = "lines"
INDENT = "    "
MOST = 6


def _arrangement(value: str) -> None:
    """Accept numbers of pieces."""
    if not value.split() or not all(word.isdecimal() for word in value.split()):
        raise ValueError(f"'{value}' must name pieces by their numbers, the first being 1")


def _level(value: str) -> None:
    if not value.isdecimal() or int(value) > MOST:
        raise ValueError(f"'{value}' is no level of indentation; write 0 to {MOST}")


PIECE: dict[str, Check] = {"indent": _level}


def pieces(block: Block) -> list[Part]:
    """Return the pieces: those that belong, in their order, then those that do not."""
    return [*of(block, "piece"), *of(block, "extra")]


def judge(block: Block) -> None:
    """Raise LineError unless there are pieces, and each arrangement names some of them."""
    exactly_one_right(block)
    if len(list(of(block, "piece"))) < 2:
        raise LineError("an order needs two pieces at least; write /// piece", block.line)
    texts = [code_of(part.label) for part in pieces(block)]
    for part, text in zip(pieces(block), texts, strict=True):
        if not text:
            raise LineError(f"write the piece behind /// {part.word}", part.line)
        if part.word == "extra" and texts.count(text) > 1:
            raise LineError(f"'{text}' belongs there, so it is no extra piece", part.line)
    for part in of(block, "wrong"):
        if "pieces" not in part.options:
            raise LineError('say which arrangement: /// wrong {pieces="2 1"}', part.line)
    for line, order in _written(block):
        if any(not 1 <= number <= len(texts) for number in order) or len(set(order)) < len(order):
            raise LineError(f"there are {len(texts)} pieces; name each once at most", line)


def _written(block: Block) -> list[tuple[int, list[int]]]:
    """Return the arrangements that a block writes down, each with its line."""
    found = [(part.line, _numbers(part.options["pieces"])) for part in of(block, "wrong")]
    if "also" in block.options:
        found += [(block.line, _numbers(each)) for each in block.options["also"].split(",")]
    return found


def _numbers(words: str) -> list[int]:
    return [int(word) for word in words.split()]


def joined(block: Block, order: list[int]) -> str:
    """Return the text that pieces in an order make: lines, or words with spaces between them."""
    chosen = [pieces(block)[number - 1] for number in order]
    if block.options.get("pieces") == LINES:
        return "\n".join(
            INDENT * int(p.options.get("indent", "0")) + code_of(p.label) for p in chosen
        )
    return " ".join(code_of(part.label) for part in chosen)


def _order(block: Block, part: Part) -> list[int]:
    """Return a part's arrangement; what is right is the page's own order."""
    if part.word == "wrong":
        return _numbers(part.options["pieces"])
    return list(range(1, len(list(of(block, "piece"))) + 1))


def _named(part: Part) -> str:
    return part.options.get("pieces", code_of(part.label) if part.word == "extra" else "right")


def _arranged(block: Block, part: Part) -> Data:
    """Return to what a part answers: an arrangement, or a piece that does not belong there."""
    if part.word == "extra":
        return {"piece": pieces(block).index(part) + 1}
    return {"order": _order(block, part)}


def shown(block: Block, part: Part) -> str:
    """Return the text that a part is about."""
    return code_of(part.label) if part.word == "extra" else key(block, part)


def key(block: Block, part: Part) -> str:
    """Return the text that a part's arrangement makes."""
    return joined(block, _order(block, part))


def also(block: Block, _: Path) -> Iterator[tuple[str, int]]:
    """Yield the texts of the other arrangements that are right as well."""
    for each in block.options.get("also", "").split(","):
        if each:
            yield joined(block, _numbers(each)), block.line


def control(block: Block, _: Path) -> Control:
    """Return the pieces, mixed by their texts."""
    listed = element("ul", "cw-question__pieces")
    all_pieces = pieces(block)
    mixed = sorted(
        range(len(all_pieces)),
        key=lambda n: hashlib.sha256(
            f"{block.identity}\0{name_of(all_pieces[n])}".encode()
        ).digest(),
    )
    for number in mixed:
        item = child(listed, "li", **{"data-piece": str(number + 1)})
        child(item, "code", text=code_of(all_pieces[number].label))
    parts = [
        {**one, "name": _named(part), **_arranged(block, part)}
        for one, part in zip(told(block), answering(block), strict=True)
    ]
    data: Data = {
        "parts": parts,
        "count": len(list(of(block, "piece"))),
        "also": [_numbers(each) for each in block.options.get("also", "").split(",") if each],
        "lines": block.options.get("pieces") == LINES,
        "indents": [int(part.options.get("indent", "0")) for part in all_pieces],
    }
    row = element("ol", f"cw-question__row{' is-lines' if data['lines'] else ''}")
    return Control([row, listed, _moves(lines=data["lines"])], data)


def _moves(*, lines: bool) -> Element:
    """Return the buttons for a piece in the row; they do nothing before the script has come."""
    bar = element("div", "cw-question__moves", role="group")
    bar.set("aria-label", "The piece you chose in your order")
    ways = ("Move up", "Move down", "Indent", "Outdent") if lines else ("Move left", "Move right")
    for name in (*ways, "Take out"):
        child(bar, "button", "cw-button", name, type="button", **{"aria-disabled": "true"})
    return bar


def _also(value: str) -> None:
    for each in value.split(","):
        _arrangement(each)


KIND = Kind(
    options={"pieces": one_of(LINES, "words"), "also": _also},
    parts={
        "piece": PIECE,
        "extra": {**PIECE, "belief": WRONG["belief"]},
        "right": {name: RIGHT[name] for name in JUDGED},
        "wrong": {"pieces": _arrangement, "belief": WRONG["belief"], **JUDGED},
        "answer": {},
    },
    judge=judge,
    key=key,
    control=control,
    shown=shown,
    also=also,
)
