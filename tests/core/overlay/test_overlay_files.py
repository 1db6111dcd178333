"""Layer files: found by name, read through their index, known by hash and version."""

from __future__ import annotations

import hashlib
import os
import shutil
from datetime import date

import numpy as np
import pytest

pytest.importorskip("osgeo")
from osgeo import ogr, osr

from tuban.core.errors import InputError, UndecidedInput, UnreadableFile
from tuban.core.overlay.boxes import BoxIndex, boxes_of_all
from tuban.core.overlay.encoding import encoding_of
from tuban.core.overlay.files import open_source
from tuban.core.overlay.find import LayerFile, find_layers
from tuban.core.plan import load_plan
from tuban.core.reading.fingerprint import fingerprint

PLAN = load_plan("liaocheng-2023")
LAND_USE = PLAN.layer_role("land_use")
SQUARE = "POLYGON ((116 36, 116.01 36, 116.01 36.01, 116 36.01, 116 36))"
FAR = "POLYGON ((117 36, 117.01 36, 117.01 36.01, 117 36.01, 117 36))"
UTF8 = ["ENCODING=UTF-8"]
DRIVERS = {".gpkg": "GPKG", ".shp": "ESRI Shapefile", ".geojson": "GeoJSON"}


def write(path, names=("DLTB",), fields=None, shapes=(SQUARE, FAR), options=()):
    """A file with one layer per name, EPSG:4490, one feature per shape."""
    driver = ogr.GetDriverByName(DRIVERS[path.suffix])
    dataset = driver.CreateDataSource(str(path))
    system = osr.SpatialReference()
    system.ImportFromEPSG(4490)
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    fields = fields or {"DLBM": "0102"}
    for name in names:
        layer = dataset.CreateLayer(name, system, ogr.wkbPolygon, list(options))
        for field in fields:
            layer.CreateField(ogr.FieldDefn(field, ogr.OFTString))
        for shape in shapes:
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetGeometry(ogr.CreateGeometryFromWkt(shape))
            for field, value in fields.items():
                feature.SetField(field, value)
            layer.CreateFeature(feature)
    del layer, dataset
    return path


def read(source, box=(116, 36, 116.02, 36.02)):
    return list(source.candidates(box))


@pytest.mark.parametrize("suffix", DRIVERS)
def test_only_what_is_near_is_read(tmp_path, suffix):
    source = open_source(LAND_USE, write(tmp_path / f"DLTB{suffix}"))
    (feature,) = read(source)
    assert feature.fields == {"code": "0102"}
    assert feature.polygons[0][0][:, 0].max() == pytest.approx(116.01, abs=1e-12)
    assert read(source, (118, 36, 118.1, 36.1)) == []
    assert source.box_deg == pytest.approx((116, 36, 117.01, 36.01), abs=1e-9)


def test_shapefile_with_an_index(tmp_path):
    path = write(tmp_path / "DLTB.shp")
    dataset = ogr.Open(str(path), 1)
    dataset.ExecuteSQL("CREATE SPATIAL INDEX ON DLTB")
    del dataset
    assert path.with_suffix(".qix").is_file()
    assert len(read(open_source(LAND_USE, path))) == 1


def test_path_with_chinese_spaces_and_quotes(tmp_path):
    folder = tmp_path / "数据 '三调' 2022"
    folder.mkdir()
    assert len(read(open_source(LAND_USE, write(folder / "地类图斑.gpkg")))) == 1


def test_layer_without_the_code_field(tmp_path):
    path = write(tmp_path / "DLTB.gpkg", fields={"XDLBM": "0102", "BSM": "1"})
    with pytest.raises(InputError, match=r"no field for the land-use code \(DLBM\).*XDLBM, BSM"):
        open_source(LAND_USE, path)


def test_layer_is_chosen_by_name_or_asked_for(tmp_path):
    path = write(tmp_path / "all.gpkg", names=("dltb", "YJJBNTTB", "other"))
    assert open_source(LAND_USE, path).used.name == "dltb"
    assert open_source(LAND_USE, path, "other").used.name == "other"
    with pytest.raises(InputError, match="has no layer nowhere"):
        open_source(LAND_USE, path, "nowhere")
    with pytest.raises(UndecidedInput) as asked:
        open_source(PLAN.layer_role("urban"), path)
    assert (asked.value.question, asked.value.choices) == (
        "layer",
        ("dltb", "YJJBNTTB", "other"),
    )


