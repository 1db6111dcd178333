"""A chart of the core, drawn by Qt at any size; what is clicked is told by its key."""

from __future__ import annotations

import re
from html import unescape
from typing import Dict, Optional

from qgis.PyQt.QtCore import QEvent, QPointF, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QMouseEvent, QPainter, QPaintEvent
from qgis.PyQt.QtSvg import QSvgRenderer
from qgis.PyQt.QtWidgets import QSizePolicy, QToolTip, QWidget

# A shape with a key, and what a browser would tell of it.
_SHAPE = re.compile(r'<(?:rect|circle) id="([^"]*)"[^>]*>(?:<title>([^<]*)</title>)?')
LEAST_PX, MOST_SCALE = 260, 1.15
NEAR_PX = 3.0


class ChartView(QWidget):
    """As wide as its place, as high as the chart then is. ``chosen`` carries a shape's key."""

    chosen = pyqtSignal(str)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.svg = ""
        self._renderer = QSvgRenderer(self)
        self._told: Dict[str, str] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(LEAST_PX)
        self.setMouseTracking(True)

    def show_chart(self, svg: str) -> None:
        """Show a chart instead of what was shown; empty shows nothing."""
        self.svg = svg
        self._renderer.load(svg.encode("utf-8"))
        told = {unescape(key): unescape(words or "") for key, words in _SHAPE.findall(svg)}
        # A shape of no size is none to Qt, which then tells the whole drawing's.
        self._told = {key: one for key, one in told.items() if self._renderer.elementExists(key)}
        self.updateGeometry()
        self.update()

    @property
    def keys(self) -> Dict[str, str]:
        """What can be clicked, and what is told of each."""
        return dict(self._told)

    # ---- its size

    def _size(self) -> QSize:
        return self._renderer.defaultSize() if self.svg else QSize(LEAST_PX, 0)

    def sizeHint(self) -> QSize:
        """The size that the chart was drawn for."""
        return self._size()

    def hasHeightForWidth(self) -> bool:
        """A chart keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high the chart is when it is so wide."""
        size = self._size()
        scale = min(width / max(1, size.width()), MOST_SCALE)
        return round(size.height() * scale)

    def _place(self) -> QRectF:
        size = self._size()
        if size.isEmpty():
            return QRectF()
        scale = min(self.width() / size.width(), max(1, self.height()) / size.height(), MOST_SCALE)
        width = size.width() * scale
        return QRectF((self.width() - width) / 2, 0, width, size.height() * scale)

    # ---- drawing, pointing

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chart."""
        if not self.svg:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._renderer.render(painter, self._place())
        painter.end()

    def key_at(self, point: QPointF) -> str:
        """The key of the shape at a point of the widget, empty where there is none: of several
        the smallest one, and what was drawn last."""
        place, size = self._place(), self._size()
        if place.isEmpty():
            return ""
        scale = size.width() / place.width()
        at = (point - place.topLeft()) * scale
        near, found = NEAR_PX * scale, []
        for order, key in enumerate(self._told):
            box = self._renderer.boundsOnElement(key)
            if box.adjusted(-near, -near, near, near).contains(at):
                found.append((box.width() * box.height(), -order, key))
        return min(found)[2] if found else ""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell what was clicked."""
        key = self.key_at(QPointF(event.pos()))
        if key and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer what can be clicked."""
        over = self.key_at(QPointF(event.pos()))
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def event(self, event: QEvent) -> bool:
        """The words of a shape beside the pointer."""
        if event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(
                event.globalPos(), self._told.get(self.key_at(QPointF(event.pos())), "")
            )
            return True
        return super().event(event)
