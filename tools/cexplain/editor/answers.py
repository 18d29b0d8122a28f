"""Where a name is declared, what a file declares in all, and what a call or a `.` expects."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from cexplain import words
from cexplain.editor.declared import Declared
from cexplain.editor.document import Document
from cexplain.editor.headers import Elsewhere, placed
from cexplain.editor.uses import visible
from cexplain.explanation import Reading
from cexplain.files import asked
from cexplain.files.asked import base
from cexplain.source import Span
from cexplain.spelling.spell import spell
from cexplain.tree import Declaration, Enum, Function, Member, ParameterTypeList, Record
from cexplain.values import dataclass

_FARTHEST = 2000  # tokens of a call before the cursor
_PARAMETERS = re.compile(r"\(([^)]*)\)")


@dataclass(frozen=True, slots=True)
class Symbol:
    """A name of a file: what kind it is, all of it, and the name alone."""

    name: str
    kind: str
    detail: str
    place: Span
    named: Span
    inner: "tuple[Symbol, ...]" = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """What a call expects: the declaration with its parameters' places in it, and which is next."""

    label: str
    parameters: tuple[Span, ...]
    active: int
    reading: Reading | None
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A member that may follow a `.` or `->`: its name, its declaration, what it is."""

    name: str
    c: str
    prose: str


# -- where ---------------------------------------------------------------------


def definition(document: Document, offset: int) -> Span | Elsewhere | None:
    """Return where the name at an offset is declared: in the text, or in a header."""
    name = document.pairs.at(offset)
    if name is None:
        return None
    index = document.pairs.first(name.start)
    if document.uses.is_member(index):
        owned = document.uses.owned(index)
        return _member(document, *owned) if owned else None
    if document.is_tag(index):
        item = document.tagged(name.text, offset)
        return _tag(document, item, name.text) if item else document.included.place(name.text)
    item = document.named(name, offset)
    if item is not None:
        return _best(document, item).name
    found = _constant(document, name.text)
    if found is not None:
        return found
    macro = document.uses.defined(name.text)
    if macro is not None:
        return Span(*macro.span("name"))
    if name.text in words.KEYWORDS:
        return None
    return _inner(document, name.text, offset) or document.included.place(name.text)


def _best(document: Document, item: Declared) -> Declared:
    """Return the definition of what a declaration at file scope announces, else itself."""
    if item in document.outer:
        for other in document.outer:
            of = other.reading.declaration
            same = of.name == item.reading.declaration.name
            if same and (of.kind == "definition" or of.initializer is not None):
                return other
    return item


def _member(document: Document, owner: Record, member: Member) -> Span | Elsewhere | None:
    """Return where a member of a structure is declared."""
    name = member.name or ""
    for item in document.declared:
        inner = base(item.reading.declaration.type)
        if isinstance(inner, Record) and _has(inner, owner):
            found = _within(document, item, owner.tag).get(name)
            if found is not None:
                return found
    record = document.included.record(owner.tag) if owner.tag else None
    return placed(name, *record[1:]) if record else None


def _has(record: Record, owner: Record) -> bool:
    """Whether a structure is the one meant, or has it in it."""
    same = record.tag == owner.tag if owner.tag else record.members == owner.members
    if record.members is not None and same:
        return True
    inner = [base(member.type) for member in record.members or ()]
    return any(isinstance(one, Record) and _has(one, owner) for one in inner)


def _within(document: Document, item: Declared, tag: str | None) -> dict[str, Span]:
    """Return where each name is declared between the braces of a tag in a declaration."""
    pairs = document.pairs
    first, last = pairs.first(item.place.start), pairs.first(item.place.end)
    braces = [at for at in range(first, last) if pairs.tokens[at].text == "{"]
    of = [
        at for at in braces if tag and tag in (pairs.tokens[at - 1].text, pairs.tokens[at - 2].text)
    ]
    found: dict[str, Span] = {}
    for at in of or braces[:1]:
        found = {**pairs.names(at + 1, pairs.closing.get(at, last)), **found}
    return found


def _tag(document: Document, item: Declared, tag: str) -> Span | None:
    """Return where a declaration has a tag before the braces."""
    pairs = document.pairs
    for at in range(pairs.first(item.place.start), pairs.first(item.place.end)):
        if pairs.tokens[at].text == tag and pairs.tokens[at + 1].text in ("{", ":"):
            return Span(pairs.tokens[at].start, pairs.tokens[at].end)
    return None


def _constant(document: Document, name: str) -> Span | None:
    """Return where an enumeration constant of the file is declared."""
    for item in document.declared:
        found = base(item.reading.declaration.type)
        if isinstance(found, Enum) and any(one.name == name for one in found.enumerators or ()):
            return _within(document, item, found.tag).get(name)
    return None


def _inner(document: Document, name: str, offset: int) -> Span | None:
    """Return the place of a name that the declaration around an offset says: a member's."""
    for item in document.outer:
        inner = base(item.reading.declaration.type)
        if (
            isinstance(inner, Record)
            and item.place.start <= offset <= item.place.end
            and any(member.name == name for _, member in visible(inner))
        ):
            return _within(document, item, inner.tag).get(name)
    return None


