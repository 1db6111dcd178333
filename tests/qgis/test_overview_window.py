"""The overview of a fictional city in its window, on paper, on the map; what is behind a figure."""

from __future__ import annotations

import shutil
from datetime import date

import fictional_city as city
import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QPointF, Qt
from qgis.PyQt.QtPrintSupport import QPrinter
from qgis.PyQt.QtWidgets import QPushButton

from tuban.core.casebook import events
from tuban.core.model import FieldCheck
from tuban.core.oversight import EVERYTHING
from tuban.core.statistics import Reach
from tuban.dialogs.overview.overview_dialog import OverviewDialog
from tuban.maps import kept_facts
from tuban.maps.kept_queues import queue_of
from tuban.maps.page_print import a4_lying, write_pdf

EAST, WEST, SOUTH = city.COUNTIES


@pytest.fixture(scope="module")
def made(tmp_path_factory, plan):
    path = tmp_path_factory.mktemp("city") / "虚构市.gpkg"
    city.make_city(path, plan)
    return path


@pytest.fixture
def today():
    return date(2023, 4, 23)


@pytest.fixture
def filled(desk, made, tmp_path):
    path = tmp_path / "虚构市 '一'.gpkg"
    shutil.copy(made, path)
    desk.session.open(path)
    return desk


def ready(form, qtbot):
    qtbot.waitUntil(lambda: not form.task.is_running, timeout=30_000)
    return form


@pytest.fixture
def form(filled, qtbot):
    return ready(filled.menu.oversight.open(OverviewDialog), qtbot)


def test_the_window_is_there_at_once_and_fills_itself(filled, qtbot):
    form = filled.menu.oversight.open(OverviewDialog)
    assert form.isVisible() and form.task.is_running and not form.page.tiles
    ready(form, qtbot)
    shown = [one.tile.value for one in form.page.tiles]
    assert shown == ["60.0%", "30.0%", "1", "12", "22.68%", "160.00 mu"]
    assert [one.key for one in form.page.charts] == ["progress", "ratio", "left", "course"]
    assert form.page.tables[0].item(1, 5).text() == "1"


def test_nothing_is_saved_before_all_of_it_is_counted(filled, qtbot):
    form = filled.menu.oversight.open(OverviewDialog)
    buttons = {one.text(): one for one in form.findChildren(QPushButton)}
    papers = [one for text, one in buttons.items() if text.startswith(("Print", "Save"))]
    assert [one.isEnabled() for one in papers] == [False] * 3
    assert buttons["Count again"].isEnabled()
    ready(form, qtbot)
    assert form.shown.page is not None
    assert [one.isEnabled() for one in papers] == [True] * 3


def test_another_month_and_another_day(form, qtbot):
    form.month.setCurrentIndex(form.month.findText("2023-03"))
    form.month.activated.emit(form.month.currentIndex())
    ready(form, qtbot)
    assert form.page.tiles[0].tile.value == "100.0%"
    form.day.setDate(date(2023, 3, 1))
    ready(form, qtbot)
    assert form.page.tiles[0].tile.value == "0.0%"


def test_a_figure_opens_its_parcels_and_they_are_gone_through_in_the_dock(filled, form, qtbot):
    behind = form.show_behind(f"{WEST}/1")
    assert behind.list.topLevelItemCount() == 9
    filled.session.set_month("2022-03")
    behind.go_through()
    session = filled.session
    assert session.month == city.LAST and len(session.work.queue.filter.numbers) == 9
    inside = [row.parcel_number for row in session.rows if session.work.accepts(row)]
    assert len(inside) == 9 and all(one.startswith(WEST) for one in inside)
    assert filled.dock.list.queue.choice.currentText().startswith("虚构西县")
    # It is for now: the next opening shows everything again.
    assert queue_of(filled.work.settings, session.book.path) == EVERYTHING
    behind.show_parcel(f"{SOUTH}JC22030001_1")
    assert session.month == "2022-03" and session.number == f"{SOUTH}JC22030001_1"


