"""The package as other programs read it: GDAL, openpyxl, zipfile, hashlib; never our reader."""

from __future__ import annotations

import errno
import hashlib
import io
import json
import os
import shutil
import signal
import subprocess
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from osgeo import gdal, ogr

from tuban.core.errors import (
    CasebookBusy,
    CasebookReadOnly,
    OutputError,
    SubmissionRefused,
    UnreadableFile,
    UnsafeArchive,
)
from tuban.core.exchange.secret import Secret
from tuban.core.files import number_of
from tuban.core.submission import package as package_module
from tuban.core.submission import read_package, write_package
from tuban.core.submission.texts import shortened
from tuban.core.text import text

MONTH = "2023-04"
TODAY = date(2023, 4, 21)


def english(template):
    return template


def write(book, plan, out, **options):
    return write_package(book, plan, MONTH, out, english, today=TODAY, **options)


def members(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def unpacked(book, plan, out, tmp_path):
    """A package with every awkward text in it, unpacked by zipfile."""
    book.change_patch(0, remark="=1+1")
    book.change_patch(1, remark="注" * 300)
    book.change_patch(2, remark="𠮷田")
    book.judge(3, reason="-2 亩已拆除")
    package = write(book, plan, out)
    folder = tmp_path / "unpacked"
    with zipfile.ZipFile(package.path) as archive:
        archive.extractall(folder)
    return folder


def test_members_and_name(book, plan, out):
    package = write(book, plan, out)
    assert package.path.name == "卫片执法月清_虚构县_2023-04.zip"
    names = set(members(package.path))
    for suffix in ("shp", "shx", "dbf", "prj", "cpg"):
        assert {f"vector/TB.{suffix}", f"vector/DK.{suffix}"} <= names
    assert "表/图斑核查表.xlsx" in names
    assert "照片/37159904000000_1/01.jpg" in names
    assert os.listdir(out) == [package.path.name]
    assert (package.patch_count, package.parcel_count, package.photo_count) == (4, 4, 8)


def test_a_number_that_no_folder_can_be_called_goes_unchanged_into_the_forms(book, plan, out):
    patch = replace(book.files[0].patch, number="371599/04:1")
    book.land[0] = patch
    book.files[0] = replace(book.files[0], patch=patch)
    book.change_parcel(0, number="371599/04:1_1", patch_number=patch.number)
    verdict = replace(book.files[0].county_verdict, parcel_number="371599/04:1_1")
    book.change(0, verdicts={verdict.level: verdict})
    package = write(book, plan, out)
    names = set(members(package.path))
    assert "照片/371599%2F04%3A1_1/01.jpg" in names
    assert number_of("371599%2F04%3A1_1") == "371599/04:1_1"
    dbf = f"/vsizip/{package.path}/vector/DK.shp"
    layer = ogr.Open(dbf)
    assert "371599/04:1_1" in {feature["DKBH"] for feature in layer.GetLayer(0)}
    assert read_package(package.path)


def test_chinese_member_names_carry_the_utf8_flag(book, plan, out):
    with zipfile.ZipFile(write(book, plan, out).path) as archive:
        for info in archive.infolist():
            assert bool(info.flag_bits & 0x800) is (not info.filename.isascii())


def test_manifest_lists_every_member_with_its_hash(book, plan, out):
    package = write(book, plan, out)
    content = members(package.path)
    manifest = json.loads(content.pop("manifest.json"))
    listed = {one["name"]: (one["size"], one["sha256"]) for one in manifest["members"]}
    assert listed == {
        name: (len(data), hashlib.sha256(data).hexdigest()) for name, data in content.items()
    }
    head = book.newest_besides("submission.exported")
    assert manifest["journal"] == {"seq": head.seq, "hash": head.hash, "at": book.at}
    assert manifest["counts"] == {"patches": 4, "parcels": 4, "photos": 8}
    assert manifest["plan"]["sha256"] == plan.sha256
    assert "不是官方" in manifest["note"]
    assert package.sha256 == hashlib.sha256(package.path.read_bytes()).hexdigest()


def test_text_is_gbk_though_qgis_has_switched_translation_off(book, plan, out):
    gdal.SetConfigOption("SHAPE_ENCODING", "")
    try:
        path = write(book, plan, out).path
        content = read_package(path)
    finally:
        gdal.SetConfigOption("SHAPE_ENCODING", None)
    assert "违法".encode("gbk") in members(path)["vector/DK.dbf"]
    assert {row["PDLXMC"] for row in content.layers["vector/DK"].rows} >= {"违法"}


def test_shapefiles_by_gdal(unpacked, plan):
    source = ogr.Open(str(unpacked / "vector" / "DK.shp"))
    layer = source.GetLayer(0)
    assert layer.GetFeatureCount() == 4
    assert layer.GetSpatialRef().GetName() == "China Geodetic Coordinate System 2000"
    definition = layer.GetLayerDefn()
    names = [definition.GetFieldDefn(at).GetName() for at in range(definition.GetFieldCount())]
    assert all(name.isascii() and len(name) <= 10 for name in names)
    first = layer.GetNextFeature()
    assert first["DKBH"] == "37159904000000_1"
    assert first["PDLXMC"] == "违法"
    assert first["SFDPF"] == "否"
    assert first["GDMJ"] == 10.0
    assert first.IsFieldNull("CZMJ")
    assert first["SPQK"] == "土地供应 371599-2022-0007 1.20%"
    assert first.GetGeometryRef().GetEnvelope() == pytest.approx(
        (115.9, 115.901, 36.4, 36.401), abs=1e-12
    )


def test_dbf_is_gbk_with_language_id_and_a_fixed_day(unpacked):
    assert (unpacked / "vector" / "TB.cpg").read_bytes() == b"GBK"
    dbf = (unpacked / "vector" / "TB.dbf").read_bytes()
    assert dbf[1:4] == bytes([2023 - 1900, 4, 20])
    assert dbf[29] == 0x4D
    assert "新增非农建设类".encode("gbk") in dbf
    assert "CGCS2000" in (unpacked / "vector" / "TB.prj").read_text("ascii")


def test_issued_texts_are_cut_between_characters_in_the_dbf_only(unpacked):
    import openpyxl

    source = ogr.Open(str(unpacked / "vector" / "TB.shp"))
    remarks = [feature["BZ"] for feature in source.GetLayer(0)]
    assert remarks == ["=1+1", "注" * 127, "〓田", None]
    sheet = openpyxl.load_workbook(unpacked / "表" / "图斑核查表.xlsx").active
    assert [sheet.cell(row, 14).value for row in range(5, 9)] == ["=1+1", "注" * 300, "𠮷田", None]
    assert sheet["N5"].data_type == "s"
    assert sheet["N5"].quotePrefix


@pytest.mark.parametrize(
    ("remark", "kept"),
    [
        ("x" * 253 + " " + "y" * 9, "x" * 253),  # cut right behind a blank
        (" 两端空格 ", "两端空格"),
        ("   ", None),
        ("前\0后", "前〓后"),
        ("两行\n一\t格", "两行\n一\t格"),
        ("注" * 40000, "注" * 127),
    ],
)
def test_a_dbf_keeps_no_blanks_at_the_ends(book, plan, out, tmp_path, remark, kept):
    book.change_patch(1, remark=remark)
    package = write(book, plan, out)
    with zipfile.ZipFile(package.path) as archive:
        archive.extractall(tmp_path / "unpacked")
    dataset = ogr.Open(str(tmp_path / "unpacked" / "vector" / "TB.shp"))
    assert dataset.GetLayer(0).GetFeature(1)["BZ"] == kept


def test_a_reason_with_blanks_around_it(book, plan, out):
    book.judge(1, reason=" 现场为新建厂房 ")
    assert write(book, plan, out).parcel_count == 4


def test_forms_by_openpyxl(unpacked):
    import openpyxl

    sheet = openpyxl.load_workbook(unpacked / "表" / "地块判定表.xlsx").active
    assert sheet["A1"].value == "虚构县2023年4月土地卫片执法地块合法性判定表"
    assert sheet["B5"].value == "37159904000000_1"
    assert (sheet["B5"].data_type, sheet["B5"].number_format) == ("s", "@")
    assert (sheet["E5"].value, sheet["E5"].number_format) == (10, "0.00_ ")
    assert sheet["L5"].value == "—"
    assert sheet["O8"].value == "-2 亩已拆除"
    texts = [cell.value for row in sheet.iter_rows(min_row=9) for cell in row if cell.value]
    assert any("非官方" in one for one in texts)
    assert any("填表人" in one for one in texts)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_forms_by_libreoffice(unpacked, plan, tmp_path):
    forms = sorted((unpacked / "表").glob("*.xlsx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76",
    ]
    subprocess.run(
        [*command, "--outdir", tmp_path / "csv", *forms], check=True, capture_output=True
    )
    texts = {one.stem: one.read_text(encoding="utf-8") for one in (tmp_path / "csv").iterdir()}
    assert set(texts) == {form.stem for form in forms}
    checked = texts["图斑核查表"]
    assert "37159904000003" in checked
    assert "=1+1" in checked
    assert "#" not in "".join(texts.values())


def test_summary_adds_up(unpacked, book):
    import openpyxl

    sheet = openpyxl.load_workbook(unpacked / "表" / "月清汇总表.xlsx").active
    rows = {
        (row[0].value, row[1].value): [cell.value for cell in row[2:]]
        for row in sheet.iter_rows(min_row=5)
    }
    total = float(sum(one.figures.area_mu for one in book.files))
    assert rows["合计", None] == [4, pytest.approx(total), 40, 0, 0]
    assert rows["新增非农建设类", "违法"][0] == 1
    assert rows["新增非农建设类", "小计"][0] == 1


def test_same_record_gives_the_same_bytes(book, plan, out):
    first = write(book, plan, out).path.read_bytes()
    assert book.recorded
    second = write_package(book, plan, MONTH, out, english, today=date(2023, 6, 1))
    assert second.path.read_bytes() == first


def test_a_later_change_gives_other_bytes(book, plan, out):
    first = write(book, plan, out).sha256
    book.at = "2023-04-21T09:00:00.000+08:00"
    assert write(book, plan, out).sha256 != first


def test_the_export_is_recorded(book, plan, out):
    package = write(book, plan, out)
    (event,) = book.recorded
    assert (event.kind, event.subject) == ("submission.exported", MONTH)
    assert (event.new["file"], event.new["sha256"]) == (package.path.name, package.sha256)
    assert (event.new["round"], event.new["base"]) == (1, [0, "0" * 64])
    assert set(event.new["parcels"]) == {one.parcel.number for one in book.files}


def test_warnings_stand_in_the_manifest_and_notices_do_not(book, plan, out):
    book.change(0, photos=())
    late = write_package(book, plan, MONTH, out, english, today=date(2023, 5, 1))
    assert {one.check for one in late.findings} == {"photos-present", "deadline"}
    manifest = json.loads(members(late.path)["manifest.json"])
    assert [one["check"] for one in manifest["warnings"]] == ["photos-present"]


# Refusals


def test_an_error_refuses_the_package(book, plan, out):
    book.change(0, verdicts={})
    with pytest.raises(SubmissionRefused) as caught:
        write(book, plan, out)
    assert [one.check for one in caught.value.findings] == ["verdict-present"]
    assert os.listdir(out) == []
    assert not book.recorded


def test_a_readonly_casebook_is_told(book, plan, out):
    book.writable = False
    with pytest.raises(CasebookReadOnly):
        write(book, plan, out)
    assert os.listdir(out) == []


def test_what_cannot_be_recorded_is_not_left(book, plan, out):
    def busy(changes, progress):
        raise CasebookBusy(text("busy"))

    book.record, recording = busy, book.record
    with pytest.raises(CasebookBusy):
        write(book, plan, out)
    assert os.listdir(out) == []
    book.record = recording
    path = write(book, plan, out).path
    path.write_bytes(b"handed up already")
    book.record = busy
    with pytest.raises(CasebookBusy):
        write(book, plan, out)
    assert os.listdir(out) == [path.name]
    assert path.read_bytes() == b"handed up already"


def test_a_missing_folder_is_told(book, plan, out):
    with pytest.raises(OutputError, match="does not exist"):
        write(book, plan, out / "none")


def test_a_full_disk_leaves_nothing_and_keeps_the_older_package(book, plan, out, monkeypatch):
    before = write(book, plan, out).path.read_bytes()

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(package_module, "add_photo", full)
    with pytest.raises(OutputError, match="no space left"):
        write(book, plan, out)
    (only,) = out.iterdir()
    assert only.read_bytes() == before


def test_a_really_full_disk(book, plan, small_disk):
    disk = small_disk(64)
    book.add_photo(0, "large.jpg", os.urandom(200_000))
    with pytest.raises(OutputError, match="no space left"):
        write(book, plan, disk)
    assert list(disk.iterdir()) == []
    assert not book.recorded


@pytest.mark.skipif(os.name == "nt", reason="Windows has no fork")
def test_killed_while_exporting_the_older_package_stands(book, plan, out, monkeypatch):
    older = write(book, plan, out).path
    before = older.read_bytes()
    book.judge(0, reason="另一个依据")
    child = os.fork()
    if child == 0:
        monkeypatch.setattr(
            package_module, "add_photo", lambda *_: os.kill(os.getpid(), signal.SIGKILL)
        )
        write(book, plan, out)
        os._exit(0)
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL
    assert older.read_bytes() == before
    assert [one.name for one in out.glob("*.zip")] == [older.name]
    assert write(book, plan, out).path.read_bytes() != before
    assert list(out.iterdir()) == [older]


def test_a_folder_that_cannot_be_written(book, plan, out, unwritable):
    older = write(book, plan, out).path
    before = older.read_bytes()
    book.judge(0, reason="另一个依据")
    with unwritable(out), pytest.raises(OutputError, match="does not allow it"):
        write(book, plan, out)
    assert list(out.iterdir()) == [older]
    assert older.read_bytes() == before
    assert len(book.recorded) == 1


def test_what_does_not_read_back_is_not_put_in_place(book, plan, out, monkeypatch):
    original = package_module.layer_rows

    def one_area_wrong(work, layer):
        rows = original(work, layer)
        at = [field.name for field in layer.fields].index("TBBH")
        rows[0][1][at] = "other"
        return rows

    monkeypatch.setattr(package_module, "layer_rows", one_area_wrong)
    with pytest.raises(OutputError, match="field TBBH in row 1"):
        write(book, plan, out)
    assert os.listdir(out) == []


# Military land


def bytes_of_everything(path):
    """Every member, and every part of every workbook, unpacked; names included."""
    for name, content in members(path).items():
        yield name.encode()
        yield content
        if name.endswith(".xlsx"):
            with zipfile.ZipFile(io.BytesIO(content)) as inner:
                yield from (inner.read(one) for one in inner.namelist())


@pytest.mark.parametrize("way", ["verdict", "remark", "one parcel of two"])
def test_military_land_is_in_no_byte(book, plan, out, build, way):
    number = book.land[1].number
    if way == "verdict":
        book.judge(1, "military", "")
    elif way == "remark":
        book.change_patch(1, remark="军事用地")
    else:
        other = build.make_dossier(book.land[1], 2)
        book.files.insert(2, other)
        book.judge(1, "military", "")
    package = write(book, plan, out)
    for content in bytes_of_everything(package.path):
        assert number.encode() not in content
        assert number.encode("utf-16-le") not in content
    assert package.patch_count == 3
    assert number in {one.subject for one in package.findings}


def test_the_finished_package_is_searched_again(book, plan, out, monkeypatch):
    """Even if no check had noticed it, nor the record been asked."""
    book.judge(1, "military", "")
    number = book.land[1].number
    monkeypatch.setattr(package_module, "check_work", lambda *_, **__: ())
    monkeypatch.setattr(Secret, "refuse_in", lambda *_: None)
    book.judge(2, reason=f"紧邻{number}")
    with pytest.raises(OutputError, match="military"):
        write(book, plan, out)
    assert os.listdir(out) == []


# Reading


def rewritten(path, change):
    content = members(path)
    change(content)
    target = path.with_name("changed.zip")
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return target


def test_reader_gives_what_was_written(book, plan, out):
    content = read_package(write(book, plan, out).path)
    assert content.manifest.month == MONTH
    assert [row["TBBH"] for row in content.layers["vector/TB"].rows] == [
        patch.number for patch in book.land
    ]
    assert content.layers["vector/DK"].epsg == 4490


def _flip(content):
    data = bytearray(content["vector/TB.dbf"])
    data[-5] ^= 1
    content["vector/TB.dbf"] = bytes(data)


def _manifest_gone(content):
    del content["manifest.json"]


def _extra(content):
    content["readme.txt"] = b"x"


def _missing(content):
    del content["表/照片清单.xlsx"]


def _newer(content):
    facts = json.loads(content["manifest.json"])
    facts["format_version"] = 99
    content["manifest.json"] = json.dumps(facts).encode()


def _not_json(content):
    content["manifest.json"] = b"{"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (_flip, "vector/TB.dbf is not what the manifest says"),
        (_manifest_gone, "it has no manifest.json"),
        (_extra, "readme.txt is not in the manifest"),
        (_missing, "照片清单.xlsx is missing"),
        (_newer, "newer Tuban"),
        (_not_json, "incomplete or damaged"),
    ],
)
def test_a_changed_package_is_refused(book, plan, out, change, sentence):
    changed = rewritten(write(book, plan, out).path, change)
    with pytest.raises(UnreadableFile, match=sentence):
        read_package(changed)


