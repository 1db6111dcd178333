"""The boxes of all features of a layer that has no index, with less than one read of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, List, Optional, Tuple

import numpy as np
from osgeo import ogr

from ..geometry import Box
from ..reading.fingerprint import parts_of
from ..reading.vector import box_of

Array = Any
# Heads of .shp and .shx; of a record its number and length, then its type, then its box.
_HEAD_BYTES, _BOX_AT, _BOX_BYTES = 100, 12, 32
_POLYGON_TYPES = (5, 15, 25)


class BoxIndex:
    """Finds the features of a layer without index whose box meets another.

    ``shapeless`` counts those that have none, ``extent`` is the box round all others.

    Boxes are put together by their width, each lot by its left sides: what can meet a box is
    then a range of each lot.
    """

    def __init__(self, numbers: Array, boxes: Array) -> None:
        known = np.isfinite(boxes).all(axis=1)
        self.shapeless = int((~known).sum())
        numbers, boxes = numbers[known], boxes[known]
        self.extent: Optional[Box] = None
        if len(boxes):
            low, high = boxes[:, :2].min(axis=0).tolist(), boxes[:, 2:].max(axis=0).tolist()
            self.extent = (low[0], low[1], high[0], high[1])
        width = boxes[:, 2] - boxes[:, 0]
        size = np.frexp(width)[1]
        self._lots: List[Tuple[float, Array, Array]] = []
        for one in np.unique(size):
            lot = np.flatnonzero(size == one)
            lot = lot[np.argsort(boxes[lot, 0], kind="stable")]
            self._lots.append((float(width[lot].max()), boxes[lot], numbers[lot]))

    def meeting(self, box: Box) -> List[int]:
        """The numbers of the features, ascending."""
        left, bottom, right, top = box
        found: List[int] = []
        for widest, boxes, numbers in self._lots:
            first = np.searchsorted(boxes[:, 0], left - widest)
            near = slice(int(first), int(np.searchsorted(boxes[:, 0], right, "right")))
            some = boxes[near]
            meets = (some[:, 2] >= left) & (some[:, 1] <= top) & (some[:, 3] >= bottom)
            found += numbers[near][meets].tolist()
        return sorted(found)


def boxes_of_all(layer: ogr.Layer, path: Path) -> Tuple[Array, Array]:
    """Numbers and boxes (left, bottom, right, top) of all features, in the layer's coordinates.

    A feature without geometry has numbers that meet no box.
    """
    boxes = _of_shapefile(path) if path.suffix.lower() == ".shp" else None
    rows = _rows_of(path, 0 if boxes is None else len(boxes))
    if boxes is not None and len(rows):
        return rows, boxes[rows]
    definition = layer.GetLayerDefn()
    names = [definition.GetFieldDefn(n).GetName() for n in range(definition.GetFieldCount())]
    layer.ResetReading()
    layer.SetIgnoredFields(names)
    found = [_number_and_box(feature) for feature in layer]
    layer.SetIgnoredFields([])
    numbers = np.array([number for number, _ in found], np.int64)
    return numbers, np.array([box for _, box in found], float).reshape(-1, 4)


def _of_shapefile(path: Path) -> Optional[Array]:
    """Every record begins with its box; ``None`` where the file is not what its index says."""
    parts = parts_of(path)
    if ".shx" not in parts or not parts[".shp"].stat().st_size:
        return None
    index = np.fromfile(parts[".shx"], ">i4", offset=_HEAD_BYTES)
    index = index[: len(index) // 2 * 2].reshape(-1, 2).astype(np.int64)
    content = np.memmap(parts[".shp"], np.uint8, "r")
    starts, has_box = 2 * index[:, 0], 2 * index[:, 1] >= _BOX_BYTES
    if len(starts) and starts.max() + _BOX_AT > len(content):
        return None
    at = starts[has_box]
    if len(at) and at.max() + _BOX_AT + _BOX_BYTES > len(content):
        return None
    if not np.isin(_bytes_at(content, at + _BOX_AT - 4, "<i4"), _POLYGON_TYPES).all():
        return None
    boxes = np.full((len(index), 4), np.nan)
    corners = [_bytes_at(content, at + _BOX_AT + 8 * side, "<f8") for side in range(4)]
    boxes[has_box] = np.column_stack(corners)
    return boxes


def _rows_of(path: Path, count: int) -> Array:
    """The rows of a shapefile's table that were not deleted; none where it has another count."""
    table = parts_of(path).get(".dbf") if count else None
    if table is None:
        return np.zeros(0, int)
    content = np.memmap(table, np.uint8, "r")
    rows = int(_bytes_at(content, np.array([4]), "<u4")[0])
    head, width = (int(one) for one in _bytes_at(content, np.array([8, 10]), "<u2"))
    if rows != count or head + rows * width > len(content):
        return np.zeros(0, int)
    return np.flatnonzero(content[head : head + rows * width : width] != ord("*"))


def _bytes_at(content: Array, at: Array, kind: str) -> Array:
    size = np.dtype(kind).itemsize
    return np.ascontiguousarray(content[at[:, None] + np.arange(size)]).view(kind).ravel()


def _number_and_box(feature: ogr.Feature) -> Tuple[int, Box]:
    shape = feature.GetGeometryRef()
    if shape is None or shape.IsEmpty():
        return feature.GetFID(), (np.nan, np.nan, np.nan, np.nan)
    return feature.GetFID(), box_of(shape.GetEnvelope())
