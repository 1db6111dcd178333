"""Divisions between the record, the layers that QGIS has open, and the rules for cutting."""

from __future__ import annotations

from typing import List, Optional, Sequence, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsProcessingFeatureSource,
    QgsRectangle,
    QgsVectorLayer,
)

from ..core.casebook import Casebook, Recorded, events
from ..core.geometry import LONLAT_CRS, Box, MultiPolygon
from ..core.parcels import Division, Partition
from ..core.progress import SILENT, Progress
from .layer_source import check_system, polygons_of

Area = Tuple[str, MultiPolygon]


def partition_of(book: Casebook, patch_number: str) -> Partition:
    """A patch with the parcels that fill it now."""
    parcels = tuple(book.parcels_of(patch_number))
    finished = book.parcels_that_stay([one.number for one in parcels])
    last = book.last_parcel_number(patch_number)
    return Partition(book.patch(patch_number), parcels, last, finished)


def record_divisions(
    book: Casebook, divisions: Sequence[Division], progress: Progress = SILENT
) -> List[Recorded]:
    """Record divisions in their order, all or none."""
    changes = [
        events.patch_divided(one.partition.patch.number, one.after, one.partition.parcels)
        for one in divisions
    ]
    return book.record(changes, progress)


def areas_near(
    source: QgsFeatureSource, near: Box, context: QgsCoordinateTransformContext
) -> List[Area]:
    """The areas of a layer whose box meets ``near`` (EPSG:4490), each with what it is called.

    Raises :class:`InputError` for a layer without a coordinate system, or on another datum.
    """
    check_system(source)
    request = QgsFeatureRequest(QgsRectangle(*near))
    request.setDestinationCrs(QgsCoordinateReferenceSystem(LONLAT_CRS), context)
    if isinstance(source, QgsProcessingFeatureSource):
        unchecked = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
        features = source.getFeatures(request, unchecked)
    else:
        features = source.getFeatures(request)
    namer = _Namer(source)
    found = ((namer.name(one), polygons_of(one, source.sourceName())) for one in features)
    return [(name, polygons) for name, polygons in found if polygons]


class _Namer:
    """What a feature is called in a list: a layer's display name, else its number."""

    def __init__(self, source: QgsFeatureSource) -> None:
        self._context: Optional[QgsExpressionContext] = None
        if isinstance(source, QgsVectorLayer):
            scopes = QgsExpressionContextUtils.globalProjectLayerScopes(source)
            self._context = QgsExpressionContext(scopes)
            self._expression = QgsExpression(source.displayExpression())

    def name(self, feature: QgsFeature) -> str:
        if self._context is None:
            return str(feature.id())
        self._context.setFeature(feature)
        return str(self._expression.evaluate(self._context) or feature.id())
