"""Land for bench/overlay.py: a partition of a square into parcels that share their edges."""

from __future__ import annotations

import math
from typing import Any, Iterator, List, Tuple

import numpy as np

from tuban.core.areas import gauss_unproject

Array = Any
Rings = List[Array]
EAST, NORTH, ZONE = 39_410_000.0, 4_035_000.0, 39
# Long roads and rivers: how many rows of cells are strips, how far apart their points are, how
# many points a feature has (few have many), how steeply that falls off.
ROAD_ROWS, ROAD_SPACING_M = 0.26, 1.5
ROAD_POINTS, ROAD_FALL = (1000, 48_000), 2.5


class Partition:
    """Cells of a warped grid; edges are stored once and used by both neighbours.

    With ``roads`` a quarter of the rows are strips, each of features of 1,000 to 50,000 vertices.
    """

    def __init__(
        self, seed: int, count: int, side: float, spacing: float, thin: float, roads: bool = False
    ) -> None:
        random = self.random = np.random.default_rng(seed)
        self.cells = max(2, round(math.sqrt(count)))
        self.widths, _ = self._widths(side, thin)
        self.heights, strips = self._widths(side, ROAD_ROWS if roads else thin)
        self.roads = strips & roads
        x = EAST - side / 2 + np.append(0, np.cumsum(self.widths))
        y = NORTH - side / 2 + np.append(0, np.cumsum(self.heights))
        near_x = np.minimum(np.append(self.widths, np.inf), np.insert(self.widths, 0, np.inf))
        near_y = np.minimum(np.append(self.heights, np.inf), np.insert(self.heights, 0, np.inf))
        shift = random.uniform(-0.15, 0.15, (2, len(y), len(x)))
        east = x + shift[0] * near_x
        north = y[:, None] + shift[1] * near_y[:, None]
        plane = np.stack([east, north], 2)
        self.nodes = degrees(plane.reshape(-1, 2)).reshape(plane.shape)
        along_road = np.append(self.roads, False) | np.insert(self.roads, 0, False)
        spacings = np.where(along_road, ROAD_SPACING_M, spacing)[:, None]
        self.rows = self._edges(plane[:, :-1], plane[:, 1:], 0, 0.1 * near_y[:, None], spacings)
        self.columns = self._edges(plane[:-1], plane[1:], 1, 0.1 * near_x, np.array(spacing))

    def _widths(self, side: float, thin: float) -> Tuple[Array, Array]:
        """Widths that add up to the side, and which of them are strips."""
        widths = self.random.lognormal(0, 0.35, self.cells) * side / self.cells
        chance = self.random.random(self.cells)
        strips = chance < (np.quantile(chance, thin) if thin == ROAD_ROWS else thin)
        widths[strips] = self.random.uniform(8, 22, strips.sum())
        return widths * side / widths.sum(), strips

    def _edges(
        self, begin: Array, end: Array, axis: int, sway: Array, spacing: Array
    ) -> Tuple[Array, Array]:
        """Points of all edges, both ends included, and where each edge starts."""
        sway, spacing = (np.broadcast_to(one, begin.shape[:2]).ravel() for one in (sway, spacing))
        first, last = (one.reshape(-1, 2) for one in (begin, end))
        run = last - first
        length = np.hypot(*run.T)
        counts = length / spacing * self.random.uniform(0.6, 1.6, len(run))
        counts = np.clip(counts, 5, np.where(spacing > ROAD_SPACING_M, 40, 400))
        counts = counts.astype(int) + 1
        start = np.append(0, np.cumsum(counts))
        edge = np.repeat(np.arange(len(run)), counts)
        share = (np.arange(start[-1]) - start[:-1][edge]) / (counts - 1)[edge]
        swing = sum(
            np.repeat(self.random.uniform(-a, a, len(run)), counts) * np.sin(math.pi * k * share)
            for k, a in ((1, 0.6), (2, 0.35), (3, 0.2), (5, 0.1))
        )
        swing *= np.minimum(sway, 0.1 * length)[edge]
        normal = np.column_stack([-run[:, 1], run[:, 0]]) / length[:, None]
        points = first[edge] + share[:, None] * run[edge] + swing[:, None] * normal[edge]
        points = degrees(points)
        points[start[:-1]] = (
            self.nodes[:, :-1].reshape(-1, 2) if axis == 0 else (self.nodes[:-1].reshape(-1, 2))
        )
        points[start[1:] - 1] = (
            self.nodes[:, 1:].reshape(-1, 2) if axis == 0 else (self.nodes[1:].reshape(-1, 2))
        )
        return points, start

    def ring(self, row: int, first: int, end: int) -> Array:
        """The outline of the cells first … end − 1 of a row."""
        n = self.cells
        below = [self._row_edge(row * n + column) for column in range(first, end)]
        above = [self._row_edge((row + 1) * n + column) for column in range(end - 1, first - 1, -1)]
        right = self._column_edge(row * (n + 1) + end)
        left = self._column_edge(row * (n + 1) + first)
        parts = [
            *(one[:-1] for one in below),
            right[:-1],
            *(one[:0:-1] for one in above),
            left[::-1],
        ]
        return np.concatenate(parts)

    def _row_edge(self, number: int) -> Array:
        points, start = self.rows
        return points[start[number] : start[number + 1]]

    def _column_edge(self, number: int) -> Array:
        points, start = self.columns
        return points[start[number] : start[number + 1]]

    def features(self, ponds: float) -> Iterator[Tuple[Rings, bool]]:
        """(rings, whether it is a strip), in village blocks as a survey numbers them."""
        n, block = self.cells, 25
        corners = [(r, c) for r in range(0, n, block) for c in range(0, n, block)]
        for at in self.random.permutation(len(corners)):
            top, left = corners[at]
            for row in range(top, min(top + block, n)):
                if self.roads[row]:
                    continue
                for column in range(left, min(left + block, n)):
                    yield from self._cell(row, column, ponds)
        for row in np.flatnonzero(self.roads):
            yield from self._road(int(row))

    def _road(self, row: int) -> Iterator[Tuple[Rings, bool]]:
        """A row's cells as long features, each of as many points as chance wants."""
        n, starts = self.cells, self.rows[1]
        points = sum(starts[side * n : (side + 1) * n + 1] for side in (row, row + 1))
        points = points - points[0]
        least, most = ROAD_POINTS
        column = 0
        while column < n:
            wanted = min(most, least * (1 - self.random.random()) ** (-1 / ROAD_FALL))
            if column == 0 and not self.roads[:row].any():
                wanted = most
            # Where edges meet a point is counted twice.
            end = int(np.searchsorted(points, points[column] + wanted * 1.05)) + 1
            if end >= n or points[n] - points[end] < 1.1 * least:
                end = n
            yield [self.ring(row, column, end)], True
            column = end

    def _cell(self, row: int, column: int, ponds: float) -> Iterator[Tuple[Rings, bool]]:
        narrow = min(self.widths[column], self.heights[row])
        rings = [self.ring(row, column, column + 1)]
        if narrow > 45 and self.random.random() < ponds:
            middle = rings[0].mean(axis=0)
            size = narrow * self.random.uniform(0.1, 0.2) / 111_000
            pond = star(self.random, middle, size, int(self.random.integers(20, 45)), 0.2)
            yield [rings[0], pond[::-1]], False
            yield [pond], False
            return
        yield rings, narrow < 28


def degrees(points: Array) -> Array:
    """Longitude and latitude of points in the plane."""
    return np.column_stack(gauss_unproject(points[:, 0], points[:, 1], ZONE))


def star(random: Any, middle: Array, size: float, points: int, rough: float) -> Array:
    """A closed ring round a point whose radius sways by ``rough``: it never crosses itself."""
    angle = np.arange(points) / points * 2 * math.pi
    radius = size * (1 + rough * sway(random, points))
    ring = middle + radius[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
    return np.vstack([ring, ring[:1]])


def sway(random: Any, points: int) -> Array:
    """A periodic noise of at most 1."""
    angle = np.arange(points) / points * 2 * math.pi
    total, mode = np.zeros(points), 2
    while mode < max(6, points / 8):
        total += mode**-1.15 * np.sin(mode * angle + random.uniform(0, 6.28))
        mode = int(mode * 1.35) + 1
    return total / np.abs(total).max()
