"""What a patch looks like once it has happened: ground, buildings and trees for each painter."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Callable, Dict, List, Tuple

import numpy as np

from . import buildings, shapes
from .buildings import Part
from .partition import contains


@dataclass
class Drawing:
    """Grounds (ring on the board, surface) in painter's order, parts, trees (u, v, radius m)."""

    grounds: List[Tuple[np.ndarray, str]] = field(default_factory=list)
    parts: List[Part] = field(default_factory=list)
    trees: List[Tuple[float, float, float]] = field(default_factory=list)


Painter = Callable[[np.random.Generator, np.ndarray], Drawing]


def paint(name: str, chance: np.random.Generator, ring: np.ndarray) -> Drawing:
    """Draw inside ``ring``; nothing that is drawn reaches beyond it."""
    drawing = _PAINTERS[name](chance, ring)
    outside = {part.group for part in drawing.parts if not _inside(ring, part.corners)}
    drawing.parts = [
        part
        for part in drawing.parts
        if (part.group not in outside if part.group else _inside(ring, part.corners))
    ]
    drawing.trees = [tree for tree in drawing.trees if contains(ring, np.array(tree[:2]))]
    return drawing


def _inside(ring: np.ndarray, corners: np.ndarray) -> bool:
    return all(contains(ring, corner) for corner in corners)


def _inner(ring: np.ndarray, share: float = 0.06) -> shapes.Frame:
    u0, v0, u1, v1 = shapes.frame_of(ring)
    margin = max(15.0, share * min(u1 - u0, v1 - v0))
    return shapes.grown((u0, v0, u1, v1), -min(margin, 80.0))


def _shrunk(ring: np.ndarray, share: float) -> np.ndarray:
    centre = ring[:-1].mean(axis=0)
    return centre + (ring - centre) * share


def _span(ring: np.ndarray) -> buildings.Span:
    """How far the ring lets a row of buildings reach, with a little air."""

    def ends(low: float, high: float) -> Tuple[float, float]:
        west, east = [], []
        for v in (low, (low + high) / 2, high):
            crossed = _crossings(ring, v)
            if len(crossed) < 2:
                return 0.0, 0.0
            west.append(crossed[0])
            east.append(crossed[-1])
        return max(west) + 12, min(east) - 12

    return ends


def _crossings(ring: np.ndarray, v: float) -> List[float]:
    (u0, v0), (u1, v1) = ring[:-1].T, ring[1:].T
    crosses = (v0 > v) != (v1 > v)
    at = u0 + (v - v0) * (u1 - u0) / np.where(crosses, v1 - v0, 1)
    return sorted(at[crosses].tolist())


def _nothing(_: np.random.Generator, __: np.ndarray) -> Drawing:
    return Drawing()


def _factory(chance: np.random.Generator, ring: np.ndarray) -> Drawing:
    frame = _inner(ring)
    parts = buildings.goods(chance, frame) + buildings.halls(chance, frame)
    return Drawing([(ring, "concrete")], parts, _hedge(chance, ring, 140))


