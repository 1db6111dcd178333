"""Algorithm: which areas reach which threshold of the work plan."""

from __future__ import annotations

from decimal import Decimal
from typing import Dict, Iterator, List, Optional, Tuple

from qgis.core import (
    NULL,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)

from ..core.errors import InputError
from ..core.model import PatchKind
from ..core.mu import round_half_up
from ..core.plan import MustVisit
from ..core.progress import Share, check_cancelled
from ..core.text import text
from ..maps.words import tr
from .algorithm import Given
from .outputs import Outputs
from .overlay_algorithm import OverlayAlgorithm


class Threshold(OverlayAlgorithm):
    """Compares figures in mu with the plan's thresholds."""

    ID = "threshold"
    FIGURES = "FIGURES"
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
            "forms. An unknown figure (NULL) reaches nothing and is told. Military land - a marker "
            "word of the work plan in any column, or so known to the casebook that the table "
            "belongs to - is left out."
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
        self.add_plan(tr("The year's rules, by the name of their folder."))
        self.add(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, tr("Thresholds reached"), QgsProcessing.SourceType.TypeVector
            ),
            tr("One row per area and threshold, with the figure that reaches it, in mu."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.REACHED, tr("Areas that reach one")))

    def work(self, given: Given) -> Dict[str, object]:
        from ..maps.overlay_tables import ThresholdTable

        plan = self.plan_of(given)
        source = self.source_of(given, self.FIGURES)
        rules = tuple(one for one in plan.must_visit if PatchKind.LAND in one.kinds)
        columns = _columns(source, rules, plan.area_rules.cultivated_net)
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        features = self.features_of(given, self.FIGURES, source, plan, request)
        table, key_field = ThresholdTable(), given.string(self.KEY)
        rows: List[QgsFeature] = []
        reached = set()
        for number, feature in enumerate(features):
            check_cancelled(given.progress)
            given.progress.at(number, len(features) + 1)
            key = str(feature[key_field])
            for rule, figure, value in _reached(feature, rules, columns):
                reached.add(key)
                rows.append(table.row(key, rule, figure, value))
            _tell_unknown(given, key, feature, columns)
        with Outputs(given) as outputs:
            last = Share(given.progress, len(features) / (len(features) + 1), 1)
            outputs.fill(self.OUTPUT, table, rows, last, len(rows))
        return {**outputs.results, self.REACHED: len(reached)}


def _columns(source: QgsFeatureSource, rules: Tuple[MustVisit, ...], net: bool) -> Dict[str, str]:
    """The column for each figure that the rules ask for; :class:`InputError`: one is missing.

    What the rules call cultivated land is net of the deduction, as on the forms, where the plan
    counts so: the overlay's table of any areas has a column of its own for that.
    """
    names = source.fields().names()
    figures = sorted({figure for rule in rules for figure in rule.figures})
    found = {figure: f"{figure}_mu" for figure in figures}
    if net and "cultivated_net_mu" in names and "cultivated" in found:
        found["cultivated"] = "cultivated_net_mu"
    missing = [name for name in found.values() if name not in names]
    if missing:
        raise InputError(
            text(
                "The table {name} has no column {columns}.",
                name=source.sourceName(),
                columns=", ".join(missing),
            )
        )
    return found


def _reached(
    feature: QgsFeature, rules: Tuple[MustVisit, ...], columns: Dict[str, str]
) -> Iterator[Tuple[MustVisit, str, float]]:
    for rule in rules:
        for figure in rule.figures:
            value = _number(feature[columns[figure]])
            if value is not None and value >= rule.at_least_mu:
                yield rule, figure, float(value)


def _tell_unknown(given: Given, key: str, feature: QgsFeature, columns: Dict[str, str]) -> None:
    unknown = [name for name in columns.values() if _number(feature[name]) is None]
    if unknown:
        given.feedback.pushWarning(
            tr("{key}: {columns} is unknown.").format(key=key, columns=", ".join(unknown))
        )


def _number(value: object) -> Optional[Decimal]:
    if value is None or value == NULL:
        return None
    return round_half_up(float(value))
