"""Algorithm: does a layer cover an area, and where are the gaps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Dict, List, Tuple

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
)

from ..core.errors import InputError
from ..core.plan import Plan
from ..core.progress import Share
from ..core.text import text
from ..maps.words import tr
from .algorithm import Given
from .layer_input import lent_layer
from .outputs import Outputs
from .overlay_algorithm import OverlayAlgorithm

if TYPE_CHECKING:
    from ..core.overlay.coverage import Uncovered
    from ..core.overlay.source import LayerSource
    from ..maps.given_areas import GivenArea

# How far the bar is when the gaps are found.
_FOUND = 0.95


class Coverage(OverlayAlgorithm):
    """Finds what a layer leaves of areas."""

    ID = "coverage"
    AREAS = "AREAS"
    LAYER = "LAYER"
    GAPS = "GAPS"
    GAP_M2 = "GAP_M2"
    PERCENT = "PERCENT"

    def title(self) -> str:
        return tr("Coverage of an area by a layer")

    def about(self) -> str:
        return tr(
            "Finds whether a layer covers areas, and gives the gaps as polygons.\n"
            "For instance whether the land-use layer covers the county before the month is laid "
            "over it. Features that overlap do not matter; threads narrower than 0.1 mm are "
            "rounding, no gaps."
        )

    def rule(self) -> str:
        return tr(
            "Areas are ellipsoidal (CGCS2000, TD/T 1055-2019); 0.1 mm is the topology tolerance "
            "of the land survey's database. Military land - a marker word of the work plan in any "
            "attribute, or so known to the casebook that the layer belongs to - is left out."
        )

    def words(self) -> List[str]:
        return ["coverage", "gaps", "complete", "覆盖", "缝隙", "完整性"]

    def define(self) -> None:
        polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
        self.add(
            QgsProcessingParameterFeatureSource(self.AREAS, tr("Areas"), polygons),
            tr("What should be covered: a county, towns, patches."),
        )
        self.add_key(self.AREAS)
        self.add(
            QgsProcessingParameterFeatureSource(self.LAYER, tr("Layer"), polygons),
            tr("Layer of polygons, in any coordinate system of CGCS2000."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(self.GAPS, tr("Gaps"), polygons[0]),
            tr("One polygon per gap, with its area, in EPSG:4490; none when all is covered."),
        )
        self.add_plan(tr("What a mu is, and which words mark military land."))
        self.addOutput(QgsProcessingOutputNumber(self.GAP_M2, tr("Area of all gaps in m²")))
        self.addOutput(QgsProcessingOutputNumber(self.PERCENT, tr("Percent covered")))

    def work(self, given: Given) -> Dict[str, object]:
        from ..maps.overlay_tables import GapsTable

        plan = self.plan_of(given)
        layer = self._layer(given, plan)
        areas = self.areas_of(given, self.AREAS, plan)
        found = self._found(given, areas, layer, plan)
        table, factor = GapsTable(), plan.area_rules.mu_per_m2
        rows = [row for area, one in found for row in table.features(area, one, factor)]
        with Outputs(given) as outputs:
            writing = Share(given.progress, _FOUND, 1)
            outputs.fill(self.GAPS, table, rows, writing, len(rows))
        total = sum(one.area_m2 for _, one in found)
        gaps_m2 = sum(one.gap_m2 for _, one in found)
        percent = 100 * (1 - gaps_m2 / total) if total else 0.0
        return {**outputs.results, self.GAP_M2: round(gaps_m2, 2), self.PERCENT: round(percent, 4)}

    def _found(
        self, given: Given, areas: List[GivenArea], layer: LayerSource, plan: Plan
    ) -> List[Tuple[GivenArea, Uncovered]]:
        from ..core.overlay.coverage import uncovered

        found = []
        for number, area in enumerate(areas):
            if area.parcel is None:
                given.feedback.pushWarning(tr("{key} has no area.").format(key=area.key))
                continue
            first, last = (_FOUND * at / len(areas) for at in (number, number + 1))
            progress = Share(given.progress, first, last)
            found.append((area, uncovered(area.parcel.geometry, [layer], plan, progress)))
        return found

    def _layer(self, given: Given, plan: Plan) -> LayerSource:
        """The layer without any meaning: only where it lies matters."""
        role = next(one for one in plan.layer_roles if one.part == "of_which")
        layer = lent_layer(given, self.LAYER, replace(role, code="layer", fields={}))
        if layer is None:
            raise InputError(text("The parameter {name} is empty.", name=self.LAYER))
        return layer
