"""Lists in English: parameters, members, enumeration constants."""

from cexplain.english.cursor import Cursor, Token
from cexplain.english.phrase import Phrase, Role, Step
from cexplain.english.tails import own_attributes, tails
from cexplain.reading.vocabulary import (
    CONSTANTS,
    HEADS,
    MEMBERS,
    NAMED,
    PARAMETERS,
    QUALIFIERS,
    RELATIVE,
    RETURNING,
    TAKING,
    TYPE_WORDS,
    UNKNOWN,
    begins_type,
    singular_type,
)
from cexplain.tree import (
    Basic,
    Enum,
    Enumerator,
    Expression,
    IdentifierList,
    Member,
    NoPrototype,
    Parameter,
    Parameters,
    ParameterTypeList,
    Record,
)
from cexplain.values import replace

_NAME_LINKS = frozenset({"as", "is", "are"})
_NAMELESS_ADVICE = "say what it takes first, as in taking an int"
_PARAMETER_ADVICE = "write each parameter as its type, or as its name, as, and its type"


def parameters(cursor: Cursor, *, old_style: bool) -> Step[Parameters]:
    """Return what the words after "function" say about its parameters."""
    found: Parameters
    if cursor.at("("):
        found = yield _listed(cursor, old_style)
        return found
    if cursor.accept("without", PARAMETERS):
        return ParameterTypeList()
    if cursor.accept("with") or cursor.accept({"that", "which"}, TAKING) or cursor.accept(TAKING):
        if cursor.accept(UNKNOWN, PARAMETERS):
            return NoPrototype()
        if cursor.accept("no", PARAMETERS):
            return IdentifierList(()) if old_style else ParameterTypeList()
        cursor.accept(PARAMETERS)
        found = yield _listed(cursor, old_style)
        return found
    if cursor.accept("of"):
        found = yield _listed(cursor, old_style)
        return found
    # Since C23 empty parentheses say that there are no parameters (6.7.7.4p13).
    return ParameterTypeList() if cursor.empty_means_none else NoPrototype()


def _listed(cursor: Cursor, old_style: bool) -> Step[Parameters]:
    """Return the parameters of a list, in parentheses or not."""
    parenthesized = cursor.accept("(")
    if parenthesized and cursor.accept(")"):
        return ParameterTypeList() if cursor.empty_means_none else NoPrototype()
    cursor.enter()
    found: list[Parameter] = []
    variadic = False
    while True:
        start = cursor.peek()
        if _variable_arguments(cursor):
            variadic = True
            if not found:
                _needs_parameter(cursor, start)
            break
        phrases: list[Phrase] = yield _counted(cursor, "parameter")
        found += [_parameter(phrase) for phrase in phrases]
        if not _another(cursor, parenthesized):
            break
    cursor.leave()
    if parenthesized:
        cursor.expect(")", "or a comma after this parameter", _PARAMETER_ADVICE)
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


def returning(cursor: Cursor) -> None:
    """Step over "returning" behind a function's parameters, with what may stand before it."""
    cursor.accept(",")
    cursor.accept("and")
    cursor.accept(RELATIVE)
    cursor.expect(
        ("returning", *sorted(RETURNING)),
        "and what the function returns",
        "end the function with returning, and what it returns",
    )


def variadic(cursor: Cursor, said: Token, found: Parameters) -> Parameters:
    """Return the parameters of a function that `said`, the word before it, calls variadic."""
    if not isinstance(found, ParameterTypeList):
        advice = "take variadic out, or say what the function takes"
        message = "a variadic function has a list of parameters before its '...'"
        cursor.fail_at(said, message, None, advice)
    if not found.parameters:
        _needs_parameter(cursor, said)
    return ParameterTypeList(found.parameters, variadic=True)


def _needs_parameter(cursor: Cursor, said: Token) -> None:
    """Raise EnglishError before C23, where '...' cannot stand alone (6.7.7.4)."""
    if not cursor.empty_means_none:
        message = "before C23 a parameter must come before '...'"
        cursor.fail_at(said, message, None, _NAMELESS_ADVICE)


