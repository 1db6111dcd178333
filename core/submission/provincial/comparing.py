"""The system's export against the casebook, field by field. Nothing is changed by it.

Nothing is concluded either: what only one side has is in doubt (存疑), not a difference; areas
within the plan's tolerance are the same, as are texts that differ by blanks, brackets or width.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Dict, Iterable, Iterator, List, Optional, Sequence, Tuple

from ...documents import Value
from ...errors import InputError
from ...text import Labelled, Translate, text
from ..value_types import ValueType
from ..values import ParcelRow, rows_of, values_of
from ..work import MonthWork
from .description import ROWS, Compared, Family, Supervision, folded, supervision

TableRow = Dict[str, str]
FIRST_ROW = 2
"""What a person calls the first row under a line of headings."""
_DIGITS = re.compile(r"\d+")


class Kind(Labelled):
    """What is told of a field, of a row, or of a parcel."""

    DIFFERS = "differs", text("Differs")
    ONLY_HERE = "only_here", text("In doubt: blank in the system")
    ONLY_THERE = "only_there", text("In doubt: not known in the casebook")
    UNREADABLE = "unreadable", text("In doubt: not readable in the export")
    TWICE = "twice", text("Several rows of the export have this number")
    NOT_IN_EXPORT = "not_in_export", text("Not in the export")
    NOT_IN_CASEBOOK = "not_in_casebook", text("Not in this month of the casebook")


@dataclass(frozen=True)
class Difference:
    """One thing that is told: whose, which column, what each side says; ``row`` of the export."""

    kind: Kind
    number: str
    record: str
    row: int = 0
    column: str = ""
    here: str = ""
    there: str = ""


@dataclass(frozen=True)
class State:
    """How far the system is with a parcel, in its own words, by column."""

    number: str
    record: str
    said: Tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """What came of it: ``same`` counts the fields that agree, ``divided`` the rows that were
    left out because their parts follow, ``withheld`` those of military land."""

    family: Family
    differences: Tuple[Difference, ...]
    states: Tuple[State, ...]
    compared: int
    same: int
    divided: int
    withheld: int


def compare(table: Sequence[TableRow], work: MonthWork, say: Translate) -> Comparison:
    """Compare the rows of an export with the month.

    :raises InputError: the table is of no family that the plan describes.
    """
    described = supervision(work.plan)
    rows = [{folded(name): value for name, value in row.items()} for row in table]
    return _Comparing(described, _family(described, rows), work, say).run(rows)


def _family(described: Supervision, table: Sequence[TableRow]) -> Family:
    headings = list(table[0]) if table else []
    found = described.family_of(headings)
    if found is None:
        known = "; ".join(
            f"{one.name}: {'、'.join(sorted({*one.known_by, one.key}))}"
            for one in described.families
        )
        raise InputError(
            text(
                "The table is no export that the work plan describes. They are known by these "
                "columns: {known}.",
                known=known,
            )
        )
    return found


class _Comparing:
    def __init__(
        self, described: Supervision, family: Family, work: MonthWork, say: Translate
    ) -> None:
        self._tolerance = described.tolerance_mu
        self._record_kind = described.record_kind
        self._family = family
        self._rows: List[ParcelRow] = list(rows_of(ROWS, work, say))
        self._get = values_of(ROWS, tuple(one.value for one in family.columns), work.plan)
        self._by_number = self._index()
        self._hidden = {folded(one) for one in work.military_numbers}
        self._found: List[Difference] = []
        self._states: List[State] = []
        self._same = 0

    def _index(self) -> Dict[str, ParcelRow]:
        """By number of parcel; by that of the patch, too, where it is one parcel; by record."""
        parts = Counter(row.patch.number for row in self._rows)
        found: Dict[str, ParcelRow] = {}
        for row in self._rows:
            found[folded(row.dossier.parcel.number)] = row
            if parts[row.patch.number] == 1:
                found.setdefault(folded(row.patch.number), row)
            if self._record(row):
                found.setdefault(folded(self._record(row)), row)
        return found

    def _record(self, row: ParcelRow) -> str:
        evidence = row.dossier.evidence.get(self._record_kind)
        return evidence.value if evidence else ""

    def run(self, table: Sequence[TableRow]) -> Comparison:
        divided = withheld = 0
        seen: Dict[str, int] = {}
        for at, given in enumerate(table, start=FIRST_ROW):
            number = self._cell(given, self._family.key)
            if not number:
                continue
            if self._cell(given, self._family.parent_column) in self._family.parents:
                divided += 1
            elif self._is_military(number):
                withheld += 1
            else:
                self._take(given, at, number, seen)
        self._tell_missing(seen)
        return Comparison(
            family=self._family,
            differences=tuple(self._found),
            states=tuple(self._states),
            compared=len(seen),
            same=self._same,
            divided=divided,
            withheld=withheld,
        )

    def _is_military(self, number: str) -> bool:
        whole = folded(number)
        return whole in self._hidden or whole.rpartition("_")[0] in self._hidden

    @staticmethod
    def _cell(given: TableRow, heading: str) -> str:
        return given.get(folded(heading), "").strip() if heading else ""

    def _take(self, given: TableRow, at: int, number: str, seen: Dict[str, int]) -> None:
        record = self._cell(given, self._family.record)
        row = self._by_number.get(folded(number)) or self._by_number.get(folded(record))
        if row is None:
            self._found.append(Difference(Kind.NOT_IN_CASEBOOK, number, record, at))
            return
        own = row.dossier.parcel.number
        seen[own] = seen.get(own, 0) + 1
        if seen[own] > 1:
            self._found.append(Difference(Kind.TWICE, own, record, at))
            return
        self._states.append(State(own, record or self._record(row), self._said(given)))
        for column, value in zip(self._family.columns, self._get(row)):
            if folded(column.heading) in given:
                there = self._cell(given, column.heading)
                self._field(column, value, there, own, record, at)

    def _said(self, given: TableRow) -> Tuple[str, ...]:
        """A code with its word; another word than the plan knows as it is."""
        cells = [(one, self._cell(given, one.heading)) for one in self._family.states]
        return tuple(one.words.get(cell, cell) for one, cell in cells)

    def _field(
        self, column: Compared, value: Value, there: str, number: str, record: str, at: int
    ) -> None:
        here = "" if value is None else str(value)
        kind = told(column.type, value, there, self._tolerance)
        if kind is None:
            self._same += 1
        else:
            self._found.append(Difference(kind, number, record, at, column.heading, here, there))

    def _tell_missing(self, seen: Iterable[str]) -> None:
        there = set(seen)
        for row in self._rows:
            number = row.dossier.parcel.number
            if number not in there:
                self._found.append(Difference(Kind.NOT_IN_EXPORT, number, self._record(row)))


def told(kind: ValueType, here: Value, there: str, tolerance: Decimal) -> Optional[Kind]:
    """What is told of one field; ``None`` where both sides say the same, or neither anything."""
    if not there:
        return None if here in (None, "") else Kind.ONLY_HERE
    if here in (None, ""):
        return Kind.ONLY_THERE
    if kind in (ValueType.DECIMAL, ValueType.INTEGER):
        number = _number(there)
        if number is None:
            return Kind.UNREADABLE
        return None if abs(Decimal(str(here)) - number) <= tolerance else Kind.DIFFERS
    if kind is ValueType.DATE:
        day = _day(there)
        if day is None:
            return Kind.UNREADABLE
        return None if day == here else Kind.DIFFERS
    return None if folded(str(here)) == folded(there) else Kind.DIFFERS


def _number(written: str) -> Optional[Decimal]:
    try:
        number = Decimal(unicodedata.normalize("NFKC", written).replace(",", "").strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _day(written: str) -> Optional[str]:
    """ISO, from 2023-4-5, 2023/4/5, 2023年4月5日 or 20230405; a time behind it is left out."""
    parts = _DIGITS.findall(written)
    if parts and len(parts[0]) == len("20230405"):
        parts = [parts[0][:4], parts[0][4:6], parts[0][6:]]
    try:
        year, month, day = (int(part) for part in parts[:3])
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def by_kind(differences: Iterable[Difference]) -> Iterator[Tuple[Kind, int]]:
    """How many of each kind there are, in the order of the kinds."""
    counts = Counter(one.kind for one in differences)
    return ((kind, counts[kind]) for kind in Kind if counts[kind])
