"""The type tree as C: the exact same type, in one canonical spelling.

Everything is written left to right from a stack of pieces, so that no nesting,
however deep, needs Python's own stack.
"""

from collections.abc import Sequence
from functools import partial
from typing import assert_never

from cexplain.spelling import attribute_places
from cexplain.spelling.derivations import Piece, Pieces, begins_atomic_specifier, brackets, star
from cexplain.spelling.dialect import in_words_of
from cexplain.tree import (
    Alignment,
    Array,
    Attributes,
    Basic,
    BitInt,
    CType,
    Declaration,
    Enum,
    Enumerator,
    Expression,
    Function,
    IdentifierList,
    Inferred,
    Member,
    NoPrototype,
    Parameter,
    Parameters,
    ParameterTypeList,
    Pointer,
    Qualifiers,
    Record,
    TypedefName,
    Typeof,
    UnknownSize,
    cxx_only,
)
from cexplain.values import replace


def spell(declaration: Declaration, std: str = "c23") -> str:
    """Return the declaration in C, without a body and without the final semicolon.

    Only `struct point;` keeps its semicolon: without it, it is a type name.

    The words are those of `std`: C89 has no restrict, so it is spelled __restrict.

    An initializer is spelled only where the declaration would be incomplete
    without it: where the type is inferred from it, where it gives an array its
    size, and after `constexpr`.
    """
    if not std.endswith("23"):
        declaration = in_words_of(declaration, std)
    if declaration.kind == "cast":
        return f"({spell_type(declaration.type)}){declaration.operand or ''}"
    if declaration.kind == "tag" and not _has_body(declaration.type):
        return f"{_write(_declaration(declaration))};"  # without it, this is a type name
    return _write(_declaration(declaration))


def spell_type(ctype: CType, name: str | None = None) -> str:
    """Return a type name (6.7.8), or the declaration of `name` with that type."""
    return _write(_declared(ctype, name))


def _write(pieces: Pieces) -> str:
    """Return the text of the pieces, each nested one expanded in its place."""
    written: list[str] = []
    waiting: list[Piece] = list(reversed(pieces))
    while waiting:
        piece = waiting.pop()
        if isinstance(piece, str):
            written.append(piece)
        else:
            waiting.extend(reversed(piece()))
    return "".join(written)


def _declaration(declaration: Declaration) -> Pieces:
    """Return the pieces of a whole declaration."""
    pieces = _declared(
        declaration.type,
        declaration.name,
        specifiers=(*declaration.storage, *declaration.function_specifiers),
        alignments=declaration.alignments,
        attributes=declaration.attributes,
        bit_width=declaration.bit_width,
        asm_label=declaration.asm_label,
    )
    pieces += _old_style_declarations(declaration.type)
    incomplete = (
        "constexpr" in declaration.storage
        or isinstance(_base(declaration.type), Inferred)
        or (isinstance(declaration.type, Array) and declaration.type.size == UnknownSize())
    )
    if incomplete and declaration.initializer is not None:
        pieces.append(f" = {declaration.initializer.removeprefix('=').lstrip()}")
    return pieces


def _old_style_declarations(ctype: CType) -> Pieces:
    """Return the parameters' declarations behind an old-style definition's declarator."""
    pieces: list[Piece] = []
    while isinstance(ctype, Pointer | Array | Function):
        if isinstance(ctype, Function) and isinstance(ctype.parameters, IdentifierList):
            for parameter in ctype.parameters.parameters:
                pieces += [" ", partial(_parameter, parameter), ";"]
        ctype = _part(ctype)
    return pieces


def _part(ctype: Pointer | Array | Function) -> CType:
    """Return the type that a derived type is made of."""
    match ctype:
        case Pointer(referenced=part) | Array(element=part) | Function(returned=part):
            return part
        case _:
            assert_never(ctype)


