"""Parcels over layers: areas known by hand or from PROJ's geodesic, never from our own code."""

from __future__ import annotations

import math
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytest.importorskip("osgeo")
from osgeo import gdal, ogr, osr

from tuban.core.areas import gauss_unproject, multipolygon_area_m2, round_half_up
from tuban.core.errors import Cancelled, InputError, UndecidedInput, UnreadableFile
from tuban.core.geometry import wkb_from_multipolygon
from tuban.core.model import Parcel
from tuban.core.overlay import open_source, overlay_parcels
from tuban.core.plan import load_plan
from tuban.core.progress import Silent

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


@pytest.fixture
def layer(tmp_path):
    """Makes a layer from (wkt in zone 39, fields) rows and opens it in its role."""

    def make(role, rows, code=4527, name=None, driver="GPKG", labelled=True, **opened):
        role = PLAN.layer_role(role)
        name = name or role.layer_names[0]
        suffix = {"GPKG": "gpkg", "ESRI Shapefile": "shp", "GeoJSON": "geojson"}[driver]
        path = tmp_path / f"{name}.{suffix}"
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

    return make


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


def test_two_halves(layer):
    found = only(parcel_of(HUNDRED), layer("land_use", HALVES))
    west = geodesic_m2(rectangle(0, 0, 50, 100))
    assert classes_of(found) == {
        "cultivated": pytest.approx(west, abs=0.015),
        "construction": pytest.approx(geodesic_m2(rectangle(50, 0, 100, 100)), abs=0.015),
    }
    assert found.area_m2 == Decimal("9998.05")
    assert found.cultivated_m2 + found.construction_m2 == found.area_m2
    assert found.location in ("东村", "西村")
    assert [one.name for one in found.layers] == ["DLTB"]


@pytest.mark.parametrize("code", [4527, 4548, 4526, 4547, 4490, 4508, 4528, 4498, 4326])
def test_every_coordinate_system_gives_the_same_figures(layer, code):
    found = only(parcel_of(HUNDRED), layer("land_use", HALVES, code))
    assert classes_of(found)["cultivated"] == pytest.approx(4999.03, abs=0.011)
    assert found.uncovered_m2 == 0


@pytest.mark.parametrize("driver", ["GPKG", "ESRI Shapefile", "GeoJSON"])
def test_every_format_gives_the_same_figures(layer, driver):
    code = 4490 if driver == "GeoJSON" else 4527
    found = only(parcel_of(HUNDRED), layer("land_use", HALVES, code, driver=driver))
    assert classes_of(found)["cultivated"] == pytest.approx(4999.03, abs=0.011)
    assert found.location in ("东村", "西村")


def test_layers_of_different_systems_together(layer):
    found = only(
        parcel_of(HUNDRED),
        layer("land_use", HALVES, 4526),
        layer("basic_farmland", [(wkt(rectangle(0, 0, 50, 100)), {})], 4548),
        layer("red_line", [(wkt(rectangle(0, 0, 100, 20)), {})], 4490),
    )
    assert float(found.basic_farmland_m2) == pytest.approx(
        geodesic_m2(rectangle(0, 0, 50, 100)), abs=0.011
    )
    assert float(found.red_line_m2) == pytest.approx(
        geodesic_m2(rectangle(0, 0, 100, 20)), abs=0.011
    )


def test_parcel_on_the_border_of_two_zones(layer):
    """115.5° E: the parcel lies in both zones, one layer in each."""
    border = 39365705.0
    place = {"east": border, "north": NORTH}
    wide = rectangle(-300, 0, 300, 400)
    lon = degrees([wide], **place)[0][:, 0]
    assert lon.min() < 115.5 < lon.max()
    shift = border - EAST
    west = [(wkt(rectangle(shift - 900, -900, shift, 900)), {"DLBM": "0102"})]
    east = [(wkt(rectangle(shift, -900, shift + 900, 900)), {"DLBM": "0404"})]
    found = only(
        parcel_of(wide, **place),
        layer("land_use", west, 4526, name="DLTB_38", layer="DLTB_38"),
        layer("land_use", east, 4527, name="DLTB_39", layer="DLTB_39"),
    )
    assert found.uncovered_m2 == 0
    expected = geodesic_m2(rectangle(-300, 0, 0, 400), **place)
    assert float(found.cultivated_m2) == pytest.approx(expected, abs=0.05)
    assert float(found.area_m2) == pytest.approx(geodesic_m2(wide, **place), abs=0.05)


