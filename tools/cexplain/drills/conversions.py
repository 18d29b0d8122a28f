"""Drills on integer promotions and the usual arithmetic conversions: types, and values."""

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from cexplain.drills.dice import Dice
from cexplain.drills.drill import Choice, Drill, Model, arranged, in_order
from cexplain.drills.models import MODELS, basic_size
from cexplain.drills.sizes import ABOUT
from cexplain.values import dataclass

_RANKS = {"_Bool": 0, "char": 1, "short": 2, "int": 3, "long": 4, "long long": 5}
_NARROW = ("char", "signed char", "unsigned char", "short", "unsigned short")
_WIDE = ("int", "unsigned int", "long", "unsigned long", "long long", "unsigned long long")
_WORD = re.compile(r"\b[a-z]\b")

_Wrong: TypeAlias = tuple[tuple[int, str, str | None], ...]
"""Wrong values, what to answer to them, and the beliefs that lead to them."""


@dataclass(frozen=True, slots=True)
class _Case:
    """A question about a value: variables, expression, value, why, and wrong values."""

    variables: Mapping[str, tuple[str, str]]
    expression: str
    right: int
    why: str
    wrong: _Wrong
    model: Model | None = None


def drill(dice: Dice, level: int) -> Drill:
    """Return a question about the type or the value of an arithmetic expression."""
    if dice.chance(45):
        return _type_drill(dice, level)
    case = dice.one(_BY_LEVEL[level])(dice)
    code = "\n".join(f"{kind} {name} = {value};" for name, (kind, value) in case.variables.items())

    def claim(number: int) -> str:
        constant = _WORD.sub(lambda word: _constant(case.variables, word[0]), case.expression)
        return f"({constant}) == {number}"

    wrong = [Choice(str(n), why, belief, claim(n)) for n, why, belief in case.wrong]
    for near in (case.right + 1, case.right - 1, -case.right):
        if len({each.text for each in wrong if each.text != str(case.right)}) < 2:
            wrong.append(Choice(str(near), claim=claim(near)))
    chosen, place = arranged(dice, Choice(str(case.right), claim=claim(case.right)), wrong)
    choices, place = in_order(chosen, chosen[place])
    where = f"On {ABOUT[case.model]}, what" if case.model else "What"
    return Drill(
        kind="convert",
        level=level,
        ask=f"{where} is the value of `{case.expression}`?",
        code=code,
        choices=choices,
        right=place,
        why=case.why,
        model=case.model,
    )


def _constant(variables: Mapping[str, tuple[str, str]], name: str) -> str:
    """Return a variable's value as a constant of its type."""
    if name not in variables:
        return name
    kind, value = variables[name]
    return f"(({kind}){value})"


# -- types ----------------------------------------------------------------------


def promoted(name: str) -> str:
    """Return the type after the integer promotions (6.3.1.1); short is narrower than int here."""
    return "int" if name in ("_Bool", *_NARROW) else name


def common(first: str, second: str, model: Model) -> str:
    """Return the type of an arithmetic operation (6.3.1.8)."""
    for floating in ("double", "float"):
        if floating in (first, second):
            return floating
    one, two = promoted(first), promoted(second)
    if one == two:
        return one
    if _unsigned(one) == _unsigned(two):
        return max(one, two, key=_rank)
    unsigned, signed = (one, two) if _unsigned(one) else (two, one)
    if _rank(unsigned) >= _rank(signed):
        return unsigned
    if basic_size(signed, model) > basic_size(unsigned, model):
        return signed
    return f"unsigned {signed}"


def _unsigned(name: str) -> bool:
    return name.startswith("unsigned")


def _rank(name: str) -> int:
    return _RANKS[name.removeprefix("unsigned ").removeprefix("signed ")]


