"""What declarations are read as: the English that docs/decisions/0001-architecture.md fixes."""

import pytest

from cexplain import ReadingError, explain, read

READINGS = [
    ("char *str[10];", "str is an array of 10 pointers to char"),
    (
        "char *(*fp)(int, float *);",
        "fp is a pointer to a function taking (an int, a pointer to float) and returning "
        "a pointer to char",
    ),
    (
        "void (*signal(int, void (*fp)(int)))(int);",
        "signal is a function taking (an int, fp as a pointer to a function taking an int and "
        "returning nothing) and returning a pointer to a function taking an int and returning "
        "nothing",
    ),
    ("int *a[10][15]", "a is an array of 10 arrays of 15 pointers to int"),
    (
        "int *(*f(void))[3][4];",
        "f is a function taking no parameters and returning a pointer to an array of 3 arrays "
        "of 4 pointers to int",
    ),
    (
        "const volatile unsigned char *const p",
        "p is a const pointer to const volatile unsigned char",
    ),
    ("uint8_t volatile *p;", "p is a pointer to volatile uint8_t"),
    (
        "char *const *volatile *p;",
        "p is a pointer to a volatile pointer to a const pointer to char",
    ),
    ("size_t n;", "n is a size_t"),
    ("int f(foo_t);", "f is a function taking a foo_t and returning an int"),
    ("pthread_t *restrict t", "t is a restrict pointer to pthread_t"),
    (
        "static int __init start(void);",
        "start is a static function taking no parameters and returning an int, marked __init",
    ),
    ("void __iomem *base;", "base is a pointer to void, marked __iomem"),
    ("int (*)(void)", "a pointer to a function taking no parameters and returning an int"),
    ("char *", "a pointer to char"),
    (
        "(int (*)(void))p;",
        "cast p into a pointer to a function taking no parameters and returning an int",
    ),
    ("unsigned long int long const x", "x is a const unsigned long long"),
    ("struct s;", "struct s is declared without its members"),
    (
        "struct point { int x, y; unsigned flags : 3; };",
        "struct point has members (x as an int, y as an int, flags as an unsigned int "
        "bit-field of 3 bits)",
    ),
    (
        "struct { union { int a; float b; }; int :2; } u;",
        "u is an unnamed struct with members (an unnamed union with members (a as an int, "
        "b as a float), an int bit-field of 2 bits)",
    ),
    ("enum color { RED, GREEN = 3, };", "enum color has constants (RED, GREEN = 3)"),
    ("enum e : unsigned char { A } v;", "v is an enum e of type unsigned char with constants (A)"),
    ("int a[] = { [0 ... 3] = 1, };", "a is an array of 4 ints"),
    ('char s[] = "";', "s is an array of 1 char"),
    ("int a[][2] = { 1, 2 };", "a is an array of unknown size of arrays of 2 ints"),
    ("auto x = 5;", "x is an object of inferred type"),
    (
        "typedef int (*cmp)(const void *, const void *);",
        "cmp is a typedef for a pointer to a function taking (a pointer to const void, "
        "a pointer to const void) and returning an int",
    ),
    ("_Alignas(16) char buf[64];", "buf is an array of 64 chars, aligned to 16 bytes"),
    ("_Alignas(double) char c;", "c is a char, aligned as double"),
    (
        "int f(int n, int a[static n], int b[const *], int c[]);",
        "f is a function taking (n as an int, a as an array of at least n ints, b as a const "
        "array of variable size of ints, c as an array of unknown size of ints) and returning "
        "an int",
    ),
    ("_Atomic(int *) p;", "p is an atomic pointer to int"),
    ("_Atomic int x;", "x is an atomic int"),
    (
        "extern int printf(const char *restrict fmt, ...);",
        "printf is an extern function taking (fmt as a restrict pointer to const char, "
        "and variable arguments) and returning an int",
    ),
    (
        "int add(a, b) int a; foo_t *b; { return a; }",
        "add is an old-style function taking (a as an int, b as a pointer to foo_t) and "
        "returning an int",
    ),
    ("unsigned _BitInt(N + 1) y;", "y is an unsigned _BitInt(N + 1)"),
    ("typeof(int *) x;", "x is a pointer to int"),
    ("typeof(y + 1) x;", "x is a typeof(y + 1)"),
    ("int a[N + 1];", "a is an array of (N + 1) ints"),
    ("DWORD WINAPI f(LPVOID p);", "f is a function taking p as an LPVOID "
        "and returning a DWORD, marked WINAPI"),
    ("asmlinkage long f(void);", "f is a function taking no parameters "
        "and returning a long, marked asmlinkage"),
    ("static _Thread_local int t;", "t is a static thread-local int"),
    ("static inline _Noreturn void die(void);", "die is a static inline noreturn "
        "function taking no parameters and returning nothing"),
    ("u8 b __packed;", "b is a u8, marked __packed"),
    ("__le32 b __packed;", "b is a __le32, marked __packed"),
    ("EXPORT size_t __n;", "__n is a size_t, marked EXPORT"),
    ("int x __aligned(8) = 3;", "x is an int, marked __aligned(8)"),
    ("struct s { u8 b __packed; } __packed __aligned(4);", "struct s has members "
        "(b as a u8 (marked __packed)), marked __packed, marked __aligned(4)"),
    ("API(const char *) version(void);", "version is a function taking no parameters "
        "and returning an API(const char *)"),
    ("int f(foo_t *p) __THROWNL __nonnull ((1, 3));", "f is a function taking p as a pointer "
        "to foo_t and returning an int, marked __THROWNL, marked __nonnull((1, 3))"),
    ("int (*f(a))(int) char a; { }", "f is an old-style function taking (a as a char) "
        "and returning a pointer to a function taking an int and returning an int"),
    ("int (*(*f(a))(int))[3] { }", "f is an old-style function taking (a as an int) and "
        "returning a pointer to a function taking an int and returning a pointer to "
        "an array of 3 ints"),
    ("int f(int g(a)) { }", "f is a function taking (g as a function taking a `a` "
        "and returning an int) and returning an int"),
    ("int a[(int){3}];", "a is an array of ((int){3}) ints"),
    ("__int128 x;", "x is an __int128"),
    ("double _Complex z;", "z is a double _Complex"),
    ("int x asm(\"r0\");", 'x is an int, known to the linker as "r0"'),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), READINGS)
