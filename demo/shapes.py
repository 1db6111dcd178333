"""Footprints on the board: closed float rings in decimetres."""

from __future__ import annotations

from typing import List, Sequence, Tuple

import numpy as np

Frame = Tuple[float, float, float, float]
_EDGE_DM = 300.0


def closed(points: Sequence[Sequence[float]]) -> np.ndarray:
    """A closed ring with points at most 30 m apart, so that it bends with the land."""
    corners = np.asarray(points, float)
    ring: List[np.ndarray] = []
    for start, end in zip(corners, np.roll(corners, -1, axis=0)):
        count = int(np.hypot(*(end - start)) // _EDGE_DM) + 1
        ring.extend(start + (end - start) * step / count for step in range(count))
    return np.array([*ring, ring[0]])


def frame_of(ring: np.ndarray) -> Frame:
    """(u0, v0, u1, v1) round a ring."""
    (u0, v0), (u1, v1) = ring.min(axis=0), ring.max(axis=0)
    return float(u0), float(v0), float(u1), float(v1)


def box_ring(frame: Frame) -> np.ndarray:
    """A frame as a closed ring."""
    u0, v0, u1, v1 = frame
    return closed([(u0, v0), (u1, v0), (u1, v1), (u0, v1)])


def quad(chance: np.random.Generator, frame: Frame) -> np.ndarray:
    """Four corners, none exactly where a ruler would put it; sometimes one is cut off."""
    u0, v0, u1, v1 = frame
    wobble = chance.uniform(0, min(60, 0.1 * min(u1 - u0, v1 - v0)), (4, 2))
    inward = np.array([(1, 1), (-1, 1), (-1, -1), (1, -1)])
    corners = np.array([(u0, v0), (u1, v0), (u1, v1), (u0, v1)]) + wobble * inward
    if chance.random() < 0.35:
        cut = chance.uniform(0.15, 0.3)
        first = corners[2] + (corners[1] - corners[2]) * cut
        second = corners[2] + (corners[3] - corners[2]) * cut
        return closed([corners[0], corners[1], first, second, corners[3]])
    return closed(corners)


def ell(chance: np.random.Generator, frame: Frame) -> np.ndarray:
    """An L: a quarter of the frame is missing."""
    u0, v0, u1, v1 = frame
    u, v = u0 + (u1 - u0) * chance.uniform(0.45, 0.65), v0 + (v1 - v0) * chance.uniform(0.45, 0.65)
    points = np.array([(u0, v0), (u1, v0), (u1, v), (u, v), (u, v1), (u0, v1)])
    return closed(points + chance.uniform(-12, 12, points.shape))


def road(chance: np.random.Generator, frame: Frame, width: float) -> np.ndarray:
    """A strip of constant width through the frame, slightly winding."""
    u0, v0, u1, v1 = frame
    along = np.linspace(v0, v1, 14)
    drift = (u1 - u0 - width) * (0.5 + 0.5 * np.sin(along / 900 + chance.uniform(0, 6)))
    left = np.column_stack([u0 + drift, along])
    right = left + np.array([width, 0.0])
    return closed(np.vstack([right, left[::-1]]))


def grown(frame: Frame, by: float) -> Frame:
    """The frame, ``by`` decimetres larger on every side."""
    return frame[0] - by, frame[1] - by, frame[2] + by, frame[3] + by


def half(frame: Frame, share: float) -> Frame:
    """The part of a frame that remains when its longer side is cut at ``share``."""
    u0, v0, u1, v1 = frame
    if u1 - u0 >= v1 - v0:
        return u0, v0, u0 + (u1 - u0) * share, v1
    return u0, v0, u1, v0 + (v1 - v0) * share
