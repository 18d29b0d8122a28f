"""Integer constants whose digits or letters no constant of C has (6.4.4.2)."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cexplain.syntax.tokens import Token

_OCTAL = re.compile(r"0[0-9']*?([89])[0-9']*(?:[uUlL]*|[uU]?[wW][bB])")
_BINARY = re.compile(r"0[bB][01']*([2-9])\w*")
_DECIMAL = re.compile(r"[1-9][0-9']*([A-Za-z_]\w*)")
_SUFFIX = re.compile(
    r"""u?ll?u?|u|[ulij]*[ij][ulij]* # ISO C's, and GNU's for imaginary numbers
      | u?wb|wbu | u?z|zu # of bit-precise integers, and C++'s of sizes
      | u?i(?:8|16|32|64|128) # Microsoft's
      | u?(?:h|ll?)?[kr] # of fixed-point numbers
      | e\d+.* | [fqw] | f\d+x? | d[dfl] | bf16 # of floating constants, some of them GNU's""",
    re.VERBOSE | re.IGNORECASE,
)
_CXX_SUFFIX = re.compile(r"_\w*|h|min|[mun]?s|i[fl]?|y|d")
"""Suffixes that a program of C++ defines itself, and those that its library defines."""


class Wrong(NamedTuple):
    """A token that is no constant: what is wrong with it, and what to write."""

    token: Token
    message: str
    advice: str


def wrong(tokens: Iterable[Token], *, cxx: bool = False) -> Iterator[Wrong]:
    """Yield the numbers among tokens that are no constants of C, or of C++."""
    for token in tokens:
        if token.kind != "number" or (token.text.isdecimal() and token.text[0] != "0"):
            continue
        if found := _OCTAL.fullmatch(token.text):
            digits = token.text.lstrip("0'")
            yield Wrong(
                token, f"{found[1]} is not a digit here: after a 0, constants are octal",
                f"write {digits} if its base is ten",
            )  # fmt: skip
        elif found := _BINARY.fullmatch(token.text):
            yield Wrong(token, f"{found[1]} is not a binary digit", "write 0 and 1 alone after 0b")
        elif found := _DECIMAL.fullmatch(token.text):
            if _SUFFIX.fullmatch(found[1]) or (cxx and _CXX_SUFFIX.fullmatch(found[1])):
                continue
            yield Wrong(
                token, f"{found[1]!r} is not a suffix that a constant can have",
                "take it out, or write the operator that is missing",
            )  # fmt: skip
