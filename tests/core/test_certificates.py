"""拆除复耕到位证明: issued, revoked, verified; numbers without gaps whatever happens."""

from __future__ import annotations

import os
import re
import shutil
import signal
import threading
import time
from contextlib import suppress
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("osgeo")

from accepted_land import ASKED, CLEARED, IN_PLACE, REFUSED, city_book, numbers, photo, put_right

from tuban.core.casebook import events, open_casebook, saying
from tuban.core.certificates import qr
from tuban.core.certificates.facts import certified, digest, photo_pairs
from tuban.core.certificates.issuing import issue, revoke, why_not
from tuban.core.certificates.listing import listed
from tuban.core.certificates.page import page_of
from tuban.core.certificates.verifying import Outcome, facts_hold, verify
from tuban.core.documents.history import told
from tuban.core.errors import Cancelled, RectificationRefused
from tuban.core.model import Verdict, VerdictLevel
from tuban.core.plan import load_plan
from tuban.core.progress import Progress
from tuban.core.rectified import Progress as HowFar
from tuban.core.rectified import Rectification, Turn
from tuban.core.rounds import Office

PLAN = load_plan("liaocheng-2023")
DAY = date(2023, 9, 26)
A, B, C = numbers(3)


@pytest.fixture(scope="module")
def inspected(tmp_path_factory):
    """A casebook with three parcels of which A and B are in place."""
    path = tmp_path_factory.mktemp("inspected") / "市.gpkg"
    with city_book(path, PLAN) as made:
        put_right(made, PLAN, [A, B])
    return path


@pytest.fixture
def book(tmp_path, inspected):
    with open_casebook(shutil.copy(inspected, tmp_path / "市 台账.gpkg"), "丙") as opened:
        yield opened


def issue_to(book, *parcels, day=DAY):
    return issue(book, PLAN, [book.dossier(one) for one in parcels], day, "丙")


def test_those_in_place_get_numbers_in_order_and_the_others_a_reason(book):
    issued = issue_to(book, C, A, B)
    assert {parcel: one.number for parcel, one in issued.certificates.items()} == {
        A: "聊拆复证〔2023〕0001号",
        B: "聊拆复证〔2023〕0002号",
    }
    assert str(issued.refused[C]) == "The city has not accepted it."
    one = book.dossier(A).put_right.certificates[0]
    assert (one.issued_on, one.issued_by, one.accepted_on) == ("2023-09-26", "丙", "2023-09-25")
    assert one.recultivated_mu == Decimal("8.80")
    assert one.facts_sha256 == digest(one, book.dossier(A)) and len(one.facts_sha256) == 64
    assert book.verify() == ()


def test_a_year_begins_with_its_own_first_number(book):
    issue_to(book, A)
    issued = issue_to(book, B, day=date(2024, 1, 2))
    assert issued.certificates[B].number == "聊拆复证〔2024〕0001号"


def test_nothing_is_issued_twice_and_a_revoked_number_is_used_up(book):
    issue_to(book, A)
    again = issue_to(book, A, B)
    assert "聊拆复证〔2023〕0001号" in str(again.refused[A])
    revoke(book, PLAN, "聊拆复证〔2023〕0001号", "面积有误", date(2023, 10, 8), "戊")
    third = issue_to(book, A)
    assert third.certificates[A].number == "聊拆复证〔2023〕0003号"
    first, last = book.dossier(A).put_right.certificates
    assert (first.revoked_on, first.revoked_by, first.revoked_why) == (
        "2023-10-08",
        "戊",
        "面积有误",
    )
    assert last.revoked_on == ""
    assert book.verify() == ()


@pytest.mark.parametrize(
    ("number", "why", "by", "day", "told"),
    [
        ("聊拆复证〔2023〕0001号", " ", "戊", DAY, "Say why"),
        ("聊拆复证〔2023〕0001号", "错", " ", DAY, "Say who"),
        ("聊拆复证〔2023〕0001号", "错", "戊", date(2023, 9, 25), "after that"),
        ("聊拆复证〔2023〕0009号", "错", "戊", DAY, "no certificate"),
    ],
)
def test_revoking_needs_a_certificate_a_person_and_a_reason(book, number, why, by, day, told):
    issue_to(book, A)
    with pytest.raises(RectificationRefused, match=told):
        revoke(book, PLAN, number, why, day, by)
    assert book.dossier(A).put_right.certificates[0].revoked_on == ""


