"""Constraints that the type tree no longer shows: where specifiers stand, and how often."""

from collections.abc import Iterable

from cexplain import words
from cexplain.constraints.scope import Scope
from cexplain.syntax.identifiers import Place
from cexplain.syntax.raw import (
    Operand,
    RawAtomic,
    RawBrackets,
    RawDeclaration,
    RawDeclarator,
    RawName,
    RawParentheses,
    RawSpecifiers,
    RawStar,
    RawTagged,
    RawTypeName,
    RawTypeof,
    Word,
)
from cexplain.syntax.scan import Scanner

_UNUSUAL = frozenset(
    name for name in words.CANONICAL.values() if "__int128" in name or "_Complex" in name
)
_OF_MEMBERS = "a member has no storage class of its own"


def check_written(scope: Scope, scanner: Scanner, raw: RawDeclaration, place: Place) -> None:
    """Report what the specifiers of a declaration break, and those within it."""
    specifiers = raw.specifiers
    _check_specifiers(scope, scanner, specifiers, place, bool(raw.declarators))
    for found in raw.declarators:
        if found.derivations:
            _check_declarator(scope, scanner, found)
    if raw.parameters:
        _check_old_style(scope, scanner, raw)


def _check_specifiers(
    scope: Scope, scanner: Scanner, found: RawSpecifiers, place: Place, declares: bool
) -> None:
    if place != "declaration":
        _check_place(scope, scanner, found, place)
    elif not declares:
        _check_empty(scope, scanner, found)
    if scope.edition < 1999 and len(found.qualifiers) > 1:
        _check_twice(scope, scanner, found.qualifiers)
    for operand in [one.operand for one in found.alignments]:
        _check_operand(scope, scanner, operand)
    if found.canonical in _UNUSUAL:
        _check_gnu_type(scope, scanner, found)
    base = found.base
    if base is None or isinstance(base, RawName):
        return
    match base:
        case RawTagged():
            if scope.edition < 1999 and base.enumerators and base.body is not None:
                _check_comma(scope, scanner, base.body[1] - 1)
            for member in base.members or ():
                check_written(scope, scanner, member, "member")
            if base.underlying is not None:
                _check_type_name(scope, scanner, base.underlying)
        case RawAtomic(operand):
            _check_atomic(scope, scanner, base)
            _check_type_name(scope, scanner, operand)
        case RawTypeof(_, operand):
            _check_operand(scope, scanner, operand)


def _check_place(scope: Scope, scanner: Scanner, found: RawSpecifiers, place: Place) -> None:
    """Report specifiers that belong to declarations of objects and functions alone."""
    where = {"member": "a member", "parameter": "a parameter", "type": "a type name"}[place]
    of_class = scope.cxx and place == "member"  # which C++ lets be static, and types
    if found.storage and place != "parameter" and not of_class:
        word, index = found.storage[0]
        rule = "storage-of-member" if place == "member" else "storage-of-type-name"
        advice = _OF_MEMBERS if place == "member" else "take it out: a type name declares nothing"
        scope.report(rule, scanner.token_span(index), f"{word!r} is not allowed on {where}", advice)
    for word, index in found.functions:
        scope.report(
            "inline-without-function" if word == "inline" else "noreturn-without-function",
            scanner.token_span(index),
            f"{word!r} is not allowed on {where}",
            "take it out: it belongs to the declaration of a function",
        )
    if found.alignments and place != "member":
        one = found.alignments[0]
        scope.report(
            "alignment-place",
            scanner.span(one.start, one.end),
            f"an alignment specifier is not allowed on {where}",
            "take it out: it belongs to objects and members",
        )


