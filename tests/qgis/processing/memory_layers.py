"""Layers in memory, drawn in metres from a corner on the central meridian of zone 39.

There the plane is true: plane and ellipsoid differ by a few cm² in a hectare.
"""

from __future__ import annotations

from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

EAST, NORTH = 39_500_000, 4_030_000


def rectangle(left, bottom, right, top):
    """The WKT of a rectangle, by metres from the corner."""
    x0, x1, y0, y1 = EAST + left, EAST + right, NORTH + bottom, NORTH + top
    return f"POLYGON(({x0} {y0},{x1} {y0},{x1} {y1},{x0} {y1},{x0} {y0}))"


def memory(name, fields, rows, kind="Polygon", crs="EPSG:4527"):
    """A layer of texts; each row is a WKT, or nothing, and its values."""
    columns = "".join(f"&field={field}:string" for field in fields)
    layer = QgsVectorLayer(f"{kind}?crs={crs}{columns}", name, "memory")
    features = []
    for shape, *values in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(values))
        if shape:
            feature.setGeometry(QgsGeometry.fromWkt(shape))
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    layer.updateExtents()
    return layer
