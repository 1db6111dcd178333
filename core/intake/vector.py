"""The layers and rows of a GDAL dataset, every value as text."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Tuple

from osgeo import gdal, ogr

from ..progress import Progress, check_cancelled
from ..reading.vector import check_read, damaged, may_hold_areas
from .records import LayerChoice, RawRow

ROWS_BETWEEN_NEWS = 500


def geometry_word(kind: int) -> str:
    """``polygon``, ``none`` or ``other`` for an OGR geometry type."""
    if kind == ogr.wkbNone:
        return "none"
    return "polygon" if may_hold_areas(kind) else "other"


def layer_choices(dataset: Any) -> List[LayerChoice]:
    """The layers of a dataset."""
    layers = [dataset.GetLayer(index) for index in range(dataset.GetLayerCount())]
    return [
        LayerChoice(one.GetName(), one.GetFeatureCount(), geometry_word(one.GetGeomType()))
        for one in layers
    ]


def field_types(layer: Any) -> List[Tuple[int, str, int]]:
    """(index, name, OGR type) of a layer's fields."""
    definition = layer.GetLayerDefn()
    fields = [definition.GetFieldDefn(index) for index in range(definition.GetFieldCount())]
    return [(index, field.GetName(), field.GetType()) for index, field in enumerate(fields)]


def read_rows(path: Path, layer: Any, progress: Progress) -> Tuple[List[RawRow], Tuple[str, ...]]:
    """All rows of an OGR layer, and which of its fields hold numbers.

    Raises :class:`UnreadableFile` when reading stops before the end.
    """
    names = field_types(layer)
    total = layer.GetFeatureCount()
    rows: List[RawRow] = []
    gdal.ErrorReset()
    layer.ResetReading()
    feature = layer.GetNextFeature()
    while feature is not None:
        geometry = feature.GetGeometryRef()
        copy = None if geometry is None else geometry.Clone()
        rows.append(RawRow(len(rows) + 1, _values(feature, names), copy))
        if len(rows) % ROWS_BETWEEN_NEWS == 0:
            check_cancelled(progress)
            progress.at(len(rows), total)
        feature = layer.GetNextFeature()
    check_read(path)
    if len(rows) < total:
        raise damaged(path, gdal.GetLastErrorMsg())
    numeric = tuple(name for _, name, kind in names if kind in _NUMBERS)
    return rows, numeric


_NUMBERS = (ogr.OFTInteger, ogr.OFTInteger64, ogr.OFTReal)


def _values(feature: Any, names: List[Tuple[int, str, int]]) -> Dict[str, str]:
    return {
        name: _value(feature, index, kind) if feature.IsFieldSetAndNotNull(index) else ""
        for index, name, kind in names
    }


def _value(feature: Any, index: int, kind: int) -> str:
    if kind == ogr.OFTReal:
        return written(feature.GetFieldAsDouble(index))
    value = feature.GetFieldAsString(index)
    # Bindings hand out bytes where a "UTF-8" value is none.
    return value if isinstance(value, str) else bytes(value).decode("utf-8", "backslashreplace")


def written(number: float) -> str:
    """A number without loss, and without the ``.0`` or ``e+14`` of whole ones."""
    return str(int(number)) if number.is_integer() else repr(number)


def reference_of(layer: Any) -> Any:
    """The layer's spatial reference, or ``None``."""
    reference = layer.GetSpatialRef()
    return None if reference is None else reference.Clone()
