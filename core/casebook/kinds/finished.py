"""What is finished stays so: certificates and the ledger only grow, and what a certificate or an
acceptance rests on does not go away under it."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Sequence, Set, Tuple

from sqlalchemy import Connection, select

from ...errors import CasebookConflict
from ...text import Text, text
from .. import events
from ..journal import Event
from ..put_right_tables import certificates, ledger_entries
from ..steps import State, in_parts
from ..tables import former_parcels, parcels
from .divisions import giving_way
from .ledger import TURNS
from .putting_right import LISTS

Facts = Dict[str, Any]
CertificateKey = Tuple[str, int, int]
"""Office, year and serial."""
_REVOKED = ("revoked_on", "revoked_by", "revoked_why")


def check(connection: Connection, changes: Sequence[Event]) -> None:
    """Raises :class:`CasebookConflict` when a change takes away what has to stay."""
    for change in changes:
        _check_grows(change)
    _check_numbers_are_free(connection, [one for one in changes if one.kind == events.CERTIFIED])
    _check_ledger_has_them(connection, changes)
    _check_nothing_rests_on_it(connection, changes)


def listed(state: State, name: str) -> List[Facts]:
    """The list in a state; empty without one."""
    return list(state[name]) if state else []


def key_of(certificate: Facts) -> CertificateKey:
    """What no other certificate has."""
    return certificate["office"], certificate["year"], certificate["serial"]


def is_live(certificate: Facts) -> bool:
    """True for one that was not revoked."""
    return not certificate["revoked_on"]


def _check_grows(change: Event) -> None:
    if change.kind == events.CERTIFIED:
        old, new = (listed(state, "certificates") for state in (change.old, change.new))
        grows = len(new) >= len(old) and all(map(_is_same_or_revoked, old, new))
        if not grows:
            raise CasebookConflict(
                text(
                    "{parcel}: a certificate stays as it was issued. It can be revoked, not "
                    "changed or taken out.",
                    parcel=change.subject,
                )
            )
    elif change.kind == events.LEDGER_TURNED:
        before, after = (listed(state, "turns") for state in (change.old, change.new))
        if after[: len(before)] != before:
            raise CasebookConflict(
                text(
                    "{subject}: what was closed or reopened in the ledger stays there; close or "
                    "reopen it anew.",
                    subject=change.subject,
                )
            )
    elif change.kind == events.LEDGER_TAKEN and change.new is None:
        raise CasebookConflict(
            text("{subject}: nothing can be taken out of the ledger.", subject=change.subject)
        )


def _is_same_or_revoked(old: Facts, new: Facts) -> bool:
    if old == new:
        return True
    as_it_was = {**new, **{name: old[name] for name in _REVOKED}}
    return is_live(old) and not is_live(new) and as_it_was == old


def _check_numbers_are_free(connection: Connection, changes: Sequence[Event]) -> None:
    asked = {key_of(one) for change in changes for one in listed(change.new, "certificates")}
    taken = holders(connection, asked)
    for change in changes:
        before = {key_of(one) for one in listed(change.old, "certificates")}
        for one in listed(change.new, "certificates")[len(before) :]:
            holder = taken.setdefault(key_of(one), change.subject)
            if holder != change.subject or key_of(one) in before:
                raise CasebookConflict(number_taken(one["number"], holder, change.subject))
            before.add(key_of(one))


def holders(connection: Connection, keys: Set[CertificateKey]) -> Dict[CertificateKey, str]:
    """Which parcel has each certificate; nothing for those that are not there."""
    if not keys:
        return {}
    query = select(certificates).where(
        certificates.c.office.in_({office for office, _, _ in keys}),
        certificates.c.year.in_({year for _, year, _ in keys}),
    )
    rows = connection.execute(query).mappings()
    found = {key_of(dict(row)): row["parcel_number"] for row in rows}
    return {key: parcel for key, parcel in found.items() if key in keys}


def number_taken(number: str, holder: str, parcel: str) -> Text:
    """The sentence for a certificate whose number another one has."""
    return text(
        "Certificate {number} for {parcel} has the number of one that {holder} has already.",
        number=number,
        parcel=parcel,
        holder=holder,
    )


def _check_ledger_has_them(connection: Connection, changes: Sequence[Event]) -> None:
    about = (events.LEDGER_TURNED, events.FROZEN)
    asked = [change.subject for change in changes if change.kind in about]
    there: Set[str] = set()
    for part in in_parts(asked):
        for column in (parcels.c.number, former_parcels.c.number, ledger_entries.c.id):
            there.update(connection.execute(select(column).where(column.in_(part))).scalars())
    for change in changes:
        if change.kind == events.LEDGER_TAKEN:
            there.add(change.subject)
        elif change.kind in about and change.subject not in there:
            raise CasebookConflict(
                text(
                    "The ledger has neither a case nor a parcel {subject}.", subject=change.subject
                )
            )


def _check_nothing_rests_on_it(connection: Connection, changes: Sequence[Event]) -> None:
    watched = (events.PATCH_DIVIDED, events.ACCEPTED)
    about = [change for change in changes if change.kind in watched]
    if not about:
        return
    numbers = sorted({number for change in about for number in _parcels_of(change)})
    accepted = LISTS[events.ACCEPTED].current(connection, numbers)
    certified = LISTS[events.CERTIFIED].current(connection, numbers)
    turned = TURNS.current(connection, numbers)
    standing = {
        events.ACCEPTED: accepted,
        events.CERTIFIED: certified,
        events.LEDGER_TURNED: turned,
    }
    for change in changes:
        if change.kind == events.PATCH_DIVIDED:
            for number in _parcels_of(change):
                why = why_it_stays(number, *(kept.get(number) for kept in standing.values()))
                if why is not None:
                    raise CasebookConflict(why)
        elif change.kind == events.ACCEPTED:
            _check_certificate_keeps_its_acceptance(change, certified.get(change.subject))
        if change.kind in standing:
            standing[change.kind][change.subject] = change.new


def _parcels_of(change: Event) -> List[str]:
    """The parcel, or those that give way."""
    if change.kind != events.PATCH_DIVIDED:
        return [change.subject]
    return giving_way(change.old, change.new)


def parcels_that_stay(connection: Connection, numbers: List[str]) -> Dict[str, Text]:
    """Those of the parcels that cannot give way to others, each with the reason."""
    accepted = LISTS[events.ACCEPTED].current(connection, numbers)
    certified = LISTS[events.CERTIFIED].current(connection, numbers)
    turned = TURNS.current(connection, numbers)
    reasons = {
        one: why_it_stays(one, accepted.get(one), certified.get(one), turned.get(one))
        for one in numbers
    }
    return {number: why for number, why in reasons.items() if why is not None}


def why_it_stays(number: str, accepted: State, certified: State, turned: State) -> Optional[Text]:
    """Why a parcel cannot give way to others; ``None`` when it can."""
    for one in filter(is_live, listed(certified, "certificates")):
        return text(
            "{parcel} has certificate {number} and cannot be divided or put together with others; "
            "revoke the certificate first.",
            parcel=number,
            number=one["number"],
        )
    if listed(accepted, "acceptances"):
        return text(
            "{parcel} was inspected by the city and cannot be divided or put together with "
            "others; take the inspection out first.",
            parcel=number,
        )
    turns = listed(turned, "turns")
    if turns and turns[-1]["closed"]:
        return text(
            "{parcel} is closed in the ledger and cannot be divided or put together with others; "
            "reopen it first.",
            parcel=number,
        )
    return None


def _check_certificate_keeps_its_acceptance(change: Event, certified: State) -> None:
    days = {one["on"] for one in listed(change.new, "acceptances") if one["in_place"]}
    for one in filter(is_live, listed(certified, "certificates")):
        if one["accepted_on"] not in days:
            raise CasebookConflict(
                text(
                    "Certificate {number} rests on the inspection of {day}; revoke it before the "
                    "inspection is changed or taken out.",
                    number=one["number"],
                    day=one["accepted_on"],
                )
            )
