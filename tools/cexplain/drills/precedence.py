"""Drills on precedence: which parentheses does C put where none are written?"""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from cexplain.drills.dice import Dice
from cexplain.drills.drill import Choice, Drill, NoDrillError, arranged
from cexplain.values import dataclass

Tree: TypeAlias = "str | Unary | Binary | Conditional"

_TRUE = {
    "||": 1,
    "&&": 2,
    "|": 3,
    "^": 4,
    "&": 5,
    "==": 6,
    "!=": 6,
    "<": 7,
    ">": 7,
    "<=": 7,
    ">=": 7,
    "<<": 8,
    ">>": 8,
    "+": 9,
    "-": 9,
    "*": 10,
    "/": 10,
    "%": 10,
}
_GROUPS = (
    ("*", "/", "%"),
    ("+", "-"),
    ("<<", ">>"),
    ("<", ">", "<=", ">="),
    ("==", "!="),
    ("&",),
    ("^",),
    ("|",),
    ("&&",),
    ("||",),
)
_BY_LEVEL = {
    1: ("+", "-", "*", "/", "%", "<", "=="),
    2: ("+", "-", "*", "/", "<", ">=", "==", "&&", "||"),
    3: ("+", "*", "-", "<<", "==", "!=", "&", "|", "&&", "||"),
    4: ("+", "-", "<<", ">>", "<", "==", "!=", "&", "^", "|", "&&"),
    5: tuple(_TRUE),
}
_TRIED = 40
"""Assignments of values that are tried to tell two readings apart."""
_LARGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class Unary:
    """An operator before its operand."""

    operator: str
    operand: "Tree"


@dataclass(frozen=True, slots=True)
class Binary:
    """An operator between its operands."""

    operator: str
    left: "Tree"
    right: "Tree"


@dataclass(frozen=True, slots=True)
class Conditional:
    """The operator ?:."""

    condition: "Tree"
    second: "Tree"
    third: "Tree"


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to group: each operator's precedence, and what is on the right of equal ones first."""

    table: Mapping[str, float]
    from_right: bool = False
    unary_last: bool = False
    why: str = ""
    belief: str | None = None


_C = _Way(_TRUE)
_MASK_FIRST = {**_TRUE, "&": 7.6, "^": 7.5, "|": 7.4}
_WAYS = (
    _Way(
        _MASK_FIRST,
        why="`&`, `^` and `|` bind looser than comparisons.",
        belief="mask-before-equals",
    ),
    _Way({**_TRUE, "<<": 11, ">>": 11}, why="Shifts bind looser than `+` and `-`."),
    _Way({**_TRUE, "&&": 1, "||": 1}, why="`&&` binds tighter than `||`."),
    _Way({**_TRUE, "&&": 1, "||": 2}, why="`&&` binds tighter than `||`."),
    _Way(_TRUE, unary_last=True, why="An operator before its operand binds tightest."),
    _Way(dict.fromkeys(_TRUE, 1), why="Operators are not simply taken from left to right."),
    _Way(_TRUE, from_right=True, why="Operators of one rank are taken from the left."),
    _Way(
        dict.fromkeys(_TRUE, 1),
        from_right=True,
        why="Operators are not simply taken from right to left.",
    ),
)


def drill(dice: Dice, level: int) -> Drill:
    """Return an expression without parentheses, and ways to put them in."""
    tokens = _tokens(dice, level)
    tree = grouped(tokens)
    names = [token for token in tokens if token.isalpha()]
    found: list[tuple[Tree, str, str | None]] = []
    chained = _chained(tree)
    if chained is not None:
        found.append((chained, "`a < b` gives 0 or 1, and that is compared.", "comparison-chains"))
    found += [(grouped(tokens, way), way.why, way.belief) for way in _WAYS]
    values = _telling(dice, names, tree, [other for other, _, _ in found])
    wrong = [
        _choice(tokens, other, values, why, belief)
        for other, why, belief in found
        if any(value(other, each) != value(tree, each) for each in values)
    ]
    choices, place = arranged(dice, _choice(tokens, tree, values), wrong)
    return Drill(
        kind="precedence",
        level=level,
        ask="Where does C put the parentheses?",
        code=_joined(tokens),
        choices=choices,
        right=place,
        why=_why(tree),
    )


