"""Whether a certificate on paper is what the record has, without leaving the computer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Optional, Tuple

from ..casebook import Casebook, Recorded, events
from ..documents.history import day_and_time, told
from ..legality import military_patches
from ..model import Dossier
from ..plan import Plan
from ..rectified import Certificate
from ..rounds import Office
from ..text import Labelled, Text, text
from . import qr
from .facts import digest
from .rules import certificate_rules

CHANGES_SHOWN = 5
Known = Dict[str, Tuple[Certificate, ...]]


class Outcome(Labelled):
    """What a certificate turns out to be; the first that holds."""

    WITHHELD = "withheld", text("Nothing is said of military land")
    UNREADABLE = "unreadable", text("Not a certificate")
    ELSEWHERE = "elsewhere", text("Not of this casebook")
    UNKNOWN = "unknown", text("Unknown number")
    DIFFERS = "differs", text("The sheet says something else than the record")
    REVOKED = "revoked", text("Revoked")
    CHANGED = "changed", text("Facts changed since")
    GENUINE = "genuine", text("Genuine")


@dataclass(frozen=True)
class Verified:
    """The outcome with sentences; certificate, parcel and dossier as far as they are known."""

    outcome: Outcome
    sentences: Tuple[Text, ...]
    certificate: Optional[Certificate] = None
    parcel: str = ""
    dossier: Optional[Dossier] = None


def verify(book: Casebook, plan: Plan, written: str) -> Verified:
    """Compare the text of a certificate's QR code, or its number, with the record."""
    shown = qr.read(written)
    number = certificate_rules(plan).number.as_printed(written.strip())
    known = book.certificates()
    parcel, certificate = _found(known, shown, number)
    if certificate is None:
        return _not_found(book, plan, known, shown, number)
    dossier = book.dossier(parcel)
    if dossier is not None and _is_military(book, plan, dossier):
        return Verified(Outcome.WITHHELD, ())
    differing = _differing(shown, certificate, parcel)
    revoked = _revoked(certificate)
    changed = _changed(book, plan, certificate, parcel, dossier)
    outcome = Outcome.GENUINE
    for sentences, means in (
        (changed, Outcome.CHANGED),
        (revoked, Outcome.REVOKED),
        (differing, Outcome.DIFFERS),
    ):
        outcome = means if sentences else outcome
    said = [*differing, *revoked, *changed] or [_genuine(shown)]
    if shown is None:
        said.append(_BY_NUMBER)
    said += _came_after(certificate, dossier)
    return Verified(outcome, tuple(said), certificate, parcel, dossier)


def _is_military(book: Casebook, plan: Plan, dossier: Dossier) -> bool:
    """Whether the patch is: one of its parcels makes all of it so."""
    return bool(military_patches(book.dossiers_of([dossier.patch.number]), plan))


def facts_hold(certificate: Certificate, dossier: Optional[Dossier]) -> bool:
    """True while the record says of the parcel what the certificate certifies."""
    return dossier is not None and digest(certificate, dossier) == certificate.facts_sha256


def _found(
    known: Known, shown: Optional[qr.Told], number: str
) -> Tuple[str, Optional[Certificate]]:
    """By the number, else by the hash, which holds the number: then the number was altered."""
    every = [(parcel, one) for parcel, several in known.items() for one in several]
    wanted = shown.number if shown else number
    for parcel, one in every:
        if one.number == wanted:
            return parcel, one
    for parcel, one in every:
        if shown and one.facts_sha256 == shown.facts_sha256:
            return parcel, one
    return "", None


def _not_found(
    book: Casebook, plan: Plan, known: Known, shown: Optional[qr.Told], number: str
) -> Verified:
    rules = certificate_rules(plan)
    wanted = shown.number if shown else number
    parts = rules.number.parts(wanted)
    if shown is None and parts is None:
        example = rules.number.number(rules.short_of(book.county_code), plan.year, 1)
        said = text(
            "This is neither the text of a certificate's QR code nor a number such as {example}.",
            example=example,
        )
        return Verified(Outcome.UNREADABLE, (said,))
    if shown is not None and shown.parcel not in known and book.dossier(shown.parcel) is None:
        said = text("Parcel {parcel} is not in this casebook.", parcel=shown.parcel)
        return Verified(Outcome.ELSEWHERE, (said,), parcel=shown.parcel)
    if parts is not None and parts.office not in _offices(book, plan, known):
        said = text("“{office}” is another office: look in its casebook.", office=parts.office)
        return Verified(Outcome.ELSEWHERE, (said,))
    said = text(
        "This casebook has no certificate {number}: it was never issued here.", number=wanted
    )
    return Verified(Outcome.UNKNOWN, (said,))


