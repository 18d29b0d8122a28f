"""Expressions: what they say, how they are parenthesised, and of what type they are."""

import random
import shutil
import subprocess
from pathlib import Path

import pytest

from cexplain import explain
from cexplain.spelling.spell import spell
from cexplain.tree import Declaration
from support.patience import PATIENCE

CLANG = "clang-19" if shutil.which("clang-19") else "clang"

SAID = {
    "*(volatile uint32_t *)0x40021000 |= 1 << 3;": (
        "replace (what (0x40021000 cast into a pointer to volatile uint32_t) points to) by itself "
        "bitwise or (1 shifted left by 3)"
    ),
    "((void (*)(void))0)();": (
        "call (0 cast into a pointer to a function taking no parameters and returning nothing) "
        "without arguments"
    ),
    "*(int *)(char *)p": (
        "what ((p cast into a pointer to char) cast into a pointer to int) points to"
    ),
    "((struct foo *)p)->bar": "member bar of what (p cast into a pointer to struct foo) points to",
    "(*(int (*)[3])p)[1]": (
        "element 1 of (what (p cast into a pointer to an array of 3 ints) points to)"
    ),
    "((int *)p)": "cast p into a pointer to int",
    "(int *)p + 1": "(p cast into a pointer to int) plus 1",
    "(int) a, b": "cast a into an int, then b",
    "(struct s){0}": "a compound literal, a struct s initialized with {0}",
    "&(struct s){ .x = 1 }": (
        "the address of (a compound literal, a struct s initialized with { .x = 1 })"
    ),
    "sizeof(int (*)[10])": "the size of a pointer to an array of 10 ints",
    "_Generic(x, int: f, default: g)(x)": (
        "call (by the type of x: f for an int, g otherwise) with x"
    ),
    "va_arg(ap, char *)": "the next argument of ap, as a pointer to char",
    "offsetof(struct s, m)": "the offset of member m in a struct s",
    "_Countof(int[3])": "the number of elements of an array of 3 ints",
    "if (x != 0) ((void(*)(void))0)();": (
        "if x differs from 0, call (0 cast into a pointer to a function taking no parameters and "
        "returning nothing) without arguments"
    ),
    "return (int)x;": "return x cast into an int",
    "f(a, b);": "call f with a and b",
    "x = y = 3;": "assign the result of (assign 3 to y) to x",
    "a & b": "a bitwise and b",
    "(1)": "the number 1",
    "i++;": "increment i",
    "for (int i = 0; i < n; ++i) sum += a[i];": (
        "declare i as an int initialized with 0, then as long as i is less than n, "
        "add element i of a to sum, and after each round increment i"
    ),
    "for (;;) { poll(); if (done) break; }": (
        "forever, (call poll without arguments; if done, leave the loop or the switch)"
    ),
    "for (i = 0, *p = a; ; ) continue;": (
        "assign 0 to i, then assign a to what p points to, then forever, go on with the next round"
    ),
    "do { x--; } while (x > 1);": ("(decrement x), and do so again as long as x is greater than 1"),
    "switch (c) { case 1: f(); break; default: g(c); }": (
        "depending on c: (for 1: call f without arguments; leave the loop or the switch; "
        "otherwise: call g with c)"
    ),
    "if (a) b = 1; else if (c) d = 2; else { }": (
        "if a, assign 1 to b, else if c, assign 2 to d, else do nothing"
    ),
    "while (p) { node_t *q = p->next; free(p); p = q; }": (
        "while p, (declare q as a pointer to node_t initialized with p->next; call free with p; "
        "assign q to p)"
    ),
    '2["abc"]': 'element 2 of "abc"',
    '0["a" "b"] + 1': '(element 0 of "ab") plus 1',
    "2[1[a]]": "element 2 of (element 1 of a)",
    "3[p->list]": "element 3 of (member list of what p points to)",
    "goto out;": "go to the label out",
    "out: return x;": "at the label out: return x",
}

