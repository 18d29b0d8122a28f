"""Expressions among declarations: what gcc and clang take is read, what both refuse is refused."""

import random
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from cexplain import explain
from cexplain.rules.syntax import RULES
from support.compilers import CLANG, GCC

SYNTAX = {rule.name for rule in RULES} | {"static-assertion"}

# The names that the cases use, declared for the compilers.
BEFORE = {
    "c": "typedef int t; typedef struct s s; struct s { int a, b[3]; struct s *c; }; "
    "extern int n, m, v[9], *p; extern struct s w, *q; int f(int, int); int g(void); ",
    "c++": "typedef int t; struct s { int a, b[3]; s *c; }; "
    "extern int n, m, v[9], *p; extern s w, *q; int f(int, int); int g(); ",
}
SHARED = (
    "int {x} = {e};", "int {x}[] = {{ {e}, {e} }};", "void {x}(int a[{e}]);",
    "enum {{ {x} = {e} }};", "struct {x} {{ int a : {e}; }};",
)  # fmt: skip
PLACES = {
    "c": (
        *SHARED, "struct s {x} = {{ .a = {e}, .b[1] = {e} }};", "int {x}[] = {{ (t){{ {e} }} }};",
        "int {x}[9] = {{ [2] = {e}, [{e}] = {e} }};", "typeof({e}) {x};", "_Alignas({e}) int {x};",
        '_Static_assert({e}, "");', "struct {x} {{ _Static_assert({e}); }};",
        "int {x} __attribute__((aligned({e})));",
    ),
    "c++": (
        *SHARED, "alignas({e}) int {x};", 'static_assert({e}, "");', "void {x}(int a = {e});",
        "decltype({e}) {x};", "int {x}{{ {e} }};",
    ),
}  # fmt: skip
BINARY = "+ - * / % << >> < > <= >= == != & ^ | && ||".split()
LITERALS = ["1", "0x10u", "2.5", "'a'", '"a"', '"a" "b"']


def expression(random_: random.Random, depth: int, lang: str) -> list[str]:
    """The tokens of an expression that both languages have."""
    if depth == 0 or random_.random() < 0.15:
        return random_.choice(["n", "m", *LITERALS]).split()

    def inner() -> list[str]:
        return expression(random_, depth - 1, lang)

    made = [
        lambda: [*inner(), random_.choice(BINARY), *inner()],
        lambda: ["(", *inner(), random_.choice(BINARY), *inner(), ")"],
        lambda: [random_.choice("+-!~"), "(", *inner(), ")"],
        lambda: [random_.choice("+-!~*&"), *inner()],
        lambda: ["(", *inner(), ")", "?", *inner(), ":", *inner()],
        lambda: ["f", "(", *inner(), ",", *inner(), ")"],
        lambda: ["g", "(", ")"],
        lambda: ["v", "[", *inner(), "]"],
        lambda: random_.choice(["w . a", "q -> b [ 1 ]", "q -> c -> c -> a", "w . c -> a"]).split(),
        lambda: ["(", "t", ")", *inner()],
        lambda: ["(", "int", ")", *inner()],
        lambda: ["(", "t", "*", ")", *inner()],
        lambda: ["sizeof", *inner()],
        lambda: ["sizeof", "(", "t", ")", random_.choice(BINARY), *inner()],
        lambda: ["sizeof", "(", "struct", "s", "*", ")"],
        lambda: ["(", *inner(), ",", *inner(), ")"],
        lambda: [random_.choice(["n ++", "-- n", "* p", "& v [ 2 ]", "( * & f ) ( 1 , 2 )"])],
        lambda: ["(", "n", "=", *inner(), ")"],
        lambda: ["__extension__", "(", *inner(), ")"],
    ]
    if lang == "c":
        rest = ", default : 1 )".split()
        made += [
            lambda: ["(", "t", ")", "{", *inner(), "}"],
            lambda: ["(", "struct", "s", ")", "{", ".", "a", "=", *inner(), "}", ".", "a"],
            lambda: ["_Generic", "(", *inner(), ",", "t", ":", *inner(), *rest],
            lambda: ["(", *inner(), ")", "?", ":", *inner()],
            lambda: ["__builtin_offsetof", "(", "struct", "s", ",", "b", "[", "1", "]", ")"],
            lambda: ["_Alignof", "(", "int", "(", "*", ")", "[", "3", "]", ")"],
        ]  # fmt: skip
    return random_.choice(made)()