def test_holes_of_parcel_and_of_feature(layer):
    parcel = parcel_of(HUNDRED, rectangle(10, 10, 30, 30))
    around = wkt(rectangle(-10, -10, 110, 110), rectangle(60, 60, 90, 90))
    rows = [(around, {"DLBM": "0102"}), (wkt(rectangle(60, 60, 90, 90)), {"DLBM": "1104"})]
    found = only(parcel, layer("land_use", rows))
    island = geodesic_m2(rectangle(60, 60, 90, 90))
    field = geodesic_m2(HUNDRED, rectangle(10, 10, 30, 30)) - island
    assert classes_of(found) == {
        "cultivated": pytest.approx(field, abs=0.015),
        "other_agricultural": pytest.approx(island, abs=0.015),
    }


def test_uncovered_is_a_figure_of_its_own(layer):
    rows = [(wkt(rectangle(0, 0, 60, 100)), {"DLBM": "0102"})]
    found = only(parcel_of(HUNDRED), layer("land_use", rows))
    expected = geodesic_m2(rectangle(60, 0, 100, 100))
    assert float(found.uncovered_m2) == pytest.approx(expected, abs=0.015)


def test_thread_between_features_is_no_gap(layer):
    """Neighbours whose points differ by a hundredth of a millimetre leave nothing uncovered."""
    rows = [
        (wkt(rectangle(-10, -10, 50, 110)), {"DLBM": "0102"}),
        (
            wkt([(50.00001, -10), (120, -10), (120, 110), (50.00001, 110), (50.00001, -10)]),
            {"DLBM": "0102"},
        ),
    ]
    assert (
        only(
            parcel_of(rectangle(0, 0, 100, 900)),
            layer(
                "land_use",
                [
                    (shape.replace(str(NORTH + 110), str(NORTH + 999)), fields)
                    for shape, fields in rows
                ],
            ),
        ).uncovered_m2
        == 0
    )


def test_gap_of_a_millimetre_is_a_gap(layer):
    rows = [
        (wkt(rectangle(-10, -10, 50, 999)), {"DLBM": "0102"}),
        (wkt(rectangle(50.001, -10, 120, 999)), {"DLBM": "0102"}),
    ]
    found = only(parcel_of(rectangle(0, 0, 100, 900)), layer("land_use", rows))
    assert found.uncovered_m2 == Decimal("0.90")


def test_overlapping_features_count_once_and_the_lowest_number_wins(layer):
    rows = [
        (wkt(rectangle(0, 0, 100, 60)), {"DLBM": "0102"}),
        (wkt(rectangle(0, 40, 100, 100)), {"DLBM": "0702"}),
        (wkt(rectangle(0, 0, 100, 60)), {"DLBM": "0102"}),
    ]
    found = only(parcel_of(HUNDRED), layer("land_use", rows))
    assert float(found.cultivated_m2) == pytest.approx(
        geodesic_m2(rectangle(0, 0, 100, 60)), abs=0.015
    )
    assert float(found.construction_m2) == pytest.approx(
        geodesic_m2(rectangle(0, 60, 100, 100)), abs=0.015
    )
    overlap = geodesic_m2(rectangle(0, 40, 100, 60))
    assert f"feature 1 of DLTB (0102) and feature 2 of DLTB (0702) overlap by {overlap:.2f} m²" in (
        said(found)
    )
    assert "feature 1 of DLTB (0102) and feature 3" not in said(found)


