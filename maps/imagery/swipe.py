"""Swiping: the picture before to the left of an edge that the mouse moves, after to the right."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsProject
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent

from ...core.imagery import AFTER, Epoch
from .curtain import Curtain
from .drawing import Drawing
from .pictures import MOST_BYTES, Pictures, View, view_of
from .showing import Imagery
from .views import Views

SHARE = 4


class SwipeTool(QgsMapTool):
    """The edge follows the mouse; the wheel zooms as ever; Esc leaves (``left``).

    The picture before is drawn once for each place of the map, never for a move of the mouse.
    """

    left = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject, imagery: Imagery) -> None:
        super().__init__(canvas)
        self._imagery = imagery
        self._views = Views(canvas, project)
        self._drawing = Drawing(canvas, project, Pictures(MOST_BYTES // SHARE), self)
        self._drawing.drawn.connect(self._drawn)
        self._drawing.lost.connect(self._look)
        self._view: Optional[View] = None
        self._hung: Optional[View] = None
        self._at_work = False
        self._share = 0.5
        self.curtain = Curtain(canvas, above=1.0)
        self.setCursor(Qt.CursorShape.SplitHCursor)

    def activate(self) -> None:
        super().activate()
        if not self._at_work:
            self._at_work = True
            for signal in self._signals():
                signal.connect(self._look)
        self._imagery.show(AFTER)
        self._look()

    def deactivate(self) -> None:
        # QGIS may call this twice, or for a tool that never was at work.
        if self._at_work:
            self._at_work = False
            for signal in self._signals():
                signal.disconnect(self._look)
        self._take_down()
        super().deactivate()

    def _signals(self) -> tuple:
        canvas = self.canvas()
        return canvas.extentsChanged, canvas.mapCanvasRefreshed, self._imagery.changed

    def _take_down(self) -> None:
        self._view = self._hung = None
        self.curtain.take_down()

    def _place(self) -> None:
        self.curtain.set_edge(self._share * self.canvas().mapSettings().outputSize().width())

    def _look(self) -> None:
        """Hang the picture before for where the map is now, or have it drawn."""
        before, after = self._imagery.pair.before, self._imagery.pair.after
        self._place()
        if not self._at_work or before is None or after is None:
            self._take_down()
            return
        if self._imagery.side_shown != AFTER:
            self._take_down()
            return
        settings = self._views.with_epoch(before, casebook=True)
        self._view = view_of(settings)
        self.curtain.say(_caption(before), _caption(after))
        picture = self._drawing.pictures.get(self._view)
        if picture is not None:
            self.curtain.hang(picture)
            self._hung = self._view
            return
        if self._hung != self._view:  # of the same place an older picture is better than none
            self.curtain.take_down()
        self._drawing.want([settings])

    def _drawn(self, view: View) -> None:
        if view == self._view:
            self._look()

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        width = self.canvas().mapSettings().outputSize().width()
        self._share = min(max(event.pos().x() / max(width, 1), 0.0), 1.0)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.left.emit()
        else:
            event.ignore()

    def remove(self) -> None:
        """Take everything off the map, for good."""
        self.canvas().unsetMapTool(self)
        self._drawing.remove()
        self.canvas().scene().removeItem(self.curtain)
        self.deleteLater()


def _caption(epoch: Epoch) -> str:
    return epoch.day.isoformat() if epoch.day else epoch.name
