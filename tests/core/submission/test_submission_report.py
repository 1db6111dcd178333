"""Reports of findings: a sheet for people, JSON for programs, in the reader's language."""

from __future__ import annotations

import json

import openpyxl
import pytest

from tuban.core.errors import OutputError
from tuban.core.model import Finding, Severity
from tuban.core.submission import write_report
from tuban.core.text import text

FINDINGS = (
    Finding("photos-present", Severity.WARNING, text("There is no photo."), "371_1", "四（一）"),
    Finding("verdict-present", Severity.ERROR, text("Parcel {n}", n="=1"), "=371_2", "二（一）"),
)
CHINESE = {
    "Error": "错误",
    "Warning": "警告",
    "There is no photo.": "没有照片。",
    "Every parcel has a photo": "每个地块都有照片",
}


def chinese(template):
    return CHINESE.get(template, template)


def test_xlsx_has_errors_first_and_speaks_chinese(tmp_path):
    write_report(FINDINGS, tmp_path / "r.xlsx", chinese)
    ws = openpyxl.load_workbook(tmp_path / "r.xlsx").active
    rows = [[cell.value for cell in row] for row in ws.iter_rows(min_row=4)]
    assert [row[1] for row in rows] == ["错误", "警告"]
    assert rows[1][2:] == ["371_1", "没有照片。", "每个地块都有照片", "四（一）"]
    assert ws["C4"].value == "=371_2"
    assert ws["C4"].data_type == "s"
    assert "1" in ws["A2"].value


def test_json_is_for_programs(tmp_path):
    write_report(FINDINGS, tmp_path / "r.json", chinese)
    assert json.loads((tmp_path / "r.json").read_text("utf-8"))[1] == {
        "check": "photos-present",
        "severity": "warning",
        "subject": "371_1",
        "message": "没有照片。",
        "rule": "四（一）",
    }


def test_no_finding_is_a_report_too(tmp_path):
    write_report((), tmp_path / "r.xlsx", str)
    write_report((), tmp_path / "r.json", str)
    assert json.loads((tmp_path / "r.json").read_text("utf-8")) == []


def test_another_suffix_is_told(tmp_path):
    with pytest.raises(OutputError, match=r"r\.docx"):
        write_report(FINDINGS, tmp_path / "r.docx", str)
    assert list(tmp_path.iterdir()) == []
