"""What people ask of a header besides its declarations: members, constants, macros."""

import re
from collections.abc import Callable, Iterator, Mapping

from cexplain.constraints.constants import Value, value
from cexplain.engine import explain, explain_source
from cexplain.explanation import Explanation, Phrase, Reading
from cexplain.spelling.spell import spell
from cexplain.tree import Array, CType, Declaration, Enum, Function, Member, Pointer, Record
from cexplain.values import dataclass, replace

_KEYWORDS = ("struct ", "union ", "enum ")
_WORD = re.compile(r"[A-Za-z_]\w*")
_PATTERN = frozenset("*?")
# What people leave behind a name: a call, a manual's section, a pointer's star, a size.
_BEHIND = re.compile(r"(?: ?;| ?\([^()]*\)| \*+| ?\[[^][]*\])$")
_RESULTS = {
    "__builtin_inff": "float", "__builtin_nanf": "float", "__builtin_huge_valf": "float",
    "__builtin_inf": "double", "__builtin_nan": "double", "__builtin_huge_val": "double",
    "__builtin_huge_vall": "long double",
}  # fmt: skip
"""What gcc's functions return for which no header has a declaration."""
_LONGEST = 300  # characters of what a macro stands for


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: a name; for a member perhaps its structure, for a tag its keyword."""

    name: str
    tag: str | None = None
    tagged: bool = False

    @property
    def pattern(self) -> bool:
        """Whether it stands for several names: `str*`."""
        return not _PATTERN.isdisjoint(self.name)


def plain(name: str) -> Asked:
    """Return what is meant by `struct tm`, `tm.tm_year`, `printf(3)`, `FILE *` or `str*`."""
    name = " ".join(name.split())
    while (shorter := _BEHIND.sub("", name)) != name and shorter:
        name = shorter
    bare = name
    for keyword in _KEYWORDS:
        bare = bare.removeprefix(keyword)
    for sign in (".", "->", "::", *([" "] if bare != name else [])):
        tag, found, member = bare.partition(sign)
        if found and tag.strip() and member.strip():
            return Asked(member.strip(), tag.strip())
    if bare != name:
        return Asked(bare, None, tagged=True)
    *returned, own = bare.split(" ")  # `void *malloc(size_t)` asks for malloc
    return Asked(own.lstrip("*") if returned else own)


def base(ctype: CType) -> CType:
    """Return what a type is made of, without its pointers, arrays and functions."""
    while isinstance(ctype, Pointer | Array | Function):
        if isinstance(ctype, Pointer):
            ctype = ctype.referenced
        else:
            ctype = ctype.element if isinstance(ctype, Array) else ctype.returned
    return ctype


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


def macro(
    name: str, expansion: str, std: str, declared: Callable[[str], str] = lambda _: ""
) -> Explanation | None:
    """Return what a macro is that stands for a value or a type, None where it is neither.

    `declared` returns how a name in its expansion is declared, "" where nobody says it.
    """
    if not expansion:
        return told(f"{name} is a macro that stands for nothing", std)
    known = dict.fromkeys(_WORD.findall(expansion))
    before = [
        f"{_RESULTS[word]} {word}();" if word in _RESULTS else declared(word) for word in known
    ]
    found = explain("\n".join([*filter(None, before), f"({expansion})"]), std=std)
    if not found.ok or len(found.readings) != 1 + sum(map(bool, before)):
        return None
    declaration = found.readings[-1].declaration
    if declaration.kind == "type":
        return told(f"{name} is a macro that stands for the type {expansion}", std)
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


def macro_text(name: str, definition: str, std: str) -> Explanation:
    """Return what can be said of any macro: its parameters, and its text."""
    _, _, rest = definition.partition(name)
    listed, body = "", rest
    if rest.startswith("("):
        listed, _, body = rest[1:].partition(")")
        names = [part.strip() for part in listed.split(",") if part.strip()]
        few = " and ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)
        listed = f" with the parameter{'s' if names[1:] else ''} {few}" if names else " to call"
    body = " ".join(body.split()) or "nothing"
    body = body if len(body) <= _LONGEST else f"{body[:_LONGEST]} …"
    return told(f"{name} is a macro{listed} that stands for {body}", std)


_NO_NAMES: Mapping[str, Value] = {}


def said_first(explanation: Explanation, first: str) -> Explanation:
    """Return an explanation whose only reading begins with other words than the name."""
    [reading] = explanation.readings
    phrases = (replace(reading.phrases[0], text=first), *reading.phrases[1:])
    return replace(explanation, readings=(_with(reading, phrases),))


def _with(reading: Reading, phrases: tuple[Phrase, ...]) -> Reading:
    return replace(reading, phrases=phrases, prose=" ".join(phrase.text for phrase in phrases))


def told(text: str, std: str) -> Explanation:
    """Return an explanation that says a text and nothing else."""
    explanation = explain_source("int x;", std=std)
    [reading] = explanation.readings
    phrase = replace(reading.phrases[0], text=text)
    return replace(explanation, readings=(_with(reading, (phrase,)),))
