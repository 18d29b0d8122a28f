"""The small language in which `proof=` says what a key rests on: clauses of words and quoted texts.

declarations/sizes.c[gcc -O0] prints 'a 1200'
'int *p[3]' reads 'p is an array of 3 pointers to int' and 'sizeof(int *[3]) == 24' holds
"""

import re
from dataclasses import dataclass

from cworkbook.snippet import Selector

HOLE = "{}"
"""Where the key of a choice goes into the question's proof."""

_TOKEN = re.compile(
    r"""\s*(?:(?P<quote>['`])(?P<text>(?:\\.|(?!(?P=quote)).)*)(?P=quote)
          |\[(?P<selector>[^\]]*)\]
          |(?P<word>[^\s'`\[\]]+))""",
    re.VERBOSE | re.DOTALL,
)
_AND = "and"


class ProofError(ValueError):
    """What is wrong with a proof's text, or with what it names."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a clause; `quoted` where it stood in quotation marks."""

    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """One statement: of a snippet's runs, or of a piece of C (`quoted`), and what is said of it."""

    subject: str
    quoted: bool
    selector: Selector
    words: tuple[Word, ...]

    @property
    def spelled(self) -> str:
        """The clause's words as they are named in a message."""
        return " ".join(f"'{word.text}'" if word.quoted else word.text for word in self.words)


def filled(template: str, key: str) -> str:
    """Return the proof with a key in its holes, where it may hold anything."""
    escaped = key.replace("\\", r"\\").replace("'", r"\'").replace("`", r"\`").replace("\n", r"\n")
    return template.replace(HOLE, escaped)


def clauses(text: str) -> tuple[Clause, ...]:
    """Return the clauses of a proof; ProofError where it cannot be read."""
    groups: list[list[Word | Selector]] = [[]]
    for token in _tokens(text):
        if token == Word(_AND):
            groups.append([])
        else:
            groups[-1].append(token)
    return tuple(_clause(group, text) for group in groups)


def _tokens(text: str) -> list[Word | Selector]:
    found: list[Word | Selector] = []
    place = 0
    text = text.strip()
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None:
            raise ProofError(f"the proof cannot be read from here: {text[place:].strip()}")
        if match["quote"]:
            found.append(Word(_unescaped(match["text"]), quoted=True))
        elif match["selector"] is not None:
            found.append(Selector(tuple(match["selector"].split())))
        else:
            found.append(Word(match["word"]))
        place = match.end()
    return found


def _unescaped(text: str) -> str:
    """Return a quoted text as it is meant; other backslashes are a pattern's own."""
    return re.sub(r"\\([n\\'`])", lambda match: "\n" if match[1] == "n" else match[1], text)


def _clause(group: list[Word | Selector], text: str) -> Clause:
    subject = group[0] if group else None
    if not isinstance(subject, Word):
        raise ProofError(f"this proof names nothing that it is about: {text}")
    selector = group[1] if len(group) > 1 and isinstance(group[1], Selector) else Selector()
    rest = group[2:] if selector.words or (len(group) > 1 and group[1] is selector) else group[1:]
    words = tuple(word for word in rest if isinstance(word, Word))
    if len(words) < len(rest):
        raise ProofError(f"words in brackets follow what the proof is about: {text}")
    if not words:
        raise ProofError(f"this proof says nothing of {subject.text}")
    return Clause(subject.text, subject.quoted, selector, words)
