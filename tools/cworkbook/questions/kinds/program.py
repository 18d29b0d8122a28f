"""Program: the reader changes a program until it prints what it should."""

from collections.abc import Iterator
from pathlib import Path

from cworkbook import book
from cworkbook.page_lines import LineError
from cworkbook.questions.kind import (
    CHOICES,
    Control,
    Kind,
    Proved,
    child,
    element,
    exactly_one_right,
    labelled,
    of,
    quoted,
    some,
    told_typed,
    typed,
)
from cworkbook.questions.syntax import Block, Part


def judge(block: Block) -> None:
    """Raise LineError unless there is a program to begin with, and one that does it."""
    exactly_one_right(block)
    labelled(block, "right", "wrong")
    for name, example in (("start", "the program to be changed"), ("model", "one that does it")):
        if name not in block.options:
            raise LineError(f'write {name}="chapter/program.c", {example}', block.line)


def control(block: Block, root: Path) -> Control:
    """Return the program's text, which scripts make a field of."""
    name = block.options["start"]
    path = root / "snippets" / name
    if not path.is_file():
        raise LineError(f"there is no snippet '{name}' in snippets/", block.line)
    program = book.load(path, root)
    lines = "\n".join(line.text for line in program.file().lines)
    frame = element("div", "cw-question__program")
    child(frame, "code", text=lines)
    cost = element("p", "cw-question__cost")
    key = program.keys[0]
    data = {"parts": told_typed(block), "file": path.name, "std": key.std, "level": key.level}
    return Control([frame, cost], data)


def proof(block: Block) -> str:
    """Return that the model prints a part's output, and nothing else."""
    return f"{block.options.get('model', '')} prints only '{{}}'"


def more(block: Block) -> Iterator[Proved]:
    """Yield that the program to begin with does not print what is asked for."""
    for part in of(block, "right"):
        yield f"{block.options['start']} prints only '{quoted(typed(part))}'", False, block.line


def shown(_: Block, part: Part) -> str:
    """Return the output that a part is about."""
    return typed(part)


KIND = Kind(
    options={"start": some, "model": some},
    parts=CHOICES,
    judge=judge,
    key=lambda _, part: typed(part),
    control=control,
    shown=shown,
    proof=proof,
    more=more,
)
