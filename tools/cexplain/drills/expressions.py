"""Drills that ask for the type of an expression, as a value or as what sizeof is applied to."""

from cexplain.drills.dice import Dice
from cexplain.drills.drill import Choice, Drill, NoDrillError, arranged
from cexplain.drills.types import Brackets, Call, Shape, Star, Step, drawn
from cexplain.values import dataclass

_NAMES = ("a", "p", "v", "q", "t")


@dataclass(frozen=True, slots=True)
class _Typed:
    """An expression with its type; `lvalue` where & may be applied to it.

    `way` are the expressions within it, from the name on, with their types.
    """

    text: str
    shape: Shape
    lvalue: bool = True
    primary: bool = True
    way: tuple[tuple[str, str], ...] = ()

    def then(
        self, text: str, shape: Shape, *, lvalue: bool = True, primary: bool = True
    ) -> "_Typed":
        """Return a larger expression, one operator around this one."""
        return _Typed(text, shape, lvalue, primary, (*self.way, (self.text, self.shape.name)))


def drill(dice: Dice, level: int) -> Drill:
    """Return an expression over one declared name, and types that it might have."""
    name = dice.one(_NAMES)
    shape = drawn(dice, level, lengths=(1, 2) if level < 3 else (2, 3, 4))
    whole = level >= 3 and dice.chance(35)
    expression = _built(dice, name, shape, level)
    found = expression.shape
    if found.base == "void" and not found.steps:
        raise NoDrillError
    whole = whole and bool(found.steps) and isinstance(found.steps[0], Brackets)
    right_shape = found if whole else found.decayed
    right = _choice(expression.text, right_shape, whole)
    wrong = [
        _choice(expression.text, other, whole, why, belief)
        for other, why, belief in _mistaken(shape, expression, right_shape)
        if other.legal and other.name != right_shape.name
    ]
    choices, place = arranged(dice, right, wrong)
    question = (
        f"`sizeof ({expression.text})` asks for the size of a type. Which type?"
        if whole
        else f"Which type does the value of `{expression.text}` have?"
    )
    return Drill(
        kind="type",
        level=level,
        ask=question,
        code=shape.declared(name),
        choices=choices,
        right=place,
        why=_why(expression, right_shape, whole=whole),
        setup=shape.declared(name),
    )


def _built(dice: Dice, name: str, shape: Shape, level: int) -> _Typed:
    """Return an expression that follows some of the derivations, perhaps with & in the end."""
    made = _Typed(name, shape)
    depth = dice.between(0 if level > 1 else 1, len(shape.steps))
    for _ in range(depth):
        following = _followed(dice, made)
        if following is None:
            break
        made = following
    if made.lvalue and dice.chance(35):
        return made.then(f"&{made.text}", _pointer_to(made.shape), lvalue=False, primary=False)
    if depth == 0 and not made.shape.steps:
        raise NoDrillError
    first = made.shape.steps[0] if made.shape.steps else None
    if level >= 3 and isinstance(first, Star | Brackets) and dice.chance(15):
        element = made.shape.decayed.steps[1:]
        complete = element or made.shape.base != "void"
        if complete and not (element and isinstance(element[0], Call)):
            return made.then(f"{made.text} + 1", made.shape.decayed, lvalue=False, primary=False)
    return made


def _followed(dice: Dice, made: _Typed) -> _Typed | None:
    """Return the expression one derivation further, None where there is none."""
    if not made.shape.steps:
        return None
    step, rest = made.shape.steps[0], made.shape.steps[1:]
    inner = Shape(rest, made.shape.base, made.shape.const)
    operand = made.text if made.primary else f"({made.text})"
    if inner.base == "void" and not rest:
        return None
    match step:
        case Call(parameters):
            text = _called(operand, len(parameters))
            return made.then(text, _unqualified(inner), lvalue=False)
        case Star() if rest and isinstance(rest[0], Call) and dice.chance(70):
            result = Shape(rest[1:], made.shape.base, made.shape.const)
            if result.base == "void" and not result.steps:
                return made.then(f"*{made.text}", inner, primary=False)
            text = _called(operand, len(rest[0].parameters))
            return made.then(text, _unqualified(result), lvalue=False)
        case Star() if rest and isinstance(rest[0], Call):
            return made.then(f"*{made.text}", inner, primary=False)
        case _ if dice.chance(50):
            return made.then(f"{operand}[{dice.below(2)}]", inner)
        case _:
            return made.then(f"*{made.text}", inner, primary=False)


