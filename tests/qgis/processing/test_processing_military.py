"""One test that tries every way out: nothing of a military patch is in what any of them writes."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsVectorLayer

from tuban.core.casebook import events, open_casebook
from tuban.core.casefile import Case, CaseStep, Filing
from tuban.core.model import Photo
from tuban.core.plan import load_plan
from tuban.maps.photo_layer import photo_features

MONTH = "2023-04"
# What takes things in, records, or compares given layers without a casebook: no way out.
INWARD = {
    "checkpackage",
    "createcasebook",
    "importinspections",
    "importpatches",
    "importrectification",
    "mergework",
    "readfeedback",
    "readpackage",
    "recordcases",
    "recordevidence",
    "recordfieldchecks",
    "recordverdicts",
    "revokecertificates",
    "splitparcels",
    "verifycasebook",
    "verifycertificate",
}
# The x of the second square (conftest.py) as it may be written: with zone prefix, without it, and
# in degrees: 500 to 600 m east of 117° at 36.4°N, 1° of longitude there being 89 640 m; likewise
# the first square, 0 to 100 m.
SPANS = ((39_500_499.9, 39_500_600.1), (500_499.9, 500_600.1), (117.00557, 117.00670))
OTHER_SPANS = ((39_499_999.9, 39_500_100.1), (499_999.9, 500_100.1), (116.99999, 117.00112))
# Feedback needs a city's casebook; what it lets out is tried in tests/core/exchange.
BETWEEN_CASEBOOKS = {"writefeedback"}
WITHOUT_A_CASEBOOK = {"overlay", "coverage", "threshold"}
# Its output is pictures of places; that it asks for none round military land is tried in
# test_processing_imagery.py.
PICTURES = {"prepareimagery"}


@pytest.fixture
def month(imported, base, numbers, verdicts, tmp_path, run) -> Path:
    """Two patches laid over the base layers, visited and judged; the second one military."""
    run("overlayareas", CASEBOOK=imported, FOLDER=base, WHO="甲")
    rows = [f"{numbers[0]}_1,其他,,虚构,,,,,,", f"{numbers[1]}_1,军用土地,,,,,,,,"]
    run("recordverdicts", CASEBOOK=imported, INPUT=verdicts(*rows), WHO="甲")
    visited = tmp_path / "核查.csv"
    lines = [f"{number}_1,虚构甲、虚构乙,2023-04-14,实地" for number in numbers]
    visited.write_text("\n".join(["地块编号,核查人,核查日期,核查方式", *lines]), encoding="utf-8")
    run("recordfieldchecks", CASEBOOK=imported, INPUT=visited, WHO="甲")
    with open_casebook(imported, "甲") as book:
        shot = Photo(
            f"{numbers[1]}_1", "x/y.jpg", "ab" * 32, 9, None, 115.5, 36.4, 1.0, "军用近景.jpg"
        )
        changes = [events.photo_attached(shot)]
        for number in numbers:
            case = Case(f"案{number}", "虚构", "", (f"{number}_1",))
            checked = Filing({"checked": CaseStep("2023-04-27")})
            changes.append(events.case_changed(case, None))
            changes.append(events.case_filed(case.number, checked, Filing()))
        book.record(changes)
    return imported


def outward(casebook: Path, base: Path, photos: Path, ledger: Path, out: Path) -> dict:
    """Every algorithm that lets something out, with what it needs."""
    return {
        "attachphotos": {"FOLDER": photos, "OUTPUT": out / "照片.gpkg", "WHO": "甲"},
        "overlayareas": {"FOLDER": base, "OUTPUT": out / "套合.gpkg", "WHO": "甲"},
        "proposals": {"MONTH": MONTH, "OUTPUT": out / "建议.gpkg"},
        "mustvisit": {"MONTH": MONTH, "FOLDER": out},
        "fieldsheets": {"MONTH": MONTH, "FOLDER": out},
        "dossiers": {"MONTH": MONTH, "FOLDER": out},
        # Those of military land that had one before are tried in test_processing_certificates.py.
        "certificates": {"MONTH": MONTH, "FOLDER": out},
        "linkearlier": {"INPUT": ledger, "OUTPUT": out / "往期.gpkg", "WHO": "甲"},
        "casedeadlines": {
            "DAY": "2023-06-01",
            "OUTPUT": out / "期限.gpkg",
            "LISTS": out / "案.xlsx",
        },
        "checkrectification": {
            "DAY": "2023-06-01",
            "REPORT": out / "整改.xlsx",
            "OUTPUT": out / "整改.gpkg",
        },
        "rectification": {"OUTPUT": out / "整改.gpkg"},
        "checksubmission": {
            "MONTH": MONTH,
            "REPORT": out / "报告.xlsx",
            "OUTPUT": out / "结果.gpkg",
        },
        "exportsubmission": {"MONTH": MONTH, "FOLDER": out, "WHO": "甲"},
        "supervisionsheets": {"MONTH": MONTH, "SHEETS": out / "填报.xlsx"},
        "compareexport": {
            "MONTH": MONTH,
            "EXPORT": ledger.with_name("导出.csv"),
            "DIFFERENCES": out / "比对.xlsx",
        },
        "formtemplates": {"FOLDER": out},
        # The first brings the case that the others tell of.
        "importledger": {"INPUT": ledger, "OUTPUT": out / "旧案.gpkg", "WHO": "甲"},
        "ledger": {
            "OUTPUT": out / "台账.gpkg",
            "WORKBOOK": out / "台账.xlsx",
            "AGES": out / "账龄.xlsx",
        },
        "freezelist": {"OUTPUT": out / "冻结.gpkg", "WORKBOOK": out / "冻结.xlsx"},
        "rechecks": {"OUTPUT": out / "复核.gpkg"},
        "accountabilitydossier": {"FILE": out / "问责.zip", "WHO": "甲"},
        "overview": {"MONTH": MONTH, "OUTPUT": out / "总览.html"},
        "bulletin": {"MONTH": MONTH, "FOLDER": out / "文稿"},
        "report": {"FOLDER": out / "文稿"},
        "warningnotice": {"MONTH": MONTH, "UNIT": "379901", "FOLDER": out / "文稿"},
        "progress": {"MONTH": MONTH, "OUTPUT": out / "进度.gpkg", "WORKBOOK": out / "进度.xlsx"},
        "statistics": {
            "MONTH": MONTH,
            "NUMBERS": True,
            "OUTPUT": out / "统计.gpkg",
            "WORKBOOK": out / "统计.xlsx",
        },
        "ratio": {
            "MONTH": MONTH,
            "NUMBERS": True,
            "OUTPUT": out / "比例.gpkg",
            "WORKBOOK": out / "比例.xlsx",
        },
        "signs": {"MONTH": MONTH, "OUTPUT": out / "疑点.gpkg"},
        "spotcheck": {
            "MONTH": MONTH,
            "SEED": "虚构",
            "PERCENT": 100,
            "OUTPUT": out / "抽查.gpkg",
            "WHO": "甲",
        },
        "splitwork": {"MONTH": MONTH, "PEOPLE": "甲", "FOLDER": out, "WHO": "甲"},
    }


def test_no_way_out_lets_a_military_patch_through(
    month, base, numbers, photos, tmp_path, run, feedback, leaks
):
    out = tmp_path / "出"
    (out / "文稿").mkdir(parents=True)
    shutil.copy(photos / "别处.jpg", photos / f"{numbers[1]}.jpg")
    ledger = tmp_path / "旧台账.csv"
    rows = [f"{number},违法,2022-11-02" for number in numbers]
    ledger.write_text("\n".join(["图斑编号,判定类型,核查日期", *rows]), encoding="utf-8")
    exported = [f"{number}_1,,审核结束,合法" for number in numbers]
    lines = ["图斑编号,图斑状态,拆分状态,核实认定意见", *exported]
    ledger.with_name("导出.csv").write_text("\n".join(lines), encoding="utf-8")
    ways = outward(month, base, photos, ledger, out)
    there = {
        one.name() for one in QgsApplication.processingRegistry().providerById("tuban").algorithms()
    }
    elsewhere = INWARD | WITHOUT_A_CASEBOOK | PICTURES | BETWEEN_CASEBOOKS
    assert there - elsewhere == set(ways), "a new way out has to be tried here"
    for name, given in ways.items():
        results = run(name, feedback, CASEBOOK=month, **given)
        assert not any(numbers[1] in str(value) for value in results.values()), name
    assert not any(numbers[1] in line for line in feedback.lines), "nor the log"
    assert any("1 photos may show military land" in line for line in feedback.lines)
    written = sorted(path for path in out.rglob("*") if path.is_file())
    assert len(written) >= 8
    for path in written:
        assert numbers[1] not in path.name
        assert leaks(path, numbers[1], *SPANS) == []
    sheets = sorted(path.stem for path in out.glob("*.pdf"))
    assert sheets == [f"{numbers[0]}_1", f"{numbers[0]}_1_档案"]
    for path in out.glob("*.gpkg"):
        for text in texts_in(path):
            assert numbers[1] not in text, path.name
    # The search finds what is there: the first patch's number and place leave by most ways.
    betrayed = {path.suffix for path in written if leaks(path, numbers[0], *OTHER_SPANS)}
    assert {".gpkg", ".xlsx", ".zip"} <= betrayed
    layer = QgsVectorLayer(str(out / "套合.gpkg"), "", "ogr")
    assert [row["patch_number"] for row in layer.getFeatures()] == [numbers[0]]


def texts_in(path: Path) -> list:
    connection = sqlite3.connect(path)
    names = [
        row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")
    ]
    found = []
    for name in names:
        if not name.startswith("rtree_"):
            for row in connection.execute(f'SELECT * FROM "{name}"'):
                found += [value for value in row if isinstance(value, str)]
    connection.close()
    return found


def test_no_arrow_shows_where_its_photos_were_taken(month):
    plan = load_plan("liaocheng-2023")
    with open_casebook(month, "甲", read_only=True) as book:
        assert list(photo_features(book.dossiers(MONTH), plan)) == []
