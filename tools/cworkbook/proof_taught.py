"""What the book counts besides programs: beliefs, what refutes them, words, and exercises."""

from pathlib import Path

from cworkbook import beliefs, exercises, words
from cworkbook.options import OptionError
from cworkbook.questions.book_questions import questions_of

PROGRAM = "program"
"""The kind of question in which a reader writes a program's code, and the page runs it."""

LINE = "write"
"""The kind in which a reader writes one declaration, and the page reads its type."""


def taught_html(root: Path) -> str:
    """Return the numbers; OptionError where the book has no beliefs."""
    if not (root / beliefs.FILE).is_file():
        raise OptionError(f"there is no {beliefs.FILE}, so there are no beliefs to count")
    believed = beliefs.load(root).all.values()
    programs = {belief.snippet.partition(":")[0] for belief in believed}
    return _numbers(
        (len(believed), "misconceptions"),
        (len(programs), "programs that refute them"),
        (len(words.load(root).terms), "words explained"),
    )


def exercises_html(root: Path) -> str:
    """Return how many exercises are done in the page, and how many on the reader's machine."""
    own = exercises.load(root).values()
    return _numbers(
        (sum(written(root).values()), "programs to write in the page"),
        (sum(written(root, LINE).values()), "declarations to write in the page"),
        (len(own), "on your own machine"),
        (sum(len(one.checks) for one in own), "checks of those"),
        (sum(len(one.wrong) for one in own), "wrong solutions answered"),
    )


def written(root: Path, kind: str = PROGRAM) -> dict[str, int]:
    """Return for each chapter how many questions of a kind it has, programs without another."""
    found: dict[str, int] = {}
    for question in questions_of(root)[0]:
        if question.kind_name == kind:
            chapter = question.page.removeprefix("docs/").partition("/")[0]
            found[chapter] = found.get(chapter, 0) + 1
    return found


def _numbers(*counted: tuple[int, str]) -> str:
    items = "".join(
        f'<div class="cw-number"><dt>{word}</dt><dd>{number:,}</dd></div>'
        for number, word in counted
    )
    return f'<dl class="cw-numbers">{items}</dl>'
