"""Dossiers: what is on their pages, from the dock's key and on an office's own form."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsReadWriteContext, QgsTextFormat

from tuban.maps.line_breaking import Breaker
from tuban.maps.sheet_template import DOSSIER, SheetTemplate

PDFTOTEXT = shutil.which("pdftotext")


def words_of(pdf: Path) -> str:
    if PDFTOTEXT is None:
        pytest.skip("pdftotext is not installed")
    done = subprocess.run([PDFTOTEXT, "-raw", str(pdf), "-"], check=True, capture_output=True)
    # A hash with ff in it is set with the ligature.
    return "".join(done.stdout.decode("utf-8").replace("ﬀ", "ff").split())


@pytest.fixture
def filled(desk, casebook_file, tmp_path):
    settings = desk.work.settings
    settings._write("layouts_folder", str(tmp_path / "单位 layouts"))
    out = tmp_path / "档 案"
    out.mkdir()
    settings.remember_folder("dossiers", str(out))
    desk.session.open(casebook_file)
    return desk


def written(form, qtbot) -> Path:
    qtbot.waitUntil(lambda: form.task is not None and not form.task.is_running, timeout=60_000)
    (path,) = form.written
    form.close()
    return path


def test_one_action_writes_the_dossier_of_the_parcel_at_hand(filled, qtbot, monkeypatch):
    session = filled.session
    monkeypatch.setattr(type(session.book), "dossiers", None)  # the month is not read for it
    session.judge(session.plan.categories[1].code, "", "有批准文件（虚构）")
    number, head = session.number, session.book.head()
    path = written(filled.menu.field.write_dossier(), qtbot)
    assert path.name.startswith(number)
    words = words_of(path)
    area = session.dossier.parcel.area_m2
    verdict = session.plan.categories[1].label.zh
    said = (number, "有批准文件（虚构）", verdict, f"{area:.2f}", "100.00%")
    for one in (*said, session.plan.id, "非官方表式", "J4("):
        assert one in words, one
    for digest in (head.hash, session.plan.sha256, session.dossier.parcel.geometry_sha256):
        assert digest in words
    assert session.book.head() == head, "nothing is recorded"


def test_pages_that_a_long_record_adds_say_whose_and_which_they_are(filled, qtbot):
    session = filled.session
    for at in range(60):
        session.judge(session.plan.categories[1].code, "", f"虚构理由{at}")
    words = words_of(written(filled.menu.field.write_dossier(), qtbot))
    pages = int(words.partition("第1/")[2].partition("页")[0])
    assert pages > 3 and f"第{pages}/{pages}页" in words
    assert words.count(f"记录全文{session.number}") == pages - 2


def test_military_land_has_no_dossier(filled, qtbot):
    filled.session.judge("military", "", "")
    form = filled.menu.field.write_dossier()
    assert form.answer.text() == "Nothing is written of military land."
    assert form.task is None
    form.close()


def test_the_offices_own_form_with_fewer_columns_and_no_maps(filled, qtbot):
    form = filled.menu.field.show_dossiers()
    form.copy_button.click()
    own = filled.work.settings.layouts_folder / DOSSIER
    layout = SheetTemplate(own).layout(QgsProject.instance())
    layout.itemById("title").setText("虚构市局卷 [% @tuban_parcel_number %]")
    for name in ("map_before", "map_photos", "table_figures"):
        layout.removeLayoutItem(layout.itemById(name))
    layout.itemById("table_facts").multiFrame().setColumnWidths([50.0])
    assert layout.saveAsTemplate(str(own), QgsReadWriteContext())
    form.write()
    assert f"虚构市局卷{filled.session.number}" in words_of(written(form, qtbot))


def test_lines_fit_and_nothing_of_them_is_lost(qgis_app):
    breaker = Breaker(QgsTextFormat())
    words = "未办理农用地转用审批和供地手续，擅自占地建设。SHA-256 " + "0123456789abcdef" * 4
    lines = breaker.lines(words, 30.0).split("\n")
    assert len(lines) > 3
    assert all(breaker.width_mm(line) <= 30.0 for line in lines)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    assert not any(line.startswith(("，", "。")) for line in lines)
    assert breaker.lines("短", 0.1) == "短"
