"""Parcels from their verdict to their end, in a real casebook, with the figures of each stage.

Every parcel has 12.00 mu (8000 m²), 10.00 of it cultivated, 2.00 basic farmland. The figures were
worked out by hand: (day, stage, put right, left, recultivated, cultivated land that counts by the
cut-off of 2024-01-15), all in mu.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

pytest.importorskip("osgeo")

from issued_land import undivided
from rectified_land import IN_PLACE, figures_of, measure

from tuban.core.casebook import create_casebook, events, saying
from tuban.core.casefile import Case, Penalty
from tuban.core.certificates.issuing import issue, revoke
from tuban.core.errors import CasebookConflict
from tuban.core.model import Evidence, Source, Verdict, VerdictLevel
from tuban.core.plan import load_plan
from tuban.core.rectification import (
    Stage,
    apply_for,
    by_cutoff,
    give_acceptance,
    inspect_first,
    pairs_of,
    plan_rectification,
    rectification_findings,
    standing,
)
from tuban.core.rectification.measuring import measure_outline
from tuban.core.rectified import Progress, Recheck, Turn
from tuban.core.rounds import Office

D = Decimal
PLAN = load_plan("liaocheng-2023")
CITY = "虚构市局"
NUMBERS = [f"3799012304000{index:02d}_1" for index in range(1, 8)]
ONCE, TWICE, MADE_UP, TAKEN, AGAIN, REVOKED, MIXED = NUMBERS
TORN = measure("demolition", "12.00", "10.00", "2.00", recultivated="9.80", on="2023-10-01")


def day(written: str) -> date:
    return date.fromisoformat(written)


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "台账 市.gpkg"
    with create_casebook(path, PLAN, "379900", "虚构市", "甲", Office.CITY) as made:
        area = D("8000.00")
        pairs = [
            undivided(one[:-2], 115.2 + 0.01 * place, area_m2=area)
            for place, one in enumerate(NUMBERS)
        ]
        made.record(
            [
                events.source_imported(Source("ab" * 32, "图斑.zip", "图斑", "", "", "m2", 7)),
                *(events.patch_issued(patch) for patch, _ in pairs),
                *(events.parcel_divided(parcel) for _, parcel in pairs),
                *(events.figures_computed(figures_of(one), None) for one in NUMBERS),
                *(events.verdict_given(illegal(one), None) for one in NUMBERS),
            ]
        )
        yield made
        assert made.verify() == ()


def illegal(number: str, subcategory: str = "not_applied") -> Verdict:
    level, plan = VerdictLevel.COUNTY, (PLAN.id, PLAN.sha256)
    return Verdict(number, level, "illegal", subcategory, "现场为厂房", *plan)


class Walk:
    """One parcel's steps, each looked at in the record and put into it."""

    def __init__(self, book, number):
        self.book, self.number = book, number

    @property
    def now(self):
        return self.book.dossier(self.number)

    def rectify(self, *measures, **more):
        recorded = plan_rectification(self.now, measures, PLAN, Office.COUNTY, **more)
        self.book.record(saying.rectified(self.now, recorded))

    def look_and_ask(self, looked, asked):
        shown = self.now
        given = inspect_first(shown, PLAN, Office.COUNTY, day(looked), ["虚构乙"], True)
        self.book.record(saying.inspected_first(shown, [*shown.put_right.preliminary, given]))
        shown = self.now
        given = apply_for(shown, PLAN, Office.COUNTY, day(asked), "虚构县局")
        self.book.record(saying.applied(shown, [*shown.put_right.applications, given]))

    def accept(self, on, missing="", measured=None):
        shown, people = self.now, ["虚构丙", "虚构丁"]
        items = {**IN_PLACE, "rubble_cleared": not missing}
        given = give_acceptance(
            *(shown, PLAN, Office.CITY, day(on), people, items, not missing),
            measured=measured,
            missing=missing,
        )
        self.book.record(saying.accepted(shown, [*shown.put_right.acceptances, given]))

    def certify(self, on):
        issued = issue(self.book, PLAN, [self.now], day(on), "虚构戊")
        assert issued.refused == {}
        return issued.certificates[self.number]

    def turn(self, turn):
        old = self.now.put_right.turns
        self.book.record([events.ledger_turned(self.number, [*old, turn], old)])

    def close(self, on, basis):
        self.turn(Turn(True, on, CITY, basis))

    def figures(self, *moments):
        """Each moment as it is computed, to be compared with the same written by hand."""
        found = []
        for on, *_ in moments:
            stands = standing(self.now, PLAN, day(on))
            counted = sum(one.cultivated_mu for one in by_cutoff(self.now, PLAN, day(on)))
            assert stands.rectified_mu + stands.remaining_mu == stands.illegal_mu == D("12.00")
            assert stands.demolished_mu + stands.made_up_mu == stands.rectified_mu
            areas = (stands.rectified_mu, stands.remaining_mu, stands.recultivated_mu, counted)
            found.append((on, stands.stage, *(f"{one:.2f}" for one in areas)))
        return found

    def is_at(self, *moments):
        assert self.figures(*moments) == list(moments)

    def told(self, today="2024-06-01"):
        found = rectification_findings([self.now], PLAN, day(today))
        return {one.check for one in found} - {"rectified-photos"}


