"""Layers with something wrong in them: a figure that is right, or a sentence that says what."""

from __future__ import annotations

from dataclasses import replace

import pytest

pytest.importorskip("osgeo")
from osgeo import ogr
from overlay_land import (
    HALVES,
    HUNDRED,
    PLAN,
    geodesic_m2,
    only,
    parcel_of,
    rectangle,
    said,
    wkt,
)

from tuban.core.overlay.files import open_source
from tuban.core.overlay.run import overlay_parcels


def twice(ring):
    """Each corner two times, the first three."""
    return [ring[0], *(corner for corner in ring for _ in range(2))]


def test_duplicate_corners_change_nothing(layer):
    shapes = [
        (wkt(twice(rectangle(-50, -50, 50, 150))), {"DLBM": "0102"}),
        (wkt(twice(rectangle(50, -50, 250, 150))), {"DLBM": "0702"}),
    ]
    plain = only(parcel_of(HUNDRED), layer("land_use", HALVES))
    found = only(parcel_of(twice(HUNDRED)), layer("land_use", shapes, name="D", layer="D"))
    assert found.by_code_m2 == plain.by_code_m2
    assert "repaired" not in said(found)


@pytest.mark.parametrize("driver", ["GPKG", "ESRI Shapefile", "GeoJSON"])
@pytest.mark.parametrize("indexed", [True, False])
def test_features_without_geometry_are_counted_and_told(layer, driver, indexed):
    rows = [*HALVES, (None, {"DLBM": "0404"}), (None, {"DLBM": "0404"})]
    source = layer("land_use", rows, 4490, driver=driver)
    source.close()
    opened = ogr.Open(str(source.path), 1)
    name = opened.GetLayer(0).GetName()
    if driver == "GPKG" and not indexed:
        opened.ExecuteSQL(f"SELECT DisableSpatialIndex('{name}', 'geom')")
    if driver == "ESRI Shapefile" and indexed:
        opened.ExecuteSQL(f"CREATE SPATIAL INDEX ON {name}")
    del opened
    found = only(parcel_of(HUNDRED), open_source(source.role, source.path))
    assert "2 features of DLTB have no geometry: they are in no figure" in said(found)
    assert found.uncovered_m2 == 0


def test_an_empty_polygon_has_no_geometry_either(layer):
    rows = [("POLYGON EMPTY", {}), (None, {}), (wkt(rectangle(0, 0, 50, 100)), {})]
    found = only(parcel_of(HUNDRED), layer("land_use", HALVES), layer("red_line", rows))
    assert "2 features of STBHHX have no geometry" in said(found)
    half = geodesic_m2(rectangle(0, 0, 50, 100))
    assert float(found.red_line_m2) == pytest.approx(half, abs=0.011)


def test_a_layer_of_nothing_but_features_without_geometry_tells_nothing(layer):
    found = only(parcel_of(HUNDRED), layer("land_use", HALVES), layer("red_line", [(None, {})]))
    assert found.red_line_m2 is None
    assert "STBHHX does not reach the land-use layer at all" in said(found)
    assert "1 features of STBHHX have no geometry" in said(found)


def test_a_hole_outside_its_shell_is_told(layer):
    astray = wkt(rectangle(0, 0, 40, 100), rectangle(50, 50, 60, 60))
    rows = [(astray, {"DLBM": "0102"}), (wkt(rectangle(40, 0, 100, 100)), {"DLBM": "0702"})]
    found = only(parcel_of(HUNDRED), layer("land_use", rows))
    west = geodesic_m2(rectangle(0, 0, 40, 100))
    assert float(found.cultivated_m2) == pytest.approx(west, abs=0.011)
    assert found.uncovered_m2 == 0
    assert "feature 1 of DLTB is not valid; it was repaired" in said(found)


@pytest.mark.parametrize("role", ["red_line", "basic_farmland", "urban"])
def test_a_protected_area_that_crosses_itself_counts_and_is_told(layer, role):
    """Two triangles that meet in a point: half of the square, not the nothing of a signed sum."""
    bow_tie = wkt([(0, 0), (100, 0), (0, 100), (100, 100), (0, 0)])
    source = layer(role, [(bow_tie, {})])
    found = only(parcel_of(HUNDRED), layer("land_use", HALVES), source)
    half = geodesic_m2(HUNDRED) / 2
    assert float(getattr(found, f"{role}_m2")) == pytest.approx(half, abs=0.02)
    assert f"feature 1 of {source.name} is not valid; it was repaired" in said(found)


