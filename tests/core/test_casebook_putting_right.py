"""Putting right, acceptance, certificates and the ledger in the record: read, replayed, undone."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

pytest.importorskip("osgeo")

from issued_land import undivided
from sqlalchemy import select

from tuban.core.casebook import certify, create_casebook, events, open_casebook, saying
from tuban.core.casebook.put_right_tables import certificates
from tuban.core.errors import CasebookConflict, CasebookError, CasebookTooNew
from tuban.core.model import Photo, Source
from tuban.core.plan import load_plan
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

PLAN = load_plan("liaocheng-2023")
A, B = "37990104000001_1", "37990104000002_1"
VERDICT = VerdictKept("county", "illegal", "", PLAN.id, PLAN.sha256)
CLEARED = Measure(
    "demolition",
    Progress.DONE,
    Decimal("3.40"),
    Decimal("3.40"),
    Decimal("1.00"),
    recultivated_mu=Decimal("3.20"),
    done_on="2023-09-20",
)
MADE_UP = Measure("approval", Progress.PLANNED, Decimal("0.60"), document="虚构政土字〔2023〕7号")
PLANNED = Rectification(VERDICT, (CLEARED, MADE_UP), "2023-09-30", "虚构镇人民政府")
LOOKED = Preliminary("2023-09-21", ("甲", "乙"), True, "已拆除")
ASKED = Application("2023-09-22", "虚构县自然资源局")
IN_PLACE = Acceptance(
    "2023-09-25",
    ("丙", "丁"),
    {"building_removed": True, "crop": False},
    True,
    "0103",
    Decimal("3.19"),
    Decimal("3.18"),
)
REFUSED = Acceptance("2023-09-24", ("丙", "丁"), {}, False, missing="渣土", by_when="2023-10-10")
AGAIN = Recheck("recultivated", "2024-03-01", "甲", "as_it_was")
CLOSED = Turn(True, "2023-09-28", "戊", "accepted", "证明1")
REOPENED = Turn(False, "2024-03-05", "戊", why="发现新建", new_patch="37990105000001")
OLD_CASE = LedgerEntry(
    "2018/x/1",
    2018,
    "379901",
    "虚构县",
    "x",
    "1",
    lon_deg=115.2,
    area_mu=Decimal("2.10"),
    written={"图斑号": "x", "面积": "2.1"},
)


def certificate(serial: int, day: str = "2023-09-25", **facts: str) -> Certificate:
    number = f"虚构证〔2023〕{serial:03d}号"
    mu = Decimal("3.20")
    return Certificate(
        number, "3799", 2023, serial, "2023-09-26", "丙", day, mu, "cd" * 32, **facts
    )


@pytest.fixture
def path(tmp_path):
    return tmp_path / "台账 it's.gpkg"


@pytest.fixture
def book(path):
    with create_casebook(path, PLAN, "379901", "虚构县", "甲") as made:
        source = Source("ab" * 32, "图斑.zip", "图斑", "EPSG:4490", "GBK", "m2", 2)
        pairs = [undivided(A[:-2], 115.2), undivided(B[:-2], 115.3)]
        made.record(
            [
                events.source_imported(source),
                *(events.patch_issued(patch) for patch, _ in pairs),
                *(events.parcel_divided(parcel) for _, parcel in pairs),
            ]
        )
        yield made


def accept(book, *parcels: str) -> None:
    for parcel in parcels or (A,):
        book.record(saying.accepted(book.dossier(parcel), [IN_PLACE]))


def issue(book, *parcels: str):
    stage = certify("3799", 2023, dict.fromkeys(parcels or (A,), certificate))
    return book.record_stages([stage])


def finish(book) -> None:
    """Parcel A through every kind of record there is."""
    shown = book.dossier(A)
    book.record(saying.rectified(shown, PLANNED))
    book.record([*saying.inspected_first(shown, [LOOKED]), *saying.applied(shown, [ASKED])])
    book.record(saying.accepted(shown, [REFUSED, IN_PLACE]))
    issue(book)
    book.record(saying.rechecked(shown, [AGAIN]))
    book.record([events.ledger_turned(A, [CLOSED], [])])
    book.record([events.frozen(A, Freezing("2023-06-01", "冻结1"), None)])


def test_everything_about_a_parcel_comes_back_as_it_was_said(book, path):
    finish(book)
    expected = PutRight(
        PLANNED,
        (LOOKED,),
        (ASKED,),
        (REFUSED, IN_PLACE),
        (certificate(1),),
        (AGAIN,),
        (CLOSED,),
        Freezing("2023-06-01", "冻结1"),
    )
    assert book.dossier(A).put_right == expected
    assert [one.put_right for one in book.dossiers("2023-04")] == [expected, PutRight()]
    assert book.verify() == ()
    book.close()
    with open_casebook(path, "乙", read_only=True) as opened:
        assert opened.dossier(A).put_right == expected
        assert opened.certificates() == {A: (certificate(1),)}
        assert opened.turns() == {A: (CLOSED,)}
        assert opened.freezings() == {A: Freezing("2023-06-01", "冻结1")}


def test_what_is_said_again_is_no_change(book):
    finish(book)
    shown = book.dossier(A)
    assert saying.rectified(shown, PLANNED) == []
    assert saying.inspected_first(shown, [LOOKED]) == []
    assert saying.applied(shown, [ASKED]) == []
    assert saying.accepted(shown, [REFUSED, IN_PLACE]) == []
    assert saying.rechecked(shown, [AGAIN]) == []


def test_what_was_not_seen_is_not_written_over(book):
    shown = book.dossier(A)
    book.record(saying.accepted(shown, [REFUSED]))
    with pytest.raises(CasebookConflict):
        book.record(saying.accepted(shown, [IN_PLACE]))
    with pytest.raises(CasebookConflict):
        book.record([events.rectified("37990104000009_1", PLANNED, None)])


def test_county_and_city_take_back_what_they_said_and_say_it_again(book):
    book.record(saying.rectified(book.dossier(A), PLANNED))
    changed = replace(PLANNED, measures=(CLEARED,))
    book.record(saying.rectified(book.dossier(A), changed))
    book.take_back(book.last_undoable())
    assert book.dossier(A).put_right.rectification == PLANNED
    book.take_back(book.last_undoable())
    assert book.dossier(A).put_right == PutRight()
    book.take_back(book.last_redoable())
    assert book.dossier(A).put_right.rectification == PLANNED
    accept(book)
    book.take_back(book.last_undoable())
    assert book.dossier(A).put_right.acceptances == ()
    book.take_back(book.last_redoable())
    assert book.dossier(A).put_right.acceptances == (IN_PLACE,)
    assert book.verify() == ()


def test_certificates_are_numbered_without_a_gap(book):
    accept(book, A, B)
    issue(book, B, A)
    assert book.certificates() == {B: (certificate(1),), A: (certificate(2),)}
    revoked = replace(
        certificate(1), revoked_on="2023-10-01", revoked_by="丙", revoked_why="面积有误"
    )
    book.record([events.certified(B, [revoked], [certificate(1)])])
    issue(book, B)
    assert book.dossier(B).put_right.certificates == (revoked, certificate(3))
    with book.reading() as connection:
        serials = connection.execute(select(certificates.c.serial)).scalars()
        assert sorted(serials) == [1, 2, 3]
    other = certify("3799", 2024, {A: lambda serial: replace(certificate(serial), number="x")})
    with pytest.raises(CasebookConflict, match="already"):
        book.record_stages([other])
    assert book.verify() == ()


def test_none_is_issued_for_what_was_not_found_in_place(book):
    with pytest.raises(CasebookConflict, match="not found in place"):
        issue(book)
    book.record(saying.accepted(book.dossier(A), [IN_PLACE, REFUSED]))
    with pytest.raises(CasebookConflict, match="not found in place"):
        issue(book)
    book.record(saying.accepted(book.dossier(A), [replace(IN_PLACE, on="2023-09-27")]))
    with pytest.raises(CasebookConflict, match="not found in place"):
        issue(book)
    assert book.certificates() == {}


def test_a_run_that_fails_at_its_last_parcel_uses_up_no_number(book):
    accept(book, A)
    with pytest.raises(CasebookConflict):
        issue(book, A, B)
    issue(book, A)
    assert book.certificates() == {A: (certificate(1),)}


def test_a_certificate_is_never_taken_out_or_changed(book):
    accept(book)
    (entry,) = issue(book)
    stands = [certificate(1)]
    revoked = replace(certificate(1), revoked_on="2023-10-01", revoked_by="丙", revoked_why="误")
    for other in (
        [],
        [replace(certificate(1), number="改")],
        [replace(revoked, recultivated_mu=Decimal("9"))],
        [certificate(2), certificate(1)],
    ):
        with pytest.raises(CasebookConflict, match="stays as it was issued"):
            book.record([events.certified(A, other, stands)])
    with pytest.raises(CasebookError, match="cannot be undone"):
        book.undo(entry.seq)
    book.record([events.certified(A, [revoked], stands)])
    with pytest.raises(CasebookConflict, match="stays as it was issued"):
        book.record([events.certified(A, stands, [revoked])])


def test_a_number_is_given_once(book):
    accept(book, A, B)
    issue(book, A)
    with pytest.raises(CasebookConflict, match=f"that {A} has already"):
        book.record([events.certified(B, [certificate(1)], [])])
    with pytest.raises(CasebookConflict, match=f"that {B} has already"):
        book.record([events.certified(B, [certificate(2), certificate(2)], [])])


def test_a_number_that_changes_in_the_same_run_is_not_given_again(book):
    accept(book, A, B)
    issue(book, A)
    old = certificate(1)
    revoked = replace(old, revoked_on="2023-10-01", revoked_by="丙", revoked_why="复耕不实")
    both = [events.certified(A, [revoked], [old]), events.certified(B, [old], [])]
    with pytest.raises(CasebookConflict, match="has the number of one"):
        book.record(both)
    assert book.certificates() == {A: (old,)}


def test_an_inspection_stays_while_a_certificate_rests_on_it(book):
    accept(book)
    inspection = book.last_undoable()
    issue(book)
    with pytest.raises(CasebookConflict, match="revoke it before"):
        book.take_back(inspection)
    with pytest.raises(CasebookConflict, match="revoke it before"):
        book.record(saying.accepted(book.dossier(A), [replace(IN_PLACE, in_place=False)]))
    revoked = replace(certificate(1), revoked_on="2023-10-01", revoked_by="丙", revoked_why="误")
    book.record(
        [
            events.certified(A, [revoked], [certificate(1)]),
            *saying.accepted(book.dossier(A), []),
        ]
    )
    assert book.dossier(A).put_right == PutRight(certificates=(revoked,))


def test_the_ledger_keeps_every_row_and_every_turn(book):
    book.record([events.ledger_taken_in(OLD_CASE)])
    linked = replace(OLD_CASE, parcel_number=A)
    book.record([events.ledger_taken_in(linked, OLD_CASE)])
    assert book.ledger_entries() == [linked]
    with pytest.raises(CasebookConflict, match="nothing can be taken out"):
        gone = events.ledger_taken_in(linked, linked)
        book.record([replace(gone, new=None)])
    for subject in (A, OLD_CASE.id):
        book.record([events.ledger_turned(subject, [CLOSED], [])])
        book.record([events.ledger_turned(subject, [CLOSED, REOPENED], [CLOSED])])
        with pytest.raises(CasebookConflict, match="stays there"):
            book.record([events.ledger_turned(subject, [CLOSED], [CLOSED, REOPENED])])
    assert book.turns() == {A: (CLOSED, REOPENED), OLD_CASE.id: (CLOSED, REOPENED)}
    with pytest.raises(CasebookConflict, match="neither a case nor a parcel"):
        book.record([events.ledger_turned("2018/y/1", [CLOSED], [])])
    with pytest.raises(CasebookError, match="cannot be undone"):
        book.undo(book.head().seq)
    assert book.verify() == ()


def test_freezing_is_undone_like_a_verdict(book):
    book.record([events.frozen(A, Freezing("2023-06-01"), None)])
    book.take_back(book.last_undoable())
    assert book.freezings() == {}
    assert book.verify() == ()


def test_handing_over_for_accountability_is_an_entry_of_its_own(book):
    book.record([events.accountability_exported("379901", "问责.zip", "ef" * 32, [A])])
    (entry,) = book.history("379901", 1)
    assert entry.new == {"file": "问责.zip", "sha256": "ef" * 32, "parcels": [A]}
    assert book.verify() == ()


def test_a_photo_says_when_and_from_where_it_was_taken(book):
    taken = Photo(A, "照片/1.jpg", "cd" * 32, 9, None, None, None, None, "", "", "after", "东南角")
    book.record([events.photo_attached(taken)])
    assert book.dossier(A).photos == (taken,)
    book.record([events.photo_detached(taken)])
    book.take_back(book.last_undoable())
    assert book.dossier(A).photos == (taken,)
    assert book.verify() == ()


def test_another_stage_of_a_photo_is_taken_back_and_done_again(book):
    plain = Photo(A, "照片/1.jpg", "cd" * 32, 9, None, None, None, None)
    staged = replace(plain, stage="before", station="1")
    book.record([events.photo_attached(plain)])
    book.record([events.photo_staged(staged, plain)])
    assert book.dossier(A).photos == (staged,)
    book.take_back(book.last_undoable())
    assert book.dossier(A).photos == (plain,)
    book.take_back(book.last_redoable())
    assert book.dossier(A).photos == (staged,)
    assert book.verify() == ()


@pytest.mark.parametrize("version", [4, 5, 6, 7, 8, 9])
def test_a_casebook_of_a_version_before_is_brought_along(book, path, as_version, version):
    photo = Photo(A, "照片/1.jpg", "cd" * 32, 9, None, None, None, None)
    attached = events.photo_attached(photo)
    facts = {name: one for name, one in attached.new.items() if name not in ("stage", "station")}
    book.record([replace(attached, new=facts)])
    book.close()
    as_version(path, version)
    with open_casebook(path, "甲") as opened:
        assert opened.dossier(A).photos == (photo,)
        assert opened.dossier(A).put_right == PutRight()
        finish(opened)
        assert opened.verify() == ()


def test_a_tuban_that_does_not_know_of_it_refuses_by_name(book, path, monkeypatch):
    finish(book)
    book.close()
    for module in ("migrations", "opening"):
        monkeypatch.setattr(f"tuban.core.casebook.{module}.SCHEMA_VERSION", 9)
    with pytest.raises(CasebookTooNew, match=r"schema \d+, this one reads up to 9"):
        open_casebook(path, "甲")
