"""Putting right travels up, acceptance and certificates come down; what clashes is shown."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tuban.core.casebook import certify, events, open_casebook, saying
from tuban.core.casebook.codec import encode
from tuban.core.errors import CasebookConflict, UnreadableFile
from tuban.core.exchange import content_of
from tuban.core.exchange.forms import check_form
from tuban.core.exchange.merging import merge, preview
from tuban.core.exchange.record import Record, from_lines, to_lines
from tuban.core.exchange.sharing import split_work
from tuban.core.exchange.threeway import How
from tuban.core.exchange.working import open_work
from tuban.core.model import Photo, Severity, VerdictLevel
from tuban.core.plan import load_plan
from tuban.core.progress import SILENT
from tuban.core.rectified import (
    Acceptance,
    Application,
    Certificate,
    Freezing,
    LedgerEntry,
    Measure,
    Preliminary,
    Progress,
    PutRight,
    Recheck,
    Rectification,
    Turn,
    VerdictKept,
)
from tuban.core.rounds import Office, Outcome

CLEARED = Measure("demolition", Progress.DONE, Decimal("1.00"), done_on="2023-06-01")
PLANNED = Rectification(VerdictKept("county", "illegal", "", "x", "00"), (CLEARED,), "2023-09-30")
LOOKED = Preliminary("2023-06-02", ("甲", "乙"), True)
ASKED = Application("2023-06-03", "虚构甲县")
IN_PLACE = Acceptance("2023-06-10", ("丙", "丁"), {"crop": True}, True)
CLOSED = Turn(True, "2023-06-20", "戊", "accepted")
REOPENED = Turn(False, "2023-07-20", "己", why="新建")
AGAIN = Recheck("recultivated", "2023-12-01", "甲", "as_it_was")


def certificate(serial: int, office: str = "3715", number: str = "") -> Certificate:
    words = number or f"虚构证〔2023〕{serial:03d}号"
    mu, digest = Decimal("1.00"), "cd" * 32
    return Certificate(words, office, 2023, serial, "2023-06-11", "丙", "2023-06-10", mu, digest)


def put_right(place, parcel: str) -> PutRight:
    return place.book.dossier(parcel).put_right


def apply_for(county, parcel: str) -> None:
    """The county's share: measures, its own inspection, the application, a photo from after."""
    shown = county.book.dossier(parcel)
    county.record(*saying.rectified(shown, PLANNED))
    county.record(*saying.inspected_first(shown, [LOOKED]), *saying.applied(shown, [ASKED]))


def accept(city, parcel: str, **issue: str) -> None:
    city.record(*saying.accepted(city.book.dossier(parcel), [IN_PLACE]))
    stage = certify("3715", 2023, {parcel: lambda serial: certificate(serial, **issue)})
    city.book.record_stages([stage])


def after_photo(county, parcel: str) -> Photo:
    taken = county.photo(county.book.dossier(parcel), 3)
    return replace(taken, stage="after", station="东南角")


def divided(county, parcel: str, number: str):
    """The parcel gives way to one of the same land, with everything that a package needs."""
    old = county.book.dossier(parcel)
    new = replace(
        old,
        parcel=replace(old.parcel, number=number),
        figures=replace(old.figures, parcel_number=number),
        verdicts={VerdictLevel.COUNTY: replace(old.county_verdict, parcel_number=number)},
        field_check=replace(old.field_check, parcel_number=number),
    )
    change = events.patch_divided(old.patch.number, [new.parcel], [old.parcel])
    return [change, *county._judged(new)]


@pytest.fixture
def handed(city, county):
    """A parcel that the city has passed."""
    (number,) = county.issue("2023-04", 1)
    city.read(county.submit("2023-04"))
    city.review(f"{number}_1", Outcome.PASSED)
    county.read(city.feedback(county, "2023-04"))
    return f"{number}_1"


def test_what_the_county_does_goes_up_and_what_the_city_finds_comes_back(city, county, handed):
    before = content_of(county.book.dossier(handed))
    apply_for(county, handed)
    county.record(events.photo_attached(after_photo(county, handed)))
    # The month was passed: putting right afterwards does not hand the parcel up anew.
    assert content_of(county.book.dossier(handed)) == before
    city.read(county.submit("2023-04"))
    assert put_right(city, handed) == PutRight(PLANNED, (LOOKED,), (ASKED,))
    assert len(city.book.dossier(handed).rounds.submitted) == 1
    (photo,) = (one for one in city.book.dossier(handed).photos if one.stage)
    assert (photo.stage, photo.station) == ("after", "东南角")
    assert (city.folder / photo.file).is_file()
    accept(city, handed)
    county.read(city.feedback(county, "2023-04"))
    expected = PutRight(PLANNED, (LOOKED,), (ASKED,), (IN_PLACE,), (certificate(1),))
    assert put_right(county, handed) == put_right(city, handed) == expected
    county.record(events.ledger_turned(handed, [CLOSED], []))
    city.read(county.submit("2023-04"))
    assert city.book.turns() == {handed: (CLOSED,)}
    assert county.book.verify() == city.book.verify() == ()


