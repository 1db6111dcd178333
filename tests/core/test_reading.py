"""What is found out about any file from outside: fingerprint, table, texts, coordinate system."""

from __future__ import annotations

import hashlib
import os

import pytest

pytest.importorskip("osgeo")

from osgeo import osr

from tuban.core.errors import UnreadableFile
from tuban.core.reading.archives import leads_out
from tuban.core.reading.dbf import read_dbf, sample_dbf
from tuban.core.reading.fingerprint import changed_on, files_of, fingerprint
from tuban.core.reading.systems import (
    ALL_CHOICES,
    family_of,
    plain_code,
    prefixed_code,
    serves_as_cgcs2000,
    understand,
)


def sha256(content):
    return hashlib.sha256(content).hexdigest()


def test_a_single_file_has_the_hash_that_every_tool_gives(tmp_path):
    path = tmp_path / "下发.zip"
    path.write_bytes(b"PK")
    assert fingerprint(path) == sha256(b"PK")


def test_a_shapefile_is_hashed_over_the_names_and_hashes_of_its_parts(issued):
    path = issued.shapefile([issued.row()], cpg="GBK")
    issued.shapefile([issued.row("2")], name="图斑2.shp")
    path.with_suffix(".qix").write_bytes(b"index")
    assert sorted(files_of(path)) == [".cpg", ".dbf", ".prj", ".shp", ".shx"]
    lines = [
        f"{suffix} {sha256(path.with_suffix(suffix).read_bytes())}\n"
        for suffix in (".cpg", ".dbf", ".prj", ".shp", ".shx")
    ]
    assert fingerprint(path) == sha256("".join(lines).encode())


