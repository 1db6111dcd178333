"""核验表: the city's inspections of many parcels, written down on a tour, row by row.

A row is one parcel with its own findings: day, inspectors, each item of the plan's checklist, and
whether it is in place. Columns and words for yes and no are the plan's (``rectification.json``,
``inspections``). Each row stands by itself: it is recorded as the form would record it, or told
why not. A row without findings is a parcel that nobody has inspected yet.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Dict, Iterable, List, NamedTuple, Optional, Tuple

from ..casebook import Casebook, saying
from ..casebook.journal import Event
from ..errors import InputError, RectificationRefused
from ..intake.columns import Columns, columns_of, unread
from ..intake.field_table import names_in
from ..intake.rows import TableRow, dossiers_for, none_of, parcel_number, sort_out
from ..model import Dossier
from ..plan import Label, Plan
from ..progress import SILENT, Progress
from ..rectified import Acceptance
from ..text import Labelled, Text, text
from .acts import MILITARY, give_acceptance, reason_of
from .findings import CHECKS
from .table import hidden_of

NEEDED = ("parcel", "inspected_on", "inspected_by", "result")
ANSWERED = {"yes": True, "no": False, "not_applicable": None}


class RowState(Labelled):
    """What becomes of a row."""

    NEW = "new", text("To be recorded")
    SAME = "same", text("Recorded already")
    OPEN = "open", text("Not inspected yet")
    REFUSED = "refused", text("Refused")


@dataclass(frozen=True)
class InspectedRow:
    """A row as it was understood. ``why`` is said of one that is refused, ``remarks`` are findings
    that it would bring; ``parcel`` is empty for military land, which no list names."""

    row: int
    parcel: str
    state: RowState
    acceptance: Optional[Acceptance] = None
    why: Optional[Text] = None
    remarks: Tuple[Text, ...] = ()
    events: Tuple[Event, ...] = ()

    @property
    def told(self) -> Tuple[Text, ...]:
        """All that is said of it."""
        return (self.why, *self.remarks) if self.why else self.remarks


@dataclass(frozen=True)
class GivenInspections:
    """The rows of a table; ``unread`` are columns with values whose names the plan has not."""

    rows: Tuple[InspectedRow, ...]
    unread: Tuple[str, ...] = ()

    @property
    def events(self) -> List[Event]:
        """What is recorded of it."""
        return [event for one in self.rows for event in one.events]

    def count(self, state: RowState) -> int:
        """How many rows are so."""
        return sum(one.state is state for one in self.rows)


def item_names(label: Label, code: str) -> Tuple[str, ...]:
    """What the column of a checklist's item may be called."""
    return label.zh, label.en, code


def inspections_from_table(
    rows: Iterable[TableRow],
    book: Casebook,
    plan: Plan,
    today: date,
    first_row: int = 2,
    progress: Progress = SILENT,
) -> GivenInspections:
    """Every row that is not blank, compared with what the casebook holds.

    ``first_row`` is what a person calls the first row of values: 2 under a line of headings.

    :raises InputError: there are no rows, or a needed column is missing.
    """
    table, rules = list(rows), plan.rectification_rules
    items = {one.code: item_names(one.term.label, one.code) for one in rules.checklist.values()}
    columns = columns_of(table, {**items, **rules.inspections.columns}, NEEDED)
    find = dossiers_for(book, table, columns["parcel"])
    seen: Dict[str, int] = {}

    def of_parcel(row: TableRow, at: int) -> Tuple[TableRow, int, Dossier]:
        return row, at, find(parcel_number(row, seen, at, columns["parcel"]))

    there, refused = sort_out(table, first_row, progress, of_parcel)
    reader = _Reader(book, plan, columns, today)
    hidden = hidden_of(book, [dossier for _, _, dossier in there], plan)
    found = [
        InspectedRow(at, "", RowState.REFUSED, why=MILITARY)
        if dossier.patch.number in hidden
        else reader.read(row, at, dossier)
        for row, at, dossier in there
    ]
    for one in refused:
        number = columns.cell(table[one.row - first_row], "parcel")
        found.append(InspectedRow(one.row, number, RowState.REFUSED, why=one.why))
    found.sort(key=lambda one: one.row)
    return GivenInspections(tuple(found), unread(table, columns.values()))


