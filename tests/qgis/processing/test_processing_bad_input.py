"""tuban:overlay on areas and layers with something wrong in them: a sentence, never a zero."""

from __future__ import annotations

import math

import pytest
from osgeo import ogr
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)

EAST, NORTH = 39_500_000, 4_030_000


def square(left, size=100):
    x, y = EAST + left, NORTH
    return f"(({x} {y},{x + size} {y},{x + size} {y + 100},{x} {y + 100},{x} {y}))"


SQUARE = f"Polygon{square(0)}"


def layer_of(name, rows, kind="Polygon", crs="EPSG:4527"):
    """A memory layer with one text field; rows are (WKT or geometry, text)."""
    made = QgsVectorLayer(f"{kind}?crs={crs}&field=DLBM:string", name, "memory")
    if not crs:
        made.setCrs(type(made.crs())())
    for shape, value in rows:
        feature = QgsFeature(made.fields())
        feature.setAttributes([value])
        if shape is not None:
            feature.setGeometry(QgsGeometry.fromWkt(shape) if isinstance(shape, str) else shape)
        made.dataProvider().addFeature(feature)
    made.updateExtents()
    return made


@pytest.fixture
def land():
    return layer_of("DLTB", [(f"Polygon{square(-50, 200)}", "0102")])


@pytest.fixture
def rows_of(provider, feedback, tmp_path):
    """Rows of the summary, whose layers lie in a project of their own."""

    def run(patches, land, selected=(), **others):
        layers = {"PATCHES": patches, "LAND_USE": land, **others}
        project, context = QgsProject(), QgsProcessingContext()
        project.addMapLayers(list(layers.values()))
        context.setProject(project)
        given = {
            name: QgsProcessingFeatureSourceDefinition(one.id(), True) if name in selected else one
            for name, one in layers.items()
        }
        target = tmp_path / "summary.gpkg"
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("tuban:overlay")
        algorithm.run({**given, "SUMMARY": str(target)}, context, feedback, {}, False)
        opened = ogr.Open(str(target))
        return [one.items() for one in opened.GetLayer(0)]

    return run


def said(feedback, part):
    return any(part in line for line in feedback.lines)


def test_no_areas_at_all_is_told(rows_of, land, feedback):
    assert rows_of(layer_of("图斑", []), land) == []
    assert said(feedback, "The layer 图斑 has no features to compute")


def test_an_empty_selection_of_areas_is_told(rows_of, land, feedback):
    assert rows_of(layer_of("图斑", [(SQUARE, "")]), land, selected=["PATCHES"]) == []
    assert said(feedback, "The layer 图斑 has no features to compute")


def test_an_empty_selection_of_a_layer_is_unknown_not_zero(rows_of, land):
    patches, whole = layer_of("图斑", [(SQUARE, "")]), layer_of("STBHHX", [(SQUARE, "")])
    (row,) = rows_of(patches, land, RED_LINE=whole, selected=["RED_LINE"])
    assert row["red_line_m2"] is None
    assert "STBHHX does not reach the land-use layer at all" in row["notes"]


def test_an_empty_selection_of_land_use_is_refused(rows_of, land):
    with pytest.raises(QgsProcessingException, match="DLTB has no features"):
        rows_of(layer_of("图斑", [(SQUARE, "")]), land, selected=["LAND_USE"])


@pytest.mark.parametrize("kind", ["Point", "LineString"])
@pytest.mark.parametrize("name", ["PATCHES", "LAND_USE", "RED_LINE"])
def test_a_layer_of_points_or_lines_is_refused(rows_of, land, kind, name):
    shape = f"Point({EAST} {NORTH})" if kind == "Point" else f"LineString({EAST} {NORTH},{EAST} 0)"
    layers = {"PATCHES": layer_of("图斑", [(SQUARE, "")]), "LAND_USE": land}
    layers[name] = layer_of("别的", [(shape, "0102")], kind)
    with pytest.raises(QgsProcessingException, match="别的 holds no areas but"):
        rows_of(layers.pop("PATCHES"), layers.pop("LAND_USE"), **layers)


