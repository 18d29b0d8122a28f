"""What a program prints and how it ends: all of it, in its order, in true words."""

import pytest
from playwright.sync_api import Page, expect

from support.desks import Open, main_of
from support.programs import Desk


@pytest.fixture
def hello(desk: Open) -> Desk:
    """A program to write another text into."""
    return desk("hello.c")


def test_a_recorded_output_is_there_before_and_beside_the_pages_own(page: Page, desk: Open) -> None:
    recorded = page.locator(".cw-evidence[data-snippet='hello.c'] .cw-said--output")
    expect(recorded).to_contain_text("hello")
    expect(recorded).to_be_visible()
    desk("hello.c").run()
    expect(recorded).to_be_visible()


def test_what_was_printed_before_a_program_hangs_is_all_there(hello: Desk) -> None:
    lines = 'for (int i = 0; i < 150; i++) printf("line %d\\n", i);'
    hello.write(main_of(f'{lines} puts("LAST"); for (volatile int i = 0;; i++) ;'))
    hello.press("Run")
    log = hello.output.get_by_role("log")
    expect(log).to_contain_text("LAST")
    assert log.text_content() == "".join(f"line {i}\n" for i in range(150)) + "LAST\n"
    hello.press("Stop")
    expect(hello.status).to_contain_text("Stopped after")


def test_both_streams_are_shown_in_the_order_in_which_they_were_written(hello: Desk) -> None:
    both = 'printf("o%d\\n", i); fprintf(stderr, "e%d\\n", i);'
    hello.write(main_of(f"for (int i = 0; i < 200; i++) {{ {both} }}"))
    hello.run()
    log = hello.output.get_by_role("log")
    assert log.text_content() == "".join(f"o{i}\ne{i}\n" for i in range(200))
    expect(log.locator(".cw-run__stderr").first).to_have_text("e0\n")


def test_a_flood_of_empty_lines_is_stopped_too(hello: Desk) -> None:
    hello.write(main_of("for (int i = 0; i < 190000; i++) putchar('\\n');"))
    assert "Stopped after 20,000 lines." in hello.run()


def test_malloc_ends_in_a_null_pointer_and_the_page_still_answers(hello: Desk) -> None:
    taken = "int n = 0; while (n < 1000 && malloc(1 << 20)) n++;"
    hello.write(main_of(f'{taken} printf("%d blocks\\n", n); for (;;) ;'))
    hello.press("Run")
    log = hello.output.get_by_role("log")
    expect(log).to_contain_text("blocks")
    # Of 256 MiB; the rest is the stack and the bookkeeping.
    assert 200 <= int(log.inner_text().removesuffix(" blocks\n")) < 256
    hello.press("Stop")
    expect(hello.status).to_contain_text("Stopped after")


@pytest.mark.parametrize(
    ("body", "status", "value"),
    [("return 256;", 0, 256), ("return -1;", 255, -1), ("exit(511);", 255, 511)],
)
def test_an_exit_status_is_what_a_shell_would_be_told(
    hello: Desk, body: str, status: int, value: int
) -> None:
    hello.write(main_of(body))
    said = hello.run()
    assert f"Exit status {status}, after" in said
    assert f"what is left of {value} in the eight bits" in said


@pytest.mark.parametrize(
    ("body", "status"), [("raise(SIGTERM);", 143), ("raise(SIGSEGV);", 139), ("abort();", 134)]
)
def test_a_signal_that_a_program_sends_itself_has_its_own_status(
    hello: Desk, body: str, status: int
) -> None:
    hello.write(main_of(body))
    said = hello.run()
    assert f"on Linux the exit status would be {status}." in said
    assert ("sent itself a signal" in said) == ("raise" in body)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '#include <stdexcept>\nint main() { throw std::runtime_error("gone wrong"); }\n',
            "terminating due to uncaught exception of type std::runtime_error: gone wrong",
        ),
        (
            "void f() noexcept { throw 5; }\nint main() { f(); }\n",
            "std::terminate ended the program",
        ),
        (
            "#include <cstdlib>\n#include <exception>\n"
            "int main() { std::set_terminate([] { std::exit(4); }); throw 5; }\n",
            "Exit status 4",
        ),
    ],
    ids=["what", "noexcept", "handler"],
)
def test_an_exception_that_nothing_catches_ends_in_terminate(
    desk: Open, text: str, said: str
) -> None:
    one = desk("thrown.cpp")
    one.write(text)
    assert said in one.run()


