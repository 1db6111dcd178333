"""A small casebook, made through the record's own door, and the plugin's parts around it."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from osgeo import ogr
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsProject, QgsSettings
from qgis.gui import QgsGui, QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QSettings, Qt
from qgis.PyQt.QtWidgets import QApplication, QMainWindow

from tuban.core.areas import multipolygon_area_m2
from tuban.core.casebook import create_casebook, events
from tuban.core.geometry import digest, wkb_from_multipolygon
from tuban.core.model import Coverage, Figures, Parcel, Patch, PatchKind, Source
from tuban.core.mu import mu_from_m2, round_half_up
from tuban.core.plan import load_plan
from tuban.dialogs.casebook_menu import CasebookMenu
from tuban.dialogs.desk.dock import MapSide, ReviewDock
from tuban.dialogs.workplace import Workplace
from tuban.maps.canvas import PatchView
from tuban.maps.findings_layer import FindingsLayer
from tuban.maps.imagery import Imagery
from tuban.maps.layers import CasebookLayers
from tuban.maps.messages import Messages
from tuban.maps.session import Session
from tuban.maps.settings import Settings
from tuban.maps.tasks import Tasks

TESTS = Path(__file__).resolve().parents[1]
sys.path.append(str(TESTS / "core"))  # for the fictional city there
sys.path.append(str(Path(__file__).parent))  # for the server and the keyboard beside this file
PLAN_ID = "liaocheng-2023"
MONTH = "2023-04"
COUNTY = ("371599", "虚构县")
SHA = "0" * 64


def number_of(index: int) -> str:
    return f"371599JC2304{index:04d}"


def square(index: int, side_deg: float = 0.001):
    """Squares in a row, from 115.5°E 36.4°N eastwards."""
    west, south = 115.5 + 0.004 * (index % 50), 36.4 + 0.004 * (index // 50)
    x = np.array([0, 1, 1, 0, 0]) * side_deg + west
    y = np.array([0, 0, 1, 1, 0]) * side_deg + south
    return [[np.column_stack([x, y])]]


def make_patch(index: int, month: str = MONTH) -> Patch:
    polygons = square(index)
    wkb = wkb_from_multipolygon(polygons)
    area = round_half_up(multipolygon_area_m2(polygons))
    return Patch(
        number=number_of(index),
        kind=PatchKind.LAND,
        month=month,
        county_code=COUNTY[0],
        county_name=COUNTY[1],
        patch_class="新增非农建设类",
        change_type="20",
        before_date="2023-01-10",
        after_date="2023-03-28",
        issued_area=str(mu_from_m2(area)),
        issued_area_unit="mu",
        area_m2=area,
        remark="虚构数据" if index == 1 else "",
        geometry=wkb,
        geometry_sha256=digest(wkb),
        source_sha256=SHA,
        source_row=index,
        issued={"JCBH": number_of(index)},
    )


def parcel_of(patch: Patch) -> Parcel:
    return Parcel(
        f"{patch.number}_1", patch.number, patch.area_m2, patch.geometry, patch.geometry_sha256
    )


def figures_of(parcel: Parcel, red_line: bool = True) -> Figures:
    """Three quarters cultivated, the rest construction; the red line may be unknown."""
    cultivated = round_half_up(parcel.area_m2 * 3 / 4)
    construction = parcel.area_m2 - cultivated
    zero, mu = Decimal("0.00"), mu_from_m2
    return Figures(
        parcel_number=parcel.number,
        net=True,
        area_m2=parcel.area_m2,
        cultivated_gross_m2=cultivated,
        cultivated_gross_mu=mu(cultivated),
        cultivated_m2=cultivated,
        other_agricultural_m2=zero,
        unused_m2=zero,
        construction_m2=construction,
        uncovered_m2=zero,
        basic_farmland_m2=cultivated,
        red_line_m2=zero if red_line else None,
        urban_m2=zero,
        area_mu=mu(parcel.area_m2),
        cultivated_mu=mu(cultivated),
        other_agricultural_mu=zero,
        unused_mu=zero,
        construction_mu=mu(parcel.area_m2) - mu(cultivated),
        uncovered_mu=zero,
        basic_farmland_mu=mu(cultivated),
        red_line_mu=zero if red_line else None,
        urban_mu=zero,
        by_code_m2={"0102": cultivated, "0702": construction},
        adjusted_m2={},
        approvals=(
            Coverage("conversion", "鲁政土字〔2022〕9999号", construction, Decimal("25.0")),
        ),
        location="虚构镇甲村",
        layers=(),
        notes=(),
    )


def fill(book, count: int, month: str = MONTH, first: int = 1) -> None:
    """``count`` patches with one parcel each and its figures."""
    patches = [make_patch(index, month) for index in range(first, first + count)]
    parcels = [parcel_of(patch) for patch in patches]
    source = Source(SHA, "虚构图斑.zip", "图斑", "EPSG:4527", "GBK", "mu", count)
    changes = [events.source_imported(source)] if first == 1 else []
    changes += [events.patch_issued(patch) for patch in patches]
    changes += [events.parcel_divided(parcel) for parcel in parcels]
    changes += [
        events.figures_computed(figures_of(one, one != parcels[0]), None) for one in parcels
    ]
    book.record(changes)


@pytest.fixture(autouse=True, scope="session")
def own_settings(qgis_app, tmp_path_factory):
    """Settings of this run alone: pytest-qgis keeps them in the checkout, where another run at the
    same time would take away what a test has just set."""
    place = str(tmp_path_factory.mktemp("settings"))
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, place)
    assert QgsSettings().fileName().startswith(place)


@pytest.fixture(autouse=True)
def nothing_remembered(own_settings):
    """What Tuban remembers about a person, folders and keys too, is not what another test left."""
    for group in ("tuban", "shortcuts"):
        QgsSettings().remove(group)


@pytest.fixture(scope="session")
def plan():
    return load_plan(PLAN_ID)


@pytest.fixture
def casebook_file(tmp_path, plan) -> Path:
    """Twelve undecided parcels of April 2023, in a folder with a Chinese name and a space."""
    folder = tmp_path / "测试 目录"
    folder.mkdir()
    path = folder / "虚构县.gpkg"
    with create_casebook(path, plan, *COUNTY, "somebody") as book:
        fill(book, 12)
    return path


@pytest.fixture
def today() -> date:
    return date(2023, 4, 20)


HOLDER = """
import runpy, sys
from pathlib import Path
runpy.run_path(sys.argv[1])  # makes the checkout importable
from tuban.core.casebook import open_casebook
with open_casebook(Path(sys.argv[2]), sys.argv[3]) as book:
    print("open" if book.writable else "refused", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def held_elsewhere():
    """``with held_elsewhere(path, who)``: another program has the casebook open for writing."""

    @contextmanager
    def hold(path: Path, who: str):
        command = [sys.executable, "-c", HOLDER, str(TESTS / "conftest.py"), str(path), who]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        with subprocess.Popen(command, **pipes) as other:
            assert other.stdout.readline().strip() == "open"
            yield
            other.stdin.close()
            other.wait(20)

    return hold


@pytest.fixture
def parcel_number():
    """``parcel_number(7)``: the number of the seventh parcel."""
    return lambda index: f"{number_of(index)}_1"


@pytest.fixture
def make_patches():
    """``make_patches(indexes)``: patches, each with its parcel."""
    return lambda indexes: [(one, parcel_of(one)) for one in map(make_patch, indexes)]


@pytest.fixture
def fill_book():
    """``fill_book(book, count, month, first)`` adds patches, parcels and figures."""
    return fill


@pytest.fixture
def desk(qgis_app, qtbot, qgis_new_project, today):
    """A window with a map and the dock, wired as the plugin does it; no casebook open."""
    window = QMainWindow()
    canvas = QgsMapCanvas(window)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4527"))
    window.setCentralWidget(canvas)
    bar = QgsMessageBar(window)
    project, settings = QgsProject.instance(), Settings()
    settings.auto_advance = True
    session = Session(settings, lambda: today, window)
    tasks = Tasks(QgsApplication.taskManager(), window)
    work = Workplace(session, tasks, Messages(bar), settings, FindingsLayer(project, session))
    imagery = Imagery(project, window)
    view = PatchView(canvas, project, settings)
    layers = CasebookLayers(project, session, window)
    menu = CasebookMenu(work, window)
    map_side = MapSide(canvas, view, imagery, QgsGui.shortcutsManager())
    dock = ReviewDock(work, map_side, menu, window)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    window.resize(1280, 740)
    with qtbot.waitExposed(window, timeout=20_000):
        window.show()
    window.activateWindow()
    yield SimpleNamespace(
        window=window,
        canvas=canvas,
        bar=bar,
        session=session,
        work=work,
        imagery=imagery,
        layers=layers,
        menu=menu,
        dock=dock,
    )
    work.tasks.stop()
    menu.close_forms()
    session.close()
    dock.remove()
    window.close()
    window.deleteLater()


def _unpacked(data: bytes) -> list:
    """The bytes of a file, and of everything that is packed in it."""
    found = [data]
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                found += [name.encode(), *_unpacked(archive.read(name))]
    return found


def _x_ranges(path: Path) -> list:
    """(least, greatest) x of every part of every feature, also of shapefiles in a zip."""
    names = [str(path)]
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            shapes = [name for name in archive.namelist() if name.endswith(".shp")]
        names = [f"/vsizip/{path}/{name}" for name in shapes]
    elif path.suffix not in (".gpkg", ".shp", ".geojson"):
        return []
    found = []
    for name in names:
        dataset = ogr.Open(name)
        for layer in dataset:
            for feature in layer:
                shape = feature.GetGeometryRef()
                if shape is not None:
                    found.append(shape.GetEnvelope()[:2])
    return found


@pytest.fixture
def give_focus(qtbot):
    """``give_focus(widget)``: the next key goes there."""

    def give(widget) -> None:
        widget.setFocus()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is widget, timeout=20_000)

    return give


