"""How steps begin: by Step or after a run, what is fetched then, and what ends a recording."""

import re

from playwright.sync_api import Browser, expect

from support.desks import Open
from support.programs import figure_of

FREED = """#include <stdlib.h>
int main(void)
{
    int *kept = malloc(sizeof *kept);
    *kept = 1;
    free(kept);
    return *kept & 2;
}
"""
SOUND = "int main(void)\n{\n    int n = 1;\n    return n - 1;\n}\n"
ENDLESS = "int main(void)\n{\n    for (volatile long i = 0;; i++)\n        ;\n}\n"


def test_run_offers_to_check_the_memory_and_both_answers_are_said(desk: Open) -> None:
    one = desk("hello.c")
    view = one.figure.locator(".cw-step")
    one.write(FREED)
    one.run()
    one.press("Check its memory")
    expect(view.locator(".cw-step__story")).to_contain_text("which was freed in line 6")
    expect(view.locator(".cw-step__slider")).to_be_focused()
    one.write(SOUND)
    one.press("Step")
    expect(view.get_by_text("No mistake with memory was seen.")).to_be_visible()
    expect(view.locator(".cw-step__story")).to_have_count(0)


def test_stop_ends_a_recording(desk: Open) -> None:
    one = desk("hello.c")
    one.write(ENDLESS)
    one.press("Step")
    expect(one.status).to_have_text("Recording each step …")
    one.press("Stop")
    # The compiler's work or the recording, whichever is going on.
    expect(one.status).to_have_text(re.compile(r"^(?:Stopped|The compiler was stopped)\.$"))
    expect(one.figure.locator(".cw-step")).to_have_count(0)


def test_nothing_of_it_comes_before_somebody_asks(browser: Browser, programs: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(programs)
    one = figure_of(page, "hello.c")
    assert "hello" in one.run()
    assert not [url for url in asked if "/step" in url]
    one.press("Step")
    expect(one.figure.locator(".cw-step")).to_be_visible()
    assert [url for url in asked if "/step-worker" in url]
    context.close()
