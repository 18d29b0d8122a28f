"""The type tree as C: the exact same type, in one canonical spelling."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import assert_never

from cexplain.depth import deep_stack
from cexplain.spelling import attribute_places
from cexplain.spelling.derivations import begins_atomic_specifier, brackets, star
from cexplain.spelling.dialect import alternates
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
    speller = _speller(std)
    try:
        return speller.declaration(declaration)
    except RecursionError:
        with deep_stack():
            return speller.declaration(declaration)


def spell_type(ctype: CType, name: str | None = None) -> str:
    """Return a type name (6.7.8), or the declaration of `name` with that type."""
    speller = _speller("c23")
    try:
        return speller.declared(ctype, name)
    except RecursionError:
        with deep_stack():
            return speller.declared(ctype, name)


class _Speller:
    """Writes trees in the words of one standard."""

    def __init__(self, std: str) -> None:
        self._alternates = alternates(std)

    def _words(self, words: Qualifiers) -> Iterable[str]:
        """Return keywords as the standard has them."""
        if not words or not self._alternates:
            return words
        return [self._alternates.get(word, word) for word in words]

    # -- declarations ----------------------------------------------------------

    def declaration(self, declaration: Declaration) -> str:
        """Return a whole declaration."""
        ctype = declaration.type
        if declaration.kind == "cast":
            return f"({self.declared(ctype, None)}){declaration.operand or ''}"
        text = self.declared(
            ctype,
            declaration.name,
            declaration.storage + declaration.function_specifiers,
            declaration.attributes,
            alignments=declaration.alignments,
            bit_width=declaration.bit_width,
        )
        if declaration.asm_label is not None or declaration.attributes:
            text += _label(declaration.asm_label)
            after = attribute_places.after_declarator(declaration.attributes, declaration.name)
            text += "".join(after)
        if isinstance(ctype, Pointer | Array | Function):
            text += self._old_style_declarations(ctype)
        elif declaration.kind == "tag" and not _has_body(ctype):
            return f"{text};"  # without it, this is a type name
        if declaration.initializer is not None and _incomplete(declaration):
            text += f" = {declaration.initializer.removeprefix('=').lstrip()}"
        return text

    def _old_style_declarations(self, ctype: CType) -> str:
        """Return the parameters' declarations behind an old-style definition's declarator."""
        text = ""
        while isinstance(ctype, Pointer | Array | Function):
            if isinstance(ctype, Function) and isinstance(ctype.parameters, IdentifierList):
                for one in ctype.parameters.parameters:
                    said = self.declared(one.type, one.name, one.storage, one.attributes)
                    text += f" {said}{_behind(one.attributes, one.name)};"
            ctype = part(ctype)
        return text

    def declared(  # noqa: PLR0913 (a declaration has that many parts)
        self,
        ctype: CType,
        name: str | None,
        specifiers: tuple[str, ...] = (),
        attributes: Attributes = (),
        *,
        alignments: Sequence[Alignment] = (),
        bit_width: Expression | None = None,
    ) -> str:
        """Return everything from a declaration's start to its declarator and width."""
        declarator, base = self._declarator(ctype, name, attributes)
        if specifiers or alignments or attributes:
            said = [*self._words(specifiers), *(self._alignment(one) for one in alignments)]
            base = " ".join(_specifiers(said, base, attributes, name, declarator))
        if declarator:
            # The bracket of `int[3]` is attached.
            base += declarator if declarator[0] == "[" else f" {declarator}"
        return base if bit_width is None else f"{base} : {bit_width.text}"

    def _alignment(self, alignment: Alignment) -> str:
        return f"_Alignas({self._operand(alignment.operand)})"

    def _operand(self, operand: Expression | CType) -> str:
        """Return what stands between the parentheses of typeof and _Alignas."""
        return operand.text if isinstance(operand, Expression) else self.declared(operand, None)

    # -- declarators -----------------------------------------------------------

    def _declarator(
        self, ctype: CType, name: str | None, attributes: Attributes = ()
    ) -> tuple[str, str]:
        """Return the declarator of a type and the specifiers that go before it.

        The type is taken apart from the name outwards.
        """
        text, level = name or "", 0
        while True:
            level += 1
            match ctype:
                case Pointer(referenced, qualifiers, marked):
                    if not qualifiers and not marked:
                        text = f"^{text}" if ctype.block else f"*{text}"
                    elif begins_atomic_specifier(ctype, text):
                        pointer = self.declared(replace(ctype, qualifiers=()), None)
                        return text, f"_Atomic({pointer})"
                    else:
                        text = star(ctype, self._words(qualifiers), text) + text
                    ctype = referenced
                    if isinstance(ctype, Array | Function):
                        text = f"({text})"
                    continue
                case Array(element):
                    text += brackets(ctype, self._words(ctype.qualifiers))
                    ctype = element
                case Function(returned, parameters):
                    text += self._parameters(parameters)
                    ctype = returned
                case _:
                    return text, self._specifier(ctype)
            if attributes:
                text += "".join(attribute_places.behind(attributes, level))

    def _parameters(self, parameters: Parameters) -> str:
        """Return a function's parentheses and what stands between them."""
        match parameters:
            case NoPrototype():
                return "()"
            case IdentifierList(listed):
                return f"({', '.join([parameter.name or '' for parameter in listed])})"
            case ParameterTypeList(listed, variadic, forward):
                if not listed and not forward:
                    return "(...)" if variadic else "(void)"
                said = []
                for one in (*forward, *listed):
                    text = self.declared(one.type, one.name, one.storage, one.attributes)
                    said.append(text + _behind(one.attributes, one.name))
                if variadic:
                    said.append("...")
                before = "".join([f"{text}; " for text in said[: len(forward)]])
                return f"({before}{', '.join(said[len(forward) :])})"
            case _:
                assert_never(parameters)

    # -- specifiers ------------------------------------------------------------

    def _specifier(self, ctype: CType) -> str:
        """Return the specifiers of a type that no declarator makes."""
        match ctype:
            case Basic(name, qualifiers) | TypedefName(name, qualifiers):
                text = name
            case Inferred(keyword, qualifiers):
                text = keyword
            case BitInt(width, signed, qualifiers):
                text = f"{'' if signed else 'unsigned '}_BitInt({width.text})"
            case Typeof(operand, keyword, qualifiers):
                text = f"{self._alternates.get(keyword, keyword)}({self._operand(operand)})"
            case Record(_, _, _, _, qualifiers):
                text = self._record(ctype)
            case Enum(_, _, _, _, qualifiers):
                text = self._enum(ctype)
            case Pointer() | Array() | Function():
                raise AssertionError("the declarator takes pointers, arrays and functions off")
            case _:
                raise cxx_only(ctype)
        return " ".join([*self._words(qualifiers), text]) if qualifiers else text

    def _record(self, record: Record) -> str:
        """Return a structure or union specifier, its body on one line."""
        text = _head(record.keyword, record.tag, record.attributes)
        if record.members is not None:
            groups = [self._members(group) for group in _of_one_type(record.members)]
            text += f" {{ {''.join([f'{group}; ' for group in groups])}}}"
        return text + _macros_after_body(record.tag, record.attributes)

    def _members(self, members: Sequence[Member]) -> str:
        """Return members of one type, separated by commas."""
        first, *others = members
        text = self.declared(
            first.type,
            first.name,
            attributes=first.attributes,
            alignments=first.alignments,
            bit_width=first.bit_width,
        )
        text += _behind(first.attributes, first.name)
        for one in others:
            text += f", {self._declarator(one.type, one.name, one.attributes)[0]}"
            text += "" if one.bit_width is None else f" : {one.bit_width.text}"
            text += _behind(one.attributes, one.name)
        return text

    def _enum(self, enum: Enum) -> str:
        """Return an enumeration specifier, its underlying type and its constants on one line."""
        text = _head("enum", enum.tag, enum.attributes)
        if enum.underlying is not None:
            text += f" : {self.declared(enum.underlying, None)}"
        if enum.enumerators is not None:
            text += f" {{ {', '.join([_enumerator(one) for one in enum.enumerators])} }}"
        return text + _macros_after_body(enum.tag, enum.attributes)


