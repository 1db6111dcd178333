"""Certificates as algorithms: issued, written, decoded from the page, verified."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from accepted_land import city_book, numbers, photo, put_right
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingException,
    QgsProject,
    QgsRasterLayer,
    QgsReadWriteContext,
)

from tuban.core.casebook import events, open_casebook, saying
from tuban.core.certificates.issuing import revoke
from tuban.core.model import Verdict, VerdictLevel
from tuban.core.plan import load_plan
from tuban.maps.certificate_sheet import newest
from tuban.maps.sheet_template import CERTIFICATE, LAYOUTS, SheetTemplate

PLAN = load_plan("liaocheng-2023")
A, B, C = numbers(3)
FIRST = "聊拆复证〔2023〕0001号"
PDFTOPPM, PDFTOTEXT = shutil.which("pdftoppm"), shutil.which("pdftotext")


@pytest.fixture
def city(tmp_path) -> Path:
    path = tmp_path / "市 台账.gpkg"
    with city_book(path, PLAN) as book:
        put_right(book, PLAN, [A, B])
        changes = [
            photo(A, name, stage, "南侧") for name, stage in (("前", "before"), ("后", "after"))
        ]
        book.record([events.photo_attached(one) for one in changes])
    return path


@pytest.fixture
def out(tmp_path) -> Path:
    folder = tmp_path / "证 明"
    folder.mkdir()
    return folder


def issue_all(run, city, out, **more):
    given = {"MONTH": "2023-04", "FOLDER": out, "ISSUE": True, "DAY": "2023-9-26", "WHO": "丙"}
    return run("certificates", CASEBOOK=city, **{**given, **more})


def words_of(pdf: Path) -> str:
    done = subprocess.run([PDFTOTEXT, "-raw", str(pdf), "-"], check=True, capture_output=True)
    return "".join(done.stdout.decode("utf-8").split())


def test_accepted_parcels_get_certificates_and_pages(city, out, run, feedback):
    results = issue_all(run, city, out)
    assert (results["ISSUED"], results["CERTIFICATES"], results["LEFT_OUT"]) == (2, 2, 0)
    assert sorted(path.name for path in out.iterdir()) == [
        f"{A}_{FIRST}.pdf",
        f"{B}_聊拆复证〔2023〕0002号.pdf",
    ]
    again = issue_all(run, city, out)
    assert (again["ISSUED"], again["CERTIFICATES"]) == (0, 2)
    with open_casebook(city, "x", read_only=True) as book:
        assert book.verify() == ()


@pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext is not installed")
def test_the_page_says_what_is_certified_and_whose_form_it_is(city, out, run):
    issue_all(run, city, out, NUMBERS=A)
    words = words_of(out / f"{A}_{FIRST}.pdf")
    said = ("拆除复耕到位证明", FIRST, A, "8.80亩", "2023年9月26日", "虚构申〔2023〕3号", "丙、丁")
    for one in (*said, "Tuban默认，非官方", "站点南侧", "14.90", "8.85"):
        assert one in words, one
    assert "已撤销" not in words


@pytest.mark.skipif(PDFTOPPM is None, reason="pdftoppm is not installed")
def test_the_code_is_read_from_the_printed_page_and_verified(city, out, run):
    decoder = pytest.importorskip("zxingcpp")
    image = pytest.importorskip("PIL.Image")
    issue_all(run, city, out, NUMBERS=A)
    page = out / "page"
    pdf = out / f"{A}_{FIRST}.pdf"
    subprocess.run([PDFTOPPM, "-r", "100", "-l", "1", "-png", "-singlefile", pdf, page], check=True)
    (found,) = decoder.read_barcodes(image.open(page.with_suffix(".png")))
    assert found.text.split("|")[:4] == ["TUBAN1", FIRST, A, "2023-09-26"]
    results = run("verifycertificate", CASEBOOK=city, TEXT=found.text)
    assert (results["GENUINE"], results["OUTCOME"], results["PARCEL"]) == (True, "genuine", A)
    forged = run("verifycertificate", CASEBOOK=city, TEXT=found.text.replace("09-26", "09-27"))
    assert (forged["GENUINE"], forged["OUTCOME"]) == (False, "differs")


@pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext is not installed")
def test_a_revoked_one_is_written_when_it_is_asked_for_and_says_so(city, out, run):
    issue_all(run, city, out, NUMBERS=A)
    with open_casebook(city, "戊") as book:
        day = book.dossier(A).put_right.certificates[0].issued_on
        revoke(book, PLAN, FIRST, "面积有误", date.fromisoformat(day), "戊")
    for path in out.iterdir():
        path.unlink()
    run("certificates", CASEBOOK=city, MONTH="2023-04", FOLDER=out)
    assert list(out.iterdir()) == []
    run("certificates", CASEBOOK=city, MONTH="2023-04", FOLDER=out, NUMBERS=FIRST)
    (pdf,) = out.iterdir()
    words = words_of(pdf)
    assert words.count("已撤销") == 2 and words.count("2023-09-26撤销：面积有误") == 2


def test_what_changed_since_is_not_written_and_told(city, out, run, feedback):
    issue_all(run, city, out, NUMBERS=A)
    with open_casebook(city, "甲") as book:
        book.record([events.photo_detached(book.dossier(A).photos[0])])
    for path in out.iterdir():
        path.unlink()
    given = {"MONTH": "2023-04", "FOLDER": out, "NUMBERS": A}
    results = run("certificates", feedback, CASEBOOK=city, **given)
    assert (results["CERTIFICATES"], results["LEFT_OUT"]) == (0, 1)
    assert any(FIRST in line and "Facts changed since" in line for line in feedback.lines)


def test_military_land_has_none_even_if_it_had_one(city, out, run, feedback, leaks):
    issue_all(run, city, out)
    for path in out.iterdir():
        path.unlink()
    with open_casebook(city, "甲") as book:
        military = next(one.code for one in PLAN.categories if one.military)
        verdict = Verdict(A, VerdictLevel.CITY, military, "", "", PLAN.id, PLAN.sha256)
        book.record([events.verdict_given(verdict, None)])
    given = {"MONTH": "2023-04", "FOLDER": out, "REVOKED": True, "ISSUE": True}
    results = run("certificates", feedback, CASEBOOK=city, **given)
    assert [path.name[: len(B)] for path in out.iterdir()] == [B]
    verified = run("verifycertificate", feedback, CASEBOOK=city, TEXT=FIRST)
    assert verified["OUTCOME"] == "withheld"
    for told in (results, verified):
        assert not any(A in str(value) for value in told.values())
    assert not any(A in line for line in feedback.lines)


def test_a_number_that_is_none_of_the_month_is_refused(city, out, run):
    with pytest.raises(QgsProcessingException, match="neither a certificate nor"):
        issue_all(run, city, out, NUMBERS=f"{A}，{C}")
    assert list(out.iterdir()) == []


def test_cancelled_nothing_is_issued(city, out, run, cancelled):
    with pytest.raises(QgsProcessingException, match="Stopped"):
        run("certificates", cancelled, CASEBOOK=city, MONTH="2023-04", FOLDER=out, ISSUE=True)
    assert list(out.iterdir()) == []
    with open_casebook(city, "x", read_only=True) as book:
        assert book.certificates() == {}


@pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext is not installed")
def test_words_that_need_more_room_become_smaller_not_fewer(city, out, run):
    with open_casebook(city, "丙") as book:
        shown = book.dossier(A)
        (seen,) = shown.put_right.acceptances
        long = "".join(f"第{at}处已清理。" for at in range(120))
        book.record(saying.accepted(shown, [replace(seen, note=long)]))
    issue_all(run, city, out, NUMBERS=A)
    words = words_of(out / f"{A}_{FIRST}.pdf")
    # The caption beside them stands between two of the lines.
    assert sum(f"第{at}处已清理" in words for at in range(120)) >= 119
    assert "第119处已清理" in words


@pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext is not installed")
def test_the_offices_own_form_shows_what_it_asks_for(city, out, run, tmp_path):
    layout = SheetTemplate(LAYOUTS / CERTIFICATE).layout(QgsProject.instance())
    for name in ("map_before", "map_now", "table_areas", "qr", "sentence", "photo_after_1"):
        layout.removeLayoutItem(layout.itemById(name))
    layout.itemById("title").setText("本单位的证明 [% @tuban_number %]")
    own = tmp_path / "本单位.qpt"
    layout.saveAsTemplate(str(own), QgsReadWriteContext())
    issue_all(run, city, out, NUMBERS=A, TEMPLATE=own)
    words = words_of(out / f"{A}_{FIRST}.pdf")
    assert f"本单位的证明{FIRST}" in words and "复耕到位" not in words
    with open_casebook(city, "丙") as book:
        revoke(book, PLAN, FIRST, "有误", date(2023, 9, 27), "丙")
    run("certificates", CASEBOOK=city, MONTH="2023-04", FOLDER=out, NUMBERS=FIRST, TEMPLATE=own)
    assert words_of(out / f"{A}_{FIRST}.pdf").count("已撤销") == 2


def picture(folder: Path, name: str) -> QgsRasterLayer:
    """A grey picture of the first parcel's place."""
    path = folder / f"{name}.tif"
    made = gdal.GetDriverByName("GTiff").Create(str(path), 8, 8, 1)
    made.SetGeoTransform((115.2, 0.001, 0, 36.41, 0, -0.001))
    made.SetProjection(QgsCoordinateReferenceSystem("EPSG:4490").toWkt())
    made.GetRasterBand(1).Fill(120)
    made = None
    return QgsRasterLayer(str(path), name)


