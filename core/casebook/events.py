"""The changes that can be recorded, each made from the field's own records."""

from __future__ import annotations

from typing import Any, Dict, Optional, Sequence

from ..casefile import Case, Filing, Interruption, Penalty, StopNotice, Transfer
from ..model import (
    Answer,
    EarlierLink,
    Evidence,
    FieldCheck,
    Figures,
    Parcel,
    Patch,
    Photo,
    Source,
    Verdict,
)
from ..plan import Plan
from ..rectified import (
    Acceptance,
    Application,
    Certificate,
    Freezing,
    LedgerEntry,
    Preliminary,
    Recheck,
    Rectification,
    Turn,
)
from ..rounds import Office, ReturnAnswer, Review
from .codec import encode
from .journal import Event

CREATED = "casebook.created"
PLAN_CHANGED = "plan.changed"
SOURCE_IMPORTED = "source.imported"
PATCH_ISSUED = "patch.issued"
PARCEL_DIVIDED = "parcel.divided"
PATCH_DIVIDED = "patch.divided"
FIGURES_COMPUTED = "figures.computed"
VERDICT = "verdict."
"""Followed by the level: each level has a history of its own."""
FLAGS_ANSWERED = "flags.answered"
EVIDENCE_RECORDED = "evidence.recorded"
FIELD_CHECKED = "field.checked"
PHOTO_ATTACHED = "photo.attached"
PHOTO_DETACHED = "photo.detached"
PHOTO_STAGED = "photo.staged"
CASE_CHANGED = "case.changed"
STOP_NOTICED = "case.stop_notice"
CASE_FILED = "case.filing"
PENALTIES_CHANGED = "case.penalties"
TRANSFERS_CHANGED = "case.transfers"
INTERRUPTED = "case.interruptions"
SUBMISSION_EXPORTED = "submission.exported"
PATCH_LINKED = "patch.linked"
REVIEW_GIVEN = "review.given"
RETURN_ANSWERED = "review.answered"
RECEIVED = "exchange.received"
SECOND_LOOK = "parcel.second_look"
COMMENTED = "parcel.commented"
WORK_SPLIT = "work.split"
WORK_BEGUN = "work.begun"
SAMPLE_DRAWN = "sample.drawn"
RECTIFIED = "rectification.changed"
PRELIMINARY = "rectification.preliminary"
APPLIED = "rectification.applied"
ACCEPTED = "rectification.accepted"
CERTIFIED = "certificate.changed"
RECHECKED = "recheck.given"
LEDGER_TAKEN = "ledger.taken_in"
LEDGER_TURNED = "ledger.turned"
FROZEN = "ledger.frozen"
ACCOUNTABILITY = "accountability.exported"


def casebook_created(
    plan: Plan, county_code: str, county_name: str, office: Office = Office.COUNTY
) -> Event:
    """The first entry of every journal; one that does not name the office is a county's."""
    facts = {"plan_id": plan.id, "county_code": county_code, "county_name": county_name}
    whose = {} if office is Office.COUNTY else {"office": office.value}
    return Event(CREATED, county_code, None, {**facts, **whose, **_mu(plan)})


def plan_changed(plan: Plan, old_id: str) -> Event:
    """From now on parcels are judged under another plan; the verdicts there are keep theirs."""
    new = {"plan_id": plan.id, "plan_sha256": plan.sha256, **_mu(plan)}
    return Event(PLAN_CHANGED, "plan", {"plan_id": old_id}, new)


def _mu(plan: Plan) -> Dict[str, str]:
    """What the parcels' areas in mu rest on; without it a mu is 2000/3 m²."""
    return {"mu_per_m2": str(plan.area_rules.mu_per_m2)}


def source_imported(source: Source) -> Event:
    """A file from outside was taken in."""
    return Event(SOURCE_IMPORTED, source.sha256, None, encode(source))


def patch_issued(patch: Patch) -> Event:
    """A patch as the Ministry issued it."""
    return Event(PATCH_ISSUED, patch.number, None, encode(patch), patch.geometry)


def parcel_divided(parcel: Parcel) -> Event:
    """A parcel of a patch that is in the record already."""
    return Event(PARCEL_DIVIDED, parcel.number, None, encode(parcel), parcel.geometry)


def patch_divided(patch_number: str, new: Sequence[Parcel], old: Sequence[Parcel]) -> Event:
    """All parcels of a patch, instead of all those that filled it before."""
    before = {(parcel.number, parcel.geometry_sha256) for parcel in old}
    made = {
        one.number: one.geometry for one in new if (one.number, one.geometry_sha256) not in before
    }
    return Event(PATCH_DIVIDED, patch_number, _parcels(old), _parcels(new), geometries=made)


def _parcels(parcels: Sequence[Parcel]) -> Dict[str, Any]:
    ordered = sorted(parcels, key=lambda one: (len(one.number), one.number))
    return {"parcels": [encode(one) for one in ordered]}


