"""Static assertions and assembly: nothing is declared there, yet not anything may stand there."""

from cexplain import words
from cexplain.diagnostics import Diagnostic
from cexplain.syntax.annotations import AnnotationScanner
from cexplain.syntax.cursor import ScanError
from cexplain.syntax.operands import complaint, misfit

_RULE = "static-assertion"


def misplaced(scanner: AnnotationScanner, index: int) -> Diagnostic | None:
    """Return what cannot stand behind the word at `index` in its parentheses, None if all can."""
    if scanner.tokens[index].text in words.STATIC_ASSERT:
        return _in_assertion(scanner, index + 2, scanner.closing[index + 1])
    opening = index + 1
    while scanner.tokens[opening].text != "(":
        opening += 1
    first = scanner.tokens[opening + 1]
    if first.kind == "string" or scanner.is_identifier(opening + 1):
        return None
    return scanner.diagnostic(
        "error",
        "unexpected-token",
        opening + 1,
        f"{first.text!r} is not allowed here: assembly is a string",
        'write the instructions between quotes, as in asm("nop")',
    )


def check_label(scanner: AnnotationScanner, index: int) -> None:
    """Fail where the parentheses of the asm at `index` hold no name for the linker."""
    first = scanner.tokens[index + 2]
    if scanner.closing[index + 1] == index + 2:
        scanner.fail(
            "empty-parentheses", index + 2, "these parentheses are empty",
            'write the name for the linker, as in asm("name")',
        )  # fmt: skip
    if not (first.kind == "string" or scanner.is_identifier(index + 2)):
        scanner.fail(
            "unexpected-token", index + 2,
            f"{first.text!r} is not allowed here: a label is a string",
            'write the name for the linker, as in asm("name")',
        )  # fmt: skip


def _in_assertion(scanner: AnnotationScanner, index: int, end: int) -> Diagnostic | None:
    """Return what is wrong in tokens [index, end): a condition, and a message after a comma.

    Names may be macros, which may be anything; in C++ a comma may belong to a template.
    """
    tokens = scanner.tokens
    if index == end or tokens[index].text == ",":
        message = "a static assertion needs a condition"
        return scanner.diagnostic("error", _RULE, index, message, "write one, such as 1")
    comma = min(scanner.expression_end(index, (",",)), end)
    try:
        found = misfit(scanner, index, comma, "constant")
    except ScanError as error:
        return error.diagnostic
    if found is not None:
        advice = "write one expression, such as sizeof(int) == 4"
        message = complaint(scanner, found, index, "a condition")
        if found.what == "misplaced" and tokens[found.at].kind == "string":
            advice = "a ',' goes between the condition and its message"
        return scanner.diagnostic("error", _RULE, found.at, message, advice)
    index = comma
    said = range(index + 1, end)
    if index == end or "++" in scanner.std:
        return None
    if not said or not (tokens[said[0]].kind == "string" or scanner.is_identifier(said[0])):
        advice = 'write it between quotes, as in "int is too small", or take the comma out'
        message = "the message of a static assertion is a string"
        return scanner.diagnostic("error", _RULE, min(index + 1, end), message, advice)
    return None
