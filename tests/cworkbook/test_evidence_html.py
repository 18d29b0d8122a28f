"""What a page says of compilers' and programs' words, from records made up for the test."""

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from cworkbook.asm_html import assembly_html, functions_of, is_instruction, tied
from cworkbook.code_html import code_html, highlighted
from cworkbook.options import OptionError
from cworkbook.records import AssemblyFunction, AssemblyLine, CompilerDiagnostic, Record, Run
from cworkbook.said_html import diagnostics_html, listed, outputs_html
from cworkbook.snippet import Line, Snippet, parse
from cworkbook.snippet_html import Request, chosen, snippet_html

LINES = (Line(7, "int f(int *p)"), Line(8, "{"), Line(9, "    return *p;"), Line(10, "}"))
SNIPPET = parse("//@ do: run\nint main(void) { return 0; }\n", Path("a.c"))


def run(compiler: str = "gcc", level: str = "-O0", **more: Any) -> Run:
    """One run, with whatever the test is about."""
    return Run(compiler, "c17", level, f"{compiler} {level} a.c", **more)


def words(html: str) -> str:
    """What a reader sees, with single spaces; what follows a tag starts a word."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def assembly(*lines: tuple[int | None, str], name: str = "f") -> tuple[AssemblyFunction, ...]:
    return (AssemblyFunction(name, tuple(AssemblyLine(*line) for line in lines)),)


def test_runs_that_agree_are_told_once() -> None:
    runs = (run(exit=0, stdout="3\n"), run("clang", exit=0, stdout="3\n"))
    assert words(outputs_html(runs, SNIPPET)) == "gcc and clang built it: it prints 3"


def test_runs_that_differ_are_told_apart_by_no_more_than_it_takes() -> None:
    runs = (
        run(exit=0, stdout="3\n"),
        run(level="-O2", exit=0, stdout="4\n"),
        run("clang", exit=0, stdout="3\n"),
        run("clang", level="-O2", exit=0, stdout="3\n"),
    )
    assert words(outputs_html(runs, SNIPPET)) == (
        "gcc -O0 and clang built it: it prints 3 gcc -O2 built it: it prints 4"
    )


@pytest.mark.parametrize(
    ("ending", "told"),
    [
        ({"exit": 0}, "it prints nothing"),
        ({"exit": 3}, "exit status 3"),
        ({"exit": 139}, "signal 11 ends it"),
        ({"hangs": True}, "it does not end"),
    ],
)
def test_a_program_ends_in_words(ending: dict[str, Any], told: str) -> None:
    assert words(outputs_html((run(**ending),), SNIPPET)) == f"gcc built it: {told}"


def test_a_compilers_silence_is_evidence_too() -> None:
    warning = CompilerDiagnostic(9, 5, "warning", "a < b", "-Wextra")
    html = diagnostics_html((run(diagnostics=(warning,)), run("clang"), run("clang-19")))
    assert words(html) == (
        "gcc says line 9 warning: a &lt; b -Wextra clang and clang-19 say nothing"
    )


def test_a_list_of_words_reads_as_in_a_sentence() -> None:
    assert listed(["gcc", "gcc"]) == "gcc"
    assert listed(["gcc", "clang"]) == "gcc and clang"
    assert listed(["gcc", "clang", "arm-gcc"]) == "gcc, clang and arm-gcc"


def test_lines_of_code_keep_their_numbers_out_of_the_text() -> None:
    html = code_html(LINES, "c", {9: 1}, "a.c", 10)
    assert re.sub(r"<[^>]*>", "", html) == "int f(int *p)\n{\n    return *p;\n}\n"
    assert 'class="cw-row cw-tie-1" data-line="9"' in html


def test_what_is_left_out_above_and_below_is_said_beside_the_code() -> None:
    assert 'cw-program" data-above="lines 1 to 6">' in code_html(LINES, "c", {}, "a.c", 10)
    below = code_html(LINES[:3], "c", {}, "a.c", 10)
    assert 'cw-program" data-above="lines 1 to 6" data-below="line 10">' in below
    assert 'cw-program">' in code_html((Line(1, "int x;"),), "c", {}, "a.c", 1)


def test_no_highlighting_spans_lines() -> None:
    for line in highlighted("/* one\n   two */ int x;\n", "c"):
        assert line.count("<span") == line.count("</span>")


def test_an_operator_of_calls_is_a_keyword_like_any_other() -> None:
    shown = highlighted("void operator()(int) const;\nint operator+(S, S);\n", "c++")
    assert ['<span class="k">operator</span>' in line for line in shown] == [True, True]


def test_an_unknown_language_is_shown_as_it_is() -> None:
    assert highlighted("a < b", "no such language") == ["a &lt; b"]


def test_lines_with_instructions_are_tied_in_order() -> None:
    runs = (run(assembly=assembly((9, "movl"), (10, "ret"), (None, ".L2:"), (99, "nop"))),)
    assert tied(LINES, runs) == {9: 1, 10: 2}


def test_only_the_functions_of_the_shown_lines_are_shown() -> None:
    both = (*assembly((9, "ret")), *assembly((40, "ret"), name="g"))
    assert [f.function for f in functions_of(run(assembly=both), LINES, ())] == ["f"]
    assert [f.function for f in functions_of(run(assembly=both), LINES, ("g",))] == ["g"]


def test_labels_and_directives_are_no_instructions() -> None:
    lines = [AssemblyLine(None, text) for text in (".L2:", "\t.align 4", "\tret", "")]
    assert [is_instruction(line) for line in lines] == [False, False, True, False]


def test_each_compiler_has_a_tab_and_each_level_a_column() -> None:
    runs = [
        run(compiler, level, assembly=assembly((9, "\tret")))
        for compiler in ("gcc", "clang")
        for level in ("-O0", "-O2")
    ]
    html = assembly_html(runs, LINES, (), {9: 1}, "cw-5")
    assert html.count('type="radio"') == 2
    assert html.count('cw-tabs__panel"') == 2
    assert "gcc -O0 1 instruction f: ret gcc -O2 1 instruction" in words(html)


def test_a_function_that_is_gone_is_said_to_be_gone() -> None:
    html = assembly_html([run(assembly=())], LINES, (), {}, "cw-5")
    assert "No code of its own: inlined or removed." in words(html)


def test_runs_come_in_the_order_that_the_page_asks_for() -> None:
    record = Record("a.c", "", {}, (run(), run("clang"), run("arm-gcc")))
    asked = chosen(record, Request(compilers=("arm-gcc", "gcc")))
    assert [each.compiler for each in asked] == ["arm-gcc", "gcc"]


def test_runs_that_do_not_exist_together_are_refused() -> None:
    record = Record("a.c", "", {}, (run(), run("clang", "-O2")))
    with pytest.raises(OptionError, match=r"no run of a\.c fits"):
        chosen(record, Request(compilers=("gcc",), levels=("-O2",)))


def test_what_a_program_prints_cannot_become_markup() -> None:
    html = outputs_html((run(exit=0, stdout="<script>alert(1)</script>\n"),), SNIPPET)
    assert "<script>" not in html


def test_a_long_output_has_rows_to_be_numbered_and_the_same_text() -> None:
    for count, rows in ((39, 0), (40, 40)):
        text = "".join(f"line <{number}>\n" for number in range(count))
        html = outputs_html((run(exit=0, stdout=text),), SNIPPET)
        assert html.count('<span class="cw-row">') == rows
        printed = re.search(r"<code>(.*)</code>", html, re.DOTALL)
        assert printed
        assert unescape(re.sub(r"<[^>]*>", "", printed[1])) == text


def test_an_output_that_varies_says_so() -> None:
    varying = parse("//@ do: run\n//@ varies: output\nint main(void) { }\n", Path("a.c"))
    assert isinstance(varying, Snippet)
    assert "differs from run to run" in outputs_html((run(exit=0, stdout="1\n"),), varying)


def test_a_packages_version_stands_behind_its_name(tmp_path: Path) -> None:
    # On the disk: a page carries the program's text, to be edited and run.
    path = tmp_path / "a.c"
    path.write_text("//@ do: run\nint main(void) { return 0; }\n")
    snippet = parse(path.read_text(), path)
    tools = {"gcc": "gcc 12.2.0", "swig": "4.1.0-0.2"}
    record = Record("a.c", "", tools, (run(exit=0, stdout="3\n"),))
    file = snippet.file()
    html = snippet_html(snippet, file, file.shown(), record, Request())
    assert words(html).endswith("Commands and versions gcc -O0 a.c gcc 12.2.0 swig 4.1.0-0.2")