def figures_computed(new: Figures, old: Optional[Figures]) -> Event:
    """What a parcel lies on."""
    return Event(FIGURES_COMPUTED, new.parcel_number, _maybe(old), encode(new))


def verdict_given(new: Verdict, old: Optional[Verdict]) -> Event:
    """A verdict, instead of the one of the same level that stood before."""
    return Event(VERDICT + new.level.value, new.parcel_number, _maybe(old), encode(new))


def flags_answered(parcel_number: str, new: Dict[str, Answer], old: Dict[str, Answer]) -> Event:
    """All answers to the flags of a parcel, instead of those that stood before."""
    return Event(FLAGS_ANSWERED, parcel_number, encode(old) or None, encode(new) or None)


def evidence_recorded(
    parcel_number: str, new: Dict[str, Evidence], old: Dict[str, Evidence]
) -> Event:
    """All recorded evidence of a parcel by kind, instead of what stood there before."""
    return Event(EVIDENCE_RECORDED, parcel_number, encode(old) or None, encode(new) or None)


def photo_attached(photo: Photo) -> Event:
    """A field photo of a parcel."""
    return Event(PHOTO_ATTACHED, photo.parcel_number, None, encode(photo))


def photo_detached(photo: Photo) -> Event:
    """A photo is no longer one of its parcel; its file stays where it is."""
    return Event(PHOTO_DETACHED, photo.parcel_number, encode(photo), None)


def photo_staged(new: Photo, old: Photo) -> Event:
    """The stage and station of a photo that is attached, instead of those before."""
    return Event(PHOTO_STAGED, new.parcel_number, encode(old), encode(new))


def field_checked(new: FieldCheck, old: Optional[FieldCheck]) -> Event:
    """The field check of a parcel, instead of the one that stood before."""
    return Event(FIELD_CHECKED, new.parcel_number, _maybe(old), encode(new))


def case_changed(new: Case, old: Optional[Case]) -> Event:
    """A case with its parcels, instead of what it was before."""
    return Event(CASE_CHANGED, new.number, _maybe(old), encode(new))


def case_dropped(old: Case) -> Event:
    """There is no such case any more; its parcels stay as they are."""
    return Event(CASE_CHANGED, old.number, encode(old), None)


def stop_noticed(case_number: str, new: Optional[StopNotice], old: Optional[StopNotice]) -> Event:
    """The stop notice of a case, instead of the one that stood before."""
    return Event(STOP_NOTICED, case_number, _maybe(old), _maybe(new))


def case_filed(case_number: str, new: Filing, old: Filing) -> Event:
    """All steps of a case, or why none is filed, instead of what stood there before."""
    return Event(CASE_FILED, case_number, _unless_empty(old), _unless_empty(new))


def penalties_changed(case_number: str, new: Sequence[Penalty], old: Sequence[Penalty]) -> Event:
    """All penalties of a case, instead of those that stood there before."""
    return Event(PENALTIES_CHANGED, case_number, _list("penalties", old), _list("penalties", new))


def transfers_changed(case_number: str, new: Sequence[Transfer], old: Sequence[Transfer]) -> Event:
    """All transfers of a case, instead of those that stood there before."""
    return Event(TRANSFERS_CHANGED, case_number, _list("transfers", old), _list("transfers", new))


def interrupted(
    case_number: str, new: Sequence[Interruption], old: Sequence[Interruption]
) -> Event:
    """All days of a case that do not count, instead of those that stood there before."""
    name = "interruptions"
    return Event(INTERRUPTED, case_number, _list(name, old), _list(name, new))


def _unless_empty(filing: Filing) -> Optional[Dict[str, Any]]:
    return None if filing == Filing() else encode(filing)


def _list(name: str, records: Sequence[object]) -> Optional[Dict[str, Any]]:
    return {name: [encode(one) for one in records]} if records else None


def patch_linked(
    patch_number: str, new: Sequence[EarlierLink], old: Sequence[EarlierLink]
) -> Event:
    """All links of a patch to earlier work, instead of those that stood before."""
    return Event(PATCH_LINKED, patch_number, _links(old), _links(new))


def _links(links: Sequence[EarlierLink]) -> Optional[Dict[str, Any]]:
    ordered = sorted(links, key=lambda one: (one.source, one.number))
    return {"links": [encode(one) for one in ordered]} if ordered else None


def submission_exported(
    month: str, file_name: str, sha256: str, handed: Optional[Dict[str, Any]] = None
) -> Event:
    """A package was handed out; ``handed`` says what it rests on and what its parcels are."""
    facts = {"file": file_name, "sha256": sha256}
    return Event(SUBMISSION_EXPORTED, month, None, {**facts, **(handed or {})})


