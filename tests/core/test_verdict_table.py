"""Verdicts from a table: understood by code or name, all rows or none."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("osgeo")

from issued_land import undivided

from tuban.core.casebook import create_casebook, events
from tuban.core.errors import InputError
from tuban.core.intake.verdict_table import verdicts_from_table
from tuban.core.model import Answer, Source, VerdictLevel
from tuban.core.plan import load_plan

PLAN = load_plan("liaocheng-2023")
SOURCE = Source("cd" * 32, "图斑.zip", "图斑", "EPSG:4490", "GBK", "m2", 3)


def recorded_patch(number: str) -> list:
    patch, parcel = undivided(number, source_sha256=SOURCE.sha256)
    return [events.patch_issued(patch), events.parcel_divided(parcel)]


@pytest.fixture
def book(tmp_path: Path):
    with create_casebook(tmp_path / "台账.gpkg", PLAN, "379901", "虚构县", "甲") as made:
        made.record([events.source_imported(SOURCE), *recorded_patch("A"), *recorded_patch("B")])
        yield made


def row(number: str, category: str = "违法", **others: str) -> dict:
    return {"地块编号": number, "判定类型": category, "判定细类": "", "判断依据说明": "", **others}


def take(book, *rows: dict):
    table = verdicts_from_table(rows, book, PLAN)
    book.record(table.events)
    return table


def test_codes_and_names_mean_the_same(book):
    take(
        book,
        row("A_1", "违法", 判定细类="未报即用", 判断依据说明="现场在建"),
        row("B_1", "illegal", 判定细类="not_applied", 判断依据说明="现场在建"),
    )
    one, other = (book.dossier(number).county_verdict for number in ("A_1", "B_1"))
    assert (one.category, one.subcategory, one.reason) == ("illegal", "not_applied", "现场在建")
    assert (other.category, other.subcategory) == (one.category, one.subcategory)
    assert (one.level, one.plan_sha256) == (VerdictLevel.COUNTY, PLAN.sha256)


def test_not_applicable_is_not_no(book):
    take(book, row("A_1", SFDPF="否", SFWHZJ="不适用", SFJJXM="是", SFLZGD=""))
    assert book.dossier("A_1").flags == {
        "SFDPF": Answer.NO,
        "SFWHZJ": Answer.NOT_APPLICABLE,
        "SFJJXM": Answer.YES,
    }


def test_the_same_table_again_changes_nothing(book):
    rows = [row("A_1", SFDPF="否"), row("B_1", "")]
    first = take(book, *rows)
    assert (first.judged, first.same, first.unjudged) == (1, 0, 1)
    head = book.head()
    again = take(book, *rows)
    assert (again.judged, again.same, again.unjudged) == (0, 1, 1)
    assert book.head() == head


def test_what_stood_there_before_is_in_the_journal(book):
    take(book, row("A_1", "合法"))
    take(book, row("A_1", "违法"))
    newest = book.history("A_1")[0]
    assert (newest.old["category"], newest.new["category"]) == ("legal", "illegal")
    assert book.verify() == ()


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (row("C_1"), "Row 3: there is no parcel C_1"),
        (row(""), "Row 3: the parcel number is missing"),
        (row("A_1"), "Row 3: parcel A_1 is in row 2 already"),
        (row("B_1", "非法"), "Row 3: “非法” is not a category"),
        (row("B_1", "合法", 判定细类="未报即用"), "Row 3: “未报即用” is not a subcategory of 合法"),
        (
            row("B_1", SFDPF="是", 是否大棚房="否"),
            "大棚房 is answered twice: “是” and “否”",
        ),
        (row("B_1", SFDPF="可能"), "Row 3: “可能” is no answer to 是否大棚房"),
    ],
)
def test_one_wrong_row_stops_all(book, wrong, told):
    head = book.head()
    with pytest.raises(InputError, match=told):
        take(book, row("A_1"), wrong)
    assert book.head() == head


def test_every_wrong_row_is_named_up_to_ten(book):
    with pytest.raises(InputError) as refused:
        take(book, *(row(f"X{index}") for index in range(13)))
    lines = str(refused.value).splitlines()
    assert len(lines) == 11
    assert lines[9].startswith("Row 11:")
    assert lines[10] == "… and 3 more"


def test_a_table_without_the_columns_is_refused(book):
    with pytest.raises(InputError, match="no column 判定类型"):
        take(book, {"地块编号": "A_1"})
    with pytest.raises(InputError, match="no rows"):
        take(book)


def test_blank_rows_are_passed_over_and_counted(book):
    blank = dict.fromkeys(row(""), " ")
    table = verdicts_from_table([row("A_1"), blank, row("B_1"), blank], book, PLAN)
    assert (table.judged, table.unjudged) == (2, 0)
    with pytest.raises(InputError, match="Row 4: there is no parcel C_1"):
        verdicts_from_table([row("A_1"), blank, row("C_1")], book, PLAN)
