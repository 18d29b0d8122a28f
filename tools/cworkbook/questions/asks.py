"""What the pages of a book ask about moments of its programs' runs."""

from collections.abc import Iterator
from pathlib import Path

from cworkbook.asked import Ask
from cworkbook.page_lines import LineError
from cworkbook.questions import said_of_moments
from cworkbook.questions.book_questions import questions_of
from cworkbook.questions.clauses import ProofError, clauses
from cworkbook.questions.question import Question
from cworkbook.records import RecordError


def asks(root: Path) -> dict[str, tuple[Ask, ...]]:
    """Return what is asked, by the name of the program; once each, in an order of its own."""
    found: dict[str, set[Ask]] = {}
    for question in questions_of(root)[0]:
        for name, ask in _asks_of(question, root):
            found.setdefault(name, set()).add(ask)
    return {
        name: tuple(sorted(some, key=lambda one: (one.moment, one.what, one.of)))
        for name, some in found.items()
    }


def _asks_of(question: Question, root: Path) -> Iterator[tuple[str, Ask]]:
    try:
        for claim in question.claims(root):
            for clause in clauses(claim.proof) if claim.proof else ():
                if (asked := said_of_moments.asked(clause)) is not None:
                    yield clause.subject, asked[0]
    except (LineError, ProofError, RecordError):
        return  # told when the question is proved; a damaged record is being made again