def test_duplicates_of_basic_farmland_count_once(layer):
    half = (wkt(rectangle(0, 0, 50, 100)), {})
    more = (wkt(rectangle(25, 0, 75, 100)), {})
    found = only(
        parcel_of(HUNDRED),
        layer("land_use", HALVES),
        layer("basic_farmland", [half, half, more, half]),
    )
    assert float(found.basic_farmland_m2) == pytest.approx(
        geodesic_m2(rectangle(0, 0, 75, 100)), abs=0.011
    )


def test_deduction_of_pieces(layer):
    rows = [(HALVES[0][0], {"DLBM": "0103", "KCXS": " 0.1 ", "KCDLBM": "1203"}), HALVES[1]]
    found = only(parcel_of(HUNDRED), layer("land_use", rows))
    assert found.cultivated_gross_m2 - found.cultivated_m2 == found.by_code_m2["1203"]
    assert float(found.by_code_m2["1203"]) == pytest.approx(499.90, abs=0.011)


def test_lower_case_code_with_spaces(layer):
    rows = [(wkt(rectangle(-9, -9, 109, 109)), {"DLBM": " 08h2a "})]
    assert list(only(parcel_of(HUNDRED), layer("land_use", rows)).by_code_m2) == ["08H2A"]


def test_invalid_feature_is_repaired_and_told(layer):
    """A bow tie whose lobes are the lower and the upper triangle: half of the square."""
    bow_tie = wkt([(0, 0), (100, 0), (0, 100), (100, 100), (0, 0)])
    found = only(parcel_of(HUNDRED), layer("land_use", [(bow_tie, {"DLBM": "0102"})]))
    assert float(found.cultivated_m2) == pytest.approx(9998.05 / 2, abs=0.02)
    assert "feature 1 of DLTB is not valid; it was repaired" in said(found)


def test_parts_of_a_feature_that_overlap_do_not_cancel(layer):
    parts = [wkt(rectangle(0, 0, 60, 100)), wkt(rectangle(40, 0, 100, 100))]
    shape = "MULTIPOLYGON (" + ", ".join(part[len("POLYGON ") :] for part in parts) + ")"
    found = only(parcel_of(HUNDRED), layer("land_use", [(shape, {"DLBM": "0102"})]))
    assert found.cultivated_m2 == found.area_m2


def test_invalid_parcel_is_repaired_and_its_area_told(layer):
    bow_tie = [(0, 0), (100, 0), (0, 100), (100, 100), (0, 0)]
    found = only(parcel_of(bow_tie), layer("land_use", HALVES))
    assert "parcel's own geometry was repaired" in said(found)
    assert "its geometry has 4999.0" in said(found)


def test_empty_and_missing_geometry_is_passed_over(layer):
    rows = [(None, {"DLBM": "0702"}), ("POLYGON EMPTY", {"DLBM": "0702"}), *HALVES]
    found = only(parcel_of(HUNDRED), layer("land_use", rows))
    assert found.uncovered_m2 == 0


def test_height_measure_and_arcs(layer):
    high = (
        wkt(HUNDRED).replace("POLYGON", "POLYGON ZM").replace(",", " 5 6,").replace("))", " 5 6))")
    )
    arc = f"CURVEPOLYGON (CIRCULARSTRING ({EAST} {NORTH}, {EAST + 100} {NORTH}, {EAST} {NORTH}))"
    parcel = parcel_of(rectangle(-50, -150, 150, 150))
    found = only(parcel, layer("land_use", [(arc, {"DLBM": "0102"}), (high, {"DLBM": "0702"})]))
    circle = math.pi * 50**2 * 0.9998052
    assert float(found.cultivated_m2) == pytest.approx(circle, rel=1e-3)
    assert float(found.construction_m2) == pytest.approx(9998.05 - circle / 2, rel=1e-3)