def test_a_large_local_object_fits_as_on_linux_and_a_larger_one_is_named(hello: Desk) -> None:
    hello.write(main_of("volatile char room[5000000]; room[0] = 3; return room[0];"))
    assert "Exit status 3" in hello.run()
    hello.write(main_of("volatile char room[50000000]; room[0] = 3; return room[0];"))
    assert "or a local object is too large." in hello.run()


@pytest.mark.parametrize("text", [" ", "int f(void) { return 1; }\n", "// int main(void)\n"])
def test_without_a_main_function_nothing_is_run(hello: Desk, text: str) -> None:
    hello.write(text)
    said = hello.run()
    assert "There is no main function" in said
    assert "stopped" not in said


def test_what_the_linker_misses_is_named_where_it_is_seen(hello: Desk) -> None:
    hello.write('#include <stdlib.h>\nint main(void) { int unused; return system("ls"); }\n')
    hello.setting("Options").fill("-Wall")
    said = hello.run()
    assert "It does not compile." in said
    first = hello.output.locator(".cw-message").first
    expect(first).to_contain_text("error: undefined symbol: system")
    expect(hello.output.get_by_text("wasm-ld: error:")).to_be_visible()


def test_a_program_that_wants_more_than_the_page_gives_is_not_started(hello: Desk) -> None:
    hello.write("int storage(void);\nint main(void) { return storage(); }\n")
    hello.setting("Options").fill("-Wl,--allow-undefined")
    assert "The program wants “storage” from outside of itself (env)" in hello.run()


def test_messages_about_other_files_name_them_and_lead_nowhere(hello: Desk) -> None:
    hello.write("#define size_t 3\n#include <stdio.h>\nint main(void) { return 0; }\n")
    hello.run()
    first = hello.output.locator(".cw-message").first
    expect(first).to_contain_text("/usr/include/")
    expect(hello.output.locator(".cw-run__line")).to_have_count(0)
    hello.write('#line 100 "other.c"\nint main(void) { return x; }\n')
    hello.run()
    expect(hello.output.locator(".cw-message")).to_contain_text("other.c:100 error:")
    expect(hello.output.locator(".cw-run__line")).to_have_count(0)


def test_of_very_many_messages_the_first_are_listed_and_the_rest_counted(hello: Desk) -> None:
    hello.write("int x = y;\n" * 1500)
    hello.setting("Options").fill("-ferror-limit=0 -Wno-everything")
    assert "And 1,400 more messages." in hello.run()
    expect(hello.output.locator(".cw-message")).to_have_count(100)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("-fsyntax-only", "clang makes no program, so nothing is run."),
        ("--version", "clang version"),
        ("-E", '# 1 "hello.c"'),
        ("-S", "__original_main"),
        ("-c", "no whole program"),
        ("-mexec-model=reactor", "no whole program"),
        ("-Wl,--import-memory", "wants “memory” from outside"),
        ("\"-DX='1'", 'Options: the quotation mark " is opened and not closed.'),
    ],
)
def test_options_that_make_no_program_are_told_what_came_of_them(
    hello: Desk, options: str, said: str
) -> None:
    hello.setting("Options").fill(options)
    assert said in hello.run()
    expect(hello.status).not_to_contain_text("Compiling")


def test_a_look_at_another_tab_leaves_the_result_alone(hello: Desk) -> None:
    hello.write(main_of("return 3;"))
    hello.run()
    hello.view("LLVM IR")
    expect(hello.figure.locator(".cw-ir__function").first).to_be_visible()
    hello.view("Output")
    expect(hello.status).to_contain_text("Exit status 3")


def test_stop_in_one_program_leaves_the_other_ones_compiler_alone(desk: Open) -> None:
    slow, other = desk("digits.c"), desk("hello.c")
    slow.write("#define TEN(x) x x x x x x x x x x\n" + main_of(f"{'TEN(' * 7};{')' * 7}"))
    slow.press("Run")
    expect(slow.status).to_contain_text("Compiling")
    other.press("Run")
    slow.press("Stop")
    other.finished()
    expect(other.status).to_contain_text("Exit status 0")
    expect(slow.status).to_contain_text("The compiler was stopped.")


def test_a_link_to_a_program_that_the_page_does_not_have_says_so(page: Page) -> None:
    page.evaluate("location.hash = '#program=gone.c&z=AAAA'")
    said = page.get_by_text("about the program gone.c. This page does not have it")
    expect(said).to_be_visible()
    page.evaluate("location.hash = '#programs'")
    expect(said).to_have_count(0)
