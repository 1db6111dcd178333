"""问责比例: the ratio, what if, the year's course carried on, early warnings."""

from __future__ import annotations

from typing import Dict, List, Optional

from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ...core.reports.papers import office_name
from ...core.reports.ratio_views import (
    Behind,
    compared_title,
    course_of_year,
    course_title,
    ratio_chart,
)
from ...core.statistics.accountability import ratio_rules
from ...core.statistics.ratio import Ratio, ratio
from ...core.statistics.warning import Warning, warnings
from ...maps.marks import badge, mark_and_source
from ...maps.words import say, term, tr
from ..workplace import Workplace
from .chart_view import ChartView
from .counted_dialog import CountedDialog
from .reports_dialog import ReportsDialog
from .table_grid import TableGrid, period_words
from .what_if import WhatIf

SIZE, LIST_PX = (1160, 680), 240


class RatioDialog(CountedDialog):
    """Counted anew at each choice; draws no conclusion and records nothing."""

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(work, parent)
        self.setWindowTitle(tr("Accountability ratio"))
        self.resize(*SIZE)
        self.rules = ratio_rules(self._session.plan)
        self.found: Optional[Ratio] = None
        self.warnings: List[Warning] = []
        self.title, self.method, self.how = QLabel(self), QLabel(self), QLabel(self)
        for label in (self.method, self.how):
            label.setWordWrap(True)
        self.grid = TableGrid(self)
        self.grid.opened.connect(lambda called: self.show_behind(called, self.grid.cell.parcels))
        self.chart, self.course = ChartView(self), ChartView(self)
        self.chart.chosen.connect(self._show_unit)
        self.course.chosen.connect(self._show_point)
        self._points: Dict[str, Behind] = {}
        self.what_if = WhatIf(self._assume, self)
        self.unit = QComboBox(self)
        self.unit.activated.connect(lambda _index: self._show_course())
        self.units, self.notice = QListWidget(self), QPlainTextEdit(self)
        self.units.currentRowChanged.connect(self._show_notice)
        self.tabs = QTabWidget(self)
        self._arrange()
        self.read()

    def _arrange(self) -> None:
        self.tabs.addTab(self._page(self.title, self.grid, self.chart, self.method), tr("Ratio"))
        self.tabs.addTab(self.what_if, tr("What if"))
        self.tabs.addTab(self._page(self.unit, self.course, self.how), tr("Course and forecast"))
        self.tabs.addTab(self._warnings_page(), tr("Early warnings"))
        buttons = QDialogButtonBox(self)
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.bar)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.task)
        layout.addWidget(buttons)

    def _page(self, *widgets: QWidget) -> QScrollArea:
        inside = QWidget(self)
        layout = QVBoxLayout(inside)
        for widget in widgets:
            layout.addWidget(widget)
        layout.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        return area

    def _warnings_page(self) -> QWidget:
        row = QHBoxLayout()
        for caption, does in (
            (tr("Copy the notice"), self.copy_notice),
            (tr("Make it a paper…"), self.show_paper),
        ):
            button = QPushButton(caption, self)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, does=does: does())
            row.addWidget(button)
        row.addStretch(1)
        parts = QSplitter(self)
        parts.addWidget(self.units)
        parts.addWidget(self.notice)
        parts.setSizes([LIST_PX, SIZE[0] - LIST_PX])
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.addWidget(parts, 1)
        layout.addLayout(row)
        return page

    # ---- counting

    def count(self) -> None:
        """Count the ratio and show all that follows from it."""
        if self.facts is None:
            return
        self.found = self._ratio(self.bar.by or "unit", units=self.bar.units)
        self.grid.show_table(self.found.table, False)
        self._fit_grid()
        rules = self.rules
        mark = f"{badge(rules.basis.origin)} <small>{say(rules.basis.sure.label)}</small>"
        self.title.setText(f"<b>{term(rules.label)}</b>　{period_words(self.found.table)}　{mark}")
        self.title.setToolTip(mark_and_source(rules.basis.origin, rules.basis.source))
        self.method.setText(term(rules.method))
        by_unit = self._ratio("unit")
        self.chart.show_chart(ratio_chart(by_unit, rules.compared, compared_title(by_unit), tr))
        self.what_if.show_ratio(self.facts, by_unit, self._session.plan)
        self._offer_units(by_unit)
        self._warn(by_unit)

    def _fit_grid(self) -> None:
        rows = sum(self.grid.rowHeight(at) for at in range(self.grid.rowCount()))
        header = self.grid.horizontalHeader().sizeHint().height()
        bar = self.grid.horizontalScrollBar().sizeHint().height()
        self.grid.setFixedHeight(rows + header + bar + 2 * self.grid.frameWidth())

    def _ratio(self, by: str, assumed: tuple[str, ...] = (), units: tuple[str, ...] = ()) -> Ratio:
        return ratio(self.facts, self.rules, self.bar.period, by, units, assumed)

    def _assume(self, numbers: tuple[str, ...]) -> Ratio:
        return self._ratio("unit", numbers)

    def _show_unit(self, key: str) -> None:
        code = key.partition("/")[2]
        found = self._ratio("unit")
        row = found.table.row(code)
        self.show_behind(row.label, found.on_top(row).parcels)

    # ---- the course

    def _offer_units(self, by_unit: Ratio) -> None:
        chosen = self.unit.currentData() or ""
        self.unit.clear()
        self.unit.addItem(tr("All units"), "")
        for row in by_unit.table.rows:
            self.unit.addItem(row.label or row.code, row.code)
        self.unit.setCurrentIndex(max(0, self.unit.findData(chosen)))
        self._show_course()

    def _show_course(self) -> None:
        month = self.bar.month.currentText()
        if self.facts is None or not month:
            return
        unit, title = self.unit.currentData(), course_title(month).say(tr)
        found = course_of_year(self.facts, self.rules, month, unit, tr, title)
        self._points = {one.key: one for one in found.points}
        self.course.show_chart(found.svg)
        self.how.setText(say(found.how))

    def _show_point(self, key: str) -> None:
        one = self._points[key]
        called = tr("{period}: in the ratio's numerator").format(period=say(one.period))
        self.show_behind(called, one.parcels)

    # ---- the warnings

    def _warn(self, by_unit: Ratio) -> None:
        session = self._session
        city = office_name(session.book, session.plan)
        day = self.bar.day.date().toPyDate()
        self.warnings = warnings(self.facts, by_unit, session.plan, city, day)
        self.units.clear()
        for one in self.warnings:
            row = by_unit.table.row(one.unit)
            share = row.cells[self.rules.compared].shown
            self.units.addItem(f"{row.label or row.code}　{share}%　{term(one.line.label)}")
        if self.warnings:
            self.units.setCurrentRow(0)
        else:
            self.notice.setPlainText(tr("No unit reaches a line."))

    def _show_notice(self, row: int) -> None:
        if 0 <= row < len(self.warnings):
            self.notice.setPlainText(self.warnings[row].text)

    def show_paper(self) -> Optional[ReportsDialog]:
        """Open the papers at the notice for this unit; None where the plan has no such paper."""
        form = ReportsDialog(self._work, self)
        about = [code for code, rule in form.desk.rules.papers.items() if rule.about_unit]
        at = self.units.currentRow()
        if not about or not 0 <= at < len(self.warnings):
            form.deleteLater()
            self.task.tell(tr("There is no paper for it."))
            return None
        form.choose(about[0], self.warnings[at].unit)
        self.behind.append(form)
        form.show()
        return form

    def copy_notice(self) -> None:
        """Put the notice, as it was edited, on the clipboard."""
        QGuiApplication.clipboard().setText(self.notice.toPlainText())
        self.task.tell(tr("The notice is on the clipboard."))
