"""Field sheets from the dock, on Tuban's form and on an office's own."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
)

from tuban.core.errors import UnreadableFile
from tuban.core.oversight import Filter, Queue
from tuban.maps.sheet_template import FIELD_SHEET, LAYOUTS, SheetTemplate, copy_for_office

NAME, SHIPPED = FIELD_SHEET, LAYOUTS / FIELD_SHEET

PDFTOTEXT = shutil.which("pdftotext")


def words_of(pdf: Path) -> str:
    if PDFTOTEXT is None:
        pytest.skip("pdftotext is not installed")
    done = subprocess.run(
        [PDFTOTEXT, "-layout", str(pdf), "-"], check=True, capture_output=True, text=True
    )
    return done.stdout


@pytest.fixture
def filled(desk, casebook_file, tmp_path):
    desk.work.settings._write("layouts_folder", str(tmp_path / "单位 layouts"))
    desk.session.open(casebook_file)
    yield desk
    desk.work.settings._write("layouts_folder", "")


@pytest.fixture
def form(filled, tmp_path):
    out = tmp_path / "表 出"
    out.mkdir()
    opened = filled.menu.field.show_sheets()
    opened.folder.setFilePath(str(out))
    yield opened
    opened.close()


def write(form, qtbot) -> list:
    form.write_button.click()
    qtbot.waitUntil(lambda: form.task is not None and not form.task.is_running, timeout=60_000)
    return [path.name for path in form.written]


@pytest.mark.parametrize("system", ["", "EPSG:4527"])
def test_a_form_is_read_where_there_is_a_system(qgis_new_project, monkeypatch, system):
    """QGIS 3.22 crashed now and then at a form in a project without a coordinate system."""
    project, lent, changes = QgsProject.instance(), [], []

    class Watched(QgsPrintLayout):
        def loadFromTemplate(self, *given):
            lent.append(project.crs().authid())
            return super().loadFromTemplate(*given)

    monkeypatch.setattr("tuban.maps.sheet_template.QgsPrintLayout", Watched)
    before = QgsCoordinateReferenceSystem(system)
    project.setCrs(before)
    project.crsChanged.connect(lambda: changes.append(project.crs().authid()))
    layout = SheetTemplate(SHIPPED).layout(project)
    maps = [one for one in layout.items() if isinstance(one, QgsLayoutItemMap)]
    assert set(lent) == {system or "EPSG:4490"}
    assert maps and all(one.crs().isValid() for one in maps)
    assert (project.crs(), changes) == (before, [])


def test_a_sheet_for_the_parcel_at_hand(form, filled, qtbot):
    number = filled.session.number
    assert number in form.this_one.text()
    assert form.form.text() == "Tuban's default, not official"
    assert not form.open_button.isEnabled()
    assert write(form, qtbot) == [f"{number}.pdf"]
    assert form.answer.text() == "1 sheets written."
    assert form.open_button.isEnabled()
    assert number in words_of(form.written[0])


def test_sheets_for_what_the_list_shows(filled, qtbot, tmp_path):
    session = filled.session
    category = session.plan.categories[1].code
    for row in (1, 4):
        session.show(session.rows[row].parcel_number)
        session.judge(category, "", "x")
    session.set_queue(Queue(filter=Filter(categories=(category,))))
    again = filled.menu.field.show_sheets()
    again.folder.setFilePath(str(tmp_path))
    assert again.all_listed.text() == "The 2 parcels in the list"
    again.all_listed.setChecked(True)
    assert write(again, qtbot) == [f"{session.rows[row].parcel_number}.pdf" for row in (1, 4)]


def test_it_can_be_stopped_and_what_is_written_stays(form, filled, qtbot):
    form.all_listed.setChecked(True)
    form.write()
    assert form.close_button.text() == "Stop"
    form.task.progressed.connect(lambda done: form.reject() if done == 2 else None)
    qtbot.waitUntil(lambda: not form.task.is_running, timeout=60_000)
    assert len(form.written) == 2
    assert form.isVisible()
    form.reject()
    assert not form.isVisible()


def test_military_land_gets_no_sheet(form, filled, qtbot):
    filled.session.judge("military", "", "")
    form.write()
    assert form.answer.text() == "Nothing is written of military land."
    form.all_listed.setChecked(True)
    assert f"{filled.session.number}.pdf" not in write(form, qtbot)
    assert len(form.written) == len(filled.session.rows) - 1


def test_the_offices_own_form_is_used(form, filled, qtbot):
    """A copy of Tuban's form, changed as the layout designer does it."""
    form.copy_button.click()
    own = filled.work.settings.layouts_folder / NAME
    assert own.read_bytes() == SHIPPED.read_bytes()
    assert form.form.text() == "The office's own"
    layout = SheetTemplate(own).layout(QgsProject.instance())
    title = layout.itemById("title")
    title.setText("虚构市局核查表 [% @tuban_area_mu %] 亩")
    layout.removeLayoutItem(layout.itemById("map_after"))
    assert layout.saveAsTemplate(str(own), QgsReadWriteContext())
    write(form, qtbot)
    area = filled.session.rows[filled.session.position].area_mu
    assert f"虚构市局核查表 {area:.2f} 亩" in words_of(form.written[0])
    assert copy_for_office(filled.work.settings, NAME) == own
    assert own.read_bytes() != SHIPPED.read_bytes(), "the office's form is never overwritten"


def template_without_places(path: Path) -> Path:
    layout = QgsPrintLayout(QgsProject.instance())
    layout.initializeDefaults()
    label = QgsLayoutItemLabel(layout)
    label.setText("没有内容")
    layout.addLayoutItem(label)
    layout.saveAsTemplate(str(path), QgsReadWriteContext())
    return path


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "not a layout template"),
        (b"PK\x03\x04\xff\xfe", "not a layout template"),
        (b"<html><body/></html>", "not a layout template"),
        (b"<Layout/>", "not a layout template"),
        (b"<Layout", "not a layout template"),
        (None, "shows nothing of a parcel"),
    ],
)
def test_a_wrong_form_is_told(form, filled, tmp_path, content, says):
    own = filled.work.settings.layouts_folder / NAME
    own.parent.mkdir()
    if content is None:
        template_without_places(own)
    else:
        own.write_bytes(content)
    with pytest.raises(UnreadableFile, match=says):
        SheetTemplate(own)
    form.write()
    assert NAME in form.answer.text()
    assert form.task is None


def test_a_form_that_is_gone_is_told(tmp_path):
    with pytest.raises(UnreadableFile, match="cannot be read"):
        SheetTemplate(tmp_path / "没有.qpt")


def test_the_shipped_form_says_that_it_is_tubans_and_has_every_place():
    layout = SheetTemplate(SHIPPED).layout(QgsProject.instance())
    assert "Tuban 默认表式，非官方表式" in layout.itemById("default").text()
    for name in ("map_before", "map_after"):
        assert not layout.itemById(name).rect().isEmpty()
    assert all(layout.itemById(f"photo_{number}") for number in range(1, 5))
