"""Algorithm: measures of putting right from a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, List

from ..maps.field_types import INTEGER, REAL, TEXT
from ..maps.words import say, term, tr
from .algorithm import Given
from .table_algorithm import TableAlgorithm

if TYPE_CHECKING:
    from ..core.plan import Plan
    from ..core.rectification.table import ReadRow

COLUMNS = {
    "row": INTEGER,
    **dict.fromkeys(("parcel", "became", "way", "progress"), TEXT),
    **dict.fromkeys(("area_mu", "cultivated_mu", "basic_farmland_mu", "recultivated_mu"), REAL),
    **dict.fromkeys(("document", "document_date", "done_on", "note"), TEXT),
}


class ImportRectification(TableAlgorithm):
    """Takes the measures that were written down elsewhere, all rows or none."""

    ID = "importrectification"
    PARCELS = "PARCELS"
    NEW = "NEW"
    CHANGED = "CHANGED"
    SAME = "SAME"

    def title(self) -> str:
        return tr("Record measures of putting right from a table")

    def about(self) -> str:
        return tr(
            "Records how parcels are put right, from a table with one row per measure.\n"
            "The table has the parcel's number, the way and the area; further columns are how far "
            "it is, cultivated land, basic farmland, the recultivated area, document and its day, "
            "the day it was done, the term, who is responsible, and a note. Columns are found by "
            "the names in the plan's rectification.json; an area is in mu unless its heading says "
            "m² or hectares. Rows of a way change the recorded measures of that way and add to "
            "them; an empty cell leaves what is recorded. A wrong value stops everything, with "
            "the row's number. Columns that the plan has no name for are told. Try it first with "
            "the preview: the table says what would become of each row."
        )

    def rule(self) -> str:
        return tr(
            "Ways and column names are those of the work plan's rectification.json. A measure "
            "answers the verdict that counts; what is certified or closed is not changed."
        )

    def words(self) -> List[str]:
        return ["rectification", "csv", "xlsx", "整改", "拆除", "复耕", "补办", "导入"]

    def define(self) -> None:
        self.add_casebook()
        self.add_input(tr("Table of measures"))
        self.add_preview()
        self.add_who()
        self.add_rows()
        self.add_numbers(
            (self.PARCELS, tr("Parcels that change")),
            (self.NEW, tr("New measures")),
            (self.CHANGED, tr("Changed measures")),
            (self.SAME, tr("Rows that change nothing")),
        )

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.rectification.table import Became, measures_from_table

        table, results = self.previewed(given, measures_from_table, COLUMNS, _row)
        counts = {one: sum(row.became is one for row in table.rows) for one in Became}
        return {
            **results,
            self.PARCELS: table.parcels,
            self.NEW: counts[Became.NEW],
            self.CHANGED: counts[Became.CHANGED],
            self.SAME: counts[Became.SAME],
        }


def _row(one: ReadRow, plan: Plan) -> List[object]:
    measure, again = one.measure, one.measure.recultivated_mu
    areas = (measure.area_mu, measure.cultivated_mu, measure.basic_farmland_mu)
    way = term(plan.rectification_rules.way_label(measure.way))
    return [
        *(one.row, one.parcel, say(one.became.label), way, say(measure.progress.label)),
        *map(float, areas),
        None if again is None else float(again),
        *(measure.document, measure.document_date, measure.done_on, measure.note),
    ]
