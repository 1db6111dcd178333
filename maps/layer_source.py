"""Layers that only QGIS can open, lent to the overlay: memory, PostGIS, WFS, filtered layers."""

from __future__ import annotations

import hashlib
from datetime import datetime, timezone
from pathlib import Path
from typing import Dict, Iterable, Iterator, List, Optional, Tuple

import numpy as np
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProviderRegistry,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..core.errors import InputError
from ..core.geometry import LONLAT_CRS, Box, MultiPolygon, all_finite, multipolygon_from_wkb
from ..core.model import LayerUsed
from ..core.overlay.boxes import BoxIndex
from ..core.overlay.files import check_stamp
from ..core.overlay.reference import check_extent
from ..core.overlay.shapeless import about_shapeless
from ..core.overlay.source import LayerFeature, about_columns, columns_of
from ..core.plan import LayerRole
from ..core.progress import SILENT, Progress
from ..core.reading.fingerprint import changed_on, fingerprint, stamp
from ..core.reading.systems import other_datum, reference_from_wkt, serves_as_cgcs2000
from ..core.text import Text, text
from .layer_reading import LayerReader, unreadable

# QGIS lets this server alone look for what has no geometry; of others it would ask for everything.
_LOOKS_ITSELF = "postgres"
_NO_INDEX = QgsFeatureSource.SpatialIndexPresence.SpatialIndexNotPresent


class QgisLayerSource:
    """A feature source in its role; what is filtered or not selected there is not there.

    What a database holds has no hash: the database looks for what lies near a parcel, and
    nobody reads the rest.
    """

    def __init__(
        self,
        role: LayerRole,
        source: QgsProcessingFeatureSource,
        context: QgsProcessingContext,
        progress: Progress = SILENT,
        layer: Optional[QgsVectorLayer] = None,
    ) -> None:
        self.role = role
        self._source = source
        self._context = context
        provider = layer.providerType() if layer is not None else ""
        self._reader = LayerReader(source, provider, context, progress)
        self._looks_itself = provider == _LOOKS_ITSELF
        self._path = file_behind(layer)
        self._stamp = () if self._path is None else stamp(self._path)
        check_areas(source)
        check_system(source)
        self._columns = columns_of(role, source.fields().names(), self.name)
        self._kept: Optional[Dict[int, QgsFeature]] = None
        self._boxes: Optional[BoxIndex] = None
        self._first = self._any_feature()
        self.version = self._version()

    @property
    def name(self) -> str:
        """The layer's name in QGIS."""
        return self._reader.name

    @property
    def used(self) -> LayerUsed:
        """Name, version, hash of the file or of the features, CRS."""
        crs = self._source.sourceCrs().authid()
        return LayerUsed(self.role.code, self.name, self.version, self._hash(), crs)

    @property
    def identity(self) -> str:
        """Nobody knows what QGIS leaves out of a file, or what a database holds tomorrow."""
        return ""

    def _hash(self) -> str:
        if self._path is not None:
            return fingerprint(self._path)
        return "" if self._reader.is_database else hash_of(self._all().values())

    def _any_feature(self) -> Optional[QgsFeature]:
        """Some feature; none only when there is none: a connection that is lost is refused."""
        if self._reader.is_web:
            return next(iter(self._all().values()), None)
        return next(iter(self._reader.read(QgsFeatureRequest().setLimit(1))), None)

    def _version(self) -> str:
        """What the layer says of its age: its data year, else its file's date."""
        said = self._values(self._first).get("version") if self._first is not None else ""
        if said:
            return said
        if self._path is None:
            return ""
        return datetime.fromtimestamp(changed_on(self._path), timezone.utc).date().isoformat()

    @property
    def notes(self) -> Tuple[Text, ...]:
        """What a person must know before trusting the figures."""
        columns = about_columns(self.role, self._columns, self.name)
        return (*columns, *about_shapeless(self._count_shapeless(), self.name))

    def _count_shapeless(self) -> int:
        """Features without geometry, where the server or the index by boxes knows; else 0."""
        if self._looks_itself:
            missing = QgsFeatureRequest().setFilterExpression("$geometry IS NULL")
            return len(self._reader.read(missing.setNoAttributes()))
        if not self._reader.is_web and self._source.hasSpatialIndex() != _NO_INDEX:
            return 0
        return self._index().shapeless

    def check_unchanged(self) -> None:
        """Raise :class:`InputError` when the file is not the one that was opened."""
        if self._path is not None:
            check_stamp(self._path, self._stamp, self.name)

    @property
    def box_deg(self) -> Optional[Box]:
        """Extent in EPSG:4490; ``None`` when the layer is empty."""
        if self._reader.is_web:
            return self._index().extent
        extent = self._source.sourceExtent()
        if extent.isNull() or self._first is None:
            return None
        transform = QgsCoordinateTransform(
            self._source.sourceCrs(),
            QgsCoordinateReferenceSystem(LONLAT_CRS),
            self._context.transformContext(),
        )
        try:
            box = transform.transformBoundingBox(extent)
        except QgsCsException as error:
            raise unreadable(self.name, str(error)) from error
        return box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()

    def candidates(self, box_deg: Box) -> Iterator[LayerFeature]:
        """Every feature whose box meets ``box_deg``; in a database it is the database that looks.

        A layer without an index would be gone through for every parcel: it is once, for the
        boxes of its features. A web service is asked once for all it has: only then it can be
        told whether everything came.
        """
        for feature in self._near(box_deg):
            polygons = polygons_of(feature, self.name)
            if polygons:
                yield LayerFeature(feature.id(), self._values(feature), polygons)

    def _near(self, box_deg: Box) -> List[QgsFeature]:
        if self._reader.is_web:
            return [self._all()[number] for number in self._meeting(box_deg)]
        if self._source.hasSpatialIndex() != _NO_INDEX:
            return self._reader.read(QgsFeatureRequest(QgsRectangle(*box_deg)))
        numbers = self._meeting(box_deg)
        if not numbers:
            return []
        found = self._reader.read(QgsFeatureRequest().setFilterFids(numbers))
        if len(found) != len(numbers):
            raise unreadable(self.name, f"{len(found)} / {len(numbers)}")
        return found

    def _all(self) -> Dict[int, QgsFeature]:
        """All features by number; only those of a web service are kept."""
        if self._kept is not None:
            return self._kept
        found = {feature.id(): feature for feature in self._reader.all()}
        if self._reader.is_web:
            self._kept = found
        return found

    def _meeting(self, box_deg: Box) -> List[int]:
        return self._index().meeting(box_deg)

    def _index(self) -> BoxIndex:
        if self._boxes is None:
            features = self._all().values() if self._reader.is_web else self._bare()
            rows = [(one.id(), _box_of(one.geometry())) for one in features]
            numbers = np.array([number for number, _ in rows], np.int64)
            boxes = np.array([box for _, box in rows], float).reshape(-1, 4)
            self._boxes = BoxIndex(numbers, boxes)
        return self._boxes

    def _bare(self) -> List[QgsFeature]:
        return self._reader.read(QgsFeatureRequest().setNoAttributes())

    def _values(self, feature: QgsFeature) -> Dict[str, str]:
        values = feature.attributes()
        return {
            meaning: str(values[index])
            for meaning, index in self._columns.items()
            if values[index] is not None and values[index] != NULL
        }


