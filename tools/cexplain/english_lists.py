"""Lists in English: parameters, members, enumeration constants."""

from cexplain.english_cursor import Cursor
from cexplain.english_phrase import Phrase, Role, Step
from cexplain.english_tails import tails
from cexplain.english_words import MEMBERS, NAMED, PARAMETERS, RETURNING, TAKING, UNKNOWN
from cexplain.tree import (
    Basic,
    Enumerator,
    Expression,
    IdentifierList,
    Member,
    NoPrototype,
    Parameter,
    Parameters,
    ParameterTypeList,
)

_NAME_LINKS = frozenset({"as", "is", "are"})
_PARAMETER_ADVICE = "write each parameter as its type, or as its name, as, and its type"


def parameters(cursor: Cursor, *, old_style: bool) -> Step[Parameters]:
    """Return what the words after "function" say about its parameters."""
    if cursor.at("("):
        return (yield _listed(cursor, old_style))
    if cursor.accept("without", PARAMETERS):
        return ParameterTypeList()
    if cursor.accept("with") or cursor.accept({"that", "which"}, TAKING) or cursor.accept(TAKING):
        if cursor.accept(UNKNOWN, PARAMETERS):
            return NoPrototype()
        if cursor.accept("no", PARAMETERS):
            return IdentifierList(()) if old_style else ParameterTypeList()
        cursor.accept(PARAMETERS)
        return (yield _listed(cursor, old_style))
    if cursor.accept("of"):
        return (yield _listed(cursor, old_style))
    # Since C23 empty parentheses say that there are no parameters (6.7.7.4p13).
    return ParameterTypeList() if cursor.std.endswith("23") else NoPrototype()


def _listed(cursor: Cursor, old_style: bool) -> Step[Parameters]:
    """Return the parameters of a list, in parentheses or not."""
    parenthesized = cursor.accept("(")
    if parenthesized and cursor.accept(")"):
        return ParameterTypeList() if cursor.std.endswith("23") else NoPrototype()
    cursor.enter()
    found: list[Parameter] = []
    variadic = False
    while True:
        if _variable_arguments(cursor):
            variadic = True
            break
        parameter: Parameter = yield _parameter(cursor)
        found.append(parameter)
        if not _another(cursor, parenthesized):
            break
    cursor.leave()
    if parenthesized and not cursor.accept(")"):
        cursor.fail('"," or ")" after this parameter', _PARAMETER_ADVICE)
    if old_style:
        return IdentifierList(tuple(found))
    if found == [Parameter(None, Basic("void"))] and not variadic:
        return ParameterTypeList()
    return ParameterTypeList(tuple(found), variadic)


def _another(cursor: Cursor, parenthesized: bool) -> bool:
    """Step over what separates two parameters; return False where the list ends instead."""
    if parenthesized:
        return cursor.accept(",", "and") or cursor.accept(",") or cursor.accept("and")
    ahead = 1 if cursor.at(",") else 0
    ahead += cursor.at("and", ahead=ahead)
    relative = cursor.at({"that", "which"}, ahead=ahead)
    if ahead and not cursor.at(RETURNING, ahead=ahead + relative):
        cursor.index += ahead
        return True
    return False


def _variable_arguments(cursor: Cursor) -> bool:
    """Step over "...", "variadic" or "variable arguments" and return whether it stood here."""
    return (
        cursor.accept("...")
        or cursor.accept("variadic", PARAMETERS)
        or cursor.accept("variadic")
        or cursor.accept("variable", PARAMETERS)
    )


def _parameter(cursor: Cursor) -> Step[Parameter]:
    """Return one parameter; its name may stand before or after its type."""
    phrase: Phrase = yield named(cursor, "parameter")
    return Parameter(phrase.name, phrase.type, tuple(phrase.storage), tuple(phrase.attributes))


def named(cursor: Cursor, role: Role) -> Step[Phrase]:
    """Return a type phrase that may have a name: "n as an int", "an int n", "an int named n"."""
    name: str | None = None
    if cursor.peek().kind in ("word", "quoted") and (
        cursor.at(_NAME_LINKS, ahead=1) or cursor.at(":", ahead=1)
    ):
        name = cursor.name()
        cursor.take()
    phrase: Phrase = yield role
    if name is None and (cursor.accept(NAMED) or cursor.peek().is_name):
        name = cursor.name()
    phrase.name = name
    yield tails(cursor, phrase, role)
    return phrase


def members(cursor: Cursor) -> Step[tuple[Member, ...] | None]:
    """Return the members after "with members", or None where nothing is said of any."""
    if cursor.accept("with", "no", MEMBERS):
        return ()
    if not cursor.accept("with", MEMBERS):
        return None
    advice = "write with members (x as an int, y as an int)"
    cursor.expect("(", "before the members", advice)
    cursor.enter()
    found: list[Member] = []
    while True:
        phrase: Phrase = yield named(cursor, "member")
        found.append(
            Member(
                phrase.name,
                phrase.type,
                phrase.bit_width,
                tuple(phrase.alignments),
                tuple(phrase.attributes),
            )
        )
        if not (cursor.accept(",", "and") or cursor.accept(",") or cursor.accept("and")):
            break
    cursor.leave()
    if not cursor.accept(")"):
        cursor.fail('"," or ")" after this member', advice)
    return tuple(found)


def enumerators(cursor: Cursor) -> tuple[Enumerator, ...] | None:
    """Return the constants after "with constants", or None where nothing is said of any."""
    if cursor.accept("with", "no", "constants"):
        return ()
    if not cursor.accept("with", {"constants", "constant", "enumerators"}):
        return None
    advice = "write with constants (RED, GREEN = 3)"
    cursor.expect("(", "before the constants", advice)
    found: list[Enumerator] = []
    while True:
        name = cursor.name()
        value = Expression(cursor.until({",", ")"})) if cursor.accept("=") else None
        found.append(Enumerator(name, value))
        if not (cursor.accept(",", "and") or cursor.accept(",")):
            break
    if not cursor.accept(")"):
        cursor.fail('"," or ")" after this constant', advice)
    return tuple(found)