def test_a_day_to_come_uses_up_no_number(book):
    with pytest.raises(RectificationRefused, match="2032-09-26: that day has not come yet"):
        issue_to(book, A, day=date(2032, 9, 26))
    with pytest.raises(RectificationRefused, match="has not come"):
        issue(book, PLAN, [book.dossier(A)], DAY, "丙", today=date(2023, 9, 25))
    assert issue_to(book, A).certificates[A].serial == 1


def test_what_is_judged_as_legal_meanwhile_is_not_certified(book):
    old = book.dossier(A).county_verdict
    legal = replace(old, level=VerdictLevel.CITY, category="legal", subcategory="")
    book.record([events.verdict_given(legal, None)])
    assert "not judged as illegal" in str(issue_to(book, A, B).refused[A])


def test_what_was_revoked_is_not_revoked_again(book):
    issue_to(book, A)
    revoke(book, PLAN, "聊拆复证〔2023〕0001号", "错", DAY, "戊")
    with pytest.raises(RectificationRefused, match="already"):
        revoke(book, PLAN, "聊拆复证〔2023〕0001号", "又错", DAY, "己")


def changed(book, number, measures=None, accepted=None):
    shown = book.dossier(number)
    if measures is not None:
        kept = shown.put_right.rectification
        book.record(saying.rectified(shown, replace(kept, measures=measures)))
    if accepted is not None:
        book.record(saying.accepted(shown, accepted))
    return book.dossier(number)


def test_each_reason_for_no_certificate_is_a_sentence(book):
    def why(dossier, office=Office.CITY, day=DAY):
        return str(why_not(dossier, PLAN, office, day))

    shown = book.dossier(A)
    assert why_not(shown, PLAN, Office.CITY, DAY) is None
    assert why(shown, Office.COUNTY).startswith("This is not for the")
    assert "older than" in why(shown, day=date(2023, 9, 24))
    refused = changed(book, B, accepted=[IN_PLACE, replace(REFUSED, on="2023-09-26")])
    assert "has not accepted" in why(refused)
    planned = replace(CLEARED, progress=HowFar.PLANNED, done_on="", recultivated_mu=None)
    assert "way that the certificate is for" in why(changed(book, A, [planned]))
    made_up = replace(CLEARED, way="made_up", recultivated_mu=None)
    assert "way that the certificate is for" in why(changed(book, A, [made_up]))
    unknown = replace(CLEARED, recultivated_mu=None)
    assert "How much was recultivated" in why(changed(book, A, [unknown]))


def test_military_land_gets_none_even_by_another_parcel_of_its_patch(book):
    military = next(one.code for one in PLAN.categories if one.military)
    verdict = Verdict(A, VerdictLevel.CITY, military, "", "", PLAN.id, PLAN.sha256)
    book.record([events.verdict_given(verdict, None)])
    issued = issue_to(book, A, B)
    assert list(issued.certificates) == [B]
    assert "It is military land" in str(issued.refused[A])


def test_a_county_issues_none(tmp_path):
    with city_book(tmp_path / "县.gpkg", PLAN, office=Office.COUNTY) as book:
        put_right(book, PLAN, [A])
        before = book.head()
        assert "not for the" in str(issue_to(book, A).refused[A])
        assert book.head() == before


def test_all_on_the_day_of_the_inspection(book):
    """Inspected, certified, revoked and reopened on 2023-09-25."""
    same = date(2023, 9, 25)
    wanted = [book.dossier(A), book.dossier(B)]
    issued = issue(book, PLAN, wanted, same, "丙", today=same).certificates
    assert sorted(issued) == [A, B]
    closed = [Turn(True, "2023-09-25", "戊", "accepted")]
    book.record([events.ledger_turned(A, closed, [])])
    again = Turn(False, "2023-09-25", "戊", why="发现新建")
    book.record([events.ledger_turned(A, [*closed, again], closed)])
    assert "reopened: 发现新建" in str(verify(book, PLAN, qr_of(book)).sentences[-1])
    assert revoke(book, PLAN, issued[B].number, "错", same, "戊").revoked_on == "2023-09-25"


# ---- numbers without gaps


class StopsAt(Progress):
    """Cancelled from the n-th question on."""

    def __init__(self, left):
        self._left = left

    def at(self, done, total):
        pass

    def is_cancelled(self):
        self._left -= 1
        return self._left < 0


def serials(book):
    every = [one for several in book.certificates().values() for one in several]
    return sorted(one.serial for one in every)


def test_what_is_cancelled_uses_up_no_number(book):
    with pytest.raises(Cancelled):
        issue(book, PLAN, [book.dossier(A)], DAY, "丙", StopsAt(0))
    assert serials(book) == []
    issue_to(book, A, B)
    assert serials(book) == [1, 2]


