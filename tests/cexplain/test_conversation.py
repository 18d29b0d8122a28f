"""The conversation: what lines mean to it, and the terminal that it is held on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cexplain.command.conversation import COMMANDS, Conversation, Ended, unfinished
from cexplain.command.options import Options
from cexplain.processes import Finished
from cexplain.render.terminal import Look
from support.terminal import Terminal


@pytest.fixture
def talk() -> Conversation:
    """A conversation in which nothing was said."""
    return Conversation(Options(), Look())


# What lines mean


def test_c_is_read(talk: Conversation) -> None:
    assert talk.answer("int *row[3];") == "row is an array of 3 pointers to int\n"
    assert talk.answer("explain int x") == "x is an int\n"


def test_english_is_written(talk: Conversation) -> None:
    assert talk.answer("declare p as pointer to char") == "char *p;\n"
    assert talk.answer("cast p into pointer to const char") == "(const char *)p\n"


def test_an_error_has_a_caret_and_advice(talk: Conversation) -> None:
    first, line, caret, advice = talk.answer("int (x").splitlines()
    assert first.startswith("<input>:1:5: error: ")
    assert (line, caret) == ("  int (x", "      ^")
    assert advice


@pytest.mark.parametrize(
    "line", ["typedef int *rows[3]", "define rows as array 3 of pointer to int"]
)
def test_a_type_of_an_earlier_line_is_known_and_said(talk: Conversation, line: str) -> None:
    assert talk.answer(line).startswith("rows is a typedef for an array of 3 pointers to int\n")
    assert talk.answer("rows *x") == (
        "x is a pointer to rows\n  rows stands for an array of 3 pointers to int\n"
    )
    assert talk.answer("show rows") == (
        "typedef int *rows[3];\n  rows stands for an array of 3 pointers to int\n"
    )


def test_in_a_standard_of_cxx_the_lines_are_cxx(talk: Conversation) -> None:
    assert talk.answer("std c++17") == "declarations are read as c++17\n"
    answer = talk.answer("using Hook = int (&)(int)")
    assert answer.startswith("Hook is an alias for a reference to a function taking an int")
    assert "  read as C++17\n" in answer
    assert "  Hook stands for a reference to a function" in talk.answer("Hook h")
    assert talk.answer("show Hook").startswith("using Hook = int (&)(int);\n")
    assert talk.answer("declare r as reference to array 3 of int") == "int (&r)[3];\n"
    assert talk.answer("#include <stdio.h>").startswith("headers are read as C")
    talk.answer("std c17")
    assert talk.answer("show").startswith("none yet")  # they were types of C++


def test_a_definition_that_cannot_be_read_is_marked_where_it_was_typed(talk: Conversation) -> None:
    answer = talk.answer("define f as   pointer to fnction returning int").splitlines()
    assert answer[1] == "  define f as   pointer to fnction returning int"
    assert answer[2].index("^") == answer[1].index("fnction")


def test_the_types_of_a_header_are_taken_over(talk: Conversation) -> None:
    answer = talk.answer("#include <stdio.h>")
    assert answer.startswith("<stdio.h> brought ")
    assert "size_t stands for an unsigned long" in talk.answer("size_t n")
    assert "FILE stands for " in talk.answer("FILE *f")


def test_a_header_is_preprocessed_with_the_options_of_the_command() -> None:
    seen: list[list[str]] = []

    def run(command: list[str], **_: object) -> Finished:
        seen.append(list(command))
        return Finished(0, b"typedef int thing;\n", b"")

    options = Options(include=("inc",), define=("X=1",), std="c99", std_given=True)
    talk = Conversation(options, Look(), run)  # type: ignore[arg-type]  # looser than the real one
    assert talk.answer('#include "mine.h"') == '"mine.h" brought 1 types\n'
    assert seen == [["cpp", "-std=c99", "-P", f"-I{Path.cwd()}/inc", "-DX=1"]]


def test_a_header_that_is_not_there_is_said(talk: Conversation) -> None:
    answer = talk.answer("#include <no/such/header.h>")
    assert "No such file" in answer
    assert "-I" in answer


def test_other_lines_of_the_preprocessor_are_refused(talk: Conversation) -> None:
    assert "only #include <HEADER>" in talk.answer("#define N 3")


def test_names_are_listed(talk: Conversation) -> None:
    assert "none yet" in talk.answer("show")
    talk.answer("typedef int a, *b;")
    assert talk.answer("show") == "a, b\n"
    assert "no line so far" in talk.answer("show c")


def test_the_standard_can_be_changed(talk: Conversation) -> None:
    assert "taking no parameters" in talk.answer("int f();")
    assert talk.answer("std c17") == "declarations are read as c17\n"
    assert "unspecified parameters" in talk.answer("int f();")
    assert "not a standard of C" in talk.answer("std c42")


def test_a_question_mark_lists_every_command(talk: Conversation) -> None:
    assert all(example in talk.answer("?") for example, _ in COMMANDS.values())


@pytest.mark.parametrize("example", [example for example, _ in COMMANDS.values()])
def test_every_example_of_the_help_works(talk: Conversation, example: str) -> None:
    talk.answer("typedef unsigned char byte")
    if example == "quit":
        with pytest.raises(Ended):
            talk.answer(example)
    else:
        assert "error" not in talk.answer(example)


def test_a_type_that_is_no_c_any_more_is_shown(talk: Conversation) -> None:
    talk.answer("typedef d n(v(...);d);")
    assert talk.answer("show n").startswith("typedef d n(v (...); d);\n")


@pytest.mark.parametrize("line", ["int x", "declare x as int", "show x", "std c99", "#include <a>"])
def test_a_failure_of_our_own_ends_no_conversation(
    talk: Conversation, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("on purpose")

    with monkeypatch.context() as patch:
        for name in ("_read", "_written", "_show", "_change", "_include", "_previewed"):
            patch.setattr(talk, name, fail)
        answer = talk.answer(line)
        assert answer.startswith("<input>:1:1: error: this is a mistake of cexplain, not of your C")
        assert "mistake of cexplain" in talk.preview(line)
    assert talk.answer("int y") == "y is an int\n"


def test_a_line_of_deep_nesting_is_answered(talk: Conversation) -> None:
    talk.answer("std c++17")
    assert "nest deeper" in talk.answer(f"{'template<class T>' * 326}int x;")
    talk.answer("std c23")
    assert talk.answer(f"{'int f(' * 198}int{')' * 198};").count("taking") == 198


def test_a_long_line_has_no_preview(talk: Conversation) -> None:
    assert talk.preview(f"int {'*' * 20_000}x") == ""


def test_an_empty_line_says_nothing(talk: Conversation) -> None:
    assert talk.answer("  ") == ""


def test_a_body_goes_on_until_it_is_closed() -> None:
    assert unfinished("struct s {")
    assert not unfinished("struct s { int x; };")


# What is shown while one types


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("int *p", "p is a pointer to int"),
        ("int x, y", "x is an int; y is an int"),
        ("declare p as pointer to ch", "ch *p;"),
        ("declare p as pointer to char", "char *p;"),
        ("cast p into pointer to int", "(int *)p"),
        ("define s as pointer to char", "typedef char *s;"),
        ("#incl", ""),
        ("show", COMMANDS["show"][1]),
    ],
)
def test_a_preview_says_what_the_text_means_so_far(
    talk: Conversation, text: str, shown: str
) -> None:
    assert shown in talk.preview(text)
    assert "\n" not in talk.preview(text)


def test_a_preview_declares_nothing(talk: Conversation) -> None:
    talk.preview("typedef int t;")
    assert "none yet" in talk.answer("show")


def test_every_beginning_of_a_line_has_a_preview(talk: Conversation) -> None:
    for line in (
        "define f as pointer to function (int) returning int",
        "struct s { int a[3]; } x;",
    ):
        for end in range(len(line) + 1):
            assert isinstance(talk.preview(line[:end]), str)


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("decl", "declare"),
        ("vola", "volatile"),
        ("const uns", "unsigned"),
        ("declare p as poi", "pointer"),
        ("std gnu1", "gnu17"),
        ("#inc", "#include"),
        ("show by", "byte"),
        ("by", "byte"),
        ("declare x as by", "byte"),
    ],
)
def test_words_and_known_types_are_completed(talk: Conversation, text: str, offered: str) -> None:
    talk.answer("typedef unsigned char byte")
    found = talk.completion(text)
    assert offered in found.words
    assert offered.startswith(text[len(text) - found.start :])


def test_nothing_begun_offers_nothing(talk: Conversation) -> None:
    assert talk.completion("int ").words == ()


# On a terminal


FULL = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)); "


def terminal(folder: Path, *, without: bool = False, full: bool = False) -> Terminal:
    """`cexplain` alone on a terminal; `without` the library of the extra, on a `full` disk."""
    hidden = "import sys; sys.modules['prompt_toolkit'] = None; " if without else ""
    hidden += FULL if full else ""
    script = f"{hidden}import sys; from cexplain.command.cli import main; sys.exit(main([]))"
    env = {"XDG_STATE_HOME": str(folder), "HOME": str(folder)}
    return Terminal([sys.executable, "-c", script], folder, env)


def test_a_reading_is_shown_while_one_types_and_stays_after_enter(tmp_path: Path) -> None:
    with terminal(tmp_path) as screen:
        screen.wait("c>")
        screen.type("int *row[3]")
        screen.wait("row is an array of 3 pointers to int")
        screen.press("Enter")
        screen.type("typedef int *rows[3]")
        screen.press("Enter")
        screen.type("rows a; quit")
        screen.wait("a is a rows")
        screen.press("C-c")
        screen.type("row")
        screen.press("Tab")
        screen.wait("c> rows")
        screen.press("C-c")
        screen.type("?")
        screen.press("Enter")
        assert "row is an array of 3 pointers to int" in screen.wait("ends the conversation")
        screen.press("C-d")


def test_questions_are_kept_for_the_next_day(tmp_path: Path) -> None:
    for typed, seen in (("int first", "first is an int"), (None, "c> int first")):
        with terminal(tmp_path) as screen:
            screen.wait("c>")
            if typed:
                screen.type(typed)
            else:
                screen.press("Up")
            screen.wait(seen)
            screen.press("Enter")
            screen.wait("first is an int\n")
            screen.press("C-d")
    history = tmp_path / "cexplain" / "history"
    assert "+int first" in history.read_text()
    assert history.stat().st_mode & 0o077 == 0


def test_a_full_disk_ends_no_conversation(tmp_path: Path) -> None:
    with terminal(tmp_path, full=True) as screen:
        screen.wait("c>")
        for name in ("first", "second"):
            screen.type(f"int {name}")
            screen.press("Enter")
            assert "Exception" not in screen.wait(f"{name} is an int\n")
        screen.press("C-d")
    assert (tmp_path / "cexplain" / "history").read_text() == ""


def test_without_the_library_plain_input_works_and_a_hint_is_given(tmp_path: Path) -> None:
    with terminal(tmp_path, without=True) as screen:
        assert "cexplain[interactive]" in screen.wait("c>")
        screen.type("struct s {")
        screen.press("Enter")
        screen.wait("..")
        screen.type("int x; }")
        screen.press("Enter")
        screen.wait("struct s has members (x as an int)")
        screen.press("C-c")
        screen.wait("^C\nc>")  # what is typed before the next prompt goes with the broken line
        screen.type("int y")
        screen.press("Enter")
        screen.wait("y is an int")
        screen.press("C-d")


def test_no_arguments_and_no_terminal_are_wrong_usage() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cexplain"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"COLUMNS": "80"},
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "nothing to read" in done.stderr