PARENTHESISED = {
    "a + b * c - d": "(a + (b * c)) - d",
    "a = b += c": "a = (b += c)",
    "*p++": "*(p++)",
    "!a == b & c": "((!a) == b) & c",
    "a ? b : c ? d : e": "a ? b : (c ? d : e)",
    "(char)x + (int)y": "((char)x) + ((int)y)",
    "a << 1 + 2": "a << (1 + 2)",
    "-x[1].y->z": "-x[1].y->z",
    "sizeof x + 1": "(sizeof x) + 1",
    "a, b = 1, c": "a, (b = 1), c",
    "if (a) b = 1; else { c = a & b == d; }": ("if (a) b = 1; else { c = (a & (b == d)); }"),
    "for (int i = 0, *p = a; i < 1 + 2; i++) f(i);": (
        "for (int i = 0, *p = a; i < (1 + 2); i++) f(i);"
    ),
    "do x--; while (x);": "do x--; while (x)",
    "switch (c) { case 1: break; default: goto out; }": (
        "switch (c) { case 1: break; default: goto out; }"
    ),
}

HEADS = {
    "for (int i = 0; i < n; i++) {": (
        "declare i as an int initialized with 0, then as long as i is less than n, "
        "do what follows, and after each round increment i"
    ),
    "for (;;) {": "forever, do what follows",
    "while (*p++) {": "while what (p incremented afterwards) points to, do what follows",
    "while (n)": "while n, do what follows",
    "if (x) { return 3; } else {": "if x, (return 3), else do what follows",
    "switch (n) {": "depending on n: do what follows",
    "int i; for (i = 0; i < n; i++) {": (
        "assign 0 to i, then as long as i is less than n, do what follows, "
        "and after each round increment i"
    ),
    "while (n) { if (x) {": "if x, do what follows",
}

NO_EXPRESSION = ["(a) b c d", "(int) * / 3", "a b c +;", "x = ;", "(1"]

BLOCKS = {
    "{ int x; char *p = (char *)&x; *p = 1; }": [
        "x is an int", "p is a pointer to char", "assign 1 to what p points to"
    ],
    "{{ typedef int T; T x; } x = 3; }": [
        "T is a typedef for an int", "x is a T", "assign 3 to x"
    ],
}  # fmt: skip

TYPED = [
    ("", "(char)1 + 1"), ("", "(float)1 * 2"), ("", "1.5f + 2.5"), ("", "1 == 2"),
    ("", "sizeof(int)"), ("", "*(volatile unsigned char *)0"), ("", "&*(int **)0"),
    ("int *p;", "*p + 1.5"), ("int *p;", "p + 1"), ("int a[3];", "a[1]"), ("int a[3];", "&a"),
    ("int a[3];", "a + 1"), ("unsigned char c;", "+c"), ("unsigned char c;", "c << 1l"),
    ("char *f(int);", "f(1)"), ("char *(*fp)(int);", "(*fp)(1)"), ("char *(*fp)(int);", "fp(1)"),
    ("const int n;", "-n"), ("const int n;", "(n, 1ul)"), ("long l; int i;", "i ? l : i"),
    ("unsigned u; long l;", "u * l"), ("", "0x7fffffff + 0"), ("", "+'a'"), ("", "!1.5"),
    ("int m[2][3];", "m[1]"), ("int m[2][3];", "*m[1]"), ("short s;", "s++"), ("short s;", "-s"),
    ("_Bool b;", "b + b"), ("double d;", "(int)d"), ("int x;", "x = 3"), ("int x;", "(x)"),
    ("", '2["abc"]'), ("", '*"abc"'), ("int a[3];", "1[a]"), ("char *p; int i;", "i[p]"),
    ("char *p[2]; long i;", "i[p][1]"), ("int m[2][3]; int i;", "&i[1[m]]"),
    ("float f; int i;", "i += f"), ("int (*q)[4];", "(*q)[0]"), ("int (*q)[4];", "q + 1"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), SAID.items())
def test_an_expression_is_read_aloud(text: str, said: str) -> None:
    explanation = explain(text)
    [reading] = explanation.readings
    assert explanation.ok
    assert reading.prose == said == " ".join(phrase.text for phrase in reading.phrases)
    for phrase in reading.phrases:
        assert all(0 <= span.start < span.end <= len(text) for span in phrase.spans)


