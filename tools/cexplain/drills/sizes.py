"""Drills on sizeof and on the layout of structures, by data model."""

from collections.abc import Callable
from functools import partial

from cexplain.drills.dice import Dice
from cexplain.drills.drill import LEVELS, Choice, Drill, Model, NoDrillError, arranged, in_order
from cexplain.drills.models import MODELS, basic_size, laid_out, pointer_size, size
from cexplain.drills.types import Brackets, Shape, Star
from cexplain.values import dataclass

_MEMBERS = ("char", "short", "int", "long", "double", "long long")
_NAMES = ("a", "b", "c", "d", "e")
_WORDS = ("hello", "bit", "ring", "static", "volatile", "no")

ABOUT: dict[Model, str] = {
    "LP64": "LP64 (Linux, 64 bits)",
    "ILP32": "ILP32 (32-bit ARM)",
    "LLP64": "LLP64 (Windows, 64 bits)",
}


@dataclass(frozen=True, slots=True)
class _Case:
    """The code, an expression, its value, why, and wrong values.

    `setup` is what a compiler needs, where it is more than the code; `where` says where the
    expression is written.
    """

    code: str
    expression: str
    right: int
    why: str
    wrong: list[tuple[int, str, str | None]]
    setup: str | None = None
    where: str = ""


