"""Questions about struct, union and enum bodies: does each member lie where the header has it?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cexplain.spelling.spell import spell_type
from cexplain.tree import (
    Array,
    CType,
    Enum,
    Enumerator,
    Expression,
    Function,
    Member,
    Parameter,
    ParameterTypeList,
    Pointer,
    Record,
    Typeof,
)


@dataclass(frozen=True, slots=True)
class Body:
    """A body as it was read; `place` is an expression of the type that the header gave it.

    `aligned`: the alignment there is the body's own, and not that of what is declared with it.
    """

    type: Record | Enum
    place: str
    aligned: bool = True


def rebased(ctype: CType, base: CType) -> CType:
    """Return a derived type with another type at its end."""
    match ctype:
        case Pointer(referenced=part):
            return replace(ctype, referenced=rebased(part, base))
        case Array(element=part):
            return replace(ctype, element=rebased(part, base))
        case Function(returned=part):
            return replace(ctype, returned=rebased(part, base))
        case _:
            return base


def base_of(ctype: CType) -> CType:
    """Return what is left of a type without its pointers, arrays and functions."""
    match ctype:
        case Pointer(referenced=part) | Array(element=part) | Function(returned=part):
            return base_of(part)
        case _:
            return ctype


def has_body(ctype: CType) -> bool:
    """Whether a type is a struct, union or enum whose body stands here."""
    match ctype:
        case Record(members=body) | Enum(enumerators=body):
            return body is not None
        case _:
            return False


def reached(place: str, ctype: CType) -> str | None:
    """Return an expression of the type at the end of a derived type; None through a function."""
    match ctype:
        case Pointer(referenced=part):
            return reached(f"(*{place})", part)
        case Array(element=part):
            return reached(f"({place})[0]", part)
        case Function():
            return None
        case _:
            return place


def named(ctype: CType, place: str | None) -> CType:
    """Return a type in which no body stands: its tag, or what it is called at `place`."""
    base = base_of(ctype)
    match base:
        case Record(tag=str()) if base.members is not None:
            return rebased(ctype, replace(base, members=None, attributes=()))
        case Enum(tag=str()) if base.enumerators is not None:
            return rebased(ctype, replace(base, enumerators=None, underlying=None, attributes=()))
        case Record() | Enum() if has_body(base) and place is not None:
            expression = reached(place, ctype)
            if expression is not None:
                same = Typeof(Expression(expression), "__typeof__", base.qualifiers)
                return rebased(ctype, same)
            return ctype
        case _:
            return _without_bodies(ctype)


def _without_bodies(ctype: CType) -> CType:
    """Return a type whose parameters have no bodies of tagged types: each would be a new type."""
    match ctype:
        case Pointer(referenced=part):
            return replace(ctype, referenced=_without_bodies(part))
        case Array(element=part):
            return replace(ctype, element=_without_bodies(part))
        case Function(returned, ParameterTypeList(parameters, variadic)):
            listed = tuple(_named_parameter(parameter) for parameter in parameters)
            return Function(_without_bodies(returned), ParameterTypeList(listed, variadic))
        case _:
            return ctype


def _named_parameter(parameter: Parameter) -> Parameter:
    return replace(parameter, type=named(parameter.type, None))


def bodies(ctype: CType, place: str | None) -> Iterator[Body]:
    """Yield the body in a type, and all within it; `place` is an expression of the type."""
    base = base_of(ctype)
    at = None if place is None else reached(place, ctype)
    match base:
        case Record(keyword, tag, members) if members is not None:
            at = f"(*({keyword} {tag} *)0)" if tag else at
            if at is not None:
                yield Body(base, at)
            yield from _within(members, at)
        case Enum(tag, enumerators) if enumerators is not None:
            yield Body(base, f"(*(enum {tag} *)0)" if tag else at or "")
        case _:
            return


def _within(members: tuple[Member, ...], at: str | None) -> Iterator[Body]:
    """Yield the bodies in the members of what is at a place."""
    for member in members:
        match member.type:
            case Record(tag=None, members=inner) if member.name is None and inner is not None:
                yield from _within(inner, at)  # its members count as the outer one's
            case _:
                # Of a bit-field nothing can be asked by its place.
                known = at is not None and member.name is not None and member.bit_width is None
                yield from bodies(member.type, f"{at}.{member.name}" if known else None)


def questions(body: Body, number: int) -> str:
    """Return C on one line that compiles only if the body is the header's."""
    match body.type:
        case Enum():
            return _enum(body.type, number, body.place)
        case Record():
            return _record(body, body.type, number)