def _hedge(
    chance: np.random.Generator, ring: np.ndarray, spacing: float
) -> List[Tuple[float, float, float]]:
    inner = _shrunk(ring, 0.97)
    chosen = inner[:: max(1, int(spacing // 60))]
    return [(u, v, chance.uniform(1.4, 2.2)) for u, v in chosen if chance.random() < 0.6]


def _site(chance: np.random.Generator, ring: np.ndarray) -> Drawing:
    return Drawing([(ring, "bare")], buildings.foundations(chance, _inner(ring)))


def _yard(chance: np.random.Generator, ring: np.ndarray) -> Drawing:
    parts = [part for _ in range(3) for part in buildings.goods(chance, _inner(ring))]
    u0, v0, u1, v1 = _inner(ring, 0.1)
    heap = _blob(chance, (u0 + 0.3 * (u1 - u0), v0 + 0.6 * (v1 - v0)), 0.14 * min(u1 - u0, v1 - v0))
    return Drawing([(ring, "concrete"), (heap, "clay")], parts)


def _houses(chance: np.random.Generator, ring: np.ndarray) -> Drawing:
    frame = shapes.frame_of(ring)
    parts = buildings.courtyards(chance, shapes.grown(frame, -4.0), 1.0)
    if not any(_inside(ring, part.corners) for part in parts):
        u0, v0, u1, v1 = shapes.grown(frame, -0.15 * min(frame[2] - frame[0], frame[3] - frame[1]))
        parts = buildings.gable((u0, v0 + 0.45 * (v1 - v0), u1, v1), (150, 92, 74), 6.0)
    return Drawing([(ring, "yard")], parts)


def _highway(chance: np.random.Generator, ring: np.ndarray) -> Drawing:
    carriageway = _narrowed(ring, 0.72)
    dashes = []
    half = len(ring) // 2
    for one, other in zip(ring[:half], ring[-2:half:-1]):
        u, v = (one + other) / 2
        dashes.append(buildings.flat((u - 3, v - 30, u + 3, v + 30), (226, 224, 214), 0))
    return Drawing([(ring, "bare"), (carriageway, "asphalt")], dashes)


def _narrowed(ring: np.ndarray, share: float) -> np.ndarray:
    """A road ring with its two sides drawn towards each other."""
    points = ring[:-1].copy()
    half = len(points) // 2
    right, left = points[:half], points[half:][::-1]
    count = min(len(right), len(left))
    middle = (right[:count] + left[:count]) / 2
    right = middle + (right[:count] - middle) * share
    left = middle + (left[:count] - middle) * share
    narrowed = np.vstack([right, left[::-1]])
    return np.vstack([narrowed, narrowed[:1]])


def _lane(_: np.random.Generator, ring: np.ndarray) -> Drawing:
    return Drawing([(ring, "concrete")])


def _greenhouse(chance: np.random.Generator, ring: np.ndarray) -> Drawing:
    frame = _inner(ring, 0.03)
    house = (frame[2] - 70, frame[1] + 8, frame[2] - 5, frame[1] + 60)
    rows = (frame[0], frame[1] + 70, frame[2], frame[3])
    parts = buildings.greenhouses(chance, rows, _span(ring))
    return Drawing([(ring, "1202")], parts + buildings.gable(house, (150, 92, 74), 3.2))


def _livestock(chance: np.random.Generator, ring: np.ndarray) -> Drawing:
    parts = buildings.sheds(chance, _inner(ring), _span(ring))
    return Drawing([(ring, "yard")], parts, _hedge(chance, ring, 60))


def _pond(chance: np.random.Generator, ring: np.ndarray) -> Drawing:
    u0, v0, u1, v1 = _inner(ring, 0.08)
    grounds = [(ring, "bare")]
    columns = max(1, round((u1 - u0) / 550))
    width = (u1 - u0) / columns
    for column in range(columns):
        basin = shapes.quad(
            chance, (u0 + column * width + 20, v0 + 20, u0 + (column + 1) * width - 20, v1 - 20)
        )
        if _inside(ring, basin):
            grounds.append((basin, "1104"))
    if len(grounds) == 1:
        grounds.append((_shrunk(ring, 0.8), "1104"))
    return Drawing(grounds)


def _lake(chance: np.random.Generator, ring: np.ndarray) -> Drawing:
    u0, v0, u1, v1 = shapes.frame_of(ring)
    centre, reach = ((u0 + u1) / 2, (v0 + v1) / 2), 0.36 * min(u1 - u0, v1 - v0)
    water = _blob(chance, centre, reach)
    island = _blob(chance, (centre[0] + reach * 0.2, centre[1]), reach * 0.25)
    grounds = [
        (ring, "0404"),
        (_shrunk(water, 1.16), "concrete"),
        (_shrunk(water, 1.06), "0810"),
        (water, "1104"),
        (island, "0810"),
    ]
    trees = [
        (chance.uniform(u0, u1), chance.uniform(v0, v1), chance.uniform(1.5, 2.6))
        for _ in range(60)
    ]
    trees = [tree for tree in trees if not contains(water, np.array(tree[:2]))]
    pavilion = buildings.flat(
        (centre[0] + reach * 0.15, centre[1] - 25, centre[0] + reach * 0.15 + 50, centre[1] + 25),
        (168, 88, 66),
        5.0,
    )
    return Drawing(grounds, [pavilion], trees)


def _solar(chance: np.random.Generator, ring: np.ndarray) -> Drawing:
    frame = _inner(ring, 0.04)
    box = buildings.flat(
        (frame[0] + 10, frame[1] + 5, frame[0] + 90, frame[1] + 45), (210, 210, 206), 3.0
    )
    rows = buildings.panels(chance, (frame[0], frame[1] + 60, frame[2], frame[3]))
    return Drawing([(ring, "1206")], [*rows, box])


def _orchard(_: np.random.Generator, ring: np.ndarray) -> Drawing:
    return Drawing([(ring, "saplings")])


def _pit(chance: np.random.Generator, ring: np.ndarray) -> Drawing:
    grounds = [(ring, "bare")]
    u0, v0, u1, v1 = shapes.frame_of(ring)
    centre = np.array([u0 + 0.38 * (u1 - u0), v0 + 0.38 * (v1 - v0)])
    reach = 0.34 * min(u1 - u0, v1 - v0)
    bench = _blob(chance, tuple(centre), reach)
    for share, surface in ((1.0, "clay"), (0.78, "0602"), (0.56, "clay"), (0.3, "1104")):
        grounds.append((centre + (bench - centre) * share, surface))
    heap = _blob(chance, (u0 + 0.8 * (u1 - u0), v0 + 0.25 * (v1 - v0)), reach * 0.35)
    return Drawing([*grounds, (heap, "0602")], buildings.goods(chance, _inner(ring, 0.2)))


def _compound(chance: np.random.Generator, ring: np.ndarray) -> Drawing:
    u0, v0, u1, v1 = _inner(ring, 0.1)
    parts: List[Part] = []
    for row in range(3):
        v = v0 + (0.1 + 0.3 * row) * (v1 - v0)
        parts += buildings.gable((u0 + 20, v, u0 + 0.6 * (u1 - u0), v + 110), (126, 132, 118), 6.0)
    square = shapes.box_ring((u0 + 0.68 * (u1 - u0), v0 + 30, u1 - 15, v1 - 30))
    return Drawing([(ring, "yard"), (square, "concrete")], parts, _hedge(chance, ring, 60))


def _blob(chance: np.random.Generator, centre: Tuple[float, float], reach: float) -> np.ndarray:
    angle = np.linspace(0, 2 * np.pi, 36, endpoint=False)
    wave = (
        1
        + 0.14 * np.sin(2 * angle + chance.uniform(0, 6))
        + 0.08 * np.sin(5 * angle + chance.uniform(0, 6))
    )
    ring = np.column_stack([np.cos(angle), np.sin(angle)]) * (reach * wave)[:, None] + centre
    return np.vstack([ring, ring[:1]])


_PAINTERS: Dict[str, Painter] = {
    "nothing": _nothing,
    "factory": _factory,
    "site": _site,
    "yard": _yard,
    "houses": _houses,
    "highway": _highway,
    "lane": _lane,
    "greenhouse": _greenhouse,
    "livestock": _livestock,
    "pond": _pond,
    "lake": _lake,
    "solar": _solar,
    "orchard": _orchard,
    "pit": _pit,
    "compound": _compound,
}
