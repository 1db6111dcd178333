"""Villages and towns: streets, plots, and a ragged edge towards the fields."""

from __future__ import annotations

from typing import Dict, List, Tuple

import numpy as np

from .fields import Box, FieldMaker
from .partition import Cell, rectangle

VILLAGE_LANE_DM = 40
TOWN_STREET_DM = 120
_EDGE_PLOTS = ("0404", "0301", "1104", "0702", "08H2", "0809", "0601", "1201", "0102", "0102")
_TOWN_PLOTS: Dict[str, float] = {
    "0701": 0.38,
    "0601": 0.24,
    "05H1": 0.1,
    "08H1": 0.06,
    "08H2": 0.07,
    "0810": 0.06,
    "0508": 0.05,
    "1201": 0.04,
}
_STREET = "1004"


def village(
    chance: np.random.Generator, block: Tuple[int, int], box: Box, maker: FieldMaker
) -> List[Cell]:
    """A village in the middle of ``box``, strips of field around it."""
    u0, v0, u1, v1 = box
    left, bottom, right, top = (int(m) for m in chance.integers(350, 1200, 4))
    inner = (u0 + left, v0 + bottom, u1 - right, v1 - top)
    cells = maker.fill((u0, v0, inner[0], v1), "field", 1, across=True)
    cells += maker.fill((inner[2], v0, u1, v1), "field", 1, across=True)
    cells += maker.fill((inner[0], v0, inner[2], inner[1]), "field", 1)
    cells += maker.fill((inner[0], inner[3], inner[2], v1), "field", 1)
    return cells + _plots(chance, block, inner, VILLAGE_LANE_DM, (560, 860), (420, 620), "village")


def town(chance: np.random.Generator, block: Tuple[int, int], box: Box) -> List[Cell]:
    """A whole block of town."""
    return _plots(chance, block, box, TOWN_STREET_DM, (900, 1500), (900, 1400), "town")


def _plots(
    chance: np.random.Generator,
    block: Tuple[int, int],
    box: Box,
    street: int,
    widths: Tuple[int, int],
    depths: Tuple[int, int],
    kind: str,
) -> List[Cell]:
    u0, v0, u1, v1 = box
    cells: List[Cell] = []
    rows = _slots(chance, v0, v1, depths, street)
    for row, (bottom, top) in enumerate(rows):
        columns = _slots(chance, u0, u1, widths, street)
        for column, (left, right) in enumerate(columns):
            edge = row in (0, len(rows) - 1) or column in (0, len(columns) - 1)
            code = _code(chance, kind, edge)
            cells.append(Cell(rectangle(left, bottom, right, top), code, block))
            if column + 1 < len(columns):
                lane = rectangle(right, bottom, columns[column + 1][0], top)
                cells.append(Cell(lane, _STREET, block))
        if row + 1 < len(rows):
            cells.append(Cell(rectangle(u0, top, u1, rows[row + 1][0]), _STREET, block))
    return cells


def _slots(
    chance: np.random.Generator, start: int, end: int, sizes: Tuple[int, int], gap: int
) -> List[Tuple[int, int]]:
    low, high = sizes
    slots = []
    while end - start >= 2 * low + gap:
        stop = start + int(chance.integers(low, min(high, end - start - low - gap) + 1))
        slots.append((start, stop))
        start = stop + gap
    return [*slots, (start, end)]


def _code(chance: np.random.Generator, kind: str, edge: bool) -> str:
    if kind == "village":
        return str(chance.choice(_EDGE_PLOTS)) if edge and chance.random() < 0.55 else "0702"
    draw = chance.random()
    for code, share in _TOWN_PLOTS.items():
        draw -= share
        if draw < 0:
            return code
    return "0701"