def _enum(enum: Enum, number: int, place: str) -> str:
    constants = enum.enumerators or ()
    copy = replace(
        enum,
        tag=f"cx_{number}",
        qualifiers=(),
        enumerators=tuple(replace(one, name=_own(one, number)) for one in constants),
    )
    asked = [f"{spell_type(copy)};"]
    asked += [
        f'_Static_assert({_own(one, number)} == {one.name}, "{one.name}");' for one in constants
    ]
    if place:
        asked.append(f'_Static_assert(sizeof(enum cx_{number}) == sizeof({place}), "size");')
    return " ".join(asked)


def _own(one: Enumerator, number: int) -> str:
    return f"cx_{number}_{one.name}"


def _record(body: Body, record: Record, number: int) -> str:
    place = body.place
    members = record.members or ()
    copy = replace(
        record,
        tag=f"cx_{number}",
        qualifiers=(),
        members=tuple(_copied(member, place, number) for member in members),
    )
    qualifiers = "" if record.tag else " ".join(record.qualifiers)
    own = f"(*({qualifiers} {record.keyword} cx_{number} *)0)"
    asked = [f"{spell_type(copy)};"]
    asked.append(f'_Static_assert(sizeof({place}) == sizeof({own}), "size");')
    if body.aligned:
        asked.append(
            f"_Static_assert(__alignof__(__typeof__({place})) == __alignof__(__typeof__({own})), "
            '"alignment");'
        )
    for path in paths(members):
        asked.append(
            f"_Static_assert(__builtin_offsetof(__typeof__({place}), {path}) == "
            f'__builtin_offsetof({record.keyword} cx_{number}, {path}), "{path}: place");'
        )
        asked.append(
            f"_Static_assert(__builtin_types_compatible_p(__typeof__(&{place}.{path}), "
            f'__typeof__(&{own}.{path})), "{path}: type");'
        )
    asked += [
        f"_Static_assert(__builtin_types_compatible_p(__typeof__(+{place}.{path}), "
        f'__typeof__(+{own}.{path})), "{path}: type");'
        for path in paths(members, bit_fields=True)
    ]
    return " ".join(asked)


def _copied(member: Member, place: str, number: int) -> Member:
    """Return a member for the copy of its body: what is not its own type goes by its name."""
    if member.name is None:
        match member.type:
            case Record(tag=None, members=members) if members is not None:
                inner = tuple(_copied(one, place, number) for one in members)
                return replace(member, type=replace(member.type, members=inner))
            case _:
                return member
    return replace(member, type=named(member.type, f"{place}.{member.name}"))


def paths(members: tuple[Member, ...], *, bit_fields: bool = False) -> Iterator[str]:
    """Yield the names of members, those of unnamed structs and unions among them."""
    for member in members:
        if member.name is None:
            match member.type:
                case Record(members=inner) if inner is not None:
                    yield from paths(inner, bit_fields=bit_fields)
                case _:
                    pass
        elif (member.bit_width is not None) == bit_fields:
            yield member.name


def first_constant(ctype: Record | Enum) -> str:
    """Return the name by which an enumeration without a tag is known: its first constant's."""
    match ctype:
        case Enum(enumerators=(first, *_)):
            return first.name
        case _:
            return ""
