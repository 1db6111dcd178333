"""What reading would change: a row per thing, and for what both sides changed a choice."""

from __future__ import annotations

from typing import Dict, List, Optional, Sequence

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor
from qgis.PyQt.QtWidgets import QComboBox, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from ...core.exchange.kinds import word_of
from ...core.exchange.threeway import Choice, Clash, Compared, FieldKey, How
from ...core.plan import Plan
from ...maps.words import say, tr
from ..parts.colours import ALARM, GOOD
from .state_words import field_words, state_words

MOST_SHOWN = 2000
"""More rows than anybody reads; the counts above the list are of all."""
FIRST = [How.CONFLICT, How.CHANGED, How.NEW, How.KEPT]
COLOURS = {How.CONFLICT: ALARM, How.NEW: GOOD}


class ComparedTree(QTreeWidget):
    """``chosen()`` follows each choice."""

    chosen = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        heads = [tr("Parcel or case"), tr("What"), tr("How"), tr("As it was"), tr("Mine")]
        self.setHeaderLabels([*heads, tr("Theirs"), tr("What is to stand")])
        self.setAlternatingRowColors(True)
        header = self.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(False)
        for column, width in enumerate((210, 110, 90, 130, 130, 130, 110)):
            header.resizeSection(column, width)
        self._boxes: Dict[FieldKey, QComboBox] = {}

    def show_compared(self, compared: Sequence[Compared], plan: Plan) -> None:
        """Show what is not the same: what has to be chosen first."""
        self.clear()
        self._boxes = {}
        told = [one for one in compared if one.how is not How.SAME]
        told.sort(key=lambda one: (FIRST.index(one.how), one.subject))
        for one in told[:MOST_SHOWN]:
            item = QTreeWidgetItem([one.subject, say(word_of(one.kind)), say(one.how.label)])
            colour = COLOURS.get(one.how)
            if colour:
                item.setForeground(2, QBrush(QColor(colour)))
            self.addTopLevelItem(item)
            states = (one.base, one.mine, one.theirs)
            self._put(item, [state_words(state, plan) for state in states])
            for clash in one.clashes:
                self._add_clash(item, clash, plan)
            item.setExpanded(True)

    def _put(self, item: QTreeWidgetItem, words: List[str]) -> None:
        for column, said in enumerate(words, start=3):
            item.setText(column, said)
            item.setToolTip(column, said)

    def _add_clash(self, parent: QTreeWidgetItem, clash: Clash, plan: Plan) -> None:
        item = QTreeWidgetItem(parent, ["", field_words(clash.key[2])])
        self._put(item, [state_words(one, plan) for one in (clash.base, clash.mine, clash.theirs)])
        box = QComboBox(self)
        box.addItem(tr("choose"), None)
        for choice in Choice:
            box.addItem(say(choice.label), choice)
        box.activated.connect(lambda _index: self.chosen.emit())
        self.setItemWidget(item, 6, box)
        self._boxes[clash.key] = box

    def choose_all(self, choice: Choice) -> None:
        """Choose the same for everything."""
        for box in self._boxes.values():
            box.setCurrentIndex(1 + list(Choice).index(choice))
        self.chosen.emit()

    @property
    def choices(self) -> Dict[FieldKey, Choice]:
        """What was chosen so far."""
        found = {key: box.currentData() for key, box in self._boxes.items()}
        return {key: choice for key, choice in found.items() if choice is not None}

    @property
    def is_complete(self) -> bool:
        """True when nothing is left to choose."""
        return len(self.choices) == len(self._boxes)
