"""What is counted, read from the casebook's tables: as things stand now."""

from __future__ import annotations

from operator import itemgetter
from typing import Any, Dict, List, Sequence, Tuple

from sqlalchemy import Column, ColumnElement, Connection, Select, and_, func, or_, select

from ..casebook import journal
from ..casebook.kinds import exchanges, ledger
from ..casebook.kinds.casefiles import read_case_files
from ..casebook.kinds.evidence import read_evidence
from ..casebook.kinds.putting_right import read_put_right
from ..casebook.put_right_tables import ledger_entries, turns
from ..casebook.tables import (
    field_checks,
    figures,
    flags,
    parcels,
    patches,
    return_answers,
    reviews,
    submitted,
    verdicts,
)
from .periods import EVERYTHING, Reach
from .recorded import CHECKED, FIGURES, LEVELS, ParcelRow, Recorded, Went, in_order


def read_tables(
    connection: Connection, reach: Reach = EVERYTHING, categories: Sequence[str] = ()
) -> Recorded:
    """Everything that is counted within reach, as the tables have it.

    Of earlier months only the parcels that may stand in the ledger: those with a verdict in one
    of these ``categories``, once closed, or linked to an old case; without the ledger those that
    old cases within reach may be about.
    """
    head = journal.head_of(connection)
    found = Recorded(head.at[:10], head.seq)
    wanted, chosen = _parcels(), select(parcels.c.number)
    if reach.since:
        earlier = _may_stand_in_ledger(categories) if reach.ledger else _of_old_cases(reach)
        wanted = wanted.where(or_(parcels.c.month >= reach.since, earlier))
    found.rows = in_order([ParcelRow._make(row) for row in plain(connection, wanted)])
    if not reach.ledger:
        chosen = chosen.where(parcels.c.month >= reach.since)
    numbers = {row.number for row in found.rows}
    for number, flag, answer in plain(connection, _flags(chosen)):
        found.flags.setdefault(number, {})[flag] = answer
    found.evidence = read_evidence(connection, chosen)
    found.rounds = _rounds(connection, reach.since)
    found.cases = read_case_files(connection, among=numbers if reach.since else None)
    found.senders = exchanges.senders(connection)
    found.put_right = read_put_right(connection, numbers)
    found.ledger = ledger.read_entries(connection)
    found.turns = ledger.TURNS.read(connection)
    return found


def _parcels() -> Select[Any]:
    """A row per parcel, in the order of :class:`ParcelRow`; what is divided is not in it."""
    given = [verdicts.alias(level.value) for level in LEVELS]
    judged = [
        func.coalesce(column, "") for one in given for column in (one.c.category, one.c.subcategory)
    ]
    query = select(
        *(parcels.c.number, parcels.c.patch_number, parcels.c.kind, parcels.c.month),
        *(patches.c.county_code, patches.c.county_name, patches.c.patch_class),
        *(patches.c.remark, patches.c.issued, parcels.c.area_mu, parcels.c.area_m2),
        *(figures.c[f"{name}_mu"] for name in FIGURES),
        *(figures.c[f"{name}_m2"] for name in FIGURES),
        func.coalesce(figures.c.location, ""),
        *judged,
        *(func.coalesce(field_checks.c[name], "") for name in CHECKED),
    )
    source = parcels.join(patches, patches.c.number == parcels.c.patch_number)
    source = source.outerjoin(figures, figures.c.parcel_number == parcels.c.number)
    for one, level in zip(given, LEVELS):
        its = and_(one.c.parcel_number == parcels.c.number, one.c.level == level.value)
        source = source.outerjoin(one, its)
    about = field_checks.c.parcel_number == parcels.c.number
    return query.select_from(source.outerjoin(field_checks, about))


def _may_stand_in_ledger(categories: Sequence[str]) -> ColumnElement[bool]:
    judged = select(verdicts.c.parcel_number).where(verdicts.c.category.in_(categories))
    subjects = (judged, select(turns.c.subject), select(ledger_entries.c.parcel_number))
    return or_(*(parcels.c.number.in_(one) for one in subjects))


def _of_old_cases(reach: Reach) -> ColumnElement[bool]:
    within = ledger_entries.c.year >= int(reach.since[:4])
    numbers = select(ledger_entries.c.parcel_number).where(within)
    named = select(ledger_entries.c.patch).where(within)
    return or_(parcels.c.number.in_(numbers), parcels.c.patch_number.in_(named))


def _flags(chosen: Select[Any]) -> Select[Any]:
    query = select(flags.c.parcel_number, flags.c.flag, flags.c.answer)
    return query.where(flags.c.parcel_number.in_(chosen))


def plain(connection: Connection, query: Select[Any]) -> List[Tuple[Any, ...]]:
    """The rows as plain tuples: of 100,000 parcels all others would take the longest."""
    cursor = connection.execute(query).cursor
    return [] if cursor is None else list(cursor.fetchall())


def _rounds(connection: Connection, since: str) -> Dict[str, Went]:
    sent = _by_parcel(connection, since, submitted.c.submission)
    reviewed = _by_parcel(connection, since, reviews.c.submission, reviews.c.outcome)
    answered = _by_parcel(connection, since, return_answers.c.submission)
    return {
        number: Went(sent.get(number, ()), reviewed.get(number, ()), answered.get(number, ()))
        for number in {*sent, *reviewed, *answered}
    }


def _by_parcel(
    connection: Connection, since: str, *columns: Column[Any]
) -> Dict[str, Tuple[Any, ...]]:
    """Values in order by parcel; of several columns as tuples."""
    table = columns[0].table
    found: Dict[str, Tuple[Any, ...]] = {}
    query = select(table.c.parcel_number, *columns).order_by(*table.primary_key)
    if since:
        within = select(parcels.c.number).where(parcels.c.month >= since)
        query = query.where(table.c.parcel_number.in_(within))
    value_of = itemgetter(1 if len(columns) == 1 else slice(1, None))
    for row in plain(connection, query):
        number, one = row[0], (value_of(row),)
        found[number] = found[number] + one if number in found else one
    return found
