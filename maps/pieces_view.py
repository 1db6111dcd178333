"""The pieces of a parcel on the map, with their areas, before anything is recorded."""

from __future__ import annotations

from typing import List, Sequence, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QBrush, QColor, QPen
from qgis.PyQt.QtWidgets import QGraphicsRectItem, QGraphicsSimpleTextItem

from ..core.geometry import LONLAT_CRS

# Told apart in print and by most colour-blind eyes (Okabe and Ito).
COLOURS = ("#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7")
FILL_ALPHA, ABOVE_ALL, PADDING = 90, 300.0, 2.0
Piece = Tuple[bytes, str]


class PiecesView:
    """Fills each piece with a colour of its own and writes its words on it."""

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject) -> None:
        self._canvas = canvas
        self._project = project
        self._bands: List[QgsRubberBand] = []
        self._labels: List[Tuple[QgsPointXY, QGraphicsRectItem]] = []
        canvas.extentsChanged.connect(self._place_labels)

    def show(self, pieces: Sequence[Piece]) -> None:
        """Show pieces (WKB in EPSG:4490, words) instead of those that were there."""
        self.clear()
        for index, (wkb, words) in enumerate(pieces):
            geometry = QgsGeometry()
            geometry.fromWkb(wkb)
            self._bands.append(self._band(geometry, QColor(COLOURS[index % len(COLOURS)])))
            self._label(geometry, words)
        self._place_labels()

    def _band(self, geometry: QgsGeometry, colour: QColor) -> QgsRubberBand:
        band = QgsRubberBand(self._canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        band.setStrokeColor(colour)
        band.setWidth(2)
        filled = QColor(colour)
        filled.setAlpha(FILL_ALPHA)
        band.setFillColor(filled)
        band.setToGeometry(geometry, QgsCoordinateReferenceSystem(LONLAT_CRS))
        return band

    def _label(self, geometry: QgsGeometry, words: str) -> None:
        try:
            where = self._transform().transform(geometry.pointOnSurface().asPoint())
        except QgsCsException:  # the band cannot be seen there either
            return
        text = QGraphicsSimpleTextItem(words)
        ground = text.boundingRect().adjusted(-PADDING, -PADDING, PADDING, PADDING)
        paper = QGraphicsRectItem(ground)
        paper.setBrush(QBrush(QColor(255, 255, 255, 220)))
        paper.setPen(QPen(Qt.PenStyle.NoPen))
        paper.setZValue(ABOVE_ALL)
        text.setParentItem(paper)
        self._canvas.scene().addItem(paper)
        self._labels.append((where, paper))

    def _transform(self) -> QgsCoordinateTransform:
        record = QgsCoordinateReferenceSystem(LONLAT_CRS)
        target = self._canvas.mapSettings().destinationCrs()
        return QgsCoordinateTransform(record, target, self._project)

    def _place_labels(self) -> None:
        pixels = self._canvas.getCoordinateTransform()
        for where, paper in self._labels:
            at = pixels.transform(where)
            middle = paper.rect().center()
            paper.setPos(at.x() - middle.x(), at.y() - middle.y())

    def clear(self) -> None:
        """Take the pieces away."""
        scene = self._canvas.scene()
        for item in (*self._bands, *(paper for _, paper in self._labels)):
            scene.removeItem(item)
        self._bands, self._labels = [], []

    def remove(self) -> None:
        """Take everything off the canvas, for good."""
        self._canvas.extentsChanged.disconnect(self._place_labels)
        self.clear()