@pytest.mark.parametrize("declared", ["int i; char *p;", "size_t i; char *p;", "long i; T *p[3];"])
def test_an_index_is_the_number_on_whichever_side_it_stands(declared: str) -> None:
    said = {explain(f"{declared} ({text});").readings[-1].prose for text in ("p[i]", "i[p]")}
    assert said == {"element i of p"}


@pytest.mark.parametrize(("text", "c"), PARENTHESISED.items())
def test_an_expression_gets_all_its_parentheses(text: str, c: str) -> None:
    declared = "int a, b, c, x;"
    [*_, reading] = explain(f"{declared} {text};").readings
    assert reading.c == c
    [*_, again] = explain(f"{declared} {c};").readings
    assert again.c == c


@pytest.mark.parametrize(("text", "said"), BLOCKS.items())
def test_a_block_alone_is_read_piece_by_piece(text: str, said: list[str]) -> None:
    explanation = explain(text)
    assert explanation.ok
    assert [reading.prose for reading in explanation.readings] == said


@pytest.mark.parametrize(("text", "said"), HEADS.items())
def test_a_statement_that_ends_at_its_head_is_read_so_far_and_told(text: str, said: str) -> None:
    explanation = explain(text)
    assert explanation.readings[-1].prose == said
    [problem] = explanation.diagnostics
    assert problem.severity == "error"
    assert "the head alone is read" in problem.advice
    assert ("never closed" if text.endswith("{") else "is missing") in problem.message


def test_a_head_alone_is_the_whole_statement_without_its_body() -> None:
    chance = random.Random(5)  # noqa: S311 - the same each time
    for _ in range(40):
        first, second = made(chance, 1), made_statement(chance, 2)
        for head in (f"while (x < {first})", f"for (int i = {first}; i < 3; i++)", f"if ({first})"):
            [whole] = explain(f"{head} {{ }}").readings
            [cut] = explain(f"{head} {{").readings
            assert cut.prose.replace("do what follows", "do nothing") == whole.prose
            assert cut.c == whole.c
            [*_, last] = explain(f"int x, y;\nif (x) {second}\n{head} {{").readings
            assert last.prose == cut.prose


def test_what_stands_behind_a_head_that_is_cut_off_is_read_too() -> None:
    said = [reading.prose for reading in explain("for (;;) {\n  x += i;\n  x--;").readings]
    assert said == ["forever, do what follows", "add i to x", "decrement x"]


@pytest.mark.parametrize("body", ["for (;;) {", "if (a) { while (a) {", "int x; {", "do {"])
def test_a_bracket_within_a_function_that_is_cut_off_is_told(body: str) -> None:
    explanation = explain(f"int f(int a) {{ {body}")
    assert (
        explanation.readings[0].prose == "f is a function taking a as an int and returning an int"
    )
    assert [found.rule for found in explanation.diagnostics] == ["unbalanced-bracket"]


@pytest.mark.parametrize("text", NO_EXPRESSION)
def test_what_is_no_expression_is_refused(text: str) -> None:
    assert not explain(text).ok


def test_behind_a_definition_a_statement_is_no_part_of_the_file() -> None:
    assert explain("int x; x = 3;").ok
    assert not explain("int f(void) { return 0; } x = 3;").ok


