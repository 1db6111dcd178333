"""Certificates are numbered in the record itself: without gaps by office and year."""

from __future__ import annotations

from dataclasses import replace
from typing import Callable, Mapping, Sequence

from sqlalchemy import Connection, func, select

from ..errors import CasebookConflict
from ..rectified import Certificate
from ..text import text
from . import events
from .codec import decode
from .journal import Event
from .kinds.finished import listed
from .kinds.putting_right import LISTS
from .put_right_tables import certificates
from .recording import Stage
from .steps import State
from .tables import meta

Issue = Callable[[int], Certificate]
"""Makes the certificate of a parcel, given its serial."""


def certify(office: str, year: int, issues: Mapping[str, Issue]) -> Stage:
    """The stage that issues certificates for parcels, in the order of ``issues``.

    Each gets the next serial of the office's year inside the transaction, so that none is left
    out and none is given twice. Recording it raises :class:`CasebookConflict` where a parcel has
    a certificate already, or was not found in place by the inspection it names, and in a working
    file, which does not know what is numbered elsewhere.
    """

    def stage(connection: Connection) -> Sequence[Event]:
        _refuse_in_a_working_file(connection)
        parcels = list(issues)
        accepted = LISTS[events.ACCEPTED].current(connection, parcels)
        standing = LISTS[events.CERTIFIED].current(connection, parcels)
        first = _last_serial(connection, office, year) + 1
        return [
            _issued(
                parcel,
                replace(issues[parcel](serial), office=office, year=year, serial=serial),
                accepted.get(parcel),
                standing.get(parcel),
            )
            for serial, parcel in enumerate(parcels, start=first)
        ]

    return stage


def _last_serial(connection: Connection, office: str, year: int) -> int:
    of_year = (certificates.c.office == office, certificates.c.year == year)
    query = select(func.max(certificates.c.serial)).where(*of_year)
    return int(connection.execute(query).scalar() or 0)


def _issued(parcel: str, new: Certificate, accepted: State, standing: State) -> Event:
    old = [decode(Certificate, one) for one in listed(standing, "certificates")]
    for one in old:
        if not one.revoked_on:
            raise CasebookConflict(
                text(
                    "{parcel} has certificate {number} already; revoke that one first.",
                    parcel=parcel,
                    number=one.number,
                )
            )
    last = listed(accepted, "acceptances")[-1:]
    if not any(one["in_place"] and one["on"] == new.accepted_on for one in last):
        raise CasebookConflict(
            text("{parcel} was not found in place by its last inspection.", parcel=parcel)
        )
    return events.certified(parcel, [*old, new], old)


def _refuse_in_a_working_file(connection: Connection) -> None:
    query = select(meta.c.value).where(meta.c.key == "working_file")
    name = connection.execute(query).scalar()
    if name:
        raise CasebookConflict(
            text(
                "Certificates are numbered in the casebook itself, not in the working file "
                "{name}. Read the working file in there first.",
                name=name,
            )
        )
