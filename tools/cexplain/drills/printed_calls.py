"""Statements about loops, strings, scopes and arrays: what do they print?

Each stands in the body of a function. A function of its own is a macro's body here or nothing:
statements alone are easier to read.
"""

from cexplain.drills.dice import Dice
from cexplain.drills.printed_program import Program, Row


def _counted(dice: Dice) -> Program:
    start, step, count = dice.between(0, 5), dice.between(1, 4), dice.between(3, 5)
    equal = dice.chance(50)
    end = start + step * (count if not equal else count - 1)
    shown = [str(start + step * place) for place in range(count)]
    sign = "<=" if equal else "<"
    return Program(
        f'for (int i = {start}; i {sign} {end}; i += {step})\n    printf("%d ", i);',
        " ".join(shown),
        f"The loop goes on as long as `i {sign} {end}`.",
        (
            (
                " ".join([*shown, str(start + step * count)]),
                "The condition is tested before each round.",
                None,
            ),
            (" ".join(shown[:-1]), "The last value still fulfils the condition.", None),
            (" ".join(shown[1:]), "The step is made after each round.", None),
        ),
    )


def _semicolon(dice: Dice) -> Program:
    n = dice.between(3, 9)
    return Program(
        f'int i;\nfor (i = 0; i < {n}; i++)\n    ;\nprintf("%d\\n", i);',
        str(n),
        f"The loop ends when `i < {n}` is false, so `i` is {n}.",
        (
            (str(n - 1), "The last step makes the condition false.", None),
            ("0", "The loop changes `i`.", None),
        ),
    )


def _indented(dice: Dice) -> Program:
    n, limit, plus = dice.between(1, 5), dice.between(6, 12), dice.between(10, 30)
    return Program(
        f'int n = {n};\nif (n > {limit})\n    n = 0;\n    n += {plus};\nprintf("%d\\n", n);',
        str(n + plus),
        "Without braces only one statement belongs to the `if`.",
        (
            (str(n), "The second line does not belong to the `if`.", "indentation-groups"),
            (str(plus), "The condition is false.", None),
        ),
    )


def _falls(dice: Dice) -> Program:
    n = dice.between(1, 2)
    right = "one two three"[4 * (n - 1) :]
    word = right.split()[0]
    return Program(
        f"switch ({n}) {{\n"
        'case 1:\n    printf("one ");\ncase 2:\n    printf("two ");\n'
        'case 3:\n    printf("three ");\n}',
        right,
        "Without `break` the next case's statements run too.",
        (
            (word, "There is no `break`.", None),
            (
                f"{word} three" if n == 1 else "one two three",
                "From the matching case on, all of them run.",
                None,
            ),
        ),
    )


def _shadowed(dice: Dice) -> Program:
    n, m = dice.between(1, 9), dice.between(11, 99)
    return Program(
        f'int n = {n};\n{{\n    int n = {m};\n    n++;\n}}\nprintf("%d\\n", n);',
        str(n),
        "The `n` in the block is another object; it hides the outer one.",
        (
            (str(m + 1), "The block's `n` is gone at its end.", "inner-name-is-outer"),
            (str(n + 1), "The block's own `n` is incremented.", "inner-name-is-outer"),
            (str(m), "The block's `n` is gone at its end.", "inner-name-is-outer"),
        ),
    )


def _static(dice: Dice) -> Program:
    start, rounds = dice.between(1, 9), dice.between(2, 4)
    right = " ".join(str(start + place + 1) for place in range(rounds))
    again = " ".join([str(start + 1)] * rounds)
    return Program(
        f"for (int i = 0; i < {rounds}; i++) {{\n    static int n = {start};\n    n++;\n"
        '    printf("%d ", n);\n}',
        right,
        "A static object is initialized once, before the program starts.",
        (
            (again, "The initializer does not run in each round.", "static-starts-over"),
            (
                " ".join(str(start + place) for place in range(rounds)),
                "`n` is incremented before it is printed.",
                None,
            ),
        ),
    )


def _automatic(dice: Dice) -> Program:
    start, rounds = dice.between(1, 9), dice.between(2, 4)
    return Program(
        f"for (int i = 0; i < {rounds}; i++) {{\n    int n = {start};\n    n++;\n"
        '    printf("%d ", n);\n}',
        " ".join([str(start + 1)] * rounds),
        "Without `static`, `n` starts afresh in each round.",
        (
            (
                " ".join(str(start + place + 1) for place in range(rounds)),
                "That needs `static`.",
                None,
            ),
            (" ".join([str(start)] * rounds), "`n` is incremented before it is printed.", None),
        ),
    )


