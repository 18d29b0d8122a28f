"""What a snippet's text says: directives, announcements, shown lines, sections."""

from pathlib import Path

import pytest

from cworkbook import snippet as snippets
from cworkbook.snippet import RunKey, Selector, Snippet, SnippetError, parse

HEADER = "//@ do: run\n"
GCC = RunKey("gcc", "c17", "-O0")
GCC_O2 = RunKey("gcc", "c17", "-O2")
CLANG_19 = RunKey("clang-19", "c17", "-O2")


def read(text: str, name: str = "chapter/program.c") -> Snippet:
    """Return the snippet that a file of that name with that text is."""
    return parse(text, Path(name), name)


def shown(text: str) -> list[tuple[int, str]]:
    """Return what a page shows of a file: line numbers and texts."""
    return [(line.number, line.text) for line in read(text).file().lines]


def test_a_header_says_how_far_to_go_and_in_which_ways() -> None:
    snippet = read(
        "//@ do: compile\n//@ std: c99 c23\n//@ levels: -O0 -O2\n//@ compilers: gcc\nint x;\n"
    )
    assert snippet.step == "compile"
    assert [key.name for key in snippet.keys] == [
        "gcc-c99-O0",
        "gcc-c99-O2",
        "gcc-c23-O0",
        "gcc-c23-O2",
    ]


def test_without_more_words_c_is_tried_by_two_compilers() -> None:
    assert [key.name for key in read(HEADER).keys] == ["gcc-c17-O0", "clang-c17-O0"]


def test_cpp_has_compilers_and_a_standard_of_its_own() -> None:
    snippet = read(HEADER, "chapter/slice.cpp")
    assert [key.name for key in snippet.keys] == ["g++-c++17-O0", "clang++-c++17-O0"]


def test_a_script_runs_once_with_its_interpreter() -> None:
    snippet = read("#!/bin/sh\n#@ do: run\n#@ output: hi\necho hi\n", "chapter/hi.sh")
    assert [key.name for key in snippet.keys] == ["bash"]
    assert [line.text for line in snippet.file().lines] == ["#!/bin/sh", "echo hi"]


def test_a_level_among_the_options_is_the_run_s_level() -> None:
    assert read(HEADER + "//@ options: -Wall -O2\n").keys[0] == GCC_O2


def test_header_and_marks_are_not_shown_and_line_numbers_stay() -> None:
    code = "\nint x;  //~ warning: [-Wall]\n//~ note: here\n\nint y;\n"
    assert shown("//@ do: run\n//@ output:\n//| A\n" + code) == [
        (5, "int x;"),
        (7, ""),
        (8, "int y;"),
    ]


def test_a_mark_between_blank_lines_leaves_no_gap() -> None:
    assert shown("//@ do: run\nint x;\n\n//@ exit: 1\n\nint y;\n") == [
        (2, "int x;"),
        (3, ""),
        (6, "int y;"),
    ]


def test_a_block_keeps_indentation_and_empty_lines() -> None:
    snippet = read("//@ do: run\n//@ output:\n//| A\n//|\n//|   B\nint x;\n")
    directive = snippet.one("output")
    assert directive is not None
    assert directive.text == "A\n\n  B\n"


def test_output_of_one_line_may_stand_beside_its_name() -> None:
    directive = read("//@ do: run\n//@ output: 42\n").one("output")
    assert directive is not None
    assert directive.text == "42\n"


def test_an_empty_output_is_the_empty_text() -> None:
    directive = read("//@ do: run\n//@ output:\nint x;\n").one("output")
    assert directive is not None
    assert directive.text == ""


def test_c89_files_say_it_in_their_own_comments() -> None:
    text = (
        "/*@ do: run\n    std: c89\n    output:\n    | A\n    |   B\n*/\n/*@ exit: 3 */\n"
        "int *p; /*~ reads: p is a pointer to int */ /*~ [gcc] warning: x */\n"
    )
    snippet = read(text)
    assert [(d.name, d.text) for d in snippet.directives] == [
        ("do", "run"),
        ("std", "c89"),
        ("output", "A\n  B\n"),
        ("exit", "3"),
    ]
    assert [(e.kind, e.text, e.line) for e in snippet.expectations] == [
        ("reads", "p is a pointer to int", 8),
        ("warning", "x", 8),
    ]
    assert shown(text) == [(8, "int *p;")]


