"""What cexplain refuses of C++ is what g++ and clang++ refuse with -pedantic-errors."""

from pathlib import Path

import pytest

from cexplain import explain
from support.cxx_verdicts import COMPILERS, refused

LEGAL = """
int &r; int &&r; int (&r)[3]; int *&r; int *const &r; const int &r; void (&f)(); void *&v;
int (&f(int))[3]; int *(&a)[3]; int (&&r)(int); const volatile int &r;
int Point::*p; int *Point::*p; int (Point::*p)[3]; void (Point::*p)(); int (Point::*p)() const;
int (Point::*p)() &; int (Point::*p)() volatile &&; int Point::*const p; int Point::**p;
int Point::*a[3]; int (Point::*a[3])(); int (Point::*(*f)(int))(); int Point::*&r;
int f() const; int f() volatile; int f() &; int f() &&; int f() const noexcept; int f() noexcept;
int f() noexcept(true); int f() throw(); using F = int () const; typedef int F() const;
virtual int f(); virtual int f() const = 0; virtual int f() noexcept = 0; virtual ~Shape();
virtual ~Shape() = default; virtual ~Shape() = 0; ~Shape(); ~Shape() noexcept; ~Shape() = delete;
Shape(); Shape() = default; Shape() = delete; Shape(int); explicit Shape(int); Shape(int, int = 3);
Shape(const Shape &) = default; Shape(const Shape &) = delete; Shape(Shape &&) = default;
Shape(Shape &&) noexcept; explicit Shape(const Shape &); Shape &operator=(const Shape &) = default;
Shape &operator=(const Shape &) = delete; Shape &operator=(Shape &&); Shape operator+(int) const;
operator bool() const; explicit operator bool() const; operator const char *() const;
operator int &(); virtual operator int() const = 0; bool operator==(const Shape &) const;
int operator()(int) const; int operator[](int); void *operator new(decltype(sizeof 0));
void draw() override; void draw() final; void draw() override final; void draw() override = 0;
double area() const override; virtual void draw() override; virtual void draw() final;
double area() const = 0; static int f(); static int x; static const int k = 3;
friend class Point; friend int f(int); friend void swap(Shape &, Shape &);
mutable int x; mutable const int *p; int x = 3; int x{3}; int *p = nullptr; const int c = 3;
int x : 3; unsigned x : 7; int f(int a = 3); int f(int a, int b = 3); int f(int = 3, int = 4);
int f(const int &r = 3); int f(int (&r)[3]); int f(int Point::*p); int f(int (Point::*p)());
auto f() -> int; auto f() -> int (*)[3]; auto f(int) -> int &; auto f() const -> int;
auto x = 3; auto *q = &n; const auto &y = 3; auto &&z = 3; decltype(n) d = 3;
constexpr int k = 3; inline int k = 3; constexpr int f(); inline int f(); extern int x;
extern "C" int f(int); thread_local int t; using T = int; using T = int (*)(int);
using T = int &; typedef int &T; typedef int Point::*T; enum class E { a, b }; enum E { a, b };
enum E : char { a }; enum class E : unsigned; enum struct E { a };
struct S; class C; union U; struct S { }; class C { int x; }; struct S { int x; };
struct S { int x = 3; }; struct S { S() = default; ~S(); }; struct S : Base { };
struct S : public Base { }; struct S : private virtual Base { }; class C final { };
struct S { virtual int f() = 0; }; struct S { int f() const; static int g(); };
struct S { private: int x; public: int y; }; struct S : Base { void draw() override; };
struct S { friend struct T; }; struct S { int &r; }; struct S { int n : 3; int : 0; };
struct S { operator int() const; }; struct S { S(const S &) = delete; S &operator=(const S &); };
union U { int a; float b; }; struct S { enum E { a }; E e; }; struct S { struct T { int x; } t; };
struct S { explicit S(int); S(int, int); }; struct S { void f() && noexcept; };
struct S { using T = int; T x; }; template <class T> T f(T); template <class T> struct B { T x; };
std::string s; std::string &s; const std::string &f(); std::string f() &&; bool b; wchar_t w;
char16_t c; char32_t c; long long x; int Shape::*p; double Shape::area() const { return 0; }
void Shape::draw() { } Shape::Shape() { } Shape::~Shape() { } int f(int, ...); int f(...);
int (*fp)(int &); int &(*fp)(int); void f(int a[3]); void f(int (*g)(int)); void f(int g(int));
int (*(*fp)(int))[3]; [[nodiscard]] int f(); [[maybe_unused]] int x; int x [[maybe_unused]];
alignas(16) int x; alignas(double) char c;
auto x{3}; auto x(3); auto (*q)(int *) = take; auto f(); auto f() { return 3; } auto *f();
static auto x = 3; const auto x = 3; const auto &f(); decltype(auto) f(); auto (&r)(int *) = take;
auto Point::*p = &Point::x; inline auto x = 3; constexpr auto x = 3; thread_local auto x = 3;
struct S { static constexpr auto x = 3; }; struct S { inline static auto x = 3; };
struct S { auto f() { return 3; } }; auto x = 3, y = 4; static const auto x = 3;
"""