def _declared(  # noqa: PLR0913 (a declaration has that many parts)
    ctype: CType,
    name: str | None,
    *,
    specifiers: tuple[str, ...] = (),
    alignments: tuple[Alignment, ...] = (),
    attributes: Attributes = (),
    bit_width: Expression | None = None,
    asm_label: str | None = None,
) -> list[Piece]:
    """Return everything between the start of a declaration and its initializer."""
    declarator, base = _declarator(ctype, name, attributes)
    first = declarator[0] if declarator else ""
    parenthesis = not isinstance(first, str) or first.startswith("(")
    macros = attribute_places.with_type(attributes)
    pieces: list[Piece] = [f"{word} " for word in attribute_places.before_specifiers(attributes)]
    pieces += [f"{word} " for word in specifiers]
    for alignment in alignments:
        pieces += ["_Alignas(", partial(_operand, alignment.operand), ") "]
    pieces += [f"{word} " for word in attribute_places.before_type(attributes, name)]
    # A macro's name directly before a parenthesis would read as that macro's call,
    # and in small letters before a name it would read as that name.
    before = [word for word in macros if parenthesis or word[:1].islower()]
    pieces += [f"{word} " for word in before]
    pieces += base
    pieces += attribute_places.behind(attributes, 0)
    pieces += [f" {word}" for word in macros if word not in before]
    if declarator:
        attached = isinstance(first, str) and first.startswith("[")  # the bracket of `int[3]`
        pieces += declarator if attached else [" ", *declarator]
    if bit_width is not None:
        pieces.append(f" : {bit_width.text}")
    if asm_label is not None:
        whole = asm_label.lstrip("_").startswith("asm")
        pieces.append(f" {asm_label}" if whole else f" __asm__({asm_label})")
    pieces += attribute_places.after_declarator(attributes, name)
    return pieces


def _base(ctype: CType) -> CType:
    """Return what is left of a type when every pointer, array and function is taken off."""
    while isinstance(ctype, Pointer | Array | Function):
        ctype = _part(ctype)
    return ctype


def _declarator(
    ctype: CType, name: str | None, attributes: Attributes = ()
) -> tuple[list[Piece], Pieces]:
    """Return the declarator of a type and the specifiers that go before it.

    The type is taken apart from the name outwards: what is written to the left
    of the name collects in reverse, what is written to its right in order.
    """
    left: list[str] = [name] if name else []
    right: list[Piece] = []
    base: Pieces
    level = 0
    while True:
        level += 1
        match ctype:
            case Pointer(referenced=referenced):
                if begins_atomic_specifier(ctype, left, right):
                    base = [
                        "_Atomic(",
                        partial(_declared, replace(ctype, qualifiers=()), None),
                        ")",
                    ]
                    break
                left.append(star(ctype, left, right))
                if isinstance(referenced, Array | Function):
                    left.append("(")
                    right.append(")")
                ctype = referenced
            case Array(element=element):
                right.append(brackets(ctype))
                right += attribute_places.behind(attributes, level)
                ctype = element
            case Function(returned=returned, parameters=parameters):
                right.append(partial(_parameters, parameters))
                right += attribute_places.behind(attributes, level)
                ctype = returned
            case _:
                base = _specifier(ctype)
                break
    left.reverse()
    return [*left, *right], base


def _parameters(parameters: Parameters) -> Pieces:
    """Return a function's parentheses and what stands between them."""
    match parameters:
        case NoPrototype():
            return ["()"]
        case IdentifierList(listed):
            return [f"({', '.join(parameter.name or '' for parameter in listed)})"]
        case ParameterTypeList(parameters=(), variadic=variadic, forward=()):
            return ["(...)" if variadic else "(void)"]
        case ParameterTypeList(parameters=listed, variadic=variadic, forward=forward):
            pieces: list[Piece] = ["("]
            for parameter in forward:
                pieces += [partial(_parameter, parameter), "; "]
            for index, parameter in enumerate(listed):
                pieces += [", "] if index else []
                pieces.append(partial(_parameter, parameter))
            pieces.append(", ...)" if variadic else ")")
            return pieces
        case _:
            assert_never(parameters)


def _parameter(parameter: Parameter) -> Pieces:
    return _declared(
        parameter.type,
        parameter.name,
        specifiers=parameter.storage,
        attributes=parameter.attributes,
    )