def test_the_picture_of_now_is_the_newest_after_those_of_the_patch(
    city, tmp_path, qgis_new_project
):
    project = QgsProject.instance()
    names = ("前时相_20230101", "后时相_20230410", "核验_20230930", "复查_20230701")
    before, after, newer, older = (picture(tmp_path, name) for name in names)
    project.addMapLayers([before, after, newer, older])
    with open_casebook(city, "x", read_only=True) as book:
        patch = replace(book.dossier(A).patch, before_date="2023-01-01", after_date="2023-04-08")
    assert newest(project, patch, (before, after)) is newer
    project.removeMapLayers([newer.id(), older.id()])
    assert newest(project, patch, (before, after)) is None


def test_certificates_are_revoked_for_one_reason_and_only_once(city, out, run, feedback):
    issue_all(run, city, out)
    typed = "聊拆复证[2023]1号，聊拆复证〔2023〕0002号"
    given = {
        "CASEBOOK": city,
        "NUMBERS": typed,
        "WHY": "面积有误",
        "DAY": "2023-10-08",
        "WHO": "丙",
    }
    done = run("revokecertificates", **given)
    assert (done["REVOKED"], done["ALREADY"]) == (2, 0)
    again = run("revokecertificates", feedback, **{**given, "WHY": "另一个原因"})
    assert (again["REVOKED"], again["ALREADY"]) == (0, 2)
    assert any("0001号" in line and "2023-10-08" in line for line in feedback.lines)
    with open_casebook(city, "x", read_only=True) as book:
        every = [one for several in book.certificates().values() for one in several]
        said = {(one.revoked_on, one.revoked_by, one.revoked_why) for one in every}
        assert (said, book.verify()) == ({("2023-10-08", "丙", "面积有误")}, ())


def test_one_wrong_number_or_no_reason_revokes_nothing(city, out, run):
    issue_all(run, city, out)
    for numbers_typed, why, told in (
        (f"{FIRST},聊拆复证〔2023〕0009号", "错", "There is no certificate"),
        (FIRST, "  ", "why"),
    ):
        with pytest.raises(QgsProcessingException, match=told):
            run("revokecertificates", CASEBOOK=city, NUMBERS=numbers_typed, WHY=why, WHO="丙")
    with open_casebook(city, "x", read_only=True) as book:
        assert not any(one.revoked_on for each in book.certificates().values() for one in each)
