"""Cases from a table: what the columns mean, what an empty cell leaves, what is refused."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace

import pytest

pytest.importorskip("osgeo")

from tuban.core.casefile import Case, CaseFile, CaseStep, Filing, Penalty, StopNotice, Transfer
from tuban.core.errors import InputError
from tuban.core.intake.case_table import cases_from_table
from tuban.core.plan import load_plan

PLAN = load_plan("liaocheng-2023")
PARCELS = ("371500230400001_1", "371500230400002_1")


class Book:
    """The casebook as a table of cases asks for it."""

    def __init__(self, *files):
        self.files = list(files)

    def case_files(self):
        return self.files

    def dossier(self, number):
        return SimpleNamespace() if number in PARCELS else None


FULL = {
    "案件编号": "虚案〔2023〕1号",
    "当事人": "虚构公司",
    "项目或事项": "厂房",
    "地块编号": "、".join(PARCELS),
    "通知书文号": "虚停1号",
    "通知书日期": "2023年5月8日",
    "送达对象": "虚构公司",
    "送达日期": "20230509",
    "制止结果": "停工",
    "立案": "2023/5/15",
    "立案文号": "虚立1号",
    "罚款决定": "12,000.50",
    "罚款决定日期": "2023-06-30",
    "罚款决定书文号": "虚罚1号",
    "罚款执行": "5000",
    "罚款执行日期": "2023-07-10",
    "公安机关移送内容": "线索",
    "公安机关移送文号": "虚移1号",
    "公安机关移送日期": "2023-07-01",
    "公安机关签收日期": "2023-07-03",
}
AS_FILE = CaseFile(
    Case("虚案〔2023〕1号", "虚构公司", "厂房", PARCELS),
    StopNotice("虚停1号", "2023-05-08", "虚构公司", "2023-05-09", "stopped"),
    Filing({"filed": CaseStep("2023-05-15", "虚立1号")}),
    (Penalty("fine", Decimal("12000.50"), "2023-06-30", "虚罚1号", Decimal(5000), "2023-07-10"),),
    (
        Transfer(
            "police",
            "线索",
            letter="虚移1号",
            sent_on="2023-07-01",
            receipt_on="2023-07-03",
        ),
    ),
)


def kinds(given):
    return [event.kind for event in given.events]


def test_a_new_case_with_everything():
    given = cases_from_table([FULL], Book(), PLAN)
    assert kinds(given) == [
        "case.changed",
        "case.stop_notice",
        "case.filing",
        "case.penalties",
        "case.transfers",
    ]
    assert (given.cases, given.same) == (1, 0)


def test_the_same_again_changes_nothing():
    given = cases_from_table([FULL, {}], Book(AS_FILE), PLAN)
    assert (given.events, given.cases, given.same) == ([], 0, 1)


def test_empty_cells_leave_what_is_recorded():
    row = dict.fromkeys(FULL, "")
    row.update({"案件编号": "虚案〔2023〕1号", "罚款执行": "12000.50", "结案": "2023-08-01"})
    given = cases_from_table([row], Book(AS_FILE), PLAN)
    assert kinds(given) == ["case.filing", "case.penalties"]
    filing, penalties = given.events
    assert filing.new["steps"]["filed"]["document"] == "虚立1号"
    assert filing.new["steps"]["closed"]["date"] == "2023-08-01"
    (fine,) = penalties.new["penalties"]
    assert (fine["decided"], fine["done"]) == ("12000.50", "12000.50")


def test_days_that_do_not_count_by_the_name_of_their_kind():
    row = dict.fromkeys(FULL, "")
    row.update({"案件编号": "虚案〔2023〕1号", "听证开始日期": "2023年6月10日"})
    row.update({"听证结束日期": "2023-06-19", "听证不计入原因": "当事人申请"})
    (given,) = cases_from_table([row], Book(AS_FILE), PLAN).events
    assert given.kind == "case.interruptions"
    assert given.new["interruptions"] == [
        {
            "kind": "hearing",
            "begun_on": "2023-06-10",
            "ended_on": "2023-06-19",
            "note": "当事人申请",
        }
    ]


def test_codes_serve_as_well_as_names():
    row = {"案件编号": "1", "地块编号": PARCELS[0], "not_filed": "2023-05-20"}
    row.update({"不予立案原因": "joint", "不予立案说明": "镇里整治", "制止结果": "stopped"})
    given = cases_from_table([row], Book(), PLAN)
    filing = given.events[-1].new
    assert (filing["reason"], filing["explanation"]) == ("joint", "镇里整治")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"案件编号": ""}, "Row 2: the case number is missing"),
        ({"地块编号": "371500230409999_1"}, "no parcel 371500230409999_1"),
        ({"地块编号": ""}, "needs the numbers of its parcels"),
        ({"立案": "2023-02-30"}, "立案: “2023-02-30” is no date"),
        ({"立案": ""}, "立案: the day is missing"),
        ({"罚款决定": "一万"}, "罚款决定: “一万” is no number"),
        ({"罚款决定": "-1"}, "no number of zero or more"),
        ({"罚款决定": "1,00"}, "no number of zero or more"),
        ({"制止结果": "不详"}, "is none of"),
        ({"不予立案原因": "不详"}, "is none of"),
        ({"公安机关移送日期": "昨天"}, "is no date"),
    ],
)
def test_a_wrong_value_is_refused_with_its_row(change, told):
    with pytest.raises(InputError, match=told):
        cases_from_table([{**FULL, **change}], Book(), PLAN)


def test_a_case_twice_is_refused():
    with pytest.raises(InputError, match="Row 3: case 虚案〔2023〕1号 is in row 2 already"):
        cases_from_table([FULL, FULL], Book(), PLAN)


def test_a_table_without_the_column_is_refused():
    with pytest.raises(InputError, match="案件编号"):
        cases_from_table([{"编号": "1"}], Book(), PLAN)