def test_version_is_the_data_year_or_the_file_date(tmp_path):
    path = write(tmp_path / "DLTB.gpkg", fields={"DLBM": "0102", "SJNF": "2022"})
    assert open_source(LAND_USE, path).used.version == "2022"
    other = write(tmp_path / "STBHHX.gpkg", names=("STBHHX",))
    os.utime(other, (1680307200, 1680307200))
    assert open_source(PLAN.layer_role("red_line"), other).used.version == "2023-04-01"


def test_version_in_the_metadata_comes_first(tmp_path):
    path = write(tmp_path / "DLTB.gpkg", fields={"DLBM": "0102", "SJNF": "2022"})
    dataset = ogr.Open(str(path), 1)
    dataset.GetLayer(0).SetMetadataItem("VERSION", "2022年度变更调查")
    del dataset
    assert open_source(LAND_USE, path).used.version == "2022年度变更调查"


def test_hash_is_that_of_the_file(tmp_path):
    path = write(tmp_path / "DLTB.gpkg")
    expected = hashlib.sha256(path.read_bytes()).hexdigest()
    used = open_source(LAND_USE, path).used
    assert (used.role, used.name, used.crs) == ("land_use", "DLTB", "EPSG:4490")
    assert used.sha256 == expected


@pytest.mark.parametrize(
    ("stored", "declared"),
    [("GBK", "GBK"), ("GBK", None), ("GBK", "UTF-8"), ("UTF-8", "GBK"), ("UTF-8", None)],
)
def test_text_is_read_by_what_it_is_not_by_what_it_says(tmp_path, stored, declared):
    fields = {"DLBM": "0102", "ZLDWMC": "聊城市东昌府区沙镇镇前田村民委员会"}
    path = write(tmp_path / "DLTB.shp", fields=fields, options=[f"ENCODING={stored}"])
    path.with_suffix(".cpg").unlink()
    if declared:
        path.with_suffix(".cpg").write_text(declared, encoding="ascii")
    assert encoding_of(path) == (stored, [])
    (feature,) = read(open_source(LAND_USE, path))
    assert feature.fields["location"] == fields["ZLDWMC"]


def test_ascii_text_tells_no_encoding(tmp_path):
    path = write(tmp_path / "DLTB.shp", options=["ENCODING="])
    path.with_suffix(".cpg").unlink(missing_ok=True)
    assert encoding_of(path) == ("", [])


def test_short_word_whose_gbk_is_valid_utf8(tmp_path):
    """Validity alone would read 联通 as UTF-8."""
    fields = {"DLBM": "0102", "ZLDWMC": "联通"}
    path = write(tmp_path / "DLTB.shp", fields=fields, options=["ENCODING=GBK"])
    path.with_suffix(".cpg").unlink()
    (feature,) = read(open_source(LAND_USE, path))
    assert feature.fields["location"] == "联通"


def test_text_that_can_be_either_is_read_as_declared_and_said(tmp_path):
    fields = {"DLBM": "0102", "ZLDWMC": "m²", "KCXS": "0"}
    path = write(tmp_path / "DLTB.shp", fields=fields, options=UTF8)
    table = path.with_suffix(".dbf")
    assert "m²".encode() in table.read_bytes()
    path.with_suffix(".cpg").unlink()
    source = open_source(LAND_USE, path)
    assert [str(one) for one in source.notes] == [
        "The texts of DLTB.shp can be read as GBK and as UTF-8; they were read as GBK."
    ]
    path.with_suffix(".cpg").write_text("UTF-8", encoding="ascii")
    source = open_source(LAND_USE, path)
    assert source.notes == ()
    assert [feature.fields["location"] for feature in read(source)] == ["m²"]


def test_a_layer_without_deduction_factors_says_that_nothing_is_deducted(tmp_path):
    (said,) = open_source(LAND_USE, write(tmp_path / "DLTB.gpkg")).notes
    assert "DLTB has no field for the deduction factor (KCXS)" in str(said)
    with_factor = write(tmp_path / "DLTB2.gpkg", fields={"DLBM": "0102", "KCXS": "0.1"})
    assert open_source(LAND_USE, with_factor).notes == ()