@pytest.mark.parametrize("compiler", ["gcc", CLANG])
def test_a_type_is_the_compilers(compiler: str, tmp_path: Path) -> None:
    lines: list[str] = []
    for number, (declared, text) in enumerate(TYPED):
        [*_, reading] = explain(f"{declared} {text};").readings
        assert reading.declaration.kind in ("expression", "cast"), text
        wanted = spell(Declaration(None, reading.declaration.type, "type"), "c17")
        assert "typeof" not in wanted, text
        probes = [f"extern __typeof__({of}) *probe{number};" for of in (text, wanted)]
        lines.append(f"void f{number}(void) {{ {declared} {' '.join(probes)} }}")
    path = tmp_path / "types.c"
    path.write_text("#include <stddef.h>\n" + "\n".join(lines), encoding="utf-8")
    command = [compiler, "-std=gnu17", "-fsyntax-only", "-w", str(path)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert ended.stderr == ""


def made(chance: random.Random, depth: int) -> str:
    """A constant expression, with as few parentheses as chance has it."""
    if depth == 0 or chance.random() < 0.2:
        return str(chance.randint(0, 9))
    kind = chance.random()
    if kind < 0.15:
        return f"{chance.choice('-+~!')}{chance.choice((' ', ''))}({made(chance, depth - 1)})"
    if kind < 0.25:
        return f"({made(chance, depth - 1)})"
    if kind < 0.32:
        one, two, three = (made(chance, depth - 1) for _ in range(3))
        return f"{one} ? {two} : {three}"
    if kind < 0.4:
        return f"({chance.choice(('int', 'char', 'long', 'unsigned char'))}){made(chance, 0)}"
    signs = ("+", "-", "*", "&", "|", "^", "&&", "||", "==", "!=", "<", ">", "<=", ">=")
    return f"{made(chance, depth - 1)} {chance.choice(signs)} {made(chance, depth - 1)}"


def test_the_parentheses_change_no_value(tmp_path: Path) -> None:
    chance = random.Random(17)  # noqa: S311 - the same each time
    lines: list[str] = []
    for _ in range(300):
        text = f"1 + {made(chance, 3)}"
        explanation = explain(text)
        assert explanation.ok, (text, explanation.diagnostics)
        [reading] = explanation.readings
        assert reading.prose
        lines.append(f'_Static_assert(({text}) == ({reading.c}), "");')
    path = tmp_path / "values.c"
    path.write_text("\n".join(lines), encoding="utf-8")
    command = ["gcc", "-std=c17", "-fsyntax-only", "-w", str(path)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert ended.stderr == ""


def made_statement(chance: random.Random, depth: int) -> str:
    """A statement over x and y that ends, with others in it."""
    value = made(chance, 1)
    if depth == 0 or chance.random() < 0.3:
        sign = chance.choice(("=", "+=", "-=", "^=", "|="))
        return chance.choice((f"x {sign} {value};", "y++;", ";", f"{{ int z = {value}; y = z; }}"))
    one, two = made_statement(chance, depth - 1), made_statement(chance, depth - 1)
    # Braces keep an else with its if: which one it goes with is what is asked elsewhere.
    return chance.choice(
        (
            f"if (x < {value}) {{ {one} }} else {two}",
            f"if (x) {one}",
            f"for (int i = 0; i < 3; i++) {{ {one} if (y) continue; {two} }}",
            f"for (; x > 3; x /= 2) {one}",
            f"do {{ {one} {two} }} while (x++ < 2 & y);",
            f"while (y > 0) {{ y -= 1; {one} break; }}",
            f"switch (x & 3) {{ case 1: {one} break; case 1 + 1: {two} default: y = 1; }}",
        )
    )


def test_a_statement_said_again_in_c_is_the_same_program(tmp_path: Path) -> None:
    chance = random.Random(27)  # noqa: S311 - the same each time
    bodies: tuple[list[str], list[str]] = [], []
    for number in range(120):
        text = f"do {{ {made_statement(chance, 3)} }} while (0);"
        explanation = explain(f"int x, y; {text}")
        assert explanation.ok, (text, explanation.diagnostics)
        again = f"{explanation.readings[2].c};"
        for body, kept in zip((text, again), bodies, strict=True):
            kept.append(f"int f{number}(int x, int y) {{ {body} return x ^ y; }}")
    compiled: list[str] = []
    for name, kept in zip("ab", bodies, strict=True):
        path = tmp_path / name / "f.c"
        path.parent.mkdir()
        path.write_text("\n".join(kept), encoding="utf-8")
        command = ["gcc", "-std=c17", "-w", "-S", "-O1", "-o", "-", path.name]
        compiled.append(
            subprocess.run(
                command, capture_output=True, text=True, check=True, timeout=PATIENCE,
                cwd=path.parent,
            ).stdout
        )  # fmt: skip
    assert compiled[0] == compiled[1]
    assert len(compiled[0]) > 10_000
