"""Field photos: EXIF made byte by byte here, after the EXIF standard, and read by the code."""

from __future__ import annotations

import hashlib
import struct

import numpy as np
import pytest

pytest.importorskip("osgeo")

from issued_land import land_patch
from osgeo import gdal

from tuban.core.casebook import create_casebook, events
from tuban.core.errors import Cancelled, CasebookReadOnly, OutputError, UnreadableFile
from tuban.core.field import attach_photos, photo_files, read_photo, usable_photo
from tuban.core.field.names import Numbers
from tuban.core.geometry import digest, wkb_from_multipolygon
from tuban.core.model import Parcel
from tuban.core.plan import load_plan
from tuban.core.progress import Silent

PLAN = load_plan("liaocheng-2023")

ASCII, RATIONAL = 2, 5


def plain_jpeg(path, shade=90):
    """A 32 × 32 grey picture without EXIF."""
    memory = gdal.GetDriverByName("MEM").Create("", 32, 32, 3)
    for band in range(1, 4):
        row = bytes([shade]) * 32
        memory.GetRasterBand(band).WriteRaster(0, 0, 32, 32, row * 32)
    target = f"/vsimem/{path.name}"
    gdal.GetDriverByName("JPEG").CreateCopy(target, memory)
    handle = gdal.VSIFOpenL(target, "rb")
    content = bytes(gdal.VSIFReadL(1, 10**6, handle))
    gdal.VSIFCloseL(handle)
    gdal.Unlink(target)
    return content


def ifd(entries, start, pointers=()):
    """One TIFF directory at ``start``: (tag, type, values); values beyond 4 bytes follow it."""
    count = len(entries)
    after = start + 2 + 12 * count + 4
    head, extra = struct.pack("<H", count), b""
    for tag, kind, value in entries:
        if kind == ASCII:
            data, number = value.encode("ascii") + b"\0", len(value) + 1
        elif kind == RATIONAL:
            data = b"".join(struct.pack("<II", *pair) for pair in value)
            number = len(value)
        else:
            data, number = struct.pack("<I", value), 1
        if len(data) > 4:
            head += struct.pack("<HHII", tag, kind, number, after + len(extra))
            extra += data
        else:
            head += struct.pack("<HHI", tag, kind, number) + data.ljust(4, b"\0")
    return head + struct.pack("<I", 0) + extra


def exif(gps=(), photo=()):
    """An APP1 segment with the EXIF and GPS directories."""
    first = 8
    size = 2 + 12 * 2 + 4
    photo_ifd = ifd(photo, first + size)
    gps_at = first + size + len(photo_ifd)
    gps_ifd = ifd(gps, gps_at)
    root = ifd([(0x8769, 4, first + size), (0x8825, 4, gps_at)], first)
    body = b"Exif\0\0" + b"II*\0" + struct.pack("<I", first) + root + photo_ifd + gps_ifd
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


TAKEN = [(0x9003, ASCII, "2023:04:12 09:31:05")]
# 36° 27′ 12.3″ N, 115° 59′ 0.06″ E, looking to 271.5°.
PLACE = [
    (1, ASCII, "N"),
    (2, RATIONAL, [(36, 1), (27, 1), (123, 10)]),
    (3, ASCII, "E"),
    (4, RATIONAL, [(115, 1), (59, 1), (6, 100)]),
    (16, ASCII, "T"),
    (17, RATIONAL, [(543, 2)]),
]


def photo(path, gps=PLACE, taken=TAKEN, shade=90):
    path.parent.mkdir(parents=True, exist_ok=True)
    content = plain_jpeg(path, shade)
    path.write_bytes(content[:2] + exif(gps, taken) + content[2:])
    return path