def test_a_package_cut_short_is_refused(book, plan, out):
    path = write(book, plan, out).path
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(UnreadableFile, match="not a whole zip"):
        read_package(path)


def test_a_form_that_is_no_workbook_inside_is_refused(book, plan, out):
    """Whoever wrote it: its hash is the manifest's."""

    def damage(content):
        name = "表/照片清单.xlsx"
        form = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(content[name])) as source,
            zipfile.ZipFile(form, "w") as target,
        ):
            for one in source.namelist():
                target.writestr(one, source.read(one).replace(b"</sheetData>", b""))
        content[name] = form.getvalue()
        facts = json.loads(content["manifest.json"])
        (listed,) = [one for one in facts["members"] if one["name"] == name]
        listed.update(size=len(content[name]), sha256=hashlib.sha256(content[name]).hexdigest())
        content["manifest.json"] = json.dumps(facts).encode()

    with pytest.raises(UnreadableFile, match=r"照片清单\.xlsx cannot be read"):
        read_package(rewritten(write(book, plan, out).path, damage))


def test_a_member_that_leads_elsewhere_is_refused(book, plan, out):
    def climb(content):
        content["../evil.txt"] = b"x"

    with pytest.raises(UnsafeArchive, match="leads elsewhere"):
        read_package(rewritten(write(book, plan, out).path, climb))


