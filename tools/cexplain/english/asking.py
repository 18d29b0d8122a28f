"""What stands around a sentence: "could you make me a pointer to int, please?" asks for one.

Only words that ask are taken off, from the two ends. What is left has to be a whole sentence, and
is read as one: a word in its middle is never passed over.
"""

import re
from functools import cache

_WHO = r"(?:i|we|you|one|somebody|someone)"
_POLITELY = (
    r"(?:please|kindly|hi|hello|hey|ok|okay|thanks|thank\s+you|so|now|well|just|let['\u2019]?s)"
)
_VERB = (
    r"(?:declare|define|create|make|write|build|construct|produce|generate|form|give|show|get|spell"
    r"|say|express|set\s+up|come\s+up\s+with|have|see)"
)
_SOMEBODY = r"(?:\s+(?:me|us)\b)?\s+(?!(?:me|us)\b)"
_BEFORE_VERB = (
    r"(?:can|could|would|will)\s+you\s+(?:please\s+)?(?:help\s+(?:me|us)\s+(?:to\s+)?)?",
    r"(?:can|could|may|might)\s+(?:i|we)\s+(?:please\s+)?",
    rf"{_WHO}(?:\s+would|['\u2019]d)\s+(?:really\s+)?(?:like|love)\s+(?:you\s+)?to\s+",
    rf"(?:{_WHO}\s+)?(?:really\s+|just\s+)?(?:want|need)\s+(?:you\s+)?to\s+",
    rf"{_WHO}(?:\s+am|\s+are|['\u2019]m|['\u2019]re)\s+trying\s+to\s+",
    rf"how\s+(?:do|does|would|can|could|should)\s+{_WHO}\s+",
    r"(?:(?:show|tell|teach)\s+(?:me|us)\s+)?how\s+to\s+",
    r"help\s+(?:me|us)\s+(?:to\s+)?",
)
_BEFORE_THING = (
    rf"{_WHO}(?:\s+would|['\u2019]d)\s+(?:really\s+)?(?:like|love)\s+",
    rf"(?:{_WHO}\s+)?(?:really\s+|just\s+)?(?:want|need)\s+(?=\w)",
    rf"{_WHO}(?:\s+am|\s+are|['\u2019]m|['\u2019]re)\s+(?:looking\s+for|after)\s+",
    r"what(?:\s+is|['\u2019]s)\s+(?=an?\b|the\s+(?:type|c|code|syntax|declaration|definition)\b)",
    rf"{_VERB}{_SOMEBODY}",
)
_THING = (
    r"(?:the\s+type\s+(?:of|for)\s+|(?:(?:the|an?|some)\s+)?(?:c\s+)?(?:declaration|definition|code"
    rf"|syntax|c)(?:\s+in\s+c)?\s+(?:of|for|to\s+{_VERB})\s+)"
)
_CLOSING = (
    r"(?:[\s,.!?]+(?:please|thanks|thank\s+you|for\s+me|in\s+c|if\s+you\s+can|if\s+possible))*"
    r"[\s,.!?]*$"
)
_NAME = (
    r"(?!(?:me|us|it|this|that|them|these|those|an?|the|pointer|array|function|sure)\b)"
    r"(?P<name>[a-z_]\w*)"
)
_MUST = r"(?:should|must|shall|has\s+to|needs?\s+to|ought\s+to|is\s+supposed\s+to|will)"

_STEPS: tuple[tuple[str, str], ...] = (
    (rf"^\s*(?:{_POLITELY}\b[\s,!.:]*)+", ""),
    (_CLOSING, ""),
    (rf"^(?:{'|'.join(_BEFORE_VERB)})(?={_VERB}\b)", ""),
    # Which name it is for: "make x an int", "I want x to be an int", "x should be an int".
    (rf"^(declare|define)\s+{_NAME}\s+to\s+be\b", r"\1 \g<name> as"),
    (rf"^(?:make|let|have)\s+{_NAME}\s+(?:be\s+)?(?=an?\b)", r"\g<name> is "),
    (rf"^(?:make|let|have)\s+{_NAME}\s+point\s+(?:to|at)\b", r"\g<name> is a pointer to"),
    (rf"^(?:{_WHO}\s+(?:want|need)\s+)?{_NAME}\s+to\s+be\b", r"\g<name> is"),
    (rf"^{_NAME}\s+{_MUST}\s+be\b", r"\g<name> is"),
    (rf"^{_NAME}\s+{_MUST}\s+(take|return|accept|point)\b", r"\g<name> \2s"),
    (rf"^(?!(?:declare|define)\s+\w+\s+as\b)(?:(?:{'|'.join(_BEFORE_THING)})(?=\S+\s+\S))?"
     rf"{_THING}?", ""),
)  # fmt: skip
"""One after the other, each once. "define x as" is a command of the grammar's own, and stays.

A single word that would be left is a name without a type, as in "declare x".
"""


@cache
def _steps() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern, re.IGNORECASE), said) for pattern, said in _STEPS)


def wanted(text: str) -> str:
    """Return a sentence without what asks for it; "make x an int" states that x is an int."""
    for pattern, said in _steps():
        text = pattern.sub(said, text, count=1)
    return text
