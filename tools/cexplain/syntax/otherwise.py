"""What a text is that is no declaration: a statement, an expression, a macro's call.

It is asked only where the reading has failed: what C reads as a declaration is one.
"""

from cexplain import words
from cexplain.diagnostics import Diagnostic
from cexplain.source import Lines, Span
from cexplain.syntax.annotations import AnnotationScanner

_ASSIGNMENTS = frozenset(("=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>="))
_BEHIND_A_VALUE = _ASSIGNMENTS | frozenset(("++", "--", "->", ".", "?", "==", "!="))
_BEFORE_A_VALUE = frozenset(("&", "++", "--", "-", "+", "!", "~"))
_VALUES = frozenset(("number", "string", "character"))


def otherwise(scanner: AnnotationScanner, start: int) -> Diagnostic | None:
    """Return what stands at `start` instead of a declaration, None if that is not plain."""
    token, behind = scanner.tokens[start], scanner.tokens[start + 1]
    called = scanner.tokens[start + 2].text == "("
    if token.text == "~" and scanner.is_identifier(start + 1) and called:
        return scanner.diagnostic(
            "error",
            "unexpected-token",
            start,
            "a destructor is C++, or this is an expression",
            "choose --std c++17 to read C++",
        )
    if token.kind in _VALUES or token.text in _BEFORE_A_VALUE:
        return _expression(scanner, start)
    if not scanner.is_identifier(start) or scanner.is_known_type(token.text):
        return None
    if behind.text == "(":
        return _call(scanner, start)
    at = start + 1
    while scanner.tokens[at].text == "[" and scanner.tokens[at + 1].text != "[":
        at = scanner.closing[at] + 1
    operator = scanner.tokens[at].text
    if operator not in _BEHIND_A_VALUE:
        return None
    if operator not in _ASSIGNMENTS:
        return _expression(scanner, start)
    return scanner.diagnostic(
        "error",
        "statement",
        start,
        "this is an assignment, but a declaration is expected here",
        f"read the declaration of {token.text!r}; to declare it here, begin with a type",
    )


def _expression(scanner: AnnotationScanner, start: int) -> Diagnostic:
    return scanner.diagnostic(
        "error",
        "statement",
        start,
        "this is an expression, but a declaration is expected here",
        "read the declarations of the names in it",
    )


def _call(scanner: AnnotationScanner, start: int) -> Diagnostic | None:
    """Return that a macro or a function is called, if what is in the parentheses shows it."""
    name, end = scanner.tokens[start].text, scanner.closing[start + 1]
    behind = scanner.tokens[end + 1]
    inside = range(start + 2, end)
    value = any(
        scanner.tokens[at].kind in _VALUES or scanner.tokens[at].text in ("&", "->", ".")
        for at in inside
    )
    if not (behind.text == ";" or behind.kind == "end") or not (value or name.isupper()):
        return None
    if not name.isupper():
        return scanner.diagnostic(
            "error",
            "statement",
            start,
            f"this calls {name!r}, but a declaration is expected here",
            f"read the declaration of {name!r}; if it is a macro that declares something, give "
            "--file the source, whose headers define it",
        )
    return scanner.diagnostic(
        "error",
        "macro-call",
        start,
        f"{name!r} looks like a macro, and only its definition says what this declares",
        "give --file the source, whose headers define it, or read what the macro stands for",
    )


def nothing(text: str, first: str) -> Diagnostic:
    """Return what a text is of which nothing was read, and in which nothing is wrong.

    `first` is its first token besides preprocessing directives, "" if it has none.
    """
    start = len(text) - len(text.lstrip())
    line, column = Lines(text).position(start)
    place = (line, column, Span(start, start))
    if first in words.STATIC_ASSERT | words.ASM:
        return Diagnostic(
            "note",
            "nothing-declared",
            "this is legal at file scope, and declares nothing",
            *place,
            "read it with the declarations that it belongs to",
        )
    if not first and text.lstrip().startswith("#"):
        message = "a preprocessing directive declares nothing by itself"
        advice = "give --file the source, which is preprocessed then"
    else:
        message = "there is no declaration here" if text.strip() else "the input is empty"
        advice = "write one, such as int *p;"
        place = (1, 1, Span(0, 0))
    return Diagnostic("error", "nothing-to-read", message, *place, advice)
