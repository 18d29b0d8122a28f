"""The parameters of a template in English: "for each type T and size_t N"."""

import re

_TYPE = re.compile(
    r"(?:class|typename)\b\s*(?P<pack>\.\.\.)?\s*(?P<name>\w*)\s*(?:=\s*(?P<value>.+))?$"
)
_VALUE = re.compile(r"(?P<type>[\w:][^=]*?[\s*&.])(?P<name>\w+)\s*(?:=\s*(?P<value>.+))?$")


def for_each(written: str) -> str:
    """Return what a template's parameters say, as they stand in their angle brackets.

    What is not understood, such as a template as a parameter, is said as it is written.
    """
    inside = written[1:-1].strip()
    if not inside:
        return "an explicit specialization"
    said = [_said(piece.strip()) for piece in _pieces(inside)]
    if None in said:
        return f"for each {written}"
    words = [one for one in said if one is not None]
    head = "for " if words[0].startswith("any number") else "for each "
    listed = ", ".join(words[:-1])
    return head + (f"{listed} and {words[-1]}" if listed else words[-1])


def _pieces(inside: str) -> list[str]:
    """Return the parameters, which commas separate that stand in no brackets."""
    pieces, depth = [""], 0
    for sign in inside:
        depth += (sign in "<([{") - (sign in ">)]}")
        if sign == "," and not depth:
            pieces.append("")
        else:
            pieces[-1] += sign
    return pieces


def _said(piece: str) -> str | None:
    """Return one parameter in English, None where its form is another one."""
    found = _TYPE.fullmatch(piece)
    if found is not None:
        several = found["pack"] is not None
        noun = f"any number of types {found['name']}" if several else f"type {found['name']}"
        return noun.rstrip() + _default(found["value"])
    found = _VALUE.fullmatch(piece)
    if found is None or "<" in found["type"] or piece.startswith("template"):
        return None
    type_, several = found["type"].strip(), found["type"].rstrip().endswith("...")
    if several:
        return f"any number of {type_.removesuffix('...').strip()} {found['name']}"
    return f"{type_} {found['name']}" + _default(found["value"])


def _default(value: str | None) -> str:
    return "" if value is None else f" (by default {value})"
