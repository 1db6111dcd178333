"""Field checks from a table: understood by code or name, all rows or none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

pytest.importorskip("osgeo")

from issued_land import undivided

from tuban.core.casebook import create_casebook, events
from tuban.core.errors import InputError
from tuban.core.field.checks import gaps_in, mistakes_in
from tuban.core.intake.field_table import field_checks_from_table, names_in
from tuban.core.model import (
    Dossier,
    FieldCheck,
    Verdict,
    VerdictLevel,
)
from tuban.core.plan import load_plan

PLAN = load_plan("liaocheng-2023")
TODAY = date(2023, 4, 21)


def made(number: str):
    return undivided(number, after_date="2023-03-28")


@pytest.fixture
def book(tmp_path: Path):
    with create_casebook(tmp_path / "台账.gpkg", PLAN, "379901", "虚构县", "甲") as opened:
        for number in "AB":
            patch, parcel = made(number)
            opened.record([events.patch_issued(patch), events.parcel_divided(parcel)])
        yield opened


def row(number: str, **others: str) -> dict:
    given = {"地块编号": number, "核查人": "演示甲、演示乙", "核查日期": "2023/4/14"}
    return {**given, "核查方式": "实地", **others}


def read(rows, book):
    return field_checks_from_table(rows, book, PLAN, today=TODAY)


def test_a_row_becomes_the_parcels_field_check(book):
    details = {
        "现场描述": "钢结构厂房",
        "实际用途": "厂房",
        "建设状态": "built",
        "建设时间": "2023年春",
        "用地主体": "虚构公司",
        "主体类型": "企事业单位",
        "责令停止通知书": "虚构1号",
        "制止情况": "制止无效",
    }
    table = read([row("A_1", **details), row("B_1", 核查人="", 核查日期="", 核查方式="")], book)
    book.record(table.events)
    assert book.dossier("A_1").field_check == FieldCheck(
        "A_1",
        ("演示甲", "演示乙"),
        "2023-04-14",
        "onsite",
        "钢结构厂房",
        "厂房",
        "built",
        "2023年春",
        "虚构公司",
        "company",
        "虚构1号",
        "in_vain",
    )
    assert (table.same, table.unchecked) == (0, 1)
    again = read([row("A_1", **details)], book)
    assert (again.events, again.same) == ([], 1)


@pytest.mark.parametrize(
    "written", ["2023-04-14", "20230414", "2023年4月14日", "2023-04-14 00:00:00", "２０２３/4/14"]
)
def test_days_as_people_write_them(book, written):
    (event,) = read([row("A_1", 核查日期=written)], book).events
    assert event.new["checked_on"] == "2023-04-14"


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"核查人": " 、 "}, "who checked"),
        ({"核查日期": "2023-02-30"}, "which day"),
        ({"核查日期": "2023-04-22"}, "still to come"),
        ({"核查方式": ""}, "which way"),
        ({"核查方式": "骑马"}, "“骑马” is no 核查方式 .实地、无人机"),
        ({"建设状态": "快好了"}, "“快好了” is no 建设状态"),
        ({"地块编号": "C_1"}, "no parcel C_1"),
        ({"地块编号": "A_1"}, "in row 2 already"),
    ],
)
def test_one_wrong_row_stops_everything_and_is_named(book, change, what):
    with pytest.raises(InputError, match=f"Row 3: .*{what}"):
        read([row("A_1"), {**row("B_1"), **change}], book)


def test_tables_without_what_is_needed_are_refused(book):
    with pytest.raises(InputError, match="no rows"):
        read([], book)
    with pytest.raises(InputError, match="no column 核查人、核查方式"):
        read([{"地块编号": "A_1", "核查日期": "2023-04-14"}], book)


def test_names_are_told_apart():
    assert names_in("张三、李四，王五;赵六/张三\n 钱七 ") == (
        "张三",
        "李四",
        "王五",
        "赵六",
        "钱七",
    )
    assert names_in("、 ,") == ()


def dossier_with(check, category="illegal"):
    patch, parcel = made("A")
    verdict = Verdict("A_1", VerdictLevel.COUNTY, category, "", "", PLAN.id, PLAN.sha256)
    return Dossier(patch, parcel, None, {VerdictLevel.COUNTY: verdict}, {}, (), check)


GOOD = FieldCheck("A_1", ("演示甲", "演示乙"), "2023-04-14", "onsite", "厂房")


@pytest.mark.parametrize(
    ("change", "category", "names"),
    [
        ({}, "illegal", []),
        ({"checkers": ("演示甲",)}, "illegal", ["field-people"]),
        ({"checkers": ("演示甲",)}, "legal", []),
        ({"way": "imagery"}, "legal", ["field-ground"]),
        ({"way": "drone"}, "legal", []),
        ({"checked_on": "2023-03-27"}, "legal", ["field-day"]),
        ({"checked_on": "2023-03-28"}, "legal", []),
        ({"found": " "}, "legal", ["field-found"]),
    ],
)
def test_what_is_worth_reading_in_a_field_check(change, category, names):
    found = list(gaps_in(dossier_with(replace(GOOD, **change), category), PLAN))
    assert [one.check for one in found] == names
    assert all(one.rule and one.subject == "A_1" for one in found)


def test_the_law_is_named_where_one_person_is_too_few():
    (found,) = gaps_in(dossier_with(replace(GOOD, checkers=("演示甲",))), PLAN)
    assert "行政处罚法" in found.rule


def test_a_good_field_check_has_no_mistakes():
    assert list(mistakes_in(GOOD, PLAN, TODAY)) == []
    assert len(list(mistakes_in(FieldCheck("A_1", (), "", ""), PLAN, TODAY))) == 3
