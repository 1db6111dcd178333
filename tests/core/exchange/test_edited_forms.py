"""A form of the package comes back from an office program: read by its headings, consented to.

``edited_by_libreoffice.xlsx`` is the judgment table of a month of four parcels, its columns moved,
others put in, one number typed in full width, and saved by LibreOffice 7.4.
"""

from __future__ import annotations

import csv
import json
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from tuban.core.errors import InputError, UnreadableFile
from tuban.core.intake.verdict_table import CATEGORY, REASON, SUBCATEGORY
from tuban.core.model import Answer
from tuban.core.plan import load_plan
from tuban.core.plan.plan import PLANS
from tuban.core.submission.edited_form import headings_of, verdicts_from_form

PLAN = load_plan("liaocheng-2023")
MONTH = "2023-04"
SAVED = Path(__file__).with_name("edited_by_libreoffice.xlsx")


@pytest.fixture
def month(county):
    return [f"{number}_1" for number in county.issue(MONTH, 4)]


def form_of(county, name):
    """A form out of the month's package."""
    with zipfile.ZipFile(county.submit(MONTH)) as package:
        (member,) = [one for one in package.namelist() if one.endswith(f"{name}.xlsx")]
        path = county.out / f"{name}.xlsx"
        path.write_bytes(package.read(member))
    return path


def edited(path, change):
    """The form as a person saves it who has changed its cells."""
    import openpyxl

    book = openpyxl.load_workbook(path)
    change(book.active)
    book.save(path)
    return path


def column_of(sheet, heading):
    cells = [cell for row in sheet.iter_rows(max_row=5) for cell in row]
    return next(cell.column for cell in cells if cell.value == heading)


@pytest.mark.parametrize("name", ["地块判定表", "六个是否清单", "举证与处理表"])
def test_a_form_that_nobody_changed_changes_nothing(county, month, name):
    found = verdicts_from_form(form_of(county, name), county.book, PLAN)
    given = found.given
    assert (given.differences, given.refused, given.unjudged) == ((), (), 0)
    assert (given.same, given.events, found.unread) == (4, [], ())


def test_saved_by_libreoffice_with_moved_columns(county, month):
    found = verdicts_from_form(SAVED, county.book, PLAN)
    was = county.book.dossier(month[0]).county_verdict.reason
    told = [(one.row, one.parcel, one.field, one.old, one.new) for one in found.given.differences]
    assert told == [
        (5, month[0], CATEGORY, "违法 · 未报即用", "合法"),
        (5, month[0], REASON, was, "已办理手续。"),
        (6, month[1], REASON, was, "改一个说明（全角括号）"),
        (7, month[2], CATEGORY, "违法 · 未报即用", "违法 · 超占"),
    ]
    ((row, why),) = [(one.row, one.why.say(str)) for one in found.given.refused]
    assert row == 8 and why.startswith("“未变化” is not a category of the work plan")
    assert found.unread == ("复核日期",)  # 备注 is a column of other forms
    assert county.book.dossier(month[0]).county_verdict.reason == was, "nothing is recorded yet"
    county.record(*found.given.events)
    verdicts = [county.book.dossier(one).county_verdict for one in month]
    assert [one.category for one in verdicts] == ["legal", "illegal", "illegal", "illegal"]
    assert [one.subcategory for one in verdicts] == ["", "not_applied", "excess", "not_applied"]
    assert verdicts[1].reason == "改一个说明（全角括号）"
    assert county.book.verify() == ()
    assert verdicts_from_form(SAVED, county.book, PLAN).given.differences == ()


def test_only_what_is_consented_to_is_recorded(county, month):
    given = verdicts_from_form(SAVED, county.book, PLAN).given
    reason = [one for one in given.differences if (one.row, one.field) == (5, REASON)]
    county.record(*given.events_of(reason))
    verdict = county.book.dossier(month[0]).county_verdict
    assert (verdict.category, verdict.subcategory) == ("illegal", "not_applied")
    assert verdict.reason == "已办理手续。"
    category = [one for one in given.differences if (one.row, one.field) == (7, CATEGORY)]
    county.record(*given.events_of(category))
    verdict = county.book.dossier(month[2]).county_verdict
    assert (verdict.subcategory, verdict.reason) == ("excess", given.differences[1].old)


def test_flags_in_any_width(county, month):
    flag = PLAN.flag_rules.flags[1]

    def change(sheet):
        at = column_of(sheet, flag.label.zh)
        sheet.cell(5, at).value = " 是 "
        sheet.cell(6, at).value = "不适用"

    path = edited(form_of(county, "六个是否清单"), change)
    given = verdicts_from_form(path, county.book, PLAN).given
    assert [(one.label, one.old, one.new) for one in given.differences] == [
        (flag.label, "否", "是"),
        (flag.label, "否", "不适用"),
    ]
    county.record(*given.events)
    found = [county.book.dossier(one).flags[flag.code] for one in month]
    assert found == [Answer.YES, Answer.NOT_APPLICABLE, Answer.NO, Answer.NO]


