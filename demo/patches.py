"""The issued patches: a footprint for every scenario, solved where a figure must be exact."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Callable, Dict, List, Sequence, Tuple

import numpy as np

from ..core import areas
from . import shapes
from .chance import rng
from .county import Block, Key, Plan
from .names import COUNTY_CODE, CULTIVATED
from .overlap import Land
from .partition import IndexRing, Mesh
from .protected import Protected
from .scenarios import MILITARY, Scenario
from .warp import Bend, lon_lat

M2_PER_MU = 2000 / 3
_MARGIN_DM = 220
ROAD_WIDTH_DM = {"highway": 120.0, "lane": 55.0}


@dataclass
class Site:
    """One patch: on the board, in zone 39 and in degrees, with the approvals drawn round it."""

    number: str
    scenario: Scenario
    block: Block
    board: np.ndarray
    plane: np.ndarray
    degrees: np.ndarray
    approvals: Dict[str, np.ndarray] = field(default_factory=dict)

    @property
    def frame(self) -> shapes.Frame:
        """Box round the patch on the board."""
        return shapes.frame_of(self.board)

    @property
    def area_m2(self) -> float:
        """Official area."""
        return areas.polygon_area_m2([self.degrees])


def ordinary_land(sites: Sequence[Site]) -> List[Site]:
    """The land patches that are not military."""
    return [one for one in sites if not (one.scenario is MILITARY or one.scenario.is_mineral)]


class SiteMaker:
    """Makes the sites of one county."""

    def __init__(self, plan: Plan, mesh: Mesh, bend: Bend, protected: Protected) -> None:
        self._plan, self._mesh, self._bend, self._protected = plan, mesh, bend, protected
        self._cells: Dict[Key, List[int]] = {}
        for number, cell in enumerate(mesh.cells):
            self._cells.setdefault(cell.block, []).append(number)
        self._red_line = Land([protected.red_line])

    def make(self, hosted: Dict[Key, Scenario]) -> List[Site]:
        """All sites, land patches first in the order of their numbers, then mineral ones."""
        chance = rng(self._plan.seed, "numbers")
        keys = sorted(hosted)
        keys = [keys[n] for n in chance.permutation(len(keys))]
        land = [key for key in keys if not hosted[key].is_mineral]
        mineral = [key for key in keys if hosted[key].is_mineral]
        sites = [
            self._site(key, hosted[key], f"{COUNTY_CODE}04{serial:06d}")
            for serial, key in enumerate(land, start=1)
        ]
        return sites + [
            self._site(key, hosted[key], f"K{COUNTY_CODE}04{serial:06d}")
            for serial, key in enumerate(mineral, start=1)
        ]

    def _site(self, key: Key, scenario: Scenario, number: str) -> Site:
        chance = rng(self._plan.seed, "site", key)
        block = self._plan.blocks[key]
        if scenario.shape == "whole":
            ring = self._whole_fields(chance, block, scenario)
            board, plane = self._mesh.board[ring], self._mesh.plane[ring]
        else:
            board = self._drawn(chance, block, scenario)
            plane = self._bend.to_plane(board)
        site = Site(number, scenario, block, board, plane, lon_lat(plane))
        site.approvals = self._approvals(chance, site)
        return site

    def _whole_fields(
        self, chance: np.random.Generator, block: Block, scenario: Scenario
    ) -> IndexRing:
        """Outline of neighbouring strips of one tier, about as large as wanted."""
        wanted_m2 = chance.uniform(*scenario.mu) * M2_PER_MU
        tier = int(chance.integers(block.tiers))
        cells = self._mesh.cells
        strips = [n for n in self._cells[block.key] if cells[n].strip and cells[n].tier == tier]
        first = int(chance.integers(max(1, len(strips) - 3)))
        chosen: List[int] = []
        for number in strips[first:]:
            chosen.append(number)
            (polygon,) = self._mesh.union(chosen)
            if areas.polygon_area_m2([self._mesh.degrees[polygon[0]]]) >= wanted_m2:
                break
        return polygon[0]

    def _drawn(self, chance: np.random.Generator, block: Block, scenario: Scenario) -> np.ndarray:
        if scenario.threshold:
            return self._solved(chance, block, scenario)
        if scenario is MILITARY:
            return shapes.quad(chance, _placed(chance, block, 700, 700))
        m2 = chance.uniform(*scenario.mu) * M2_PER_MU
        if scenario.shape == "road":
            width = ROAD_WIDTH_DM[scenario.painter]
            frame = _placed(chance, block, width + 90, m2 * 100 / width)
            return shapes.road(chance, frame, width)
        ratio = chance.uniform(0.65, 1.5)
        m2 *= 1.3 if scenario.shape == "ell" else 1.06
        width = 10 * np.sqrt(m2 * ratio)
        frame = _placed(chance, block, width, 100 * m2 / width)
        if scenario.where == "river":
            # Half in, half out of the band along the river.
            lower = block.box[1] + 2000 - 0.5 * (frame[3] - frame[1])
            frame = (frame[0], lower, frame[2], lower + frame[3] - frame[1])
        return (shapes.ell if scenario.shape == "ell" else shapes.quad)(chance, frame)

    def _solved(self, chance: np.random.Generator, block: Block, scenario: Scenario) -> np.ndarray:
        """A quad whose lower side is moved until the figure is the one wanted."""
        target_m2 = round(float(scenario.threshold.mu) * M2_PER_MU, 2)
        width = {"20.00": 1150, "19.99": 1150, "10.00": 850, "9.99": 850}.get(
            scenario.threshold.mu, 620
        )
        u0 = block.box[0] + chance.uniform(900, block.box[2] - block.box[0] - width - 900)
        top, land, start = self._stage(block, scenario, target_m2, width)
        slant = chance.uniform(-25, 25, 4)

        def ring(bottom: float) -> np.ndarray:
            return shapes.closed(
                [
                    (u0 + slant[0], bottom),
                    (u0 + width + slant[1], bottom + slant[2]),
                    (u0 + width + slant[3], top),
                    (u0, top - 20),
                ]
            )

        def figure(bottom: float) -> float:
            return land.shared_m2([[lon_lat(self._bend.to_plane(ring(bottom)))]])

        return ring(_bisect(figure, target_m2, block.box[1] + 60.0, start))

    def _stage(
        self, block: Block, scenario: Scenario, target_m2: float, width: float
    ) -> Tuple[float, Land, float]:
        """(upper side, the land that counts, highest lower side) for a threshold patch."""
        u0, v0, u1, v1 = block.box
        lane = next(
            self._mesh.cells[n]
            for n in self._cells[block.key]
            if self._mesh.cells[n].code == "1006"
            and self._mesh.cells[n].shell[0][1] > v0
            and self._mesh.cells[n].shell[1][0] - self._mesh.cells[n].shell[0][0] > 2000
        )
        lane_top = lane.shell[2][1]
        if scenario.threshold.figure == "生态保护红线":
            box = [lon_lat(self._bend.to_plane(shapes.box_ring((u0, v0, u1, v1))))]
            return v0 + 2900.0, self._red_line.within([box]), v0 + 2800.0
        if scenario.threshold.figure == "永久基本农田":
            cells = set(self._protected.basic_cells) & set(self._cells[block.key])
            return lane_top + 260.0, self._land(sorted(cells)), lane_top - 0.0
        cells = [n for n in self._cells[block.key] if self._mesh.cells[n].code in CULTIVATED]
        # A third of the wanted land lies above the lane.
        above = target_m2 / 3 * 100 / width
        return lane_top + above, self._land(cells), lane_top + above - 100

    def _land(self, cells: List[int]) -> Land:
        return Land(
            [[self._mesh.degrees[ring] for ring in polygon] for polygon in self._mesh.union(cells)]
        )

    def _approvals(self, chance: np.random.Generator, site: Site) -> Dict[str, np.ndarray]:
        """Extents in degrees by layer; supply lies inside conversion."""
        share = chance.uniform(0.4, 0.6)
        margin = chance.uniform(60, 150)
        approvals = {}
        for layer, extent in site.scenario.approvals:
            frame = site.frame if extent == "whole" else shapes.half(site.frame, share)
            frame = shapes.grown(frame, margin if layer != "供地" else margin - 25)
            approvals[layer] = lon_lat(self._bend.to_plane(shapes.box_ring(frame)))
        return approvals


def _placed(chance: np.random.Generator, block: Block, width: float, depth: float) -> shapes.Frame:
    """A frame of this size somewhere in the block, narrowed if it doesn't fit."""
    u0, v0, u1, v1 = shapes.grown(tuple(float(x) for x in block.box), -_MARGIN_DM)
    if depth > v1 - v0:
        width, depth = width * depth / (v1 - v0), v1 - v0
    width = min(width, u1 - u0)
    left = chance.uniform(u0, u1 - width) if u1 - u0 > width else u0
    lower = chance.uniform(v0, v1 - depth) if v1 - v0 > depth else v0
    return left, lower, left + width, lower + depth


def _bisect(figure: Callable[[float], float], target: float, low: float, high: float) -> float:
    """The side at which ``figure``, falling from ``low`` to ``high``, is the target."""
    if not figure(high) <= target <= figure(low):
        raise ValueError("the figure wanted lies outside what the block can give")
    for _ in range(48):
        middle = (low + high) / 2
        if figure(middle) >= target:
            low = middle
        else:
            high = middle
        if high - low < 1e-5:
            break
    return low
