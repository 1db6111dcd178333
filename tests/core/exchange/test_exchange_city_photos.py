"""The city's own photos and field checks come back with feedback: once, whole, and no others."""

from __future__ import annotations

import hashlib
import zipfile
from dataclasses import replace

import pytest

from tuban.core.casebook import events, open_casebook, saying
from tuban.core.errors import InputError, OutputError, UnreadableFile
from tuban.core.exchange import content_of
from tuban.core.exchange.merging import merge, preview
from tuban.core.exchange.sharing import split_work
from tuban.core.exchange.working import open_work
from tuban.core.model import FieldCheck, Severity, VerdictLevel
from tuban.core.plan import load_plan
from tuban.core.rectified import Acceptance
from tuban.core.review import Stage, state_of
from tuban.core.rounds import Outcome
from tuban.core.submission import read_package

MONTH = "2023-04"
IN_PLACE = Acceptance("2023-06-10", ("丙", "丁"), {"crop": True}, True)


def photos(place, parcel):
    return {one.sha256: one for one in place.book.dossier(parcel).photos}


def looks(city, parcel, at=7, **staged):
    """The city takes a photo of its own."""
    photo = replace(city.photo(city.book.dossier(parcel), at), **staged)
    city.record(events.photo_attached(photo))
    return photo


def make_military(city, parcel):
    theirs = city.book.dossier(parcel).county_verdict
    given = replace(theirs, level=VerdictLevel.CITY, category="military", subcategory="")
    city.record(events.verdict_given(given, None))


def whole(place, photo):
    content = (place.folder / photo.file).read_bytes()
    return hashlib.sha256(content).hexdigest() == photo.sha256


def stage_of(place, parcel):
    dossier = place.book.dossier(parcel)
    return state_of(dossier.rounds, True, content_of(dossier)).stage


@pytest.fixture
def handed(city, county):
    """A parcel that the city has read."""
    (number,) = county.issue(MONTH, 1)
    city.read(county.submit(MONTH))
    return f"{number}_1"


def test_a_must_visit_check_and_its_photos_come_back_once(city, county, handed):
    mine = looks(city, handed)
    check = FieldCheck(handed, ("市甲", "市乙"), "2023-04-22", "onsite", "现场为厂房。")
    city.record(events.field_checked(check, city.book.dossier(handed).field_check))
    package = city.feedback(county, MONTH)
    content = read_package(package)
    carried = [one.sha256 for one in content.manifest.members if one.name.endswith(".jpg")]
    assert carried == [mine.sha256]
    assert content.manifest.counts["photos"] == 1
    shown = county.shown(package)
    assert (shown.photos_added, shown.photos_removed, shown.clashes) == (1, 0, [])
    assert county.read(package).photos == 1
    there = photos(county, handed)
    assert len(there) == 3
    assert whole(county, there[mine.sha256])
    assert county.book.dossier(handed).field_check == check
    head = county.book.head()
    assert county.read(package).entries == 0
    assert county.book.head() == head
    assert len(photos(county, handed)) == 3
    assert county.book.verify() == city.book.verify() == ()


def test_photos_of_an_acceptance_come_back_with_stage_and_station(city, county, handed):
    mine = looks(city, handed, stage="after", station="东南角")
    city.record(*saying.accepted(city.book.dossier(handed), [IN_PLACE]))
    county.read(city.feedback(county, MONTH))
    came = photos(county, handed)[mine.sha256]
    assert (came.stage, came.station) == ("after", "东南角")
    assert whole(county, came)
    again = looks(city, handed, 8, stage="after", station="西北角")
    city.read(county.submit(MONTH))
    package = city.feedback(county, MONTH)
    # What the county says to have read is not sent again.
    members = {one.sha256 for one in read_package(package).manifest.members}
    assert again.sha256 in members
    assert mine.sha256 not in members
    county.read(package)
    assert len(photos(county, handed)) == 4
    assert county.book.verify() == ()


