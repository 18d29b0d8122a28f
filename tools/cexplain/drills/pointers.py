"""Drills on pointer arithmetic: what an expression over an array gives."""

from collections.abc import Callable

from cexplain.drills.dice import Dice
from cexplain.drills.drill import Choice, Drill, NoDrillError, arranged, in_order
from cexplain.values import dataclass

_ELEMENTS = {"int": 4, "short": 2, "char": 1, "double": 8}
_BYTES = "Pointers count elements, not bytes."


@dataclass(frozen=True, slots=True)
class _Case:
    """The code, the expression, its value, why, and wrong values with their reasons."""

    code: str
    expression: str
    right: int
    why: str
    wrong: tuple[tuple[int, str, str | None], ...]


def drill(dice: Dice, level: int) -> Drill:
    """Return a question about a pointer into an array."""
    case = dice.one(_BY_LEVEL[level])(dice)
    wrong = [Choice(str(number), why, belief) for number, why, belief in case.wrong]
    for near in (case.right + 1, case.right - 1, case.right + 2):
        if len({choice.text for choice in wrong if choice.text != str(case.right)}) < 3:
            wrong.append(Choice(str(near)))
    chosen, place = arranged(dice, Choice(str(case.right)), wrong)
    choices, place = in_order(chosen, chosen[place])
    return Drill(
        kind="pointer",
        level=level,
        ask=f"What is `{case.expression}`?",
        code=case.code,
        choices=choices,
        right=place,
        why=case.why,
        check="output",
        setup=f'{case.code}\nprintf("%d\\n", (int)({case.expression}));',
    )


def _numbers(dice: Dice, count: int) -> list[int]:
    """Return different numbers of two digits."""
    return dice.some(range(11, 100), count)


def _array(dice: Dice) -> tuple[str, list[int], str]:
    """Return a type, the elements of an array `a` of it, and its declaration."""
    base = dice.one(("int", "short", "double"))
    values = _numbers(dice, dice.between(5, 7))
    listed = ", ".join(map(str, values))
    return base, values, f"{base} a[] = {{ {listed} }};"


def _element(dice: Dice) -> _Case:
    """An element beside the one that a pointer leads to."""
    base, values, declared = _array(dice)
    start = dice.between(1, len(values) - 3)
    step = dice.one((-1, 1, 2))
    form = dice.one(("*(p {})", "p[{}]"))
    shown = f"{'+' if step > 0 else '-'} {abs(step)}" if form[0] == "*" else str(step)
    expression = form.format(shown)
    wrong: list[tuple[int, str, str | None]] = [
        (values[start] + step, f"`{expression}` steps first and reads then.", None),
        (values[start], "That is `*p`.", None),
        (values[step] if step > 0 else values[0], "The steps count from `p`, not from `a`.", None),
    ]
    why = f"`p` is at `a[{start}]`, so this is `a[{start + step}]`."
    code = f"{declared}\n{base} *p = a + {start};"
    return _Case(code, expression, values[start + step], why, tuple(wrong))


def _value_plus(dice: Dice) -> _Case:
    """The star before the plus, or after it."""
    base, values, declared = _array(dice)
    start, step = dice.between(0, len(values) - 4), dice.between(1, 3)
    code = f"{declared}\n{base} *p = &a[{start}];"
    if dice.chance(50):
        return _Case(
            code,
            f"*p + {step}",
            values[start] + step,
            "`*` binds tighter than `+`.",
            (
                (values[start + step], f"That is `*(p + {step})`.", None),
                (values[start], "One is added to what is read.", None),
            ),
        )
    return _Case(
        code,
        f"*(p + {step})",
        values[start + step],
        f"`p + {step}` is `&a[{start + step}]`.",
        (
            (values[start] + step, f"That is `*p + {step}`.", None),
            (values[start], "The pointer moves first.", None),
        ),
    )


def _difference(dice: Dice) -> _Case:
    """The difference of two pointers, in elements."""
    base = dice.one(("int", "short", "double"))
    wide = _ELEMENTS[base]
    low = dice.between(0, 3)
    high = low + dice.between(2, 5)
    code = f"{base} a[10];\n{base} *p = &a[{low}], *q = &a[{high}];"
    steps = high - low
    if dice.chance(40):
        return _Case(
            code,
            "(char *)q - (char *)p",
            steps * wide,
            f"Here the elements are chars: {steps} times {wide} bytes.",
            (
                (steps, "The casts make both pointers to char.", None),
                (-steps * wide, "`q` is the later one.", None),
            ),
        )
    return _Case(
        code,
        "q - p",
        steps,
        "A difference counts elements.",
        (
            (steps * wide, _BYTES, "pointer-plus-one"),
            (-steps, "`q` is the later one.", None),
            (steps + 1, "Count the steps from one to the other, not the elements.", None),
        ),
    )


def _bytes(dice: Dice) -> _Case:
    """How many bytes a step is."""
    base = dice.one(("int", "short", "double"))
    wide, steps, n = _ELEMENTS[base], dice.between(1, 4), dice.between(2, 4)
    if dice.chance(50):
        code = f"{base} a[10];\n{base} *p = a;"
        return _Case(
            code,
            f"(char *)(p + {steps}) - (char *)p",
            steps * wide,
            f"One step of `p` is one {base}: {wide} bytes.",
            ((steps, "`p + 1` is the next element, not the next byte.", "pointer-plus-one"),),
        )
    code = f"{base} t[5][{n}];"
    return _Case(
        code,
        "(char *)(t + 1) - (char *)t",
        n * wide,
        f"One step of `t` is a whole row: {n} times {wide} bytes.",
        (
            (wide, "`t` leads to rows, not to elements.", "two-dimensions"),
            (8, "A row is an array, not a pointer.", "two-dimensions"),
            (1, "`t + 1` is the next row, not the next byte.", "pointer-plus-one"),
            (5 * n * wide, "That would be `&t + 1`.", None),
        ),
    )


