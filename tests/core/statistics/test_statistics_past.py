"""As of any moment: the journal gives the same facts as the tables did then."""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

import numpy as np
import pytest

pytest.importorskip("osgeo")
import hand_city as city
from fictional_city import received, recorded_on

from tuban.core.casebook import events
from tuban.core.casefile import Case, CaseStep, Filing, Penalty, Transfer
from tuban.core.errors import CasebookConflict, CasebookError
from tuban.core.legality import must_visit_together
from tuban.core.model import Answer, Evidence, FieldCheck, PatchKind, Severity, VerdictLevel
from tuban.core.plan import load_plan
from tuban.core.plan.review import FormerCode
from tuban.core.rectified import Freezing, LedgerEntry, Turn
from tuban.core.statistics import Period, disagreements, read_facts, statistics_rules, table
from tuban.core.statistics.from_journal import read_journal
from tuban.core.statistics.from_tables import read_tables

PLAN = load_plan("liaocheng-2023")
OTHER_MU = replace(
    PLAN, area_rules=replace(PLAN.area_rules, mu_per_m2=Decimal("0.001499992500037"))
)
MEASURED, ERROR = ("rectification", "cross_year"), Severity.ERROR
CATEGORIES = ("legal", "illegal", "doubt", "facility", "military")


def from_tables(book):
    with book.reading() as connection:
        return read_tables(connection)


def from_journal(book, seq):
    with book.reading() as connection:
        return read_journal(connection, seq)


def is_same(one, other):
    """Part by part, so that a difference says where it is."""
    for part in fields(one):
        assert getattr(one, part.name) == getattr(other, part.name), part.name


@pytest.fixture
def book(tmp_path):
    with city.make_city(tmp_path / "虚构市.gpkg", PLAN) as made:
        yield made


def test_now_through_the_journal_is_what_the_tables_say(book):
    is_same(from_journal(book, book.head().seq), from_tables(book))


@pytest.mark.parametrize("seed", range(4))
def test_each_moment_comes_out_again_after_everything_that_followed(book, seed):
    """Changes by chance, some of them taken back; what was read then is read again at the end."""
    chance = random.Random(seed)
    then = {}
    for _ in range(25):
        changes = chance.choice(CHANGES)(book, chance)
        if isinstance(changes, list):
            book.record(changes)
        if chance.random() < 0.2 and book.last_undoable():
            with suppress(CasebookConflict):  # a certificate keeps what it rests on
                book.take_back(book.last_undoable())
        then[book.head().seq] = from_tables(book)
    for seq, recorded in then.items():
        is_same(from_journal(book, seq), recorded)
    assert book.verify() == ()
    facts = read_facts(book, PLAN)
    for code, rule in statistics_rules(PLAN).tables.items():
        for by in ("unit", "township", "month"):
            told = disagreements(table(facts, rule, Period.everything(), by))
            # More may be put right than is left of an area that was computed again.
            assert code in MEASURED or [one for one in told if one.severity is ERROR] == []


def some_parcel(book, chance):
    return book.dossier(chance.choice([one.number for one in book.parcels()]))


def judge(book, chance):
    one, level = some_parcel(book, chance), chance.choice(list(VerdictLevel))
    new = city.verdict(one.parcel.number, level, chance.choice(CATEGORIES), "", PLAN)
    return [events.verdict_given(new, one.verdicts.get(level))]


def compute_again(book, chance):
    one = some_parcel(book, chance)
    cultivated = str(chance.randrange(1, 400) / 100)
    new = city.figures_of(
        one.parcel.number, "5", cultivated, "0", "0", chance.choice("甲乙") + "镇"
    )
    return [events.figures_computed(new, one.figures)]


def check(book, chance):
    one = some_parcel(book, chance)
    way = chance.choice(("onsite", "imagery"))
    new = FieldCheck(one.parcel.number, ("甲",), "2023-05-02", way, actual_use="solar")
    return [events.field_checked(new, one.field_check)]


def answer(book, chance):
    one = some_parcel(book, chance)
    new = {"SFDPF": chance.choice(list(Answer))}
    return [events.flags_answered(one.parcel.number, new, one.flags)]


def prove(book, chance):
    one = some_parcel(book, chance)
    new = {"actual_use": Evidence("actual_use", chance.choice(("road", "mine")))}
    return [events.evidence_recorded(one.parcel.number, new, one.evidence)]


