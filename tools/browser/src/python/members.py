"""A struct's or union's members, each with a sentence of its own, and its path where it has one."""

from typing import Any

from cexplain import Reading, explain, reading_html
from cexplain.reading.phrases import phrases
from cexplain.render.stops import stops
from cexplain.source import SourceMap
from cexplain.spelling.spell import spell
from cexplain.tree import Array, Declaration, Function, Member, Pointer, Record

_DRAWN = 3  # stops: the path of a name and its type alone says nothing


def members(reading: Reading, std: str, limit: int) -> dict[str, Any] | None:
    """Return what is told of the members, None for a reading without any.

    The phrases from `first` to before `end` say them in the sentence; each of `all` has its
    `prose`, its `html` or None, and its own `all`, which holds the members of what nests in it.
    """
    record = _record(reading.declaration.type)
    if record is None or not record.members:
        return None
    first = next((n for n, one in enumerate(reading.phrases) if one.depth > 0), None)
    said = [one for one in reading.phrases if one.depth == 0 and one.kind == "members"]
    # What a function takes comes in parentheses as well, and is no member.
    if first is None or not said or reading.phrases[first - 1] is not said[0]:
        return None
    end = next(
        (n for n, one in enumerate(reading.phrases) if n > first and one.depth == 0),
        len(reading.phrases),
    )
    return {"first": first, "end": end, "all": [_member(one, std, limit) for one in record.members]}


def _member(member: Member, std: str, limit: int) -> dict[str, Any]:
    """Return one member's sentence and path, and what nests in it."""
    alone = Declaration(None, Record("struct", "s", (member,)), "tag")
    said = [one for one in phrases(alone, SourceMap(), std) if one.depth > 0]
    inner = _record(member.type)
    nested = inner is not None and bool(inner.members)
    if nested:
        said = said[: next(n for n, one in enumerate(said) if one.kind == "members") + 1]
    words = " ".join(one.text for one in said).removeprefix("(")
    if member.name is not None:
        words = words.replace(f"{member.name} as ", f"{member.name} is ", 1)
    if not nested:
        words = words.removesuffix(")")
    within = inner.members if nested and inner is not None and inner.members else ()
    return {
        "prose": words,
        "html": _path(member, std, limit),
        "all": [_member(one, std, limit) for one in within],
    }


def _path(member: Member, std: str, limit: int) -> str | None:
    """Return the reading of a member as a declaration of its own, if there is a way to go."""
    if member.name is None or member.bit_width is not None:
        return None
    found = explain(spell(Declaration(member.name, member.type), std), std=std)
    if not found.ok or not found.readings:
        return None
    drawn = len(stops(found.readings[0], found.source)) >= _DRAWN
    return reading_html(found, limit=limit) if drawn else None


def _record(ctype: object) -> Record | None:
    """Return the struct or union at the end of a type's way."""
    while True:
        match ctype:
            case Record():
                return ctype
            case Pointer(referenced):
                ctype = referenced
            case Array(element):
                ctype = element
            case Function(returned):
                ctype = returned
            case _:
                return None
