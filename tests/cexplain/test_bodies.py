"""Function bodies: what is declared in them, block by block, as compilers have it."""

import json
import random
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from cexplain import explain
from cexplain.editor import answers
from cexplain.editor.document import Document
from cexplain.engine import explain_source
from cexplain.explanation import Reading
from cexplain.render.record import record
from support.command import run
from support.patience import PATIENCE

CLANG = "clang-19" if shutil.which("clang-19") else "clang"

PROGRAM = """\
typedef int T;
struct s { int a; };
int f(int n, char **argv)
{
    typedef char T;
    struct s { char c; T t; } v = { 0 };
    T x = v.c;
    for (int i = 0; i < n; i++) {
        int *p = &i, (*fp)(int) = 0;
        static const char *names[] = { "a", "b" };
        (void) p, (void) fp, (void) names;
    }
    { typedef long U; U u = 0; struct s *q = &v; q->t = u; }
    if (n) for (T k = 0; k < 3; k++) x *= n; else { enum { RED, GREEN }; x = GREEN; }
    n = ({ unsigned y = 3; y; });
    switch (n) { case 1:; long z; z = 1; n = z; }
    return x * n + **argv;
}
T after(struct s *w) { T y = w->a; return y; }
"""
INNER = [
    (1, "T is a typedef for a char"),
    (1, "v is a struct s with members (c as a char, t as a T)"),
    (1, "x is a T"),
    (2, "i is an int"),
    (3, "p is a pointer to int"),
    (3, "fp is a pointer to a function taking an int and returning an int"),
    (3, "names is a static array of 2 pointers to const char"),
    (2, "U is a typedef for a long"),
    (2, "u is a U"),
    (2, "q is a pointer to struct s"),
    (2, "k is a T"),
    (2, "an unnamed enum has constants (RED, GREEN)"),
    (2, "y is an unsigned int"),
    (2, "z is a long"),
]
STATEMENTS = [
    "a * b;", "a = b * c, d;", "f(a);", "x[i] = 1;", "return a;", "goto out;", "out: ;",
    "if (a) b = 1; else c = 2;", "do a--; while (a);", "(void) a;", "a ? b : c;", "*a = 1;",
    "x = (struct s){ a, b * c, d };", ";", "asm volatile (\"nop\");", "_Static_assert(1, \"\");",
]  # fmt: skip


def inner(reading: Reading) -> list[tuple[int, str]]:
    """What a body declares, each with how many blocks are around it."""
    return [(each.depth, each.reading.prose) for each in reading.inner]


def test_a_body_is_read_block_by_block() -> None:
    explanation = explain(PROGRAM)
    assert explanation.diagnostics == ()
    readings = {reading.declaration.name: reading for reading in explanation.readings}
    assert inner(readings["f"]) == INNER
    assert inner(readings["after"]) == [(1, "y is a T")]
    assert len(explanation.readings) == 4


def test_a_name_holds_to_the_end_of_its_block() -> None:
    for reading in explain(PROGRAM).readings:
        for each in reading.inner:
            text = PROGRAM[each.scope.start : each.scope.end]
            assert text.count("{") <= text.count("}")
            name = each.reading.declaration.name
            assert name is None or name in text
    [f, _] = [reading for reading in explain(PROGRAM).readings if reading.inner]
    ends = {each.reading.declaration.name: each.scope.end for each in f.inner}
    assert PROGRAM[: ends["i"]].endswith("(void) names;\n    }")
    assert PROGRAM[ends["T"] :].startswith("\nT after")


@pytest.mark.parametrize("statement", STATEMENTS)
def test_a_statement_declares_nothing(statement: str) -> None:
    text = f"int f(int a, int b) {{ int c, d, i, *x; {statement} int last; {statement} }}"
    [reading] = explain_source(text, bodies=True).readings
    names = [each.reading.declaration.name for each in reading.inner]
    assert names == ["c", "d", "i", "x", "last"]


def test_the_command_shows_a_body_below_its_function(tmp_path: Path) -> None:
    (tmp_path / "a.c").write_text(PROGRAM, encoding="utf-8")
    done = run("--file", "a.c", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    shown = [f"{'  ' * depth}{said}" for depth, said in INNER]
    assert done.stdout.splitlines()[3:-2] == shown
    told = json.loads(run("--json", "--file", "a.c", cwd=tmp_path).stdout)
    assert [each["name"] for each in told["declarations"]] == ["T", None, "f", "after"]
    body = told["declarations"][2]["inner"]
    assert [(each["block"], each["reading"]) for each in body] == INNER


def test_json_has_no_body_where_there_is_none() -> None:
    assert "inner" not in str(record(explain("int f(void); int g(void) { return 0; }")))


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        ("T |x = v", "x is a T"), ("|T x = v", "T is a typedef for a char"),
        ("|T y", "T is a typedef for an int"), ("w->|a", "a is a member of struct s: an int"),
        ("v.|c", "c is a member of struct s: a char"),
        ("q->|t", "t is a member of struct s: a T"),
        ("after(struct |s", "struct s has members (a as an int)"),
        ("struct |s *q", "v is a struct s with members (c as a char, t as a T)"),
    ],
)  # fmt: skip
def test_in_the_editor_a_name_is_what_its_block_makes_it(marked: str, said: str) -> None:
    before, _, behind = marked.partition("|")
    at = PROGRAM.index(before + behind) + len(before)
    hover = Document(PROGRAM).hover(at)
    assert hover is not None
    assert hover.reading is not None
    assert hover.reading.prose == said


