"""A second overlay: only what has changed is computed and recorded."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from osgeo import gdal
from qgis.core import QgsProcessingException, QgsVectorLayer

from tuban.core.casebook import open_casebook
from tuban.core.overlay.find import find_layers
from tuban.core.plan import load_plan
from tuban.core.progress import Silent
from tuban.maps.overlay_month import Wanted, overlay_month

NUMBERS = ("379901202304001", "379901202304002")  # as in conftest.py
PLAN = load_plan("liaocheng-2023")


@pytest.fixture
def overlay(imported, base, tmp_path, run, feedback):
    """Run the overlay over a copy of the base layers; how many were computed, kept, recorded."""
    copy = tmp_path / "底图 副本"
    copy.mkdir()
    for path in base.glob("*.gpkg"):
        (copy / path.name).write_bytes(path.read_bytes())

    def laid(**given):
        results = run("overlayareas", feedback, CASEBOOK=imported, FOLDER=copy, WHO="甲", **given)
        return results["COMPUTED"], results["KEPT"], results["CHANGED"]

    laid.folder = copy
    return laid


def head_and_figures(path):
    with open_casebook(path, "甲", read_only=True) as book:
        assert book.verify() == ()
        return book.head().seq, [one.figures for one in book.dossiers("2023-04")]


def test_nothing_changed_nothing_is_computed_or_recorded(imported, overlay, feedback):
    assert overlay() == (2, 0, 2)
    before = head_and_figures(imported)
    assert overlay() == (0, 2, 0)
    assert head_and_figures(imported) == before
    assert any("2 of 2 unchanged" in line for line in feedback.lines)
    assert overlay(AGAIN=True) == (2, 0, 0)
    assert head_and_figures(imported) == before


def test_one_parcel_alone(imported, overlay):
    assert overlay(PARCEL=f"{NUMBERS[1]}_1") == (1, 0, 1)
    _, (first, second) = head_and_figures(imported)
    assert first is None
    assert second.parcel_number == f"{NUMBERS[1]}_1"
    assert overlay() == (1, 1, 1)
    assert overlay(PARCEL=f"{NUMBERS[1]}_1", AGAIN=True) == (1, 0, 0)
    with pytest.raises(QgsProcessingException, match="no parcel 999_1 in the casebook"):
        overlay(PARCEL="999_1")


def test_a_layer_replaced_under_its_name_is_noticed(imported, overlay):
    overlay()
    _, (before, _) = head_and_figures(imported)
    line = overlay.folder / "STBHHX.gpkg"
    stamp = line.stat()
    gdal.VectorTranslate(str(line), str(overlay.folder / "DLTB.gpkg"), options=["-nln", "STBHHX"])
    assert line.stat().st_mtime_ns != stamp.st_mtime_ns
    assert overlay() == (2, 0, 2)
    _, (after, _) = head_and_figures(imported)
    assert before.red_line_m2 < after.red_line_m2 == after.area_m2
    hashes = [{one.role: one.sha256 for one in figures.layers} for figures in (before, after)]
    assert hashes[0]["land_use"] == hashes[1]["land_use"]
    assert hashes[0]["red_line"] != hashes[1]["red_line"]


def test_a_layer_less_is_a_change(imported, overlay):
    overlay()
    (overlay.folder / "STBHHX.gpkg").unlink()
    assert overlay() == (2, 0, 2)
    assert head_and_figures(imported)[1][0].red_line_m2 is None


def test_another_fact_of_the_plan_is_a_change(imported, overlay):
    overlay()
    layers = find_layers(overlay.folder, PLAN)
    rules = replace(PLAN.area_rules, sliver_m2=PLAN.area_rules.sliver_m2 + Decimal(1))
    with open_casebook(imported, "甲") as book:
        wanted = Wanted("2023-04")
        other = replace(PLAN, area_rules=rules)
        assert overlay_month(book, PLAN, wanted, layers, Silent()).kept == 2
        assert overlay_month(book, other, wanted, layers, Silent()).kept == 0
        assert overlay_month(book, other, wanted, layers, Silent()).kept == 2


def test_what_only_qgis_reads_is_computed_each_time(imported, overlay):
    farmland = QgsVectorLayer(str(overlay.folder / "YJJBNTTB.gpkg"), "永农", "ogr")
    farmland.setSubsetString("BSM = 1")
    assert overlay(BASIC_FARMLAND=farmland) == (2, 0, 2)
    assert overlay(BASIC_FARMLAND=farmland) == (2, 0, 0)


def test_progress_moves_and_never_goes_back(overlay, feedback):
    overlay()
    assert feedback.percents == sorted(feedback.percents)
    assert feedback.percents[-1] == 100
    assert len(set(feedback.percents)) > 1
