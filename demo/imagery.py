"""Draws the two images: ground textures, shadows, roofs, trees, a little sensor blur and noise.

Drawn band by band, so that memory stays small; GDAL burns the shapes, numpy does the rest.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import List, Sequence

import numpy as np
from osgeo import gdal, ogr

from ..core.geometry import wkb_from_multipolygon
from .files import ZONE_39, reference
from .issued import AFTER, BEFORE
from .looks import AFTER_EPOCH, BEFORE_EPOCH
from .scene import Epoch, Landscape, Window
from .textures import Textures

FILES = {BEFORE_EPOCH: f"前时相_{BEFORE}.tif", AFTER_EPOCH: f"后时相_{AFTER}.tif"}
_BAND_ROWS = 512
_HALO = 24
_EDGE_COLOUR = {BEFORE_EPOCH: (134, 120, 92), AFTER_EPOCH: (120, 128, 84)}


@dataclass(frozen=True)
class Sun:
    """Shadow of one metre of height, in metres east and north, and how dark it is."""

    east: float
    north: float
    shade: float


_SUN = {BEFORE_EPOCH: Sun(-0.62, 1.02, 0.52), AFTER_EPOCH: Sun(-0.5, 0.66, 0.5)}
# Bare crowns in winter let the ground through; fresh leaves don't.
_CROWN = {BEFORE_EPOCH: ((88, 80, 66), 0.62), AFTER_EPOCH: ((70, 92, 46), 0.95)}


def paint(path: Path, landscape: Landscape, epoch: str, seed: int) -> Path:
    """Write one epoch as a tiled, JPEG-compressed GeoTIFF with overviews."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(path.name + ".part.tif")
    window = landscape.window
    dataset = _create(unfinished, window)
    shapes = _Shapes(landscape.epochs[epoch], window, epoch)
    textures = Textures(seed)
    for top in range(0, window.rows, _BAND_ROWS):
        rows = min(_BAND_ROWS, window.rows - top)
        picture = _band(shapes, textures, window, epoch, top, rows)
        for channel in range(3):
            dataset.GetRasterBand(channel + 1).WriteArray(picture[:, :, channel], 0, top)
    dataset.FlushCache()
    gdal.SetConfigOption("COMPRESS_OVERVIEW", "JPEG")
    gdal.SetConfigOption("PHOTOMETRIC_OVERVIEW", "YCBCR")
    dataset.BuildOverviews("AVERAGE", [2, 4, 8, 16])
    del dataset
    os.replace(unfinished, path)
    return path


def _create(path: Path, window: Window) -> gdal.Dataset:
    options = ["TILED=YES", "COMPRESS=JPEG", "PHOTOMETRIC=YCBCR", "JPEG_QUALITY=82"]
    dataset = gdal.GetDriverByName("GTiff").Create(
        str(path), window.columns, window.rows, 3, gdal.GDT_Byte, options
    )
    dataset.SetProjection(reference(ZONE_39).ExportToWkt())
    dataset.SetGeoTransform((window.west, window.pixel_m, 0, window.north, 0, -window.pixel_m))
    dataset.SetMetadataItem("TIFFTAG_IMAGEDESCRIPTION", "Fictional demo image, drawn by a program")
    return dataset


