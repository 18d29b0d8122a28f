"""Snippets as pytest items: their names, how they fail, and that workers share the cache."""

import re

import pytest

from cworkbook import prove

pytest_plugins = ["pytester"]

TEXT = "//@ do: run\n//@ compilers: gcc clang\n//@ levels: -O0 -O2\nint main(void) { return 0; }\n"
SHOWN = '```c {snippet="chapter/program.c"}\n```\n'


@pytest.fixture
def book(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """Return a book in a folder of its own, on a machine that is no CI."""
    monkeypatch.delenv("CI", raising=False)
    for folder in ("snippets/chapter", "docs"):
        (pytester.path / folder).mkdir(parents=True)
    write(pytester, "pytest.ini", "[pytest]\n")
    write(pytester, "docs/page.md", SHOWN)
    return pytester


def write(book: pytest.Pytester, name: str, text: str) -> None:
    """Write a file of the book."""
    path = book.path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def proved(book: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    """Return how pytest ended, started as an author starts it."""
    return book.runpytest("-p", "no:cacheprovider", *arguments)


def bless(*paths: str) -> None:
    """Write the records of the book in the current folder."""
    assert prove.main(["--bless", *paths]) == 0


def test_each_run_is_an_item_named_by_compiler_standard_and_level(book: pytest.Pytester) -> None:
    write(book, "snippets/chapter/program.c", TEXT)
    result = proved(book, "--collect-only", "-q", "snippets/chapter/program.c")
    names = [line for line in result.outlines if "::" in line]
    assert names == [
        "snippets/chapter/program.c::gcc-c17-O0",
        "snippets/chapter/program.c::gcc-c17-O2",
        "snippets/chapter/program.c::clang-c17-O0",
        "snippets/chapter/program.c::clang-c17-O2",
        "snippets/chapter/program.c::filled",
        "snippets/chapter/program.c::record",
        "snippets/chapter/program.c::shown",
    ]


def test_a_moment_that_no_page_shows_fails_at_its_mark(book: pytest.Pytester) -> None:
    write(book, "snippets/chapter/program.c", TEXT.replace("int main", "//@ moment: all\nint main"))
    record = "snippets/chapter/program.c::shown"
    result = proved(book, record)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["snippets/chapter/program.c:4: no page shows the moment 'all'"])
    write(book, "docs/page.md", SHOWN.replace('.c"}', '.c" moment="all"}'))
    proved(book, record).assert_outcomes(passed=1)


def test_one_run_can_be_named_alone(book: pytest.Pytester) -> None:
    write(book, "snippets/chapter/program.c", TEXT)
    proved(book, "snippets/chapter/program.c::clang-c17-O2").assert_outcomes(passed=1)


def test_a_second_run_takes_its_proofs_from_the_cache(book: pytest.Pytester) -> None:
    write(book, "snippets/chapter/program.c", TEXT)
    bless()
    (book.path / ".cache").rename(book.path / "elsewhere")
    first = proved(book, "snippets")
    first.assert_outcomes(passed=7)
    first.stdout.fnmatch_lines(["snippets: 4 runs proved now, 0 known from the cache"])
    second = proved(book, "snippets")
    second.assert_outcomes(passed=7)
    second.stdout.fnmatch_lines(["snippets: 0 runs proved now, 4 known from the cache"])
    third = proved(book, "snippets", "--no-proof-cache")
    third.stdout.fnmatch_lines(["snippets: 4 runs proved now, 0 known from the cache"])


def test_workers_prove_side_by_side_and_share_the_cache(book: pytest.Pytester) -> None:
    for name in ("one", "two", "three"):
        write(book, f"snippets/chapter/{name}.c", TEXT)
    fences = "".join(SHOWN.replace("program", name) for name in ("one", "two", "three"))
    write(book, "docs/page.md", fences)
    bless()
    (book.path / ".cache").rename(book.path / "elsewhere")
    first = proved(book, "snippets", "-n", "2")
    first.assert_outcomes(passed=21)
    first.stdout.fnmatch_lines(["snippets: 12 runs proved now, 0 known from the cache"])
    second = proved(book, "snippets", "-n", "2")
    second.stdout.fnmatch_lines(["snippets: 0 runs proved now, 12 known from the cache"])


def test_a_failure_names_line_expectation_and_advice_without_a_traceback(
    book: pytest.Pytester,
) -> None:
    text = TEXT.replace("return 0", 'return "a"')
    write(book, "snippets/chapter/program.c", text)
    result = proved(book, "snippets/chapter/program.c::gcc-c17-O0")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        [
            "*program.c::gcc-c17-O0*",
            "snippets/chapter/program.c:4: gcc gives an unannounced warning",
            "    got:",
            "        *without a cast [[]-Wint-conversion]",
            "    advice: mend the line, or announce it there: //~ warning: [[]-Wint-conversion]",
        ]
    )
    output = result.stdout.str()
    assert "Traceback" not in output
    assert not re.search(r"\.py:\d+", output)


