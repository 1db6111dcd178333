"""Two to four pictures side by side, each of an epoch of the person's choice."""

from __future__ import annotations

from datetime import date
from typing import Callable, List, Optional

from qgis.core import QgsProject
from qgis.gui import QgsMapCanvas, QgsMapToolPan
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QCloseEvent
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ...core.imagery import Epoch, newer_than_after
from ...maps.canvas import PatchView
from ...maps.imagery import Imagery
from ...maps.imagery.together import Together
from ...maps.imagery.views import Views
from ...maps.settings import Settings
from ...maps.words import tr

FEWEST, MOST, COLUMNS = 2, 4, 2


def epoch_words(epoch: Epoch) -> str:
    """An epoch in a list: its day first, because that is what it is chosen for."""
    return f"{epoch.day.isoformat()}  {epoch.name}" if epoch.day else epoch.name


class BesideView(QWidget):
    """One map with its own epoch; ``chosen`` when the person takes another one."""

    chosen = pyqtSignal()

    def __init__(self, lead: QgsMapCanvas, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.epochs = QComboBox(self)
        self.epochs.activated.connect(lambda _index: self.chosen.emit())
        self.canvas = QgsMapCanvas(self)
        self.canvas.setCanvasColor(lead.canvasColor())
        self.canvas.enableAntiAliasing(lead.antiAliasingEnabled())
        self.canvas.setDestinationCrs(lead.mapSettings().destinationCrs())
        self.canvas.setMapTool(QgsMapToolPan(self.canvas))
        self.outline = PatchView(self.canvas, QgsProject.instance(), settings)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.epochs)
        layout.addWidget(self.canvas, 1)

    @property
    def epoch(self) -> Optional[Epoch]:
        """The epoch it shows."""
        return self.epochs.currentData()

    def offer(self, epochs: List[Epoch], wanted: Optional[Epoch]) -> None:
        """List epochs and show one of them."""
        self.epochs.clear()
        for epoch in epochs:
            self.epochs.addItem(epoch_words(epoch), epoch)
        if wanted in epochs:
            self.epochs.setCurrentIndex(epochs.index(wanted))


class BesideWindow(QDialog):
    """The maps follow each other and the main one; ``outlined()`` gives the WKB to outline."""

    def __init__(
        self,
        lead: QgsMapCanvas,
        imagery: Imagery,
        settings: Settings,
        outlined: Callable[[], Optional[bytes]],
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(tr("Pictures side by side"))
        self.resize(980, 640)
        self._lead, self._imagery, self._settings = lead, imagery, settings
        self._outlined = outlined
        self._map_views = Views(lead, QgsProject.instance())
        self.together = Together(lead, self)
        self.views: List[BesideView] = []
        self._columns, self._newest_first = COLUMNS, False
        self.count = QSpinBox(self)
        self.count.setRange(FEWEST, MOST)
        self.count.valueChanged.connect(self._set_count)
        top = QHBoxLayout()
        top.addWidget(QLabel(tr("Pictures"), self))
        top.addWidget(self.count)
        top.addStretch(1)
        self._grid = QGridLayout()
        self._grid.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addLayout(self._grid, 1)
        imagery.changed.connect(self._offer)
        self._set_count(FEWEST)

    def show_now(self) -> bool:
        """Before, after and the newest picture in one row; False when there is no newer one."""
        self._newest_first, self._columns = True, MOST
        while self.views:
            self._take_out(self.views.pop())
        self._set_count(FEWEST)
        self.count.setValue(FEWEST + 1)
        return newer_than_after(self._imagery.epochs(), self._imagery.pair) is not None

    def _set_count(self, count: int) -> None:
        while len(self.views) > count:
            self._take_out(self.views.pop())
        while len(self.views) < count:
            self._put_in()
        self._offer()

    def _put_in(self) -> None:
        view = BesideView(self._lead, self._settings, self)
        view.chosen.connect(self._show_layers)
        place = len(self.views)
        self._grid.addWidget(view, place // self._columns, place % self._columns)
        self.views.append(view)
        self.together.add(view.canvas)

    def _take_out(self, view: BesideView) -> None:
        self.together.take_out(view.canvas)
        view.canvas.stopRendering()
        self._grid.removeWidget(view)
        view.deleteLater()

    def _offer(self) -> None:
        """Before, after, and then what else there is, each in a view of its own."""
        epochs, pair = self._imagery.epochs(), self._imagery.pair
        self.count.setMaximum(min(max(FEWEST, len(epochs)), MOST))
        first = [one for one in (pair.before, pair.after) if one is not None]
        others = sorted(epochs, key=lambda one: one.day or date.max)
        newest = newer_than_after(epochs, pair) if self._newest_first else None
        if newest is not None:
            others.insert(0, newest)
        order = list(dict.fromkeys([*first, *others]))
        for index, view in enumerate(self.views):
            view.offer(epochs, order[index] if index < len(order) else None)
        self._show_layers()

    def _show_layers(self) -> None:
        wkb = self._outlined()
        for view in self.views:
            layers = self._map_views.with_epoch(view.epoch, casebook=True).layers()
            view.canvas.setLayers(layers)
            if wkb is None:
                view.outline.clear()
            else:
                view.outline.outline(wkb)
            view.canvas.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.end()
        super().closeEvent(event)

    def reject(self) -> None:
        """Esc closes it, too."""
        self.close()

    def end(self) -> None:
        """Let go of the main map; a window that is closed is made anew when it is wanted."""
        if self.views:
            self._imagery.changed.disconnect(self._offer)
            for view in self.views:
                view.canvas.stopRendering()
            self.together.end()
            self.views = []
            self.deleteLater()
