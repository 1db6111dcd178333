"""The whole fictional county against an independent truth: every parcel, every figure.

Truth: PROJ moves everything into the Gauss-Krüger plane, shapely cuts there, the pieces get a
point every five metres and PROJ's geodesic on GRS 80 measures them. None of our code is in it.
"""

from __future__ import annotations

import json
import warnings
import zipfile
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("osgeo")
pytest.importorskip("shapely")
pytest.importorskip("pyproj")
from osgeo import gdal, ogr, osr
from shapely import ops, wkb

from tuban.core.casebook import create_casebook
from tuban.core.geometry import wkb_from_multipolygon
from tuban.core.intake import ReadOptions, accept, read_draft
from tuban.core.model import PatchKind
from tuban.core.overlay.files import open_source
from tuban.core.overlay.find import find_layers
from tuban.core.overlay.given import parcels_of
from tuban.core.overlay.run import overlay_parcels
from tuban.core.plan import load_plan

PLAN = load_plan("liaocheng-2023")
ROOT = Path(__file__).resolve().parents[3]
KINDS = {"土地卫片图斑": PatchKind.LAND, "矿产卫片图斑": PatchKind.MINERAL}
APPROVALS = {"conversion": "农转用", "supply": "供地"}
APPROVALS.update(temporary="临时用地", facility="设施农业用地", mining_right="采矿权")
OF_WHICH = {"basic_farmland": "YJJBNTTB", "red_line": "STBHHX", "urban": "CZKFBJ"}
# Rounding to 0.01 m², and up to 0.005 m² for what the standard calls a straight edge: between
# two corners up to 70 m apart PROJ's geodesic runs some hundredths of a millimetre beside it.
ROUNDED_M2 = 0.01
# Where rounded figures do not add up to the parcel, some were adjusted by another 0.01 m².
ADJUSTED_M2 = 0.02


@pytest.fixture(scope="module")
def county(tmp_path_factory):
    """The county's base layers and issued patches, as demo/make_county.py makes them."""
    from tuban.demo import hosts, issued, layers
    from tuban.demo.county import FULL, Plan
    from tuban.demo.partition import Mesh
    from tuban.demo.patches import SiteMaker
    from tuban.demo.protected import protect
    from tuban.demo.warp import Bend

    ogr.DontUseExceptions()  # which the demo turns on for itself
    folder = tmp_path_factory.mktemp("虚构 县's")
    plan = Plan(2023, FULL)
    hosted = hosts.settle(plan, small=False)
    u0, v0, u1, v1 = plan.extent
    bend = Bend(2023, ((u0 + u1) / 2, (v0 + v1) / 2))
    mesh = Mesh(plan.draw(), bend)
    protected = protect(plan, mesh, bend)
    sites = SiteMaker(plan, mesh, bend, protected).make(hosted)
    layers.write_base(folder / "底图", plan, mesh, protected, sites)
    issued.write_issued(folder / "图斑.zip", sites)
    return folder


@pytest.fixture(scope="module")
def figures(county, sloping, degrees):
    """Parcel number → figures, through intake, casebook and overlay."""
    with create_casebook(county / "台账.gpkg", PLAN, "379901", "虚构县", "甲") as book:
        for layer, kind in KINDS.items():
            accept(read_draft(county / "图斑.zip", PLAN, ReadOptions(layer=layer, kind=kind)), book)
        parcels = [one.parcel for one in book.dossiers()]
    parcels += parcels_of(
        [
            (f"{number}_1", wkb_from_multipolygon([[degrees(np.array(shape.exterior.coords))]]))
            for number, shape in sloping.items()
        ]
    )
    found = find_layers(county / "底图", PLAN)
    roles = [role for role in PLAN.layer_roles if role.code in found]
    sources = [open_source(role, found[role.code].path, found[role.code].layer) for role in roles]
    measured = overlay_parcels(parcels, sources, PLAN, threads=2)
    for source in sources:
        source.close()
    return {one.parcel_number: one for one in measured}


