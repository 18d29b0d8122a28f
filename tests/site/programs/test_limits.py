"""What a page has no room for is told at once, and what it has room for needs no patience."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from support.desks import Open, main_of
from support.programs import Desk, opened
from support.watching import watched

# Reports by hand, as our libraries send them: texts by their address, cut to 32 bits, and length.
REPORT = (
    '__attribute__((import_module("workbook"), import_name("undefined"))) void '
    "report_at(unsigned, unsigned, unsigned, unsigned, unsigned, unsigned);\n"
    "#define report(f, fl, l, c, t, tl) report_at((unsigned)(unsigned long)(f), fl, l, c, "
    "(unsigned)(unsigned long)(t), tl)\n"
)
NULL = (
    '__attribute__((import_module("workbook"), import_name("null"))) void '
    "null_at(unsigned, unsigned, unsigned, unsigned, unsigned, unsigned, unsigned);\n"
    "#define null(f, fl, l, c, k, t, tl) null_at((unsigned)(unsigned long)(f), fl, l, c, k, "
    "(unsigned)(unsigned long)(t), tl)\n"
)
LARGE = "char *all = malloc(SIZE); memset(all, 'a', SIZE);"
USES = "#include <string.h>\n#include <unistd.h>\n"


@pytest.fixture
def lone(browser: Browser, programs: str) -> Iterator[Desk]:
    """A program in a page of its own, which nothing else needs if it dies."""
    with watched(browser, programs) as page:
        page.goto(programs)
        yield opened(page, "hello.c")


def answers(one: Desk) -> bool:
    """Run another program in the same page."""
    one.write(main_of("return 3;"))
    return "Exit status 3" in one.run()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "#define SIZE 300000000\nstatic char all[SIZE];\n"
            "int main(void) { all[5] = 1; return all[6]; }\n",
            "need 300,000,000 bytes; programs in the page have 268,435,456 for everything",
        ),
        (
            "static char sieve[20000000];\n"
            "int main(void) { sieve[19999999] = 7; return sieve[sizeof sieve - 1]; }\n",
            "Exit status 7",
        ),
    ],
    ids=["too large", "large"],
)
def test_large_static_objects(browser: Browser, programs: str, text: str, said: str) -> None:
    page = browser.new_page()
    page.goto(programs)
    one = opened(page, "hello.c")
    one.write(text)
    one.run()
    expect(one.status).to_contain_text(said)
    page.close()


@pytest.mark.parametrize("megabytes", [100, 200])
def test_one_write_of_very_much_is_cut_and_told(lone: Desk, megabytes: int) -> None:
    size = f"#define SIZE ({megabytes} << 20)\n"
    lone.write(USES + size + main_of(f"{LARGE} write(1, all, SIZE);"))
    lone.run()
    expect(lone.status).to_have_text("Stopped after 200,000 characters.")
    assert lone.output.get_by_role("log").text_content() == "a" * 200_000
    assert answers(lone)


def test_one_write_of_very_much_is_cut_in_step_too(lone: Desk) -> None:
    some = "char *all = calloc(SIZE, 1); memset(all, 'a', 300000);"
    lone.write(USES + "#define SIZE (100 << 20)\n" + main_of(f"{some} write(1, all, SIZE);"))
    lone.press("Step")
    view = lone.figure.locator(".cw-step")
    view.locator(".cw-step__slider").press("End")
    expect(view).to_contain_text("was ended because it printed more than 200,000 characters.")
    assert view.locator(".cw-step__output").text_content() == "a" * 200_000
    assert answers(lone)


def test_a_report_of_very_many_letters_is_cut_and_told(lone: Desk) -> None:
    size = "#define SIZE (200 << 20)\n"
    lone.write(USES + size + REPORT + main_of(f"{LARGE} report(all, SIZE, 3, 1, all, SIZE);"))
    lone.run()
    expect(lone.status).to_contain_text("Undefined behaviour in line 3")
    expect(lone.output.locator(".cw-message")).to_contain_text(f"runtime error: {'a' * 4000}…")
    assert len(lone.output.inner_text()) < 10_000
    assert answers(lone)


def test_of_very_many_reports_the_first_are_listed_and_the_rest_counted(lone: Desk) -> None:
    many = 'for (int i = 1; i <= 300000; i++) null("hello.c", 7, i, 1, 0, "int", 3);'
    lone.write(NULL + main_of(many))
    said = lone.run()
    assert "Exit status 0" in said
    assert "And 299,900 more places." in said
    expect(lone.output.locator(".cw-message")).to_have_count(100)
    assert answers(lone)


def test_files_count_towards_a_programs_memory(desk: Open) -> None:
    one = desk("hello.c")
    one.write(
        "#include <errno.h>\n"
        + USES
        + main_of(
            "static char block[1 << 20]; char name[20]; int made = 0; errno = 0;"
            "for (; made < 3000; made++) {"
            '    sprintf(name, "f%d", made); FILE *file = fopen(name, "w");'
            "    if (!file || fwrite(block, 1, sizeof block, file) != sizeof block) break;"
            "    fclose(file);"
            '} printf("%d files: %s\\n", made, strerror(errno));'
        )
    )
    said = one.run()
    assert "files: No space left on device" in said
    # Of 256 MiB; the rest is what the program itself takes, and the files' names.
    assert 200 < int(said.split(" files:")[0].split()[-1]) < 256


def test_a_report_about_a_file_that_no_reader_has_is_told(desk: Open) -> None:
    one = desk("hello.c")
    for name in ("constructor", "__proto__", "toString"):
        one.write(REPORT + main_of(f'report("{name}", {len(name)}, 3, 1, "odd", 3);'))
        assert f"{name}:3 runtime error: odd" in one.run()


def test_what_every_object_of_a_script_has_is_not_given_to_programs(desk: Open) -> None:
    one = desk("hello.c")
    for name in ("toString", "constructor", "__proto__"):
        how = f'import_module("workbook"), import_name("{name}")'
        one.write(f"__attribute__(({how})) void call(void);\n" + main_of("call();"))
        assert f"The program wants “{name}” from outside of itself (workbook)" in one.run()