def test_features_that_only_touch_add_nothing(layer):
    rows = [
        *HALVES,
        (wkt(rectangle(100, 0, 200, 100)), {"DLBM": "0404"}),
        (wkt(rectangle(100, 100, 200, 200)), {"DLBM": "1006"}),
    ]
    shapes = [rows[0], (wkt(rectangle(50, -50, 100, 150)), {"DLBM": "0702"}), *rows[2:]]
    found = only(parcel_of(HUNDRED), layer("land_use", shapes))
    assert list(found.by_code_m2) == ["0102", "0702"]


def test_parcel_that_is_a_feature_to_the_last_bit(layer):
    found = only(parcel_of(HUNDRED), layer("land_use", [(wkt(HUNDRED), {"DLBM": "0102"})], 4527))
    assert found.cultivated_m2 == found.area_m2
    assert found.adjusted_m2 == {}


@pytest.mark.parametrize(
    ("depth_m", "mu"),
    [(33.34, "5.00"), (33.30, "4.99"), (66.70, "10.00"), (133.36, "20.00"), (133.32, "19.99")],
)
def test_threshold_in_mu_from_geometry(layer, depth_m, mu):
    """100 m of ground are 99.98… m² per metre of depth here (9998.05 m² per 100 m square)."""
    strip = rectangle(0, 0, 100, depth_m)
    expected = round_half_up(round_half_up(geodesic_m2(strip)) * Decimal("0.0015"))
    assert str(expected) == mu
    found = only(
        parcel_of(rectangle(0, 0, 100, 300)),
        layer("land_use", [(wkt(rectangle(-9, -9, 109, 309)), {"DLBM": "0102"})]),
        layer("basic_farmland", [(wkt(strip), {})]),
    )
    assert str(found.basic_farmland_mu) == mu


def test_approvals(layer):
    rows = [
        (wkt(rectangle(0, 0, 50, 100)), {"PZWH": "甲〔2022〕1号"}),
        (wkt(rectangle(25, 0, 50, 100)), {"PZWH": "乙〔2023〕2号"}),
        (wkt(rectangle(25, 50, 50, 100)), {"PZWH": "乙〔2023〕2号"}),
        (wkt(rectangle(500, 0, 600, 100)), {"PZWH": "丙"}),
    ]
    found = only(parcel_of(HUNDRED), layer("land_use", HALVES), layer("conversion", rows))
    assert [(one.document, str(one.percent)) for one in found.approvals] == [
        ("", "50.00"),
        ("乙〔2023〕2号", "25.00"),
        ("甲〔2022〕1号", "50.00"),
    ]


def test_parcel_beside_a_protected_area_is_outside_it_and_told(layer):
    found = only(
        parcel_of(HUNDRED),
        layer("land_use", [*HALVES, (wkt(rectangle(800, 0, 900, 900)), {"DLBM": "0102"})]),
        layer("red_line", [(wkt(rectangle(700, 0, 800, 100)), {})]),
    )
    assert found.red_line_m2 == 0
    assert "outside the extent of STBHHX" in said(found)


@pytest.mark.parametrize("rows", [[], [(wkt(rectangle(90_000, 0, 99_000, 100)), {})]])
def test_protected_layer_of_another_county_tells_nothing(layer, rows):
    found = only(parcel_of(HUNDRED), layer("land_use", HALVES), layer("basic_farmland", rows))
    assert found.basic_farmland_m2 is None
    assert "YJJBNTTB does not reach the land-use layer at all" in said(found)


def test_missing_layers_are_unknown_and_told(layer):
    found = only(parcel_of(HUNDRED), layer("land_use", HALVES))
    assert (found.basic_farmland_m2, found.red_line_mu, found.urban_m2) == (None, None, None)
    assert "no layer YJJBNTTB" in said(found)
    assert "CZKFBJ" not in said(found)


