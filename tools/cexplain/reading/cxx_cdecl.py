"""The English of the cdecl programs for C++: "reference to", "pointer to member of class".

Grammar: the manual pages of cdecl 2.5 ("explain" in C++ mode) and cdecl 18.
"""

from typing import assert_never

from cexplain.reading.nouns import one_word, quoted
from cexplain.spelling.cxx_spell import spell, spell_type
from cexplain.tree import (
    Absent,
    Array,
    Basic,
    BitInt,
    Class,
    CType,
    Declaration,
    Enum,
    Expression,
    Function,
    FunctionSuffix,
    Inferred,
    MemberPointer,
    Parameter,
    ParameterTypeList,
    Pointer,
    Qualifiers,
    Record,
    Reference,
    TypedefName,
    Typeof,
)

_SPECIAL = {
    "constructor": "constructor",
    "copy constructor": "constructor",
    "move constructor": "constructor",
    "destructor": "destructor",
}


def cdecl(declaration: Declaration) -> str:
    """Return the declaration as a command of the cdecl programs."""
    parts = declaration.cxx
    english = _type(declaration.type)
    if parts is not None and parts.special in _SPECIAL:
        english = english.removesuffix(" returning").replace("function", _SPECIAL[parts.special], 1)
    if declaration.bit_width is not None:
        english += f" width {one_word(declaration.bit_width.text)} bits"
    words = [word for word in declaration.storage if word not in ("typedef", "using")]
    words += declaration.function_specifiers
    if parts is not None and parts.definition is not None:
        word = {"0": "pure", "default": "default", "delete": "deleted"}[parts.definition]
        words.insert(0, word)
    if parts is not None:
        words += parts.marks
    storage = "".join(f"{word} " for word in words)
    if declaration.kind == "tag":
        return f"declare {spell(declaration).removesuffix(';')}"
    if declaration.kind == "cast":
        return f"cast {declaration.operand} into {english}"
    if declaration.name is None:
        return f"cast into {english}"
    if "typedef" in declaration.storage or "using" in declaration.storage:
        return f"declare {declaration.name} as type {english}"
    return f"declare {declaration.name} as {storage}{english}"


def _words(qualifiers: Qualifiers) -> str:
    return "".join(f"{word} " for word in qualifiers)


def _type(ctype: CType) -> str:
    said: list[str] = []
    while True:
        match ctype:
            case Pointer(referenced, qualifiers, _):
                said.append(f"{_words(qualifiers)}pointer to")
                ctype = referenced
            case Reference(referenced, rvalue, qualifiers, _):
                said.append(f"{_words(qualifiers)}{'rvalue ' if rvalue else ''}reference to")
                ctype = referenced
            case MemberPointer(owner, referenced, qualifiers, _):
                said.append(f"{_words(qualifiers)}pointer to member of class {owner}")
                ctype = referenced
            case Array(element, size, _, _):
                number = f" {one_word(size.text)}" if isinstance(size, Expression) else ""
                said.append(f"array{number} of")
                ctype = element
            case Function(returned, _, suffix):
                said.append(f"{_suffix(suffix)}function ({_parameters(ctype)}) returning")
                ctype = returned
            case Absent():
                return " ".join(said)
            case Basic() | TypedefName() | Typeof() | Inferred() | Class() | Enum():
                said.append(_base(ctype))
                return " ".join(said)
            case BitInt() | Record():
                raise AssertionError(f"{type(ctype).__name__} is a type of C")
            case _:
                assert_never(ctype)


def _suffix(suffix: FunctionSuffix | None) -> str:
    if suffix is None:
        return ""
    named = {None: "", "&": "reference ", "&&": "rvalue reference "}[suffix.reference]
    exceptions = "" if suffix.exceptions is None else f"{suffix.exceptions} "
    return f"{_words(suffix.qualifiers)}{named}{exceptions}"


def _parameters(function: Function) -> str:
    listed = function.parameters
    if not isinstance(listed, ParameterTypeList):
        return ""
    said = [_parameter(parameter) for parameter in listed.parameters]
    if listed.variadic:
        said.append("...")
    return ", ".join(said)


def _parameter(parameter: Parameter) -> str:
    storage = "".join(f"{word} " for word in parameter.storage)
    english = f"{storage}{_type(parameter.type)}"
    return english if parameter.name is None else f"{parameter.name} as {english}"


def _base(ctype: Basic | TypedefName | Typeof | Inferred | Class | Enum) -> str:
    match ctype:
        case TypedefName(name, qualifiers):
            return _words(qualifiers) + quoted(name)
        case _:
            return spell_type(ctype)