def spoilt(random_: random.Random, tokens: list[str]) -> list[str]:
    """The tokens with one that is gone, another, twice, or new; brackets keep their partners."""
    loose = [at for at, one in enumerate(tokens) if one not in "(){}[]"]
    at = random_.choice(loose)
    new = random_.choice(["1", "n", '"a"', "+", "*", "( )", ",", "int", "?", ":", ".", "=", "!"])
    kept, behind = tokens[:at], tokens[at + 1 :]
    return random_.choice(
        [[*kept, *behind], [*kept, new, *behind], [*kept, tokens[at], tokens[at], *behind],
         [*kept, tokens[at], new, *behind]]
    )  # fmt: skip


def cases(seed: int, count: int, lang: str) -> Iterator[str]:
    random_ = random.Random(seed)  # noqa: S311 - the same cases each time
    for number in range(count):
        tokens = expression(random_, random_.randint(1, 3), lang)
        place = random_.choice(PLACES[lang])
        if number % 2:
            tokens = spoilt(random_, tokens)
        other = " ".join(expression(random_, 1, lang))
        text = place.replace("{e}", "{e}", 1)
        head, _, tail = text.partition("{e}")
        filled = head + " ".join(tokens) + tail.replace("{e}", other)
        yield filled.replace("{x}", f"x{number}").replace("{{", "{").replace("}}", "}")


# What compilers say of a program that has a meaning in no language of theirs.
_SYNTAX_ERRORS = re.compile(r"expected (?!\d)|extraneous")