def _box_of(geometry: QgsGeometry) -> Box:
    """A geometry's box; of none, or an empty one, numbers that meet no box."""
    if geometry.isEmpty():
        return np.nan, np.nan, np.nan, np.nan
    box = geometry.boundingBox()
    return box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()


def hash_of(features: Iterable[QgsFeature]) -> str:
    """SHA-256 over the attributes and shapes of features, whatever their order."""
    each = [
        hashlib.sha256(repr(one.attributes()).encode() + bytes(one.geometry().asWkb())).digest()
        for one in features
    ]
    return hashlib.sha256(b"".join(sorted(each))).hexdigest()


def file_behind(layer: Optional[QgsVectorLayer]) -> Optional[Path]:
    """The file that a layer reads, if it reads one by itself."""
    if layer is None:
        return None
    uri = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    path = Path(str(uri.get("path") or ""))
    return path if path.name and path.exists() else None


def polygons_of(feature: QgsFeature, layer_name: str) -> MultiPolygon:
    """A feature's areas, curves as lines; none for anything else."""
    geometry = feature.geometry()
    if geometry.isEmpty():
        return []
    flat = geometry.constGet().segmentize()
    if QgsWkbTypes.geometryType(flat.wkbType()) != QgsWkbTypes.GeometryType.PolygonGeometry:
        return []
    try:
        polygons = multipolygon_from_wkb(bytes(flat.asWkb()))
    except ValueError as error:
        raise _bad_feature(layer_name, feature, text("it is no area")) from error
    if not all_finite(polygons):
        reason = text("it has coordinates that are not numbers")
        raise _bad_feature(layer_name, feature, reason)
    return polygons


def _bad_feature(layer_name: str, feature: QgsFeature, reason: Text) -> InputError:
    return InputError(
        text(
            "Layer {name}: feature {fid} cannot be used: {reason}. Correct it and try again.",
            name=layer_name,
            fid=feature.id(),
            reason=reason,
        )
    )


def check_areas(source: QgsFeatureSource) -> None:
    """Refuse a layer of points, of lines or without any geometry."""
    kind = QgsWkbTypes.geometryType(source.wkbType())
    may_be = (QgsWkbTypes.GeometryType.PolygonGeometry, QgsWkbTypes.GeometryType.UnknownGeometry)
    if kind not in may_be:
        raise InputError(
            text(
                "The layer {name} holds no areas but {type}.",
                name=source.sourceName(),
                type=QgsWkbTypes.displayString(source.wkbType()),
            )
        )


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
    extent = source.sourceExtent()
    if not extent.isNull():
        box = (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum())
        check_extent(reference, source.sourceName(), crs.authid() or crs.description(), box)
