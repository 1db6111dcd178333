"""Boundary TXT: every dialect, both orders, and what the files get wrong in practice."""

from __future__ import annotations

from decimal import Decimal

import pytest

pytest.importorskip("osgeo")

from tuban.core.errors import UndecidedInput, UnreadableFile
from tuban.core.geometry import multipolygon_from_wkb
from tuban.core.intake import ReadOptions, list_layers, read_draft
from tuban.core.plan import load_plan

PLAN = load_plan("liaocheng-2023")
MONTH = ReadOptions(month="2023-04")
E0, N0 = 39_411_000.0, 4_035_000.0
SQUARE_M2 = Decimal("9998.05")  # TD/T 1055-2019, test vector
HEAD = """[属性描述]
格式版本号=1.01版本
数据产生单位=测试县自然资源局
数据产生日期=2023-4-10
坐标系=2000国家大地坐标系
几度分带=3
投影类型=高斯克吕格
计量单位=米
带号=39
精度=0.001
转换参数=,,,,,,
[地块坐标]"""
SQUARE = [(E0, N0), (E0, N0 + 100), (E0 + 100, N0 + 100), (E0 + 100, N0)]
HOLE = [(E0 + 20, N0 + 20), (E0 + 40, N0 + 20), (E0 + 40, N0 + 40), (E0 + 20, N0 + 40)]


def points(*rings, easting_first=False, close=True, numbers=None, minus=0.0):
    lines = []
    for index, ring in enumerate(rings):
        whole = [*ring, ring[0]] if close else ring
        for at, (east, north) in enumerate(whole):
            pair = (east - minus, north) if easting_first else (north, east - minus)
            number = numbers[index] if numbers else index + 1
            lines.append(f"J{at % len(ring) + 1},{number},{pair[0]:.3f},{pair[1]:.3f}")
    return lines


def write(folder, *lines, head=HEAD, codec="gbk", end="\r\n", name="界址点.txt"):
    path = folder / name
    text = "\n".join([*head.split("\n"), *lines]) + "\n"
    path.write_bytes(text.replace("\n", end).encode(codec))
    return path


def checks(draft, name):
    return [str(one.message) for one in draft.notes if one.check == f"intake.{name}"]


SURVEY = "5,0.9998,TB001,村东地块,面,I50G001,工业用地,0601,@"
HEADERS = {
    "survey 勘测定界": (SURVEY, "TB001", "0.9998"),
    "enforcement 执法": ("5,TB001,新增,厂房,@", "TB001", None),
    "one map 一张图": ("TB001,村东地块,新增,,@", "TB001", None),
    "linked quota 增减挂钩": ("5,0.9998,,TB001,,,,0601,@ ", "TB001", "0.9998"),
    "in and out 进出平衡": ("5,TB001,面,设施,@ ", "TB001", None),
    "supplement 补充耕地": ("5,0.9998,TB001,村东,面,,,0103,0103,旱地,,,备注,@", "TB001", "0.9998"),
}


@pytest.mark.parametrize("dialect", HEADERS)
@pytest.mark.parametrize("easting_first", [False, True])
def test_every_dialect_both_ways_round(tmp_path, dialect, easting_first):
    header, number, area = HEADERS[dialect]
    end = "\r" if "in and out" in dialect else "\r\n"
    path = write(tmp_path, header, *points(SQUARE, easting_first=easting_first), end=end)
    draft = read_draft(path, PLAN, MONTH)
    (patch,) = draft.patches
    assert (patch.number, patch.area_m2, patch.month) == (number, SQUARE_M2, "2023-04")
    assert (patch.issued_area, draft.source.area_unit) == (area, "ha" if area else "")
    assert patch.issued["数据产生单位"] == "测试县自然资源局"
    assert (draft.source.crs, draft.source.encoding) == ("EPSG:4527", "GBK")
    assert bool(checks(draft, "order")) == easting_first
    assert checks(draft, "crs") == []