def _variable_arguments(cursor: Cursor) -> bool:
    """Step over "...", "variadic" or "variable arguments" and return whether it stood here."""
    if HEADS.get(cursor.peek(1).word) == "function":
        return False  # a parameter that is a variadic function
    return (
        cursor.accept("...")
        or cursor.accept("variadic", PARAMETERS)
        or cursor.accept("variadic")
        or cursor.accept("variable", PARAMETERS)
    )


def _parameter(phrase: Phrase) -> Parameter:
    return Parameter(phrase.name, phrase.type, tuple(phrase.storage), tuple(phrase.attributes))


def _counted(cursor: Cursor, role: Role) -> Step[list[Phrase]]:
    """Return a type phrase with its name, or as many as "two ints a and b" says."""
    token = cursor.peek()
    count, width = cursor.count()
    sharing = _sharing(cursor)
    if sharing:
        names_of_one: list[str | None] = []
        for _ in range(sharing - 1):
            names_of_one.append(cursor.name())
            cursor.accept(",")
            cursor.accept("and")
        last = cursor.name()
        cursor.take()
        both: Phrase = yield role
        yield tails(cursor, both, role)
        return [replace(both, name=name) for name in (*names_of_one, last)]
    if not count and _is_plural(cursor, 0):
        several: list[Phrase] = yield _several(cursor, role)
        return several
    if not count:
        single: Phrase = yield named(cursor, role)
        return [single]
    cursor.index += width
    cursor.repeat(count, token)
    phrase: Phrase = yield role
    names = _names(cursor, count)
    yield tails(cursor, phrase, role)
    cursor.repeated //= count
    return [replace(phrase, name=name) for name in names]


def _is_plural(cursor: Cursor, ahead: int) -> bool:
    """Return whether several things of one type stand here: "ints x and y", "pointers to int"."""
    while (word := cursor.peek(ahead).word) in QUALIFIERS:
        ahead += 1
    if word in HEADS:
        return word.endswith("s") and word[:-1] in HEADS
    last = ""
    while singular_type(cursor.peek(ahead).word) is not None:
        last = cursor.peek(ahead).word
        ahead += 1
    return bool(last) and last not in TYPE_WORDS


def _several(cursor: Cursor, role: Role) -> Step[list[Phrase]]:
    """Return a type phrase for each of the names behind a plural, which says no number."""
    start = cursor.peek()
    phrase: Phrase = yield role
    names: list[str | None] = []
    while cursor.accept(NAMED) or _is_own_name(cursor, 0):
        names.append(cursor.name())
        between = cursor.at(",") + cursor.at("and", ahead=cursor.at(","))
        if not (between and _is_own_name(cursor, between)):
            break
        cursor.index += between
    if not names:
        advice = f"say how many, as in two {start.text}"
        cursor.fail_at(start, f'"{start.text}" does not say how many there are', None, advice)
    yield tails(cursor, phrase, role)
    return [replace(phrase, name=name) for name in names]


def _is_own_name(cursor: Cursor, ahead: int) -> bool:
    """Return whether a name stands here, and not a type that a name or a link follows."""
    following = cursor.peek(ahead + 1)
    linked = following.word in _NAME_LINKS or following.word in HEADS
    return cursor.peek(ahead).is_name and not following.is_name and not linked


def _sharing(cursor: Cursor) -> int:
    """Return how many names of one type stand here: "x and y as int", "x, y and z as ints".

    With commas alone the first may be a type, so that the type has to be a plural.
    """
    count = ahead = 0
    both = False
    while True:
        token = cursor.peek(ahead)
        if not token.is_name or not token.text[:1].islower() or token.text.endswith("_t"):
            return 0
        count += 1
        if cursor.at(_NAME_LINKS, ahead=ahead + 1):
            break
        comma = cursor.at(",", ahead=ahead + 1)
        word = cursor.at("and", ahead=ahead + 1 + comma)
        if not (comma or word):
            return 0
        both = both or (word and not comma and count == 1)
        ahead += 1 + comma + word
    plural = _is_plural(cursor, ahead + 2)
    return count if count > 1 and (plural or (both and count == 2)) else 0


