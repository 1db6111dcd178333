"""Several maps that move as one: the same middle and the same scale in each."""

from __future__ import annotations

from typing import Callable, Dict, List, Tuple

from qgis.core import QgsPointXY, QgsRectangle
from qgis.gui import QgsMapCanvas, QgsVertexMarker
from qgis.PyQt.QtCore import QObject, QSize
from qgis.PyQt.QtGui import QColor

NEAR_ENOUGH = 1e-9
MARK = QColor(255, 64, 160)


class Together(QObject):
    """Whichever map is moved, the others follow; a mark shows in each where the mouse is.

    The maps must have the same coordinate system.
    """

    def __init__(self, lead: QgsMapCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._maps: Dict[QgsMapCanvas, Tuple[Callable, Callable]] = {}
        self._marks: Dict[QgsMapCanvas, QgsVertexMarker] = {}
        self._sizes: Dict[QgsMapCanvas, QSize] = {}
        self._is_moving = False
        self._lead = lead
        self.add(lead)

    def add(self, canvas: QgsMapCanvas) -> None:
        """Let a map take part; it goes where the lead is."""

        def moved() -> None:
            size = canvas.mapSettings().outputSize()
            if canvas is not self._lead and size != self._sizes.get(canvas):
                # It was made larger or smaller, not moved: that is nothing to follow.
                self._sizes[canvas] = size
                self._go(canvas, self._lead)
            else:
                self._follow(canvas)

        def pointed(point: QgsPointXY) -> None:
            self._mark(canvas, point)

        self._sizes[canvas] = canvas.mapSettings().outputSize()
        if canvas is not self._lead:
            self._go(canvas, self._lead)
        canvas.extentsChanged.connect(moved)
        canvas.xyCoordinates.connect(pointed)
        self._maps[canvas] = (moved, pointed)
        mark = QgsVertexMarker(canvas)
        mark.setIconType(QgsVertexMarker.IconType.ICON_CROSS)
        mark.setColor(MARK)
        mark.setIconSize(14)
        mark.setPenWidth(2)
        mark.hide()
        self._marks[canvas] = mark

    def take_out(self, canvas: QgsMapCanvas) -> None:
        """Let a map go its own way."""
        moved, pointed = self._maps.pop(canvas)
        canvas.extentsChanged.disconnect(moved)
        canvas.xyCoordinates.disconnect(pointed)
        canvas.scene().removeItem(self._marks.pop(canvas))

    def end(self) -> None:
        """Let all of them go."""
        for canvas in list(self._maps):
            self.take_out(canvas)

    def _others(self, canvas: QgsMapCanvas) -> List[QgsMapCanvas]:
        return [one for one in self._maps if one is not canvas]

    def _follow(self, leader: QgsMapCanvas) -> None:
        if self._is_moving:
            return
        for canvas in self._others(leader):
            self._go(canvas, leader)

    def _go(self, canvas: QgsMapCanvas, leader: QgsMapCanvas) -> None:
        was_moving, self._is_moving = self._is_moving, True
        self._move(canvas, leader)
        self._is_moving = was_moving

    def _move(self, canvas: QgsMapCanvas, leader: QgsMapCanvas) -> None:
        middle, unit = leader.extent().center(), leader.mapUnitsPerPixel()
        close = unit * 0.5
        same_place = canvas.extent().center().compare(middle, close)
        if same_place and abs(canvas.mapUnitsPerPixel() / unit - 1) < NEAR_ENOUGH:
            return
        size = canvas.mapSettings().outputSize()
        across, down = size.width() * unit / 2, size.height() * unit / 2
        canvas.setExtent(
            QgsRectangle(
                middle.x() - across, middle.y() - down, middle.x() + across, middle.y() + down
            )
        )
        canvas.refresh()

    def _mark(self, where: QgsMapCanvas, point: QgsPointXY) -> None:
        self._marks[where].hide()
        for canvas in self._others(where):
            self._marks[canvas].setCenter(point)
            self._marks[canvas].show()
