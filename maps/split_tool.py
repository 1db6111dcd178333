"""Drawing the line along which a parcel is divided."""

from __future__ import annotations

from typing import List, Optional, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand, QgsVertexMarker
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent

from ..core.geometry import LONLAT_CRS

LINE = QColor(255, 64, 160)
SNAP_PIXELS = 12.0


class SplitTool(QgsMapTool):
    """Clicks make the line; it snaps to the outline of the parcel that is to be divided.

    ``finished(line)`` with (longitude, latitude) of each point; ``retracted``: somebody went
    back to drawing; ``agreed``: finishing again, with nothing drawn in between; ``left``: Esc.
    """

    SHAPE = QgsWkbTypes.GeometryType.LineGeometry

    finished = pyqtSignal(object)
    agreed = pyqtSignal()
    retracted = pyqtSignal()
    left = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject) -> None:
        super().__init__(canvas)
        self._project = project
        self._outline = QgsGeometry()
        self._points: List[QgsPointXY] = []
        self._is_finished = False
        self._band = QgsRubberBand(canvas, self.SHAPE)
        self._band.setColor(LINE)
        self._band.setWidth(2)
        self._marker = QgsVertexMarker(canvas)
        self._marker.setIconType(QgsVertexMarker.IconType.ICON_BOX)
        self._marker.setColor(LINE)
        self._marker.hide()
        self.setCursor(Qt.CursorShape.CrossCursor)

    def flags(self) -> QgsMapTool.Flag:
        """Says that something is drawn, so that the dock's keys leave the map alone."""
        return QgsMapTool.Flag.EditTool

    def start(self, wkb: bytes) -> None:
        """Begin anew at a parcel (WKB, EPSG:4490)."""
        self._outline = QgsGeometry()
        self._outline.fromWkb(wkb)
        try:
            self._outline.transform(self._to_map())
        except QgsCsException:  # nothing to snap to; the line itself is refused when it is done
            self._outline = QgsGeometry()
        self.clear()

    def wait_for_consent(self) -> None:
        """Pieces are shown that no line has made: Enter agrees, Backspace begins a line."""
        self._is_finished = True

    def clear(self) -> None:
        """Take the line away."""
        self._points = []
        self._is_finished = False
        self._marker.hide()
        self._draw(None)

    def _systems(self) -> Tuple[QgsCoordinateReferenceSystem, QgsCoordinateReferenceSystem]:
        record = QgsCoordinateReferenceSystem(LONLAT_CRS)
        return record, self.canvas().mapSettings().destinationCrs()

    def _to_map(self) -> QgsCoordinateTransform:
        return QgsCoordinateTransform(*self._systems(), self._project)

    def _snapped(self, point: QgsPointXY) -> Tuple[QgsPointXY, bool]:
        """The nearest vertex of the outline, else the nearest point of an edge, when near."""
        if self._outline.isEmpty():
            return point, False
        most = (SNAP_PIXELS * self.canvas().mapUnitsPerPixel()) ** 2
        vertex, _, _, _, to_vertex = self._outline.closestVertex(point)
        if 0 <= to_vertex <= most:
            return vertex, True
        to_edge, on_edge, _, _ = self._outline.closestSegmentWithContext(point)
        if 0 <= to_edge <= most:
            return on_edge, True
        return point, False

    # ---- mouse

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """Show where a click would set the next point."""
        point, snapped = self._snapped(event.mapPoint())
        self._marker.setCenter(point)
        self._marker.setVisible(snapped and not self._is_finished)
        if not self._is_finished:
            self._draw(point)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """Left: the next point. Right: the line is done."""
        if event.button() == Qt.MouseButton.RightButton:
            self._finish()
        elif event.button() == Qt.MouseButton.LeftButton and not self._is_finished:
            self._points.append(self._snapped(event.mapPoint())[0])
            self._draw(None)

    # ---- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter: done, and once more: agreed. Backspace: a point less. Esc: leave."""
        does = {
            Qt.Key.Key_Return: self._finish,
            Qt.Key.Key_Enter: self._finish,
            Qt.Key.Key_Backspace: self._take_back,
            Qt.Key.Key_Delete: self._take_back,
            Qt.Key.Key_Escape: self.left.emit,
        }.get(event.key())
        if does is None:
            return
        event.accept()
        does()

    def _finish(self) -> None:
        if self._is_finished:
            self.agreed.emit()
            return
        self._is_finished = True
        self._marker.hide()
        self._draw(None)
        self.finished.emit(self._lonlat())

    def _take_back(self) -> None:
        if self._is_finished:
            self._is_finished = False
            self.retracted.emit()
        elif self._points:
            self._points.pop()
        self._draw(None)

    def _lonlat(self) -> List[Tuple[float, float]]:
        record, target = self._systems()
        transform = QgsCoordinateTransform(target, record, self._project)
        try:
            points = [transform.transform(point) for point in self._points]
        except QgsCsException:
            return []
        return [(point.x(), point.y()) for point in points]

    def _draw(self, cursor: Optional[QgsPointXY]) -> None:
        self._band.reset(self.SHAPE)
        points = self._points + ([cursor] if cursor is not None and self._points else [])
        for point in points:
            self._band.addPoint(point)

    def deactivate(self) -> None:
        """Another tool was chosen."""
        self.clear()
        super().deactivate()

    def remove(self) -> None:
        """Take everything off the canvas, for good."""
        self.canvas().unsetMapTool(self)
        for item in (self._band, self._marker):
            self.canvas().scene().removeItem(item)
        self.deleteLater()  # the canvas would keep it
