"""Layers that only QGIS can open, lent to the overlay: memory, PostGIS, WFS, filtered layers."""

from __future__ import annotations

from typing import Dict, Iterator, List, Optional, Tuple

import numpy as np
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsRectangle,
    QgsWkbTypes,
)

from ..core.errors import InputError
from ..core.geometry import LONLAT_CRS, Box, MultiPolygon, multipolygon_from_wkb
from ..core.model import LayerUsed
from ..core.overlay import LayerFeature, about_columns, columns_of
from ..core.plan import LayerRole
from ..core.reading.systems import other_datum, reference_from_wkt, serves_as_cgcs2000
from ..core.text import Text, text

_NO_INDEX = QgsFeatureSource.SpatialIndexPresence.SpatialIndexNotPresent


class QgisLayerSource:
    """A feature source in its role; what is filtered or not selected there is not there.

    ``used`` has no hash: what a layer holds while QGIS has it open is not a file.
    """

    def __init__(
        self, role: LayerRole, source: QgsProcessingFeatureSource, context: QgsProcessingContext
    ) -> None:
        self.role = role
        self._source = source
        self._context = context
        self._crs = QgsCoordinateReferenceSystem(LONLAT_CRS)
        check_system(source)
        self._boxes: Optional[Tuple[np.ndarray, np.ndarray]] = None
        self._columns = columns_of(role, source.fields().names(), source.sourceName())

    @property
    def name(self) -> str:
        """The layer's name in QGIS."""
        return str(self._source.sourceName())

    @property
    def version(self) -> str:
        """Unknown: what a layer holds while QGIS has it open is of no particular age."""
        return ""

    @property
    def used(self) -> LayerUsed:
        """The layer's name and CRS."""
        return LayerUsed(self.role.code, self.name, "", "", self._source.sourceCrs().authid())

    @property
    def notes(self) -> Tuple[Text, ...]:
        """What a person must know before trusting the figures."""
        return about_columns(self.role, self._columns, self.name)

    @property
    def box_deg(self) -> Optional[Box]:
        """Extent in EPSG:4490; ``None`` when the layer is empty."""
        extent = self._source.sourceExtent()
        if extent.isNull() or not self._source.featureCount():
            return None
        transform = QgsCoordinateTransform(
            self._source.sourceCrs(), self._crs, self._context.transformContext()
        )
        try:
            box = transform.transformBoundingBox(extent)
        except QgsCsException as error:
            raise _unreadable(self.name, str(error)) from error
        return box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()

    def candidates(self, box_deg: Box) -> Iterator[LayerFeature]:
        """Every feature whose box meets ``box_deg``; in a database it is the database that looks.

        A layer without an index would be gone through for every parcel: it is once, for the
        boxes of its features.
        """
        request = QgsFeatureRequest(QgsRectangle(*box_deg))
        if self._source.hasSpatialIndex() == _NO_INDEX:
            numbers = self._meeting(box_deg)
            if not numbers:
                return
            request = QgsFeatureRequest().setFilterFids(numbers)
        for feature in self._features(request):
            polygons = polygons_of(feature, self.name)
            if polygons:
                yield LayerFeature(feature.id(), self._values(feature), polygons)

    def _features(self, request: QgsFeatureRequest) -> Iterator[QgsFeature]:
        request.setDestinationCrs(self._crs, self._context.transformContext())
        # Invalid shapes of a base layer are the overlay's business: it repairs them.
        unchecked = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
        yield from self._source.getFeatures(request, unchecked)

    def _meeting(self, box_deg: Box) -> List[int]:
        if self._boxes is None:
            request = QgsFeatureRequest().setNoAttributes()
            rows = [
                (one.id(), box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
                for one in self._features(request)
                for box in [one.geometry().boundingBox()]
            ]
            numbers = np.array([row[0] for row in rows], np.int64)
            self._boxes = numbers, np.array([row[1:] for row in rows], float).reshape(-1, 4)
        numbers, boxes = self._boxes
        left, bottom, right, top = box_deg
        meets = (boxes[:, 0] <= right) & (boxes[:, 2] >= left)
        meets &= (boxes[:, 1] <= top) & (boxes[:, 3] >= bottom)
        return [int(number) for number in numbers[meets]]

    def _values(self, feature: QgsFeature) -> Dict[str, str]:
        values = feature.attributes()
        return {
            meaning: str(values[index])
            for meaning, index in self._columns.items()
            if values[index] is not None and values[index] != NULL
        }


def polygons_of(feature: QgsFeature, layer_name: str) -> MultiPolygon:
    """A feature's areas, curves as lines; none for anything else."""
    geometry = feature.geometry()
    if geometry.isEmpty():
        return []
    flat = geometry.constGet().segmentize()
    if QgsWkbTypes.geometryType(flat.wkbType()) != QgsWkbTypes.GeometryType.PolygonGeometry:
        return []
    try:
        return multipolygon_from_wkb(bytes(flat.asWkb()))
    except ValueError as error:
        raise _unreadable(layer_name, str(error)) from error


def _unreadable(layer_name: str, why: str) -> InputError:
    return InputError(text("The layer {name} cannot be read: {why}", name=layer_name, why=why))


def check_system(source: QgsFeatureSource) -> None:
    """Refuse a layer whose coordinates cannot be brought to EPSG:4490 without a choice.

    QGIS would shift from another datum with parameters that nobody has chosen.
    """
    if not source.sourceCrs().isValid():
        raise InputError(
            text(
                "The layer {name} has no coordinate system. Set one in its properties.",
                name=source.sourceName(),
            )
        )
    crs = source.sourceCrs()
    reference = reference_from_wkt(crs.toWkt())
    if reference is None or not serves_as_cgcs2000(reference):
        raise other_datum(source.sourceName(), crs.authid() or crs.description())
