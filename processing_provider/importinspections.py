"""Algorithm: the city's inspections of a tour from a table."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Dict, List

from ..maps.field_types import INTEGER, TEXT
from ..maps.words import say, tr
from .algorithm import Given
from .table_algorithm import TableAlgorithm

if TYPE_CHECKING:
    from ..core.plan import Plan
    from ..core.rectification.inspections_table import InspectedRow

COLUMNS = {
    "row": INTEGER,
    **dict.fromkeys(("parcel", "state", "state_code", "why", "inspected_on", "inspected_by"), TEXT),
    **dict.fromkeys(("in_place", "missing", "by_when"), TEXT),
}


class ImportInspections(TableAlgorithm):
    """Records what the city found at each parcel; each row stands by itself."""

    ID = "importinspections"
    RECORDED = "RECORDED"
    SAME = "SAME"
    OPEN = "OPEN"
    REFUSED = "REFUSED"

    def title(self) -> str:
        return tr("Record the city's inspections from a table")

    def about(self) -> str:
        return tr(
            "Records what the city found on a tour, from a table with one row per parcel.\n"
            "A row has the parcel's number, the day, the inspectors, each item of the checklist, "
            "and whether it is in place; where it is not, what is missing and by when. Each "
            "parcel keeps its own findings: a row is recorded as the form would record it, or "
            "refused with its reason while the others are recorded. A row without findings is a "
            "parcel that nobody has inspected yet; one that is recorded already changes nothing. "
            "The table to fill in is written by the window “Inspect several…”. Try it first with "
            "the preview: the table says what would become of each row."
        )

    def rule(self) -> str:
        return tr(
            "The city inspects parcel by parcel (四（一）). Checklist, number of inspectors, names "
            "of columns and words for yes and no are those of the work plan's "
            "rectification.json; the layout of the table is Tuban's default. Only what the county "
            "applied for is inspected, and nothing of military land."
        )

    def words(self) -> List[str]:
        return ["inspection", "acceptance", "csv", "xlsx", "核验", "验收", "导入"]

    def define(self) -> None:
        self.add_casebook()
        self.add_input(tr("Table of inspections"))
        self.add_preview()
        self.add_who()
        self.add_rows()
        self.add_numbers(
            (self.RECORDED, tr("Inspections to be recorded")),
            (self.SAME, tr("Rows that change nothing")),
            (self.OPEN, tr("Parcels that nobody has inspected yet")),
            (self.REFUSED, tr("Rows that are refused, each with its reason")),
        )

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.rectification.inspections_table import RowState, inspections_from_table

        read = partial(inspections_from_table, today=date.today())
        table, results = self.previewed(given, read, COLUMNS, _row)
        for one in table.rows:
            for told in one.told:
                given.feedback.pushWarning(f"{one.row} {one.parcel}: {say(told)}")
        counts = {state: table.count(state) for state in RowState}
        return {
            **results,
            self.RECORDED: counts[RowState.NEW],
            self.SAME: counts[RowState.SAME],
            self.OPEN: counts[RowState.OPEN],
            self.REFUSED: counts[RowState.REFUSED],
        }


def _row(one: InspectedRow, _plan: Plan) -> List[object]:
    facts = [one.row, one.parcel, say(one.state.label), one.state.value]
    facts.append("\n".join(map(say, one.told)))
    found = one.acceptance
    if found is None:
        return [*facts, *[""] * 5]
    place = tr("In place") if found.in_place else tr("Not in place")
    return [*facts, found.on, "、".join(found.inspectors), place, found.missing, found.by_when]
