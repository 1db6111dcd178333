"""Where the month's photos were taken and which way they look: arrows on the map.

The layer lives in memory and is filled from the record, so it never disagrees with it; photos of
military patches are not in it.
"""

from __future__ import annotations

from typing import Iterator, List, Optional

from qgis.core import (
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsMarkerSymbol,
    QgsPointXY,
    QgsProject,
    QgsProperty,
    QgsSingleSymbolRenderer,
    QgsSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, QTimer

from ..core.geometry import LONLAT_CRS
from ..core.legality import military_patches
from ..core.model import Dossier, Photo
from ..core.plan import Plan
from .field_types import REAL, TEXT
from .session import Session
from .words import tr

PHOTOS_PROPERTY = "tuban/photos"
# QGIS asks at closing what to do with layers that live in memory; this one is made anew.
NO_QUESTION_PROPERTY = "skipMemoryLayersCheck"
COLOUR = "#ff7f0e"
REFRESH_AFTER_MS = 400


class PhotoArrows(QObject):
    """Keeps one layer of arrows in the project while a casebook with photos is open."""

    def __init__(
        self, project: QgsProject, session: Session, parent: Optional[QObject] = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._session = session
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REFRESH_AFTER_MS)
        self._timer.timeout.connect(self.refresh)
        session.closed.connect(self.remove)
        session.reloaded.connect(self._timer.start)
        session.changed.connect(lambda _number: self._timer.start())

    def layer(self) -> Optional[QgsVectorLayer]:
        """The layer, if it is there."""
        layers = self._project.mapLayers().values()
        return next((one for one in layers if one.customProperty(PHOTOS_PROPERTY)), None)

    def refresh(self) -> None:
        """Fill the layer from the record; without any photo there is no layer."""
        session = self._session
        if session.book is None or not session.month:
            return
        features = list(photo_features(session.book.dossiers(session.month), session.plan))
        layer = self.layer()
        if layer is None and not features:
            return
        if layer is None:
            layer = self._add()
        provider = layer.dataProvider()
        provider.truncate()
        provider.addFeatures(features)
        layer.updateExtents()
        layer.triggerRepaint()

    def _add(self) -> QgsVectorLayer:
        layer = QgsVectorLayer(f"Point?crs={LONLAT_CRS}", tr("Field photos"), "memory")
        layer.dataProvider().addAttributes(list(photo_fields()))
        layer.updateFields()
        layer.setCustomProperty(PHOTOS_PROPERTY, True)
        layer.setCustomProperty(NO_QUESTION_PROPERTY, 1)
        layer.setRenderer(arrows())
        layer.setDisplayExpression("name")
        self._project.addMapLayer(layer, False)
        root = self._project.layerTreeRoot()
        (root.findGroup(tr("Tuban")) or root).insertLayer(0, layer).setExpanded(False)
        return layer

    def remove(self) -> None:
        """Take the layer away."""
        self._timer.stop()
        layer = self.layer()
        if layer is not None:
            self._project.removeMapLayer(layer.id())


def photo_fields() -> QgsFields:
    """Whose photo, what it is called, when it was taken, and which way it looks (degrees)."""
    fields = QgsFields()
    for name in ("parcel_number", "name", "taken_at"):
        fields.append(QgsField(name, TEXT))
    fields.append(QgsField("azimuth_deg", REAL))
    return fields


def photo_features(dossiers: List[Dossier], plan: Plan) -> Iterator[QgsFeature]:
    """A point for every photo that knows where it was taken, of ordinary patches."""
    military = military_patches(dossiers, plan)
    for dossier in dossiers:
        if dossier.patch.number not in military:
            for photo in dossier.photos:
                if photo.lon_deg is not None and photo.lat_deg is not None:
                    yield _feature(photo)


def _feature(photo: Photo) -> QgsFeature:
    feature = QgsFeature(photo_fields())
    feature.setAttributes(
        [photo.parcel_number, photo.name or photo.file, photo.taken_at, photo.azimuth_deg]
    )
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(photo.lon_deg, photo.lat_deg)))
    return feature


def arrows() -> QgsSingleSymbolRenderer:
    """An arrow turned to the direction of view; a dot where that is not known."""
    symbol = QgsMarkerSymbol.createSimple(
        {"name": "arrow", "size": "4.5", "color": COLOUR, "outline_width": "0.2"}
    )
    shape = QgsProperty.fromExpression("if(azimuth_deg IS NULL, 'circle', 'arrow')")
    size = QgsProperty.fromExpression("if(azimuth_deg IS NULL, 2.2, 4.5)")
    marker = symbol.symbolLayer(0)
    marker.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyName, shape)
    marker.setDataDefinedProperty(QgsSymbolLayer.Property.PropertySize, size)
    turned = QgsProperty.fromField("azimuth_deg")
    marker.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyAngle, turned)
    return QgsSingleSymbolRenderer(symbol)
