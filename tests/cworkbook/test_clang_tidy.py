"""What clang-tidy says is evidence beside what the compilers say."""

from pathlib import Path

import pytest

from cworkbook.messages import parse
from cworkbook.records import CompilerDiagnostic
from cworkbook.snippet import RunKey, SnippetError
from cworkbook.snippet import parse as parse_snippet
from support.proving import Book

HEADER = (
    "//@ do: run\n//@ compilers: clang++\n//@ clang-tidy: cppcoreguidelines-slicing\n"
    "//@ output: 1\n"
)
PROGRAM = (
    "#include <cstdio>\n"
    "struct Base { int a; };\n"
    "struct Derived : Base { int b; };\n"
    "int main()\n{\n"
    "    Derived d{{1}, 2};\n"
    "    Base copy = d;%s\n"
    '    std::printf("%%d\\n", copy.a);\n}\n'
)
ANNOUNCED = PROGRAM % "  //~[clang-tidy] warning: [cppcoreguidelines-slicing]"


def test_it_reads_once_for_each_standard_and_after_the_compilers() -> None:
    text = "//@ do: run\n//@ std: c++17 c++20\n//@ levels: -O0 -O2\n//@ clang-tidy: misc-*\n"
    keys = parse_snippet(text, Path("chapter/slice.cpp")).keys
    assert keys[-2:] == (RunKey("clang-tidy", "c++17", ""), RunKey("clang-tidy", "c++20", ""))
    assert [key.name for key in keys[-2:]] == ["clang-tidy-c++17", "clang-tidy-c++20"]
    assert len(keys) == 2 * 2 * 2 + 2


def test_what_it_says_is_announced_like_a_compiler_s_message(tmp_path: Path) -> None:
    proofs = Book(tmp_path).prove(HEADER + ANNOUNCED, "chapter/slice.cpp")
    assert list(proofs) == ["clang++-c++17-O0", "clang-tidy-c++17"]
    assert [str(f) for proof in proofs.values() for f in proof.failures] == []
    compiled, analysed = (proof.run for proof in proofs.values())
    assert (compiled.stdout, compiled.diagnostics) == ("1\n", ())
    assert analysed.exit is None
    assert analysed.diagnostics == (
        CompilerDiagnostic(
            11,
            17,
            "warning",
            "slicing object from type 'Derived' to 'Base' discards 4 bytes of state",
            "cppcoreguidelines-slicing",
        ),
    )
    assert analysed.command == (
        "clang-tidy '--checks=-*,cppcoreguidelines-slicing' slice.cpp -- -std=c++17"
    )


def test_what_it_says_unannounced_fails(tmp_path: Path) -> None:
    (failure,) = Book(tmp_path).failures(HEADER + PROGRAM % "", "chapter/slice.cpp")
    assert "slice.cpp:11: clang-tidy gives an unannounced warning" in failure
    assert "//~ warning: [cppcoreguidelines-slicing]" in failure


def test_what_it_does_not_say_though_announced_fails(tmp_path: Path) -> None:
    silent = HEADER.replace("cppcoreguidelines-slicing", "misc-static-assert")
    (failure,) = Book(tmp_path).failures(silent + ANNOUNCED, "chapter/slice.cpp")
    assert "the announced warning did not come" in failure


def test_in_a_folder_it_names_files_without_the_folder(tmp_path: Path) -> None:
    book = Book(tmp_path)
    book.write("snippets/chapter/two/slice.cpp", ANNOUNCED)
    header = (HEADER + "//@ files: slice.cpp\n").replace("//@", "#@")
    proofs = book.prove(header, "chapter/two/snippet")
    assert [str(f) for proof in proofs.values() for f in proof.failures] == []
    assert [d.file for d in proofs["clang-tidy-c++17"].run.diagnostics] == ["slice.cpp"]


def test_a_program_that_does_not_compile_is_an_error_to_it_as_well(tmp_path: Path) -> None:
    text = "//@ do: compile\n//@ clang-tidy: misc-*\nint f() { return x; }"
    assert "x' was not declared" in "".join(Book(tmp_path).failures(text, "chapter/no.cpp"))
    for announced in ("//~[g++] error: x", "//~[clang*] error: x"):
        text += f"  {announced}"
    assert Book(tmp_path).failures(text, "chapter/no.cpp") == []


def test_its_own_files_of_settings_change_nothing(tmp_path: Path) -> None:
    book = Book(tmp_path)
    book.write(".clang-tidy", "Checks: 'misc-*'\nWarningsAsErrors: '*'\n")
    assert book.failures(HEADER + ANNOUNCED, "chapter/slice.cpp") == []


@pytest.mark.parametrize("value", ["", "Slicing!", "a,,b", "--checks=*"])
def test_what_is_no_check_s_name_is_refused(value: str) -> None:
    with pytest.raises(SnippetError, match=r"2: error: clang-tidy: .* is no check's name; write"):
        parse_snippet(f"//@ do: run\n//@ clang-tidy: {value}\n", Path("chapter/program.c"))


def test_the_lines_of_code_that_it_repeats_are_no_messages() -> None:
    text = (
        "a.cpp:4:7: warning: x [maybe] y [cert-err09-cpp,misc-a]\n"
        "    catch (E e)  // b.cpp\n           ^\n"
        "a.cpp:4:9: note: here\n"
    )
    found, rest = parse(text, "clang-tidy", "a.cpp")
    assert found == (
        CompilerDiagnostic(4, 7, "warning", "x [maybe] y", "cert-err09-cpp,misc-a"),
        CompilerDiagnostic(4, 9, "note", "here"),
    )
    assert "catch (E e)" in rest
