"""What the map does from patch to patch, and hiding the outline while a key is held."""

from __future__ import annotations

from typing import Dict, List, Optional

from qgis.PyQt.QtCore import QEvent, QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QActionGroup, QApplication, QMenu, QToolButton, QWidget

from ...maps.canvas import PatchView
from ...maps.settings import Movement, Settings
from ...maps.words import tr
from .keys import Key

FACTORS = (1.2, 1.5, 2.5, 4.0, 8.0)


class MapWay(QToolButton):
    """A button with the choices; they are the person's and stay for the next time."""

    def __init__(
        self, view: PatchView, settings: Settings, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._view, self._settings = view, settings
        self._held = HeldKey(self)
        self._held.released.connect(lambda: view.set_outlined(True))
        self.setText("↔")
        self.setToolTip(tr("What the map does from patch to patch"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self.ways: Dict[Movement, QAction] = {}
        group = QActionGroup(menu)
        for movement, caption in (
            (Movement.FIT, tr("Fit the patch")),
            (Movement.KEEP_SCALE, tr("Keep the scale, centre the patch")),
            (Movement.STAY, tr("Don't move the map")),
        ):
            self.ways[movement] = self._choice(menu, group, caption)
            self.ways[movement].triggered.connect(
                lambda _checked=False, movement=movement: self._move(movement)
            )
        menu.addSection(tr("When fitting, show"))
        self.factors: Dict[float, QAction] = {}
        group = QActionGroup(menu)
        for factor in FACTORS:
            caption = tr("{factor} times the patch").format(factor=factor)
            self.factors[factor] = self._choice(menu, group, caption)
            self.factors[factor].triggered.connect(
                lambda _checked=False, factor=factor: self._fit(factor)
            )
        menu.aboutToShow.connect(self._check)
        self.setMenu(menu)

    def _choice(self, menu: QMenu, group: QActionGroup, caption: str) -> QAction:
        action = group.addAction(menu.addAction(caption))
        action.setCheckable(True)
        return action

    def keys(self) -> List[Key]:
        """The command that hides the outline."""
        return [Key("hide_outline", tr("hide the outline while held"), "G", self._hide)]

    def _check(self) -> None:
        self.ways[self._settings.movement].setChecked(True)
        if self._settings.zoom_factor in self.factors:
            self.factors[self._settings.zoom_factor].setChecked(True)

    def _move(self, movement: Movement) -> None:
        self._settings.movement = movement
        self._view.go()

    def _fit(self, factor: float) -> None:
        self._settings.zoom_factor = factor
        self._move(Movement.FIT)

    def _hide(self) -> None:
        self._view.set_outlined(False)
        self._held.wait()

    def remove(self) -> None:
        """Listen to no key any more."""
        self._held.stop()


class HeldKey(QObject):
    """Tells when the key that is down now is let go, or the window is left meanwhile."""

    released = pyqtSignal()

    def wait(self) -> None:
        """Begin to listen."""
        QApplication.instance().installEventFilter(self)

    def stop(self) -> None:
        """Listen no more."""
        QApplication.instance().removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        let_go = event.type() == QEvent.Type.KeyRelease and not event.isAutoRepeat()
        if let_go or event.type() == QEvent.Type.ApplicationDeactivate:
            self.stop()
            self.released.emit()
        return False
