"""What the parcel lies on as one bar: the parts add up to 100 %, "of which" in thin lines below."""

from __future__ import annotations

from typing import Dict, List, Optional, Tuple

from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from ...core.model import Figures
from ...core.overlay.shares import PARTS, shares
from ...maps.proposal_words import figure_names
from ...maps.words import tr

COLOURS = {
    "cultivated": "#e3c04b",
    "other_agricultural": "#8fbf6a",
    "unused": "#c9b9a0",
    "construction": "#d9776b",
    "uncovered": "#9aa3ad",
    "basic_farmland": "#2e8b57",
    "red_line": "#d0342c",
    "urban": "#7a4fa3",
}
LINES = ("basic_farmland", "red_line", "urban")
BAR, LINE, GAP = 13, 2, 1
DARK = QColor("#202020")


class ShareBar(QWidget):
    """Shows figures, or an empty frame where there are none yet."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._parts: List[Tuple[str, float]] = []
        self._lines: List[Tuple[str, float]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(120, BAR + len(LINES) * (LINE + GAP))

    def show_figures(self, figures: Optional[Figures]) -> None:
        """Take a parcel's figures."""
        found = shares(figures) if figures else {}
        known = {name: float(share) for name, share in found.items() if share}
        self._parts = [(name, known[name]) for name in PARTS if name in known]
        self._lines = [(name, known[name]) for name in LINES if name in known]
        self.setToolTip(_told(known))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().mid())
        painter.drawRect(QRectF(0, 0, self.width(), BAR))
        left = 0.0
        for name, share in self._parts:
            box = QRectF(left, 0, self.width() * share / 100, BAR)
            painter.fillRect(box, QColor(COLOURS[name]))
            self._write(painter, box, share)
            left += box.width()
        top = BAR + GAP
        for name, share in self._lines:
            painter.fillRect(
                QRectF(0, top, self.width() * share / 100, LINE), QColor(COLOURS[name])
            )
            top += LINE + GAP

    def _write(self, painter: QPainter, box: QRectF, share: float) -> None:
        """The percentage, where there is room for it."""
        words = f"{share:.0f} %"
        if painter.fontMetrics().horizontalAdvance(words) + 6 < box.width():
            painter.setPen(DARK)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)
            painter.setPen(Qt.PenStyle.NoPen)


def _told(known: Dict[str, float]) -> str:
    called = figure_names()
    lines = [f"{called[name]}  {known[name]:.2f} %" for name in PARTS if name in known]
    inside = [f"{called[name]}  {known[name]:.2f} %" for name in LINES if name in known]
    return "\n".join([*lines, *([tr("Of which:")] if inside else []), *inside])
