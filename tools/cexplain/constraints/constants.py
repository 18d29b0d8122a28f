"""The values of integer constant expressions (6.6), as far as one line shows them."""

import re
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from typing import TypeAlias


class Unsettled(Enum):
    """What can be said of an expression that has no value here."""

    UNKNOWN = "may be a constant that something else defines"
    VARIABLE = "depends on an object, so it is not a constant"
    NOT_INTEGER = "has no integer type"


UNKNOWN, VARIABLE, NOT_INTEGER = Unsettled

Value: TypeAlias = int | Unsettled

_PIECE = r"""\s*(?:
      (?P<float>   (?:\d+\.\d*|\.\d+)(?:[eE][+-]?\d+)?[fFlL]* | \d+[eE][+-]?\d+[fFlL]*
                 | 0[xX][\da-fA-F.]+[pP][+-]?\d+[fFlL]* )
    | (?P<number>  0[xX][\da-fA-F']+ | 0[bB][01']+ | \d[\d']* ) (?P<suffix>[uUlLwWbB]*)
    | (?P<char>    '(?:[^'\\\n]|\\.)' )
    | (?P<string>  "(?:[^"\\]|\\.)*+" )
    | (?P<word>    [A-Za-z_]\w* )
    | (?P<mark>    <<|>>|<=|>=|==|!=|&&|\|\||->|[-+*/%~!<>&^|?:()\[\]{}.,=] )
    )"""
_BINARY = {
    "||": 1, "&&": 2, "|": 3, "^": 4, "&": 5, "==": 6, "!=": 6, "<": 7, ">": 7, "<=": 7,
    ">=": 7, "<<": 8, ">>": 8, "+": 9, "-": 9, "*": 10, "/": 10, "%": 10,
}  # fmt: skip
_INTEGERS_ONLY = frozenset(("|", "^", "&", "<<", ">>", "%"))
_TRUTHS = frozenset(("||", "&&", "==", "!=", "<", ">", "<=", ">="))
_OPENING = frozenset("([{")
_DEEPEST = 64  # parentheses; whoever nests deeper is not writing a size
_WIDEST = 128  # bits by which a shift can move what any type holds
_BEYOND = 1 << 160
"""More than any integer type holds: what is more or less than that is not computed on."""

_ESCAPES = {"n": 10, "t": 9, "0": 0, "a": 7, "b": 8, "f": 12, "r": 13, "v": 11}
_SIZES = frozenset(("sizeof", "_Alignof", "alignof", "__alignof__", "__alignof", "_Countof"))


@cache
def _token() -> re.Pattern[str]:
    """Return the pattern, compiled where a size is more than a number: few starts need it."""
    return re.compile(_PIECE, re.VERBOSE)


class _UnreadableError(Exception):
    """The text is more than this evaluator looks at."""


def value(text: str, constants: Mapping[str, Value]) -> Value:
    """Return the value of an expression, or why it has none.

    `constants` maps the names that the text declared: to values where they are
    enumeration constants, to VARIABLE where they are objects.
    """
    if text.isdecimal() and text[0] != "0":
        return int(text) if len(text) < 40 else UNKNOWN
    try:
        return _Evaluator(text, constants).whole()
    except _UnreadableError:
        return UNKNOWN


