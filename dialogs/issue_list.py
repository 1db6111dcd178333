"""A list of findings, worst first as the core gives them; a double click goes to the parcel."""

from __future__ import annotations

from typing import Optional, Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ..core.model import Finding, Severity
from ..maps.words import say, tr
from .colours import ALARM, HURRY

SEVERITY_COLOURS = {Severity.ERROR: ALARM, Severity.WARNING: HURRY}
ORDER = list(Severity)


class IssueList(QTreeWidget):
    """``chosen(subject)`` follows a double click or Return on a finding that has a subject."""

    chosen = pyqtSignal(str)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setHeaderLabels([tr("Severity"), tr("Where"), tr("What"), tr("Check")])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(False)
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.itemActivated.connect(self._activated)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these, errors first."""
        self.clear()
        for finding in sorted(findings, key=lambda one: ORDER.index(one.severity)):
            words = [
                say(finding.severity.label),
                finding.subject,
                say(finding.message),
                finding.check,
            ]
            item = QTreeWidgetItem(words)
            colour = SEVERITY_COLOURS.get(finding.severity)
            if colour:
                item.setForeground(0, QBrush(QColor(colour)))
            item.setToolTip(2, words[2])
            item.setData(0, Qt.ItemDataRole.UserRole, finding.subject)
            self.addTopLevelItem(item)

    def _activated(self, item: QTreeWidgetItem) -> None:
        subject = item.data(0, Qt.ItemDataRole.UserRole)
        if subject:
            self.chosen.emit(subject)
