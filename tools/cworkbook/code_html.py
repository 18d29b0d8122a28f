"""Code as lines of HTML: highlighted, numbered by their place in the file."""

from collections.abc import Iterable, Mapping

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.lexers.special import TextLexer
from pygments.util import ClassNotFound

from cworkbook.snippet import Line


def highlighted(text: str, language: str) -> list[str]:
    """Return each line of `text` as HTML in Pygments' classes; plain where it knows no such lexer.

    No element spans lines, so each can be wrapped on its own.
    """
    try:
        lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        lexer = TextLexer(stripnl=False, ensurenl=False)
    html = highlight(text, lexer, HtmlFormatter(nowrap=True))
    return html.rstrip("\n").split("\n") if text else []


def code_html(lines: Iterable[Line], language: str, ties: Mapping[int, int], label: str) -> str:
    """Return a code block; `ties` gives the band of each line that has assembly.

    A line's number is an attribute, drawn by the style sheet, so that it is
    not copied with the code.
    """
    lines = tuple(lines)
    shown = highlighted("\n".join(line.text for line in lines), language)
    shown += [""] * (len(lines) - len(shown))
    rows = "".join(
        f'<span class="cw-row{_tie(ties.get(line.number))}" data-line="{line.number}">'
        f"{html}</span>\n"
        for line, html in zip(lines, shown, strict=True)
    )
    return (
        f'<div class="highlight cw-program"><pre tabindex="0" aria-label="{label}">'
        f'<code class="language-{language}">{rows}</code></pre></div>'
    )


def _tie(band: int | None) -> str:
    return f" cw-tie-{band}" if band else ""
