"""核验表: the city's inspections of many parcels, written down on a tour, row by row.

A row is one parcel with its own findings: day, inspectors, each item of the plan's checklist, and
whether it is in place. Columns and words for yes and no are the plan's (``rectification.json``,
``inspections``). Each row stands by itself: it is recorded as the form would record it, or told
why not. A row without findings is a parcel that nobody has inspected yet.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Dict, Iterable, List, Mapping, NamedTuple, Optional, Tuple

from ..casebook import Casebook, saying
from ..casebook.journal import Event
from ..cases.typed import typed_day
from ..errors import InputError, RectificationRefused
from ..intake.columns import columns_of, unread
from ..intake.field_table import names_in
from ..intake.rows import TableRow, dossier_of, is_blank
from ..legality import military_patches
from ..model import Dossier
from ..plan import Label, Plan
from ..progress import SILENT, Progress, check_cancelled
from ..rectified import Acceptance
from ..text import Labelled, Text, text
from .acts import MILITARY, give_acceptance, reason_of
from .findings import CHECKS

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
    reader = _Reader(book, plan, columns, today)
    found: List[InspectedRow] = []
    for at, row in enumerate(table, start=first_row):
        check_cancelled(progress)
        progress.at(at - first_row, len(table))
        if not is_blank(row):
            found.append(reader.read(row, at))
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
    def __init__(self, book: Casebook, plan: Plan, columns: Mapping[str, str], today: date) -> None:
        self._book, self._plan, self._columns, self._today = book, plan, columns, today
        self._rules = plan.rectification_rules
        self._seen: Dict[str, int] = {}

    def read(self, row: TableRow, at: int) -> InspectedRow:
        """What becomes of a row."""
        number = self._cell(row, "parcel")
        try:
            dossier = self._dossier(number, at)
        except InputError as error:
            return InspectedRow(at, number, RowState.REFUSED, why=error.text)
        if military_patches(self._book.dossiers_of([dossier.patch.number]), self._plan):
            return InspectedRow(at, "", RowState.REFUSED, why=MILITARY)
        if not self._is_inspected(row):
            return InspectedRow(at, number, RowState.OPEN)
        try:
            return self._inspected(row, at, dossier)
        except RectificationRefused as refused:
            return InspectedRow(at, number, RowState.REFUSED, why=reason_of(refused))
        except InputError as error:
            return InspectedRow(at, number, RowState.REFUSED, why=error.text)

    def _cell(self, row: TableRow, meaning: str) -> str:
        name = self._columns.get(meaning)
        return (row.get(name) or "").strip() if name else ""

    def _dossier(self, number: str, at: int) -> Dossier:
        if not number:
            raise InputError(text("the parcel number is missing."))
        if number in self._seen:
            raise InputError(
                text(
                    "parcel {number} is in row {row} already.",
                    number=number,
                    row=self._seen[number],
                )
            )
        self._seen[number] = at
        return dossier_of(self._book, number)

    def _is_inspected(self, row: TableRow) -> bool:
        """Day and people may be filled in before the tour; findings are not."""
        findings = ("result", "missing", "note", *self._rules.checklist)
        return any(self._cell(row, one) for one in findings)

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
            missing=self._cell(row, "missing"),
            by_when=self._day(row, "by_when"),
            note=self._cell(row, "note"),
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
        answered = (code for code in self._rules.checklist if self._cell(row, code))
        items = {code: self._answer(row, code) for code in answered}
        return _Seen(on, names_in(self._cell(row, "inspected_by")), items, in_place)

    def _day(self, row: TableRow, meaning: str) -> Optional[date]:
        written = typed_day(self._columns.get(meaning, meaning), self._cell(row, meaning))
        return date.fromisoformat(written) if written else None

    def _answer(self, row: TableRow, meaning: str) -> Optional[bool]:
        """Yes or no; ``None`` for what does not apply, and for an empty cell."""
        said, words = self._cell(row, meaning), self._rules.inspections.answers
        for answer, means in ANSWERED.items():
            if said in words[answer]:
                return means
        if not said:
            return None
        known = "、".join(one[0] for one in words.values())
        column = self._columns[meaning]
        raise InputError(
            text("{kind}: “{given}” is none of {known}.", kind=column, given=said, known=known)
        )

    def _remarks(self, dossier: Dossier, new: Tuple[Acceptance, ...]) -> Tuple[Text, ...]:
        """What would not fit in the city's inspections with these, and does now."""
        after = replace(dossier, put_right=replace(dossier.put_right, acceptances=new))
        citys = [one for one in CHECKS.values() if not one.countys]
        now, then = (
            [told for one in citys for told in one.run(each, self._plan, self._today)]
            for each in (dossier, after)
        )
        return tuple(one for one in then if one not in now)