def test_what_the_county_sent_is_not_sent_back(city, county, handed):
    city.review(handed, Outcome.PASSED)
    content = read_package(city.feedback(county, MONTH))
    assert content.manifest.counts["photos"] == 0
    assert not [one for one in content.manifest.members if one.name.endswith(".jpg")]


def test_the_citys_photos_hand_nothing_up_anew(city, county, handed):
    city.review(handed, Outcome.PASSED)
    looks(city, handed)
    county.read(city.feedback(county, MONTH))
    city.read(county.submit(MONTH))
    assert stage_of(city, handed) is stage_of(county, handed) is Stage.PASSED
    assert len(city.book.dossier(handed).rounds.submitted) == 1
    county.judge(handed, "illegal", "excess")
    city.read(county.submit(MONTH))
    assert stage_of(city, handed) is Stage.SUBMITTED
    assert len(photos(city, handed)) == len(photos(county, handed)) == 3
    assert county.book.verify() == city.book.verify() == ()


def test_what_the_county_has_taken_off_does_not_come_again(city, county, handed):
    mine = looks(city, handed)
    county.read(city.feedback(county, MONTH))
    county.record(events.photo_detached(photos(county, handed)[mine.sha256]))
    theirs = next(iter(photos(county, handed).values()))
    county.record(events.photo_detached(theirs))
    for digest in (mine.sha256, theirs.sha256):  # before the city knows of it
        before = photos(city, handed)[digest]
        city.record(events.photo_staged(replace(before, stage="before"), before))
    county.read(city.feedback(county, MONTH))
    assert not {mine.sha256, theirs.sha256} & set(photos(county, handed))
    assert county.book.verify() == ()


def test_a_photo_that_both_sides_stage_stays_and_is_told(city, county, handed):
    (first, second) = photos(county, handed).values()
    county.record(events.photo_staged(replace(first, stage="before"), first))
    here = photos(city, handed)
    for digest in (first.sha256, second.sha256):
        staged = replace(here[digest], stage="during", station="西")
        city.record(events.photo_staged(staged, here[digest]))
    shown = county.shown(city.feedback(county, MONTH))
    (told,) = (one for one in shown.findings if one.subject)
    assert (told.subject, told.severity) == (handed, Severity.WARNING)
    assert "on both sides" in str(told.message)
    county.read(shown.incoming.path)
    stages = {digest: one.stage for digest, one in photos(county, handed).items()}
    assert stages == {first.sha256: "before", second.sha256: "during"}


def test_a_photo_put_back_by_undoing_travels_too(city, county, handed):
    photo = next(iter(photos(county, handed).values()))
    county.record(events.photo_detached(photo))
    city.read(county.submit(MONTH, name="甲.zip"))
    assert photo.sha256 not in photos(city, handed)
    (taken_off,) = (one for one in county.book.history(handed) if one.kind == events.PHOTO_DETACHED)
    county.book.undo(taken_off.seq)
    city.read(county.submit(MONTH, name="乙.zip"))
    assert photo.sha256 in photos(city, handed)


def test_a_photo_taken_off_and_put_back_before_it_is_sent_stays(city, county, handed):
    photo = next(iter(photos(county, handed).values()))
    county.record(events.photo_detached(photo))
    (taken_off,) = (one for one in county.book.history(handed) if one.kind == events.PHOTO_DETACHED)
    county.book.undo(taken_off.seq)
    before = photos(city, handed)
    shown = city.shown(county.submit(MONTH, name="甲.zip"))
    assert (shown.photos_added, shown.photos_removed) == (0, 0)
    city.read(shown.incoming.path)
    assert photos(city, handed) == before


def test_a_parcel_that_is_no_more_is_told(city, county, handed):
    looks(city, handed)
    old = county.book.dossier(handed)
    new = replace(old.parcel, number=old.patch.number + "_2")
    county.record(events.patch_divided(old.patch.number, [new], [old.parcel]))
    shown = county.shown(city.feedback(county, MONTH))
    (told,) = (one for one in shown.findings if one.subject)
    assert (told.subject, shown.photos_added) == (handed, 0)
    county.read(shown.incoming.path)
    assert county.book.dossier(new.number).photos == ()


