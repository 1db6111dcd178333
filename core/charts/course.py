"""The course of a year: this year, the same months of the last one, and what may come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Optional, Sequence, Tuple

from .bars import BOTTOM, HEIGHT, LEFT, RIGHT, TOP, WIDTH, threshold, upright
from .drawing import COLOURS, FAINT, PAPER, SMALL_PX, TEXT_PX, Drawing, ticks, width_of
from .items import DASH, Mark, Number, shown

Values = Sequence[Optional[Number]]
LAST_COLOUR = "#8a8f98"
LEGEND_ROOM = 26.0


@dataclass(frozen=True)
class Band:
    """A forecast for each place of the course: middle, and the bounds it may stay within."""

    middle: Tuple[Optional[Number], ...]
    low: Tuple[Optional[Number], ...]
    high: Tuple[Optional[Number], ...]


def course(
    title: str,
    labels: Sequence[str],
    this_year: Tuple[str, Values],
    last_year: Optional[Tuple[str, Values]] = None,
    forecast: Optional[Tuple[str, Band]] = None,
    unit: str = "",
    decimals: int = 2,
    marks: Sequence[Mark] = (),
    key: str = "",
) -> str:
    """Lines over ``labels`` (months); each series is its name and a value per label; the SVG.

    A forecast is drawn dashed within its band, so that nobody takes it for what has happened.
    """
    drawing = Drawing(WIDTH, HEIGHT + LEGEND_ROOM, title)
    floor = HEIGHT - BOTTOM
    series = [this_year[1], last_year[1] if last_year else (), *_bounds(forecast)]
    highest = [float(one) for values in series for one in values if one is not None]
    steps = ticks(max([*highest, *(float(one.value) for one in marks)], default=0))
    upright(drawing, steps, LEFT, WIDTH - RIGHT, floor, unit)
    place = _Places(len(labels), steps[-1], floor)
    for index, label in enumerate(labels):
        drawing.text(place.x(index), floor + 18, label, SMALL_PX, "middle", FAINT)
    if forecast:
        _draw_forecast(drawing, forecast[1], place)
    if last_year:
        for run in place.runs(last_year[1]):
            drawing.line(run, LAST_COLOUR, 2, "2,4")
    _draw_marks(drawing, marks, place)
    _draw_this_year(drawing, labels, this_year[1], place, unit, decimals, key)
    _legend(drawing, this_year[0], last_year, forecast)
    if not highest:
        drawing.text(WIDTH / 2, (TOP + floor) / 2, DASH, TEXT_PX, "middle", FAINT)
    return drawing.svg()


class _Places:
    """Where a value stands."""

    def __init__(self, count: int, highest: float, floor: float) -> None:
        self._room = (WIDTH - LEFT - RIGHT) / max(1, count)
        self._highest, self._floor = highest, floor

    def x(self, index: int) -> float:
        return LEFT + self._room * (index + 0.5)

    def y(self, value: Number) -> float:
        return self._floor - float(value) / self._highest * (self._floor - TOP)

    def runs(self, values: Values) -> List[List[Tuple[float, float]]]:
        """The values as lines; a gap where one is not known."""
        found: List[List[Tuple[float, float]]] = [[]]
        for index, value in enumerate(values):
            if value is None:
                found.append([])
            else:
                found[-1].append((self.x(index), self.y(value)))
        return [run for run in found if run]


def _bounds(forecast: Optional[Tuple[str, Band]]) -> List[Values]:
    return [forecast[1].middle, forecast[1].high] if forecast else []


def _draw_forecast(drawing: Drawing, band: Band, place: _Places) -> None:
    known = [
        (index, low, high)
        for index, (low, high) in enumerate(zip(band.low, band.high))
        if low is not None and high is not None
    ]
    upper = [(place.x(index), place.y(high)) for index, _low, high in known]
    lower = [(place.x(index), place.y(low)) for index, low, _high in reversed(known)]
    drawing.shade([*upper, *lower], COLOURS[0], 0.18)
    for run in place.runs(band.middle):
        drawing.line(run, COLOURS[0], 1.8, "6,4")


def _draw_marks(drawing: Drawing, marks: Sequence[Mark], place: _Places) -> None:
    for mark in marks:
        threshold(drawing, mark, place.y(mark.value))


def _draw_this_year(
    drawing: Drawing,
    labels: Sequence[str],
    values: Values,
    place: _Places,
    unit: str,
    decimals: int,
    key: str,
) -> None:
    for run in place.runs(values):
        drawing.line(run, COLOURS[0], 2.4)
    last = max((index for index, one in enumerate(values) if one is not None), default=-1)
    for index, (label, value) in enumerate(zip(labels, values)):
        if value is None:
            continue
        x, y, words = place.x(index), place.y(value), shown(value, decimals, unit)
        drawing.dot(x, y, 4, COLOURS[0], f"{key}/{index}" if key else "", f"{label} {words}")
        if index == last or len(labels) <= 6:
            wide = width_of(words, SMALL_PX) + 4
            drawing.rect(x - wide / 2, y - 20, wide, 13, PAPER)
            drawing.text(x, y - 9, words, SMALL_PX, "middle")


def _legend(
    drawing: Drawing,
    this_year: str,
    last_year: Optional[Tuple[str, Values]],
    forecast: Optional[Tuple[str, Band]],
) -> None:
    names, colours = [this_year], [COLOURS[0]]
    if last_year:
        names.append(last_year[0])
        colours.append(LAST_COLOUR)
    if forecast:
        names.append(forecast[0])
        colours.append("#c3d5ea")
    drawing.legend(names, colours, HEIGHT)
