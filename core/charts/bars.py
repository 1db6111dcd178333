"""Bars: standing, in ranks, and made of parts."""

from __future__ import annotations

from typing import List, Sequence, Tuple

from .drawing import (
    COLOURS,
    FAINT,
    GRID,
    INK,
    PAPER,
    SMALL_PX,
    TEXT_PX,
    Drawing,
    fitted,
    ticks,
    width_of,
)
from .items import DASH, Bar, Mark, Stack, shown

WIDTH = 720.0
TOP, BOTTOM, LEFT, RIGHT = 46.0, 40.0, 62.0, 24.0
HEIGHT = 340.0
ROW, BAR_SHARE, NAME_ROOM = 30.0, 0.62, 150.0
NAMES = 166.0  # where bars of parts begin; their names stand before it
MARK_COLOUR = "#b5432f"
INSIDE = 20.0  # a part has its value inside from this width on


def bars(
    title: str, items: Sequence[Bar], unit: str = "", decimals: int = 2, marks: Sequence[Mark] = ()
) -> str:
    """Standing bars in the order given, with lines at ``marks``; the SVG."""
    drawing = Drawing(WIDTH, HEIGHT, title)
    floor = HEIGHT - BOTTOM
    steps = _axis(drawing, items, marks, floor, unit)
    room = (WIDTH - LEFT - RIGHT) / max(1, len(items))
    for index, item in enumerate(items):
        middle = LEFT + room * (index + 0.5)
        height = float(item.value or 0) / steps[-1] * (floor - TOP)
        words = shown(item.value, decimals, unit)
        wide = min(room * BAR_SHARE, 60)
        drawing.rect(
            middle - wide / 2,
            floor - height,
            wide,
            height,
            COLOURS[0],
            item.key,
            f"{item.label} {words}",
        )
        drawing.text(middle, floor - height - 5, words, SMALL_PX, "middle")
        drawing.text(middle, floor + 18, fitted(item.label, TEXT_PX, room - 4), anchor="middle")
    _no_items(drawing, items)
    for mark in marks:
        y = floor - float(mark.value) / steps[-1] * (floor - TOP)
        threshold(drawing, mark, y)
    return drawing.svg()


def _axis(
    drawing: Drawing, items: Sequence[Bar], marks: Sequence[Mark], floor: float, unit: str
) -> List[float]:
    values = [float(one.value) for one in items if one.value is not None]
    steps = ticks(max([*values, *(float(one.value) for one in marks)], default=0))
    upright(drawing, steps, LEFT, WIDTH - RIGHT, floor, unit)
    return steps


def upright(
    drawing: Drawing, steps: Sequence[float], left: float, right: float, floor: float, unit: str
) -> None:
    """Grid lines with their values at the left, from :data:`TOP` down to ``floor``."""
    for step in steps:
        y = floor - step / steps[-1] * (floor - TOP)
        drawing.line([(left, y), (right, y)], FAINT if step == 0 else GRID)
        drawing.text(left - 6, y + 4, f"{step:g}{unit}", SMALL_PX, "end", FAINT)


def threshold(drawing: Drawing, mark: Mark, y: float) -> None:
    """A dashed line across at ``y`` with its name, readable over a bar, too."""
    drawing.line([(LEFT, y), (WIDTH - RIGHT, y)], MARK_COLOUR, 1.4, "7,4")
    wide = width_of(mark.label, SMALL_PX) + 6
    drawing.rect(WIDTH - RIGHT - wide, y - 15, wide, 13, PAPER)
    drawing.text(WIDTH - RIGHT - 3, y - 5, mark.label, SMALL_PX, "end", MARK_COLOUR)


def _no_items(drawing: Drawing, items: Sequence[object]) -> None:
    if not items:
        drawing.text(drawing.width / 2, drawing.height / 2, DASH, TEXT_PX, "middle", FAINT)


def ranked(items: Sequence[Bar]) -> List[Tuple[str, Bar]]:
    """The bars from the largest value down with their places; equal values share one place,
    and what is not known comes last without one."""
    known = sorted((one for one in items if one.value is not None), key=lambda one: -_value(one))
    places: List[Tuple[str, Bar]] = []
    for index, one in enumerate(known):
        equal = index > 0 and _value(one) == _value(known[index - 1])
        places.append((places[-1][0] if equal else str(index + 1), one))
    return [*places, *((DASH, one) for one in items if one.value is None)]


def _value(bar: Bar) -> float:
    return float(bar.value or 0)


