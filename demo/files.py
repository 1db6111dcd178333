"""Writing vector files that come out the same every time."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Dict, Iterable, List, Tuple

from osgeo import gdal, ogr, osr

from ..core.geometry import MultiPolygon, wkb_from_multipolygon

gdal.UseExceptions()
ogr.UseExceptions()

GEOGRAPHIC, ZONE_39 = 4490, 4527
# Field name → (type, width, decimals), in the order of the table.
Fields = Dict[str, Tuple[int, int, int]]
Row = Tuple[MultiPolygon, Dict[str, object]]
_FIXED_TIME = "2023-04-11T00:00:00.000Z"


def text(width: int) -> Tuple[int, int, int]:
    """A text field."""
    return ogr.OFTString, width, 0


def number(width: int, decimals: int) -> Tuple[int, int, int]:
    """A real number."""
    return ogr.OFTReal, width, decimals


def whole(width: int = 4) -> Tuple[int, int, int]:
    """An integer."""
    return ogr.OFTInteger, width, 0


def reference(epsg: int) -> osr.SpatialReference:
    """A coordinate system with x = east."""
    system = osr.SpatialReference()
    system.ImportFromEPSG(epsg)
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return system


def write_geopackage(path: Path, layer: str, epsg: int, fields: Fields, rows: Iterable[Row]) -> int:
    """Write one layer whole, then put it in place; returns the number of rows."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(path.name + ".part.gpkg")
    unfinished.unlink(missing_ok=True)
    gdal.SetConfigOption("OGR_CURRENT_DATE", _FIXED_TIME)
    try:
        dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(unfinished))
        count = write_layer(dataset, layer, epsg, fields, rows)
        del dataset
    finally:
        gdal.SetConfigOption("OGR_CURRENT_DATE", None)
    os.replace(unfinished, path)
    return count


def write_layer(
    dataset: ogr.DataSource,
    layer: str,
    epsg: int,
    fields: Fields,
    rows: Iterable[Row],
    options: Iterable[str] = (),
) -> int:
    """Add a polygon layer to an open dataset in one transaction."""
    kind = ogr.wkbMultiPolygon if dataset.GetDriver().GetName() == "GPKG" else ogr.wkbPolygon
    table = dataset.CreateLayer(layer, reference(epsg), kind, list(options))
    for name, (field_type, width, decimals) in fields.items():
        definition = ogr.FieldDefn(name, field_type)
        definition.SetWidth(width)
        definition.SetPrecision(decimals)
        table.CreateField(definition)
    names: List[str] = list(fields)
    table.StartTransaction()
    for polygons, values in rows:
        feature = ogr.Feature(table.GetLayerDefn())
        for index, name in enumerate(names):
            if values.get(name) is not None:
                feature.SetField(index, values[name])
        feature.SetGeometry(ogr.CreateGeometryFromWkb(wkb_from_multipolygon(polygons)))
        table.CreateFeature(feature)
    table.CommitTransaction()
    return int(table.GetFeatureCount())