def test_what_stands_around_the_records(county, month):
    """Merged cells undone, blank rows, headings with blanks and breaks, names in other widths."""

    def change(sheet):
        for area in [str(one) for one in sheet.merged_cells.ranges]:
            sheet.unmerge_cells(area)
        sheet.cell(3, column_of(sheet, "地块编号")).value = "地块\n编 号"
        category, sub = (column_of(sheet, one) for one in ("判定类型", "细类"))
        sheet.cell(5, category).value = "其他"
        sheet.cell(5, sub).value = "地下管廊(网)"
        sheet.cell(6, category).value = None
        sheet.insert_rows(7)
        sheet.insert_rows(1)

    path = edited(form_of(county, "地块判定表"), change)
    found = verdicts_from_form(path, county.book, PLAN)
    (one,) = found.given.differences
    assert (one.row, one.new) == (6, "其他 · 地下管廊（网）")
    assert (found.given.unjudged, found.given.same, found.given.refused) == (1, 2, ())


def test_a_column_that_was_taken_out_leaves_what_is_recorded(county, month):
    def change(sheet):
        sheet.delete_cols(column_of(sheet, "细类"))
        sheet.delete_cols(column_of(sheet, "判定依据说明"))
        sheet.cell(5, column_of(sheet, "判定类型")).value = "合法"

    was = county.book.dossier(month[0]).county_verdict.reason
    given = verdicts_from_form(edited(form_of(county, "地块判定表"), change), county.book, PLAN)
    (one,) = given.given.differences
    assert one.new == "合法"
    county.record(*given.given.events)
    verdict = county.book.dossier(month[0]).county_verdict
    assert (verdict.category, verdict.subcategory, verdict.reason) == ("legal", "", was)


def test_one_row_twice_or_unknown_is_told_and_stops_no_other(county, month):
    def change(sheet):
        number, category = (column_of(sheet, one) for one in ("地块编号", "判定类型"))
        sheet.cell(6, number).value = month[0]
        sheet.cell(7, number).value = "371521230400000X_1"
        sheet.cell(8, category).value = "军用土地"
        sheet.cell(8, column_of(sheet, "细类")).value = None

    given = verdicts_from_form(
        edited(form_of(county, "地块判定表"), change), county.book, PLAN
    ).given
    assert [(one.row, one.why.say(str)) for one in given.refused] == [
        (6, f"parcel {month[0]} is in row 5 already."),
        (7, "there is no parcel 371521230400000X_1 in the casebook."),
    ]
    assert [one.parcel for one in given.differences] == [month[3]]


def test_a_plan_that_changed_since_judges_nothing_anew(county, month):
    path = form_of(county, "地块判定表")
    given = verdicts_from_form(path, county.book, replace(PLAN, sha256="00" * 32)).given
    assert (given.differences, given.same) == ((), 4)


def test_what_cannot_be_read_gets_a_sentence(county, month, tmp_path):
    old = tmp_path / "判定表.xls"
    old.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1"))
    with pytest.raises(UnreadableFile, match=r"neither xlsx nor CSV\. Open it and save it"):
        verdicts_from_form(old, county.book, PLAN)
    renamed = old.rename(old.with_suffix(".xlsx"))
    with pytest.raises(UnreadableFile, match="Save it as xlsx anew"):
        verdicts_from_form(renamed, county.book, PLAN)
    table = tmp_path / "表.csv"
    for headings, told in (
        (["图斑", "判定类型"], "no column is called 地块编号"),
        (["地块编号", "地块面积"], "neither a column of verdicts .判定类型. nor one of flags"),
    ):
        with table.open("w", encoding="gb18030", newline="") as out:
            csv.writer(out).writerows([headings, ["1", "2"]])
        with pytest.raises(InputError, match=told):
            verdicts_from_form(table, county.book, PLAN)


def test_headings_are_those_of_the_plans_forms():
    names = headings_of(PLAN)
    assert names["判定细类"] == ["判定细类", "细类"]
    assert "判定依据说明" in names[REASON]
    assert names["SFDPF"] == ["SFDPF", "是否大棚房", "Greenhouse house"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (CATEGORY, "verdict.category"),
        (CATEGORY, "verdict.category_name"),
        (SUBCATEGORY, "verdict.subcategory"),
        (SUBCATEGORY, "verdict.subcategory_name"),
        (REASON, "verdict.reason"),
    ],
)
def test_a_plan_may_call_its_columns_otherwise(tmp_path, name, value):
    """A column of the first form, with another heading and value than those shipped."""
    shutil.copytree(PLANS / PLAN.id, tmp_path / PLAN.id)
    file = tmp_path / PLAN.id / "submission.json"
    told = json.loads(file.read_text(encoding="utf-8"))
    columns = [column for form in told["forms"] for column in form["columns"]]
    one = next(one for one in columns if one["value"] == "verdict.category_name")
    one.update(zh="虚构叫法", value=value)
    file.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    assert "虚构叫法" in headings_of(load_plan(PLAN.id, tmp_path))[name]
