"""How ground looks from above: colours and texture per land use and season.

A look is one row of numbers: base colour, the colour difference that texture swings towards,
the wave vector of plough lines, and how strongly each texture acts. ``imagery`` evaluates
base + (Σ strength·texture)·difference for every pixel.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, Tuple

import numpy as np

BEFORE_EPOCH, AFTER_EPOCH = "before", "after"
Colour = Tuple[int, int, int]
WIDTH = 15


@dataclass(frozen=True)
class Surface:
    """Base colour, colour of the texture's crests, and strengths (1 = fully that colour)."""

    base: Colour
    crest: Colour
    row: float = 0.0
    dot: float = 0.0
    fine: float = 0.1
    canopy: float = 0.0
    blotch: float = 0.15
    period_m: float = 4.0
    edge: float = 0.0

    def row_of(self, angle: float, phase: float, tint: float) -> np.ndarray:
        """The look as numbers: plough lines run along ``angle``; ``tint`` scales brightness."""
        base = np.array(self.base) * tint
        k = 2 * np.pi / self.period_m
        return np.array(
            [
                *base,
                *(np.array(self.crest) * tint - base),
                -k * np.sin(angle),
                k * np.cos(angle),
                phase,
                self.row,
                self.dot,
                self.fine,
                self.canopy,
                self.blotch,
                self.edge,
            ],
            np.float32,
        )


