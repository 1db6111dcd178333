"""What the checks found: as a layer, as PDF, and put right from the list."""

from __future__ import annotations

import re

import pytest
from qgis.PyQt.QtCore import Qt

from tuban.core.model import Finding, Severity
from tuban.core.text import text
from tuban.maps.report_pdf import write_pdf_report
from tuban.maps.words import chinese


@pytest.fixture
def filled(desk, casebook_file):
    desk.session.open(casebook_file)
    return desk


def ready(form, qtbot):
    qtbot.waitUntil(lambda: not form.task.is_running, timeout=20_000)


def choose(form, check):
    for line in range(form.list.topLevelItemCount()):
        item = form.list.topLevelItem(line)
        found = item.data(1, Qt.ItemDataRole.UserRole)
        item.setSelected(found.check == check)
    form.list.picked.emit()


def test_findings_stand_on_the_map_where_they_are(filled, qtbot):
    form = filled.menu.show_check()
    ready(form, qtbot)
    form.actions_row.map_button.click()
    layer = filled.work.findings.layer()
    named = [one for one in form.findings if one.subject]
    assert layer.featureCount() == len(named) > 0
    feature = next(layer.getFeatures())
    assert feature["number"] in {one.subject for one in named}
    assert feature.geometry().isGeosValid()
    assert layer.crs().authid() == "EPSG:4490"
    # Once more gives no second layer.
    form.actions_row.map_button.click()
    assert filled.work.findings.layer().featureCount() == len(named)


def test_what_becomes_military_leaves_the_map_at_once(filled, qtbot):
    form = filled.menu.show_check()
    ready(form, qtbot)
    form.actions_row.map_button.click()
    assert filled.work.findings.layer() is not None
    filled.session.show(filled.session.rows[0].parcel_number)
    filled.menu.move_to_register()
    assert filled.work.findings.layer() is None


def test_a_fix_is_offered_beside_its_finding_and_recorded(filled, qtbot):
    session = filled.session
    session.show(session.rows[0].parcel_number)
    session.judge("unchanged", "", "与前时相\u200b一致")
    form = filled.menu.show_check()
    ready(form, qtbot)
    assert form.actions_row.fix_button.isHidden()
    choose(form, "texts-gbk")
    assert not form.actions_row.fix_button.isHidden()
    form.actions_row.fix_button.click()
    ready(form, qtbot)
    assert session.book.dossier(session.number).county_verdict.reason == "与前时相一致"
    assert "texts-gbk" not in {one.check for one in form.findings}
    session.undo()
    assert session.book.dossier(session.number).county_verdict.reason == "与前时相\u200b一致"


def test_a_report_of_many_findings_is_a_pdf_of_several_pages(tmp_path):
    message = text("The photo {file} is missing or cannot be read.", file="照片 <1>.jpg")
    many = [Finding("photos-files", Severity.ERROR, message, f"A{n}", "规则") for n in range(90)]
    path = tmp_path / "报告 it's.pdf"
    write_pdf_report(many, path, chinese)
    content = path.read_bytes()
    assert content.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", content)) > 2
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