@pytest.mark.parametrize("name", ["PATCHES", "LAND_USE", "RED_LINE"])
def test_degrees_labelled_metres_are_refused(rows_of, land, name):
    degrees = "Polygon((117 36.4,117.001 36.4,117.001 36.401,117 36.4))"
    layers = {"PATCHES": layer_of("图斑", [(SQUARE, "")]), "LAND_USE": land}
    layers[name] = layer_of("度", [(degrees, "0102")])
    with pytest.raises(QgsProcessingException, match=r"度 says it is in metres .* are degrees"):
        rows_of(layers.pop("PATCHES"), layers.pop("LAND_USE"), **layers)


@pytest.mark.parametrize("name", ["PATCHES", "LAND_USE", "RED_LINE"])
def test_a_layer_without_coordinate_system_is_refused(rows_of, land, name):
    layers = {"PATCHES": layer_of("图斑", [(SQUARE, "")]), "LAND_USE": land}
    layers[name] = layer_of("无", [(SQUARE, "0102")], crs="")
    with pytest.raises(QgsProcessingException, match="无 has no coordinate system"):
        rows_of(layers.pop("PATCHES"), layers.pop("LAND_USE"), **layers)


def test_a_corner_that_is_no_number_is_told(rows_of, land, feedback):
    spoilt = QgsGeometry.fromWkt(SQUARE)
    point = spoilt.vertexAt(2)
    point.setX(math.nan)
    assert spoilt.get().moveVertex(_second_corner(), point)
    whole, broken = rows_of(layer_of("图斑", [(SQUARE, ""), (spoilt, "")]), land)
    assert whole["cultivated_m2"] == pytest.approx(10_000, abs=0.1)
    assert broken["area_m2"] is None
    assert said(feedback, "2 has no area: its figures are NULL")


def _second_corner():
    from qgis.core import QgsVertexId

    return QgsVertexId(0, 0, 2)


def test_areas_that_cross_themselves_are_repaired_and_told(rows_of, land):
    x, y = EAST, NORTH
    bow_tie = f"Polygon(({x} {y},{x + 100} {y},{x} {y + 100},{x + 100} {y + 100},{x} {y}))"
    (row,) = rows_of(layer_of("图斑", [(bow_tie, "")]), land)
    assert row["cultivated_m2"] == row["area_m2"] == pytest.approx(5000, abs=0.1)
    assert "geometry was repaired" in row["notes"]


def test_arcs_are_what_they_are_where_they_were_drawn(rows_of, land):
    """A circle of 50 m: its three points in degrees would make another arc."""
    x, y = EAST + 50, NORTH + 50
    arcs = f"CircularString({x - 50} {y},{x} {y + 50},{x + 50} {y},{x} {y - 50},{x - 50} {y})"
    drawn, same = (
        layer_of(name, [(f"CurvePolygon({arcs})", "")], "CurvePolygon")
        for name in ("图斑", "STBHHX")
    )
    (circle,) = rows_of(drawn, land, RED_LINE=same)
    assert circle["cultivated_m2"] == pytest.approx(math.pi * 2500, rel=1e-3)
    assert circle["red_line_m2"] == circle["area_m2"]


def test_heights_and_measures_are_left_aside(rows_of, land):
    high = SQUARE.replace("Polygon", "PolygonZM").replace(",", " 7 8,").replace("))", " 7 8))")
    (lifted,) = rows_of(layer_of("图斑", [(high, "")], "PolygonZM"), land)
    assert lifted["cultivated_m2"] == pytest.approx(10_000, abs=0.1)


def test_features_without_geometry_in_a_layer_are_told(rows_of, land):
    red_line = layer_of("STBHHX", [(SQUARE, ""), (None, ""), (None, "")])
    (row,) = rows_of(layer_of("图斑", [(SQUARE, "")]), land, RED_LINE=red_line)
    assert row["red_line_m2"] == row["area_m2"]
    assert "2 features of STBHHX have no geometry" in row["notes"]