class _Shapes:
    """Polygons of an epoch with their boxes, to be burnt band by band."""

    def __init__(self, epoch: Epoch, window: Window, name: str) -> None:
        self.epoch, self.window = epoch, window
        self.grounds = [wkb_from_multipolygon([rings]) for rings in epoch.rings]
        self.ground_box = _vertical_extent(rings[0] for rings in epoch.rings)
        self.quads = [_quad_wkb(quad) for quad in epoch.quads]
        self.quad_box = _vertical_extent(epoch.quads)
        shadows = _shadows(epoch.quads, epoch.heights_m, _SUN[name])
        self.shadows = [_quad_wkb(quad) for quad in shadows]
        self.shadow_box = _vertical_extent(shadows)

    def burn(self, what: str, top: int, rows: int) -> np.ndarray:
        """Number of the last shape that covers each pixel; -1 where there is none."""
        window = self.window
        north = window.north - top * window.pixel_m
        south = north - rows * window.pixel_m
        shapes, box = {
            "ground": (self.grounds, self.ground_box),
            "quad": (self.quads, self.quad_box),
            "shadow": (self.shadows, self.shadow_box),
        }[what]
        near = np.flatnonzero((box[:, 0] <= north) & (box[:, 1] >= south))
        raster = gdal.GetDriverByName("MEM").Create("", window.columns, rows, 1, gdal.GDT_Int32)
        raster.SetGeoTransform((window.west, window.pixel_m, 0, north, 0, -window.pixel_m))
        raster.GetRasterBand(1).Fill(-1)
        memory = ogr.GetDriverByName("Memory").CreateDataSource("")
        layer = memory.CreateLayer("shapes", reference(ZONE_39), ogr.wkbMultiPolygon)
        raster.SetProjection(layer.GetSpatialRef().ExportToWkt())
        layer.CreateField(ogr.FieldDefn("n", ogr.OFTInteger))
        definition = layer.GetLayerDefn()
        for n in near:
            feature = ogr.Feature(definition)
            feature.SetField(0, int(n))
            feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(shapes[n]))
            layer.CreateFeature(feature)
        gdal.RasterizeLayer(raster, [1], layer, options=["ATTRIBUTE=n"])
        return raster.ReadAsArray()


def _vertical_extent(rings: Sequence[np.ndarray]) -> np.ndarray:
    extent = [(ring[:, 1].min(), ring[:, 1].max()) for ring in rings]
    return np.array(extent, float).reshape(-1, 2)


def _quad_wkb(quad: np.ndarray) -> bytes:
    return wkb_from_multipolygon([[np.vstack([quad, quad[:1]])]])


def _shadows(quads: np.ndarray, heights_m: np.ndarray, sun: Sun) -> np.ndarray:
    """Each roof moved along the shadow, and what its leeward edges sweep on the way."""
    tall = heights_m > 0
    quads = quads[tall]
    shift = heights_m[tall, None, None] * np.array([sun.east, sun.north])
    pieces: List[np.ndarray] = [quads + shift]
    for corner in range(4):
        start, end = quads[:, corner], quads[:, (corner + 1) % 4]
        edge = end - start
        leeward = edge[:, 1] * sun.east - edge[:, 0] * sun.north > 0
        move = shift[leeward, 0]
        swept = [start[leeward], end[leeward], end[leeward] + move, start[leeward] + move]
        pieces.append(np.stack(swept, axis=1))
    return np.concatenate(pieces)


def _band(
    shapes: _Shapes, textures: Textures, window: Window, epoch: str, top: int, rows: int
) -> np.ndarray:
    """One band of the picture, uint8; drawn with a halo so that bands join without a seam."""
    start, stop = max(0, top - _HALO), min(window.rows, top + rows + _HALO)
    count = stop - start
    picture = _ground(shapes, textures, epoch, start, count)
    _darken(picture, shapes, textures, epoch, start, count)
    roofs = shapes.burn("quad", start, count)
    covered = roofs >= 0
    grain = 1 + 0.035 * textures.fine(start, count, window.columns)[covered, None]
    picture[covered] = shapes.epoch.colours[roofs[covered]] * grain
    picture = _softened(picture)
    picture += 1.6 * textures.grain(start, count, window.columns)[:, :, None]
    picture = picture[top - start : top - start + rows]
    return np.clip(picture, 0, 255).astype(np.uint8)