def test_truncated_file_is_told_not_taken_for_empty(tmp_path):
    path = write(tmp_path / "DLTB.gpkg", shapes=[SQUARE] * 2000)
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 3)
        file.write(b"\xa5" * (path.stat().st_size // 2))
    with pytest.raises(UnreadableFile):
        read(open_source(LAND_USE, path))


def test_shapefile_without_its_table(tmp_path):
    path = write(tmp_path / "DLTB.shp")
    path.with_suffix(".dbf").unlink()
    with pytest.raises(InputError, match="no field for the land-use code"):
        open_source(LAND_USE, path)


def test_closed_source_lets_go_of_its_file(tmp_path):
    path = write(tmp_path / "DLTB.gpkg")
    source = open_source(LAND_USE, path)
    source.close()
    path.unlink()


def test_layers_of_a_folder(tmp_path):
    below = tmp_path / "三区三线"
    below.mkdir()
    both = write(tmp_path / "data.gpkg", names=("DLTB_2022", "YJJBNTTB", "points"))
    line = write(below / "371500STBHHX.shp")
    write(below / "YJJBNT.shp")
    (tmp_path / "broken.gpkg").write_bytes(b"x")
    (tmp_path / "notes.txt").write_text("DLTB", encoding="utf-8")
    assert find_layers(tmp_path, PLAN) == {
        "land_use": LayerFile(both, "DLTB_2022"),
        "basic_farmland": LayerFile(both, "YJJBNTTB"),
        "red_line": LayerFile(line, "371500STBHHX"),
    }


def test_exact_name_wins_over_one_with_a_year(tmp_path):
    path = write(tmp_path / "data.gpkg", names=("DLTB_2022", "DLTB", "DLTBGX"))
    assert find_layers(tmp_path, PLAN)["land_use"] == LayerFile(path, "DLTB")


def test_two_layers_that_fit_equally_are_asked_about(tmp_path):
    one = write(tmp_path / "DLTB_2021.shp")
    other = write(tmp_path / "DLTB_2022.shp")
    with pytest.raises(UndecidedInput) as asked:
        find_layers(tmp_path, PLAN)
    assert asked.value.question == "layer"
    assert asked.value.choices == (
        f"{one}|layername=DLTB_2021",
        f"{other}|layername=DLTB_2022",
    )


def test_folder_without_layers(tmp_path):
    assert find_layers(tmp_path, PLAN) == {}


def test_file_geodatabase(tmp_path):
    """GDAL 3.6 and later can write one; earlier ones only read."""
    driver = ogr.GetDriverByName("OpenFileGDB")
    if driver is None or not driver.TestCapability(ogr.ODrCCreateDataSource):
        pytest.skip("this GDAL cannot write a FileGDB")
    DRIVERS[".gdb"] = "OpenFileGDB"
    path = write(tmp_path / "三调.gdb", shapes=(SQUARE, FAR, "POLYGON EMPTY"))
    assert find_layers(tmp_path, PLAN) == {"land_use": LayerFile(path, "DLTB")}
    source = open_source(LAND_USE, path)
    assert len(read(source)) == 1
    assert "1 features of DLTB have no geometry" in str(source.notes[-1])
    before = source.used.sha256
    source.close()
    copied = tmp_path / "copy.gdb"
    shutil.copytree(path, copied)
    assert fingerprint(copied) == before
    assert date.fromisoformat(source.used.version)


def test_boxes_of_a_shapefile_are_those_of_its_features(tmp_path):
    """Read from the file's records; what was deleted and not packed is no feature."""
    path = write(tmp_path / "DLTB.shp", shapes=(SQUARE, FAR, SQUARE), options=UTF8)
    dataset = ogr.Open(str(path), 1)
    empty = ogr.Feature(dataset.GetLayer(0).GetLayerDefn())
    dataset.GetLayer(0).CreateFeature(empty)
    del dataset
    table = bytearray(path.with_suffix(".dbf").read_bytes())
    table[int.from_bytes(table[8:10], "little")] = ord("*")
    path.with_suffix(".dbf").write_bytes(table)
    opened = ogr.Open(str(path))
    numbers, boxes = boxes_of_all(opened.GetLayer(0), path)
    assert list(numbers) == [1, 2, 3]
    assert [tuple(box) for box in boxes[:2]] == [
        (117, 36, 117.01, 36.01),
        (116, 36, 116.01, 36.01),
    ]
    assert all(value != value for value in boxes[2])
    source = open_source(LAND_USE, path)
    assert [one.fid for one in read(source)] == [2]
    assert "1 features of DLTB have no geometry" in str(source.notes[-1])


def test_boxes_are_found_as_by_looking_at_each():
    random = np.random.default_rng(3)
    low = random.uniform(0, 100, (3000, 2))
    boxes = np.hstack([low, low + random.lognormal(0, 2, (3000, 2))])
    boxes[::50] = np.nan
    index = BoxIndex(np.arange(3000), boxes)
    assert index.shapeless == 60
    for left, bottom in random.uniform(-5, 105, (200, 2)):
        right, top = left + random.uniform(0, 9), bottom + random.uniform(0, 9)
        meets = (boxes[:, 0] <= right) & (boxes[:, 2] >= left)
        meets &= (boxes[:, 1] <= top) & (boxes[:, 3] >= bottom)
        assert index.meeting((left, bottom, right, top)) == np.flatnonzero(meets).tolist()