def test_many_at_once_leave_no_gap_and_share_no_number(tmp_path):
    with city_book(tmp_path / "市.gpkg", PLAN, 12) as book:
        put_right(book, PLAN, numbers(12))

        def work(own, stops):
            for parcel in own:
                try:
                    progress = StopsAt(0) if stops else StopsAt(99)
                    issue(book, PLAN, [book.dossier(parcel)], DAY, "丙", progress)
                except Cancelled:
                    pass

        parts = [numbers(12)[at::4] for at in range(4)]
        threads = [
            threading.Thread(target=work, args=(own, at == 1)) for at, own in enumerate(parts)
        ]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
        assert serials(book) == list(range(1, 10))
        assert book.verify() == ()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a child of its own")
def test_whoever_is_killed_while_issuing_leaves_no_gap(tmp_path):
    """Each child is killed some milliseconds after it has issued two more, in its third."""
    path, count = tmp_path / "市.gpkg", 15
    with city_book(path, PLAN, count) as book:
        put_right(book, PLAN, numbers(count))
    for wait in (0.0, 0.003, 0.006, 0.012):
        told, tell = os.pipe()
        child = os.fork()
        if child == 0:
            _issue_one_by_one(path, numbers(count), tell)
        os.read(told, 1)
        os.read(told, 1)
        time.sleep(wait)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(told)
        os.close(tell)
    with open_casebook(path, "丙") as book:
        assert 4 * 2 <= len(serials(book)) <= 4 * 3 < count
        issue_to(book, *numbers(count))
        assert serials(book) == list(range(1, count + 1))
        assert book.verify() == ()


def _issue_one_by_one(path, parcels, tell):
    """In a child: a byte for each of three certificates; never comes back."""
    try:
        with open_casebook(path, "丙") as own:
            issued = 0
            for parcel in parcels:
                if issue(own, PLAN, [own.dossier(parcel)], DAY, "丙").certificates:
                    os.write(tell, b".")
                    issued += 1
                if issued == 3:  # on a busy machine the kill may be late
                    signal.pause()
    finally:
        os._exit(0)


Step = st.tuples(
    st.sampled_from(["issue", "cancel", "revoke"]),
    st.sets(st.integers(0, 3), min_size=1),
    st.sampled_from([2023, 2024]),
)


@given(st.lists(Step, max_size=7))
@settings(max_examples=6, deadline=None)
def test_whatever_is_done_numbers_of_a_year_run_on_and_none_comes_back(four, steps):
    """A model beside the record: who has which number, and how many were given in a year."""
    path = shutil.copy(four, four.with_name("copy.gpkg"))
    given_out, live = {2023: 0, 2024: 0}, {}
    with open_casebook(path, "丙") as book:
        for what, chosen, year in steps:
            parcels, day = [numbers(4)[at] for at in sorted(chosen)], date(year, 12, 30)
            if what == "revoke":
                for parcel in parcels:
                    if parcel in live:
                        revoke(book, PLAN, live.pop(parcel), "错", date(2024, 12, 31), "戊")
            else:
                dossiers = [book.dossier(one) for one in parcels]
                with suppress(Cancelled):
                    issue(book, PLAN, dossiers, day, "丙", StopsAt(99 if what == "issue" else 0))
                    for parcel in (one for one in parcels if one not in live):
                        given_out[year] += 1
                        live[parcel] = f"聊拆复证〔{year}〕{given_out[year]:04d}号"
        every = [one for several in book.certificates().values() for one in several]
        for year, count in given_out.items():
            assert sorted(one.serial for one in every if one.year == year) == [*range(1, count + 1)]
        assert {one.number for one in every if not one.revoked_on} == set(live.values())
        assert book.verify() == ()


@pytest.fixture(scope="module")
def four(tmp_path_factory):
    """A casebook with four parcels in place."""
    path = tmp_path_factory.mktemp("four") / "市.gpkg"
    with city_book(path, PLAN, 4) as made:
        put_right(made, PLAN, numbers(4))
    return path


def test_the_history_names_the_certificate_and_why_it_was_revoked(book):
    issue_to(book, A)
    revoke(book, PLAN, "聊拆复证〔2023〕0001号", "面积有误", DAY, "戊")
    entries = [one for one in book.history(A) if one.kind == events.CERTIFIED]
    assert [str(told(one, PLAN)) for one in entries] == [
        "Certificate 聊拆复证〔2023〕0001号 revoked: 面积有误",
        "Certificate 聊拆复证〔2023〕0001号 issued",
    ]


