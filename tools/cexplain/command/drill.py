"""`cexplain drill`: questions on a terminal, or a sheet of them for paper and programs."""

import json
import os
from collections.abc import Callable, Iterator

from cexplain.command.console import MOST, Console, next_line
from cexplain.command.drill_options import COUNT, DrillOptions
from cexplain.command.drill_text import (
    LETTERS,
    answer_text,
    grade_text,
    key_text,
    question_text,
    sheet_text,
)
from cexplain.command.options import on_terminal
from cexplain.depth import deep_stack
from cexplain.drills.drill import Drill
from cexplain.drills.grade import Grade, chosen, typed
from cexplain.drills.objects import sheet_object
from cexplain.drills.sheet import following, sheet
from cexplain.drills.table import KINDS

HELP = (
    "Type the letter of an answer, or the answer itself where none is listed.\n"
    "An empty line shows the answer. quit or Ctrl-D ends this.\n"
)

Ask = Callable[[str], str]
"""Asks for a line; raises EOFError where there are no more."""


def drill(options: DrillOptions, console: Console) -> int:
    """Ask, or print a sheet; return the exit status."""
    seed = options.seed or drawn_seed()
    kinds = options.kinds or tuple(KINDS)
    with deep_stack():
        if options.sheet or options.json:
            _print(seed, kinds, options, console)
        else:
            _converse(seed, kinds, options, console)
    return 0


def drawn_seed() -> str:
    """Return a seed that nobody asked for, short enough to be typed again."""
    return str(int.from_bytes(os.urandom(4), "big") % 1_000_000)


def _print(seed: str, kinds: tuple[str, ...], options: DrillOptions, console: Console) -> None:
    made = sheet(seed, kinds, options.count or COUNT, options.level)
    if options.json:
        text = json.dumps(sheet_object(seed, made), ensure_ascii=False, separators=(",", ":"))
        console.out(f"{text}\n")
        return
    console.out(sheet_text(seed, made, console.look))
    if options.key:
        console.out(key_text(seed, made, console.look))


def _converse(seed: str, kinds: tuple[str, ...], options: DrillOptions, console: Console) -> None:
    """Ask one question after the other until the count is reached or the person leaves."""
    ask = _asker(console)
    answers: list[bool] = []
    seen: set[str] = set()
    console.out(HELP)
    try:
        while options.count is None or len(answers) < options.count:
            each = following(seed, kinds, answers, start=options.level or 1, seen=seen)
            seen.add(each.identity)
            console.out(f"\n{question_text(len(answers) + 1, each, console.look)}")
            grade = _graded(each, ask, console)
            answers.append(grade is not None and grade.verdict == "right")
            console.out(_told(each, grade, console))
    except EOFError:
        console.out("\n")
    console.out(f"\n{sum(answers)} of {len(answers)} right. The seed was {seed}.\n")


def _told(each: Drill, grade: Grade | None, console: Console) -> str:
    if grade is None:
        return answer_text(each, console.look)
    return grade_text(each, grade, console.look)


def _graded(each: Drill, ask: Ask, console: Console) -> Grade | None:
    """Return the verdict on an answer, None where the person gives up; raises EOFError."""
    prompt = "letter> " if each.form == "choose" else "answer> "
    while True:
        text = ask(prompt).strip()
        if text == "quit":
            raise EOFError
        if not text:
            return None
        if text in ("?", "help"):
            console.out(HELP)
        elif each.form == "choose":
            place = LETTERS[: len(each.choices)].find(text.lower())
            if len(text) == 1 and place >= 0:
                return chosen(each, place)
            console.out(f"Type a letter from a to {LETTERS[len(each.choices) - 1]}.\n")
        else:
            grade = typed(each, text)
            if grade.verdict != "unreadable":
                return grade
            console.out(f"This is not C yet: {grade.why}\n")


def _asker(console: Console) -> Ask:
    """Return what asks: a line editor on a terminal, else the lines of standard input."""
    if on_terminal():
        import contextlib  # noqa: PLC0415 - only a terminal needs these

        with contextlib.suppress(ImportError):
            import readline  # noqa: F401, PLC0415 - its import lets input() edit lines
        return input
    lines = _lines(console)

    def ask(prompt: str) -> str:
        console.out(prompt)
        line = next(lines, None)
        if line is None:
            raise EOFError
        console.out("\n")
        return line

    return ask


def _lines(console: Console) -> Iterator[str]:
    """Yield the lines of standard input, empty ones too; raises UnreadableError."""
    while line := next_line(console.stdin, MOST):
        yield line.decode("utf-8", "replace")
