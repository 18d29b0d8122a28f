"""What a page has no room for is told at once, and what it has room for needs no patience."""

import pytest
from playwright.sync_api import Browser, expect

from support.programs import opened


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
