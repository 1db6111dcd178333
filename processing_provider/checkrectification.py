"""Algorithm: what does not fit in how parcels are put right, and whom each waits for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Dict, Iterator, List, Sequence

from qgis.core import (
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ..maps.field_types import REAL, TEXT
from ..maps.words import say, tr
from .algorithm import Given
from .findings_algorithm import FindingsAlgorithm
from .result_table import write_features

if TYPE_CHECKING:
    from ..core.casebook import Casebook
    from ..core.model import Dossier
    from ..core.oversight.righting import ToPutRight

TEXTS = ("parcel_number", "month", "county_code", "stage", "stage_code", "due", "overdue_since")
AREAS = ("illegal_mu", "illegal_cultivated_mu", "rectified_mu", "remaining_mu", "demolished_mu")
AREAS += ("made_up_mu", "confiscated_mu", "returned_mu", "recultivated_mu")
COUNTED = ("counted_mu", "counted_cultivated_mu")
COLUMNS = {
    **dict.fromkeys(TEXTS, TEXT),
    **dict.fromkeys((*AREAS, *COUNTED), REAL),
    **dict.fromkeys(("must_visit", "responsible", "lacks"), TEXT),
}
COUNTS = ("applied", "refused", "accepted")


class CheckRectification(FindingsAlgorithm):
    """All months of a casebook, or one, as of a day."""

    ID = "checkrectification"
    DAY = "DAY"
    PARCELS, OVERDUE, VISITS = "PARCELS", "OVERDUE", "VISITS"

    def title(self) -> str:
        return tr("Check how parcels are put right")

    def about(self) -> str:
        return tr(
            "Tells what does not fit in how parcels are put right, and lists whom each waits for.\n"
            "More recultivated than demolished, more than is illegal, an approval after the "
            "cut-off, a verdict that changed since, an inspection before its application, too few "
            "inspectors, an outline drawn elsewhere and more, in the log and in the report. The "
            "layer has every parcel that has to be put right: what waits for the casebook's own "
            "office first, with its stage and day, what counts by the cut-off and what is lacking "
            "for it. Military land is left out. Nothing is recorded."
        )

    def rule(self) -> str:
        return tr(
            "Ways, what each needs, the cut-off and the tolerances are those of the work plan's "
            "rectification.json and calendar.json. No figure is changed by a check."
        )

    def words(self) -> List[str]:
        return ["rectification", "acceptance", "整改", "验收", "核验", "逾期", "拆除复耕"]

    def define(self) -> None:
        self.add_casebook()
        self.add_month(tr("The month of the patches, like 2023-04; empty: all months."), True)
        self.add(
            QgsProcessingParameterString(self.DAY, tr("Date"), optional=True),
            tr("The day that is asked about, like 2023-05-16; empty: today."),
        )
        self.add_table(tr("Parcels to put right"), tr("Their outlines (EPSG:4490), a row each."))
        self.add_report()
        self.add_counts()
        self.add_numbers(
            (self.PARCELS, tr("Parcels to put right")),
            *((name.upper(), label) for name, label in _stage_labels().items()),
            (self.OVERDUE, tr("Overdue")),
            (self.VISITS, tr("Results to be visited")),
        )

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.oversight.righting import to_put_right
        from ..core.rectification import rectification_findings

        as_of, month = given.day(self.DAY) or date.today(), given.month(self.MONTH)
        with given.casebook(read_only=True) as book:
            plan = given.plan(book)
            rows = to_put_right(_dossiers(book, month), plan, as_of, book.office)
        findings = rectification_findings([one.dossier for one in rows], plan, as_of)
        results = self.told(given, findings, findings)
        results.update(
            {
                self.PARCELS: len(rows),
                **{
                    name.upper(): sum(one.standing.stage.value == name for one in rows)
                    for name in COUNTS
                },
                self.OVERDUE: sum(bool(one.standing.overdue_since) for one in rows),
                self.VISITS: sum(one.must_visit for one in rows),
            }
        )
        fields = QgsFields()
        for name, kind in COLUMNS.items():
            fields.append(QgsField(name, kind))
        shape = QgsWkbTypes.Type.MultiPolygon
        features = _features(fields, rows)
        return {**results, **write_features(given, fields, features, shape, "EPSG:4490")}


def _stage_labels() -> Dict[str, str]:
    return {
        "applied": tr("Applied for acceptance"),
        "refused": tr("Not in place"),
        "accepted": tr("Accepted"),
    }


def _dossiers(book: Casebook, month: str) -> List[Dossier]:
    months = [month] if month else book.months()
    return [one for name in months for one in book.dossiers(name)]


def _features(fields: QgsFields, rows: Sequence[ToPutRight]) -> Iterator[QgsFeature]:
    for one in rows:
        feature = QgsFeature(fields)
        feature.setAttributes(_row(one))
        shape = QgsGeometry()
        shape.fromWkb(one.dossier.parcel.geometry)
        shape.convertToMultiType()
        feature.setGeometry(shape)
        yield feature


def _row(one: ToPutRight) -> List[object]:
    stands, patch = one.standing, one.dossier.patch
    recorded = one.dossier.put_right.rectification
    areas = [*(getattr(stands, name) for name in AREAS), one.counted_mu, one.counted_cultivated_mu]
    return [
        *(one.number, patch.month, patch.county_code, say(stands.stage.label)),
        *(stands.stage.value, stands.due, stands.overdue_since),
        *(None if area is None else float(area) for area in areas),
        "yes" if one.must_visit else "no",
        recorded.responsible if recorded else "",
        "；".join(say(why) for why in one.lacks),
    ]
