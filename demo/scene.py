"""Everything the imagery shows, in zone-39 metres: ground, buildings and trees per epoch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Sequence, Tuple

import numpy as np

from . import buildings
from .buildings import Part
from .chance import rng
from .county import Plan
from .landuse import recorded_cells
from .looks import AFTER_EPOCH, BEFORE_EPOCH, WIDTH, look
from .painters import Drawing, paint
from .partition import Cell, Mesh, contains
from .patches import Site
from .shapes import Frame, grown
from .warp import Bend

_BORDER_M = 60.0


@dataclass
class Window:
    """The image's place: upper left corner in zone 39, size and pixel."""

    west: float
    north: float
    columns: int
    rows: int
    pixel_m: float


@dataclass
class Epoch:
    """One date: grounds in painter's order, quads with colour and height, trees."""

    rings: List[List[np.ndarray]]
    looks: np.ndarray
    quads: np.ndarray
    colours: np.ndarray
    heights_m: np.ndarray
    trees: np.ndarray


@dataclass
class Landscape:
    """The window and both epochs."""

    window: Window
    epochs: Dict[str, Epoch]


def compose(plan: Plan, mesh: Mesh, bend: Bend, sites: Sequence[Site]) -> Landscape:
    """The landscape before and after."""
    window = _window(plan, mesh)
    rings, looks = _grounds(plan, mesh)
    parts, trees = _standing(plan, mesh)
    centres = np.array([part.corners.mean(axis=0) for part in parts]).reshape(-1, 2)
    epochs = {}
    for epoch in (BEFORE_EPOCH, AFTER_EPOCH):
        drawings = _drawings(plan.seed, sites, epoch)
        covered = [ring for drawing in drawings for ring, _ in drawing.grounds[:1]]
        kept = ~_within_any(centres, covered)
        kept_trees = trees[~_within_any(trees[:, :2], covered)]
        epochs[epoch] = _epoch(
            plan.seed,
            bend,
            (rings, looks[epoch]),
            [part for part, keep in zip(parts, kept) if keep],
            kept_trees,
            drawings,
            epoch,
        )
    return Landscape(window, epochs)


def _window(plan: Plan, mesh: Mesh) -> Window:
    used = sorted({n for cell in recorded_cells(plan, mesh) for n in mesh.rings[cell][0]})
    west, south = mesh.plane[used].min(axis=0) - _BORDER_M
    east, north = mesh.plane[used].max(axis=0) + _BORDER_M
    pixel = plan.size.pixel_m
    west, north = float(np.floor(west)), float(np.ceil(north))
    return Window(west, north, int((east - west) / pixel), int((north - south) / pixel), pixel)


def _grounds(plan: Plan, mesh: Mesh) -> Tuple[List[List[np.ndarray]], Dict[str, np.ndarray]]:
    rings, before, after = [], [], []
    chance = rng(plan.seed, "looks")
    for cell, numbers in zip(mesh.cells, mesh.rings):
        rings.append([mesh.plane[ring] for ring in numbers])
        one, other = look(cell.code, chance, _direction(rings[-1][0]))
        before.append(one)
        after.append(other)
    return rings, {BEFORE_EPOCH: np.array(before), AFTER_EPOCH: np.array(after)}


def _direction(ring: np.ndarray) -> float:
    """Angle of the longer axis."""
    x, y = (ring[:-1] - ring[:-1].mean(axis=0)).T
    return float(0.5 * np.arctan2(2 * np.dot(x, y), np.dot(x, x) - np.dot(y, y)))


def _standing(plan: Plan, mesh: Mesh) -> Tuple[List[Part], np.ndarray]:
    """Buildings and trees that are there on both dates."""
    chance = rng(plan.seed, "standing")
    parts: List[Part] = []
    trees: List[np.ndarray] = [np.zeros((0, 3))]
    for cell in mesh.cells:
        frame = _frame(cell)
        drawn = _buildings(chance, cell.code, frame)
        shell = np.array([*cell.shell, cell.shell[0]], float)
        parts += [p for p in drawn if all(contains(shell, corner) for corner in p.corners)]
        trees.append(_trees(chance, cell, frame))
    return parts, np.vstack(trees)


