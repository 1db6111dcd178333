"""Field blocks: tiers of narrow strips, lanes between them, islands in some."""

from __future__ import annotations

from typing import Dict, List, Tuple

import numpy as np

from .partition import Cell, Point, rectangle

Box = Tuple[int, int, int, int]
# Land-use shares by the character of a block; what is missing to 1 is 0102.
STYLES: Dict[str, Dict[str, float]] = {
    "plain": {},
    "field": {"0201K": 0.015, "0301K": 0.02, "1104": 0.008, "1202": 0.008, "0404": 0.012},
    "host": {"0201K": 0.02, "0301K": 0.03, "0404": 0.015},
    "dry": {"0103": 0.75, "0404": 0.05, "0201": 0.03},
    "slope": {"0103": 0.9, "0404": 0.05},
    "orchard": {"0201": 0.5, "0201K": 0.2},
    "nursery": {"0301K": 0.45, "0307": 0.1},
    "sheds": {"1202": 0.6},
    "ponds": {"1104A": 0.6, "0404": 0.05},
    "waste": {"0404": 0.8, "1206": 0.2},
    "mining": {"0602": 0.12, "1206": 0.3, "0404": 0.3},
}
LANE_DM = 35
_ISLANDS = ("0301", "1104", "0404", "1206", "0809")
_ISLAND_SHARE = 0.07


class FieldMaker:
    """Fills boxes of one block with strips; ``strip_dm`` is the range of their width."""

    def __init__(
        self, chance: np.random.Generator, block: Tuple[int, int], strip_dm: Tuple[int, int]
    ) -> None:
        self._chance = chance
        self._block = block
        self._strip_dm = strip_dm

    def fill(self, box: Box, style: str, tiers: int, across: bool = False) -> List[Cell]:
        """Cells that fill ``box``; ``across`` lays the strips east-west instead."""
        u0, v0, u1, v1 = _swapped(box) if across else box
        cells: List[Cell] = []
        bottoms = self._tier_bottoms(v0, v1, tiers)
        for tier, (bottom, top) in enumerate(bottoms):
            cells += self._strips((u0, bottom, u1, top), style, tier)
            if tier + 1 < len(bottoms):
                lane = "1006" if style == "plain" or self._chance.random() < 0.6 else "1107"
                lane_box = rectangle(u0, top, u1, bottoms[tier + 1][0])
                cells.append(Cell(lane_box, lane, self._block, tier + 1))
        return [_turned(cell) for cell in cells] if across else cells

    def _tier_bottoms(self, v0: int, v1: int, tiers: int) -> List[Tuple[int, int]]:
        depth = (v1 - v0 - LANE_DM * (tiers - 1)) // tiers
        wobble = [int(self._chance.integers(-150, 150)) for _ in range(tiers - 1)]
        lanes = [
            v0 + (tier + 1) * depth + tier * LANE_DM + wobble[tier] for tier in range(tiers - 1)
        ]
        starts = [v0, *(lane + LANE_DM for lane in lanes)]
        return list(zip(starts, [*lanes, v1]))

    def _strips(self, box: Box, style: str, tier: int) -> List[Cell]:
        u0, v0, u1, v1 = box
        below = self._dividers(u0, u1)
        slant = int(self._chance.integers(-45, 46))
        above = [u0, *(u + slant + int(self._chance.integers(-8, 9)) for u in below[1:-1]), u1]
        cells: List[Cell] = []
        for left in range(len(below) - 1):
            right = left + 1
            ring = [(below[left], v0), (below[right], v0), (above[right], v1), (above[left], v1)]
            cell = Cell(ring, self._code(style), self._block, tier, True, style == "slope")
            cells.append(cell)
            cells += self._islands(cell, style)
        return cells

    def _dividers(self, u0: int, u1: int) -> List[int]:
        low, high = self._strip_dm
        dividers = [u0]
        while u1 - dividers[-1] >= 2 * low:
            widest = min(high, u1 - dividers[-1] - low)
            dividers.append(dividers[-1] + int(self._chance.integers(low, widest + 1)))
        return [*dividers, u1]

    def _code(self, style: str) -> str:
        draw = self._chance.random()
        for code, share in STYLES[style].items():
            draw -= share
            if draw < 0:
                return code
        return "0102"

    def _islands(self, cell: Cell, style: str) -> List[Cell]:
        if style == "plain" or self._chance.random() > _ISLAND_SHARE:
            return []
        (u0, v0), (u1, _), (u2, v1), (u3, _) = cell.shell
        room = (min(u1, u2) - max(u0, u3)) // 2 - 25
        if room < 40 or v1 - v0 < 4 * room:
            return []
        centre = ((u0 + u1 + u2 + u3) // 4, (v0 + v1) // 2)
        blob = _blob(self._chance, centre, min(room, 110))
        cell.holes.append(blob[::-1])
        return [Cell(blob, str(self._chance.choice(_ISLANDS)), self._block, cell.tier)]


def _blob(chance: np.random.Generator, centre: Point, radius: int) -> List[Point]:
    count = int(chance.integers(9, 14))
    angles = (np.arange(count) + chance.uniform(0, 0.5, count)) * 2 * np.pi / count
    reach = chance.uniform(0.6, 1.0, count) * radius
    return [
        (centre[0] + int(r * np.cos(a)), centre[1] + int(r * np.sin(a)))
        for r, a in zip(reach, angles)
    ]


def _swapped(box: Box) -> Box:
    return box[1], box[0], box[3], box[2]


def _turned(cell: Cell) -> Cell:
    cell.shell = [(v, u) for u, v in cell.shell][::-1]
    cell.holes = [[(v, u) for u, v in hole][::-1] for hole in cell.holes]
    return cell
