"""What is no declaration: the reader says what it is instead, and what to do."""

import pytest

from cexplain import Explanation, explain
from cexplain.syntax import annotations
from support.command import run
from support.diagnosed import assert_well_placed

OTHERWISE = [
    ("DECLARE_BITMAP(bits, 32);", "macro-call", "'DECLARE_BITMAP'", "--file"),
    ("#define X", "nothing-to-read", "preprocessing directive", "--file"),
    ("class foo {};", "unexpected-token", "C++", "--std c++17"),
    ("using a = int;", "unexpected-token", "C++", "--std c++17"),
    ("std::string s;", "unexpected-token", "'::'", "--std c++17"),
    ("void f() noexcept;", "unexpected-token", "'noexcept'", "--std c++17"),
    ("void f() override;", "unexpected-token", "'override'", "--std c++17"),
    ("void f() throw();", "unexpected-token", "'throw'", "--std c++17"),
    ("void f() const;", "unexpected-token", "'const'", "--std c++17"),
    ("struct A { int f() const; };", "unexpected-token", "'const'", "--std c++17"),
    ("auto f() -> int;", "unexpected-token", "'->'", "--std c++17"),
    ("int f(int a = 3);", "unexpected-token", "'='", "--std c++17"),
    ("void f(T... args);", "unexpected-token", "'...'", "--std c++17"),
    ("struct A : B { };", "unexpected-token", "base class", "--std c++17"),
    ("struct A : public B { int x; };", "unexpected-token", "base class", "--std c++17"),
    ("struct A final { int x; };", "unexpected-token", "'final'", "--std c++17"),
    ("struct Shape final { int x; };", "unexpected-token", "'final'", "--std c++17"),
    ("struct A { private: int x; };", "unexpected-token", "'private:'", "--std c++17"),
    ("struct A { A(int x) : y(x) {} int y; };", "unexpected-token", "initial", "--std c++17"),
    ("struct A { A() = delete; };", "unexpected-token", "'= delete'", "--std c++17"),
    ("struct A { ~A(); };", "unexpected-token", "'~'", "--std c++17"),
    ("struct A { int x = 3; };", "member-initializer", "initialized", "--std c++17"),
    ("A() = default;", "unexpected-token", "'= default'", "--std c++17"),
    ("~A();", "unexpected-token", "destructor", "--std c++17"),
    ("enum class E { a };", "unexpected-token", "'enum class'", "--std c++17"),
    ('extern "C" int f(int);', "unexpected-token", 'extern "C"', "--std c++17"),
    ("mutable int x;", "unexpected-token", "'mutable'", "--std c++17"),
]

WORDS_OF_CXX_THAT_C_MAY_USE = [
    "int final;", "int override, noexcept;", "struct final { int x; };", "int private : 3;",
    "struct s { int public : 1; };", "struct s { int (x) : W(3); };", "struct mutable { int x; };",
    "typedef int override; override x;", "int (*delete)(int throw);", "int x = f->y;",
]  # fmt: skip


@pytest.mark.parametrize("text", WORDS_OF_CXX_THAT_C_MAY_USE)
def test_a_word_of_cxx_is_a_name_in_c(text: str) -> None:
    explanation = one(text, "gnu23")
    assert explanation.ok, explanation.diagnostics


def test_what_is_advised_to_be_read_as_cxx_is_read_so() -> None:
    for text, *_, advised in OTHERWISE:
        if "c++" in advised:
            assert explain(text, std="c++17").readings, text


def one(text: str, std: str | None = None) -> Explanation:
    """What is explained, its findings checked for their places."""
    explanation = explain(text, std=std)
    assert_well_placed(explanation)
    return explanation


@pytest.mark.parametrize(("text", "rule", "said", "advised"), OTHERWISE)
def test_what_is_no_declaration_is_told_what_it_is(
    text: str, rule: str, said: str, advised: str
) -> None:
    explanation = one(text)
    [found] = explanation.diagnostics
    assert not explanation.readings
    assert (found.rule, found.severity) == (rule, "error")
    assert said in found.message
    assert advised in found.advice


def test_a_statement_is_read_among_the_declarations_around_it() -> None:
    explanation = one("int x; x++; int y;")
    said = [reading.prose for reading in explanation.readings]
    assert said == ["x is an int", "increment x", "y is an int"]
    assert explanation.ok