ILLEGAL = """
int & &r; int && &r; int & &&r; int &a[3]; int &&a[3]; int &a[2][3]; int &(*a)[3]; int &*p;
int &&*p; int &**p; void &v; const void &v; void &&v; int &const r; int &volatile r; int &&const r;
int &Point::*p; int &&Point::*p; void Point::*p; const void Point::*p; int (*p)() const;
int (&r)() const; int (*p)() &; int (*a[3])() const; int (**p)() volatile; int (*f())() const;
int f(int (*g)() const); void f(void &); void f(int &a[3]); void f(int &*p); int (&f())() const;
int f()[3]; int f()(); int f[3](); void a[3]; int a[-1]; int a[0]; int a[][]; int &f()[3];
void x; const void x; void f(void x); void f(int, void); void f(void, int);
virtual int x; virtual int &r; virtual Shape(); virtual Shape(const Shape &);
static virtual int f();
virtual void Shape::draw(); friend virtual int f(); void Shape::draw() override;
double Shape::area() const final; struct S { int f() = 0; }; struct S { static int f() = 0; };
struct S { S() = 0; }; struct S { void f() override; }; struct S { void f() final; };
struct S { int f() override; int x; }; struct S { virtual void f() override; };
struct S { virtual S(); }; struct S { static virtual int f(); }; struct S { virtual int x; };
struct S { int f() = default; }; struct S { S(int) = default; }; int f() = default;
Shape(int) = default; Shape(int, int) = default; struct S { operator int() = default; };
~Shape(int); ~Shape(int, int); struct S { ~S(int); }; operator bool(int); operator int(int) const;
explicit int f(); explicit int x; explicit ~Shape(); struct S { explicit int f(); };
mutable int &r; mutable const int x; mutable int f(); mutable int *const p; mutable static int x;
struct S { int &r : 3; }; struct S { void x; }; struct S { int a[0]; }; struct S { int &a[3]; };
int f(int a = 1, int b); int f(int a = 1, int b = 2, int c); int f(int a, int a);
static int f() const; friend int f() const; struct S { static int f() const; };
struct S { friend int f() const; }; struct S { S() const; }; struct S { ~S() const; };
Shape() const; ~Shape() const; ~Shape() volatile; Shape(int) &;
register int x; static extern int x; typedef static int T; const const int x;
volatile volatile int v;
int long char x; unsigned float f; int double x; short long x; bool int x; int *const const p;
using T = int & &; using T = int &[3]; using T = void &; typedef int &T[3]; typedef int &*T;
auto f() -> int &[3]; auto f() -> int[3]; auto f() -> int (); auto f() -> void &;
struct S { void f() && const; }; int Point::&r;
int f() const const;
auto x; auto *p; auto &r; auto &&r; const auto x; static auto x; extern auto x; auto x, y = 1;
auto y = 1, x; thread_local auto x; decltype(auto) x; auto (*p)(); auto Point::*p; auto a[3];
auto a[3] = { 1, 2, 3 }; auto a[] = { 1 }; typedef auto T; typedef auto *T; using T = auto;
using T = auto *; struct S { auto x; }; struct S { auto x = 3; }; struct S { static auto x; };
struct S { const auto *x; }; auto (*q)(int *);
"""

