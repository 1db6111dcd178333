"""A partition whose shared edges are shared to the last bit.

Cells are polygons on the integer board. Each axis-parallel edge takes in every corner that lies
on it, so two neighbours walk the same points; a union is what remains when edges walked in both
directions cancel.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Dict, Iterable, List, Sequence, Tuple

import numpy as np

from .warp import Bend, lon_lat

Point = Tuple[int, int]
IndexRing = List[int]
# Below the 70 m at which TD/T 1055 cuts edges, also after bending.
LONGEST_EDGE_DM = 550


@dataclass
class Cell:
    """One land-use polygon on the board: shell counter-clockwise, holes clockwise, not closed.

    ``tier`` counts the rows of fields in a block from the south; a ``strip`` is one such field.
    """

    shell: List[Point]
    code: str
    block: Tuple[int, int]
    tier: int = -1
    strip: bool = False
    slope: bool = False
    holes: List[List[Point]] = field(default_factory=list)


def rectangle(u0: int, v0: int, u1: int, v1: int) -> List[Point]:
    """A counter-clockwise rectangle."""
    return [(u0, v0), (u1, v0), (u1, v1), (u0, v1)]


class Mesh:
    """All cells over one table of vertices: on the board, in zone 39 and in degrees."""

    def __init__(self, cells: Sequence[Cell], bend: Bend) -> None:
        self.cells = list(cells)
        self._number: Dict[Point, int] = {}
        corners = _corners_by_line(self.cells)
        self.rings: List[List[IndexRing]] = [
            [self._walk(ring, corners) for ring in [cell.shell, *cell.holes]] for cell in self.cells
        ]
        self.board = np.array(list(self._number), float)
        self.plane = bend.to_plane(self.board)
        self.degrees = lon_lat(self.plane)

    def _walk(self, ring: List[Point], corners: _Lines) -> IndexRing:
        points: List[Point] = []
        for start, end in zip(ring, ring[1:] + ring[:1]):
            points.append(start)
            points.extend(corners.between(start, end))
        numbers = [self._number.setdefault(point, len(self._number)) for point in points]
        return [*numbers, numbers[0]]

    def union(self, cells: Iterable[int]) -> List[List[IndexRing]]:
        """The union of cells as polygons of index rings; exact, because edges cancel."""
        edges = set()
        for cell in cells:
            for ring in self.rings[cell]:
                edges.update(zip(ring[:-1], ring[1:]))
        rest = {edge for edge in edges if edge[::-1] not in edges}
        return _polygons(_chain(rest, self.board), self.board)


class _Lines:
    """Corners by the axis-parallel line they lie on."""

    def __init__(self) -> None:
        self.rows: Dict[int, List[int]] = defaultdict(list)
        self.columns: Dict[int, List[int]] = defaultdict(list)

    def between(self, start: Point, end: Point) -> List[Point]:
        """Points an edge must have between its ends, in walking order."""
        if start[1] == end[1]:
            row = start[1]
            found = [(u, row) for u in _inside(self.rows[row], start[0], end[0])]
        elif start[0] == end[0]:
            column = start[0]
            found = [(column, v) for v in _inside(self.columns[column], start[1], end[1])]
        else:
            return _cut_slanted(start, end)
        return found


def _inside(values: List[int], start: int, end: int) -> List[int]:
    low, high = min(start, end), max(start, end)
    inner = set(values[bisect_right(values, low) : bisect_left(values, high)])
    first = (low // LONGEST_EDGE_DM + 1) * LONGEST_EDGE_DM
    inner.update(range(first, high, LONGEST_EDGE_DM))
    return sorted(inner, reverse=start > end)


def _cut_slanted(start: Point, end: Point) -> List[Point]:
    low, high = sorted([start, end])
    length = np.hypot(high[0] - low[0], high[1] - low[1])
    count = int(length // LONGEST_EDGE_DM) + 1
    points = [
        (
            low[0] + (high[0] - low[0]) * step // count,
            low[1] + (high[1] - low[1]) * step // count,
        )
        for step in range(1, count)
    ]
    return points if low == start else points[::-1]


def _corners_by_line(cells: Sequence[Cell]) -> _Lines:
    rows: Dict[int, set] = defaultdict(set)
    columns: Dict[int, set] = defaultdict(set)
    for cell in cells:
        for u, v in cell.shell:
            rows[v].add(u)
            columns[u].add(v)
    lines = _Lines()
    lines.rows.update({v: sorted(us) for v, us in rows.items()})
    lines.columns.update({u: sorted(vs) for u, vs in columns.items()})
    return lines


def _chain(edges: set, board: np.ndarray) -> List[IndexRing]:
    """Rings from directed edges; where rings touch in a point, each keeps its own land."""
    following: Dict[int, List[int]] = defaultdict(list)
    for start, end in sorted(edges):
        following[start].append(end)
    rings = []
    for start in sorted(following):
        while following[start]:
            ring = [start, following[start].pop()]
            while ring[-1] != start:
                ring.append(_next(ring[-2], ring[-1], following[ring[-1]], board))
            rings.append(ring)
    return rings


def _next(before: int, here: int, candidates: List[int], board: np.ndarray) -> int:
    if len(candidates) == 1:
        return candidates.pop()
    back = board[before] - board[here]

    def clockwise(candidate: int) -> float:
        ahead = board[candidate] - board[here]
        turn = np.arctan2(back[1], back[0]) - np.arctan2(ahead[1], ahead[0])
        return float(turn % (2 * np.pi))

    best = min(candidates, key=clockwise)
    candidates.remove(best)
    return best


def _polygons(rings: List[IndexRing], board: np.ndarray) -> List[List[IndexRing]]:
    shells = [[ring] for ring in rings if _signed(board[ring]) > 0]
    for hole in (ring for ring in rings if _signed(board[ring]) < 0):
        point = board[hole[0]]
        owners = [shell for shell in shells if contains(board[shell[0]], point)]
        min(owners, key=lambda shell: _signed(board[shell[0]])).append(hole)
    return shells


def _signed(ring: np.ndarray) -> float:
    x, y = ring.T
    return float(np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1])) / 2


def contains(ring: np.ndarray, point: np.ndarray) -> bool:
    """True when the closed ring holds the point (ray casting)."""
    (x0, y0), (x1, y1) = ring[:-1].T, ring[1:].T
    crosses = (y0 > point[1]) != (y1 > point[1])
    at = x0 + (point[1] - y0) * (x1 - x0) / np.where(crosses, y1 - y0, 1)
    return bool(np.count_nonzero(crosses & (at > point[0])) % 2)