def test_the_declarations_around_a_statement_that_is_none_are_read() -> None:
    explanation = one("int x; else x = 3; int y;")
    said = [reading.prose for reading in explanation.readings]
    assert said[:1] == ["x is an int"]
    assert [found.rule for found in explanation.diagnostics][:1] == ["statement"]


@pytest.mark.parametrize(
    "text", ["static_assert(1);", '_Static_assert(sizeof(int) == 4, "four");', 'asm("nop");']
)
def test_what_is_legal_and_declares_nothing_gets_a_note_and_no_error(text: str) -> None:
    explanation = one(text)
    assert explanation.ok
    assert [(found.severity, found.rule) for found in explanation.diagnostics] == [
        ("note", "nothing-declared")
    ]
    assert run(text).returncode == 0


@pytest.mark.parametrize(
    ("text", "std", "accepted"),
    [
        ('_Static_assert(1, "x"); int y;', "c99", False),
        ('_Static_assert(1, "x"); int y;', "c11", True),
        ("_Static_assert(f(1, 2)); int y;", "c17", False),
        ("_Static_assert(f(1, 2)); int y;", "gnu17", True),
        ("_Static_assert(f(1, 2)); int y;", "c23", True),
        ('_Static_assert(f(1, 2), "x"); int y;', "c17", True),
        ('struct s { int x; _Static_assert(1, "x"); };', "c99", False),
    ],
)
def test_a_static_assertion_is_judged_by_its_standard(text: str, std: str, accepted: bool) -> None:
    explanation = one(text, std)
    assert explanation.readings
    assert explanation.ok is accepted


def test_attributes_of_gnu_stand_in_two_pairs_of_parentheses() -> None:
    [found] = one("__attribute__(noreturn) void f(void);").diagnostics
    assert (found.rule, found.column) == ("bad-attribute", 15)
    assert "__attribute__((noreturn))" in found.advice


def test_a_stray_backslash_is_shown_as_it_was_written() -> None:
    [found] = one("int \\ x;").diagnostics
    assert found.message.startswith("stray character '\\': ")


def test_a_word_that_comes_often_is_compared_with_the_keywords_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(annotations, "nearest", lambda name, _: asked.append(name))
    annotations._nearest_keyword.cache_clear()
    explain("pointer to " * 500)
    annotations._nearest_keyword.cache_clear()
    assert asked == ["pointer"]


def test_what_follows_two_dashes_is_no_option() -> None:
    assert run("--", "-x").stdout == "minus x\n"
    done = run("--style", "cdecl", "--", "int x", "char *y")
    assert done.stdout == "declare x as int\ndeclare y as pointer to char\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("static DEFINE_PER_CPU(int, x);", "it declares x with the type int"),
        ("ISR(TIMER0_OVF_vect)\n{\n  TCCR0B = 0;\n}", "handles the interrupt TIMER0_OVF_vect"),
        ("EXPORT_SYMBOL(x);", "lets modules use x"),
        ("LIST_HEAD(x);", "x as a struct list_head"),
        ("G_DEFINE_TYPE (Foo, foo, G_TYPE_OBJECT)", "functions of the type Foo"),
        ("MY_MACRO(a, b)", "only its definition says"),
    ],
)
def test_a_call_of_a_macro_is_told_as_one(text: str, said: str) -> None:
    explanation = one(f"{text}\nint after;")
    [found] = explanation.diagnostics
    assert (found.rule, found.severity) == ("macro-call", "error")
    assert said in found.message
    assert "--file" in found.advice
    assert [reading.prose for reading in explanation.readings] == ["after is an int"]


@pytest.mark.parametrize(
    ("text", "prose", "said"),
    [
        ("QUEUE(x);", "x is a QUEUE", "looks like a macro"),
        ("static QUEUE(x);", "x is a static QUEUE", "looks like a macro"),
        ("push(x);", "x is a push", "If push is a function or a macro"),
    ],
)
def test_what_c_reads_as_a_declaration_is_one_though_it_looks_like_a_call(
    text: str, prose: str, said: str
) -> None:
    explanation = one(text)
    [reading] = explanation.readings
    assert explanation.ok
    assert reading.prose == prose
    assert [said in note.message for note in reading.notes if note.rule.startswith("call")] == [
        True
    ]


@pytest.mark.parametrize("text", ["asm(", "int x; static_assert(1;", "_Static_assert(1)]"])
def test_a_bracket_that_is_missing_where_nothing_is_declared_is_reported(text: str) -> None:
    assert "unbalanced-bracket" in {found.rule for found in one(text).diagnostics}
