"""A question as HTML: what is asked, what a reader handles, and the answers, folded.

This is all there without scripts. With them, tools/browser/src/questions makes buttons and fields
of it, and takes each answer out of the fold when it is due.
"""

import json
from pathlib import Path
from xml.etree.ElementTree import Element

from cworkbook.questions.beliefs import linked, named
from cworkbook.questions.clauses import clauses
from cworkbook.questions.kind import Data, answering, child, element, label, of
from cworkbook.questions.question import Question
from cworkbook.questions.syntax import Part

WORDS = {"right": "Right", "wrong": "Not so"}
"""What a part of the answers is marked with."""


def section(
    question: Question, asked: Element, bodies: dict[Part, Element], former: str, root: Path
) -> Element:
    """Return the section of a question, of what is asked and what each part says.

    `former` is the name by which a reader's answers may have been kept before, "" if there is none.
    """
    control = question.kind.control(question.block, root)
    data: Data = {"id": question.identity, "kind": question.kind_name, **control.data}
    if former:
        data["former"] = former
    name = f"q-{question.identity}"
    made = element(
        "section",
        f"cw-question cw-question--{question.kind_name}",
        id=name,
        **{"aria-labelledby": f"{name}-name", "data-question": json.dumps(data)},
    )
    if names := " ".join(programs(question, root)):
        made.set("data-about", names)
    child(made, "p", "cw-question__name", f"Question {question.number}", id=f"{name}-name")
    asked.set("class", "cw-question__asked")
    made.append(asked)
    room = child(made, "div", "cw-question__room")
    room.extend(control.elements)
    if any(part.word == "hint" for part in bodies):
        made.append(_hints(bodies))
    made.append(_answers(question, bodies, root))
    return made


def programs(question: Question, root: Path) -> list[str]:
    """Return the programs that a question is about: what it names, and what proves its key.

    Where the question is shown on another page, scripts show those that stand above it here.
    """
    options = question.block.options
    found = [options["of"].partition("[")[0]] if "of" in options else []
    for claim in question.claims(root):
        if claim.part is not None and claim.holds and claim.proof:
            found += [clause.subject for clause in clauses(claim.proof) if not clause.quoted]
    return list(dict.fromkeys(found))


def _hints(bodies: dict[Part, Element]) -> Element:
    """Return the hints, each folded; the style sheet shows one when the one before it is open."""
    made = element("div", "cw-hints")
    hints = [body for part, body in bodies.items() if part.word == "hint"]
    for number, body in enumerate(hints, 1):
        fold = child(made, "details", "cw-hint")
        many = f" {number} of {len(hints)}" if len(hints) > 1 else ""
        child(fold, "summary", text=f"Hint{many}")
        fold.extend(body)
    return made


def _answers(question: Question, bodies: dict[Part, Element], root: Path) -> Element:
    """Return the fold with what each part says, right ones first, and what is told in the end."""
    fold = element("details", "cw-question__answers")
    told = [part for part in bodies if part.word not in ("hint", "check")]
    child(fold, "summary", text="Answers" if len(told) > 1 else "Answer")
    numbered = list(enumerate(answering(question.block)))
    for place, part in sorted(numbered, key=lambda one: one[1].word != "right"):
        box = child(
            fold, "div", f"cw-question__part is-{_looks(part)}", **{"data-part": str(place)}
        )
        head = child(box, "p", "cw-question__given")
        mark = child(head, "span", "cw-question__mark", WORDS[_looks(part)])
        mark.tail = " "
        _label(head, question, part)
        box.extend(bodies[part])
        if belief := named(part, root):
            box.append(linked(belief, question.page.removeprefix("docs/")))
    for part in of(question.block, "answer"):
        box = child(fold, "div", "cw-question__part is-answer")
        box.extend(bodies[part])
    return fold


def _looks(part: Part) -> str:
    """Return whether a part is right or wrong: a piece too many is wrong."""
    return "right" if part.word == "right" else "wrong"


def _label(head: Element, question: Question, part: Part) -> None:
    """Add what was chosen or typed, as it is seen among the choices."""
    words = question.kind.shown(question.block, part)
    if words is None:
        label(head, part.label)
    elif words:
        tag = "code" if question.kind.code and not question.kind.tried(part) else "span"
        child(head, tag, "cw-question__label", words)
