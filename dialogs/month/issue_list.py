"""A list of findings, worst first as the core gives them; a double click goes to the parcel."""

from __future__ import annotations

from typing import List, Mapping, Optional, Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ...core.model import Finding, Severity
from ...core.text import Text
from ...maps.words import say, tr
from ..parts.colours import ALARM, HURRY

SEVERITY_COLOURS = {Severity.ERROR: ALARM, Severity.WARNING: HURRY}
CHECK_WIDTH = 180
ORDER = list(Severity)


class IssueList(QTreeWidget):
    """``chosen(subject)`` follows a double click or Return on a finding that has a subject;
    ``picked`` another selection."""

    chosen = pyqtSignal(str)
    picked = pyqtSignal()

    def __init__(self, titles: Mapping[str, Text], parent: Optional[QWidget] = None) -> None:
        """``titles`` says what the checks are called; others keep their name."""
        super().__init__(parent)
        self._titles = titles
        self.setHeaderLabels([tr("Severity"), tr("Where"), tr("What"), tr("Check")])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(False)
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(3, CHECK_WIDTH)
        self.itemActivated.connect(self._activated)
        self.itemSelectionChanged.connect(self.picked.emit)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these, errors first."""
        self.clear()
        for finding in sorted(findings, key=lambda one: ORDER.index(one.severity)):
            words = [
                say(finding.severity.label),
                finding.subject,
                say(finding.message),
                self._title(finding.check),
            ]
            item = QTreeWidgetItem(words)
            colour = SEVERITY_COLOURS.get(finding.severity)
            if colour:
                item.setForeground(0, QBrush(QColor(colour)))
            item.setToolTip(2, f"{words[2]}\n{finding.rule}".strip())
            item.setToolTip(3, words[3])
            item.setData(0, Qt.ItemDataRole.UserRole, finding.subject)
            item.setData(1, Qt.ItemDataRole.UserRole, finding)
            self.addTopLevelItem(item)

    def picked_findings(self) -> List[Finding]:
        """The findings that are selected, from the top."""
        return [item.data(1, Qt.ItemDataRole.UserRole) for item in self.selectedItems()]

    def _title(self, check: str) -> str:
        return say(self._titles[check]) if check in self._titles else check

    def _activated(self, item: QTreeWidgetItem) -> None:
        subject = item.data(0, Qt.ItemDataRole.UserRole)
        if subject:
            self.chosen.emit(subject)
