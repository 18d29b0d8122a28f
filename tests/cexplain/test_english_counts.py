"""Numbers in words, things that are counted, and functions that are called variadic."""

import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cexplain.engine import explain
from cexplain.english.declare import declare, parse_english
from cexplain.reading.vocabulary import NUMBERS
from support.compilers import COMPILERS
from support.pace import grows_as_its_input
from support.patience import PATIENCE

COUNTED = {
    "x is an array of ten ints": "int x[10];",
    "declare x as array ten of int": "int x[10];",
    "x is an array of size twenty of ints": "int x[20];",
    "x is an array of a dozen pointers to char": "char *x[12];",
    "x is an array of two arrays of three ints": "int x[2][3];",
    "X IS AN ARRAY OF TEN INTS": "int X[10];",
    "b is an int bit-field of three bits": "int b : 3;",
    "b is an int, aligned to sixteen bytes": "_Alignas(16) int b;",
    "f is a function taking two ints and returning void": "void f(int, int);",
    "f is a function that takes 2 ints and a float and returns void": "void f(int, int, float);",
    "f takes two ints and returns void": "void f(int, int);",
    "f returns a pointer to char": "char *f(void);",
    "f is a function of (three size_t) returning int": "int f(size_t, size_t, size_t);",
    "f is a function taking two ints a and b and returning int": "int f(int a, int b);",
    "f is a function taking (two pointers to int named p, and q, a float) and returning int": (
        "int f(int *p, int *q, float);"
    ),
    "f is a function taking\n  two\n  ints\n  and returning int": "int f(int, int);",
    "f is a function taking one int and returning a `one`": "one f(int);",
    "s is a struct point with members (two ints x and y, a float z)": (
        "struct point { int x; int y; float z; } s;"
    ),
}

NAMES_ALL_THE_SAME = {
    "x is an array of (ten) ints": "int x[ten];",
    "x is an array of `ten` ints": "int x[ten];",
    "x is an array of TEN ints": "int x[TEN];",
    "x is an array of `ten`": "ten x[];",
    "one and two are ints": "int one;\nint two;",
    "f is a function taking (two as an int, a `two`, `ten`) and returning a `ten`": (
        "ten f(int two, two, ten);"
    ),
    "x is a dozen": "dozen x;",
}

VARIADIC = {
    "printf is a variadic function taking (format as a pointer to const char) and returning int": (
        "int printf(const char *format, ...);"
    ),
    "p as pointer to variadic function (int) returning int": "int (*p)(int, ...);",
    "f is a variadic function taking (an int, variable arguments) and returning int": (
        "int f(int, ...);"
    ),
    "f is a function taking (int, variadic) and returning int": "int f(int, ...);",
    "f is a function taking a variadic func taking an int and returning int and returning int": (
        "int f(int (int, ...));"
    ),
    "f is a variadic function returning an int": "int f(...);",
}


@pytest.mark.parametrize(
    ("english", "c"),
    [*COUNTED.items(), *NAMES_ALL_THE_SAME.items(), *VARIADIC.items()],
)
def test_numbers_count_and_names_stay_names(english: str, c: str) -> None:
    assert declare(english) == c


def test_both_compilers_count_as_the_words_do() -> None:
    lines = []
    for word, digits in {**NUMBERS, "a dozen": "12"}.items():
        elements = declare(f"a{digits} is an array of {word} pointers to char", std="c17")
        function = declare(f"f{digits} is a function taking {word} ints and returning int")
        listed = ", ".join(["int"] * int(digits))
        lines += [
            "{",
            f'{elements} _Static_assert(sizeof a{digits} == {digits} * sizeof(char *), "");',
            f"{function} _Static_assert(__builtin_types_compatible_p("
            f'__typeof__(f{digits}), int({listed})), "{word}");',
            "}",
        ]
    source = f"void counted(void) {{\n{chr(10).join(lines)}\n}}\n"
    for compiler in COMPILERS:
        done = subprocess.run(
            [*compiler.command, "-std=c17", "-fsyntax-only", "-x", "c", "-"],
            input=source, capture_output=True, text=True, check=False, timeout=PATIENCE,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(("english", "c"), VARIADIC.items())
def test_a_compiler_takes_the_variadic_function(english: str, c: str) -> None:
    source = f"{declare(english, std='c23')}\n{c}\n"
    done = subprocess.run(
        [*COMPILERS[1].command, "-std=c2x", "-fsyntax-only", "-x", "c", "-"],
        input=source, capture_output=True, text=True, check=False, timeout=PATIENCE,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("text", ["int x[ten];", "ten x[ten];", "two f(two, one);", "dozen d[3];"])
def test_a_name_that_is_a_number_is_read_and_declared_again(text: str) -> None:
    [reading] = explain(text, std="c23").readings
    for english in (reading.prose, reading.cdecl):
        assert parse_english(english) == ((reading.declaration,), ())


@given(
    st.sampled_from(sorted(NUMBERS)), st.sampled_from(["int", "char", "size_t", "pointer to int"])
)
@settings(max_examples=60, deadline=None)
def test_what_is_counted_is_the_same_as_what_is_listed(word: str, thing: str) -> None:
    several = thing.replace("pointer", "pointers") + "s" * (thing in ("int", "char"))
    counted = parse_english(f"f is a function taking {word} {several} and returning nothing")
    listed = ", ".join([thing] * int(NUMBERS[word]))
    assert counted == parse_english(f"f is a function ({listed}) returning void")
    assert counted[1] == ()


MISTAKES = {
    "x is ten ints": ("c23", 6, "write array of 10, and then what it holds"),
    "f takes two ints a and returns void": (
        "c23", 24, "name all of them, with commas between, or none",
    ),
    "f takes two ints x and a float and returns void": (
        "c23", 24, "name all of them, with commas between, or none",
    ),
    "f takes 200 ints and returns int": ("c23", 9, "write a smaller number"),
    "f is a variadic function returning int": (
        "c17", 8, "take variadic out, or say what the function takes",
    ),
    "f is a function (...) returning int": (
        "c17", 18, "say what it takes first, as in taking an int",
    ),
    "f is a variadic funtion taking an int and returning int": (
        "c23", 17, 'did you mean "function"?',
    ),
}  # fmt: skip


@pytest.mark.parametrize(("english", "expected"), MISTAKES.items(), ids=MISTAKES)
def test_a_count_that_cannot_be_meant_is_an_error_with_advice(
    english: str, expected: tuple[str, int, str]
) -> None:
    std, column, advice = expected
    found, [problem] = parse_english(english, std=std)
    assert found == ()
    assert (problem.line, problem.column, problem.advice) == (1, column, advice)


def test_counts_in_counts_cannot_blow_a_text_up() -> None:
    nested = "f is a function" + " taking twenty pointers to functions" * 9
    _, [problem] = parse_english(f"{nested} taking an int")
    assert "this reader goes to 127" in problem.message


def test_counting_takes_time_in_proportion_to_the_text() -> None:
    sentence = "f takes twenty pointers to int, three floats and a dozen chars and returns int;\n"
    assert grows_as_its_input(lambda count: parse_english(sentence * count), 100, 800)