def test_behind_a_block_its_types_are_none() -> None:
    first = "void f(int a, int b) { int c; { typedef int U; U * b; } a * b; c * a; }"
    second = "void g(int U, int b) { U * b; }"
    told = [item.reading.prose for item in Document(f"{first}\n{second}").declared]
    assert [said for said in told if said.startswith("b ")] == [
        "b is an int", "b is a pointer to U", "b is an int"
    ]  # fmt: skip


def test_the_outline_has_a_body_within_its_function() -> None:
    symbols = {symbol.name: symbol for symbol in answers.symbols(Document(PROGRAM))}
    parts = [part.name for part in symbols["f"].inner]
    assert parts[:8] == ["T", "v", "x", "i", "p", "fp", "names", "U"]
    assert [part.name for part in symbols["after"].inner] == ["y"]
    for part in symbols["f"].inner:
        assert symbols["f"].place.start <= part.place.start <= part.named.start
        assert part.named.end <= part.place.end <= symbols["f"].place.end


def made(chance: random.Random, depth: int, count: list[int]) -> str:
    """Statements and declarations, some of them with blocks; `count` numbers the names."""
    said: list[str] = []
    for _ in range(chance.randint(1, 4)):
        count[0] += 1
        name = f"v{count[0]}"
        kind = chance.randint(0, 9) if depth else chance.randint(0, 5)
        said.append(
            (
                f"int {name} = a * 2, *p{name} = &{name};",
                f"static T {name}[3] = {{ 1, 2 }};",
                f"typedef char {name}; {name} *q{name} = 0;",
                f"struct s {name} = {{ .a = a }}; extern T (*r{name})(int);",
                "a = a * b; b++;",
                f"a += ({{ T {name} = a; {name} * b; }});",
                f"for (int {name} = 0; {name} < 3; {name}++) {{ {{0}} }}",
                "if (a) { {0} } else if (b) { {1} } else a--;",
                f"while (a < b) {{ T T = 1; a += T * b; int {name}; }}",
                f"do {{ {{0}} }} while (a); L{name}: switch (b) {{ case 1: {{ {{1}} }} }}",
            )[kind]
        )
        for place in ("{0}", "{1}"):
            if place in said[-1]:
                said[-1] = said[-1].replace(place, made(chance, depth - 1, count))
    return " ".join(said)


def declared(node: dict[str, Any], found: list[str]) -> list[str]:
    """The names that a function's body declares, from clang's tree, in their order."""
    for one in node.get("inner") or ():
        if one.get("kind") == "DeclStmt":
            found += [each["name"] for each in one["inner"] if each.get("name")]
        declared(one, found)
    return found


def test_what_a_body_declares_is_what_clang_finds(tmp_path: Path) -> None:
    chance = random.Random(17)  # noqa: S311 - the same each time
    count = [0]
    bodies = "".join(
        f"int f{number}(int a, int b) {{ {made(chance, 3, count)} return a; }}\n"
        for number in range(40)
    )
    text = f"typedef int T; struct s {{ int a; }};\n{bodies}"
    path = tmp_path / "a.c"
    path.write_text(text, encoding="utf-8")
    dump = [CLANG, "-std=gnu17", "-w", "-fsyntax-only", "-Xclang", "-ast-dump=json", str(path)]
    done = subprocess.run(dump, capture_output=True, text=True, check=True, timeout=PATIENCE)
    wanted = {
        each["name"]: declared(each, [])
        for each in json.loads(done.stdout)["inner"]
        if each.get("kind") == "FunctionDecl"
    }
    explanation = explain_source(text, bodies=True)
    assert explanation.diagnostics == ()
    assert len(wanted) == 40
    for reading in explanation.readings[2:]:
        told = [each.reading.declaration.name for each in reading.inner]
        assert told == wanted[reading.declaration.name or ""]


def test_whatever_a_body_holds_the_functions_around_it_are_read() -> None:
    chance = random.Random(3)  # noqa: S311 - the same each time
    pieces = (
        "int T * x y ( ) { } [ ] ; , = 1 for if else do while case : struct typedef ({ })".split()
    )
    for _ in range(400):
        body = " ".join(chance.choices(pieces, k=chance.randint(1, 25)))
        pairs = body.replace("{", "").replace("}", "").replace("(", "").replace(")", "")
        body = pairs.replace("[", "").replace("]", "") if chance.random() < 0.5 else body
        text = f"int f(int x) {{ {body} }}\nint last;\n"
        plain = explain_source(text)
        read = explain_source(text, bodies=True)
        names = [reading.declaration.name for reading in read.readings]
        assert names == [reading.declaration.name for reading in plain.readings]
        syntax = {found for found in read.diagnostics if found.clause is None}
        assert syntax == {found for found in plain.diagnostics if found.clause is None}
        for reading in read.readings:
            for each in reading.inner:
                assert 0 <= each.scope.start < each.scope.end <= len(text)


def test_what_iso_c_forbids_in_a_body_is_told_with_its_place() -> None:
    text = "void f(void)\n{\n    int a[3](void);\n    int g(void)[3];\n}\n"
    found = explain_source(text, bodies=True).diagnostics
    assert [(each.line, each.rule) for each in found] == [
        (3, "array-of-functions"), (4, "function-returning-array")
    ]  # fmt: skip
    assert explain_source(text).diagnostics == ()