def _type_drill(dice: Dice, level: int) -> Drill:
    pools: dict[int, tuple[tuple[str, ...], tuple[str, ...]]] = {
        1: (_NARROW, (*_NARROW, "int")),
        2: (_NARROW, (*_WIDE[:3], "double", "float")),
        3: ((*_NARROW, *_WIDE[:2]), (*_WIDE[:4], "float")),
        4: (_WIDE[:4], _WIDE[:4]),
        5: (_WIDE, _WIDE),
    }
    first, second = (dice.one(pool) for pool in pools[level])
    operator = dice.one(("+", "-", "*"))
    shift = level >= 3 and dice.chance(20) and not {first, second} & {"float", "double"}
    outcomes = {model: common(first, second, model) for model in MODELS}
    if shift:
        operator, outcomes = "<<", dict.fromkeys(MODELS, promoted(first))
    model = None if len(set(outcomes.values())) == 1 else dice.one(MODELS)
    right = outcomes[model or "LP64"]
    code = f"{first} a;\n{second} b;"
    expression = f"a {operator} b"
    offered: list[tuple[str, str, str | None]] = []
    if promoted(first) != first or promoted(second) != second:
        said = "Operands narrower than int are promoted to int."
        offered += [(own, said, "small-types-stay-small") for own in (first, second)]
    for other_model, other in outcomes.items():
        said = f"That is so on {ABOUT[other_model]}."
        offered.append((other, said, "long-is-eight-bytes"))
    if shift:
        offered.append(
            (common(first, second, "LP64"), "The left operand of a shift decides alone.", None)
        )
    offered += [(first, "Both operands decide.", None), (second, "Both operands decide.", None)]
    if not {"float", "double"} & {right}:
        other_sign = right.removeprefix("unsigned ") if _unsigned(right) else f"unsigned {right}"
        offered.append((other_sign, _why(first, second, right, model), None))
    offered += [("int", "", None), ("double", "Nothing here is a double.", None)]
    if "double" in (first, second) or "float" in (first, second):
        offered.append(("long double", "Nothing here is a long double.", None))

    def choice(name: str, why: str = "", belief: str | None = None) -> Choice:
        return Choice(f"`{name}`", why, belief, f"_Generic(({expression}), {name}: 1, default: 0)")

    wrong = [choice(*each) for each in offered if each[0] != right]
    choices, place = arranged(dice, choice(right), wrong)
    where = f"On {ABOUT[model]}, which" if model else "Which"
    return Drill(
        kind="convert",
        level=level,
        ask=f"{where} type does `{expression}` have?",
        code=code,
        choices=choices,
        right=place,
        why="The left operand of a shift decides alone, after its promotion."
        if shift
        else _why(first, second, right, model),
        setup="".join(f"extern {line}\n" for line in code.splitlines()),
        model=model,
    )


def _why(first: str, second: str, right: str, model: Model | None) -> str:
    """Return the rule that gave the type."""
    if right in ("float", "double"):
        return f"One operand is a {right}, and the other one is converted to it."
    one, two = promoted(first), promoted(second)
    if one == two == right:
        changed = first != one or second != two
        return f"Both are promoted to {right}." if changed else "Both have the same type."
    if _unsigned(one) == _unsigned(two):
        return f"Both have the same signedness, and {right} has the higher rank."
    if right in (f"unsigned {one}", f"unsigned {two}"):
        signed = two if _unsigned(one) else one
        if _rank(signed) > _rank(one if _unsigned(one) else two):
            return (
                f"On {ABOUT[model or 'LP64']} {signed} does not hold all values of the other"
                f" type, so its unsigned type is taken."
            )
    if _unsigned(right):
        return "The unsigned type's rank is the same or higher, so the signed operand is converted."
    return f"{right} has the higher rank, and holds all values of the other type."


# -- values ---------------------------------------------------------------------


def _sum(dice: Dice) -> _Case:
    a, b = dice.between(150, 250), dice.between(110, 250)
    why = "Both are promoted to int, which holds the sum."
    wrong = (
        (a + b - 256, "The addition is made in int.", "small-types-stay-small"),
        (255, "Nothing stops at the greatest value.", None),
        (0, "", None),
    )
    kind = "unsigned char"
    return _Case({"a": (kind, str(a)), "b": (kind, str(b))}, "a + b", a + b, why, wrong)


def _narrowed(dice: Dice) -> _Case:
    n = dice.one((-1, -2, -dice.between(3, 100), dice.between(257, 500), 256))
    right = n % 256
    wrong: _Wrong = (
        (0, "An unsigned type wraps around: it is taken modulo 256.", "unsigned-stops-at-zero"),
        (255, "The value is taken modulo 256, not cut off at the greatest one.", None),
        (n, "An unsigned char holds 0 to 255.", None),
        (abs(n), "The sign is not dropped.", None),
    )
    why = f"The value modulo 256: {n} and {right} differ by a multiple of 256."
    return _Case({}, f"(unsigned char){n}", right, why, wrong)


def _compared(dice: Dice) -> _Case:
    n, m = -dice.between(1, 9), dice.between(1, 9)
    operator = dice.one(("<", ">"))
    right = int(operator == ">")
    why = f"{n} is converted to unsigned int, a number above four thousand million."
    wrong = (
        (1 - right, "The comparison is made in unsigned int.", "minus-one-is-less"),
        (-1, "A comparison gives 0 or 1.", None),
        (2, "A comparison gives 0 or 1.", None),
    )
    return _Case(
        {"a": ("int", str(n)), "b": ("unsigned int", str(m))}, f"a {operator} b", right, why, wrong
    )


def _compared_long(dice: Dice) -> _Case:
    model = dice.one(MODELS)
    n, m = -dice.between(1, 9), dice.between(1, 9)
    holds = basic_size("long", model) == 8
    right = int(holds)
    if holds:
        why = "A long of 8 bytes holds every unsigned int, so both are compared as long."
    else:
        why = "A long of 4 bytes does not hold every unsigned int: both become unsigned long."
    belief = None if holds else "minus-one-is-less"
    wrong = (
        (1 - right, f"On {ABOUT[model]}, a long is {basic_size('long', model)} bytes.", belief),
        (-1, "A comparison gives 0 or 1.", None),
        (2, "A comparison gives 0 or 1.", None),
    )
    return _Case(
        {"a": ("long", str(n)), "b": ("unsigned int", str(m))}, "a < b", right, why, wrong, model
    )


