"""The geometry of a path picture: where every glyph, box, badge and line stands.

Nothing here knows of SVG elements or colours; all lengths are in the picture's
own units, in which the source is set at FONT.
"""

from collections.abc import Sequence
from itertools import pairwise

from cexplain.explanation import Reading
from cexplain.render.path_routes import (
    Anchor,
    Layer,
    Point,
    Route,
    Track,
    depths,
    levelled,
    needs_lane,
    rounded,
    route,
)
from cexplain.render.path_rows import Row, crossed, rows, text
from cexplain.render.stops import SUFFIXES, Stop, region, stops, wrong_turns
from cexplain.source import Span
from cexplain.values import dataclass, replace

FONT = 24.0
ADVANCE = 14.4  # of every glyph: monospaced faces differ, so each run is set to this width
ASCENT, DESCENT = 25.0, 10.0  # of a box, from the baseline
BADGE = 7.5  # radius
STEP = 13.0  # between tracks
CLEAR = 22.0  # from a box to its first track, a badge between them
QUIET = 7.0  # of a gutter without any line
PORT = 5.0  # between the middle of a badge and a line that shares it with another
ROUND = 18.0  # of the corners of a line on the first track; wider ones are rounder
PAD = 16.0
LANE = 9.0  # between lines in the margin
REACH = 1.5 * ADVANCE  # how far into a long stop its anchor lies


@dataclass(frozen=True, slots=True)
class Glyphs:
    """A run of source text, to be set from x over `width`; `stop` is what says it, if any.

    `aside`: said at that stop, but no place that the eye goes to.
    """

    text: str
    x: float
    y: float
    width: float
    stop: int | None
    aside: bool


@dataclass(frozen=True, slots=True)
class Box:
    """A box around (a row's part of) a stop's tokens; `aside`: said there, not gone to."""

    x: float
    y: float
    width: float
    height: float
    stop: int
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Badge:
    """The number of a stop, in a circle around (x, y)."""

    x: float
    y: float
    stop: int


@dataclass(frozen=True, slots=True)
class Leg:
    """The line that leads to `stop`; its arrow's tip is `tip`, pointing up or down."""

    path: str
    tip: Point
    points_down: bool
    stop: int


@dataclass(frozen=True, slots=True)
class WrongTurn:
    """Where the clockwise spiral would leave the way, crossed out at `cross`."""

    path: str
    cross: Point
    stop: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The drawn part of a picture, from (0, 0) to (width, height)."""

    width: float
    height: float
    glyphs: tuple[Glyphs, ...]
    boxes: tuple[Box, ...]
    badges: tuple[Badge, ...]
    legs: tuple[Leg, ...]
    wrong: tuple[WrongTurn, ...]
    way: tuple[Stop, ...]


def layout(source: str, reading: Reading, limit: int) -> Layout:
    """Return the layout of one reading's picture with at most `limit` columns of source."""
    way = stops(reading, source)
    grid = rows(source, region(reading, source), limit)
    return _Drawing(source, grid, way, wrong_turns(reading, way)).layout()


def _anchor(stop: Stop, grid: Sequence[Row]) -> Anchor | None:
    """Return where the eye lands on a stop: near its end that faces the identifier."""
    pieces = [
        (number, place)
        for span in stop.spans
        for number in crossed(grid, span)
        if (place := grid[number].place(span)) is not None and place[0] < place[1]
    ]
    if not pieces:
        return None
    from_left = stop.kind in SUFFIXES
    row, (low, high) = pieces[0] if from_left else pieces[-1]
    middle = (low + high) / 2 * ADVANCE
    near = low * ADVANCE + REACH if from_left else high * ADVANCE - REACH
    if stop.kind == "name":
        return Anchor(row, middle)
    return Anchor(row, min(middle, near) if from_left else max(middle, near))


