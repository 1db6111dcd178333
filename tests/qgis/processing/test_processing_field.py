"""The algorithms of the field: checks from a table, sheets to print."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from osgeo import gdal, osr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsExifTools,
    QgsFeature,
    QgsPointXY,
    QgsProcessingException,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QImage

from tuban.core.casebook import open_casebook
from tuban.core.field import read_photo

PDFTOPPM = shutil.which("pdftoppm")
HEAD = "地块编号,核查人,核查日期,核查方式,现场描述"


@pytest.fixture
def table(tmp_path):
    def write(*lines: str):
        path = tmp_path / "核查.csv"
        path.write_text("\n".join([HEAD, *lines]), encoding="gbk")
        return path

    return write


@pytest.fixture
def imagery(tmp_path) -> Path:
    """Green land of 4 km around the patches, in zone 39."""
    path = tmp_path / "影像.tif"
    made = gdal.GetDriverByName("GTiff").Create(str(path), 40, 40, 3)
    made.SetGeoTransform((39_498_000, 100, 0, 4_032_000, 0, -100))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(4527)
    made.SetProjection(crs.ExportToWkt())
    for band, value in ((1, 40), (2, 160), (3, 60)):
        made.GetRasterBand(band).Fill(value)
    made = None
    return path


def page_of(pdf: Path) -> QImage:
    """The first page as a picture."""
    if PDFTOPPM is None:
        pytest.skip("pdftoppm is not installed")
    picture = pdf.with_suffix("")
    command = [PDFTOPPM, "-r", "50", "-png", "-singlefile", str(pdf), str(picture)]
    subprocess.run(command, check=True)
    page = QImage(f"{picture}.png")
    Path(f"{picture}.png").unlink()
    return page


def test_field_checks_from_a_csv_and_from_a_layer(imported, numbers, table, run):
    path = table(f"{numbers[0]}_1,虚构甲、虚构乙,20230414,实地,厂房", f"{numbers[1]}_1,,,,")
    results = run("recordfieldchecks", CASEBOOK=imported, INPUT=path, WHO="甲")
    assert (results["CHECKED"], results["SAME"], results["UNCHECKED"]) == (1, 0, 1)
    fields = "&".join(f"field={name}:string" for name in HEAD.split(","))
    layer = QgsVectorLayer(f"None?{fields}", "表", "memory")
    feature = QgsFeature(layer.fields())
    feature.setAttributes([f"{numbers[1]}_1", "虚构丙", "2023-04-15", "drone", None])
    layer.dataProvider().addFeature(feature)
    assert run("recordfieldchecks", CASEBOOK=imported, INPUT=layer, WHO="甲")["CHECKED"] == 1
    with open_casebook(imported, "甲", read_only=True) as book:
        first, second = (book.dossier(f"{number}_1").field_check for number in numbers)
    assert (first.checkers, first.checked_on) == (("虚构甲", "虚构乙"), "2023-04-14")
    assert (second.way, second.found) == ("drone", "")


def test_a_wrong_row_is_told_and_nothing_is_recorded(imported, numbers, table, run):
    path = table(f"{numbers[0]}_1,虚构甲,20230414,实地,", f"{numbers[1]}_1,虚构甲,昨天,实地,")
    with pytest.raises(QgsProcessingException, match="Row 3"):
        run("recordfieldchecks", CASEBOOK=imported, INPUT=path, WHO="甲")
    with open_casebook(imported, "甲", read_only=True) as book:
        assert book.dossier(f"{numbers[0]}_1").field_check is None


@pytest.fixture
def shots(tmp_path, photos):
    """``shots(name, east, north)``: a picture taken so many metres from the first patch's corner,
    with the position written by QGIS, not by Tuban."""
    to_lonlat = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4527"),
        QgsCoordinateReferenceSystem("EPSG:4490"),
        QgsProject.instance(),
    )

    def take(name: str, east: float, north: float) -> QgsPointXY:
        path = photos / name
        shutil.copy(photos / "别处.jpg", path)
        point = to_lonlat.transform(QgsPointXY(39_500_000 + east, 4_030_000 + north))
        assert QgsExifTools.geoTagImage(str(path), point)
        return point

    return take


def test_a_position_that_qgis_wrote_is_the_one_read(photos, shots):
    point = shots("IMG_7.jpg", 50, -12)
    facts = read_photo(photos / "IMG_7.jpg")
    assert (facts.lon_deg, facts.lat_deg) == pytest.approx((point.x(), point.y()), abs=1e-6)
    again, known = QgsExifTools.getGeoTag(str(photos / "IMG_7.jpg"))
    assert known
    assert (again.x(), again.y()) == pytest.approx((facts.lon_deg, facts.lat_deg), abs=1e-9)


def test_photos_are_matched_by_position_and_the_table_says_why(
    imported, numbers, photos, shots, tmp_path, run
):
    """One by its folder, one 12 m south of the first patch, one without a clue, one heic."""
    shots("IMG_7.jpg", 50, -12)
    (photos / "IMG_8.heic").write_bytes(b"x")
    out = tmp_path / "匹配.gpkg"
    given = {"CASEBOOK": imported, "FOLDER": photos, "MONTH": "2023-04", "WHO": "甲"}
    looked = run("attachphotos", ONLY_MATCH=True, OUTPUT=out, **given)
    assert (looked["ADDED"], looked["MATCHED"], looked["UNMATCHED"]) == (0, 2, 2)
    with open_casebook(imported, "甲", read_only=True) as book:
        assert book.dossier(f"{numbers[0]}_1").photos == ()
    rows = {one["file"]: one for one in QgsVectorLayer(str(out), "", "ogr").getFeatures()}
    by_place = rows["照 片/IMG_7.jpg"]
    assert (by_place["parcel_number"], by_place["state"]) == (f"{numbers[0]}_1", "matched")
    assert by_place["why"] == "taken 12 m from it, direction unknown"
    assert by_place["distance_m"] == pytest.approx(12, abs=0.1)
    assert rows[f"照 片/{numbers[0]}/远景.jpg"]["why"] == "named after it"
    assert rows["照 片/别处.jpg"]["state"] == "unsure"
    assert rows["IMG_8.heic"]["state"] == "unusable"
    assert run("attachphotos", OUTPUT=tmp_path / "2.gpkg", **given)["ADDED"] == 2
    again = run("attachphotos", OUTPUT=tmp_path / "3.gpkg", **given)
    assert (again["ADDED"], again["MATCHED"]) == (0, 2)
    states = [
        one["state"] for one in QgsVectorLayer(str(tmp_path / "3.gpkg"), "", "ogr").getFeatures()
    ]
    assert sorted(states) == ["there", "there", "unsure", "unusable"]


def test_a_sheet_for_each_parcel(imported, numbers, base, table, photos, imagery, tmp_path, run):
    run("overlayareas", CASEBOOK=imported, FOLDER=base, WHO="甲")
    run("attachphotos", CASEBOOK=imported, FOLDER=photos, WHO="甲")
    path = table(f"{numbers[0]}_1,虚构甲、虚构乙,20230414,实地,[% 1/0 %] 厂房")
    run("recordfieldchecks", CASEBOOK=imported, INPUT=path, WHO="甲")
    out = tmp_path / "表 '1'"
    out.mkdir()
    given = {"CASEBOOK": imported, "MONTH": "2023-04", "FOLDER": out}
    assert run("fieldsheets", BEFORE=imagery, AFTER=imagery, **given)["SHEETS"] == 2
    sheets = sorted(out.iterdir())
    assert [one.name for one in sheets] == [f"{number}_1.pdf" for number in numbers]
    assert all(one.read_bytes().startswith(b"%PDF") for one in sheets)
    page = page_of(sheets[0])
    assert page.height() > page.width(), "upright"
    # The imagery is green; half of the page's map on the left has to be.
    middle = page.pixelColor(int(page.width() * 0.15), int(page.height() * 0.15))
    assert middle.green() > middle.red() + 50
    one = run("fieldsheets", PARCEL=f"{numbers[1]}_1", **given)
    assert one["SHEETS"] == 1
    assert run("fieldsheets", **{**given, "MONTH": "2022-01"})["SHEETS"] == 0


def test_a_folder_that_is_not_there_is_told(imported, tmp_path, run):
    with pytest.raises(QgsProcessingException, match="no folder"):
        run("fieldsheets", CASEBOOK=imported, MONTH="2023-04", FOLDER=tmp_path / "没有")
