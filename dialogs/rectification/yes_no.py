"""A question with two or three answers in a row, of which none is given at first."""

from __future__ import annotations

from typing import List, Optional, Sequence

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

NOT_GIVEN, YES, NO, NEITHER = -1, 0, 1, 2


class YesNo(QWidget):
    """The first answer is yes, the second no; a third one, if any, neither."""

    changed = pyqtSignal()

    def __init__(self, answers: Sequence[str], parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.buttons: List[QRadioButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for place, words in enumerate(answers):
            button = QRadioButton(words, self)
            self._group.addButton(button, place)
            self.buttons.append(button)
            row.addWidget(button)
        row.addStretch(1)
        self._group.buttonClicked.connect(lambda _button: self.changed.emit())

    @property
    def place(self) -> int:
        """Which answer is given: 0 is the first, -1 none yet."""
        return self._group.checkedId()

    @property
    def chosen(self) -> Optional[bool]:
        """True, False, or None where neither is given."""
        return {YES: True, NO: False}.get(self.place)

    def choose(self, place: int) -> None:
        """Show an answer by its place; -1 shows none."""
        self._group.setExclusive(False)  # an exclusive group cannot be without an answer
        for at, button in enumerate(self.buttons):
            button.setChecked(at == place)
        self._group.setExclusive(True)