# -- what there is -------------------------------------------------------------


def symbols(document: Document) -> list[Symbol]:
    """Return what a file declares, and its macros, in their order.

    What a function's body declares is a part of the function.
    """
    inner = _by_function(document)
    found = [
        symbol
        for place, item in enumerate(document.outer)
        for symbol in _symbol(document, item, inner.get(place, ()))
    ]
    for macro in document.uses.macros():
        named = Span(*macro.span("name"))
        kind = "macro function" if macro["rest"].startswith("(") else "macro"
        found.append(Symbol(macro["name"], kind, "", Span(*macro.span()), named))
    return sorted(found, key=lambda symbol: symbol.named.start)


def _by_function(document: Document) -> dict[int, list[Declared]]:
    """Return what each body declares, by the place of its function in the outer declarations."""
    starts = [item.place.start for item in document.outer]
    own = set(map(id, document.outer))
    found: dict[int, list[Declared]] = {}
    for item in document.declared:
        at = bisect_right(starts, item.place.start) - 1
        # A parameter's place is that of its function.
        if id(item) not in own and at >= 0 and item.place.start > starts[at]:
            found.setdefault(at, []).append(item)
    return found


def _symbol(
    document: Document, item: Declared, within: Sequence[Declared] = ()
) -> Iterator[Symbol]:
    of = item.reading.declaration
    inner = base(of.type)
    tag = getattr(inner, "tag", None)
    body = tuple(_parts(document, item, inner))
    body += tuple(symbol for each in within for symbol in _symbol(document, each))
    if of.name is not None and item.name is not None and of.kind in ("declaration", "definition"):
        whole = document.whole(item)
        place = Span(min(whole.start, item.name.start), max(whole.end, item.name.end))
        kind = "variable"
        if "typedef" in of.storage:
            kind = "typedef"
        elif isinstance(of.type, Function):
            kind = "function"
        detail = "" if body else item.reading.c
        yield Symbol(of.name, kind, detail, place, item.name, body)
    elif of.kind == "tag" and body:
        named = _tag(document, item, tag) if tag else None
        kind = "enum" if isinstance(inner, Enum) else "struct"
        named = named or Span(item.place.start, item.place.start)
        yield Symbol(tag or f"unnamed {kind}", kind, "", item.place, named, body)


def _parts(document: Document, item: Declared, ctype: object) -> Iterator[Symbol]:
    """Yield the members of a structure, or the constants of an enumeration, with their places."""
    told: list[tuple[str, str, str]] = []
    if isinstance(ctype, Record):
        for _, member in visible(ctype):
            c = spell(Declaration(member.name, member.type), document.standard)
            told.append((member.name or "", "member", c if "{" not in c else ""))
    elif isinstance(ctype, Enum):
        told += [
            (each.name, "constant", f"= {each.value.text}" if each.value else "")
            for each in ctype.enumerators or ()
        ]
    if told:
        places = _within(document, item, getattr(ctype, "tag", None))
        for name, kind, detail in told:
            if name in places:
                yield Symbol(name, kind, detail, places[name], places[name])


# -- calls ---------------------------------------------------------------------


