"""The overview of a fictional city: every figure counted by hand, and what may not be in it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

pytest.importorskip("osgeo")
import fictional_city as city
import hand_city

from tuban.core.casebook import events, open_casebook
from tuban.core.model import VerdictLevel
from tuban.core.oversight.progress import Counts
from tuban.core.plan import load_plan
from tuban.core.reports import year_state as year_state_module
from tuban.core.reports.making import cell_key
from tuban.core.reports.month_state import MonthState, read_month
from tuban.core.reports.overview import overview
from tuban.core.reports.page import html_of, write_page
from tuban.core.reports.parcel_lines import parcel_lines
from tuban.core.reports.ratio_views import course_of_year
from tuban.core.reports.year_state import year_state
from tuban.core.statistics import ratio_rules, read_facts

PLAN = load_plan("liaocheng-2023")
BEFORE, AFTER = date(2023, 4, 20), date(2023, 4, 23)
EAST, WEST, SOUTH = city.COUNTIES


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("city") / "虚构市.gpkg"
    city.make_city(path, PLAN)
    return path


@pytest.fixture
def book(made):
    with open_casebook(made, "甲", read_only=True) as opened:
        yield opened


def page_of(book, day=AFTER):
    facts = read_facts(book, PLAN)
    month = read_month(book, PLAN, city.LAST, day, str)
    return overview(month, year_state(facts, PLAN, city.LAST, str), "虚构市", str)


def test_how_far_each_county_is(book):
    month = read_month(book, PLAN, city.LAST, AFTER, str)
    counts = {one.code: one.counts for one in month.counties}
    # Of ten patches the fourth is not judged; the west's first one came back, the south waits.
    assert counts == {
        EAST: Counts(10, 9, 9, 9, 0, 0, 9),
        WEST: Counts(10, 9, 9, 9, 1, 0, 0),
        SOUTH: Counts(10),
    }
    assert [one.name for one in month.counties] == list(city.COUNTIES.values())
    waiting = month.counties[0].due
    assert [one.number for one in waiting] == [f"{EAST}JC23040003_1"]
    assert month.counties[1].behind["returned"] == (f"{WEST}JC23040000_1",)


def test_who_is_late_follows_from_the_days(book):
    states = {
        day: [one.state for one in read_month(book, PLAN, city.LAST, day, str).counties]
        for day in (BEFORE, AFTER)
    }
    assert states[BEFORE] == [MonthState.BEHIND] * 3
    assert states[AFTER] == [MonthState.LATE] * 3
    earlier = read_month(book, PLAN, "2023-03", AFTER, str)
    assert {one.state for one in earlier.counties} == {MonthState.PASSED}
    assert earlier.due == []


def test_what_is_due_stands_in_one_row_for_a_county_and_a_day(book):
    groups = read_month(book, PLAN, city.LAST, AFTER, str).groups()
    # The returned one by the day that the city set; what is to be reviewed by the 25th.
    assert [(one.day.day, one.unit, len(one.numbers)) for one in groups] == [
        (22, EAST, 1),
        (22, WEST, 1),
        (22, SOUTH, 10),
        (24, WEST, 1),
        (25, WEST, 8),
    ]


def test_the_year_adds_up(book):
    year = year_state(read_facts(book, PLAN), PLAN, city.LAST, str)
    # Two of ten are illegal, 10 mu each; in January and February the first one is put right.
    assert [one.mu["illegal_cultivated"] for one in year.counties] == [80, 80, 60]
    assert [one.mu["remaining_cultivated"] for one in year.counties] == [60, 60, 40]
    assert year.total("rectified_cultivated") == Decimal("60.00")
    assert len(year.numbers("remaining_cultivated")) == 16
    assert all(number[8:12] >= "2301" for number in year.numbers("illegal"))
    # Nine of ten are legal or illegal, in April eight, none in the south: 80 of 350, 60 of 270.
    shares = [row.cells["after"].shown for row in year.ratio.table.every_row()]
    assert shares == ["22.86", "22.86", "22.22", "22.68"]


def test_the_course_of_the_year_has_what_was_and_what_may_come(book):
    found = year_state(read_facts(book, PLAN), PLAN, city.LAST, str).course
    # January to March 20 of 90, in April 220 of 970 in all; 2022 has the same in two months.
    for said in ("1. 22.22%", "3. 22.22%", "4. 22.68%", "2022", "Carried on"):
        assert said in found.svg, said
    assert "5. " not in found.svg and "No verdict" in str(found.how)
    begun = year_state(read_facts(book, PLAN), PLAN, "2023-02", str).course
    assert "Carried on" not in begun.svg and "months at least" in str(begun.how)


def test_a_point_of_the_course_has_its_parcels(book):
    found = page_of(book)
    # Two a month in each of three counties, in April in two of them.
    points = [found.behind[f"course/{at}"] for at in range(4)]
    assert [len(one) for one in points] == [6, 12, 18, 22]
    assert set(points[0]) == {f"{unit}JC2301000{n}_1" for unit in city.COUNTIES for n in (0, 1)}
    assert found.names["course/3"] == "2023-01 to 2023-04: in the ratio's numerator"
    facts = read_facts(book, PLAN)
    south = course_of_year(facts, ratio_rules(PLAN), "2023-04", SOUTH, str, "")
    assert [len(one.parcels) for one in south.points] == [2, 4, 6, 6]
    assert all(one.startswith(SOUTH) for one in south.points[-1].parcels)


@pytest.mark.parametrize(
    ("compared", "all_of_a", "all_of_b"),
    [("before", {"A1_1", "A2_1", "A4_2"}, {"B3_1"}), ("after", {"A1_1", "A4_2"}, set())],
)
def test_behind_the_ratio_stands_what_is_on_top_of_it(
    tmp_path, monkeypatch, compared, all_of_a, all_of_b
):
    """A2_1 and B3_1 are put right as a whole: counted before deduction, and after it no more."""
    rules = replace(ratio_rules(PLAN), compared=compared)
    monkeypatch.setattr(year_state_module, "ratio_rules", lambda plan: rules)
    with hand_city.make_city(tmp_path / "虚构市.gpkg", PLAN) as small:
        month = read_month(small, PLAN, "2023-12", date(2023, 12, 31), str)
        year = year_state(read_facts(small, PLAN), PLAN, "2023-12", str)
    behind = overview(month, year, "虚构市", str).behind
    assert set(behind[f"{compared}/{hand_city.A}"]) == all_of_a
    assert set(behind.get(f"{compared}/{hand_city.B}", ())) == all_of_b
    assert set(behind["tile/ratio"]) == set(behind["course/11"]) == all_of_a | all_of_b


def test_every_figure_has_its_parcels(book):
    found = page_of(book)
    counties = found.page.parts[5]
    # The row of the west, the column of what was returned.
    assert counties.rows[1][5] == "1"
    key = cell_key(0, 1, 5)
    assert found.behind[key] == (f"{WEST}JC23040000_1",)
    assert found.names[key] == "虚构西县 · Returned"
    assert len(found.behind[cell_key(0, 3, 1)]) == 30
    assert len(found.behind["tile/left"]) == 16
    assert len(found.behind[f"left/{EAST}/0"]) == 2
    assert found.names.keys() == found.behind.keys()
    # What the report of the half-year lacks: the undecided, the illegal without a case, visits.
    dates = found.page.parts[7]
    half = next(at for at, row in enumerate(dates.rows) if row[0].startswith("2023-07-10"))
    assert "12 parcels without a verdict" in dates.rows[half][2]
    assert "22 illegal parcels without a case" in dates.rows[half][2]
    assert len(found.behind[cell_key(2, half, 2)]) >= 22
    lines = parcel_lines(read_facts(book, PLAN), found.behind[key], PLAN, str)
    verdict = PLAN.category("illegal").label.en
    assert lines == [
        (f"{WEST}JC23040000_1", "虚构西县", "2023-04", verdict, "14.90", "10.00"),
    ]


def test_the_page_is_one_file_that_asks_for_nothing(book, tmp_path):
    path = tmp_path / "总览 '四月'.html"
    write_page(page_of(book).page, path)
    words = path.read_text(encoding="utf-8")
    assert "://" not in words and "<script" not in words and "url(" not in words
    assert re.findall(r"(?:src|href)=", words) == []
    assert "default-src 'none'" in words
    for said in ("160.00", "虚构南区", "2023-04-22", "60.0%"):
        assert said in words, said
    for person in ("虚构某人", "虚构审核人", "甲"):
        assert person not in words, person


def test_words_that_look_like_tags_stay_words(book):
    found = page_of(book)
    page = replace(found.page, title='<b>"&', below="<i>")
    assert "<h1>&lt;b&gt;&quot;&amp;</h1>" in html_of(page)


def test_military_land_is_nowhere(tmp_path):
    path = tmp_path / "city.gpkg"
    city.make_city(path, PLAN, each=4)
    secret = f"{EAST}JC23040002_1"
    with open_casebook(path, "甲") as book:
        before = page_of(book)
        verdict = book.dossier(secret).verdicts[VerdictLevel.COUNTY]
        military = next(one.code for one in PLAN.categories if one.military)
        book.record([events.verdict_given(replace(verdict, category=military), verdict)])
        after = page_of(book)
    assert any(secret in numbers for numbers in before.behind.values())
    assert not any(secret in numbers for numbers in after.behind.values())
    assert after.page.parts[5].rows[0][1] == "3"


def test_a_month_without_patches_has_a_page(book):
    month = read_month(book, PLAN, "2023-12", AFTER, str)
    year = year_state(read_facts(book, PLAN), PLAN, "2024-12", str)
    assert month.counties == () and year.counties == ()
    words = html_of(overview(month, year, "虚构市", str).page)
    assert "100.0%" not in words and "—" in words