# ---- verifying


def qr_of(book, parcel=A, at=-1):
    return qr.written(book.dossier(parcel).put_right.certificates[at], parcel)


def outcome(book, written):
    return verify(book, PLAN, written).outcome


def test_what_the_record_has_is_genuine_by_code_and_by_number(book):
    issue_to(book, A)
    by_code = verify(book, PLAN, f" {qr_of(book)}\n")
    assert (by_code.outcome, by_code.parcel) == (Outcome.GENUINE, A)
    assert len(by_code.sentences) == 1
    by_number = verify(book, PLAN, "聊拆复证〔2023〕0001号")
    assert by_number.outcome is Outcome.GENUINE
    assert "Only the number" in str(by_number.sentences[-1])
    assert outcome(book, " 聊拆复证[2023]1号") is Outcome.GENUINE


def test_a_revoked_one_says_who_when_and_why(book):
    issue_to(book, A)
    revoke(book, PLAN, "聊拆复证〔2023〕0001号", "面积有误", DAY, "戊")
    found = verify(book, PLAN, qr_of(book))
    assert found.outcome is Outcome.REVOKED
    assert str(found.sentences[0]) == "Revoked on 2023-09-26 by 戊: 面积有误"


@pytest.mark.parametrize("part", range(1, 5))
def test_a_sheet_with_one_part_altered_is_told_with_both_values(book, part):
    issue_to(book, A, B)
    parts = qr_of(book).split("|")
    altered = ["", "聊拆复证〔2023〕0009号", "别处_1", "2023-09-27", "f" * 64][part]
    parts[part] = altered
    found = verify(book, PLAN, "|".join(parts))
    assert found.outcome is Outcome.DIFFERS
    (said,) = found.sentences
    assert altered in str(said)


def test_the_code_of_one_certificate_on_anothers_sheet_differs(book):
    issue_to(book, A, B)
    mine, its = qr_of(book, A).split("|"), qr_of(book, B).split("|")
    assert outcome(book, "|".join([*mine[:2], *its[2:]])) is Outcome.DIFFERS


def test_an_unknown_number_an_unknown_parcel_and_another_office_are_told_apart(book):
    issue_to(book, A)
    own = f"TUBAN1|聊拆复证〔2023〕0009号|{A}|2023-09-26|{'0' * 64}"
    assert outcome(book, own) is Outcome.UNKNOWN
    assert outcome(book, own.replace(A, "别处_1")) is Outcome.ELSEWHERE
    assert outcome(book, "聊拆复证〔2023〕0009号") is Outcome.UNKNOWN
    assert outcome(book, "济拆复证〔2023〕0001号") is Outcome.ELSEWHERE
    assert outcome(book, "hello") is Outcome.UNREADABLE
    assert outcome(book, "") is Outcome.UNREADABLE


def judged_again(book):
    old = book.dossier(A).county_verdict
    book.record([events.verdict_given(replace(old, category="facility"), old)])


def measured_again(book):
    changed(book, A, [replace(CLEARED, recultivated_mu=Decimal("8.00"))])


def photo_taken_off(book):
    book.record([events.photo_detached(book.dossier(A).photos[0])])


def another_finding(book):
    changed(book, A, accepted=[replace(IN_PLACE, measured_mu=Decimal("7.00"))])


@pytest.mark.parametrize("change", [judged_again, measured_again, photo_taken_off, another_finding])
def test_what_the_certificate_rests_on_cannot_change_unseen(book, change):
    book.record([events.photo_attached(photo(A, "前", "before", "1"))])
    issue_to(book, A)
    assert facts_hold(book.dossier(A).put_right.certificates[0], book.dossier(A))
    change(book)
    found = verify(book, PLAN, qr_of(book))
    assert found.outcome is Outcome.CHANGED
    assert len(found.sentences) == 2  # what it means, and the entry that did it


def test_of_many_changes_since_the_last_five_are_told(book):
    issue_to(book, A)
    for at in range(1, 8):
        book.record([events.photo_attached(photo(A, f"第{at}张", "before", str(at)))])
    told = [str(one) for one in verify(book, PLAN, qr_of(book)).sentences[1:]]
    named = [re.search("第([0-9])张", one).group(1) for one in told]
    assert named == ["3", "4", "5", "6", "7"]


