"""The constraints that C++ shares with C: a declaration that both languages read is asked of both.

What C says is taken over where its rule holds for C++ too (`SHARED_WITH_CXX`).
"""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from cexplain import cxx_clauses, words
from cexplain.constraints.check import Constraints
from cexplain.diagnostics import Diagnostic
from cexplain.syntax import cxx_words
from cexplain.syntax.build import declarations
from cexplain.syntax.scan import Scanner

# The roles of C's words are then those of C++'s: bool, alignas, constexpr, inferred types.
_STD = "c23"
_MANY = 200_000  # beyond this a text is a program, which the compiler checks better


Names: TypeAlias = tuple[str | None, ...]


def shared_findings(text: str, std: str, read: Mapping[int, Names]) -> Iterator[Diagnostic]:
    """Yield what C's constraints say of the declarations that C++ reads as C does.

    `read` holds the names that C++ reads, by where the declaration begins.
    """
    if len(text) > _MANY:
        return
    scanner = Scanner(text, _STD)
    foreign = cxx_words.roles(std).keys() - words.roles(_STD).keys()
    constraints = Constraints(scanner, pedantic=True, cxx=std)
    for found in declarations(scanner):
        raw = scanner.latest
        if not isinstance(found, list) or raw is None:
            continue
        first = raw.specifiers.start
        if any(token.text in foreign for token in scanner.tokens[first : raw.end]):
            continue
        findings = constraints.check(raw, found)
        if read.get(scanner.tokens[first].start) == tuple(each.name for each in found):
            yield from (one for one in findings if one.rule in cxx_clauses.SHARED)
