"""Constraints on structures, unions and enumerations (6.7.3.2, 6.7.3.3)."""

from collections.abc import Callable

from cexplain.constraints.alignment import check_alignments
from cexplain.constraints.enums import check_bit_field
from cexplain.constraints.scope import Scope
from cexplain.tree import (
    Array,
    Basic,
    CType,
    Function,
    Member,
    Record,
    TypedefName,
    Typeof,
    UnknownSize,
)

CheckType = Callable[[Scope, CType], None]


def is_flexible(scope: Scope, node: CType) -> bool:
    """Whether a structure ends in a flexible array member, or a union holds one that does."""
    node = scope.resolved(node)
    if not isinstance(node, Record) or not node.members:
        return False
    if node.keyword == "union":
        return any(is_flexible(scope, member.type) for member in node.members)
    last = scope.resolved(node.members[-1].type)
    return isinstance(last, Array) and isinstance(last.size, UnknownSize)


# -- structures and unions -----------------------------------------------------


def check_record(scope: Scope, node: Record, check_type: CheckType) -> None:
    """Report what a body breaks; a body that several declarators share is looked at once."""
    if node.members is None or id(node) in scope.checked:
        return
    scope.checked.add(id(node))
    tag = f"{node.keyword} {node.tag}"
    scope.open_tags.append(tag)
    names: set[str] = set()
    for index, member in enumerate(node.members):
        check_type(scope, member.type)
        _check_duplicates(scope, member, names)
        if member.bit_width is not None:
            check_bit_field(scope, member, member.type, member.bit_width)
        else:
            _check_member(scope, node, index, member)
        if member.alignments:
            bit_field = member.bit_width is not None
            check_alignments(scope, member.alignments, member.type, bit_field=bit_field)
    scope.open_tags.pop()
    _check_named_members(scope, node)
    scope.complete(node)


def _check_named_members(scope: Scope, node: Record) -> None:
    if not node.members:
        scope.report(
            "no-members",
            node,
            f"a {node.keyword} has at least one member; an empty one is an extension of GNU C",
            "write a member, or leave the braces out to declare the tag alone",
        )
    elif not any(member.name or _anonymous(member) for member in node.members):
        scope.report(
            "no-members",
            node,
            f"no member of this {node.keyword} has a name",
            "name at least one member",
        )


def _anonymous(member: Member) -> bool:
    return isinstance(member.type, Record) and member.name is None and member.bit_width is None


def _check_duplicates(scope: Scope, member: Member, names: set[str]) -> None:
    """Report names that occur twice, those of anonymous members counted as the outer's own."""
    if member.name is None:
        if isinstance(member.type, Record):
            for inner in member.type.members or ():
                _check_duplicates(scope, inner, names)
        return
    if member.name in names:
        scope.report(
            "duplicate-member",
            member,
            f"there is a member {member.name!r} already",
            "give one of the two another name",
            "name",
        )
    names.add(member.name)


def _check_member(scope: Scope, node: Record, index: int, member: Member) -> None:
    if member.name is None:
        _check_nameless(scope, node, member)
        return
    found = scope.resolved(member.type)
    match found:
        case Function():
            scope.report(
                "member-function",
                member,
                f"the member {member.name!r} is a function",
                f"make it a pointer to a function: (*{member.name})(…)",
                "name",
            )
        case Basic("void"):
            scope.report(
                "void-member",
                member,
                f"the member {member.name!r} has the type void, which has no values",
                f"give it a type, or make it a pointer: void *{member.name}",
                "name",
            )
        case Record() if scope.is_open(found):
            scope.report(
                "member-incomplete",
                member,
                f"{found.keyword} {found.tag} would contain itself: it is complete only "
                "after its closing brace",
                f"make it a pointer: {found.keyword} {found.tag} *{member.name}",
                "name",
            )
        case Array(_, UnknownSize()):
            _check_flexible(scope, node, index, member)
        case Record() if node.keyword == "struct" and is_flexible(scope, found):
            scope.report(
                "flexible-nested",
                member,
                f"{member.name!r} ends in a flexible array member, and is inside a structure",
                "make it a pointer",
                "name",
            )
        case _ if scope.is_variable(found):
            scope.report(
                "variable-size-member",
                member,
                f"the size of the member {member.name!r} is not a constant",
                "write a constant size, or a flexible array member as the last one",
                "name",
            )


def _check_nameless(scope: Scope, node: Record, member: Member) -> None:
    """A member without a name is an anonymous structure or union, which has no tag."""
    found = member.type
    if isinstance(found, Record):
        if found.tag is not None:
            _declares_nothing(scope, member)
        elif node.keyword == "struct" and is_flexible(scope, found):
            scope.report(
                "flexible-nested",
                found,
                "a structure within a structure ends in a flexible array member",
                "put the flexible array member into the outer structure",
            )
        if found.tag is None and scope.edition < 2011:
            scope.report(
                "later-standard",
                found,
                f"an unnamed {found.keyword} as a member came with C11",
                "name the member, or choose a later --std",
            )
    elif not isinstance(found, TypedefName | Typeof):
        _declares_nothing(scope, member)


def _declares_nothing(scope: Scope, member: Member) -> None:
    scope.report(
        "declares-nothing",
        member.type,
        "this declares no member",
        "name the member; an anonymous structure or union has no tag",
    )


def _check_flexible(scope: Scope, node: Record, index: int, member: Member) -> None:
    members = node.members or ()
    named = sum(one.name is not None or _anonymous(one) for one in members)
    if node.keyword == "union":
        rule, message = "flexible-in-union", "a union has no flexible array member"
        advice = "write a size, or put the union into a struct before the flexible array member"
    elif index + 1 < len(members):
        rule, message = (
            "flexible-not-last",
            f"{member.name!r} has no size and is not the last member",
        )
        advice = "write a size, or move it to the end"
    elif named < 2:
        rule, message = (
            "flexible-alone",
            f"no member comes before the flexible array {member.name!r}",
        )
        advice = "put a named member before it"
    elif scope.edition < 1999:
        rule, message = "later-standard", "flexible array members came with C99"
        advice = "write a size, or choose a later --std"
    else:
        return
    scope.report(rule, member, message, advice, "name")