def to_plane(layer):
    """A layer's rows as (fields, shape in the plane of zone 39)."""
    zone_39 = osr.SpatialReference()
    zone_39.ImportFromEPSG(4527)
    system = layer.GetSpatialRef() or zone_39  # one of the issued files has no .prj
    way = None if system.GetAuthorityCode(None) == "4527" else _way(system, zone_39)
    for feature in layer:
        shape = feature.GetGeometryRef().Clone()
        if way is not None:
            shape.Transform(way)
        yield feature.items(), wkb.loads(bytes(shape.ExportToWkb()))


def _way(one, other):
    for system in (one, other):
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return osr.CoordinateTransformation(one, other)


@pytest.fixture(scope="module")
def degrees():
    """Points of the plane of zone 39 in degrees, by PROJ."""
    systems = [osr.SpatialReference(), osr.SpatialReference()]
    for system, code in zip(systems, (4527, 4490)):
        system.ImportFromEPSG(code)
    way = _way(*systems)
    return lambda ring: np.array(way.TransformPoints(ring.tolist()))[:, :2]


@pytest.fixture(scope="module")
def area_m2(degrees):
    """The geodesic area of a shape in the plane; points and lines in it have none."""
    with warnings.catch_warnings():
        # Debian's pyproj looks for its data where a venv has none; Geod needs none.
        warnings.simplefilter("ignore")
        from pyproj import Geod
    geod = Geod(ellps="GRS80")

    def ring_m2(ring):
        points = np.array(ring.coords)[:, :2]
        parts = [
            one + (other - one) * np.linspace(0, 1, 1 + int(length / 5), endpoint=False)[:, None]
            for one, other in zip(points[:-1], points[1:])
            for length in [np.hypot(*(other - one))]
        ]
        return abs(geod.polygon_area_perimeter(*degrees(np.vstack(parts)).T)[0])

    def measured(shape):
        if shape.geom_type == "Polygon":
            return ring_m2(shape.exterior) - sum(map(ring_m2, shape.interiors))
        return sum(map(measured, getattr(shape, "geoms", ())))

    return lambda shape: measured(shape) if shape.area else 0.0


class Layer:
    """A layer's rows, found by their boxes."""

    def __init__(self, path):
        opened = ogr.Open(str(path))
        self.rows = list(to_plane(opened.GetLayer(0)))
        self._boxes = np.array([shape.bounds for _, shape in self.rows])

    def pieces(self, patch):
        """(fields, what of the patch lies there)."""
        left, bottom, right, top = patch.bounds
        near = (self._boxes[:, 0] <= right) & (self._boxes[:, 2] >= left)
        near &= (self._boxes[:, 1] <= top) & (self._boxes[:, 3] >= bottom)
        for number in np.flatnonzero(near):
            fields, shape = self.rows[number]
            piece = shape.intersection(patch)
            if piece.area:
                yield fields, piece


@pytest.fixture(scope="module")
def patches(county, tmp_path_factory):
    """Number → shape in the plane, read from the issued zip."""
    folder = tmp_path_factory.mktemp("unzipped")
    with zipfile.ZipFile(county / "图斑.zip") as archive:
        for info in archive.infolist():
            name = info.filename.encode("cp437").decode("gbk")
            (folder / name).write_bytes(archive.read(info))
    found = {}
    for name in KINDS:
        opened = gdal.OpenEx(str(folder / f"{name}.shp"), gdal.OF_VECTOR)
        found.update((row["JCBH"], shape) for row, shape in to_plane(opened.GetLayer(0)))
    return found


@pytest.fixture(scope="module")
def sloping(base):
    """Further parcels, on land with a deduction: no patch of the month happens to lie on any."""
    fields = [shape for row, shape in base["DLTB"].rows if row["KCXS"]]
    return {f"坡{at}": shape.buffer(15, 2) for at, shape in enumerate(fields[::25])}


@pytest.fixture(scope="module")
def base(county):
    return {path.stem: Layer(path) for path in (county / "底图").glob("*.gpkg")}


@pytest.fixture(scope="module")
def shapes(patches, sloping):
    """All parcels, each patch being one."""
    assert len(patches) == 127
    return {f"{number}_1": shape for number, shape in {**patches, **sloping}.items()}