def divide(book, chance):
    patch = chance.choice(
        [one.number for one in book.patches() if one.number in ("A3", "B2", "A4")]
    )
    there = book.parcels_of(patch)
    if any(book.dossier(one.number).put_right.acceptances for one in there):
        return None
    last = book.last_parcel_number(patch)
    new = [replace(one, number=f"{patch}_{last + n}") for n, one in enumerate(there, start=1)]
    new[0] = replace(new[0], adjusted_mu=Decimal("7.77"))
    return [events.patch_divided(patch, new, there)]


def put_together_again(book, chance):
    done = [one for one in book.history("A3") if one.kind == events.PATCH_DIVIDED]
    if not done or done[0].undoes is not None:
        return None
    book.undo(done[0].seq)
    return None


def case(book, chance):
    number = f"案{chance.randrange(3, 6)}"
    there = {one.case.number: one for one in book.case_files()}
    old = there.get(number)
    parcels = tuple(sorted({some_parcel(book, chance).parcel.number for _ in range(2)}))
    if old is None:
        return [events.case_changed(Case(number, "虚构某人", "", parcels), None)]
    filing = Filing({"filed": CaseStep("2023-05-03", "虚构1号")})
    penalty = Penalty("fine", Decimal(chance.randrange(100)), "2023-05-04")
    return [
        events.case_filed(number, filing, old.filing),
        events.penalties_changed(number, [penalty], old.penalties),
        events.transfers_changed(number, [Transfer("police", str(penalty.decided))], old.transfers),
    ]


def hand_up(book, chance):
    one = some_parcel(book, chance)
    unit = chance.choice(list(city.NAMES))
    return [received(unit, one.patch.month, [one.parcel.number])]


def turn(book, chance):
    subject = chance.choice(["2019-L1", "2019-L2", "A1_1"])
    old = book.turns().get(subject, ())
    closed = not (old and old[-1].closed)
    why = "" if closed else "虚构"
    new = (*old, Turn(closed, "2023-11-01", "虚构某人", "certificate", "虚构1号", why))
    return [events.ledger_turned(subject, new, old)]


def freeze(book, chance):
    subject = chance.choice(["2019-L1", "A1_1"])
    old = book.freezings().get(subject)
    return [events.frozen(subject, Freezing("2023-11-02", str(chance.random())), old)]


def another_mu(book, chance):
    return [events.plan_changed(chance.choice([PLAN, OTHER_MU]), book.plan_id)]


CHANGES = [judge, judge, compute_again, check, answer, prove, divide, put_together_again, case]
CHANGES += [hand_up, turn, freeze, another_mu]


def test_before_the_casebook_nothing_is_known(book):
    with pytest.raises(CasebookError, match="begins on 2023-04-10; of 2023-04-09"):
        read_facts(book, PLAN, date(2023, 4, 9))


def test_what_was_said_of_other_land_with_the_number_is_not_counted(book):
    """As when two people divided one patch otherwise, and then the first is right after all."""
    (whole,), (elsewhere,) = book.parcels_of("A3"), book.parcels_of("B2")
    one = replace(whole, number="A3_9")
    outline = {"geometry": elsewhere.geometry, "geometry_sha256": elsewhere.geometry_sha256}
    other = replace(one, **outline)
    verdict = city.verdict("A3_9", VerdictLevel.COUNTY, "illegal", "", PLAN)
    book.record([events.patch_divided("A3", [one], [whole]), events.verdict_given(verdict, None)])
    book.record([received(next(iter(city.NAMES)), "2023-04", ["A3_9"])])
    for before, after, category in ((one, other, ""), (other, one, "illegal")):
        book.record([events.patch_divided("A3", [after], [before])])
        found = from_journal(book, book.head().seq)
        is_same(found, from_tables(book))
        assert {row.number: row.county_category for row in found.rows}["A3_9"] == category
    assert book.verify() == ()


def test_areas_computed_again_change_the_tables_from_that_day_on(book):
    rule = statistics_rules(PLAN).table("verdicts")
    one = book.dossier("A3_1")
    with recorded_on("2023-12-01"):
        new = city.figures_of("A3_1", "8", "2.5", "0", "0", "乙镇")
        book.record([events.figures_computed(new, one.figures)])
    cultivated = {
        day: table(read_facts(book, PLAN, day), rule, Period.year(2023)).total.cells["cultivated"]
        for day in (date(2023, 11, 30), date(2023, 12, 1))
    }
    assert [one.shown for one in cultivated.values()] == ["152.10", "146.60"]