def test_the_city_takes_no_acceptance_from_a_county(city, county, handed):
    accept(county, handed)
    city.read(county.submit("2023-04"))
    assert put_right(city, handed) == PutRight()


def test_a_revoked_certificate_is_revoked_at_the_county_too(city, county, handed):
    accept(city, handed)
    county.read(city.feedback(county, "2023-04"))
    revoked = replace(
        certificate(1), revoked_on="2023-07-01", revoked_by="丙", revoked_why="复耕不实"
    )
    city.record(
        events.certified(handed, [revoked], [certificate(1)]),
        *saying.accepted(city.book.dossier(handed), []),
    )
    county.read(city.feedback(county, "2023-04"))
    assert put_right(county, handed) == PutRight(certificates=(revoked,))
    assert county.book.verify() == ()


def test_both_sides_change_the_measures(city, county, handed):
    apply_for(county, handed)
    city.read(county.submit("2023-04"))
    there = put_right(city, handed).rectification
    city.record(events.rectified(handed, replace(there, due="2023-08-31"), there))
    county.record(events.rectified(handed, replace(PLANNED, due="2023-10-31"), PLANNED))
    package = county.submit("2023-04")
    (clash,) = city.shown(package).clashes
    assert clash.key == (events.RECTIFIED, handed, "due")
    assert (clash.mine, clash.theirs) == ("2023-08-31", "2023-10-31")


def test_rechecks_of_both_sides_stand_together(city, county, handed):
    other = replace(AGAIN, on="2023-11-01", by="丙")
    county.record(*saying.rechecked(county.book.dossier(handed), [AGAIN]))
    city.record(*saying.rechecked(city.book.dossier(handed), [other]))
    shown = city.shown(county.submit("2023-04"))
    assert shown.clashes == []
    city.read(shown.incoming.path)
    assert put_right(city, handed).rechecks == (other, AGAIN)


def test_closed_here_and_reopened_there_is_told(city, county, handed):
    county.record(events.ledger_turned(handed, [CLOSED], []))
    city.read(county.submit("2023-04"))
    again = replace(CLOSED, on="2023-08-01", by="丙")
    city.record(events.ledger_turned(handed, [CLOSED, REOPENED, again], [CLOSED]))
    own = replace(REOPENED, on="2023-09-01")
    county.record(events.ledger_turned(handed, [CLOSED, own], [CLOSED]))
    shown = city.shown(county.submit("2023-04"))
    assert "on both sides" in str(shown.findings[-1].message)
    city.read(shown.incoming.path)
    assert city.book.turns() == {handed: (CLOSED, REOPENED, again, own)}
    assert city.book.verify() == ()


def test_a_number_used_twice_by_two_offices_is_a_conflict(make_place, county):
    first, second = (make_place("371500", name, Office.CITY, 2) for name in ("市甲", "市乙"))
    one, other = county.issue("2023-04", 1) + county.issue("2023-05", 1)
    for office, month, number in ((first, "2023-04", one), (second, "2023-05", other)):
        office.read(county.submit(month))
        accept(office, f"{number}_1")
    county.read(first.feedback(county, "2023-04"))
    shown = county.shown(second.feedback(county, "2023-05"))
    (finding,) = (one for one in shown.findings if one.subject)
    assert f"has the number of one that {one}_1 has already" in str(finding.message)
    assert finding.subject == f"{other}_1"
    county.read(shown.incoming.path)
    assert put_right(county, f"{other}_1") == PutRight(acceptances=(IN_PLACE,))
    assert county.book.certificates() == {f"{one}_1": (certificate(1),)}
    assert county.book.verify() == ()


def test_numbers_that_are_only_written_alike_are_told(make_place, county):
    first, second = (make_place("371500", name, Office.CITY, 2) for name in ("市甲", "市乙"))
    one, other = county.issue("2023-04", 1) + county.issue("2023-05", 1)
    first.read(county.submit("2023-04"))
    accept(first, f"{one}_1", number="证1")
    second.read(county.submit("2023-05"))
    stage = certify("3716", 2023, {f"{other}_1": lambda n: certificate(n, number="证1")})
    second.record(*saying.accepted(second.book.dossier(f"{other}_1"), [IN_PLACE]))
    second.book.record_stages([stage])
    county.read(first.feedback(county, "2023-04"))
    shown = county.shown(second.feedback(county, "2023-05"))
    assert any("Two offices have written 证1" in str(one.message) for one in shown.findings)
    county.read(shown.incoming.path)
    assert len(county.book.certificates()) == 2


def test_a_parcel_divided_at_the_county_after_it_was_accepted(city, county, handed):
    patch = handed.rpartition("_")[0]
    apply_for(county, handed)
    city.read(county.submit("2023-04"))
    accept(city, handed)
    county.record(*divided(county, handed, f"{patch}_2"))
    shown = city.shown(county.submit("2023-04", name="分割后.zip"))
    (finding,) = (one for one in shown.findings if one.severity is Severity.ERROR)
    assert "revoke the certificate first" in str(finding.message)
    city.read(shown.incoming.path)
    assert put_right(city, handed).certificates == (certificate(1),)
    assert city.book.verify() == ()


