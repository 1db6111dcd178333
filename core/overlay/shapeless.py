"""Features without geometry: they lie nowhere, so nothing finds them. Counted by the index
where that knows."""

from __future__ import annotations

from pathlib import Path
from typing import Iterator

import numpy as np
from osgeo import gdal, ogr

from ..reading.fingerprint import parts_of
from ..text import Text, text

# An index of a shapefile has 100 bytes of head, then offset and length of each record, in words
# of two bytes; a null shape has nothing but its type.
_SHX_HEAD_BYTES, _NULL_SHAPE_WORDS = 100, 2


def count_shapeless(dataset: gdal.Dataset, layer: ogr.Layer, path: Path) -> int:
    """How many features have none, by the index of a GeoPackage or shapefile; else 0.

    A geodatabase's index does not know: there its rows are gone through, a second for a million.
    """
    suffix = path.suffix.lower()
    if suffix == ".gpkg":
        return max(0, int(layer.GetFeatureCount()) - _in_rtree(dataset, layer))
    if suffix == ".gdb":
        return _counted(dataset, layer.GetName(), " WHERE OGR_GEOMETRY IS NULL")
    index = parts_of(path).get(".shx") if suffix == ".shp" else None
    if index is None:
        return 0
    records = np.frombuffer(index.read_bytes()[_SHX_HEAD_BYTES:], ">i4")
    return int((records[1::2] == _NULL_SHAPE_WORDS).sum())


def _in_rtree(dataset: gdal.Dataset, layer: ogr.Layer) -> int:
    """Empty geometries are not in a GeoPackage's R-tree, nor is what is missing."""
    table = f"rtree_{layer.GetName()}_{layer.GetGeometryColumn()}_rowid"
    return _counted(dataset, table)


def _counted(dataset: gdal.Dataset, table: str, where: str = "") -> int:
    quoted = table.replace('"', '""')
    found = dataset.ExecuteSQL(f'SELECT COUNT(*) FROM "{quoted}"{where}')  # noqa: S608 - quoted
    count = int(found.GetNextFeature().GetField(0))
    dataset.ReleaseResultSet(found)
    return count


def about_shapeless(count: int, layer_name: str) -> Iterator[Text]:
    """What a person must know about features that lie nowhere."""
    if count:
        yield text(
            "{count} features of {layer} have no geometry: they are in no figure. Find out what "
            "they stand for.",
            count=count,
            layer=layer_name,
        )
