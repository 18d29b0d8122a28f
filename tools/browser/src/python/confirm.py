"""A text for the page's own compiler: does the reading say the type that the input declares?

The input stands in it as it was typed, and each declaration a second time, under another name,
as it was spelled from the reading's type. Assertions compare pointers to both, where qualifiers
count. What the input uses and nobody declares comes first.
"""

import re
from collections.abc import Iterator
from typing import Any

from cexplain import Explanation, Reading, spell, tree
from cexplain.values import replace
from cexplain.words import keywords

_WORD = re.compile(r"[A-Za-z_]\w*")
_LITERAL = re.compile(r"\"[^\"]*\"|'[^']*'")
_TAGGED = re.compile(r"\b(struct|union|enum)\s+([A-Za-z_]\w*)")
_INCLUDES = re.compile(r"^\s*#\s*include", re.MULTILINE)
_INSIDE = {"auto", "register"}  # storage classes that only a block has

INPUT, SPELLED = "input", "reading"
"""The names of the two parts, as the compiler's messages have them."""


def standard(explanation: Explanation, std: str | None) -> str:
    """Return the standard to compile for: the one that was asked for, or the most lenient."""
    old = any(isinstance(node, tree.IdentifierList) for node in _all_nodes(explanation))
    return std or ("gnu17" if old else "gnu23")  # C23 has no functions of the old style


def text(explanation: Explanation, std: str) -> tuple[str, list[str]]:
    """Return the text, and the names whose types it compares; a type alone is called "the type"."""
    readings = explanation.readings
    if len(readings) == 1 and readings[0].declaration.kind in ("type", "cast"):
        return _alone(explanation, readings[0], std), ["the type"]
    compared = [
        reading
        for reading in readings
        if reading.declaration.name and not _is_new(reading.declaration.type)
    ]
    parts = [*_prelude(explanation, std), f'#line 1 "{INPUT}"\n{explanation.source}\n;']
    for reading in compared:
        name = reading.declaration.name
        one, other = f"{name}", f"reading_{name}"
        parts.append(f'#line 1 "{SPELLED}"\n{_again(reading, other, std)}')
        if "typedef" not in reading.declaration.storage:
            one, other = f"__typeof__({one})", f"__typeof__({other})"
        parts.append(_same(one, other, f"{name}"))
    if any(_INSIDE & {*reading.declaration.storage} for reading in compared):
        parts = ["void block(void) {", *parts, "}"]
    return "\n".join(parts) + "\n", [str(reading.declaration.name) for reading in compared]


def _again(reading: Reading, name: str, std: str) -> str:
    """Return the declaration spelled from its type, under another name."""
    ctype = reading.declaration.type
    code = spell(replace(reading.declaration, name=name, type=_by_tag(ctype)), std)
    old = isinstance(ctype, tree.Function) and isinstance(ctype.parameters, tree.IdentifierList)
    return f"{code} {{ }}" if old else f"{code};"


def _alone(explanation: Explanation, reading: Reading, std: str) -> str:
    """Return the text for one type name, or for the type of a cast."""
    source = explanation.source.strip().rstrip(";")
    if reading.declaration.kind == "cast":
        source = _parenthesized(source)
    again = spell(tree.Declaration(None, reading.declaration.type, "type"), std)
    parts = [
        *_prelude(explanation, std),
        f'#line 1 "{INPUT}"\ntypedef __typeof__({source}) input_type;',
        f'#line 1 "{SPELLED}"\ntypedef __typeof__({again}) reading_type;',
        _same("input_type", "reading_type", "the type"),
    ]
    return "\n".join(parts) + "\n"


def _parenthesized(source: str) -> str:
    """Return what stands within the first parentheses."""
    depth = 0
    for place, character in enumerate(source):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return source[1:place]
    return source


def _same(first: str, second: str, name: str) -> str:
    return (
        '#line 1 "types"\n__extension__ _Static_assert(__builtin_types_compatible_p('
        f'{first} *, {second} *), "{name}: another type");'
    )


def _nodes(value: Any) -> Iterator[Any]:
    """Yield a tree's nodes, the outer ones first."""
    if isinstance(value, tuple):
        for each in value:
            yield from _nodes(each)
    elif hasattr(value, "__match_args__"):
        yield value
        for field in value.__match_args__:
            yield from _nodes(getattr(value, field))


def _all_nodes(explanation: Explanation) -> Iterator[Any]:
    for reading in explanation.readings:
        yield from _nodes(reading.declaration)


def _is_new(ctype: Any) -> bool:
    """Tell whether a body without a tag makes a type that nothing else can be the same as."""
    return any(
        (isinstance(node, tree.Record) and node.members is not None and node.tag is None)
        or (isinstance(node, tree.Enum) and node.enumerators is not None and node.tag is None)
        for node in _nodes(ctype)
    )


def _by_tag(node: Any) -> Any:
    """Return a tree in which every body that has a tag is left out: it is there already."""
    if isinstance(node, tuple):
        return tuple(_by_tag(each) for each in node)
    if isinstance(node, tree.Record) and node.tag is not None:
        return replace(node, members=None, attributes=())
    if isinstance(node, tree.Enum) and node.tag is not None:
        return replace(node, enumerators=None, underlying=None, attributes=())
    if not hasattr(node, "__match_args__"):
        return node
    return replace(node, **{name: _by_tag(getattr(node, name)) for name in node.__match_args__})


def _body(keyword: str, tag: str) -> str:
    """Return the definition of a struct, union or enum of which only the tag is known."""
    inside = f"constant_of_{tag}" if keyword == "enum" else "int member;"
    return f"{keyword} {tag} {{ {inside} }};"


def _prelude(explanation: Explanation, std: str) -> Iterator[str]:
    """Yield declarations of what the input uses and does not declare, each of its own kind.

    Headers that it includes declare what they declare: of such an input nothing is known here.
    """
    if _INCLUDES.search(explanation.source):
        return
    declarations = [reading.declaration for reading in explanation.readings]
    nodes = list(_all_nodes(explanation))
    declared = {declaration.name for declaration in declarations}
    declared |= {node.name for node in nodes if isinstance(node, tree.Enumerator)}
    bodies = {
        node.tag
        for node in nodes
        if (isinstance(node, tree.Record) and node.members is not None)
        or (isinstance(node, tree.Enum) and node.enumerators is not None)
    }
    types: dict[str, None] = {}
    macros: dict[str, None] = {}
    tags: dict[str, str] = {}
    values: dict[str, None] = {}
    for node in nodes:
        match node:
            case tree.TypedefName(name) if name not in declared:
                types[name] = None
            case tree.Record(keyword, str(tag)) if tag not in bodies:
                tags[tag] = _body(keyword, tag)
            case tree.Enum(str(tag)) if tag not in bodies:
                tags[tag] = _body("enum", tag)
            case tree.Attribute(name, None, "macro"):
                macros[name] = None
            case tree.Attribute(name, str(), "macro"):
                macros[f"{name}(...)"] = None
            case tree.Expression(words):
                for keyword, tag in _TAGGED.findall(words):
                    if tag not in bodies:
                        tags[tag] = _body(keyword, tag)
                values |= dict.fromkeys(_WORD.findall(_LITERAL.sub("", words)))
    known = keywords(std) | declared | types.keys() | tags.keys()
    yield from (f"#define {name}" for name in macros)
    yield from (f"typedef struct {{ int member; }} {name};" for name in types)
    yield from tags.values()
    unknown = (name for name in values if name not in known)
    yield from (f"enum {{ {name} = {11 + 2 * n} }};" for n, name in enumerate(unknown))
