"""Every way out of the windows is tried with a military patch; a new way out has to be tried.

The ways out of the toolbox are tried in processing/test_processing_military.py.
"""

from __future__ import annotations

import ast
from datetime import date
from pathlib import Path

import pytest
from qgis.core import QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsRubberBand

from tuban.core.casebook import events
from tuban.core.casefile import Case
from tuban.core.model import Photo, Verdict, VerdictLevel
from tuban.core.submission.case_lists import write_case_lists
from tuban.dialogs.overview.overview_dialog import OverviewDialog
from tuban.dialogs.overview.statistics_dialog import StatisticsDialog
from tuban.maps.words import chinese

ROOT = Path(__file__).resolve().parents[2]
# Calls that let something out of Tuban: files, outputs of algorithms, the clipboard.
WRITERS = {
    *("write_workbook", "whole_file", "exportToPdf", "exportToImage", "exportToSvg"),
    *("writeAsVectorFormat", "writeAsVectorFormatV2", "writeAsVectorFormatV3", "parameterAsSink"),
    *("write_rows", "write_features"),
    *("clipboard", "setMimeData", "QgsVectorFileWriter"),
}
ALGORITHM = "an algorithm: processing/test_processing_military.py"
NOT_PATCHES = "nothing about patches"
KNOWN = {
    "core/submission/report.py": ALGORITHM,
    "core/submission/package.py": ALGORITHM,
    "core/submission/visit_route.py": "here, and " + ALGORITHM,
    "core/submission/case_lists.py": "here, and " + ALGORITHM,
    "core/submission/military_register.py": "the register itself: number, county, area, month",
    "core/submission/provincial/result.py": ALGORITHM,
    "core/documents/workbook.py": "writes for those above",
    "core/documents/plain.py": "writes for core/submission/provincial/sheets.py; " + ALGORITHM,
    "processing_provider/formtemplates.py": NOT_PATCHES,
    "core/field/photos.py": "copies photos in, beside the casebook",
    "maps/report_pdf.py": ALGORITHM,
    "processing_provider/checksubmission.py": ALGORITHM,
    "maps/sheet_template.py": NOT_PATCHES,
    "processing_provider/outputs.py": ALGORITHM,
    "processing_provider/result_table.py": "writes for those that follow",
    "processing_provider/overlayareas.py": ALGORITHM,
    "processing_provider/proposals.py": ALGORITHM,
    "processing_provider/attachphotos.py": ALGORITHM,
    "processing_provider/casedeadlines.py": ALGORITHM,
    "processing_provider/linkearlier.py": ALGORITHM,
    "processing_provider/progress.py": ALGORITHM,
    "processing_provider/signs.py": ALGORITHM,
    "processing_provider/spotcheck.py": ALGORITHM,
    "core/oversight/progress_sheet.py": ALGORITHM,
    "core/ledger/accountability.py": ALGORITHM,
    "core/ledger/sheets.py": ALGORITHM,
    "processing_provider/freezelist.py": ALGORITHM,
    "processing_provider/importledger.py": ALGORITHM,
    "processing_provider/ledger.py": ALGORITHM,
    "processing_provider/rechecks.py": ALGORITHM,
    "processing_provider/rectification.py": ALGORITHM,
    "processing_provider/table_algorithm.py": "what its own table says: refused of such land",
    "maps/layout_filling.py": "writes for maps/field_sheet.py, maps/dossier_sheet.py: here, and "
    + ALGORITHM,
    "core/reports/word.py": "writes for core/reports/filling.py; " + ALGORITHM,
    "core/reports/writing.py": ALGORITHM,
    "maps/paper_pdf.py": "prints what was written; " + ALGORITHM,
    "core/certificates/qr.py": ALGORITHM,
    "processing_provider/counting_algorithm.py": ALGORITHM,
    "processing_provider/checkrectification.py": ALGORITHM,
    "core/reports/page.py": "here, and " + ALGORITHM,
    "maps/page_print.py": "prints the page that is tried here",
    "dialogs/overview/ratio_dialog.py": "the notice, made by what the algorithm calls, too",
    "dialogs/overview/reports_dialog.py": "copies a template; papers: " + ALGORITHM,
    "core/receiving/feedback.py": "tests/core/exchange",
    "core/exchange/photo_files.py": "copies photos in, beside the casebook",
    "core/exchange/sharing.py": "without such land: tests/core/exchange",
    "dialogs/review/progress_dialog.py": "the notice, made by what the algorithm calls, too",
    "dialogs/review/keys_dialog.py": NOT_PATCHES,
}
MILITARY, NEIGHBOUR = 5, 6