def _of_one_type(members: Sequence[Member]) -> Sequence[Sequence[Member]]:
    """Return the members in groups: those of one unnamed or newly declared type together.

    `struct { int a; } x, y;` gives x and y one type; written twice, it would be two.
    """
    groups: list[list[Member]] = []
    for member in members:
        base = _base(member.type)
        if groups and base is _base(groups[-1][-1].type) and _has_body(base):
            groups[-1].append(member)
        else:
            groups.append([member])
    return groups


def _has_body(ctype: CType) -> bool:
    match ctype:
        case Record(members=body) | Enum(enumerators=body):
            return body is not None
        case _:
            return False


def _members(members: Sequence[Member]) -> Pieces:
    """Return members of one type, separated by commas."""
    pieces = list(_member(members[0]))
    for member in members[1:]:
        declarator, _ = _declarator(member.type, member.name, member.attributes)
        pieces += [", ", *declarator]
        if member.bit_width is not None:
            pieces.append(f" : {member.bit_width.text}")
        pieces += attribute_places.after_declarator(member.attributes, member.name)
    return pieces


def _member(member: Member) -> Pieces:
    return _declared(
        member.type,
        member.name,
        alignments=member.alignments,
        attributes=member.attributes,
        bit_width=member.bit_width,
    )


def _operand(operand: Expression | CType) -> Pieces:
    """Return what stands between the parentheses of typeof and _Alignas."""
    return [operand.text] if isinstance(operand, Expression) else _declared(operand, None)


def _qualified(qualifiers: Qualifiers, *pieces: Piece) -> Pieces:
    return [*(f"{word} " for word in qualifiers), *pieces]


def _specifier(ctype: CType) -> Pieces:
    """Return the specifiers of a type that no declarator makes."""
    match ctype:
        case Basic(name, qualifiers) | TypedefName(name, qualifiers):
            return _qualified(qualifiers, name)
        case Inferred(keyword, qualifiers):
            return _qualified(qualifiers, keyword)
        case BitInt(width, signed, qualifiers):
            sign = "" if signed else "unsigned "
            return _qualified(qualifiers, f"{sign}_BitInt({width.text})")
        case Typeof(operand, keyword, qualifiers):
            opening = f"{keyword}("
            return _qualified(qualifiers, opening, partial(_operand, operand), ")")
        case Record():
            return _qualified(ctype.qualifiers, *_record(ctype))
        case Enum():
            return _qualified(ctype.qualifiers, *_enum(ctype))
        case Pointer() | Array() | Function():
            raise AssertionError("the declarator takes pointers, arrays and functions off")
        case _:
            raise cxx_only(ctype)


def _record(record: Record) -> Pieces:
    """Return a structure or union specifier, its body on one line."""
    pieces = _head(record.keyword, record.tag, record.attributes)
    if record.members is not None:
        pieces.append(" { ")
        for members in _of_one_type(record.members):
            pieces += [partial(_members, members), "; "]
        pieces.append("}")
    return pieces + _macros_after_body(record.tag, record.attributes)


def _enum(enum: Enum) -> Pieces:
    """Return an enumeration specifier, its underlying type and its constants on one line."""
    pieces = _head("enum", enum.tag, enum.attributes)
    if enum.underlying is not None:
        pieces += [" : ", partial(_declared, enum.underlying, None)]
    if enum.enumerators is not None:
        listed = ", ".join(_enumerator(enumerator) for enumerator in enum.enumerators)
        pieces.append(f" {{ {listed} }}")
    return pieces + _macros_after_body(enum.tag, enum.attributes)


def _head(keyword: str, tag: str | None, attributes: Attributes) -> list[Piece]:
    """Return the keyword, its attributes and the tag."""
    words = attribute_places.after_keyword(attributes, macros=tag is not None)
    return [" ".join([keyword, *words, *([tag] if tag else [])])]


def _macros_after_body(tag: str | None, attributes: Attributes) -> list[Piece]:
    """Return the macros of a type without a tag; after the keyword they would read as its tag."""
    return [] if tag else [f" {word}" for word in attribute_places.with_type(attributes)]


def _enumerator(enumerator: Enumerator) -> str:
    words = [enumerator.name, *attribute_places.after_enumerator(enumerator.attributes)]
    if enumerator.value is not None:
        words.append(f"= {enumerator.value.text}")
    return " ".join(words)
