"""Military land of a casebook, of whatever month, and what tells of it."""

from __future__ import annotations

import json
from contextlib import AbstractContextManager
from typing import Protocol, Set

from sqlalchemy import Connection, select

from ..casebook.steps import in_parts
from ..casebook.tables import parcels, patches, verdicts
from ..errors import InputError
from ..legality.military import is_said_in_row, mention_finder
from ..plan import Plan
from ..text import text
from .record import Record


class Book(Protocol):
    """What is needed of the casebook."""

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection for questions."""


class Secret:
    """Numbers of the military ``patches``, and of their ``parcels``.

    What somebody says of a parcel may name land of another month, so all months are asked;
    only what it takes is read of them.
    """

    def __init__(self, book: Book, plan: Plan) -> None:
        with book.reading() as connection:
            self.patches = _marked(connection, plan) | _judged(connection, plan)
            self.parcels = _parcels_of(connection, self.patches)
        self.find = mention_finder(self.patches | self.parcels)

    def refuse_in(self, record: Record) -> None:
        """Raises :class:`InputError` where what is handed on of a record names military land."""
        if not self.patches:
            return
        for (_, subject), state in record.states.items():
            self._refuse(subject, state)
        for (parcel, _), photo in record.photos.items():
            self._refuse(parcel, photo.facts)

    def _refuse(self, subject: str, state: object) -> None:
        if self.find(json.dumps(state, ensure_ascii=False)):
            raise InputError(
                text(
                    "What is recorded of {subject} names military land; take it out before it is "
                    "handed on.",
                    subject=subject,
                )
            )


def _marked(connection: Connection, plan: Plan) -> Set[str]:
    rows = connection.execute(select(patches.c.number, patches.c.remark, patches.c.issued))
    return {row.number for row in rows if is_said_in_row(row.remark, row.issued, plan)}


def _judged(connection: Connection, plan: Plan) -> Set[str]:
    codes = [one.code for one in plan.categories if one.military]
    joined = parcels.join(verdicts, verdicts.c.parcel_number == parcels.c.number)
    query = select(parcels.c.patch_number).select_from(joined)
    return set(connection.execute(query.where(verdicts.c.category.in_(codes))).scalars())


def _parcels_of(connection: Connection, numbers: Set[str]) -> Set[str]:
    found: Set[str] = set()
    for part in in_parts(sorted(numbers)):
        query = select(parcels.c.number).where(parcels.c.patch_number.in_(part))
        found.update(connection.execute(query).scalars())
    return found