# Mid-February: winter wheat is dull and thin, trees are bare, soil is dry.
# Early April: wheat is jointing and bright, fallow is tilled or under film, leaves come out.
_CROPS: Dict[str, Tuple[Tuple[float, Surface, Surface], ...]] = {
    "wheat": (
        (0.34, Surface((116, 113, 84), (140, 128, 98), 0.30, 0, 0.16, 0, 0.32, 3.8, 0.35),
         Surface((98, 120, 74), (120, 138, 92), 0.24, 0, 0.16, 0, 0.26, 3.8, 0.35)),
        (0.27, Surface((128, 118, 90), (152, 136, 108), 0.34, 0, 0.18, 0, 0.36, 4.6, 0.35),
         Surface((88, 112, 70), (112, 131, 86), 0.22, 0, 0.14, 0, 0.3, 4.6, 0.35)),
        (0.17, Surface((106, 111, 78), (130, 126, 94), 0.26, 0, 0.16, 0, 0.3, 5.6, 0.35),
         Surface((108, 128, 80), (130, 146, 98), 0.28, 0, 0.16, 0, 0.28, 5.6, 0.35)),
        (0.16, Surface((150, 132, 106), (172, 152, 124), 0.22, 0, 0.2, 0, 0.35, 6.0, 0.3),
         Surface((164, 143, 114), (188, 167, 138), 0.34, 0, 0.2, 0, 0.4, 6.0, 0.3)),
        (0.06, Surface((142, 126, 100), (160, 146, 118), 0.25, 0, 0.16, 0, 0.3, 3.6, 0.3),
         Surface((170, 168, 156), (212, 212, 206), 0.62, 0, 0.14, 0, 0.2, 3.6, 0.3)),
    ),
}  # fmt: skip
_GRASS = (
    Surface((148, 134, 98), (120, 112, 80), 0, 0, 0.25, 0.25, 0.45),
    Surface((132, 136, 88), (104, 118, 68), 0, 0, 0.25, 0.3, 0.45),
)
_WATER = (
    Surface((66, 82, 80), (84, 98, 94), 0, 0, 0.06, 0, 0.25),
    Surface((62, 88, 84), (82, 108, 98), 0, 0, 0.06, 0, 0.25),
)
_WOOD = (
    Surface((112, 102, 82), (66, 62, 50), 0, 0, 0.2, 0.62, 0.2),
    Surface((92, 108, 62), (52, 72, 38), 0, 0, 0.2, 0.62, 0.2),
)
_YARD = (
    Surface((168, 164, 155), (150, 145, 136), 0, 0, 0.22, 0.1, 0.3),
    Surface((172, 167, 157), (152, 146, 136), 0, 0, 0.22, 0.1, 0.3),
)
_LOTS: Dict[str, Tuple[Surface, Surface]] = {
    "0201": (
        Surface((146, 130, 102), (84, 76, 60), 0, 0.75, 0.15, 0.2, 0.2, 4.6, 0.3),
        Surface((138, 136, 96), (92, 108, 66), 0, 0.75, 0.15, 0.2, 0.2, 4.6, 0.3),
    ),
    "0301": _WOOD,
    "0301K": (
        Surface((128, 114, 90), (76, 70, 56), 0.25, 0.4, 0.18, 0.45, 0.2, 3.6, 0.2),
        Surface((104, 116, 70), (62, 82, 44), 0.25, 0.4, 0.18, 0.45, 0.2, 3.6, 0.2),
    ),
    "0404": _GRASS,
    "0602": (
        Surface((186, 164, 130), (156, 132, 100), 0, 0, 0.25, 0.35, 0.6),
        Surface((190, 167, 132), (158, 134, 100), 0, 0, 0.25, 0.35, 0.6),
    ),
    "0702": (
        Surface((152, 140, 120), (128, 118, 100), 0, 0, 0.3, 0.25, 0.2),
        Surface((150, 142, 116), (122, 120, 92), 0, 0, 0.3, 0.25, 0.2),
    ),
    "0810": (_GRASS[0], Surface((98, 122, 66), (70, 96, 50), 0, 0, 0.2, 0.5, 0.3)),
    "1003": (
        Surface((108, 107, 108), (94, 93, 95), 0, 0, 0.16, 0, 0.2),
        Surface((110, 109, 110), (96, 95, 97), 0, 0, 0.16, 0, 0.2),
    ),
    "1004": (
        Surface((172, 166, 154), (154, 147, 134), 0, 0, 0.25, 0, 0.3),
        Surface((174, 168, 156), (156, 149, 136), 0, 0, 0.25, 0, 0.3),
    ),
    "1006": (
        Surface((190, 180, 160), (168, 155, 132), 0, 0, 0.3, 0, 0.5),
        Surface((194, 184, 164), (170, 158, 134), 0, 0, 0.3, 0, 0.5),
    ),
    "1101": _WATER,
    "1107": (
        Surface((104, 98, 74), (76, 80, 66), 0, 0, 0.3, 0.4, 0.4),
        Surface((96, 108, 66), (66, 84, 56), 0, 0, 0.3, 0.4, 0.4),
    ),
    "1109": _GRASS,
    "1201": (
        Surface((166, 150, 124), (140, 126, 100), 0, 0, 0.3, 0.3, 0.5),
        Surface((160, 150, 118), (128, 126, 88), 0, 0, 0.3, 0.3, 0.5),
    ),
    "1202": (
        Surface((156, 144, 120), (136, 126, 104), 0, 0, 0.25, 0, 0.3),
        Surface((152, 146, 116), (128, 128, 92), 0, 0, 0.25, 0, 0.3),
    ),
    "1206": (
        Surface((182, 164, 134), (160, 140, 112), 0, 0, 0.3, 0.2, 0.5),
        Surface((184, 166, 136), (160, 142, 112), 0, 0, 0.3, 0.2, 0.5),
    ),
    "yard": _YARD,
    "bare": (
        Surface((176, 152, 118), (146, 122, 92), 0, 0, 0.3, 0.35, 0.7),
        Surface((182, 158, 122), (150, 126, 94), 0, 0, 0.3, 0.35, 0.7),
    ),
    "asphalt": (
        Surface((84, 84, 87), (74, 74, 77), 0, 0, 0.12, 0, 0.1),
        Surface((80, 80, 84), (70, 70, 74), 0, 0, 0.12, 0, 0.1),
    ),
    "concrete": (
        Surface((206, 203, 194), (190, 186, 176), 0, 0, 0.2, 0, 0.2),
        Surface((212, 209, 200), (194, 190, 180), 0, 0, 0.2, 0, 0.2),
    ),
    "clay": (
        Surface((196, 158, 112), (162, 122, 82), 0, 0, 0.25, 0.5, 0.8),
        Surface((200, 162, 114), (164, 124, 84), 0, 0, 0.25, 0.5, 0.8),
    ),
    "saplings": (
        Surface((150, 132, 104), (112, 100, 78), 0.1, 0.5, 0.15, 0, 0.3, 5.0, 0.3),
        Surface((172, 148, 114), (96, 112, 62), 0.1, 0.6, 0.15, 0, 0.3, 5.0, 0.3),
    ),
}
_SAME_AS = {
    "0102": "wheat",
    "0103": "wheat",
    "0201K": "0201",
    "0307": "0301K",
    "1104": "1101",
    "1104A": "1101",
    "1107A": "1101",
    "0601": "yard",
    "0508": "yard",
    "0701": "yard",
    "05H1": "yard",
    "08H1": "yard",
    "08H2": "yard",
    "0809": "yard",
    "09": "0404",
}


def look(
    name: str, chance: np.random.Generator, angle: float = 0.0
) -> Tuple[np.ndarray, np.ndarray]:
    """The looks before and after of one piece of ground; the land use stays what it is."""
    kind = _SAME_AS.get(name, name)
    draw, tint, phase = chance.random(), chance.normal(1.0, 0.035), chance.uniform(0, 6.28)
    later = tint * chance.normal(1.0, 0.025)
    if kind == "wheat":
        before, after = _crop(draw)
    else:
        before, after = _LOTS[kind]
    return before.row_of(angle, phase, tint), after.row_of(angle, phase, later)


def _crop(draw: float) -> Tuple[Surface, Surface]:
    for share, before, after in _CROPS["wheat"]:
        draw -= share
        if draw < 0:
            return before, after
    return _CROPS["wheat"][0][1:]
