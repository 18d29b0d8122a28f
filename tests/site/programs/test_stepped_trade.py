"""The programs of the trade stepped to their ends and back in the page.

What the page shows at the marked moments is what the stepper shows under Node. That is held to what
was written down by hand (tools/browser/tests/step/programs), and to gdb (tests/step/test_gdb.py).
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from support.desks import Open
from support.programs import Desk
from support.stepping import NAMES, PROGRAMS, asked, given_stdin, selectors, trade

FIGURES = {".c": ("hello.c", "gnu17"), ".cpp": ("thrown.cpp", "gnu++23")}
LONGEST = 60  # characters of a value in a row of the picture

SLIDE = "(one, to) => { one.value = to; one.dispatchEvent(new Event('input')) }"

# The objects that are drawn, by their paths: what stands there as a value, or null for what is
# drawn part by part.
DRAWN = """(picture) => Object.fromEntries(
    [...picture.querySelectorAll("button[data-path]:not([data-declaration])")].map((pick) => {
        const row = pick.matches(".cw-step__pick") ? pick : pick.parentElement;
        const value = row.querySelector(":scope > .cw-step__value")?.cloneNode(true);
        value?.querySelectorAll("[aria-hidden], .cwx-offscreen").forEach((one) => one.remove());
        return [pick.dataset.path, value ? value.textContent.trim() : null];
    }))"""


@cache
def under_node() -> dict[str, dict[str, Any]]:
    """What the stepper shows of all programs, by name."""
    programs = [trade(name, [*selectors(name), "end"]) for name in NAMES]
    return {answer["name"]: answer for answer in asked("moments", programs)}


def objects(moment: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """All that a moment has, with all parts."""
    waiting = [
        *(item for frame in moment["frames"] for item in (*frame["items"], *frame["statics"])),
        *moment["statics"],
        *(block["item"] for block in moment["blocks"]),
        *moment["literals"],
    ]
    while waiting:
        item = waiting.pop()
        yield item
        waiting += item["items"]


def values(moment: dict[str, Any]) -> dict[str, str]:
    """What a row of the picture says of each object."""
    arrows = {arrow["from"] for arrow in moment["arrows"]}

    def text(item: dict[str, Any]) -> str:
        has_note = item["path"] in arrows and item["note"] != ""
        whole = f"{item['text']}, {item['note']}" if has_note else item["text"]
        return f"{whole[:LONGEST]}…" if len(whole) > LONGEST else str(whole)

    return {item["path"]: text(item) for item in objects(moment)}


def begin(one: Desk, name: str) -> Locator:
    """Step a program in a figure, as a reader who pasted it."""
    one.write((PROGRAMS / name).read_text(encoding="utf-8"))
    one.setting("Standard").select_option(FIGURES[PROGRAMS.joinpath(name).suffix][1])
    if stdin := given_stdin(name):
        one.setting("Standard input").fill(stdin)
    one.press("Step")
    return one.figure.locator(".cw-step")


def copied(one: Desk, view: Locator) -> str:
    """The moment that is shown, copied as text."""
    one.page.evaluate("navigator.clipboard.writeText('')")
    view.locator(".cw-step__copies").get_by_role("button", name="text", exact=True).click()
    expect(view.locator(".cw-step__said")).to_contain_text("Copied.")
    return str(one.page.evaluate("navigator.clipboard.readText()"))


@pytest.mark.parametrize("name", NAMES)
def test_a_program_is_shown_in_the_page_as_it_was_judged(desk: Open, name: str) -> None:
    answer = under_node()[name]
    assert "error" not in answer, answer["error"]
    last = answer["moments"][-1]["moment"]["step"]
    one = desk(FIGURES[PROGRAMS.joinpath(name).suffix][0])
    view = begin(one, name)
    place = view.locator(".cw-step__position")
    expect(place).to_have_text(f"0 of {last}")
    view.locator("[data-way='end']").click()
    for found in reversed(answer["moments"]):
        moment = found["moment"]
        view.locator(".cw-step__slider").evaluate(SLIDE, moment["step"])
        expect(place).to_have_text(f"{moment['step']} of {last}")
        assert copied(one, view) == found["text"]
        frames = view.locator(".cw-step__frame .cw-step__title b").all_inner_texts()
        assert frames == [frame["name"] for frame in moment["frames"]]
        drawn = view.locator(".cw-step__picture").evaluate(DRAWN)
        told = values(moment)
        assert {path: text for path, text in drawn.items() if text not in (None, told[path])} == {}
        tops = {item["path"] for frame in moment["frames"] for item in frame["items"]}
        assert tops <= drawn.keys()
    view.locator("[data-way='start']").click()
    expect(place).to_have_text(f"0 of {last}")
