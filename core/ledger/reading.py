"""Old lists of the offices, row by row: a case, or why a row is none. Nothing falls away.

A row is read as it stands: merged cells give their text to all their rows, an area in a merged
cell belongs to the first of them alone. What cannot be told is left open and said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Dict, Iterator, List, Mapping, Optional, Sequence, Tuple

from ..intake.grid import Grid
from ..plan import Plan
from ..plan.review import ReportingUnit
from ..progress import Progress, check_cancelled
from ..rectified import LedgerEntry
from ..text import Text, text
from .amounts import Amount, in_mu, read_amount, unit_of
from .days import read_day, read_year
from .headings import Headings, find_headings, plain
from .places import Point, read_point
from .rules import AREAS, DAYS, OldLists

ASK_EVERY = 500
_NUMBER_ENDS = re.compile(r"\.0+\Z")
TEXTS = ("place", "actor", "project", "use", "measure", "progress", "certificate", "note")


@dataclass(frozen=True)
class OldRow:
    """One row of a list.

    ``reason`` says why it is no case; without it ``entry`` is there, and ``notes`` tell what was
    left open in it. ``written`` is the row by its headings, ``areas`` what it adds to a total, in
    mu by meaning, taken in or not.
    """

    sheet: str
    row: int
    written: Dict[str, str]
    entry: Optional[LedgerEntry] = None
    reason: Optional[Text] = None
    notes: Tuple[Text, ...] = ()
    areas: Dict[str, Decimal] = field(default_factory=dict)
    is_total: bool = False


@dataclass(frozen=True)
class Sheet:
    """A sheet whose headings were found; ``above`` is what stands over them, ``units`` the unit
    of each area column, ``year`` what the title or the sheet's name says."""

    grid: Grid
    headings: Headings
    above: str
    units: Dict[str, str]
    year: Optional[int]

    def cell(self, meaning: str, row: int) -> str:
        """The text of the column with a meaning; empty where there is none."""
        heading = self.headings.found.get(meaning)
        return self.grid.at(row, heading.column) if heading else ""

    def is_own(self, meaning: str, row: int) -> int:
        """The row whose cell holds the value: another one where cells are merged."""
        heading = self.headings.found.get(meaning)
        return self.grid.holder(row, heading.column)[0] if heading else row

    def written(self, row: int) -> Dict[str, str]:
        """The row by its headings; of two with the same one, the later stands under ``名称 2``."""
        found: Dict[str, str] = {}
        for one in self.headings.all:
            value = self.grid.at(row, one.column)
            name, count = one.words, 2
            while name in found:
                name, count = f"{one.words} {count}", count + 1
            if value:
                found[name] = value
        return found


@dataclass(frozen=True)
class Told:
    """What the person says and the casebook knows while a list is read."""

    plan: Plan
    lists: OldLists
    source: str
    county_code: str
    county_name: str
    is_city: bool
    year: Optional[int] = None


def sheet_of(grid: Grid, lists: OldLists, asked: Mapping[str, str], unit: str) -> Optional[Sheet]:
    """The sheet with its headings; ``None`` when no column holds patch numbers.

    ``unit`` is what a person says of columns that do not name theirs.
    """
    headings = find_headings(grid, lists, asked)
    if headings is None:
        return None
    lines = [
        grid.at(row, column)
        for row in range(headings.first)
        for column in range(grid.width)
        if grid.holder(row, column) == (row, column)
    ]
    above = " ".join(filter(None, lines))
    general = _general_unit(above, lists)
    units = {
        meaning: one.unit or general or unit
        for meaning, one in headings.found.items()
        if meaning in AREAS
    }
    return Sheet(grid, headings, above, units, read_year(above) or read_year(grid.name))


def _general_unit(above: str, lists: OldLists) -> str:
    """The unit of a line such as 单位：亩 over the table; a title alone says nothing."""
    found = re.search(r"单\s*位\s*[:：]\s*([^\s]+)", above)
    return unit_of(found[1], lists.units) if found else ""


def read_rows(sheet: Sheet, told: Told, progress: Progress) -> Iterator[OldRow]:
    """Every row below the headings that holds anything."""
    grid = sheet.grid
    for row in range(sheet.headings.last + 1, len(grid.rows)):
        if row % ASK_EVERY == 0:
            check_cancelled(progress)
            progress.at(row, len(grid.rows))
        if any(value.strip() for value in grid.rows[row]):
            yield _row(sheet, row, told)