def test_land_use_elsewhere_is_uncovered_and_told(layer):
    """Zone 39 without its number read as zone 38: everything lies 270 km away."""
    rows = [(wkt(rectangle(270_000, 0, 280_000, 100)), {"DLBM": "0102"})]
    found = only(parcel_of(HUNDRED), layer("land_use", rows))
    assert found.uncovered_m2 == found.area_m2
    assert "lies outside DLTB: uncovered" in said(found)


def test_without_land_use_there_is_no_overlay(layer):
    with pytest.raises(InputError, match="Without a land-use layer"):
        overlay_parcels([], [layer("red_line", [(wkt(HUNDRED), {})])], PLAN)


def test_no_parcels_no_figures(layer):
    assert overlay_parcels([], [layer("land_use", HALVES)], PLAN) == []


def test_progress_and_cancel(layer):
    class Watching(Silent):
        seen = ()

        def at(self, done, total):
            self.seen += ((done, total),)

        def is_cancelled(self):
            return len(self.seen) > 2

    source = layer("land_use", HALVES)
    watching = Watching()
    overlay_parcels([parcel_of(HUNDRED)] * 2, [source], PLAN, watching)
    assert watching.seen == ((0, 2), (1, 2), (2, 2))
    with pytest.raises(Cancelled):
        overlay_parcels([parcel_of(HUNDRED)], [source], PLAN, watching)


def test_order_of_features_and_winding_do_not_change_the_sums(layer):
    def turned(shape):
        ring = shape[len("POLYGON ((") : -2].split(", ")
        return "POLYGON ((" + ", ".join(reversed(ring)) + "))"

    one = only(parcel_of(HUNDRED), layer("land_use", HALVES))
    other = only(
        parcel_of(HUNDRED[::-1]),
        layer(
            "land_use",
            [(turned(shape), values) for shape, values in HALVES[::-1]],
            name="DLTB_2",
            layer="DLTB_2",
        ),
    )
    assert classes_of(one) == classes_of(other)


def test_splitting_a_parcel_does_not_change_the_sums(layer):
    source = layer("land_use", HALVES)
    whole = only(parcel_of(HUNDRED), source)
    parts = overlay_parcels(
        [parcel_of(rectangle(0, 0, 100, 33)), parcel_of(rectangle(0, 33, 100, 100))], [source], PLAN
    )
    total = sum(part.cultivated_m2 for part in parts)
    assert abs(total - whole.cultivated_m2) <= Decimal("0.03")


def test_random_partition_agrees_with_the_geodesic(layer):
    """Land split by crooked lines, the parcel a star over many of them."""
    random = np.random.default_rng(7)
    xs, ys = np.meshgrid(np.arange(-3, 4) * 90.0, np.arange(-3, 4) * 80.0)
    xs, ys = xs + random.uniform(-25, 25, xs.shape), ys + random.uniform(-25, 25, ys.shape)
    cells = [
        [(xs[r, c], ys[r, c]) for r, c in ((i, j), (i, j + 1), (i + 1, j + 1), (i + 1, j), (i, j))]
        for i in range(6)
        for j in range(6)
    ]
    codes = [("0102", "0301", "0404", "0702")[n % 4] for n in range(len(cells))]
    angles = np.linspace(0, 2 * np.pi, 18)
    radii = np.where(np.arange(18) % 2, 70.0, 190.0)
    radii[-1] = radii[0]
    star = list(zip(radii * np.cos(angles), radii * np.sin(angles)))
    star[-1] = star[0]
    found = only(
        parcel_of(star),
        layer("land_use", [(wkt(cell), {"DLBM": code}) for cell, code in zip(cells, codes)], 4526),
    )
    shapely = pytest.importorskip("shapely.geometry")
    for code in ("0102", "0301", "0404", "0702"):
        expected = 0.0
        for cell, its_code in zip(cells, codes):
            cut = shapely.Polygon(star).intersection(shapely.Polygon(cell))
            if its_code == code and not cut.is_empty:
                expected += sum(
                    geodesic_m2(list(part.exterior.coords))
                    for part in getattr(cut, "geoms", [cut])
                    if part.area
                )
        assert float(found.by_code_m2[code]) == pytest.approx(expected, abs=0.03)
    assert found.uncovered_m2 == 0


