"""执法TXT: written, read back by the reader of issued files, against an independent projection."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from tuban.core.geometry import digest, multipolygon_from_wkb, wkb_from_multipolygon
from tuban.core.intake import ReadOptions, read_draft
from tuban.core.submission import read_package, write_package
from tuban.core.submission.boundary_txt import boundary_files
from tuban.core.submission.collecting import collect

MONTH, TODAY = "2023-04", date(2023, 4, 18)


def ring(*points):
    return np.array([*points, points[0]], dtype=float)


SHELL = ring((115.9, 36.4), (115.9, 36.402), (115.903, 36.402), (115.903, 36.4))
HOLE = ring((115.901, 36.4005), (115.902, 36.4005), (115.902, 36.4015))
PART = ring((115.905, 36.4), (115.905, 36.401), (115.906, 36.401))


def files(book, plan):
    return dict(boundary_files(collect(book, plan, MONTH, TODAY)))


def set_outline(book, index, polygons):
    wkb = wkb_from_multipolygon(polygons)
    book.change_parcel(index, geometry=wkb, geometry_sha256=digest(wkb))


def in_order(rings):
    corners = [tuple(point) for ring in rings for point in ring[:-1]]
    return sorted(corners, key=lambda point: (round(point[0], 6), round(point[1], 6)))


def test_a_boundary_text_reads_back_as_the_parcel(book, plan, tmp_path):
    set_outline(book, 0, [[SHELL, HOLE], [PART]])
    name, content = next(iter(files(book, plan).items()))
    assert name == f"坐标/{book.files[0].parcel.number}.txt"
    path = tmp_path / "地块.txt"
    path.write_bytes(content)
    draft = read_draft(path, plan, ReadOptions(month=MONTH))
    (row,) = draft.patches
    found = multipolygon_from_wkb(row.geometry)
    assert [len(polygon) for polygon in sorted(found, key=len)] == [1, 2]
    corners = in_order([r for polygon in found for r in polygon])
    wanted = in_order([SHELL, HOLE, PART])
    assert np.allclose(corners, wanted, rtol=0, atol=2e-9)  # 0.2 mm


def test_points_are_those_of_an_independent_projection(book, plan):
    pyproj = pytest.importorskip("pyproj")
    set_outline(book, 0, [[SHELL]])
    content = next(iter(files(book, plan).values())).decode("gbk")
    lines = content.split("\r\n")
    assert "带号=39" in lines
    assert "坐标系=2000国家大地坐标系" in lines
    way = pyproj.Transformer.from_crs("EPSG:4490", "EPSG:4527", always_xy=True)
    east, north = way.transform(*SHELL[0])
    first = lines[lines.index("[地块坐标]") + 2].split(",")
    assert first[:2] == ["J1", "1"]
    assert abs(float(first[2]) - north) < 0.0001
    assert abs(float(first[3]) - east) < 0.0001
    assert first[3].startswith("39")


def test_a_name_with_commas_stays_one_cell(book, plan):
    book.change_parcel(0, number="甲,乙@_1")
    content = next(iter(files(book, plan).values())).decode("gbk")
    header = next(line for line in content.split("\r\n") if line.endswith("@"))
    assert header.split(",") == ["5", "甲，乙＠_1", "违法", "厂房", "@"]


def test_the_package_has_one_per_parcel_and_none_of_military_land(book, plan, out):
    book.judge(1, "military", "")
    written = write_package(book, plan, MONTH, out, str, today=TODAY)
    names = [one.name for one in read_package(written.path).manifest.members]
    texts = sorted(name for name in names if name.endswith(".txt"))
    assert texts == sorted(f"坐标/{book.files[at].parcel.number}.txt" for at in (0, 2, 3))
