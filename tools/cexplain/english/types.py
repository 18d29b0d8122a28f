"""A type in English: what is declared outermost comes first, as in the prose we write."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeAlias, assert_never

from cexplain.english import cxx, lists
from cexplain.english.base import base_type
from cexplain.english.cursor import Cursor, Token
from cexplain.english.phrase import Phrase, Role, Step, ordered
from cexplain.english.tails import own_attributes
from cexplain.reading.vocabulary import (
    ARTICLES,
    FUNCTION_SPECIFIERS,
    HEADS,
    QUALIFIERS,
    RETURNING,
    STORAGE,
    TAKING,
    UNKNOWN,
    VERBS,
    begins_type,
)
from cexplain.tree import (
    Array,
    ArraySize,
    Attributes,
    Basic,
    CType,
    Expression,
    Function,
    Parameters,
    Pointer,
    Qualifiers,
    UnknownSize,
    UnspecifiedVariableSize,
)

Wrap: TypeAlias = Callable[[CType], CType]
"""Makes the type that a phrase begins, from the type that the rest of it says."""

_BLOCKS = frozenset({"block", "blocks"})
MAX_DERIVATIONS = 1000
"""Pointers, arrays and functions one after the other; C compilers promise 12 (5.2.5.2)."""


def run(cursor: Cursor, step: Step[Any]) -> Any:
    """Return what a reader returns, running all that it asks for on a stack of our own."""
    stack: list[Step[Any]] = [step]
    value: Any = None
    while stack:
        try:
            wanted = stack[-1].send(value)
        except StopIteration as done:
            stack.pop()
            value = done.value
        else:
            stack.append(type_phrase(cursor, wanted) if isinstance(wanted, str) else wanted)
            value = None
    return value


def type_phrase(cursor: Cursor, role: Role) -> Step[Phrase]:
    """Return the type that a phrase says, with the storage class and the like around it."""
    phrase = Phrase(Basic("void"))
    wraps: list[Wrap] = []
    moved: set[str] = set()
    while True:
        outermost = not wraps
        qualifiers = _modifiers(cursor, phrase, role if outermost else "operand") | moved
        moved = set()
        if cursor.cxx:
            more: bool = yield _cxx(cursor, phrase, qualifiers, wraps)
            if more:
                continue
        head = HEADS.get(cursor.peek().word)
        block = head is None and _at_block(cursor)
        if block or (head is None and outermost and role == "declared" and cursor.at(VERBS)):
            head = "function"  # "f takes an int and returns one", and no noun
        match head:
            case "pointer":
                cursor.take()
                attributes = tuple(own_attributes(cursor)) if cursor.at("(") else ()
                advice = "write pointer to, and then what it points to"
                cursor.expect("to", "after pointer", advice)
                wraps.append(partial(_pointer, ordered(qualifiers), attributes))
            case "array":
                kind, static = _array(cursor)
                if not (outermost and role == "parameter"):
                    # Only a parameter's outermost array has qualifiers of its own; those of
                    # any other array are its elements' (6.7.4.1p10).
                    qualifiers, moved = set(), qualifiers
                wraps.append(partial(_array_of, kind, ordered(qualifiers), static))
            case "function":
                parameters: Parameters = yield _function(cursor)
                of_block = partial(_block_returning, parameters, ordered(qualifiers))
                wraps.append(of_block if block else partial(_function_returning, parameters))
            case "record" | "enum" | "typeof" | "bitint" | None:
                phrase.type = yield base_type(cursor, role, qualifiers)
                break
            case _:
                assert_never(head)
        if len(wraps) > MAX_DERIVATIONS:
            message = f"the type goes more than {MAX_DERIVATIONS} levels deep here"
            advice = "name the inner types with a typedef of their own"
            cursor.fail_at(cursor.peek(), message, None, advice)
    for wrap in reversed(wraps):
        phrase.type = wrap(phrase.type)
    return phrase


def _cxx(cursor: Cursor, phrase: Phrase, qualifiers: set[str], wraps: list[Wrap]) -> Step[bool]:
    """Take what only C++ says, or a function with what C++ adds; return whether it stood here."""
    wrap = cxx.derivation(cursor, phrase, qualifiers)
    if wrap is None and cxx.begins_function(cursor):
        listed, suffix, owner = yield cxx.function(cursor, qualifiers)
        last = wraps[-1] if wraps else None
        if owner is not None and isinstance(last, partial) and last.func is _pointer:
            wraps[-1] = cxx.to_member(owner, last.args[0])
        wrap = partial(cxx.called, listed, suffix)
    if wrap is not None:
        wraps.append(wrap)
    return wrap is not None


def _pointer(qualifiers: Qualifiers, attributes: Attributes, target: CType) -> CType:
    return Pointer(target, qualifiers, attributes)


def _array_of(kind: ArraySize, qualifiers: Qualifiers, static: bool, element: CType) -> CType:
    return Array(element, kind, qualifiers, static)


def _function_returning(parameters: Parameters, returned: CType) -> CType:
    return Function(returned, parameters)


def _block_returning(parameters: Parameters, qualifiers: Qualifiers, returned: CType) -> CType:
    return Pointer(Function(returned, parameters), qualifiers, block=True)


def _at_block(cursor: Cursor) -> bool:
    """Return whether a block of Apple's compilers is said here: "a block taking an int"."""
    goes_on = {"(", "with", "without", "that", "which", *TAKING, *RETURNING}
    return cursor.peek().text.lower() in _BLOCKS and cursor.at(goes_on, ahead=1)