def test_every_parcel_is_there_and_has_its_area(figures, shapes, area_m2):
    assert set(figures) == set(shapes)
    for number, shape in shapes.items():
        found = figures[number]
        assert float(found.area_m2) == pytest.approx(area_m2(shape), abs=ROUNDED_M2)
        exact = found.area_m2 * Decimal("0.0015")
        assert found.area_mu == exact.quantize(Decimal("0.01"), ROUND_HALF_UP)


def test_land_use_of_every_parcel(figures, shapes, base, area_m2):
    """Per code, the deduction under 1203; per class; the identity to the last digit."""
    plan = ROOT / "resources" / "plans" / "liaocheng-2023" / "land_use.json"
    codes = json.loads(plan.read_text(encoding="utf-8"))["codes"]
    class_of = {one["code"]: one["class"] for one in codes}
    classes = {*class_of.values(), "uncovered"}
    deducted = 0.0
    for number, patch in shapes.items():
        by_code, by_class, gross = defaultdict(float), dict.fromkeys(classes, 0.0), 0.0
        for fields, piece in base["DLTB"].pieces(patch):
            whole, code = area_m2(piece), fields["DLBM"]
            share = float(fields["KCXS"] or 0) if class_of[code] == "cultivated" else 0.0
            gross += whole if class_of[code] == "cultivated" else 0.0
            deducted += whole * share
            by_code[code] += whole * (1 - share)
            by_code["1203"] += whole * share
            by_class[class_of[code]] += whole * (1 - share)
            by_class["other_agricultural"] += whole * share
        by_class["uncovered"] = area_m2(patch) - sum(by_code.values())
        found = figures[number]
        for code in {*by_code, *found.by_code_m2}:
            shown = float(found.by_code_m2.get(code, 0))
            assert shown == pytest.approx(by_code[code], abs=ADJUSTED_M2), (number, code)
        for name, expected in by_class.items():
            shown = float(getattr(found, f"{name}_m2"))
            assert shown == pytest.approx(expected, abs=ADJUSTED_M2), (number, name)
        assert float(found.cultivated_gross_m2) == pytest.approx(gross, abs=ADJUSTED_M2)
        assert sum(getattr(found, f"{name}_m2") for name in classes) == found.area_m2
        assert sum(getattr(found, f"{name}_mu") for name in classes) == found.area_mu
    assert deducted > 1000, "the county has deductions"


def test_protected_and_urban_area_of_every_parcel(figures, shapes, base, area_m2):
    """Features that lie over each other count once: shapely joins them first."""
    seen = dict.fromkeys(OF_WHICH, 0)
    for number, patch in shapes.items():
        for role, layer in OF_WHICH.items():
            pieces = [piece for _, piece in base[layer].pieces(patch)]
            expected = area_m2(ops.unary_union(pieces)) if pieces else 0.0
            seen[role] += expected > 0
            shown = float(getattr(figures[number], f"{role}_m2"))
            assert shown == pytest.approx(expected, abs=ROUNDED_M2), (number, role)
    assert all(seen.values())


def test_approvals_of_every_parcel(figures, shapes, base, area_m2):
    """Per role and document number, in m² and percent."""
    roles = {role.code: role for role in PLAN.layer_roles if role.part == "approval"}
    assert set(APPROVALS) <= set(roles)
    covered = 0
    for number, patch in shapes.items():
        whole = area_m2(patch)
        expected = defaultdict(list)
        for role, layer in APPROVALS.items():
            names = roles[role].fields["document"]
            expected[role, ""] = []
            for fields, piece in base[layer].pieces(patch):
                document = next(fields[name] for name in names if name in fields)
                expected[role, document].append(piece)
                expected[role, ""].append(piece)
        shown = {(one.role, one.document): one for one in figures[number].approvals}
        for key, pieces in expected.items():
            area = area_m2(ops.unary_union(pieces)) if pieces else 0.0
            covered += area > 0
            found = shown.pop(key, None)
            area_shown, percent = (found.area_m2, found.percent) if found else (0, 0)
            assert float(area_shown) == pytest.approx(area, abs=ROUNDED_M2), number
            assert float(percent) == pytest.approx(100 * area / whole, abs=0.0051), number
        assert not shown, number
    assert covered > 50