def test_every_place_that_writes_is_known():
    """What writes something new has to be tried with a military patch before it is listed."""
    found = set()
    for room in ("core", "maps", "dialogs", "processing_provider"):
        for path in sorted((ROOT / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                    if name in WRITERS:
                        found.add(path.relative_to(ROOT).as_posix())
    assert found == set(KNOWN)


@pytest.fixture
def marked(desk, casebook_file, parcel_number, plan):
    """The fifth patch is military land by the verdict of somebody else; all have photos, cases."""
    session = desk.session
    session.open(casebook_file)
    book = session.book
    me, book.who = book.who, "somebody else"
    changes = [
        events.photo_attached(
            Photo(parcel_number(n), f"{n}.jpg", f"{n:02d}" * 32, 9, None, 115.5, 36.4, 1.0)
        )
        for n in range(1, 13)
    ]
    changes += [
        events.case_changed(Case(f"案{n}", "虚构", "", (parcel_number(n),)), None)
        for n in (MILITARY, NEIGHBOUR)
    ]
    verdict = Verdict(
        parcel_number(MILITARY), VerdictLevel.COUNTY, "military", "", "", plan.id, plan.sha256
    )
    book.record([*changes, events.verdict_given(verdict, None)])
    book.who = me
    session.reload()
    return desk


def span(index: int) -> tuple:
    """The longitudes of a square of the test casebook; a hair less than its edges."""
    west = 115.5 + 0.004 * index
    return west - 1e-9, west + 0.001 + 1e-9


def test_files_of_the_menu(marked, leaks, tmp_path, qtbot, parcel_number):
    """The city's list, the report of the checks, the lists of cases, sheets for all parcels."""
    out = tmp_path / "出 口"
    out.mkdir()
    session, number = marked.session, parcel_number(MILITARY).rpartition("_")[0]
    write_case_lists(session.book, session.plan, date(2023, 6, 1), out / "案.xlsx", chinese)
    marked.menu.save_visits(out)
    qtbot.waitUntil(lambda: len(list(out.glob("*.gpx"))) == 1, timeout=20_000)
    qtbot.waitUntil(lambda: len(list(out.glob("*.xlsx"))) == 2, timeout=20_000)
    checks = marked.menu.show_check()
    qtbot.waitUntil(lambda: checks.report_button.isEnabled(), timeout=20_000)
    for suffix in ("xlsx", "json"):
        report = out / f"报告.{suffix}"
        checks.save_report(report)
        qtbot.waitUntil(report.is_file, timeout=20_000)
        qtbot.waitUntil(lambda: checks.report_button.isEnabled(), timeout=20_000)
    written = sorted(path for path in out.rglob("*") if path.is_file())
    assert len(written) >= 6
    assert [line for path in written for line in leaks(path, number, span(MILITARY))] == []
    # The search finds what is there: the neighbour is on the list with its place.
    other = parcel_number(NEIGHBOUR).rpartition("_")[0]
    there = {line.split(": ")[1] for path in written for line in leaks(path, other, span(6))}
    assert any("number" in one for one in there) and any("x of" in one for one in there)


def test_nobody_else_gets_its_sheet(marked, tmp_path, qtbot, parcel_number):
    marked.session.show(parcel_number(MILITARY))
    form = marked.menu.field.show_sheets()
    form.this_one.setChecked(True)
    assert form._dossiers() == []
    form.this_one.setChecked(False)
    assert parcel_number(MILITARY) not in [one.parcel.number for one in form._dossiers()]


def shapes_on(canvas) -> list:
    """What lies drawn on a canvas, in the record's degrees."""
    bands = [one for one in canvas.scene().items() if isinstance(one, QgsRubberBand)]
    return [one.asGeometry() for one in bands if one.isVisible() and one.numberOfVertices()]


def test_nothing_of_it_is_drawn_for_others(marked, parcel_number):
    session, canvas = marked.session, marked.canvas
    session.show(parcel_number(NEIGHBOUR))
    assert shapes_on(canvas), "an ordinary parcel has its outline"
    session.show(parcel_number(MILITARY))
    assert shapes_on(canvas) == []
    marked.dock.dividing.start_line()
    marked.dock.dividing.choose_layer()
    marked.dock.dividing.choose_parcels()
    assert shapes_on(canvas) == [] and marked.dock.dividing.forms == []


def test_no_layer_holds_it(marked, parcel_number):
    west, east = span(MILITARY)
    box = QgsGeometry.fromRect(QgsRectangle(west, 36.4, east, 36.401))
    number = parcel_number(MILITARY)
    layers = [
        one for one in QgsProject.instance().mapLayers().values() if isinstance(one, QgsVectorLayer)
    ]
    assert len(layers) >= 2
    for layer in layers:
        for feature in layer.getFeatures():
            assert not any(number[:-2] in str(value) for value in feature.attributes())
            if layer.name() in ("parcels", "patches"):
                assert not feature.geometry().intersects(box)


def test_the_other_parcels_of_its_patch_would_show_it(marked, parcel_number, plan):
    """One parcel of a divided patch is military: nobody else sees the other one either."""
    from tuban.core.parcels import by_line, division_rules

    session = marked.session
    session.show(parcel_number(7))
    west = 115.5 + 0.004 * 7 + 0.0005
    line = [(west, 36.399), (west, 36.402)]
    division = by_line(session.partition(), session.number, line, division_rules(plan))
    session.divide(division)
    first, second = (one.number for one in division.made)
    book = session.book
    me, book.who = book.who, "somebody else"
    verdict = Verdict(first, VerdictLevel.COUNTY, "military", "", "", plan.id, plan.sha256)
    book.record([events.verdict_given(verdict, None)])
    book.who = me
    session.reload()
    session.show(second)
    assert shapes_on(marked.canvas) == []
    assert not marked.dock.dividing._can_divide()


def test_the_overview_its_lists_and_its_map_have_none_of_it(
    marked, qtbot, tmp_path, parcel_number, leaks
):
    form = marked.menu.oversight.open(OverviewDialog)
    qtbot.waitUntil(lambda: not form.task.is_running, timeout=20_000)
    secret, other = parcel_number(MILITARY), parcel_number(NEIGHBOUR)
    behind = form.shown.behind.values()
    assert any(other in numbers for numbers in behind)
    assert not any(secret in numbers for numbers in behind)
    assert form.page.tables[0].item(0, 1).text() == "11"
    path = tmp_path / "总览.html"
    form.save(path)
    qtbot.waitUntil(path.is_file, timeout=20_000)
    qtbot.waitUntil(lambda: not form.task.is_running, timeout=20_000)
    assert leaks(path, secret, span(MILITARY)) == []
    asking = form.show_map()
    qtbot.waitUntil(lambda: not asking.task.is_running, timeout=20_000)
    asking.show_them()
    qtbot.waitUntil(lambda: not asking.task.is_running, timeout=20_000)
    (county,) = form._theme.layers()[0].getFeatures()
    assert county["shown"].endswith("/ 11")
    statistics = marked.menu.oversight.open(StatisticsDialog)
    qtbot.waitUntil(lambda: not statistics.task.is_running, timeout=20_000)
    assert secret not in statistics.facts.numbers and other in statistics.facts.numbers
