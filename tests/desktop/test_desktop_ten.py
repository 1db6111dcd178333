"""Ten patches split, overlaid, judged, visited and photographed by mouse and keys alone."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest
from osgeo import ogr, osr
from PIL import Image

from tuban.core.casebook import create_casebook, open_casebook
from tuban.core.intake import ReadOptions, accept, read_draft
from tuban.core.legality import military_patches
from tuban.core.model import Answer, PatchKind
from tuban.core.plan import load_plan

ROOT = Path(__file__).resolve().parents[2]
MONTH = "2023-04"
AWAY_M = 10.0
GPS_IFD, EXIF_IFD, TAKEN = 0x8825, 0x8769, 0x9003
pytestmark = pytest.mark.slow


@pytest.fixture
def place(tmp_path):
    """The small fictional county with its land patches, as imported."""
    data = tmp_path / "data"
    make = [sys.executable, str(ROOT / "demo" / "make_county.py"), "--small", "--out", str(data)]
    subprocess.run(make, check=True, capture_output=True)
    (tmp_path / "base").symlink_to(data / "底图", target_is_directory=True)
    plan = load_plan("liaocheng-2023")
    with create_casebook(tmp_path / "casebook.gpkg", plan, "371599", "虚构县", "maker") as book:
        issued = next((data / "下发").glob("图斑_*.zip"))
        options = ReadOptions(layer="土地卫片图斑", kind=PatchKind.LAND, month=MONTH)
        accept(read_draft(issued, plan, options), book)
    return tmp_path


def zone_39() -> osr.CoordinateTransformation:
    """From the record's degrees to metres in CGCS2000 zone 39, by PROJ."""
    lonlat, metres = osr.SpatialReference(), osr.SpatialReference()
    for crs, code in ((lonlat, 4490), (metres, 4527)):
        crs.ImportFromEPSG(code)
        crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return osr.CoordinateTransformation(lonlat, metres)


def in_metres(wkb: bytes) -> ogr.Geometry:
    shape = ogr.CreateGeometryFromWkb(wkb)
    shape.Transform(zone_39())
    return shape


def standpoints(wkb: bytes):
    """10 m north of the northernmost corner looking south, and the other way round; degrees."""
    _west, _east, south, north = ogr.CreateGeometryFromWkb(wkb).GetEnvelope()
    ring = ogr.CreateGeometryFromWkb(wkb)
    while ring.GetGeometryCount():
        ring = ring.GetGeometryRef(0).Clone()
    corners = ring.GetPoints(2)
    away = AWAY_M / 110_965.0
    yield max(corners, key=lambda one: one[1])[0], north + away, 180.0
    yield min(corners, key=lambda one: one[1])[0], south - away, 0.0


def take_photo(path: Path, lon: float, lat: float, azimuth: float, seed: int) -> None:
    """A picture of soft noise with position, direction and time in its EXIF."""
    rng = np.random.default_rng(seed)
    small = Image.fromarray(rng.integers(0, 256, (12, 16, 3), np.uint8))
    exif = Image.Exif()
    exif[EXIF_IFD] = {TAKEN: f"2023:04:14 10:{seed:02d}:00"}
    exif[GPS_IFD] = {1: "N", 2: sexagesimal(lat), 3: "E", 4: sexagesimal(lon), 16: "T", 17: azimuth}
    small.resize((640, 480), Image.Resampling.BICUBIC).save(path, exif=exif)


def sexagesimal(degrees: float) -> tuple:
    minutes = (degrees - int(degrees)) * 60
    return float(int(degrees)), float(int(minutes)), round((minutes - int(minutes)) * 60, 4)


