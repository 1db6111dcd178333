"""Protected areas, approvals, layers that are missing, elsewhere, damaged or very large."""

from __future__ import annotations

import gc

import numpy as np
import pytest

pytest.importorskip("osgeo")
from osgeo import ogr
from overlay_land import (
    EAST,
    HALVES,
    HUNDRED,
    NORTH,
    PLAN,
    only,
    parcel_of,
    rectangle,
    said,
    system,
    wkt,
)

from tuban.core.errors import Cancelled, InputError, UnreadableFile
from tuban.core.overlay.files import open_source
from tuban.core.overlay.run import overlay_parcels
from tuban.core.progress import Silent


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


class Listening(Silent):
    def __init__(self):
        self.said = []

    def say(self, message):
        self.said.append(str(message))


def test_parcels_outside_a_protected_layers_extent_are_told_once(layer):
    sources = [
        layer("land_use", [*HALVES, (wkt(rectangle(800, 0, 900, 900)), {"DLBM": "0102"})]),
        layer("red_line", [(wkt(rectangle(700, 0, 800, 100)), {})]),
    ]
    parcels = [parcel_of(HUNDRED), parcel_of(HUNDRED), parcel_of(rectangle(650, 0, 750, 100))]
    listening = Listening()
    one, other, last = overlay_parcels(parcels, sources, PLAN, listening)
    assert one.red_line_m2 == other.red_line_m2 == 0
    assert one.outside_extent_m2 == {"red_line": one.area_m2}
    assert 0 < last.red_line_m2 < last.area_m2
    assert [line for line in listening.said if "extent" in line] == [
        "2 of 3 parcels lie outside the extent of STBHHX: none of them counts as inside. Check "
        "that the layer is complete."
    ]
    assert not any("extent" in said(figures) for figures in (one, other, last))


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
    assert watching.seen == ((0, 2), (2, 2))
    watching.at(2, 2)
    with pytest.raises(Cancelled):
        overlay_parcels([parcel_of(HUNDRED)], [source], PLAN, watching)
    assert gc.isenabled()  # it is not while parcels are laid over


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
    with pytest.raises(UnreadableFile, match=r"There is no file .*无\.gpkg"):
        open_source(role, tmp_path / "无.gpkg")
    (tmp_path / "坏.gpkg").write_bytes(b"x" * 2000)
    with pytest.raises(UnreadableFile, match=r"坏\.gpkg cannot be read; it is damaged"):
        open_source(role, tmp_path / "坏.gpkg")


def test_feature_that_is_no_area(layer):
    line = f"LINESTRING ({EAST} {NORTH}, {EAST + 50} {NORTH + 50})"
    mixed = f"GEOMETRYCOLLECTION ({line}, {wkt(HUNDRED)})"
    only(parcel_of(HUNDRED), layer("land_use", [(line, {"DLBM": "0102"}), *HALVES]))
    source = layer("red_line", [(mixed, {})])
    with pytest.raises(UnreadableFile, match=r"Layer STBHHX: Feature 1 in .* not an area"):
        only(parcel_of(HUNDRED), layer("land_use", HALVES, name="DLTB_2", layer="DLTB_2"), source)


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
