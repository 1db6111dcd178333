"""The overview of a fictional city as a file, and what is refused."""

from __future__ import annotations

import shutil

import fictional_city as city
import pytest
from qgis.core import QgsProcessingException

from tuban.core.plan import load_plan


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("city") / "虚构市.gpkg"
    city.make_city(path, load_plan("liaocheng-2023"))
    return path


@pytest.fixture
def casebook(made, tmp_path):
    return shutil.copy(made, tmp_path / "虚构市 '一'.gpkg")


def test_the_page_is_written_with_its_figures(casebook, tmp_path, run):
    page = tmp_path / "总览 四月.html"
    found = run("overview", CASEBOOK=casebook, MONTH=city.LAST, DAY="2023-04-23", OUTPUT=page)
    # 220 mu of 970, of which 60 are put right; ten, one and one are overdue.
    assert (found["RATIO"], found["LEFT_MU"], found["OVERDUE"]) == (22.68, 160.0, 12)
    words = page.read_text(encoding="utf-8")
    for said in ("虚构市", "160.00", "22.68%", "2023-04-22", "虚构南区"):
        assert said in words, said
    assert "://" not in words and "虚构审核人" not in words


def test_the_suffix_decides_and_an_earlier_day_counts_less(casebook, tmp_path, run):
    page = tmp_path / "总览.pdf"
    found = run("overview", CASEBOOK=casebook, MONTH="2023-03", DAY="2023-03-31", OUTPUT=page)
    assert page.read_bytes().startswith(b"%PDF")
    # Of each county's three months two parcels: 180 mu, in two of them one is put right.
    assert (found["LEFT_MU"], found["OVERDUE"]) == (120.0, 0)


@pytest.mark.parametrize(
    "wrong, said",
    [({"DAY": "2020-01-01"}, "2020-01-01"), ({"MONTH": "2023-13"}, "2023-13"), ({"DAY": "x"}, "x")],
)
def test_what_is_refused_leaves_no_file(casebook, tmp_path, run, wrong, said):
    page = tmp_path / "o.html"
    given = {"CASEBOOK": casebook, "MONTH": city.LAST, "OUTPUT": page, **wrong}
    with pytest.raises(QgsProcessingException, match=said):
        run("overview", **given)
    assert not page.exists()
