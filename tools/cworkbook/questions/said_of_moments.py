"""What a proof can say of a moment of a snippet's run: each form is a row of a table."""

from cworkbook.asked import ARROW, VALUE, WRITER, Answered, Ask
from cworkbook.directives import nearest
from cworkbook.questions.clauses import Clause, ProofError
from cworkbook.questions.evidence import Evidence

AT = "at"
"""The first word of what is said of a moment."""

FORMS = {
    ("points", "to"): ARROW,
    ("reads", "as"): VALUE,
    ("has", "from"): WRITER,
}
"""What stands before an expression and after it, by what is asked."""


def asked(clause: Clause) -> tuple[Ask, str] | None:
    """Return what a clause asks about a moment and what it says; None if it is of no moment."""
    words = clause.words
    if clause.quoted or words[0].text != AT or words[0].quoted:
        return None
    shape = [word.quoted for word in words] == [False, True, False, True, False, True]
    what = FORMS.get((words[2].text, words[4].text)) if shape else None
    if what is None:
        known = ", ".join(f"{before} 'EXPRESSION' {after} 'KEY'" for before, after in FORMS)
        raise ProofError(f"of a moment is said: at 'MOMENT' and one of: {known}")
    return Ask(words[1].text, what, words[3].text), words[5].text


def answered(name: str, ask: Ask, evidence: Evidence) -> Answered:
    """Return what the run answers; ProofError where its record has no such answer."""
    program, record = evidence.recorded(name)
    marked = tuple(moment.name for moment in program.moments)
    if ask.moment not in marked:
        advice = nearest(ask.moment, marked) if marked else f"write //@ moment: {ask.moment} in it"
        raise ProofError(f"{name} has no moment '{ask.moment}'; {advice}")
    for one in record.asked:
        if one.ask == ask:
            return one
    raise ProofError(
        f"nothing is recorded about the {ask.what} of '{ask.of}' at '{ask.moment}' of {name}; "
        "run make bless"
    )


def holds(name: str, said: tuple[Ask, str], evidence: Evidence) -> bool:
    """Return whether the run answers what is said; columns of spaces are no part of it."""
    ask, key = said
    return answered(name, ask, evidence).answer.split() == key.split()
