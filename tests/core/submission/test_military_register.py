"""The register of military land: four facts of each patch, and nothing else of it."""

from __future__ import annotations

import json
import zipfile
from dataclasses import fields, replace

import openpyxl
import pytest

from tuban.core.errors import OutputError, PlanError
from tuban.core.model import PatchKind
from tuban.core.plan import load_plan
from tuban.core.plan.plan import PLANS
from tuban.core.submission import check_month, write_report
from tuban.core.submission.military_register import Entry, military_entries, write_register

MONTH = "2023-04"


@pytest.fixture
def marked(book):
    """The second patch judged military; the fourth issued with a marker word."""
    book.judge(1, "military", "")
    book.change_patch(3, remark="军用")
    return book


def test_one_entry_for_each_military_patch(marked, plan):
    entries = military_entries(marked, plan, MONTH)
    assert [one.number for one in entries] == [marked.land[1].number, marked.land[3].number]
    assert {field.name for field in fields(Entry)} == {"number", "county", "area_mu", "month"}
    first = entries[0]
    assert (first.county, first.month) == ("虚构县", MONTH)
    # By hand: 0.001° × 0.001° at 36.4°N are 9 948.21 m², × 0.0015 = 14.92 mu.
    assert str(first.area_mu) == f"{float(marked.land[1].area_m2) * 0.0015:.2f}"


def test_mineral_patches_are_in_it(book, plan, build):
    mine = replace(build.make_patch(9), kind=PatchKind.MINERAL, remark="军用")
    book.minerals.append(mine)
    assert [one.number for one in military_entries(book, plan, MONTH)] == [mine.number]


def test_it_prints_alone_and_says_how_it_is_delivered(marked, plan, out):
    path = out / "军用土地登记表.xlsx"
    write_register(marked, plan, MONTH, path)
    sheet = openpyxl.load_workbook(path).active
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    texts = [str(value) for row in cells for value in row if value is not None]
    assert "虚构县2023年4月军用土地登记表" in texts
    assert any("机要" in one for one in texts)
    assert any("Tuban 默认表式" in one for one in texts)
    assert marked.land[1].number in texts and marked.land[3].number in texts
    assert marked.land[0].number not in texts
    assert not any("115.9" in one for one in texts), "no place"
    assert len(openpyxl.load_workbook(path).sheetnames) == 1


def test_an_empty_month_and_a_bad_folder(book, plan, out):
    assert military_entries(book, plan, MONTH) == []
    with pytest.raises(OutputError):
        write_register(book, plan, MONTH, out / "没有" / "表.xlsx")


def test_a_plan_without_the_register_is_refused_by_name(book, tmp_path):
    import shutil

    shutil.copytree(PLANS / "liaocheng-2023", tmp_path / "liaocheng-2023")
    path = tmp_path / "liaocheng-2023" / "military.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    del content["register"]["headings"]["county"]
    path.write_text(json.dumps(content), encoding="utf-8")
    plan = load_plan("liaocheng-2023", tmp_path)
    with pytest.raises(PlanError, match=r"military.json, key register.headings"):
        write_register(book, plan, MONTH, tmp_path / "a.xlsx")


@pytest.mark.parametrize("suffix", [".xlsx", ".json"])
def test_reports_of_the_checks_do_not_name_military_land(marked, plan, out, suffix):
    findings = check_month(marked, plan, MONTH)
    numbers = [marked.land[1].number, marked.land[3].number]
    assert any(one.subject in numbers for one in findings), "the person at the desk is told"
    path = out / f"报告{suffix}"
    write_report(findings, path, lambda template: template)
    if suffix == ".xlsx":
        with zipfile.ZipFile(path) as archive:
            content = b"".join(archive.read(name) for name in archive.namelist())
    else:
        content = path.read_bytes()
    assert b"Military land: 2 patches" in content
    assert not any(number.encode() in content for number in numbers)
