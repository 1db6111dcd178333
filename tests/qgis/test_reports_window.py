"""Papers of a fictional city, made in the window: which, for whom, on which template."""

from __future__ import annotations

import json
import shutil
import zipfile
from datetime import date
from pathlib import Path

import fictional_city as city
import pytest

from tuban.dialogs.overview.reports_dialog import ReportsDialog

EAST, WEST, SOUTH = city.COUNTIES


@pytest.fixture(scope="module")
def made(tmp_path_factory, plan):
    path = tmp_path_factory.mktemp("city") / "虚构市.gpkg"
    city.make_city(path, plan)
    return path


@pytest.fixture
def today():
    return date(2023, 4, 23)


def ready(form, qtbot):
    qtbot.waitUntil(lambda: not form.task.is_running, timeout=60_000)
    return form


@pytest.fixture
def form(desk, made, tmp_path, qtbot):
    path = tmp_path / "虚构市.gpkg"
    shutil.copy(made, path)
    desk.session.open(path)
    form = ready(desk.menu.oversight.open(ReportsDialog), qtbot)
    folder = tmp_path / "通 报 '一'"
    folder.mkdir()
    form.folder.setFilePath(str(folder))
    form.pdf.setChecked(False)
    return form


def words_of(path):
    with zipfile.ZipFile(path) as archive:
        return archive.read("word/document.xml").decode("utf-8")


def test_a_bulletin_with_a_case_chosen_by_hand(form, qtbot):
    form.choose("bulletin")
    form.pdf.setChecked(True)
    assert not form.unit.isEnabled()
    # April's illegal parcels: two in the east, two in the west.
    assert form.cases.list.topLevelItemCount() == 4
    chosen = f"{WEST}JC23040001_1"
    assert form.cases.tick(chosen) and form.cases.chosen == (chosen,)
    form.make()
    ready(form, qtbot)
    (written,) = form.written
    assert {one.suffix for one in written.files} == {".docx", ".pdf", ".xlsx", ".json"}
    assert chosen in words_of(written.word) and "虚构西县" in words_of(written.word)
    sources = json.loads(written.files[-1].read_text(encoding="utf-8"))
    assert sources["figures"] and sources["paper"] == "bulletin"
    assert str(written.word) in form.told.toPlainText() and form.open_button.isEnabled()


def test_a_notice_is_written_for_one_county_or_for_each(form, qtbot):
    form.choose("warning", SOUTH)
    assert form.unit.isEnabled() and form.wanted(SOUTH).unit == SOUTH
    form.make()
    ready(form, qtbot)
    assert ["虚构南区" in one.word.name for one in form.written] == [True]
    form.choose("warning")
    form.make()
    ready(form, qtbot)
    assert [one.word.stem.split("_")[1] for one in form.written] == list(city.COUNTIES.values())


def test_the_parcel_at_hand_is_a_case_if_it_is_one_of_them(form, desk):
    form.choose("bulletin")
    desk.session.show_anywhere(f"{EAST}JC23040000_1")
    form.cases.here.click()
    assert form.cases.chosen == (f"{EAST}JC23040000_1",)
    desk.session.show_anywhere(f"{EAST}JC23040005_1")
    form.cases.here.click()
    assert len(form.cases.chosen) == 1
    # Another month has other parcels.
    form.month.setCurrentIndex(form.month.findText("2023-03"))
    form.month.activated.emit(form.month.currentIndex())
    assert form.cases.chosen == ()


def test_a_template_is_copied_and_used(form, qtbot, tmp_path):
    form.choose("progress")
    own = tmp_path / "本单位 模板.docx"
    form.copy_template(own)
    assert form.template.filePath() == str(own) and own.stat().st_size > 1000
    form.make()
    ready(form, qtbot)
    assert len(form.written) == 1
    own.write_bytes(b"no Word file")
    form.make()
    ready(form, qtbot)
    assert own.name in form.task._words.text()


def test_a_folder_that_is_not_there_is_asked_for(form):
    form.folder.setFilePath("")
    form.make()
    assert form.task._words.text() and not form.task.is_running and form.written == []


def test_stopping_leaves_whole_files_only(form, qtbot):
    form.choose("warning")
    form.make()
    form.task.stop()
    ready(form, qtbot)
    assert not list(Path(form.folder.filePath()).glob("*.part"))
