"""Editing and running a program in its figure: by what a person types, presses and reads."""

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from support.desks import Open, main_of
from support.programs import HELLO, PROGRAMS, figure_of
from support.visits import turn_over


def test_the_books_own_text_comes_to_the_recorded_result(desk: Open) -> None:
    said = desk("hello.c").run()
    assert "Exit status 0" in said
    assert "hello" in said
    assert "The same as the book's." in said


def test_another_result_than_the_recorded_one_is_told_with_its_reasons(desk: Open) -> None:
    one = desk("digits.c")
    said = one.run()
    assert "The book clang -std=c17 -O0, x86-64" in said
    assert "long double has more digits here" in said
    columns = one.output.locator(".cw-beside__columns > div")
    expect(columns.nth(0).locator("pre")).to_have_text("18\n")
    expect(columns.nth(1).locator("pre")).to_have_text("33\n")
    expect(columns.locator("mark")).to_have_text(["18", "33"])


def test_an_edited_program_runs_and_is_compared_with_nothing(desk: Open) -> None:
    one = desk("hello.c")
    one.write(main_of('puts("edited"); return 7;'))
    said = one.run()
    assert "Exit status 7" in said
    assert "edited" in said
    assert "book" not in said


def test_a_mistake_is_told_in_words_in_the_gutter_and_by_a_button_to_its_line(desk: Open) -> None:
    one = desk("hello.c")
    one.write(main_of("int unused = undeclared;"))
    said = one.run()
    assert "It does not compile." in said
    assert "use of undeclared identifier 'undeclared'" in said
    expect(one.figure.locator(".cm-lint-marker-error")).to_have_count(1)
    one.press("Line 6")
    expect(one.figure.locator(".cm-content")).to_be_focused()
    expect(one.figure.locator(".cm-activeLine")).to_contain_text("undeclared")


def test_mistakes_are_marked_while_one_types_once_the_compiler_is_there(desk: Open) -> None:
    one = desk("hello.c")
    one.run()
    one.write(main_of("return 0"))
    expect(one.figure.locator(".cm-lint-marker-error")).to_have_count(1)
    one.write(main_of("return 0;"))
    expect(one.figure.locator(".cm-lint-marker-error")).to_have_count(0)


def test_output_is_seen_while_the_program_runs_and_stop_ends_it(desk: Open) -> None:
    one = desk("endless.c")
    one.press("Run")
    expect(one.output.get_by_role("log")).to_have_text("before\n")
    one.press("Stop")
    expect(one.status).to_contain_text("Stopped after")
    # In the same place: nothing moves under the pointer.
    expect(one.go).to_have_text("Run")
    expect(one.go).to_be_focused()


def test_a_flood_of_output_is_stopped_and_the_page_still_answers(desk: Open) -> None:
    one = desk("hello.c")
    one.write(main_of('for (;;) puts("again and again");'))
    said = one.run()
    assert "Stopped after 200,000 characters." in said
    assert "A loop probably has no end." in said


@pytest.mark.parametrize(
    ("body", "meaning"),
    [
        ("abort();", "The program called abort()"),
        ("volatile int zero = 0; return 1 / zero;", "divided by zero"),
        ("int *volatile wild = (int *)0x7fffff00; return *wild;", "beyond the end of its memory"),
        (
            "int (*volatile wrong)(double) = (int (*)(double))(void *)atoi; return wrong(1.0);",
            "whose type is not the function's own",
        ),
    ],
    ids=["abort", "division", "memory", "call"],
)
def test_what_stops_a_program_is_explained(desk: Open, body: str, meaning: str) -> None:
    one = desk("hello.c")
    one.write(main_of(body))
    said = one.run()
    assert "It was stopped by WebAssembly" in said
    assert meaning in said


def test_a_recursion_without_an_end_is_called_one(desk: Open) -> None:
    one = desk("hello.c")
    one.write(
        "int deep(volatile int n) { volatile char room[64]; room[0] = n;"
        " return deep(n + 1) + room[0]; }\nint main(void) { return deep(0); }\n"
    )
    assert "Too many calls lie inside each other" in one.run()


def test_memory_is_capped(desk: Open) -> None:
    one = desk("hello.c")
    one.write(main_of('printf("%d\\n", malloc(1u << 30) == NULL); return 0;'))
    assert "1" in one.run().splitlines()