def test_a_bar_is_clicked_where_it_is(form, qtbot):
    view = form.page.charts[0].view
    chosen = []
    view.chosen.connect(chosen.append)
    # What is nothing has no bar: the west has none that passed, the south none at all.
    assert set(view.keys) == {
        *(f"{EAST}/{n}" for n in range(4)),
        *(f"{WEST}/{n}" for n in range(3)),
    }
    size = view.size()
    places = {
        view.key_at(QPointF(x, y)): QPointF(x, y).toPoint()
        for x in range(0, size.width(), 4)
        for y in range(0, size.height(), 4)
    }
    # Equally long bars lie on each other; the last step is on top.
    assert set(places) == {"", f"{EAST}/3", f"{WEST}/2"}
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=places[f"{EAST}/3"])
    assert chosen == [f"{EAST}/3"]


@pytest.mark.parametrize("suffix", ["pdf", "html"])
def test_it_is_saved(form, qtbot, tmp_path, suffix):
    path = tmp_path / f"总览 '四月'.{suffix}"
    form.save(path)
    ready(form, qtbot)
    start = path.read_bytes()[:15]
    assert start.startswith(b"%PDF" if suffix == "pdf" else b"<!DOCTYPE html>")


def test_it_is_printed(form, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "印.pdf"))
    printer.setPageLayout(a4_lying())
    form.print_on(printer)
    assert (tmp_path / "印.pdf").read_bytes().startswith(b"%PDF")
    printer.setOutputFileName(str(tmp_path / "fehlt" / "印.pdf"))
    form.print_on(printer)
    assert form.task._words.text() == "The printer does not answer."


def test_what_was_recorded_meanwhile_is_counted_again(filled, form, qtbot):
    session, number = filled.session, f"{SOUTH}JC23040000_1"
    old = session.book.dossier(number).field_check
    check = FieldCheck(number, ("甲",), "2023-04-22", "on_site")
    session.book.record([events.field_checked(check, old)])
    assert form.page.tables[0].item(2, 2).text() == "0"
    form.read()
    ready(form, qtbot)
    assert form.page.tables[0].item(2, 2).text() == "1"


def test_a_folder_that_is_not_there_is_told(form, qtbot, tmp_path):
    form.save(tmp_path / "fehlt" / "a.html")
    ready(form, qtbot)
    assert "a.html" in form.task._words.text()


def test_a_long_page_goes_on_on_the_next_one(form, tmp_path):
    from dataclasses import replace

    page = form.shown.page
    due = page.parts[-1]
    long = replace(due, rows=due.rows * 30)
    path = tmp_path / "lang.pdf"
    write_pdf(replace(page, parts=(*page.parts[:-1], long)), path)
    assert path.read_bytes().count(b"/Type /Page\n") > 2