def _increment(dice: Dice) -> _Case:
    """A star and an increment together."""
    base, values, declared = _array(dice)
    start = dice.between(0, len(values) - 3)
    first = f"a + {start}" if start else "a"
    code = f"{declared}\n{base} *p = {first};\n{base} x = "
    here, after = values[start], values[start + 1]
    rows = (
        (
            "*p++",
            here,
            "x",
            here,
            "`p++` gives the old pointer; then `p` has moved.",
            (
                (after, "That is `*++p`.", None),
                (here + 1, "That is `++*p`: here the pointer moves.", None),
            ),
        ),
        (
            "*++p",
            after,
            "x",
            after,
            "`++p` moves first, and gives the new pointer.",
            ((here, "That is `*p++`.", None), (here + 1, "That is `++*p`.", None)),
        ),
        (
            "++*p",
            here + 1,
            "x",
            here + 1,
            "`*p` itself is incremented.",
            (
                (here, "That is `(*p)++`, or `*p++`.", None),
                (after, "The pointer stays where it is.", None),
            ),
        ),
        (
            "(*p)++",
            here,
            "x",
            here,
            "The old value is given; then the element is one greater.",
            ((here + 1, "That is `++*p`.", None), (after, "The pointer stays where it is.", None)),
        ),
        (
            "*p++",
            here,
            "*p",
            after,
            "`p` has moved by one element.",
            (
                (here, "`++` applies to the pointer.", None),
                (here + 1, "The pointer moves, not the value.", None),
            ),
        ),
        (
            "(*p)++",
            here,
            "*p",
            here + 1,
            "The element was incremented, and the pointer stays.",
            (
                (here, "The element was incremented.", None),
                (after, "The pointer stays where it is.", None),
            ),
        ),
    )
    written, _, expression, right, why, wrong = dice.one(rows)
    return _Case(f"{code}{written};", expression, right, why, wrong)


def _rows(dice: Dice) -> _Case:
    """Elements of a table by stars and brackets."""
    columns = dice.between(3, 4)
    rows = [_numbers(dice, columns) for _ in range(3)]
    if len({value for row in rows for value in row}) < 3 * columns:
        raise NoDrillError
    listed = ", ".join(f"{{ {', '.join(map(str, row))} }}" for row in rows)
    code = f"int t[3][{columns}] = {{ {listed} }};"
    forms = (
        (
            "*t[1]",
            rows[1][0],
            "`t[1]` is the second row; `*` takes its first element.",
            (
                (rows[0][1], "That is `(*t)[1]`.", None),
                (rows[1][1], "Only one of them counts columns.", None),
            ),
        ),
        (
            "(*t)[1]",
            rows[0][1],
            "`*t` is the first row; `[1]` takes its second element.",
            (
                (rows[1][0], "That is `*t[1]`.", None),
                (rows[1][1], "Only one of them counts columns.", None),
            ),
        ),
        (
            "**(t + 1)",
            rows[1][0],
            "`t + 1` is the next row.",
            (
                (rows[0][1], "`t + 1` steps over a whole row.", "two-dimensions"),
                (rows[0][0] + 1, "The step comes before the stars.", None),
            ),
        ),
        (
            "*(*t + 1)",
            rows[0][1],
            "`*t` is the first row, and one step in it is one int.",
            (
                (rows[1][0], "That is `**(t + 1)`.", None),
                (rows[0][0] + 1, "That is `**t + 1`.", None),
            ),
        ),
        (
            "*(*(t + 2) + 1)",
            rows[2][1],
            "Row 2, column 1.",
            (
                (rows[1][2], "The outer step counts rows.", None),
                (rows[2][0] + 1, "The step is inside the star.", None),
            ),
        ),
        (
            "*t[2] + 1",
            rows[2][0] + 1,
            "The star comes before the plus.",
            (
                (rows[2][1], "That is `*(t[2] + 1)`.", None),
                (rows[0][2] + 1, "`t[2]` is a row.", None),
            ),
        ),
    )
    expression, right, why, wrong = dice.one(forms)
    return _Case(code, expression, right, why, wrong)


def _to_array(dice: Dice) -> _Case:
    """A pointer to a whole array beside one to its first element."""
    n, steps = dice.between(3, 8), dice.between(1, 3)
    base = dice.one(("int", "short", "double"))
    wide = _ELEMENTS[base]
    code = f"{base} a[{n}];"
    if dice.chance(50):
        return _Case(
            code,
            "(char *)(&a + 1) - (char *)a",
            n * wide,
            "`&a` leads to the whole array: one step is all of it.",
            (
                (wide, "That is `a + 1`: `&a` is a pointer to the array.", "arrays-are-pointers"),
                (1, "One step is what the pointer leads to.", "pointer-plus-one"),
                (8, "`&a` is not a pointer to a pointer.", "arrays-are-pointers"),
            ),
        )
    return _Case(
        code,
        f"&a[{n}] - (a + {steps})",
        n - steps,
        f"`&a[{n}]`, one past the end, may be computed, not read.",
        (
            ((n - steps) * wide, _BYTES, "pointer-plus-one"),
            (n - steps - 1, "The end is one past the last element.", None),
            (n, "The second pointer is not at the start.", None),
        ),
    )


_Make = Callable[[Dice], _Case]

_BY_LEVEL: dict[int, tuple[_Make, ...]] = {
    1: (_element, _value_plus),
    2: (_element, _value_plus, _difference),
    3: (_difference, _bytes, _increment),
    4: (_bytes, _increment, _rows),
    5: (_rows, _to_array, _increment),
}
