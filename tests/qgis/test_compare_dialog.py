"""The window that holds an export of the supervision system against the casebook."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook

from tuban.core.submission.provincial import Kind
from tuban.dialogs.review.compare_dialog import CompareDialog

LONG_MS = 20_000


@pytest.fixture
def filled(desk, casebook_file, parcel_number):
    desk.session.open(casebook_file)
    for index in (1, 2):
        desk.session.show(parcel_number(index))
        desk.session.judge("unchanged", "", "虚构")
    return desk


def export(path, *lines):
    path.write_text(
        "\n".join(("图斑编号,核实认定意见,图斑状态,拆分状态", *lines)), encoding="utf-8"
    )
    return path


def compared(qtbot, filled, path):
    form = filled.menu.review.open(CompareDialog)
    assert not form.save_button.isEnabled()
    form.set_file(path)
    qtbot.waitUntil(lambda: not form.task.is_running, timeout=LONG_MS)
    return form


def test_what_differs_is_listed_and_leads_to_the_parcel(filled, qtbot, parcel_number, tmp_path):
    first, second = parcel_number(1), parcel_number(2)
    path = export(
        tmp_path / "导出 it's.csv", f"{first},其他,,", f"{second},合法,,", "不存在_1,其他,,"
    )
    before = filled.session.book.head()
    form = compared(qtbot, filled, path)
    kinds = [form.kind.itemData(at) for at in range(form.kind.count())]
    assert {Kind.DIFFERS, Kind.NOT_IN_CASEBOOK, Kind.NOT_IN_EXPORT} <= set(kinds)
    form.kind.setCurrentIndex(kinds.index(Kind.DIFFERS))
    form._fill()
    items = [form.list.topLevelItem(at) for at in range(form.list.topLevelItemCount())]
    told = [[item.text(column) for column in (0, 4, 5)] for item in items]
    assert told == [[first, "其他", "2"], [second, "合法", "3"]]
    item = items[1]
    filled.session.show(first)
    form.list.itemActivated.emit(item, 0)
    assert filled.session.number == second
    assert filled.session.book.head() == before

    target = tmp_path / "比对.xlsx"
    form.save(target)
    qtbot.waitUntil(lambda: not form.task.is_running, timeout=LONG_MS)
    told = load_workbook(target).worksheets[0]
    assert any(row[1] == second and row[5] and row[6] == "合法" for row in told.values)


def test_another_table_is_refused_in_the_form(filled, qtbot, tmp_path):
    path = tmp_path / "别的.csv"
    path.write_text("编号,值\n1,2", encoding="utf-8")
    form = compared(qtbot, filled, path)
    assert form.compared is None
    assert form.task._words.text()
    assert not form.save_button.isEnabled()
