"""The type tree as C++: the exact same type, in one canonical spelling."""

from collections.abc import Iterable, Sequence
from typing import assert_never

from cexplain.spelling.spell import spell_type as c_spell_type
from cexplain.tree import (
    Absent,
    Alignment,
    Array,
    Attribute,
    Basic,
    BitInt,
    Class,
    ClassMember,
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
    UnknownSize,
    has_body,
)

_STORAGE = {"_Thread_local": "thread_local"}


def spell(declaration: Declaration) -> str:
    """Return the declaration in C++, without a body and without the final semicolon.

    An initializer is spelled where the type or the size is inferred from it, after constexpr,
    and for a member, whose initial value it is.
    """
    ctype = declaration.type
    if declaration.kind == "cast":
        return f"({spell_type(ctype)}){declaration.operand or ''}"
    if "using" in declaration.storage:
        parts = declaration.cxx
        head = "" if parts is None or parts.template is None else f"template {parts.template} "
        return f"{head}using {declaration.name} = {spell_type(ctype)}"
    words = [*_alignments(declaration.alignments)]
    words += _attributes(declaration.attributes)
    words += [_STORAGE.get(word, word) for word in declaration.storage]
    words += declaration.function_specifiers
    parts = declaration.cxx
    if parts is not None and parts.template is not None:
        words.insert(0, f"template {parts.template}")
    if parts is not None and parts.special == "conversion function":
        text = " ".join([*words, _declarator(Function(Absent(), *_call(ctype)), declaration.name)])
    else:
        text = " ".join([*words, spell_type(ctype, declaration.name)])
    if declaration.bit_width is not None:
        text += f" : {declaration.bit_width.text}"
    if parts is not None:
        text += "".join(f" {mark}" for mark in parts.marks)
        text += "" if parts.definition is None else f" = {parts.definition}"
    if declaration.initializer is not None and _needs_value(declaration):
        value = declaration.initializer
        text += f" {value}" if value.startswith("=") else value
    bare = declaration.kind == "tag" and not has_body(ctype)
    return f"{text};" if bare else text


def _call(ctype: CType) -> tuple[ParameterTypeList, FunctionSuffix | None]:
    """Return what stands around a conversion function's parameters."""
    assert isinstance(ctype, Function)
    listed = ctype.parameters
    assert isinstance(listed, ParameterTypeList)
    return listed, ctype.suffix


def _needs_value(declaration: Declaration) -> bool:
    return (
        "constexpr" in declaration.function_specifiers
        or (declaration.cxx is not None and declaration.cxx.member)
        or isinstance(innermost(declaration.type), Inferred)
        or (isinstance(declaration.type, Array) and declaration.type.size == UnknownSize())
    )


def innermost(ctype: CType) -> CType:
    """Return the type that a type is derived from in the end."""
    while isinstance(ctype, Pointer | Array | Function | Reference | MemberPointer):
        ctype = part(ctype)
    return ctype


def part(ctype: Pointer | Array | Function | Reference | MemberPointer) -> CType:
    """Return the type that a derived type is made of."""
    match ctype:
        case Pointer(referenced=of) | Reference(referenced=of) | MemberPointer(referenced=of):
            return of
        case Array(element=of) | Function(returned=of):
            return of
        case _:
            assert_never(ctype)


def spell_type(ctype: CType, name: str | None = None) -> str:
    """Return a type-id ([dcl.name]), or the declaration of `name` with that type."""
    return _declarator(ctype, name)


def _declarator(ctype: CType, name: str | None) -> str:
    """Return a declarator behind its specifiers, taken apart from the name outwards."""
    left: list[str] = [name] if name else []
    right: list[str] = []
    while True:
        match ctype:
            case Pointer(of, qualifiers, marked):
                sign = _sign("*", qualifiers, marked, left)
            case Reference(of, rvalue, qualifiers, marked):
                sign = _sign("&&" if rvalue else "&", qualifiers, marked, left)
            case MemberPointer(owner, of, qualifiers, marked):
                sign = _sign(f"{owner}::*", qualifiers, marked, left)
            case Array(of, size):
                right.append(f"[{size.text if isinstance(size, Expression) else ''}]")
                ctype = of
                continue
            case Function(of, _, suffix):
                right.append(_parameters(ctype) + _suffix(suffix))
                if isinstance(of, Typeof) and not of.qualifiers:
                    # What decltype names may be the parameters, known from here on only.
                    right.append(f" -> {_base(of)}")
                    of = Inferred()
                ctype = of
                continue
            case _:
                break
        left.append(sign)
        if isinstance(of, Array | Function):
            left.append("(")
            right.append(")")
        ctype = of
    declarator = "".join(reversed(left)) + "".join(right)
    base = _base(ctype)
    if declarator.startswith("[") and not left:
        return f"{base}{declarator}"
    return f"{base} {declarator}" if base and declarator else base or declarator


