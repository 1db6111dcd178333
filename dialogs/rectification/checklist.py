"""核验清单: what the city looks at on the ground, as the plan lists it."""

from __future__ import annotations

from typing import Dict, Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QWidget

from ...core.plan import ChecklistItem, RectificationRules
from ...maps.marks import mark_and_source, marked
from ...maps.words import term, tr
from .yes_no import NO, NOT_GIVEN, YES, YesNo


class Checklist(QWidget):
    """A row for each item; what does not apply has no answer."""

    changed = pyqtSignal()

    def __init__(self, rules: RectificationRules, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._rules = rules
        self.rows: Dict[str, YesNo] = {}
        self._kept: Dict[str, int] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        for at, item in enumerate(rules.checklist.values()):
            grid.addWidget(self._title(item), at, 0)
            answers = [tr("Yes"), tr("No"), tr("Does not apply")]
            self.rows[item.code] = YesNo(answers, self)
            self.rows[item.code].changed.connect(self.changed)
            grid.addWidget(self.rows[item.code], at, 1)
        grid.setColumnStretch(1, 1)

    def _title(self, item: ChecklistItem) -> QLabel:
        label, origin = item.term.label, item.term.origin
        title = QLabel(f"{term(label)} *" if item.required else term(label), self)
        needed = tr("Without this it is not in place.") if item.required else ""
        lines = (marked(term(label), origin), item.note, needed)
        source = mark_and_source(origin, self._rules.source)
        title.setToolTip("\n".join(line for line in (*lines, source) if line))
        return title

    def show_answers(self, answers: Dict[str, int]) -> None:
        """Show the answers, by code the place that :class:`YesNo` gives each."""
        self._kept = {code: one for code, one in answers.items() if code not in self.rows}
        for code, row in self.rows.items():
            row.choose(answers.get(code, NOT_GIVEN))

    def answers(self) -> Dict[str, int]:
        """The answers; those of another plan have no row here, and stay."""
        return {**self._kept, **{code: row.place for code, row in self.rows.items()}}

    def all_yes(self) -> None:
        """Everything that has no answer is so."""
        for row in self.rows.values():
            if row.place == NOT_GIVEN:
                row.choose(YES)
        self.changed.emit()


def items_of(answers: Dict[str, int]) -> Dict[str, Optional[bool]]:
    """The answers that are given; what does not apply is None."""
    return {
        code: {YES: True, NO: False}.get(place)
        for code, place in answers.items()
        if place != NOT_GIVEN
    }