class _Seen(NamedTuple):
    """What a row says was found."""

    on: date
    people: Tuple[str, ...]
    items: Dict[str, Optional[bool]]
    in_place: bool

    def is_in(self, known: Acceptance) -> bool:
        """Whether this is the inspection that is recorded."""
        items = {code: so for code, so in self.items.items() if so is not None}
        mine = (self.on.isoformat(), self.people, items, self.in_place)
        return mine == (known.on, known.inspectors, known.items, known.in_place)


class _Reader:
    def __init__(self, book: Casebook, plan: Plan, columns: Columns, today: date) -> None:
        self._book, self._plan, self._columns, self._today = book, plan, columns, today
        self._rules = plan.rectification_rules

    def read(self, row: TableRow, at: int, dossier: Dossier) -> InspectedRow:
        """What becomes of a row about a parcel."""
        number = self._columns.cell(row, "parcel")
        if not self._is_inspected(row):
            return InspectedRow(at, number, RowState.OPEN)
        try:
            return self._inspected(row, at, dossier)
        except RectificationRefused as refused:
            return InspectedRow(at, number, RowState.REFUSED, why=reason_of(refused))
        except InputError as error:
            return InspectedRow(at, number, RowState.REFUSED, why=error.text)

    def _is_inspected(self, row: TableRow) -> bool:
        """Day and people may be filled in before the tour; findings are not."""
        findings = ("result", "missing", "note", *self._rules.checklist)
        return any(self._columns.cell(row, one) for one in findings)

    def _inspected(self, row: TableRow, at: int, dossier: Dossier) -> InspectedRow:
        number, known = dossier.parcel.number, dossier.put_right.acceptances
        seen = self._seen_of(row)
        same = next((one for one in known if seen.is_in(one)), None)
        if same is not None:
            return InspectedRow(at, number, RowState.SAME, same)
        given = give_acceptance(
            dossier,
            self._plan,
            self._book.office,
            seen.on,
            seen.people,
            seen.items,
            seen.in_place,
            missing=self._columns.cell(row, "missing"),
            by_when=self._day(row, "by_when"),
            note=self._columns.cell(row, "note"),
        )
        new = (*known, given)
        changes = tuple(saying.accepted(dossier, new))
        remarks = self._remarks(dossier, new)
        return InspectedRow(at, number, RowState.NEW, given, None, remarks, changes)

    def _seen_of(self, row: TableRow) -> _Seen:
        on, in_place = self._day(row, "inspected_on"), self._answer(row, "result")
        if on is None:
            raise InputError(text("Say on which day it was inspected."))
        if in_place is None:
            raise InputError(text("Say whether it is in place."))
        answered = (code for code in self._rules.checklist if self._columns.cell(row, code))
        items = {code: self._answer(row, code) for code in answered}
        return _Seen(on, names_in(self._columns.cell(row, "inspected_by")), items, in_place)

    def _day(self, row: TableRow, meaning: str) -> Optional[date]:
        written = self._columns.day(row, meaning)
        return date.fromisoformat(written) if written else None

    def _answer(self, row: TableRow, meaning: str) -> Optional[bool]:
        """Yes or no; ``None`` for what does not apply, and for an empty cell."""
        said, words = self._columns.cell(row, meaning), self._rules.inspections.answers
        for answer, means in ANSWERED.items():
            if said in words[answer]:
                return means
        if not said:
            return None
        raise none_of(self._columns[meaning], said, (one[0] for one in words.values()))

    def _remarks(self, dossier: Dossier, new: Tuple[Acceptance, ...]) -> Tuple[Text, ...]:
        """What would not fit in the city's inspections with these, and does now."""
        after = replace(dossier, put_right=replace(dossier.put_right, acceptances=new))
        citys = [one for one in CHECKS.values() if not one.countys]
        now, then = (
            [told for one in citys for told in one.run(each, self._plan, self._today)]
            for each in (dossier, after)
        )
        return tuple(one for one in then if one not in now)
