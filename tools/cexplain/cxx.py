"""Explaining C++: the same way as C's, by modules of its own, loaded when C++ is asked for."""

from cexplain.constraints.cxx import check
from cexplain.diagnostics import Diagnostic
from cexplain.explanation import Explanation, Reading
from cexplain.reading.cxx_cdecl import cdecl
from cexplain.reading.cxx_notes import notes
from cexplain.reading.cxx_phrases import phrases
from cexplain.source import Span
from cexplain.spelling.cxx_spell import spell
from cexplain.syntax.cxx_scan import CxxScanner
from cexplain.tree import Declaration


def explain(text: str, std: str, known_types: set[str] | None) -> Explanation:
    """Return the readings of a text in C++; `std` is a canonical name such as "c++17"."""
    scanner = CxxScanner(text, std, known_types)
    readings: list[Reading] = []
    for found in scanner.declarations():
        if isinstance(found, Diagnostic):
            scanner.diagnostics.append(found)
            continue
        scanner.diagnostics.extend(check(scanner, found))
        readings.extend(_reading(one, found.declared, scanner) for one in found.declared)
    if not readings and not scanner.diagnostics:
        message = "there is no declaration here" if text.strip() else "the input is empty"
        advice = "write one, such as int &r;"
        nothing = Diagnostic("error", "nothing-to-read", message, 1, 1, Span(0, 0), advice)
        scanner.diagnostics.append(nothing)
    scanner.diagnostics.sort(key=lambda diagnostic: diagnostic.span)
    return Explanation(text, std, tuple(readings), tuple(scanner.diagnostics))


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