def test_position_direction_and_time(tmp_path):
    facts = read_photo(photo(tmp_path / "现场 1.jpg"))
    assert facts.lat_deg == pytest.approx(36 + 27 / 60 + 12.3 / 3600, abs=1e-9)
    assert facts.lon_deg == pytest.approx(115 + 59 / 60 + 0.06 / 3600, abs=1e-9)
    assert facts.azimuth_deg == 271.5
    assert facts.taken_at == "2023-04-12T09:31:05"
    content = (tmp_path / "现场 1.jpg").read_bytes()
    assert (facts.sha256, facts.size_bytes) == (hashlib.sha256(content).hexdigest(), len(content))


def changed(place, tag, value):
    return [(t, k, value if t == tag else v) for t, k, v in place]


def test_south_and_west_are_negative(tmp_path):
    place = changed(changed(PLACE, 1, "S"), 3, "W")
    facts = read_photo(photo(tmp_path / "a.jpg", place))
    assert facts.lat_deg < 0
    assert facts.lon_deg < 0


@pytest.mark.parametrize(
    "place",
    [
        [],
        changed(PLACE, 2, [(136, 1), (27, 1), (0, 1)]),
        changed(PLACE, 4, [(1, 0), (0, 0), (0, 1)]),
        changed(changed(PLACE, 2, [(0, 1)] * 3), 4, [(0, 1)] * 3),
        [entry for entry in PLACE if entry[0] != 4],
    ],
    ids=["none", "latitude 136", "divided by zero", "zeros", "half"],
)
def test_a_position_that_is_none(tmp_path, place):
    facts = read_photo(photo(tmp_path / "a.jpg", place))
    assert (facts.lon_deg, facts.lat_deg) == (None, None)
    assert facts.taken_at == "2023-04-12T09:31:05"


@pytest.mark.parametrize("moment", ["0000:00:00 00:00:00", "2023:13:45 09:00:00", "today", ""])
def test_a_time_that_is_none(tmp_path, moment):
    facts = read_photo(photo(tmp_path / "a.jpg", taken=[(0x9003, ASCII, moment)]))
    assert facts.taken_at is None


@pytest.mark.usefixtures("gdal_raises")
def test_broken_exif_is_no_error(tmp_path):
    path = tmp_path / "a.jpg"
    content = plain_jpeg(path)
    broken = bytearray(exif(PLACE, TAKEN))
    broken[10:60] = b"\xff" * 50
    path.write_bytes(content[:2] + bytes(broken) + content[2:])
    facts = read_photo(path)
    assert facts.lon_deg is None


def test_a_picture_without_exif(tmp_path):
    path = tmp_path / "a.jpg"
    path.write_bytes(plain_jpeg(path))
    facts = read_photo(path)
    assert (facts.taken_at, facts.lon_deg, facts.azimuth_deg) == (None, None, None)


@pytest.mark.parametrize("content", [b"", b"not a picture", b"\xff\xd8\xff"])
def test_what_is_no_picture_is_told(tmp_path, content):
    path = tmp_path / "a.jpg"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match=r"a\.jpg"):
        read_photo(path)


def noisy(path, driver="JPEG"):
    """A picture that does not compress away: 300 × 200 pixels of noise."""
    made = gdal.GetDriverByName("MEM").Create("", 300, 200, 3)
    noise = np.random.default_rng(4).integers(0, 256, 300 * 200, np.uint8).tobytes()
    for band in (1, 2, 3):
        made.GetRasterBand(band).WriteRaster(0, 0, 300, 200, noise)
    plain = path.with_suffix(".plain")
    gdal.GetDriverByName(driver).CreateCopy(str(plain), made)
    path.write_bytes(plain.read_bytes())
    return path


