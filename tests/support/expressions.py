"""Random constant expressions and initialisers, as tokens: what a reader has to read past."""

from random import Random
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from support.standards import Standard

Tokens: TypeAlias = list[str]
Target: TypeAlias = Literal[
    "arithmetic",
    "pointer",
    "function-pointer",
    "char-array",
    "array",
    "point",
    "points",
    "union",
    "strings",
    "other",
]
"""What an initialiser is for; "other" takes `{ 0 }`, which is right for every object."""

_SIZES: tuple[tuple[str, ...], ...] = (
    ("N",),
    ("N", "+", "1"),
    ("2", "*", "N"),
    ("LIMIT", "-", "1"),
    ("MAX_PATH",),
    ("sizeof", "(", "int", ")"),
    ("sizeof", "(", "int", "(", "*", ")", "[", "3", "]", ")"),
    ("sizeof", "(", "struct", "point", ")"),
    ("sizeof", '"]"'),
    ("(", "3", ")"),
    ("(", "N", "+", "1", ")", "*", "2"),
    ("1", "?", "2", ":", "3"),
    ("'\\5'",),
    ("1", "<<", "3"),
    ("0x10",),
    ("8u",),
    ("(", "int", ")", "4"),
    ("sizeof", "(", "node", ")"),
)

_STRINGS = (
    '"text"',
    '"a[3];"',
    '"/* no */"',
    '"// no"',
    '"\\""',
    '"}{)("',
    '"\\\\"',
    '""',
    '"\'"',
    '"int (*f)(void);"',
)
_POINTERS: tuple[tuple[str, ...], ...] = (
    ("0",),
    ("NULL",),
    ("(", "void", "*", ")", "0"),
    ("(", "void", "*", ")", "&", "counter"),
    ("(", "void", "*", ")", '"s;"'),
    ("(", "void", "*", ")", "(", "int", "[", "]", ")", "{", "1", ",", "2", "}"),
    ("(", "void", "*", ")", "&", "(", "struct", "point", ")", "{", ".", "x", "=", "1", "}"),
    ("(", "void", "*", ")", "table"),
)
_CHARACTERS = ("'['", "';'", "'\\''", "'\"'", "'}'", "'\\\\'", "'\\0'", "'\\x41'", "'/'")


class Expressions:
    """Draws expressions from one source of randomness for one edition of C."""

    def __init__(self, random: Random, std: "Standard") -> None:
        self._random = random
        self._std = std

    def size(self, *, small: bool) -> Tokens:
        """Return a positive constant expression; `small` keeps deep arrays below the limit."""
        random = self._random
        if small or random.random() < 0.7:
            return [str(random.randint(1, 4 if small else 20))]
        if self._std.has("c23") and random.random() < 0.1:
            return ["1'000"]
        return list(random.choice(_SIZES))

    def arithmetic(self) -> Tokens:
        """Return a constant expression for an arithmetic object."""
        random = self._random
        match random.randrange(8):
            case 0 | 1:
                return [random.choice(("0", "1", "-1", "42", "0x1F", "017", "1u", "100L", "2ULL"))]
            case 2:
                return [random.choice(_CHARACTERS)]
            case 3:
                return [random.choice(("1.0", "1e3", "0x1p3", ".5f", "2.L"))]
            case 4:
                return ["(", *self.arithmetic(), ")"]
            case 5:
                left, right = self.arithmetic(), self.arithmetic()
                return [*left, random.choice(("+", "-", "*", "<", "==", "&&", "||")), *right]
            case 6:
                return [*self.arithmetic(), "?", *self.arithmetic(), ":", *self.arithmetic()]
            case _:
                return ["sizeof", "(", "char", "*", "[", "2", "]", ")"]

    def string(self) -> Tokens:
        """Return one string literal or several adjacent ones."""
        random = self._random
        literals = [random.choice(_STRINGS)]
        if random.random() < 0.2:
            literals.append(random.choice(_STRINGS))
        return literals

    def initializer(self, target: Target) -> Tokens:
        """Return what stands after the `=` for an object of the kind `target`."""
        random = self._random
        if random.random() < 0.1:
            return ["{", "0", *random.choice(((), (",",))), "}"]
        match target:
            case "arithmetic":
                return self.arithmetic()
            case "pointer":
                return list(random.choice(_POINTERS))
            case "function-pointer":
                return list(random.choice((("0",), ("NULL",), ("(", "void", "*", ")", "release"))))
            case "char-array":
                return (
                    self.string() if random.random() < 0.7 else ["{", "'['", ",", "'}'", ",", "}"]
                )
            case "array":
                return self._elements()
            case "point":
                return self._members()
            case "points":
                return [*"{ [ 0 ] = { . x = 1 } , [ 0 ] . y =".split(), *self.arithmetic(), "}"]
            case "strings":
                return ["{", *self.string(), ",", "[", "0", "]", "=", *self.string(), ",", "0", "}"]
            case "union":
                return ["{", ".", "y", "=", *self.arithmetic(), "}"]
            case "other":
                return ["{", "0", "}"]

    def _elements(self) -> Tokens:
        match self._random.randrange(5):
            case 0:
                return ["{", "[", "0", "]", "=", *self.arithmetic(), "}"]
            case 1:
                return ["{", *self.arithmetic(), ",", "[", "0", "]", "=", "1", ",", "}"]
            case 2 if self._std.has("gnu"):
                return ["{", "[", "0", "...", "0", "]", "=", "1", "}"]
            case 3 if self._std.has("c23"):
                return ["{", "}"]
            case _:
                return ["{", *self.arithmetic(), "}"]

    def _members(self) -> Tokens:
        x, y = self.arithmetic(), self.arithmetic()
        match self._random.randrange(4):
            case 0:
                return ["{", ".", "x", "=", *x, ",", ".", "y", "=", *y, "}"]
            case 1 if self._std.has("gnu"):
                return ["{", "x", ":", *x, ",", "y", ":", *y, "}"]
            case 2:
                return ["{", *x, ",", *y, ",", "}"]
            case _:
                return ["{", ".", "y", "=", *y, "}"]
