"""Previous, next, next undecided, go to a number; and which pictures the map shows."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QLineEdit, QSizePolicy, QToolButton, QWidget

from ..maps.imagery import AFTER, BEFORE, Epoch, Imagery
from ..maps.words import tr


class Navigation(QWidget):
    """Buttons for stepping and for flipping the pictures; the dock connects them."""

    def __init__(self, imagery: Imagery, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._imagery = imagery
        self.previous = self._tool("◀")
        self.next = self._tool("▶")
        self.next_undecided = self._tool(tr("Next undecided"))
        self.flip = self._tool(tr("Before / after"))
        self.number = QLineEdit(self)
        self.number.setPlaceholderText(tr("Go to number"))
        self.number.setClearButtonEnabled(True)
        self._pictures = QLabel(self)
        self._pictures.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._arrange()
        imagery.changed.connect(self._show_pictures)
        self._show_pictures()

    def _tool(self, caption: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(caption)
        return button

    def _arrange(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        for column, widget in enumerate(
            (self.previous, self.next, self.next_undecided, self.number)
        ):
            layout.addWidget(widget, 0, column)
        layout.addWidget(self.flip, 1, 0, 1, 3)
        layout.addWidget(self._pictures, 1, 3)
        layout.setColumnStretch(3, 1)

    def _show_pictures(self) -> None:
        pair = self._imagery.pair
        before, after = _caption(pair.before), _caption(pair.after)
        self._pictures.setToolTip("\n".join(one.name for one in (pair.before, pair.after) if one))
        self.flip.setEnabled(bool(pair.before and pair.after))
        if not (pair.before or pair.after):
            self._pictures.setText(tr("No imagery for these dates"))
            return
        shown = self._imagery.shown
        if pair.get(shown) is None:
            shown = BEFORE if pair.before else AFTER
        first, second = (
            f"<b>{words}</b>" if shown == side else f"<span style='color:gray'>{words}</span>"
            for side, words in ((BEFORE, before), (AFTER, after))
        )
        self._pictures.setText(f"{first} → {second}")


def _caption(epoch: Optional[Epoch]) -> str:
    if epoch is None:
        return tr("none")
    return epoch.day.isoformat() if epoch.day else epoch.name