def test_several_announcements_share_a_line_of_code() -> None:
    snippet = read(
        "//@ do: compile\nint x;  //~[gcc] warning: a //~[clang] warning: b\n//~ note: c\n"
    )
    assert [
        (e.kind, e.text, e.line, e.mark_line, e.selector.words) for e in snippet.expectations
    ] == [
        ("warning", "a", 2, 2, ("gcc",)),
        ("warning", "b", 2, 2, ("clang",)),
        ("note", "c", 2, 3, ()),
    ]


def test_an_address_in_a_string_is_no_announcement() -> None:
    text = '//@ do: run\nconst char *u = "http://~me";\n'
    assert read(text).expectations == ()
    assert shown(text) == [(2, 'const char *u = "http://~me";')]


@pytest.mark.parametrize(
    ("words", "key", "applies"),
    [
        ("gcc -O2", GCC_O2, True),
        ("gcc -O2", GCC, False),
        ("clang", CLANG_19, False),
        ("clang*", CLANG_19, True),
        ("!-O0", GCC, False),
        ("!-O0", GCC_O2, True),
        ("gcc|clang-19", CLANG_19, True),
        ("!gcc|clang-19", CLANG_19, False),
        ("c17", GCC, True),
    ],
)
def test_a_selector_applies_where_all_its_words_match(
    words: str, key: RunKey, applies: bool
) -> None:
    assert Selector(tuple(words.split())).matches(key) is applies


def test_the_directive_with_the_most_words_counts() -> None:
    text = "//@ exit: 1\n//@ exit[gcc]: 2\n//@ exit[gcc -O2]: 3\n"
    snippet = read("//@ do: run\n//@ levels: -O0 -O2\n" + text)
    chosen = [snippet.one("exit", key) for key in snippet.keys]
    assert [d.text for d in chosen if d] == ["2", "3", "1", "1"]


def test_options_add_up() -> None:
    snippet = read("//@ do: run\n//@ options: -Wall\n//@ options[gcc]: -Wextra '-DA=b c'\n")
    words = [w for d in snippet.all("options", GCC) for w in d.words]
    assert words == ["-Wall", "-Wextra", "-DA=b c"]


def test_a_section_is_shown_by_name_with_its_own_line_numbers() -> None:
    inner = "//@ section: three\nint c;\n//@ end\n"
    file = read(f"//@ do: run\nint a;\n//@ section: two\n\nint b;\n{inner}//@ end: two\n").file()
    assert [line.number for line in file.shown("two")] == [5, 7]
    assert [line.text for line in file.shown("three")] == ["int c;"]
    assert [line.number for line in file.shown()] == [2, 4, 5, 7]


def test_a_folder_is_one_snippet_with_the_marks_of_its_files() -> None:
    snippet = snippets.parse_folder(
        "#@ do: run\n#@ files: main.c stack.c\n",
        {"stack.c": "int y;  //~ warning: b\n", "main.c": "//@ section: s\nint x;\n//@ end\n"},
        Path("chapter/two"),
        "chapter/two",
    )
    assert [file.name for file in snippet.files] == ["main.c", "stack.c"]
    assert [(e.file, e.line) for e in snippet.expectations] == [("stack.c", 1)]
    assert [line.number for line in snippet.file("main.c").shown("s")] == [2]


def test_a_folder_s_file_holds_no_directives() -> None:
    with pytest.raises(SnippetError, match=r"main\.c:1: error: 'exit' belongs into the folder's"):
        snippets.parse_folder("#@ do: run\n", {"main.c": "//@ exit: 1\n"}, Path("c/two"), "c/two")
