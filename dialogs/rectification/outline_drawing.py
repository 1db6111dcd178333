"""Drawing the measured outline on the map, and showing the one that is there."""

from __future__ import annotations

from typing import Callable, List, Optional, Tuple

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsProject, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtGui import QColor

from ...core.geometry import LONLAT_CRS
from ...maps.outline_tool import OutlineTool

MEASURED = QColor(0, 200, 255)
FILL_ALPHA = 50
Corners = List[Tuple[float, float]]


class OutlineDrawing(QObject):
    """One for the window: the map has one tool at a time."""

    def __init__(self, canvas: QgsMapCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._before: Optional[QgsMapTool] = None
        self._done: Optional[Callable[[Optional[Corners]], None]] = None
        self.tool = OutlineTool(canvas, QgsProject.instance())
        self.tool.finished.connect(self._finished)
        self.tool.left.connect(self.leave)
        self.tool.deactivated.connect(self._deactivated)
        self._band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        self._band.setStrokeColor(MEASURED)
        filled = QColor(MEASURED)
        filled.setAlpha(FILL_ALPHA)
        self._band.setFillColor(filled)
        self._band.setWidth(2)

    def start(self, wkb: bytes, done: Callable[[Optional[Corners]], None]) -> None:
        """Let the person draw at a parcel (WKB, EPSG:4490); ``done(corners)``, None if left."""
        self.leave()
        self._done = done
        self._before = self._canvas.mapTool()
        self._canvas.setMapTool(self.tool)
        self.tool.start(wkb)
        self._canvas.window().activateWindow()
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def show(self, outline: bytes) -> None:
        """Show an outline (WKB, EPSG:4490) on the map; none when empty."""
        geometry = QgsGeometry()
        geometry.fromWkb(outline)
        if outline:
            self._band.setToGeometry(geometry, QgsCoordinateReferenceSystem(LONLAT_CRS))
        else:
            self._band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)

    def _finished(self, corners: Corners) -> None:
        self._end(corners)

    def leave(self) -> None:
        """Draw no more; the map gets its tool back."""
        self._end(None)

    def _deactivated(self) -> None:
        self._tell(None)

    def _end(self, corners: Optional[Corners]) -> None:
        self._tell(corners)
        if self._canvas.mapTool() is self.tool:
            if self._before is not None:
                self._canvas.setMapTool(self._before)
            else:
                self._canvas.unsetMapTool(self.tool)

    def _tell(self, corners: Optional[Corners]) -> None:
        done, self._done = self._done, None
        if done is not None:
            done(corners)

    def remove(self) -> None:
        """Take everything off the map, for good."""
        self._done = None
        self.leave()
        self.tool.remove()
        self._canvas.scene().removeItem(self._band)
