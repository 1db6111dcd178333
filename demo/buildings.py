"""What stands on the ground: roofs, sheds, greenhouses, panels, all as quads on the board.

A part is (four corners in decimetres, colour, height in metres). Gabled roofs are two parts, the
side towards the sun brighter.
"""

from __future__ import annotations

from typing import Callable, List, NamedTuple, Optional, Tuple

import numpy as np

from .shapes import Frame

Colour = Tuple[float, float, float]
# West and east end of what is free between two heights of the board.
Span = Callable[[float, float], Tuple[float, float]]


class Part(NamedTuple):
    """One flat piece seen from above; pieces of one ``group`` stand or fall together."""

    corners: np.ndarray
    colour: Colour
    height_m: float
    group: int = 0


_TILES = ((142, 100, 84), (130, 90, 78), (128, 118, 110), (114, 108, 104), (152, 112, 92))
_STEEL = ((96, 130, 178), (118, 148, 188), (206, 208, 210), (188, 192, 196), (168, 88, 78))
_SHADE = 0.78


def _toned(chance: np.random.Generator, colour: Colour, spread: float) -> Colour:
    """The colour, brighter or darker as a whole."""
    tone = chance.normal(1, spread)
    return tuple(channel * tone for channel in colour)


def flat(frame: Frame, colour: Colour, height_m: float) -> Part:
    """A flat roof or slab."""
    u0, v0, u1, v1 = frame
    return Part(np.array([(u0, v0), (u1, v0), (u1, v1), (u0, v1)]), colour, height_m)


def gable(frame: Frame, colour: Colour, height_m: float) -> List[Part]:
    """A roof with its ridge along the longer side; south and east are lit."""
    u0, v0, u1, v1 = frame
    dark = tuple(channel * _SHADE for channel in colour)
    if u1 - u0 >= v1 - v0:
        middle = (v0 + v1) / 2
        return [
            flat((u0, middle, u1, v1), dark, height_m),
            flat((u0, v0, u1, middle), colour, height_m),
        ]
    middle = (u0 + u1) / 2
    return [
        flat((u0, v0, middle, v1), dark, height_m),
        flat((middle, v0, u1, v1), colour, height_m),
    ]


