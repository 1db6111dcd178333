"""Measures in by a table, how parcels are put right out as a table."""

from __future__ import annotations

import pytest
from accepted_land import city_book, numbers, put_right
from qgis.core import QgsProcessingException, QgsVectorLayer

from tuban.core.casebook import events, open_casebook
from tuban.core.model import Verdict, VerdictLevel
from tuban.core.plan import load_plan
from tuban.core.rounds import Office

PLAN = load_plan("liaocheng-2023")
A, B, C = numbers(3)


@pytest.fixture
def county(tmp_path):
    """A is accepted, B illegal, C military; a parcel is 14.9 mu, as its area tells."""
    path = tmp_path / "县 台账.gpkg"
    with city_book(path, PLAN, office=Office.COUNTY) as book:
        put_right(book, PLAN, [A])
        for number, category in ((B, "illegal"), (C, "military")):
            county = VerdictLevel.COUNTY
            verdict = Verdict(number, county, category, "", "", PLAN.id, PLAN.sha256)
            book.record([events.verdict_given(verdict, None)])
    return path


@pytest.fixture
def table(tmp_path):
    def write(*rows: str):
        path = tmp_path / "整改.csv"
        heading = "地块编号,整改方式,整改进度,整改面积（亩）,完成日期,填报人"
        path.write_text("\n".join([heading, *rows]), encoding="gb18030")
        return path

    return write


@pytest.fixture
def city(tmp_path):
    """A and B wait for the city's inspection."""
    path = tmp_path / "市 台账.gpkg"
    with city_book(path, PLAN) as book:
        put_right(book, PLAN, [A, B], accepted=())
    return path


@pytest.fixture
def tour(tmp_path):
    def write(*rows: str):
        path = tmp_path / "核验.csv"
        items = "建（构）筑物已拆除,建筑垃圾、砂石已清理,耕作层厚度,土地已平整"
        heading = f"地块编号,核验日期,核验人,{items},核验结果"
        path.write_text("\n".join([heading, *rows]), encoding="gb18030")
        return path

    return write


def rows_of(path):
    return list(QgsVectorLayer(str(path), "", "ogr").getFeatures())


def test_a_preview_records_nothing_and_tells_each_row(county, table, tmp_path, run, feedback):
    given = table(f"{B},拆除复耕,已完成,10.00,2023-09-01,甲", f"{B},补办手续,计划,4,,甲")
    out = tmp_path / "预览.csv"
    found = run(
        "importrectification", feedback, CASEBOOK=county, INPUT=given, PREVIEW=True, OUTPUT=out
    )
    assert (found["PARCELS"], found["NEW"], found["CHANGED"], found["SAME"]) == (1, 2, 0, 0)
    assert [(one["row"], one["parcel"], one["area_mu"]) for one in rows_of(out)] == [
        ("2", B, "10"),
        ("3", B, "4"),
    ]
    assert any("填报人" in line for line in feedback.lines)
    with open_casebook(county, "甲", read_only=True) as book:
        assert book.dossier(B).put_right.rectification is None
    run("importrectification", CASEBOOK=county, INPUT=given, WHO="甲")
    again = run("importrectification", CASEBOOK=county, INPUT=given, WHO="甲")
    assert (again["PARCELS"], again["SAME"]) == (0, 2)


def test_the_table_adds_up_and_has_no_military_land(county, table, tmp_path, run):
    run("importrectification", CASEBOOK=county, INPUT=table(f"{B},拆除,已完成,10,2023-09-01,甲"))
    out, single = tmp_path / "整改情况.csv", tmp_path / "措施.csv"
    found = run("rectification", CASEBOOK=county, DAY="2023-10-01", OUTPUT=out)
    assert found["PARCELS"] == 2
    rows = {one["parcel"]: one for one in rows_of(out)}
    assert set(rows) == {A, B}
    for one in rows.values():
        left = float(one["illegal_mu"]) - float(one["rectified_mu"])
        assert float(one["remaining_mu"]) == pytest.approx(max(left, 0), abs=1e-9)
    assert rows[A]["stage_code"] == "accepted" and rows[B]["stage_code"] == "done"
    assert (rows[B]["demolished_mu"], rows[B]["made_up_mu"]) == ("10", "0")
    total = sum(float(one["illegal_mu"]) for one in rows.values())
    assert found["ILLEGAL_MU"] == pytest.approx(total)
    run("rectification", CASEBOOK=county, BY_MEASURE=True, MONTH="2023-04", OUTPUT=single)
    assert [(one["parcel"], one["way_code"]) for one in rows_of(single)] == [
        (A, "demolition"),
        (B, "demolition"),
    ]


def test_what_is_overdue_is_so_on_a_day(county, run):
    assert run("rectification", CASEBOOK=county, DAY="2024-01-15")["OVERDUE"] == 0
    # The plan's cut-off is 15 January 2024; B has nothing done by then.
    assert run("rectification", CASEBOOK=county, DAY="2024-01-16")["OVERDUE"] == 1


def test_wrong_rows_and_military_land_stop_all(county, table, run):
    for row, words in (
        (f"{B},拆除,已完成,zehn,,", "Row 2"),
        (f"{C},拆除,已完成,1,,", "military land"),
        (f"{B},搬走,计划,1,,", "none of"),
    ):
        with pytest.raises(QgsProcessingException, match=words):
            run("importrectification", CASEBOOK=county, INPUT=table(row))


def test_a_tour_is_recorded_row_by_row_and_a_wrong_row_is_told(city, tour, tmp_path, run, feedback):
    """B's second inspector is missing: A is recorded, B is told, the file can be put right."""
    given = tour(f"{A},2023-09-25,丙、丁,是,是,是,是,到位", f"{B},2023-09-25,丙,是,是,是,是,到位")
    out = tmp_path / "预览.csv"
    counts = ("RECORDED", "SAME", "OPEN", "REFUSED")
    found = run("importinspections", CASEBOOK=city, INPUT=given, PREVIEW=True, OUTPUT=out)
    assert [found[one] for one in counts] == [1, 0, 0, 1]
    told = {one["parcel"]: (one["state_code"], one["inspected_by"]) for one in rows_of(out)}
    assert told == {A: ("new", "丙、丁"), B: ("refused", "")}
    with open_casebook(city, "丙", read_only=True) as book:
        assert book.dossier(A).put_right.acceptances == ()
    run("importinspections", feedback, CASEBOOK=city, INPUT=given, WHO="丙")
    assert any(B in line and "2 inspectors" in line for line in feedback.lines)
    given = tour(f"{A},2023-09-25,丙、丁,是,是,是,是,到位", f"{B},2023-9-26,丙、丁,是,是,是,是,是")
    found = run("importinspections", CASEBOOK=city, INPUT=given, WHO="丙")
    assert [found[one] for one in counts] == [1, 1, 0, 0]
    with open_casebook(city, "丙", read_only=True) as book:
        days = [book.dossier(one).put_right.acceptances[0].on for one in (A, B)]
        assert (days, book.verify()) == (["2023-09-25", "2023-09-26"], ())
