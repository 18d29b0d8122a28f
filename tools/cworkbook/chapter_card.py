"""The fence that says on the home page what a chapter holds, counted when the book is built."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

from cworkbook import book, records
from cworkbook import options as opt
from cworkbook.fences import Fence, Place
from cworkbook.links import address
from cworkbook.runnable import Here, runnable

_WORDS_A_MINUTE = 180
_MINUTES_A_QUESTION = 2
_HOUR_AND_A_QUARTER = 75
_FENCE = re.compile(r"^([ \t]*)(```+|~~~+).*?^\1\2[ \t]*$", re.MULTILINE | re.DOTALL)
# A question as a block of its own, or as choices that follow each other, or as a fold.
_QUESTION = re.compile(
    r"^/// question\b|^\?\?\? answer\b|(?:^\?\?\? choice\b.*\n(?:(?:    .*)?\n)*)+", re.MULTILINE
)
_OPTIONS: dict[str, opt.Check] = {
    "of": opt.anything,
    "language": opt.anything,
    "needs": opt.anything,
}


@dataclass(frozen=True, slots=True)
class Contents:
    """What a chapter holds: its pages below docs/, questions, programs to run, minutes to read."""

    pages: tuple[str, ...]
    questions: int
    programs: int
    minutes: int


def contents(root: Path, chapter: str) -> Contents:
    """Return what the pages in the folder `chapter` below docs/ hold."""
    docs = root / "docs"
    files = sorted((docs / chapter).rglob("*.md"))
    texts = [_FENCE.sub("", file.read_text(encoding="utf-8")) for file in files]
    questions = sum(len(_QUESTION.findall(text)) for text in texts)
    words = sum(len(text.split()) for text in texts)
    return Contents(
        tuple(file.relative_to(docs).as_posix() for file in files),
        questions,
        _programs(root, chapter),
        round(words / _WORDS_A_MINUTE) + questions * _MINUTES_A_QUESTION,
    )


def _programs(root: Path, chapter: str) -> int:
    """Return how many programs of a chapter's pages a reader can run in the page."""
    names = frozenset(
        path.relative_to(root / "snippets").as_posix() for path in book.snippet_paths(root)
    )
    shown = {
        book.owner(reference.path, names)
        for reference in book.references(root)
        if reference.page.startswith(f"{chapter}/")
    }
    found = 0
    for name in shown - {None}:
        program = book.load(root / "snippets" / str(name), root)
        record = records.load(program)
        here = runnable(program, record) if record else None
        found += isinstance(here, Here) and here.runs
    return found


def duration(minutes: int) -> str:
    """Return how long something takes, as one says it: in steps of ten minutes, or half hours."""
    if minutes < _HOUR_AND_A_QUARTER:
        return f"about {max(10, round(minutes / 10) * 10)} minutes"
    halves = round(minutes / 30)
    hours = f"{halves // 2}{'½' if halves % 2 else ''}"
    return f"about {hours} hour{'' if hours == '1' else 's'}"


def _render(source: str, options: Mapping[str, str], place: Place) -> str:
    """Return the facts about a chapter, and room for what its reader has seen of it."""
    opt.check(options, _OPTIONS)
    if source.strip():
        raise place.error("this fence is empty; its numbers are counted")
    missing = [name for name in _OPTIONS if not options.get(name, "").strip()]
    if missing:
        raise place.error(f"option {missing[0]}: a value is missing")
    chapter = options["of"]
    found = contents(place.page.root, chapter)
    if not found.pages:
        raise place.error(f"option of: there is no chapter '{chapter}' in docs/")
    counted = [
        f"{len(found.pages)} pages",
        f"{found.questions} questions",
        *([f"{found.programs} programs to run here"] if found.programs else []),
        duration(found.minutes),
    ]
    pages = " ".join(address(page, "index.md") for page in found.pages)
    return (
        '<div class="cw-facts"><p class="cw-facts__needs">'
        f'<span class="cw-facts__language">{escape(options["language"])}</span> '
        f"You need {escape(options['needs'])}.</p>"
        f'<p class="cw-facts__counted">{" · ".join(counted)}</p>'
        '<p class="cw-facts__seen">'
        f'<span class="cw-facts__opened" data-pages="{escape(pages)}"></span> '
        f'<span class="cw-facts__answered" data-pages="{escape(pages)}"></span></p></div>'
    )


FENCE = Fence(lambda options: "of" in options, _render)
