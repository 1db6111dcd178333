"""Cases, illegal land and towns as rows of forms. The county is fictional."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tuban.core.casefile import Case, CaseFile, CaseStep, Filing, Penalty, Transfer
from tuban.core.model import Evidence, VerdictLevel
from tuban.core.rectification.basis import kept
from tuban.core.rectified import Measure, Progress, PutRight, Rectification
from tuban.core.submission.collecting import collect
from tuban.core.submission.forms import form_sheet
from tuban.core.submission.values import rows_of, values_of

MONTH, TODAY = "2023-04", date(2023, 4, 21)


def english(template):
    return template


def rows(book, plan, row_set, *names):
    work = collect(book, plan, MONTH, TODAY)
    get = values_of(row_set, names, plan)
    return [get(row) for row in rows_of(row_set, work, english)]


@pytest.fixture
def case(book):
    """One case over the first two parcels: a fine half paid, a demolition, a transfer."""
    numbers = tuple(one.parcel.number for one in book.files[:2])
    file = CaseFile(
        Case("虚立〔2023〕1号", "虚构公司", "厂房", (*numbers, "another month_1")),
        filing=Filing({"filed": CaseStep("2023-04-15", "虚立〔2023〕1号")}),
        penalties=(
            Penalty("fine", Decimal("1000"), "2023-04-18", "虚罚1号", Decimal("400"), "2023-04-20"),
            Penalty("demolition", Decimal("6666.67"), "2023-04-18", "虚罚1号"),
        ),
        transfers=(Transfer("police", "材料", "虚构县公安局", "虚移1号", "2023-04-19"),),
    )
    for index in (0, 1):
        book.change(index, cases=(file,))
    return file


def test_decided_and_carried_out_stand_side_by_side(book, plan, case):
    names = ("parcels.numbers", "penalty.decided", "penalty.done", "penalty.remains")
    first, second, *rest = rows(book, plan, "ledger", *names)
    both = "；".join(one.parcel.number for one in book.files[:2])
    assert first == [both, Decimal("1000"), Decimal("400"), Decimal("600")]
    assert second == [both, Decimal("6666.67"), None, Decimal("6666.67")]
    # The two illegal parcels without a case have a row each: nothing falls through.
    assert [row[0] for row in rest] == [one.parcel.number for one in book.files[2:]]


def test_parcels_of_other_months_are_not_named(book, plan, case):
    for row in rows(book, plan, "ledger", "parcels.numbers"):
        assert "another" not in row[0]


def test_a_case_counts_its_parcels_once(book, plan, case):
    counts = rows(book, plan, "ledger", "parcels.count", "parcels.cultivated_mu")
    assert counts[0] == [2, Decimal("20.00")]


def test_the_day_of_rectification_says_for_how_many(book, plan, case):
    evidence = {**book.files[0].evidence, "rectified_on": Evidence("rectified_on", "2023-04-20")}
    book.change(0, evidence=evidence)
    assert rows(book, plan, "ledger", "parcels.rectified_on")[0] == ["2023-04-20（1/2）"]


def test_what_is_put_right_stands_beside_its_penalty(book, plan, case):
    """The first parcel is torn down on 10 of its 14.9x mu, the second has nothing recorded."""
    torn = Measure(
        *("demolition", Progress.DONE, Decimal("10.00"), Decimal("8.00")),
        recultivated_mu=Decimal("7.50"),
        done_on="2023-04-19",
    )
    papers = Measure("made_up", Progress.PLANNED, Decimal("1.00"), document="虚土字1号")
    recorded = Rectification(kept(book.files[0].county_verdict), (torn, papers), "2023-05-01")
    book.change(0, put_right=PutRight(recorded))
    whole = sum(one.figures.area_mu for one in book.files[:2])
    names = ("penalty.ways", "rectification.ways", "rectification.rectified_mu")
    names += ("rectification.remaining_mu", "rectification.recultivated_mu", "rectification.due")
    fine, demolition, *others = rows(book, plan, "ledger", *names)
    figures = [Decimal("10.00"), whole - 10, Decimal("7.50"), "2023-05-01"]
    assert fine == ["补办手续", "拆除复耕；补办手续", *figures]
    assert demolition[0] == "拆除复耕"
    assert others[0][2:4] == [Decimal("0.00"), book.files[2].figures.area_mu]
    measures = ("parcel.number", "measure.way", "measure.progress", "measure.area_mu")
    found = rows(book, plan, "measures", *measures)
    number = book.files[0].parcel.number
    assert found[:2] == [
        [number, "拆除复耕", "Done", Decimal("10.00")],
        [number, "补办手续", "Planned", Decimal("1.00")],
    ]
    assert [row[1] for row in found[2:]] == ["", "", ""], "illegal, and nothing is recorded"
    (lacks, _, *_) = rows(book, plan, "measures", "measure.lacks")
    assert "Certificate of recultivation is missing" in lacks[0]


def test_a_day_of_the_record_is_the_day_of_rectification(book, plan, case):
    torn = Measure("demolition", Progress.DONE, Decimal("10.00"), done_on="2023-04-19")
    recorded = Rectification(kept(book.files[0].county_verdict), (torn,))
    book.change(0, put_right=PutRight(recorded))
    assert rows(book, plan, "ledger", "parcels.rectified_on")[0] == ["2023-04-19（1/2）"]


def test_transfers_are_listed(book, plan, case):
    names = ("case.number", "transfer.letter", "transfer.sent_on", "transfer.receipt_on")
    assert rows(book, plan, "transfers", *names) == [
        ["虚立〔2023〕1号", "虚移1号", "2023-04-19", None]
    ]


def test_a_case_with_military_land_is_in_no_list(book, plan, case):
    book.judge(1, "military", "")
    assert rows(book, plan, "transfers", "case.number") == []
    assert all(row == [""] for row in rows(book, plan, "ledger", "case.number"))


def test_illegal_land_is_what_was_judged_so(book, plan):
    book.judge(2, "legal", "supplied")
    listed = [row[0] for row in rows(book, plan, "illegal", "parcel.number")]
    assert listed == [book.files[at].parcel.number for at in (0, 1, 3)]


def place(book, index, location="", **issued):
    book.change_patch(index, issued=issued)
    book.change_figures(index, location=location)


def test_lists_and_sums_follow_the_verdict_that_counts(book, plan):
    """市局直接作出判定并作为统计依据 (工作方案 四（二）); the county's own stays beside it."""
    for index in range(4):
        book.judge(index, "legal" if index < 2 else "illegal")
    for index, category in ((0, "illegal"), (2, "legal")):
        one = book.files[index].verdicts[VerdictLevel.COUNTY]
        own = replace(one, level=VerdictLevel.FINAL, category=category, reason="市局判定理由")
        book.change(index, verdicts={VerdictLevel.COUNTY: one, VerdictLevel.FINAL: own})
    first, _, third, fourth = (one.parcel.number for one in book.files)
    names = ("parcel.number", "verdict.category_name", "counting.category_name", "counting.reason")
    said = {row[0]: row[1:] for row in rows(book, plan, "parcels", *names)}
    assert said[first] == ["合法", "违法", "市局判定理由"]
    assert said[third] == ["违法", "合法", "市局判定理由"]
    assert said[fourth][:2] == ["违法", "违法"]
    for row_set in ("illegal", "measures"):
        assert [one for (one,) in rows(book, plan, row_set, "parcel.number")] == [first, fourth]
    assert [one for (one,) in rows(book, plan, "ledger", "parcels.numbers")] == [first, fourth]
    summed = rows(book, plan, "towns", "summary.category", "parcels.count")
    assert [count for category, count in summed if category == "违法"] == [2]


