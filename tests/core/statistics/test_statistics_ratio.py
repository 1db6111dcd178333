"""The ratio of the city counted by hand: deductions, lines, what if, notices, course."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

pytest.importorskip("osgeo")
import hand_city as city
from hand_city import A, B, C

from tuban.core.errors import PlanError
from tuban.core.plan import load_plan
from tuban.core.plan.plan import PLANS
from tuban.core.statistics import (
    Period,
    disagreements,
    forecast,
    indicators,
    ratio,
    ratio_rules,
    read_facts,
    statistics_rules,
    warning,
    warnings,
)
from tuban.core.statistics.ratio import reached_line

PLAN = load_plan("liaocheng-2023")
RULES = ratio_rules(PLAN)
YEAR = Period.year(2023)
DAY = date(2023, 11, 24)
ALL = ""


@pytest.fixture(scope="module")
def facts(tmp_path_factory):
    with city.make_city(tmp_path_factory.mktemp("city") / "虚构市.gpkg", PLAN) as book:
        return read_facts(book, PLAN)


def shown(found, row, *columns):
    cells = (found.table.row(row) if row else found.table.total).cells
    return [cells[code].shown for code in columns]


def test_numerator_denominator_and_share_are_those_by_hand(facts):
    found = ratio(facts, RULES, YEAR)
    columns = ("illegal", "deducted", "counted", "occupied", "before", "after", "unsettled")
    assert shown(found, A, *columns) == ["38.00", "25.50", "12.50", "46.00", "82.61", "27.17", "1"]
    assert shown(found, B, *columns) == ["0.60", "0.60", "0.00", "100.60", "0.60", "0.00", "0"]
    assert shown(found, C, *columns) == ["0.00", "0.00", "0.00", "0.00", "—", "—", "1"]
    assert shown(found, ALL, *columns) == [
        *("38.60", "26.10", "12.50", "146.60", "26.33", "8.53", "2"),
    ]
    # 2.00 were demolished, 1.50 are cultivated again.
    assert shown(found, A, "deducted:recultivated", "deducted:made_up") == ["1.50", "24.00"]
    assert disagreements(found.table) == []


def test_same_period_last_year_and_month_to_date(facts):
    found = ratio(facts, RULES, YEAR)
    assert found.table.row(A).before["before"].shown == "100.00"
    assert found.table.total.before["before"].shown == "64.29", "9 of 14"
    january = ratio(facts, RULES, Period.to_date("2023-01"))
    assert shown(january, A, "illegal", "occupied", "before") == ["34.00", "34.00", "100.00"]


def test_the_lines_that_are_reached(facts):
    found = ratio(facts, RULES, YEAR)
    codes = {row: [one and one.code for one in found.reached[row]] for row in (A, B, C, ALL)}
    assert codes == {
        A: ["accountability", "accountability"],
        B: [None, None],
        C: [None, None],
        ALL: ["accountability", "reminder"],
    }
    assert found.line(ALL).code == "reminder", "after deduction is what the plan compares"


@pytest.mark.parametrize(
    ("part", "whole", "line"),
    [
        (1499, 10000, "talk"),
        (1500, 10000, "accountability"),
        # 14.996 % prints as 15.00 and is not 15.
        (14996, 100000, "talk"),
        (499, 10000, None),
        (0, 0, None),
        (5, 0, None),
    ],
)
def test_shares_are_compared_before_they_are_rounded(part, whole, line):
    found = reached_line(part, whole, RULES.lines)
    assert (found and found.code) == line


def test_what_if_some_were_put_right_by_the_cut_off(facts):
    found = ratio(facts, RULES, YEAR, assumed=["A4_2"])
    assert shown(found, A, "deducted:assumed", "counted", "after") == ["2.50", "10.00", "21.74"]
    both = ratio(facts, RULES, YEAR, assumed=["A1_1", "A4_2", "A3_1"])
    assert shown(both, A, "deducted:assumed", "counted", "after") == ["12.50", "0.00", "0.00"]
    assert both.line(A) is None
    assert disagreements(both.table) == []


def test_a_deduction_that_does_not_apply_reduces_nothing_until_it_does(facts):
    groups = [replace(one, applies=one.code == "not_supplied") for one in RULES.deductions]
    found = ratio(facts, replace(RULES, deductions=tuple(groups)), YEAR)
    assert shown(found, A, "deducted", "counted") == ["24.00", "14.00"], "A2 is 未供即用"


def test_no_land_is_deducted_twice(facts):
    groups = [replace(one, applies=True) for one in RULES.deductions]
    found = ratio(facts, replace(RULES, deductions=tuple(groups)), YEAR)
    assert shown(found, A, "deducted:made_up", "deducted:not_supplied", "deducted") == [
        *("24.00", "0.00", "25.50"),
    ]


def test_what_is_deducted_may_leave_the_denominator(facts):
    found = ratio(facts, replace(RULES, deducted_leaves=True), YEAR)
    assert shown(found, A, "occupied", "occupied_after", "after") == ["46.00", "20.50", "60.98"]


def test_behind_the_ratio_stand_its_parcels(facts):
    found = ratio(facts, RULES, YEAR)
    cells = found.table.row(A).cells
    assert cells["illegal"].parcels == ("A1_1", "A2_1", "A4_2")
    assert cells["counted"].parcels == ("A1_1", "A4_2")
    assert cells["occupied"].parcels == ("A1_1", "A2_1", "A3_1", "A4_2")
    assert cells["unsettled"].parcels == ("A5_1",)
    assert cells["unsettled_cultivated"].unknown == 1


def test_the_method_says_that_its_text_is_not_public(facts):
    assert "未公开" in RULES.method.zh
    assert "未公开" in ratio(facts, RULES, YEAR).table.rule.note
    assert RULES.basis.sure.value == "low"
    assert {one.code: str(one.percent) for one in RULES.lines}["accountability"] == "15"


def test_the_notice_in_the_plans_words(facts):
    found = ratio(facts, RULES, YEAR)
    notice = warning(facts, found, A, PLAN, "虚构市自然资源和规划局", DAY)
    assert notice.text.split("\n") == [
        "关于违法占用耕地问题的预警提醒函",
        "虚构东县人民政府：",
        "据卫片执法数据统计，截至2023年11月24日，你地2023年违法占用耕地38.00亩，"
        "新增建设用地占用耕地46.00亩，扣减前违法占用耕地比例为82.61%。",
        "其中已整改消除违法状态、按口径可扣减的耕地25.50亩，扣减后违法占用耕地12.50亩，比例为27.17%。",
        "该比例已达到“问责”提示线（15%）。",
        "尚未扣减的地块共2个，面积较大的2个如下：",
        "1. A1_1（虚构甲镇）：未扣减耕地10.00亩，占80.00%",
        "2. A4_2（虚构乙镇）：未扣减耕地2.50亩，占20.00%",
        "请认真组织查处整改，依法消除违法状态。整改消除违法状态的时间节点为2024年1月15日，距时间节点还有52日。",
        "以上比例按本地设定的口径计算，计算方法以上级规定为准。",
        "虚构市自然资源和规划局　2023年11月24日",
    ]
    assert [one.unit for one in warnings(facts, found, PLAN, "市局", DAY)] == [A]


def test_the_highest_ratio_is_warned_of_first(facts):
    """Before deduction 82.61 % in A and 0.60 % in B, against a line of half a per cent."""
    low = replace(RULES.lines[0], percent=Decimal("0.5"))
    rules = replace(RULES, lines=(low,), compared="before")
    found = ratio(facts, rules, YEAR)
    turned = replace(found, table=replace(found.table, rows=found.table.rows[::-1]))
    assert [one.unit for one in warnings(facts, turned, PLAN, "市局", DAY)] == [A, B]


def test_the_heaviest_stand_first_and_no_more_than_the_plan_asks_for(facts):
    """Nothing deducted: A1_1 10.00, A2_1 24.00, A4_2 4.00, in this order in the casebook."""
    groups = tuple(replace(one, applies=False) for one in RULES.deductions)
    found = ratio(facts, replace(RULES, deductions=groups, heaviest=2), YEAR)
    notice = warning(facts, found, A, PLAN, "市局", DAY)
    heaviest = [(one.number, str(one.mu), round(one.share, 2)) for one in notice.heaviest]
    assert heaviest == [("A2_1", "24.00", Decimal("63.16")), ("A1_1", "10.00", Decimal("26.32"))]
    assert "地块共3个，面积较大的2个" in notice.text


def test_a_county_without_illegal_parcels_has_a_notice_without_a_line(facts):
    notice = warning(facts, ratio(facts, RULES, YEAR), C, PLAN, "市局", DAY)
    assert (notice.line, notice.items) == (None, ())
    assert "比例为—。" in notice.text


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2024, 1, 14), "距时间节点还有1日"),
        (date(2024, 1, 15), "距时间节点还有0日"),
        (date(2024, 1, 16), "时间节点2024年1月15日已过"),
    ],
)
def test_after_the_cut_off_no_days_are_left_to_speak_of(facts, day, said):
    found = warning(facts, ratio(facts, RULES, YEAR), C, PLAN, "市局", day)
    assert said in found.paragraphs[-2]
    assert ("还有" in found.paragraphs[-2]) == (day <= date(2024, 1, 15))


def test_the_course_of_the_year_with_its_uncertainty(facts):
    """All counties before deduction, added by month: 34.00 of 34.00, 4.60 of 112.60, 0 of 0.

    Carried on by averages the share stays 38.60 / 146.60. Its error for nine months more:
    residuals 34 − .26330·34 = 25.048, 4.6 − .26330·112.6 = −25.048, 0; their variance
    2·627.4/2 = 627.4; √(627.4·(9 + 81/3)) / (146.6·4) = 0.25629; times 1.2816 is 0.32846.
    """
    found = forecast(facts, RULES, "2023-03", which="before")
    assert [one.value and round(one.value, 2) for one in found.so_far] == [
        Decimal("100.00"),
        Decimal("26.33"),
        Decimal("26.33"),
    ]
    assert [one.month for one in found.to_come] == [f"2023-{one:02d}" for one in range(4, 13)]
    last = found.to_come[-1]
    assert (last.value, last.low, last.high) == (
        Decimal("26.33"),
        Decimal("0.00"),
        Decimal("59.18"),
    )
    assert all(one.low is not None for one in found.to_come)
    assert "No verdict" in str(found.how)


def test_no_course_goes_beyond_the_whole(facts):
    """A by month: 34 of 34, 4 of 12, 0 of 0; 38 / 46 = 82.61 %.

    Residuals 34 − .82609·34 = 5.913, −5.913, 0; variance 2·34.964/2. For a month more
    √(34.964·(1 + 1/3)) / 61.33 = 0.11133, times 1.2816 is 0.14267; for nine more
    √(34.964·36) / 184 = 0.19282, times 1.2816 is 0.24711, which would be 107.32 %.
    """
    found = forecast(facts, RULES, "2023-03", unit=A, which="before").to_come
    assert (found[0].high, found[-1].high) == (Decimal("96.88"), Decimal("100.00"))


def test_too_short_a_course_is_not_carried_on(facts):
    assert forecast(facts, RULES, "2023-02").to_come == ()
    assert forecast(facts, RULES, "2023-03", unit=C).to_come == ()


def test_indicators_with_figure_source_and_completeness(facts):
    found = {one.rule.code: one for one in indicators(facts, statistics_rules(PLAN), RULES, YEAR)}
    assert len(found) == 8
    food = found["food_security"]
    assert "二（五）" in food.rule.source
    assert [one.shown for one in food.figures[A]] == ["38.00", "6.00", "68.42", "27.17"]
    # Five of six are judged, three passed, five have figures.
    assert [one.shown for one in food.complete[A]] == ["83.33", "50.00", "83.33"]
    assert [one.shown for one in food.complete[ALL]] == ["90.91", "45.45", "90.91"]


@pytest.mark.parametrize(
    ("path", "value", "why"),
    [
        (("numerator", "categories"), ["x"], "one of"),
        (("denominator", "deducted"), "perhaps", "one of"),
        (("lines", 0, "percent"), "five", "decimal number"),
        (("deductions", 0, "ways"), [], "one of ways, subcategories, flags"),
        (("warning", "opening"), "{nobody}", "not known here"),
        (("forecast", "interval_percent"), 81, "one of 80, 90, 95"),
        (("method", "sure"), "rather", "one of"),
    ],
)
def test_a_wrong_plan_is_told(tmp_path, path, value, why):
    shutil.copytree(PLANS / PLAN.id, tmp_path / PLAN.id)
    file = tmp_path / PLAN.id / "accountability.json"
    told = json.loads(file.read_text(encoding="utf-8"))
    holder = told
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = value
    file.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    with pytest.raises(PlanError, match=why):
        ratio_rules(load_plan(PLAN.id, tmp_path))