def _row(sheet: Sheet, row: int, told: Told) -> OldRow:
    written, name = sheet.written(row), sheet.grid.name
    reason = _no_case(sheet, row, written, told.lists)
    if reason is not None:
        is_total = _is_total(sheet, row, told.lists)
        return OldRow(name, row + 1, written, reason=reason, is_total=is_total)
    notes: List[Text] = []
    areas = {one: _area(sheet, one, row, told, notes) for one in AREAS}
    adds = {one: area for one, area in areas.items() if area is not None}
    found = _entry(sheet, row, written, told, areas, notes)
    if isinstance(found, LedgerEntry):
        return OldRow(name, row + 1, written, found, notes=tuple(notes), areas=adds)
    return OldRow(name, row + 1, written, reason=found, areas=adds)


def _no_case(sheet: Sheet, row: int, written: Dict[str, str], lists: OldLists) -> Optional[Text]:
    """Why a row is not even meant to be a case."""
    values = list(written.values())
    if not values:
        return text("Nothing stands under a heading.")
    if _is_total(sheet, row, lists):
        return text("A row of totals.")
    if _repeats_headings(sheet, row):
        return text("The headings once more.")
    if _counts_columns(values):
        return text("Numbers of the columns.")
    return None


def _is_total(sheet: Sheet, row: int, lists: OldLists) -> bool:
    """A word of totals in a cell of its own: not in the middle of a place's name."""
    texts = ("serial", "year", "county", "patch", "parcel", "place", "actor", "project")
    found = [re.sub(r"[\s:：]", "", sheet.cell(one, row)) for one in texts]
    ends = tuple(lists.totals)
    return any(one in lists.totals or (one.endswith(ends) and len(one) <= 8) for one in found)


def _repeats_headings(sheet: Sheet, row: int) -> bool:
    same = [
        plain(sheet.grid.at(row, one.column)) in (plain(one.lower), plain(one.upper))
        for one in sheet.headings.found.values()
        if sheet.grid.at(row, one.column)
    ]
    return len(same) > 1 and sum(same) * 2 > len(same)


def _counts_columns(values: Sequence[str]) -> bool:
    numbers = [int(one) for one in values if one.isdigit() and len(one) < 3]
    in_order = all(later == before + 1 for before, later in zip(numbers, numbers[1:]))
    return len(values) > 2 and len(numbers) == len(values) and in_order


def _entry(
    sheet: Sheet,
    row: int,
    written: Dict[str, str],
    told: Told,
    areas: Mapping[str, Optional[Decimal]],
    notes: List[Text],
) -> LedgerEntry | Text:
    """The case of a row, or why it cannot be taken in."""
    if any(mark in one for one in written.values() for mark in told.plan.military_markers):
        return text("Military land: it is not taken in.")
    patch, parcel = (_number(sheet.cell(one, row), told.lists) for one in ("patch", "parcel"))
    if not patch and not parcel:
        return text("It has no patch number and no parcel number.")
    if not re.search(r"\d", patch or parcel):
        return text("“{given}” is no number of a patch.", given=patch or parcel)
    days = {name: _day_of(sheet, name, row, told.lists, notes) for name in DAYS}
    year = _year(sheet, row, days["found_on"], told)
    if year is None:
        return text("It does not say of which year it is; choose the year of the list.")
    county = _county(sheet.cell("county", row), patch or parcel, told)
    if isinstance(county, Text):
        return county
    point = _point(sheet, row, notes)
    texts = {one: _blank_or(sheet.cell(one, row), told.lists) for one in TEXTS}
    if not texts["progress"] and sheet.cell("closed", row) in told.lists.yes:
        texts["progress"] = sheet.cell("closed", row)
        if not days["closed_on"]:
            notes.append(text("It is said to be closed, but not when: it stays open."))
    return LedgerEntry(
        id=entry_id(year, patch, parcel),
        year=year,
        county_code=county[0],
        county_name=county[1],
        patch=patch or parcel.rpartition("_")[0] or parcel,
        parcel=parcel,
        **texts,
        **days,
        area_mu=areas["area"],
        cultivated_mu=areas["cultivated"],
        basic_farmland_mu=areas["basic_farmland"],
        rectified_mu=areas["rectified"],
        lon_deg=point.lon_deg if point else None,
        lat_deg=point.lat_deg if point else None,
        source=told.source if not sheet.grid.name else f"{told.source}#{sheet.grid.name}",
        source_row=row + 1,
        written=written,
    )


