"""Lines between the stops of a path picture: which way each goes, and on which track.

Rows of text are separated by gutters (gutter g lies above row g, the last one
below the last row), and lines run only there: never through a glyph. A move to
the right arches over its row, a move to the left passes under it; a move to
another row takes the gutter between, or a lane in the margin if rows lie
between. Lines in one gutter that overlap get tracks of their own.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

from cexplain.values import dataclass

Point = tuple[float, float]

Layer = Literal["under", "between", "over"]
"""Where in a gutter a track lies: under the row above it, over the row below it, or between."""

LAYERS: tuple[Layer, ...] = ("under", "between", "over")


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a stop stands: its row, and the x of its middle."""

    row: int
    x: float


@dataclass(frozen=True, slots=True)
class Track:
    """A horizontal stretch in a gutter; `level` counts from 1, away from the text."""

    gutter: int
    layer: Layer
    low: float
    high: float
    level: int = 0


@dataclass(frozen=True, slots=True)
class Route:
    """A line from one stop to another: its tracks, and whether it starts and ends above."""

    start: Anchor
    end: Anchor
    leaves_above: bool
    arrives_above: bool
    tracks: tuple[Track, ...]
    lane: int | None = None


def route(start: Anchor, end: Anchor, lane: int | None = None) -> Route:
    """Return the line from `start` to `end`; `lane` is where it goes if rows lie between."""
    low, high = sorted((start.x, end.x))
    if start.row == end.row:
        above = end.x > start.x
        gutter, layer = (start.row, "over") if above else (start.row + 1, "under")
        track = Track(gutter, "over" if layer == "over" else "under", low, high)
        return Route(start, end, above, above, (track,))
    down = end.row > start.row
    first = start.row + 1 if down else start.row
    last = end.row if down else end.row + 1
    if first == last:
        tracks = (Track(first, "between", low, high),)
        return Route(start, end, not down, down, tracks)
    tracks_by_margin = (
        Track(first, "between", 0, start.x),
        Track(last, "between", 0, end.x),
    )
    return Route(start, end, not down, down, tracks_by_margin, lane)


def needs_lane(start: Anchor, end: Anchor) -> bool:
    """Tell whether rows lie between two stops."""
    return abs(start.row - end.row) > 1


def levelled(tracks: Sequence[Track]) -> tuple[Track, ...]:
    """Return the same tracks with levels: short ones nearest to the text, none overlapping."""
    placed: dict[tuple[int, Layer], list[Track]] = {}
    result: list[Track | None] = [None] * len(tracks)
    for index in sorted(range(len(tracks)), key=lambda i: (tracks[i].high - tracks[i].low, i)):
        track = tracks[index]
        others = placed.setdefault((track.gutter, track.layer), [])
        level = 1 + max(
            (o.level for o in others if o.low < track.high and track.low < o.high), default=0
        )
        final = Track(track.gutter, track.layer, track.low, track.high, level)
        others.append(final)
        result[index] = final
    return tuple(track for track in result if track is not None)


def depths(tracks: Iterable[Track], gutters: int) -> list[dict[Layer, int]]:
    """Return for each gutter how many tracks each of its layers holds."""
    counts: list[dict[Layer, int]] = [dict.fromkeys(LAYERS, 0) for _ in range(gutters)]
    for track in tracks:
        layers = counts[track.gutter]
        layers[track.layer] = max(layers[track.layer], track.level)
    return counts


def rounded(points: Sequence[Point], radius: float) -> str:
    """Return SVG path data for a line through `points` with rounded corners.

    Neighbouring points share an x or a y. A corner takes at most `radius` of
    its horizontal side, and all of a vertical one that ends the line.
    """
    parts = [f"M{_number(points[0][0])} {_number(points[0][1])}"]
    last = len(points) - 1
    for index in range(1, last):
        before, corner, after = points[index - 1], points[index], points[index + 1]
        into = _cut(corner, before, radius, whole=index == 1)
        out = _cut(corner, after, radius, whole=index == last - 1)
        parts.append(f"L{_pair(into)}")
        parts.append(
            f"C{_pair(_towards(into, corner))} {_pair(_towards(out, corner))} {_pair(out)}"
        )
    parts.append(f"L{_pair(points[last])}")
    return "".join(parts)


def _cut(corner: Point, other: Point, radius: float, *, whole: bool) -> Point:
    """Return the point of the side from `corner` to `other` where the rounding ends."""
    length = abs(other[0] - corner[0]) + abs(other[1] - corner[1])
    if length == 0:
        return corner
    share = (length if whole else min(radius, length / 2)) / length
    if whole and other[1] == corner[1]:
        share = min(radius, length) / length
    return (
        corner[0] + (other[0] - corner[0]) * share,
        corner[1] + (other[1] - corner[1]) * share,
    )


def _towards(start: Point, corner: Point) -> Point:
    """Return the control point that makes a quarter of an ellipse (0.5523 of the way)."""
    return (
        start[0] + (corner[0] - start[0]) * 0.5523,
        start[1] + (corner[1] - start[1]) * 0.5523,
    )


def _pair(point: Point) -> str:
    return f"{_number(point[0])} {_number(point[1])}"


def _number(value: float) -> str:
    """Return a coordinate with at most one decimal: enough, and the same on every machine."""
    return f"{value:.1f}".removesuffix(".0")
