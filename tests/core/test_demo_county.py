"""The fictional county keeps its promises; checked with shapely, pyproj and zipfile."""

from __future__ import annotations

import csv
import hashlib
import json
import struct
import subprocess
import sys
import warnings
import zipfile
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Dict, List, Tuple

import pytest

gdal = pytest.importorskip("osgeo.gdal")
ogr = pytest.importorskip("osgeo.ogr")
osr = pytest.importorskip("osgeo.osr")
pytest.importorskip("PIL")
wkb = pytest.importorskip("shapely.wkb")
ops = pytest.importorskip("shapely.ops")
with warnings.catch_warnings():
    # Debian's pyproj looks for its data where a venv has none; Geod needs none.
    warnings.simplefilter("ignore")
    pyproj = pytest.importorskip("pyproj")
import numpy as np  # noqa: E402 - after the skips: the bare environment has no GDAL
from PIL import Image  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
GEOD = pyproj.Geod(ellps="GRS80")
LAND, MINERAL = "土地卫片图斑", "矿产卫片图斑"


def make(folder: Path, seed: int = 2023) -> Path:
    command = [sys.executable, str(ROOT / "demo" / "make_county.py")]
    command += ["--small", "--seed", str(seed), "--out", str(folder)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("虚构 县's"))


def rows(path: Path) -> List[Tuple[dict, object]]:
    dataset = ogr.Open(str(path))
    layer = dataset.GetLayer(0)
    return [
        (feature.items(), wkb.loads(bytes(feature.GetGeometryRef().ExportToWkb())))
        for feature in layer
    ]


def base(county: Path, layer: str) -> List[Tuple[dict, object]]:
    return rows(county / "底图" / f"{layer}.gpkg")


def to_degrees(epsg: int):
    source, target = osr.SpatialReference(), osr.SpatialReference()
    source.ImportFromEPSG(epsg)
    target.ImportFromEPSG(4490)
    for system in (source, target):
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    way = osr.CoordinateTransformation(source, target)

    def move(xs, ys):
        points = way.TransformPoints(list(zip(xs, ys)))
        return [p[0] for p in points], [p[1] for p in points]

    return lambda geometry: ops.transform(move, geometry)


@pytest.fixture(scope="module")
def patches(county: Path, tmp_path_factory: pytest.TempPathFactory) -> Dict[str, tuple]:
    """Number → (attributes, geometry in zone 39, geometry in degrees), read by GDAL."""
    folder = tmp_path_factory.mktemp("unzipped")
    with zipfile.ZipFile(county / "下发" / "图斑_202304.zip") as archive:
        for info in archive.infolist():
            name = info.filename.encode("cp437").decode("gbk")
            (folder / name).write_bytes(archive.read(info))
    degrees = to_degrees(4527)
    found = {}
    for layer in (LAND, MINERAL):
        dataset = gdal.OpenEx(
            str(folder / f"{layer}.shp"), gdal.OF_VECTOR, open_options=["ENCODING=CP936"]
        )
        for feature in dataset.GetLayer(0):
            plane = wkb.loads(bytes(feature.GetGeometryRef().ExportToWkb()))
            found[feature["JCBH"]] = (feature.items(), plane, degrees(plane))
    return found


def area_m2(geometry) -> float:
    """Geodesic area; differs from TD/T 1055 by about 1e-8 of the area."""
    return abs(GEOD.geometry_area_perimeter(geometry)[0])


def mu(square_metres: float) -> Decimal:
    exact = Decimal(f"{square_metres:.2f}") * Decimal("0.0015")
    return exact.quantize(Decimal("0.01"), ROUND_HALF_UP)


def test_land_use_is_an_exact_partition_of_the_county(county: Path) -> None:
    cells = [geometry for _, geometry in base(county, "DLTB")]
    whole = next(shape for row, shape in base(county, "XZQ") if len(row["XZQDM"]) == 6)
    assert all(cell.is_valid for cell in cells)
    assert any(cell.geoms[0].interiors for cell in cells), "islands leave holes"
    # Nothing left over and nothing twice: the sum is the whole, and so is the union.
    assert sum(cell.area for cell in cells) == pytest.approx(whole.area, rel=1e-12)
    assert ops.unary_union(cells).symmetric_difference(whole).area == 0


