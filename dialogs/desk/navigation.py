"""Previous, next, next undecided; and which picture the map shows, with its date."""

from __future__ import annotations

from typing import Dict, Optional

from qgis.PyQt.QtWidgets import QSizePolicy, QToolButton, QWidget

from ...maps.imagery import AFTER, BEFORE, Epoch, Imagery
from ...maps.words import say, tr
from ..parts.flow_layout import FlowLayout


class Navigation(QWidget):
    """Buttons for stepping and for the two pictures; the dock connects the former."""

    def __init__(self, imagery: Imagery, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._imagery = imagery
        self._key = ""
        layout = FlowLayout(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.previous, self.next, self.next_undecided = (QToolButton(self) for _ in range(3))
        self.previous.setText("◀")
        self.next.setText("▶")
        self.next_undecided.setText(tr("▶ Undecided"))
        self.pictures: Dict[str, QToolButton] = {
            BEFORE: QToolButton(self),
            AFTER: QToolButton(self),
        }
        for button in (self.previous, self.next, self.next_undecided, *self.pictures.values()):
            layout.addWidget(button)
        for side, button in self.pictures.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _checked, side=side: imagery.show(side))
        imagery.changed.connect(self._show_pictures)
        self._show_pictures()

    def _show_pictures(self) -> None:
        pair = self._imagery.pair
        captions = {
            BEFORE: tr("Before {day}").format(day=_day(pair.before)),
            AFTER: tr("After {day}").format(day=_day(pair.after)),
        }
        for side, button in self.pictures.items():
            epoch = pair.get(side)
            button.setText(captions[side])
            button.setEnabled(epoch is not None)
            button.setChecked(epoch is not None and side == self._imagery.side_shown)
            told = self._imagery.told(side)
            hint = f"{tr('Show the other picture')} ({self._key})"
            button.setToolTip(f"{say(told)}\n{hint}" if told else hint)
        self.layout().invalidate()

    def tell_key(self, key: str) -> None:
        """Name the key that flips the pictures."""
        self._key = key
        self._show_pictures()


def _day(epoch: Optional[Epoch]) -> str:
    if epoch is None:
        return tr("none")
    return epoch.day.isoformat() if epoch.day else epoch.name
