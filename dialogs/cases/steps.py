"""立案: the steps of a case with their days, and why a case is not filed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Dict, List, Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ...core.casefile import CaseStep, Filing
from ...core.cases import Due
from ...core.cases.typed import typed_day
from ...core.errors import InputError
from ...core.plan import Plan, StepRule
from ...core.text import text
from ...maps.words import say, term, tr
from ..parts.code_box import choose, offer
from .words import about_term, state_colour, state_words

DAY_WIDTH_PX = 104


@dataclass(frozen=True)
class StepRow:
    """The widgets of one step."""

    rule: StepRule
    day: QLineEdit
    document: QLineEdit
    state: QLabel


class StepsTab(QWidget):
    """Fills itself from what is recorded and gives back what stands in it."""

    edited = pyqtSignal()

    def __init__(self, plan: Plan, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self._kept: Dict[str, CaseStep] = {}
        self.rows: Dict[str, StepRow] = {}
        self.reason = QComboBox(self)
        self.explanation = QLineEdit(self)
        self._arrange()
        offer(self.reason, plan.case_rules.reasons.values())

    def _arrange(self) -> None:
        content = QWidget(self)
        grid = QGridLayout(content)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(2, 1)
        grid.setColumnStretch(3, 1)
        headings = (tr("Step"), tr("Date"), tr("Document number"), tr("Term"))
        for column, heading in enumerate(headings):
            grid.addWidget(QLabel(f"<b>{heading}</b>", content), 0, column)
        for at, rule in enumerate(self._plan.case_rules.steps.values(), start=1):
            self.rows[rule.code] = self._row(rule, grid, at, content)
        grid.setRowStretch(len(self.rows) + 1, 1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        form = QFormLayout()
        form.addRow(tr("Why it is not filed"), self.reason)
        form.addRow(tr("Explanation"), self.explanation)
        layout = QVBoxLayout(self)
        layout.addWidget(area, 1)
        layout.addLayout(form)
        self.reason.activated.connect(lambda _index: self.edited.emit())
        self.explanation.textEdited.connect(lambda _text: self.edited.emit())

    def _row(self, rule: StepRule, grid: QGridLayout, at: int, parent: QWidget) -> StepRow:
        title = QLabel(term(rule.label), parent)
        title.setToolTip(say(rule.origin.label))
        row = StepRow(rule, QLineEdit(parent), QLineEdit(parent), QLabel(parent))
        title.setBuddy(row.day)
        row.day.setFixedWidth(DAY_WIDTH_PX)
        row.day.setPlaceholderText("2023-05-08")
        row.document.setPlaceholderText(rule.document)
        row.state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for column, widget in enumerate((title, row.day, row.document, row.state)):
            grid.addWidget(widget, at, column)
        for line in (row.day, row.document):
            line.textEdited.connect(lambda _text: self.edited.emit())
        return row

    def show_filing(self, filing: Filing) -> None:
        """Fill the fields."""
        self._kept = dict(filing.steps)
        for code, row in self.rows.items():
            step = filing.steps.get(code)
            row.day.setText(step.date if step else "")
            row.document.setText(step.document if step else "")
        choose(self.reason, filing.reason)
        self.explanation.setText(filing.explanation)

    def filing(self) -> Filing:
        """What stands in the fields; a step without a day was not taken.

        :raises InputError: a day is none, or a document has none.
        """
        # Steps of another plan have no row here, and stay.
        steps = {code: one for code, one in self._kept.items() if code not in self.rows}
        for code, row in self.rows.items():
            name, document = term(row.rule.label), row.document.text().strip()
            day = typed_day(name, row.day.text())
            if document and not day:
                raise InputError(text("{step}: the day is missing.", step=name))
            if day:
                kept = self._kept.get(code)
                note = kept.note if kept else ""
                steps[code] = CaseStep(day, document, note)
        return Filing(steps, self.reason.currentData() or "", self.explanation.text().strip())

    def show_terms(self, found: List[Due], today: date) -> None:
        """Say beside each step how its terms stand, the most pressing one first."""
        order = list(type(found[0].state)) if found else []
        for code, row in self.rows.items():
            mine = sorted(
                (one for one in found if one.step_code == code),
                key=lambda one: (order.index(one.state), one.due),
            )
            row.state.setText(state_words(mine[0], today) if mine else "")
            colour = state_colour(mine[0], today) if mine else ""
            row.state.setStyleSheet(f"color: {colour}" if colour else "")
            row.state.setToolTip("\n\n".join(about_term(one) for one in mine))