# The compiler, and why its verdict is not that of the standard.
DIFFERENT = {
    ("g++", "int (*p)() &;"): "g++ 12 refuses const here, and lets a ref-qualifier pass",
    ("g++", "Shape(int) &;"): "g++ 12 refuses const of a constructor, not a ref-qualifier",
    ("g++", "int (*f())() const;"): "g++ 12 takes the result's const for that of f",
    ("g++", "int (&f())() const;"): "g++ 12 takes the result's const for that of f",
}


def cases(text: str) -> list[str]:
    """Return the declarations of a list: a body's braces hold theirs together."""
    found, depth, start = [], 0, 0
    for place, sign in enumerate(text):
        depth += (sign == "{") - (sign == "}")
        function = sign == "}" and depth == 0 and text[place + 1 : place + 2] in (" ", "\n")
        if depth == 0 and (sign == ";" or function):
            found.append(" ".join(text[start : place + 1].split()))
            start = place + 1
    return found


@pytest.mark.parametrize("text", cases(LEGAL))
def test_what_is_legal_somewhere_is_no_error(text: str) -> None:
    found = [one for one in explain(text, std="c++17").diagnostics if one.severity == "error"]
    assert [one.message for one in found] == []


@pytest.mark.parametrize("text", cases(ILLEGAL))
def test_what_is_legal_nowhere_is_an_error(text: str) -> None:
    assert not explain(text, std="c++17").ok


@pytest.mark.parametrize("compiler", COMPILERS)
def test_a_compiler_agrees_on_what_is_legal(compiler: str, tmp_path: Path) -> None:
    texts = [*cases(LEGAL), *cases(ILLEGAL)]
    expected = set(cases(ILLEGAL))
    wrong = refused(compiler, "c++17", texts, tmp_path, expected)
    listed = {text for name, text in DIFFERENT if name == compiler}
    assert {text: wrong.get(text, "accepted") for text in wrong.keys() ^ expected} == dict.fromkeys(
        listed, "accepted"
    )


LATER = {
    "int &&r;": 2011,
    "auto x = 3;": 2011,
    "auto f() -> int;": 2011,
    "auto f();": 2014,
    "Shape() = default;": 2011,
    "Shape(const Shape &) = delete;": 2011,
    "void draw() override;": 2011,
    "void draw() final;": 2011,
    "using T = int;": 2011,
    "explicit operator bool() const;": 2011,
    "enum class E { a };": 2011,
    "enum E : char { a };": 2011,
    "struct S { int x = 3; };": 2011,
    "int f() &;": 2011,
    "int f() noexcept;": 2011,
    "constexpr int k = 3;": 2011,
    "thread_local int t;": 2011,
    "inline int k = 3;": 2017,
    "decltype(auto) f();": 2014,
    "void f(auto *x);": 2020,
    "int &r;": 1998,
    "int Point::*p;": 1998,
    "virtual int f() const = 0;": 1998,
    "int f() throw();": 1998,
}


@pytest.mark.parametrize("compiler", COMPILERS)
@pytest.mark.parametrize("std", ["c++98", "c++11", "c++14", "c++17"])
def test_a_declarator_of_a_later_standard_is_refused_as_compilers_do(
    compiler: str, std: str, tmp_path: Path
) -> None:
    year = 1998 if std == "c++98" else 2000 + int(std[-2:])
    ours = {text for text in LATER if not explain(text, std=std).ok}
    assert ours == {text for text, since in LATER.items() if since > year}
    assert set(refused(compiler, std, [*LATER], tmp_path, ours)) == ours


@pytest.mark.parametrize("compiler", COMPILERS)
def test_register_is_legal_up_to_cxx14(compiler: str, tmp_path: Path) -> None:
    for std, refusing in {"c++14": False, "c++17": True}.items():
        text = "void f(register int x);"
        assert explain(text, std=std).ok is not refusing
        said = refused(compiler, std, [text], tmp_path, [text] if refusing else [])
        assert bool(said) is refusing


@pytest.mark.parametrize("text", cases(LEGAL))
def test_what_is_cxx_alone_is_told_to_be_where_c_is_asked_for(text: str) -> None:
    explanation = explain(text)
    said = [f"{one.message} {one.advice}" for one in explanation.diagnostics]
    broken = any(
        one.clause is not None or one.rule == "body-without-function"
        for one in explanation.diagnostics
    )  # C reads it, and forbids it
    assert explanation.ok or broken or any("C++" in one for one in said), said
