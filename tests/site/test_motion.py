"""Pages for people who want less motion: nothing glides, fades or scrolls by itself."""

import pytest

from support.visits import ONE_ENGINE, Visit, pages_of

pytestmark = pytest.mark.audit

KINDS = ("", "declarations/", "volatile/", "xen/events/", "rules/", "explainer/", "offline/")
CALM = {"reduced_motion": "reduce"}
# What would move if it changed now: longer than a frame, in CSS or by a script.
MOVING = """() => [...document.querySelectorAll("*")].flatMap((one) =>
    [null, "::before", "::after"].flatMap((part) => {
        const {transitionDuration, animationName, animationDuration, scrollBehavior} =
            getComputedStyle(one, part);
        const lasts = (times) => times.split(", ").some((time) => parseFloat(time) > 0.016);
        const moves = lasts(transitionDuration)
            || animationName !== "none" && lasts(animationDuration)
            || scrollBehavior === "smooth";
        return moves ? [`${one.tagName}.${one.className}${part ?? ""}`] : [];
    })).concat(document.getAnimations().map(String))"""


# What may move in an article is its style, and the same in both sites (test_engines.py).
@pages_of(KINDS, ["", "rules/"])
@pytest.mark.parametrize("visit", [CALM], indirect=True)
def test_nothing_on_a_page_would_move(visit: Visit, path: str) -> None:
    assert visit.go(path).evaluate(MOVING) == []


@ONE_ENGINE
@pytest.mark.parametrize("visit", [{"reduced_motion": "no-preference"}], indirect=True)
def test_for_everybody_else_something_may(visit: Visit) -> None:
    assert visit.go("").evaluate(MOVING) != []