def test_heights_and_measures_are_left_aside(layer):
    """Of the parcel and of the features, with and without number."""
    high = [
        (shape.replace("POLYGON", "POLYGON ZM").replace(",", " 5 7,").replace("))", " 5 7))"), row)
        for shape, row in HALVES
    ]
    parcel = parcel_of(HUNDRED)
    lifted = ogr.CreateGeometryFromWkb(parcel.geometry)
    lifted.Set3D(True)
    lifted.SetMeasured(True)
    odd = replace(parcel, geometry=bytes(lifted.ExportToIsoWkb()))
    plain = only(parcel, layer("land_use", HALVES))
    found = only(odd, layer("land_use", high, name="DLTB_2", layer="DLTB_2"))
    assert found.by_code_m2 == plain.by_code_m2


@pytest.mark.parametrize(
    ("factor", "told"), [("1.2", True), ("-0.05", True), ("十分之一", True), ("0.1 ", False)]
)
def test_a_deduction_that_is_none_is_told_and_one_with_a_blank_is_read(layer, factor, told):
    rows = [(shape, {**values, "KCXS": factor}) for shape, values in HALVES]
    found = only(parcel_of(HUNDRED), layer("land_use", rows))
    assert (f"The deduction factor “{factor.strip()}” of feature 1" in said(found)) is told
    deducted = found.cultivated_gross_m2 - found.cultivated_m2
    assert float(deducted) == pytest.approx(0 if told else 499.90, abs=0.011)


@pytest.mark.parametrize("driver", ["GPKG", "ESRI Shapefile", "GeoJSON"])
def test_a_protected_area_that_is_not_closed_or_crosses_itself_is_a_neighbour(layer, driver):
    """40 m to the right an open triangle, 60 m above a bow tie, 90 m below a sound one."""
    land = layer("land_use", [(wkt(rectangle(-500, -500, 600, 600)), {"DLBM": "0102"})])
    not_closed = [(140, 20), (190, 20), (190, 60), (140, 60)]
    bow = [(0, 160), (50, 200), (50, 160), (0, 200), (0, 160)]
    rows = {"open": wkt(not_closed), "bow": wkt(bow), "sound": wkt(rectangle(0, -95, 50, -90))}
    told = {}
    for name, shape in rows.items():
        source = layer("red_line", [(shape, {})], name=name, layer=name, driver=driver)
        (found,) = overlay_parcels([parcel_of(HUNDRED)], [land, source], PLAN, nearest=True)
        told[name] = float(found.nearest_m["red_line"])
    expected = {"open": 40, "bow": 60, "sound": 90}
    assert told == pytest.approx(expected, abs=0.011)


def test_the_nearest_of_plain_and_broken_areas_is_told_for_each_parcel(layer):
    """Whatever is asked first: a feature that is near two parcels is mended once for both."""
    land = layer("land_use", [(wkt(rectangle(-900, -500, 900, 600)), {"DLBM": "0102"})])
    rows = [(wkt([(140, 0), (190, 0), (190, 60), (140, 60)]), {})]
    rows += [(wkt(rectangle(x, 0, x + 20, 50)), {}) for x in (-80, 400)]
    parcels = [parcel_of(rectangle(x, 0, x + 50, 50), number=f"p{x}_1") for x in (0, 80, 230, 320)]
    found = overlay_parcels(parcels, [land, layer("red_line", rows)], PLAN, nearest=True)
    told = [float(one.nearest_m["red_line"]) for one in found]
    assert told == pytest.approx([60, 10, 40, 30], abs=0.011)


def test_codes_of_another_survey_are_told_one_by_one(layer):
    """The second survey's codes of three digits, two of which begin as the third's do."""
    rows = [(shape, {"DLBM": code}) for (shape, _), code in zip(HALVES, ("012", "203"))]
    found = only(parcel_of(HUNDRED), layer("land_use", rows))
    assert found.uncovered_m2 == found.area_m2
    for code, feature in (("012", 1), ("203", 2)):
        assert f"“{code}” of feature {feature} is not in the plan's table" in said(found)


def test_codes_with_a_letter_behind(layer):
    """0201K may be put right, 0102X is no code: one counts, the other is told."""
    rows = [(shape, {"DLBM": code}) for (shape, _), code in zip(HALVES, ("0201k", "0102x"))]
    found = only(parcel_of(HUNDRED), layer("land_use", rows))
    assert list(found.by_code_m2) == ["0201K"]
    assert found.other_agricultural_m2 + found.uncovered_m2 == found.area_m2
    assert "“0102X” of feature 2 is not in the plan's table" in said(found)