def test_accepted_at_once(book):
    walk = Walk(book, ONCE)
    walk.rectify(replace(TORN, progress=Progress.PLANNED, recultivated_mu=None, done_on=""))
    walk.is_at(("2023-09-01", Stage.PLANNED, "0.00", "12.00", "0.00", "0.00"))
    walk.rectify(TORN)
    walk.look_and_ask("2023-10-05", "2023-10-06")
    land = walk.now.parcel.geometry
    walk.accept("2023-10-10", measured=measure_outline(land, land))
    assert walk.certify("2023-10-12").serial == 1
    walk.close("2023-10-20", "accepted")
    walk.is_at(
        ("2023-09-30", Stage.UNDER_WAY, "0.00", "12.00", "0.00", "0.00"),
        ("2023-10-01", Stage.DONE, "12.00", "0.00", "9.80", "0.00"),
        ("2023-10-05", Stage.INSPECTED_FIRST, "12.00", "0.00", "9.80", "0.00"),
        ("2023-10-06", Stage.APPLIED, "12.00", "0.00", "9.80", "0.00"),
        ("2023-10-10", Stage.ACCEPTED, "12.00", "0.00", "9.80", "0.00"),
        ("2023-10-12", Stage.CERTIFIED, "12.00", "0.00", "9.80", "9.80"),
        ("2023-10-20", Stage.CLOSED, "12.00", "0.00", "9.80", "9.80"),
    )
    assert walk.told() == set()


def test_refused_twice_then_accepted(book):
    walk = Walk(book, TWICE)
    walk.rectify(TORN)
    walk.look_and_ask("2023-10-05", "2023-10-06")
    walk.accept("2023-10-10", "建筑垃圾未清")
    walk.look_and_ask("2023-10-20", "2023-10-21")
    walk.accept("2023-10-25", "仍有砂石")
    walk.look_and_ask("2023-11-20", "2023-11-20")
    walk.accept("2023-11-22")
    walk.certify("2023-11-24")
    assert [one.by_when for one in walk.now.put_right.acceptances] == [
        "2023-11-09",  # 30 days after 10-10
        "2023-11-24",  # 30 days after 10-25
        "",
    ]
    walk.is_at(
        ("2023-10-09", Stage.APPLIED, "12.00", "0.00", "9.80", "0.00"),
        ("2023-10-10", Stage.REFUSED, "12.00", "0.00", "9.80", "0.00"),
        ("2023-10-20", Stage.INSPECTED_FIRST, "12.00", "0.00", "9.80", "0.00"),
        ("2023-10-21", Stage.APPLIED, "12.00", "0.00", "9.80", "0.00"),
        ("2023-10-25", Stage.REFUSED, "12.00", "0.00", "9.80", "0.00"),
        ("2023-11-20", Stage.APPLIED, "12.00", "0.00", "9.80", "0.00"),
        ("2023-11-22", Stage.ACCEPTED, "12.00", "0.00", "9.80", "0.00"),
        ("2023-11-24", Stage.CERTIFIED, "12.00", "0.00", "9.80", "9.80"),
    )
    due = [standing(walk.now, PLAN, day(one)).due for one in ("2023-10-15", "2023-10-30")]
    assert due == ["2023-11-09", "2023-11-24"]
    assert walk.told() == set()