@pytest.fixture
def dock(desk, casebook_file, give_focus):
    """The dock with a casebook open, and the keyboard at its list."""
    desk.session.open(casebook_file)
    give_focus(desk.dock.list.view)
    return desk.dock


@pytest.fixture
def session(desk):
    return desk.session


@pytest.fixture
def leaks():
    """``leaks(path, number, *spans)``: what a file betrays of a patch, in words; empty is well.

    Looked for: its number, in any encoding of an office, and any x within ``spans`` (pairs of
    longitudes or eastings that only this patch has), written out or of a shape.
    """

    def find(path: Path, number: str, *spans) -> list:
        found = []
        for data in _unpacked(path.read_bytes()):
            for codec in ("utf-8", "gbk", "utf-16-le"):
                if number.encode(codec) in data:
                    found.append(f"{path.name}: number in {codec}")
            written = [float(one) for one in re.findall(rb"(?<![\d.])\d{2,8}\.\d{3,}", data)]
            for low, high in spans:
                if any(low < one < high for one in written):
                    found.append(f"{path.name}: an x of {low} to {high} in words")
        for low, high in spans:
            if any(least < high and most > low for least, most in _x_ranges(path)):
                found.append(f"{path.name}: a shape with an x of {low} to {high}")
        return found

    return find