def without_middle(content):
    return content[: len(content) // 2] + content[len(content) // 2 + 9000 :]


@pytest.mark.parametrize("driver", ["JPEG", "PNG"])
@pytest.mark.parametrize(
    "harm",
    [
        lambda content: content[: len(content) * 3 // 4],
        lambda content: content[: len(content) * 3 // 4].ljust(len(content), b"\0"),
        lambda content: content[: len(content) // 4],
        lambda content: content[:-1000],
        without_middle,
    ],
    ids=["three quarters", "zeros from there on", "a quarter", "end missing", "middle missing"],
)
def test_a_picture_that_is_not_all_there_is_told(tmp_path, driver, harm, gdal_raises):
    path = noisy(tmp_path / "a.jpg", driver)
    assert read_photo(path).suffix == {"JPEG": ".jpg", "PNG": ".png"}[driver]
    path.write_bytes(harm(path.read_bytes()))
    with pytest.raises(UnreadableFile, match="part of the picture is missing"):
        read_photo(path)


def test_what_follows_the_end_of_a_jpeg_and_a_thumbnail_in_it_do_no_harm(tmp_path):
    path = noisy(tmp_path / "a.jpg")
    content = path.read_bytes()
    # As EXIF holds it: a whole small JPEG, with an end of its own, inside a segment.
    small = plain_jpeg(tmp_path / "small.jpg")
    segment = b"\xff\xe2" + struct.pack(">H", len(small) + 2) + small
    path.write_bytes(content[:2] + segment + content[2:] + b"a film of two seconds")
    assert read_photo(path).likeness
    cut = path.read_bytes()[: len(segment) + len(content) // 2]
    path.write_bytes(cut)
    with pytest.raises(UnreadableFile, match="part of the picture is missing"):
        read_photo(path)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(UnreadableFile):
        read_photo(tmp_path / "none.jpg")


def test_a_drone_writes_its_direction_as_xmp(tmp_path):
    body = (
        b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
        b"xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description "
        b"xmlns:drone-dji='http://www.dji.com/drone-dji/1.0/' drone-dji:GimbalYawDegree='-61.20'/>"
        b"</rdf:RDF></x:xmpmeta>"
    )
    segment = b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body
    path = tmp_path / "DJI_0001.jpg"
    content = plain_jpeg(path)
    path.write_bytes(content[:2] + segment + content[2:])
    assert read_photo(path).azimuth_deg == pytest.approx(298.8)


def test_a_png_called_jpg_is_kept_as_what_it_is(book, tmp_path):
    memory = gdal.GetDriverByName("MEM").Create("", 8, 8, 1)
    gdal.GetDriverByName("PNG").CreateCopy("/vsimem/x.png", memory)
    handle = gdal.VSIFOpenL("/vsimem/x.png", "rb")
    path = tmp_path / "近景.jpg"
    path.write_bytes(bytes(gdal.VSIFReadL(1, 10**6, handle)))
    gdal.VSIFCloseL(handle)
    heard = Heard()
    (kept,) = attach_photos(book, PLAN, [("3715990001_1", path)], heard)
    assert kept.file.endswith(".png")
    assert (book.path.parent / kept.file).read_bytes() == path.read_bytes()
    assert heard.said == ["近景.jpg is a PNG picture; its copy is called so."]


def test_what_a_photo_was_called_stays_known(book, tmp_path):
    path = photo(tmp_path / "3715990001" / "01远景.jpg")
    (kept,) = attach_photos(book, PLAN, [("3715990001_1", path)])
    assert kept.name == "3715990001/01远景.jpg"


# Finding


PARCELS = [
    ("3715990001_1", "3715990001"),
    ("3715990002_1", "3715990002"),
    ("3715990002_2", "3715990002"),
    ("37159900012_1", "37159900012"),
]
BOTH = {"3715990002_1", "3715990002_2"}


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("3715990001_1.jpg", {"3715990001_1"}),
        ("3715990001_1_03.JPG", {"3715990001_1"}),
        ("3715990001 (2).jpeg", {"3715990001_1"}),
        ("图斑3715990001远景.png", {"3715990001_1"}),
        ("３７１５９９０００１_1.jpg", {"3715990001_1"}),
        ("3715990001/IMG_0001.jpg", {"3715990001_1"}),
        ("3715990001/近景/DSC001.jpg", {"3715990001_1"}),
        ("3715990001/3715990002_2.jpg", {"3715990002_2"}),
        ("3715990002/3715990002_2/a.jpg", {"3715990002_2"}),
        ("37159900012.jpg", {"37159900012_1"}),
        ("3715990002_7.jpg", BOTH),
        ("3715990002.jpg", BOTH),
        ("3715990001_1和3715990002_2.jpg", {"3715990001_1", "3715990002_2"}),
        ("13715990001.jpg", set()),
        ("其他/IMG_0001.jpg", set()),
    ],
)
def test_names_say_which_parcels_are_meant(tmp_path, name, meant):
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"")
    ((found,), others) = photo_files([tmp_path])
    assert (found.path, others) == (path, [])
    assert Numbers(PARCELS).meant_by(found.said) == meant


def test_the_chosen_folder_and_that_of_a_chosen_file_speak_too(tmp_path):
    path = tmp_path / "3715990001" / "IMG_1.jpg"
    path.parent.mkdir()
    path.write_bytes(b"")
    for given in (path, path.parent):
        ((found,), _) = photo_files([given])
        assert Numbers(PARCELS).meant_by(found.said) == {"3715990001_1"}


def test_other_files_are_not_photos_and_other_pictures_are_told(tmp_path):
    (tmp_path / "3715990001_1.txt").write_bytes(b"")
    phone = tmp_path / "IMG_1.HEIC"
    phone.write_bytes(b"")
    assert photo_files([tmp_path]) == ([], [phone])
    again = tmp_path / "a.jpg"
    again.write_bytes(b"")
    assert [one.path for one in photo_files([tmp_path, again])[0]] == [again]


# Keeping


@pytest.fixture
def book(tmp_path):
    ring = np.array([(115.9, 36.4), (115.9, 36.401), (115.901, 36.401), (115.9, 36.4)])
    wkb = wkb_from_multipolygon([[ring]])
    patch = land_patch("3715990001", wkb, county_code="371599", patch_class="", area_m2=1)
    parcels = [Parcel(f"3715990001_{n}", "3715990001", 1, wkb, digest(wkb)) for n in (1, 2)]
    with create_casebook(tmp_path / "月.gpkg", PLAN, "371599", "虚构县", "tester") as made:
        changes = [events.parcel_divided(one) for one in parcels]
        made.record([events.patch_issued(patch), *changes])
        yield made


def test_photos_are_kept_whole_beside_the_casebook(book, tmp_path):
    path = photo(tmp_path / "in" / "a.jpg")
    (kept,) = attach_photos(book, PLAN, [("3715990001_1", path)])
    copy = book.path.parent / kept.file
    assert kept.file.startswith("月_照片/")
    assert copy.read_bytes() == path.read_bytes()
    assert kept.azimuth_deg == 271.5
    assert book.dossier("3715990001_1").photos == (kept,)


def test_the_original_is_never_altered_and_the_copy_has_its_hash(book, tmp_path):
    path = photo(tmp_path / "in" / "3715990001 '远景'.JPG")
    before, state = path.read_bytes(), path.stat()
    (kept,) = attach_photos(book, PLAN, [("3715990001_1", path)])
    after = path.stat()
    assert path.read_bytes() == before
    assert (after.st_mtime_ns, after.st_mode) == (state.st_mtime_ns, state.st_mode)
    assert hashlib.sha256((book.path.parent / kept.file).read_bytes()).hexdigest() == kept.sha256


def test_what_was_read_before_is_not_taken_for_a_file_that_has_changed_since(book, tmp_path):
    path = photo(tmp_path / "in" / "a.jpg")
    read = {path: read_photo(path)}
    photo(path, taken=[(0x9003, ASCII, "2023:04:13 10:00:00")], shade=50)
    (kept,) = attach_photos(book, PLAN, [("3715990001_1", path)], read=read)
    assert kept.taken_at == "2023-04-13T10:00:00"
    assert kept.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_same_photo_twice_adds_nothing(book, tmp_path):
    path = photo(tmp_path / "in" / "a.jpg")
    again = photo(tmp_path / "in" / "b.jpg")
    assert len(attach_photos(book, PLAN, [("3715990001_1", path), ("3715990001_1", again)])) == 1
    seq = book.head().seq
    assert attach_photos(book, PLAN, [("3715990001_1", again)]) == []
    assert book.head().seq == seq


def test_one_photo_of_two_parcels_is_one_file(book, tmp_path):
    path = photo(tmp_path / "in" / "a.jpg")
    kept = attach_photos(book, PLAN, [("3715990001_1", path), ("3715990001_2", path)])
    assert len(kept) == 2
    assert kept[0].file == kept[1].file


class Heard(Silent):
    def __init__(self):
        self.said = []

    def say(self, message):
        self.said.append(str(message))


def test_what_is_no_picture_is_told_and_the_rest_is_kept(book, tmp_path):
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(b"x")
    good = photo(tmp_path / "in" / "a.jpg")
    heard = Heard()
    kept = attach_photos(book, PLAN, [("3715990001_1", bad), ("3715990001_1", good)], heard)
    assert len(kept) == 1
    assert heard.said == ["bad.jpg is not a picture, or it is damaged."]


@pytest.mark.parametrize(
    "content",
    [
        b"ncols 2\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 1\n1 2\n3 4\n",
        b'<VRTDataset rasterXSize="9" rasterYSize="9"><VRTRasterBand dataType="Byte" band="1"/>'
        b"</VRTDataset>",
        b"",
        b"\xff\xd8",
    ],
)
def test_what_only_gdal_takes_for_a_picture_is_none(tmp_path, content):
    path = tmp_path / "a.jpg"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match="not a picture"):
        read_photo(path)


def test_a_photo_that_could_never_be_handed_up_is_told_and_left_out(book, tmp_path):
    large = photo(tmp_path / "in" / "a.jpg")
    with large.open("ab") as stream:  # what cameras append behind the picture
        stream.truncate(PLAN.photo_rules.size_mb * 1024 * 1024 + 1)
    heard = Heard()
    assert attach_photos(book, PLAN, [("3715990001_1", large)], heard) == []
    assert heard.said == ["a.jpg is larger than 10 MB and was left out; save it smaller."]
    with large.open("ab") as stream:
        stream.truncate(60 * 1024 * 1024)
    with pytest.raises(UnreadableFile, match="larger than 10 MB"):
        usable_photo(large, PLAN.photo_rules)
    assert book.dossier("3715990001_1").photos == ()
    with large.open("ab") as stream:
        stream.truncate(PLAN.photo_rules.size_mb * 1024 * 1024)
    assert len(attach_photos(book, PLAN, [("3715990001_1", large)])) == 1


def test_cancelling_leaves_no_copy(book, tmp_path):
    class Stops(Silent):
        asked = 0

        def is_cancelled(self):
            self.asked += 1
            return self.asked > 1

    paths = [photo(tmp_path / "in" / f"{n}.jpg", shade=n) for n in (10, 200)]
    with pytest.raises(Cancelled):
        attach_photos(book, PLAN, [("3715990001_1", path) for path in paths], Stops())
    assert list((tmp_path / "月_照片").iterdir()) == []
    assert book.dossier("3715990001_1").photos == ()


def test_a_casebook_for_reading_only_is_told(book, tmp_path):
    class ReadOnly:
        writable = False

    with pytest.raises(CasebookReadOnly):
        attach_photos(ReadOnly(), PLAN, [])


def test_a_folder_that_cannot_be_made_is_told(book, tmp_path):
    (tmp_path / "月_照片").write_bytes(b"a file is in the way")
    with pytest.raises(OutputError):
        attach_photos(book, PLAN, [("3715990001_1", photo(tmp_path / "in" / "a.jpg"))])
