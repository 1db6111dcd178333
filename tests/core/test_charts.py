"""Charts: what stands where, by hand, and that nothing unknown becomes a zero."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from tuban.core.charts import (
    Band,
    Bar,
    Mark,
    Reached,
    Stack,
    bars,
    course,
    progress,
    ranking,
    stacked,
)
from tuban.core.charts.bars import NAMES, WIDTH, ranked
from tuban.core.charts.drawing import ticks
from tuban.core.charts.items import shown

SVG = "{http://www.w3.org/2000/svg}"
# What SVG Tiny 1.2, and with it Qt, does not draw.
TOO_NEW = {"style", "clipPath", "mask", "filter", "foreignObject", "pattern", "tspan"}


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)


def words(svg: str) -> list[str]:
    return [one.text or "" for one in parsed(svg).iter(f"{SVG}text")]


def widths(svg: str) -> dict[str, float]:
    return {
        one.get("id"): float(one.get("width"))
        for one in parsed(svg).iter(f"{SVG}rect")
        if one.get("id")
    }


def all_kinds() -> list[str]:
    marks = [Mark("问责 15%", 15)]
    band = Band((None, 2, 3), (None, 1, 1), (None, 3, 6))
    return [
        bars("标题", [Bar("甲 <县> & 区", 3, "a"), Bar("乙", None)], "亩", marks=marks),
        ranking("标题", [Bar("甲", 3), Bar("乙", None)], "%", marks=marks),
        stacked("标题", ["合法", "违法"], [Stack("甲", (3, 1), "a")]),
        course(
            "标题",
            ["1月", "2月", "3月"],
            ("今年", [1, 2, None]),
            ("去年", [1, None, 2]),
            ("预测", band),
        ),
        progress("标题", ["已填报", "已上报"], [Reached("甲", (3, 1), 4, "a")]),
    ]


def test_every_chart_is_well_formed_and_plain_enough_for_qt():
    for svg in all_kinds():
        found = {one.tag.replace(SVG, "") for one in parsed(svg).iter()}
        assert not found & TOO_NEW
        assert "class=" not in svg and "style=" not in svg


def test_nothing_unknown_is_drawn_as_a_number():
    assert words(ranking("", [Bar("甲", None)])) == ["—", "甲", "—"]
    assert "0.00" not in bars("", [Bar("甲", None)])


def test_no_rows_at_all_say_so():
    for svg in (
        bars("", []),
        ranking("", []),
        stacked("", ["合法"], []),
        progress("", ["上报"], []),
    ):
        assert "—" in words(svg)
    assert "—" in words(course("", ["1月"], ("今年", [None])))


def test_ranks_share_a_place_and_the_unknown_come_last():
    places = ranked([Bar("甲", 1), Bar("乙", 5), Bar("丙", None), Bar("丁", 5), Bar("戊", 2)])
    assert [(place, one.label) for place, one in places] == [
        ("1", "乙"),
        ("1", "丁"),
        ("3", "戊"),
        ("4", "甲"),
        ("—", "丙"),
    ]


def test_lengths_are_to_scale():
    svg = ranking("", [Bar("甲", 30, "a"), Bar("乙", 10, "b"), Bar("丙", 0, "c")])
    found = widths(svg)
    assert found["a"] == pytest.approx(3 * found["b"], abs=0.2)
    assert found["c"] == 0
    parts = widths(
        stacked("", ["合法", "违法"], [Stack("甲", (6, 2), "a"), Stack("乙", (1, 3), "b")])
    )
    assert parts["a/0"] == pytest.approx(3 * parts["a/1"], abs=0.2)
    assert parts["a/0"] + parts["a/1"] == pytest.approx(2 * (parts["b/0"] + parts["b/1"]), abs=0.2)


def test_progress_is_a_share_of_the_total_and_rounded_down():
    svg = progress(
        "", ["上报", "通过"], [Reached("甲", (1000, 999), 1000, "a"), Reached("乙", (0, 0), 0)]
    )
    assert widths(svg)["a/0"] == WIDTH - 150 - NAMES
    assert {"999 / 1000", "99%", "0 / 0", "—"} <= set(words(svg))


def test_a_course_has_a_gap_where_nothing_is_known():
    svg = course("", ["1", "2", "3", "4"], ("今年", [1, None, 3, 4]))
    lines = [one.get("points") for one in parsed(svg).iter(f"{SVG}polyline")]
    assert any(len(one.split()) == 1 for one in lines)
    assert len(list(parsed(svg).iter(f"{SVG}circle"))) == 3


def test_a_course_has_room_for_its_lines_and_its_forecast():
    band = Band((1, 50), (1, 40), (1, 80))
    svg = course("", ["1", "2"], ("今年", [1, None]), None, ("预测", band), marks=[Mark("线", 100)])
    for one in parsed(svg).iter():
        for pair in (one.get("points") or "").split():
            assert float(pair.split(",")[1]) >= 0, pair


def test_a_forecast_is_never_drawn_as_what_happened():
    svg = course(
        "", ["1", "2"], ("今年", [1, None]), forecast=("预测", Band((1, 2), (1, 1), (1, 3)))
    )
    blue = [one for one in parsed(svg).iter(f"{SVG}polyline") if one.get("stroke") == "#1f5fa8"]
    assert [one.get("stroke-dasharray") for one in blue] == ["6,4", None]
    assert len(blue[1].get("points").split()) == 1
    assert len(list(parsed(svg).iter(f"{SVG}polygon"))) == 1


@pytest.mark.parametrize(
    ("highest", "last", "count"),
    [(0, 1, 2), (7, 8, 5), (15, 15, 4), (30.55, 40, 5), (0.03, 0.03, 4)],
)
def test_ticks_are_round_and_reach_the_highest(highest, last, count):
    found = ticks(highest)
    assert found[-1] == pytest.approx(last)
    assert len(found) == count


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [(0.125, 2, "0.13亩"), (3, 0, "3亩"), (None, 2, "—"), (2.5, 0, "3亩")],
)
def test_values_round_half_up(value, decimals, expected):
    assert shown(value, decimals, "亩") == expected


def test_wrong_rows_are_refused():
    with pytest.raises(ValueError, match="2 values for 1 names"):
        stacked("", ["合法"], [Stack("甲", (1, 2))])
    with pytest.raises(ValueError, match="1 counts for 2 steps"):
        progress("", ["上报", "通过"], [Reached("甲", (1,), 2)])


def test_names_are_escaped_and_long_ones_cut():
    svg = stacked("", ["合法"], [Stack("虚构高新技术产业开发区管理委员会", (1,))])
    assert any(one.endswith("…") for one in words(svg))
    assert "甲 <县> & 区" in words(all_kinds()[0])
    assert re.search("甲 &lt;县&gt; &amp; 区", all_kinds()[0])