def test_a_declaration_is_read_aloud(text: str, expected: str) -> None:
    assert read(text) == expected


def test_empty_parentheses_promise_no_prototype_before_c23() -> None:
    assert (
        read("int f();", std="c17")
        == "f is a function with unspecified parameters returning an int"
    )
    assert read("int f();") == "f is a function taking no parameters and returning an int"


def test_variable_arguments_alone_are_no_empty_parentheses() -> None:
    rules = {text: [note.rule for note in explain(text).readings[0].notes]
             for text in ("int f(...);", "int f();")}  # fmt: skip
    assert rules == {"int f(...);": [], "int f();": ["empty-parameters"]}


def test_each_declarator_has_a_reading_of_its_own() -> None:
    assert read("int x, *p, a[3], (*f)(void);").split("\n") == [
        "x is an int",
        "p is a pointer to int",
        "a is an array of 3 ints",
        "f is a pointer to a function taking no parameters and returning an int",
    ]


ATTRIBUTES = {
    "__attribute__((cleanup(free)))": "cleaned up by free when it goes out of scope",
    '__attribute__((visibility("hidden")))': 'with "hidden" visibility',
    "__attribute__((noinline))": "never inlined",
    "__attribute__((noipa))": "opaque to the optimizer",
    "__attribute__((weak))": "replaceable at link time",
    "__attribute__((aligned(8)))": "aligned to 8 bytes",
    "__attribute__((packed))": "packed without padding",
    '__attribute__((section(".text")))': 'placed in section ".text"',
    "__attribute__((format(printf, 1, 2)))": "checked as a format function (printf, 1, 2)",
    "__attribute__((__noreturn__))": "that never returns",
    "__attribute__((unused))": "possibly unused",
    "__attribute__((deprecated))": "deprecated",
    "__attribute__((nonnull(1)))": "whose pointers 1 must not be null",
    "__attribute__((malloc))": "returning fresh memory",
    "__attribute__((constructor))": "run before main",
    "__attribute__((destructor(101)))": "run after main (priority 101)",
    "__attribute__((made_up(3)))": "with attribute made_up(3)",
}


@pytest.mark.parametrize(("attribute", "english"), ATTRIBUTES.items())
@pytest.mark.parametrize(
    "form", ["{} int *f(int);", "static {} int *f(int);", "int {} *f(int);", "int *f(int) {};"]
)
def test_an_attribute_is_read_wherever_it_stands(attribute: str, english: str, form: str) -> None:
    text = form.format(attribute)
    assert read(text).endswith(f", {english}")


