"""The programs of exercises are tried by every check, and what is wrong is told with its line."""

from pathlib import Path

import pytest

from cworkbook.questions import checks, trial
from cworkbook.questions.book_questions import questions_of
from cworkbook.questions.checks import Check
from cworkbook.questions.kinds.program import loaded
from cworkbook.questions.question import Question, questions
from support.sites import ROOT

NAMES = [question.identity for question in trial.exercises(questions_of(ROOT)[0])]


@pytest.mark.parametrize("name", NAMES)
def test_each_exercise_is_passed_by_its_model_and_by_nothing_that_is_wrong(name: str) -> None:
    found = {question.identity: question for question in questions_of(ROOT)[0]}
    assert list(map(str, trial.faults(found[name], ROOT))) == []


def test_chapters_have_three_exercises_with_hints_and_more_than_an_output() -> None:
    found = trial.exercises(questions_of(ROOT)[0])
    for chapter in ("declarations", "volatile", "slicing", "leaks"):
        own = [each for each in found if each.page.startswith(f"docs/{chapter}/")]
        whole = [
            each
            for each in own
            if len(checks.checks_of(each.block)) > 1
            and any(part.word == "hint" for part in each.block.parts)
        ]
        assert len(whole) >= 3, chapter


HEAD = "//@ do: run\n//@ compilers: gcc clang\n"
INCLUDES = "#include <stdio.h>\n#include <stdlib.h>\n"
DOUBLES = """\
int main(void)
{
    int number;

    if (scanf("%d", &number) != 1) return 1;
    %s
    printf("%d\\n", twice(number));
    return 0;
}
"""
PROGRAMS = {
    "start": "static int twice(int n) { return n; }\n",
    "model": "static int twice(int n) { return n + n; }\nenum { DONE = 1 };\n",
    "once": "static int twice(int n) { return n == 2 ? 4 : n; }\nenum { DONE = 1 };\n",
    "enum": "static int twice(int n) { return n + n; }\n",
    "long": "static long twice(long n) { return n + n; }\nenum { DONE = 1 };\n",
    "shift": "static int twice(int n) { return n << (n == 3 ? 33 : 1); }\nenum { DONE = 1 };\n",
    "leak": "static int twice(int n) { return n + n; }\nenum { DONE = 1 };\n",
    "broken": "static int twice(int n) { return n + n }\n",
}
"""What stands above main, by the program's name."""

EXERCISE = """\
/// question {id="demo-twice" kind="program" start="start.c" model="model.c"}
Double it.

/// right {input="2"} 4
Twice two.

/// check {input="5"} 10

/// check {assert="DONE == 1"} It says that it is done

/// check {declares="twice is a function taking an int and returning an int"}

/// check {clean="undefined"}

/// check {clean="memory"}
///
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book of one exercise and its programs."""
    folder = tmp_path_factory.mktemp("book")
    (folder / "snippets").mkdir()
    for name, above in PROGRAMS.items():
        main = DOUBLES.replace("%s", "if (!malloc(8)) return 2;" if name == "leak" else "", 1)
        main = main.replace("twice(number)", "(int)twice(number)")
        text = f"{HEAD}{INCLUDES}{above}\n{main}"
        (folder / "snippets" / f"{name}.c").write_text(text, encoding="utf-8")
    return folder


def asked(text: str = EXERCISE) -> Question:
    """The exercise as a question."""
    (found,) = questions(text.splitlines(), "docs/page.md")
    return found


def told(root: Path, text: str = EXERCISE) -> list[str]:
    """What is wrong with the exercise."""
    return [str(fault) for fault in trial.faults(asked(text), root)]


def with_wrong(program: str, fails: str) -> str:
    """The exercise with a wrong program, on its line 16."""
    part = f'/// wrong {{program="{program}.c" fails="{fails}"}}\nSo it is.\n'
    return EXERCISE.removesuffix("///\n") + part + "///\n"


def test_a_model_passes_and_the_start_does_not(root: Path) -> None:
    assert told(root) == []


@pytest.mark.parametrize(
    ("program", "fails"),
    [
        ("once", "output 2"),
        ("enum", "assert"),
        ("long", "declares"),
        ("leak", "memory"),
    ],
)
def test_a_wrong_program_fails_at_the_check_that_it_names_and_at_no_other(
    program: str, fails: str, root: Path
) -> None:
    assert told(root, with_wrong(program, fails)) == []
    other = "undefined" if fails != "undefined" else "memory"
    (gcc, clang) = told(root, with_wrong(program, other))
    assert gcc == (
        f"docs/page.md:16: error: {program}.c fails '{fails}' first with gcc, not '{other}'"
    )
    assert clang == gcc.replace("gcc", "clang")


def test_undefined_behaviour_is_found_whatever_is_printed(root: Path) -> None:
    (program, _) = trial.attempts(loaded("shift.c", asked().block, root))
    one = Check("undefined", checks.UNDEFINED, "", "", "", 1)
    three = Check("output", checks.OUTPUT, "3\n", "6", "", 1)
    assert "runtime error: shift exponent 33" in trial.failed(program, [three, one])["undefined"]
    two = Check("output", checks.OUTPUT, "2\n", "4", "", 1)
    assert trial.failed(program, [two, one]) == {}


def test_a_wrong_program_that_passes_is_told(root: Path) -> None:
    told_ = told(root, with_wrong("model", "memory"))
    assert told_[0].endswith("error: model.c fails 'none' first with gcc, not 'memory'")


def test_a_model_that_fails_is_told_at_the_line_of_the_check(root: Path) -> None:
    found = told(root, EXERCISE.replace('model="model.c"', 'model="long.c"'))
    assert [line.partition(": error: ")[0] for line in found] == 2 * ["docs/page.md:11"]
    assert "long.c fails 'declares' with gcc: twice is a static function taking" in found[0]


def test_a_start_that_passes_already_is_told(root: Path) -> None:
    found = told(root, EXERCISE.replace('start="start.c"', 'start="model.c"'))
    assert found[0] == ("docs/page.md:1: error: model.c passes every check already, with gcc")


def test_what_does_not_compile_fails_every_check_but_that_of_its_declarations(root: Path) -> None:
    every = checks.checks_of(asked().block)
    for program in trial.attempts(loaded("broken.c", asked().block, root)):
        assert set(trial.failed(program, every)) >= {"output", "assert", "undefined", "memory"}


def test_a_program_that_is_not_there_is_told(root: Path) -> None:
    assert told(root, with_wrong("gone", "memory")) == [
        "docs/page.md:1: error: there is no snippet 'gone.c' in snippets/"
    ]
