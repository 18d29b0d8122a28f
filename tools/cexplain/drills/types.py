"""Types as drills draw them: derivations from the name outwards, and the base type under them."""

from collections.abc import Sequence
from typing import Literal, TypeAlias

from cexplain.drills.dice import Dice
from cexplain.spelling.spell import spell, spell_type
from cexplain.tree import (
    Array,
    Basic,
    CType,
    Declaration,
    Expression,
    Function,
    Parameter,
    ParameterTypeList,
    Pointer,
    Qualifiers,
)
from cexplain.values import dataclass

Step: TypeAlias = "Star | Brackets | Call"

CONST: Qualifiers = ("const",)
PLAIN: Qualifiers = ()


@dataclass(frozen=True, slots=True)
class Star:
    """A pointer, perhaps const itself."""

    const: bool = False


@dataclass(frozen=True, slots=True)
class Brackets:
    """An array of so many elements."""

    size: int


@dataclass(frozen=True, slots=True)
class Call:
    """A function with these parameters."""

    parameters: tuple[CType, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """A type: its derivations, the outermost first, and what they lead to."""

    steps: tuple[Step, ...]
    base: str
    const: bool = False

    @property
    def ctype(self) -> CType:
        """The type as cexplain's tree has it."""
        found: CType = Basic(self.base, CONST if self.const else PLAIN)
        for step in reversed(self.steps):
            match step:
                case Star(const):
                    found = Pointer(found, CONST if const else PLAIN)
                case Brackets(size):
                    found = Array(found, Expression(str(size)))
                case Call(parameters):
                    found = Function(
                        found, ParameterTypeList(tuple(Parameter(None, one) for one in parameters))
                    )
        return found

    @property
    def name(self) -> str:
        """The type name (6.7.8), such as `int (*)[3]`."""
        return spell_type(self.ctype)

    @property
    def legal(self) -> bool:
        """Whether C has such a type, and objects or functions of it."""
        last = self.steps[-1] if self.steps else None
        if self.base == "void" and not isinstance(last, Star | Call):
            return False
        if self.const and isinstance(last, Call):
            return False  # a function's result is a value, and no value is const (6.7.7.4)
        return all(map(_fits, self.steps, self.steps[1:]))

    @property
    def decayed(self) -> "Shape":
        """The type of a value: arrays and functions become pointers, const goes (6.3.2.1)."""
        match self.steps:
            case (Brackets(), *rest):
                return Shape((Star(), *rest), self.base, self.const)
            case (Call(), *_):
                return Shape((Star(), *self.steps), self.base, self.const)
            case (Star(), *rest):
                return Shape((Star(), *rest), self.base, self.const)
            case _:
                return Shape((), self.base)

    def declared(self, name: str) -> str:
        """Return the declaration of a name with this type, ended by a semicolon."""
        return f"{spell(self.declaration(name))};"

    def declaration(self, name: str) -> Declaration:
        """Return the same as a tree."""
        return Declaration(name, self.ctype)


def _fits(outer: Step, inner: Step) -> bool:
    """Tell whether an array, function or pointer can have this below it (6.7.7.3, 6.7.7.4)."""
    match outer, inner:
        case Brackets(), Call():
            return False
        case Call(), (Call() | Brackets() | Star(const=True)):
            return False
        case _:
            return True


def same_object(name: str, shape: Shape) -> str:
    """Return a claim: the declared name has exactly this type, qualifiers included."""
    return f"__builtin_types_compatible_p(__typeof__(&{name}), __typeof__({shape.name}) *)"


# -- draws ------------------------------------------------------------------------

NAMES = ("a", "b", "f", "g", "p", "q", "x", "v", "item", "entry")
"""Names that give no answer away: each may stand for a pointer, an array or a function."""

_BASES = {"int": 6, "char": 5, "double": 3, "long": 2, "unsigned int": 2, "float": 1, "short": 1}


def parameters(dice: Dice, level: int) -> tuple[CType, ...]:
    """Return the types of a function's parameters."""
    simple = [Shape((), "int"), Shape((), "double"), Shape((Star(),), "char", const=True)]
    if level >= 3:
        simple += [Shape((Star(),), "int"), Shape((Star(),), "void"), Shape((), "unsigned int")]
    if level >= 5:
        simple.append(Shape((Star(), Call((Basic("int"),))), "void"))
    count = dice.weighted({0: 4, 1: 4, 2: 1} if level < 4 else {0: 2, 1: 4, 2: 3})
    return tuple(dice.one(simple).ctype for _ in range(count))


def drawn(dice: Dice, level: int, *, lengths: Sequence[int] | None = None) -> Shape:
    """Return a legal type whose number of derivations grows with the level."""
    length = dice.one(lengths or (level, max(1, level - 1), min(level + 1, 5)))
    steps: list[Step] = []
    while len(steps) < length:
        step = _step(dice, level)
        if steps and not _fits(steps[-1], step):
            step = Star()
        if len(steps) >= 2 and all(type(each) is type(step) for each in steps[-2:]):
            continue  # three of a kind in a row ask for patience, not for understanding
        steps.append(step)
    base = dice.weighted(_BASES)
    ends_in_pointer = isinstance(steps[-1], Star)
    const = ends_in_pointer and level >= 2 and dice.chance(40)
    if isinstance(steps[-1], Star | Call) and dice.chance(12):
        base = "void"
    return Shape(tuple(steps), base, const=const)


def _step(dice: Dice, level: int) -> Step:
    kinds: dict[Literal["star", "brackets", "call"], int] = {"star": 6, "brackets": 4, "call": 4}
    match dice.weighted(kinds):
        case "star":
            return Star(const=level >= 2 and dice.chance(20))
        case "brackets":
            return Brackets(dice.between(2, 9))
        case "call":
            return Call(parameters(dice, level))