class _Evaluator:
    """Walks over one expression by precedence."""

    def __init__(self, text: str, constants: Mapping[str, Value]) -> None:
        self.constants = constants
        self.tokens: list[tuple[str, str]] = []
        position, depth = 0, 0
        while position < len(text):
            found = _token().match(text, position)
            if found is None or found.lastgroup is None:
                raise _UnreadableError
            kind = "number" if found.lastgroup == "suffix" else found.lastgroup
            if kind == "number" and "u" in found["suffix"].lower():
                kind = "unsigned"
            self.tokens.append((kind, found[kind if kind != "unsigned" else "number"]))
            depth += found[0].strip() in ("(", "!", "~", "-", "+", "?")
            position = found.end()
        if depth > _DEEPEST:
            raise _UnreadableError
        self.tokens.append(("end", ""))
        self.at = 0

    def whole(self) -> Value:
        """Return the value of all tokens."""
        found = self._conditional()
        if self.tokens[self.at][1] == "=":
            return VARIABLE  # an assignment is no constant expression
        if self.tokens[self.at][0] != "end":
            raise _UnreadableError
        return found

    def _take(self) -> tuple[str, str]:
        self.at += 1
        return self.tokens[self.at - 1]

    def _conditional(self) -> Value:
        condition = self._binary(1)
        if self.tokens[self.at][1] != "?":
            return condition
        self.at += 1
        yes = self._conditional()
        if self._take()[1] != ":":
            raise _UnreadableError
        no = self._conditional()
        if isinstance(condition, Unsettled):
            return condition if condition is VARIABLE else UNKNOWN
        return yes if condition else no

    def _binary(self, least: int) -> Value:
        left = self._unary()
        while True:
            operator = self.tokens[self.at][1]
            precedence = _BINARY.get(operator, 0)
            if precedence < least or self.tokens[self.at][0] != "mark":
                return left
            self.at += 1
            left = _combined(operator, left, self._binary(precedence + 1))

    def _unary(self) -> Value:
        kind, text = self._take()
        if kind == "number":
            return _number(text)
        if kind == "unsigned":
            return _number(text) if len(self.tokens) == 2 else UNKNOWN  # no arithmetic is done
        if kind in ("float", "string"):
            return NOT_INTEGER
        if kind == "char":
            return _ESCAPES.get(text[2:-1], UNKNOWN) if text[1] == "\\" else ord(text[1])
        if kind == "word":
            return self._word(text)
        if text in ("-", "+", "~", "!"):
            return _unary(text, self._unary())
        if text == "(":
            found = self._conditional()
            if self._take()[1] != ")":
                raise _UnreadableError
            if (
                self.tokens[self.at][0] not in ("end", "mark")
                or self.tokens[self.at][1] in _OPENING
            ):
                raise _UnreadableError  # (type) operand
            return found
        raise _UnreadableError

    def _word(self, text: str) -> Value:
        if text in ("true", "false"):
            return int(text == "true")
        if text in _SIZES or self.tokens[self.at][1] in ("(", "[", ".", "->", "{"):
            raise _UnreadableError
        if self.tokens[self.at][0] in ("word", "string", "char", "number"):
            raise _UnreadableError
        return self.constants.get(text, UNKNOWN)


def _number(text: str) -> Value:
    digits = text.replace("'", "").lower()
    if len(digits) > 40:
        return UNKNOWN
    if digits.startswith(("0x", "0b")):
        return int(digits, 0)
    try:
        return int(digits, 8) if digits.startswith("0") else int(digits)
    except ValueError:
        return UNKNOWN


def _unary(operator: str, operand: Value) -> Value:
    if isinstance(operand, Unsettled):
        return operand if operator != "!" or operand is not NOT_INTEGER else UNKNOWN
    match operator:
        case "-":
            return -operand
        case "~":
            return ~operand
        case "!":
            return int(not operand)
        case _:
            return operand


def _combined(operator: str, left: Value, right: Value) -> Value:
    if isinstance(left, Unsettled) or isinstance(right, Unsettled):
        if VARIABLE in (left, right):
            return VARIABLE
        if UNKNOWN in (left, right) or operator in _INTEGERS_ONLY or operator in _TRUTHS:
            return UNKNOWN
        return NOT_INTEGER
    if operator in ("/", "%") and not right:
        return UNKNOWN
    if operator in ("<<", ">>") and not 0 <= right < _WIDEST:
        return UNKNOWN
    result = int(_OPERATIONS[operator](left, right))
    if max(abs(left), abs(right)) >= _BEYOND and not _grows(operator, left, right):
        return UNKNOWN
    return max(-_BEYOND, min(result, _BEYOND))


def _grows(operator: str, left: int, right: int) -> bool:
    """Return whether a result cannot come back to what an integer type holds."""
    return operator in {"*", "<<"} or (operator == "+" and (left > 0) == (right > 0))


def told(number: int) -> str:
    """Return a value in digits, or what it is beyond."""
    if abs(number) < _BEYOND:
        return str(number)
    return "over 2^160" if number > 0 else "under -2^160"


_OPERATIONS: dict[str, Callable[[int, int], int]] = {
    "||": lambda a, b: bool(a or b),
    "&&": lambda a, b: bool(a and b),
    "|": lambda a, b: a | b,
    "^": lambda a, b: a ^ b,
    "&": lambda a, b: a & b,
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
    "<=": lambda a, b: a <= b,
    ">=": lambda a, b: a >= b,
    "<<": lambda a, b: a << b,
    ">>": lambda a, b: a >> b,
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1),
    "%": lambda a, b: abs(a) % abs(b) * (1 if a >= 0 else -1),
}