GRID = [
    (wkt(rectangle(x, y, x + 60, y + 60)), {"DLBM": code, "KCXS": "0.0731"})
    for n, x in enumerate(range(-240, 240, 60))
    for y, code in zip(range(-240, 240, 60), ("0102", "0301", "0404", "0702") * 2)
    if (n + y // 60) % 7
]


@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    st.lists(st.floats(0.2, 1), min_size=3, max_size=20),
    st.floats(1, 230),
    st.floats(-60, 60),
    st.floats(-60, 60),
)
def test_identity_holds_on_any_parcel(grid, radii, size_m, x, y):
    angles = np.linspace(0, 2 * np.pi, len(radii) + 1)[:-1]
    corners = [
        (x + size_m * r * math.cos(a), y + size_m * r * math.sin(a)) for r, a in zip(radii, angles)
    ]
    found = only(parcel_of([*corners, corners[0]]), grid)
    areas = [getattr(found, f"{name}_m2") for name in CLASSES]
    assert sum(areas) == found.area_m2
    assert sum(getattr(found, f"{name}_mu") for name in CLASSES) == found.area_mu
    assert all(abs(change) <= Decimal("0.03") for change in found.adjusted_m2.values())


@pytest.fixture
def grid(layer):
    return layer("land_use", GRID)


@pytest.mark.parametrize("code", [4548, 4547])
def test_zone_number_that_the_system_does_not_have_is_39_000_km_away(layer, code):
    with pytest.raises(InputError, match=r"eastings lie 389.. km from that zone's middle"):
        layer_with_label(layer, code)


def layer_with_label(layer, code):
    """Zone-39 coordinates under another system's name."""
    source = layer("land_use", HALVES, 4527)
    return open_source(source.role, source.path, crs=f"EPSG:{code}")


def test_metres_labelled_degrees_and_degrees_labelled_metres(layer):
    with pytest.raises(InputError, match="but its coordinates are metres"):
        layer_with_label(layer, 4490)
    source = layer("land_use", HALVES, 4490, name="DLTB_deg", layer="DLTB_deg")
    with pytest.raises(InputError, match="but its coordinates are degrees"):
        open_source(source.role, source.path, crs="EPSG:4527")


def test_datum_of_another_century_is_refused(layer):
    with pytest.raises(InputError, match="not on CGCS2000"):
        layer_with_label(layer, 2363)  # Xian 1980, 3° zone 39


@pytest.mark.parametrize(
    ("code", "read_as"),
    [(4527, "EPSG:4527"), (4526, "EPSG:4526"), (4490, "EPSG:4490"), (4498, "EPSG:4498")],
)
def test_missing_system_is_known_by_magnitude(layer, code, read_as):
    source = layer("land_use", HALVES, code, driver="ESRI Shapefile", labelled=False)
    found = only(parcel_of(HUNDRED), source)
    assert found.layers[0].crs == read_as
    assert found.uncovered_m2 == 0
    assert (
        f"DLTB names no coordinate system; by the size of its coordinates it was read as {read_as}"
        in said(found)
    )


def test_missing_system_without_zone_number_is_asked(layer):
    with pytest.raises(UndecidedInput) as asked:
        layer("land_use", HALVES, 4548, driver="ESRI Shapefile", labelled=False)
    assert asked.value.question == "crs"
    assert "EPSG:4548" in asked.value.choices


def test_given_system_answers(layer):
    source = layer(
        "land_use", HALVES, 4548, driver="ESRI Shapefile", labelled=False, crs="EPSG:4548"
    )
    assert only(parcel_of(HUNDRED), source).uncovered_m2 == 0
    assert source.notes == ()


