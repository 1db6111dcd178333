"""What the algorithms have in common that need no casebook."""

from __future__ import annotations

from typing import Dict, Iterable

from qgis.core import QgsFeature, QgsFeatureSink, QgsProcessingException, QgsProcessingFeatureSource

from ..maps.overlay_tables import Table
from ..maps.words import tr
from .algorithm import Given, TubanAlgorithm


class OverlayAlgorithm(TubanAlgorithm):
    """Base of the algorithms on any layers: they stand in a group of their own."""

    def group(self) -> str:
        return tr("Overlay")

    def groupId(self) -> str:
        return "overlay"

    def source_of(self, given: Given, name: str) -> QgsProcessingFeatureSource:
        """The features of a parameter that has to be given."""
        source = self.parameterAsSource(given.parameters, name, given.context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(given.parameters, name))
        return source

    def fill(
        self,
        given: Given,
        name: str,
        table: Table,
        features: Iterable[QgsFeature],
        results: Dict[str, object],
    ) -> None:
        """Write an output, if it is wanted, and note where it went."""
        sink, target = self.parameterAsSink(
            given.parameters, name, given.context, table.fields(), table.geometry_type, table.crs()
        )
        if sink is None:
            if given.parameters.get(name):
                raise QgsProcessingException(self.invalidSinkError(given.parameters, name))
            return
        for feature in features:
            sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert)
        results[name] = target
