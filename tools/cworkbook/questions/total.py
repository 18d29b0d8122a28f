"""The questions in numbers: how many, proved by what, and where on a page they are asked."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path

from cworkbook.options import OptionError
from cworkbook.questions.book_questions import questions_of
from cworkbook.questions.question import Question

BEFORE, WITHIN, AFTER = "before", "within", "after"


@dataclass(frozen=True, slots=True)
class Total:
    """The questions of a book, or of a part of it, counted."""

    questions: int = 0
    proved: int = 0
    refuted: int = 0
    argued: int = 0
    beliefs: int = 0
    nameless: int = 0

    def __add__(self, other: "Total") -> "Total":
        pairs = zip(self._numbers(), other._numbers(), strict=True)
        return Total(*(one + another for one, another in pairs))

    def _numbers(self) -> tuple[int, ...]:
        return (
            self.questions, self.proved, self.refuted, self.argued, self.beliefs, self.nameless
        )  # fmt: skip


def counted(question: Question, root: Path) -> Total:
    """Return the numbers of one question; its key is proved if each right part of it is."""
    claims = [claim for claim in question.claims(root) if claim.part is not None]
    right = [bool(claim.proof) for claim in claims if claim.holds]
    wrong = [claim for claim in claims if not claim.holds]
    named = sum("belief" in claim.part.options for claim in wrong if claim.part)
    return Total(
        1,
        int(all(right)),
        sum(bool(claim.proof) or claim.tried for claim in wrong),
        sum(not claim.proof and not claim.tried for claim in claims),
        named,
        len(wrong) - named,
    )


def totals(root: Path) -> dict[str, Total]:
    """Return the numbers by chapter; OptionError where a question is none."""
    found, faults = questions_of(root)
    if faults:
        raise OptionError(str(faults[0]))
    result: dict[str, Total] = {}
    for question in found:
        chapter = question.page.removeprefix("docs/").split("/")[0].removesuffix(".md")
        result[chapter] = result.get(chapter, Total()) + counted(question, root)
    return result


COLUMNS = ("Chapter", "Questions", "Keys proved", "Wrong answers refuted", "By argument")


def questions_html(root: Path) -> str:
    """Return the table of the questions by chapter, with a row for all of them."""
    by_chapter = totals(root)
    every = sum(by_chapter.values(), Total())
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in COLUMNS)
    rows = "".join(_row(name, total) for name, total in by_chapter.items())
    return (
        '<div class="cw-table" tabindex="0" role="group" aria-label="Questions by chapter">'
        f'<table class="cw-proof"><thead><tr>{head}</tr></thead>'
        f"<tbody>{rows}{_row('all', every)}</tbody></table></div>"
    )


def _row(name: str, total: Total) -> str:
    cells = (total.questions, total.proved, total.refuted, total.argued)
    body = "".join(
        f'<td data-label="{escape(column)}">{cell:,}</td>'
        for column, cell in zip(COLUMNS[1:], cells, strict=True)
    )
    return f'<tr><th scope="row">{escape(name)}</th>{body}</tr>'


CHECK = "## Check yourself"
"""The heading below which a page asks what it has explained."""


def places(found: Iterable[Question], root: Path) -> dict[str, Counter[str]]:
    """Return for each page how many of its questions stand before, within and after its text.

    Before: above the first section. After: below its check, or on a page of exercises.
    """
    result: dict[str, Counter[str]] = {}
    headings: dict[str, list[tuple[int, str]]] = {}
    for question in found:
        page = question.page
        if page not in headings:
            lines = (root / page).read_text(encoding="utf-8").splitlines()
            headings[page] = [
                (n, line.strip()) for n, line in enumerate(lines, 1) if line.startswith("## ")
            ]
        above = [text for line, text in headings[page] if line < question.block.line]
        after = page.endswith("exercises.md") or above[-1:] == [CHECK]
        place = AFTER if after else WITHIN if above else BEFORE
        result.setdefault(page, Counter())[place] += 1
    return result