def signature(document: Document, offset: int) -> Signature | None:
    """Return what the call around an offset expects; None where there is none."""
    found = _call(document, offset)
    if found is None:
        return None
    at, active = found
    tokens = document.pairs.tokens
    name = tokens[at - 1]
    if name.kind == "word" and not document.uses.is_member(at - 1):
        item = document.named(name, name.start)
        if item is not None and item.name is not None and item.name.start == name.start:
            return None  # it is declared here
        macro = None if item else document.uses.defined(name.text)
        text = macro[0].partition(name.text)[2] if macro else ""
        if macro is None and item is None:
            used = document.uses.header(name.text)
            text = used.definition.partition(name.text)[2] if used else ""
        if text.startswith("("):
            return _macro(name.text, text, active)
    function = document.uses.function_before(at)
    if function is None:
        return None
    reading, comment = None, ""
    if name.kind == "word":
        hover = document.hover(name.start)
        reading, comment = (hover.reading, hover.comment) if hover else (None, "")
    called = name.text if name.kind == "word" else None
    return _signature(called, function, active, document.standard, reading, comment)


def _call(document: Document, offset: int) -> tuple[int, int] | None:
    """Return the index of the parenthesis that a call around an offset opens, and the argument."""
    pairs, tokens = document.pairs, document.pairs.tokens
    index = pairs.first(offset) - 1
    if index >= 0 and tokens[index].text in (")", "]", "}") and tokens[index].end > offset:
        index -= 1
    commas, least = 0, index - _FARTHEST
    while index >= max(least, 0):
        text = tokens[index].text
        if text in (")", "]", "}"):
            index = pairs.opening(index)
            if text == "}" and (index < 1 or tokens[index - 1].text != ")"):
                return None
        elif text == "(":
            before = tokens[index - 1] if index else None
            if before and (
                _may_be_called(before.text)
                if before.kind == "word"
                else (before.text in (")", "]"))
            ):
                return index, commas
            commas = 0
        elif text in (";", "{"):
            return None
        else:
            commas += text == ","
        index -= 1
    return None


def _may_be_called(word: str) -> bool:
    return word not in words.KEYWORDS and word not in words.STATEMENT_KEYWORDS


def _macro(name: str, text: str, active: int) -> Signature | None:
    """Return what a macro with arguments expects, by the text behind its name."""
    found = _PARAMETERS.match(text)
    if found is None:
        return None
    start = len(name) + 1
    places, listed = [], found[1]
    for one in re.finditer(r"[^,]+", listed):
        part = one[0].strip()
        begin = start + one.start() + one[0].index(part)
        places.append(Span(begin, begin + len(part)))
    if listed.rstrip().endswith("..."):
        active = min(active, len(places) - 1)
    return Signature(f"{name}({listed})", tuple(places), active, None)


def _signature(  # noqa: PLR0913, PLR0917 - what is called, how, and what is known of it
    name: str | None,
    function: Function,
    active: int,
    std: str,
    reading: Reading | None,
    comment: str,
) -> Signature:
    """Return a function's declaration as what its call expects."""
    label = spell(Declaration(name, function), std)
    places: list[Span] = []
    listed = function.parameters
    if isinstance(listed, ParameterTypeList):
        position = label.index("(") if name is None else label.index(f"{name}(") + len(name)
        for each in listed.parameters:
            part = spell(Declaration(each.name, each.type, storage=each.storage), std)
            position = label.find(part, position)
            if position < 0:
                break
            places.append(Span(position, position + len(part)))
            position += len(part)
        if listed.variadic:
            at = label.find("...", max(position, 0))
            places.append(Span(at, at + 3))
            active = min(active, len(places) - 1)
    return Signature(label, tuple(places), active, reading, comment)


# -- members -------------------------------------------------------------------


def completion(document: Document, offset: int) -> list[Choice] | None:
    """Return the members that may be named at an offset; None where no member is named."""
    pairs, tokens = document.pairs, document.pairs.tokens
    index = pairs.first(offset) - 1
    end = offset
    if index >= 0 and tokens[index].kind == "word" and tokens[index].end >= offset:
        end = tokens[index].start
        index -= 1
    if index < 1 or tokens[index].text not in (".", "->") or tokens[index].end > end:
        return None
    if document.text[tokens[index].end : end].strip():
        return None  # a comment
    record = document.uses.record_before(index)
    if record is None:
        return None
    return [_choice(owner, member, document.standard) for owner, member in visible(record)]


def _choice(owner: Record, member: Member, std: str) -> Choice:
    c = spell(Declaration(member.name, member.type, bit_width=member.bit_width), std)
    said = asked.of_member(owner, member, std).readings[0].prose
    return Choice(member.name or "", c, said)