def _check_empty(scope: Scope, scanner: Scanner, found: RawSpecifiers) -> None:
    """Report specifiers that have nothing to say where only a tag is declared."""
    useless: list[Word] = [*found.storage, *found.functions]
    base = found.base
    if isinstance(base, RawTagged):
        if base.keyword == "enum" and base.tag is not None and base.enumerators is None:
            if base.underlying is None:
                scope.report(
                    "enum-forward",
                    scanner.token_span(base.tag),
                    "an enumeration cannot be declared before its constants are known",
                    "write its constants in braces, or with C23 its type after ':'",
                )
        elif base.tag is None and base.keyword != "enum" and scope.edition < 2011:
            scope.report(
                "declares-nothing",
                scanner.token_span(base.index),
                f"this {base.keyword} has no tag, and nothing of its type is declared",
                "give it a tag, or declare an object",
            )
    for word, index in useless:
        rule = "storage-without-object"
        if word in ("inline", "_Noreturn"):
            rule = "inline-without-function" if word == "inline" else "noreturn-without-function"
        scope.report(
            rule,
            scanner.token_span(index),
            f"{word!r} has nothing to say: no object and no function is declared",
            "take it out, or name what is declared",
        )


def _check_twice(scope: Scope, scanner: Scanner, qualifiers: Iterable[Word]) -> None:
    seen: set[str] = set()
    for word, index in qualifiers:
        if word in seen:
            scope.report(
                "duplicate-qualifier",
                scanner.token_span(index),
                f"{word!r} is here twice",
                "once is enough; since C99 more is allowed",
            )
        seen.add(word)


def _check_comma(scope: Scope, scanner: Scanner, index: int) -> None:
    if scanner.tokens[index].text == ",":
        _later(scope, scanner, index, "a comma after the last constant", "C99")


def _check_operand(scope: Scope, scanner: Scanner, operand: Operand) -> None:
    if isinstance(operand, RawTypeName):
        _check_type_name(scope, scanner, operand)


def _check_type_name(scope: Scope, scanner: Scanner, found: RawTypeName) -> None:
    _check_specifiers(scope, scanner, found.specifiers, "type", declares=True)
    if found.declarator.derivations:
        _check_declarator(scope, scanner, found.declarator)


def _check_atomic(scope: Scope, scanner: Scanner, found: RawAtomic) -> None:
    """Report what `_Atomic(T)` cannot be given (6.7.3.5p3)."""
    operand = found.operand
    derivations = operand.declarator.derivations
    outermost = derivations[0] if derivations else None
    qualifiers = operand.specifiers.qualifiers
    atomic = isinstance(operand.specifiers.base, RawAtomic)
    match outermost:
        case RawBrackets():
            what = "an array"
        case RawParentheses():
            what = "a function"
        case RawStar(_, own) if own:
            what = "a qualified type"
        case None if qualifiers:
            what = "a qualified type"
        case None if atomic:
            what = "an atomic type"
        case _:
            return
    scope.report(
        "atomic-type",
        scanner.span(found.start, found.end),
        f"_Atomic( ) is given {what}",
        "give it an object type without qualifiers that is not an array",
    )


def _check_declarator(scope: Scope, scanner: Scanner, found: RawDeclarator) -> None:
    for derivation in found.derivations:
        if isinstance(derivation, RawParentheses):
            for one in derivation.parameters:
                _check_specifiers(scope, scanner, one.specifiers, "parameter", declares=True)
                if one.declarator.derivations:
                    _check_declarator(scope, scanner, one.declarator)
        elif scope.edition < 1999:
            _check_old_derivation(scope, scanner, derivation)


def _check_old_derivation(
    scope: Scope, scanner: Scanner, derivation: RawBrackets | RawStar
) -> None:
    """Report what C89 has not in brackets and behind a star."""
    if isinstance(derivation, RawStar):
        if len(derivation.qualifiers) > 1:
            _check_twice(scope, scanner, derivation.qualifiers)
        return
    what = "'[*]'" if derivation.size == "*" else ""
    if derivation.static or derivation.qualifiers:
        what = "'static' and qualifiers in brackets"
    if what:
        scope.report(
            "later-standard",
            scanner.span(derivation.start, derivation.end),
            f"{what} came with C99",
            "write a pointer, or choose a later --std",
        )


