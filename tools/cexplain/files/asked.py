"""What people ask of a header besides its declarations: members, constants, macros."""

from collections.abc import Iterator, Mapping

from cexplain.constraints.constants import Value, value
from cexplain.engine import explain, explain_source
from cexplain.explanation import Explanation, Phrase, Reading
from cexplain.spelling.spell import spell
from cexplain.tree import Declaration, Enum, Member, Record
from cexplain.values import replace

_KEYWORDS = ("struct ", "union ", "enum ")


def plain(name: str) -> tuple[str | None, str]:
    """Return the tag and the name of what is asked for: `struct tm`, `tm.tm_year`, `tm_year`."""
    name = " ".join(name.split())
    for keyword in _KEYWORDS:
        name = name.removeprefix(keyword)
    for sign in (".", "->", "::"):
        tag, found, member = name.partition(sign)
        if found and tag.strip() and member.strip():
            return tag.strip(), member.strip()
    return None, name


def members(declared: Declaration, tag: str | None, name: str) -> Iterator[tuple[Record, Member]]:
    """Yield the members of a name, each with the structure that has it."""
    record = declared.type
    called = declared.name if isinstance(record, Record) and "typedef" in declared.storage else None
    if isinstance(record, Record):
        for owner, member in _members(record):
            if member.name == name and tag in (None, record.tag, owner.tag, called):
                yield (owner if owner.tag else replace(owner, tag=record.tag or called)), member


def _members(record: Record) -> Iterator[tuple[Record, Member]]:
    for member in record.members or ():
        yield record, member
        if isinstance(member.type, Record):
            for owner, inner in _members(member.type):
                yield (owner if owner.tag else record), inner


def of_member(owner: Record, member: Member, std: str) -> Explanation:
    """Return what a member is, and of which structure."""
    text = f"{spell(Declaration(member.name, member.type, bit_width=member.bit_width), std)};"
    explanation = explain_source(text, std=std)
    of = f"{owner.keyword} {owner.tag}" if owner.tag else f"an unnamed {owner.keyword}"
    return said_first(explanation, f"{member.name} is a member of {of}:")


def constant(declared: Declaration, name: str, std: str) -> Explanation | None:
    """Return what an enumeration constant is, None where it is not one of a declaration's."""
    found = declared.type
    if not isinstance(found, Enum) or found.enumerators is None:
        return None
    known: dict[str, Value] = {}
    following: Value = 0
    for each in found.enumerators:
        if each.value is not None:
            following = value(each.value.text, known)
        known[each.name] = following
        if each.name == name:
            break
        following = following + 1 if isinstance(following, int) else following
    if name not in known:
        return None
    called = declared.name if "typedef" in declared.storage else None
    of = f"enum {found.tag}" if found.tag else called or "an unnamed enum"
    shown = f", {known[name]}" if isinstance(known[name], int) else ""
    return said_first(
        explain_source(f"int {name};", std=std), f"{name} is a constant of {of}{shown}:"
    )


def macro(name: str, expansion: str, std: str) -> Explanation | None:
    """Return what a macro that stands for a value or a type is, None where it is neither."""
    if not expansion:
        return _told(f"{name} is a macro that stands for nothing", std)
    found = explain(f"({expansion})", std=std)
    if not found.ok or len(found.readings) != 1:
        return None
    declaration = found.readings[0].declaration
    if declaration.kind == "type":
        return _told(f"{name} is a macro that stands for the type {expansion}", std)
    if declaration.kind not in ("expression", "cast"):
        return None
    typed = spell(Declaration(name, declaration.type), std)
    if "typeof" in typed:
        return None
    settled = value(expansion, _NO_NAMES)
    shown = expansion
    if isinstance(settled, int) and str(settled) != expansion.strip("() "):
        shown = f"{expansion} ({settled})"
    return said_first(explain_source(f"{typed};", std=std), f"{name} is a macro, {shown}:")


_NO_NAMES: Mapping[str, Value] = {}


def said_first(explanation: Explanation, first: str) -> Explanation:
    """Return an explanation whose only reading begins with other words than the name."""
    [reading] = explanation.readings
    phrases = (replace(reading.phrases[0], text=first), *reading.phrases[1:])
    return replace(explanation, readings=(_with(reading, phrases),))


def _with(reading: Reading, phrases: tuple[Phrase, ...]) -> Reading:
    return replace(reading, phrases=phrases, prose=" ".join(phrase.text for phrase in phrases))


def _told(text: str, std: str) -> Explanation:
    explanation = explain_source("int x;", std=std)
    [reading] = explanation.readings
    phrase = replace(reading.phrases[0], text=text)
    return replace(explanation, readings=(_with(reading, (phrase,)),))
