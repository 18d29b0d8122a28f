"""A program as its figure has it, and the editor in its place: text, numbers, places, colours."""

from typing import Any

from playwright.sync_api import Locator

# Of each line that is drawn: number, text, where the first letter is, and each letter's colour.
# Names are plain: Pygments guesses by their surroundings which ones are those of functions.
ROWS = """(figure, [rows, number]) => Array.from(figure.querySelectorAll(rows), (row, index) => {
    const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    const letters = [];
    let place = null;
    const plain = getComputedStyle(row).color;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement;
        const own = getComputedStyle(parent).color;
        const colour = own === plain || parent.closest(".nf, .nc") ? "" : own;
        for (const [at, letter] of Array.from(node.data).entries()) {
            if (!letter.trim()) continue;
            if (!place) {
                const range = document.createRange();
                range.setStart(node, at);
                range.setEnd(node, at + 1);
                const { x, y } = range.getBoundingClientRect();
                place = [Math.round(x), Math.round(y + scrollY)];
            }
            letters.push(`${letter} ${colour}`);
        }
    }
    const numbers = number && figure.querySelectorAll(number);
    const told = number ? numbers[index]?.textContent : row.dataset.line;
    return { number: told, text: row.textContent.trimEnd(), place, letters };
})"""
FIGURE = (".cw-program .cw-row", "")
# The first element of the gutter only keeps room for the widest number.
EDITOR = (
    ".cm-content > .cm-line",
    ".cm-lineNumbers .cm-gutterElement:not([style*='visibility: hidden'])",
)


def rows(figure: Locator, what: tuple[str, str]) -> list[dict[str, Any]]:
    """The lines of a figure that are drawn and hold anything, as FIGURE or EDITOR has them."""
    found: list[dict[str, Any]] = figure.evaluate(ROWS, what)
    return [row for row in found if row["text"]]
