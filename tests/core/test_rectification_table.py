"""Tables of measures: understood by the plan's names, added to the record, wrong rows told."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

pytest.importorskip("osgeo")

from issued_land import undivided

from tuban.core.casebook import create_casebook, events
from tuban.core.errors import InputError
from tuban.core.model import Source, Verdict, VerdictLevel
from tuban.core.plan import load_plan
from tuban.core.rectification.table import Became, measures_from_table
from tuban.core.rectified import Measure, Progress

PLAN = load_plan("liaocheng-2023")
A, B, C = (f"3799010400000{index}_1" for index in (1, 2, 3))
CLEARED = {
    "地块编号": A,
    "整改方式": "拆除复耕",
    "整改进度": "已完成",
    "整改面积（亩）": "3.40",
    "其中\n耕地": "3.4",
    "复耕面积": "3.20",
    "完成日期": "2023年9月20日",
    "整改期限": "2023-09-30",
    "责任人": "虚构镇人民政府",
    "经办人": "甲",
}
AS_MEASURE = Measure(
    "demolition",
    Progress.DONE,
    Decimal("3.40"),
    Decimal("3.40"),
    recultivated_mu=Decimal("3.20"),
    done_on="2023-09-20",
)


@pytest.fixture
def book(tmp_path):
    with create_casebook(tmp_path / "甲.gpkg", PLAN, "379901", "虚构县", "甲") as made:
        for index, number in enumerate((A, B, C)):
            patch, parcel = undivided(number[:-2], 115.1 + index / 10)
            source = Source(patch.source_sha256, "虚构.zip", "图斑", "EPSG:4490", "GBK", "mu", 3)
            changes = [] if index else [events.source_imported(source)]
            made.record([*changes, events.patch_issued(patch), events.parcel_divided(parcel)])
        for number in (A, B):
            county = VerdictLevel.COUNTY
            verdict = Verdict(number, county, "illegal", "", "", PLAN.id, PLAN.sha256)
            made.record([events.verdict_given(verdict, None)])
        yield made


def take(book, *rows):
    found = measures_from_table(rows, book, PLAN)
    book.record(found.events)
    return found


def measures(book, number):
    known = book.dossier(number).put_right.rectification
    return known.measures if known else ()


def test_a_row_is_a_measure_and_what_nobody_knows_is_told(book):
    found = take(book, CLEARED)
    known = book.dossier(A).put_right.rectification
    assert known.measures == (AS_MEASURE,)
    assert (known.due, known.responsible) == ("2023-09-30", "虚构镇人民政府")
    assert known.verdict.category == "illegal"
    assert [(one.row, one.parcel, one.became) for one in found.rows] == [(2, A, Became.NEW)]
    assert found.unread == ("经办人",)
    assert book.verify() == ()


def test_the_same_again_is_nothing_new_and_an_empty_cell_leaves_what_is_recorded(book):
    take(book, CLEARED)
    again = take(book, CLEARED)
    assert again.events == [] and again.rows[0].became is Became.SAME
    bare = {"地块编号": A, "整改方式": "拆除", "整改面积（亩）": "3.30", "备注": "复测"}
    found = take(book, bare)
    assert found.rows[0].became is Became.CHANGED
    (one,) = measures(book, A)
    assert (one.area_mu, one.note) == (Decimal("3.30"), "复测")
    assert (one.progress, one.recultivated_mu, one.done_on) == (
        *(Progress.DONE, Decimal("3.20"), "2023-09-20"),
    )


def test_several_rows_of_a_parcel_are_several_measures(book):
    second = {**CLEARED, "整改方式": "补办手续", "整改面积（亩）": "0.6", "复耕面积": ""}
    third = {**CLEARED, "整改面积（亩）": "0.1", "整改进度": "整改中", "完成日期": ""}
    found = take(book, CLEARED, second, third)
    assert found.parcels == 1
    assert [(one.way, one.area_mu, one.progress) for one in measures(book, A)] == [
        ("demolition", Decimal("3.40"), Progress.DONE),
        ("made_up", Decimal("0.60"), Progress.DONE),
        ("demolition", Decimal("0.10"), Progress.UNDER_WAY),
    ]
    # The second of a way in the table is the second of that way in the record.
    changed = take(book, CLEARED, {**third, "整改面积（亩）": "0.2"})
    assert [one.became for one in changed.rows] == [Became.SAME, Became.CHANGED]
    assert len(measures(book, A)) == 3


def test_square_metres_in_the_heading_become_mu(book):
    # 2,000 m² are 3 mu; 1,333.33 m² are 2.00.
    row = {"地块编号": A, "整改方式": "demolition", "面积(平方米)": "2000", "耕地（㎡）": "1333.33"}
    take(book, row)
    (one,) = measures(book, A)
    assert (one.area_mu, one.cultivated_mu) == (Decimal("3.00"), Decimal("2.00"))
    assert one.progress is Progress.PLANNED


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"地块编号": ""}, "parcel number is missing"),
        ({"地块编号": "371500_9"}, "no parcel 371500_9"),
        ({"地块编号": C}, "has not been judged"),
        ({"整改方式": "搬迁"}, "none of 拆除复耕"),
        ({"整改方式": ""}, "none of 拆除复耕"),
        ({"整改进度": "差不多"}, "“差不多” is none of"),
        ({"整改面积（亩）": "三亩"}, "no number"),
        ({"完成日期": "2023-02-30"}, "no date"),
    ],
)
def test_a_wrong_row_stops_everything_and_is_named(book, change, words):
    with pytest.raises(InputError) as refused:
        measures_from_table([{**CLEARED, "地块编号": B}, {**CLEARED, **change}], book, PLAN)
    assert words in str(refused.value) and "Row 3" in str(refused.value)
    assert measures(book, B) == ()


def test_a_table_without_a_needed_column_is_refused(book):
    with pytest.raises(InputError, match="整改面积"):
        measures_from_table([{"地块编号": A, "整改方式": "拆除"}], book, PLAN)
    with pytest.raises(InputError, match="no rows"):
        measures_from_table([], book, PLAN)


def test_military_land_is_refused_even_by_another_parcel_of_its_patch(book):
    parcel = book.dossier(A).parcel
    beside = replace(parcel, number=A[:-1] + "2")
    military = next(one.code for one in PLAN.categories if one.military)
    verdict = Verdict(beside.number, VerdictLevel.COUNTY, military, "", "", PLAN.id, PLAN.sha256)
    book.record([events.parcel_divided(beside), events.verdict_given(verdict, None)])
    with pytest.raises(InputError, match="military land"):
        take(book, CLEARED)