def test_arguments_and_standard_input_reach_the_program(desk: Open) -> None:
    one = desk("echo.c")
    one.setting("Arguments").fill("one 'two three' é")
    one.setting("Standard input").fill("line\n")
    said = one.run()
    assert "[one][two three][é]line" in said
    assert "Exit status 4" in said


def test_standard_level_and_options_are_the_readers_choice(desk: Open) -> None:
    one = desk("hello.c")
    one.write(
        "#include <stdio.h>\nint main(void)\n{\n#ifdef __OPTIMIZE__\n"
        '    puts("optimised");\n#endif\n    printf("%ld %d\\n", __STDC_VERSION__, X);\n}\n'
    )
    one.setting("Standard").select_option("c11")
    one.setting("Optimisation").select_option("-O2")
    one.setting("Options").fill("-DX=42")
    said = one.run()
    assert "optimised" in said
    assert "201112 42" in said


def test_reset_brings_the_books_text_and_settings_back(desk: Open) -> None:
    one = desk("hello.c")
    one.write("nothing of it")
    one.setting("Optimisation").select_option("-O2")
    one.press("Reset")
    assert one.text.strip() == HELLO.strip()
    expect(one.setting("Optimisation")).to_have_value("-O0")


def test_cpp_throws_unwinds_and_catches(desk: Open) -> None:
    said = desk("thrown.cpp").run()
    assert "unwound\nfar out" in said
    assert "The same as the book's." in said


def test_an_exception_that_nobody_catches_is_explained(desk: Open) -> None:
    one = desk("thrown.cpp")
    one.write("int main() { throw 5; }\n")
    said = one.run()
    assert "An exception was thrown and nothing caught it" in said
    assert "134" in said


def test_volatile_accesses_are_marked_in_the_ir_at_both_levels(desk: Open) -> None:
    one = desk("poll.c")
    one.view("LLVM IR")
    wait = one.figure.locator(".cw-ir__function", has_text="wait").first
    expect(wait).to_contain_text("volatile accesses: 1 at -O0, 1 at -O2")
    expect(wait.locator(".cw-ir__volatile")).to_have_count(2)
    expect(wait.locator(".cw-ir__volatile").first).to_contain_text("load volatile i32, ptr @ready")
    look = one.figure.locator(".cw-ir__function", has_text="look")
    expect(look.locator(".cw-ir__volatile")).to_have_count(0)


@pytest.mark.parametrize(
    ("machine", "said"),
    [
        ("x86-64", "24 bytes, aligned to 8, 13 bytes of padding"),
        ("i386", "16 bytes, aligned to 4, 5 bytes of padding"),
        ("ARM", "24 bytes, aligned to 8, 13 bytes of padding"),
        ("AVR", "7 bytes, aligned to 1, no padding"),
    ],
)
def test_a_record_is_drawn_with_its_padding_for_each_processor(
    desk: Open, machine: str, said: str
) -> None:
    one = desk("poll.c")
    one.view("Layout")
    one.figure.locator(".cw-layout").get_by_label(machine, exact=True).check()
    record = one.figure.locator(".cw-record")
    expect(record.locator("figcaption")).to_have_text(f"struct mixed on {machine}: {said}")
    expect(record.locator("tbody tr").nth(0)).to_contain_text("c")


def test_the_type_of_the_name_at_the_caret_is_told(desk: Open) -> None:
    one = desk("poll.c")
    one.figure.locator(".cm-content").focus()
    # From the end of the text, "{ return *row; }", back to the name.
    for key in ("ControlOrMeta+End", "ArrowLeft", "ArrowLeft", "ArrowLeft"):
        one.page.keyboard.press(key)
    one.view("Types")
    answer = one.figure.locator(".cw-types__answer")
    expect(answer).to_contain_text("int[3]")


def test_a_link_brings_the_edited_text_to_another_page(desk: Open, page: Page) -> None:
    one = desk("hello.c")
    text = '/* <img src=x onerror="document.title=1"> é */\nint main(void) { return 3; }\n'
    one.write(text)
    one.setting("Optimisation").select_option("-O2")
    link = one.link()
    assert "#program=hello.c&z=" in link
    other = page.context.new_page()
    other.goto(link)
    there = figure_of(other, "hello.c")
    expect(there.editor).to_be_visible()
    assert there.text.strip() == text.strip()
    expect(there.setting("Optimisation")).to_have_value("-O2")
    assert other.title() != "1"
    other.close()