def a_case(book, number, *penalties):
    case = Case(f"虚案{number}", "虚构公司", "厂房", (number,))
    book.record([events.case_changed(case, None)])
    book.record([events.penalties_changed(case.number, penalties, [])])


def prove(book, number, **values):
    given = {code: Evidence(code, value) for code, value in values.items()}
    book.record([events.evidence_recorded(number, given, {})])


def test_approval_made_up(book):
    walk = Walk(book, MADE_UP)
    papers = measure("made_up", "12.00", "10.00", "2.00", on="2023-12-20")
    papers = replace(papers, document="虚政土字〔2023〕9号", document_date="2023-12-20")
    walk.rectify(replace(papers, progress=Progress.UNDER_WAY, done_on="", document_date=""))
    walk.is_at(("2023-11-01", Stage.UNDER_WAY, "0.00", "12.00", "0.00", "0.00"))
    walk.rectify(papers)
    walk.is_at(("2023-12-20", Stage.DONE, "12.00", "0.00", "0.00", "0.00"))
    assert walk.told() == {"rectified-evidence"}, "neither supplied nor punished"
    a_case(book, MADE_UP, Penalty("fine", D(9000), "2023-11-10", "虚罚1号", D(9000), "2023-11-20"))
    prove(book, MADE_UP, supply_number="3799002023B00001")
    walk.close("2023-12-28", "approved")
    walk.is_at(
        ("2023-12-19", Stage.UNDER_WAY, "0.00", "12.00", "0.00", "0.00"),
        ("2023-12-20", Stage.DONE, "12.00", "0.00", "0.00", "10.00"),
        ("2023-12-28", Stage.CLOSED, "12.00", "0.00", "0.00", "10.00"),
    )
    assert walk.told() == set()
    assert standing(walk.now, PLAN).made_up_mu == D("12.00")


def test_confiscated(book):
    walk = Walk(book, TAKEN)
    seized = measure("confiscation", "12.00", "10.00", "2.00", on="2023-12-01")
    walk.rectify(replace(seized, document="虚收1号"))
    prove(book, TAKEN, plan_conformity="conforms")
    halls = Penalty("confiscate_building", D(3000), "2023-11-01", "虚罚2号", D(3000), "2023-11-28")
    half = Penalty("hand_over", D(3000), "2023-11-28", "虚收1号", D(1000), "2023-12-01")
    a_case(book, TAKEN, halls, half)
    (first, second) = pairs_of(walk.now, PLAN)
    assert (first.is_carried_out, second.remains) == (True, D(2000))
    walk.is_at(("2023-12-01", Stage.DONE, "12.00", "0.00", "0.00", "0.00"))
    whole = replace(half, done=D(3000))
    book.record([events.penalties_changed(f"虚案{TAKEN}", [halls, whole], [halls, half])])
    walk.is_at(("2023-12-01", Stage.DONE, "12.00", "0.00", "0.00", "10.00"))
    found = standing(walk.now, PLAN)
    assert (found.confiscated_mu, found.made_up_mu, found.demolished_mu) == (D(12), D(12), D(0))
    assert found.is_put_right and not found.inspected
    assert walk.told() == set()


