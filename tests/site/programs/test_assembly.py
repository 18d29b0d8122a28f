"""Assembly of the edited text, by a clang for x86 and ARM that is fetched when it is asked for."""

import pytest
from playwright.sync_api import Locator, expect

from support.desks import Open
from support.programs import Desk

POLL = "volatile int ready;\nint plain;\nvoid wait(void)\n{\n    while (!ready)\n        ;\n}\n"
PLAIN = POLL.replace("volatile ", "")


@pytest.fixture
def poll(desk: Open) -> Desk:
    """The loop over a volatile object at -O2, with its assembly shown."""
    one = desk("poll.c")
    one.setting("Optimisation").select_option("-O2")
    one.write(POLL)
    one.view("Assembly")
    one.figure.locator(".cw-assembly").get_by_label("x86-64", exact=True).check()
    fetch = one.figure.get_by_role("button", name="Fetch it")
    expect(fetch.or_(function(one, "wait"))).to_be_visible()
    if fetch.is_visible():
        fetch.click()
    expect(function(one, "wait")).to_contain_text("ready(%rip)")
    return one


def function(one: Desk, name: str) -> Locator:
    """What the view shows of a function."""
    functions = one.figure.locator(".cw-assembly__functions .cw-asm__run")
    return functions.filter(has=one.page.locator(".cw-asm__name code", has_text=name))


def test_a_load_that_volatile_keeps_is_in_the_loop_and_gone_without_it(poll: Desk) -> None:
    expect(function(poll, "wait")).to_contain_text("cmpl")
    poll.write(PLAIN)
    expect(function(poll, "wait")).not_to_contain_text("ready")
    poll.write(POLL)
    expect(function(poll, "wait")).to_contain_text("ready(%rip)")


def test_the_level_is_the_readers_own_and_is_named(poll: Desk) -> None:
    expect(poll.figure.locator(".cw-assembly")).to_contain_text("at -O2 for x86-64")
    poll.setting("Optimisation").select_option("-O0")
    expect(poll.figure.locator(".cw-assembly")).to_contain_text("at -O0 for x86-64")
    expect(function(poll, "wait")).to_contain_text("pushq   %rbp")


def test_each_processor_has_its_own_instructions(poll: Desk) -> None:
    poll.figure.locator(".cw-assembly").get_by_label("ARM, 64 bits").check()
    expect(function(poll, "wait")).to_contain_text("ldr")
    poll.figure.locator(".cw-assembly").get_by_label("i386").check()
    expect(function(poll, "wait")).to_contain_text("cmpl    $0, ready")


def test_an_instruction_is_tied_to_the_line_that_it_comes_from(poll: Desk) -> None:
    loads = function(poll, "wait").locator(".cw-ins", has_text="ready(%rip)").first
    line = loads.get_attribute("data-line")
    text = poll.figure.locator(".cw-assembly__columns > .cw-asm__run")
    tied = text.locator(f"[data-line='{line}']")
    expect(tied).to_contain_text("while (!ready)")
    text.get_by_role("group").press("ArrowDown")
    expect(loads).to_have_class("cw-ins cw-tie-1 is-tied")
    text.get_by_role("group").press("ArrowDown")
    expect(loads).not_to_have_class("cw-ins cw-tie-1 is-tied")
    loads.hover()
    expect(tied).to_have_class("cw-ins cw-tie-1 is-tied")
    gutter = poll.figure.locator(".cm-lineNumbers .cm-gutterElement", has_text=f"{line}")
    expect(gutter.first).to_be_visible()


def test_headers_and_cpp_are_there_and_the_library_is_left_out(poll: Desk, desk: Open) -> None:
    poll.write('#include <stdint.h>\n#include <stdio.h>\nint64_t f(void) { return puts(""); }\n')
    expect(function(poll, "f")).to_contain_text("puts")
    one = desk("thrown.cpp")
    one.view("Assembly")
    expect(function(one, "main")).to_contain_text("call")
    expect(function(one, "Noisy::~Noisy()").first).to_be_visible()
    expect(one.figure.locator(".cw-assembly")).not_to_contain_text("basic_ostream<char>& std::")


def test_what_clang_refuses_is_told(poll: Desk) -> None:
    poll.write("int f(void) { return undeclared; }\n")
    expect(poll.figure.locator(".cw-assembly .is-bad")).to_contain_text(
        "use of undeclared identifier 'undeclared'"
    )
    poll.write(POLL)
    expect(function(poll, "wait")).to_contain_text("ready(%rip)")
