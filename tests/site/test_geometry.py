"""Nothing that is pressed lies over what is read, on any page, and code says where it goes on."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from support.sites import paths
from support.visits import DRAWN, Visit

PHONE = {"width": 360, "height": 740}
PARTS = 4
SMALLEST = 12  # pixels, of letters in a picture

# What floats above the text: its place, and the letters that are seen below it, in boxes that cut
# them off where they scroll.
OVERLAPS = """() => {
    const seen = (box, { left, top, right, bottom }) => {
        // The root's own box is one window high, and cuts nothing off.
        for (let one = box; one !== document.body; one = one.parentElement) {
            if (getComputedStyle(one).overflowX === "visible") continue;
            const edge = one.getBoundingClientRect();
            [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
            [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
        }
        return right - left > 1 && bottom - top > 1 ? { left, top, right, bottom } : null;
    };
    const article = document.querySelector("article");
    const floats = [...article.querySelectorAll("button, a, summary, label")].filter((one) => {
        const holder = one.closest("nav") ?? one;
        return ["absolute", "fixed", "sticky"].includes(getComputedStyle(holder).position)
            && one.checkVisibility({ opacityProperty: true }) && one.getClientRects().length > 0;
    });
    const texts = [];
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
        const { currentNode: node } = walker;
        if (!node.data.trim() || !node.parentElement.checkVisibility()) continue;
        range.selectNodeContents(node);
        for (const rect of range.getClientRects()) {
            const part = seen(node.parentElement, rect);
            if (part) texts.push([node, part]);
        }
    }
    const found = [];
    for (const float of floats) {
        const box = float.getBoundingClientRect();
        for (const [node, text] of texts) {
            if (float.contains(node)) continue;
            const wide = Math.min(box.right, text.right) - Math.max(box.left, text.left);
            const high = Math.min(box.bottom, text.bottom) - Math.max(box.top, text.top);
            if (wide <= 1 || high <= 1) continue;
            found.push(`${float.className} over "${node.data.trim().slice(0, 40)}"`);
        }
    }
    return [...new Set(found)];
}"""

SMALL = """() => [...document.querySelectorAll("article svg.cw-path")]
    .filter((one) => one.checkVisibility())
    .map((one) => [one.getBoundingClientRect().width / one.viewBox.baseVal.width, one])
    .flatMap(([scale, one]) => [...one.querySelectorAll("text.cw-code")].map((text) =>
        scale * parseFloat(getComputedStyle(text).fontSize)))
    .sort((a, b) => a - b)"""


def whole(visit: Visit, path: str) -> Page:
    """A page with all of its code looked at by the theme, which adds buttons in view alone."""
    page = visit.unfold(path)
    page.evaluate(
        """async () => {
            for (const code of document.querySelectorAll("article pre > code")) {
                if (!code.checkVisibility()) continue;
                code.scrollIntoView({ block: "center", behavior: "instant" });
                const next = () => new Promise(requestAnimationFrame);
                await next().then(next);
            }
        }"""
    )
    return page


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("visit", [{"viewport": PHONE}], indirect=True)
def test_no_control_lies_over_text_on_a_phone(visit: Visit, site_folder: Path, part: int) -> None:
    some = [path for path in paths(site_folder) if not path.startswith("rules/")]
    some += ["rules/", "rules/array-of-functions/"]
    found = {path: whole(visit, path).evaluate(OVERLAPS) for path in some[part::PARTS]}
    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.parametrize("visit", [{"viewport": PHONE}], indirect=True)
def test_code_that_goes_on_fades_until_its_end_is_reached(visit: Visit) -> None:
    page = visit.go("xen/rings/")
    code = page.locator("article pre[data-cw-more], article pre > code[data-cw-more]").first
    code.scroll_into_view_if_needed()
    mask = "one => getComputedStyle(one).maskImage"
    assert code.evaluate(mask) != "none"
    held = code.element_handle()
    assert held is not None
    held.evaluate("one => one.scrollTo(one.scrollWidth, 0)")
    page.wait_for_function("(one) => !one.hasAttribute('data-cw-more')", arg=held)
    assert held.evaluate(mask) == "none"


@pytest.mark.parametrize("visit", [{"viewport": PHONE}], indirect=True)
def test_a_heading_is_as_high_as_its_words(visit: Visit) -> None:
    page = visit.go("declarations/")
    taller = page.evaluate(
        """() => [...document.querySelectorAll("article :is(h2, h3)")].filter((one) => {
            const before = one.getBoundingClientRect().height;
            const sign = one.querySelector(".headerlink");
            sign.style.display = "none";
            return one.getBoundingClientRect().height !== before;
        }).map((one) => one.textContent)"""
    )
    assert taller == []
    expect(page.locator(".md-header__topic").first).to_be_visible()
    title = page.locator(".md-header__topic .md-ellipsis").first
    assert title.evaluate("one => one.scrollWidth <= one.clientWidth")


@pytest.mark.parametrize("visit", [{"viewport": PHONE}], indirect=True)
def test_no_button_for_the_top_floats_over_the_text_of_a_phone(visit: Visit) -> None:
    page = visit.go("declarations/")
    top = page.locator(".md-top")
    page.evaluate("scrollTo({ top: 4000, behavior: 'instant' })")
    page.evaluate(DRAWN)  # two moves within one frame are one to the theme, and that goes down
    page.evaluate("scrollTo({ top: 3500, behavior: 'instant' })")
    # The theme wants to show it now; on a wide screen it is seen.
    page.wait_for_function("() => !document.querySelector('.md-top').hidden")
    expect(top).to_be_hidden()
    page.set_viewport_size({"width": 1280, "height": 740})
    expect(top).to_be_visible()


CIRCLES = """() => [...document.querySelectorAll(".cw-question__choice")].map((choice) => {
    const circle = choice.querySelector("input").getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(document.createTreeWalker(choice, NodeFilter.SHOW_TEXT).nextNode());
    const line = range.getClientRects()[0];
    return Math.abs(circle.top + circle.height / 2 - line.top - line.height / 2);
})"""


def test_a_circle_is_level_with_the_words_of_its_choice(visit: Visit) -> None:
    page = visit.go("declarations/")
    page.locator(".cw-question").first.scroll_into_view_if_needed()
    expect(page.locator(".cw-question.is-live .cw-question__choice").first).to_be_visible()
    off = page.evaluate(CIRCLES)
    assert len(off) > 3
    assert [each for each in off if each > 1] == []