def test_a_town_is_named_by_the_issued_row_then_by_the_place(book, plan):
    place(book, 0, "甲镇东村", 乡镇="乙乡")
    place(book, 1, "镇前镇东村")
    place(book, 2, "丙街道镇前村")
    place(book, 3, "镇")
    towns = [row[0] for row in rows(book, plan, "parcels", "parcel.town")]
    assert towns == ["乙乡", "镇前镇", "丙街道", "（未注明乡镇）"]


def test_towns_add_up_to_the_month(book, plan):
    place(book, 0, "甲镇东村")
    place(book, 1, "乙镇")
    place(book, 2)
    place(book, 3)
    found = rows(book, plan, "towns", "summary.town", "summary.category", "parcels.count")
    assert [row[0] for row in found][-1] == "合计"
    sums = [row[2] for row in found if row[1] == "小计"]
    assert sum(sums) == found[-1][2] == 4
    # Those without a town come last, before the total.
    assert found[-2][0] == "（未注明乡镇）"


def test_every_shipped_form_can_be_filled(book, plan, case):
    work = collect(book, plan, MONTH, TODAY)
    for form in work.schema.forms:
        sheet = form_sheet(work, form, english)
        assert sheet.rows or form.rows == "must_visit"
        assert all(len(row) == len(sheet.columns) for row in sheet.rows)


def test_unknown_figures_stay_unknown_in_sums(book, plan, case):
    book.change(1, figures=None)
    assert rows(book, plan, "ledger", "parcels.cultivated_mu")[0] == [None]
    book.change(1, figures=replace(book.files[0].figures))
    assert rows(book, plan, "ledger", "parcels.cultivated_mu")[0] == [Decimal("20.00")]