def test_no_memory_file_is_left(book, plan, out):
    read_package(write(book, plan, out).path)
    assert not [one for one in gdal.ReadDir("/vsimem/") or [] if one.startswith("tuban-")]


def test_two_parcels_with_a_hole_read_back(book, plan, out, build):
    """Rings change order and direction in a shapefile; the outline is still the same."""
    import numpy as np

    from tuban.core.geometry import digest, wkb_from_multipolygon

    def ring(lon, lat, size, clockwise):
        corners = [(lon, lat), (lon, lat + size), (lon + size, lat + size), (lon + size, lat)]
        corners = corners if clockwise else corners[::-1]
        return np.array([*corners, corners[0]])

    wkb = wkb_from_multipolygon(
        [
            [ring(115.95, 36.4, 0.001, False), ring(115.9503, 36.4003, 0.0002, False)],
            [ring(115.96, 36.4, 0.001, True)],
        ]
    )
    patch = build.make_patch(
        0, geometry=wkb, geometry_sha256=digest(wkb), area_m2=build.area_m2(wkb)
    )
    dossier = build.make_dossier(patch)
    book.land[0] = patch
    book.files[0] = replace(dossier, photos=book.files[0].photos)
    assert write(book, plan, out).parcel_count == 4


def test_shortening_counts_bytes_and_never_splits_a_character():
    # 1 byte and 126 times 2 make 253; one more character would be byte 255.
    assert shortened("a" + "注" * 300, 254) == "a" + "注" * 126
    assert shortened("注" * 127, 254) == "注" * 127
    assert shortened("𠮷a", 3) == "〓a"
