"""Drills as text: questions and verdicts on a terminal, sheets and keys on paper."""

import re
from collections.abc import Sequence
from textwrap import fill, indent

from cexplain.drills.drill import Choice, Drill
from cexplain.drills.grade import Grade
from cexplain.drills.table import KINDS
from cexplain.render.terminal import Look

LETTERS = "abcdefgh"
"""What the choices are called."""

_WIDE = 78
_CODE = re.compile(r"`([^`]*)`")


def question_text(number: int, drill: Drill, look: Look) -> str:
    """Return a question as a terminal shows it."""
    title = f"{number}. {KINDS[drill.kind].title}, level {drill.level}"
    return f"{look.paint(title, 'quiet')}\n{_asked(drill, look)}"


def grade_text(drill: Drill, grade: Grade, look: Look) -> str:
    """Return a verdict, with the right answer where it was another."""
    if grade.verdict == "right":
        return _verdict("Right.", drill.why, "function", look)
    return _verdict("No.", grade.why, "error", look) + answer_text(drill, look)


def _verdict(word: str, why: str, kind: str, look: Look) -> str:
    return look.paint(word, kind) + _paragraph(f"{word} {why}".rstrip(), look)[len(word) :]


def answer_text(drill: Drill, look: Look) -> str:
    """Return the right answer and why."""
    return _paragraph(f"The answer is {_key(drill)}", look)


def sheet_text(seed: str, drills: Sequence[Drill], look: Look) -> str:
    """Return a sheet: questions, with room for answers that are written."""
    questions = f"{len(drills)} question{'s' if len(drills) > 1 else ''}"
    parts = [f"C drills, sheet {seed}: {questions}\n\nName: {'_' * 40}\n"]
    for number, drill in enumerate(drills, start=1):
        text = _asked(drill, look)
        if drill.form != "choose":
            text += f"\n{'_' * 60}\n"
        parts.append(_numbered(number, text))
    return "\n".join(parts)


def key_text(seed: str, drills: Sequence[Drill], look: Look) -> str:
    """Return the key of a sheet."""
    parts = [f"\nKey of sheet {seed}\n"]
    for number, drill in enumerate(drills, start=1):
        text = _paragraph(_key(drill), _narrower(look))
        parts.append(_numbered(number, text))
    return "\n".join(parts)


def _asked(drill: Drill, look: Look) -> str:
    """Return what is asked: the question, the code, the choices."""
    parts = [_paragraph(drill.ask, _narrower(look))]
    if drill.code:
        parts.append(f"\n{indent(drill.code, '    ')}\n")
    if drill.form == "choose":
        parts += ["\n"] if drill.code else []
        for letter, choice in zip(LETTERS, drill.choices, strict=False):
            parts.append(_listed(letter, choice, _narrower(look)))
    return "".join(parts)


def _listed(letter: str, choice: Choice, look: Look) -> str:
    text = fill(_shown(choice), _columns(look), initial_indent=f"  {letter}) ",
                subsequent_indent="     ", break_long_words=False)  # fmt: skip
    return f"{_painted(text, look)}\n"


def _key(drill: Drill) -> str:
    """Return the right answer, behind its letter if it has one, and why."""
    if drill.form != "choose":
        return f"`{drill.answer.plain}`. {drill.why}"
    answer = drill.answer.text.removesuffix(".")
    return f"{LETTERS[drill.right]}) {answer}. {drill.why}"


def _numbered(number: int, text: str) -> str:
    """Return lines under a number."""
    first, *rest = text.splitlines()
    lines = [f"{number:>3}. {first}", *(f"     {line}" if line else "" for line in rest)]
    return "\n".join(lines) + "\n"


def _paragraph(text: str, look: Look) -> str:
    """Return lines of prose."""
    return _painted(fill(text, _columns(look), break_long_words=False), look) + "\n"


def _shown(choice: Choice) -> str:
    """Return an answer; what is code as a whole needs no backquotes."""
    whole = _CODE.fullmatch(choice.text)
    return whole[1] if whole else choice.text


def _painted(text: str, look: Look) -> str:
    """Return text with its code in colour instead of backquotes, where there are colours."""
    if not look.colour:
        return text
    return _CODE.sub(lambda code: look.paint(code[1], "type"), text)


def _columns(look: Look) -> int:
    return min(_WIDE, look.width or _WIDE)


def _narrower(look: Look) -> Look:
    """Return the look of what stands five columns further in."""
    return Look(look.colour, _columns(look) - 5)