def test_a_wrong_header_fails_as_an_item_and_the_others_run(book: pytest.Pytester) -> None:
    write(book, "snippets/chapter/program.c", TEXT)
    write(book, "snippets/chapter/wrong.c", "//@ do: run\n//@ levls: -O2\n")
    bless("snippets/chapter/program.c")
    result = proved(book, "snippets")
    result.assert_outcomes(passed=7, failed=1)
    result.stdout.fnmatch_lines(
        ["snippets/chapter/wrong.c:2: error: unknown directive 'levls'; did you mean 'levels'?"]
    )


def test_a_file_without_a_header_fails(book: pytest.Pytester) -> None:
    write(book, "snippets/chapter/bare.c", "int x;\n")
    result = proved(book, "snippets")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["snippets/chapter/bare.c:1: error: the header has no 'do:'*"])


def test_a_header_file_beside_a_snippet_is_no_snippet(book: pytest.Pytester) -> None:
    write(book, "snippets/chapter/shared.h", "int x;\n")
    assert proved(book, "snippets").ret == pytest.ExitCode.NO_TESTS_COLLECTED


def test_a_missing_and_a_stale_record_fail(book: pytest.Pytester) -> None:
    write(book, "snippets/chapter/program.c", TEXT)
    missing = proved(book, "snippets")
    missing.assert_outcomes(passed=6, failed=1)
    missing.stdout.fnmatch_lines(["snippets/chapter/program.c has no record; run make bless"])
    bless()
    write(book, "snippets/chapter/program.c", TEXT + "\n")
    stale = proved(book, "snippets")
    stale.assert_outcomes(passed=6, failed=1)
    stale.stdout.fnmatch_lines(["*was changed after its record was made; run make bless"])


def test_a_record_that_tells_something_else_fails(book: pytest.Pytester) -> None:
    write(book, "snippets/chapter/program.c", TEXT)
    bless()
    path = book.path / "snippets/chapter/recorded/program.c.json"
    path.write_text(path.read_text().replace('"stderr": ""', '"stderr": "oh"', 1))
    result = proved(book, "snippets")
    result.assert_outcomes(passed=6, failed=1)
    result.stdout.fnmatch_lines(["*the record tells something else than this run"])


def test_a_snippet_that_no_page_shows_fails(book: pytest.Pytester) -> None:
    write(book, "snippets/chapter/program.c", TEXT)
    bless()
    write(book, "docs/page.md", f"````\n{SHOWN}````\n")
    result = proved(book, "snippets")
    result.assert_outcomes(passed=6, failed=1)
    result.stdout.fnmatch_lines(["snippets/chapter/program.c: no page shows this snippet"])


def test_what_the_machine_lacks_skips_and_in_ci_fails(
    book: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(
        book,
        "snippets/chapter/program.c",
        TEXT.replace("clang", "") + "//@ requires: no-such-one\n",
    )
    skipped = proved(book, "snippets/chapter/program.c::gcc-c17-O0", "-rs")
    skipped.assert_outcomes(skipped=1)
    skipped.stdout.fnmatch_lines(["SKIPPED*needs the Debian packages: no-such-one"])
    monkeypatch.setenv("CI", "true")
    failed = proved(book, "snippets/chapter/program.c::gcc-c17-O0")
    failed.assert_outcomes(failed=1)
    failed.stdout.fnmatch_lines(["*needs the Debian packages: no-such-one; CI skips nothing"])


def test_a_program_that_shows_what_nobody_wrote_fails(book: pytest.Pytester) -> None:
    body = '#include <stdio.h>\nint main(void) { int n, *p = &n; printf("%d\\n", *p); }\n'
    write(book, "snippets/chapter/program.c", f"//@ do: run\n{body}")
    bless()
    result = proved(book, "snippets/chapter/program.c::filled")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*the program depends on memory that nobody wrote"])


def test_a_folder_is_one_snippet(book: pytest.Pytester) -> None:
    write(
        book, "snippets/chapter/two/snippet", "#@ do: run\n#@ compilers: gcc\n#@ files: a.c b.c\n"
    )
    write(book, "snippets/chapter/two/a.c", "int b(void);\nint main(void) { return b(); }\n")
    write(book, "snippets/chapter/two/b.c", "int b(void) { return 0; }\n")
    write(book, "docs/page.md", '```c {snippet="chapter/two/b.c"}\n```\n')
    bless()
    proved(book, "snippets").assert_outcomes(passed=4)
    assert (book.path / "snippets/chapter/recorded/two.json").exists()


def test_a_program_in_python_is_proved_and_not_imported(book: pytest.Pytester) -> None:
    program = "#@ do: run\n#@ output: 3\nimport sys\nprint(3)\nsys.exit(0)\n"
    write(book, "snippets/chapter/program.py", program)
    result = proved(book, "--collect-only", "-q", "snippets/chapter/program.py")
    names = [line for line in result.outlines if "::" in line]
    assert names == [f"snippets/chapter/program.py::{n}" for n in ("python", "record", "shown")]