def entry_id(year: int, patch: str, parcel: str) -> str:
    """What an old case is known by: year, patch and parcel (台账主键)."""
    return "/".join(filter(None, (str(year), patch, parcel)))


def _number(written: str, lists: OldLists) -> str:
    """A number as text; what a number cell made of it is undone, signs of its width as well."""
    value = _blank_or(_NUMBER_ENDS.sub("", written), lists)
    return re.sub(r"\s+", "", value)


def _blank_or(written: str, lists: OldLists) -> str:
    return "" if written in lists.blanks else written


def _day_of(sheet: Sheet, meaning: str, row: int, lists: OldLists, notes: List[Text]) -> str:
    written = _blank_or(sheet.cell(meaning, row), lists)
    if not written or (meaning == "closed_on" and written in lists.yes):
        return ""
    found = read_day(written)
    column = sheet.headings.found[meaning].words
    if found is None:
        notes.append(text("{column}: “{given}” is no day.", column=column, given=written))
        return ""
    if not found.exact:
        notes.append(
            text(
                "{column}: “{given}” names the month alone; its last day is taken.",
                column=column,
                given=written,
            )
        )
    return found.iso


def _year(sheet: Sheet, row: int, found_on: str, told: Told) -> Optional[int]:
    """What the row says; else what a person says, the title, the day it was found."""
    own = read_year(sheet.cell("year", row))
    found = int(found_on[:4]) if found_on else None
    return own or told.year or sheet.year or found


def _county(written: str, number: str, told: Told) -> Tuple[str, str] | Text:
    """Code and name of the unit: named, or begun by the number, or the casebook's own."""
    units = told.plan.units
    for one in units:
        if _names(written, one):
            return _of_casebook(one.code, one.label.zh, told)
    if written and written not in told.lists.blanks:
        if written in (told.county_code, told.county_name):
            return told.county_code, told.county_name
        return text("No unit of the work plan is called “{county}”.", county=written)
    if not told.is_city:
        return told.county_code, told.county_name
    for one in units:
        if number.startswith(one.code):
            return one.code, one.label.zh
    return text("It does not say of which county it is.")


def _names(written: str, unit: ReportingUnit) -> bool:
    """The unit's code or name, or the name without 县 or 区 behind."""
    begins = len(written) > 1 and unit.label.zh.startswith(written)
    return begins or written in (unit.code, unit.label.en)


def _of_casebook(code: str, name: str, told: Told) -> Tuple[str, str] | Text:
    if told.is_city or code == told.county_code:
        return code, name
    return text("It is of another county: {county}.", county=name)


def _area(sheet: Sheet, meaning: str, row: int, told: Told, notes: List[Text]) -> Optional[Decimal]:
    written = _blank_or(sheet.cell(meaning, row), told.lists)
    if not written:
        return None
    column = sheet.headings.found[meaning].words
    holder = sheet.is_own(meaning, row)
    if holder != row:
        notes.append(text("{column} stands in row {row} for both.", column=column, row=holder + 1))
        return None
    found: Optional[Amount] = read_amount(written, told.lists.units)
    if found is None:
        notes.append(text("{column}: “{given}” is no area.", column=column, given=written))
        return None
    unit = found.unit or sheet.units.get(meaning, "")
    return in_mu(found.number, unit, told.plan.area_rules.mu_per_m2) if unit else None


def _point(sheet: Sheet, row: int, notes: List[Text]) -> Optional[Point]:
    lon, lat = sheet.cell("longitude", row), sheet.cell("latitude", row)
    if not lon and not lat:
        return read_point(sheet.cell("place", row), "")
    found = read_point(lon, lat)
    if found is None:
        notes.append(text("“{lon}, {lat}” is no place in degrees.", lon=lon, lat=lat))
    return found
