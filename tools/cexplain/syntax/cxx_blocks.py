"""Where a declaration of C++ begins among statements."""

from typing import TYPE_CHECKING

from cexplain.syntax import cxx_words
from cexplain.syntax.cursor import ScanError

if TYPE_CHECKING:
    from cexplain.syntax.cxx_scan import CxxScanner

_MARKS = frozenset({"*", "&", "&&", "const"})
_BEHIND_A_NAME = frozenset({";", "=", ",", "[", "{"})


def declares(scanner: "CxxScanner", index: int) -> bool:
    """Whether a declaration begins at a token within a block."""
    tokens = scanner.tokens
    if not scanner.begins_name(index):
        word = tokens[index].text
        if scanner.role(index) == "basic" and tokens[index + 1].text in ("(", "{"):
            return False  # int(x)
        return word == "using" or scanner.role(index) in cxx_words.SPECIFIER_ROLES
    if tokens[index].text in scanner.objects and tokens[index + 1].text != "::":
        return False
    try:
        found = scanner.qualified(index)
    except ScanError:
        return False
    behind = found.end
    if found.kind != "name":
        return False
    while tokens[behind].text in _MARKS:
        behind += 1
    ends = tokens[behind + 1].text
    if not scanner.is_identifier(behind):
        return False
    return ends in _BEHIND_A_NAME or (behind == found.end and ends == "(")
