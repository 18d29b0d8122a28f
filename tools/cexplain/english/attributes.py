"""Attributes in English, read back: the inverse of `cexplain.reading.attributes`.

Several attributes are said with the same words (unused, maybe_unused); the
first of the table comes back, in GNU's syntax wherever GNU has the attribute.
"""

from functools import cache
from typing import Literal, NamedTuple

from cexplain.english.cursor import Cursor, tokenize
from cexplain.reading.attributes import MEANINGS
from cexplain.tree import Attribute

_C23_ALONE = frozenset({"nodiscard", "unsequenced", "reproducible"})
"""Attributes of the standard that GNU's syntax does not know."""

_ENDS = {",", ")", "}"}


class _Template(NamedTuple):
    """The words before and after an attribute's arguments; `after` is None where it has none."""

    name: str
    before: tuple[str, ...]
    after: tuple[str, ...] | None


def _texts(english: str) -> tuple[str, ...]:
    return tuple(token.text.lower() for token in tokenize(english)[:-1])


@cache
def _templates() -> dict[str, list[_Template]]:
    """Return the templates by their first word, those with the most words first."""
    found: dict[str, list[_Template]] = {}
    for name, forms in MEANINGS.items():
        for form in forms:
            before, argument, after = form.partition("{}")
            template = _Template(name, _texts(before), _texts(after) if argument else None)
            found.setdefault(template.before[0], []).append(template)
    for same_start in found.values():
        same_start.sort(key=lambda template: -len(template.before))
    return found


def attribute(cursor: Cursor) -> Attribute | None:
    """Return the attribute that is said here and step over it, or None and stay."""
    if cursor.accept_texts("marked"):
        return _call(cursor.until(_ENDS, in_sentence=True), "macro")
    if cursor.accept_texts("with", "attribute"):
        return _call(cursor.until(_ENDS, in_sentence=True), None)
    for template in _templates().get(cursor.peek().text.lower(), ()):
        start = cursor.index
        arguments = _arguments(cursor, template)
        if arguments is not None:
            return Attribute(template.name, arguments or None, _syntax(template.name))
        cursor.index = start
    token = cursor.peek()
    if token.kind == "word" and token.text in MEANINGS and cursor.ends_at(1, _ENDS):
        cursor.take()
        return Attribute(token.text, None, _syntax(token.text))
    return None


def _syntax(name: str) -> Literal["gnu", "c23"]:
    return "c23" if name in _C23_ALONE else "gnu"


def _arguments(cursor: Cursor, template: _Template) -> str | None:
    """Return the arguments ("" for none) if the template's words stand here, else None."""
    if not cursor.accept_texts(*template.before):
        return None
    if template.after is None:
        return "" if cursor.ends_at(0, _ENDS) else None
    if template.after:
        text = cursor.until({template.after[0]}, in_sentence=True)
        return text if cursor.accept_texts(*template.after) and text else None
    return cursor.until(_ENDS, in_sentence=True) or None


def _call(text: str, syntax: Literal["macro"] | None) -> Attribute:
    """Return the attribute that is written as a name with or without arguments."""
    name, parenthesis, rest = text.partition("(")
    arguments = rest.removesuffix(")") if parenthesis else None
    namespace, colons, inner = name.partition("::")
    if syntax is None and colons:
        return Attribute(inner, arguments, "c23", namespace)
    return Attribute(name.strip(), arguments, syntax or "gnu")
