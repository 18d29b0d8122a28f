"""LLVM IR of the edited text, without the optimiser and at the reader's level."""

import pytest
from playwright.sync_api import FloatRect, Locator, Page, expect

from support.desks import Open
from support.programs import Desk


@pytest.fixture
def poll(desk: Open) -> Desk:
    """A text with a loop over a volatile object, with its IR shown."""
    one = desk("poll.c")
    one.view("LLVM IR")
    expect(function(one, "wait").locator("pre")).to_have_count(2)
    return one


def function(one: Desk, name: str) -> Locator:
    """What the view shows of a function."""
    return one.figure.locator(".cw-ir__function", has_text=name).first


def test_the_ir_is_that_of_the_edited_text(poll: Desk) -> None:
    poll.write("volatile int changed;\nint seen(void) { return changed + changed; }\n")
    seen = function(poll, "seen")
    expect(seen).to_contain_text("volatile accesses: 2 at -O0, 2 at -O2")
    expect(seen.locator(".cw-ir__volatile").first).to_contain_text("load volatile i32, ptr @chang")
    expect(function(poll, "wait")).to_have_count(0)


def test_the_level_beside_that_without_the_optimiser_is_the_readers_own(poll: Desk) -> None:
    poll.setting("Optimisation").select_option("-Os")
    expect(function(poll, "wait")).to_contain_text("1 at -O0, 1 at -Os")
    expect(function(poll, "wait").locator(".cw-ir__level")).to_have_text(["-O0", "-Os"])
    poll.setting("Optimisation").select_option("-O0")
    expect(function(poll, "wait").locator(".cw-ir__level")).to_have_text(["-O0", "-O2"])


def test_a_loop_that_the_optimiser_turns_may_have_an_access_in_two_lines(poll: Desk) -> None:
    poll.write("volatile int ready;\nvoid wait(void) { while (!ready) ready = 1; }\n")
    wait = function(poll, "wait")
    expect(wait).to_contain_text("lines with volatile accesses: 2 at -O0, 3 at -O2")
    expect(poll.figure.locator(".cw-ir")).to_contain_text("it may write one in several lines")


def test_options_for_another_result_or_for_debuggers_leave_the_ir_readable(poll: Desk) -> None:
    poll.setting("Options").fill("-g -E -DNEW")
    poll.write("#ifdef NEW\nint fresh(int x) { return x; }\n#endif\n")
    fresh = function(poll, "fresh")
    expect(fresh.locator("pre").first).to_contain_text("ret i32")
    expect(fresh).not_to_contain_text("dbg")


def test_both_levels_stand_side_by_side_and_on_a_phone_below_each_other(
    page: Page, poll: Desk
) -> None:
    first, second = columns(poll)
    assert first["y"] == second["y"]
    assert first["x"] + first["width"] <= second["x"]
    page.set_viewport_size({"width": 360, "height": 740})
    first, second = columns(poll)
    page.set_viewport_size({"width": 1280, "height": 900})
    assert first["x"] == second["x"]
    assert first["y"] + first["height"] <= second["y"]


def columns(one: Desk) -> tuple[FloatRect, FloatRect]:
    """Where the text at -O0 and the one at -O2 stand."""
    boxes = [each.bounding_box() for each in function(one, "wait").locator("pre").all()]
    first, second = boxes
    assert first is not None
    assert second is not None
    return first, second
