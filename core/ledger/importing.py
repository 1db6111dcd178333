"""An old list compared with the casebook: what is new, the same, changed, or no case."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Dict, List, Mapping, Optional, Tuple

from ..casebook import Casebook, events
from ..casebook.journal import Event
from ..errors import InputError
from ..intake.grid import read_grids
from ..model import Finding
from ..plan import Plan
from ..progress import SILENT, Progress
from ..rectified import LedgerEntry
from ..rounds import Office
from ..text import Labelled, Text, text
from .checking import skipped, totals_that_do_not_fit, units_that_do_not_fit, with_units
from .linking import Parcels, Place
from .reading import OldRow, Sheet, Told, read_rows, sheet_of
from .rules import AREAS, MEANINGS, LedgerRules, ledger_rules

NOT_COMPARED = ("source", "source_row", "parcel_number", "written", "lon_deg", "lat_deg")


class RowState(Labelled):
    """What becomes of a row of an old list."""

    NEW = "new", text("New")
    CHANGED = "changed", text("Differs from the ledger")
    SAME = "same", text("In the ledger already")
    LISTED = "listed", text("Not taken in")


@dataclass(frozen=True)
class ListOptions:
    """What a person says of an old list: sheets (all without any), the year and the unit where
    it does not say them, and meaning → heading (see :mod:`headings`)."""

    sheets: Tuple[str, ...] = ()
    year: Optional[int] = None
    unit: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class DraftRow:
    """A row, and what becomes of it; ``why`` is said of every row that is not new."""

    row: OldRow
    state: RowState
    why: Optional[Text] = None
    place: Optional[Place] = None
    before: Optional[LedgerEntry] = None

    @property
    def entry(self) -> Optional[LedgerEntry]:
        """The case as it would be taken in, linked where it can be."""
        found = self.row.entry
        if found is None or self.place is None:
            return found
        return replace(found, parcel_number=self.place.parcel)


@dataclass(frozen=True)
class ListDraft:
    """What an old list would bring; nothing is recorded yet."""

    file: str
    sheets: Tuple[Sheet, ...]
    rows: Tuple[DraftRow, ...]
    findings: Tuple[Finding, ...]

    def count(self, state: RowState) -> int:
        """How many rows are so."""
        return sum(one.state is state for one in self.rows)

    @property
    def linked(self) -> int:
        """How many new cases are a parcel of this casebook."""
        return sum(
            one.state is RowState.NEW and one.place is not None and bool(one.place.parcel)
            for one in self.rows
        )


def read_old_list(
    path: Path, book: Casebook, plan: Plan, options: ListOptions, progress: Progress = SILENT
) -> ListDraft:
    """Read a list and compare it with the ledger.

    :raises UnreadableFile: it cannot be read.
    :raises InputError: no sheet has a column with patch numbers.
    :raises UndecidedInput: nobody can tell whether its areas are mu or m² (``area_unit``).
    """
    rules, parcels = ledger_rules(plan), Parcels(book.dossiers(), plan)
    grids = [one for one in read_grids(path) if one.name in (options.sheets or (one.name,))]
    found = [(one, sheet_of(one, rules.lists, options.columns, options.unit)) for one in grids]
    sheets = [with_units(one, parcels, rules) for _, one in found if one is not None]
    if not sheets:
        raise InputError(
            text(
                "{file} has no column with patch numbers. It is called one of {names}; or say "
                "which it is.",
                file=path.name,
                names="、".join(rules.lists.columns["patch"]),
            )
        )
    told = Told(
        plan=plan,
        lists=rules.lists,
        source=path.name,
        county_code=book.county_code,
        county_name=book.county_name,
        is_city=book.office is Office.CITY,
        year=options.year,
    )
    there = {one.id: one for one in book.ledger_entries()}
    rows: List[DraftRow] = []
    seen: Dict[str, OldRow] = {}
    for sheet in sheets:
        for row in read_rows(sheet, told, progress):
            rows.append(_compared(row, there, seen, parcels, rules))
    findings = skipped([one for one, sheet in found if sheet is None])
    read = [one.row for one in rows]
    findings += units_that_do_not_fit(read, parcels, plan)
    factor = plan.area_rules.mu_per_m2
    for sheet in sheets:
        findings += totals_that_do_not_fit(sheet, read, rules, factor)
    return ListDraft(path.name, tuple(sheets), tuple(rows), tuple(findings))


def events_of(draft: ListDraft, with_changed: bool = False) -> List[Event]:
    """The changes that take the list in; changed cases only if a person wants that."""
    wanted = (RowState.NEW, RowState.CHANGED) if with_changed else (RowState.NEW,)
    return [
        events.ledger_taken_in(one.entry, one.before)
        for one in draft.rows
        if one.state in wanted and one.entry is not None
    ]


def _compared(
    row: OldRow,
    there: Mapping[str, LedgerEntry],
    seen: Dict[str, OldRow],
    parcels: Parcels,
    rules: LedgerRules,
) -> DraftRow:
    entry = row.entry
    if entry is None:
        return DraftRow(row, RowState.LISTED, row.reason)
    if entry.patch in parcels.hidden:  # of it nothing is told, not even its number
        why = text("Military land: it is not taken in.")
        return DraftRow(OldRow(row.sheet, row.row, {}, reason=why), RowState.LISTED, why)
    if entry.year < rules.first_year:
        why = text(
            "It is of {year}; the ledger begins in {first}.",
            year=entry.year,
            first=rules.first_year,
        )
        return DraftRow(row, RowState.LISTED, why)
    twice = seen.get(entry.id)
    if twice is not None:
        return DraftRow(row, RowState.LISTED, _twice(entry, twice))
    seen[entry.id] = row
    before, place = there.get(entry.id), parcels.place_of(entry)
    if before is None:
        return DraftRow(row, RowState.NEW, place=place)
    if before.parcel_number:  # what somebody linked stays
        place = Place(before.parcel_number, text("Linked already"))
    differing = _differing(entry, before)
    if not differing:
        return DraftRow(row, RowState.SAME, place=place, before=before)
    return DraftRow(row, RowState.CHANGED, _changes(differing), place, before)


def _twice(entry: LedgerEntry, first: OldRow) -> Text:
    differing = _differing(entry, first.entry) if first.entry else {}
    where = f"{first.sheet}!{first.row}" if first.sheet else str(first.row)
    if not differing:
        return text("The same as row {row}.", row=where)
    return text(
        "Year, patch and parcel are those of row {row}, but it says something else: {what}",
        row=where,
        what=_changes(differing),
    )


def _differing(new: LedgerEntry, old: LedgerEntry) -> Dict[str, Tuple[object, object]]:
    return {
        name: (getattr(old, name), getattr(new, name))
        for name in vars(new)
        if name not in NOT_COMPARED and getattr(old, name) != getattr(new, name)
    }


def _changes(differing: Mapping[str, Tuple[object, object]]) -> Text:
    lines = tuple(
        text("{field}: {old} → {new}", field=FIELD_WORDS[name], old=_shown(old), new=_shown(new))
        for name, (old, new) in differing.items()
    )
    return text("{changes}", changes=lines)


def _shown(value: object) -> str:
    return "—" if value in (None, "") else str(value)


FIELD_WORDS: Dict[str, Text] = {
    **MEANINGS,
    **{f"{name}_mu": MEANINGS[name] for name in AREAS},
    "id": text("Key of the case"),
    "county_code": text("Code of the county"),
    "county_name": MEANINGS["county"],
}
"""What a person calls the fields of an old case."""