def test_ten_patches_by_mouse_and_keys(in_desktop, place):
    plan = load_plan("liaocheng-2023")
    with open_casebook(place / "casebook.gpkg", "reader", read_only=True) as book:
        hidden = military_patches(book.dossiers(MONTH), plan)
        patches = [one for one in book.patches(MONTH) if one.number not in hidden][:10]
    assert len(patches) == 10
    (place / "photos").mkdir()
    where = {}
    for patch in patches:
        for lon, lat, azimuth in standpoints(patch.geometry):
            name = f"IMG_{len(where):04d}.jpg"
            where[name] = (lon, lat)
            take_photo(place / "photos" / name, lon, lat, azimuth, len(where))
    Image.new("RGB", (320, 240), "gray").save(place / "photos" / "no clue.jpg")
    report = in_desktop(
        ROOT / "tests" / "desktop" / "work_ten.py",
        TUBAN_PLACE=str(place),
        TUBAN_PATCHES=" ".join(one.number for one in patches),
        TUBAN_PYTHON=sys.executable,
    )
    with open_casebook(place / "casebook.gpkg", "reader", read_only=True) as book:
        assert book.verify() == ()
        dossiers = {one.parcel.number: one for one in book.dossiers(MONTH)}
        for patch in patches:
            parts = [one.number for one in book.parcels_of(patch.number)]
            assert parts == [f"{patch.number}_2", f"{patch.number}_3"], report
            check_patch(patch, [dossiers[number] for number in parts])
    check_verdicts(patches, dossiers, plan)
    check_photos(patches, dossiers, where)
    for name in ("overlaid", "judged", "visited", "photos", "chosen", "done"):
        assert (place / f"{name}.png").stat().st_size > 50_000


def check_patch(patch, parts) -> None:
    """Shapes and figures: the parts are the patch, and its five classes are the parts."""
    whole = in_metres(patch.geometry)
    pieces = [in_metres(one.parcel.geometry) for one in parts]
    assert sum(one.GetArea() for one in pieces) == pytest.approx(whole.GetArea(), abs=0.01)
    assert pieces[0].Intersection(pieces[1]).GetArea() < 0.01
    assert sum(one.parcel.area_m2 for one in parts) == patch.area_m2
    assert sum(one.parcel.mu() for one in parts) == round(patch.area_m2 * 15 / 10000, 2)
    for one in parts:
        found = one.figures
        classes = (
            found.cultivated_m2,
            found.other_agricultural_m2,
            found.unused_m2,
            found.construction_m2,
            found.uncovered_m2,
        )
        assert sum(classes) == found.area_m2 == one.parcel.area_m2
        # The plane of the projection is up to 0.1 % off the ellipsoid.
        plane = Decimal(str(in_metres(one.parcel.geometry).GetArea()))
        assert abs(found.area_m2 - plane) < plane / 500


def check_verdicts(patches, dossiers, plan) -> None:
    key_of = {one.code: one.key for one in plan.categories if PatchKind.LAND in one.kinds}
    first, *others = [
        tuple(key_of[dossiers[f"{patch.number}_{n}"].county_verdict.category] for n in (2, 3))
        for patch in patches
    ]
    assert first == ("2", "9")
    assert others == [("1", "9")] * 9
    visited = dossiers[f"{patches[0].number}_2"]
    assert set(visited.flags.values()) <= {Answer.NO}
    assert visited.field_check.checkers == ("Jia", "Yi")
    assert (visited.field_check.way, visited.field_check.found) == ("onsite", "a steel hall")
    assert sum(one.county_verdict is not None for one in dossiers.values()) == 20


def check_photos(patches, dossiers, where) -> None:
    """Each part has the photo that was taken beside it, by distances in metres."""
    attached = {
        photo.name.rpartition("/")[2]: one for one in dossiers.values() for photo in one.photos
    }
    assert set(attached) == set(where)
    transform = zone_39()
    for name, dossier in attached.items():
        point = ogr.CreateGeometryFromWkt("POINT({} {})".format(*where[name]))
        point.Transform(transform)
        assert in_metres(dossier.parcel.geometry).Distance(point) == pytest.approx(AWAY_M, abs=0.5)
        (photo,) = dossier.photos
        assert (photo.lon_deg, photo.lat_deg) == pytest.approx(where[name], abs=1e-6)
    assert len({one.parcel.number for one in attached.values()}) == 2 * len(patches)
