"""Protected land of the county: red line, basic farmland and urban boundary, as geometry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List

import numpy as np

from ..core.geometry import Polygon
from .chance import rng
from .county import Block, Plan
from .names import CULTIVATED
from .partition import Mesh
from .warp import Bend, lon_lat

RED_LINE_HALF_WIDTH_DM = 2000
_STEP_DM = 9


@dataclass(frozen=True)
class Protected:
    """Cells that are basic farmland, the urban areas and the red line (degrees)."""

    basic_cells: List[int]
    urban: List[Polygon]
    red_line: Polygon


def protect(plan: Plan, mesh: Mesh, bend: Bend) -> Protected:
    """What the plan protects."""
    urban_cells = [
        number
        for number, cell in enumerate(mesh.cells)
        if plan.blocks[cell.block].in_county and _is_urban(plan.blocks[cell.block], cell.tier)
    ]
    urban = [[mesh.degrees[ring] for ring in polygon] for polygon in mesh.union(urban_cells)]
    basic = [
        number
        for number, cell in enumerate(mesh.cells)
        if cell.code in CULTIVATED
        and plan.blocks[cell.block].in_county
        and _is_basic(plan.blocks[cell.block], cell.tier)
    ]
    return Protected(basic, urban, [lon_lat(bend.to_plane(ring)) for ring in _red_line(plan)])


def _is_urban(block: Block, tier: int) -> bool:
    if not block.urban:
        return False
    # In every third block outside the town the boundary runs between the fields.
    return block.kind == "town" or (block.key[0] + block.key[1]) % 3 > 0 or tier < 1


def _is_basic(block: Block, tier: int) -> bool:
    return block.basic == "all" or (block.basic == "lower" and tier == 0)


def _red_line(plan: Plan) -> List[np.ndarray]:
    """A winding band along the river, with enclaves left out."""
    chance = rng(plan.seed, "red line")
    inside = [block.box for block in plan.county_blocks]
    u0, u1 = min(box[0] for box in inside), max(box[2] for box in inside)
    low, high, _ = plan.rows[plan.river_row]
    along = np.arange(u0, u1, _STEP_DM, dtype=float)
    south = low - RED_LINE_HALF_WIDTH_DM - _winding(chance, along)
    north = high + RED_LINE_HALF_WIDTH_DM + _winding(chance, along)
    shell = np.vstack([np.column_stack([along, south]), np.column_stack([along, north])[::-1]])
    holes = []
    for number in range(max(1, int((u1 - u0) / 12000))):
        centre = (u0 + 5000 + number * 12000, high + (650 if number % 2 else 800))
        holes.append(_enclave(chance, centre))
    return [np.vstack([shell, shell[:1]]), *holes]


def _winding(chance: np.random.Generator, along: np.ndarray) -> np.ndarray:
    """Slow bends, small bends, and the roughness of a line traced by hand."""
    total = np.zeros_like(along)
    for reach, length in ((350, 21000), (180, 5200), (50, 1300), (14, 260), (5, 70)):
        total += reach * np.sin(along * 2 * np.pi / length + chance.uniform(0, 6.28))
    return total + chance.uniform(-1.5, 1.5, len(along))


def _enclave(chance: np.random.Generator, centre: tuple) -> np.ndarray:
    angle = np.linspace(0, 2 * np.pi, 400, endpoint=False)
    reach = 330 + 60 * np.sin(3 * angle + chance.uniform(0, 6)) + 8 * np.sin(23 * angle)
    ring = np.column_stack([np.cos(angle), np.sin(angle)]) * reach[:, None] + np.asarray(centre)
    return np.vstack([ring, ring[:1]])[::-1]