def _ground(shapes: _Shapes, textures: Textures, epoch: str, start: int, count: int) -> np.ndarray:
    window, looks = shapes.window, shapes.epoch.looks
    numbers = np.maximum(shapes.burn("ground", start, count), 0)

    def strength(column: int) -> np.ndarray:
        return np.ascontiguousarray(looks[:, column])[numbers]

    x = (np.arange(window.columns, dtype=np.float32) * window.pixel_m)[None, :]
    y = (-np.arange(start, start + count, dtype=np.float32) * window.pixel_m)[:, None]
    kx, ky, phase = strength(6), strength(7), strength(8)
    along = np.sin(kx * x + ky * y + phase)
    swing = strength(9) * along
    swing += strength(10) * along * np.sin(kx * y - ky * x)
    swing += strength(11) * textures.fine(start, count, window.columns)
    swing += strength(12) * textures.canopy(start, count, window.columns)
    swing += strength(13) * textures.blotch(start, count, window.columns)
    picture = np.empty((*numbers.shape, 3), np.float32)
    for channel in range(3):
        picture[:, :, channel] = strength(channel) + swing * strength(3 + channel)
    _draw_edges(picture, numbers, strength(14), _EDGE_COLOUR[epoch])
    return picture


def _draw_edges(
    picture: np.ndarray, numbers: np.ndarray, strength: np.ndarray, colour: Sequence[int]
) -> None:
    """The ridge between two fields: a pixel of grass."""
    edge = np.zeros_like(strength)
    edge[:, 1:] = np.where(numbers[:, 1:] != numbers[:, :-1], strength[:, 1:], 0)
    edge[1:] = np.maximum(edge[1:], np.where(numbers[1:] != numbers[:-1], strength[1:], 0))
    for channel in range(3):
        picture[:, :, channel] += edge * (colour[channel] - picture[:, :, channel])


def _darken(
    picture: np.ndarray,
    shapes: _Shapes,
    textures: Textures,
    epoch: str,
    start: int,
    count: int,
) -> None:
    """Shadows of buildings, then trees with theirs."""
    sun = _SUN[epoch]
    picture[shapes.burn("shadow", start, count) >= 0] *= sun.shade
    window = shapes.window
    trees = shapes.epoch.trees
    column = ((trees[:, 0] - window.west) / window.pixel_m).astype(int)
    row = ((window.north - trees[:, 1]) / window.pixel_m).astype(int) - start
    size = np.clip(np.round(trees[:, 2] / window.pixel_m), 1, 3).astype(int)
    shift = 2.2 * trees[:, 2] / window.pixel_m
    colour, cover = _CROWN[epoch]
    shaded = (
        column + np.round(shift * sun.east).astype(int),
        row - np.round(shift * sun.north).astype(int),
    )
    for radius in (1, 2, 3):
        chosen = size == radius
        for step_c, step_r, _ in _disc(radius):
            _blend(picture, shaded[0][chosen] + step_c, shaded[1][chosen] + step_r,
                   (26, 28, 26), 0.4 * cover)  # fmt: skip
    for radius in (1, 2, 3):
        chosen = size == radius
        for step_c, step_r, light in _disc(radius):
            lit = [channel * light for channel in colour]
            _blend(picture, column[chosen] + step_c, row[chosen] + step_r, lit, cover)


def _disc(radius: int) -> List[tuple]:
    """Pixels of a crown with their brightness: lit from the south-east."""
    steps = range(-radius, radius + 1)
    return [
        (c, r, 1 + 0.2 * (c + r) / radius)
        for r in steps
        for c in steps
        if c * c + r * r <= radius * radius + 0.5
    ]


def _blend(
    picture: np.ndarray, column: np.ndarray, row: np.ndarray, colour: Sequence[float], share: float
) -> None:
    rows, columns = picture.shape[:2]
    inside = (row >= 0) & (row < rows) & (column >= 0) & (column < columns)
    at = (row[inside], column[inside])
    picture[at] = picture[at] * (1 - share) + np.asarray(colour, np.float32) * share


def _softened(picture: np.ndarray) -> np.ndarray:
    """The blur of a telescope: weights 1-4-1 both ways."""
    for axis in (0, 1):
        padded = np.concatenate([picture.take([0], axis), picture, picture.take([-1], axis)], axis)
        before = padded.take(range(0, picture.shape[axis]), axis)
        after = padded.take(range(2, picture.shape[axis] + 2), axis)
        picture = (before + 4 * picture + after) / 6
    return picture
