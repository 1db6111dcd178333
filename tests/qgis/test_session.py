"""The session: what the dock does, without a dock."""

from __future__ import annotations

import pytest

from tuban.core.casebook import open_casebook
from tuban.core.errors import CasebookBusy, CasebookReadOnly
from tuban.core.model import Answer
from tuban.dialogs.desk.banner import Banner
from tuban.maps.session import Session
from tuban.maps.settings import Settings

MONTH = "2023-04"


@pytest.fixture
def session(qgis_app, casebook_file, today):
    made = Session(Settings(), today=lambda: today)
    made.open(casebook_file)
    yield made
    made.close()


def test_opens_at_the_newest_month_and_the_first_undecided_parcel(session, parcel_number):
    assert session.month == MONTH
    assert len(session.rows) == 12
    assert session.number == parcel_number(1)


def test_a_verdict_is_in_the_file_before_judge_returns(session, casebook_file, parcel_number):
    assert session.judge("illegal", "", "占用耕地")
    with open_casebook(casebook_file, "reader", read_only=True) as other:
        verdict = other.dossier(parcel_number(1)).county_verdict
    assert (verdict.category, verdict.reason) == ("illegal", "占用耕地")
    assert verdict.plan_sha256 == session.plan.sha256
    assert session.rows[0].category == "illegal"


def test_saying_the_same_again_records_nothing(session):
    session.judge("legal", "", "")
    head = session.book.head()
    assert not session.judge("legal", "", "")
    assert session.book.head() == head


def test_undo_goes_back_to_the_parcel_it_changes(session, qtbot, parcel_number):
    session.judge("legal", "", "")
    session.show_next_undecided()
    session.judge("illegal", "", "")
    session.show_next_undecided()
    with qtbot.waitSignal(session.changed, timeout=20_000):
        session.undo()
    assert session.number == parcel_number(2)
    assert session.dossier.county_verdict is None
    assert [row.category for row in session.rows[:3]] == ["legal", "", ""]


def test_next_undecided_starts_again_from_the_top(session, parcel_number):
    session.show(parcel_number(12))
    session.judge("legal", "", "")
    assert session.show_next_undecided()
    assert session.number == parcel_number(1)


@pytest.mark.parametrize("typed", ["0007", "371599JC23040007", "371599JC23040007_1", " 0007 "])
def test_goes_to_a_typed_number(session, typed, parcel_number):
    assert session.show_typed(typed)
    assert session.number == parcel_number(7)


def test_a_number_that_is_not_there_moves_nothing(session, parcel_number):
    assert not session.show_typed("9999")
    assert session.number == parcel_number(1)


def test_flags_are_missing_where_illegal_use_takes_cultivated_land(session):
    assert session.missing_flags() == []
    session.judge("illegal", "", "")
    codes = [flag.code for flag in session.plan.flag_rules.flags]
    assert session.missing_flags() == codes
    session.answer_flags(dict.fromkeys(codes, Answer.NO))
    assert session.missing_flags() == []


def test_no_verdict_while_a_task_writes(session):
    session.hold("import")
    assert not session.writable
    with pytest.raises(CasebookBusy, match="import"):
        session.judge("legal", "", "")


def test_a_casebook_held_elsewhere_can_be_read(qgis_app, casebook_file, held_elsewhere, today):
    with held_elsewhere(casebook_file, "the first"):
        second = Session(Settings(), today=lambda: today)
        second.open(casebook_file)
        assert not second.writable
        assert second.book.holder.who == "the first"
        assert len(second.rows) == 12
        with pytest.raises(CasebookReadOnly):
            second.judge("legal", "", "")
        second.close()


def test_a_second_dock_of_this_qgis_reads_until_the_first_is_closed(
    desk, casebook_file, tmp_path, today
):
    desk.session.open(casebook_file)
    link = tmp_path / "另一个名字.gpkg"
    link.symlink_to(casebook_file)
    for name in (casebook_file, link):
        second = Session(Settings(), today=lambda: today)
        second.open(name)
        assert not second.writable and second.book.holder.is_here
        banner = Banner(second)
        assert banner.isVisibleTo(None) and "Another window of this QGIS" in banner._words.text()
        with pytest.raises(CasebookReadOnly):
            second.judge("legal", "", "")
        desk.session.judge("illegal", "", "虚构")
        assert second.notice_news() and second.rows[0].category == "illegal"
        desk.session.undo()
        second.close()
    second.open(casebook_file)
    desk.session.close()
    second.open(casebook_file)
    assert second.writable and second.judge("legal", "", "")
    desk.session.open(casebook_file)  # now it is the other way round
    assert not desk.session.writable
    second.close()


def test_the_plugin_opens_again_what_another_dock_gave_back(desk, casebook_file, today):
    first = Session(Settings(), today=lambda: today)
    first.open(casebook_file)
    desk.session.open(casebook_file)
    assert not desk.session.writable and desk.dock.banner.again.isVisible()
    first.close()
    desk.dock.banner.again.click()
    assert desk.session.writable and not desk.dock.banner.isVisible()


def test_what_others_record_is_noticed(session, casebook_file, today):
    second = Session(Settings(), today=lambda: today)
    second.open(casebook_file, read_only=True)
    with pytest.raises(CasebookReadOnly):
        second.judge("legal", "", "")
    assert not second.notice_news()
    session.judge("legal", "", "")
    assert second.notice_news()
    assert second.rows[0].category == "legal"
    second.close()


def test_a_month_can_be_chosen(session, parcel_number, fill_book):
    fill_book(session.book, 3, "2023-05", first=100)
    assert session.months() == [MONTH, "2023-05"]
    session.set_month("2023-05")
    assert len(session.rows) == 3
    assert session.number == parcel_number(100)
