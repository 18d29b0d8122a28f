"""The English of the cdecl programs: what they print and accept.

Grammar: the manual pages of cdecl 2.5 and cdecl 18; C's own words are used,
which both understand. Storage classes precede the type, as both print them.
"""

from typing import assert_never

from cexplain.reading.nouns import one_word, quoted
from cexplain.reading.parts import of_type
from cexplain.spelling.spell import spell_type
from cexplain.tree import (
    Array,
    Basic,
    BitInt,
    CType,
    CxxType,
    Declaration,
    Enum,
    Expression,
    Function,
    IdentifierList,
    Inferred,
    Member,
    NoPrototype,
    Parameter,
    Pointer,
    Qualifiers,
    Record,
    TypedefName,
    Typeof,
    UnknownSize,
    UnspecifiedVariableSize,
    cxx_only,
)


def cdecl(declaration: Declaration) -> str:
    """Return the declaration as a command of the cdecl programs."""
    english = _type(declaration.type)
    english += _layout(declaration)
    words = declaration.storage + declaration.function_specifiers
    storage = "".join([f"{word} " for word in words if word != "typedef"])
    if declaration.kind == "tag":
        return f"declare {english}"
    if declaration.kind == "cast":
        return f"cast {declaration.operand} into {english}"
    if declaration.name is None:
        return f"cast into {english}"
    if "typedef" in declaration.storage:
        return f"declare {declaration.name} as type {english}"
    return f"declare {declaration.name} as {storage}{english}"


def _layout(declared: Declaration | Member) -> str:
    """Return a bit-field's width and the alignments, each with a space before it."""
    english = ""
    if declared.bit_width is not None:
        english += f" width {one_word(declared.bit_width.text)} bits"
    for alignment in declared.alignments:
        operand = alignment.operand
        if isinstance(operand, Expression):
            english += f" aligned as {one_word(operand.text)} bytes"
        else:
            english += f" aligned as {spell_type(operand)}"
    return english


def _words(qualifiers: Qualifiers) -> str:
    return " ".join((*qualifiers, "")) if qualifiers else ""


def _type(ctype: CType) -> str:
    said: list[str] = []
    while True:
        if isinstance(ctype, Typeof) and (meant := of_type(ctype)) is not None:
            ctype = meant
        match ctype:
            case Basic(name, ()):
                said.append(name)
                return " ".join(said)
            case Pointer(Function() as function, qualifiers, _, True):
                said.append(
                    f"{_words(qualifiers)}{_function(function).replace('function', 'block', 1)}"
                )
                ctype = function.returned
            case Pointer(referenced, qualifiers, _):
                said.append(f"{_words(qualifiers)}pointer to")
                ctype = referenced
            case Array(element, _, _, _):
                said.append(_array(ctype))
                ctype = element
            case Function(returned, _):
                said.append(_function(ctype))
                ctype = returned
            case _:
                said.append(_base(ctype))
                return " ".join(said)


def _array(array: Array) -> str:
    words = _words(array.qualifiers) + ("non-empty " if array.static else "")
    match array.size:
        case UnknownSize():
            return f"{words}array of"
        case UnspecifiedVariableSize():
            return f"{words}variable length array of"
        case Expression(text):
            return f"{words}array {one_word(text)} of"
        case _:
            assert_never(array.size)


def _function(function: Function) -> str:
    parameters = function.parameters
    if isinstance(parameters, NoPrototype):
        return "function returning"
    said = [_parameter(parameter) for parameter in parameters.parameters]
    if not isinstance(parameters, IdentifierList) and parameters.variadic:
        said.append("...")
    return f"function ({', '.join(said) or 'void'}) returning"


def _parameter(parameter: Parameter) -> str:
    english = " ".join((*parameter.storage, _type(parameter.type)))
    return english if parameter.name is None else f"{parameter.name} as {english}"


def _base(
    ctype: Basic | BitInt | TypedefName | Typeof | Inferred | Record | Enum | CxxType,
) -> str:
    words = _words(ctype.qualifiers)
    match ctype:
        case Basic(name, _):
            return words + name
        case TypedefName(name, _):
            return words + quoted(name)
        case Record(keyword, tag, members, _, _):
            text = f"{words}{keyword} {tag or ''}".rstrip()
            if members is None:
                return text
            listed = "; ".join(
                _parameter(Parameter(member.name, member.type)) + _layout(member)
                for member in members
            )
            return f"{text} {{{listed}}}"
        case Enum() | BitInt() | Typeof():
            return spell_type(ctype)
        case Inferred(keyword, _):
            return words + keyword
        case _:
            raise cxx_only(ctype)
