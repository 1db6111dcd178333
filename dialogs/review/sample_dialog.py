"""抽查: drawing patches for a spot check, with the seed in the journal."""

from __future__ import annotations

from typing import List, Optional, Tuple

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QSpinBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.casebook import Recorded
from ...core.oversight.notice import in_order
from ...core.oversight.progress import ParcelWork, month_work, names_by_patch
from ...core.oversight.rules import SampleRules, oversight_rules
from ...core.oversight.sampling import Sample, draw, remember, remembered
from ...maps.marks import mark_and_source
from ...maps.words import tr
from ..parts.task_dialog import TaskDialog
from ..workplace import Workplace

NUMBER = Qt.ItemDataRole.UserRole
LEAST_MOST = 1000


class SampleDialog(TaskDialog):
    """A seed gives the same patches wherever it is drawn; a double click goes there."""

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(work, parent)
        self.month = work.session.month
        self.setWindowTitle(tr("Spot checks of {month}").format(month=self.month))
        self.resize(560, 480)
        self._rules = oversight_rules(work.session.plan)
        self.seed = QLineEdit(f"{self.month} {work.session.today.isoformat()}", self)
        self.percent, self.least = QSpinBox(self), QSpinBox(self)
        self.percent.setRange(1, 100)
        self.percent.setValue(self._rules.sample.percent)
        self.percent.setSuffix(" %")
        self.least.setRange(0, LEAST_MOST)
        self.least.setValue(self._rules.sample.least)
        self.earlier = QComboBox(self)
        self.earlier.activated.connect(lambda _index: self._show_chosen())
        self.list = QTreeWidget(self)
        self.list.setHeaderLabels([tr("Unit"), tr("Patch")])
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.itemActivated.connect(self._go)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self._samples: List[Tuple[Recorded, Sample]] = []
        self._arrange()
        self._fill()
        self._enable()

    def _enable(self) -> None:
        self.draw_button.setEnabled(self._session.writable and not self.task.is_running)

    def _arrange(self) -> None:
        tip = mark_and_source(self._rules.sample.origin, self._rules.source)
        form = QFormLayout()
        form.addRow(tr("Seed"), self.seed)
        form.addRow(tr("Of each unit"), self.percent)
        form.addRow(tr("At least, patches"), self.least)
        form.addRow(tr("Drawn so far"), self.earlier)
        for widget in (self.percent, self.least):
            widget.setToolTip(tip)
        buttons = QDialogButtonBox(self)
        self.draw_button = buttons.addButton(
            tr("Draw and record"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.draw_button.clicked.connect(lambda _checked: self.draw())
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.told)
        layout.addWidget(self.task)
        layout.addWidget(buttons)

    def draw(self) -> None:
        """Read the month in a task, draw with the seed and record it."""
        if self.task.is_running:
            return
        seed = self.seed.text().strip()
        if not seed:
            self.told.setText(tr("Write a seed: any words or numbers."))
            return
        rules = SampleRules(self.percent.value(), self.least.value(), self._rules.sample.origin)
        session, month = self._session, self.month
        book, plan, today = session.book, session.plan, session.today
        self.task.run(
            tr("Reading {month}").format(month=month),
            lambda _progress: month_work(book, plan, month, today),
            lambda work: self._draw(work, seed, rules),
        )

    def _draw(self, work: List[ParcelWork], seed: str, rules: SampleRules) -> None:
        units = {one.patch: one.unit for one in work}
        with self._work.messages.guard():
            remember(self._session.book, draw(units, self.month, seed, rules))
            self._session.notice_news()
            self._fill()

    def _fill(self) -> None:
        self._samples = remembered(self._session.book, self.month)
        self.earlier.clear()
        for entry, sample in self._samples:
            self.earlier.addItem(f"{entry.at[:16].replace('T', ' ')}  {sample.seed}")
        self._show_chosen()

    def _show_chosen(self) -> None:
        self.list.clear()
        at = self.earlier.currentIndex()
        if not 0 <= at < len(self._samples):
            self.told.setText(tr("Nothing was drawn this month."))
            return
        entry, sample = self._samples[at]
        plan = self._session.plan
        units = {number: unit for unit, numbers in sample.drawn.items() for number in numbers}
        names = names_by_patch(self._session.book, units, plan, tr)
        for unit in in_order(sample.drawn, plan):
            numbers, total = sample.drawn[unit], sample.out_of[unit]
            words = tr("{unit}: {count} of {total}").format(
                unit=names[unit],
                count=len(numbers),
                total=total,
            )
            parent = QTreeWidgetItem([words])
            for number in numbers:
                item = QTreeWidgetItem(parent, ["", number])
                item.setData(0, NUMBER, number)
            self.list.addTopLevelItem(parent)
            parent.setExpanded(True)
        self.told.setText(
            tr(
                "Entry {seq} by {who}: seed “{seed}”, list {hash}. The same seed and list give "
                "the same patches."
            ).format(seq=entry.seq, who=entry.who, seed=sample.seed, hash=sample.population[:12])
        )

    def _go(self, item: QTreeWidgetItem) -> None:
        number = item.data(0, NUMBER)
        if number:
            with self._work.messages.guard():
                parcels = self._session.book.parcels_of(number)
                if parcels:
                    self._session.show_anywhere(parcels[0].number)
