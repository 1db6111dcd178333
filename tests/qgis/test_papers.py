"""Papers with their pictures and pages: what the window and the toolbox write."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from qgis.core import QgsGeometry, QgsRectangle
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtSvg import QSvgRenderer

from tuban.core.casebook import open_casebook
from tuban.core.charts import (
    Band,
    Bar,
    Mark,
    Reached,
    Stack,
    bars,
    course,
    progress,
    ranking,
    stacked,
)
from tuban.core.errors import UnreadableFile
from tuban.core.plan import load_plan
from tuban.core.reports.papers import Desk, Wanted
from tuban.maps.paper_files import TEMPLATES, name_of, write_paper
from tuban.maps.paper_maps import draw_map
from tuban.maps.paper_pictures import chart_png, pictures_of
from tuban.maps.words import chinese

sys.path.append(str(Path(__file__).parents[1] / "core"))

PLAN = load_plan("liaocheng-2023")
RED = 0xFFC0392B


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    from fictional_city import make_city

    path = tmp_path_factory.mktemp("城 市") / "台账.gpkg"
    make_city(path, PLAN)
    return path


@pytest.fixture(scope="module")
def desk(city):
    with open_casebook(city, "虚构某人", read_only=True) as book:
        yield Desk(book, PLAN, chinese)


def pixels(image: QImage, colour: int) -> int:
    """How many of every fourth dot have a colour."""
    return sum(
        image.pixel(x, y) == colour
        for x in range(0, image.width(), 4)
        for y in range(0, image.height(), 4)
    )


def text_of(pdf: Path) -> list[str]:
    """The pages' text by another program."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    done = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8").rstrip("\f").split("\f")


def test_qt_draws_every_chart(qgis_app):
    band = Band((None, 2), (None, 1), (None, 3))
    for svg in (
        bars("甲", [Bar("乙", 3, "a")], marks=[Mark("问责", 2)]),
        ranking("甲", [Bar("乙", 3, "a")]),
        stacked("甲", ["合法"], [Stack("乙", (3,), "a")]),
        course("甲", ["1", "2"], ("今年", [1, None]), ("去年", [1, 2]), ("外推", band), key="a"),
        progress("甲", ["上报"], [Reached("乙", (1,), 2, "a")]),
    ):
        renderer = QSvgRenderer(svg.encode("utf-8"))
        assert renderer.isValid()
        image = QImage.fromData(chart_png(svg))
        assert image.width() == 1772 and abs(image.dotsPerMeterX() - 11811) < 2
        blue = pixels(image, 0xFF1F5FA8)
        assert blue > 20


def test_a_shape_is_found_by_its_key(qgis_app):
    renderer = QSvgRenderer(ranking("", [Bar("甲", 3, "a"), Bar("乙", 1, "b")]).encode("utf-8"))
    wide, narrow = renderer.boundsOnElement("a"), renderer.boundsOnElement("b")
    assert wide.width() == pytest.approx(3 * narrow.width(), abs=0.5)


def test_all_pictures_of_a_bulletin_are_drawn(desk):
    paper = desk.paper(Wanted("bulletin", "2023-04"))
    found = pictures_of(paper)
    assert {"图：进度", "图：走势", "地图：县区", "地图：分布"} <= set(found)
    assert all(one.startswith(b"\x89PNG") for one in found.values())


def test_illegal_parcels_are_spots_on_the_map(desk):
    block = desk.paper(Wanted("bulletin", "2023-04")).parts["地图：分布"]
    assert len(block.spots) == 4
    assert pixels(draw_map(block, {}, 1000), RED) > 10
    none = desk.paper(Wanted("bulletin", "2023-04")).parts["地图：县区"]
    assert none.spots == ()


def test_counties_have_their_borders_where_they_are_given(desk):
    block = desk.paper(Wanted("bulletin", "2023-04")).parts["地图：县区"]
    borders = {
        code: QgsGeometry.fromRect(QgsRectangle(115.4 + 0.3 * at, 36.2, 115.7 + 0.3 * at, 36.5))
        for at, code in enumerate(block.names)
    }
    dark = 0xA93A26
    with_borders, without = (draw_map(block, one, 1000) for one in (borders, {}))

    def shaded(image: QImage) -> int:
        return sum(
            image.pixelColor(x, y).red() - image.pixelColor(x, y).blue() > 60
            for x in range(0, image.width(), 8)
            for y in range(0, image.height(), 8)
        )

    assert dark and shaded(with_borders) > 20 * max(1, shaded(without))


def test_a_paper_is_written_whole(desk, tmp_path):
    written = write_paper(desk, Wanted("bulletin", "2023-04"), tmp_path)
    assert written.findings == ()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        f"月度通报_2023-04.{suffix}" for suffix in ("docx", "json", "pdf", "xlsx")
    ]
    pages = text_of(tmp_path / "月度通报_2023-04.pdf")
    assert "关于2023年4月土地卫片执法情况的通报" in pages[0].replace(" ", "")
    for number, page in enumerate(pages, start=1):
        assert f"—{number}—" in page.replace(" ", "")
    whole = "".join(pages).replace(" ", "")
    assert "【草稿】" in whole and "{" not in whole


def test_no_heading_stands_alone_at_the_foot_of_a_page(desk, tmp_path):
    write_paper(desk, Wanted("annual", "2023-12"), tmp_path)
    for page in text_of(tmp_path / "年度工作报告_2023.pdf"):
        lines = [one.strip() for one in page.splitlines() if one.strip()]
        assert not lines[-2].startswith(("一、", "二、", "三、", "四、", "五、", "六、", "表"))


def test_a_part_of_a_year_does_not_take_the_name_of_the_whole(desk):
    for day, name in ((date(2023, 3, 31), "年度工作报告_2023-03"), (None, "年度工作报告_2023")):
        wanted = Wanted("annual", "2023-12", day)
        assert name_of(desk, wanted, desk.paper(wanted)) == name


def test_an_offices_own_template_changes_word_and_pdf(desk, tmp_path):
    import docx

    template = tmp_path / "自己的.docx"
    document = docx.Document(str(TEMPLATES / "progress.docx"))
    document.paragraphs[1].insert_paragraph_before("虚构市文头 {没有这个}")
    document.save(str(template))
    written = write_paper(desk, Wanted("progress", "2023-04"), tmp_path, template)
    assert ["{没有这个}" in str(one.message) for one in written.findings] == [True]
    assert "虚构市文头" in text_of(tmp_path / "进度通报_2023-04.pdf")[0].replace(" ", "")


def test_a_template_that_is_none_writes_nothing(desk, tmp_path):
    (tmp_path / "旧.docx").write_bytes(b"\xd0\xcf")
    out = tmp_path / "出"
    out.mkdir()
    with pytest.raises(UnreadableFile, match="旧"):
        write_paper(desk, Wanted("progress", "2023-04"), out, tmp_path / "旧.docx")
    assert list(out.iterdir()) == []
