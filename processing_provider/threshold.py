"""Algorithm: which areas reach which threshold of the work plan."""

from __future__ import annotations

from decimal import Decimal
from typing import Dict, Iterator, List, Optional, Tuple

from qgis.core import (
    NULL,
    QgsFeature,
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingFeatureSource,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)

from ..core.areas import round_half_up
from ..core.errors import InputError
from ..core.model import PatchKind
from ..core.plan import MustVisit
from ..core.progress import check_cancelled
from ..core.text import text
from ..maps.overlay_tables import ThresholdTable
from ..maps.plans import known_plan_ids, plan_named
from ..maps.words import tr
from .algorithm import Given
from .overlay_algorithm import OverlayAlgorithm


class Threshold(OverlayAlgorithm):
    """Compares figures in mu with the plan's thresholds."""

    ID = "threshold"
    FIGURES = "FIGURES"
    KEY = "KEY"
    PLAN = "PLAN"
    OUTPUT = "OUTPUT"
    REACHED = "REACHED"

    def title(self) -> str:
        return tr("Thresholds that areas reach")

    def about(self) -> str:
        return tr(
            "Lists which areas reach which threshold of the work plan.\n"
            "It takes the table of figures that the overlay of any areas gives, or any table with "
            "the same columns in mu (cultivated_mu, basic_farmland_mu, red_line_mu …). A "
            "threshold that also asks for a verdict is compared by its figures alone: what is "
            "listed may have to be visited, depending on the verdict."
        )

    def rule(self) -> str:
        return tr(
            "A threshold includes its own number. Figures are compared in mu as rounded on the "
            "forms. An unknown figure (NULL) reaches nothing and is told."
        )

    def words(self) -> List[str]:
        return ["threshold", "must visit", "阈值", "外业核查", "亩以上"]

    def define(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                self.FIGURES, tr("Figures per area"), [QgsProcessing.SourceType.TypeVector]
            ),
            tr("One row per area, with columns of areas in mu."),
        )
        self.add(
            QgsProcessingParameterField(
                self.KEY,
                tr("Key field"),
                defaultValue="key",
                parentLayerParameterName=self.FIGURES,
            ),
            tr("Field that names each area."),
        )
        self.add(
            QgsProcessingParameterEnum(
                self.PLAN,
                tr("Work plan"),
                options=known_plan_ids(),
                usesStaticStrings=True,
                defaultValue=known_plan_ids()[0],
            ),
            tr("The year's rules, by the name of their folder."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, tr("Thresholds reached"), QgsProcessing.SourceType.TypeVector
            ),
            tr("One row per area and threshold, with the figure that reaches it, in mu."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.REACHED, tr("Areas that reach one")))

    def work(self, given: Given) -> Dict[str, object]:
        plan = plan_named(given.named_choice(self.PLAN))
        source = self.source_of(given, self.FIGURES)
        rules = tuple(one for one in plan.must_visit if PatchKind.LAND in one.kinds)
        columns = _columns(source, rules)
        key_field = given.string(self.KEY)
        table = ThresholdTable()
        rows: List[QgsFeature] = []
        reached = set()
        no_geometry = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        for feature in source.getFeatures(no_geometry):
            check_cancelled(given.progress)
            key = str(feature[key_field])
            for rule, figure, value in _reached(feature, rules):
                reached.add(key)
                rows.append(table.row(key, rule, figure, value))
            unknown = [name for name in columns if _number(feature[name]) is None]
            if unknown:
                given.feedback.pushWarning(
                    tr("{key}: {columns} is unknown.").format(key=key, columns=", ".join(unknown))
                )
        results: Dict[str, object] = {self.REACHED: len(reached)}
        self.fill(given, self.OUTPUT, table, rows, results)
        return results


def _columns(source: QgsProcessingFeatureSource, rules: Tuple[MustVisit, ...]) -> List[str]:
    """The columns that the rules ask for; raises :class:`InputError` when one is missing."""
    columns = sorted({f"{figure}_mu" for rule in rules for figure in rule.figures})
    missing = [name for name in columns if name not in source.fields().names()]
    if missing:
        raise InputError(
            text(
                "The table {name} has no column {columns}.",
                name=source.sourceName(),
                columns=", ".join(missing),
            )
        )
    return columns


def _reached(
    feature: QgsFeature, rules: Tuple[MustVisit, ...]
) -> Iterator[Tuple[MustVisit, str, float]]:
    for rule in rules:
        for figure in rule.figures:
            value = _number(feature[f"{figure}_mu"])
            if value is not None and value >= rule.at_least_mu:
                yield rule, figure, float(value)


def _number(value: object) -> Optional[Decimal]:
    if value is None or value == NULL:
        return None
    return round_half_up(float(value))
