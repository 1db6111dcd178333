"""The one door to GDAL's vector drivers: opens for reading, quietly, and names what failed.

Works whether or not somebody in this process has switched GDAL's exceptions on, and changes
neither that switch nor any other global setting.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import Any, Dict, Iterator, List, Tuple

from osgeo import gdal, ogr, osr

from ..errors import UnreadableFile
from ..progress import Progress, check_cancelled
from ..text import text
from .records import LayerChoice, RawRow

ROWS_BETWEEN_NEWS = 500


@contextmanager
def quiet() -> Iterator[None]:
    """GDAL's messages stay inside; :func:`gdal.GetLastErrorMsg` still has the last one."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    gdal.ErrorReset()
    try:
        yield
    finally:
        gdal.PopErrorHandler()


def damaged(path: Path, why: str) -> UnreadableFile:
    """The refusal for a file that GDAL cannot read, with GDAL's own words."""
    return UnreadableFile(
        text(
            "{file} cannot be read; it is damaged or not what its name says ({why}). Ask for it "
            "again.",
            file=path.name,
            why=why or "?",
        )
    )


@contextmanager
def opened(path: Path) -> Iterator[Any]:
    """A GDAL dataset, for reading only; raises :class:`UnreadableFile`."""
    with quiet():
        try:
            dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_READONLY)
        except RuntimeError as error:
            raise damaged(path, str(error)) from error
        if dataset is None:
            raise damaged(path, gdal.GetLastErrorMsg())
        try:
            yield dataset
        except RuntimeError as error:
            raise damaged(path, str(error)) from error
        finally:
            del dataset


def geometry_word(kind: int) -> str:
    """``polygon``, ``none`` or ``other`` for an OGR geometry type."""
    if kind == ogr.wkbNone:
        return "none"
    flat = ogr.GT_Flatten(kind)
    surfaces = (ogr.wkbPolygon, ogr.wkbMultiPolygon, ogr.wkbCurvePolygon, ogr.wkbMultiSurface)
    # Unknown: a layer of mixed types, or one that does not say (GeoJSON); its rows will tell.
    return "polygon" if flat in (*surfaces, ogr.wkbUnknown) else "other"


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
    if gdal.GetLastErrorType() >= gdal.CE_Failure or len(rows) < total:
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


def reference_from_wkt(wkt: str) -> Any:
    """The spatial reference of a .prj, or ``None`` when it is not understood."""
    reference = osr.SpatialReference()
    with quiet():
        try:
            failed = reference.ImportFromWkt(wkt) != 0
        except RuntimeError:
            return None
    return None if failed else reference