class _Drawing:
    """The state of one layout: built up once, in the order of the methods."""

    def __init__(
        self,
        source: str,
        grid: tuple[Row, ...],
        way: tuple[Stop, ...],
        wrong: tuple[tuple[int, int], ...],
    ) -> None:
        self.source, self.grid, self.way = source, grid, way
        anchors = ((index, _anchor(stop, grid)) for index, stop in enumerate(way))
        self.anchors = {index: anchor for index, anchor in anchors if anchor is not None}
        # A line joins two stops; those without a place are passed over.
        self.moves = list(pairwise(self.anchors))
        self.wrong = [turn for turn in wrong if set(turn) <= self.anchors.keys()]
        lanes = 0
        self.routes: list[Route] = []
        for start, end in self.moves:
            lane = lanes if needs_lane(self.anchors[start], self.anchors[end]) else None
            lanes += lane is not None
            self.routes.append(route(self.anchors[start], self.anchors[end], lane))
        self.left = PAD + LANE * lanes
        # The wrong turn goes round below, as the spiral does; it never arrives.
        self.wrong_routes = [self._wrong_route(k, target) for k, target in self.wrong]
        self._level()
        self.badge_above = self._badge_sides()
        self.badged = {
            (anchor.row, self.badge_above[index]) for index, anchor in self.anchors.items()
        }
        self._place_rows()

    def _wrong_route(self, start: int, target: int) -> Route:
        """Return the way that the spiral would have taken from one stop to another."""
        here, there = self.anchors[start], self.anchors[target]
        if here.row != there.row:
            there = Anchor(here.row, 0)
        low, high = sorted((here.x, there.x))
        track = Track(here.row + 1, "under", low, high)
        return Route(here, there, False, False, (track,))

    def _level(self) -> None:
        """Give every track its level."""
        every = [*self.routes, *self.wrong_routes]
        tracks = iter(levelled([track for way in every for track in way.tracks]))
        every = [replace(way, tracks=tuple(next(tracks) for _ in way.tracks)) for way in every]
        self.wrong_routes = every[len(self.routes) :]
        self.routes = every[: len(self.routes)]
        self.depths = depths((track for way in every for track in way.tracks), len(self.grid) + 1)

    def _badge_sides(self) -> dict[int, bool]:
        """Return for each stop whether its badge is above: where the line arrives (or starts)."""
        sides = {
            end: way.arrives_above for (_, end), way in zip(self.moves, self.routes, strict=True)
        }
        if self.moves:
            sides[self.moves[0][0]] = self.routes[0].leaves_above
        for index in self.anchors:
            sides.setdefault(index, True)
        return sides

    def _place_rows(self) -> None:
        """Set the baselines, each gutter as high as its tracks and badges need."""
        self.baselines: list[float] = []
        self.tops: list[float] = []  # of the gutters
        y = 0.0
        for gutter in range(len(self.grid) + 1):
            self.tops.append(y)
            y += self._extent(gutter, "under") + self._extent(gutter, "over") + QUIET
            y += STEP * self.depths[gutter]["between"]
            if gutter < len(self.grid):
                self.baselines.append(y + ASCENT)
                y += ASCENT + DESCENT
        self.height = y

    def _extent(self, gutter: int, layer: Layer) -> float:
        """Return the height that the tracks and badges next to a row need in a gutter."""
        row, above = (gutter, True) if layer == "over" else (gutter - 1, False)
        busy = self.depths[gutter][layer] or (row, above) in self.badged
        crossed = self.depths[gutter]["between"] and 0 <= row < len(self.grid)
        if not (busy or crossed):
            return 0.0
        return CLEAR + STEP * self.depths[gutter][layer]

    def _y(self, track: Track) -> float:
        """Return the height of a track."""
        gutter = track.gutter
        if track.layer == "over":
            return self.baselines[gutter] - ASCENT - CLEAR - STEP * (track.level - 0.5)
        if track.layer == "under":
            return self.baselines[gutter - 1] + DESCENT + CLEAR + STEP * (track.level - 0.5)
        return (
            self.tops[gutter]
            + self._extent(gutter, "under")
            + STEP * (track.level - 0.5)
            + QUIET / 2
        )

    def _edge(self, anchor: Anchor, *, above: bool) -> float:
        """Return the upper or lower edge of a row's boxes."""
        return self.baselines[anchor.row] + (-ASCENT if above else DESCENT)

    def _badge(self, index: int) -> Badge:
        """Return a stop's badge."""
        anchor, above = self.anchors[index], self.badge_above[index]
        offset = -(BADGE + 2.5) if above else BADGE + 2.5
        return Badge(self.left + anchor.x, self._edge(anchor, above=above) + offset, index)

    def _points(self, way: Route, start: Point, end: Point) -> list[Point]:
        """Return the corners of a line between two ports."""
        first = self._y(way.tracks[0])
        if way.lane is None:
            return [start, (start[0], first), (end[0], first), end]
        second, lane = self._y(way.tracks[1]), self.left - LANE * (way.lane + 1)
        return [start, (start[0], first), (lane, first), (lane, second), (end[0], second), end]

    def _leg(self, number: int) -> Leg:
        """Return one move as a line with an arrow."""
        (begin, finish), way = self.moves[number], self.routes[number]
        return Leg(*self._line(way, begin, finish, number), finish)

    def _line(self, way: Route, begin: int, finish: int, number: int) -> tuple[str, Point, bool]:
        """Return a move's path data, the tip of its arrow, and whether that points down."""
        heading = 1.0 if way.end.x >= way.start.x else -1.0
        badge = self._badge(begin)
        x, y = self.left + way.start.x, self._edge(way.start, above=way.leaves_above)
        if self.badge_above[begin] is way.leaves_above:
            arrived = number > 0
            x += PORT * heading if arrived else 0.0
            reach = 0.7 * BADGE if arrived else BADGE
            y = badge.y + (-reach if way.leaves_above else reach)
        goal = self._badge(finish)
        shared = number + 1 < len(self.routes) and (
            self.routes[number + 1].leaves_above is way.arrives_above
        )
        tip_x = goal.x - PORT * heading * shared
        gap = (0.75 * BADGE if shared else BADGE) + 1.0
        tip = (tip_x, goal.y + (-gap if way.arrives_above else gap))
        shaft = (tip_x, tip[1] + (-4.0 if way.arrives_above else 4.0))
        return (
            rounded(self._points(way, (x, y), shaft), ROUND + STEP * way.tracks[0].level),
            tip,
            way.arrives_above,
        )

    def _wrong_turn(self, number: int) -> WrongTurn:
        """Return a wrong turn as a line that breaks off."""
        (begin, _), way = self.wrong[number], self.wrong_routes[number]
        y = self._y(way.tracks[0])
        x = self.left + way.start.x
        stop_x = x + (self.left + way.end.x - x) * 0.62
        start = (x, self._edge(way.start, above=False))
        return WrongTurn(rounded([start, (x, y), (stop_x, y)], ROUND), (stop_x, y), begin)

    def _boxes(self, index: int) -> list[Box]:
        """Return the boxes of one stop, row by row."""
        stop = self.way[index]
        found: list[Box] = []
        for spans, aside in ((stop.spans, False), (stop.aside, True)):
            for span in spans:
                for number in crossed(self.grid, span):
                    place = _inked(self.source, self.grid[number], span)
                    if place is not None:
                        x, width = self.left + place[0] * ADVANCE, (place[1] - place[0]) * ADVANCE
                        top = self.baselines[number] - ASCENT
                        found.append(Box(x, top, width, ASCENT + DESCENT, index, aside))
        return found

    def _glyphs(self) -> list[Glyphs]:
        """Return the source in runs that belong to one stop each, or to none."""
        owner = sorted(
            (span, index, aside)
            for index, stop in enumerate(self.way)
            for spans, aside in ((stop.spans, False), (stop.aside, True))
            for span in spans
        )
        owners: list[list[tuple[Span, int, bool]]] = [[] for _ in self.grid]
        for one in owner:
            for number in crossed(self.grid, one[0]):
                owners[number].append(one)
        found: list[Glyphs] = []
        for row, baseline, own in zip(self.grid, self.baselines, owners, strict=True):
            position = row.start
            for span, index, aside in [*own, (Span(row.end, row.end), -1, False)]:
                first, last = max(span.start, position), min(span.end, row.end)
                if first > position:
                    between = Span(position, min(first, row.end))
                    found += self._runs(row, between, baseline, (None, False))
                if first < last:
                    found += self._runs(row, Span(first, last), baseline, (index, aside))
                position = max(position, min(max(first, last), row.end))
        return found

    def _runs(
        self, row: Row, part: Span, baseline: float, owner: tuple[int | None, bool]
    ) -> list[Glyphs]:
        """Return a run without the blanks at its ends; none if it is blank."""
        inked = _trimmed(self.source, part)
        place = row.place(inked)
        if place is None:
            return []
        x, width = self.left + place[0] * ADVANCE, (place[1] - place[0]) * ADVANCE
        return [Glyphs(text(self.source, row, inked), x, baseline, width, *owner)]

    def layout(self) -> Layout:
        """Return the finished layout."""
        widest = max((row.width for row in self.grid), default=0)
        return Layout(
            self.left + widest * ADVANCE + PAD,
            self.height,
            tuple(self._glyphs()),
            tuple(box for index in range(len(self.way)) for box in self._boxes(index)),
            tuple(self._badge(index) for index in self.anchors),
            tuple(self._leg(number) for number in range(len(self.moves))),
            tuple(self._wrong_turn(number) for number in range(len(self.wrong))),
            self.way,
        )


def _trimmed(source: str, part: Span) -> Span:
    """Return `part` without the blanks at its ends."""
    piece = source[part.start : part.end]
    start = part.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, part.end - (len(piece) - len(piece.rstrip()))))


def _inked(source: str, row: Row, span: Span) -> tuple[int, int] | None:
    """Return the columns of what is to be seen of `span` in `row`, None if nothing is."""
    part = Span(max(span.start, row.start), min(span.end, row.end))
    return row.place(_trimmed(source, part)) if part.start < part.end else None
