"""月清、月核进度: how far each unit is with a month's land patches, as of a day.

Patches are counted, not parcels: a patch is checked, filled in, handed up or passed once all its
parcels are, and returned as soon as one is. Military patches are not counted. Days of verdicts
are those on which this casebook came to know them: in a city's, when the package was read.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Dict, List, Mapping, Optional, Protocol, Sequence, Set, Tuple

from sqlalchemy import Connection, Row, Select, func, select

from ..casebook import events
from ..casebook.kinds.exchanges import read_rounds
from ..casebook.queries import NO_ROUNDS
from ..casebook.tables import field_checks, figures, parcels, patches, verdicts
from ..casebook.tracing import there_since
from ..legality.military import is_said_in_row
from ..model import PatchKind, VerdictLevel
from ..plan import Plan
from ..review import ReviewState, Stage, state_of
from ..rounds import Office, Rounds
from ..text import LANGUAGE, Text, Translate, text
from .calendar import correction_deadline, county_deadline
from .towns import Towns


class Book(Protocol):
    """What the progress needs of the casebook."""

    def senders(self) -> Dict[str, str]:
        """Which unit each patch was received from, by patch."""

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection for questions."""


@dataclass(frozen=True)
class ParcelWork:
    """What is known of one parcel's way; days are ISO text, empty while there is none.

    ``issued_as`` is what its county was called when it was issued; ``town`` is where it lies.
    """

    number: str
    patch: str
    unit: str
    checked_on: str
    filled_on: str
    rounds: Rounds
    issued_as: str = ""
    town: str = ""

    def state(self, day: str) -> ReviewState:
        """Where it stood between county and city at the end of a day."""
        past = Rounds(
            tuple(one for one in self.rounds.submitted if one.day <= day),
            tuple(one for one in self.rounds.reviews if one.day <= day),
            tuple(one for one in self.rounds.answers if one.day <= day),
        )
        return state_of(past, bool(self.filled_on) and self.filled_on <= day)

    @property
    def days(self) -> List[str]:
        """The days on which something happened to it."""
        happened = [self.checked_on, self.filled_on]
        happened += [one.day for one in self.rounds.submitted]
        happened += [one.day for one in self.rounds.reviews]
        happened += [one.day for one in self.rounds.answers]
        return [day for day in happened if day]


@dataclass(frozen=True)
class Counts:
    """Patches of a unit. ``corrected`` are those of the returned ones that wait for no answer."""

    issued: int = 0
    checked: int = 0
    filled: int = 0
    submitted: int = 0
    returned: int = 0
    corrected: int = 0
    passed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            *(getattr(self, one.name) + getattr(other, one.name) for one in fields(Counts))
        )

    @property
    def not_submitted(self) -> int:
        """Not handed up yet."""
        return self.issued - self.submitted

    @property
    def not_corrected(self) -> int:
        """Returned, and neither answered nor handed up again."""
        return self.returned - self.corrected


def month_work(book: Book, plan: Plan, month: str, until: date) -> List[ParcelWork]:
    """The month's land parcels with their days, as of ``until``.

    Only what it takes is read of them, so that a city's casebook of many years answers at once.
    """
    senders, towns = book.senders(), Towns(plan)
    with book.reading() as connection:
        rows = _land_of(connection, month)
        hidden = _military(connection, rows, plan)
        kind = events.VERDICT + VerdictLevel.COUNTY.value
        filled = there_since(connection, kind, until.isoformat(), _of_month(month))
        rounds = read_rounds(connection, _of_month(month))
        query = select(field_checks.c.parcel_number, field_checks.c.checked_on)
        mine = query.where(field_checks.c.parcel_number.in_(_of_month(month)))
        checked = dict(connection.execute(mine).tuples().all())
    return [
        ParcelWork(
            number=row.number,
            patch=row.patch_number,
            unit=senders.get(row.patch_number, row.county_code),
            checked_on=checked.get(row.number, ""),
            filled_on=filled.get(row.number, ""),
            rounds=rounds.get(row.number, NO_ROUNDS),
            issued_as=row.county_name,
            town=towns.of(row.issued, row.location or ""),
        )
        for row in rows
        if row.patch_number not in hidden
    ]


def is_handed_up(book: Book, plan: Plan, month: str) -> bool:
    """True when every land parcel of the month has been handed up; what is military goes its own
    way."""
    with book.reading() as connection:
        rounds = read_rounds(connection, _of_month(month))
        rows = _land_of(connection, month)
        hidden = _military(connection, rows, plan)
    return all(
        rounds.get(row.number, NO_ROUNDS).submitted
        for row in rows
        if row.patch_number not in hidden
    )


def _of_month(month: str) -> Select[Tuple[str]]:
    """The numbers of the month's land parcels."""
    land = (parcels.c.month == month, parcels.c.kind == PatchKind.LAND.value)
    return select(parcels.c.number).where(*land)


def _land_of(connection: Connection, month: str) -> Sequence[Row[Any]]:
    owned = parcels.join(patches, patches.c.number == parcels.c.patch_number)
    owned = owned.outerjoin(figures, figures.c.parcel_number == parcels.c.number)
    query = select(
        *(parcels.c.number, parcels.c.patch_number, patches.c.county_code),
        *(patches.c.county_name, patches.c.remark, patches.c.issued, figures.c.location),
    ).select_from(owned)
    # A tenth parcel comes after the ninth, not after the first.
    order = (parcels.c.patch_number, func.length(parcels.c.number), parcels.c.number)
    return connection.execute(
        query.where(parcels.c.number.in_(_of_month(month))).order_by(*order)
    ).all()