def test_standard_attributes_are_read() -> None:
    assert read('[[nodiscard("why")]] int f(void);').endswith('whose result must be used ("why")')
    assert read("int x [[maybe_unused]];") == "x is an int, possibly unused"


GNU = [
    (
        "struct __packed point { int a; };",
        "struct point (marked __packed) has members (a as an int)",
    ),
    (
        "struct __aligned(8) s { int a; } x;",
        "x is a struct s (marked __aligned(8)) with members (a as an int)",
    ),
    ("__extension__ long long x;", "x is a long long"),
    ("__inline int f(void);", "f is an inline function taking no parameters and returning an int"),
    ("char *__restrict p;", "p is a restrict pointer to char"),
    ("__const char __volatile__ *p;", "p is a pointer to const volatile char"),
    ("__thread int x;", "x is a thread-local int"),
    ("__typeof__(int) x;", "x is an int"),
    ("__signed__ char c;", "c is a signed char"),
]


@pytest.mark.parametrize(("text", "expected"), GNU)
def test_gnu_spelling_reads_as_the_standard_one(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(("text", "expected"), READINGS)
def test_phrases_join_to_the_reading_and_point_into_the_text(text: str, expected: str) -> None:
    (reading,) = explain(text).readings
    assert " ".join(phrase.text for phrase in reading.phrases) == expected
    for phrase in reading.phrases:
        for span in phrase.spans:
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end].strip()


def test_each_part_of_a_declarator_is_tied_to_its_tokens() -> None:
    text = "char *(*fp[3])(int);"
    (reading,) = explain(text).readings
    own = [phrase for phrase in reading.phrases if phrase.depth == 0]
    shown = [(p.text, [text[s.start : s.end] for s in p.spans]) for p in own]
    assert shown == [
        ("fp is", ["fp"]),
        ("an array of 3", ["[3]"]),
        ("pointers to", ["*"]),
        ("functions taking", ["(", ")"]),
        ("and returning", ["(", ")"]),
        ("a pointer to", ["*"]),
        ("char", ["char"]),
    ]
    assert own[2].spans != own[5].spans


def test_two_equal_types_have_spans_of_their_own() -> None:
    text = "int f(int, int);"
    (reading,) = explain(text).readings
    types = [phrase.spans[0].start for phrase in reading.phrases if phrase.kind == "type"]
    assert types == [6, 11, 0]


def test_typedef_names_are_remembered_within_the_text() -> None:
    assert read("typedef int T; T (x), f(T);").split("\n")[1:] == [
        "x is a T",
        "f is a function taking a T and returning a T",
    ]


@pytest.mark.parametrize(
    ("text", "std", "rule"),
    [
        ("int *a[10][15];", "c23", "spiral"),
        ("char *a, b;", "c23", "star-binds-to-one"),
        ("int f();", "c17", "no-prototype"),
        ("int f(int a[3]);", "c23", "array-parameter"),
        ("int f(int g(void));", "c23", "function-parameter"),
        ("int f(const int n);", "c23", "parameter-qualifier"),
    ],
)
def test_notes_say_what_surprises(text: str, std: str, rule: str) -> None:
    assert rule in [note.rule for note in explain(text, std=std).readings[0].notes]


@pytest.mark.parametrize("text", ["char *str[10];", "int (*p)[10][15];", "char *(*fp)(int);"])
def test_no_note_is_made_where_the_spiral_works(text: str) -> None:
    assert not explain(text).readings[0].notes


@pytest.mark.parametrize(
    ("text", "prose"),
    [("s32 n;", "n is an s32"), ("x_t n;", "n is an x_t"), ("u8 n;", "n is a u8")],
)
def test_a_letter_that_is_spelled_out_has_the_article_of_its_name(text: str, prose: str) -> None:
    assert read(text) == prose


def test_a_type_by_declaration_is_no_parameters_name() -> None:
    text = "int (*f(long n))(time_t) { }"
    assert read(text, std="c89").endswith("to a function taking a time_t and returning an int")
    assert read("typedef int t; int f(t) { }").endswith("taking a t and returning an int")


def test_read_raises_what_explain_reports() -> None:
    with pytest.raises(ReadingError, match=r"1:1: error: .*unsigned") as caught:
        read("unsinged int x;")
    assert caught.value.diagnostics == explain("unsinged int x;").diagnostics


def test_an_unknown_standard_is_the_callers_mistake() -> None:
    with pytest.raises(ValueError, match="c42"):
        explain("int x;", std="c42")
