"""Explaining: from text to readings, the library's front door."""

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from cexplain.constraints.check import Constraints
from cexplain.depth import deep_stack
from cexplain.diagnostics import Diagnostic, ReadingError
from cexplain.explanation import Explanation, Reading
from cexplain.oddly import begins_oddly, in_words
from cexplain.reading.cdecl import cdecl
from cexplain.reading.notes import Written, notes
from cexplain.reading.phrases import phrases
from cexplain.source import Span
from cexplain.spelling.spell import spell
from cexplain.syntax.build import declarations
from cexplain.syntax.scan import Scanner
from cexplain.tree import Declaration
from cexplain.values import replace
from cexplain.words import ISO_TYPEDEFS

if TYPE_CHECKING:
    from cexplain.syntax.raw import RawDeclaration

STANDARDS = (
    "c89", "c99", "c11", "c17", "c23", "gnu89", "gnu99", "gnu11", "gnu17", "gnu23",
)  # fmt: skip
CXX_STANDARDS = tuple(
    f"{prefix}++{year}" for prefix in ("c", "gnu") for year in ("98", "11", "14", "17", "20", "23")
)
_DEFAULT = "c23"
_FLAT = 16  # so few brackets and stars fit into the usual stack
_LONGEST = 100_000  # characters of what somebody pasted
_ALIASES = {"90": "89", "9x": "99", "1x": "11", "18": "17", "2x": "23"}
_CXX_ALIASES = {"03": "98", "0x": "11", "1y": "14", "1z": "17", "2a": "20", "2b": "23"}


@lru_cache
def standard(name: str) -> str:
    """Return the canonical name of a standard: c18 is c17; raise ValueError for none."""
    if "++" in name:
        return _cxx_standard(name)
    prefix = "gnu" if name.startswith("gnu") else "c"
    year = name.removeprefix(prefix)
    canonical = f"{prefix}{_ALIASES.get(year, year)}"
    if canonical not in STANDARDS:
        raise ValueError(
            f"{name!r} is not a standard of C; the standards are {', '.join(STANDARDS)}"
        )
    return canonical


def _cxx_standard(name: str) -> str:
    """Return the canonical name of a standard of C++; raise ValueError for none."""
    prefix, _, year = name.partition("++")
    canonical = f"{prefix}++{_CXX_ALIASES.get(year, year)}"
    if canonical not in CXX_STANDARDS:
        known = ", ".join(CXX_STANDARDS)
        raise ValueError(f"{name!r} is not a standard of C++; the standards are {known}")
    return canonical


def explain(
    text: str, *, std: str | None = None, known_types: set[str] | None = None
) -> Explanation:
    """Return the readings of all declarations in `text`, and what is wrong with it.

    Without `std` the text is read as C23, and what only compilers' extensions
    allow is a warning; a standard that is asked for makes it an error (c89 to
    c23) or passes it over (gnu89 to gnu23).
    `known_types` are names that earlier text declared with typedef; those that
    this text declares are added to it. Raises ValueError for an unknown `std`;
    whatever the text is, it is answered with diagnostics.
    """
    if sum(map(text.count, "({*<")) < _FLAT:
        return _pasted(text, std, known_types)
    with deep_stack():
        return _pasted(text, std, known_types)


def explain_source(
    text: str,
    *,
    std: str | None = None,
    known_types: set[str] | None = None,
    bodies: bool = False,
    between: Callable[[], None] = lambda: None,
) -> Explanation:
    """Return the readings of a source file or a part of one, as `explain` does of what is pasted.

    It is read as it stands: what is no declaration in it is no expression either. What is in
    the bodies of functions is read if `bodies` says so. `between` is called after each
    declaration; what it raises ends the reading.
    """
    with deep_stack():
        return _explain(text, std, known_types, source=True, bodies=bodies, between=between)


def _pasted(text: str, std: str | None, known_types: set[str] | None) -> Explanation:
    """Return the explanation of a text, without what stands around C where that helps."""
    if len(text) > _LONGEST:
        return _explain(text, std, known_types)
    if std is not None and "++" in std:
        return _pasted_cxx(text, std, known_types)
    odd = begins_oddly(text)
    found = None if odd else _explain(text, std, known_types)
    if found is not None and found.ok and not (in_words(text) and _has_macros(found)):
        return _of_a_header(text, found) if text.isidentifier() and not known_types else found
    from cexplain.around import without  # noqa: PLC0415 - seldom needed

    return without(text, found, lambda piece: _explain(piece, std, known_types))


