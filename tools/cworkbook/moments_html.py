"""Moments of a snippet's run on a page: memory as a picture and in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from cworkbook.directives import nearest
from cworkbook.drawing_html import Picture, boxed
from cworkbook.frames_html import bar
from cworkbook.moments import MarkedMoment, ordinal
from cworkbook.options import OptionError
from cworkbook.records import Moment, Record
from cworkbook.snippet import Snippet

_PAINT = ' fill="none" stroke="currentColor" font-size="13"'
"""What all shapes of a moment's picture have unless they say otherwise."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """A moment with its place: the program's text of the line that is next."""

    marked: MarkedMoment
    moment: Moment
    code: str

    @property
    def title(self) -> str:
        """Where the program is, such as `Before line 8, 2nd time`."""
        again = f", {ordinal(self.marked.time)} time" if self.marked.time > 1 else ""
        return f"Before line {self.marked.line}{again}"


def moments_html(
    snippet: Snippet, record: Record, names: Sequence[str], title: str | None = None
) -> str:
    """Return the figure of a snippet's moments; OptionError for one that is not marked."""
    shown = [_named(snippet, record, name) for name in names]
    told = escape(title) if title else f"The memory of {escape(snippet.name)}, recorded as it ran"
    body = _moment(shown[0], _title(shown[0])) if len(shown) == 1 else _series(shown)
    return f'<figure class="cw-moments"><figcaption>{told}</figcaption>{body}</figure>'


def moment_html(snippet: Snippet, moment: Moment) -> str:
    """Return a moment of a snippet's run without a figure; KeyError if none is marked so."""
    marked = {one.name: one for one in snippet.moments}[moment.name]
    shown = _shown(snippet, marked, moment)
    return _moment(shown, _title(shown))


def _shown(snippet: Snippet, marked: MarkedMoment, moment: Moment) -> _Shown:
    code = snippet.file(marked.file).lines[marked.line - 1].text.strip()
    return _Shown(marked, moment, code)


def _named(snippet: Snippet, record: Record, name: str) -> _Shown:
    for marked, moment in zip(snippet.moments, record.moments, strict=True):
        if marked.name == name:
            return _shown(snippet, marked, moment)
    if not snippet.moments:
        raise OptionError(
            f"option moment: {snippet.name} marks no moment; write //@ moment: {name} before the "
            "line where it should stop, and run make bless"
        )
    advice = nearest(name, tuple(marked.name for marked in snippet.moments))
    raise OptionError(f"option moment: {snippet.name} has no moment '{name}'; {advice}")


def _series(shown: Sequence[_Shown]) -> str:
    """Return moments one below the other; with scripts a reader goes from one to the next."""
    frames = "".join(
        f'<li class="cw-frame{" is-now" if number == 1 else ""}" data-frame="{number}">'
        f"{_moment(each, _numbered(number, each))}</li>"
        for number, each in enumerate(shown, 1)
    )
    return (
        '<div class="cw-frames" role="group" aria-label="Moments">'
        f'{bar([each.title for each in shown])}<ol class="cw-frames__list">{frames}</ol></div>'
    )


def _numbered(number: int, shown: _Shown) -> str:
    """Return the head of one of several: what the step before it did tells them apart."""
    did = f'<p class="cw-moment__did">{escape(shown.moment.sentence)}</p>'
    return _title(shown, f'<span class="cw-frame__number">{number}</span> ') + did


def _title(shown: _Shown, number: str = "") -> str:
    return (
        f'<p class="cw-frame__title">{number}{escape(shown.title)}</p>'
        f'<p class="cw-moment__next"><code>{escape(shown.code)}</code></p>'
    )


def _moment(shown: _Shown, heading: str) -> str:
    moment = shown.moment
    picture = Picture("".join(moment.shapes), moment.width, moment.height, moment.view_box)
    words = "".join(f"<li>{escape(sentence)}</li>" for sentence in moment.told)
    alternative = " ".join(moment.told)
    mistakes = "".join(
        f'<p class="cw-moment__mistake"><b>Mistake:</b> {escape(mistake)}</p>'
        for mistake in moment.mistakes
    )
    return (
        f'<div class="cw-moment">{heading}{mistakes}'
        f"{boxed(picture, alternative, f'Memory: {shown.title}', _PAINT)}"
        '<details class="cw-how"><summary>The picture in words</summary>'
        f"<ul>{words}</ul></details></div>"
    )