def test_neighbours_share_their_edges_to_the_last_bit(county: Path) -> None:
    edges: Dict[tuple, int] = {}
    for _, geometry in base(county, "DLTB"):
        for ring in [geometry.geoms[0].exterior, *geometry.geoms[0].interiors]:
            points = list(ring.coords)
            for edge in zip(points, points[1:]):
                edges[tuple(sorted(edge))] = edges.get(tuple(sorted(edge)), 0) + 1
    whole = next(shape for row, shape in base(county, "XZQ") if len(row["XZQDM"]) == 6)
    outline = list(whole.geoms[0].exterior.coords)
    border = {tuple(sorted(edge)) for edge in zip(outline, outline[1:])}
    assert {edge for edge, count in edges.items() if count == 1} == border
    assert max(edges.values()) == 2


def test_townships_make_up_the_county(county: Path) -> None:
    shapes = {row["XZQDM"]: shape for row, shape in base(county, "XZQ")}
    whole = shapes.pop("379901")
    assert len(shapes) >= 2
    assert sum(shape.area for shape in shapes.values()) == pytest.approx(whole.area, rel=1e-9)


def test_land_use_fields_hold_what_the_standard_says(county: Path) -> None:
    for row, geometry in base(county, "DLTB"):
        assert row["TBMJ"] == pytest.approx(area_m2(geometry), abs=0.02)
        assert row["TBDLMJ"] == pytest.approx(row["TBMJ"] - row["KCMJ"], abs=1e-6)
        assert len(row["ZLDWDM"]) == 19 and row["ZLDWDM"].startswith("379901")
        assert "虚构" in row["ZLDWMC"]


def test_layers_come_in_two_coordinate_systems(county: Path) -> None:
    codes = {}
    for path in (county / "底图").glob("*.gpkg"):
        dataset = ogr.Open(str(path))
        codes[path.stem] = dataset.GetLayer(0).GetSpatialRef().GetAuthorityCode(None)
    assert codes.pop("YJJBNTTB") == "4527"
    assert set(codes.values()) == {"4490"} and len(codes) == 9


def test_basic_farmland_has_duplicates(county: Path) -> None:
    shapes = [geometry.wkb for _, geometry in base(county, "YJJBNTTB")]
    assert 0 < len(shapes) - len(set(shapes)) < 10


def test_the_red_line_is_one_large_polygon_with_holes(county: Path) -> None:
    ((_, geometry),) = base(county, "STBHHX")
    assert len(geometry.geoms) == 1 and geometry.is_valid
    assert geometry.geoms[0].interiors
    # About 1 point a metre on both banks; the full county is four times as wide.
    assert len(geometry.geoms[0].exterior.coords) > 5000


def test_the_zip_is_what_windows_writes(county: Path) -> None:
    with zipfile.ZipFile(county / "下发" / "图斑_202304.zip") as archive:
        names = [info.filename.encode("cp437").decode("gbk") for info in archive.infolist()]
        assert not any(info.flag_bits & 0x800 for info in archive.infolist())
        content = dict(zip(names, map(archive.read, archive.namelist())))
    assert sorted(names) == sorted(
        [f"{LAND}{end}" for end in (".shp", ".shx", ".dbf", ".prj")]
        + [f"{MINERAL}{end}" for end in (".shp", ".shx", ".dbf")]
    )
    for layer in (LAND, MINERAL):
        dbf = content[f"{layer}.dbf"]
        assert dbf[29] == 0, "no language id"
        assert "虚构县（演示）".encode("gbk") in dbf
        assert "虚构县".encode() not in dbf


