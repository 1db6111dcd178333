"""Algorithm: an office's old list taken into the ledger."""

from __future__ import annotations

from typing import Dict, List

from qgis.core import (
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ..core.errors import InputError, UndecidedInput
from ..core.text import text
from ..maps.field_types import INTEGER, TEXT
from ..maps.words import say, tr
from .algorithm import Given
from .ledger_algorithm import LedgerAlgorithm
from .result_table import write_rows

UNITS = ("", "mu", "m2", "ha")
YEARS = range(1990, 2101)
COLUMNS = {
    "sheet": TEXT,
    "row": INTEGER,
    **dict.fromkeys(("state", "state_code", "why", "notes", "key", "patch", "parcel"), TEXT),
    **dict.fromkeys(("county", "linked_to"), TEXT),
}


class ImportLedger(LedgerAlgorithm):
    """Every row is offered, or listed with a reason."""

    ID = "importledger"
    INPUT = "INPUT"
    SHEET = "SHEET"
    YEAR = "YEAR"
    UNIT = "UNIT"
    TAKE_CHANGED = "TAKE_CHANGED"
    ONLY_COMPARE = "ONLY_COMPARE"
    NEW, SAME, CHANGED, LISTED, LINKED = "NEW", "SAME", "CHANGED", "LISTED", "LINKED"

    def title(self) -> str:
        return tr("Import an old ledger")

    def about(self) -> str:
        return tr(
            "Takes the cases of an office's old list into the ledger of all years.\n"
            "Reads xlsx and CSV: headings in one or two lines wherever they begin, merged cells, "
            "rows of totals, days as text in every usual way, areas in mu, m² or hectares, as the "
            "heading, the cell or a line above says; where nothing says it, by comparing with the "
            "parcels of the casebook. Cases are linked to their parcel by number or place. Every "
            "row is taken in, or listed in the table with its reason. Reading a list again "
            "changes nothing; what it says otherwise is listed, and taken over only on request. "
            "Nobody can delete a case."
        )

    def rule(self) -> str:
        return tr(
            "The ledger begins with the year of the work plan's ledger.json (四（六）: 2018). A "
            "case is known by year, patch and parcel number. The names of columns are those of "
            "ledger.json, seen in ledgers of offices. Military land is not taken in. All cases of "
            "a run are recorded in one transaction."
        )

    def words(self) -> List[str]:
        return ["ledger", "import", "xlsx", "台账", "导入", "历史", "存量"]

    def define(self) -> None:
        self.add_casebook()
        self.add(
            QgsProcessingParameterFile(
                self.INPUT, tr("Old list"), fileFilter=tr("Tables (*.xlsx *.csv)")
            ),
            tr("The list as the office keeps it: xlsx, or CSV in UTF-8 or GBK."),
        )
        for name, label, help_text in (
            (self.SHEET, tr("Sheet"), tr("The sheet that is read; empty: all of them.")),
            (
                self.YEAR,
                tr("Year of the list"),
                tr("For rows that do not name it; empty: the title's, else the day it was found."),
            ),
        ):
            self.add(QgsProcessingParameterString(name, label, optional=True), help_text)
        self.add(
            QgsProcessingParameterEnum(
                self.UNIT,
                tr("Unit of areas"),
                options=[tr("as the list says"), tr("mu"), "m²", tr("hectares")],
                defaultValue=0,
            ),
            tr("For columns that do not name theirs."),
        )
        for name, label, help_text in (
            (
                self.TAKE_CHANGED,
                tr("Take over what the list says otherwise"),
                tr("Cases that are in the ledger with other content get that of the list."),
            ),
            (self.ONLY_COMPARE, tr("Only compare"), tr("Nothing is recorded.")),
        ):
            self.add(QgsProcessingParameterBoolean(name, label, defaultValue=False), help_text)
        self.add_table(tr("Rows"), tr("A table without geometry, one row per row of the list."))
        self.add_who()
        self.add_numbers(
            (self.NEW, tr("New cases")),
            (self.CHANGED, tr("Cases that the list tells otherwise")),
            (self.SAME, tr("Cases that were there already")),
            (self.LISTED, tr("Rows that are not taken in")),
            (self.LINKED, tr("New cases that are linked to a parcel")),
        )

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.ledger.importing import RowState, events_of, read_old_list

        with given.casebook(read_only=given.flag(self.ONLY_COMPARE)) as book:
            try:
                draft = read_old_list(
                    given.path(self.INPUT),
                    book,
                    given.plan(book),
                    self._options(given),
                    given.progress,
                )
            except UndecidedInput as error:
                raise InputError(
                    text("{what} Set the parameter {name}.", what=error.text, name=self.UNIT)
                ) from error
            given.tell(draft.findings)
            if not given.flag(self.ONLY_COMPARE):
                book.record(events_of(draft, given.flag(self.TAKE_CHANGED)), given.progress)
        rows = [
            [
                *(one.row.sheet, one.row.row, say(one.state.label), one.state.value),
                say(one.why) if one.why else "",
                "\n".join(map(say, one.row.notes)),
                *_case(one.entry),
            ]
            for one in draft.rows
        ]
        return {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.NEW: draft.count(RowState.NEW),
            self.CHANGED: draft.count(RowState.CHANGED),
            self.SAME: draft.count(RowState.SAME),
            self.LISTED: draft.count(RowState.LISTED),
            self.LINKED: draft.linked,
            **write_rows(given, COLUMNS, rows),
        }

    def _options(self, given: Given):
        from ..core.ledger.importing import ListOptions

        sheet, year = given.string(self.SHEET), given.string(self.YEAR)
        if year and (not year.isdigit() or int(year) not in YEARS):
            raise InputError(text("“{value}” is not a year. Write it like 2019.", value=year))
        return ListOptions(
            sheets=(sheet,) if sheet else (),
            year=int(year) if year else None,
            unit=UNITS[given.choice(self.UNIT)],
        )


def _case(entry) -> List[str]:
    if entry is None:
        return [""] * 5
    return [entry.id, entry.patch, entry.parcel, entry.county_name, entry.parcel_number]