def _of_a_header(name: str, found: Explanation) -> Explanation:
    """Return that a name alone is a function's or a macro's of a header, if it is no type's."""
    from cexplain.files.iso_names import header_of  # noqa: PLC0415 - seldom needed

    header = header_of(name)
    typed = name in ISO_TYPEDEFS or name.endswith("_t") or name in ("FILE", "DIR", "bool")
    if header is None or typed or found.readings[:1] != found.readings:
        return found
    message = f"'{name}' is a name of {header}, and is alone here"
    advice = f"cexplain lookup {name} says what it is"
    told = Diagnostic("error", "nothing-to-read", message, 1, 1, Span(0, len(name)), advice)
    return replace(found, readings=(), diagnostics=(told,))


def _pasted_cxx(text: str, std: str, known_types: set[str] | None) -> Explanation:
    """Return the explanation of a text in C++, which may be cut off."""
    found = _explain(text, std, known_types)
    if found.ok:
        return found
    from cexplain.cutoff import completed  # noqa: PLC0415 - seldom needed

    whole = completed(text, found, lambda piece: _explain(piece, std, known_types))
    return found if whole is None else whole


def _has_macros(found: Explanation) -> bool:
    """Whether words of a declaration were taken for macros, as those of a sentence are."""
    return any(
        one.syntax == "macro" for each in found.readings for one in each.declaration.attributes
    )


def _explain(  # noqa: PLR0913 - each says one thing about the text
    text: str,
    asked: str | None,
    known_types: set[str] | None,
    *,
    source: bool = False,
    bodies: bool = True,
    between: Callable[[], None] = lambda: None,
) -> Explanation:
    std, pedantic = standard(asked or _DEFAULT), asked is not None
    if "++" in std:
        from cexplain import cxx  # noqa: PLC0415 - a text in C starts sooner without it

        return cxx.explain(text, std, known_types, bodies=bodies)
    scanner = Scanner(text, std, known_types)
    scanner.defines = source
    constraints = Constraints(scanner, pedantic=pedantic)
    written = Written(text, scanner.spans, constraints.names, scanner.is_known_type)
    readings: list[Reading] = []
    for found in declarations(scanner):
        between()
        if isinstance(found, Diagnostic):
            scanner.findings.append(found)
            continue
        if not isinstance(found, list):
            from cexplain.expressions.reading import reading  # noqa: PLC0415 - seldom needed

            names = {each.declaration.name or "": each.declaration.type for each in readings}
            readings.append(reading(found, scanner, names))
            continue
        raw = scanner.latest
        try:
            if raw is not None:
                scanner.findings.extend(constraints.check(raw, found))
            readings.extend([_reading(declaration, found, written, std) for declaration in found])
            if bodies and raw is not None and raw.kind == "definition":
                told = (scanner, written, between)
                readings[-1] = _with_body(readings[-1], raw, *told, pedantic=pedantic)
        except RecursionError:
            scanner.findings.append(scanner.too_deep(raw.specifiers.start if raw else 0))
    scanner.findings.extend(constraints.finish())
    diagnostics = scanner.findings.all()
    if not readings and not diagnostics:
        from cexplain.syntax.otherwise import nothing  # noqa: PLC0415 - seldom needed

        diagnostics.append(nothing(text, scanner.tokens[0].text))
    return Explanation(text, std, tuple(readings), tuple(diagnostics))


def _with_body(  # noqa: PLR0913 - as above
    of: Reading,
    raw: "RawDeclaration",
    scanner: Scanner,
    written: Written,
    between: Callable[[], None],
    *,
    pedantic: bool,
) -> Reading:
    """Return the reading of a definition with what its body declares."""
    from cexplain.bodies import inner  # noqa: PLC0415 - seldom needed

    def read(one: Declaration, siblings: list[Declaration]) -> Reading:
        between()
        return _reading(one, siblings, written, scanner.std)

    told = inner(raw, [of.declaration], scanner, read, pedantic=pedantic)
    return replace(of, inner=told) if told else of


def _reading(
    declaration: Declaration, siblings: list[Declaration], written: Written, std: str
) -> Reading:
    said = phrases(declaration, written.spans, std)
    return Reading(
        declaration=declaration,
        phrases=said,
        prose=" ".join([phrase.text for phrase in said]),
        cdecl=cdecl(declaration),
        c=spell(declaration, std),
        notes=tuple(notes(declaration, siblings, std, written)),
        spans=written.spans,
    )


def read(text: str, *, std: str | None = None) -> str:
    """Return the reading in prose, one line for each declaration; raise ReadingError if wrong."""
    explanation = explain(text, std=std)
    if not explanation.ok:
        raise ReadingError(explanation.diagnostics)
    return "\n".join(reading.prose for reading in explanation.readings)
