"""What is said of a header that cannot be understood."""

from pathlib import Path

import pytest

from cworkbook.directives import DIRECTIVES
from cworkbook.snippet import Snippet, SnippetError, parse, parse_folder


def read(text: str) -> Snippet:
    """Return the snippet that a C file with that text is."""
    return parse(text, Path("chapter/program.c"), "chapter/program.c")


def complaint(text: str) -> str:
    """Return what is said of a header that is wrong."""
    with pytest.raises(SnippetError) as caught:
        read(text)
    return str(caught.value)


WRONG = {
    "//@ do: run\n//@ levls: -O2\n": "2: error: unknown directive 'levls'; did you mean 'levels'?",
    "//@ do: rum\n": "1: error: do: 'rum' is not known; did you mean 'run'?",
    "//@ do: run\n\n//@ std: c18\n": "3: error: std: 'c18' is not known; did you mean 'c",
    "//@ do: run\n//@ compilers: gcc gcc\n": "2: error: compilers: a word stands there twice",
    "//@ do: run\n//@ compilers:\n": "2: error: compilers: a value is missing",
    "//@ do: run\n//@ exit: 300\n": "2: error: exit: '300' is no exit status",
    "//@ do: run\n//@ exit: SIGSEG\n": "did you mean 'SIGSEGV'?",
    "//@ do: run\n//@ timeout: soon\n": "2: error: timeout: 'soon' is not a time; write 2s",
    "//@ do: run\n//@ options: 'a\n": "2: error: options: No closing quotation",
    "//@ do: run\n//@ output-contains: (\n": "2: error: output-contains: '(' is no regular",
    "//@ do: run\n//@ load-in-loop: 2\n": "2: error: load-in-loop: '2' is not a function's name",
    "//@ do: run\n//@ requires: Lib_x\n": "2: error: requires: 'Lib_x' is not a Debian package",
    "//@ do: run\n//@ files: /etc/passwd\n": "2: error: files: '/etc/passwd' must name files",
    "//@ do: run\n//@ files: a.c @x.c\n": "2: error: files: compilers take '@x.c' for an option",
    "//@ do: run\n//@ files: -o/a.c\n": "2: error: files: compilers take '-o/a.c' for an option",
    "//@ do: run\n//@ under: -x.sh\n": "2: error: under: compilers take '-x.sh' for an option",
    "//@ do: run\n//@ diagnostic: undefined\n": "2: error: diagnostic: 'undefined' must read",
    "//@ do: run\n//@ exit 1\n": "2: error: 'exit' needs a colon",
    "//@ do: run\n//@ !\n": "2: error: '!' is no directive",
    "//@ do: run\n//@ exit: 1\n//@ exit: 2\n": "3: error: 'exit' stands in line 2 already",
    "//@ do: run\n//@ exit[gc]: 1\n": "2: error: [gc] is no compiler, standard or level; did",
    "//@ do: run\n//@ exit[]: 1\n": "2: error: the brackets are empty",
    "//@ do: run\n//@ exit[-O2]: 1\n": "2: error: [-O2] matches none of the runs: gcc-c17-O0",
    "//@ do: run\n//@ std[gcc]: c17\n": "2: error: 'std' counts for every run",
    "//@ do: run\n//@ levels: -O0\n//@ options: -O2\n": "3: error: '-O2' belongs into 'levels:'",
    "//@ do: run\n//@ exit: 1\n//| 1\n": "3: error: a '|' line needs a directive that takes lines",
    "//@ do: run\n//@ section: a\n": "2: error: section 'a' has no end",
    "//@ do: run\n//@ end\n": "2: error: 'end' without a section",
    "//@ do: run\n//@ section: a\n//@ end: b\n": "3: error: 'end: b', but 'a' is open",
    "//@ do: run\n//@ section: a\n//@ end\n//@ section: a\n//@ end\n": "4: error: section",
    "//@ do: run\nint x;  //~ warnin: a\n": "2: error: unknown announcement 'warnin'; did you mean",
    "//@ do: run\nint x;  //~ anything\n": "2: error: an announcement reads '~ warning: text'",
    "//@ do: run\nint x;  //~ error:\n": "2: error: 'error:' needs a part of the message",
    "//@ do: run\nint x;  //~ reads:\n": "2: error: 'reads:' needs the reading",
    "//@ do: run\n//~ error: a\n": "2: error: there is no line of code",
    "//@ do: run\n//@ std: c89 c17\n": "1: error: c89 knows no '//' comment; write the mark as /*@",
    "/*@ do: run\n std: c89 */\nint x; //~ note: a\n": "3: error: c89 knows no '//' comment",
    "int x;\n": "1: error: the header has no 'do:'",
    "//@ do: run\n//@ moment: 2nd time\nint x;\n": "2: error: moment: '2nd time' is not a moment",
    "//@ do: run\nint x;\n//@ moment: end\n": "3: error: no code follows this moment",
    "//@ do: run\n//@ moment: a\n//@ moment: a\nint x;\n": "3: error: the moment 'a' is marked",
}


@pytest.mark.parametrize("text", WRONG, ids=[message[:45] for message in WRONG.values()])
def test_what_is_wrong_is_named_with_its_line_and_advice(text: str) -> None:
    message = complaint(text)
    assert message.startswith("chapter/program.c:")
    assert WRONG[text] in message


def test_any_one_letter_lost_from_a_directive_s_name_is_an_error() -> None:
    for name in DIRECTIVES:
        short = name[:-1]
        if short not in DIRECTIVES:
            assert "unknown directive" in complaint(f"//@ do: run\n//@ {short}: 1\n")


@pytest.mark.parametrize("name", ["@x.c", "-x.c", "-", "@", "--help.c", "-o.cpp"])
def test_a_program_whose_name_is_an_option_is_refused(name: str) -> None:
    with pytest.raises(SnippetError, match="for an option or a file of options"):
        parse("//@ do: run\n", Path(f"chapter/{name}"), f"chapter/{name}")
    header = "//@ do: run\n"
    for inside in (name, f"below/{name}", f"{name}/a.c"):
        with pytest.raises(SnippetError, match="for an option or a file of options"):
            parse_folder(header, {"a.c": "", inside: ""}, Path("chapter/p"), "chapter/p")


@pytest.mark.parametrize("name", ["a b.c", "a@b.c", "a-b.c", "a'b.c", 'a"b.c', "a\\b.c", "é.c"])
def test_other_names_are_files(name: str) -> None:
    assert parse("//@ do: run\n", Path(f"chapter/{name}"), f"chapter/{name}").files[0].name == name
