"""Algorithm: how parcels are put right, as a table."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Dict, Iterator, List, Optional

from qgis.core import (
    QgsProcessingParameterBoolean,
    QgsProcessingParameterString,
)

from ..maps.field_types import REAL, TEXT
from ..maps.words import say, term, tr
from .algorithm import Given, TubanAlgorithm
from .result_table import write_rows

if TYPE_CHECKING:
    from ..core.casebook import Casebook
    from ..core.model import Dossier
    from ..core.plan import Plan
    from ..core.rectification import Amount, Standing

_PARCEL = dict.fromkeys(("month", "county", "patch", "parcel", "category", "subcategory"), TEXT)
_SUMS = ("illegal", "rectified", "under_way", "planned", "remaining", "demolished", "made_up")
COLUMNS = {
    **_PARCEL,
    **{f"{name}_mu": REAL for name in _SUMS},
    **{f"{name}_cultivated_mu": REAL for name in ("illegal", "rectified", "remaining")},
    "illegal_basic_farmland_mu": REAL,
    "recultivated_mu": REAL,
    **dict.fromkeys(("stage", "stage_code", "due", "overdue_since", "put_right_on"), TEXT),
    **dict.fromkeys(("certificate", "measures", "responsible"), TEXT),
}
MEASURE_COLUMNS = {
    **_PARCEL,
    **dict.fromkeys(("way", "way_code", "progress", "progress_code"), TEXT),
    **dict.fromkeys(("area_mu", "cultivated_mu", "basic_farmland_mu", "recultivated_mu"), REAL),
    **dict.fromkeys(("document", "document_date", "done_on", "note"), TEXT),
}


class RectificationTable(TubanAlgorithm):
    """A row for each parcel that has to be put right, or for each measure."""

    ID = "rectification"
    DAY = "DAY"
    BY_MEASURE = "BY_MEASURE"
    PARCELS = "PARCELS"
    OVERDUE = "OVERDUE"
    ILLEGAL = "ILLEGAL_MU"
    RECTIFIED = "RECTIFIED_MU"
    REMAINING = "REMAINING_MU"

    def title(self) -> str:
        return tr("How parcels are put right")

    def about(self) -> str:
        return tr(
            "Lists the parcels that are judged as illegal, or of which it is recorded how they are "
            "put right.\n"
            "Each row has the areas in mu (illegal, put right, under way, planned, left; put right "
            "is demolished and made up), the recultivated area, the stage, the day it is due and "
            "since when it is overdue, the certificate and the measures. Or each row is one "
            "measure. Military land is left out. Nothing is recorded."
        )

    def rule(self) -> str:
        return tr(
            "Illegal is put right and left; put right is demolished and made up; recultivated "
            "stands beside demolished. Which way counts as which, and the cut-off, are those of "
            "the work plan's rectification.json."
        )

    def words(self) -> List[str]:
        return ["rectification", "整改", "拆除", "复耕", "补办", "验收", "未整改"]

    def define(self) -> None:
        self.add_casebook()
        self.add_month(
            tr("The month whose parcels are meant, like 2023-04; empty: all months."), optional=True
        )
        self.add(
            QgsProcessingParameterString(self.DAY, tr("Date"), optional=True),
            tr("The day that is asked about, like 2023-09-26; empty: today."),
        )
        self.add(
            QgsProcessingParameterBoolean(self.BY_MEASURE, tr("A row for each measure"), False),
            tr("Instead of a row for each parcel with its sums."),
        )
        self.add_table(tr("Putting right"), tr("A table without geometry."))
        self.add_numbers(
            (self.PARCELS, tr("Parcels")),
            (self.OVERDUE, tr("Overdue")),
            (self.ILLEGAL, tr("Illegal area (mu)")),
            (self.RECTIFIED, tr("Put right (mu)")),
            (self.REMAINING, tr("Left (mu)")),
        )

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.oversight import standings_of

        day = given.day(self.DAY) or date.today()
        month = given.month(self.MONTH)
        with given.casebook(read_only=True) as book:
            plan = given.plan(book)
            dossiers = list(_ordinary(book, plan, [month] if month else book.months()))
        standings = standings_of(dossiers, plan, day)
        shown = [one for one in dossiers if one.parcel.number in standings]
        results: Dict[str, object] = {self.CASEBOOK: str(given.path(self.CASEBOOK))}
        if given.flag(self.BY_MEASURE):
            rows = (row for one in shown for row in _by_measure(one, plan))
            results.update(write_rows(given, MEASURE_COLUMNS, rows))
        else:
            sums = (_row(one, standings[one.parcel.number], plan) for one in shown)
            results.update(write_rows(given, COLUMNS, sums))
        known = standings.values()
        return {
            **results,
            self.PARCELS: len(shown),
            self.OVERDUE: sum(bool(one.overdue_since) for one in known),
            self.ILLEGAL: float(sum((one.illegal.mu for one in known), Decimal(0))),
            self.RECTIFIED: float(sum((one.rectified.mu for one in known), Decimal(0))),
            self.REMAINING: float(sum((one.remaining.mu for one in known), Decimal(0))),
        }


def _ordinary(book: Casebook, plan: Plan, months: List[str]) -> Iterator[Dossier]:
    from ..core.legality import military_patches

    for month in months:
        dossiers = list(book.dossiers(month))
        hidden = military_patches(dossiers, plan)
        yield from (one for one in dossiers if one.patch.number not in hidden)


def _parcel(dossier: Dossier, plan: Plan) -> List[object]:
    from ..core.rectification import effective_verdict

    patch, verdict = dossier.patch, effective_verdict(dossier)
    category = plan.category(verdict.category) if verdict else None
    sub = category.subcategory(verdict.subcategory) if category and verdict else None
    return [
        *(patch.month, patch.county_name, patch.number, dossier.parcel.number),
        *(term(category.label) if category else "", term(sub.label) if sub else ""),
    ]


def _row(dossier: Dossier, stands: Standing, plan: Plan) -> List[object]:
    known = dossier.put_right
    amounts: List[Amount] = [getattr(stands, name) for name in _SUMS]
    cultivated = (one.cultivated_mu for one in (stands.illegal, stands.rectified, stands.remaining))
    live = [one.number for one in known.certificates if not one.revoked_on]
    measures = known.rectification.measures if known.rectification else ()
    names = dict.fromkeys(term(plan.rectification_rules.way_label(one.way)) for one in measures)
    return [
        *_parcel(dossier, plan),
        *(float(one.mu) for one in amounts),
        *map(_float, cultivated),
        _float(stands.illegal.basic_farmland_mu),
        float(stands.recultivated_mu),
        *(say(stands.stage.label), stands.stage.value, stands.due, stands.overdue_since),
        known.done_on,
        live[-1] if live else "",
        "、".join(names),
        known.rectification.responsible if known.rectification else "",
    ]


def _by_measure(dossier: Dossier, plan: Plan) -> Iterator[List[object]]:
    known = dossier.put_right.rectification
    for one in known.measures if known else ():
        way, progress = plan.rectification_rules.way_label(one.way), one.progress
        yield [
            *_parcel(dossier, plan),
            *(term(way), one.way, say(progress.label), progress.value),
            *map(float, (one.area_mu, one.cultivated_mu, one.basic_farmland_mu)),
            _float(one.recultivated_mu),
            *(one.document, one.document_date, one.done_on, one.note),
        ]


def _float(area: Optional[Decimal]) -> Optional[float]:
    return None if area is None else float(area)