def errors(compiler: list[str], texts: list[str], lang: str, folder: Path) -> dict[int, str]:
    """The first error of each text that a compiler refuses; the others compile together."""
    path = folder / f"a.{lang}"
    found: dict[int, str] = {}
    while True:
        kept = [f'#line 1 "case{at}"\n{one}' for at, one in enumerate(texts) if at not in found]
        path.write_text("\n".join([BEFORE[lang], *kept, ""]), encoding="utf-8")
        command = [*compiler, "-fsyntax-only", "-w", "-x", lang, str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        said = re.findall(r"^case(\d+):1:(?:\d+:)? (?:fatal )?error: (.*)", done.stderr, re.M)
        for at, message in said:
            found.setdefault(int(at), message)
        if not said:
            assert done.returncode == 0, done.stderr
            return found


COMPILERS = {
    "c": ([*GCC.command, "-std=gnu2x"], [*CLANG.command, "-std=gnu2x"]),
    "c++": ([*GCC.command, "-std=gnu++20"], [*CLANG.command, "-std=gnu++20"]),
}
STANDARD = {"c": "gnu23", "c++": "gnu++20"}
BELIEVED = re.compile(
    r"""(?<!struct[ ])\bs\b | \bt\b  # a type that no keyword begins
      | "[ab]"[ ][nmpvwqfg]\b         # a string beside what may be a macro's name
      | offsetof | _Alignof""",
    re.VERBOSE,
)
"""What is read though both refuse it: a name may be a macro, or a type declared elsewhere."""
BELIEVED_CXX = re.compile(rf"{BELIEVED.pattern} | struct | __extension__ | [.>][ ]int", re.VERBOSE)


def objected(text: str, lang: str) -> str:
    """What is said against a text's form; empty if nothing is."""
    found = explain(f"{BEFORE[lang]}\n{text}", std=STANDARD[lang]).diagnostics
    return next((f"{d.rule}: {d.message}" for d in found if d.rule in SYNTAX), "")


@pytest.mark.parametrize("lang", ["c", "c++"])
@pytest.mark.parametrize("seed", [1, 2])
def test_compilers_and_we_agree_on_what_an_expression_is(
    tmp_path: Path, lang: str, seed: int
) -> None:
    texts = list(cases(seed, 400, lang))
    first, second = (errors(compiler, texts, lang, tmp_path) for compiler in COMPILERS[lang])
    said = [objected(text, lang) for text in texts]
    taken = [at for at in range(len(texts)) if at not in first and at not in second]
    assert len(taken) > 60
    assert [(texts[at], said[at]) for at in taken if said[at]] == []
    believed = BELIEVED if lang == "c" else BELIEVED_CXX
    refused = [
        at
        for at, text in enumerate(texts)
        if all(_SYNTAX_ERRORS.search(by.get(at, "")) for by in (first, second))
        and not believed.search(text)
    ]
    assert len(refused) > 15
    assert [texts[at] for at in refused if not said[at]] == []


@pytest.mark.parametrize(
    ("text", "column", "said"),
    [
        ("int a[()];", 8, "a value is missing before ')'"),
        ("int a[+];", 8, "a value is missing before ']'"),
        ("int a[1 ()];", 9, "'(' is not allowed in an array's size"),
        ("int a[3 4];", 9, "'4' is not allowed in an array's size"),
        ("int a[int];", 7, "expected an array's size, found 'int'"),
        ("void f(int n, int a[n +]);", 24, "a value is missing before ']'"),
        ("int a = ();", 10, "a value is missing before ')'"),
        ("int x = +;", 10, "a value is missing before ';'"),
        ("int x = 1 2;", 11, "'2' is not allowed in an initializer"),
        ("int x = {,};", 10, "a value is missing before ','"),
        ("int x = {1 2};", 12, "'2' is not allowed in an initializer"),
        ("int x = {1}2;", 12, "'2' is not allowed in an initializer"),
        ("int x = {1,,2};", 12, "a value is missing before ','"),
        ("int x = {.a};", 12, "a value is missing before '}'"),
        ("int x = {.a = };", 15, "a value is missing before '}'"),
        ("int x = {[1 2] = 3};", 13, "'2' is not allowed in an initializer"),
        ('int x = "a" 1;', 13, "'1' is not allowed in an initializer"),
        ("int x = (int);", 14, "a value is missing before ';'"),
        ("int x = int;", 9, "expected an initializer, found 'int'"),
        ("int x = 1 ? 2;", 14, "a ':' is missing before ';'"),
        ("int x = 1 : 2;", 11, "':' is not allowed in an initializer"),
        ("int x = y->;", 12, "a member's name is missing before ';'"),
        ("int x = f(1,);", 13, "a value is missing before ')'"),
        ("int x = _Generic(1);", 19, "a value is missing before ')'"),
        ("int x = _Generic(1, int 2);", 26, "a ':' is missing before ')'"),
        ("int x = sizeof;", 15, "a value is missing before ';'"),
        ("enum e { A = () };", 15, "a value is missing before ')'"),
        ("enum e { A = 1 2 };", 16, "'2' is not allowed in a constant's value"),
        ("enum e { A = +, B };", 15, "a value is missing before ','"),
        ("enum e { a, b = a = 1 };", 19, "'=' is not allowed in a constant's value"),
        ("struct s { int b : (); };", 21, "a value is missing before ')'"),
        ("struct s { int b : 1 2; };", 22, "'2' is not allowed in a bit-field's width"),
        ("_Alignas(()) int x;", 11, "a value is missing before ')'"),
        ("_Alignas(8 8) int x;", 12, "'8' is not allowed in the operand of '_Alignas'"),
        ("__typeof__(()) x;", 13, "a value is missing before ')'"),
        ("typeof(1 2) x;", 10, "'2' is not allowed in the operand of 'typeof'"),
        ("_BitInt(3 3) x;", 11, "'3' is not allowed in the width of '_BitInt'"),
        ("__attribute__((x y)) int z;", 18, "'y' is not allowed in this list"),
        ("__attribute__((aligned(8 8))) int z;", 26, "'8' is not allowed in an attribute"),
        ("__attribute__((aligned(()))) int z;", 25, "a value is missing before ')'"),
        ("int x asm(3);", 11, "'3' is not allowed here: a label is a string"),
        ('_Static_assert(1 +, "");', 19, "a value is missing before ','"),
    ],
)
def test_what_no_compiler_takes_is_told_where_it_stands(text: str, column: int, said: str) -> None:
    found = explain(text)
    assert [(d.column, d.message) for d in found.diagnostics if d.severity == "error"][:1] == [
        (column, said)
    ]
    assert all(d.advice for d in found.diagnostics)


@pytest.mark.parametrize(
    "text",
    [
        "int x = ({ int y = 3; y; });",
        "int x = y ?: 3;",
        "int x[] = {[0] 5, [1 ... 2] = 3, };",
        "struct s x = {a: 5, .b.c[1] = 2, .d = {}};",
        "struct s *x = &(struct s){ .a = 1 };",
        "int x = sizeof(int){1}, y = sizeof(T) * 2, z = (T) + 1, w = (T *) 0;",
        "int x = (size_t)(unsigned char)(T *const *)(f)(1)[2].a->b++;",
        "void *x = (void (*)(int, char *)) f;",
        "int x = __builtin_types_compatible_p(int, T[]);",
        "int x = _Generic(y, int: 1, T *: 2, const char *: 3, default: 4);",
        "int x = offsetof(struct s, a.b[2]), y = va_arg(ap, char *), z = min_t(T *, 1, 2);",
        'const char *s = "a" PRIu64 "b" version, *t = _("x") "y" L"z";',
        "int x = A B, y = 5 KB, z = NOT 3, w = CAST(int) y, v = FOO(int, +, ;);",
        "struct s x = INIT, y = { COMMON .a = 1 }, z[] = { ROW(1) ROW(2) };",
        'int x __attribute__((unused)) = 3, y __attribute__((FOO BAR)), z __asm__(NAME "z") = 1;',
        "__attribute__((format(printf, 1, 2), nonnull (), mode(SI), __aligned__)) int x;",
        '__attribute__((availability(macos, introduced=10.4, message="old"))) int x;',
        "__attribute__((cleanup(f), vector_size(4 * sizeof(int)), access(read_only, 1))) int x;",
        "__attribute__((iboutletcollection(T *))) int x;",
        "[[x(y z)]] int a; [[gnu::aligned(8), x::y(+ +)]] int b;",
        "int (^b)(int) = ^(int x) { return x; };",
        "typeof(__extension__ (x)) y; typeof(x, y) z; __typeof__(&x[0]) w; typeof(x++) v;",
        "int a[x = 3], b[static 3 + 4], c[], d[*], e[sizeof (struct { int n; })];",
        "void f(int n, int a[n][n + 1], int b[static n], int c[const *]);",
        "enum e { A = sizeof(int) > 2 ? 1 : -1, B = A << 1, C = 'x', D = (1, 2) };",
        "struct s { unsigned a : sizeof(int) * 8 - 1, : 0, b : N; };",
        "_Alignas(alignof(double)) int x; _Alignas(T) int y; _Alignas(struct s *) int z;",
        "int x = __real__ z + __imag__ z, *y = &&label, w = !!~-+x, v = a --> b;",
        "int x = 1 ? 2 ? 3 : 4 : 5 ? 6 : 7, y = (1 ? 2, 3 : 4);",
        "int x = nullptr == 0 && true || false, y = __func__[0], z = (f)(), w = (*f)()();",
    ],
)
def test_what_compilers_take_and_macros_may_be_is_read(text: str) -> None:
    assert [d for d in explain(text).diagnostics if d.rule in SYNTAX] == []


@pytest.mark.parametrize(
    "text",
    [
        "auto x = [](int a) { return a; };",
        "auto x = [&, n = 3](auto... a) mutable -> int { return (a + ...); }(1);",
        "int x = int(3), y{}, z = int{3}, w = std::max<int>(1, 2), v = T{1}.n;",
        "auto *x = new int[3]{1, 2, 3}; int y = a<b>(c), z = a < b, w = x >> 3;",
        "int x = static_cast<int>(3.0), y = (T)(3), z = (a.*b)(1), w = (p->*q)[2];",
        "std::vector<int> v{1, 2}, w(3, 4), x = {1, 2}; S s{.a = 1, .b{2}};",
        'auto s = "a"s, t = "a"_x; auto d = 5ms; int n = 1\'000;',
        "int x = sizeof...(Ts), y = noexcept(f()), z = alignof(int), w = p->~T();",
        "void f(int a = sizeof(int), std::map<int, int> m = {}, T t = T(), int *p = nullptr);",
        "template <class T, int N = (3 > 2)> struct s { int a[N > 2 ? 1 : 2]; };",
        "struct s { int a : 3 = 4, b = 2, c{3}; enum { A = N, B = A + 1 }; };",
        "alignas(T) alignas(8) int x; decltype(x + 1) y; decltype(auto) z = (x);",
        "int x = (int)(long)3, y = (unsigned char)*p, z = !(int)x, w = (int(3));",
        "bool b = (xs < ...), c = p ? throw 1 : q, d = typeid(int) == typeid(x);",
    ],
)
def test_what_cplusplus_alone_has_is_read(text: str) -> None:
    found = explain(text, std="gnu++20").diagnostics
    assert [d for d in found if d.rule in {"expected-expression", "expected-size"}] == []