def _check_old_style(scope: Scope, scanner: Scanner, raw: RawDeclaration) -> None:
    """Report what the declarations between an old-style list and the body break (6.9.2)."""
    listed: set[str] = set()
    for index in _identifiers(raw):
        name = scanner.tokens[index].text
        if name in listed:
            scope.report(
                "duplicate-parameter",
                scanner.token_span(index),
                f"there is a parameter {name!r} already",
                "give one of the two another name",
            )
        listed.add(name)
    for declaration in raw.parameters:
        check_written(scope, scanner, declaration, "parameter")
        for found in declaration.declarators:
            if found.name is not None and found.name not in listed:
                scope.report(
                    "old-style-parameter",
                    scanner.token_span(found.index),
                    f"{found.name!r} is declared here and is not a parameter",
                    "add it to the list in parentheses, or take its declaration out",
                )
            if found.initializer is not None:
                scope.report(
                    "old-style-parameter",
                    scanner.token_span(found.index),
                    f"the parameter {found.name!r} cannot be initialized: the call gives its value",
                    "take the initializer out",
                )


def _identifiers(raw: RawDeclaration) -> list[int]:
    for found in raw.declarators:
        for derivation in found.derivations:
            if isinstance(derivation, RawParentheses) and derivation.identifiers:
                return derivation.identifiers
    return []


# -- editions ------------------------------------------------------------------

_REAL = frozenset({"float", "double"})
_SINCE: dict[int, tuple[str, frozenset[str]]] = {
    1999: ("C99", frozenset({"_Bool", "_Complex", "_Imaginary"})),
    2011: ("C11", words.SINCE_C11),
    2023: ("C23", frozenset({"_BitInt", "_Decimal32", "_Decimal64", "_Decimal128", "_Float16",
                             "_Float32", "_Float64", "_Float128", "_Float32x", "_Float64x"})),
}  # fmt: skip


def check_edition(scope: Scope, scanner: Scanner, raw: RawDeclaration) -> None:
    """Report the words in a declaration that came with a later standard than the one read."""
    tokens = scanner.tokens
    for index in range(raw.specifiers.start, raw.end):
        token = tokens[index]
        text = token.text
        if token.kind == "word":
            for year, (name, found) in _SINCE.items():
                if scope.edition < year and text in found:
                    _later(scope, scanner, index, repr(text), name)
            if text == "long" and scope.edition < 1999 and tokens[index + 1].text == "long":
                _later(scope, scanner, index, "long long", "C99")
        elif text == "[" and tokens[index + 1].text == "[" and scope.edition < 2023:
            _later(scope, scanner, index, "attributes in [[ ]]", "C23")


def _check_gnu_type(scope: Scope, scanner: Scanner, found: RawSpecifiers) -> None:
    """Report an arithmetic type that ISO C does not have."""
    names = [word for word, _ in found.words]
    if "__int128" in names:
        what = "'__int128' is a type of GNU C"
    elif "_Complex" not in names or not _REAL.isdisjoint(names):
        return
    elif len(names) == 1:
        what = "'_Complex' alone means double _Complex to compilers, and nothing to ISO C"
    elif any(name.startswith("_Float") for name in names):
        return
    else:
        what = "a complex integer is a type of GNU C"
    span = scanner.span(found.words[0][1], found.words[-1][1] + 1)
    scope.report("gnu-type", span, what, "write a type of ISO C, or choose a gnu --std")


def _later(scope: Scope, scanner: Scanner, index: int, what: str, edition: str) -> None:
    scope.report(
        "later-standard",
        scanner.token_span(index),
        f"{what} came with {edition}",
        "choose a later --std, or a gnu one, where compilers take it as an extension",
    )