def _frame(cell: Cell) -> Frame:
    us, vs = [u for u, _ in cell.shell], [v for _, v in cell.shell]
    return float(min(us)), float(min(vs)), float(max(us)), float(max(vs))


def _buildings(chance: np.random.Generator, code: str, frame: Frame) -> List[Part]:
    inner = grown(frame, -12.0)
    if code == "0702":
        return buildings.courtyards(chance, grown(frame, -6.0))
    if code in ("0601", "0508"):
        return buildings.goods(chance, inner) + buildings.halls(chance, grown(frame, -40.0))
    if code == "0701":
        return buildings.slabs(chance, inner)
    if code in ("05H1", "08H1", "08H2", "0809"):
        return buildings.halls(chance, grown(frame, -50.0), 0.5)
    if code == "1202" and frame[2] - frame[0] > 100:
        return (buildings.greenhouses if chance.random() < 0.6 else buildings.sheds)(chance, inner)
    return []


def _trees(chance: np.random.Generator, cell: Cell, frame: Frame) -> np.ndarray:
    u0, v0, u1, v1 = frame
    width, depth = u1 - u0, v1 - v0
    if cell.code in ("0301", "1107") and min(width, depth) <= 60:
        spacing = 55.0 if cell.code == "0301" else 160.0
        count = int(max(width, depth) / spacing)
        along = (np.arange(count) + chance.uniform(0.3, 0.7, count)) / max(count, 1)
        across = chance.uniform(0.25, 0.75, count)
        u, v = (along, across) if width > depth else (across, along)
        keep = chance.random(count) < 0.85
        points = np.column_stack([u0 + u * width, v0 + v * depth])[keep]
    elif cell.code in ("0702", "0701", "08H1", "08H2", "0810", "0404"):
        density = {"0404": 6000.0, "0810": 5000.0}.get(cell.code, 9000.0)
        count = int(width * depth / density * chance.uniform(0.5, 1.2))
        points = np.column_stack([chance.uniform(u0, u1, count), chance.uniform(v0, v1, count)])
        if cell.strip or len(cell.shell) > 4:
            shell = np.array([*cell.shell, cell.shell[0]], float)
            points = points[[contains(shell, point) for point in points]]
    else:
        return np.zeros((0, 3))
    return np.column_stack([points, chance.uniform(1.5, 3.2, len(points))])


def _drawings(seed: int, sites: Sequence[Site], epoch: str) -> List[Drawing]:
    drawings = []
    for site in sites:
        painter = site.scenario.painter if epoch == AFTER_EPOCH else site.scenario.before
        if painter:
            drawings.append(paint(painter, rng(seed, "paint", site.number, painter), site.board))
    return drawings


def _within_any(points: np.ndarray, rings: Sequence[np.ndarray]) -> np.ndarray:
    inside = np.zeros(len(points), bool)
    for ring in rings:
        low, high = ring.min(axis=0), ring.max(axis=0)
        for n in np.flatnonzero(((points >= low) & (points <= high)).all(axis=1)):
            inside[n] = inside[n] or contains(ring, points[n])
    return inside


def _epoch(
    seed: int,
    bend: Bend,
    base: Tuple[List[List[np.ndarray]], np.ndarray],
    parts: List[Part],
    trees: np.ndarray,
    drawings: Sequence[Drawing],
    epoch: str,
) -> Epoch:
    chance = rng(seed, "patch looks")
    rings, looks = list(base[0]), [base[1]]
    for drawing in drawings:
        for ring, surface in drawing.grounds:
            rings.append([bend.to_plane(ring)])
            pair = look(surface, chance)
            looks.append(pair[epoch == AFTER_EPOCH].reshape(1, WIDTH))
        parts = parts + drawing.parts
        trees = np.vstack([trees, np.array(drawing.trees).reshape(-1, 3)])
    quads = np.array([part.corners for part in parts])
    planted = np.column_stack([bend.to_plane(trees[:, :2]), trees[:, 2]])
    return Epoch(
        rings,
        np.vstack(looks),
        bend.to_plane(quads.reshape(-1, 2)).reshape(-1, 4, 2),
        np.array([part.colour for part in parts], np.float32),
        np.array([part.height_m for part in parts], np.float32),
        planted,
    )
