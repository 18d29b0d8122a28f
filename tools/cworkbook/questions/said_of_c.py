"""What a proof can say of a piece of C: its reading, its type, whether an expression holds."""

from collections.abc import Callable

from cexplain import ReadingError, declare, explain
from cexplain.render.stops import stops
from cexplain.same import same_type
from cworkbook.directives import STANDARDS
from cworkbook.questions.clauses import Clause, ProofError
from cworkbook.questions.evidence import Assertion, Evidence

DEFAULT_STD = "c23"
Verb = Callable[[Clause, Evidence], bool | None]
"""Returns whether it holds; None where compilers would have to be asked and are not."""


def standard(clause: Clause) -> str:
    """Return the standard in a clause's brackets, C23 where there are none."""
    words = clause.selector.words
    if any(word not in STANDARDS for word in words) or len(words) > 1:
        raise ProofError(f"a piece of C takes one standard in brackets, not {' '.join(words)}")
    return words[0] if words else DEFAULT_STD


def _text(clause: Clause, verb: str, count: int = 1) -> str:
    """Return the quoted text after a verb of `count` words."""
    words = clause.words[count:]
    if len(words) != 1 or not words[0].quoted:
        raise ProofError(f"'{verb}' takes one text in quotation marks")
    return words[0].text


def terminated(text: str) -> str:
    """Return a declaration with a semicolon at its end."""
    return text if text.rstrip().endswith((";", "}")) else f"{text.rstrip()};"


def _reads(clause: Clause, _: Evidence) -> bool:
    """Return whether cexplain says these words of it; a word more or less makes another reading."""
    wanted = _text(clause, "reads")
    explanation = explain(clause.subject, std=standard(clause))
    said = [reading.prose for reading in explanation.readings]
    return explanation.ok and said == [wanted]


def _declares(clause: Clause, _: Evidence) -> bool:
    """Return whether C declares what English says; English that cannot be read is our mistake."""
    std = standard(clause)
    try:
        wanted = declare(_text(clause, "declares"), std=std)
    except ReadingError as error:
        raise ProofError(f"this English is not understood: {error}") from None
    return same_type(terminated(clause.subject), terminated(wanted), std)


def _matches(clause: Clause, _: Evidence) -> bool:
    return same_type(
        terminated(clause.subject), terminated(_text(clause, "matches")), standard(clause)
    )


def _legal(clause: Clause, _: Evidence) -> bool:
    explanation = explain(clause.subject, std=standard(clause))
    if not explanation.readings and explanation.ok:
        raise ProofError(f"there is no declaration in '{clause.subject}'")
    return explanation.ok


def _stops(clause: Clause, _: Evidence) -> bool:
    """Return whether the reading's stop of that number begins at that column."""
    words = [word.text for word in clause.words]
    if len(words) != 5 or words[2:4] != ["at", "column"] or not (words[1] + words[4]).isdecimal():
        raise ProofError("a stop reads: 'C' stops 2 at column 5")
    explanation = explain(clause.subject, std=standard(clause))
    if len(explanation.readings) != 1:
        raise ProofError(f"'{clause.subject}' is not one declaration")
    way = stops(explanation.readings[0], explanation.source)
    number = int(words[1])
    if not 1 <= number <= len(way):
        raise ProofError(f"'{clause.subject}' has {len(way)} stops")
    return any(span.start + 1 == int(words[4]) for span in way[number - 1].spans)


def _holds(clause: Clause, evidence: Evidence) -> bool | None:
    """Return what gcc and clang say of a constant expression, None where nobody asks them."""
    words = clause.words[1:]
    after = words[1].text if len(words) == 2 and words[0].text == "after" else ""
    if words and not after:
        raise ProofError("'holds' may be followed by: after 'DECLARATIONS'")
    if evidence.ask is None:
        return None
    assertion = Assertion(clause.subject, after)
    return evidence.ask([assertion])[assertion]


def _is(clause: Clause, evidence: Evidence) -> bool:
    words = [word.text for word in clause.words[1:]]
    if words not in (["legal"], ["illegal"]):
        raise ProofError("of a piece of C, 'is' takes 'legal' or 'illegal'")
    return _legal(clause, evidence) == (words == ["legal"])


VERBS: dict[str, Verb] = {
    "reads": _reads,
    "declares": _declares,
    "matches": _matches,
    "stops": _stops,
    "holds": _holds,
    "is": _is,
}
"""Every verb; docs/authoring/questions.md describes each."""
