"""Files of every kind, whole and broken: read from anywhere, written to nowhere."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import struct
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

pytest.importorskip("osgeo")

from osgeo import gdal, ogr, osr

from tuban.core.errors import OutputError, UndecidedInput, UnreadableFile, UnsafeArchive
from tuban.core.intake import LayerChoice, ReadOptions, archive, list_layers, read_draft
from tuban.core.plan import load_plan

PLAN = load_plan("liaocheng-2023")
# TD/T 1055-2019, test vector: the 100 m square at 39411000, 4035000.
SQUARE_M2 = Decimal("9998.05")


def checks(draft, name):
    return [str(one.message) for one in draft.notes if one.check == f"intake.{name}"]


def everything_in(folder: Path) -> dict:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


# Shapefiles


def test_a_whole_shapefile(issued):
    path = issued.shapefile([issued.row("371500230400001", BZ="村东"), issued.row("02")])
    assert list_layers(path) == [LayerChoice("图斑", 2, "polygon")]
    draft = read_draft(path, PLAN)
    first = draft.patches[0]
    assert (first.number, first.month, first.remark) == ("371500230400001", "2023-04", "村东")
    assert (first.before_date, first.after_date) == ("2023-01-05", "2023-04-05")
    assert (first.patch_class, first.change_type) == ("新增非农建设类", "0503")
    assert (first.county_code, first.county_name) == ("371599", "测试县")
    assert first.area_m2 == SQUARE_M2
    assert (first.issued_area, first.issued_area_unit) == ("15.0", "mu")
    assert first.issued["JCMJ"] == "15.0" and first.source_row == 1
    assert draft.source.crs == "EPSG:4527"
    assert draft.source.feature_count == 2
    assert draft.source.name == "图斑.shp"
    assert not draft.refused
    assert draft.sample[1]["number"] == "02" and draft.sample[0]["area_m2"] == "9998.05"


def test_without_dbf_it_is_refused(issued):
    path = issued.shapefile([issued.row()])
    path.with_suffix(".dbf").unlink()
    with pytest.raises(UnreadableFile, match=r"图斑\.dbf is missing"):
        read_draft(path, PLAN)


def test_without_shp_it_is_refused(issued):
    path = issued.shapefile([issued.row()])
    path.unlink()
    with pytest.raises(UnreadableFile, match="no file"):
        read_draft(path, PLAN)


@pytest.mark.parametrize("damage", ["missing", "short", "wild", "empty"])
def test_an_index_is_rebuilt_elsewhere(issued, damage):
    path = issued.shapefile([issued.row("1"), issued.row("2"), issued.row("3")])
    shx = path.with_suffix(".shx")
    data = shx.read_bytes()
    if damage == "missing":
        shx.unlink()
    else:
        wild = data[:100] + struct.pack(">2i", 9_000_000, 64) + data[108:]
        shx.write_bytes({"short": data[:-5], "wild": wild, "empty": b""}[damage])
    before = everything_in(path.parent)
    draft = read_draft(path, PLAN)
    assert [patch.number for patch in draft.patches] == ["1", "2", "3"]
    assert draft.patches[0].area_m2 == SQUARE_M2
    wests = [min(ring[:, 0]) for ring in rings_of(draft)]
    assert wests == sorted(wests)
    assert len(checks(draft, "shx")) == 1 and "rebuilt" in checks(draft, "shx")[0]
    assert everything_in(path.parent) == before


def test_an_index_cannot_be_rebuilt_from_shapes_that_run_over_the_end(issued):
    path = issued.shapefile([issued.row("1"), issued.row("2")])
    path.with_suffix(".shx").unlink()
    data = bytearray(path.read_bytes())
    data[104:108] = struct.pack(">i", 1000)
    path.write_bytes(bytes(data))
    with pytest.raises(UnreadableFile, match="shape 1 runs over"):
        read_draft(path, PLAN)


def test_without_prj_prefixed_eastings_speak_for_themselves(issued):
    draft = read_draft(issued.shapefile([issued.row()], epsg=None), PLAN)
    assert draft.patches[0].area_m2 == SQUARE_M2
    assert draft.source.crs == "EPSG:4527"
    assert "EPSG:4527" in checks(draft, "crs")[0]


@pytest.mark.parametrize("part", [".shp", ".dbf"])
@pytest.mark.parametrize("keep", [0.97, 0.5, 0.02])
def test_a_truncated_part_is_refused(issued, part, keep):
    path = issued.shapefile([issued.row(str(index)) for index in range(20)])
    victim = path.with_suffix(part)
    data = victim.read_bytes()
    victim.write_bytes(data[: int(len(data) * keep)])
    with pytest.raises(UnreadableFile, match=f"图斑{part}"):
        read_draft(path, PLAN)
    with pytest.raises(UnreadableFile):
        list_layers(path)


def test_other_counts_of_shapes_and_rows_are_refused(issued, bytes_of_files):
    path = issued.shapefile([issued.row("1"), issued.row("2")])
    bytes_of_files.shapes(path, [bytes_of_files.record([bytes_of_files.square()])])
    with pytest.raises(UnreadableFile, match="1 shapes but 2 rows"):
        read_draft(path, PLAN)


def test_rows_marked_as_deleted_are_left_out(issued):
    path = issued.shapefile([issued.row("1"), issued.row("2"), issued.row("3")])
    dbf = path.with_suffix(".dbf")
    data = bytearray(dbf.read_bytes())
    first, length = struct.unpack_from("<2H", data, 8)
    data[first + length] = ord("*")
    dbf.write_bytes(bytes(data))
    draft = read_draft(path, PLAN)
    assert [(patch.number, patch.source_row) for patch in draft.patches] == [("1", 1), ("3", 3)]
    west = [min(ring[:, 0]) for ring in rings_of(draft)]
    assert west[1] - west[0] == pytest.approx(400 / 89_700, rel=0.01)  # the third, not the second
    assert "1 rows" in checks(draft, "rows")[0]


def rings_of(draft):
    from tuban.core.geometry import multipolygon_from_wkb

    return [multipolygon_from_wkb(patch.geometry)[0][0] for patch in draft.patches]


def test_parts_with_odd_spelling_belong_together(issued):
    path = issued.shapefile([issued.row()])
    for suffix in (".dbf", ".shx", ".prj"):
        part = path.with_suffix(suffix)
        part.rename(part.with_name(f"图斑{suffix.upper().replace('X', 'x')}"))
    assert read_draft(path, PLAN).patches[0].area_m2 == SQUARE_M2


@pytest.mark.parametrize(
    "name", ["聊城 2023年4月 图斑.shp", 'it\'s "quoted".shp', "50% & more #1.shp", "a.b.c.shp"]
)
def test_paths_with_chinese_spaces_and_quotes(tmp_path, issued, name):
    if os.name == "nt" and '"' in name:
        pytest.skip("Windows has no such names")
    folder = tmp_path / "下发 数据 'a'" / "第 1 批"
    folder.mkdir(parents=True)
    issued.folder = folder
    path = issued.shapefile([issued.row()], name=name)
    draft = read_draft(path, PLAN)
    assert draft.patches[0].area_m2 == SQUARE_M2
    assert draft.source.name == name
    zipped = issued.zipped([path], name="it's 压缩 包.zip")
    if not set(name) & set('"'):
        assert read_draft(zipped, PLAN).patches[0].area_m2 == SQUARE_M2


def test_a_folder_that_cannot_be_written(issued, tmp_path, unwritable):
    """Without its index a shapefile tempts GDAL to write one, and a log tempts SQLite."""
    folder = tmp_path / "光盘"
    folder.mkdir()
    issued.folder = folder
    path = issued.shapefile([issued.row()])
    zipped = issued.zipped([path])
    path.with_suffix(".shx").unlink()
    package = folder / "图斑.gpkg"
    write_ogr(package, "GPKG")
    in_write_ahead_mode(package)
    before = everything_in(folder)
    for one in (path, zipped, package):
        assert read_draft(one, PLAN).patches[0].area_m2 == SQUARE_M2
        assert everything_in(folder) == before
        with unwritable(folder):
            assert read_draft(one, PLAN).patches[0].area_m2 == SQUARE_M2


def in_write_ahead_mode(path: Path) -> None:
    import sqlite3

    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.close()
    assert path.read_bytes()[18:20] == b"\x02\x02"


def test_the_fingerprint_sees_every_part(issued):
    path = issued.shapefile([issued.row()])
    one = read_draft(path, PLAN).source.sha256
    assert read_draft(path, PLAN).source.sha256 == one
    dbf = path.with_suffix(".dbf")
    dbf.write_bytes(dbf.read_bytes().replace(b"371599", b"371598"))
    assert read_draft(path, PLAN).source.sha256 != one
    zipped = issued.zipped([path])
    expected = hashlib.sha256(zipped.read_bytes()).hexdigest()
    assert read_draft(zipped, PLAN).source.sha256 == expected


# Other formats


def write_ogr(path: Path, driver: str, rows: int = 1, layers=("图斑",), epsg: int = 4527) -> None:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    source = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    for name in layers:
        layer = source.CreateLayer(name, reference, ogr.wkbMultiPolygon)
        for field in ("JCBH", "XMC", "JCLB", "BZ"):
            layer.CreateField(ogr.FieldDefn(field, ogr.OFTString))
        layer.CreateField(ogr.FieldDefn("JCMJ", ogr.OFTReal))
        for index in range(rows):
            feature = ogr.Feature(layer.GetLayerDefn())
            feature["JCBH"] = f"{name}{index}"
            feature["XMC"] = "测试县"
            feature["JCLB"] = "202304"
            feature["JCMJ"] = 9998.0522
            feature.SetGeometry(ogr.CreateGeometryFromWkt(square_wkt(200 * index)))
            layer.CreateFeature(feature)
    layer = feature = source = None


def square_wkt(shift: float = 0) -> str:
    west, south = 39411000 + shift, 4035000
    corners = [(0, 0), (0, 100), (100, 100), (100, 0), (0, 0)]
    ring = ", ".join(f"{west + x} {south + y}" for x, y in corners)
    return f"MULTIPOLYGON ((({ring})))"


def can_create(driver: str) -> bool:
    found = gdal.GetDriverByName(driver)
    return found is not None and found.GetMetadataItem("DCAP_CREATE") == "YES"


@pytest.mark.parametrize("driver, name", [("GPKG", "图斑.gpkg"), ("OpenFileGDB", "图斑.gdb")])
def test_databases(tmp_path, driver, name):
    if not can_create(driver):
        pytest.skip(f"this GDAL cannot make {driver}")
    path = tmp_path / name
    write_ogr(path, driver, rows=2)
    assert list_layers(path) == [LayerChoice("图斑", 2, "polygon")]
    before = everything_in(tmp_path)
    draft = read_draft(path, PLAN)
    assert [patch.number for patch in draft.patches] == ["图斑0", "图斑1"]
    assert draft.patches[0].area_m2 == SQUARE_M2
    assert (draft.patches[0].issued_area, draft.source.area_unit) == ("9998.0522", "m2")
    assert draft.patches[0].issued["BZ"] == ""  # NULL in the file
    assert everything_in(tmp_path) == before
    zipped = tmp_path / "a.zip"
    with zipfile.ZipFile(zipped, "w") as archived:
        for part in [path] if path.is_file() else path.rglob("*"):
            archived.write(part, f"四月/{part.relative_to(tmp_path).as_posix()}")
    assert list_layers(zipped) == [LayerChoice("四月/图斑", 2, "polygon")]
    assert read_draft(zipped, PLAN).patches[0].area_m2 == SQUARE_M2


def test_several_layers_are_asked_about(tmp_path):
    path = tmp_path / "a.gpkg"
    write_ogr(path, "GPKG", layers=("四月", "五月"))
    with pytest.raises(UndecidedInput) as caught:
        read_draft(path, PLAN)
    assert (caught.value.question, caught.value.choices) == ("layer", ("四月", "五月"))
    draft = read_draft(path, PLAN, ReadOptions(layer="五月"))
    assert draft.patches[0].number == "五月0" and draft.source.layer == "五月"
    with pytest.raises(UndecidedInput, match="六月"):
        read_draft(path, PLAN, ReadOptions(layer="六月"))


def test_a_long_text_stays_whole(tmp_path):
    path = tmp_path / "a.gpkg"
    write_ogr(path, "GPKG")
    long = "村" * 300
    source = ogr.Open(str(path), 1)
    layer = source.GetLayer(0)
    feature = layer.GetNextFeature()
    feature["BZ"] = long
    layer.SetFeature(feature)
    layer = feature = source = None
    draft = read_draft(path, PLAN)
    assert draft.patches[0].remark == long and draft.patches[0].issued["BZ"] == long


@pytest.mark.parametrize("keep", [0.0, 0.3, 0.9])
def test_a_truncated_geopackage_is_refused(tmp_path, keep):
    path = tmp_path / "a.gpkg"
    write_ogr(path, "GPKG", rows=300)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * keep)])
    with pytest.raises(UnreadableFile, match=r"a\.gpkg"):
        read_draft(path, PLAN)


def test_a_geopackage_with_a_log_beside_it(tmp_path):
    """QGIS was killed, or still has it open: the newest rows stand in the -wal file only. They
    are read, and neither file changes."""
    import shutil
    import sqlite3

    path, folder = tmp_path / "图斑.gpkg", tmp_path / "copied"
    write_ogr(path, "GPKG")
    in_write_ahead_mode(path)
    folder.mkdir()
    connection = sqlite3.connect(path)
    for name in ("ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):
        connection.create_function(name, 1, lambda blob: 0)
    connection.execute('UPDATE "图斑" SET BZ = ?', ("新",))
    connection.commit()
    for part in tmp_path.glob("图斑.gpkg*"):
        if not part.name.endswith("-shm"):
            shutil.copyfile(part, folder / part.name)
    connection.close()
    before = everything_in(folder)
    assert len(before) == 2
    assert read_draft(folder / "图斑.gpkg", PLAN).patches[0].remark == "新"
    assert everything_in(folder) == before


@pytest.mark.usefixtures("gdal_raises")
def test_a_geopackage_with_broken_pages_is_refused(tmp_path):
    """It opens, and reading stops somewhere in the middle."""
    path = tmp_path / "a.gpkg"
    write_ogr(path, "GPKG", rows=1500)
    data = bytearray(path.read_bytes())
    first = data.index("图斑700".encode()) // 4096 * 4096
    data[first : first + 4096] = b"\xff" * 4096
    path.write_bytes(bytes(data))
    with pytest.raises(UnreadableFile, match=r"a\.gpkg"):
        read_draft(path, PLAN)


def geojson(folder: Path, ring, codec: str = "utf-8", crs: str = "", **properties) -> Path:
    content = {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"JCBH": "A1", "JCLB": "202304", "XMC": "测试县", **properties},
                "geometry": {"type": "Polygon", "coordinates": [ring]},
            }
        ],
    }
    if crs:
        content["crs"] = {"type": "name", "properties": {"name": crs}}
    path = folder / "图斑.geojson"
    path.write_bytes(json.dumps(content, ensure_ascii=False).encode(codec))
    return path


# The test square in longitude and latitude, by PROJ from EPSG:4527, as printed.
LONLAT = [
    [116.007357657728, 36.4415824022579],
    [116.007346179997, 36.4424834336996],
    [116.008461370338, 36.4424927022705],
    [116.00847283518, 36.4415916705256],
    [116.007357657728, 36.4415824022579],
]


def test_geojson(tmp_path):
    draft = read_draft(geojson(tmp_path, LONLAT), PLAN)
    assert draft.patches[0].county_name == "测试县"
    assert draft.patches[0].area_m2 == SQUARE_M2
    assert "less than a metre" in checks(draft, "crs")[0]  # GeoJSON is WGS 84 by definition


def test_geojson_in_gbk_is_read_and_said(tmp_path):
    draft = read_draft(geojson(tmp_path, LONLAT, codec="gbk", BZ="村庄东侧"), PLAN)
    assert draft.patches[0].remark == "村庄东侧"
    assert draft.source.encoding == "GBK"
    assert "GBK" in checks(draft, "encoding")[0]


def test_geojson_in_metres_is_not_taken_for_degrees(tmp_path):
    ring = [[39411000, 4035000], [39411000, 4035100], [39411100, 4035100], [39411100, 4035000]]
    draft = read_draft(geojson(tmp_path, [*ring, ring[0]]), PLAN)
    assert draft.patches[0].area_m2 == SQUARE_M2
    assert draft.source.crs == "EPSG:4527"
    (said,) = checks(draft, "crs")
    assert "cannot be in WGS 84" in said


@pytest.mark.parametrize("content", [b"", b"{", b'{"type": "nonsense"}'])
def test_broken_geojson_is_refused(tmp_path, content):
    path = tmp_path / "a.geojson"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match=r"a\.geojson"):
        read_draft(path, PLAN)


@pytest.mark.parametrize("name", ["a.docx", "a.tab", "a"])
def test_other_files_are_refused(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"x")
    with pytest.raises(UnreadableFile, match="no kind"):
        list_layers(path)


def test_a_layer_without_polygons_is_refused(tmp_path):
    path = tmp_path / "a.gpkg"
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    source.CreateLayer("点", None, ogr.wkbPoint)
    source = None
    assert list_layers(path)[0].geometry == "other"
    with pytest.raises(UnreadableFile, match="no layer with polygons"):
        read_draft(path, PLAN)


# Archives


def test_a_zip_with_gbk_names(issued):
    path = issued.shapefile([issued.row()], name="莘县图斑.shp")
    zipped = issued.zipped([path])
    path.unlink()
    assert "莘县".encode("gbk") in zipped.read_bytes()
    draft = read_draft(zipped, PLAN)
    assert draft.source.layer == "莘县图斑" and draft.source.name == "下发.zip"
    assert draft.patches[0].area_m2 == SQUARE_M2


def test_a_zip_with_utf8_names(issued):
    path = issued.shapefile([issued.row()], name="莘县图斑.shp")
    assert list_layers(issued.zipped([path], codec="utf-8"))[0].name == "莘县图斑"
    flagged = path.with_name("flagged.zip")
    with zipfile.ZipFile(flagged, "w") as zipped:
        for part in path.parent.glob("莘县图斑.*"):
            zipped.write(part, f"数据/{part.name}")
    assert list_layers(flagged)[0].name == "数据/莘县图斑"


def test_several_shapefiles_in_one_zip(issued):
    one = issued.shapefile([issued.row("1")], name="四月.shp")
    two = issued.shapefile([issued.row("2"), issued.row("3")], name="五月.shp")
    zipped = issued.zipped([one, two])
    assert {(c.name, c.feature_count) for c in list_layers(zipped)} == {("四月", 1), ("五月", 2)}
    with pytest.raises(UndecidedInput) as caught:
        read_draft(zipped, PLAN)
    assert caught.value.question == "layer"
    draft = read_draft(zipped, PLAN, ReadOptions(layer="五月"))
    assert [patch.number for patch in draft.patches] == ["2", "3"]


def test_a_broken_shapefile_beside_a_good_one(issued):
    one = issued.shapefile([issued.row("1")], name="四月.shp")
    two = issued.shapefile([issued.row("2")], name="五月.shp")
    two.with_suffix(".dbf").unlink()
    draft = read_draft(issued.zipped([one, two]), PLAN)
    assert [patch.number for patch in draft.patches] == ["1"]
    assert "五月.dbf" in checks(draft, "archive")[0]


@pytest.mark.parametrize(
    "name", ["../evil.shp", "a/../../evil.shp", "..\\evil.shp", "/etc/evil.shp", "C:\\evil.shp"]
)
def test_names_that_lead_outside_are_refused(issued, bytes_of_files, name, tmp_path):
    made = issued.zipped([issued.shapefile([issued.row()])])
    path = tmp_path / "甲" / "乙" / made.name  # two folders of its own, to be led out of
    path.parent.mkdir(parents=True)
    made.rename(path)
    with zipfile.ZipFile(path, "a") as zipped:
        bytes_of_files.member(zipped, name, b"x")
    before = everything_in(tmp_path)
    for use in (list_layers, lambda one: read_draft(one, PLAN)):
        with pytest.raises(UnsafeArchive, match="evil"):
            use(path)
    assert everything_in(tmp_path) == before


def test_a_link_is_refused(issued):
    path = issued.zipped([issued.shapefile([issued.row()])])
    info = zipfile.ZipInfo("link.shp")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "a") as zipped:
        zipped.writestr(info, "/etc/passwd")
    with pytest.raises(UnsafeArchive, match="link"):
        list_layers(path)


def test_a_zip_in_a_zip_is_never_opened(issued, tmp_path):
    inner = issued.zipped([issued.shapefile([issued.row()])], name="inner.zip")
    outer = tmp_path / "outer.zip"
    with zipfile.ZipFile(outer, "w") as zipped:
        zipped.write(inner, "inner.zip")
    with pytest.raises(UnsafeArchive, match=r"inner\.zip"):
        read_draft(outer, PLAN)
    both = issued.zipped([tmp_path / "图斑.shp", inner], name="both.zip")
    draft = read_draft(both, PLAN)
    assert len(draft.patches) == 1
    assert "inner.zip" in checks(draft, "archive")[0]


def test_a_bomb_is_refused_before_anything_is_written(tmp_path):
    path = tmp_path / "bomb.zip"
    zeros = bytes(16 * 1024**2)
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as zipped,
        zipped.open("a.shp", "w") as big,
    ):
        for _ in range(20):
            big.write(zeros)
    assert path.stat().st_size < 1_000_000
    with pytest.raises(UnsafeArchive, match="would grow"):
        list_layers(path)


def test_a_bomb_that_lies_about_its_size_is_refused(issued, tmp_path):
    """The directory announces 10 bytes; what comes out is not believed beyond them."""
    path = tmp_path / "liar.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("a.shp", bytes(1_000_000))
    data = path.read_bytes().replace(struct.pack("<I", 1_000_000), struct.pack("<I", 10))
    path.write_bytes(data)
    with pytest.raises(UnreadableFile, match=r"liar\.zip"):
        list_layers(path)


@pytest.mark.parametrize("keep", [0.0, 0.5, 0.99])
def test_a_truncated_zip_is_refused(issued, keep):
    path = issued.zipped([issued.shapefile([issued.row()])])
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * keep)])
    with pytest.raises(UnreadableFile, match=r"下发\.zip"):
        list_layers(path)


def test_a_flipped_bit_in_a_zip_is_refused(issued):
    path = issued.zipped([issued.shapefile([issued.row()])])
    data = bytearray(path.read_bytes())
    data[data.index(b".dbf") + 60] ^= 0xFF
    path.write_bytes(bytes(data))
    with pytest.raises(UnreadableFile, match=r"下发\.zip"):
        list_layers(path)


def test_a_password_is_said(issued):
    path = issued.zipped([issued.shapefile([issued.row()])])
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    path.write_bytes(bytes(data))
    with pytest.raises(UnreadableFile, match="password"):
        list_layers(path)


def test_two_members_of_one_name_are_refused(tmp_path, bytes_of_files):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as zipped:
        for name in ("图斑.shp", "图斑.SHP"):
            bytes_of_files.member(zipped, name, b"x")
    with pytest.raises(UnsafeArchive, match="same name"):
        list_layers(path)


def test_an_empty_zip_is_refused(tmp_path):
    path = tmp_path / "empty.zip"
    with zipfile.ZipFile(path, "w") as zipped:
        zipped.writestr("说明.pdf", b"x")
    with pytest.raises(UnreadableFile, match="no file that can be read"):
        list_layers(path)


def test_nothing_stays_in_the_scratch_folder(issued, tmp_path, monkeypatch):
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    path = issued.zipped([issued.shapefile([issued.row()])])
    read_draft(path, PLAN)
    path.write_bytes(path.read_bytes()[:-5])
    with pytest.raises(UnreadableFile):
        read_draft(path, PLAN)
    assert list(scratch.iterdir()) == []


def test_no_room_is_said_before_it_is_used(issued, monkeypatch):
    path = issued.zipped([issued.shapefile([issued.row()])])
    usage = type("Usage", (), {"free": 100})
    monkeypatch.setattr(archive.shutil, "disk_usage", lambda folder: usage)
    with pytest.raises(OutputError, match="no room"):
        list_layers(path)


def test_a_full_disk_is_said(issued, small_disk, monkeypatch):
    path = issued.zipped([issued.shapefile([issued.row(str(i)) for i in range(500)])])
    monkeypatch.setattr("tempfile.tempdir", str(small_disk(64)))
    monkeypatch.setattr(archive, "_check_room", lambda *_: None)
    with pytest.raises(OutputError, match="no room"):
        list_layers(path)


def test_the_switch_of_gdals_exceptions_is_left_as_it_is(issued, tmp_path, gdal_raises):
    broken = tmp_path / "a.gpkg"
    broken.write_bytes(b"x" * 200)
    assert len(read_draft(issued.shapefile([issued.row()]), PLAN).patches) == 1
    with pytest.raises(UnreadableFile):
        read_draft(broken, PLAN)
    assert gdal.GetUseExceptions() == gdal_raises
