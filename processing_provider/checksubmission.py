"""Algorithm: the checks that stand before a submission."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, List, Sequence

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)

from ..core.model import Finding
from ..maps.words import tr
from .algorithm import Given
from .findings_algorithm import FindingsAlgorithm
from .result_table import write_features

if TYPE_CHECKING:
    from ..core.casebook import Casebook


class CheckSubmission(FindingsAlgorithm):
    """Checks a month and tells what stands against handing it up."""

    ID = "checksubmission"

    def title(self) -> str:
        return tr("Check submission")

    def about(self) -> str:
        return tr(
            "Checks everything that has to be right before a month can be handed up.\n"
            "Numbers, verdicts, flags, areas, shapes, texts and photos are checked by name; each "
            "finding says which parcel it is about and which rule it rests on. Nothing is "
            "changed, and errors do not make the algorithm fail: read their number."
        )

    def rule(self) -> str:
        return tr(
            "An error stops the submission, a warning has to be read. Military patches must not "
            "be in an ordinary package. Where a rule comes from the work plan, a standard or "
            "from practice is given with each finding."
        )

    def words(self) -> List[str]:
        return ["check", "validate", "检查", "上报"]

    def define(self) -> None:
        self.add_casebook()
        self.add_month(tr("The month to be handed up, like 2023-04."))
        self.add_report()
        self.add(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT,
                tr("Findings with their outlines"),
                QgsProcessing.SourceType.TypeVectorPolygon,
                optional=True,
                createByDefault=False,
            ),
            tr("A layer (EPSG:4490) with a feature per finding; those about the month have none."),
        )
        self.add_counts()

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.submission import check_month, for_others

        month = given.required_month(self.MONTH)
        with given.casebook(read_only=True) as book:
            findings = check_month(book, given.plan(book), month, given.progress)
            layer = self._layer(given, findings, book, month)
        return {**self.told(given, findings, for_others(findings)), **layer}

    def _layer(
        self, given: Given, findings: Sequence[Finding], book: Casebook, month: str
    ) -> Dict[str, object]:
        from ..maps.findings_layer import LONLAT_CRS, finding_features, finding_fields

        features = finding_features(findings, book, month)
        polygons = QgsWkbTypes.Type.MultiPolygon
        return write_features(given, finding_fields(), features, polygons, LONLAT_CRS)
