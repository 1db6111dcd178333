"""Algorithm: the ledger of all years as a table, a workbook, and a table of ages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, List, Optional

from ..maps.field_types import INTEGER, REAL, TEXT
from ..maps.words import chinese, say, tr
from .algorithm import Given
from .ledger_algorithm import LedgerAlgorithm
from .result_table import write_rows

if TYPE_CHECKING:
    from decimal import Decimal

AREAS = ("area_mu", "cultivated_mu", "basic_farmland_mu")
AREAS += ("rectified_mu", "remaining_mu", "remaining_cultivated_mu")
COLUMNS = {
    "key": TEXT,
    "year": INTEGER,
    **dict.fromkeys(("county_code", "county", "patch", "parcel", "place", "actor"), TEXT),
    **dict.fromkeys(("found_on", "measure", "due"), TEXT),
    **dict.fromkeys(AREAS, REAL),
    **dict.fromkeys(("accepted_on", "certificate", "state", "state_code", "closed_on"), TEXT),
    "age_days": INTEGER,
    **dict.fromkeys(("linked_to", "old_rows", "remarks"), TEXT),
}


class Ledger(LedgerAlgorithm):
    """All cases, each once."""

    ID = "ledger"
    WORKBOOK = "WORKBOOK"
    AGES = "AGES"
    CASES, OPEN, CLOSED = "CASES", "OPEN", "CLOSED"

    def title(self) -> str:
        return tr("Ledger of all years")

    def about(self) -> str:
        return tr(
            "Lists all illegal use of cultivated land, of all years, each case once.\n"
            "A case is a row of an old list that was taken in, a parcel of the casebook that is "
            "judged illegal and takes cultivated land, or both where they are linked. Each has "
            "its areas, what is put right and left, acceptance, certificate, whether it is closed, "
            "and how many days it has been open. The workbooks are the ledger, and a table of "
            "ages by county and year. Military land is left out. Nothing is recorded."
        )

    def rule(self) -> str:
        return tr(
            "工作方案 四（六）. The verdict that counts is the final one, else the city's, else "
            "the county's. Ages count from the day it was found, or reopened. What an old "
            "list leaves is its area without what it says is put right; no more cultivated land "
            "counts as put right than has to be. Forms and bounds of ages are Tuban's default in "
            "ledger.json."
        )

    def words(self) -> List[str]:
        return ["ledger", "ageing", "台账", "销号", "账龄", "存量"]

    def define(self) -> None:
        self.add_casebook()
        self.add_day()
        self.add_table(tr("Ledger"), tr("A table without geometry, one row per case."))
        self.add_workbook(self.WORKBOOK, tr("Ledger (xlsx)"), tr("The form, in Chinese."))
        self.add_workbook(
            self.AGES, tr("Table of ages (xlsx)"), tr("By county and year, in Chinese.")
        )
        self.add_numbers(
            (self.CASES, tr("Cases")),
            (self.OPEN, tr("Open cases")),
            (self.CLOSED, tr("Closed cases")),
        )

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.ledger.ledger import ledger_of
        from ..core.ledger.sheets import write_form

        day = self.day(given)
        with given.casebook(read_only=True) as book:
            plan, place = given.plan(book), book.county_name
            cases = ledger_of(book, plan)
        results: Dict[str, object] = {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.CASES: len(cases),
            self.OPEN: sum(one.is_open for one in cases),
            self.CLOSED: sum(not one.is_open for one in cases),
        }
        for name, form in ((self.WORKBOOK, "ledger"), (self.AGES, "ageing")):
            path = self.target(given, name)
            if path is not None:
                write_form(form, cases, place, day, plan, path, chinese)
                results[name] = str(path)
        return {**results, **write_rows(given, COLUMNS, (_row(one, day) for one in cases))}


def _row(case, day) -> List[object]:
    return [
        *(case.subject, case.year, case.county_code, case.county_name, case.patch, case.parcel),
        *(case.place, case.actor, case.found_on, case.measure, case.due),
        *(number(getattr(case.areas, name)) for name in AREAS),
        *(case.accepted_on, case.certificate, say(case.state.label), case.state.value),
        *(case.closed_on, case.age_days(day) if case.is_open else None),
        case.parcel_number,
        "、".join(one.id for one in case.entries),
        "\n".join(map(say, case.remarks)),
    ]


def number(area: Optional[Decimal]) -> Optional[float]:
    """An area for a table; unknown stays empty."""
    return None if area is None else float(area)
