"""What a page does not have, what a program may want, and what is wise to do next: all told."""

import pytest
from playwright.sync_api import expect

from support.desks import Open, main_of
from support.programs import Desk

THREAD = (
    "#include <pthread.h>\n#include <stdio.h>\n"
    'static void *t(void *none) { puts("t"); return none; }\n'
    "int main(void) { pthread_t one; if (!pthread_create(&one, 0, t, 0)) pthread_join(one, 0); }\n"
)
ADDS = (
    '#include <stdio.h>\nint main(void)\n{\n    int a, b;\n    if (scanf("%d %d", &a, &b) != 2)\n'
    '        return 1;\n    printf("sum %d\\n", a + b);\n}\n'
)


@pytest.fixture
def hello(desk: Open) -> Desk:
    """A program to write another text into."""
    return desk("hello.c")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (THREAD, "A page has one thread."),
        ("#include <unistd.h>\nint main(void) { return fork(); }\n", "A page has one process."),
        (
            main_of("signal(SIGINT, SIG_DFL); for (volatile int i = 0; i < 9; i++) ; return 0;"),
            "Nobody sends a signal to a program in a page",
        ),
        (main_of('return fopen("none", "r") == NULL;'), "A page has no files but the program's"),
    ],
    ids=["thread", "process", "signal", "file"],
)
def test_what_the_page_lacks_is_told_where_a_program_uses_it(
    hello: Desk, text: str, told: str
) -> None:
    hello.write(text)
    assert told in hello.run()


def test_a_program_that_reads_to_the_end_of_its_input_gets_the_field_for_it(hello: Desk) -> None:
    hello.write(ADDS)
    assert "there is nothing left in it" in hello.run()
    hello.output.get_by_label("Standard input").fill("40 2\n")
    said = hello.run()
    assert "sum 42" in said
    # It stays at hand, for the next input.
    expect(hello.output.get_by_label("Standard input")).to_have_value("40 2\n")
    assert "nothing left" not in said


def test_after_a_change_a_check_for_undefined_behaviour_is_offered(hello: Desk) -> None:
    hello.write(main_of('int a[3] = {0}, n = 3; printf("%d\\n", a[n]); return 0;'))
    said = hello.run()
    assert "Exit status 0" in said
    assert "UBSan" not in said
    hello.press("Check it for undefined behaviour")
    expect(hello.status).to_contain_text("Undefined behaviour in line 6")
    hello.finished()
    expect(hello.output.get_by_role("log")).to_contain_text("index 3 out of bounds")
    # The check was for once: the setting is as it was.
    expect(hello.setting("Stop at undefined behaviour (UBSan)")).not_to_be_checked()


def test_an_unchanged_program_with_the_books_result_needs_no_offer(hello: Desk) -> None:
    hello.run()
    expect(hello.figure.get_by_role("button", name="Check it for")).to_have_count(0)


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("#include <iostream>\nint main(void) { return 0; }\n", "<iostream> belongs to C++"),
        ('int main(void) { printf("hi"); }\n', "Write #include <stdio.h> at the top."),
        ("int main(void) { return INT_MAX; }\n", "Write #include <limits.h> at the top."),
    ],
    ids=["header", "function", "macro"],
)
def test_a_line_of_advice_is_beside_what_clang_says(hello: Desk, text: str, advice: str) -> None:
    hello.write(text)
    hello.run()
    expect(hello.output.locator(".cw-message__advice")).to_have_count(1)
    expect(hello.output.locator(".cw-message__advice")).to_contain_text(advice)
