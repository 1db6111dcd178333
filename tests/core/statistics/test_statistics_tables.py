"""Every table of a fictional city, worked out by hand from the list in ``hand_city``."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

pytest.importorskip("osgeo")
import hand_city as city
from accepted_land import city_book, numbers, put_right
from hand_city import A, B, C

from tuban.core.casebook import events, saying
from tuban.core.errors import InputError
from tuban.core.model import Severity, VerdictLevel
from tuban.core.oversight.progress import Counts, counts_on, month_work
from tuban.core.plan import load_plan
from tuban.core.rectified import Turn
from tuban.core.reports.year_state import year_state
from tuban.core.statistics import (
    Period,
    Reach,
    disagreements,
    read_facts,
    statistics_rules,
    table,
)
from tuban.core.statistics.definitions import NotMore, Sum

PLAN = load_plan("liaocheng-2023")
RULES = statistics_rules(PLAN)
YEAR = Period.year(2023)
ALL = ""


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    made = city.make_city(tmp_path_factory.mktemp("city") / "虚构市.gpkg", PLAN)
    yield made
    made.close()


@pytest.fixture(scope="module")
def facts(book):
    return read_facts(book, PLAN)


def counted(facts, code, period=YEAR, by="", **more):
    return table(facts, RULES.table(code), period, by, **more)


def of(found, row):
    return found.row(row) if row else found.total


def shown(found, row):
    """What is not nothing in a row; a share of nothing is a dash and something."""
    cells = of(found, row).cells
    return {code: one.shown for code, one in cells.items() if one.value is None or one.value}


def written(line):
    return dict(one.split("=") for one in line.split())


BY_HAND = {
    "progress": {
        A: "issued=5 checked=4 filled=4 submitted=3 returned=1 corrected=1 passed=3 "
        "submitted_rate=60.00 passed_rate=60.00",
        B: "issued=3 checked=3 filled=3 submitted=3 returned=1 passed=2 "
        "submitted_rate=100.00 passed_rate=66.67",
        C: "issued=2 checked=2 filled=2",
        ALL: "issued=10 checked=9 filled=9 submitted=6 returned=2 corrected=1 passed=5 "
        "submitted_rate=60.00 passed_rate=50.00",
    },
    "classes": {
        A: "parcels=6 area=68.00 cultivated=47.00 "
        "parcels_of:新增非农建设类=5 area_of:新增非农建设类=38.00 "
        "cultivated_of:新增非农建设类=23.00 "
        "parcels_of:其他新增建设类=1 area_of:其他新增建设类=30.00 "
        "cultivated_of:其他新增建设类=24.00",
        C: "parcels=2 area=4.00 cultivated=4.00 "
        "parcels_of:其他变化类=2 area_of:其他变化类=4.00 cultivated_of:其他变化类=4.00",
        ALL: "parcels=11 area=194.80 cultivated=152.10 "
        "parcels_of:新增非农建设类=7 area_of:新增非农建设类=158.80 "
        "cultivated_of:新增非农建设类=123.60 "
        "parcels_of:其他新增建设类=1 area_of:其他新增建设类=30.00 "
        "cultivated_of:其他新增建设类=24.00 "
        "parcels_of:其他变化类=3 area_of:其他变化类=6.00 cultivated_of:其他变化类=4.50",
    },
    "verdicts": {
        A: "parcels=6 area=68.00 cultivated=47.00 basic_farmland=6.00 "
        "parcels_of:legal=1 area_of:legal=8.00 cultivated_of:legal=8.00 "
        "parcels_of:illegal=3 area_of:illegal=51.00 cultivated_of:illegal=38.00 "
        "basic_of:illegal=6.00 parcels_of:other=1 area_of:other=4.00 cultivated_of:other=1.00 "
        "parcels_of:rest=1 area_of:rest=5.00",
        B: "parcels=3 area=122.80 cultivated=101.10 basic_farmland=5.00 "
        "parcels_of:legal=1 area_of:legal=120.00 cultivated_of:legal=100.00 basic_of:legal=5.00 "
        "parcels_of:illegal=1 area_of:illegal=0.80 cultivated_of:illegal=0.60 "
        "parcels_of:other=1 area_of:other=2.00 cultivated_of:other=0.50",
        C: "parcels=2 area=4.00 cultivated=4.00 "
        "parcels_of:other=1 area_of:other=1.00 cultivated_of:other=1.00 "
        "parcels_of:open=1 area_of:open=3.00 cultivated_of:open=3.00",
        ALL: "parcels=11 area=194.80 cultivated=152.10 basic_farmland=11.00 "
        "parcels_of:legal=2 area_of:legal=128.00 cultivated_of:legal=108.00 basic_of:legal=5.00 "
        "parcels_of:illegal=4 area_of:illegal=51.80 cultivated_of:illegal=38.60 "
        "basic_of:illegal=6.00 parcels_of:other=3 area_of:other=7.00 cultivated_of:other=2.50 "
        "parcels_of:open=1 area_of:open=3.00 cultivated_of:open=3.00 "
        "parcels_of:rest=1 area_of:rest=5.00",
    },
    "categories": {
        C: "parcels=2 area=4.00 cultivated=4.00 "
        "parcels_of:road=1 area_of:road=1.00 cultivated_of:road=1.00 "
        "parcels_of:doubt=1 area_of:doubt=3.00 cultivated_of:doubt=3.00",
        ALL: "parcels=11 area=194.80 cultivated=152.10 "
        "parcels_of:legal=2 area_of:legal=128.00 cultivated_of:legal=108.00 "
        "parcels_of:illegal=4 area_of:illegal=51.80 cultivated_of:illegal=38.60 "
        "parcels_of:facility=1 area_of:facility=4.00 cultivated_of:facility=1.00 "
        "parcels_of:road=1 area_of:road=1.00 cultivated_of:road=1.00 "
        "parcels_of:unchanged=1 area_of:unchanged=2.00 cultivated_of:unchanged=0.50 "
        "parcels_of:doubt=1 area_of:doubt=3.00 cultivated_of:doubt=3.00 "
        "parcels_of:rest=1 area_of:rest=5.00",
    },
    "protected": {
        A: "on_cultivated=5 cultivated=47.00 on_basic=1 basic=6.00 on_red_line=1 red_line=2.00 "
        "illegal_on_cultivated=3 illegal_cultivated=38.00 illegal_on_basic=1 illegal_basic=6.00 "
        "illegal_on_red_line=1 illegal_red_line=2.00",
        B: "on_cultivated=3 cultivated=101.10 on_basic=1 basic=5.00 "
        "illegal_on_cultivated=1 illegal_cultivated=0.60",
        C: "on_cultivated=2 cultivated=4.00",
        ALL: "on_cultivated=10 cultivated=152.10 on_basic=2 basic=11.00 on_red_line=1 "
        "red_line=2.00 illegal_on_cultivated=4 illegal_cultivated=38.60 illegal_on_basic=1 "
        "illegal_basic=6.00 illegal_on_red_line=1 illegal_red_line=2.00",
    },
    "illegal_uses": {
        A: "parcels=3 area=51.00 cultivated=38.00 "
        "parcels_of:factory=1 area_of:factory=15.00 cultivated_of:factory=10.00 "
        "parcels_of:housing=1 area_of:housing=6.00 cultivated_of:housing=4.00 "
        "parcels_of:road=1 area_of:road=30.00 cultivated_of:road=24.00",
        B: "parcels=1 area=0.80 cultivated=0.60 "
        "parcels_of:rest=1 area_of:rest=0.80 cultivated_of:rest=0.60",
        C: "",
    },
    "illegal_actors": {
        A: "parcels=3 area=51.00 cultivated=38.00 "
        "parcels_of:county=1 area_of:county=30.00 cultivated_of:county=24.00 "
        "parcels_of:company=1 area_of:company=15.00 cultivated_of:company=10.00 "
        "parcels_of:person=1 area_of:person=6.00 cultivated_of:person=4.00",
        C: "",
    },
    "illegal_sizes": {
        ALL: "parcels=4 area=51.80 cultivated=38.60 "
        "parcels_of:under_1=1 area_of:under_1=0.80 cultivated_of:under_1=0.60 "
        "parcels_of:from_5=1 area_of:from_5=6.00 cultivated_of:from_5=4.00 "
        "parcels_of:from_10=1 area_of:from_10=15.00 cultivated_of:from_10=10.00 "
        "parcels_of:from_20=1 area_of:from_20=30.00 cultivated_of:from_20=24.00",
    },
    "illegal_flags": {
        A: "parcels=3 cultivated=38.00 parcels_of:SFLZGD=1 cultivated_of:SFLZGD=10.00 "
        "parcels_of:SFDPF=1 cultivated_of:SFDPF=4.00",
        B: "parcels=1 cultivated=0.60",
    },
    "rectification": {
        A: "illegal=3 illegal_area=51.00 illegal_cultivated=38.00 rectified=1 partly=1 not_yet=1 "
        "rectified_area=33.00 rectified_cultivated=26.00 remaining_area=18.00 "
        "remaining_cultivated=12.00 parcels_of:demolition=1 area_of:demolition=3.00 "
        "cultivated_of:demolition=2.00 parcels_of:made_up=1 area_of:made_up=30.00 "
        "cultivated_of:made_up=24.00 recultivated=1.50 certified=1 counted_cultivated=25.50 "
        "rate_parcels=33.33 rate_area=64.71 rate_cultivated=68.42",
        B: "illegal=1 illegal_area=0.80 illegal_cultivated=0.60 rectified=1 rectified_area=0.80 "
        "rectified_cultivated=0.60 parcels_of:demolition=1 area_of:demolition=0.80 "
        "cultivated_of:demolition=0.60 recultivated=0.60 certified=1 counted_cultivated=0.60 "
        "rate_parcels=100.00 rate_area=100.00 rate_cultivated=100.00",
        C: "rate_parcels=— rate_area=— rate_cultivated=—",
        ALL: "illegal=4 illegal_area=51.80 illegal_cultivated=38.60 rectified=2 partly=1 "
        "not_yet=1 rectified_area=33.80 rectified_cultivated=26.60 remaining_area=18.00 "
        "remaining_cultivated=12.00 parcels_of:demolition=2 area_of:demolition=3.80 "
        "cultivated_of:demolition=2.60 parcels_of:made_up=1 area_of:made_up=30.00 "
        "cultivated_of:made_up=24.00 recultivated=2.10 certified=2 counted_cultivated=26.10 "
        "rate_parcels=50.00 rate_area=65.25 rate_cultivated=68.91",
    },
    "reviews": {
        A: "reviewed=3 returned=1 corrected=1 passed=3 at_once=2 overridden=1 "
        "returned_rate=33.33 passed_rate=100.00 at_once_rate=66.67",
        B: "reviewed=3 returned=1 passed=2 at_once=2 "
        "returned_rate=33.33 passed_rate=66.67 at_once_rate=66.67",
        ALL: "reviewed=6 returned=2 corrected=1 passed=5 at_once=4 overridden=1 "
        "returned_rate=33.33 passed_rate=83.33 at_once_rate=66.67",
    },
    "visits": {
        A: "must_visit=2 visited=1 not_visited=1 visited_rate=50.00",
        B: "visited_rate=—",
    },
    "cases": {
        A: "illegal=3 illegal_cultivated=38.00 filed=2 neither=1 closed=1 "
        "filed_rate=66.67 closed_rate=50.00",
        B: "illegal=1 illegal_cultivated=0.60 not_filed=1 closed_rate=—",
        ALL: "illegal=4 illegal_cultivated=38.60 filed=2 not_filed=1 neither=1 closed=1 "
        "filed_rate=50.00 closed_rate=50.00",
    },
}


@pytest.mark.parametrize("code", BY_HAND)
def test_the_year_is_what_was_counted_by_hand(facts, code):
    found = counted(facts, code)
    told = {row: shown(found, row) for row in BY_HAND[code]}
    assert told == {row: written(line) for row, line in BY_HAND[code].items()}
    assert [one.code for one in found.rows] == [A, B, C]


def test_across_the_years_with_old_cases(facts):
    found = counted(facts, "cross_year", Period.everything())
    assert {one.code: shown(found, one.code) for one in found.rows} == {
        "2019": written(
            "illegal=2 illegal_area=9.00 illegal_cultivated=6.00 rectified_cultivated=4.00 "
            "remaining_cultivated=2.00 closed=1 remaining=1 closed_rate=50.00 "
            "rate_cultivated=66.67"
        ),
        "2022": written(
            "illegal=1 illegal_area=12.00 illegal_cultivated=9.00 remaining_cultivated=9.00 "
            "remaining=1"
        ),
        "2023": written(
            "illegal=4 illegal_area=51.80 illegal_cultivated=38.60 rectified_cultivated=26.60 "
            "remaining_cultivated=12.00 closed=1 remaining=3 closed_rate=25.00 "
            "rate_cultivated=68.91"
        ),
    }
    assert found.row("2019").cells["remaining"].parcels == ("2019-L1",)
    assert found.row("2023").before["illegal_cultivated"].shown == "9.00"


def test_the_rest_of_the_year_knows_nothing_of_old_cases(facts):
    assert counted(facts, "rectification", Period.everything()).total.cells["illegal"].value == 5
    assert facts.months() == ["2022-01", "2022-02", "2023-01", "2023-02", "2023-03"]


def test_by_town_month_and_year(facts):
    towns = counted(facts, "verdicts", by="township")
    told = {one.code: (one.label, one.cells["area"].shown) for one in towns.rows}
    assert told == {
        f"{A}/虚构甲镇": ("虚构甲镇", "45.00"),
        f"{A}/虚构乙镇": ("虚构乙镇", "18.00"),
        f"{A}/": ("", "5.00"),
        f"{B}/虚构丙镇": ("虚构丙镇", "122.80"),
        f"{C}/虚构丁乡": ("虚构丁乡", "4.00"),
    }
    months = counted(facts, "verdicts", by="month")
    assert [(one.code, one.cells["parcels"].value) for one in months.rows] == [
        ("2023-01", 3),
        ("2023-02", 5),
        ("2023-03", 3),
    ]
    assert [one.before["parcels"].value for one in months.rows] == [1, 1, 0]
    years = counted(facts, "verdicts", Period.everything(), by="year")
    assert [(one.code, one.cells["parcels"].value) for one in years.rows] == [
        ("2022", 2),
        ("2023", 11),
    ]


def test_beside_each_figure_that_of_the_same_period_last_year(facts):
    found = counted(facts, "verdicts")
    assert found.row(A).before["cultivated_of:illegal"].shown == "9.00"
    assert found.row(B).before["cultivated_of:legal"].shown == "5.00"
    assert found.row(C).before["parcels"].shown == "0"
    assert found.total.before["area"].shown == "17.00"
    january = counted(facts, "verdicts", Period.month("2023-01"))
    assert january.total.before["area"].shown == "12.00"
    to_february = counted(facts, "verdicts", Period.to_date("2023-02"))
    assert (to_february.total.cells["parcels"].value, to_february.total.before["area"].shown) == (
        8,
        "17.00",
    )


def test_one_county_alone(facts):
    found = counted(facts, "verdicts", units=[B])
    assert [one.code for one in found.rows] == [B]
    assert found.total.cells == found.row(B).cells


def test_behind_each_figure_stand_its_parcels(facts):
    found = counted(facts, "rectification")
    assert found.row(A).cells["illegal"].parcels == ("A1_1", "A2_1", "A4_2")
    assert found.row(A).cells["partly"].parcels == ("A4_2",)
    assert found.row(A).cells["area_of:made_up"].parcels == ("A2_1",)
    assert found.total.cells["rate_parcels"].parcels == ("A1_1", "A2_1", "A4_2", "B3_1")
    assert found.row(C).cells["illegal"].parcels == ()
    progress = counted(facts, "progress")
    assert progress.row(A).cells["submitted"].parcels == ("A1_1", "A2_1", "A3_1")
    assert progress.row(A).cells["filled"].parcels == ("A1_1", "A2_1", "A3_1", "A4_2", "A4_3")
    assert progress.row(A).cells["returned"].parcels == ("A2_1",)


def test_every_cell_is_as_many_as_stand_behind_it(facts):
    """A count of parcels is that of its list; an area is nothing where nobody stands behind."""
    for code in RULES.tables:
        found = counted(facts, code, Period.everything(), by="township")
        counts = [one.code for one in found.columns if one.counts == "parcels"]
        for row in found.every_row():
            for column in counts:
                assert row.cells[column].value == len(row.cells[column].parcels), (code, column)


def test_what_was_divided_is_not_counted_beside_its_parts(facts):
    assert "A4_1" not in facts.numbers
    assert {"A4_2", "A4_3"} <= set(facts.numbers)


def test_military_and_mineral_patches_are_counted_nowhere(facts):
    assert {one[:2] for one in facts.numbers}.isdisjoint({"B4", "B5"})


def test_unknown_figures_are_told(facts):
    assert counted(facts, "verdicts").row(A).cells["cultivated"].unknown == 1
    assert counted(facts, "verdicts").row(B).cells["cultivated"].unknown == 0
    # One of unknown area may be behind the figure; it is not hidden.
    assert "A5_1" in counted(facts, "verdicts").row(A).cells["cultivated"].parcels


@pytest.mark.parametrize("by", ["unit", "township", "month", "year"])
def test_everything_adds_up(facts, by):
    for code in RULES.tables:
        assert disagreements(counted(facts, code, Period.everything(), by)) == []


def test_a_month_without_patches_is_nothing_and_dashes(facts):
    for code in RULES.tables:
        found = counted(facts, code, Period.month("2023-07"), by="unit")
        assert [one.code for one in found.rows] == [A, B, C]
        told = {one.shown for row in found.every_row() for one in row.cells.values()}
        assert told <= {"0", "0.00", "—"}


def test_a_month_has_to_be_one():
    with pytest.raises(InputError, match="2023-13"):
        Period.month("2023-13")


def test_an_old_case_is_of_its_whole_year():
    """Of its month nothing is known: it is in no part of the year."""
    assert Period.year(2019).holds("2019-00")
    assert not Period("2019-01", "2019-11").holds("2019-00")
    assert not Period("2019-02", "2019-12").holds("2019-00")


def test_the_final_verdict_counts_and_what_was_closed_stays_in_the_ledger(tmp_path):
    """A1_1 and B3_1 are illegal until the final verdict says legal; B3_1 was closed before."""
    with city.make_city(tmp_path / "市.gpkg", PLAN) as book:
        for number in ("A1_1", "B3_1"):
            final = city.verdict(number, VerdictLevel.FINAL, "legal", "supplied", PLAN)
            book.record([events.verdict_given(final, None)])
        facts = read_facts(book, PLAN)
    at = {number: place for place, number in enumerate(facts.numbers)}
    category, in_ledger = facts.dimensions["category"], facts.marks["in_ledger"]
    assert [category[at[one]] for one in ("A1_1", "B3_1", "A4_2")] == ["legal", "legal", "illegal"]
    assert [bool(in_ledger[at[one]]) for one in ("A1_1", "B3_1", "A4_2")] == [False, True, True]


def test_a_size_begins_with_its_own_bound(facts):
    """By the area of cultivated land or of the parcel: 1 mu is no longer under 1 mu."""
    at = {number: place for place, number in enumerate(facts.numbers)}
    size = facts.dimensions["size"]
    assert [size[at[one]] for one in ("C2_1", "B3_1")] == ["from_1", "under_1"]


def test_yesterdays_table_comes_out_again_today(book):
    """Before the cases, the reviews and the division, as the days of the journal tell."""
    then = read_facts(book, PLAN, date(2023, 4, 20))
    found = counted(then, "verdicts")
    assert shown(found, A) == written(
        "parcels=5 area=68.00 cultivated=47.00 basic_farmland=6.00 "
        "parcels_of:legal=3 area_of:legal=48.00 cultivated_of:legal=37.00 "
        "parcels_of:illegal=1 area_of:illegal=15.00 cultivated_of:illegal=10.00 "
        "basic_of:illegal=6.00 parcels_of:rest=1 area_of:rest=5.00"
    )
    assert "A4_1" in then.numbers
    assert counted(then, "progress").total.cells["submitted"].value == 0
    later = read_facts(book, PLAN, date(2023, 5, 1))
    assert counted(later, "progress").total.cells["submitted"].value == 6
    assert counted(later, "rectification").total.cells["rectified"].value == 0


def test_facts_of_a_year_give_the_years_tables_and_the_ledger_of_all(book, facts):
    some = read_facts(book, PLAN, reach=Reach("2023-01"))
    assert "B0_1" not in some.numbers and "A0_1" in some.numbers, "only what is in the ledger"
    march = Period("2023-01", "2023-03")
    enough = read_facts(book, PLAN, reach=Reach.enough_for(march))
    for code in RULES.tables:
        assert counted(enough, code, march) == counted(facts, code, march)
    everything = Period.everything()
    assert counted(some, "cross_year", everything) == counted(facts, "cross_year", everything)
    with pytest.raises(ValueError, match="since 2023-01"):
        counted(some, "verdicts", march)
    past = date(2023, 11, 1)
    then = read_facts(book, PLAN, past, Reach.enough_for(march))
    assert counted(then, "cases", march) == counted(read_facts(book, PLAN, past), "cases", march)


def test_facts_that_reach_further_are_enough():
    some, less = Reach("2023-01"), Reach("2023-01", ledger=False)
    assert Reach().covers(some) and Reach().covers(less) and some.covers(less)
    assert not less.covers(some) and not some.covers(Reach())
    assert Reach("2022-01").covers(some) and not some.covers(Reach("2022-01"))


def looked_at(facts, month):
    year = year_state(facts, PLAN, month, str)
    ratio = [row for row in year.ratio.table.every_row() if row.cells["occupied"].value]
    return year.counties, year.course, year.days, ratio


def test_a_year_without_the_ledger_is_the_same_year(tmp_path):
    """Old cases of the year count, unless a parcel of an earlier month is the same one."""
    own = replace(city.OLD_CASES[0], id="own", year=2025, patch="")
    same = replace(own, id="same", parcel_number="B0_1")
    military = replace(own, id="military", patch="B4")
    with city.make_city(tmp_path / "市.gpkg", PLAN) as book:
        book.record([events.ledger_taken_in(one) for one in (own, same, military)])
        whole = read_facts(book, PLAN)
        for year, day in (("2023", None), ("2023", date(2023, 11, 1)), ("2025", None)):
            period = Period.to_date(f"{year}-12")
            reach = Reach.enough_for(period, ledger=False)
            some = read_facts(book, PLAN, day, reach)
            every = whole if day is None else read_facts(book, PLAN, day)
            assert looked_at(some, period.last) == looked_at(every, period.last)
            assert len(some) < len(every)
        assert some.numbers == ("own",)
    with pytest.raises(ValueError, match="since 2024-01"):
        counted(some, "cross_year", Period.everything())


def test_one_case_is_counted_once_however_often_it_is_told(tmp_path):
    """A row of an old list that is a parcel, and one whose patch is here with parcels judged."""
    linked = replace(city.OLD_CASES[0], id="2023-X", year=2023, patch="A1", parcel_number="A1_1")
    told = replace(city.OLD_CASES[0], id="2023-Y", year=2023, patch="A4")
    other_year = replace(city.OLD_CASES[0], id="2018-Z", year=2018, patch="A4")
    with city.make_city(tmp_path / "市.gpkg", PLAN) as book:
        closed = replace(linked, closed_on="2023-12-01")
        book.record([events.ledger_taken_in(one) for one in (closed, told, other_year)])
        found = counted(read_facts(book, PLAN), "cross_year", Period.everything())
    cells = {one.code: one.cells["illegal"].parcels for one in found.rows}
    assert cells["2023"] == ("A1_1", "A2_1", "A4_2", "B3_1")
    assert cells["2018"] == ("2018-Z",)
    assert found.row("2023").cells["closed"].parcels == ("A1_1", "B3_1")


def test_what_does_not_agree_is_told(facts):
    rule = RULES.table("verdicts")
    sound = counted(facts, "verdicts")
    without_b = replace(sound, rows=tuple(one for one in sound.rows if one.code != B))
    first = disagreements(without_b)[0]
    assert (first.check, first.severity) == ("rows_add_up", Severity.ERROR)
    assert "Parcels: the rows add up to 8, the whole is 11" in said(first)
    lacking = replace(rule, sums=(Sum("parcels", ("parcels_of:legal", "parcels_of:illegal")),))
    told = [said(one) for one in disagreements(table(facts, lacking, YEAR))]
    assert "Verdicts, 虚构东县: Parcels is 6, its parts add up to 4." in told
    too_much = replace(rule, not_more=(NotMore("area", "cultivated"),))
    findings = disagreements(table(facts, too_much, YEAR, units=[B]))
    assert {(one.check, one.severity) for one in findings} == {("not_more", Severity.WARNING)}
    assert "Verdicts, 虚构西县: Area is 122.80, more than Cultivated, 101.10." in map(
        said, findings
    )


def said(finding):
    return str(finding.message)


def test_progress_is_that_of_the_month_as_it_is_noticed(book, facts):
    """Another room counts the same patches in its own way, parcel by parcel."""
    names = [one.name for one in fields(Counts)]
    for month in facts.months():
        found = counted(facts, "progress", Period.month(month))
        noticed = counts_on(month_work(book, PLAN, month, date(2024, 1, 1)), date(2024, 1, 1))
        for unit, counts in noticed.items():
            told = [found.row(unit).cells[name].value for name in names]
            assert told == [getattr(counts, name) for name in names], (month, unit)


def test_a_city_is_counted_under_another_plan_too(book):
    """Categories that a plan does not know are the rest; nothing is lost."""
    plan = load_plan("example-2025")
    facts = read_facts(book, plan)
    for rule in statistics_rules(plan).tables.values():
        assert disagreements(table(facts, rule, Period.everything())) == []
    cells = table(facts, statistics_rules(plan).table("verdicts"), YEAR).total.cells
    assert cells["parcels_of:rest"].value == cells["parcels"].value > 0


def test_certified_is_only_what_was_inspected(tmp_path):
    """A is torn down, accepted and closed; B is made up and closed: it needs no certificate."""
    torn, made_up = numbers(2)
    with city_book(tmp_path / "市.gpkg", PLAN, 2) as book:
        put_right(book, PLAN, [torn, made_up])
        shown = book.dossier(made_up)
        kept = shown.put_right.rectification
        way = replace(kept.measures[0], way="made_up", recultivated_mu=None)
        turn = Turn(True, "2023-10-20", "丙", "approval", "虚批〔2023〕1号")
        book.record(
            [
                *saying.rectified(shown, replace(kept, measures=(way,))),
                *(events.ledger_turned(one, (turn,), ()) for one in (torn, made_up)),
            ]
        )
        found = counted(read_facts(book, PLAN), "rectification")
        assert (found.total.cells["illegal"].shown, found.total.cells["certified"].shown) == (
            "2",
            "1",
        )
