"""Outlines that were walked round or drawn elsewhere: GPX, KML, shapefile, and those that fail."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("osgeo")

from osgeo import ogr, osr

from tuban.core.areas import multipolygon_area_m2
from tuban.core.errors import InputError, UndecidedInput, UnreadableFile
from tuban.core.intake.outline_file import drawn_outline, read_outline
from tuban.core.plan import load_plan

PLAN = load_plan("liaocheng-2023")
CORNERS = [(115.5, 36.4), (115.501, 36.4), (115.501, 36.401), (115.5, 36.401)]
# 0.001° × 0.001° at 36.4°N: 111.32 km · cos 36.4° · 110.98 km per square degree, near enough.
ABOUT_M2 = 89.68 * 110.98
CROSSED = [CORNERS[0], CORNERS[2], CORNERS[1], CORNERS[3]]


def gpx(points, kind="trk", breaks=0) -> str:
    pieces = [points] if not breaks else [points[:breaks], points[breaks:]]
    if kind == "wpt":
        inner = "".join(f'<wpt lat="{lat}" lon="{lon}"/>' for lon, lat in points)
    else:
        segments = (
            "".join(f'<trkpt lat="{lat}" lon="{lon}"><ele>31.5</ele></trkpt>' for lon, lat in one)
            for one in pieces
        )
        inner = f"<trk>{''.join(f'<trkseg>{one}</trkseg>' for one in segments)}</trk>"
    return (
        '<?xml version="1.0"?><gpx version="1.1" creator="walk" '
        f'xmlns="http://www.topografix.com/GPX/1/1">{inner}</gpx>'
    )


def kml(points, shape="Polygon") -> str:
    line = " ".join(f"{lon},{lat},0" for lon, lat in points)
    inner = f"<LineString><coordinates>{line}</coordinates></LineString>"
    if shape == "Polygon":
        ring = f"<LinearRing><coordinates>{line}</coordinates></LinearRing>"
        inner = f"<Polygon><outerBoundaryIs>{ring}</outerBoundaryIs></Polygon>"
    return (
        '<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2">'
        f"<Document><Placemark><name>复耕</name>{inner}</Placemark></Document></kml>"
    )


def write(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def shapefile(folder: Path, points, epsg: int) -> Path:
    path = folder / "实测 范围.shp"
    reference = osr.SpatialReference()
    if epsg:
        reference.ImportFromEPSG(epsg)
    source = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(path))
    layer = source.CreateLayer("o", reference if epsg else None, ogr.wkbPolygon)
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in [*points, points[0]]:
        ring.AddPoint_2D(x, y)
    area = ogr.Geometry(ogr.wkbPolygon)
    area.AddGeometry(ring)
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetGeometry(area)
    layer.CreateFeature(feature)
    del feature, layer, source
    return path


def area(path: Path, crs: str = "") -> float:
    return multipolygon_area_m2(read_outline(path, PLAN, crs).polygons)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("绕行.gpx", gpx([*CORNERS, CORNERS[0]])),
        ("open.gpx", gpx(CORNERS)),
        ("broken off.gpx", gpx(CORNERS, breaks=2)),
        ("corners.gpx", gpx(CORNERS, "wpt")),
        ("area.kml", kml([*CORNERS, CORNERS[0]])),
        ("line.kml", kml(CORNERS, "line")),
    ],
)
def test_a_walk_round_is_an_area(tmp_path, name, content):
    assert area(write(tmp_path, name, content)) == pytest.approx(ABOUT_M2, rel=2e-3)


def test_a_shapefile_says_or_is_told_where_it_is(tmp_path):
    metres = [(500_000.0, 4_030_000.0), (500_100, 4_030_000), (500_100, 4_030_050)]
    assert area(shapefile(tmp_path, metres, 4548)) == pytest.approx(2500, rel=1e-3)
    unsaid = shapefile(tmp_path, metres, 0)
    with pytest.raises(UndecidedInput):
        read_outline(unsaid, PLAN)
    assert area(unsaid, "EPSG:4548") == pytest.approx(2500, rel=1e-3)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("crossed.gpx", gpx(CROSSED), "crosses"),
        ("two.gpx", gpx(CORNERS[:2]), "no outline"),
        ("elsewhere.kml", kml([(2.1, 48.1), (2.2, 48.1), (2.2, 48.2), (2.1, 48.1)]), "China"),
    ],
)
def test_what_is_no_outline_is_refused_with_the_file_named(tmp_path, name, content, words):
    with pytest.raises(InputError) as refused:
        read_outline(write(tmp_path, name, content), PLAN)
    assert words in str(refused.value) and name in str(refused.value)


def test_a_damaged_file_is_unreadable(tmp_path):
    with pytest.raises(UnreadableFile):
        read_outline(write(tmp_path, "half.gpx", gpx(CORNERS)[:120]), PLAN)
    with pytest.raises(UnreadableFile):
        read_outline(tmp_path / "gone.kml", PLAN)


def test_a_small_loop_of_a_walk_is_repaired_and_told(tmp_path):
    # 2 cm across: one walks over one's own beginning.
    walked = [*CORNERS, (115.5, 36.3999999), (115.5000002, 36.4000001)]
    found = read_outline(write(tmp_path, "loop.gpx", gpx(walked)), PLAN)
    assert multipolygon_area_m2(found.polygons) == pytest.approx(ABOUT_M2, rel=2e-3)


def test_what_is_drawn_has_three_corners_and_does_not_cross_itself():
    drawn = drawn_outline(CORNERS, PLAN)
    assert multipolygon_area_m2(drawn.polygons) == pytest.approx(ABOUT_M2, rel=2e-3)
    with pytest.raises(InputError, match="three corners"):
        drawn_outline([*CORNERS[:2], CORNERS[0]], PLAN)
    with pytest.raises(InputError, match="cannot be used"):
        drawn_outline(CROSSED, PLAN)