def test_a_broken_link_says_so_and_shows_the_books_text(page: Page, programs: str) -> None:
    other = page.context.new_page()
    other.goto(f"{programs}#program=hello.c&z=AAAA<script>")
    there = figure_of(other, "hello.c")
    expect(there.status).to_contain_text("This link's program cannot be read")
    assert there.text.strip() == HELLO.strip()
    other.close()


def test_a_link_that_is_followed_on_the_page_itself_opens_its_program(page: Page) -> None:
    page.evaluate("location.hash = '#program=echo.c&z=broken'")
    there = figure_of(page, "echo.c")
    expect(there.status).to_contain_text("This link's program cannot be read")
    there.press("Close")
    assert page.evaluate("location.hash") == ""


def test_a_program_ends_when_its_page_is_left(browser: Browser, programs: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(programs)
    one = figure_of(page, "endless.c")
    one.press("Run")
    expect(one.output.get_by_role("log")).to_have_text("before\n")
    page.evaluate("window.sameDocument = true")
    worker = next(worker for worker in page.workers if "program-worker" in worker.url)
    with worker.expect_event("close"):
        turn_over(page)
    page.wait_for_url("**/other/")
    assert page.evaluate("window.sameDocument") is True
    context.close()


def test_the_keyboard_alone_edits_runs_and_leaves(page: Page) -> None:
    one = figure_of(page, "hello.c")
    one.go.focus()
    page.keyboard.press("Tab")
    expect(one.figure.get_by_role("button", name="Step", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(one.editor).to_be_focused()
    page.keyboard.press("ControlOrMeta+Enter")
    one.finished()
    expect(one.status).to_contain_text("Exit status 0")
    expect(one.editor).to_be_focused()
    page.keyboard.press("Tab")
    expect(one.editor).not_to_be_focused()
    expect(one.figure.get_by_text("Tab has left the editor")).to_be_visible()
    one.figure.get_by_role("button", name="More").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(one.figure.get_by_label("Standard", exact=True)).to_be_focused()
    page.keyboard.press("Escape")
    expect(one.figure.get_by_role("button", name="More")).to_be_focused()
    one.view("LLVM IR")
    expect(one.figure.get_by_role("tab", name="LLVM IR")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(one.figure.get_by_role("tab", name="Assembly")).to_be_focused()
    one.figure.get_by_role("button", name="Close", exact=True).focus()
    page.keyboard.press("Enter")
    expect(one.figure.get_by_role("button", name="Edit", exact=True)).to_be_focused()


def test_the_first_use_tells_the_size_and_how_far_it_is_and_later_ones_fetch_nothing(
    browser: Browser, programs: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    fetched: list[str] = []
    context.on("request", lambda sent: fetched.append(sent.url))
    bar = page.get_by_role("progressbar", name="Fetching the compiler, 25 MB, once")
    progress: list[tuple[int, int]] = []

    def hold(largest: Route) -> None:
        expect(bar).to_be_visible()
        expect(bar).not_to_have_js_property("value", 0)
        expect(page.get_by_text("It stays on your machine")).to_be_visible()
        progress.append((bar.evaluate("bar => bar.value"), bar.evaluate("bar => bar.max")))
        largest.continue_()

    context.route("**/llvm.core-*", hold)
    page.goto(programs)
    assert not [url for url in fetched if "llvm" in url]
    one = figure_of(page, "hello.c")
    one.run()
    assert [url for url in fetched if "llvm" in url]
    ((done, total),) = progress
    assert 0 < done < total
    assert 24e6 < total < 26e6
    expect(one.figure.locator(".cw-run__progress")).to_be_hidden()
    page.reload()
    fetched.clear()
    one = figure_of(page, "hello.c")
    assert "hello" in one.run()
    assert not [url for url in fetched if "llvm" in url]
    context.close()


def test_every_program_has_what_it_needs_for_a_start(page: Page) -> None:
    for name in ("Run", "Check"):
        count = sum(("main(" in text) == (name == "Run") for text, _, _ in PROGRAMS.values())
        expect(page.get_by_role("button", name=name, exact=True)).to_have_count(count)
    expect(page.get_by_role("button", name="Edit", exact=True)).to_have_count(len(PROGRAMS))
