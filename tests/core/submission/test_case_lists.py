"""The workbook of cases: what stands in it, and which cases do not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from tuban.core.casebook import create_casebook, events
from tuban.core.casefile import (
    Case,
    CaseStep,
    Filing,
    Interruption,
    Penalty,
    StopNotice,
    Transfer,
)
from tuban.core.model import Verdict, VerdictLevel
from tuban.core.plan import load_plan
from tuban.core.submission.case_lists import ordinary_cases, write_case_lists

PLAN = load_plan("liaocheng-2023")


@pytest.fixture
def real(book):
    """The month of the fake book, recorded in a casebook; nothing judged yet."""
    changes = [events.patch_issued(patch) for patch in book.land]
    changes += [events.parcel_divided(one.parcel) for one in book.files]
    changes += [events.figures_computed(one.figures, None) for one in book.files]
    with create_casebook(book.path, PLAN, book.county_code, "虚构县", "甲") as made:
        made.record(changes)
        yield made


def case_of(number, *parcels):
    return events.case_changed(Case(number, "虚构公司", "厂房", parcels), None)


@pytest.fixture
def with_cases(real):
    numbers = [one.number for one in real.parcels()]
    fine = Penalty(
        "fine", Decimal("12000"), "2023-06-30", "虚罚1号", Decimal("12500"), "2023-07-10"
    )
    demolition = Penalty("demolition", Decimal("260.5"), "2023-06-30", "虚罚1号")
    filed = Filing({"checked": CaseStep("2023-04-27"), "filed": CaseStep("2023-05-15", "虚立1号")})
    not_filed = Filing({"not_filed": CaseStep("2023-05-20")}, "joint", "镇里整治")
    sent = Transfer("police", "线索", "虚构县公安局", "虚移1号", "2023-07-03")
    notice = StopNotice("虚停1号", "2023-05-08", "虚构公司", "2023-05-08", "stopped")
    real.record(
        [
            case_of("案1", numbers[0], numbers[1]),
            case_of("案2", numbers[2]),
            events.stop_noticed("案1", notice, None),
            events.case_filed("案1", filed, Filing()),
            events.case_filed("案2", not_filed, Filing()),
            events.penalties_changed("案1", [fine, demolition], []),
            events.transfers_changed("案1", [sent], []),
        ]
    )
    return real


def rows_of(path, sheet):
    """The rows below the headings: those that begin with a number."""
    cells = load_workbook(path)[sheet].iter_rows(values_only=True)
    return [row for row in cells if isinstance(row[0], int)]


@pytest.fixture
def written(with_cases, tmp_path):
    path = tmp_path / "案件.xlsx"
    write_case_lists(with_cases, PLAN, date(2023, 7, 20), path, str)
    return path


def test_open_terms_stand_first(written):
    found = rows_of(written, "Terms of cases")
    # Sixty days from 15 May: 14 July. Ten working days from 3 July: 17 July.
    assert [(row[1], row[2].date(), row[3], row[4]) for row in found] == [
        ("Overdue", date(2023, 7, 14), -6, "案1"),
        ("Overdue", date(2023, 7, 17), -3, "案1"),
    ]
    assert "第三十二条" in found[0][9]
    assert "Tuban" in found[1][9]


def test_a_moved_term_says_which_days_do_not_count(with_cases, tmp_path):
    hearing = Interruption("hearing", "2023-06-10", "2023-06-19", "当事人申请")
    with_cases.record([events.interrupted("案1", [hearing], [])])
    path = tmp_path / "案件.xlsx"
    write_case_lists(with_cases, PLAN, date(2023, 7, 20), path, str)
    (moved,) = [row for row in rows_of(path, "Terms of cases") if row[2].date().day == 24]
    assert "2023-06-10 to 2023-06-19, 10 days (当事人申请)" in moved[9]
    assert PLAN.case_rules.interruptions["hearing"].article in moved[9]


def test_cases_with_notice_filing_or_why_not(written):
    one, other = rows_of(written, "Cases")
    assert one[1:4] == ("案1", "虚构公司", "厂房")
    assert one[7] == "虚停1号" and one[9] == "停工"
    assert one[10] == "虚立1号" and one[11].date() == date(2023, 5, 15)
    # Four patches alike: two parcels of the first case have twice the figures of one.
    assert one[5] == pytest.approx(2 * other[5]) and one[6] == pytest.approx(20.00)
    assert other[12] == "政府组织联合整治：镇里整治"
    assert other[10] is None


def test_penalties_in_pairs_and_nothing_clipped(written):
    fine, demolition = rows_of(written, "Penalties")
    assert fine[3:6] == ("罚款", "元", 12000)
    assert (fine[8], fine[10]) == (12500, -500)
    assert demolition[4:6] == ("平方米", 260.5)
    assert demolition[8] in (None, "—") and demolition[10] == 260.5


def test_transfers(written):
    (row,) = rows_of(written, "Transfers")
    assert row[3:7] == ("公安机关", "线索", "虚构县公安局", "虚移1号")
    assert row[7].date() == date(2023, 7, 3) and row[9] is None


def test_it_is_set_up_to_be_printed(written):
    for sheet in load_workbook(written):
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.print_title_rows
        assert "虚构县" in sheet.cell(1, 1).value


def test_a_case_with_military_land_is_left_out(with_cases):
    parcel = with_cases.parcels()[1].number
    verdict = Verdict(parcel, VerdictLevel.COUNTY, "military", "", "", PLAN.id, PLAN.sha256)
    with_cases.record([events.verdict_given(verdict, None)])
    assert [one.case.number for one in ordinary_cases(with_cases, PLAN)] == ["案2"]