def _divided(dice: Dice) -> _Case:
    d = dice.between(2, 5)
    n = -(d * dice.between(1, 9) + dice.between(1, d - 1))
    quotient, rest = -(-n // d), -(-n % d)
    if dice.chance(50):
        wrong: _Wrong = (
            (
                quotient - 1,
                "Division discards the fraction: it goes towards zero.",
                "division-rounds-down",
            ),
            (-quotient, "The signs differ, so the quotient is negative.", None),
        )
        return _Case({}, f"{n} / {d}", quotient, "Division goes towards zero.", wrong)
    wrong = (
        (n % d, "The remainder has the sign of the dividend.", "division-rounds-down"),
        (-rest, "The remainder has the sign of the dividend.", "division-rounds-down"),
        (0, "Something is left.", None),
    )
    why = f"{n} / {d} is {quotient}; {quotient} times {d} is {quotient * d}, which leaves {rest}."
    return _Case({}, f"{n} % {d}", rest, why, wrong)


def _cast(dice: Dice) -> _Case:
    whole, tenth = dice.between(1, 9), dice.between(6, 9)
    sign = dice.one((1, -1))
    text = f"{'-' if sign < 0 else ''}{whole}.{tenth}"
    wrong = (
        (sign * (whole + 1), "The conversion cuts the fraction off.", "cast-rounds"),
        (whole * 10 + tenth, "", None),
        (-sign * whole, "", None),
    )
    return _Case({}, f"(int){text}", sign * whole, "The fraction is discarded.", wrong)


def _divided_first(dice: Dice) -> _Case:
    d = dice.one((2, 4))
    n = d * dice.between(1, 5) + 1
    factor = d
    right = n // d * factor
    wrong = (
        (n, "The division is made first, in int.", "target-sets-the-type"),
        (right + factor, "Division of ints does not round up.", None),
    )
    why = f"`{n} / {d}` is {n // d}: both are int. Only then does the double come in."
    return _Case({}, f"(int)({n} / {d} * {factor}.0)", right, why, wrong)


def _octal(dice: Dice) -> _Case:
    tens, ones = dice.between(1, 7), dice.between(0, 7)
    right = tens * 8 + ones
    wrong = (
        (tens * 10 + ones, "A leading zero makes the constant octal.", "leading-zero"),
        (tens * 16 + ones, "Hexadecimal begins with 0x.", None),
    )
    return _Case({}, f"0{tens}{ones}", right, f"{tens} times 8 and {ones}.", wrong)


def _complement(dice: Dice) -> _Case:
    n = dice.one((0, 1, 15, 16, 240, dice.between(2, 250)))
    wrong = (
        (255 - n, "`~` works on the promoted value, all bits of an int.", "small-types-stay-small"),
        (-n, "`~n` is -n - 1.", None),
        (n, "", None),
    )
    return _Case(
        {"a": ("unsigned char", str(n))},
        "~a",
        ~n,
        "`a` is promoted to int before its bits are inverted.",
        wrong,
    )


def _wrapped(dice: Dice) -> _Case:
    small = dice.between(1, 8)
    large = small + dice.between(1, 5)
    wrong = (
        (0, "Unsigned arithmetic wraps around.", "unsigned-stops-at-zero"),
        (-1, "A comparison gives 0 or 1.", None),
        (small - large, "A comparison gives 0 or 1.", None),
    )
    kind = "unsigned int"
    why = f"{small} - {large} wraps around to a number above four thousand million."
    return _Case({"a": (kind, str(small)), "b": (kind, str(large))}, "a - b > 0", 1, why, wrong)


def _not_wrapped(dice: Dice) -> _Case:
    small = dice.between(1, 100)
    large = small + dice.between(1, 99)
    wrong = (
        (
            1,
            "Both are promoted to int, where the difference is negative.",
            "small-types-stay-small",
        ),
        (-1, "A comparison gives 0 or 1.", None),
        (2, "", None),
    )
    kind = dice.one(("unsigned char", "unsigned short"))
    why = "Both fit into int and are promoted to it: the difference is negative."
    return _Case({"a": (kind, str(small)), "b": (kind, str(large))}, "a - b > 0", 0, why, wrong)


def _stored(dice: Dice) -> _Case:
    a, b = dice.between(150, 250), dice.between(110, 250)
    right = (a + b) % 256
    kind = "unsigned char"
    wrong = (
        (a + b, "The cast brings the sum back to 0 to 255.", None),
        (255, "Nothing stops at the greatest value.", None),
    )
    why = f"The sum is {a + b} in int; the cast takes it modulo 256."
    return _Case(
        {"a": (kind, str(a)), "b": (kind, str(b))}, "(unsigned char)(a + b)", right, why, wrong
    )


_Make = Callable[[Dice], _Case]

_BY_LEVEL: dict[int, tuple[_Make, ...]] = {
    1: (_cast, _octal, _divided_first, _sum),
    2: (_sum, _divided, _narrowed, _cast, _octal),
    3: (_compared, _divided, _stored, _narrowed, _wrapped),
    4: (_compared, _complement, _wrapped, _not_wrapped, _stored),
    5: (_compared_long, _complement, _not_wrapped, _compared),
}
