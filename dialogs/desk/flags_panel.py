"""The six flags (六个是否): shown only where they must be answered or have been."""

from __future__ import annotations

from typing import Dict, List, Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ...core.model import Answer
from ...maps.marks import badge, mark_and_source
from ...maps.session import Session
from ...maps.words import say, term, tr
from ..parts.colours import ALARM


class FlagsPanel(QWidget):
    """One row of three buttons per flag; ``answered(answers)`` goes to the dock."""

    answered = pyqtSignal(object)

    def __init__(self, session: Session, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._session = session
        self._groups: Dict[str, QButtonGroup] = {}
        self._titles: Dict[str, QLabel] = {}
        self._heading = QLabel(self)
        self._heading.setWordWrap(True)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._layout.setColumnStretch(0, 1)
        session.opened.connect(self._make_rows)
        session.shown.connect(self._show)
        session.changed.connect(self._changed)
        session.held.connect(self._show)
        session.closed.connect(self._show)
        self._show()

    def _make_rows(self) -> None:
        while self._layout.count():
            widget = self._layout.takeAt(0).widget()
            if widget is not self._heading:
                widget.deleteLater()
        self._groups, self._titles = {}, {}
        self._layout.addWidget(self._heading, 0, 0, 1, 4)
        for row, flag in enumerate(self._session.plan.flag_rules.flags, start=1):
            title = QLabel(term(flag.label), self)
            title.setWordWrap(True)
            title.setToolTip(say(flag.origin.label))
            title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self._titles[flag.code] = title
            self._layout.addWidget(title, row, 0)
            self._groups[flag.code] = self._answers(row)

    def _answers(self, row: int) -> QButtonGroup:
        group = QButtonGroup(self)
        for column, answer in enumerate(Answer, start=1):
            button = QToolButton(self)
            button.setText(say(answer.label))
            button.setCheckable(True)
            button.setProperty("answer", answer.value)
            group.addButton(button)
            self._layout.addWidget(button, row, column)
        group.buttonClicked.connect(self._clicked)
        return group

    def _clicked(self) -> None:
        self.answered.emit(self._chosen())

    def _chosen(self) -> Dict[str, Answer]:
        chosen = {}
        for code, group in self._groups.items():
            button = group.checkedButton()
            if button is not None:
                chosen[code] = Answer(button.property("answer"))
        return chosen

    def all_no(self) -> Dict[str, Answer]:
        """The recorded answers, and "no" wherever there is none."""
        recorded = self._session.dossier.flags
        codes = [flag.code for flag in self._session.plan.flag_rules.flags]
        return {code: recorded.get(code, Answer.NO) for code in codes}

    def _changed(self, number: str) -> None:
        if number == self._session.number:
            self._show()

    def _show(self, _number: str = "") -> None:
        dossier = self._session.dossier
        missing = self._session.missing_flags()
        self.setVisible(dossier is not None and bool(missing or dossier.flags))
        if dossier is None:
            return
        self._tell(missing)
        for code, group in self._groups.items():
            answer = dossier.flags.get(code)
            self._check(group, answer)
            self._titles[code].setStyleSheet(f"color: {ALARM}" if code in missing else "")

    def _tell(self, missing: List[str]) -> None:
        if missing:
            words = tr("Illegal use of cultivated land: {count} flags to answer").format(
                count=len(missing)
            )
        else:
            words = tr("Six flags")
        plan = self._session.plan
        origin = plan.flag_rules.origin
        self._heading.setText(f"<b>{words}</b> {badge(origin)}")
        self._heading.setToolTip(mark_and_source(origin, plan.source_of("flags")))

    def _check(self, group: QButtonGroup, answer: Optional[Answer]) -> None:
        group.setExclusive(False)  # an exclusive group cannot be without an answer
        for button in group.buttons():
            button.setChecked(answer is not None and button.property("answer") == answer.value)
            button.setEnabled(self._session.writable and not self._session.is_citys)
        group.setExclusive(True)
