"""Cases in by a table, their terms out as a table and as lists to print."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook
from qgis.core import QgsProcessingException, QgsVectorLayer

from tuban.core.casebook import open_casebook

HEADINGS = (
    "案件编号,当事人,地块编号,核查完成，符合立案条件,公安机关移送内容,公安机关移送日期,罚款决定"
)


@pytest.fixture
def table(tmp_path):
    def write(*rows: str):
        path = tmp_path / "案件.csv"
        heading = HEADINGS.replace("核查完成，符合立案条件", '"核查完成，符合立案条件"')
        path.write_text("\n".join([heading, *rows]), encoding="gb18030")
        return path

    return write


def test_cases_come_in_and_their_terms_go_out(imported, numbers, table, tmp_path, run):
    rows = [
        f"案1,甲,{numbers[0]}_1,2023-04-27,,,",
        f"案2,乙,{numbers[0]}_1、{numbers[1]}_1,2023-05-10,线索,2023-04-27,12000",
    ]
    first = run("recordcases", CASEBOOK=imported, INPUT=table(*rows), WHO="甲")
    assert (first["CHANGED"], first["SAME"]) == (2, 0)
    again = run("recordcases", CASEBOOK=imported, INPUT=table(*rows), WHO="甲")
    assert (again["CHANGED"], again["SAME"]) == (0, 2)
    with open_casebook(imported, "甲", read_only=True) as book:
        assert book.verify() == ()
        assert [len(one.case.parcels) for one in book.case_files()] == [1, 2]
    output, lists = tmp_path / "期限.csv", tmp_path / "清单.xlsx"
    found = run("casedeadlines", CASEBOOK=imported, DAY="2023-05-16", OUTPUT=output, LISTS=lists)
    # 案1 was to be filed by 15 May, the receipt due ten working days after 27 April as well.
    assert (found["OVERDUE"], found["DUE"], found["WAITING"]) == (2, 1, 0)
    layer = QgsVectorLayer(str(output), "", "ogr")
    rows = [[one["case_number"], one["last_day"], one["state_code"]] for one in layer.getFeatures()]
    assert rows == [
        ["案1", "2023-05-15", "overdue"],
        ["案2", "2023-05-15", "overdue"],
        ["案2", "2023-05-24", "due"],
    ]
    assert len(load_workbook(lists).sheetnames) == 4


def test_without_a_day_it_is_today_and_without_outputs_it_counts(imported, numbers, table, run):
    run("recordcases", CASEBOOK=imported, INPUT=table(f"1,甲,{numbers[0]}_1,2023-04-27,,,"))
    found = run("casedeadlines", CASEBOOK=imported)
    assert found["OVERDUE"] == 1
    assert "OUTPUT" not in found


def test_a_wrong_row_stops_all(imported, numbers, table, run):
    rows = [f"1,甲,{numbers[0]}_1,2023-04-27,,,", f"2,乙,{numbers[1]}_1,昨天,,,"]
    with pytest.raises(QgsProcessingException, match="Row 3"):
        run("recordcases", CASEBOOK=imported, INPUT=table(*rows))
    with open_casebook(imported, "甲", read_only=True) as book:
        assert book.case_files() == []


def test_a_day_that_is_none_is_refused(imported, run):
    with pytest.raises(QgsProcessingException, match="is no date"):
        run("casedeadlines", CASEBOOK=imported, DAY="昨天")
