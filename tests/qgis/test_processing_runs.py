"""The algorithms on a small month made here: what they give, and how they refuse."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from osgeo import gdal, ogr, osr
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFile,
    QgsVectorLayer,
)

from tuban.core.casebook import open_casebook
from tuban.core.model import Answer
from tuban.core.submission import read_package
from tuban.processing_provider.provider import TubanProvider

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


def verdicts(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "判定.csv"
    head = "地块编号,判定类型,判定细类,判断依据说明,SFLZGD,SFDPF,SFWHZJ,SFJJXM,SFBZFA,SFYLFY"
    path.write_text("\n".join([head, *lines]), encoding="utf-8-sig")
    return path


def test_import_counts_and_a_second_import_adds_nothing(casebook, issued, run):
    given = {"CASEBOOK": casebook, "INPUT": issued, "MONTH": "2023-04", "WHO": "甲"}
    first = run("importpatches", **given)
    assert (first["ADDED"], first["SAME"], first["CHANGED"], first["REFUSED"]) == (2, 0, 0, 0)
    again = run("importpatches", **given)
    assert (again["ADDED"], again["SAME"]) == (0, 2)
    with open_casebook(casebook, "乙", read_only=True) as book:
        assert [patch.number for patch in book.patches("2023-04")] == list(NUMBERS)
        assert book.patch(NUMBERS[0]).county_name == "虚构县"
        assert book.history(NUMBERS[0])[-1].who == "甲"


def test_import_says_which_parameter_is_missing(casebook, issued, tmp_path, run):
    both = tmp_path / "两层.gpkg"
    rows = [(square(EAST), "1")]
    write(both, "GPKG", "甲层", ["JCBH"], rows)
    added = gdal.OpenEx(str(both), gdal.OF_VECTOR | gdal.OF_UPDATE)
    added.CopyLayer(added.GetLayer(0), "乙层")
    added = None
    with pytest.raises(QgsProcessingException, match=r"LAYER.*(甲层.*乙层|乙层.*甲层)"):
        run("importpatches", CASEBOOK=casebook, INPUT=both, MONTH="2023-04")


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"MONTH": "四月"}, "“四月” is not a month"),
        ({"INPUT": "/没有/图斑.zip"}, "图斑.zip"),
        ({"FIELDS": ["number"]}, "FIELDS has to be pairs"),
        ({"CASEBOOK": "/没有/台账.gpkg"}, "There is no casebook"),
    ],
)
def test_import_refuses_with_a_sentence(casebook, issued, run, wrong, told):
    given = {"CASEBOOK": casebook, "INPUT": issued, "MONTH": "2023-04", **wrong}
    with pytest.raises(QgsProcessingException, match=told) as refused:
        run("importpatches", **given)
    assert "Traceback" not in str(refused.value)


def test_overlay_figures_by_hand(imported, base, tmp_path, run):
    target = tmp_path / "结果.gpkg"
    feedback = Feedback()
    results = run("overlayareas", feedback, CASEBOOK=imported, FOLDER=base, OUTPUT=target, WHO="甲")
    assert (results["COMPUTED"], results["CHANGED"]) == (2, 2)
    assert feedback.percents and max(feedback.percents) == 100
    with open_casebook(imported, "甲", read_only=True) as book:
        first, second = (book.dossier(f"{number}_1").figures for number in NUMBERS)
    for figures in (first, second):
        assert str(figures.cultivated_mu) == str(figures.area_mu) == "15.00"
    # Two equal polygons of one layer lie on each other: the land under them counts once.
    assert str(first.basic_farmland_mu) == "7.50"
    assert first.location == "虚构村"
    layer = QgsVectorLayer(results["OUTPUT"], "out", "ogr")
    assert layer.featureCount() == 2
    assert layer.crs().authid() == "EPSG:4490"
    assert {row["parcel_number"] for row in layer.getFeatures()} == {f"{n}_1" for n in NUMBERS}
    again = run("overlayareas", CASEBOOK=imported, FOLDER=base, WHO="甲")
    assert (again["COMPUTED"], again["CHANGED"]) == (2, 0)


def test_a_layer_of_the_project_gives_what_its_file_gives(imported, base, run):
    run("overlayareas", CASEBOOK=imported, FOLDER=base)
    with open_casebook(imported, "甲", read_only=True) as book:
        from_files = [one.figures for one in book.dossiers("2023-04")]
    land_use = QgsVectorLayer(str(base / "DLTB.gpkg"), "地类", "ogr")
    farmland = QgsVectorLayer(str(base / "YJJBNTTB.gpkg"), "永农", "ogr")
    run("overlayareas", CASEBOOK=imported, FOLDER=base, LAND_USE=land_use, BASIC_FARMLAND=farmland)
    with open_casebook(imported, "甲", read_only=True) as book:
        from_layers = [one.figures for one in book.dossiers("2023-04")]
    for one, other in zip(from_files, from_layers):
        assert one.by_code_m2 == other.by_code_m2
        assert one.basic_farmland_m2 == other.basic_farmland_m2
        assert {layer.name for layer in other.layers} >= {"地类", "永农"}


def test_overlay_without_any_layer_is_refused(imported, tmp_path, run):
    with pytest.raises(QgsProcessingException, match="No base layer"):
        run("overlayareas", CASEBOOK=imported)
    with pytest.raises(QgsProcessingException, match="No base layer"):
        run("overlayareas", CASEBOOK=imported, FOLDER=tmp_path)


def test_verdicts_from_a_csv_and_from_a_layer(imported, tmp_path, run):
    path = verdicts(tmp_path, f"{NUMBERS[0]}_1,违法,未报即用,虚构,否,否,否,否,否,不适用")
    assert run("recordverdicts", CASEBOOK=imported, INPUT=path, WHO="甲")["JUDGED"] == 1
    layer = QgsVectorLayer(
        "None?field=地块编号:string&field=判定类型:string&field=SFDPF:string", "表", "memory"
    )
    feature = QgsFeature(layer.fields())
    feature.setAttributes([f"{NUMBERS[1]}_1", "合法", None])
    layer.dataProvider().addFeature(feature)
    assert run("recordverdicts", CASEBOOK=imported, INPUT=layer, WHO="甲")["JUDGED"] == 1
    with open_casebook(imported, "甲", read_only=True) as book:
        first, second = (book.dossier(f"{number}_1") for number in NUMBERS)
    assert first.county_verdict.subcategory == "not_applied"
    assert first.flags["SFYLFY"] is Answer.NOT_APPLICABLE
    assert (second.county_verdict.category, second.flags) == ("legal", {})


def test_one_wrong_verdict_and_nothing_is_recorded(imported, tmp_path, run):
    path = verdicts(tmp_path, f"{NUMBERS[0]}_1,违法,,,,,,,,", f"{NUMBERS[1]}_1,非法,,,,,,,,")
    with pytest.raises(QgsProcessingException, match="Row 3: “非法” is not a category"):
        run("recordverdicts", CASEBOOK=imported, INPUT=path)
    with open_casebook(imported, "甲", read_only=True) as book:
        assert book.dossier(f"{NUMBERS[0]}_1").county_verdict is None


def test_check_counts_and_reports(imported, tmp_path, run):
    report = tmp_path / "检查 报告.xlsx"
    results = run("checksubmission", CASEBOOK=imported, MONTH="2023-04", REPORT=report)
    assert results["ERRORS"] >= 2  # neither parcel has a verdict
    assert results["FINDINGS"].count("\n") + 1 >= results["ERRORS"]
    assert report.is_file() and results["REPORT"] == str(report)


def test_export_is_refused_while_an_error_stands(imported, tmp_path, run):
    feedback = Feedback()
    folder = tmp_path / "上报"
    folder.mkdir()
    with pytest.raises(QgsProcessingException) as refused:
        run("exportsubmission", feedback, CASEBOOK=imported, MONTH="2023-04", FOLDER=folder)
    assert f"{NUMBERS[0]}_1" in str(refused.value)
    assert list(folder.iterdir()) == []


def test_verify_finds_what_was_changed_behind_the_journal(imported, run):
    assert run("verifycasebook", CASEBOOK=imported)["SOUND"] is True
    dataset = ogr.Open(str(imported), update=1)
    dataset.ExecuteSQL("UPDATE patches SET remark = 'x'")
    dataset = None
    results = run("verifycasebook", CASEBOOK=imported)
    assert (results["SOUND"], results["FINDING_COUNT"]) == (False, 2)
    assert NUMBERS[0] in results["FINDINGS"]


def test_who_has_it_open_is_told(imported, base, run):
    with (
        open_casebook(imported, "张三（虚构）"),
        pytest.raises(QgsProcessingException, match="张三（虚构）"),
    ):
        run("overlayareas", CASEBOOK=imported, FOLDER=base)


@pytest.mark.parametrize("name", ["importpatches", "overlayareas", "verifycasebook"])
def test_cancelled_work_changes_nothing(name, imported, issued, base, run):
    with open_casebook(imported, "甲", read_only=True) as book:
        head = book.head()
    feedback = Feedback()
    feedback.cancel()
    given = {
        "importpatches": {"INPUT": issued, "MONTH": "2023-05"},
        "overlayareas": {"FOLDER": base},
        "verifycasebook": {},
    }[name]
    with pytest.raises(QgsProcessingException, match="Stopped"):
        run(name, feedback, CASEBOOK=imported, **given)
    with open_casebook(imported, "甲", read_only=True) as book:
        assert book.head() == head


def child(name: str, **sources) -> QgsProcessingModelChildAlgorithm:
    made = QgsProcessingModelChildAlgorithm(f"tuban:{name}")
    made.setChildId(name)
    for parameter, source in sources.items():
        made.addParameterSources(parameter, [source])
    return made


def test_a_model_runs_the_month(casebook, issued, base, provider, tmp_path):
    """Each step takes the casebook that the step before gives, so the order is the model's."""
    judged = verdicts(
        tmp_path, *(f"{number}_1,合法,已依法供地,虚构批文,,,,,," for number in NUMBERS)
    )
    given = {"CASEBOOK": casebook, "INPUT": issued, "BASE": base, "TABLE": judged, "OUT": tmp_path}
    model = month_model(given)
    parameters = {name: str(value) for name, value in given.items()}
    parameters["overlayareas:figures"] = "memory:"
    context = QgsProcessingContext()
    results, ok = model.create().run(parameters, context, Feedback(), {}, False)
    assert ok
    assert context.getMapLayer(results["overlayareas:figures"]).featureCount() == 2
    exported = results["CHILD_RESULTS"]["exportsubmission"]
    assert exported["PARCELS"] == 2
    assert read_package(Path(exported["PACKAGE"])).manifest.month == "2023-04"


