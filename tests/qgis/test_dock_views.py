"""What the dock shows: list, figures, header, flags, pictures; and background work."""

from __future__ import annotations

from datetime import date

import pytest
from osgeo import gdal
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import Qt

from tuban.core.errors import Cancelled, UnreadableFile
from tuban.core.model import Answer
from tuban.core.progress import check_cancelled
from tuban.core.text import text
from tuban.maps.imagery import AFTER, BEFORE, Epoch, choose, day_in

DISPLAY = Qt.ItemDataRole.DisplayRole


@pytest.fixture
def open_desk(desk, casebook_file):
    desk.session.open(casebook_file)
    return desk


def cell(model, line: int, column: int, role=DISPLAY):
    return model.data(model.index(line, column), role)


def test_the_list_shows_number_areas_and_verdict_in_its_colour(open_desk, plan, parcel_number):
    model = open_desk.dock.list.model
    assert model.rowCount() == 12
    open_desk.session.judge("illegal", "", "")
    row = open_desk.session.rows[0]
    assert cell(model, 0, 0) == parcel_number(1)
    assert cell(model, 0, 1) == f"{row.area_mu:.2f}"
    assert cell(model, 0, 2) == f"{row.cultivated_mu:.2f}"
    assert cell(model, 0, 3) == plan.category("illegal").label.en
    shade = cell(model, 0, 0, Qt.ItemDataRole.DecorationRole)
    assert shade.name() == plan.category("illegal").colour


def test_filter_undecided_loses_a_row_as_it_is_judged(open_desk, parcel_number):
    parcels, session = open_desk.dock.list, open_desk.session
    parcels.queue.choice.setCurrentIndex(1)
    parcels.queue.choice.activated.emit(1)
    session.show(parcel_number(3))
    session.judge("legal", "", "")
    assert parcels.model.rowCount() == 11
    assert session.number == parcel_number(3)  # the person stays; only the list has moved
    assert parcels.step(1)
    assert session.number == parcel_number(4)
    session.undo()
    assert parcels.model.rowCount() == 12


def test_stepping_keeps_to_the_filter(open_desk, parcel_number):
    parcels, session = open_desk.dock.list, open_desk.session
    for index in (2, 3):
        session.show(parcel_number(index))
        session.judge("legal", "", "")
    session.show(parcel_number(1))
    parcels.queue.choice.setCurrentIndex(1)
    parcels.queue.choice.activated.emit(1)
    parcels.step(1)
    assert session.number == parcel_number(4)


def test_a_click_in_the_list_shows_the_parcel(open_desk, parcel_number):
    view = open_desk.dock.list.view
    view.setCurrentIndex(open_desk.dock.list.model.index(6, 0))
    assert open_desk.session.number == parcel_number(7)


def test_figures_say_unknown_where_no_layer_reaches(open_desk, parcel_number):
    panel = open_desk.dock.figures
    shown = {caption.text(): value for caption, value in panel._cells}
    assert shown["Red line"].text() == "unknown"
    figures = open_desk.session.dossier.figures
    assert shown["Basic farmland"].text() == f"{figures.basic_farmland_mu:.2f}"
    assert shown["Basic farmland"].toolTip() == f"{figures.basic_farmland_m2:,.2f} m²"
    assert "25.0 %" in panel._approvals.text()
    assert panel._visits.text()  # more than 10 mu cultivated, more than 5 mu basic farmland
    open_desk.session.show(parcel_number(2))
    assert shown["Red line"].text() == "0.00"


def test_facts_show_the_issued_area_beside_the_computed_one(open_desk):
    lines = [
        (c.text(), v.text()) for c, v in open_desk.dock.facts._lines if c.isVisibleTo(c.parent())
    ]
    shown = dict(lines)
    assert shown["Issued area"] == shown["Computed area"]  # the fixture issues what it computes
    assert shown["Image dates"] == "2023-01-10 → 2023-03-28"
    assert shown["Remark"] == "虚构数据"


@pytest.mark.parametrize(
    ("today", "words", "coloured"),
    [
        (date(2023, 4, 1), "21 days left", False),
        (date(2023, 4, 20), "2 days left", True),
        (date(2023, 4, 25), "overdue by 3 days", True),
    ],
)
def test_the_deadline(desk, casebook_file, today, words, coloured):
    desk.session._today = lambda: today
    desk.session.open(casebook_file)
    label = desk.dock.header._days
    assert words in label.text() and "2023-04-22" in label.text()
    assert bool(label.styleSheet()) is coloured


def test_the_header_counts_down(open_desk):
    assert "<b>12</b>" in open_desk.dock.header._left.text()
    open_desk.session.judge("legal", "", "")
    assert "<b>11</b>" in open_desk.dock.header._left.text()
    assert [count for _colour, count in open_desk.dock.header._bar._segments] == [1]


def test_flags_show_only_where_they_are_wanted(open_desk):
    dock, session = open_desk.dock, open_desk.session
    session.judge("legal", "", "")
    assert not dock.flags.isVisible()
    session.judge("illegal", "", "")
    assert dock.flags.isVisible()
    code = session.plan.flag_rules.flags[0].code
    dock.flags._groups[code].buttons()[0].click()
    assert session.dossier.flags == {code: Answer.YES}
    assert code not in session.missing_flags()