def _called(operand: str, count: int) -> str:
    """Return a call; 0 is an argument for every type of these parameters."""
    return f"{operand}({', '.join(['0'] * count)})"


def _unqualified(shape: Shape) -> Shape:
    """Return the type of what a function returns: without const of its own."""
    match shape.steps:
        case (Star(), *rest):
            return Shape((Star(), *rest), shape.base, shape.const)
        case ():
            return Shape((), shape.base)
        case _:
            return shape


def _pointer_to(shape: Shape) -> Shape:
    return Shape((Star(), *shape.steps), shape.base, shape.const)


def _choice(
    expression: str, shape: Shape, whole: bool, why: str = "", belief: str | None = None
) -> Choice:
    """Return a type as an answer, with the claim that the expression has it."""
    operand = f"({expression})" if whole else f"((void)0, ({expression}))"
    claim = f"__builtin_types_compatible_p(__typeof__({operand}) *, __typeof__({shape.name}) *)"
    return Choice(f"`{shape.name}`", why, belief, claim)


def _mistaken(
    declared: Shape, expression: _Typed, right: Shape
) -> list[tuple[Shape, str, str | None]]:
    """Return types that the expression is taken for, why it has them not, and the belief."""
    found: list[tuple[Shape, str, str | None]] = []
    shape = expression.shape

    def add(other: Shape, why: str, belief: str | None = None) -> None:
        found.append((other, why, belief))

    steps = right.steps
    if any(isinstance(step, Brackets) for step in steps):
        flat: tuple[Step, ...] = tuple(
            Star() if isinstance(step, Brackets) else step for step in steps
        )
        table = len(steps) > 1 or any(isinstance(step, Brackets) for step in declared.steps[1:])
        add(
            Shape(flat, right.base, right.const),
            "Only the outermost array becomes a pointer; the arrays in it stay arrays.",
            "two-dimensions" if table else "arrays-are-pointers",
        )
        without = tuple(step for step in steps if not isinstance(step, Brackets))
        add(
            Shape(without, right.base, right.const),
            "The whole array is meant, not its first element: its size is part of the type.",
            "arrays-are-pointers",
        )
    if shape.steps and isinstance(shape.steps[0], Brackets) and shape.name != right.name:
        add(
            _pointer_to(shape),
            "The array becomes a pointer to its first element, not to itself.",
            "arrays-are-pointers",
        )
    if steps:
        inner = Shape(steps[1:], right.base, right.const)
        more = "Count again what `*`, `[]`, `()` and `&` do: each is one step."
        add(inner, more)
        if len(steps) > 1:
            add(Shape(steps[2:], right.base, right.const), more)
    added = "&" in expression.text
    why = "`&` adds one pointer, not two." if added else "There is no `&` that would add a pointer."
    add(_pointer_to(right), why)
    if right.const:
        add(
            Shape(right.steps, right.base),
            f"What it leads to is `const {right.base}`; an expression does not lose that.",
        )
    if declared.name != right.name:
        add(declared.decayed, "That is the type of the name alone, before the operators.")
    possible = [one for one in found if one[0].steps or one[0].base != "void"]
    if len({one[0] for one in possible} - {right}) < 3:
        possible.append((Shape((Star(),), "void"), "Nothing here is a pointer to void.", None))
    return possible


def _why(expression: _Typed, right: Shape, *, whole: bool) -> str:
    """Return the way to the type, one operator after the other."""
    own = expression.shape
    way = [*expression.way, (expression.text, own.name)]
    said = "; ".join(f"`{text}` is `{name}`" for text, name in way)
    if whole:
        return f"{said}. The operand of sizeof is taken as it is: an array stays an array."
    if own.steps and isinstance(own.steps[0], Brackets):
        return f"{said}. As a value, the array becomes a pointer to its first element."
    if own.steps and isinstance(own.steps[0], Call):
        return f"{said}. As a value, the function becomes a pointer to itself."
    if own.name != right.name:
        return f"{said}. As a value it is not const any more."
    return f"{said}."
