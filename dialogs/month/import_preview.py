"""Everything about a file before anything is written: rows, fields, refusals, differences."""

from __future__ import annotations

from typing import Dict, List, Optional, Sequence

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHeaderView,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QWidget,
)

from ...core.intake import Comparison, Draft
from ...core.intake.records import MEANINGS
from ...maps.words import say, tr
from ..parts.wording import unit
from .issue_list import IssueList

# A form with 50,000 lines helps nobody; the counts are told in full.
LINES_SHOWN = 500


def meaning_title(meaning: str) -> str:
    """What a person calls a meaning that a field can have, or another column of the preview."""
    others = {"row": tr("Row"), "area_m2": tr("Computed area, m²")}
    return others.get(meaning) or say(MEANINGS[meaning])


def _column_title(meaning: str, area_unit: str) -> str:
    title = meaning_title(meaning)
    if meaning == "issued_area" and area_unit:
        return f"{title} ({unit(area_unit)})"
    return title


class FieldMap(QWidget):
    """Which field of the file has which meaning; ``changed`` when the person says otherwise."""

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.combos: Dict[str, QComboBox] = {}
        self._asked: Dict[str, str] = {}
        form = QFormLayout(self)
        for meaning in MEANINGS:
            combo = QComboBox(self)
            combo.activated.connect(lambda _index, name=meaning: self._chosen(name))
            self.combos[meaning] = combo
            form.addRow(meaning_title(meaning), combo)

    def _chosen(self, meaning: str) -> None:
        self._asked[meaning] = self.combos[meaning].currentData()
        self.changed.emit()

    def forget(self) -> None:
        """Nothing asked any more, for another file."""
        self._asked = {}

    def show_fields(self, fields: Sequence[str], found: Dict[str, str]) -> None:
        """Offer the file's fields and show what was taken for what."""
        for meaning, combo in self.combos.items():
            combo.clear()
            combo.addItem(tr("no field"), "")
            for name in fields:
                combo.addItem(name, name)
            combo.setCurrentIndex(max(0, combo.findData(found.get(meaning, ""))))

    def asked(self) -> Dict[str, str]:
        """Meaning → field name, as far as the person has chosen."""
        return dict(self._asked)


class ImportPreview(QTabWidget):
    """Tabs: the first rows, the fields, what is refused, what differs, what to know."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.sample = _table(self)
        self.fields = FieldMap(self)
        self.refused = _table(self)
        self.changed = _table(self)
        self.notes = IssueList({}, self)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.fields)
        self._tabs = (
            (self.sample, tr("Preview")),
            (scroll, tr("Fields")),
            (self.refused, tr("Refused")),
            (self.changed, tr("Different from the casebook")),
            (self.notes, tr("Notes")),
        )
        for widget, title in self._tabs:
            self.addTab(widget, title)

    def show_draft(self, draft: Draft) -> None:
        """Show what was read."""
        columns = list(draft.sample[0]) if draft.sample else []
        _fill(
            self.sample,
            [_column_title(one, draft.source.area_unit) for one in columns],
            [[row.get(one, "") for one in columns] for row in draft.sample],
        )
        first = len(draft.sample) < len(draft.patches) + len(draft.refused)
        self._count(0, len(draft.sample) if first else 0, tr("first {count} rows"))
        names = list(draft.patches[0].issued) if draft.patches else list(draft.fields.values())
        self.fields.show_fields(names, draft.fields)
        _fill(
            self.refused,
            [tr("Row"), tr("Patch number"), tr("Why")],
            [[str(one.row), one.number, say(one.reason)] for one in draft.refused[:LINES_SHOWN]],
        )
        self.notes.show_findings(draft.notes[:LINES_SHOWN])
        self._count(2, len(draft.refused))
        self._count(4, len(draft.notes))
        self.show_comparison(None)

    def show_comparison(self, comparison: Optional[Comparison]) -> None:
        """Show what differs from the casebook."""
        changes = comparison.changed if comparison else []
        _fill(
            self.changed,
            [tr("Patch number"), tr("Difference")],
            [[one.number, say(one.what)] for one in changes[:LINES_SHOWN]],
        )
        self._count(3, len(changes))

    def _count(self, tab: int, count: int, words: str = "{count}") -> None:
        title = self._tabs[tab][1]
        self.setTabText(tab, f"{title} ({words.format(count=count)})" if count else title)

    def show_tab(self, widget: QWidget) -> None:
        """Bring a tab to the front."""
        self.setCurrentWidget(widget)


def _table(parent: QWidget) -> QTableWidget:
    table = QTableWidget(parent)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.verticalHeader().hide()
    table.setWordWrap(True)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    return table


def _fill(table: QTableWidget, titles: Sequence[str], rows: List[List[str]]) -> None:
    table.clear()
    table.setColumnCount(len(titles))
    table.setHorizontalHeaderLabels(list(titles))
    table.setRowCount(len(rows))
    for line, row in enumerate(rows):
        for column, words in enumerate(row):
            item = QTableWidgetItem(words)
            item.setToolTip(words)
            table.setItem(line, column, item)
    table.resizeColumnsToContents()
    table.horizontalHeader().setStretchLastSection(True)
