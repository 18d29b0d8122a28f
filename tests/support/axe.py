"""What axe-core, which looks for breaches of WCAG, finds on a page."""

from typing import Any

from playwright.sync_api import Frame, Page

from support.sites import ROOT
from support.visits import stand_still

SOURCE = ROOT / "tools/browser/node_modules/axe-core/axe.min.js"

# Selectors of what is right would cost more time than the search for what is wrong.
SEARCH = """() => axe.run(document, {
    runOnly: {type: "tag", values: [
        "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    resultTypes: ["violations"],
    preload: false,
}).then(({violations}) => violations.map(({id, help, nodes}) => ({id, help, nodes})))"""


def breaches(page: Page | Frame, axe: str) -> list[str]:
    """What axe-core finds on the page once it stands still, each with the first elements.

    What fades in, as the theme's way back to the top does, has no contrast before it is there.
    """
    stand_still(page)
    if page.evaluate("typeof window.axe === 'undefined'"):
        page.evaluate(axe)
    found: list[dict[str, Any]] = page.evaluate(SEARCH)
    return [
        f"{each['id']}: {each['help']}: {[node['html'][:200] for node in each['nodes'][:4]]}"
        for each in found
    ]
