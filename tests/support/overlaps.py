"""Whether something that is pressed lies over what is read on a page as it stands."""

from playwright.sync_api import Page

from support.visits import stand_still

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

# The theme adds buttons to code that has been in view alone.
LOOK_THROUGH = """async () => {
    for (const code of document.querySelectorAll("article pre > code")) {
        if (!code.checkVisibility()) continue;
        code.scrollIntoView({ block: "center", behavior: "instant" });
        const next = () => new Promise(requestAnimationFrame);
        await next().then(next);
    }
}"""
TO_THE_TOP = "scrollTo({ top: 0, behavior: 'instant' })"


def overlaps(page: Page) -> list[str]:
    """Which controls lie over which words, once all code was in view. It ends at the page's top."""
    page.evaluate(LOOK_THROUGH)
    found: list[str] = page.evaluate(OVERLAPS)
    page.evaluate(TO_THE_TOP)
    stand_still(page)  # the header fades from the section's name to the book's
    return found