def test_large_polygon_is_read_once(layer):
    angle = np.linspace(0, 2 * np.pi, 5001)
    circle = list(zip(400 * np.cos(angle), 400 * np.sin(angle)))
    circle[-1] = circle[0]
    red_line = layer("red_line", [(wkt(circle), {})])
    parcels = [parcel_of(rectangle(x, 0, x + 40, 40)) for x in range(-200, 200, 40)]
    one, *_, last = overlay_parcels(parcels, [layer("land_use", HALVES), red_line], PLAN)
    assert one.red_line_m2 == one.area_m2
    assert last.red_line_m2 == last.area_m2
    assert next(red_line.candidates((116, 36, 117, 37))) is next(
        red_line.candidates((116, 36, 117, 37))
    )


def test_layer_of_points(layer):
    path = layer("land_use", HALVES).path
    dataset = ogr.Open(str(path), 1)
    dataset.CreateLayer("points", system(4490), ogr.wkbPoint)
    del dataset
    with pytest.raises(InputError, match="holds no areas but Point"):
        open_source(PLAN.layer_role("red_line"), path, "points")


def test_file_that_is_missing_or_damaged(tmp_path):
    role = PLAN.layer_role("land_use")
    with pytest.raises(UnreadableFile, match="is not there"):
        open_source(role, tmp_path / "无.gpkg")
    (tmp_path / "坏.gpkg").write_bytes(b"x" * 2000)
    with pytest.raises(UnreadableFile, match="cannot be read as a layer"):
        open_source(role, tmp_path / "坏.gpkg")


def test_feature_that_is_no_area(layer):
    line = f"LINESTRING ({EAST} {NORTH}, {EAST + 50} {NORTH + 50})"
    mixed = f"GEOMETRYCOLLECTION ({line}, {wkt(HUNDRED)})"
    only(parcel_of(HUNDRED), layer("land_use", [(line, {"DLBM": "0102"}), *HALVES]))
    source = layer("red_line", [(mixed, {})])
    with pytest.raises(UnreadableFile, match=r"Feature 1 of layer STBHHX .* not an area"):
        only(parcel_of(HUNDRED), layer("land_use", HALVES, name="DLTB_2", layer="DLTB_2"), source)


@pytest.fixture(params=[False, True])
def gdal_raises(request):
    """GDAL's switch between raising and returning nothing, which other plugins turn."""
    before = gdal.GetUseExceptions()
    turn(request.param)
    yield
    turn(before)


def turn(raises):
    """GDAL insists that its parts are turned off in the reverse of the order they came on."""
    if raises:
        for module in (gdal, ogr, osr):
            module.UseExceptions()
        return
    for module in (osr, ogr, gdal):
        module.DontUseExceptions()


@pytest.mark.usefixtures("gdal_raises")
def test_both_ways_of_gdal_give_the_same(layer, tmp_path):
    bow_tie = wkt([(0, 0), (100, 0), (0, 100), (100, 100), (0, 0)])
    point = wkt([(20, 20), (20, 20), (20, 20), (20, 20)])
    rows = [(bow_tie, {"DLBM": "0102"}), (point, {"DLBM": "0702"}), *HALVES]
    source = layer("land_use", rows)
    found = only(parcel_of(HUNDRED), source)
    assert found.uncovered_m2 == 0
    assert found.cultivated_m2 > 4999
    with pytest.raises(InputError, match="not a coordinate system"):
        open_source(source.role, source.path, crs="EPSG:1")
    damaged = tmp_path / "damaged.gpkg"
    content = bytearray(source.path.read_bytes())
    content[len(content) // 3 :] = b"\xa5" * (len(content) - len(content) // 3)
    damaged.write_bytes(content)
    with pytest.raises(UnreadableFile):
        only(parcel_of(HUNDRED), open_source(source.role, damaged))