def review_given(parcel_number: str, new: Sequence[Review], old: Sequence[Review]) -> Event:
    """All reviews of a parcel, instead of those that stood before."""
    return Event(REVIEW_GIVEN, parcel_number, _list("reviews", old), _list("reviews", new))


def return_answered(
    parcel_number: str, new: Sequence[ReturnAnswer], old: Sequence[ReturnAnswer]
) -> Event:
    """All answers of the county to returns of a parcel, instead of those before."""
    return Event(RETURN_ANSWERED, parcel_number, _list("answers", old), _list("answers", new))


def received(month: str, facts: Dict[str, Any]) -> Event:
    """Something from another casebook was read; its changes are the entries just before."""
    return Event(RECEIVED, month, None, facts)


def work_split(name: str, patches: Sequence[str], begun: str) -> Event:
    """A working file was made for these patches; ``begun`` is the hash it goes on from."""
    return Event(WORK_SPLIT, name, None, {"patches": list(patches), "begun": begun})


OF_WORK = ("working_file", "split_seq")


def work_begun(name: str, split_seq: int) -> Event:
    """This casebook is a working file from here on; it is merged back, not handed up.

    ``split_seq`` is how far the journal of the casebook was that it was made from.
    """
    facts = dict(zip(OF_WORK, (name, str(split_seq))))
    return Event(WORK_BEGUN, name, None, facts)


def sample_drawn(month: str, facts: Dict[str, Any]) -> Event:
    """Patches were drawn for a spot check; the facts are all that drawing them again takes."""
    return Event(SAMPLE_DRAWN, month, None, facts)


def second_look_wanted(parcel_number: str, why: str, old: str) -> Event:
    """Somebody should look at a parcel again; no reason: nobody has to any more."""
    return Event(SECOND_LOOK, parcel_number, _text(old), _text(why))


def commented(parcel_number: str, new: str, old: str) -> Event:
    """The comment on a parcel, instead of the one that stood before."""
    return Event(COMMENTED, parcel_number, _text(old), _text(new))


def rectified(
    parcel_number: str, new: Optional[Rectification], old: Optional[Rectification]
) -> Event:
    """How a parcel is put right, instead of what stood there before."""
    return Event(RECTIFIED, parcel_number, _maybe(old), _maybe(new))


def inspected_first(
    parcel_number: str, new: Sequence[Preliminary], old: Sequence[Preliminary]
) -> Event:
    """All preliminary inspections of a parcel, instead of those before."""
    return Event(PRELIMINARY, parcel_number, _list("preliminary", old), _list("preliminary", new))


def applied(parcel_number: str, new: Sequence[Application], old: Sequence[Application]) -> Event:
    """All applications for the inspection of a parcel, instead of those before."""
    return Event(APPLIED, parcel_number, _list("applications", old), _list("applications", new))


def accepted(parcel_number: str, new: Sequence[Acceptance], old: Sequence[Acceptance]) -> Event:
    """All inspections of a parcel by the city, instead of those before."""
    return Event(ACCEPTED, parcel_number, _list("acceptances", old), _list("acceptances", new))


def certified(parcel_number: str, new: Sequence[Certificate], old: Sequence[Certificate]) -> Event:
    """All certificates of a parcel: those before, some of them revoked now, and new ones."""
    return Event(CERTIFIED, parcel_number, _list("certificates", old), _list("certificates", new))


def rechecked(parcel_number: str, new: Sequence[Recheck], old: Sequence[Recheck]) -> Event:
    """All rechecks of a parcel, instead of those before."""
    return Event(RECHECKED, parcel_number, _list("rechecks", old), _list("rechecks", new))


def ledger_taken_in(new: LedgerEntry, old: Optional[LedgerEntry] = None) -> Event:
    """An old case from a list of earlier years, or the same linked to another parcel."""
    return Event(LEDGER_TAKEN, new.id, _maybe(old), encode(new))


def ledger_turned(subject: str, new: Sequence[Turn], old: Sequence[Turn]) -> Event:
    """All closings and reopenings of an old case or a parcel: those before, and new ones."""
    return Event(LEDGER_TURNED, subject, _list("turns", old), _list("turns", new))


def frozen(subject: str, new: Optional[Freezing], old: Optional[Freezing]) -> Event:
    """When quota was frozen for an old case or a parcel, and when it was set free."""
    return Event(FROZEN, subject, _maybe(old), _maybe(new))


def accountability_exported(
    county: str, file_name: str, sha256: str, parcels: Sequence[str]
) -> Event:
    """The list and the evidence for holding a county to account were written to a file."""
    facts = {"file": file_name, "sha256": sha256, "parcels": list(parcels)}
    return Event(ACCOUNTABILITY, county, None, facts)


def _text(said: str) -> Optional[Dict[str, Any]]:
    return {"text": said} if said else None


def _maybe(record: object) -> Optional[Dict[str, Any]]:
    return None if record is None else encode(record)
