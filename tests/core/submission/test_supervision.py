"""The provincial system: sheets to paste, and its exports told apart and compared."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from tuban.core.casefile import Case, CaseFile
from tuban.core.errors import InputError, PlanError
from tuban.core.intake.tables import read_table
from tuban.core.model import Evidence
from tuban.core.plan import load_plan
from tuban.core.plan.plan import PLANS
from tuban.core.submission.collecting import collect
from tuban.core.submission.provincial import (
    Kind,
    compare,
    supervision,
    write_differences,
    write_sheets,
)
from tuban.core.submission.provincial.comparing import told
from tuban.core.submission.value_types import ValueType

MONTH, TODAY = "2023-04", date(2023, 4, 21)


def english(template):
    return template


@pytest.fixture
def work(book, plan):
    return lambda: collect(book, plan, MONTH, TODAY)


def retrieval(book, index, **cells):
    """A row of the first family that says what the casebook says."""
    return {
        "图斑编号": book.files[index].parcel.number,
        "线索编号": f"X{index}",
        "图斑状态": "",
        "拆分状态": "审核结束",
        "核实认定意见": "违法",
        "项目名称": "",
        "项目主体": "虚构公司",
        "耕地面积（亩）": "10.00",
        "永久基本农田面积（亩）": "0",
        **cells,
    }


def stages(book, index, **cells):
    return {
        "图斑编号": book.files[index].parcel.number,
        "状态(系统)": "4",
        "审核阶段(系统)": "95",
        "打回状态(系统)": "0",
        "建设时间": "2023-02",
        **cells,
    }


def test_what_agrees_is_counted_and_not_listed(book, work):
    found = compare([retrieval(book, at) for at in range(4)], work(), english)
    assert found.family.code == "retrieval"
    assert found.differences == ()
    # Verdict, actor, two areas; the project is blank on both sides.
    assert (found.compared, found.same) == (4, 20)


def test_a_difference_says_field_row_and_both_sides(book, work):
    rows = [retrieval(book, at) for at in range(4)]
    rows[2]["耕地面积（亩）"] = "9.98"
    (one,) = compare(rows, work(), english).differences
    assert (one.kind, one.column, one.here, one.there, one.row) == (
        *(Kind.DIFFERS, "耕地面积（亩）", "10.00", "9.98", 4),
    )
    assert (one.number, one.record) == (book.files[2].parcel.number, "X2")


def test_brackets_and_width_are_no_difference(book, work):
    rows = [retrieval(book, at) for at in range(4)]
    half = [
        {name.replace("（", "(").replace("）", ")"): cell for name, cell in r.items()} for r in rows
    ]
    half[0]["图斑编号"] = half[0]["图斑编号"].replace("3", "３")
    half[1]["项目主体"] = " 虚构 公司 "
    half[3]["耕地面积(亩)"] = "10.01"  # within 0.01 mu
    assert compare(half, work(), english).differences == ()


def test_what_one_side_does_not_say_is_in_doubt_and_no_difference(book, work):
    rows = [retrieval(book, at) for at in range(4)]
    rows[0]["项目主体"] = ""
    rows[1]["项目名称"] = "某厂房"
    rows[2]["耕地面积（亩）"] = "约十亩"
    kinds = [one.kind for one in compare(rows, work(), english).differences]
    assert kinds == [Kind.ONLY_HERE, Kind.ONLY_THERE, Kind.UNREADABLE]


def test_a_divided_patch_is_not_counted_with_its_parts(book, work):
    rows = [retrieval(book, at) for at in range(4)]
    rows.append(retrieval(book, 0, 图斑编号=book.land[0].number, 图斑状态="被拆分"))
    found = compare(rows, work(), english)
    assert (found.divided, found.compared) == (1, 4)
    assert found.differences == ()


def test_a_patch_of_one_parcel_is_known_by_its_own_number_and_by_its_record(book, work):
    evidence = {**book.files[1].evidence, "system_record": Evidence("system_record", "R-77")}
    book.change(1, evidence=evidence)
    rows = [
        retrieval(book, 0, 图斑编号=book.land[0].number),
        retrieval(book, 1, 图斑编号="another number", 线索编号="R-77"),
    ]
    found = compare(rows, work(), english)
    assert found.compared == 2
    assert {one.kind for one in found.differences} == {Kind.NOT_IN_EXPORT}


def test_what_is_missing_or_twice_is_told(book, work):
    rows = [retrieval(book, 0), retrieval(book, 0), retrieval(book, 1, 图斑编号="9", 线索编号="")]
    kinds = [one.kind for one in compare(rows, work(), english).differences]
    assert kinds == [Kind.TWICE, Kind.NOT_IN_CASEBOOK, *[Kind.NOT_IN_EXPORT] * 3]


def test_states_are_said_in_words(book, work):
    rows = [stages(book, 0), stages(book, 1, **{"审核阶段(系统)": "90", "状态(系统)": "77"})]
    found = compare(rows, work(), english)
    assert found.family.code == "stages"
    assert [one.said for one in found.states] == [
        ("已提交", "市级待审核", "市级待审核"),
        ("77", "已打回", "市级待审核"),
    ]


def test_rows_of_military_land_are_counted_and_not_shown(book, work):
    book.judge(3, "military", "")
    rows = [retrieval(book, at) for at in range(4)]
    found = compare(rows, work(), english)
    assert found.withheld == 1
    secret = book.land[3].number
    assert not any(secret in str(one) for one in (*found.differences, *found.states))


def test_a_table_of_no_family_is_refused_with_the_columns(book, work):
    with pytest.raises(InputError, match="审核阶段"):
        compare([{"编号": "1"}], work(), english)
    with pytest.raises(InputError):
        compare([], work(), english)


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("2023年4月5日", None),
        ("2023/4/5 08:00", None),
        ("20230405", None),
        ("4月", Kind.UNREADABLE),
    ],
)
def test_days_are_read_as_people_write_them(written, kind):
    assert told(ValueType.DATE, "2023-04-05", written, Decimal(0)) is kind


def test_the_differences_are_a_workbook_that_says_that_nothing_changed(book, work, tmp_path):
    rows = [retrieval(book, at) for at in range(4)]
    rows[2]["核实认定意见"] = "合法"
    path = tmp_path / "比对 结果.xlsx"
    write_differences(compare(rows, work(), english), work(), path, english)
    first, second = load_workbook(path).worksheets
    cells = [cell for row in first.iter_rows(values_only=True) for cell in row if cell]
    assert {"违法", "合法", "核实认定意见"} <= set(cells)
    assert any("Nothing in the casebook was changed" in str(cell) for cell in cells)
    assert second.max_row >= 7
    assert book.recorded == []


def test_sheets_have_the_forms_order_and_one_line_of_headings(book, work, tmp_path):
    file = CaseFile(Case("1", "虚构公司", "=厂房", (book.files[0].parcel.number,)))
    book.change(0, cases=(file,))
    evidence = {**book.files[0].evidence, "system_record": Evidence("system_record", "0077")}
    book.change(0, evidence=evidence)
    path = tmp_path / "填报.xlsx"
    assert write_sheets(work(), path, english) == 4
    rows = read_table(path)
    headings = list(rows[0])
    wanted = ["核实认定意见", "分类", "用途分类细化", "项目名称", "建设时间", "项目主体"]
    at = headings.index("核实认定意见")
    assert headings[at : at + 6] == wanted
    assert headings[-6:] == [
        *("地块面积", "占耕地面积", "占基本农田面积"),
        *("占非耕农用地面积", "占未利用地面积", "占生态红线面积"),
    ]
    # Numbers stay text, and a text is never a formula.
    assert (rows[0]["记录号"], rows[0]["项目名称"]) == ("0077", "=厂房")
    assert not load_workbook(path).worksheets[0].merged_cells.ranges


def test_what_was_pasted_and_exported_again_agrees(book, work, tmp_path):
    path = tmp_path / "填报.xlsx"
    write_sheets(work(), path, english)
    rows = read_table(path)
    table = [{**row, "图斑编号": row["地块编号"], "图斑状态": "", "拆分状态": ""} for row in rows]
    assert compare(table, work(), english).differences == ()


@pytest.fixture
def changed(tmp_path):
    def load(change):
        folder = tmp_path / "plans" / "liaocheng-2023"
        shutil.copytree(PLANS / "liaocheng-2023", folder)
        path = folder / "supervision.json"
        content = json.loads(path.read_text(encoding="utf-8"))
        change(content)
        path.write_text(json.dumps(content), encoding="utf-8")
        return supervision(load_plan("liaocheng-2023", tmp_path / "plans"))

    return load


WRONG = [
    (lambda c: c.update(record_number="actor"), "record_number", "one of"),
    (lambda c: c.update(sheets=[]), "sheets", "one at least"),
    (lambda c: c["sheets"][0]["columns"][3].update(value="x"), "sheets[0].columns[3].value", "one"),
    (lambda c: c["families"][0].update(known_by=[]), "families[0].known_by", "one at least"),
    (lambda c: c["families"][0]["columns"][0].update(value="x"), "families[0].columns[0]", "one"),
    (
        lambda c: c["families"][1].update(known_by=["图斑状态", "拆分状态"]),
        "families",
        "told apart",
    ),
    (lambda c: c.update(colour="red"), "supervision.json", "not known here"),
]


@pytest.mark.parametrize(("change", "key", "reason"), WRONG)
def test_a_wrong_description_is_refused(changed, change, key, reason):
    with pytest.raises(PlanError) as caught:
        changed(change)
    assert key in str(caught.value)
    assert reason in str(caught.value)


def test_the_shipped_description_says_that_it_is_not_shandongs(plan):
    described = supervision(plan)
    assert described.origin.value == "practice"
    assert "不是山东省系统的官方规定" in described.note


def test_figures_that_are_not_known_are_in_doubt(book, work):
    book.change(0, figures=replace(book.files[0].figures, basic_farmland_mu=None))
    (one,) = compare([retrieval(book, at) for at in range(4)], work(), english).differences
    assert one.kind is Kind.ONLY_THERE
