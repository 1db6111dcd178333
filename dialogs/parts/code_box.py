"""A box in which a plan's code is chosen by its words."""

from __future__ import annotations

from typing import Iterable

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox

from ...core.plan import Term
from ...maps.words import say, term


def offer(box: QComboBox, terms: Iterable[Term]) -> None:
    """Offer nothing and these; each says where it comes from."""
    box.clear()
    box.addItem("", "")
    for one in terms:
        box.addItem(term(one.label), one.code)
        box.setItemData(box.count() - 1, say(one.origin.label), Qt.ItemDataRole.ToolTipRole)


def choose(box: QComboBox, code: str) -> None:
    """Choose a code; one of another plan, or of an older version of this one, stays as it is."""
    if box.findData(code) < 0:
        box.addItem(code, code)
    box.setCurrentIndex(box.findData(code))