def _tokens(dice: Dice, level: int) -> list[str]:
    """Return an expression's tokens: operands a, b, c … with operators of different ranks."""
    count = 2 if level < 4 else dice.between(2, 3)
    operators = [dice.one(_BY_LEVEL[level]) for _ in range(count)]
    if level > 1 and len(set(operators)) == 1 and operators[0] not in ("-", "<", "/", "%"):
        raise NoDrillError
    tokens = []
    conditional = level >= 4 and dice.chance(20)
    for place, name in enumerate("abcd"[: count + 1]):
        if dice.chance(15 if level > 1 else 5) and not conditional:
            tokens.append(dice.one(("!", "-", "~") if level > 2 else ("!", "-")))
        tokens.append(name)
        if place < count:
            tokens.append(operators[place])
    if conditional:
        return [*tokens, "?", "e", ":", *dice.one((["f"], ["f", operators[0], "g"]))]
    return tokens


def grouped(tokens: Sequence[str], way: _Way = _C) -> Tree:
    """Return the tree that a way of grouping, C's own if none is given, makes of tokens."""
    rest = list(tokens)

    def operand() -> Tree:
        token = rest.pop(0)
        if token.isalpha():
            return token
        return Unary(token, binary(0) if way.unary_last else operand())

    def binary(least: float) -> Tree:
        left = operand()
        while rest and rest[0] in way.table and way.table[rest[0]] >= least:
            operator = rest.pop(0)
            own = way.table[operator]
            left = Binary(operator, left, binary(own if way.from_right else own + 0.1))
        return left

    tree = binary(0)
    if rest:
        rest.pop(0)
        second = binary(0)
        rest.pop(0)
        return Conditional(tree, second, binary(0))
    return tree


def _chained(tree: Tree) -> "Tree | None":
    """Return what a chain of comparisons would mean in mathematics, None for another tree."""
    match tree:
        case Binary(
            "<" | ">" | "<=" | ">=" as second, Binary("<" | ">" | "<=" | ">=" as first, a, b), c
        ):
            return Binary("&&", Binary(first, a, b), Binary(second, b, c))
        case _:
            return None


def spelled(tree: Tree, *, outermost: bool = True) -> str:
    """Return a tree with all its parentheses, except those around the whole."""
    match tree:
        case str():
            return tree
        case Unary(operator, operand):
            inner = spelled(operand, outermost=False)
            text = f"{operator}{inner}"
        case Binary(operator, left, right):
            both = (spelled(left, outermost=False), spelled(right, outermost=False))
            text = f" {operator} ".join(both)
        case Conditional(condition, second, third):
            parts = [spelled(part, outermost=False) for part in (condition, second, third)]
            text = f"{parts[0]} ? {parts[1]} : {parts[2]}"
    return text if outermost else f"({text})"


def _joined(tokens: Sequence[str]) -> str:
    """Return tokens as they are usually spaced: nothing between an operator and its operand."""
    parts: list[str] = []
    for place, word in enumerate(tokens):
        after_operand = place > 0 and tokens[place - 1].isalnum()
        unary = not word.isalnum() and not after_operand and word not in ("?", ":")
        parts.append(word if unary else f"{word} ")
    return "".join(parts).strip()


def value(tree: Tree, names: Mapping[str, int]) -> int | None:
    """Return an expression's value in C, None where a part of it is undefined or large."""
    match tree:
        case str():
            return names[tree]
        case Unary(operator, operand):
            inner = value(operand, names)
            if inner is None:
                return None
            return {"!": int(not inner), "-": -inner, "~": ~inner}[operator]
        case Binary(operator, left, right):
            first, second = value(left, names), value(right, names)
            if first is None or second is None:
                return None
            return _computed(operator, first, second)
        case Conditional(condition, second_part, third_part):
            parts = [value(part, names) for part in (condition, second_part, third_part)]
            if None in parts:
                return None
            return parts[1] if parts[0] else parts[2]


