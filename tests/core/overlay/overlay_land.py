"""Ground for overlay tests: shapes by metres from a corner in zone 39, layers and parcels.

Expected areas come from PROJ's geodesic on GRS 80, which is CGCS2000 to a nanometre.
"""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("osgeo")
from osgeo import ogr, osr

from tuban.core.areas import gauss_unproject, multipolygon_area_m2
from tuban.core.geometry import wkb_from_multipolygon
from tuban.core.model import Parcel
from tuban.core.mu import round_half_up
from tuban.core.overlay.files import open_source
from tuban.core.overlay.run import overlay_parcels
from tuban.core.plan import load_plan

PLAN = load_plan("liaocheng-2023")
EAST, NORTH = 39411000.0, 4035000.0
CLASSES = ["cultivated", "other_agricultural", "unused", "construction", "uncovered"]


def rectangle(left, bottom, right, top):
    return [(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)]


def wkt(*rings):
    """A polygon of rings of offsets to (EAST, NORTH) in zone 39."""
    rings = [", ".join(f"{EAST + x} {NORTH + y}" for x, y in ring) for ring in rings]
    return "POLYGON ((" + "), (".join(rings) + "))"


def system(code):
    made = osr.SpatialReference()
    made.ImportFromEPSG(code)
    made.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return made


def degrees(rings, zone=39, east=EAST, north=NORTH):
    return [
        np.column_stack(gauss_unproject(*np.add(np.array(ring, float), [east, north]).T, zone))
        for ring in rings
    ]


def parcel_of(*rings, number="p_1", **place):
    polygons = [degrees(rings, **place)]
    area = round_half_up(multipolygon_area_m2(polygons))
    return Parcel(number, number[:-2], area, wkb_from_multipolygon(polygons))


def geodesic_m2(*rings, **place):
    """Area by PROJ on GRS 80, on rings with a point every few metres."""
    pyproj = pytest.importorskip("pyproj")
    total = 0.0
    for number, ring in enumerate(rings):
        ring = np.array(ring, float)
        share = np.linspace(0, 1, 40, endpoint=False)[:, None]
        dense = np.vstack([a + (b - a) * share for a, b in zip(ring[:-1], ring[1:])])
        (lonlat,) = degrees([dense], **place)
        area = abs(pyproj.Geod(ellps="GRS80").polygon_area_perimeter(*lonlat.T)[0])
        total += -area if number else area
    return total


def make_layer(folder, role, rows, code=4527, name=None, driver="GPKG", labelled=True, **opened):
    """A layer from (wkt in zone 39, fields) rows, opened in its role."""
    role = PLAN.layer_role(role)
    name = name or role.layer_names[0]
    suffix = {"GPKG": "gpkg", "ESRI Shapefile": "shp", "GeoJSON": "geojson"}[driver]
    path = folder / f"{name}.{suffix}"
    options = ["ENCODING=GBK"] if driver == "ESRI Shapefile" else []
    dataset = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    kind = ogr.wkbUnknown if driver == "GPKG" else ogr.wkbPolygon
    made = dataset.CreateLayer(name, system(code) if labelled else None, kind, options)
    fields = list(dict.fromkeys(field for _, values in rows for field in values))
    for field in fields or (["DLBM"] if role.code == "land_use" else []):
        made.CreateField(ogr.FieldDefn(field, ogr.OFTString))
    way = osr.CoordinateTransformation(system(4527), system(code))
    for shape, values in rows:
        feature = ogr.Feature(made.GetLayerDefn())
        if shape is not None:
            geometry = ogr.CreateGeometryFromWkt(shape)
            geometry.Transform(way)
            feature.SetGeometry(geometry)
        for field, value in values.items():
            feature.SetField(field, value)
        made.CreateFeature(feature)
    del made, dataset
    return open_source(role, path, **opened)


def only(parcel, *sources, plan=PLAN):
    (found,) = overlay_parcels([parcel], sources, plan)
    return found


def said(found):
    return " ".join(str(note) for note in found.notes)


def classes_of(found):
    return {
        name: float(getattr(found, f"{name}_m2"))
        for name in CLASSES
        if getattr(found, f"{name}_m2")
    }


HUNDRED = rectangle(0, 0, 100, 100)
HALVES = [
    (wkt(rectangle(-50, -50, 50, 150)), {"DLBM": "0102", "ZLDWMC": "东村"}),
    (wkt(rectangle(50, -50, 250, 150)), {"DLBM": "0702", "ZLDWMC": "西村"}),
]