def test_what_an_old_list_closed_is_closed_until_it_is_reopened(book):
    """An old case that is a parcel here, A3_1, and one that is none, 2019-L2."""
    place = (2019, city.A, city.NAMES[city.A])
    closed = LedgerEntry("2019-L8", *place, "L8", "", parcel_number="A3_1", closed_on="2020-05-06")
    still_open = LedgerEntry("2019-L9", *place, "L9", "", parcel_number="A5_1")
    book.record([events.ledger_taken_in(one) for one in (closed, still_open)])
    assert marked(book, "closed", "reopened") == [{"A3_1", "2019-L2"}, set()]
    back = (Turn(False, "2023-11-01", "虚构某人", why="又建"),)
    book.record([events.ledger_turned(one, back, ()) for one in ("2019-L8", "2019-L2")])
    assert marked(book, "closed", "reopened") == [set(), {"A3_1", "2019-L2"}]
    again = (*back, Turn(True, "2023-11-02", "虚构某人", "certificate", "虚构1号"))
    book.record([events.ledger_turned(one, again, back) for one in ("2019-L8", "2019-L2")])
    assert marked(book, "closed", "reopened") == [{"A3_1", "2019-L2"}, set()]


def marked(book, *marks):
    """Those of four rows of old lists that have each mark."""
    facts, old = read_facts(book, PLAN), {"A3_1", "A5_1", "2019-L1", "2019-L2"}
    return [old & set(facts.numbers_where(facts.marks[one])) for one in marks]


def test_visits_are_those_that_the_rules_ask_for_one_by_one(book):
    """Patches at the edges of the thresholds, one of them divided, by chance again and again."""
    chance, both = random.Random(7), set()
    for _ in range(12):
        numbers = [one.number for one in book.parcels()]
        there = [book.dossier(number) for number in numbers]
        book.record([change for one in there for change in at_an_edge(one, chance)])
        facts = read_facts(book, PLAN)
        wanted = {number for number in visited_by_the_rules(book) if number in facts.numbers}
        assert set(facts.numbers_where(facts.marks["must_visit"])) == wanted
        both |= {bool(wanted), bool(set(facts.numbers) - wanted)}
    assert both == {True}


def visited_by_the_rules(book):
    asked = {}
    for one in book.dossiers(kind=PatchKind.LAND):
        asked.setdefault(one.patch.number, []).append(one)
    for together in asked.values():
        if must_visit_together(together, PLAN):
            yield from (one.parcel.number for one in together)


def at_an_edge(one, chance):
    """Figures by a hundredth of a mu or a few m² beside a threshold; a verdict."""
    number, edge = one.parcel.number, Decimal(chance.choice(("5", "10", "20")))
    figure = str(edge + Decimal(chance.randrange(-2, 3)) / 100)
    its = city.figures_of(number, "40", figure, figure, "0", "甲镇")
    its = replace(its, cultivated_m2=its.cultivated_m2 + chance.choice((-4, 0, 4, 5)))
    category = chance.choice(("illegal", "facility", "legal", "doubt", "unchanged"))
    new = city.verdict(number, VerdictLevel.COUNTY, category, "", PLAN)
    return [
        events.figures_computed(its, one.figures),
        events.verdict_given(new, one.county_verdict),
    ]


def test_a_county_that_was_renamed_or_gave_towns_away_is_counted_with_what_it_is_now(book):
    """茌平县 371523 is 茌平区 371503 since 2019; a town may go to another county."""
    rule = statistics_rules(PLAN).table("verdicts")
    chiping = PLAN.unit("371503")
    assert [one.code for one in chiping.former] == ["371523"]
    gave_away = FormerCode(city.A, chiping.label, chiping.origin, ("虚构甲镇",))
    renamed = FormerCode(city.B, chiping.label, chiping.origin, ())
    units = {one.code: one for one in PLAN.units}
    units["371503"] = replace(chiping, former=(gave_away, renamed))
    found = counted_under(book, units, rule)
    # A1, A2 and all of B; A5's town is not known, so it stays with its county.
    assert found == {"茌平区": 5, "虚构东县": 4, "虚构南县": 2}
    rest = FormerCode(city.A, chiping.label, chiping.origin, ())
    units["371502"] = replace(units["371502"], former=(rest,))
    assert counted_under(book, units, rule) == {"东昌府区": 4, "茌平区": 5, "虚构南县": 2}


def counted_under(book, units, rule):
    facts = read_facts(book, replace(PLAN, units=tuple(units.values())))
    found = table(facts, rule, Period.year(2023))
    return {one.label: one.cells["parcels"].value for one in found.rows}


def test_facts_are_columns_of_one_length(book):
    facts = read_facts(book, PLAN)
    columns = [*facts.marks.values(), *(one.index for one in facts.dimensions.values())]
    columns += [one.hundredths for one in facts.measures.values()]
    assert {len(one) for one in columns} == {len(facts)}
    assert all(one.dtype == np.bool_ for one in facts.marks.values())
