"""Readings as JSON: one object for each input, for programs.

    {"input", "declarations": [{"name", "kind", "reading", "cdecl", "c", "type", "storage",
                                "steps": [{"text", "span", "spans", "kind", "depth"}],
                                "notes": [{"rule", "message"}]}],
     "diagnostics": [{"severity", "rule", "message", "line", "column", "advice", "span", "clause"}]}

What was read as C++ has "language": "c++" as well, and its declarations have "c++": what only
C++ says of them. Spans are [start, end] in characters of the input, end not included. `type` is
the type tree: every node is an object whose "kind" is ISO C's word for it and
whose other fields are those of the class in cexplain.tree; qualifiers are lists. A statement
has no type: null.
"""

import json
from collections.abc import Mapping
from typing import TypeAlias

from cexplain import tree
from cexplain.diagnostics import Diagnostic
from cexplain.explanation import Explanation, Inner, Reading

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"

KINDS: dict[type, str] = {
    tree.Basic: "basic type",
    tree.BitInt: "bit-precise integer type",
    tree.TypedefName: "typedef name",
    tree.Typeof: "typeof",
    tree.Inferred: "inferred type",
    tree.Record: "record",
    tree.Enum: "enumeration",
    tree.Pointer: "pointer",
    tree.Array: "array",
    tree.Function: "function",
    tree.ParameterTypeList: "parameter type list",
    tree.NoPrototype: "no prototype",
    tree.IdentifierList: "identifier list",
    tree.Parameter: "parameter",
    tree.Member: "member",
    tree.Enumerator: "enumerator",
    tree.Alignment: "alignment",
    tree.Attribute: "attribute",
    tree.UnknownSize: "unknown size",
    tree.UnspecifiedVariableSize: "unspecified variable size",
    tree.FunctionSuffix: "function suffix",
    tree.Reference: "reference",
    tree.MemberPointer: "pointer to member",
    tree.Absent: "no type",
    tree.BaseClass: "base class",
    tree.ClassMember: "class member",
    tree.Class: "class",
    tree.CxxParts: "C++ parts",
    tree.Declaration: "declaration",
}
"""What the object of each class says of itself; a record's "keyword" tells struct from union."""


_RARE_FIELDS = frozenset({"suffix", "default", "scoped", "cxx", "forward", "level", "block"})
"""Fields of C++ and of extensions: they are left out where they hold nothing."""


def record(explanation: Explanation) -> dict[str, Json]:
    """Return an explanation as an object that JSON can carry."""
    language: dict[str, Json] = {"language": "c++"} if explanation.language == "c++" else {}
    return {
        "input": explanation.source,
        **language,
        "declarations": [declaration_object(reading) for reading in explanation.readings],
        "diagnostics": [diagnostic_object(diagnostic) for diagnostic in explanation.diagnostics],
    }


def json_line(explanation: Explanation, where: Mapping[str, str | int] | None = None) -> str:
    """Return an explanation as one line of JSON in ASCII, without a newline.

    `where` says where the input comes from: its "file", its "line".
    """
    return json.dumps({**record(explanation), **(where or {})})


def declaration_object(reading: Reading) -> dict[str, Json]:
    """Return one reading's object."""
    declaration = reading.declaration
    return {
        "name": declaration.name,
        "kind": declaration.kind,
        "reading": reading.prose,
        "cdecl": reading.cdecl,
        "c": reading.c,
        "type": None if declaration.kind == "statement" else node(declaration.type),
        "storage": [*declaration.storage, *declaration.function_specifiers],
        "steps": _steps(reading),
        "notes": [{"rule": note.rule, "message": note.message} for note in reading.notes],
        **({"inner": [_inner(each) for each in reading.inner]} if reading.inner else {}),
        **({} if declaration.cxx is None else {"c++": node(declaration.cxx)}),
    }


def _inner(each: Inner) -> Json:
    """Return the object of a declaration in a body: where its name holds, how deep it is."""
    told = declaration_object(each.reading)
    return {**told, "block": each.depth, "scope": [*each.scope]}


def diagnostic_object(diagnostic: Diagnostic) -> dict[str, Json]:
    """Return one finding's object."""
    return {
        "severity": diagnostic.severity,
        "rule": diagnostic.rule,
        "message": diagnostic.message,
        "line": diagnostic.line,
        "column": diagnostic.column,
        "advice": diagnostic.advice,
        "span": [*diagnostic.span],
        "clause": diagnostic.clause,
    }


def node(value: object) -> Json:
    """Return a node of the type tree, or one of its fields, as JSON.

    Several nodes become a list, an expression its text.
    """
    match value:
        case None | str() | bool() | int():
            return value
        case tree.Expression(text):
            return text
        case tuple():
            return [node(item) for item in value]
        case _:
            result: dict[str, Json] = {"kind": KINDS[type(value)]}
            # KINDS holds dataclasses only; the module of that name takes long to load.
            names: tuple[str, ...] = value.__match_args__  # type: ignore[attr-defined]  # see above
            for name in names:
                part = getattr(value, name)
                if part not in (None, ()) or name not in _RARE_FIELDS:
                    result[name] = node(part)
            return result


def _steps(reading: Reading) -> list[Json]:
    """Return the reading's phrases; one that no token says stands where the last one ended."""
    steps: list[Json] = []
    place = 0
    for phrase in reading.phrases:
        spans = phrase.spans
        start = min((span.start for span in spans), default=place)
        end = max((span.end for span in spans), default=place)
        place = end
        steps.append(
            {
                "text": phrase.text,
                "span": [start, end],
                "spans": [[*span] for span in spans],
                "kind": phrase.kind,
                "depth": phrase.depth,
            }
        )
    return steps