def _offices(book: Casebook, plan: Plan, known: Known) -> List[str]:
    """The short words of the offices whose certificates this casebook holds."""
    rules = certificate_rules(plan)
    codes = {one.office for several in known.values() for one in several}
    own = {book.county_code} if book.office is Office.CITY else set(rules.offices)
    return [rules.short_of(code) for code in codes | own]


_BY_NUMBER = text(
    "Only the number was given: whether the sheet says the same as the record has to be read."
)


def _genuine(shown: Optional[qr.Told]) -> Text:
    if shown is None:
        return text("The record has this certificate, it stands, and its facts are unchanged.")
    return text("Number, parcel, day and hash are those of the record; its facts are unchanged.")


def _differing(shown: Optional[qr.Told], certificate: Certificate, parcel: str) -> List[Text]:
    if shown is None:
        return []
    pairs = (
        (text("Number"), shown.number, certificate.number),
        (text("Parcel"), shown.parcel, parcel),
        (text("Issued on"), shown.issued_on, certificate.issued_on),
        (text("Hash"), shown.facts_sha256, certificate.facts_sha256),
    )
    return [
        text("{what}: the sheet has {shown}, the record {kept}.", what=what, shown=mine, kept=its)
        for what, mine, its in pairs
        if mine != its
    ]


def _revoked(certificate: Certificate) -> List[Text]:
    if not certificate.revoked_on:
        return []
    return [
        text(
            "Revoked on {day} by {who}: {why}",
            day=certificate.revoked_on,
            who=certificate.revoked_by,
            why=certificate.revoked_why,
        )
    ]


def _changed(
    book: Casebook,
    plan: Plan,
    certificate: Certificate,
    parcel: str,
    dossier: Optional[Dossier],
) -> List[Text]:
    if facts_hold(certificate, dossier):
        return []
    if dossier is None:
        gone = text("Parcel {parcel} was divided, or put together with another.", parcel=parcel)
        return [gone]
    return [
        text("The record no longer says what was certified."),
        *_since(book, plan, certificate, parcel),
    ]


def _came_after(certificate: Certificate, dossier: Optional[Dossier]) -> List[Text]:
    """What happened to the place since; it makes no certificate wrong."""
    if dossier is None:
        return []
    turns = (one for one in dossier.put_right.turns if not one.closed)
    return [
        text("Since then, on {day}, the parcel was reopened: {why}", day=one.on, why=one.why)
        for one in turns
        if one.on >= certificate.issued_on
    ]


def _since(book: Casebook, plan: Plan, certificate: Certificate, parcel: str) -> List[Text]:
    """What was recorded of the parcel since, the newest last."""
    entries = sorted(book.history(parcel), key=lambda one: one.seq)
    issued = [one.seq for one in entries if _issues(one, certificate.number)]
    later = [one for one in entries if issued and one.seq > issued[0] and _matters(one)]
    return [
        text("{at}, {who}: {what}", at=day_and_time(one), who=one.who, what=told(one, plan))
        for one in later[-CHANGES_SHOWN:]
    ]


def _issues(entry: Recorded, number: str) -> bool:
    if entry.kind != events.CERTIFIED:
        return False
    return any(one["number"] == number for one in (entry.new or {}).get("certificates", ()))


_MATTERS = (
    events.FIGURES_COMPUTED,
    events.RECTIFIED,
    events.PRELIMINARY,
    events.APPLIED,
    events.ACCEPTED,
    events.PHOTO_ATTACHED,
    events.PHOTO_DETACHED,
    events.PHOTO_STAGED,
)


def _matters(entry: Recorded) -> bool:
    return entry.kind in _MATTERS or entry.kind.startswith(events.VERDICT)
