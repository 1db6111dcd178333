"""统计: every table of the plan, as of any day, by month, township, month or year."""

from __future__ import annotations

from datetime import datetime, time
from html import escape
from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ...core.progress import Progress, check_cancelled
from ...core.reports.indicator_tables import indicator_tables
from ...core.reports.writing import write_counted
from ...core.statistics import Table, disagreements, statistics_rules, table
from ...maps.marks import badge, mark_and_source
from ...maps.words import chinese, say, term, tr
from ..parts.colours import ALARM
from ..workplace import Workplace
from .counted_dialog import CountedDialog
from .table_grid import TableGrid, period_words

FOLDER = "statistics"
SIZE, LIST_PX = (1120, 620), 270


class StatisticsDialog(CountedDialog):
    """A table of the list at a time; every figure opens its parcels."""

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(work, parent)
        self.setWindowTitle(tr("Statistics"))
        self.resize(*SIZE)
        self.rules = statistics_rules(self._session.plan)
        self.shown: Optional[Table] = None
        self.list = QListWidget(self)
        for one in self.rules.tables.values():
            self._offer(term(one.label), mark_and_source(one.origin, self._source(one.source)))
        heading = QListWidgetItem(tr("For other assessments"))
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.addItem(heading)
        for use in self.rules.indicators:
            self._offer(term(use.label), mark_and_source(use.origin, self._source(use.source)))
        self.list.setCurrentRow(0)
        self.list.currentRowChanged.connect(lambda _row: self.count())
        self.last_year = QCheckBox(tr("with the same period last year"), self)
        self.last_year.toggled.connect(lambda _wanted: self.count())
        self.title, self.note = QLabel(self), QLabel(self)
        self.note.setWordWrap(True)
        self.grid = TableGrid(self)
        self.grid.opened.connect(lambda called: self.show_behind(called, self.grid.cell.parcels))
        self._arrange()
        self.read()

    def _offer(self, words: str, about: str) -> None:
        item = QListWidgetItem(words)
        item.setToolTip(f"{words}\n{about}")
        self.list.addItem(item)

    def _source(self, source: str) -> str:
        return source or self.rules.source

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.bar)
        row.addWidget(self.last_year)
        row.addStretch(1)
        right = QWidget(self)
        inside = QVBoxLayout(right)
        inside.setContentsMargins(0, 0, 0, 0)
        for widget in (self.title, self.grid, self.note):
            inside.addWidget(widget, 1 if widget is self.grid else 0)
        parts = QSplitter(self)
        parts.addWidget(self.list)
        parts.addWidget(right)
        parts.setStretchFactor(1, 1)
        parts.setSizes([LIST_PX, SIZE[0] - LIST_PX])
        buttons = QDialogButtonBox(self)
        save = buttons.addButton(tr("Save as a workbook…"), QDialogButtonBox.ButtonRole.ActionRole)
        save.setAutoDefault(False)
        save.clicked.connect(lambda _checked=False: self._choose_file())
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(row)
        layout.addWidget(parts, 1)
        layout.addWidget(self.task)
        layout.addWidget(buttons)

    def choose(self, code: str) -> None:
        """Choose a table, or an indicator, by its code."""
        codes = [*self.rules.tables, "", *(one.code for one in self.rules.indicators)]
        self.list.setCurrentRow(codes.index(code))

    def _chosen(self) -> Table:
        """What is chosen in the list, counted."""
        at, tables = max(0, self.list.currentRow()), list(self.rules.tables.values())
        if at < len(tables):
            return table(self.facts, tables[at], self.bar.period, self.bar.by, self.bar.units)
        plan, units = self._session.plan, self.bar.units
        every = indicator_tables(self.facts, plan, self.bar.period, units)
        return every[max(0, at - len(tables) - 1)]

    def count(self) -> None:
        """Count the table that is chosen."""
        if self.facts is None:
            return
        self.shown = self._chosen()
        rule = self.shown.rule
        with_last_year = self.last_year.isChecked() and bool(self.shown.total.before)
        self.grid.show_table(self.shown, with_last_year)
        self.title.setText(
            f"<b>{term(rule.label)}</b>　{period_words(self.shown)}　{badge(rule.origin)}"
        )
        self.title.setToolTip(mark_and_source(rule.origin, self._source(rule.source)))
        self._tell_notes(self.shown)

    def _tell_notes(self, shown: Table) -> None:
        """What the plan says of the table, and what in it does not agree."""
        lines = [escape(shown.rule.note)] if shown.rule.note else []
        # Indicators stand beside each other and add up to nothing.
        wrong = disagreements(shown) if shown.rule.sums or shown.rule.not_more else []
        lines += [f"<span style='color:{ALARM}'>{escape(say(one.message))}</span>" for one in wrong]
        self.note.setText("<br>".join(lines))
        self.note.setVisible(bool(lines))

    def _choose_file(self) -> None:
        if self.shown is None:
            return
        settings = self._work.settings
        folder = Path(settings.start_folder(FOLDER))
        name = f"{tr('Statistics')}_{self.shown.day}.xlsx"
        path, _ = QFileDialog.getSaveFileName(
            self, tr("Save as a workbook"), str(folder / name), tr("Workbook (*.xlsx)")
        )
        if path:
            settings.remember_folder(FOLDER, str(Path(path).parent))
            self.save(Path(path))

    def save(self, path: Path) -> None:
        """Write all tables of these months, in Chinese, with sums that live."""
        facts, period = self.facts, self.bar.period
        by, units = self.bar.by, self.bar.units
        rules, when = (
            list(self.rules.tables.values()),
            datetime.combine(self._session.today, time()),
        )

        def work(progress: Progress) -> None:
            found = []
            for at, rule in enumerate(rules):
                check_cancelled(progress)
                progress.at(at, len(rules))
                found.append(table(facts, rule, period, by, units))
            write_counted(found, path, when, chinese)

        self.task.run(
            tr("Writing {file}").format(file=path.name),
            work,
            lambda _result: self.task.tell(tr("Saved: {file}").format(file=path)),
            self._work.messages.error,
        )