def month_model(given: dict) -> QgsProcessingModelAlgorithm:
    source = QgsProcessingModelChildParameterSource
    model = QgsProcessingModelAlgorithm("month", "Month")
    for name in given:
        model.addModelParameter(
            QgsProcessingParameterFile(name, name), QgsProcessingModelParameter(name)
        )

    def after(name: str) -> QgsProcessingModelChildParameterSource:
        return source.fromChildOutput(name, "CASEBOOK")

    month = source.fromStaticValue("2023-04")
    asked = {name: source.fromModelParameter(name) for name in given}
    first = child("importpatches", CASEBOOK=asked["CASEBOOK"], INPUT=asked["INPUT"], MONTH=month)
    second = child("overlayareas", CASEBOOK=after("importpatches"), FOLDER=asked["BASE"])
    third = child("recordverdicts", CASEBOOK=after("overlayareas"), INPUT=asked["TABLE"])
    last = child(
        "exportsubmission", CASEBOOK=after("recordverdicts"), MONTH=month, FOLDER=asked["OUT"]
    )
    figures = QgsProcessingModelOutput("figures", "Figures")
    figures.setChildOutputName("OUTPUT")
    second.setModelOutputs({"figures": figures})
    for step in (last, third, second, first):
        model.addChildAlgorithm(step)
    model.updateDestinationParameters()
    return model
