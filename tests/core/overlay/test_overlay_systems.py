"""Whatever coordinate system a layer is in, or says it is in, figures are right or refused."""

from __future__ import annotations

import pytest

pytest.importorskip("osgeo")
from overlay_land import (
    EAST,
    HALVES,
    HUNDRED,
    NORTH,
    classes_of,
    degrees,
    geodesic_m2,
    only,
    parcel_of,
    rectangle,
    said,
    wkt,
)

from tuban.core.errors import InputError, UndecidedInput
from tuban.core.overlay.files import open_source


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
    with pytest.raises(InputError, match="is not CGCS2000"):
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
    assert "names no coordinate system" not in " ".join(map(str, source.notes))