def _modifiers(cursor: Cursor, phrase: Phrase, role: Role) -> set[str]:
    """Return the qualifiers that stand here; the phrase gets what else stands before a type."""
    qualifiers: set[str] = set()
    while True:
        token = cursor.peek()
        word = token.word
        if word in ARTICLES:
            cursor.take()
        elif word in QUALIFIERS:
            qualifiers.add(QUALIFIERS[word])
            cursor.take()
        elif word in STORAGE and not _is_inferred(cursor):
            _allowed(cursor, token, STORAGE[word], role)
            _once(phrase.storage, STORAGE[cursor.take().word])
            if word == "typedef":
                cursor.accept("for")
        elif word in FUNCTION_SPECIFIERS:
            _allowed(cursor, token, FUNCTION_SPECIFIERS[word], role)
            _once(phrase.function_specifiers, FUNCTION_SPECIFIERS[cursor.take().word])
        elif word == "type" and role == "declared":
            cursor.take()
            _once(phrase.storage, "typedef")
        else:
            return qualifiers


def _is_inferred(cursor: Cursor) -> bool:
    """Return whether "auto" stands where a type should, so that an initializer gives it."""
    return cursor.at({"auto", "__auto_type"}) and (cursor.ends_at(1, {",", ")"}))


def _once(words: list[str], word: str) -> None:
    if word not in words:
        words.append(word)


def _allowed(cursor: Cursor, token: Token, meaning: str, role: Role) -> None:
    """Raise EnglishError for a storage class where C has no place for it."""
    if role == "declared" or (role == "parameter" and meaning == "register"):
        return
    message = f'"{token.text}" can be said only of what is declared'
    advice = f"put {token.text} before the first word of the whole type"
    cursor.fail_at(token, message, None, advice)


def _array(cursor: Cursor) -> tuple[ArraySize, bool]:
    """Return an array's size and whether it is a least size, up to the "of" before its elements."""
    static = variable = False
    while not cursor.accept({"array", "arrays", "vector"}):
        token = cursor.peek()
        if token.word not in ("non-empty", "variable-length") and token.word not in ARTICLES:
            cursor.fail('"array"', "write array of, and then what it holds", ("array",))
        static = static or token.word == "non-empty"
        variable = variable or token.word == "variable-length"
        cursor.take()
    advice = "write array of 3, and then what it holds"
    if cursor.accept("*"):
        kind: ArraySize = UnspecifiedVariableSize()
    elif cursor.at("["):
        kind = _bracketed(cursor)
    elif cursor.accept("of"):
        return _size_after_of(cursor, static, variable)
    elif cursor.peek().kind == "end":
        cursor.fail('"of" after array', advice, ("of",))
    else:
        kind = Expression(cursor.size("a size"))
    cursor.expect("of", "before what the array holds", advice)
    return kind, static


def _bracketed(cursor: Cursor) -> ArraySize:
    """Return the size between the brackets that open here."""
    cursor.take()
    text = cursor.until({"]"})
    cursor.expect("]", "after the size", "close the bracket")
    return Expression(text) if text else UnknownSize()


def _size_after_of(cursor: Cursor, static: bool, variable: bool) -> tuple[ArraySize, bool]:
    """Return the size in "array of 3 ints", "array of unknown size of ints" and the like."""
    kind: ArraySize = UnspecifiedVariableSize() if variable else UnknownSize()
    if cursor.accept(UNKNOWN, {"size", "length"}):
        pass
    elif cursor.accept("variable", {"size", "length"}):
        kind = UnspecifiedVariableSize()
    elif cursor.accept("at", "least"):
        kind, static = Expression(cursor.size("a size")), True
    elif cursor.at({"size", "length"}) and _is_size(cursor, 1):
        cursor.take()
        kind = Expression(cursor.size("a size"))
    elif cursor.at("["):
        kind = _bracketed(cursor)
    elif _is_size(cursor, 0):
        kind = Expression(cursor.size("a size"))
    else:
        return kind, static
    cursor.accept("of")
    return kind, static


def _is_size(cursor: Cursor, ahead: int) -> bool:
    """Return whether a size stands here: a name is one if a type follows it."""
    token = cursor.peek(ahead)
    if token.kind == "number" or cursor.at("(", ahead=ahead):
        return True
    behind = ahead + (cursor.number(ahead)[1] or token.is_name)
    after = cursor.peek(behind)
    if behind == ahead or after.first:
        return False
    return after.is_name or cursor.at("of", ahead=behind) or begins_type(after.word)


def _function(cursor: Cursor) -> Step[Parameters]:
    """Return a function's parameters, up to what it returns."""
    start = cursor.peek()
    said: set[str] = set()
    while cursor.at({"old-style", "variadic"}):
        said.add(cursor.take().word)
    if _at_block(cursor):
        cursor.take()
    elif not (cursor.accept({"function", "functions", "func"}) or cursor.at(VERBS)):
        advice = f"write {start.word} function, and then what it takes"
        cursor.fail(f'"function" after {start.word}', advice, ("function",))
    found: Parameters = yield lists.parameters(cursor, old_style="old-style" in said)
    if "variadic" in said:
        found = lists.variadic(cursor, start, found)
    lists.returning(cursor)
    return found