def _names(cursor: Cursor, count: int) -> list[str | None]:
    """Return a name for each of so many things, None for each if no name stands here."""
    if not (cursor.accept(NAMED) or _may_be_name(cursor)):
        return [None] * count
    names: list[str | None] = []
    while True:
        if not _may_be_name(cursor):
            cursor.fail(f"{count} names", "name all of them, with commas between, or none", ())
        names.append(cursor.name())
        if len(names) == count:
            return names
        cursor.accept(",")
        cursor.accept("and")


def _may_be_name(cursor: Cursor) -> bool:
    """Return whether a name stands here: "a" is one where no type follows."""
    token, behind = cursor.peek(), cursor.peek(1)
    article = token.word == "a" and not (behind.is_name or begins_type(behind.word))
    return token.is_name or article


def named(cursor: Cursor, role: Role) -> Step[Phrase]:
    """Return a type phrase that may have a name: "n as an int", "an int n", "an int named n"."""
    name: str | None = None
    if cursor.peek().kind in ("word", "quoted") and (
        cursor.at(_NAME_LINKS, ahead=1)
        or (cursor.at(":", ahead=1) and cursor.peek().word not in HEADS)
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
    opening = "{" if cursor.at("{") else "("
    if opening == "(" and not _introduced(cursor, MEMBERS):
        return None
    if cursor.accept("no", MEMBERS):
        return ()
    cursor.accept(MEMBERS)
    advice = "write with members (x as an int, y as an int)"
    cursor.expect(opening, "before the members", advice)
    closing = ")" if opening == "(" else "}"
    cursor.enter()
    found: list[Member] = []
    while not (closing == "}" and cursor.at("}")):
        start = cursor.peek()
        phrases: list[Phrase] = yield _counted(cursor, "member")
        _check_member(cursor, start, phrases[0])
        found += [_member(phrase) for phrase in phrases]
        if not (cursor.accept({",", ";"}, "and") or cursor.accept({",", ";", "and"})):
            break
    cursor.leave()
    cursor.expect(closing, "after the last member", advice)
    return tuple(found)


def _check_member(cursor: Cursor, start: Token, phrase: Phrase) -> None:
    """Fail where a member has no name, as only a bit-field, structure or union may."""
    unnamed = phrase.name is None and phrase.bit_width is None
    if unnamed and not isinstance(phrase.type, Record | Enum):
        advice = "name each member: an int x, or x as an int"
        cursor.fail_at(start, "this member has no name", None, advice)


def _member(phrase: Phrase) -> Member:
    return Member(
        phrase.name,
        phrase.type,
        phrase.bit_width,
        tuple(phrase.alignments),
        tuple(phrase.attributes),
    )


def enumerators(cursor: Cursor) -> tuple[Enumerator, ...] | None:
    """Return the constants after "with constants", or None where nothing is said of any."""
    opening = "{" if cursor.at("{") else "("
    if opening == "(" and not _introduced(cursor, CONSTANTS):
        return None
    cursor.accept(CONSTANTS)
    advice = "write with constants (RED, GREEN = 3)"
    cursor.expect(opening, "before the constants", advice)
    closing = ")" if opening == "(" else "}"
    found: list[Enumerator] = []
    while not (found and cursor.at(closing)):
        name = cursor.name()
        attributes = tuple(own_attributes(cursor)) if cursor.at("(") else ()
        value = Expression(cursor.until({",", closing})) if cursor.accept("=") else None
        found.append(Enumerator(name, value, attributes))
        if not (cursor.accept(",", "and") or cursor.accept(",")):
            break
    cursor.expect(closing, "after the last constant", advice)
    return tuple(found)


def _introduced(cursor: Cursor, what: frozenset[str]) -> bool:
    """Step over "with" or "has" if a list of `what` follows, and return whether one does."""
    choices = {*what, "no"}
    if cursor.at("has", choices):
        cursor.declares_tag = True
    elif not cursor.at("with", choices):
        return False
    cursor.take()
    return True
