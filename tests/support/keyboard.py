"""A walk over a page with Tab alone: what is reached, in which order, and whether it is seen."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from playwright.sync_api import Page

# What a keyboard has to reach. Of the radio buttons of one name, Tab reaches one; boxes that
# scroll and have nothing to focus in them are reached by the browser's own choice, and may be.
PREPARE = """() => {
    const KINDS = `a[href], button, input, select, textarea, summary, iframe,
        [tabindex], [contenteditable=true]`;
    const shown = (one) => one.checkVisibility({visibilityProperty: true, opacityProperty: true})
        && !one.closest("[inert]") && one.getClientRects().length > 0;
    const first = (one) => {
        const group = [...document.querySelectorAll(`input[name="${CSS.escape(one.name)}"]`)];
        return group.find((each) => each.checked) ?? group[0];
    };
    const unseen = (one) => one.matches("[type=radio], [type=checkbox]"); // its label is seen
    const reached = (one) => one.tabIndex >= 0 && !one.disabled
        && one.getClientRects().length > 0
        && (shown(one) || unseen(one) && faces(one).some(shown))
        && !(one.type === "radio" && first(one) !== one);
    // A label stands for its control; the theme's choice of colours has it behind its button.
    const faces = (one) => [one, ...(one.labels ?? []),
        ...(one.matches(".md-option") ? [one.nextElementSibling] : [])];
    // The indicator may be on the control itself, or on what stands for it.
    const marks = (one) => [...faces(one), one.parentElement,
        one.parentElement?.parentElement].filter(Boolean);
    const LOOKS = ["outlineStyle", "outlineWidth", "outlineColor", "boxShadow",
        "backgroundColor", "borderColor"];
    const looks = (one) => marks(one).flatMap((mark) =>
        [null, "::before", "::after"].flatMap((part) => {
            const style = getComputedStyle(mark, part);
            return LOOKS.map((name) => style[name]);
        })).join();
    const name = (one) => `${one.tagName.toLowerCase()}.${one.className}`
        .slice(0, 60) + " " + (one.ariaLabel || one.textContent || one.name || "").trim()
        .replace(/\\s+/g, " ").slice(0, 30);
    const all = [...document.querySelectorAll(KINDS)].filter(reached);
    const before = new Map([...document.querySelectorAll("*")]
        .filter((one) => one.tabIndex >= 0 || one.scrollWidth > one.clientWidth)
        .map((one) => [one, looks(one)]));
    const seen = (one) => {
        // Of what stands for the control, some point has to be its own, not the header's above it.
        const boxes = faces(one).flatMap((mark) => [...mark.getClientRects()]);
        return boxes.some((box) => [0.1, 0.5, 0.9].some((x) => [0.1, 0.5, 0.9].some((y) => {
            const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
            const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
            if (right <= left || bottom <= top) return false;
            const hit = document.elementFromPoint(
                left + (right - left) * x, top + (bottom - top) * y);
            return hit !== null && (one.contains(hit) || hit.contains(one)
                && !hit.matches("html, body") || faces(one).some((it) => it.contains(hit)));
        })));
    };
    window.walk = {
        names: all.map(name),
        // Some of it goes away by being reached: the button that starts what a field starts too.
        gone: () => [...all.keys()].filter((place) => !reached(all[place])),
        now: () => {
            const one = document.activeElement;
            if (!one || one === document.body || one === document.documentElement) return null;
            return {place: all.indexOf(one), name: name(one), seen: seen(one),
                marked: before.get(one) !== looks(one)};
        },
    };
    return window.walk.names;
}"""

# Two frames: what follows from a scroll has been done.
REST = """() => new Promise((rest) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(rest))))"""


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the focus is: its place among all that must be reached, and how it looks there."""

    place: int
    name: str
    seen: bool
    marked: bool


@dataclass(frozen=True, slots=True)
class Walk:
    """All that a keyboard must reach on a page, by name, and where Tab led."""

    wanted: list[str]
    stops: list[Stop]
    gone: list[int]  # places of what is not there any more

    @property
    def faults(self) -> list[str]:
        """What a person with a keyboard would miss."""
        places = [stop.place for stop in self.stops if stop.place >= 0]
        missed = missing(len(self.wanted), [*places, *self.gone])
        return [
            *(f"not reached: {self.wanted[at]}" for at in missed),
            *(f"out of order: {self.wanted[at]}" for at in unordered(places)),
            *(f"has no mark: {stop.name}" for stop in self.stops if not stop.marked),
            *(f"is hidden: {stop.name}" for stop in self.stops if not stop.seen),
        ]


def missing(count: int, places: list[int]) -> list[int]:
    """The places that were not reached."""
    return sorted(set(range(count)) - set(places))


def unordered(places: list[int]) -> list[int]:
    """The places that come behind a later one."""
    return [after for before, after in pairwise(places) if after < before]


def walked(page: Page, key: str = "Tab") -> Walk:
    """Press a key from the page's start until the focus leaves the page, and note each stop."""
    wanted: list[str] = page.evaluate(PREPARE)
    stops: list[Stop] = []
    for _ in range(2 * len(wanted) + 20):  # more only if there is a trap
        page.keyboard.press(key)
        now: dict[str, Any] | None = page.evaluate("window.walk.now()")
        if not (now and now["seen"]):
            # The page scrolls to where the focus comes, and the theme's button hides or shows then.
            page.evaluate(REST)
            now = page.evaluate("window.walk.now()")
        if now is None:
            break
        stops.append(Stop(**now))
    else:
        raise AssertionError(f"Tab never leaves the page: {[stop.name for stop in stops[-4:]]}")
    return Walk(wanted, stops, page.evaluate("window.walk.gone()"))
