"""Pages for people who want less motion: nothing glides, fades or scrolls by itself."""

import re

import pytest
from playwright.sync_api import expect

from support.visits import KINDS, ONE_ENGINE, Visit, pages_of

pytestmark = pytest.mark.audit

CALM = {"reduced_motion": "reduce"}
# What would move if it changed now: longer than a frame, in CSS or by a script. What lasts no time
# and only begins late, as a question's place does that waits for its script, does not move.
MOVING = """() => [...document.querySelectorAll("*")].flatMap((one) =>
    [null, "::before", "::after"].flatMap((part) => {
        const {transitionDuration, animationName, animationDuration, scrollBehavior} =
            getComputedStyle(one, part);
        const lasts = (times) => times.split(", ").some((time) => parseFloat(time) > 0.016);
        const moves = lasts(transitionDuration)
            || animationName !== "none" && lasts(animationDuration)
            || scrollBehavior === "smooth";
        return moves ? [`${one.tagName}.${one.className}${part ?? ""}`] : [];
    })).concat(document.getAnimations()
        .filter((one) => one.effect.getComputedTiming().activeDuration > 16).map(String))"""


# What may move in an article is its style, and the same in both sites (test_engines.py).
@pages_of((*KINDS, "rules/"), ["", "rules/"])
@pytest.mark.parametrize("visit", [CALM], indirect=True)
def test_nothing_on_a_page_would_move(visit: Visit, path: str) -> None:
    assert visit.go(path).evaluate(MOVING) == []


@ONE_ENGINE
@pytest.mark.parametrize("visit", [CALM], indirect=True)
def test_nothing_would_move_while_a_program_is_stepped_through(visit: Visit) -> None:
    page = visit.go("stepping/")
    figure = page.locator("[data-snippet='stepping/swap.c']").first
    figure.get_by_role("button", name="Step", exact=True).click()
    view = figure.locator(".cw-step")
    expect(view.locator(".cw-step__said")).to_contain_text("The program begins")
    assert page.evaluate(MOVING) == []
    view.locator("[data-way='step']").click()
    expect(view.locator(".cw-step__position")).to_have_text(re.compile("^1 of"))
    assert page.evaluate(MOVING) == []


@ONE_ENGINE
@pytest.mark.parametrize("visit", [{"reduced_motion": "no-preference"}], indirect=True)
def test_for_everybody_else_something_may(visit: Visit) -> None:
    assert visit.go("").evaluate(MOVING) != []