def _length(dice: Dice) -> Program:
    word = dice.one(("ring", "hello", "bit", "static", "event"))
    room = len(word) + dice.between(2, 9)
    return Program(
        f'char s[{room}] = "{word}";\nprintf("%zu %zu\\n", sizeof s, strlen(s));',
        f"{room} {len(word)}",
        "`sizeof` measures the array, `strlen` counts up to the null character.",
        (
            (
                f"{len(word) + 1} {len(word)}",
                "`sizeof` measures the whole array.",
                "sizeof-measures-string",
            ),
            (f"{room} {room}", "`strlen` stops at the null character.", "sizeof-measures-string"),
            (f"8 {len(word)}", "`s` is an array, not a pointer.", "arrays-are-pointers"),
        ),
    )


def _cut(dice: Dice) -> Program:
    first, second = dice.one(("ab", "out", "read")), dice.one(("cd", "side", "er"))
    whole = len(first) + len(second) + 2
    return Program(
        f'char s[] = "{first}\\0{second}";\nprintf("%zu %zu\\n", sizeof s, strlen(s));',
        f"{whole} {len(first)}",
        "The string ends at the first null character; the array holds the whole literal.",
        (
            (f"{whole} {whole - 1}", "`strlen` stops at the first null character.", None),
            (
                f"{len(first) + 1} {len(first)}",
                "The array holds the whole literal.",
                "sizeof-measures-string",
            ),
            (f"{whole - 1} {len(first)}", "One null character more ends the literal.", None),
        ),
    )


def _aliased(dice: Dice) -> Program:
    n, m = dice.between(1, 9), dice.between(11, 30)
    return Program(
        f'int n = {n};\nint *p = &n, **q = &p;\n**q += {m};\nprintf("%d %d\\n", n, *p);',
        f"{n + m} {n + m}",
        "`**q` and `*p` are the same object as `n`.",
        (
            (f"{n} {n + m}", "`*p` is `n` itself.", None),
            (f"{n} {n}", "`**q` is `n` itself.", None),
        ),
    )


def _copied(dice: Dice) -> Program:
    n, m = dice.between(1, 9), dice.between(11, 30)
    return Program(
        f"struct pair {{ int a[2]; }} x = {{ {{ {n}, {n} }} }}, y = x;\ny.a[0] = {m};\n"
        'printf("%d %d\\n", x.a[0], y.a[0]);',
        f"{n} {m}",
        "A structure is copied with the arrays in it.",
        (
            (
                f"{m} {m}",
                "The array is part of the structure: each has its own.",
                "arrays-are-pointers",
            ),
            (f"{n} {n}", "`y` has changed.", None),
        ),
    )


def _shared(dice: Dice) -> Program:
    n, m = dice.between(1, 9), dice.between(11, 30)
    return Program(
        f"int n = {n};\nstruct link {{ int *to; }} x = {{ &n }}, y = x;\n*y.to = {m};\n"
        'printf("%d\\n", *x.to);',
        str(m),
        "The pointer was copied, not what it leads to.",
        (
            (str(n), "Both pointers lead to `n`.", "struct-copy-is-deep"),
            (str(n + m), "The value is assigned, not added.", None),
        ),
    )


def _macro(dice: Dice) -> Program:
    a, b = dice.between(1, 5), dice.between(1, 5)
    return Program(
        f'#define SQUARE(x) x * x\nprintf("%d\\n", SQUARE({a} + {b}));\n#undef SQUARE',
        str(a + b * a + b),
        f"The text is replaced: `{a} + {b} * {a} + {b}`.",
        (
            (
                str((a + b) ** 2),
                "A macro's argument is put in as it is written.",
                "macro-is-a-function",
            ),
            (str(a * a + b * b), "Follow the text once more.", None),
        ),
    )


def _signed_counter(dice: Dice) -> Program:
    n = -dice.between(1, 9)
    m = dice.between(1, 9)
    return Program(
        f'int n = {n};\nunsigned int m = {m};\nprintf("%s\\n", n < m ? "less" : "not less");',
        "not less",
        f"{n} is converted to unsigned int, a very large number.",
        (
            ("less", "The comparison is made in unsigned int.", "minus-one-is-less"),
            ("0", "`%s` prints one of the two strings.", None),
        ),
    )


PROGRAMS: tuple[Row, ...] = (
    (_counted, (1, 2)),
    (_semicolon, (1, 2)),
    (_falls, (2, 3)),
    (_indented, (2, 3)),
    (_automatic, (1, 2)),
    (_shadowed, (2, 3)),
    (_static, (3, 4)),
    (_length, (3, 4)),
    (_aliased, (3, 4)),
    (_signed_counter, (3, 4, 5)),
    (_cut, (4, 5)),
    (_copied, (4, 5)),
    (_shared, (4, 5)),
    (_macro, (4, 5)),
)
