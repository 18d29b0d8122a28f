"""Explaining C++: the same way as C's, by modules of its own, loaded when C++ is asked for."""

from functools import partial

from cexplain.constraints.cxx import check
from cexplain.constraints.cxx_shared import Names, shared_findings
from cexplain.constraints.numbers import wrong
from cexplain.cxx_bodies import inner
from cexplain.cxx_clauses import CLAUSES
from cexplain.diagnostics import Diagnostic
from cexplain.explanation import Explanation, Reading
from cexplain.reading.cxx_cdecl import cdecl
from cexplain.reading.cxx_notes import notes
from cexplain.reading.cxx_phrases import CxxTraversal, phrases
from cexplain.source import Span
from cexplain.spelling.cxx_spell import spell
from cexplain.syntax.cxx_scan import CxxScanner
from cexplain.syntax.statement_pieces import Parsed
from cexplain.tree import Declaration
from cexplain.values import replace


def explain(
    text: str, std: str, known_types: set[str] | None, *, bodies: bool = True
) -> Explanation:
    """Return the readings of a text in C++; `std` is a canonical name such as "c++17".

    What is in the bodies of functions is read if `bodies` says so.
    """
    scanner = CxxScanner(text, std, known_types)
    readings: list[Reading] = []
    read: dict[int, Names] = {}  # what is declared of which nothing is wrong yet, by its start
    for found in scanner.declarations():
        if isinstance(found, Diagnostic):
            scanner.findings.append(found)
            continue
        if isinstance(found, Parsed):
            readings.append(_done(found, scanner))
            continue
        try:
            problems = [*check(scanner, found)]
            scanner.findings.extend(problems)
            if found.specifiers is not None and not problems:
                start = scanner.tokens[found.specifiers.start].start
                read[start] = tuple(each.name for each in found.declared)
            within = scanner.bodies if bodies else []
            scanner.bodies = []
            readings.extend([_reading(one, found.declared, scanner) for one in found.declared])
            if within and readings:
                told = inner(scanner, within, found.declared, partial(_reading, scanner=scanner))
                readings[-1] = replace(readings[-1], inner=told)
                scanner.bodies = []  # those of the classes in it
        except RecursionError:
            start = found.specifiers.start if found.specifiers else 0
            scanner.findings.append(scanner.too_deep(start))
    if not readings:
        from cexplain.reading.cxx_scopes import scope  # noqa: PLC0415 - seldom needed

        said = (scope(scanner, index) for index in reversed(scanner.scopes))
        readings.extend([one for one in said if one is not None][:1])  # the innermost
    if read:
        shared = shared_findings(text, std, read)
        scanner.findings.extend(replace(one, clause=CLAUSES.get(one.rule)) for one in shared)
    for token, message, advice in wrong(scanner.tokens[: scanner.count], cxx=True):
        line, column = scanner.lines.position(token.start)
        place = Span(token.start, token.end)
        found = Diagnostic("error", "constant-digits", message, line, column, place, advice)
        scanner.findings.unread([found])
    diagnostics = scanner.findings.all()
    if not readings and not diagnostics:
        message = "there is no declaration here" if text.strip() else "the input is empty"
        advice = "write one, such as int &r;"
        nothing = Diagnostic("error", "nothing-to-read", message, 1, 1, Span(0, 0), advice)
        diagnostics.append(nothing)
    return Explanation(text, std, tuple(readings), tuple(diagnostics))


def _done(found: Parsed, scanner: CxxScanner) -> Reading:
    """Return what a statement or an expression says."""
    from cexplain.expressions.reading import Tongue, said  # noqa: PLC0415 - seldom needed
    from cexplain.expressions.types import Types  # noqa: PLC0415 - seldom needed

    tongue = Tongue(CxxTraversal, "decltype", spell)
    return said(found, scanner, Types(found.types, {}, deduces=False), tongue)


def _reading(declaration: Declaration, siblings: list[Declaration], scanner: CxxScanner) -> Reading:
    said = phrases(declaration, scanner.spans)
    return Reading(
        declaration=declaration,
        phrases=said,
        prose=" ".join(phrase.text for phrase in said),
        cdecl=cdecl(declaration),
        c=spell(declaration),
        notes=tuple(notes(declaration, siblings, scanner)),
        spans=scanner.spans,
    )
