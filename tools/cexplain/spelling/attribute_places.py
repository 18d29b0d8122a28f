"""Attributes as C, and where in a declaration each way of writing them may stand."""

from collections.abc import Sequence

from cexplain.syntax import idioms
from cexplain.tree import Attribute, Attributes


def before_specifiers(attributes: Attributes) -> list[str]:
    """Return the words that begin a declaration: C23's `[[...]]` (6.7.1p1)."""
    return _c23([attribute for attribute in attributes if attribute.level is None])


def behind(attributes: Attributes, level: int) -> list[str]:
    """Return C23's attributes of a part of the declaration, each with its space.

    They stand behind what they belong to: the specifiers (0) or a derivation.
    """
    if not attributes:
        return []
    of_it = [attribute for attribute in attributes if attribute.level == level]
    return [f" {word}" for word in _c23(of_it)]


def before_type(attributes: Attributes, name: str | None) -> list[str]:
    """Return the words between the storage class and the type.

    Without a name, GNU attributes stand here as well: after the type they would
    belong to a trailing `*` or to a structure's body instead.
    """
    words = [_one(attribute) for attribute in attributes if attribute.syntax == "declspec"]
    return words if name else words + _gnu(attributes)


def with_type(attributes: Attributes) -> list[str]:
    """Return the macros, which stand beside the type."""
    return [
        _one(attribute)
        for attribute in attributes
        if attribute.syntax == "macro" and not _is_placed(attribute)
    ]


def after_declarator(attributes: Attributes, name: str | None) -> list[str]:
    """Return what follows a named declarator, each with its space: GNU's attributes, `@ 0x10`."""
    placed = [_one(attribute) for attribute in attributes if _is_placed(attribute)]
    return [f" {word}" for word in (*placed, *_gnu(attributes))] if name else []


def after_keyword(attributes: Attributes, *, macros: bool) -> list[str]:
    """Return the words after struct, union or enum, without macros where they stand elsewhere."""
    words = [*_c23(attributes), *before_type(attributes, None)]
    return [*words, *with_type(attributes)] if macros else words


def after_star(attributes: Attributes) -> tuple[list[str], list[str], list[str]]:
    """Return a pointer's C23, macro and GNU attributes: before, among, after its qualifiers."""
    return _c23(attributes), with_type(attributes), before_type(attributes, None)


def after_enumerator(attributes: Attributes) -> list[str]:
    """Return the words after an enumeration constant's name."""
    return [*_c23(attributes), *before_type(attributes, None), *with_type(attributes)]


def _is_placed(attribute: Attribute) -> bool:
    """Whether a compiler's own words stand behind the declarator alone: `interrupt 1`."""
    if attribute.syntax != "macro":
        return False
    first = attribute.name.partition(" ")[0]
    return first == "@" or (first in idioms.NUMBERED and " " in attribute.name)


def _c23(attributes: Sequence[Attribute]) -> list[str]:
    listed = ", ".join(_text(attribute) for attribute in attributes if attribute.syntax == "c23")
    return [f"[[{listed}]]"] if listed else []


def _gnu(attributes: Attributes) -> list[str]:
    listed = ", ".join(_text(attribute) for attribute in attributes if attribute.syntax == "gnu")
    return [f"__attribute__(({listed}))"] if listed else []


def _one(attribute: Attribute) -> str:
    text = _text(attribute)
    return f"__declspec({text})" if attribute.syntax == "declspec" else text


def _text(attribute: Attribute) -> str:
    """Return the attribute's name, its namespace and its arguments."""
    name = f"{attribute.namespace}::{attribute.name}" if attribute.namespace else attribute.name
    return name if attribute.arguments is None else f"{name}({attribute.arguments})"
