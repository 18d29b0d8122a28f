"""A question about a moment of a run: an arrow is drawn with a mouse, a finger or keys."""

import pytest
from playwright.sync_api import Locator, Page, expect

from support.axe import breaches
from support.questions import Ask, Asked
from support.visits import is_drawn_in, stand_still

PHONE = {"width": 360, "height": 740}


def spot(one: Asked, name: str) -> Locator:
    """A box of the picture by its name."""
    return one.root.get_by_role("button", name=name, exact=True)


def arrow(one: Asked) -> Locator:
    """The line that the reader has drawn."""
    return one.root.locator(".cw-question__arrow.cw-step-arrow")


def picked(one: Asked) -> Locator:
    """What is said of it in words."""
    return one.root.locator(".cw-question__picked")


def test_an_arrow_is_drawn_by_picking_an_object_and_judged(ask: Ask) -> None:
    one = ask("moment")
    expect(arrow(one)).to_have_attribute("d", "")
    one.button("Check").click()
    expect(one.status).to_have_text("Pick it or type it first.")
    spot(one, "row").click(position={"x": 2, "y": 2})  # the elements cover all but its edge
    expect(picked(one)).to_have_text("p points to row.")
    expect(arrow(one)).to_have_attribute("d", "M70 36C134 36 134 64 109 64")
    one.check()
    expect(one.told).to_contain_text("A pointer to the array has another type.")
    spot(one, "row[0]").click()
    one.check()
    expect(one.status).to_have_text("Right.")
    expect(picked(one)).to_have_text("p points to row[0].")
    expect(spot(one, "row")).to_have_class("cw-question__spot is-wrong")
    spot(one, "row[1]").click(force=True)  # it is over
    expect(picked(one)).to_have_text("p points to row[0].")


def test_an_arrow_is_drawn_with_keys_alone(ask: Ask, page: Page) -> None:
    one = ask("moment")
    spot(one, "row").focus()
    page.keyboard.press("ArrowRight")
    expect(spot(one, "row[0]")).to_be_focused()
    page.keyboard.press(" ")
    expect(spot(one, "row[0]")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(spot(one, "null: it points to nothing")).to_be_focused()
    page.keyboard.press("Enter")
    expect(picked(one)).to_have_text("p is null.")
    expect(arrow(one)).to_have_attribute("d", "")


@pytest.mark.parametrize("options", [{"viewport": PHONE, "has_touch": True}])
def test_an_arrow_is_drawn_with_a_finger_and_is_there_after_a_reload(ask: Ask, page: Page) -> None:
    one = ask("moment")
    spot(one, "row[1]").tap()
    expect(picked(one)).to_have_text("p points to row[1].")
    page.reload()
    ask("moment")
    expect(picked(one)).to_have_text("p points to row[1].")
    expect(spot(one, "row[1]")).to_have_attribute("aria-pressed", "true")


def test_a_value_is_typed_and_a_line_is_picked(ask: Ask) -> None:
    value = ask("moment-value")
    value.typed.fill(" 4 ")
    value.check()
    expect(value.told).to_contain_text("That is the second one.")
    value.typed.fill("3")
    value.check()
    expect(value.status).to_have_text("Right.")
    writer = ask("moment-writer")
    writer.root.get_by_role("button", name="Line 4: p = row;").click()
    writer.check()
    expect(writer.status).to_have_text("Right.")


@pytest.mark.parametrize("options", [{"java_script_enabled": False}])
def test_without_scripts_it_is_a_picture_and_a_list(page: Page) -> None:
    one = Asked(page, "demo-moment")
    assert one.labels() == ["row", "row[0]", "row[1]", "null"]
    expect(one.root.get_by_role("img")).to_be_visible()
    expect(one.root.locator("button:visible")).to_have_count(0)
    expect(one.root.get_by_text("The array turned into")).to_be_hidden()
    one.root.locator("summary", has_text="Answers").click()
    expect(one.root.get_by_text("The array turned into")).to_be_visible()


def test_on_paper_it_is_the_same_list_and_nobody_s_arrow(ask: Ask, page: Page) -> None:
    one = ask("moment")
    spot(one, "row[1]").click()
    page.emulate_media(media="print")
    expect(one.root.locator(".cw-question__spots")).to_be_visible()
    expect(arrow(one)).to_be_hidden()
    expect(picked(one)).to_be_hidden()


@pytest.mark.parametrize(
    ("options", "colours"),
    [
        ({"color_scheme": "light"}, "light"),
        ({"color_scheme": "dark", "viewport": PHONE}, "dark"),
        ({"forced_colors": "active"}, None),  # the system's own
    ],
    ids=["light", "dark-phone", "forced"],
)
def test_no_rule_of_accessibility_is_broken(
    ask: Ask, page: Page, axe: str, colours: str | None
) -> None:
    one = ask("moment")
    if colours:
        is_drawn_in(page, colours)
    spot(one, "row[1]").click()
    one.check()
    stand_still(page)
    assert breaches(page, axe) == []
    edge = spot(one, "row[1]").evaluate("(rect) => getComputedStyle(rect).stroke")
    assert edge not in ("none", "rgba(0, 0, 0, 0)")
