"""What the figures at hand rest on, in the dock, and computing one parcel again from there."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from osgeo import ogr, osr

from tuban.core.casebook import events
from tuban.core.model import LayerUsed
from tuban.core.text import text
from tuban.dialogs.month.overlay_dialog import FOLDER

HASH = "0123456789abcdef" * 4


def labels(panel):
    return panel._notes.text()


@pytest.fixture
def filled(desk, casebook_file):
    desk.session.open(casebook_file)
    return desk


def record(filled, **changes):
    old = filled.session.dossier.figures
    filled.session.book.record([events.figures_computed(replace(old, **changes), old)])
    filled.session.reload()


def test_each_figure_says_what_it_rests_on(filled):
    record(
        filled,
        layers=(
            LayerUsed("land_use", "DLTB", "2022", HASH, "EPSG:4527"),
            LayerUsed("red_line", "STBHHX", "2021-06-30", HASH[::-1], "EPSG:4490"),
            LayerUsed("conversion", "批文", "", "", "EPSG:4527"),
        ),
        outside_extent_m2={"land_use": Decimal("12.34")},
        nearest_m={"red_line": Decimal("120.50")},
        adjusted_m2={"cultivated": Decimal("-0.01")},
        notes=(text("3 land-use pieces are smaller than 1 m²"),),
    )
    panel = filled.dock.figures
    said = labels(panel)
    assert "12.34 m² lie outside the extent of Land use." in said
    assert "Ecological red line: 120.50 m away." in said
    assert "Adjusted by -0.01 m² so that the parts add up: cultivated land." in said
    assert "3 land-use pieces" in said
    tips = {caption.text(): value.toolTip() for caption, value in panel._cells}
    assert "Land use: DLTB, 2022, EPSG:4527; SHA-256 0123456789ab" in tips["Construction"]
    assert "STBHHX, 2021-06-30" in tips["Red line"]
    whole = panel.layers._words.toolTip()
    assert HASH in whole and HASH[::-1] in whole
    assert "批文, ?, EPSG:4527; a database has no hash" in whole
    assert "Computed 20" in whole
    assert panel.layers._words.full == "From: DLTB 2022, STBHHX 2021-06-30, 批文"


def test_a_layer_that_lies_wholly_elsewhere_makes_no_noise(filled):
    area = filled.session.dossier.figures.area_m2
    record(filled, outside_extent_m2={"red_line": area})
    assert "extent" not in labels(filled.dock.figures)


def test_one_parcel_is_computed_again(filled, qtbot, tmp_path):
    panel = filled.dock.figures
    panel.layers.show_them()
    assert not panel.layers.again.isEnabled()
    folder = tmp_path / "底图"
    folder.mkdir()
    system = osr.SpatialReference()
    system.ImportFromEPSG(4490)
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(folder / "DLTB.gpkg"))
    layer = dataset.CreateLayer("DLTB", system, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("DLBM", ogr.OFTString))
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetField("DLBM", "0601")
    wkt = "POLYGON((115 36,116 36,116 37,115 37,115 36))"
    feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
    layer.CreateFeature(feature)
    del feature, layer, dataset
    filled.work.settings.remember_folder(FOLDER, str(folder))
    panel.layers.show_them()
    number = filled.session.number
    others = [one.figures for one in filled.session.book.dossiers() if one.parcel.number != number]
    panel.layers.again.click()
    assert not filled.session.writable
    qtbot.waitUntil(lambda: filled.session.writable, timeout=20_000)
    figures = filled.session.dossier.figures
    assert filled.session.number == number
    assert figures.construction_m2 == figures.area_m2
    assert figures.layers[0].name == "DLTB"
    after = [one.figures for one in filled.session.book.dossiers() if one.parcel.number != number]
    assert after == others
