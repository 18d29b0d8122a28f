"""Code as lines of HTML: highlighted, numbered, with what is left out of the file marked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pygments import highlight
from pygments.filter import Filter
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.lexers.c_cpp import CppLexer
from pygments.lexers.special import TextLexer
from pygments.token import Keyword, Name
from pygments.util import ClassNotFound

from cworkbook.snippet import Line


class _KeywordOperator(Filter):
    """Says that `operator` is a keyword, where Pygments takes it for a function's name."""

    def filter(self, _: Any, stream: Iterable[tuple[Any, str]]) -> Iterator[tuple[Any, str]]:
        for kind, text in stream:
            yield (Keyword if text == "operator" and kind is Name.Function else kind), text


def highlighted(text: str, language: str) -> list[str]:
    """Return each line of `text` as HTML in Pygments' classes; plain where it knows no such lexer.

    No element spans lines, so each can be wrapped on its own.
    """
    try:
        lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        lexer = TextLexer(stripnl=False, ensurenl=False)
    if isinstance(lexer, CppLexer):
        lexer.add_filter(_KeywordOperator())
    html = highlight(text, lexer, HtmlFormatter(nowrap=True))
    return html.rstrip("\n").split("\n") if text else []


def code_html(
    lines: Iterable[Line], language: str, ties: Mapping[int, int], label: str, of: int
) -> str:
    """Return a code block of a file that has `of` lines; `ties` bands those with assembly.

    A line's number is an attribute, drawn by the style sheet, so that it is
    not copied with the code. So are the words at the rule where the file goes on.
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
        f'<div class="highlight cw-program"{_cuts(lines, of)}>'
        f'<pre tabindex="0" aria-label="{label}">'
        f'<code class="language-{language}">{rows}</code></pre></div>'
    )


def span_of(lines: Sequence[Line]) -> str:
    """Return which lines these are, as a sentence names them: "lines 8 to 19"."""
    return _span(lines[0].number, lines[-1].number)


def _span(first: int, last: int) -> str:
    return f"line {first}" if first == last else f"lines {first} to {last}"


def _cuts(lines: Sequence[Line], of: int) -> str:
    """Return the attributes that say what of the file is not shown, above and below."""
    if not lines:
        return ""
    first, last = lines[0].number, lines[-1].number
    above = f' data-above="{_span(1, first - 1)}"' if first > 1 else ""
    below = f' data-below="{_span(last + 1, of)}"' if last < of else ""
    return above + below


def _tie(band: int | None) -> str:
    return f" cw-tie-{band}" if band else ""