def test_a_folder_is_hashed_without_its_locks_and_wherever_it_lies(tmp_path):
    for name in ("a.gdb", "b.gdb"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a00000001.gdbtable").write_bytes(b"rows")
    (tmp_path / "b.gdb" / "a.lock").write_bytes(b"held")
    line = f"a00000001.gdbtable {sha256(b'rows')}\n"
    assert fingerprint(tmp_path / "a.gdb") == sha256(line.encode())
    assert fingerprint(tmp_path / "b.gdb") == fingerprint(tmp_path / "a.gdb")


def test_rows_that_a_database_has_not_folded_in_yet_count(tmp_path):
    path = tmp_path / "a.gpkg"
    path.write_bytes(b"pages")
    log = tmp_path / "a.gpkg-wal"
    log.write_bytes(b"")
    assert fingerprint(path) == sha256(b"pages")
    log.write_bytes(b"newer")
    lines = f"a.gpkg {sha256(b'pages')}\na.gpkg-wal {sha256(b'newer')}\n"
    assert fingerprint(path) == sha256(lines.encode())


def test_a_hash_follows_the_file_and_is_not_made_twice(tmp_path):
    path = tmp_path / "a.geojson"
    path.write_bytes(b"one")
    os.utime(path, ns=(1, 1))
    assert fingerprint(path) == sha256(b"one")
    path.write_bytes(b"two")
    os.utime(path, ns=(1, 1))
    assert fingerprint(path) == sha256(b"one")  # same time and size: not read again
    os.utime(path, ns=(2, 2))
    assert fingerprint(path) == sha256(b"two")


def test_a_layer_is_as_old_as_its_newest_part(issued):
    path = issued.shapefile([issued.row()])
    for number, suffix in enumerate((".shp", ".dbf", ".shx", ".prj"), start=1):
        os.utime(path.with_suffix(suffix), (number * 1000, number * 1000))
    assert changed_on(path) == 4000


@pytest.mark.parametrize("count", [0, 1, 49, 50, 51, 20_000])
def test_a_sample_of_a_table_has_its_first_and_its_later_records(tmp_path, bytes_of_files, count):
    path = tmp_path / "DLTB.dbf"
    rows = [[str(index)] for index in range(count)]
    bytes_of_files.table(path, [("BSM", "C", 8, 0)], rows)
    whole, sample = read_dbf(path), sample_dbf(path)
    assert [record.decode().strip() for _, record in whole.records()] == [one for (one,) in rows]
    sampled = [int(record.decode()) for _, record in sample.records()]
    assert set(sampled) <= set(range(count))
    assert len(sampled) <= 5000
    assert set(range(min(count, 50))) <= set(sampled)
    assert not count or max(sampled) > 0.98 * count - 2


@pytest.mark.parametrize("read", [read_dbf, sample_dbf])
def test_a_table_that_is_cut_off_is_told(issued, read):
    path = issued.shapefile([issued.row(str(n)) for n in range(9)]).with_suffix(".dbf")
    path.write_bytes(path.read_bytes()[:-400])
    with pytest.raises(UnreadableFile, match="9 rows are announced, 7 are there"):
        read(path)


@pytest.mark.parametrize(
    "epsg, code, family",
    [
        (4526, "EPSG:4526", "prefixed"),
        (4513, "EPSG:4513", "prefixed"),
        (4533, "EPSG:4533", "prefixed"),
        (4547, "EPSG:4547", "plain"),
        (4554, "EPSG:4554", "plain"),
        (4498, "EPSG:4498", "prefixed"),
        (4509, "EPSG:4548", "plain"),
        (4490, "EPSG:4490", "degrees"),
        (3857, "", "elsewhere"),
    ],
)
def test_declarations_are_understood_by_their_numbers(epsg, code, family):
    """EPSG:4509 is the 6° zone round 117°E: the same plane as EPSG:4548."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    esri = osr.SpatialReference()
    esri.ImportFromWkt(reference.ExportToWkt(["FORMAT=WKT1_ESRI"]))
    for one in (reference, esri):
        assert (understand(one).code, understand(one).family) == (code, family)


@pytest.mark.parametrize(
    "box, family",
    [
        ((116.0, 36.4, 116.1, 36.5), "degrees"),
        ((36.4, 116.0, 36.5, 116.1), "elsewhere"),
        ((39411000, 4035000, 39411100, 4035100), "prefixed"),
        ((20411000, 4035000, 20411100, 4035100), "prefixed"),
        ((411000, 4035000, 411100, 4035100), "plain"),
        ((4035000, 39411000, 4035100, 39411100), "elsewhere"),
        ((38634000, 4035000, 39366000, 4035100), "elsewhere"),
    ],
)
def test_families(box, family):
    assert family_of(box) == family


def test_numbers_of_zones():
    """EPSG Dataset: 4513 and 4533 are the ends of the 3° zones, 4491 and 4501 of the 6° zones."""
    assert [prefixed_code(zone) for zone in (25, 45)] == ["EPSG:4513", "EPSG:4533"]
    assert [prefixed_code(zone) for zone in (13, 23)] == ["EPSG:4491", "EPSG:4501"]
    assert [prefixed_code(zone) for zone in (0, 12, 24, 46, 60)] == [""] * 5
    assert [plain_code(meridian) for meridian in (75, 117, 135)] == [
        *["EPSG:4534", "EPSG:4548", "EPSG:4554"]
    ]
    assert [plain_code(meridian) for meridian in (72, 116, 138)] == [""] * 3


@pytest.mark.parametrize("code", ALL_CHOICES)
def test_every_choice_says_by_its_numbers_what_it_is(code):
    reference = osr.SpatialReference()
    reference.SetFromUserInput(code)
    assert understand(reference).code == code
    assert serves_as_cgcs2000(reference)


@pytest.mark.parametrize(
    ("definition", "serves"),
    [
        ("EPSG:4527", True),
        ("EPSG:4326", True),
        ("EPSG:9000", True),  # ITRF2014
        ("+proj=tmerc +lon_0=117 +x_0=500000 +ellps=GRS80 +units=m", True),
        ("EPSG:4610", False),  # Xian 1980
        ("EPSG:4214", False),  # Beijing 1954
        ("EPSG:4322", False),  # WGS 72
        ("EPSG:4269", False),  # NAD83 has the ellipsoid, but not the earth
        ("+proj=longlat +ellps=krass", False),
        (
            'GEOGCS["GCS_CGCS2000",DATUM["D_China_2000",SPHEROID["Krasovsky_1940",6378245.0,298.3]]'
            ',PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
            False,
        ),
    ],
)
def test_a_datum_is_ours_by_its_name_and_its_ellipsoid(definition, serves):
    reference = osr.SpatialReference()
    reference.SetFromUserInput(definition)
    assert serves_as_cgcs2000(reference) == serves


@pytest.mark.parametrize(
    ("name", "out"),
    [
        ("图斑/图斑.shp", False),
        ("a..b/..c", False),
        ("/etc/passwd", True),
        ("../a", True),
        ("a/../../b", True),
        ("a\\..\\..\\b", True),
        ("\\\\server\\share", True),
        ("C:a.shp", True),
        ("c:/a.shp", True),
    ],
)
def test_members_that_would_land_elsewhere(name, out):
    assert leads_out(name) == out