@pytest.mark.parametrize("codec", ["gbk", "utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_encodings_and_line_ends(tmp_path, codec, end):
    path = write(tmp_path, SURVEY, *points(SQUARE), codec=codec, end=end)
    (patch,) = read_draft(path, PLAN, MONTH).patches
    assert patch.issued["地块名称"] == "村东地块"
    assert patch.area_m2 == SQUARE_M2


@pytest.mark.parametrize("count, close", [(4, True), (5, True), (4, False), (5, False)])
def test_the_count_may_include_the_closing_point_or_not(tmp_path, count, close):
    path = write(tmp_path, f"{count},TB001,新增,厂房,@", *points(SQUARE, close=close))
    draft = read_draft(path, PLAN, MONTH)
    assert [patch.area_m2 for patch in draft.patches] == [SQUARE_M2]
    assert len(multipolygon_from_wkb(draft.patches[0].geometry)[0][0]) == 5


@pytest.mark.parametrize("count", [3, 6, 65])
def test_points_that_are_missing_are_said(tmp_path, count):
    """A file that was cut off, or copied without some lines."""
    lines = [f"{count},TB001,新增,厂房,@", *points(SQUARE), "5,TB002,新增,厂房,@", *points(SQUARE)]
    draft = read_draft(write(tmp_path, *lines), PLAN, MONTH)
    assert [patch.number for patch in draft.patches] == ["TB002"]
    assert (draft.refused[0].row, draft.refused[0].number) == (1, "TB001")
    assert f"{count} boundary points are announced, 5 are there" in str(draft.refused[0].reason)


@pytest.mark.parametrize("numbers", [(1, 2), (1, 1), (2, 1)])
def test_rings_are_holes_by_containment(tmp_path, numbers):
    """Whatever the ring numbers say, and although both rings wind the same way."""
    lines = points(SQUARE, HOLE, numbers=numbers)
    draft = read_draft(write(tmp_path, "10,TB001,新增,厂房,@", *lines), PLAN, MONTH)
    ((shell, hole),) = multipolygon_from_wkb(draft.patches[0].geometry)
    assert len(shell) == len(hole) == 5
    # 400 of the square's 10,000 m² in the plane.
    assert float(draft.patches[0].area_m2) == pytest.approx(9998.0522 * 0.96, abs=0.02)


def test_an_island_in_a_hole_and_a_second_part(tmp_path):
    island = [(E0 + 25 + x, N0 + 25 + y) for x, y in ((0, 0), (0, 10), (10, 10), (10, 0))]
    apart = [(east + 200, north) for east, north in SQUARE]
    lines = points(island, HOLE, apart, SQUARE)
    draft = read_draft(write(tmp_path, "20,TB001,新增,厂房,@", *lines), PLAN, MONTH)
    polygons = multipolygon_from_wkb(draft.patches[0].geometry)
    assert sorted(len(polygon) for polygon in polygons) == [1, 1, 2]
    assert float(draft.patches[0].area_m2) == pytest.approx(9998.06 * 1.97, abs=0.05)
    assert "3 separate parts" in checks(draft, "geometry")[0]


def test_numbers_that_go_on_across_rings_and_labels_without_j(tmp_path):
    ring = [*SQUARE, SQUARE[0]]
    lines = [f"{at},1,{north},{east}" for at, (east, north) in enumerate(ring, start=7)]
    draft = read_draft(write(tmp_path, "5,TB001,新增,厂房,@", *lines), PLAN, MONTH)
    assert draft.patches[0].area_m2 == SQUARE_M2


def test_plain_eastings_take_the_zone_of_the_head(tmp_path):
    lines = points(SQUARE, minus=39_000_000)
    draft = read_draft(write(tmp_path, SURVEY, *lines), PLAN, MONTH)
    assert draft.patches[0].area_m2 == SQUARE_M2
    assert draft.source.crs == "EPSG:4548"


def test_plain_eastings_without_a_zone_are_asked_about(tmp_path):
    lines = points(SQUARE, minus=39_000_000)
    path = write(tmp_path, SURVEY, *lines, head=HEAD.replace("带号=39", "带号="))
    with pytest.raises(UndecidedInput) as caught:
        read_draft(path, PLAN, MONTH)
    assert caught.value.question == "crs"
    draft = read_draft(path, PLAN, ReadOptions(month="2023-04", crs="EPSG:4548"))
    assert draft.patches[0].area_m2 == SQUARE_M2


def test_the_zone_before_the_easting_wins_over_the_head(tmp_path):
    path = write(tmp_path, SURVEY, *points(SQUARE), head=HEAD.replace("带号=39", "带号=38"))
    draft = read_draft(path, PLAN, MONTH)
    assert draft.source.crs == "EPSG:4527"
    assert "cannot be in" in checks(draft, "crs")[0]


def test_both_zones_in_one_text(tmp_path):
    other = [(east - 1_000_000, north) for east, north in SQUARE]
    lines = ["5,A,新增,厂房,@", *points(SQUARE), "5,B,新增,厂房,@", *points(other)]
    draft = read_draft(write(tmp_path, *lines), PLAN, MONTH)
    west = [multipolygon_from_wkb(patch.geometry)[0][0][0, 0] for patch in draft.patches]
    assert west[0] - west[1] == pytest.approx(3, abs=1e-9)


@pytest.mark.parametrize("system", ["1980西安坐标系", "80国家大地坐标系", "1954北京坐标系"])
def test_other_datums_are_asked_about(tmp_path, system):
    head = HEAD.replace("2000国家大地坐标系", system)
    path = write(tmp_path, SURVEY, *points(SQUARE), head=head)
    with pytest.raises(UndecidedInput, match=system) as caught:
        read_draft(path, PLAN, MONTH)
    assert caught.value.question == "crs"
    assert read_draft(path, PLAN, ReadOptions(month="2023-04", crs="EPSG:4527")).patches


def test_longitude_and_latitude_both_ways_round(tmp_path):
    corners = [(116.0, 36.4), (116.0, 36.401), (116.001, 36.401), (116.001, 36.4)]
    for easting_first in (False, True):
        lines = points(corners, easting_first=easting_first)
        path = write(tmp_path, "5,TB001,新增,厂房,@", *lines, head="[地块坐标]")
        draft = read_draft(path, PLAN, MONTH)
        assert multipolygon_from_wkb(draft.patches[0].geometry)[0][0][0] == pytest.approx(
            (116.0, 36.4)
        )


def test_the_project_block_and_full_width_commas(tmp_path):
    head = HEAD.replace("[地块坐标]", "[项目信息]\nXZQDM=371599\nXMC=测试县\n[地块坐标]")
    lines = [one.replace(",", "，") for one in points(SQUARE)]
    draft = read_draft(write(tmp_path, "5，TB001，新增，厂房，@", *lines, head=head), PLAN, MONTH)
    assert (draft.patches[0].county_code, draft.patches[0].county_name) == ("371599", "测试县")
    assert draft.patches[0].area_m2 == SQUARE_M2


def test_an_area_in_square_metres_is_noticed(tmp_path):
    header = SURVEY.replace("0.9998", "9998.05")
    draft = read_draft(write(tmp_path, header, *points(SQUARE)), PLAN, MONTH)
    assert (draft.source.area_unit, draft.patches[0].issued_area) == ("m2", "9998.05")


def test_lines_that_are_no_points_are_said(tmp_path):
    lines = points(SQUARE)
    lines[2] = "J3,1,4035x00,39411100"
    draft = read_draft(write(tmp_path, SURVEY, *lines), PLAN, MONTH)
    assert draft.patches == []
    assert "line 16" in str(draft.refused[0].reason) and "4035x00" in str(draft.refused[0].reason)


def test_coordinates_from_elsewhere_are_refused(tmp_path):
    lines = points([(1, 1), (1, 2), (2, 2), (2, 1)])
    draft = read_draft(write(tmp_path, SURVEY, *lines), PLAN, MONTH)
    assert "in China" in str(draft.refused[0].reason)


def test_a_parcel_without_points_is_refused(tmp_path):
    draft = read_draft(write(tmp_path, "TB009,村东,新增,,@"), PLAN, MONTH)
    assert "no boundary points" in str(draft.refused[0].reason)


@pytest.mark.parametrize("content", ["", "你好，世界\n", HEAD])
def test_a_text_that_is_no_boundary_text_is_refused(tmp_path, content):
    path = tmp_path / "a.txt"
    path.write_text(content, encoding="gbk")
    with pytest.raises(UnreadableFile, match=r"a\.txt"):
        list_layers(path)


def test_the_month_is_asked_for(tmp_path):
    path = write(tmp_path, SURVEY, *points(SQUARE))
    with pytest.raises(UndecidedInput) as caught:
        read_draft(path, PLAN)
    assert caught.value.question == "month"


def test_a_boundary_text_in_a_zip_beside_a_readme(tmp_path, issued):
    path = write(tmp_path, SURVEY, *points(SQUARE))
    readme = tmp_path / "说明.txt"
    readme.write_text("请在二十二日前填报。\n", encoding="gbk")
    zipped = issued.zipped([path, readme])
    assert [choice.name for choice in list_layers(zipped)] == ["界址点"]
    assert read_draft(zipped, PLAN, MONTH).patches[0].area_m2 == SQUARE_M2
