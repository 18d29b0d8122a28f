"""Static assertions and assembly: nothing is declared there, yet not anything may stand there."""

from cexplain import words
from cexplain.diagnostics import Diagnostic
from cexplain.syntax.annotations import AnnotationScanner

_RULE = "static-assertion"
_OPERANDS = frozenset({"number", "string", "character"})


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


def _in_assertion(scanner: AnnotationScanner, index: int, end: int) -> Diagnostic | None:
    """Return what is wrong in tokens [index, end): a condition, and a message after a comma.

    Names may be macros, which may be anything; in C++ a comma may belong to a template.
    """
    tokens = scanner.tokens
    if index == end or tokens[index].text == ",":
        message = "a static assertion needs a condition"
        return scanner.diagnostic("error", _RULE, index, message, "write one, such as 1")
    misfit = _misfit(scanner, index, end)
    if misfit is not None:
        advice = "write one expression, such as sizeof(int) == 4"
        if tokens[misfit].kind == "string":
            advice = "a ',' goes between the condition and its message"
        message = f"{tokens[misfit].text!r} is not allowed here in a condition"
        return scanner.diagnostic("error", _RULE, misfit, message, advice)
    while index < end and tokens[index].text != ",":
        index = scanner.closing.get(index, index) + 1
    said = range(index + 1, end)
    if index == end or "++" in scanner.std:
        return None
    if not said or not (tokens[said[0]].kind == "string" or scanner.is_identifier(said[0])):
        advice = 'write it between quotes, as in "int is too small", or take the comma out'
        message = "the message of a static assertion is a string"
        return scanner.diagnostic("error", _RULE, min(index + 1, end), message, advice)
    return None


def _misfit(scanner: AnnotationScanner, index: int, end: int) -> int | None:
    """Return the first token that no condition has where it stands, None if there is none."""
    tokens, start = scanner.tokens, index
    operand = macro = False  # whether the token before ends an operand, and may be a macro
    while index < end and tokens[index].text != ",":
        token = tokens[index]
        name = scanner.is_identifier(index)
        begins = name or token.kind in _OPERANDS
        macro = macro or (name and scanner.is_annotation_word(index))
        strings = token.kind == tokens[index - 1].kind == "string"
        if begins and operand and not (strings or macro):
            return index
        if token.text == "(" and scanner.closing[index] == index + 1:
            if index == start or not (operand or "++" in scanner.std):
                return index
            begins = True
        macro = name and scanner.is_annotation_word(index)
        index = scanner.closing.get(index, index) + 1
        operand = begins or tokens[index - 1].text == "]"
    return None