def test_what_the_city_did_in_a_working_file_is_the_citys(city, county, handed, tmp_path):
    county.read(city.feedback(county, MONTH))
    path = tmp_path / "下乡.gpkg"
    split_work(city.book, load_plan("liaocheng-2023"), "下乡", [handed.rpartition("_")[0]], path)
    mine = city.photo(city.book.dossier(handed), 9)
    with open_casebook(path, "丙") as work:
        work.record([events.photo_attached(mine)])
        work.record(saying.accepted(work.dossier(handed), [IN_PLACE]))
    shown = preview(city.book, open_work(city.book, path))
    merge(city.book, shown, {}, lambda photo: photo.facts["file"])
    county.read(city.feedback(county, MONTH))
    assert mine.sha256 in photos(county, handed)
    assert county.book.dossier(handed).put_right.acceptances == (IN_PLACE,)
    assert county.book.verify() == ()


def test_photos_of_military_land_do_not_leave(city, county):
    secret, number = county.issue(MONTH, 2)
    city.read(county.submit(MONTH))
    hidden = looks(city, f"{secret}_1")
    make_military(city, f"{secret}_1")
    mine = looks(city, f"{number}_1")
    package = city.feedback(county, MONTH)
    members = [one.sha256 for one in read_package(package).manifest.members]
    assert mine.sha256 in members
    assert hidden.sha256 not in members
    with zipfile.ZipFile(package) as archive:
        assert not any(secret in name for name in archive.namelist())
    city.record(events.photo_attached(replace(hidden, parcel_number=f"{number}_1", file="x.jpg")))
    (city.folder / "x.jpg").write_bytes((city.folder / hidden.file).read_bytes())
    before = package.read_bytes()
    with pytest.raises(InputError, match="military"):
        city.feedback(county, MONTH)
    assert package.read_bytes() == before


def test_military_land_of_another_month_is_not_named_in_feedback(city, county):
    (secret,), (number,) = county.issue("2023-03", 1), county.issue(MONTH, 1)
    city.read(county.submit("2023-03"))
    city.read(county.submit(MONTH))
    make_military(city, f"{secret}_1")
    city.give_back(f"{number}_1", words=f"与{secret}相邻，请重核。")
    with pytest.raises(InputError, match=f"recorded of {number}_1 names military land"):
        city.feedback(county, MONTH)
    assert not list(city.out.rglob("*.zip"))


def test_a_name_that_tells_of_military_land_does_not_leave(city, county):
    secret, number = county.issue(MONTH, 2)
    city.read(county.submit(MONTH))
    make_military(city, f"{secret}_1")
    looks(city, f"{number}_1", name=f"{secret}旁/1.jpg")
    with pytest.raises(InputError, match="military"):
        city.feedback(county, MONTH)
    assert not list(city.out.rglob("*.zip"))


@pytest.mark.parametrize("spoil", ["lost", "changed"])
def test_a_photo_that_is_not_there_any_more_stops_the_feedback(city, county, handed, spoil):
    photo = looks(city, handed)
    path = city.folder / photo.file
    if spoil == "lost":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:-1] + b"?")
    head = city.book.head()
    with pytest.raises((InputError, OutputError), match=path.name):
        city.feedback(county, MONTH)
    assert not list(city.out.rglob("*.zip"))
    assert city.book.head() == head


def test_a_photo_changed_on_the_way_is_refused(city, county, handed, tmp_path):
    photo = looks(city, handed)
    package = city.feedback(county, MONTH)
    content = (city.folder / photo.file).read_bytes()
    spoilt = tmp_path / "改.zip"
    written = package.read_bytes()
    assert content in written  # stored as it is, not squeezed
    spoilt.write_bytes(written.replace(content, content[:-1] + b"?"))
    head = county.book.head()
    with pytest.raises(UnreadableFile):
        county.read(spoilt)
    assert county.book.head() == head
