"""The questions of a field check as widgets, in the order they are asked on the spot."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Optional

from qgis.PyQt.QtCore import QDate, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from ...core.intake.field_table import names_in
from ...core.model import FieldCheck
from ...core.plan import FieldRules, Plan
from ...maps.words import term, tr
from ..parts.code_box import choose, offer

ISO = "yyyy-MM-dd"
FOUND_LINES_PX = 64
BUILT_LIKE = "2023-03"


class FieldFields(QWidget):
    """Fills itself from a field check and gives back what stands in it."""

    edited = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.people = QLineEdit(self)
        self.people.setPlaceholderText(tr("Names, with 、 between them"))
        self.day = QDateEdit(self)
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat(ISO)
        self.way, self.stage = QComboBox(self), QComboBox(self)
        self.found = QPlainTextEdit(self)
        self.found.setTabChangesFocus(True)
        self.found.setFixedHeight(FOUND_LINES_PX)
        self.use = QComboBox(self)
        self.use.setEditable(True)
        self.build_time, self.actor = QLineEdit(self), QLineEdit(self)
        self.build_time.setPlaceholderText(BUILT_LIKE)
        self.actor_kind, self.stop_result = QComboBox(self), QComboBox(self)
        self.stop_notice = QLineEdit(self)
        self._arrange()
        self._tell_edits()

    def _arrange(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(4)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        above: Optional[QWidget] = None
        for caption, widget in (
            (tr("Checked by"), self.people),
            (tr("Day"), self.day),
            (tr("Way"), self.way),
            (tr("What was found"), self.found),
            (tr("Actual use"), self.use),
            (tr("Stage"), self.stage),
            (tr("Built"), self.build_time),
            (tr("Land user"), self.actor),
            (tr("Kind of land user"), self.actor_kind),
            (tr("Stop notice"), self.stop_notice),
            (tr("What came of it"), self.stop_result),
        ):
            form.addRow(caption, widget)
            if above is not None:
                self.setTabOrder(above, widget)
            above = widget

    def _tell_edits(self) -> None:
        for line in (self.people, self.build_time, self.actor, self.stop_notice):
            line.textEdited.connect(lambda _text: self.edited.emit())
        for box in (self.way, self.stage, self.actor_kind, self.stop_result):
            box.activated.connect(lambda _index: self.edited.emit())
        self.use.editTextChanged.connect(lambda _text: self.edited.emit())
        self.found.textChanged.connect(self.edited.emit)
        self.day.dateChanged.connect(lambda _day: self.edited.emit())

    def take_plan(self, plan: Plan) -> None:
        """Offer the plan's value lists; each says where it comes from."""
        rules: FieldRules = plan.field_rules
        for box, terms in (
            (self.way, rules.ways),
            (self.stage, rules.stages),
            (self.actor_kind, rules.actor_kinds),
            (self.stop_result, rules.stop_results),
        ):
            offer(box, terms)
        self.use.clear()
        self.use.addItem("")
        self.use.addItems([term(one.label) for one in rules.uses])

    def show_check(self, check: FieldCheck) -> None:
        """Fill the fields."""
        self.people.setText("、".join(check.checkers))
        day = QDate.fromString(check.checked_on, ISO)
        self.day.setDate(day if day.isValid() else QDate.currentDate())
        for box, code in (
            (self.way, check.way),
            (self.stage, check.stage),
            (self.actor_kind, check.actor_kind),
            (self.stop_result, check.stop_result),
        ):
            choose(box, code)
        self.found.setPlainText(check.found)
        self.use.setEditText(check.actual_use)
        self.build_time.setText(check.build_time)
        self.actor.setText(check.actor)
        self.stop_notice.setText(check.stop_notice)

    def check(self, number: str) -> FieldCheck:
        """What stands in the fields, as the field check of a parcel."""
        return FieldCheck(
            parcel_number=number,
            checkers=names_in(self.people.text()),
            checked_on=self.day.date().toString(ISO),
            way=self.way.currentData() or "",
            found=self.found.toPlainText().strip(),
            actual_use=self.use.currentText().strip(),
            stage=self.stage.currentData() or "",
            build_time=self.build_time.text().strip(),
            actor=self.actor.text().strip(),
            actor_kind=self.actor_kind.currentData() or "",
            stop_notice=self.stop_notice.text().strip(),
            stop_result=self.stop_result.currentData() or "",
        )


def blank_check(number: str, like: Optional[FieldCheck], today: date) -> FieldCheck:
    """An empty field check with the people, day and way of the one recorded before it."""
    blank = FieldCheck(number, (), today.isoformat(), "")
    if like is None:
        return blank
    return replace(blank, checkers=like.checkers, checked_on=like.checked_on, way=like.way)