def counties_layer():
    """A person's own layer: two of the counties by name, in the plane of zone 39."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:4527&field=MC:string&field=n:int", "县界", "memory")
    for at, name in enumerate(("虚构东县", "虚构西县", "别处")):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([name, at])
        west = 39360000 + 27000 * at
        feature.setGeometry(
            QgsGeometry.fromRect(QgsRectangle(west, 4018000, west + 20000, 4040000))
        )
        layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    return layer


def shown_on(layer):
    return {one["code"]: (one["shown"], one["class"]) for one in layer.getFeatures()}


def test_counties_on_the_map_by_progress_and_by_ratio(filled, form, qtbot):
    project = QgsProject.instance()
    mine = counties_layer()
    # A small part of each county that names it too, as the boundaries of towns do: no border.
    towns = QgsVectorLayer("Polygon?crs=EPSG:4490&field=XZQDM:string", "城镇开发边界", "memory")
    for at, code in enumerate((EAST, WEST, SOUTH)):
        feature = QgsFeature(towns.fields())
        feature.setAttributes([code])
        west = 115.5 + 0.3 * at
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(west, 36.3, west + 0.005, 36.34)))
        towns.dataProvider().addFeature(feature)
    project.addMapLayer(towns)
    before = set(project.mapLayers())
    asking = ready(form.show_map(), qtbot)
    assert set(project.mapLayers()) == before, "nothing is added before somebody says so"
    assert [asking.outlines.itemText(at) for at in range(asking.outlines.count())][1:] == [
        "县界 · MC"
    ], "what holds the parcels, and no other"
    assert asking.outlines.currentIndex() == 1
    asking.show_them()
    ready(asking, qtbot)
    progress, ratio = form._theme.layers()
    assert shown_on(progress) == {
        EAST: ("9 / 10", "late"),
        WEST: ("9 / 10", "late"),
        SOUTH: ("0 / 10", "late"),
    }
    # Where parcels are judged, nothing lies over the imagery.
    assert progress.isInScaleRange(200_000) and not progress.isInScaleRange(2_000)
    assert shown_on(ratio)[SOUTH] == ("22.22%", "accountability")
    # Two outlines are the person's, the third is drawn round the county's forty parcels.
    areas = {one["code"]: one.geometry().boundingBox() for one in progress.getFeatures()}
    assert areas[EAST].width() > 0.2 > areas[SOUTH].width()
    assert areas[SOUTH].contains(QgsRectangle(116.1, 36.33, 116.11, 36.34))
    asking.remove_them()
    assert set(project.mapLayers()) == before and mine.isValid()
    assert project.layerTreeRoot().findGroup("Tuban: counties") is None


def test_only_what_has_parcels_is_a_link(form):
    days = form.page.tables[2]
    plain = form.page.tables[0].item(2, 2)  # nothing is checked in the south
    linked = form.page.tables[0].item(0, 2)
    assert (plain.text(), linked.text()) == ("0", "9")
    assert plain.foreground().color() != linked.foreground().color()
    row = next(at for at in range(days.rowCount()) if days.item(at, 2).text() == "—")
    assert days.item(row, 2).foreground() == plain.foreground()
    days.cellClicked.emit(row, 2)
    assert form.behind == []
    days.cellClicked.emit(0, 2)
    assert len(form.behind) == 1


def test_the_map_goes_with_the_casebook(filled, form, qtbot):
    asking = ready(form.show_map(), qtbot)
    asking.outlines.setCurrentIndex(0)
    asking.show_them()
    ready(asking, qtbot)
    assert len(form._theme.layers()) == 2
    filled.session.close()
    assert not form.isVisible() and not asking.isVisible()
    assert not QgsProject.instance().mapLayers()


def test_facts_are_counted_once_until_something_is_recorded(filled, monkeypatch):
    session, asked = filled.session, []
    real = kept_facts.read_facts

    def counted(book, plan, day, reach):
        asked.append((day, reach))
        return real(book, plan, day, reach)

    monkeypatch.setattr(kept_facts, "read_facts", counted)
    book, plan = session.book, session.plan
    enough, less = Reach("2023-01"), Reach("2023-01", ledger=False)
    some = kept_facts.facts_of(book, plan, None, less)
    assert kept_facts.facts_of(book, plan, None, less) is some
    assert kept_facts.facts_of(book, plan, None, enough) is not some
    every = kept_facts.facts_of(book, plan, None)
    # All of them are more than enough for some of them.
    assert kept_facts.facts_of(book, plan, None, Reach("2022-01")) is every
    day = date(2023, 3, 31)
    assert kept_facts.facts_of(book, plan, day) is not every
    assert asked == [(None, less), (None, enough), (None, Reach()), (day, Reach())]
    book.record([events.commented(session.number, "虚构", "")])
    assert kept_facts.facts_of(book, plan, None) is not every
    assert len(asked) == 5
