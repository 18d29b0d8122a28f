"""Statements about values and expressions: what do they print?"""

from cexplain.drills.dice import Dice
from cexplain.drills.printed_program import Program, Row


def _divided(dice: Dice) -> Program:
    d = dice.between(2, 6)
    n = d * dice.between(2, 9) + dice.between(1, d - 1)
    return Program(
        f'int n = {n};\nprintf("%d %d\\n", n / {d}, n % {d});',
        f"{n // d} {n % d}",
        "Division of ints discards the fraction, and `%` gives what is left.",
        (
            (f"{-(-n // d)} {n % d}", "Division of ints does not round up.", None),
            (f"{n / d:g} {n % d}", "Both operands are int, and so is the quotient.", None),
            (f"{n % d} {n // d}", "`/` divides, and `%` gives what is left.", None),
        ),
    )


def _target(dice: Dice) -> Program:
    d = dice.one((2, 4))
    n = d * dice.between(1, 9) + dice.between(1, d - 1)
    return Program(
        f'double x = {n} / {d};\nprintf("%.2f\\n", x);',
        f"{n // d}.00",
        f"`{n} / {d}` is computed in int; then the result becomes a double.",
        (
            (
                f"{n / d:.2f}",
                "The division does not know where its result goes.",
                "target-sets-the-type",
            ),
            (str(n // d), "`%.2f` prints two decimals.", None),
            (f"{-(-n // d)}.00", "Division of ints does not round up.", None),
        ),
    )


def _postfix(dice: Dice) -> Program:
    n = dice.between(2, 40)
    old = dice.chance(50)
    text = "n++" if old else "++n"
    first = n if old else n + 1
    return Program(
        f'int n = {n};\nint m = {text};\nprintf("%d %d\\n", n, m);',
        f"{n + 1} {first}",
        f"`{text}` gives the {'old' if old else 'new'} value, and `n` is one greater in any case.",
        (
            (
                f"{n + 1} {2 * n + 1 - first}",
                "One form gives the old value, the other the new one.",
                None,
            ),
            (f"{n} {first}", "`n` itself is incremented.", None),
        ),
    )


def _sizeof(dice: Dice) -> Program:
    n = dice.between(2, 40)
    return Program(
        f'int n = {n};\nsize_t s = sizeof n++;\nprintf("%d %zu\\n", n, s);',
        f"{n} 4",
        "`sizeof` needs only the type of its operand, which is not evaluated.",
        (
            (f"{n + 1} 4", "The operand of `sizeof` is not evaluated.", "sizeof-evaluates"),
            (f"{n} {n}", "An int is 4 bytes here, whatever its value.", None),
        ),
    )


def _short_circuit(dice: Dice) -> Program:
    operator = dice.one(("&&", "||"))
    first = dice.between(0, 1)
    n = dice.between(1, 20)
    runs = bool(first) == (operator == "&&")
    return Program(
        f'int n = {n};\nif ({first} {operator} n++)\n    n += 10;\nprintf("%d\\n", n);',
        str(n + runs + 10 * (runs or operator == "||")),
        f"`{operator}` evaluates its right operand only if the left one is"
        f" {'not 0' if operator == '&&' else '0'}.",
        (
            (
                str(n + (not runs) + 10 * (runs or operator == "||")),
                "The right operand is evaluated only where it is needed.",
                "both-sides-run" if not runs else None,
            ),
            (
                str(n + runs + 10 * (not (runs or operator == "||"))),
                "Follow the condition once more.",
                None,
            ),
            (str(n), "Follow the condition once more.", None),
        ),
    )


def _chain(dice: Dice) -> Program:
    low, high = 1, dice.between(5, 10)
    n = dice.between(high + 1, high + 20)
    return Program(
        f'int n = {n};\nprintf("%s\\n", {low} < n < {high} ? "inside" : "outside");',
        "inside",
        f"`{low} < n` is 1, and 1 is less than {high}.",
        (
            ("outside", "`1 < n` gives 0 or 1, and that is compared.", "comparison-chains"),
            ("1", "`%s` prints one of the two strings.", None),
        ),
    )


def _mask(dice: Dice) -> Program:
    bit = dice.one((2, 4, 8))
    flags = bit | dice.one((0, 16))
    return Program(
        f'int flags = {flags};\nprintf("%s\\n", flags & {bit} == {bit} ? "set" : "clear");',
        "clear",
        f"`==` binds tighter: `{bit} == {bit}` is 1, and `flags & 1` is 0.",
        (
            ("set", "`==` binds tighter than `&`.", "mask-before-equals"),
            ("1", "`%s` prints one of the two strings.", None),
        ),
    )


def _octal(dice: Dice) -> Program:
    tens, ones = dice.between(1, 6), dice.between(0, 7)
    plus = dice.between(1, 9)
    return Program(
        f'printf("%d\\n", 0{tens}{ones} + {plus});',
        str(tens * 8 + ones + plus),
        "A leading zero makes the constant octal.",
        (
            (str(tens * 10 + ones + plus), "A leading zero means base 8.", "leading-zero"),
            (f"0{tens * 10 + ones + plus}", "`%d` prints no leading zeros.", None),
        ),
    )


def _letters(dice: Dice) -> Program:
    steps = dice.between(1, 5)
    letter = dice.one("abcdfghkmp")
    right = chr(ord(letter) + steps)
    return Program(
        f"char c = '{letter}';\nc += {steps};\nprintf(\"%c\\n\", c);",
        right,
        f"The letters follow each other: {steps} after {letter} is {right}.",
        (
            (f"{letter}{steps}", "Characters are numbers, and numbers are added.", None),
            (str(ord(right)), "`%c` prints the character, `%d` its number.", None),
            (letter, "`c` has changed.", None),
        ),
    )


def _wrapping(dice: Dice) -> Program:
    n, m = dice.between(200, 255), dice.between(57, 120)
    return Program(
        f'unsigned char c = {n};\nc += {m};\nprintf("%d\\n", c);',
        str((n + m) % 256),
        f"{n} + {m} is {n + m} in int; stored into `c` it is taken modulo 256.",
        (
            (str(n + m), "An unsigned char holds 0 to 255.", None),
            ("255", "Unsigned types wrap around; they do not stop.", None),
            (str(n + m - 255), "It is modulo 256, not 255.", None),
        ),
    )


def _unstored(dice: Dice) -> Program:
    n, m = dice.between(150, 255), dice.between(107, 250)
    return Program(
        f'unsigned char a = {n}, b = {m};\nprintf("%d\\n", a + b);',
        str(n + m),
        "Both are promoted to int before they are added.",
        (
            (str((n + m) % 256), "The addition is made in int.", "small-types-stay-small"),
            ("255", "Nothing stops at the greatest value.", None),
        ),
    )


def _swap_by_comma(dice: Dice) -> Program:
    n, m = dice.between(1, 9), dice.between(11, 19)
    return Program(
        f'int a = {n}, b = {m};\na = b;\nb = a;\nprintf("%d %d\\n", a, b);',
        f"{m} {m}",
        "When `b` gets the value of `a`, that is already the value of `b`.",
        (
            (f"{m} {n}", "The old value of `a` is gone after the first assignment.", None),
            (f"{n} {m}", "Both assignments change something.", None),
        ),
    )


def _shift(dice: Dice) -> Program:
    n, by, plus = dice.between(1, 5), dice.between(1, 3), dice.between(1, 3)
    return Program(
        f'printf("%d\\n", {n} << {by} + {plus});',
        str(n << by + plus),
        f"`+` binds tighter than `<<`: the shift is by {by + plus}.",
        (
            (str((n << by) + plus), "`+` binds tighter than `<<`.", None),
            (str(n << by), "The sum decides how far.", None),
        ),
    )


def _quotient(dice: Dice) -> Program:
    d = dice.between(2, 5)
    n = -(d * dice.between(1, 9) + dice.between(1, d - 1))
    quotient, rest = -(-n // d), -(-n % d)
    return Program(
        f'int n = {n};\nprintf("%d %d\\n", n / {d}, n % {d});',
        f"{quotient} {rest}",
        "Division goes towards zero, and the remainder has the sign of the dividend.",
        (
            (f"{quotient - 1} {n % d}", "C's division goes towards zero.", "division-rounds-down"),
            (
                f"{quotient} {-rest}",
                "The remainder has the sign of the dividend.",
                "division-rounds-down",
            ),
        ),
    )


PROGRAMS: tuple[Row, ...] = (
    (_divided, (1,)),
    (_letters, (1, 2)),
    (_postfix, (1, 2)),
    (_swap_by_comma, (1,)),
    (_target, (1, 2, 3)),
    (_octal, (2, 3)),
    (_unstored, (2, 3)),
    (_chain, (2, 3)),
    (_quotient, (3, 4)),
    (_wrapping, (2, 3, 4)),
    (_shift, (3, 4)),
    (_mask, (3, 4, 5)),
    (_short_circuit, (3, 4, 5)),
    (_sizeof, (4, 5)),
)