def test_a_photo_is_given_its_stage_later(city, county, handed):
    photo = county.book.dossier(handed).photos[0]
    staged = replace(photo, stage="before", station="东南角")
    county.record(events.photo_staged(staged, photo))
    city.read(county.submit("2023-04"))
    stages = {one.sha256: one.stage for one in city.book.dossier(handed).photos}
    assert stages[photo.sha256] == "before"
    assert sorted(stages.values()) == ["", "before"]
    assert city.book.verify() == ()


def test_a_working_file_brings_back_all_of_it_but_issues_nothing(county, handed, tmp_path):
    path = tmp_path / "下乡.gpkg"
    split_work(county.book, load_plan("liaocheng-2023"), "下乡", [handed.rpartition("_")[0]], path)
    old = LedgerEntry("2018/x/1", 2018, "371521", "虚构甲县", "x", "1")
    with open_casebook(path, "丙") as work:
        work.record(saying.rectified(work.dossier(handed), PLANNED))
        work.record(saying.accepted(work.dossier(handed), [IN_PLACE]))
        with pytest.raises(CasebookConflict, match="not in the working file"):
            work.record_stages([certify("3715", 2023, {handed: certificate})])
        work.record([events.ledger_taken_in(old)])
        work.record([events.ledger_turned(old.id, [CLOSED], [])])
        work.record([events.frozen(old.id, Freezing("2023-06-01"), None)])
    incoming = open_work(county.book, path)
    shown = preview(county.book, incoming)
    assert shown.counts()[How.NEW] == 5
    merge(county.book, shown, {}, lambda photo: photo.facts["file"])
    assert put_right(county, handed) == PutRight(PLANNED, acceptances=(IN_PLACE,))
    assert county.book.ledger_entries() == [old]
    assert county.book.turns() == {old.id: (CLOSED,)}
    assert county.book.freezings() == {old.id: Freezing("2023-06-01")}
    assert county.book.verify() == ()


def test_an_older_tuban_refuses_the_package(city, county, handed, monkeypatch):
    apply_for(county, handed)
    package = county.submit("2023-04")
    monkeypatch.setattr("tuban.core.receiving.opening.SCHEMA_VERSION", 9)
    with pytest.raises(UnreadableFile, match="written by a newer Tuban"):
        city.read(package)


def test_a_package_of_the_version_before_is_read(city, county, handed, monkeypatch):
    """Without a stage of photos in it, as the version before wrote them."""

    def without_stage(value):
        facts = encode(value)
        if isinstance(value, Photo):
            del facts["stage"], facts["station"]
        return facts

    (number,) = county.issue("2023-05", 1)
    monkeypatch.setattr("tuban.core.exchange.record.encode", without_stage)
    monkeypatch.setattr("tuban.core.exchange.handing.SCHEMA_VERSION", 9)
    package = county.submit("2023-05")
    monkeypatch.undo()
    city.read(package)
    assert [one.stage for one in city.book.dossier(f"{number}_1").photos] == ["", ""]
    assert city.book.verify() == ()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda one: one.pop("serial"),
        lambda one: one.update(serial="1"),
        lambda one: one.update(serial=True),
        lambda one: one.update(year=None),
        lambda one: one.update(recultivated_mu="NaN"),
        lambda one: one.update(recultivated_mu=1.5),
        lambda one: one.update(seal=""),
    ],
)
def test_a_certificate_that_is_none_is_refused(spoil):
    one = encode(certificate(1))
    state = {"certificates": [one]}
    written = Record(states={(events.CERTIFIED, "x_1"): state})
    assert from_lines(b"".join(to_lines(written)), "甲.zip", SILENT).states == written.states
    spoil(one)
    with pytest.raises(UnreadableFile, match="are damaged"):
        from_lines(b"".join(to_lines(written)), "甲.zip", SILENT)


def test_measures_turns_and_inspections_have_their_form():
    for kind, state in (
        (events.RECTIFIED, encode(PLANNED)),
        (events.LEDGER_TURNED, {"turns": [encode(CLOSED)]}),
        (events.ACCEPTED, {"acceptances": [encode(IN_PLACE)]}),
    ):
        check_form(kind, state)
        check_form(kind, None)
    far = encode(replace(PLANNED, measures=(replace(CLEARED, area_mu=Decimal("1.00")),)))
    far["measures"][0]["progress"] = "nearly"
    for kind, state in (
        (events.RECTIFIED, far),
        (events.RECTIFIED, {}),
        (events.ACCEPTED, ["acceptances"]),
        (events.LEDGER_TURNED, {"turns": []}),
        (events.LEDGER_TURNED, {"turns": [{**encode(CLOSED), "closed": 1}]}),
        (events.ACCEPTED, {"acceptances": [{**encode(IN_PLACE), "inspectors": "丙"}]}),
        (events.ACCEPTED, {"acceptances": [{**encode(IN_PLACE), "items": {"crop": "yes"}}]}),
    ):
        with pytest.raises(ValueError, match=kind):
            check_form(kind, state)
