"""C23 that gcc 12 does not know: clang alone is the second opinion."""

import pytest

from support.asking import Failure, explained, settle
from support.compilers import CLANG
from support.declarations import Declared, Place
from support.standards import STANDARDS

# the declaration, the names that it declares, where it stands
MODERN: tuple[tuple[str, str, Place], ...] = (
    ("_BitInt(7) x;", "x", "file"),
    ("unsigned _BitInt(7) x, *p;", "x p", "file"),
    ("_BitInt(N + 1) signed const *volatile a[3];", "a", "file"),
    ("const _BitInt ( 12 ) unsigned static x;", "x", "file"),
    ("unsigned _BitInt(64) f(_BitInt(3) n, unsigned _BitInt(2));", "f", "file"),
    ("typedef unsigned _BitInt(24) pixel;", "pixel", "file"),
    ("struct s { _BitInt(5) a : 3; unsigned _BitInt(9) b; } x;", "x", "file"),
    ("constexpr int n = 3;", "n", "file"),
    ("static constexpr const unsigned long n = 3;", "n", "file"),
    ("constexpr int a[] = { 1, 2, 3 };", "a", "file"),
    ("auto x = 5;", "x", "file"),
    ("static auto x = 5.0f;", "x", "file"),
    ("const auto x = 'a';", "x", "block"),
    ("auto const volatile x = 5UL;", "x", "block"),
    ("enum e : unsigned char { A, B };", "", "file"),
    ("enum e : unsigned long { A = 1, B } x;", "x", "file"),
    ("enum : signed char { A, B = A + 2 } x, *p;", "x p", "file"),
    ("typeof_unqual(const int) x;", "x", "file"),
    ("typeof(int (*)[3]) x, *p;", "x p", "file"),
    ("typeof(const _BitInt(9)) *x;", "x", "file"),
    ("bool b = true, *p = nullptr;", "b p", "file"),
    ("int *p = nullptr;", "p", "file"),
    ("nullptr_t n;", "n", "file"),
    ("alignas(16) thread_local int x;", "x", "file"),
    ("[[nodiscard, deprecated(\"use g\")]] int f(void);", "f", "file"),
    ("[[nodiscard]] [[deprecated]] int f(int n [[maybe_unused]]);", "f", "file"),
    ("[[gnu::cold]] void f(), g(int, ...);", "f g", "file"),
    ("void f(...);", "f", "file"),
    ("int f() { return 0; }", "f", "file"),
    ("int f(int, char *) { return 0; }", "f", "file"),
    ("int x [[maybe_unused]] = 1'000'000, y [[deprecated]];", "x y", "file"),
    ("int a[2] [[vendor::thing]];", "a", "file"),
    ("int *[[vendor::thing]] p;", "p", "file"),
    ("struct [[deprecated]] s { [[maybe_unused]] int x; };", "", "file"),
    ("enum [[deprecated]] e { A [[deprecated]], B [[maybe_unused]] = 2 };", "", "file"),
    ("char8_t *s;", "s", "file"),
    ("unsigned char s[] = u8\"x\";", "s", "file"),
    ("int x = 0b1010;", "x", "file"),
    ("struct s { int n; } x = {};", "x", "file"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "names", "place"), MODERN, ids=[row[0] for row in MODERN])
def test_modern_declarations_are_read_as_clang_reads_them(
    text: str, names: str, place: Place
) -> None:
    kind = "definition" if text.endswith("}") else "body" if "{" in text else "object"
    one = Declared(text, STANDARDS["c23"], place, kind, tuple(names.split()))
    answer = explained(one)
    assert not isinstance(answer, Failure), answer
    verdict = settle([answer], [one], [CLANG])
    assert verdict.legal == 1, "clang refuses the original"
    assert not verdict.failures, "\n".join(map(str, verdict.failures))
