"""Old rows that a person links to a parcel of the casebook."""

from __future__ import annotations

from dataclasses import replace
from typing import List

from ..casebook import Casebook, events
from ..casebook.journal import Event
from ..errors import InputError
from ..legality import military_patches
from ..plan import Plan
from ..text import text
from .case import LedgerCase


def link_to(book: Casebook, case: LedgerCase, parcel_number: str, plan: Plan) -> List[Event]:
    """The changes that make the case's old rows the parcel's.

    :raises InputError: there is no such parcel, or the case has no old rows.
    """
    dossier = book.dossier(parcel_number)
    if dossier is None:
        raise InputError(text("there is no parcel {number} in the casebook.", number=parcel_number))
    if military_patches(book.dossiers_of([dossier.patch.number]), plan):
        raise InputError(text("Military land: it is not taken in."))
    if not case.entries:
        raise InputError(text("The case is no row of an old list."))
    return [
        events.ledger_taken_in(replace(one, parcel_number=parcel_number), one)
        for one in case.entries
        if one.parcel_number != parcel_number
    ]
