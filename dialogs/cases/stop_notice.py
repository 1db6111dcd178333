"""责令停止违法行为通知书: the stop notice of a case as a form."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from ...core.casefile import StopNotice
from ...core.cases.typed import typed_day
from ...core.plan import Plan
from ...maps.words import tr
from ..parts.code_box import choose, offer


class StopNoticeTab(QWidget):
    """Fills itself from a stop notice and gives back what stands in it."""

    edited = pyqtSignal()

    def __init__(self, plan: Plan, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.number, self.day, self.served_to, self.served_on, self.note = (
            QLineEdit(self) for _ in range(5)
        )
        for line in (self.day, self.served_on):
            line.setPlaceholderText("2023-05-08")
        self.result = QComboBox(self)
        offer(self.result, plan.field_rules.stop_results)
        form = QFormLayout(self)
        for caption, widget in (
            (tr("Number of the notice"), self.number),
            (tr("Day of the notice"), self.day),
            (tr("Served to"), self.served_to),
            (tr("Served on"), self.served_on),
            (tr("What came of it"), self.result),
            (tr("Note"), self.note),
        ):
            form.addRow(caption, widget)
        for line in (self.number, self.day, self.served_to, self.served_on, self.note):
            line.textEdited.connect(lambda _text: self.edited.emit())
        self.result.activated.connect(lambda _index: self.edited.emit())

    def show_notice(self, notice: Optional[StopNotice]) -> None:
        """Fill the fields."""
        shown = notice or StopNotice()
        self.number.setText(shown.number)
        self.day.setText(shown.date)
        self.served_to.setText(shown.served_to)
        self.served_on.setText(shown.served_on)
        self.note.setText(shown.note)
        choose(self.result, shown.result)

    def notice(self) -> Optional[StopNotice]:
        """What stands in the fields; ``None`` when all are empty.

        :raises InputError: a day is none.
        """
        made = StopNotice(
            number=self.number.text().strip(),
            date=typed_day(tr("Day of the notice"), self.day.text()),
            served_to=self.served_to.text().strip(),
            served_on=typed_day(tr("Served on"), self.served_on.text()),
            result=self.result.currentData() or "",
            note=self.note.text().strip(),
        )
        return None if made == StopNotice() else made
