"""One line that never asks for more room: what does not fit is cut with "…" and in the tooltip."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QWidget


class ElidedLabel(QLabel):
    """``full`` is what it says, whatever of it is shown."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.full = ""
        self._tip = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, words: str, tip: str = "") -> None:
        """Show these words, as far as they fit; ``tip`` is the tooltip whether they do or not."""
        self.full, self._tip = words, tip
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        metrics, side = self.fontMetrics(), Qt.TextElideMode.ElideRight
        shown = metrics.elidedText(self.full, side, self.contentsRect().width())
        self.setText(shown)
        self.setToolTip(self._tip or ("" if shown == self.full else self.full))
