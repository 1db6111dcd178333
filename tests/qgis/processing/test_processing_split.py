"""Parcels divided by a layer, as the toolbox does it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsProcessingException, QgsVectorLayer

from tuban.core.casebook import events, open_casebook
from tuban.core.model import Verdict, VerdictLevel

NUMBERS = ("379901202304001", "379901202304002")
# The patches are squares of 100 m, 500 m apart; see conftest.py.
EAST, NORTH = 39_500_000, 4_030_000


def layer_of(*boxes, crs="EPSG:4527"):
    layer = QgsVectorLayer(f"Polygon?crs={crs}&field=PZWH:string", "批文", "memory")
    features = []
    for west, south, east, north in boxes:
        points = [(west, south), (east, south), (east, north), (west, north), (west, south)]
        ring = ", ".join(f"{EAST + x} {NORTH + y}" for x, y in points)
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(f"POLYGON(({ring}))"))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def parcels(path):
    with open_casebook(path, "reader", read_only=True) as book:
        assert book.verify() == ()
        return [(one.number, one.area_m2) for one in book.parcels()]


def test_inside_and_outside_add_up(imported, run):
    layer = layer_of((-10, -10, 40, 110))
    results = run("splitparcels", CASEBOOK=str(imported), MONTH="2023-04", LAYER=layer)
    assert (results["DIVIDED"], results["MADE"], results["REFUSED"]) == (1, 2, 0)
    (inside, inside_m2), (outside, outside_m2), (other, other_m2) = parcels(imported)
    assert (inside, outside) == (f"{NUMBERS[0]}_2", f"{NUMBERS[0]}_3")
    assert other == f"{NUMBERS[1]}_1"
    assert inside_m2 + outside_m2 == other_m2
    assert float(inside_m2) == pytest.approx(4000, rel=1e-3)


def test_areas_for_themselves(imported, run):
    layer = layer_of((-10, -10, 40, 110), (40, -10, 60, 110))
    results = run("splitparcels", CASEBOOK=str(imported), LAYER=layer, APART=True)
    assert results["MADE"] == 3
    first = [area for number, area in parcels(imported) if number.startswith(NUMBERS[0])]
    assert [round(area, -1) for area in first] == [Decimal("4.00E+3"), 2000, 4000]


def test_a_sliver_is_told_and_left_or_joined(imported, run, feedback):
    layer = layer_of((-10, -10, 0.03, 110))
    results = run("splitparcels", feedback, CASEBOOK=str(imported), LAYER=layer)
    assert (results["DIVIDED"], results["REFUSED"]) == (0, 1)
    assert any(f"{NUMBERS[0]}_1" in line and "warning" in line for line in feedback.lines)
    results = run("splitparcels", CASEBOOK=str(imported), LAYER=layer, JOIN=True)
    assert (results["DIVIDED"], results["REFUSED"]) == (0, 0)


def test_judged_parcels_are_left_unless_wanted(imported, run):
    number = f"{NUMBERS[0]}_1"
    verdict = Verdict(number, VerdictLevel.COUNTY, "illegal", "", "未批先建", "liaocheng-2023", "")
    with open_casebook(imported, "tester") as book:
        book.record([events.verdict_given(verdict, None)])
    layer = layer_of((-10, -10, 40, 110))
    assert run("splitparcels", CASEBOOK=str(imported), LAYER=layer)["DIVIDED"] == 0
    assert run("splitparcels", CASEBOOK=str(imported), LAYER=layer, JUDGED=True)["DIVIDED"] == 1


def test_military_patches_are_left_alone(imported, run, feedback):
    number = f"{NUMBERS[0]}_1"
    verdict = Verdict(number, VerdictLevel.COUNTY, "military", "", "", "liaocheng-2023", "")
    with open_casebook(imported, "tester") as book:
        book.record([events.verdict_given(verdict, None)])
    layer = layer_of((-10, -10, 0.03, 110))
    results = run("splitparcels", feedback, CASEBOOK=str(imported), LAYER=layer, JUDGED=True)
    assert (results["DIVIDED"], results["REFUSED"]) == (0, 0)
    assert not any(NUMBERS[0] in line for line in feedback.lines)


@pytest.mark.parametrize(
    ("crs", "words"), [("", "no coordinate system"), ("EPSG:2437", "CGCS2000")]
)
def test_a_layer_without_place_is_refused(imported, run, crs, words):
    layer = layer_of((-10, -10, 40, 110), crs=crs)
    with pytest.raises(QgsProcessingException, match=words):
        run("splitparcels", CASEBOOK=str(imported), LAYER=layer)
    assert [number for number, _ in parcels(imported)] == [f"{one}_1" for one in NUMBERS]
