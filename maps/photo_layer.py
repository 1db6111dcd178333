"""Where the month's photos were taken and which way they look: arrows on the map.

The layer lives in memory and is filled from the record, so it never disagrees with it; photos of
military patches are not in it.
"""

from __future__ import annotations

from typing import Dict, Iterator, List, Optional

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

from ..core.casebook.queries import dossiers_of
from ..core.geometry import LONLAT_CRS
from ..core.legality import military_patches
from ..core.model import Dossier, Photo
from ..core.plan import Plan
from .field_types import REAL, TEXT
from .layers import take_out
from .session import Session
from .words import tr

PHOTOS_PROPERTY = "tuban/photos"
# QGIS asks at closing what to do with layers that live in memory; this one is made anew.
NO_QUESTION_PROPERTY = "skipMemoryLayersCheck"
COLOUR = "#ff7f0e"
REFRESH_AFTER_MS = 400
# Patches whose photos are read in one turn of the event loop: some tens of milliseconds.
AT_ONCE = 25


class PhotoArrows(QObject):
    """Keeps one layer of arrows in the project while a casebook with photos is open.

    A few patches are read in each turn of the event loop, so that the window stays alive; after
    a change only the patch that it is about.
    """

    def __init__(
        self, project: QgsProject, session: Session, parent: Optional[QObject] = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._session = session
        self._waiting: Dict[str, None] = {}
        self._shown: Dict[str, List[int]] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        session.closed.connect(self.remove)
        session.reloaded.connect(self._all)
        session.changed.connect(self._changed)

    def layer(self) -> Optional[QgsVectorLayer]:
        """The layer, if it is there."""
        layers = self._project.mapLayers().values()
        return next((one for one in layers if one.customProperty(PHOTOS_PROPERTY)), None)

    def refresh(self) -> None:
        """Fill the layer from the record at once; without any photo there is no layer."""
        self._all()
        while self._waiting:
            self._take(list(self._waiting)[:AT_ONCE])

    def _all(self) -> None:
        self._waiting = {row.patch_number: None for row in self._session.rows if row.photo_count}
        layer = self.layer()
        if layer is not None:
            self._shown = {}
            layer.dataProvider().truncate()
        self._timer.start(REFRESH_AFTER_MS)

    def _changed(self, number: str) -> None:
        position = self._session.position_of(number)
        if position is None:
            return
        row = self._session.rows[position]
        if row.photo_count or row.patch_number in self._shown:
            self._waiting[row.patch_number] = None
            self._timer.start(REFRESH_AFTER_MS)

    def _go_on(self) -> None:
        self._take(list(self._waiting)[:AT_ONCE])
        if self._waiting:
            self._timer.start(0)

    def _take(self, patches: List[str]) -> None:
        """Show these patches as the record has them now."""
        session = self._session
        for patch in patches:
            del self._waiting[patch]
        if session.book is None:
            return
        with session.book.reading() as connection:
            dossiers = dossiers_of(connection, patches)
        made = list(photo_features(dossiers, session.plan))
        layer = self.layer()
        if layer is None and not made:
            return
        layer = layer or self._add()
        provider = layer.dataProvider()
        provider.deleteFeatures([one for patch in patches for one in self._shown.pop(patch, [])])
        for feature in provider.addFeatures(made)[1]:
            patch = str(feature["parcel_number"]).rpartition("_")[0]
            self._shown.setdefault(patch, []).append(feature.id())
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
        self._waiting, self._shown = {}, {}
        layer = self.layer()
        if layer is not None:
            take_out(self._project, [layer.id()])


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