def _sign(
    sign: str, qualifiers: Qualifiers, marked: Sequence[Attribute], left: Sequence[str]
) -> str:
    """Return a pointer operator with what is written behind it, and the space before more."""
    words = [*_attributes(marked), *map(_qualifier, qualifiers)]
    if not words:
        joined = bool(left) and left[-1].startswith("&") and sign.endswith("&")
        return f"{sign} " if joined else sign
    more = bool(left) and left[-1] != "("
    return f"{sign}{' '.join(words)}{' ' if more or left else ''}"


def _qualifier(word: str) -> str:
    return "__restrict" if word == "restrict" else word


def _parameters(ctype: Function) -> str:
    listed = ctype.parameters
    if not isinstance(listed, ParameterTypeList):
        return "()"
    said = [_parameter(parameter) for parameter in listed.parameters]
    if listed.variadic:
        said.append("...")
    return f"({', '.join(said)})"


def _parameter(parameter: Parameter) -> str:
    words = [*_attributes(parameter.attributes), *parameter.storage]
    text = " ".join([*words, spell_type(parameter.type, parameter.name)])
    return text if parameter.default is None else f"{text} = {parameter.default.text}"


def _suffix(suffix: FunctionSuffix | None) -> str:
    if suffix is None:
        return ""
    words = [*suffix.qualifiers, suffix.reference, suffix.exceptions]
    return "".join(f" {word}" for word in words if word)


def _attributes(marked: Iterable[Attribute]) -> list[str]:
    found = []
    for one in marked:
        arguments = "" if one.arguments is None else f"({one.arguments})"
        space = "" if one.namespace is None else f"{one.namespace}::"
        text = f"{space}{one.name}{arguments}"
        found.append(f"[[{text}]]" if one.syntax == "c23" else f"__attribute__(({text}))")
    return found


def _alignments(found: Iterable[Alignment]) -> list[str]:
    return [f"alignas({_operand(alignment.operand)})" for alignment in found]


def _operand(operand: Expression | CType) -> str:
    return operand.text if isinstance(operand, Expression) else spell_type(operand)


# -- what no declarator makes ----------------------------------------------------


def _base(ctype: CType) -> str:
    """Return the specifiers of a type, its qualifiers first."""
    match ctype:
        case Pointer() | Array() | Function() | Reference() | MemberPointer():
            raise AssertionError("the declarator takes these off")
        case Basic(name, qualifiers) | TypedefName(name, qualifiers):
            return _qualified(qualifiers, name)
        case Inferred(keyword, qualifiers):
            return _qualified(qualifiers, keyword)
        case Typeof(operand, keyword, qualifiers):
            return _qualified(qualifiers, f"{keyword}({_operand(operand)})")
        case Absent(qualifiers):
            return _qualified(qualifiers, "")
        case Class():
            return _qualified(ctype.qualifiers, _class(ctype))
        case Enum():
            return _qualified(ctype.qualifiers, _enum(ctype))
        case BitInt() | Record():
            return c_spell_type(ctype)  # said in English, where C's words are known too
        case _:
            assert_never(ctype)


def _qualified(qualifiers: Qualifiers, text: str) -> str:
    return " ".join([*map(_qualifier, qualifiers), *([text] if text else [])])


def _class(ctype: Class) -> str:
    """Return a class specifier, its body on one line."""
    words = [ctype.keyword, *_attributes(ctype.attributes)]
    words += [ctype.tag] if ctype.tag else []
    words += ["final"] if ctype.final else []
    text = " ".join(words)
    if ctype.bases:
        listed = [
            " ".join([*(["virtual"] if base.virtual else []), *filter(None, [base.access]),
                      base.name])
            for base in ctype.bases
        ]  # fmt: skip
        text += f" : {', '.join(listed)}"
    if ctype.members is None:
        return text
    return f"{text} {{ {''.join(_members(ctype.members))}}}"


def _members(members: Sequence[ClassMember]) -> Iterable[str]:
    access: str | None = None
    for member in members:
        if member.access != access:
            access = member.access
            yield f"{access}: "
        yield f"{spell(member.declaration).removesuffix(';')}; "


def _enum(enum: Enum) -> str:
    words = ["enum", *filter(None, [enum.scoped]), *_attributes(enum.attributes)]
    words += [enum.tag] if enum.tag else []
    text = " ".join(words)
    if enum.underlying is not None:
        text += f" : {spell_type(enum.underlying)}"
    if enum.enumerators is None:
        return text
    listed = []
    for constant in enum.enumerators:
        name = " ".join([constant.name, *_attributes(constant.attributes)])
        listed.append(name if constant.value is None else f"{name} = {constant.value.text}")
    return f"{text} {{ {', '.join(listed)} }}"