def test_of_what_became_military_land_nothing_is_said(book):
    issue_to(book, A)
    code = qr_of(book)
    military = next(one.code for one in PLAN.categories if one.military)
    verdict = Verdict(A, VerdictLevel.CITY, military, "", "", PLAN.id, PLAN.sha256)
    book.record([events.verdict_given(verdict, None)])
    found = verify(book, PLAN, code)
    assert (found.outcome, found.parcel, found.certificate) == (Outcome.WITHHELD, "", None)
    assert found.sentences == ()
    assert [
        one.dossier.parcel.number for one in listed(book.dossiers(), PLAN, book.office, DAY)
    ] == [B]


def test_a_month_lists_its_certificates_and_who_waits_for_one(book):
    issue_to(book, A)
    revoke(book, PLAN, "聊拆复证〔2023〕0001号", "错", DAY, "戊")
    issue_to(book, A)
    measured_again(book)
    rows = listed(book.dossiers("2023-04"), PLAN, book.office, DAY)
    assert [(one.dossier.parcel.number, one.outcome, one.may_be_printed) for one in rows] == [
        (A, Outcome.REVOKED, True),
        (A, Outcome.CHANGED, False),
        (B, None, False),
    ]
    assert [one.may_be_issued for one in rows] == [False, False, True]
    assert rows[0].alone.put_right.certificates == (rows[0].certificate,)


def test_what_comes_later_is_no_change(book):
    issue_to(book, A)
    shown = book.dossier(A)
    late = photo(A, "复核", "after", "1", "2024-03-01T09:00:00+08:00")
    book.record([events.photo_attached(late), *saying.commented(shown, "已看")])
    assert outcome(book, qr_of(book)) is Outcome.GENUINE


def test_what_is_reopened_later_was_certified_all_the_same(book):
    """Its page still says what stood on the day of issue, and verifying tells of the reopening."""
    issue_to(book, A)
    before = page_of(book.dossier(A).put_right.certificates[0], book.dossier(A), PLAN)
    book.record([events.ledger_turned(A, [Turn(True, "2023-09-28", "戊", "accepted")], [])])
    closed = book.dossier(A).put_right.turns
    again = Turn(False, "2024-03-05", "戊", why="发现新建")
    book.record([events.ledger_turned(A, [*closed, again], closed)])
    shown = book.dossier(A)
    after = page_of(shown.put_right.certificates[0], shown, PLAN)
    assert (after.words, after.areas) == (before.words, before.areas)
    assert [row.mu for row in after.areas][:3] == ["14.90", "14.90", "8.80"]
    found = verify(book, PLAN, qr_of(book))
    assert found.outcome is Outcome.GENUINE
    assert "reopened: 发现新建" in str(found.sentences[-1])


def test_every_fact_that_is_certified_is_in_the_hash(book):
    book.record([events.photo_attached(photo(A, "前", "before", "1"))])
    issue_to(book, A)
    shown = book.dossier(A)
    one = shown.put_right.certificates[0]
    facts = certified(one, shown)
    assert [facts[name] for name in ("number", "accepted_on", "recultivated_mu")] == [
        "聊拆复证〔2023〕0001号",
        "2023-09-25",
        "8.80",
    ]
    assert facts["acceptance"][:3] == ["2023-09-25", ["丙", "丁"], dict(IN_PLACE.items)]
    assert facts["photos"] == [[photo(A, "前", "before", "1").sha256, "before", "1"]]
    same_day = replace(shown.put_right, applications=(replace(ASKED, on="2023-09-25"),))
    on_that_day = certified(one, replace(shown, put_right=same_day))
    assert on_that_day["application"][0] == "2023-09-25", "what is of the same day goes along"
    drawn = replace(shown.put_right, acceptances=(replace(IN_PLACE, outline="00ff"),))
    assert digest(one, replace(shown, put_right=drawn)) != one.facts_sha256
    others = {**vars(one), "number": "聊拆复证〔2023〕0002号"}
    assert digest(type(one)(**others), shown) != one.facts_sha256


def test_photos_of_a_station_stand_beside_one_another():
    before, during, after, alone = (
        photo(A, name, stage, station)
        for name, stage, station in (
            ("前", "before", "南"),
            ("中", "during", "南"),
            ("后", "after", "南"),
            ("独", "after", ""),
        )
    )
    newer = replace(after, file="后2.jpg", taken_at="2023-09-25T11:00:00+08:00")
    assert photo_pairs([alone, after, newer, during, before]) == [(before, newer), (None, alone)]


def test_a_rectification_taken_out_is_a_change(book):
    issue_to(book, A)
    shown = book.dossier(A)
    book.record([events.rectified(A, None, shown.put_right.rectification)])
    assert outcome(book, qr_of(book)) is Outcome.CHANGED
    assert isinstance(shown.put_right.rectification, Rectification)
