"""Points that are nearly one become one, so that a cut is exact. Plain arithmetic, metres.

Only what cuts is moved, never the outline that is cut: parcels keep the vertices they had.
"""

from __future__ import annotations

from typing import List, Sequence, Tuple

import numpy as np

from ..geometry import Box, Ring


def snapped(
    lines: Sequence[Ring], rings: Sequence[Ring], tolerance: float
) -> Tuple[List[Ring], List[Ring]]:
    """Lines moved onto the outline where they are near it; both with the points they share.

    A point of a line near a vertex of the outline becomes that vertex; near an edge it moves
    onto the edge, which gets the point. A vertex that a line passes becomes a point of the line.
    """
    corners = np.concatenate([ring[:-1] for ring in rings])
    moved = [_onto_points(line, corners, tolerance) for line in lines]
    moved = [_onto_edges(line, rings, tolerance) for line in moved]
    moved = [_without_repeats(with_points(line, corners, tolerance)) for line in moved]
    touching = np.concatenate(moved) if moved else np.empty((0, 2))
    return moved, [with_points(ring, touching, tolerance) for ring in rings]


def with_points(line: Ring, points: Ring, tolerance: float) -> Ring:
    """The line with those of ``points`` that lie on one of its edges, in their order on it."""
    if not len(points):
        return line
    points = np.unique(points, axis=0)
    parts = []
    for start, end in zip(line[:-1], line[1:]):
        parts.append(start[None, :])
        parts.append(_between(start, end, points, tolerance))
    return np.vstack([*parts, line[-1:]])


def _between(start: Ring, end: Ring, points: Ring, tolerance: float) -> Ring:
    low, high = np.minimum(start, end) - tolerance, np.maximum(start, end) + tolerance
    near = points[((points >= low) & (points <= high)).all(axis=1)]
    share, distance = _along(start, end, near)
    length = float(np.hypot(*(end - start)))
    inner = (share * length > tolerance) & ((1 - share) * length > tolerance)
    chosen = inner & (distance <= tolerance)
    between: Ring = near[chosen][np.argsort(share[chosen], kind="stable")]
    return between


def _along(start: Ring, end: Ring, points: Ring) -> Tuple[Ring, Ring]:
    """Where on the edge the points are (0 … 1), and how far from it."""
    step = end - start
    square = float(step @ step)
    share = ((points - start) @ step) / square if square else np.zeros(len(points))
    foot = start + np.clip(share, 0, 1)[:, None] * step
    return share, np.hypot(*(points - foot).T)


def _onto_points(line: Ring, corners: Ring, tolerance: float) -> Ring:
    moved = line.copy()
    for index, point in enumerate(line):
        distance = np.hypot(*(corners - point).T)
        nearest = int(distance.argmin())
        if distance[nearest] <= tolerance:
            moved[index] = corners[nearest]
    return moved


def _onto_edges(line: Ring, rings: Sequence[Ring], tolerance: float) -> Ring:
    starts = np.concatenate([ring[:-1] for ring in rings])
    steps = np.concatenate([np.diff(ring, axis=0) for ring in rings])
    squares = (steps**2).sum(axis=1)
    moved = line.copy()
    for index, point in enumerate(line):
        share = np.clip(((point - starts) * steps).sum(axis=1) / squares, 0, 1)
        feet = starts + share[:, None] * steps
        distance = np.hypot(*(feet - point).T)
        nearest = int(distance.argmin())
        if 0 < distance[nearest] <= tolerance and 0 < share[nearest] < 1:
            moved[index] = feet[nearest]
    return moved


def _without_repeats(line: Ring) -> Ring:
    kept: Ring = line[np.concatenate([[True], (line[1:] != line[:-1]).any(axis=1)])]
    return kept


def runs_near(line: Ring, near: Box) -> List[Ring]:
    """The parts of a line whose edges may come into a box."""
    left, bottom, right, top = near
    low, high = np.minimum(line[:-1], line[1:]), np.maximum(line[:-1], line[1:])
    meets = (
        (low[:, 0] <= right) & (high[:, 0] >= left) & (low[:, 1] <= top) & (high[:, 1] >= bottom)
    )
    edges = np.flatnonzero(meets)
    if not len(edges):
        return []
    groups = np.split(edges, np.flatnonzero(np.diff(edges) > 1) + 1)
    return [line[group[0] : group[-1] + 2] for group in groups]


def inside(polygon: Sequence[Ring], x: float, y: float) -> bool:
    """True for a point inside the shell and outside the holes; even-odd over all rings."""
    crossings = 0
    for ring in polygon:
        (x1, y1), (x2, y2) = ring[:-1].T, ring[1:].T
        spans = (y1 > y) != (y2 > y)
        at = x1[spans] + (y - y1[spans]) / (y2[spans] - y1[spans]) * (x2[spans] - x1[spans])
        crossings += int((at > x).sum())
    return crossings % 2 == 1
