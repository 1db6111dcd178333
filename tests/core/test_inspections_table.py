"""The city's inspections of a tour from a table: each row by itself, recorded or told why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

pytest.importorskip("osgeo")

from accepted_land import ITEMS, city_book, numbers, put_right

from tuban.core.casebook import events
from tuban.core.errors import InputError
from tuban.core.intake.tables import read_table
from tuban.core.model import Verdict, VerdictLevel
from tuban.core.plan import load_plan
from tuban.core.rectification.inspections_table import RowState, inspections_from_table
from tuban.core.rectified import Acceptance
from tuban.core.rounds import Office
from tuban.core.submission.inspection_list import write_inspection_list

PLAN = load_plan("liaocheng-2023")
A, B, C = numbers(3)
TODAY = date(2023, 9, 30)
FOUND = {
    "建（构）筑物已拆除": "是",
    "建筑垃圾、砂石已清理": "√",
    "耕作层厚度": "合格",
    "土地已平整": "是",
    "已种植作物": "不适用",
}


@pytest.fixture
def book(tmp_path):
    with city_book(tmp_path / "市.gpkg", PLAN) as made:
        put_right(made, PLAN, [A, B, C], accepted=())
        yield made


def row(number=A, result="到位", people="丙、丁", on="2023年9月25日", **more):
    facts = {"地块编号": number, "核验日期": on, "核验\n人员": people, "核验结果": result}
    return {**facts, **FOUND, "未到位内容": "", "整改期限": "", **more}


def take(book, *rows):
    return inspections_from_table(rows, book, PLAN, TODAY)


def why(book, *rows):
    (found,) = take(book, *rows).rows
    assert found.state is RowState.REFUSED
    assert found.events == ()
    assert not found.parcel or not str(found.why).startswith(found.parcel)
    return str(found.why)


def test_each_parcel_keeps_its_own_findings_and_people(book):
    poor = {**FOUND, "土地已平整": "否", "未到位内容": "北侧未平整", "整改期限": "2023-10-08"}
    given = take(book, row(), row(B, "未到位", "戊，己", "2023-09-26", **poor))
    assert [str(one.why or "") for one in given.rows] == ["", ""]
    assert given.unread == ()
    book.record(given.events)
    # what does not apply is not in the record; B's day and people are its own
    assert book.dossier(A).put_right.acceptances == (
        Acceptance("2023-09-25", ("丙", "丁"), ITEMS, True),
    )
    refused = Acceptance(
        *("2023-09-26", ("戊", "己"), {**ITEMS, "levelled": False}, False),
        missing="北侧未平整",
        by_when="2023-10-08",
    )
    assert book.dossier(B).put_right.acceptances == (refused,)
    assert book.dossier(C).put_right.acceptances == ()
    assert book.verify() == ()
    again = take(book, row())
    assert [one.state for one in again.rows] == [RowState.SAME]
    assert again.events == []


def test_a_row_that_was_only_prepared_is_not_inspected(book):
    bare = {"地块编号": A, "核验日期": "2023-09-25", "核验人": "丙、丁", "核验结果": ""}
    given = take(book, bare, dict.fromkeys(bare, ""))
    assert [(one.row, one.state) for one in given.rows] == [(2, RowState.OPEN)]
    assert given.events == []


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"people": "丙"}, "2 inspectors at least are needed; there are 1"),
        ({"on": ""}, "on which day"),
        ({"on": "去年"}, "“去年” is no date"),
        ({"on": "2023-09-20"}, "applied on 2023-09-22, after this day"),
        ({"result": ""}, "Say whether it is in place"),
        ({"result": "差不多"}, "核验结果: “差不多” is none of 是、否、不适用"),
        ({"result": "不适用"}, "Say whether it is in place"),
        ({"土地已平整": ""}, "Levelled"),
        ({"土地已平整": "否"}, "Levelled"),
        ({"土地已平整": "快了"}, "土地已平整: “快了” is none of"),
        ({"result": "否"}, "What is missing has to be written out"),
        ({"number": ""}, "the parcel number is missing"),
        ({"number": "37990104009999_1"}, "no parcel 37990104009999_1"),
    ],
)
def test_a_wrong_row_is_told_and_the_others_are_recorded(book, wrong, told):
    assert told in why(book, row(**wrong))
    given = take(book, row(**wrong), row(B))
    assert [one.state for one in given.rows] == [RowState.REFUSED, RowState.NEW]
    assert [one.subject for one in given.events] == [B]


def test_a_parcel_stands_once_in_a_table(book):
    twice = take(book, row(), row(on="2023-09-26"))
    assert str(twice.rows[1].why) == f"parcel {A} is in row 2 already."


def test_what_would_not_fit_is_told_before_it_is_recorded(book):
    (found,) = take(book, row(on="2023-10-02")).rows
    assert found.state is RowState.NEW
    assert [str(one) for one in found.remarks] == [
        "The city's inspection on 2023-10-02 is still to come."
    ]


def test_military_land_is_refused_and_not_named(book):
    military = next(one.code for one in PLAN.categories if one.military)
    judged = Verdict(A, VerdictLevel.CITY, military, "", "", PLAN.id, PLAN.sha256)
    beside = replace(book.dossier(B).parcel, number=B[:-1] + "2")
    other = replace(judged, parcel_number=beside.number)
    changes = [events.parcel_divided(beside)]
    changes += [events.verdict_given(one, None) for one in (judged, other)]
    book.record(changes)
    for number in (A, B):
        (found,) = take(book, row(number)).rows
        assert (found.state, found.parcel) == (RowState.REFUSED, "")
        assert "military land" in str(found.why) and number not in str(found.why)


def test_a_county_records_none(tmp_path):
    with city_book(tmp_path / "县.gpkg", PLAN, office=Office.COUNTY) as county:
        put_right(county, PLAN, [A], accepted=())
        assert "not for the County" in why(county, row())


def test_a_table_without_a_column_is_refused(book):
    with pytest.raises(InputError, match="no column 核验结果"):
        take(book, {name: words for name, words in row().items() if name != "核验结果"})
    with pytest.raises(InputError, match="no rows"):
        take(book)
    assert take(book, row(天气="晴")).unread == ("天气",)


def test_the_list_for_a_tour_comes_back_filled_in(book, tmp_path):
    """What waits for the city, without military land, is printed and can be read as it is."""
    take_in_c = take(book, row(C)).events
    book.record(take_in_c)
    path = tmp_path / "核验表.xlsx"
    assert write_inspection_list(book, PLAN, path) == 2
    printed = read_table(path)
    assert [one["地块编号"] for one in printed] == [A, B]
    assert printed[0]["县报复耕面积（亩）"] == "8.8"
    assert printed[0]["申请日期"][:10] == "2023-09-22"
    untouched = take(book, *printed)
    assert [one.state for one in untouched.rows] == [RowState.OPEN] * 2
    assert untouched.unread == ()
    filled = {**printed[1], **FOUND, "核验日期": "2023-09-26", "核验人": "丙、丁", "核验结果": "是"}
    given = take(book, printed[0], filled)
    assert [one.state for one in given.rows] == [RowState.OPEN, RowState.NEW]
    military = next(one.code for one in PLAN.categories if one.military)
    verdict = Verdict(A, VerdictLevel.CITY, military, "", "", PLAN.id, PLAN.sha256)
    book.record([events.verdict_given(verdict, None)])
    write_inspection_list(book, PLAN, path)
    assert [one["地块编号"] for one in read_table(path)] == [B]