def _steps(start: float, end: float, size: float) -> np.ndarray:
    count = int((end - start) // size)
    spare = (end - start - count * size) / 2
    return start + spare + size * np.arange(count)


def courtyards(chance: np.random.Generator, frame: Frame, fill: float = 0.92) -> List[Part]:
    """Farmhouses: main house in the north of each yard, a side house, a wall."""
    parts: List[Part] = []
    width, depth = 150 + chance.uniform(-10, 15), 185 + chance.uniform(-15, 15)
    for v in _steps(frame[1], frame[3], depth):
        for u in _steps(frame[0], frame[2], width):
            if chance.random() > fill:
                continue
            tile = _TILES[int(chance.choice(5, p=[0.4, 0.2, 0.15, 0.15, 0.1]))]
            tone = _toned(chance, tile, 0.09)
            back = v + depth - 12 - chance.uniform(0, 8)
            parts += gable((u + 8, back - 68, u + width - 8, back), tone, 4.5)
            if chance.random() < 0.75:
                side = u + 8 if chance.random() < 0.6 else u + width - 46
                parts += gable((side, v + 25, side + 38, back - 74), tone, 3.2)
            if chance.random() < 0.18:
                blue = _STEEL[int(chance.integers(2))]
                parts.append(flat((u + 50, v + 20, u + width - 20, v + 70), blue, 3.0))
    return parts


def halls(chance: np.random.Generator, frame: Frame, share: float = 0.8) -> List[Part]:
    """Factory halls with ridges and skylights, an office, goods in the yard."""
    u0, v0, u1, v1 = frame
    parts: List[Part] = []
    colour = _STEEL[int(chance.choice(5, p=[0.42, 0.22, 0.2, 0.11, 0.05]))]
    if min(u1 - u0, v1 - v0) < 220:
        return gable((u0 + 15, v0 + 15, u1 - 15, v1 - 15), colour, 6.0)
    columns = max(1, round((u1 - u0) / 520))
    rows = max(1, round((v1 - v0) / 900))
    width, depth = (u1 - u0) / columns, (v1 - v0) / rows
    for row in range(rows):
        for column in range(columns):
            u, v = u0 + column * width, v0 + row * depth
            if chance.random() > share and columns * rows > 1:
                parts += goods(chance, (u + 40, v + 40, u + width - 40, v + depth - 40))
                continue
            hall = (u + 35, v + 0.14 * depth, u + width - 35, v + depth - 30)
            parts += hall_roof(hall, _toned(chance, colour, 0.05))
    office = (u0 + 30, v0 + 20, u0 + min(330, 0.6 * width), v0 + min(130, 0.12 * depth))
    return [*parts, flat(office, (196, 184, 170), 10.0)]


def hall_roof(frame: Frame, colour: Colour) -> List[Part]:
    """One steel roof with two rows of skylights."""
    parts = gable(frame, colour, 9.0)
    u0, v0, u1, v1 = frame
    light = tuple(min(255.0, channel * 1.14 + 14) for channel in colour)
    if v1 - v0 >= u1 - u0:
        for v in _steps(v0, v1, 110):
            strip = (u0 + 0.12 * (u1 - u0), v + 40, u1 - 0.12 * (u1 - u0), v + 56)
            parts.append(flat(strip, light, 0))
    else:
        for u in _steps(u0, u1, 110):
            strip = (u + 40, v0 + 0.12 * (v1 - v0), u + 56, v1 - 0.12 * (v1 - v0))
            parts.append(flat(strip, light, 0))
    group = 1 + int(abs(u0) * 8) + int(abs(v0) * 8) * 1_000_003
    return [part._replace(group=group) for part in parts]


def goods(chance: np.random.Generator, frame: Frame) -> List[Part]:
    """Stacks, containers, lorries in a yard."""
    u0, v0, u1, v1 = frame
    parts = []
    for _ in range(int(max(0, (u1 - u0) * (v1 - v0)) / 60000) + 2):
        u, v = chance.uniform(u0, max(u0 + 1, u1 - 80)), chance.uniform(v0, max(v0 + 1, v1 - 60))
        long_side, short_side = chance.uniform(50, 120), chance.uniform(24, 40)
        colours = ((176, 96, 70), (88, 112, 150), (150, 140, 124), (200, 200, 196), (96, 92, 88))
        size = (long_side, short_side) if chance.random() < 0.5 else (short_side, long_side)
        frame_of = (u, v, u + size[0], v + size[1])
        parts.append(flat(frame_of, colours[int(chance.integers(5))], 3.0))
    return parts


def slabs(chance: np.random.Generator, frame: Frame) -> List[Part]:
    """Rows of apartment blocks."""
    parts: List[Part] = []
    height = float(chance.choice([15.0, 18.0, 18.0, 33.0]))
    roof = _toned(chance, (172, 160, 150), 0.05)
    for v in _steps(frame[1] + 40, frame[3] - 40, 330 + 9 * height):
        for u in _steps(frame[0] + 30, frame[2] - 30, 560):
            parts.append(flat((u + 20, v + 60, u + 520, v + 185), roof, height))
            parts.append(flat((u + 60, v + 100, u + 480, v + 120), (140, 96, 80), 0))
    return parts


def greenhouses(
    chance: np.random.Generator, frame: Frame, span: Optional[Span] = None
) -> List[Part]:
    """Long solar greenhouses from west to east: film in front, a mud wall behind."""
    parts: List[Part] = []
    film = _toned(chance, (204, 212, 218), 0.02)
    for v in _steps(frame[1], frame[3], 190):
        start, end = span(v + 15, v + 138) if span else (frame[0], frame[2])
        end -= chance.uniform(0, 40)
        if end - start < 150:
            continue
        parts.append(flat((start, v + 20, end, v + 118), film, 3.5))
        for u in _steps(start, end, 62):
            parts.append(flat((u, v + 20, u + 10, v + 118), (172, 184, 194), 0))
        parts.append(flat((start, v + 118, end, v + 134), (128, 112, 88), 0))
    return parts


def sheds(chance: np.random.Generator, frame: Frame, span: Optional[Span] = None) -> List[Part]:
    """Long livestock sheds with feed silos."""
    parts: List[Part] = []
    roof = ((92, 124, 168), (190, 192, 192), (150, 96, 80))[int(chance.integers(3))]
    across = frame[2] - frame[0] >= frame[3] - frame[1]
    if across:
        for v in _steps(frame[1], frame[3], 230):
            start, end = span(v + 35, v + 185) if span else (frame[0], frame[2])
            parts += gable((start + 20, v + 40, end - 60, v + 180), roof, 4.5)
            parts.append(flat((end - 50, v + 80, end - 20, v + 110), (222, 222, 220), 7))
    else:
        for u in _steps(frame[0], frame[2], 230):
            parts += gable((u + 40, frame[1] + 30, u + 180, frame[3] - 60), roof, 4.5)
            parts.append(flat((u + 80, frame[3] - 50, u + 110, frame[3] - 20), (222, 222, 220), 7))
    return parts


def panels(chance: np.random.Generator, frame: Frame) -> List[Part]:
    """Rows of photovoltaic panels facing south, with tables of twenty metres."""
    parts: List[Part] = []
    navy = (38 + chance.uniform(-4, 6), 50.0, 88 + chance.uniform(-6, 8))
    for v in _steps(frame[1], frame[3], 75):
        for u in _steps(frame[0], frame[2], 205):
            parts.append(flat((u, v + 12, u + 195, v + 52), navy, 2.2))
    return parts


def foundations(chance: np.random.Generator, frame: Frame) -> List[Part]:
    """A building site: excavations, a started frame, a crane's base, sheds of the workers."""
    u0, v0, u1, v1 = frame
    parts: List[Part] = []
    for v in _steps(v0, v1, 430):
        for u in _steps(u0, u1, 560):
            pit = (u + 60, v + 90, u + 470, v + 300)
            parts.append(flat(pit, (132, 106, 80), 0))
            inner = (pit[0] + 22, pit[1] + 18, pit[2] - 22, pit[3] - 18)
            parts.append(flat(inner, (184, 180, 170), 0))
            for beam in _steps(inner[0], inner[2], 62):
                parts.append(flat((beam, inner[1], beam + 13, inner[3]), (120, 112, 104), 0))
    cabin = (u0 + 20, v0 + 18, u0 + 190, v0 + 62)
    return [*parts, flat(cabin, (92, 132, 186), 3.0), *goods(chance, frame)]