def drill(dice: Dice, level: int) -> Drill:
    """Return a question about a size or an offset, on one data model."""
    model: Model = "LP64" if level < 3 else dice.one(MODELS)
    case = dice.one(_BY_LEVEL[level])(dice, model)
    right = case.right

    def choice(number: int, why: str = "", belief: str | None = None) -> Choice:
        return Choice(str(number), why, belief, f"{case.expression} == {number}")

    wrong = [choice(*each) for each in case.wrong if each[0] != right and each[0] > 0]
    for near in (right * 2, right + 4, right + 1, max(1, right // 2)):
        if len({each.text for each in wrong}) < 3 and near != right:
            wrong.append(choice(near))
    chosen, place = arranged(dice, choice(right), wrong)
    choices, place = in_order(chosen, chosen[place])
    return Drill(
        kind="size",
        level=level,
        ask=f"On {ABOUT[model]}, what is `{_shown(case.expression)}`{case.where}?",
        code=case.code,
        choices=choices,
        right=place,
        why=case.why,
        setup=case.code if case.setup is None else case.setup,
        model=model,
    )


def bytes_of(number: int) -> str:
    """Return a number of bytes in words."""
    return "1 byte" if number == 1 else f"{number} bytes"


def _shown(expression: str) -> str:
    """Return an expression as a program would write it: with the macro of <stddef.h>."""
    return expression.replace("__builtin_offsetof", "offsetof")


def _object(dice: Dice, model: Model) -> _Case:
    """Ask for the size of an array, a pointer, or an array of one of them."""
    base = dice.one(("char", "short", "int", "double", "long"))
    n = dice.between(2, 9)
    shape = dice.one(
        (
            Shape((Brackets(n),), base),
            Shape((Star(),), base),
            Shape((Brackets(n), Star()), base),
            Shape((Star(), Brackets(n)), base),
            Shape((Brackets(n), Brackets(dice.between(2, 4))), base),
        )
    )
    right = size(shape, model)
    pointer, one = pointer_size(model), basic_size(base, model)
    count = 1
    for step in shape.steps:
        count *= step.size if isinstance(step, Brackets) else 1
    all_of_them, is_array = count * one, isinstance(shape.steps[0], Brackets)
    wrong: list[tuple[int, str, str | None]] = [
        (count, "`sizeof` counts bytes, not elements.", None),
        (one, "That is the size of one element.", None),
    ]
    if is_array:
        said = "An array does not become a pointer under `sizeof`."
        wrong.append((pointer, said, "arrays-are-pointers"))
        wrong.append((all_of_them, "The elements are pointers.", None))
        why = f"{n} elements, each of {bytes_of(right // n)}."
    else:
        said = "`sizeof` measures the pointer, not what it leads to."
        wrong.append((all_of_them, said, "sizeof-pointer-is-object"))
        why = f"A pointer is {pointer} bytes, whatever it leads to."
    return _Case(shape.declared("x"), "sizeof x", right, why, wrong)


def _string(dice: Dice, model: Model) -> _Case:
    """Ask for the size of a string in an array, or of a pointer to one."""
    word = dice.one(_WORDS)
    room = dice.one((0, 0, len(word) + dice.between(2, 9)))
    array = dice.chance(60)
    pointer = pointer_size(model)
    if array:
        right = room or len(word) + 1
        code = f'char s[{room or ""}] = "{word}";'
        why = (
            f"The array has {room} elements, whatever the string needs."
            if room
            else f"{len(word)} characters and the null character that ends them."
        )
    else:
        right, code = pointer, f'const char *s = "{word}";'
        why = f"`s` is a pointer: {pointer} bytes. The string is somewhere else."
    wrong: list[tuple[int, str, str | None]] = [
        (
            len(word),
            "`strlen` counts the characters; `sizeof` measures the object.",
            "sizeof-measures-string",
        ),
        (len(word) + 1, "`sizeof` measures `s` itself, not the string.", "sizeof-measures-string"),
        (
            pointer,
            "`s` is an array, and stays one under `sizeof`.",
            "arrays-are-pointers",
        ),
    ]
    return _Case(code, "sizeof s", right, why, wrong)


def _constant(dice: Dice, model: Model) -> _Case:
    """Ask for the size of a constant or of a small expression."""
    rows: tuple[tuple[str, int, str, list[tuple[int, str, str | None]]], ...] = (
        (
            "sizeof 'a'",
            4,
            "In C a character constant is an int.",
            [(1, "That would be C++: in C, `'a'` is an int.", "char-constant")],
        ),
        (
            "sizeof (c + c)",
            4,
            "Both operands are promoted to int before they are added.",
            [
                (1, "Operands narrower than int are promoted.", "small-types-stay-small"),
                (2, "Two operands do not add up their sizes.", None),
            ],
        ),
        (
            "sizeof c++",
            1,
            "The type of `c++` is char, and nothing is incremented.",
            [(4, "`++` gives the type of its operand.", None)],
        ),
        (
            "sizeof 1.0",
            8,
            "A floating constant without a suffix is a double.",
            [(4, "That is `1.0f`.", None)],
        ),
        ("sizeof 1.0f", 4, "The suffix f makes it a float.", [(8, "That is `1.0`.", None)]),
        (
            "sizeof (c == c)",
            4,
            "A comparison gives an int, 0 or 1.",
            [(1, "C's comparisons give an int, not a `_Bool`.", None)],
        ),
        (
            "sizeof 1L",
            basic_size("long", model),
            "`1L` is a long.",
            [
                (
                    12 - basic_size("long", model),
                    "How long a long is depends on the data model.",
                    "long-is-eight-bytes",
                )
            ],
        ),
    )
    expression, right, why, wrong = dice.one(rows)
    return _Case("char c;", expression, right, why, wrong)


def _parameter(dice: Dice, model: Model, *, tables: bool = False) -> _Case:
    """Ask for the size of a parameter that looks like an array."""
    base = dice.one(("int", "char", "double", "short"))
    n, m = dice.between(3, 12), dice.between(2, 5)
    table = tables and dice.chance(50)
    one, pointer = basic_size(base, model), pointer_size(model)
    brackets = f"[{n}][{m}]" if table else f"[{n}]"
    expression = dice.one(("sizeof a", "sizeof *a"))
    rows = m * one if table else one
    right = pointer if expression == "sizeof a" else rows
    if expression == "sizeof a":
        why = "A parameter declared as an array is a pointer (6.7.7.4p6)."
    else:
        said = f"an array of {m}" if table else "one element"
        why = f"`a` is a pointer, and `*a` is {said}: {bytes_of(rows)}."
    wrong: list[tuple[int, str, str | None]] = [
        (n * rows, "A parameter declared as an array is a pointer.", "array-parameter"),
        (n, "`sizeof` counts bytes, and there is no array here.", "array-parameter"),
        (one, "`*a` is a whole row.", "two-dimensions")
        if expression == "sizeof *a"
        else (one, "`a` is a pointer, not an element.", None),
        (pointer, "A row is an array, not a pointer.", "two-dimensions"),
    ]
    code = f"void f({base} a{brackets});"
    # A parameter is known only inside its function: there the claims are made.
    setup = f"void f({base} a{brackets}) {{ CLAIM }}"
    return _Case(code, expression, right, why, wrong, setup, " in the body of `f`")


def _structure(dice: Dice, model: Model, *, level: int) -> _Case:
    """Ask for a structure's size or for a member's offset."""
    count = dice.between(2, min(level + 1, 4))
    names = _NAMES[:count]
    shapes = [_member(dice, level) for _ in range(count)]
    offsets, whole = laid_out(shapes, model)
    parts = [size(shape, model) for shape in shapes]
    code = f"struct s {{ {' '.join(map(Shape.declared, shapes, names))} }};"
    if sum(parts) == whole and dice.chance(70):
        raise NoDrillError  # a structure without padding asks for an addition only
    wrong: list[tuple[int, str, str | None]]
    if dice.chance(60):
        padded = sum(
            -(-part // max(parts)) * max(parts) if part < max(parts) else part for part in parts
        )
        unpadded_end = offsets[-1] + parts[-1]
        wrong = [
            (sum(parts), "That is the sum of the members, without padding.", "struct-is-the-sum"),
            (
                unpadded_end,
                "The end is padded too, so that the next element of an array is aligned.",
                "struct-is-the-sum",
            ),
            (padded, "Members are aligned to their own size, not to the largest one.", None),
        ]
        why = (
            f"The offsets are {_listed(offsets)}, and the end is rounded up to the strictest"
            f" alignment: {whole}."
        )
        return _Case(code, "sizeof (struct s)", whole, why, wrong)
    place = dice.between(1, count - 1)
    right = offsets[place]
    said = "The members before it may be followed by padding."
    wrong = [
        (sum(parts[:place]), said, "struct-is-the-sum"),
        (right + parts[place], "That is where the member ends.", None),
        (place * max(parts), "Members are not all as wide as the widest.", None),
    ]
    why = f"`{names[place]}` starts at the next multiple of its alignment: {right}."
    expression = f"__builtin_offsetof(struct s, {names[place]})"
    return _Case(code, expression, right, why, wrong)


def _member(dice: Dice, level: int) -> Shape:
    base = dice.one(_MEMBERS)
    if level >= 4 and dice.chance(25):
        return Shape((Brackets(dice.between(2, 5)),), dice.one(("char", "short", "int")))
    if level >= 3 and dice.chance(25):
        return Shape((Star(),), base)
    return Shape((), base)


def _listed(numbers: list[int]) -> str:
    *first, last = map(str, numbers)
    return f"{', '.join(first)} and {last}" if first else last


def _union(dice: Dice, model: Model) -> _Case:
    """Ask for the size of a union."""
    shapes = [
        Shape((Brackets(dice.between(3, 13)),), "char"),
        Shape((), dice.one(("int", "double", "long"))),
    ]
    parts = [size(shape, model) for shape in shapes]
    strictest = parts[1]
    right = -(-max(parts) // strictest) * strictest
    code = f"union u {{ {' '.join(map(Shape.declared, shapes, _NAMES))} }};"
    why = f"The largest member, rounded up to the strictest alignment ({strictest})."
    wrong: list[tuple[int, str, str | None]] = [
        (sum(parts), "All members of a union start at offset 0.", "struct-is-the-sum"),
        (max(parts), "The size is a multiple of the strictest alignment.", "struct-is-the-sum"),
        (min(parts), "Every member must fit.", None),
    ]
    return _Case(code, "sizeof (union u)", right, why, wrong)


def _count(dice: Dice, model: Model) -> _Case:
    """Ask what the idiom for an array's length gives."""
    base = dice.one(("int", "double", "short", "char"))
    n, m = dice.between(3, 9), dice.between(2, 5)
    one = basic_size(base, model)
    expression, right, why = dice.one(
        (
            ("sizeof a / sizeof a[0]", n, f"{n} rows."),
            ("sizeof a[0] / sizeof a[0][0]", m, f"A row has {m} elements."),
            ("sizeof a", n * m * one, f"{n} rows of {m} elements, each of {bytes_of(one)}."),
            ("sizeof a[0]", m * one, f"A row is an array of {m}."),
            ("sizeof &a[0]", pointer_size(model), "`&a[0]` is a pointer to a row."),
            ("sizeof (a + 0)", pointer_size(model), "In `a + 0` the array has become a pointer."),
        )
    )
    wrong: list[tuple[int, str, str | None]] = [
        (pointer_size(model), "A row is an array, not a pointer.", "two-dimensions"),
        (n * m, "The rows are elements, too.", None),
        (n * m * one, "That is the whole table.", None),
        (m * one, "That is one row.", None),
        (one, "That is one element of a row.", None),
    ]
    return _Case(f"{base} a[{n}][{m}];", expression, right, why, wrong)


_Make = Callable[[Dice, Model], _Case]

_tables = partial(_parameter, tables=True)
_STRUCTURES = {level: partial(_structure, level=level) for level in LEVELS}

_BY_LEVEL: dict[int, tuple[_Make, ...]] = {
    1: (_object, _string, _constant),
    2: (_object, _string, _constant, _parameter, _STRUCTURES[2]),
    3: (_object, _constant, _parameter, _STRUCTURES[3], _STRUCTURES[3]),
    4: (_tables, _STRUCTURES[4], _STRUCTURES[4], _union, _count),
    5: (_tables, _STRUCTURES[5], _STRUCTURES[5], _union, _count),
}
