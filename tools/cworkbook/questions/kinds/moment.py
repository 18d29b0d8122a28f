"""Moment: what a pointer leads to, what a value is, or which line wrote it, as a run has it."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from cworkbook.asked import ARROW, NULL, VALUE, WRITER, Answered, Ask
from cworkbook.moments_html import moment_html
from cworkbook.page_lines import LineError
from cworkbook.questions import said_of_moments
from cworkbook.questions.clauses import ProofError
from cworkbook.questions.evidence import Evidence
from cworkbook.questions.kind import (
    RIGHT,
    WRONG,
    Control,
    Kind,
    answering,
    child,
    element,
    exactly_one_right,
    of,
    quoted,
    some,
    told,
    told_typed,
    typed,
)
from cworkbook.questions.kinds import click
from cworkbook.questions.kinds.field import field
from cworkbook.questions.syntax import Block, Part
from cworkbook.records import Moment

ASKED = (ARROW, VALUE, WRITER)
SAYS = {ARROW: "points '{}' to", VALUE: "reads '{}' as", WRITER: "has '{}' from"}


def judge(block: Block) -> None:
    """Raise LineError unless one thing is asked about a moment, and each part says what of it."""
    exactly_one_right(block)
    if not {"of", "moment"} <= block.options.keys():
        raise LineError('say which moment: of="chapter/program.c" moment="name"', block.line)
    if sum(what in block.options for what in ASKED) != 1:
        raise LineError('ask for one of: arrow="p", value="*p", writer="*p"', block.line)
    for part in of(block, "right", "wrong"):
        if what_of(block) == VALUE:
            if not part.label or "at" in part.options:
                raise LineError(f"write the value behind /// {part.word}", part.line)
        elif "at" not in part.options:
            example = "5" if what_of(block) == WRITER else "n of main"
            raise LineError(f'say where it is: /// {part.word} {{at="{example}"}}', part.line)
        elif what_of(block) == WRITER and not part.options["at"].isdecimal():
            raise LineError("a line of a program is named by its number", part.line)


def what_of(block: Block) -> str:
    """Return which of the three is asked."""
    return next(what for what in ASKED if what in block.options)


def program_of(block: Block) -> str:
    """Return the name of the program, without the section that is shown of it."""
    return block.options["of"].partition(":")[0]


def proof(block: Block) -> str:
    """Return what each part claims."""
    what = what_of(block)
    said = SAYS[what].format(quoted(block.options[what]))
    return f"{program_of(block)} at '{quoted(block.options['moment'])}' {said} '{{}}'"


def key(block: Block, part: Part) -> str:
    """Return an object's name, a value, or a line's number."""
    return typed(part) if what_of(block) == VALUE else part.options["at"]


def shown(block: Block, part: Part) -> str:
    """Return the same in words."""
    return f"line {part.options['at']}" if what_of(block) == WRITER else key(block, part)


def answered(block: Block, root: Path) -> Answered:
    """Return what is recorded; LineError where there is nothing."""
    what = what_of(block)
    ask = Ask(block.options["moment"], what, block.options[what])
    try:
        return said_of_moments.answered(program_of(block), ask, Evidence(root))
    except ProofError as error:
        raise LineError(str(error), block.line) from None


def others(block: Block, root: Path) -> Iterator[tuple[str, int]]:
    """Yield what else could be picked: each of that is wrong, too. LineError for what cannot be."""
    what = what_of(block)
    if what == VALUE:
        return
    if what == WRITER:
        lines = click.shown_lines(block, root)
        found = tuple(str(line.number) for line in lines if line.text.strip())
    else:
        found = answered(block, root).names
    named = [part.options["at"] for part in of(block, "right", "wrong")]
    for part, name in zip(of(block, "right", "wrong"), named, strict=True):
        if name not in found:
            known = f"; there are: {', '.join(found)}" if what == ARROW else ""
            raise LineError(f"there is no '{name}' to pick{known}", part.line)
    yield from ((name, block.line) for name in found if name not in named)


def control(block: Block, root: Path) -> Control:
    """Return the moment's picture, and what a reader handles below it."""
    recorded, what = answered(block, root), what_of(block)
    picture = _picture(block, root, recorded)
    if what == VALUE:
        name = f"The value of {block.options[VALUE]}"
        return Control([picture, field(name)], {"asks": what, "parts": told_typed(block)})
    parts = [
        {**one, "name": part.options["at"]}
        for one, part in zip(told(block), answering(block), strict=True)
    ]
    if what == WRITER:
        lines = click.control(block, root)
        return Control([picture, *lines.elements], {**lines.data, "asks": what, "parts": parts})
    data = {
        "asks": what,
        "parts": parts,
        "of": block.options[ARROW],
        "start": asdict(recorded.start) if recorded.start else None,
        "spots": [asdict(spot) for spot in recorded.spots],
    }
    return Control([picture, *_choices(block, recorded)], data)


def _choices(block: Block, recorded: Answered) -> list[Element]:
    """Return a list for paper, and what scripts have below the picture instead of it."""
    said = element("p", "cw-question__picked")
    said.text = AtomicString(f"Pick what {block.options[ARROW]} points to.")
    null = element("button", "cw-button cw-question__null", "null: it points to nothing")
    null.set("type", "button")
    null.set("data-at", NULL)
    choices = element("ul", "cw-question__choices cw-question__spots")
    for name in recorded.names:
        item = child(choices, "li", **{"data-choice": name})
        child(item, "code", "cw-question__label", name)
    return [said, null, choices]


def _picture(block: Block, root: Path, recorded: Answered) -> Element:
    program, _ = Evidence(root).recorded(program_of(block))
    drawn = Moment(
        recorded.ask.moment,
        "",
        (),
        recorded.told,
        recorded.view_box,
        recorded.width,
        recorded.height,
        recorded.shapes,
    )
    # The style sheet keeps the spaces of labels, so that no name space is needed.
    html = moment_html(program, drawn).replace(' xml:space="preserve"', "")
    made = ElementTree.fromstring(html)  # noqa: S314 - made right here
    for one in made.iter():
        one.text = AtomicString(one.text) if one.text else None
        one.tail = AtomicString(one.tail) if one.tail else None
    return made


KIND = Kind(
    options={"of": some, "moment": some, **dict.fromkeys(ASKED, some)},
    parts={
        "right": {**RIGHT, "at": some},
        "wrong": {**WRONG, "at": some},
        "answer": {},
    },
    judge=judge,
    key=key,
    control=control,
    proof=proof,
    shown=shown,
    others=others,
)
