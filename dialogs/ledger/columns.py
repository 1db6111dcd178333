"""The columns of the ledger's tables, in the person's language."""

from __future__ import annotations

from datetime import date
from typing import List, Optional, Sequence

from ...core.ledger.ageing import AgeRow
from ...core.ledger.case import LedgerCase
from ...core.ledger.freezing import FreezeRow
from ...core.ledger.rechecking import ParcelDue
from ...maps.words import say, term, tr
from ..parts.grid import GridColumn
from ..parts.wording import mu


def case_columns(today: date) -> List[GridColumn]:
    """What is seen of a case; its age as of a day."""
    return [
        GridColumn(tr("State"), lambda one: say(one.state.label)),
        GridColumn(tr("Year"), lambda one: str(one.year), lambda one: one.year, True),
        GridColumn(tr("County"), lambda one: one.county_name or one.county_code),
        GridColumn(tr("Patch"), lambda one: one.patch),
        GridColumn(tr("Parcel"), lambda one: one.parcel),
        GridColumn(tr("Actor"), lambda one: one.actor),
        GridColumn(tr("Day it was found"), lambda one: one.found_on),
        _area(tr("Cultivated land (mu)"), "cultivated_mu"),
        _area(tr("Not put right (mu)"), "remaining_cultivated_mu"),
        GridColumn(tr("Measure"), lambda one: one.measure),
        GridColumn(tr("To be put right by"), lambda one: one.due),
        GridColumn(
            tr("Days open"), lambda one: _age(one, today), lambda one: _days(one, today), True
        ),
        GridColumn(tr("Accepted on"), lambda one: one.accepted_on),
        GridColumn(tr("Closed on"), lambda one: one.closed_on),
        GridColumn(tr("Remarks"), lambda one: "；".join(map(say, one.remarks))),
    ]


def _area(heading: str, name: str) -> GridColumn:
    return GridColumn(
        heading,
        lambda one: mu(getattr(one.areas, name)),
        lambda one: getattr(one.areas, name),
        True,
    )


def _days(case: LedgerCase, today: date) -> Optional[int]:
    return case.age_days(today) if case.is_open else None


def _age(case: LedgerCase, today: date) -> str:
    days = _days(case, today)
    return "" if days is None else str(days)


def age_columns(bounds_years: Sequence[int]) -> List[GridColumn]:
    """What is seen of a county's year."""
    columns = [
        GridColumn(tr("County"), lambda one: one.county),
        GridColumn(tr("Year"), lambda one: str(one.year or ""), lambda one: one.year, True),
        _count(tr("All"), lambda one: one.all),
        _count(tr("Struck off"), lambda one: one.closed),
        _count(tr("Not closed"), lambda one: one.open),
        GridColumn(
            tr("Not put right (mu)"),
            lambda one: mu(one.remaining_cultivated_mu),
            lambda one: one.remaining_cultivated_mu,
            True,
        ),
        _count(tr("Longest (days)"), lambda one: one.oldest_days),
    ]
    for place, heading in enumerate(band_names(bounds_years)):
        columns.append(_count(heading, lambda one, place=place: one.bands[place]))
    return columns


def band_names(bounds_years: Sequence[int]) -> List[str]:
    """What the bands of ages are called."""
    low = ("", *map(str, bounds_years))
    names = [
        tr("{low}–{years} years").format(low=before, years=years)
        if before
        else tr("up to {years} years").format(years=years)
        for before, years in zip(low, bounds_years)
    ]
    return [*names, tr("over {years} years").format(years=bounds_years[-1]), tr("day unknown")]


def _count(heading: str, get) -> GridColumn:
    def words(one: AgeRow) -> str:
        found = get(one)
        return "" if found is None else str(found)

    return GridColumn(heading, words, get, True)


def freeze_columns() -> List[GridColumn]:
    """What is seen of a case's quota."""
    return [
        GridColumn(tr("State"), lambda one: say(one.state.label)),
        GridColumn(tr("County"), lambda one: one.case.county_name or one.case.county_code),
        GridColumn(tr("Year"), lambda one: str(one.case.year), lambda one: one.case.year, True),
        GridColumn(tr("Patch"), lambda one: one.case.patch),
        GridColumn(tr("Parcel"), lambda one: one.case.parcel),
        GridColumn(
            tr("To be frozen (mu)"),
            lambda one: mu(one.to_freeze_mu),
            lambda one: one.to_freeze_mu,
            True,
        ),
        GridColumn(tr("To be frozen since"), lambda one: one.since),
        GridColumn(tr("Frozen on"), lambda one: one.freezing.frozen_on),
        GridColumn(tr("Document number"), lambda one: one.freezing.frozen_document),
        GridColumn(tr("To be set free since"), lambda one: one.free_since),
        GridColumn(tr("Set free on"), lambda one: one.freezing.freed_on),
        GridColumn(tr("Document number"), _freed_document),
    ]


def _freed_document(row: FreezeRow) -> str:
    return row.freezing.freed_document


def due_columns(today: date) -> List[GridColumn]:
    """What is seen of a recheck that is due."""
    return [
        GridColumn(tr("Due"), lambda one: one.what.due.isoformat()),
        GridColumn(
            tr("Days left"), lambda one: str(one.days_left(today)), lambda one: one.what.due, True
        ),
        GridColumn(tr("Parcel"), lambda one: one.number),
        GridColumn(tr("What"), lambda one: term(one.what.rule.label)),
        GridColumn(tr("Looked at last"), lambda one: one.what.last),
        GridColumn(tr("Person"), lambda one: one.person),
        GridColumn(tr("Location"), _place),
    ]


def _place(one: ParcelDue) -> str:
    figures = one.dossier.figures
    return figures.location if figures else ""