def test_nothing_is_cut_off_at_380_pixels(open_desk, qtbot):
    """Every caption has the room it asks for, in a window of 1280 × 740."""
    window, dock = open_desk.window, open_desk.dock
    window.resizeDocks([dock], [380], Qt.Orientation.Horizontal)
    open_desk.session.judge("illegal", "", "")
    qtbot.wait(50)
    assert dock.width() <= 400 and window.height() <= 740
    buttons = [*dock.verdict._buttons.values(), dock.navigation.next_undecided]
    for button in (*buttons, *dock.navigation.pictures.values()):
        assert button.width() >= button.sizeHint().width(), button.text()
        corner = button.mapTo(dock, button.rect().bottomRight())
        assert dock.rect().contains(corner), button.text()


# ---- imagery


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("前时相_20230215", date(2023, 2, 15)),
        ("GF2 2023-02-15", date(2023, 2, 15)),
        ("2023年02月15日", date(2023, 2, 15)),
        ("202302", date(2023, 2, 15)),
        ("影像20230230", None),
        ("371599202302159", None),
        ("底图", None),
    ],
)
def test_dates_in_names(name, day):
    assert day_in(name) == day


def epoch(name: str, side: str = "") -> Epoch:
    return Epoch(name, name, side, day_in(name))


def test_the_nearest_epochs_are_taken_and_none_twice():
    epochs = [epoch(day) for day in ("20221120", "20230105", "20230401", "20230620")]
    pair = choose(epochs, "2023-01-10", "2023-03-28")
    assert (pair.before.name, pair.after.name) == ("20230105", "20230401")
    alone = choose(epochs[1:2], "2023-01-10", "2023-03-28")
    assert (alone.before, alone.after) == (epochs[1], None)
    assert choose([], "2023-01-10", "2023-03-28").after is None


def test_a_side_in_the_name_wins_over_the_date():
    epochs = [epoch("后时相_20230111", AFTER), epoch("前时相_20220301", BEFORE)]
    pair = choose(epochs, "2023-01-10", "2023-03-28")
    assert (pair.before, pair.after) == (epochs[1], epochs[0])


@pytest.fixture
def rasters(desk, tmp_path):
    for name in ("前时相_20230105", "后时相_20230401", "底图"):
        path = str(tmp_path / f"{name}.tif")
        made = gdal.GetDriverByName("GTiff").Create(path, 4, 4, 1)
        made.SetGeoTransform((115.5, 0.001, 0, 36.4, 0, -0.001))
        made = None
        assert QgsProject.instance().addMapLayer(QgsRasterLayer(path, name))
    return desk


def shown_rasters() -> set[str]:
    nodes = QgsProject.instance().layerTreeRoot().findLayers()
    rasters = [node for node in nodes if isinstance(node.layer(), QgsRasterLayer)]
    return {node.name() for node in rasters if node.isVisible()}


def test_one_key_flips_and_other_layers_stay(rasters, casebook_file):
    rasters.session.open(casebook_file)
    assert shown_rasters() == {"后时相_20230401", "底图"}
    rasters.imagery.flip()
    assert shown_rasters() == {"前时相_20230105", "底图"}
    rasters.session.show_next_undecided()
    assert shown_rasters() == {"前时相_20230105", "底图"}
    buttons = rasters.dock.navigation.pictures
    assert buttons[BEFORE].isChecked() and "2023-01-05" in buttons[BEFORE].text()
    buttons[AFTER].click()
    assert shown_rasters() == {"后时相_20230401", "底图"}


# ---- layers


def test_the_layers_are_read_only_and_follow_the_verdict(open_desk, qtbot):
    project = QgsProject.instance()
    layers = {one.customProperty("tuban/table"): one for one in project.mapLayers().values()}
    assert set(layers) == {"parcels", "patches"}
    assert all(layer.readOnly() for layer in layers.values())
    assert not any(layer.startEditing() for layer in layers.values())
    open_desk.session.judge("illegal", "", "")
    parcels = layers["parcels"]

    def categories():
        return sorted(one["category"] for one in parcels.getFeatures())

    qtbot.waitUntil(lambda: categories()[-1] == "illegal", timeout=20_000)
    labels = [category.value() for category in parcels.renderer().categories()]
    assert labels[0] == "" and "illegal" in labels
    open_desk.session.close()
    assert QgsProject.instance().mapLayers() == {}


# ---- tasks


def test_a_task_hands_back_its_result_in_the_main_thread(desk, qtbot):
    results = []
    desk.work.tasks.start("adds", lambda progress: 1 + 1, results.append, results.append)
    qtbot.waitUntil(lambda: results == [2], timeout=20_000)
    assert not desk.work.tasks.busy


def test_a_refusal_comes_back_as_such(desk, qtbot):
    def refuse(progress):
        raise UnreadableFile(text("no"))

    told = []
    desk.work.tasks.start("refuses", refuse, told.append, lambda e: told.append(type(e)))
    qtbot.waitUntil(lambda: told == [UnreadableFile], timeout=20_000)


def test_a_mistake_in_the_work_is_not_swallowed(desk, qtbot):
    told = []
    with qtbot.captureExceptions() as raised:
        desk.work.tasks.start("breaks", lambda progress: 1 / 0, told.append, told.append)
        qtbot.waitUntil(lambda: raised != [], timeout=20_000)
    assert raised[0][0] is ZeroDivisionError
    assert told == []


def test_a_cancelled_task_says_so(desk, qtbot):
    def waits(progress):
        while True:
            check_cancelled(progress)

    told = []
    task = desk.work.tasks.start("waits", waits, told.append, lambda e: told.append(type(e)))
    qtbot.waitUntil(lambda: task.has_run, timeout=20_000)
    task.cancel()
    qtbot.waitUntil(lambda: told == [Cancelled], timeout=20_000)
