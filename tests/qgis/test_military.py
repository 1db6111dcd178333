"""Military land leaves the map at once, and one action puts it into the register."""

from __future__ import annotations

import pytest
from qgis.core import QgsProject

from tuban.core.casebook import open_casebook
from tuban.core.model import Verdict, VerdictLevel
from tuban.core.submission.military_register import military_entries
from tuban.maps.layers import layers_of
from tuban.maps.military import may_see


@pytest.fixture
def filled(desk, casebook_file):
    desk.session.open(casebook_file)
    return desk


def shown(desk, table: str) -> set:
    column = "number" if table == "patches" else "patch_number"
    found = layers_of(QgsProject.instance(), desk.session.book.path)
    (layer,) = (one for one in found if one.customProperty("tuban/table") == table)
    return {feature[column] for feature in layer.getFeatures()}


def test_one_action_moves_a_patch_into_the_register(filled):
    session = filled.session
    number = session.dossier.patch.number
    assert number in shown(filled, "parcels") & shown(filled, "patches")
    filled.menu.move_to_register()
    assert session.dossier.county_verdict.category == "military"
    entries = military_entries(session.book, session.plan, session.month)
    assert [one.number for one in entries] == [number]
    assert number not in shown(filled, "parcels") | shown(filled, "patches")
    assert len(shown(filled, "patches")) == 11
    session.undo()
    assert number in shown(filled, "parcels") & shown(filled, "patches")
    assert military_entries(session.book, session.plan, session.month) == []


def test_a_verdict_of_the_city_is_enough(filled):
    from tuban.core.casebook import events

    session = filled.session
    verdict = Verdict(
        session.number, VerdictLevel.CITY, "military", "", "", session.plan.id, session.plan.sha256
    )
    session.book.record([events.verdict_given(verdict, None)])
    session.reload()
    assert session.dossier.patch.number not in shown(filled, "patches") | shown(filled, "parcels")


def test_only_who_marked_it_sees_the_outline(filled):
    session = filled.session
    first = session.number
    filled.menu.move_to_register()
    session.show(first)
    assert may_see(session.book, session.dossier, session.plan)
    outline = filled.dock._map.view._outline
    assert outline.asGeometry().area() > 0
    path = session.book.path
    session.close()
    with open_casebook(path, "somebody else") as other:
        assert not may_see(other, other.dossier(first), filled_plan(other))


def filled_plan(book):
    from tuban.core.plan import load_plan

    return load_plan(book.plan_id)


def test_the_outline_is_not_drawn_for_others(filled):
    session = filled.session
    first = session.number
    filled.menu.move_to_register()
    session.book.who = "somebody else"
    session.show(session.rows[1].parcel_number)
    session.show(first)
    assert filled.dock._map.view._outline.asGeometry().isEmpty()


def read(qtbot, form):
    for _ in range(2):  # what was changed meanwhile is read afterwards
        qtbot.waitUntil(lambda: not form.task.is_running, timeout=20_000)
        qtbot.wait(30)


def test_the_register_shows_and_saves_the_month(filled, qtbot, tmp_path):
    number = filled.session.dossier.patch.number
    form = filled.menu.show_register()
    read(qtbot, form)
    assert form.table.rowCount() == 0
    assert not form.save_button.isEnabled()
    filled.menu.move_to_register()
    read(qtbot, form)
    assert form.table.rowCount() == 1
    filled.session.undo()
    filled.session.redo()
    filled.session.undo()  # all while it still reads
    read(qtbot, form)
    assert form.table.rowCount() == 0
    filled.session.redo()
    read(qtbot, form)
    cells = [form.table.item(0, column).text() for column in range(form.table.columnCount())]
    assert number in cells and len(cells) == 5
    form.save(tmp_path / "表.xlsx")
    assert (tmp_path / "表.xlsx").stat().st_size > 1000
    form.close()
