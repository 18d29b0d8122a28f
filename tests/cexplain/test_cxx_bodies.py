"""Bodies of C++: what is declared in them, block by block, as clang has it."""

import json
import random
import shutil
import subprocess
from pathlib import Path
from typing import Any

from cexplain import explain
from cexplain.engine import explain_source
from support.command import run
from support.patience import PATIENCE

CLANG = "clang-19" if shutil.which("clang-19") else "clang"

PROGRAM = """\
struct E { int n; }; struct V { E *begin() const; E *end() const; };
namespace n {
class Foo {
public:
    explicit Foo(int x) : x_(x) { int twice = x * 2; x_ = twice; }
    int get() const { const int &r = x_; return r; }
private:
    int x_;
};
}
template <class T> T biggest(const V &v, T a, T b) {
    T best = a;
    using U = T; U u = b;
    for (const auto &e : v) { if (e.n > 1) { T more = best; best = more; } }
    for (int i = 0, *p = &i; i < 3; i++) { E e{i}; a * b; }
    try { int k = 3; (void) k; } catch (const E &e) { auto what = e.n; (void) what; }
    auto f = [&](int c) { int in = c; return in; };
    if (auto q = v.begin(); q != nullptr) { int then = 1; } else { int other = 2; }
    if (E *p = v.end()) { E &r = *p; (void) r; }
    while (int left = f(1)) { static int times; times += left; }
    switch (f(2)) { case 1: { long z = 1; (void) z; break; } default: break; }
    { n::Foo foo(3); foo.get(); struct local { int m() { int in = 1; return in; } }; local l; }
    return best;
}
"""
SAID = [
    (1, "best is a T"), (1, "U is an alias for a T"), (1, "u is a U"),
    (2, "e is a reference to a const object of inferred type"), (4, "more is a T"),
    (2, "i is an int"), (2, "p is a pointer to int"), (3, "e is an E"),
    (2, "k is an int"), (2, "e is a reference to const E"),
    (3, "what is an object of inferred type"),
    (1, "f is an object of inferred type"), (2, "in is an int"),
    (2, "q is an object of inferred type"), (3, "then is an int"), (3, "other is an int"),
    (2, "p is a pointer to E"), (3, "r is a reference to E"),
    (2, "left is an int"), (3, "times is a static int"), (3, "z is a long"),
    (2, "foo is an n::Foo"),
]  # fmt: skip
STATEMENTS = [
    "a * b;", "a = b * c;", "f(a);", "x[i] = 1;", "return a;", "out: ;", "a < b;", "cout << a;",
    "if (a) b = 1; else c = 2;", "do a--; while (a);", "*x = 1;", "y = int(a);", "throw a;",
    "delete x;", "y = static_cast<int>(a);", "N::f(a);", "N::g<int>(a);", "y = N::k;", "x->f(a);",
]  # fmt: skip


def told(text: str) -> list[list[tuple[int, str]]]:
    readings = explain(text, std="c++17").readings
    return [[(one.depth, one.reading.prose) for one in each.inner] for each in readings]


def test_a_body_is_read_block_by_block() -> None:
    *_, foo, biggest = told(PROGRAM)
    assert foo == [(1, "twice is an int"), (1, "r is a reference to const int")]
    kept = [one for one in biggest if "local" not in one[1] and not one[1].startswith("l ")]
    assert kept == SAID


def test_statements_declare_nothing() -> None:
    for statement in STATEMENTS:
        text = f"int f(int a, int b) {{ int c, i, y, *x; {statement} int last; }}"
        [reading] = explain_source(text, std="c++17", bodies=True).readings
        names = [one.reading.declaration.name for one in reading.inner]
        assert names == ["c", "i", "y", "x", "last"], statement


def declared(node: dict[str, Any], found: list[str]) -> list[str]:
    """The names that a body declares, from clang's tree, in their order."""
    kind, name = node.get("kind"), node.get("name", "")
    if kind in ("VarDecl", "TypeAliasDecl") and name and not name.startswith("__"):
        found.append(name)
    if kind not in ("CXXRecordDecl", "LambdaExpr"):
        for one in node.get("inner") or ():
            declared(one, found)
    elif kind == "LambdaExpr":
        for one in node["inner"]:
            if one.get("kind") == "CompoundStmt":
                declared(one, found)
    return found


def test_what_a_body_declares_is_what_clang_finds(tmp_path: Path) -> None:
    path = tmp_path / "a.cpp"
    path.write_text(PROGRAM, encoding="utf-8")
    dump = [CLANG, "-std=c++17", "-w", "-fsyntax-only", "-Xclang", "-ast-dump=json", str(path)]
    done = subprocess.run(dump, capture_output=True, text=True, check=True, timeout=PATIENCE)
    [template] = [
        one for one in json.loads(done.stdout)["inner"] if one.get("kind") == "FunctionTemplateDecl"
    ]
    wanted = declared(next(o for o in template["inner"] if o["kind"] == "FunctionDecl"), [])
    [*_, biggest] = explain(PROGRAM, std="c++17").readings
    names = [one.reading.declaration.name for one in biggest.inner]
    assert [name for name in names if name] == wanted


def test_a_file_whose_name_says_so_is_read_as_cxx(tmp_path: Path) -> None:
    (tmp_path / "a.hpp").write_text("class C { int f() { bool b = true; return b; } };\n", "utf-8")
    done = run("--file", "a.hpp", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "class C has members (f as a member function taking no parameters and returning an int)\n"
        "  b is a bool\n"
    )
    (tmp_path / "a.h").write_text("template <class T> T f(T x) { T y = x; return y; }\n", "utf-8")
    done = run("--std", "c++17", "--file", "a.h", cwd=tmp_path)
    assert done.stdout.splitlines()[1] == "  y is a T"
    assert "reads C" in run("--std", "c++17", "lookup", "stdio.h", "puts").stderr


def test_whatever_a_body_holds_the_functions_around_it_are_read() -> None:
    chance = random.Random(4)  # noqa: S311 - the same each time
    pieces = (
        "int T * & x y ( ) { } [ ] ; , = 1 for if else while try catch < > :: using auto class new"
    ).split()
    for _ in range(300):
        body = " ".join(chance.choices(pieces, k=chance.randint(1, 25)))
        text = f"int f(int x) {{ {body} }}\nint last;\n"
        plain = explain_source(text, std="c++17")
        read = explain_source(text, std="c++17", bodies=True)
        assert [one.prose for one in read.readings] == [one.prose for one in plain.readings]
        assert read.diagnostics == plain.diagnostics
