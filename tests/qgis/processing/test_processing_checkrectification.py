"""What does not fit in how parcels are put right, and whom each waits for."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from qgis.core import QgsVectorLayer

from tuban.core.casebook import events, open_casebook, saying
from tuban.core.model import Verdict, VerdictLevel
from tuban.core.plan import load_plan
from tuban.core.rectification import plan_rectification
from tuban.core.rectified import Measure, Progress

PLAN = load_plan("liaocheng-2023")


@pytest.fixture
def judged(imported, numbers):
    """Both parcels of 15.00 mu are illegal."""
    with open_casebook(imported, "甲") as book:
        book.record(
            [
                events.verdict_given(
                    Verdict(
                        *(f"{one}_1", VerdictLevel.COUNTY, "illegal", "not_applied", "厂房"),
                        *(PLAN.id, PLAN.sha256),
                    ),
                    None,
                )
                for one in numbers
            ]
        )
    return imported


def test_what_does_not_fit_is_told_and_what_waits_is_listed(judged, numbers, tmp_path, run):
    """10.00 mu torn down with 10.50 recultivated, 5.00 to be made up by 30 November."""
    torn = Measure("demolition", Progress.DONE, Decimal("10.00"), done_on="2023-10-01")
    torn = replace(torn, recultivated_mu=Decimal("10.50"))
    papers = Measure("made_up", Progress.PLANNED, Decimal("5.00"))
    with open_casebook(judged, "甲") as book:
        shown = book.dossier(f"{numbers[0]}_1")
        recorded = plan_rectification(shown, [torn, papers], PLAN, book.office, "2023-11-30")
        book.record(saying.rectified(shown, recorded))
    output, report = tmp_path / "整改.gpkg", tmp_path / "问题.xlsx"
    found = run(
        "checkrectification", CASEBOOK=judged, DAY="2023-12-01", OUTPUT=output, REPORT=report
    )
    assert (found["PARCELS"], found["OVERDUE"], found["APPLIED"]) == (2, 1, 0)
    assert found["ERRORS"] == 1 and "10.50" in found["FINDINGS"]
    assert report.is_file()
    layer = QgsVectorLayer(str(output), "", "ogr")
    assert layer.crs().authid() == "EPSG:4490"
    stands = [
        (one["parcel_number"], one["stage_code"], one["rectified_mu"], one["remaining_mu"])
        for one in layer.getFeatures()
    ]
    assert stands == [
        (f"{numbers[0]}_1", "under_way", 10.0, 5.0),
        (f"{numbers[1]}_1", "none", 0.0, 15.0),
    ]
    assert not next(layer.getFeatures()).geometry().isEmpty()
    assert run("checkrectification", CASEBOOK=judged, MONTH="2022-01")["PARCELS"] == 0
