"""Whether a proof holds: each of its clauses, of each run that it speaks of."""

from cworkbook.directives import nearest
from cworkbook.questions import said_of_c, said_of_moments, said_of_runs
from cworkbook.questions.clauses import Clause, ProofError, Word, clauses
from cworkbook.questions.evidence import Evidence

SOMETIMES = "sometimes"
"""Before a verb: one of the runs is enough."""


def holds(text: str, evidence: Evidence) -> bool | None:
    """Return whether all clauses of a proof hold; ProofError where it says nothing that can.

    None: what was looked at holds, and the rest is for compilers, which are not asked.
    """
    answers = [_clause_holds(clause, evidence) for clause in clauses(text)]
    if False in answers:
        return False
    return None if None in answers else True


def _clause_holds(clause: Clause, evidence: Evidence) -> bool | None:
    if clause.quoted:
        return _of_c(clause, evidence)
    if (asked := said_of_moments.asked(clause)) is not None:
        return said_of_moments.holds(clause.subject, asked, evidence)
    return _of_runs(clause, evidence)


def _of_c(clause: Clause, evidence: Evidence) -> bool | None:
    verb = said_of_c.VERBS.get(clause.words[0].text)
    if verb is None:
        known = tuple(said_of_c.VERBS)
        raise ProofError(
            f"of a piece of C nothing '{clause.words[0].text}'; "
            f"{nearest(clause.words[0].text, known)}"
        )
    return verb(clause, evidence)


def _of_runs(clause: Clause, evidence: Evidence) -> bool:
    every = all
    words = clause.words
    if words[0] == Word(SOMETIMES):
        every, words = any, words[1:]
    for length in range(len(words), 0, -1):
        verb = said_of_runs.VERBS.get(tuple(word.text for word in words[:length]))
        if verb is not None and not any(word.quoted for word in words[:length]):
            snippet, runs = evidence.runs(clause.subject, clause.selector)
            return every(verb(snippet, run, words[length:]) for run in runs)
    if not words:
        raise ProofError(f"'{SOMETIMES}' is followed by what one of the runs does")
    known = tuple(" ".join(each) for each in said_of_runs.VERBS)
    raise ProofError(f"a program never '{words[0].text}'; {nearest(words[0].text, known)}")
