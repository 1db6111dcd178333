"""What the algorithms have in common that need no casebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, List

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsProcessingException,
    QgsProcessingParameterEnum,
    QgsProcessingParameterField,
)

from ..core.plan import Plan
from ..maps.plans import known_plan_ids, plan_named
from ..maps.words import tr
from .algorithm import Given, TubanAlgorithm

if TYPE_CHECKING:
    from ..maps.given_areas import GivenArea


class OverlayAlgorithm(TubanAlgorithm):
    """Base of the algorithms on any layers: they stand in a group of their own."""

    KEY = "KEY"
    PLAN = "PLAN"

    def group(self) -> str:
        return tr("Overlay")

    def groupId(self) -> str:
        return "overlay"

    def add_plan(self, help_text: str) -> None:
        """The work plan, by the name of its folder."""
        known = known_plan_ids()
        self.add(
            QgsProcessingParameterEnum(
                self.PLAN,
                tr("Work plan"),
                options=known,
                usesStaticStrings=True,
                defaultValue=known[0],
            ),
            help_text,
        )

    def add_key(self, areas: str) -> None:
        """The field that names each of the areas of a parameter."""
        self.add(
            QgsProcessingParameterField(
                self.KEY, tr("Key field"), parentLayerParameterName=areas, optional=True
            ),
            tr("Field that names each area in the tables; empty: the feature's number."),
        )

    def areas_of(self, given: Given, name: str, plan: Plan, image: str = "") -> List[GivenArea]:
        """The areas of a parameter; ``image`` is the field of the earlier image's date."""
        from ..maps.given_areas import areas_of
        from ..maps.layer_source import check_areas, check_system

        source = self.source_of(given, name)
        check_areas(source)
        check_system(source)
        features = self.features_of(given, name, source, plan, QgsFeatureRequest())
        return areas_of(features, given.string(self.KEY), image, given.progress)

    def plan_of(self, given: Given) -> Plan:
        """The work plan that was chosen."""
        return plan_named(given.named_choice(self.PLAN))

    def source_of(self, given: Given, name: str) -> QgsFeatureSource:
        """The features of a parameter that has to be given."""
        source = self.parameterAsSource(given.parameters, name, given.context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(given.parameters, name))
        return source

    def features_of(
        self,
        given: Given,
        name: str,
        source: QgsFeatureSource,
        plan: Plan,
        request: QgsFeatureRequest,
    ) -> List[QgsFeature]:
        """All that may come out, in EPSG:4490: military land is left out, and its number told."""
        from ..maps.foreign_military import MilitaryMarks
        from ..maps.layer_reading import LayerReader

        layer = self.parameterAsVectorLayer(given.parameters, name, given.context)
        provider = layer.providerType() if layer is not None else ""
        features = LayerReader(source, provider, given.context, given.progress).all(request)
        marks = MilitaryMarks(plan, layer)
        found = [feature for feature in features if not marks.on(feature)]
        hidden = len(features) - len(found)
        if hidden:
            given.feedback.pushWarning(
                tr("{count} features are military land: they are left out.").format(count=hidden)
            )
        if not found:
            given.feedback.pushWarning(
                tr("The layer {name} has no features to compute.").format(name=source.sourceName())
            )
        return found
