"""The plan of the county on the board: roads, blocks, towns, villages, who borders whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, Iterator, List, Tuple

import numpy as np

from .chance import rng
from .fields import Box, FieldMaker
from .partition import Cell, rectangle
from .settlement import town, village

Key = Tuple[int, int]
Stack = Tuple[Tuple[str, int], ...]


@dataclass(frozen=True)
class Size:
    """How large a county is; ``ring`` blocks around it are landscape without records."""

    columns: int
    rows: int
    ring: int
    strip_dm: Tuple[int, int]
    tiers: Tuple[int, int]
    pixel_m: float
    village_spacing: int


FULL = Size(17, 16, 1, (145, 272), (2, 3), 1.0, 2)
SMALL = Size(5, 4, 0, (1100, 1700), (2, 2), 4.0, 4)


@dataclass(frozen=True)
class Line:
    """A road, river or ditch right across the board; where two cross the higher rank goes on."""

    rank: int
    stack: Stack

    @property
    def width(self) -> int:
        """Width over all parts, in decimetres."""
        return sum(width for _, width in self.stack)


RIVER = Line(3, (("1109", 70), ("1101", 560), ("1109", 70)))
CANAL = Line(2, (("1107A", 150), ("1006", 40)))
HIGHWAY = Line(6, (("0301", 40), ("1003", 200), ("0301", 40)))
COUNTY_ROAD = Line(5, (("0301", 35), ("1003", 110), ("0301", 35)))
_RURAL: Tuple[Stack, ...] = (
    (("1006", 45),),
    (("1107", 30), ("1006", 45)),
    (("0301", 40), ("1006", 40)),
    (("1107", 45),),
)


@dataclass
class Block:
    """The land between four lines."""

    key: Key
    box: Box
    kind: str
    in_county: bool
    town: int
    village: int = 0
    urban: bool = False
    basic: str = "none"
    host: str = ""
    tiers: int = 2


class Plan:
    """Lines and blocks of one county; ``draw`` turns them into cells."""

    def __init__(self, seed: int, size: Size) -> None:
        self.seed, self.size = seed, size
        chance = rng(seed, "plan")
        across, along = size.columns + 2 * size.ring, size.rows + 2 * size.ring
        self.vertical = _lines(chance, across, {across * 2 // 3: HIGHWAY, across // 4: COUNTY_ROAD})
        self.horizontal = _lines(
            chance,
            along,
            {along // 3: RIVER, along // 2 + 1: COUNTY_ROAD, along * 3 // 4: CANAL},
            rank=1,
        )
        self.columns = _positions(chance, self.vertical, (5000, 6000))
        self.rows = _positions(chance, self.horizontal, (3900, 4700))
        self.river_row = along // 3
        self.blocks: Dict[Key, Block] = {}
        for column in range(across):
            for row in range(along):
                self.blocks[column, row] = self._block(column, row)
        self._settle(chance)

    @property
    def extent(self) -> Box:
        """The whole board, landscape included."""
        return 0, 0, self.columns[-1][2], self.rows[-1][2]

    @property
    def county_blocks(self) -> List[Block]:
        """Blocks that belong to the county."""
        return [block for block in self.blocks.values() if block.in_county]

    def _block(self, column: int, row: int) -> Block:
        box = (
            self.columns[column][1],
            self.rows[row][1],
            self.columns[column][2],
            self.rows[row][2],
        )
        size = self.size
        inner_c, inner_r = column - size.ring, row - size.ring
        inside = 0 <= inner_c < size.columns and 0 <= inner_r < size.rows
        if size.ring:
            # Steps in the outline: a county is no rectangle.
            corner = min(inner_c, size.columns - 1 - inner_c) + min(
                inner_r, size.rows - 1 - inner_r
            )
            inside = inside and corner > 1
        east = inner_c + (inner_r % 3 == 0) > size.columns // 2
        north = inner_r + (inner_c % 4 == 0) > size.rows // 2
        return Block((column, row), box, "field", inside, int(east) + 2 * int(north))

    def _settle(self, chance: np.random.Generator) -> None:
        self._towns()
        self._villages(chance)
        kinds = ["field", "dry", "orchard", "nursery", "sheds", "ponds"]
        shares = [0.72, 0.06, 0.08, 0.05, 0.05, 0.04]
        for block in self.blocks.values():
            block.tiers = int(chance.integers(self.size.tiers[0], self.size.tiers[1] + 1))
            if block.kind == "field" and not block.urban:
                block.kind = str(chance.choice(kinds, p=shares))
                if block.key[0] <= self.size.ring + 1 and self.size.ring:
                    block.kind = "slope"
            arable = block.kind in ("field", "dry", "slope", "orchard", "nursery")
            share = 0.85 if arable else 0.5 * (block.kind == "village")
            if not block.urban and chance.random() < share:
                block.basic = "all"

    def _towns(self) -> None:
        size = self.size
        if size.ring:
            # Away from the river, where nothing may be approved.
            seats = (
                (size.columns * 2 // 3, size.rows * 2 // 3, 1),
                (5, 2, 0),
                (14, 3, 0),
            )
        else:
            seats = ((size.columns - 1, size.rows - 1, 0),)
        for column, row, reach in seats:
            for block in self.blocks.values():
                distance = max(abs(block.key[0] - column), abs(block.key[1] - row))
                if distance <= reach:
                    block.kind, block.urban = "town", True
                elif distance == reach + 1:
                    block.urban = True

    def _villages(self, chance: np.random.Generator) -> None:
        keys = list(self.blocks)
        chosen: List[Key] = []
        for number in chance.permutation(len(keys)):
            block = self.blocks[keys[number]]
            near = any(
                max(abs(block.key[0] - c), abs(block.key[1] - r)) < self.size.village_spacing
                for c, r in chosen
            )
            if block.kind == "field" and not block.urban and not near:
                block.kind = "village"
                chosen.append(block.key)
        chosen.sort()
        for block in self.blocks.values():
            block.village = min(
                range(len(chosen)),
                key=lambda n: (
                    abs(block.key[0] - chosen[n][0]) + abs(block.key[1] - chosen[n][1]),
                    n,
                ),
            )

    def draw(self) -> List[Cell]:
        """Every cell of the board, block by block."""
        cells: List[Cell] = []
        for block in self.blocks.values():
            cells += self._line_cells(block)
            cells += self._fill(block)
        return cells

    def _fill(self, block: Block) -> List[Cell]:
        chance = rng(self.seed, "fill", block.key)
        maker = FieldMaker(chance, block.key, self.size.strip_dm)
        if block.kind == "village":
            return village(chance, block.key, block.box, maker)
        if block.kind == "town":
            return town(chance, block.key, block.box)
        if block.kind == "barracks":
            return [Cell(rectangle(*block.box), "09", block.key)]
        across = block.kind != "plain" and bool(chance.random() < 0.15)
        return maker.fill(block.box, block.kind, block.tiers, across)

    def _line_cells(self, block: Block) -> Iterator[Cell]:
        """Its left and its lower line; their crossing goes with the higher rank."""
        column, row = block.key
        left, lower = self.vertical[column], self.horizontal[row]
        u0, v0 = self.columns[column][0], self.rows[row][0]
        _, _, u1, v1 = block.box
        inner_u, inner_v = block.box[0], block.box[1]
        lower_wins = lower.rank >= left.rank
        start_v = inner_v if lower_wins else v0
        start_u = u0 if lower_wins else inner_u
        at = u0
        for code, width in left.stack:
            yield Cell(rectangle(at, start_v, at + width, v1), code, block.key)
            at += width
        at = v0
        for code, width in lower.stack:
            yield Cell(rectangle(start_u, at, u1, at + width), code, block.key)
            at += width


def _lines(
    chance: np.random.Generator, count: int, fixed: Dict[int, Line], rank: int = 0
) -> List[Line]:
    rural = [_RURAL[int(chance.choice(4, p=[0.35, 0.3, 0.25, 0.1]))] for _ in range(count)]
    return [fixed.get(number, Line(rank, stack)) for number, stack in enumerate(rural)]


def _positions(
    chance: np.random.Generator, lines: List[Line], sizes: Tuple[int, int]
) -> List[Tuple[int, int, int]]:
    """(line start, line end = block start, block end) for each column or row."""
    at, positions = 0, []
    for line in lines:
        start = at + line.width
        at = start + int(chance.integers(sizes[0], sizes[1] + 1))
        positions.append((start - line.width, start, at))
    return positions
