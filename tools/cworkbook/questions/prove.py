"""Proves the questions of the book: every key right, every distractor wrong, every name kept."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from cworkbook.page_lines import LineError
from cworkbook.questions import identities
from cworkbook.questions.asking import Asked
from cworkbook.questions.beliefs import named
from cworkbook.questions.book_questions import Fault, questions_of
from cworkbook.questions.clauses import ProofError
from cworkbook.questions.evidence import Evidence
from cworkbook.questions.proofs import holds
from cworkbook.questions.question import Claim, Question


def faults(root: Path, asked: Asked) -> list[str]:
    """Return a sentence for each question that is not proved, with its page and line."""
    found, told = questions_of(root)
    evidence = Evidence(root, asked.ask)
    asked.expect(_proofs(found, root))
    for question in found:
        told += unproved(question, evidence)
    return [*map(str, told), *identities.faults(found, identities.read(root))]


def _proofs(found: Iterable[Question], root: Path) -> Iterator[str]:
    for question in found:
        try:
            yield from (claim.proof for claim in question.claims(root) if claim.proof)
        except LineError:
            continue  # told with the others


def unproved(question: Question, evidence: Evidence) -> Iterator[Fault]:
    """Yield what is wrong with the claims of one question."""
    try:
        for claim in question.claims(evidence.root):
            message = wrong(claim, evidence)
            if message:
                yield Fault(question.page, claim.line, message)
        for part in question.block.parts:
            named(part, evidence.root)
    except LineError as fault:
        yield Fault(question.page, fault.line, str(fault))


def wrong(claim: Claim, evidence: Evidence) -> str:
    """Return what is wrong with a claim, "" if the evidence bears it out, or was not asked."""
    if not claim.proof:
        return ""
    try:
        answer = holds(claim.proof, evidence)
    except ProofError as error:
        return str(error)
    if answer is None or answer is claim.holds:
        return ""
    kind, verb = ("right", "does not hold") if claim.holds else ("wrong", "holds")
    return f"this is not {kind}, or its proof is not: it {verb} that {claim.proof}"
