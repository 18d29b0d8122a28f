"""What is declared within the bodies of C++: the walk of C, with what only C++ writes."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from cexplain.syntax import cxx_words
from cexplain.syntax.blocks import Walk, Within
from cexplain.syntax.cursor import ScanError
from cexplain.syntax.cxx_raw import Found

if TYPE_CHECKING:
    from cexplain.syntax.cxx_scan import CxxScanner

_MARKS = frozenset({"*", "&", "&&", "const"})
_BEHIND_LAMBDAS = frozenset({"mutable", "noexcept", "constexpr", "->", "::", "*", "&", "<", ">"})
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


def within(
    scanner: "CxxScanner", body: tuple[int, int], names: Iterable[str]
) -> Iterator[Within[Found]]:
    """Yield what a body declares, given by its braces; `names` are those of the parameters."""
    yield from _Walk(scanner, body[1]).walk(body[0], names)


class _Walk(Walk[Found]):
    """Steps through a body of C++."""

    HEADS = frozenset({"if", "while", "switch", "for", "catch"})
    DECLARING = HEADS

    def __init__(self, scanner: "CxxScanner", last: int) -> None:
        super().__init__(scanner, scanner.objects, last)
        self._cxx = scanner

    def declares(self, index: int) -> bool:
        """Whether a declaration begins at a token."""
        return declares(self._cxx, index)

    def scan(self, index: int) -> tuple[Found, int]:
        """Return the declaration at a token, and the index behind it; raises ScanError."""
        head = self.tokens[index - 2].text if self.tokens[index - 1].text == "(" else ""
        if head in self.HEADS:
            found = self._cxx.in_head(index - 2)
            if found is not None:
                return found, found.end
        found = self._cxx.declaration(index, "declaration")
        return found, found.end

    def names(self, found: Found) -> Iterable[str | None]:
        """Return the names that a declaration declares which are no types."""
        types = {"typedef", "using"}
        return [one.name for one in found.declared if types.isdisjoint(one.storage)]

    def enters(self, index: int) -> tuple[int, int] | None:
        """Return the braces of a lambda's body, whose brackets are at a token."""
        tokens, closing = self.tokens, self._scanner.closing
        before = tokens[index - 1]
        value = before.kind in ("word", "number", "string") or before.text in (")", "]")
        if tokens[index].text != "[" or (value and before.text != "return"):
            return super().enters(index)
        at = closing[index] + 1
        if tokens[at].text == "(":
            at = closing[at] + 1
        while tokens[at].text in _BEHIND_LAMBDAS or tokens[at].kind == "word":
            at += 1
        return (at, closing[at]) if tokens[at].text == "{" else None
