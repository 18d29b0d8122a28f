"""Links to the explainer's page, which hold a declaration and its standard.

They are plain relative links, so that they work without scripts and under any
address; tools/browser/src/explainer/state.ts reads them.
"""

from html import escape
from pathlib import PurePosixPath
from urllib.parse import quote_plus

from cworkbook.pages import Page

DOCS = "docs"
EXPLAINER = "explainer"
VERSION = 1


def address(page: Page, text: str, std: str) -> str | None:
    """Return the relative address that opens `text` from `page`; None if the book has no explainer.

    The page's own address ends in a slash (`use_directory_urls`).
    """
    if page.name is None or not (page.root / DOCS / EXPLAINER / "index.md").is_file():
        return None
    path = PurePosixPath(page.name)
    if path.parts[0] != DOCS:
        return None
    inner = path.with_suffix("").parts[1:]
    folders = len(inner) - (inner[-1] == "index" or page.leads_out)
    return f"{'../' * folders}{location(text, std)}"


def location(text: str, std: str | None) -> str:
    """Return the address, from the book's own on, that opens `text`, `std` None: leniently."""
    standard = "" if std is None else f"&std={quote_plus(std)}"
    return f"{EXPLAINER}/#v={VERSION}&c={quote_plus(text)}{standard}"


def with_link(html: str, page: Page, text: str, std: str) -> str:
    """Return a figure of readings, with the link at its end."""
    link = address(page, text, std)
    end = "</section>"
    if link is None or not html.endswith(end):
        return html
    return (
        f'{html.removesuffix(end)}<p class="cw-open"><a href="{escape(link)}">'
        f"Open in the explainer</a></p>{end}"
    )


def only_link(page: Page, text: str, std: str) -> str:
    """Return a paragraph that leads to the explainer, where `text` may be changed."""
    link = address(page, text, std)
    words = "Try it: change the declaration and see what is said"
    return f'<p class="cw-open"><a href="{escape(link)}">{words}</a></p>' if link else ""


def linked(html: str, page: Page, text: str, std: str) -> str:
    """Return a declaration within a sentence, its C linked."""
    link = address(page, text, std)
    start, code, rest = html.partition('<code class="cw-source">')
    if link is None or not code:
        return html
    inside, close, after = rest.partition("</code>")
    title = "Open in the explainer"
    return (
        f'{start}<a class="cw-open-inline" href="{escape(link)}" title="{title}">'
        f"{code}{inside}{close}</a>{after}"
    )
