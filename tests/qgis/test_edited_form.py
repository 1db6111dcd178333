"""An edited form in its window: what differs is seen, and recorded by line or as a whole."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from tuban.dialogs.evidence.form import EvidenceForm

EXCHANGE = Path(__file__).parents[1] / "core" / "exchange"
_SPEC = importlib.util.spec_from_file_location("exchange_places", EXCHANGE / "conftest.py")
places = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(places)
LONG_MS = 30_000


@pytest.fixture
def form(desk, qtbot, tmp_path):
    """The window with a form that LibreOffice saved."""
    county = places.Place(tmp_path, "371521", "虚构甲县", index=1)
    county.issue("2023-04", 4)
    county.book.close()
    desk.session.open(county.book.path)
    opened = desk.menu.show_verdicts()
    opened.set_file(EXCHANGE / "edited_by_libreoffice.xlsx")
    return waited(qtbot, opened)


def waited(qtbot, form):
    qtbot.waitUntil(lambda: not form.task.is_running, timeout=LONG_MS)
    return form


def test_lines_are_recorded_as_they_are_chosen(desk, qtbot, form):
    session = desk.session
    assert form.rows.grid.rowCount() == 5  # four fields differ, one row cannot be read
    assert not form.chosen_button.isEnabled() and "4" in form.all_button.text()
    assert session.book.dossier("3715212304000001_1").county_verdict.category == "illegal"
    refused, first = form.rows.grid.lines[:2]
    form.rows.selectRow(0)
    assert form._chosen == [] and not form.chosen_button.isEnabled()
    form.rows.selectRow(1)
    assert form._chosen == [first] and "1" in form.chosen_button.text()
    form.chosen_button.click()
    waited(qtbot, form)
    waited(qtbot, form)
    assert session.book.dossier("3715212304000001_1").county_verdict.category == "legal"
    qtbot.waitUntil(lambda: form.rows.grid.rowCount() == 4, timeout=LONG_MS)
    form.all_button.click()
    qtbot.waitUntil(lambda: form.rows.grid.rowCount() == 1, timeout=LONG_MS)
    assert form.rows.grid.lines[0].row == refused.row == 8
    assert session.book.dossier("3715212304000003_1").county_verdict.subcategory == "excess"
    assert session.book.verify() == ()


def test_a_double_click_goes_to_the_parcel_that_a_line_names(desk, form):
    refused, *_, last = form.rows.grid.lines
    assert last.parcel != desk.session.number
    form.rows.selectRow(form.rows.grid.rowCount() - 1)
    form.rows.activated.emit(form.rows.currentIndex())
    assert desk.session.number == last.parcel
    form.rows.selectRow(0)
    form.rows.activated.emit(form.rows.currentIndex())
    assert not hasattr(refused, "parcel") and desk.session.number == last.parcel


def test_a_city_takes_no_county_verdicts_in(desk, tmp_path):
    city = places.Place(tmp_path, "371500", "虚构市", places.Office.CITY)
    city.issue("2023-04", 1)
    city.book.close()
    desk.session.open(city.book.path)
    menu = desk.menu
    counties = (menu._verdicts, menu._import, menu._check, menu._military)
    assert desk.session.rows and not any(one.isVisible() for one in counties)
    desk.dock.proposing.open_evidence()
    assert not desk.dock.findChildren(EvidenceForm)
    assert desk.dock.proposing.evidence_button.isHidden()
    desk.session.close()
    assert all(one.isVisible() for one in counties)
