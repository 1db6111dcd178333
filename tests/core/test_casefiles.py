"""What was done about a case: recorded, undone, verified, refused when it is stale."""

from __future__ import annotations

import sqlite3
from decimal import Decimal
from types import SimpleNamespace

import pytest

pytest.importorskip("osgeo")

from tuban.core.casebook import create_casebook, events, open_casebook
from tuban.core.casefile import (
    Case,
    CaseFile,
    CaseStep,
    Filing,
    Interruption,
    Penalty,
    StopNotice,
    Transfer,
)
from tuban.core.errors import CasebookConflict
from tuban.core.legality.facts import Facts
from tuban.core.plan import load_plan

CASE = Case("虚案〔2023〕1号", "虚构公司", "厂房", ("371599230400001_1",))
NOTICE = StopNotice("虚停〔2023〕1号", "2023-05-08", "虚构公司", "2023-05-08", "stopped")
FILING = Filing({"filed": CaseStep("2023-05-15", "虚立〔2023〕1号")})
FINE = Penalty("fine", Decimal("12000.00"), "2023-06-30", "虚罚〔2023〕1号", Decimal("5000"))
HEARING = Interruption("hearing", "2023-06-10", "2023-06-19", "当事人申请听证")
LETTER = Transfer("police", "涉嫌非法占用农用地", "虚构县公安局", "虚移〔2023〕1号", "2023-07-03")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "台账 本.gpkg"


@pytest.fixture
def book(path):
    with create_casebook(path, load_plan("liaocheng-2023"), "371599", "虚构县", "甲") as opened:
        opened.record([events.case_changed(CASE, None)])
        yield opened


def record_all(book):
    book.record(
        [
            events.stop_noticed(CASE.number, NOTICE, None),
            events.case_filed(CASE.number, FILING, Filing()),
            events.penalties_changed(CASE.number, [FINE], []),
            events.transfers_changed(CASE.number, [LETTER], []),
            events.interrupted(CASE.number, [HEARING], []),
        ]
    )


def test_everything_comes_back_as_it_was_recorded(book):
    record_all(book)
    assert book.case_files() == [CaseFile(CASE, NOTICE, FILING, (FINE,), (LETTER,), (HEARING,))]
    assert book.verify() == ()


def test_each_part_is_undone_by_itself(book):
    record_all(book)
    for left in (
        CaseFile(CASE, NOTICE, FILING, (FINE,), (LETTER,)),
        CaseFile(CASE, NOTICE, FILING, (FINE,)),
        CaseFile(CASE, NOTICE, FILING),
        CaseFile(CASE, NOTICE),
        CaseFile(CASE),
    ):
        book.undo(book.last_undoable().seq)
        assert book.case_files() == [left]
    assert book.verify() == ()


@pytest.mark.parametrize(
    "stale",
    [
        events.stop_noticed(CASE.number, NOTICE, None),
        events.case_filed(CASE.number, FILING, Filing()),
        events.penalties_changed(CASE.number, [FINE, FINE], []),
        events.transfers_changed(CASE.number, [], [LETTER, LETTER]),
        events.interrupted(CASE.number, [], []),
    ],
)
def test_what_rests_on_an_older_state_is_refused(book, stale):
    record_all(book)
    with pytest.raises(CasebookConflict, match="has changed since"):
        book.record([stale])


def test_without_a_case_nothing_is_recorded_about_it(book):
    with pytest.raises(CasebookConflict, match="no case 无此案"):
        book.record([events.stop_noticed("无此案", NOTICE, None)])


def test_a_case_and_what_was_done_come_in_one_transaction(book):
    other = Case("2", "乙", "", ("371599230400002_1",))
    book.record([events.case_changed(other, None), events.stop_noticed("2", NOTICE, None)])
    assert [one.stop_notice for one in book.case_files()] == [NOTICE, None]


def test_a_case_with_records_is_not_dropped_nor_taken_back(book):
    record_all(book)
    with pytest.raises(CasebookConflict, match="take those out"):
        book.record([events.case_dropped(CASE)])
    with pytest.raises(CasebookConflict, match="take those out"):
        book.undo(2)
    for _ in range(5):
        book.undo(book.last_undoable().seq)
    book.record([events.case_dropped(CASE)])
    assert book.case_files() == []


def test_a_case_that_came_with_what_was_done_is_taken_back_with_it(book):
    other = Case("2", "乙", "", ("371599230400002_1",))
    book.record(
        [
            events.case_changed(other, None),
            events.case_filed("2", FILING, Filing()),
            events.interrupted("2", [HEARING], []),
        ]
    )
    book.take_back(book.last_undoable())
    assert [one.case for one in book.case_files()] == [CASE]
    book.take_back(book.last_redoable())
    assert book.case_files()[0] == CaseFile(other, None, FILING, (), (), (HEARING,))
    assert book.verify() == ()


def test_a_changed_figure_is_found(book, path):
    record_all(book)
    book.close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE penalties SET decided = '1.00'")
    connection.commit()
    connection.close()
    with open_casebook(path, "甲", read_only=True) as again:
        (finding,) = again.verify()
    assert "penalties" in str(finding.message)


def test_a_casebook_from_before_learns_them(book, path, as_version):
    book.close()
    as_version(path, 4)
    with open_casebook(path, "乙") as again:
        record_all(again)
        assert again.case_files() == [
            CaseFile(CASE, NOTICE, FILING, (FINE,), (LETTER,), (HEARING,))
        ]
        assert again.verify() == ()


def test_a_casebook_of_the_version_before_learns_the_days_that_do_not_count(book, path, as_version):
    book.record([events.penalties_changed(CASE.number, [FINE], [])])
    book.close()
    as_version(path, 10)
    with open_casebook(path, "乙") as again:
        again.record([events.interrupted(CASE.number, [HEARING], [])])
        assert again.case_files() == [CaseFile(CASE, None, Filing(), (FINE,), (), (HEARING,))]
        assert again.verify() == ()


def test_a_verdict_of_illegality_asks_for_stop_notice_and_filing():
    """工作方案 二（二）: 及时制止, 依法依规查处. Told, and in nobody's way."""
    plan = load_plan("liaocheng-2023")
    asked = [one for one in plan.rules.questions if one.evidence in ("stop_notice", "filing")]
    assert [one.required for one in asked] == [False, False]
    assert all("illegal" in one.categories for one in asked)


@pytest.mark.parametrize(
    ("file", "given"),
    [
        (CaseFile(CASE), set()),
        (CaseFile(CASE, NOTICE), {"stop_notice"}),
        (CaseFile(CASE, None, FILING), {"filing"}),
        (CaseFile(CASE, None, Filing({}, "slight")), {"filing"}),
        (CaseFile(CASE, None, Filing({"checked": CaseStep("2023-05-01")})), set()),
    ],
)
def test_the_case_answers_them(file, given):
    plan = load_plan("liaocheng-2023")
    facts = Facts(SimpleNamespace(cases=(file,), evidence={}, field_check=None), plan)
    kinds = [plan.lists.evidence[code] for code in ("stop_notice", "filing")]
    assert {kind.code for kind in kinds if facts.value(kind.code)} == given


def test_thousands_of_cases_at_once(book):
    changes = []
    for at in range(1200):
        changes.append(events.case_changed(Case(f"案{at:04d}", "甲", "", ("p_1",)), None))
        changes.append(events.stop_noticed(f"案{at:04d}", NOTICE, None))
    book.record(changes)
    assert len(book.case_files()) == 1201
    assert sum(one.stop_notice is not None for one in book.case_files()) == 1200
