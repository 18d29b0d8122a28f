"""Where an expression stands in a declaration: whether it is one, and what is said if it isn't."""

from typing import TYPE_CHECKING, Literal

from cexplain.syntax.cursor import ScanError
from cexplain.syntax.operand_walk import BelievedError, Misfit, MisfitError, Walk, is_plain

if TYPE_CHECKING:
    from cexplain.syntax.annotations import AnnotationScanner

Form = Literal["constant", "expression", "expressions", "initializer", "arguments"]
"""What may stand somewhere: a constant has no assignment outside of parentheses, expressions
stand between commas, and so do arguments, which may be types."""

_PLACES = {
    "an array's size": ("expected-size", "a size is one expression, such as 10 or N + 1"),
    "a bit-field's width": ("expected-width", "a width is one expression, such as 10 or N + 1"),
    "an attribute": ("bad-attribute", "an argument is one expression; a ',' goes between two"),
}
_RULE = "expected-expression"
_ADVICE = "write one expression, such as 10 or n + 1"
_MISSING = {"value": "a value", "colon": "a ':'", "name": "a member's name"}


def misfit(scanner: "AnnotationScanner", start: int, end: int, form: Form) -> Misfit | None:
    """Return where tokens [start, end) cannot go on as what they are to be, None if they can."""
    if end - start == 1 and is_plain(scanner, start):
        return None
    walk = Walk(scanner)
    try:
        if form == "initializer":
            walk.initializer(start, end)
        elif form == "arguments":
            walk.arguments(start, end)
        else:
            walk.expression(start, end, commas=form == "expressions", assigns=form != "constant")
    except MisfitError as error:
        return error.misfit
    except BelievedError:
        pass
    return None


def check(scanner: "AnnotationScanner", start: int, end: int, form: Form, place: str) -> None:
    """Raise ScanError where tokens [start, end), which stand in `place`, are not of that form."""
    found = misfit(scanner, start, end, form)
    if found is None:
        return
    rule, advice = _PLACES.get(place, (_RULE, _ADVICE))
    message = complaint(scanner, found, start, place)
    raise ScanError(scanner.diagnostic("error", rule, found.at, message, advice))


def complaint(scanner: "AnnotationScanner", found: Misfit, start: int, place: str) -> str:
    """Return what is wrong in `place`, which begins at a token."""
    token = scanner.describe(found.at)
    if found.at == start:
        return f"expected {place}, found {token}"
    if found.what == "misplaced":
        return f"{token} is not allowed in {place}"
    return f"{_MISSING[found.what]} is missing before {token}"
