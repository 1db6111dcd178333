"""The window that compares a certificate with the record."""

from __future__ import annotations

from datetime import date

import pytest
from accepted_land import city_book, numbers, photo, put_right
from qgis.core import QgsApplication
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent

from tuban.core.casebook import events
from tuban.core.certificates import qr
from tuban.core.certificates.issuing import issue, revoke
from tuban.core.certificates.verifying import Outcome
from tuban.core.plan import load_plan
from tuban.dialogs.parts.colours import ALARM
from tuban.dialogs.rectification.verify_form import VerifyForm

PLAN = load_plan("liaocheng-2023")
DAY = date(2023, 9, 26)
A, B, C = numbers(3)
FIRST = "聊拆复证〔2023〕0001号"


@pytest.fixture
def form(desk, tmp_path, qtbot):
    path = tmp_path / "市 台账.gpkg"
    with city_book(path, PLAN) as book:
        put_right(book, PLAN, [A, B])
        book.record([events.photo_attached(photo(A, "前", "before", "1"))])
        issue(book, PLAN, book.dossiers("2023-04"), DAY, "丙")
    desk.session.open(path)
    form = VerifyForm(desk.work)
    qtbot.addWidget(form)
    form.show()
    return form


def code_of(form, parcel=A):
    (one,) = form._session.book.dossier(parcel).put_right.certificates
    return qr.written(one, parcel)


def answered(form, qtbot):
    qtbot.waitUntil(lambda: not form.task.is_running and form.found is not None, timeout=20_000)
    return form.found.outcome


def cells(form):
    table = form.table
    return [
        [table.item(row, column).text() for column in range(3)] for row in range(table.rowCount())
    ]


def test_a_scanned_code_is_answered_without_another_key(form, qtbot):
    form.code.insert(code_of(form))  # what a scanner types, which the test kit cannot in Chinese
    assert answered(form, qtbot) is Outcome.GENUINE
    assert form.outcome.text() == "Genuine"
    rows = cells(form)
    assert rows[0][1:] == [FIRST, FIRST] and rows[1][1:] == [A, A]
    assert any("8.80" in record for _name, _sheet, record in rows)
    form.show_button.click()
    assert form._session.number == A


def test_a_number_is_looked_up_with_enter(form, qtbot):
    form.code.insert(FIRST)
    assert form.found is None
    qtbot.keyClick(form.code, "\r")
    assert answered(form, qtbot) is Outcome.GENUINE
    assert cells(form)[0][1:] == ["", FIRST]
    assert "Only the number" in form.words.text()


def test_what_differs_stands_beside_one_another_in_red(form, qtbot):
    form.code.setText(code_of(form).replace("09-26", "09-27"))
    assert answered(form, qtbot) is Outcome.DIFFERS
    row = cells(form)[2]
    assert row[1:] == ["2023-09-27", "2023-09-26"]
    assert form.table.item(2, 1).foreground().color().name() == ALARM
    assert form.table.item(0, 1).foreground().color().name() != "#d64541"


def test_the_answer_follows_the_record(form, qtbot):
    form.code.setText(code_of(form))
    assert answered(form, qtbot) is Outcome.GENUINE
    session = form._session
    revoke(session.book, PLAN, FIRST, "面积有误", DAY, "戊")
    session.reload()
    qtbot.waitUntil(lambda: form.found.outcome is Outcome.REVOKED, timeout=20_000)
    assert "面积有误" in form.words.text()


def test_a_stranger_has_no_parcel_to_be_shown(form, qtbot):
    form.code.setText(code_of(form).replace(A, "别处_1").replace(FIRST, "济拆复证〔2023〕0001号"))
    assert answered(form, qtbot) is Outcome.DIFFERS  # the hash is that of a certificate here
    form.found = None
    form.code.setText("你好")
    form.verify_button.click()
    assert answered(form, qtbot) is Outcome.UNREADABLE
    assert not form.show_button.isEnabled() and form.table.rowCount() == 0


def test_it_closes_with_the_casebook(form):
    form._session.close()
    assert not form.isVisible()


def test_a_form_that_is_gone_hears_no_more(form, desk):
    """A slot that is no method of the form would outlive it, and end in an error."""
    gone = VerifyForm(desk.work)
    gone.deleteLater()
    QgsApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    desk.session.show(A)
    desk.session.changed.emit(A)
    desk.session.reload()
    assert sip.isdeleted(gone)
