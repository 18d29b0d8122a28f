"""Arrays of more than one dimension, as people give their sizes: "3 by 4", "3 rows and 4 columns".

The sizes are said one after the other, as C writes them. A dimension that is named (2D) and sizes
that do not agree are left as they are, and so refused.
"""

import re
from collections.abc import Callable

from cexplain.english.patterns import ANY_NAME, NAME, NUMBER, PLURAL
from cexplain.reading.vocabulary import NUMBERS

_RANKS = {"2": 2, "two": 2, "3": 3, "three": 3}
_BY = r"\s*(?:by|x|×)\s*"  # noqa: RUF001 - the sign that people write between sizes
_SIZES = (
    rf"(?P<sizes>{NUMBER}(?:{_BY}{NUMBER})+"
    rf"|{NUMBER}\s+rows?\s*,?\s*(?:and|by|of|each\s+with)?\s*{NUMBER}\s+columns?)(?!\w)"
)
_RANK = (
    r"(?:(?:(?P<rank>[23]|two|three)[- ]?d(?:im(?:ensional)?)?|multi-?dimensional)[\s,]+"
    r"(?=array|matrix|matrices|grid|table))?"
)
_ARRAY = r"(?P<noun>array|matrix|grid|table)(?P<plural>s?)"
_CALLED = rf"(?P<called>\s+(?:named\s+|called\s+){ANY_NAME}|\s+{NAME})?"
_AFTER = r"(?P<after>\s+(?:named|called)\s+\w+)?"
_OF_SIZE = (
    r"(?:\s*,)?(?:\s+(?:of|with|having|sized|that\s+is|which\s+is))?"
    r"(?:\s+(?:an?\s+|the\s+)?(?:sizes?|dimensions?)(?:\s+of)?)?"
)
_ELEMENT = (
    r"(?P<element>(?:(?:an?\s+)?(?:const(?:ant)?\s+|volatile\s+)?pointers?\s+to\s+(?:an?\s+)?)*"
    rf"{PLURAL})"
)
_ONE_SIZE = (
    rf"(?:(?:with|of|having|,)\s+(?:(?:an?\s+)?(?:size|length)\s+(?:of\s+)?({NUMBER})"
    rf"|({NUMBER})\s+(?:elements?|items?|entries|cells?|slots?)))"
)


def digits(number: str) -> str:
    """Return a number in digits, whether it was written in digits or in words."""
    return NUMBERS.get(number.lower(), number)


def _sized(found: re.Match[str]) -> str:
    """Return an array of arrays with its sizes one after the other."""
    groups = found.groupdict()
    sizes = [digits(size) for size in re.findall(NUMBER, groups["sizes"], re.IGNORECASE)]
    rank = (groups["rank"] or "").lower()
    if rank and _RANKS[rank] != len(sizes):
        return found[0]
    first = f"array{groups['plural']}{_named(groups['called'])} {sizes[0]} of"
    said = " ".join((first, *(f"array {size} of" for size in sizes[1:])))
    return f"{said} {groups['element']}{groups['after'] or ''}" if "element" in groups else said


def _rows(found: re.Match[str]) -> str:
    """Return "an array with 3 rows of 4" as an array of arrays."""
    rows, columns = digits(found[4]), digits(found[5])
    return f"array{_named(found['called'])} {rows} of array {columns} of"


def _named(called: str | None) -> str:
    """Return what an array is called, with the word that says so."""
    if called is None:
        return ""
    name = called.split()[-1]
    return f" named {name}"


TURNS: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    # "a 3 by 4 matrix of doubles", "an array of 3 rows and 4 columns of int", "2D array of int 3x4"
    (rf"\b{_SIZES}[\s,]+{_RANK}{_ARRAY}{_CALLED}\s+of\b", _sized),
    (rf"\b{_RANK}{_ARRAY}{_CALLED}{_OF_SIZE}\s+{_SIZES}\s+of\b", _sized),
    (rf"\b{_RANK}{_ARRAY}{_CALLED}\s+of\s+{_SIZES}(?=\s+\w)", _sized),
    (rf"\b{_RANK}{_ARRAY}{_CALLED}\s+of\s+{_ELEMENT}{_AFTER}{_OF_SIZE}\s+{_SIZES}", _sized),
    (rf"\barray{_CALLED}\s+(?:of|with|having)\s+({NUMBER})\s+rows?\s+of\s+({NUMBER})\b",
     _rows),
    # one dimension
    (rf"\barray\s+of\s+(?:type\s+)?{_ELEMENT}\s*{_ONE_SIZE}(?!\s*(?:by|x)\b)(?!\w)",
     lambda found: f"array of {digits(found[2] or found[3])} {found['element']}"),
    (rf"\barray\s+((?:named|called)\s+{ANY_NAME})\s+(?:with|having|containing|holding|for)\s+"
     rf"(?={NUMBER}\s)", r"array \1 of "),
)  # fmt: skip
"""What is said of sizes, and the same in the words of the grammar."""
