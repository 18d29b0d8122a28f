"""Program: the reader changes a program until it prints what it should, and passes all checks."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from cworkbook import book
from cworkbook.options import anything
from cworkbook.page_lines import LineError
from cworkbook.questions import checks
from cworkbook.questions.checks import Check, checks_of, wrong_programs
from cworkbook.questions.kind import (
    RIGHT,
    WRONG,
    Control,
    Data,
    Kind,
    Proved,
    answering,
    child,
    element,
    exactly_one_right,
    label,
    labelled,
    of,
    quoted,
    some,
    told_typed,
    typed,
)
from cworkbook.questions.syntax import Block, Part
from cworkbook.snippet import Snippet

PARTS = {
    "right": {**RIGHT, "input": anything},
    "wrong": {**WRONG, "program": some, "fails": some},
    "check": checks.OPTIONS,
    "answer": {},
}


def judge(block: Block) -> None:
    """Raise LineError unless there is a program to begin with, one that does it, and checks."""
    exactly_one_right(block)
    labelled(block, "right")
    wrong_programs(block)
    labelled(block, "wrong", unless=tried)
    for name, example in (("start", "the program to be changed"), ("model", "one that does it")):
        if name not in block.options:
            raise LineError(f'write {name}="chapter/program.c", {example}', block.line)


def tried(part: Part) -> bool:
    """Return whether a part is about a program that the tests compile and try."""
    return part.word == "wrong" and "fails" in part.options and not part.label


def loaded(name: str, block: Block, root: Path) -> Snippet:
    """Return a program of the book by its name; LineError where there is none."""
    path = root / "snippets" / name
    if not path.is_file():
        raise LineError(f"there is no snippet '{name}' in snippets/", block.line)
    return book.load(path, root)


def text_of(program: Snippet) -> str:
    """Return a program as readers see it."""
    return "\n".join(line.text for line in program.file().lines)


def control(block: Block, root: Path) -> Control:
    """Return the program's text, which scripts make a field of, and what is checked of it."""
    program = loaded(block.options["start"], block, root)
    model = loaded(block.options["model"], block, root)
    frame = element("div", "cw-question__program")
    child(frame, "code", text=text_of(program), tabindex="0")  # its long lines scroll by keys
    elements = [frame]
    found = checks_of(block)
    key = program.keys[0]
    if found:
        elements.append(listed(found))
        if "++" in key.std and any(one.kind == checks.DECLARES for one in found):
            raise LineError("cexplain reads programs in C; check something else", block.line)
    elements.append(element("p", "cw-question__cost"))
    data: Data = {
        "parts": [
            {**one, **({"fails": part.options["fails"]} if tried(part) else {})}
            for one, part in zip(told_typed(block), answering(block), strict=True)
        ],
        "file": program.path.name,
        "std": key.std,
        "level": key.level,
        "model": text_of(model),
        "checks": [one.data() for one in found],
    }
    return Control(elements, data)


def listed(found: tuple[Check, ...]) -> Element:
    """Return the list of what is checked, in which scripts say how each check went."""
    made = element("div", "cw-checks")
    child(made, "p", "cw-checks__name", "Your program must pass these checks:")
    rows = child(made, "ul", "cw-checks__list")
    for one in found:
        row = child(rows, "li", "cw-check")
        child(row, "span", "cw-check__mark", "Not tried")  # its room: nothing moves later
        says = child(row, "span", "cw-check__says")
        if one.says:
            label(says, one.says)
        elif one.kind == checks.OUTPUT:
            _told(says, one)
        elif one.kind == checks.DECLARES:
            says.text = "cexplain reads: "
            child(says, "i", text=one.given)
        else:
            label(says, checks.SAYS[one.kind])
    return made


def _told(says: Element, one: Check) -> None:
    """Say what a program prints, and for which input."""
    says.text = "For the input " if one.given else "It prints "
    if one.given:
        child(says, "code", text=one.given.rstrip("\n")).tail = " it prints "
    child(says, "code", "cw-question__label", one.wanted)


def proof(block: Block) -> str:
    """Return that the model prints a part's output, and nothing else."""
    return f"{block.options.get('model', '')} prints only '{{}}'"


def more(block: Block) -> Iterator[Proved]:
    """Yield that the program to begin with does not print what is asked for, where nothing else is.

    Where there are other checks, the tests try all of them (cworkbook.questions.trial).
    """
    if checks_of(block):
        return
    for part in of(block, "right"):
        yield f"{block.options['start']} prints only '{quoted(typed(part))}'", False, block.line


def shown(_: Block, part: Part) -> str:
    """Return the output that a part is about, or in words what a wrong program gets wrong."""
    return checks.FAILS[part.options["fails"].split()[0]] if tried(part) else typed(part)


KIND = Kind(
    options={"start": some, "model": some},
    parts=PARTS,
    judge=judge,
    key=lambda _, part: typed(part),
    control=control,
    shown=shown,
    proof=proof,
    more=more,
    tried=tried,
)