@lru_cache(maxsize=32)
def _speller(std: str) -> _Speller:
    return _Speller(std)


def _incomplete(declaration: Declaration) -> bool:
    """Return whether a declaration says too little without its initializer."""
    ctype = declaration.type
    if isinstance(ctype, Array) and isinstance(ctype.size, UnknownSize):
        return True
    return "constexpr" in declaration.storage or isinstance(_base(ctype), Inferred)


def _specifiers(
    said: list[str], base: str, attributes: Attributes, name: str | None, declarator: str
) -> list[str]:
    """Return the words up to the declarator: attributes where each kind of them may stand."""
    if not attributes:
        return [*said, base]
    macros = attribute_places.with_type(attributes)
    # A macro's name directly before a parenthesis would read as that macro's call,
    # and in small letters before a name it would read as that name.
    # Of words in capitals before an object the last is read as its type.
    capitals = "(" not in declarator and base.rpartition(" ")[2].isupper()
    first = declarator.startswith("(") or capitals
    before = [word for word in macros if first or word[:1].islower()]
    return [
        *attribute_places.before_specifiers(attributes),
        *said,
        *attribute_places.before_type(attributes, name),
        *before,
        base,
        *(word.lstrip() for word in attribute_places.behind(attributes, 0)),
        *(word for word in macros if word not in before),
    ]


def _behind(attributes: Attributes, name: str | None) -> str:
    """Return the attributes that follow a declarator."""
    return "".join(attribute_places.after_declarator(attributes, name)) if attributes else ""


def _label(asm_label: str | None) -> str:
    """Return what the linker is told to call a thing, as it stands behind the declarator."""
    if asm_label is None:
        return ""
    whole = asm_label.lstrip("_").startswith("asm")
    return f" {asm_label}" if whole else f" __asm__({asm_label})"


def part(ctype: Pointer | Array | Function) -> CType:
    """Return the type that a derived type is made of."""
    match ctype:
        case Pointer(referenced=inner) | Array(element=inner) | Function(returned=inner):
            return inner
        case _:
            assert_never(ctype)


def _base(ctype: CType) -> CType:
    """Return what is left of a type when every pointer, array and function is taken off."""
    while isinstance(ctype, Pointer | Array | Function):
        ctype = part(ctype)
    return ctype


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


def _head(keyword: str, tag: str | None, attributes: Attributes) -> str:
    """Return the keyword, its attributes and the tag."""
    words = [keyword]
    if attributes:
        words += attribute_places.after_keyword(attributes, macros=tag is not None)
    return " ".join([*words, tag] if tag else words)


def _macros_after_body(tag: str | None, attributes: Attributes) -> str:
    """Return the macros of a type without a tag; after the keyword they would read as its tag."""
    if tag or not attributes:
        return ""
    return "".join([f" {word}" for word in attribute_places.with_type(attributes)])


def _enumerator(enumerator: Enumerator) -> str:
    words = [enumerator.name]
    if enumerator.attributes:
        words += attribute_places.after_enumerator(enumerator.attributes)
    if enumerator.value is not None:
        words.append(f"= {enumerator.value.text}")
    return " ".join(words)
