"""The route of must-visit patches: which ones, in which order, both figures, in three formats."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from decimal import Decimal

import openpyxl
import pytest

from tuban.core.errors import InputError, OutputError
from tuban.core.model import PatchKind
from tuban.core.submission.visit_route import route, write_route

MONTH = "2023-04"


def english(template):
    return template


@pytest.fixture
def visited(book, build):
    """Places at 0, 1, 2 and 3 steps to the east; all but the third reach 20 mu."""
    for index, mu in ((0, "20.00"), (1, "25.00"), (2, "19.99"), (3, "20.00")):
        book.change_figures(index, cultivated_mu=Decimal(mu), cultivated_m2=Decimal("13326.67"))
    return book


def test_the_thresholds_decide_and_the_nearest_comes_next(visited, plan):
    stops = route(visited, plan, MONTH)
    land = visited.land
    assert [one.patch.number for one in stops] == [land[0].number, land[1].number, land[3].number]
    assert stops[0].km == 0
    # 0.002° of longitude at 36.4°N: 0.002 × 111.195 km × cos 36.4005° = 0.179 km.
    assert stops[1].km == pytest.approx(0.179, abs=0.001)
    assert stops[2].km == pytest.approx(0.358, abs=0.001)


def test_both_figures_are_shown(visited, plan):
    """20.00 mu printed after adjustment, 13 326.67 m² × 0.0015 = 19.99 mu before it."""
    figures = route(visited, plan, MONTH)[0].figures
    assert figures["cultivated"] == (Decimal("20.00"), Decimal("19.99"))


def test_a_figure_that_is_unknown_is_no_zero(visited, plan):
    visited.change_figures(0, red_line_mu=None, red_line_m2=None)
    assert route(visited, plan, MONTH)[0].figures["red_line"] == (None, None)


def test_the_order_does_not_follow_the_numbers(visited, plan, build):
    far = build.rectangle(115.8, 36.4)
    dossier = visited.files[3]
    from dataclasses import replace

    patch = replace(visited.land[3], geometry=far)
    visited.land[3] = patch
    visited.files[3] = replace(dossier, patch=patch)
    stops = route(visited, plan, MONTH)
    assert next(one.patch.number for one in stops) == patch.number


def test_military_patches_are_in_none_of_the_files(visited, plan, out):
    visited.judge(1, "military", "")
    stops, paths = write_route(visited, plan, MONTH, out, english)
    number = visited.land[1].number
    assert number not in [one.patch.number for one in stops]
    for suffix in ("gpx", "kml"):
        assert number not in paths[suffix].read_text(encoding="utf-8")
    cells = openpyxl.load_workbook(paths["xlsx"]).active.iter_rows(values_only=True)
    assert all(number != value for row in cells for value in row)


def test_the_files_are_what_other_programs_read(visited, plan, out):
    visited.change_patch(0, number="A&B<1>")
    _, paths = write_route(visited, plan, MONTH, out, english)
    gpx = ET.parse(paths["gpx"]).getroot()
    space = "{http://www.topografix.com/GPX/1/1}"
    points = gpx.findall(f"{space}wpt")
    assert next(one.findtext(f"{space}name") for one in points) == "1 A&B<1>"
    assert len(gpx.findall(f"{space}rte/{space}rtept")) == 3
    assert 115.9 < float(points[0].get("lon")) < 115.901
    assert 36.4 < float(points[0].get("lat")) < 36.401
    kml = ET.parse(paths["kml"]).getroot()
    space = "{http://www.opengis.net/kml/2.2}"
    assert len(list(kml.iter(f"{space}Polygon"))) == 3
    sheet = openpyxl.load_workbook(paths["xlsx"]).active
    rows = [row for row in sheet.iter_rows(values_only=True) if isinstance(row[0], int)]
    assert next(row[1] for row in rows) == "A&B<1>"
    # Order, number, class, verdict, by whom, why, area twice, cultivated twice.
    assert rows[0][8:10] == (20, 19.99)
    assert rows[0][4] == "City"
    assert rows[0][5].endswith("20.00 mu (unrounded 19.9900), threshold 20 mu")


def test_mines_of_ten_mu_are_on_the_list_for_the_province(visited, plan, out, build):
    """The rectangle of 9 948.21 m² is 14.92 mu."""
    from dataclasses import replace

    patch = replace(visited.land.pop(2), kind=PatchKind.MINERAL)
    visited.minerals.append(patch)
    visited.files[2] = replace(visited.files[2], patch=patch, verdicts={}, figures=None)
    stops, paths = write_route(visited, plan, MONTH, out, english)
    (mine,) = [one for one in stops if one.patch.kind is PatchKind.MINERAL]
    assert [one.rule.by for one in mine.reached] == ["province"]
    sheet = openpyxl.load_workbook(paths["xlsx"]).active
    by = [row[4] for row in sheet.iter_rows(values_only=True) if isinstance(row[0], int)]
    assert sorted(by) == ["City", "City", "City", "Province"]
    visited.minerals[-1] = replace(patch, remark="军用")
    visited.files[2] = replace(visited.files[2], patch=visited.minerals[-1])
    assert all(one.patch.kind is PatchKind.LAND for one in route(visited, plan, MONTH))


def test_a_month_without_such_patches_gives_an_empty_list(book, plan, out):
    for index in range(4):
        book.judge(index, "legal", "supplied")
    stops, paths = write_route(book, plan, MONTH, out, english)
    assert stops == []
    assert ET.parse(paths["gpx"]).getroot() is not None


def test_bad_months_and_folders_are_told(book, plan, out):
    with pytest.raises(InputError):
        route(book, plan, "四月")
    with pytest.raises(OutputError):
        write_route(book, plan, MONTH, out / "没有", english)
