"""决定与执行: what was decided about the parcel's cases beside what was carried out."""

from __future__ import annotations

from decimal import Decimal
from typing import Optional

from qgis.PyQt.QtGui import QBrush, QColor
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ...core.model import Dossier
from ...core.plan import Plan
from ...core.rectification import Pair, pairs_of
from ...core.text import COMMA
from ...maps.words import say, term, tr
from ..cases.tables import penalty_words
from ..parts.colours import ALARM, GOOD

REMAINS = 6


class PenaltiesBeside(QTreeWidget):
    """Shows pairs and changes nothing; the first column is the number of the case."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        headings = (
            *(tr("Case"), tr("Penalty"), tr("Decided"), tr("Decided on"), tr("Carried out")),
            *(tr("Carried out on"), tr("Remains"), tr("Measures that carry it out")),
        )
        self.setHeaderLabels(list(headings))
        self.setRootIsDecorated(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)

    def show_pairs(self, dossier: Dossier, plan: Plan) -> None:
        """A row for each penalty; a case without one has a row, too."""
        self.clear()
        pairs = pairs_of(dossier, plan)
        self.addTopLevelItems([_item(one, plan) for one in pairs])
        decided = {one.case_number for one in pairs}
        for number in (file.case.number for file in dossier.cases):
            if number not in decided:
                self.addTopLevelItem(QTreeWidgetItem([number, tr("nothing decided yet")]))


def _item(pair: Pair, plan: Plan) -> QTreeWidgetItem:
    one, kind = pair.penalty, pair.kind
    name = penalty_words(kind) if kind else one.kind
    ways = dict.fromkeys(measure.way for measure in pair.measures)
    rules = plan.rectification_rules
    measures = say(COMMA).join(term(rules.way_label(way)) for way in ways)
    decided = (pair.case_number, name, _number(one.decided), one.decided_on)
    done = (_number(one.done), one.done_on, _number(pair.remains), measures)
    item = QTreeWidgetItem([*decided, *done])
    if pair.remains is not None:
        colour = GOOD if pair.is_carried_out else ALARM
        item.setForeground(REMAINS, QBrush(QColor(colour)))
    return item


def _number(amount: Optional[Decimal]) -> str:
    return "" if amount is None else f"{amount:,}"