def test_eastings_carry_zone_39_also_west_of_115_5_degrees(patches: Dict[str, tuple]) -> None:
    for _, plane, _ in patches.values():
        west, south, east, north = plane.bounds
        assert 39_000_000 < west < east < 40_000_000
        assert 4_000_000 < south < north < 4_100_000
    zones = {int((degrees.centroid.x + 1.5) // 3) for _, _, degrees in patches.values()}
    assert zones == {38, 39}


def test_issued_rows_say_what_an_office_expects(county: Path, patches: Dict[str, tuple]) -> None:
    plan = ROOT / "resources" / "plans" / "liaocheng-2023" / "patch_classes.json"
    classes = {c["code"] for c in json.loads(plan.read_text(encoding="utf-8"))["classes"]}
    assert len(patches) == 12
    assert sum("军用" in (row["BZ"] or "") for row, _, _ in patches.values()) == 1
    for number, (row, plane, degrees) in patches.items():
        assert plane.is_valid and plane.geom_type == "Polygon"
        assert row["JCMJ"] == pytest.approx(area_m2(degrees) * 0.0015, abs=0.0501)
        assert (row["QSX"], row["HSX"], row["JCLB"]) == ("20230215", "20230408", "202304")
        if not number.startswith("K"):
            assert row["TBFL"] in classes


def test_threshold_patches_hit_their_figures(county: Path, patches: Dict[str, tuple]) -> None:
    cultivated = ops.unary_union(
        [shape for row, shape in base(county, "DLTB") if row["DLBM"] in ("0101", "0102", "0103")]
    )
    land = {
        "耕地": cultivated,
        "生态保护红线": ops.unary_union([shape for _, shape in base(county, "STBHHX")]),
    }
    found = read_csv(county / "下发" / "阈值图斑.csv")
    assert {row["应得亩数"] for row in found} == {"20.00", "19.99", "5.00"}
    for row in found:
        patch = patches[row["图斑编号"]][2]
        inside = land[row["套合项"]].intersection(patch)
        assert 0 < inside.area < patch.area, "it crosses the boundary"
        assert str(mu(area_m2(inside))) == row["应得亩数"]
        for deduction, shape in ((r["KCXS"], s) for r, s in base(county, "DLTB")):
            assert not (deduction and shape.intersection(patch).area > 0)


def read_csv(path: Path) -> List[Dict[str, str]]:
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf"), "Excel needs the mark"
    return list(csv.DictReader(raw.decode("utf-8-sig").splitlines()))


def test_verdicts_agree_with_the_approvals(county: Path, patches: Dict[str, tuple]) -> None:
    verdicts = {row["地块编号"]: row for row in read_csv(county / "内业" / "判定.csv")}
    land = {number for number in patches if not number.startswith("K")}
    assert set(verdicts) == {f"{number}_1" for number in land}
    approved = {
        layer: ops.unary_union([shape for _, shape in base(county, layer)])
        for layer in ("农转用", "供地", "临时用地", "设施农业用地")
    }
    expected = {"legal": "供地", "temporary": "临时用地", "facility": "设施农业用地"}
    for number in land:
        row, patch = verdicts[f"{number}_1"], patches[number][2]
        covering = {layer for layer, area in approved.items() if area.covers(patch)}
        wanted = expected.get(row["判定类型"])
        assert (wanted in covering) if wanted else not covering
        assert ("军用" in (patches[number][0]["BZ"] or "")) == (row["判定类型"] == "military")


def test_verdicts_use_the_plans_codes_and_answer_the_flags(county: Path) -> None:
    plan = ROOT / "resources" / "plans" / "liaocheng-2023" / "verdicts.json"
    categories = {
        category["code"]: {sub["code"] for sub in category["subcategories"]}
        for category in json.loads(plan.read_text(encoding="utf-8"))["categories"]
    }
    flags = ["SFLZGD", "SFDPF", "SFWHZJ", "SFJJXM", "SFBZFA", "SFYLFY"]
    for row in read_csv(county / "内业" / "判定.csv"):
        assert row["判定细类"] in categories[row["判定类型"]] | {""}
        answers = {row[flag] for flag in flags}
        assert answers <= ({"是", "否", "不适用"} if row["判定类型"] == "illegal" else {""})


def test_mines_have_their_licence_evidence_and_verdict(
    county: Path, patches: Dict[str, tuple]
) -> None:
    mines = {number for number in patches if number.startswith("K")}
    verdicts = read_csv(county / "内业" / "矿产判定.csv")
    evidence = read_csv(county / "内业" / "矿产举证.csv")
    assert {row["地块编号"] for row in verdicts} == {f"{number}_1" for number in mines}
    assert {row["地块编号"] for row in evidence} == {f"{number}_1" for number in mines}
    assert (county / "底图" / "采矿权.gpkg").is_file()
    plan = ROOT / "resources" / "plans" / "liaocheng-2023"
    lists = json.loads((plan / "evidence.json").read_text(encoding="utf-8"))["kinds"]
    assert set(evidence[0]) - {"地块编号"} <= {one["zh"] for one in lists}


def test_every_ordinary_land_patch_was_visited(county: Path) -> None:
    judged = {row["地块编号"]: row["判定类型"] for row in read_csv(county / "内业" / "判定.csv")}
    visited = read_csv(county / "外业" / "核查.csv")
    assert {row["地块编号"] for row in visited} == {n for n in judged if judged[n] != "military"}
    rules = json.loads(
        (ROOT / "resources/plans/liaocheng-2023/field.json").read_text(encoding="utf-8")
    )
    for column, name in (("核查方式", "ways"), ("建设状态", "stages"), ("主体类型", "actor_kinds")):
        assert {row[column] for row in visited} <= {one["zh"] for one in rules[name]} | {""}
    for row in visited:
        assert "2023-04-11" < row["核查日期"] < "2023-04-21"
        assert row["核查人"].startswith("虚构") and row["现场描述"].endswith("（演示数据）")
        assert row["实际用途"]


def test_every_scenario_uses_the_plans_codes() -> None:
    from tuban.demo import scenarios

    plan = ROOT / "resources" / "plans" / "liaocheng-2023" / "verdicts.json"
    categories = {
        category["code"]: {sub["code"] for sub in category["subcategories"]}
        for category in json.loads(plan.read_text(encoding="utf-8"))["categories"]
    }
    for scenario in [*scenarios.cast(small=False), *scenarios.MINES, scenarios.MILITARY]:
        category, subcategory = scenario.verdict
        assert subcategory in categories[category] | {""}
    assert len(scenarios.cast(small=False)) == 120
    assert len(scenarios.mines(small=False)) == 6


def test_photos_look_at_their_patch(county: Path, patches: Dict[str, tuple]) -> None:
    photos = sorted((county / "外业" / "照片").glob("*/*.jpg"))
    assert len({photo.parent for photo in photos}) >= 3 and len(photos) >= 6
    for photo in photos:
        row, _, patch = patches[photo.parent.name]
        assert "军用" not in (row["BZ"] or "")
        assert photo.stat().st_size < 80_000 and len(photo.name) <= 20
        exif = Image.open(photo).getexif()
        position, detail = exif.get_ifd(0x8825), exif.get_ifd(0x8769)
        lat, lon = (dms[0] + dms[1] / 60 + dms[2] / 3600 for dms in (position[2], position[4]))
        centre = patch.centroid
        bearing, _, distance = GEOD.inv(lon, lat, centre.x, centre.y)
        west, south, east, north = patch.bounds
        assert distance < 30 + GEOD.inv(west, south, east, north)[2]
        off = (float(position[17]) - bearing + 180) % 360 - 180
        assert abs(off) < 25, "it looks towards the patch"
        assert "2023:04:11" < detail[36867] < "2023:04:22"


def test_changes_can_be_seen_in_the_images(county: Path, patches: Dict[str, tuple]) -> None:
    before, after = (next((county / "影像").glob(f"{name}*.tif")) for name in ("前", "后"))
    for path in (before, after):
        dataset = gdal.Open(str(path))
        assert dataset.RasterCount == 3 and dataset.GetRasterBand(1).GetOverviewCount() > 0
        assert osr.SpatialReference(dataset.GetProjection()).GetAuthorityCode(None) == "4527"
    seen = {number: greenness(after, plane) for number, (_, plane, _) in patches.items()}
    verdicts = {row["地块编号"][:-2]: row for row in read_csv(county / "内业" / "判定.csv")}
    built = [seen[n] for n in seen if n in verdicts and patches[n][0]["TBLX"] == "0503"]
    (unchanged,) = (seen[n] for n in seen if patches[n][0]["TBLX"] == "0849")
    assert max(built) < 10 < 20 < unchanged, "in April wheat is green and roofs are not"


def greenness(path: Path, polygon: object) -> float:
    """Mean of 2G − R − B well inside a polygon."""
    dataset = gdal.Open(str(path))
    west, pixel, _, north, _, _ = dataset.GetGeoTransform()
    x, y = polygon.representative_point().coords[0]
    half = 4
    column, row = int((x - west) / pixel) - half, int((north - y) / pixel) - half
    red, green, blue = dataset.ReadAsArray(column, row, 2 * half, 2 * half).astype(float)
    return float(np.mean(2 * green - red - blue))


def test_same_seed_same_bytes_another_seed_another_county(county: Path, tmp_path: Path) -> None:
    assert hashes(make(tmp_path / "again")) == hashes(county)
    other = hashes(make(tmp_path / "other", seed=7))
    assert other.keys() != hashes(county).keys() or other != hashes(county)
    dltb = Path("底图") / "DLTB.gpkg"
    assert other[dltb] != hashes(county)[dltb]


def hashes(folder: Path) -> Dict[Path, str]:
    return {
        path.relative_to(folder): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_it_says_that_it_is_fictional(county: Path) -> None:
    assert "虚构" in (county / "说明.txt").read_text(encoding="utf-8-sig")
    for layer in ("DLTB", "YJJBNTTB", "STBHHX", "CZKFBJ", "XZQ", "农转用", "供地"):
        row, _ = base(county, layer)[0]
        assert "虚构" in row["BZ"]


def test_the_shapefile_header_is_a_polygon_file(county: Path) -> None:
    with zipfile.ZipFile(county / "下发" / "图斑_202304.zip") as archive:
        shapes = [archive.read(name) for name in archive.namelist() if name.endswith(".shp")]
    for content in shapes:
        assert struct.unpack(">i", content[:4]) == (9994,)
        assert struct.unpack("<i", content[32:36]) == (5,)
