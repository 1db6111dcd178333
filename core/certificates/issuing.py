"""Issuing certificates, one or many, and revoking them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Callable, Collection, Dict, List, Mapping, Optional, Sequence, Tuple

from sqlalchemy import Connection

from ..casebook import Casebook, certify, events
from ..casebook.codec import decode
from ..casebook.journal import Event
from ..casebook.queries import dossiers_of
from ..casebook.recording import Stage
from ..casebook.steps import in_parts
from ..errors import RectificationRefused
from ..legality import military_patches
from ..model import Dossier
from ..plan import Needed, Plan
from ..progress import SILENT, Progress
from ..rectification import acts, standing
from ..rectification.history import holding
from ..rectified import Certificate
from ..rectified import Progress as HowFar
from ..rounds import Office
from ..text import Text, text
from .facts import digest
from .rules import certificate_rules


@dataclass(frozen=True)
class Issued:
    """What came of it, by parcel: certificates, and why others got none."""

    certificates: Dict[str, Certificate] = field(default_factory=dict)
    refused: Dict[str, Text] = field(default_factory=dict)


def why_not(
    dossier: Dossier, plan: Plan, office: Office, day: date, hidden: Collection[str] = ()
) -> Optional[Text]:
    """Why this parcel gets no certificate from an office on a day; ``None`` when it does.

    ``hidden`` are the military patches, as in the steps before (:func:`acts.why_not`).
    """
    live = [one for one in dossier.put_right.certificates if not one.revoked_on]
    if live:
        return text(
            "It has certificate {number} already; revoke that one first.", number=live[0].number
        )
    refusal = acts.why_not("certify", office, dossier, plan, hidden)
    return _why_not_finished(dossier, plan, day) if refusal is None else refusal


def _why_not_finished(dossier: Dossier, plan: Plan, day: date) -> Optional[Text]:
    accepted = holding(dossier.put_right).acceptance
    if accepted and day.isoformat() < accepted.on:
        return text("The certificate would be older than the inspection of {day}.", day=accepted.on)
    if not _needs_one(dossier, plan):
        return text("Nothing of it was put right in a way that the certificate is for.")
    if not standing(dossier, plan, day).recultivated_mu:
        return text("How much was recultivated is not recorded.")
    return None


def _needs_one(dossier: Dossier, plan: Plan) -> bool:
    ways = plan.rectification_rules.ways
    return any(
        need.what is Needed.CERTIFICATE
        for one in holding(dossier.put_right).measures
        if one.progress is HowFar.DONE and one.way in ways
        for need in ways[one.way].needs
    )


def issue(
    book: Casebook,
    plan: Plan,
    wanted: Sequence[Dossier],
    day: date,
    by: str,
    progress: Progress = SILENT,
    today: Optional[date] = None,
) -> Issued:
    """Issue certificates to those of the parcels that may have one, in their order.

    Numbers, facts and hashes are made in one transaction from what the record says then: all are
    issued or, when it fails or is cancelled, none. A year mistyped would use up a number of that
    year, so no day is taken that is after today.
    :raises CasebookError: the record refuses; :class:`RectificationRefused`: nobody is named, or
        the day is to come.
    """
    if not by.strip():
        raise RectificationRefused(text("Say who issues the certificates."))
    if day > (today or date.today()):
        raise RectificationRefused(
            text("No certificate is dated {day}: that day has not come yet.", day=day.isoformat())
        )
    refused: Dict[str, Text] = {}

    def stage(connection: Connection) -> Sequence[Event]:
        now = _as_they_are(connection, wanted)
        hidden = military_patches(now.values(), plan)
        refused.clear()
        fit: List[Dossier] = []
        for number in dict.fromkeys(one.parcel.number for one in wanted):
            why = _why_not_now(now.get(number), plan, book.office, day, hidden)
            if why is not None:
                refused[number] = why
            else:
                fit.append(now[number])
        return _numbered(fit, plan, book.county_code, day, by.strip())(connection)

    recorded = book.record_stages([stage], progress) if wanted else []
    given = {
        one.subject: decode(Certificate, (one.new or {})["certificates"][-1]) for one in recorded
    }
    return Issued(given, refused)


def _as_they_are(connection: Connection, wanted: Sequence[Dossier]) -> Dict[str, Dossier]:
    """All parcels of the patches, as the record has them in this transaction."""
    patches = list(dict.fromkeys(one.patch.number for one in wanted))
    parts = (dossiers_of(connection, part) for part in in_parts(patches))
    return {one.parcel.number: one for part in parts for one in part}


def _why_not_now(
    dossier: Optional[Dossier], plan: Plan, office: Office, day: date, hidden: Collection[str]
) -> Optional[Text]:
    if dossier is None:
        return text("It is not there any more: it was divided, or put together with another.")
    return why_not(dossier, plan, office, day, hidden)


def _numbered(fit: Sequence[Dossier], plan: Plan, office: str, day: date, by: str) -> Stage:
    rules = certificate_rules(plan)
    short = rules.short_of(office)

    def maker(dossier: Dossier) -> Callable[[int], Certificate]:
        accepted = holding(dossier.put_right).acceptance

        def make(serial: int) -> Certificate:
            bare = Certificate(
                number=rules.number.number(short, day.year, serial),
                office=office,
                year=day.year,
                serial=serial,
                issued_on=day.isoformat(),
                issued_by=by,
                accepted_on=accepted.on if accepted else "",
                recultivated_mu=standing(dossier, plan, day).recultivated_mu,
                facts_sha256="",
            )
            return replace(bare, facts_sha256=digest(bare, dossier))

        return make

    return certify(office, day.year, {one.parcel.number: maker(one) for one in fit})


@dataclass(frozen=True)
class Revoked:
    """What was revoked now, by number, and what had been before."""

    now: Dict[str, Certificate] = field(default_factory=dict)
    before: Dict[str, Certificate] = field(default_factory=dict)


def revoke(book: Casebook, plan: Plan, number: str, why: str, day: date, by: str) -> Certificate:
    """Revoke a certificate: it stays in the record with who, when and why, its number is used up.

    :raises RectificationRefused: no such certificate, revoked before, no reason, not this office.
    """
    done = revoke_several(book, plan, [number], why, day, by)
    for one in done.before.values():
        told = text("It was revoked on {day} already.", day=one.revoked_on)
        raise RectificationRefused(text("{number}: {why}", number=one.number, why=told))
    return next(iter(done.now.values()))


def revoke_several(
    book: Casebook, plan: Plan, numbers: Sequence[str], why: str, day: date, by: str
) -> Revoked:
    """Revoke certificates for one reason, all or none; those revoked before stay as they are.

    A number may be typed with the keyboard's brackets.
    :raises RectificationRefused: one of them is none, or may not be revoked.
    """
    why, by = why.strip(), by.strip()
    held, rules = book.certificates(), certificate_rules(plan)
    now: Dict[str, Certificate] = {}
    before: Dict[str, Certificate] = {}
    parcels: Dict[str, None] = {}
    for number in map(rules.number.as_printed, numbers):
        parcel, old = _of_number(held, number)
        refusal = _why_not_revoked(old, plan, book.office, why, by, day)
        if refusal is not None:
            raise RectificationRefused(text("{number}: {why}", number=number, why=refusal))
        if old.revoked_on:
            before[number] = old
            continue
        parcels[parcel] = None
        now[number] = replace(old, revoked_on=day.isoformat(), revoked_by=by, revoked_why=why)
    after = {parcel: [now.get(one.number, one) for one in held[parcel]] for parcel in parcels}
    book.record([events.certified(one, new, held[one]) for one, new in after.items()])
    return Revoked(now, before)


def _of_number(held: Mapping[str, Tuple[Certificate, ...]], number: str) -> Tuple[str, Certificate]:
    for parcel, several in held.items():
        for one in several:
            if one.number == number:
                return parcel, one
    raise RectificationRefused(text("There is no certificate {number}.", number=number))


def _why_not_revoked(
    certificate: Certificate, plan: Plan, office: Office, why: str, by: str, day: date
) -> Optional[Text]:
    if office not in plan.rectification_rules.may["revoke"]:
        return text("This is not for the {office} to do.", office=office.label)
    if not certificate.revoked_on and day.isoformat() < certificate.issued_on:
        return text("It was issued on {day}, after that.", day=certificate.issued_on)
    if not by:
        return text("Say who revokes it.")
    return None if why else text("Say why it is revoked.")
