"""A strip of small pictures over the map's lower edge: this place in the order of time."""

from __future__ import annotations

from datetime import date
from typing import Dict, List, Optional

from qgis.core import QgsMapSettings, QgsProject
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, QObject, QSize, Qt
from qgis.PyQt.QtGui import QIcon, QPalette, QPixmap
from qgis.PyQt.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...core.imagery import Epoch
from ...maps.imagery import Imagery
from ...maps.imagery.drawing import Drawing
from ...maps.imagery.pictures import Pictures, View, view_of
from ...maps.imagery.views import Views

SMALL = QSize(132, 84)
ROOM_BYTES = 16 * 1024 * 1024
MARGIN = 6


class EpochStrip(QFrame):
    """A click shows that picture on the map instead of the one on the side shown."""

    def __init__(self, canvas: QgsMapCanvas, imagery: Imagery) -> None:
        super().__init__(canvas)
        self._canvas, self._imagery = canvas, imagery
        project = QgsProject.instance()
        self._views = Views(canvas, project)
        self._drawing = Drawing(canvas, project, Pictures(ROOM_BYTES), self)
        self._drawing.drawn.connect(self._show_picture)
        self._drawing.lost.connect(self.draw)
        self._buttons: Dict[View, QToolButton] = {}
        self._arrange()
        canvas.installEventFilter(self)
        canvas.mapCanvasRefreshed.connect(self.draw)
        imagery.changed.connect(self.draw)
        self.hide()

    def _arrange(self) -> None:
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._row = QWidget(self)
        self._layout = QHBoxLayout(self._row)
        self._layout.setContentsMargins(2, 2, 2, 2)
        self._layout.setSpacing(3)
        self._layout.addStretch(1)
        # Inside a map everything would be white, in dark themes too.
        for widget in (self, self._row):
            widget.setBackgroundRole(QPalette.ColorRole.Window)
            widget.setAutoFillBackground(True)
            widget.setPalette(QApplication.palette(self))
        area = QScrollArea(self)
        area.setWidget(self._row)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def toggle(self) -> None:
        """Show it, or hide it again."""
        self.setVisible(not self.isVisible())
        self._place()
        self.draw()

    def draw(self) -> None:
        """Small pictures of where the map is now, the oldest first."""
        if not self.isVisible():
            return
        epochs = sorted(self._imagery.epochs(), key=lambda one: one.day or date.max)
        wanted = [self._small(epoch) for epoch in epochs]
        self._make_buttons(epochs, [view_of(one) for one in wanted])
        for view in self._buttons:
            self._show_picture(view)
        self._drawing.want(wanted)

    def _small(self, epoch: Epoch) -> QgsMapSettings:
        settings = self._views.only_epoch(epoch)
        settings.setOutputSize(SMALL)
        settings.setExtent(self._canvas.extent())
        return settings

    def _make_buttons(self, epochs: List[Epoch], views: List[View]) -> None:
        shown = self._imagery.epoch_shown
        old = list(self._buttons.values())
        while len(old) > len(views):
            old.pop().deleteLater()
        while len(old) < len(views):
            old.append(self._make_button())
        self._buttons = dict(zip(views, old))
        for epoch, button in zip(epochs, old):
            button.setText(epoch.day.isoformat() if epoch.day else epoch.name)
            button.setToolTip(epoch.name)
            button.setProperty("epoch", epoch)
            button.setChecked(shown is not None and epoch.layer_id == shown.layer_id)

    def _make_button(self) -> QToolButton:
        button = QToolButton(self._row)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIconSize(SMALL)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self._choose)
        self._layout.insertWidget(self._layout.count() - 1, button)
        return button

    def _choose(self) -> None:
        self._imagery.use(self.sender().property("epoch"))

    def _show_picture(self, view: View) -> None:
        button, picture = self._buttons.get(view), self._drawing.pictures.get(view)
        if button is not None and picture is not None:
            button.setIcon(QIcon(QPixmap.fromImage(picture)))

    def _place(self) -> None:
        height = self._row.sizeHint().height() + 2 * MARGIN
        height = max(height, SMALL.height() + 4 * MARGIN + self.fontMetrics().height())
        size = self._canvas.size()
        self.setGeometry(0, size.height() - height, size.width(), height)
        self.raise_()

    def eventFilter(self, watched: Optional[QObject], event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def remove(self) -> None:
        """Take it off the map, for good."""
        self._canvas.removeEventFilter(self)
        self._canvas.mapCanvasRefreshed.disconnect(self.draw)
        self._imagery.changed.disconnect(self.draw)
        self._drawing.remove()
        self.hide()
        self.deleteLater()
