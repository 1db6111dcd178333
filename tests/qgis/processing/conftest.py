"""A small month made here, and the algorithms registered as QGIS would."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest
from osgeo import gdal, ogr, osr
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
)

from tuban.processing_provider.provider import TubanProvider

sys.path.append(str(Path(__file__).parent))  # for the servers beside this file

# Two patches of 100 m × 100 m near the central meridian of zone 39, where plane and ellipsoid
# differ by a few cm²: 10 000 m² are 15.00 mu.
EAST, NORTH, SIDE = 39_500_000, 4_030_000, 100
NUMBERS = ("379901202304001", "379901202304002")


class Feedback(QgsProcessingFeedback):
    """Keeps what was said, and cancels when it is told to beforehand."""

    def __init__(self) -> None:
        super().__init__(False)
        self.lines: list[str] = []
        self.percents: list[float] = []
        self.progressChanged.connect(self.percents.append)

    def pushInfo(self, info: str) -> None:
        self.lines.append(info)

    def pushWarning(self, warning: str) -> None:
        self.lines.append(f"warning: {warning}")

    def reportError(self, error: str, fatalError: bool = False) -> None:
        self.lines.append(f"error: {error}")


def square(east: float, width: float = SIDE) -> ogr.Geometry:
    ring = f"{east} {NORTH},{east} {NORTH + SIDE},{east + width} {NORTH + SIDE}"
    return ogr.CreateGeometryFromWkt(f"POLYGON(({ring},{east + width} {NORTH},{east} {NORTH}))")


def zone_39() -> osr.SpatialReference:
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(4527)
    crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return crs


def write(path: Path, driver: str, name: str, fields: list[str], rows: list, options=()) -> None:
    dataset = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    layer = dataset.CreateLayer(name, zone_39(), ogr.wkbPolygon, list(options))
    for field in fields:
        layer.CreateField(ogr.FieldDefn(field, ogr.OFTString))
    for geometry, *values in rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        for index, value in enumerate(values):
            feature.SetField(index, value)
        feature.SetGeometry(geometry)
        layer.CreateFeature(feature)
    dataset = None


@pytest.fixture(scope="module")
def issued(tmp_path_factory) -> Path:
    """A zipped shapefile as the office gets it, in GBK."""
    folder = tmp_path_factory.mktemp("下发 '四月'")
    fields = ["JCBH", "XZQDM", "XMC", "TBFL", "TBLX", "QSX", "HSX", "BZ"]
    facts = ["379901", "虚构县", "新增非农建设类", "0503", "20230105", "20230320", "虚构"]
    rows = [(square(EAST + 500 * i), number, *facts) for i, number in enumerate(NUMBERS)]
    write(folder / "图斑.shp", "ESRI Shapefile", "图斑", fields, rows, ["ENCODING=GBK"])
    path = folder / "图斑.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for part in sorted(folder.glob("图斑.*")):
            if part.suffix not in (".zip", ".cpg"):
                archive.write(part, part.name)
    return path


@pytest.fixture(scope="module")
def base(tmp_path_factory) -> Path:
    """Base layers: all cultivated, and basic farmland under the west half of the first patch."""
    folder = tmp_path_factory.mktemp("底 图")
    wide = square(EAST - 1000, 3000).Buffer(500)
    fields = ["DLBM", "KCDLBM", "KCXS", "ZLDWMC"]
    write(folder / "DLTB.gpkg", "GPKG", "DLTB", fields, [(wide, "0102", "", "", "虚构村")])
    half = square(EAST, SIDE / 2)
    write(folder / "YJJBNTTB.gpkg", "GPKG", "YJJBNTTB", ["BSM"], [(half, "1"), (half, "2")])
    far = square(EAST + 900)
    write(folder / "STBHHX.gpkg", "GPKG", "STBHHX", ["BSM"], [(far.Union(half), "1")])
    return folder


@pytest.fixture(scope="module")
def provider(qgis_app):
    made = TubanProvider()
    QgsApplication.processingRegistry().addProvider(made)
    yield made
    QgsApplication.processingRegistry().removeProvider(made)


@pytest.fixture
def run(provider):
    """Run an algorithm as the toolbox does: check the parameters, then run; errors are raised."""

    def run_algorithm(name: str, feedback=None, **parameters) -> dict:
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"tuban:{name}")
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        given = {key: _plain(value) for key, value in parameters.items()}
        accepted, reason = algorithm.checkParameterValues(given, context)
        if not accepted:
            raise QgsProcessingException(reason)
        results, _ = algorithm.run(given, context, feedback or Feedback(), {}, False)
        return results

    return run_algorithm


def _plain(value):
    return str(value) if isinstance(value, Path) else value


@pytest.fixture
def casebook(tmp_path, run) -> Path:
    path = tmp_path / "台账 '本'.gpkg"
    county = {"COUNTY_CODE": "379901", "COUNTY_NAME": "虚构县"}
    results = run("createcasebook", PLAN="liaocheng-2023", CASEBOOK=path, WHO="甲", **county)
    assert results == {"CASEBOOK": str(path)}
    return path


@pytest.fixture
def imported(casebook, issued, run) -> Path:
    run("importpatches", CASEBOOK=casebook, INPUT=issued, MONTH="2023-04", WHO="甲")
    return casebook


@pytest.fixture
def verdicts(tmp_path):
    """Write a table of verdicts, as Excel saves it."""

    def write_table(*lines: str) -> Path:
        path = tmp_path / "判定.csv"
        head = "地块编号,判定类型,判定细类,判断依据说明,SFLZGD,SFDPF,SFWHZJ,SFJJXM,SFBZFA,SFYLFY"
        path.write_text("\n".join([head, *lines]), encoding="utf-8-sig")
        return path

    return write_table


@pytest.fixture
def two_layers(tmp_path) -> Path:
    """A file whose layer somebody has to choose."""
    path = tmp_path / "两层.gpkg"
    write(path, "GPKG", "甲层", ["JCBH"], [(square(EAST), "1")])
    both = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    both.CopyLayer(both.GetLayer(0), "乙层")
    both = None
    return path


@pytest.fixture
def photos(tmp_path) -> Path:
    """A folder named after the first patch with one picture, and a picture of nothing known."""
    folder = tmp_path / "照 片"
    (folder / NUMBERS[0]).mkdir(parents=True)
    picture = gdal.GetDriverByName("MEM").Create("", 40, 30, 3)
    for path in (folder / NUMBERS[0] / "远景.jpg", folder / "别处.jpg"):
        gdal.GetDriverByName("JPEG").CreateCopy(str(path), picture)
        picture.GetRasterBand(1).Fill(90)  # another picture, another hash
    for sidecar in folder.rglob("*.aux.xml"):
        sidecar.unlink()
    return folder


@pytest.fixture
def numbers() -> tuple:
    return NUMBERS


@pytest.fixture
def feedback() -> Feedback:
    return Feedback()


@pytest.fixture
def cancelled() -> Feedback:
    """A feedback whose person has pressed cancel already."""
    made = Feedback()
    made.cancel()
    return made


@pytest.fixture(scope="module")
def postgis():
    """A database server of these tests' own."""
    from postgis_server import DATABASE, PostgisServer, programs

    found = programs()
    if found is None:
        pytest.skip("PostgreSQL with PostGIS is not installed (package postgresql-postgis)")
    server = PostgisServer(found)
    server.start()
    server.sql(f"CREATE DATABASE {DATABASE}", "postgres")
    server.sql("CREATE EXTENSION postgis")
    yield server
    server.throw_away()