def _military(connection: Connection, rows: Sequence[Row[Any]], plan: Plan) -> Set[str]:
    """The patches of which one parcel at least is military."""
    codes = [one.code for one in plan.categories if one.military]
    query = select(verdicts.c.parcel_number).where(verdicts.c.category.in_(codes))
    judged = set(connection.execute(query).scalars())
    return {
        row.patch_number
        for row in rows
        if row.number in judged or is_said_in_row(row.remark, row.issued, plan)
    }


def counts_on(work: Sequence[ParcelWork], day: date) -> Dict[str, Counts]:
    """The counts of each unit at the end of a day, by unit."""
    by_patch: Dict[Tuple[str, str], List[ParcelWork]] = {}
    for one in work:
        by_patch.setdefault((one.unit, one.patch), []).append(one)
    found: Dict[str, Counts] = {}
    for (unit, _), mine in sorted(by_patch.items()):
        found[unit] = found.get(unit, Counts()) + _counts_of(mine, day.isoformat())
    return found


def _counts_of(parcels: Sequence[ParcelWork], day: str) -> Counts:
    states = [one.state(day) for one in parcels]
    returned = any(_was_returned(one, day) for one in parcels)
    return Counts(
        issued=1,
        checked=int(all(one.checked_on and one.checked_on <= day for one in parcels)),
        filled=int(all(one.filled_on and one.filled_on <= day for one in parcels)),
        submitted=int(all(one.submitted is not None for one in states)),
        returned=int(returned),
        corrected=int(returned and all(one.stage is not Stage.RETURNED for one in states)),
        passed=int(all(one.stage.is_closed for one in states)),
    )


def _was_returned(one: ParcelWork, day: str) -> bool:
    return any(review.deadline and review.day <= day for review in one.rounds.reviews)


def by_day(work: Sequence[ParcelWork], until: date) -> List[Tuple[date, Dict[str, Counts]]]:
    """The counts on each day on which something happened, the oldest first."""
    days = sorted({day for one in work for day in one.days if day <= until.isoformat()})
    return [(date.fromisoformat(day), counts_on(work, date.fromisoformat(day))) for day in days]


def shared_out(work: Sequence[ParcelWork], office: Office) -> Sequence[ParcelWork]:
    """Among whom an office shares out its month: a city among those who hand up; a county among
    its towns, each as a unit of its own (``371502/虚构镇``), a patch with its first parcel's."""
    if office is not Office.COUNTY:
        return work
    towns = {one.patch: one.town for one in reversed(work)}
    return [
        replace(one, unit=f"{one.unit}/{towns[one.patch]}", town=towns[one.patch]) for one in work
    ]


def unit_names(work: Sequence[ParcelWork], plan: Plan, say: Translate) -> Dict[str, str]:
    """What the units of some work are called: by the plan, else as they were issued, else by
    their code, with the remark that the plan does not list it."""
    return {
        one.unit: (one.town or TOWN_UNKNOWN.say(say))
        if "/" in one.unit
        else unit_name(one.unit, plan, say, one.issued_as)
        for one in work
    }


def unit_name(code: str, plan: Plan, say: Translate, issued_as: str = "") -> str:
    """What one that hands up is called; see :func:`unit_names`."""
    unit = plan.unit(code)
    if unit:
        return unit.label.in_language(LANGUAGE.say(say))
    return issued_as or text("{code} (not in the plan)", code=code).say(say)


def names_by_patch(
    book: Book, units: Mapping[str, str], plan: Plan, say: Translate
) -> Dict[str, str]:
    """What those are called whom patches are from, by unit; ``units`` gives that of each patch."""
    with book.reading() as connection:
        query = select(patches.c.number, patches.c.county_name).where(patches.c.county_name != "")
        issued = {
            units[row.number]: row.county_name
            for row in connection.execute(query)
            if row.number in units
        }
    return {unit: unit_name(unit, plan, say, issued.get(unit, "")) for unit in units.values()}


@dataclass(frozen=True)
class DueParcel:
    """A parcel that somebody has to do something about, by a day."""

    number: str
    unit: str
    office: Office
    what: Text
    day: date
    round: int

    def days_left(self, today: date) -> int:
        """0 on the last day, negative after it."""
        return (self.day - today).days


def due_list(work: Sequence[ParcelWork], month: str, plan: Plan, today: date) -> List[DueParcel]:
    """What is not done yet, the most urgent first; returned before what was never handed up."""
    found = [due for one in work for due in [_due(one, month, plan, today)] if due is not None]
    return sorted(found, key=lambda one: (one.day, -one.round, one.unit, one.number))


def _due(one: ParcelWork, month: str, plan: Plan, today: date) -> Optional[DueParcel]:
    state = one.state(today.isoformat())
    what = _WHAT.get(state.stage)
    if what is None:
        return None
    office = Office.CITY if state.stage is Stage.SUBMITTED else Office.COUNTY
    day = county_deadline(month, plan)
    if state.stage is Stage.SUBMITTED:
        day = correction_deadline(month, plan)
    elif state.review is not None and state.review.deadline:
        day = date.fromisoformat(state.review.deadline)
    return DueParcel(one.number, one.unit, office, what, day, state.round)


TOWN_UNKNOWN = text("Township unknown")
_WHAT: Mapping[Stage, Text] = {
    Stage.ISSUED: text("To be filled in and handed up"),
    Stage.JUDGED: text("To be handed up"),
    Stage.SUBMITTED: text("To be reviewed"),
    Stage.RETURNED: text("To be corrected"),
    Stage.CORRECTED: text("Answered; to be handed up again"),
}