def _computed(operator: str, first: int, second: int) -> int | None:
    """Return what an operator makes of two ints, None for what C leaves undefined."""
    if operator in ("/", "%") and second == 0:
        return None
    if operator in ("<<", ">>") and (first < 0 or not 0 <= second < 8):
        return None
    quotient = 0
    if operator in ("/", "%"):
        quotient = abs(first) // abs(second) * (1 if (first < 0) == (second < 0) else -1)
    found = {
        "*": lambda: first * second,
        "/": lambda: quotient,
        "%": lambda: first - quotient * second,
        "+": lambda: first + second,
        "-": lambda: first - second,
        "<<": lambda: first << second,
        ">>": lambda: first >> second,
        "<": lambda: int(first < second),
        ">": lambda: int(first > second),
        "<=": lambda: int(first <= second),
        ">=": lambda: int(first >= second),
        "==": lambda: int(first == second),
        "!=": lambda: int(first != second),
        "&": lambda: first & second,
        "^": lambda: first ^ second,
        "|": lambda: first | second,
        "&&": lambda: int(bool(first and second)),
        "||": lambda: int(bool(first or second)),
    }[operator]()
    return found if abs(found) < _LARGEST else None


def _telling(
    dice: Dice, names: Sequence[str], tree: Tree, others: Sequence[Tree]
) -> list[dict[str, int]]:
    """Return values for the names, few of them, under which the other trees differ from this."""
    found: list[dict[str, int]] = []
    left = [other for other in others if other != tree]
    for _ in range(_TRIED):
        if not left:
            break
        tried = {name: dice.between(0, 9) for name in names}
        own = value(tree, tried)
        results = [value(other, tried) for other in left]
        # A reading that is undefined here would not compile as a constant.
        if own is None or any(value(other, tried) is None for other in others):
            continue
        if any(result != own for result in results):
            found.append(tried)
            left = [other for other, result in zip(left, results, strict=True) if result == own]
    if not found:
        raise NoDrillError
    return found


def _choice(
    tokens: Sequence[str],
    tree: Tree,
    values: Sequence[Mapping[str, int]],
    why: str = "",
    belief: str | None = None,
) -> Choice:
    """Return a tree as an answer, with the claim that it has the values of the expression."""
    claims = [
        f"({_joined([str(each.get(token, token)) for token in tokens])})"
        f" == ({spelled(_valued(tree, each))})"
        for each in values
    ]
    return Choice(f"`{spelled(tree)}`", why, belief, " && ".join(f"({one})" for one in claims))


def _valued(tree: Tree, names: Mapping[str, int]) -> Tree:
    """Return a tree with numbers for its names."""
    match tree:
        case str():
            return str(names[tree])
        case Unary(operator, operand):
            return Unary(operator, _valued(operand, names))
        case Binary(operator, left, right):
            return Binary(operator, _valued(left, names), _valued(right, names))
        case Conditional(condition, second, third):
            return Conditional(*(_valued(part, names) for part in (condition, second, third)))


def _operators(tree: Tree) -> list[str]:
    match tree:
        case str():
            return []
        case Unary(operator, operand):
            return [f"{operator} before an operand", *_operators(operand)]
        case Binary(operator, left, right):
            return [operator, *_operators(left), *_operators(right)]
        case Conditional(condition, second, third):
            return ["?:", *_operators(condition), *_operators(second), *_operators(third)]


def _why(tree: Tree) -> str:
    """Return the operators from the tightest to the loosest."""
    used = set(_operators(tree))
    unary = sorted(name for name in used if name.endswith("operand"))
    ranks = [[name for name in group if name in used] for group in _GROUPS]
    said = [f"`{name[0]}` before its operand" for name in unary]
    said += [" and ".join(f"`{name}`" for name in rank) for rank in ranks if rank]
    said += ["`?:`"] if "?:" in used else []
    if len(said) == 1:
        return f"Operators of one rank, here {said[0]}, are taken from the left."
    return f"From the tightest to the loosest: {', '.join(said)}."
