"""A drawn picture laid over the map, whole or up to an edge that follows the mouse."""

from __future__ import annotations

from typing import Optional

from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

# Over the map itself (-10), under outlines and whatever is drawn on it (0 and more).
OVER_THE_MAP = -6.0
EDGE, EDGE_SHADE = QColor(255, 255, 255), QColor(0, 0, 0, 150)
PAPER, INK = QColor(0, 0, 0, 170), QColor(255, 255, 255)
GAP, PADDING, GRIP = 10.0, 5.0, 11.0


class Curtain(QgsMapCanvasItem):
    """Paints a picture that was drawn before; nothing is drawn anew when the edge moves.

    The picture carries the screen's pixel ratio, so a dense screen shows it sharp.
    """

    def __init__(self, canvas: QgsMapCanvas, above: float = 0.0) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._picture: Optional[QImage] = None
        self._edge: Optional[float] = None
        self._words = ("", "")
        self.painted = 0
        self.setZValue(OVER_THE_MAP + above)
        self.hide()

    @property
    def picture(self) -> Optional[QImage]:
        """The picture that hangs there."""
        return self._picture

    @property
    def edge(self) -> Optional[float]:
        """Where it ends, in pixels from the left; None: it covers the map."""
        return self._edge

    def hang(self, picture: QImage) -> None:
        """Lay a picture over the map."""
        self.prepareGeometryChange()
        self._picture = picture
        self.show()
        self.update()

    def take_down(self) -> None:
        """Take it away."""
        if self._picture is not None:
            self.hide()
            self._picture = None

    def set_edge(self, x: Optional[float]) -> None:
        """Show it only to the left of ``x``."""
        self._edge = x
        self.update()

    def say(self, left: str, right: str) -> None:
        """Write at the edge what lies on either side of it."""
        self._words = (left, right)
        self.update()

    def boundingRect(self) -> QRectF:
        size = self._canvas.mapSettings().outputSize()
        return QRectF(0, 0, size.width(), size.height())

    def updatePosition(self) -> None:
        """The picture is of the whole window: its place never changes."""
        self.setPos(QPointF(0, 0))

    def paint(self, painter: QPainter, *_: object) -> None:
        if self._picture is None:
            return
        self.painted += 1
        box = self.boundingRect()
        if self._edge is None:
            painter.drawImage(QPointF(0, 0), self._picture)
            return
        painter.save()
        painter.setClipRect(QRectF(0, 0, self._edge, box.height()))
        painter.drawImage(QPointF(0, 0), self._picture)
        painter.restore()
        self._paint_edge(painter, box)

    def _paint_edge(self, painter: QPainter, box: QRectF) -> None:
        x, middle = self._edge, box.height() / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, width in ((EDGE_SHADE, 4.0), (EDGE, 2.0)):
            painter.setPen(QPen(colour, width))
            painter.drawLine(QPointF(x, 0), QPointF(x, box.height()))
        painter.setBrush(EDGE)
        painter.setPen(QPen(EDGE_SHADE, 1.5))
        painter.drawEllipse(QPointF(x, middle), GRIP, GRIP)
        painter.setPen(QPen(EDGE_SHADE, 2.0))
        for side in (-1, 1):
            tip = QPointF(x + side * GRIP * 0.6, middle)
            for up in (-1, 1):
                painter.drawLine(tip, QPointF(x + side * GRIP * 0.2, middle + up * GRIP * 0.4))
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        font = QFont(self._canvas.font())
        font.setBold(True)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        left, right = self._words
        width = metrics.boundingRect(left).width() + 2 * PADDING
        self._paint_label(painter, metrics, self._edge - GAP - width, left)
        self._paint_label(painter, metrics, self._edge + GAP, right)

    def _paint_label(self, painter: QPainter, metrics: QFontMetricsF, x: float, words: str) -> None:
        if not words:
            return
        width = metrics.boundingRect(words).width() + 2 * PADDING
        paper = QRectF(x, GAP, width, metrics.height() + PADDING)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(PAPER)
        painter.drawRoundedRect(paper, 3, 3)
        painter.setPen(INK)
        painter.drawText(paper, Qt.AlignmentFlag.AlignCenter, words)