def test_reopened_after_a_recheck(book):
    walk = Walk(book, AGAIN)
    walk.rectify(TORN)
    walk.look_and_ask("2023-10-05", "2023-10-06")
    walk.accept("2023-10-10")
    first = walk.certify("2023-10-12")
    walk.close("2023-10-20", "accepted")
    built = Recheck("recultivated", "2024-05-05", "虚构己", "built", "又建厂房", "379901240500099")
    book.record(saying.rechecked(walk.now, [built]))
    walk.turn(Turn(False, "2024-05-06", CITY, why="复核发现复建", new_patch="379901240500099"))
    walk.is_at(
        ("2024-05-05", Stage.CLOSED, "12.00", "0.00", "9.80", "9.80"),
        ("2024-05-06", Stage.REOPENED, "0.00", "12.00", "0.00", "0.00"),
    )
    stands = standing(walk.now, PLAN, day("2024-05-07"))
    assert (stands.reopened_on, stands.overdue_since) == ("2024-05-06", "2024-01-15")
    again = replace(TORN, done_on="2024-06-01", recultivated_mu=D("9.50"))
    walk.rectify(TORN, again, due="2024-06-30")
    walk.look_and_ask("2024-06-03", "2024-06-04")
    walk.accept("2024-06-10")
    revoke(book, PLAN, first.number, "复建", day("2024-06-11"), "虚构戊")
    second = walk.certify("2024-06-12")
    assert (first.serial, second.serial, second.year) == (1, 1, 2024)
    walk.is_at(
        ("2024-05-20", Stage.UNDER_WAY, "0.00", "12.00", "0.00", "0.00"),
        ("2024-06-01", Stage.DONE, "12.00", "0.00", "9.50", "0.00"),
        ("2024-06-10", Stage.ACCEPTED, "12.00", "0.00", "9.50", "0.00"),
        # Put right for good, but after the cut-off: it does not count for the year.
        ("2024-06-12", Stage.CERTIFIED, "12.00", "0.00", "9.50", "0.00"),
    )
    assert walk.told("2024-07-01") == {"rectified-in-time"}


def test_a_certificate_revoked_and_issued_again(book):
    walk = Walk(book, REVOKED)
    walk.rectify(TORN)
    walk.look_and_ask("2023-10-05", "2023-10-06")
    walk.accept("2023-10-10")
    first = walk.certify("2023-10-12")
    with pytest.raises(CasebookConflict, match="revoke it before"):
        book.record(saying.accepted(walk.now, []))
    revoke(book, PLAN, first.number, "面积有误", day("2023-11-01"), "虚构戊")
    second = walk.certify("2023-11-03")
    assert (first.serial, second.serial) == (1, 2), "a revoked number is used up"
    walk.is_at(
        ("2023-10-31", Stage.CERTIFIED, "12.00", "0.00", "9.80", "9.80"),
        ("2023-11-01", Stage.ACCEPTED, "12.00", "0.00", "9.80", "0.00"),
        ("2023-11-02", Stage.ACCEPTED, "12.00", "0.00", "9.80", "0.00"),
        ("2023-11-03", Stage.CERTIFIED, "12.00", "0.00", "9.80", "9.80"),
    )
    assert walk.told() == set()


def test_torn_down_in_part_and_made_up_in_part(book):
    """拆补组合: 7.00 mu cleared (6.00 cultivated, 5.50 again), 5.00 approved (4.00 cultivated)."""
    walk = Walk(book, MIXED)
    torn = measure("demolition", "7.00", "6.00", "2.00", recultivated="5.50", on="2023-10-01")
    papers = measure("made_up", "5.00", "4.00", "0.00", on="2023-12-20")
    papers = replace(papers, document="虚政土字〔2023〕9号", document_date="2023-12-20")
    walk.rectify(torn, papers)
    prove(book, MIXED, supply_number="3799002023B00002")
    a_case(book, MIXED, Penalty("fine", D(500), "2023-11-10", "虚罚3号", D(500), "2023-11-20"))
    walk.look_and_ask("2023-10-05", "2023-10-06")
    walk.accept("2023-10-10")
    walk.certify("2023-10-12")
    walk.is_at(
        ("2023-10-01", Stage.UNDER_WAY, "7.00", "5.00", "5.50", "0.00"),
        ("2023-10-12", Stage.CERTIFIED, "7.00", "5.00", "5.50", "5.50"),
        ("2023-12-20", Stage.CERTIFIED, "12.00", "0.00", "5.50", "9.50"),
    )
    found = standing(walk.now, PLAN)
    assert (found.demolished_mu, found.made_up_mu) == (D("7.00"), D("5.00"))


def test_judged_otherwise_afterwards(book):
    walk = Walk(book, ONCE)
    walk.rectify(TORN)
    book.record([events.verdict_given(illegal(ONCE, "excess"), illegal(ONCE))])
    assert "rectified-verdict" in walk.told()
    walk.rectify(TORN)
    assert "rectified-verdict" not in walk.told(), "recorded again, it answers today's verdict"