def ranking(
    title: str, items: Sequence[Bar], unit: str = "", decimals: int = 2, marks: Sequence[Mark] = ()
) -> str:
    """Lying bars, the largest first, with their places and lines at ``marks``; the SVG."""
    legend_room = 26.0 if marks else 0.0
    height = TOP + ROW * max(1, len(items)) + 12 + legend_room
    drawing = Drawing(WIDTH, height, title)
    left, right = LEFT + NAME_ROOM - 20, WIDTH - 90
    values = [_value(one) for one in items] + [float(one.value) for one in marks]
    scale = (right - left) / (max(values, default=0) or 1)
    floor = TOP + ROW * len(items)
    _marks_across(drawing, marks, left, scale, floor)
    for index, (place, item) in enumerate(ranked(items)):
        top = TOP + ROW * index
        words = shown(item.value, decimals, unit)
        base = top + ROW / 2 + 4
        drawing.text(16, base, place, anchor="middle", colour=FAINT)
        drawing.text(left - 8, base, fitted(item.label, TEXT_PX, NAME_ROOM), anchor="end")
        drawing.rect(
            left,
            top + 5,
            _value(item) * scale,
            ROW - 10,
            COLOURS[0],
            item.key,
            f"{item.label} {words}",
        )
        end = left + _value(item) * scale + 6
        if marks:
            drawing.rect(end - 2, top + 6, width_of(words, TEXT_PX) + 4, ROW - 12, PAPER)
        drawing.text(end, base, words)
    drawing.line([(left, TOP), (left, floor)], FAINT)
    _no_items(drawing, items)
    return drawing.svg()


def _marks_across(
    drawing: Drawing, marks: Sequence[Mark], left: float, scale: float, floor: float
) -> None:
    free = 0.0
    for mark in sorted(marks, key=lambda one: float(one.value)):
        x = left + float(mark.value) * scale
        drawing.line([(x, TOP - 2), (x, floor + 4)], MARK_COLOUR, 1.4, "7,4")
        half = width_of(mark.label, SMALL_PX) / 2
        at = min(max(x, free + half), WIDTH - half - 4)
        drawing.text(at, floor + 17, mark.label, SMALL_PX, "middle", MARK_COLOUR)
        free = at + half + 8


def stacked(
    title: str, names: Sequence[str], rows: Sequence[Stack], unit: str = "", decimals: int = 2
) -> str:
    """Lying bars made of parts, in the order given, with a legend of ``names``; the SVG.

    :raises ValueError: a row has not as many values as there are names.
    """
    height = TOP + 26 + ROW * max(1, len(rows)) + 14
    drawing = Drawing(WIDTH, height, title)
    colours = [COLOURS[index % len(COLOURS)] for index in range(len(names))]
    drawing.legend(names, colours, TOP - 4)
    left, right = NAMES, WIDTH - 90
    longest = max((float(sum(one.values)) for one in rows), default=0) or 1
    for index, row in enumerate(rows):
        if len(row.values) != len(names):
            raise ValueError(f"{len(row.values)} values for {len(names)} names")
        top = TOP + 26 + ROW * index
        base = top + ROW / 2 + 4
        drawing.text(left - 8, base, fitted(row.label, TEXT_PX, NAMES - 16), anchor="end")
        end = _parts(drawing, row, names, colours, (left, top), (right - left) / longest, decimals)
        drawing.text(end + 6, base, shown(sum(row.values), decimals, unit))
    drawing.line([(left, TOP + 24), (left, TOP + 28 + ROW * len(rows))], FAINT)
    _no_items(drawing, rows)
    return drawing.svg()


def _parts(
    drawing: Drawing,
    row: Stack,
    names: Sequence[str],
    colours: Sequence[str],
    at: Tuple[float, float],
    scale: float,
    decimals: int,
) -> float:
    x, top = at
    for index, (name, value) in enumerate(zip(names, row.values)):
        wide = float(value) * scale
        if wide <= 0:
            continue
        words = shown(value, decimals)
        key = f"{row.key}/{index}" if row.key else ""
        drawing.rect(x, top + 5, wide, ROW - 10, colours[index], key, f"{row.label} {name} {words}")
        if wide >= max(INSIDE, width_of(words, SMALL_PX) + 6):
            ink = INK if _is_light(colours[index]) else "#ffffff"
            drawing.text(x + wide / 2, top + ROW / 2 + 4, words, SMALL_PX, "middle", ink)
        x += wide
    return x


def _is_light(colour: str) -> bool:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue > 140
