"""举证: the evidence of one parcel, typed row by row."""

from __future__ import annotations

from typing import Dict, List, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QShortcut,
    QVBoxLayout,
    QWidget,
)

from ...core.errors import InputError, TubanError
from ...core.legality import questions
from ...core.model import Evidence
from ...core.plan import EvidenceKind, What
from ...maps.proposing import kinds_to_ask, proposal_of
from ...maps.words import say, tr
from ..parts.colours import ALARM, GOOD, HURRY
from ..workplace import Workplace
from .row import EvidenceRow, Typed


class EvidenceForm(QDialog):
    """About the parcel that was at hand when it opened; the window waits for its end.

    What is typed and not recorded is there again the next time, unless it is cancelled.
    """

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._work = work
        self._session = work.session
        self._dossier = work.session.dossier
        self._drafts = work.session.drafts_of("evidence", lambda: self._dossier.evidence)
        self._number = work.session.number
        self._begun: Dict[str, Typed] = {}
        self.setWindowTitle(tr("Evidence · {number}").format(number=work.session.number))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(820, 520)
        self.rows: List[EvidenceRow] = []
        self.all_kinds = QCheckBox(tr("All kinds of the work plan"), self)
        self.all_kinds.toggled.connect(self._show_all)
        self.asked = QLabel(self)
        self.asked.setWordWrap(True)
        self.refused = QLabel(self)
        self.refused.setWordWrap(True)
        self.refused.setStyleSheet(f"color: {ALARM}")
        self._arrange()
        known = work.session.plan.lists.evidence
        typed = [known[code] for code in self._draft() if code in known]
        self._add_rows([*kinds_to_ask(self._session, proposal_of(self._session)), *typed])

    def _arrange(self) -> None:
        content = QWidget(self)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 4)
        self._grid.setColumnStretch(1, 5)
        self._grid.setColumnStretch(3, 3)
        column = QVBoxLayout(content)
        column.addLayout(self._grid)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        self._content = content
        buttons = QDialogButtonBox(self)
        cancel = buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setToolTip(tr("Forget what is typed and not recorded"))
        cancel.clicked.connect(lambda _checked: self._forget())
        self.record_button = buttons.addButton(tr("Record"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.record_button.setToolTip("Ctrl+Enter")
        self.record_button.setEnabled(self._session.writable)
        buttons.rejected.connect(self.reject)
        buttons.accepted.connect(self.record)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.record)
        layout = QVBoxLayout(self)
        for widget in (self.asked, area, self.all_kinds, self.refused, buttons):
            layout.addWidget(widget)

    def _add_rows(self, kinds: List[EvidenceKind]) -> None:
        there = {row.kind.code for row in self.rows}
        for kind in kinds:
            if kind.code in there or kind.what is What.PHOTO:
                continue
            row = EvidenceRow(kind, self._session.plan, self._content)
            row.add_to(self._grid, len(self.rows))
            row.show(self._dossier.evidence.get(kind.code))
            self._begun[kind.code] = row.typed()
            if kind.code in self._draft():
                row.put(self._draft()[kind.code])
            row.tell_edits(self._keep)
            self.rows.append(row)
        if self.rows and not there:
            self.rows[0].value.setFocus()
        self._tell_states()

    def _tell_states(self) -> None:
        """Beside each question: answered, needed for submission, or worth answering."""
        plan = self._session.plan
        asked = {one.kind.code: one for one in questions(self._dossier, plan)}
        proposal = proposal_of(self._session)
        lacking = {one.code for one in proposal.missing} if proposal else set()
        for row in self.rows:
            one = asked.get(row.kind.code)
            if one is not None and one.answered:
                row.tell_state(tr("✓ answered"), GOOD)
            elif one is not None and one.question.required:
                row.tell_state(tr("needed for submission"), ALARM)
            elif row.kind.code in lacking:
                row.tell_state(tr("needed for a proposal"), HURRY)
            elif one is not None:
                row.tell_state(tr("should be answered"), HURRY)
        needed = [one for one in asked.values() if one.question.required]
        left = sum(not one.answered for one in needed)
        words = tr(
            "The verdict asks {count} things; {left} are missing. Saving is always possible, "
            "submission is not while something is missing."
        ).format(count=len(needed), left=left)
        lines = [self._drafts.not_recorded(self._number), words if needed else ""]
        self.asked.setText("\n".join(filter(None, lines)))
        self.asked.setVisible(any(lines))

    # ---- what is typed

    def _draft(self) -> Dict[str, Typed]:
        return self._drafts.get(self._number, {})

    def _keep(self) -> None:
        news = {
            row.kind.code: row.typed()
            for row in self.rows
            if row.typed() != self._begun[row.kind.code]
        }
        if news:
            self._drafts[self._number] = news
        else:
            self._forget()
        self._tell_states()

    def _forget(self) -> None:
        self._drafts.pop(self._number, None)

    def _show_all(self, wanted: bool) -> None:
        if wanted:
            self._add_rows(list(self._session.plan.lists.evidence.values()))
            self.all_kinds.setEnabled(False)

    def record(self) -> None:
        """Record what stands in the rows, if all of it is understood."""
        if not self.record_button.isEnabled():
            return
        evidence = self._understood()
        if evidence is None:
            return
        try:
            self._session.record_evidence(self._dossier, evidence)
        except TubanError as error:
            self.refused.setText(say(error.text))
            return
        self._forget()
        self.accept()

    def _understood(self) -> Optional[Dict[str, Evidence]]:
        """All evidence of the parcel; ``None`` when a row is wrong: it is marked and told."""
        found = dict(self._dossier.evidence)
        wrong = []
        for row in self.rows:
            try:
                one = row.evidence()
            except InputError as error:
                row.mark(True)
                wrong.append(say(error.text))
                continue
            row.mark(False)
            found.pop(row.kind.code, None)
            if one is not None:
                found[row.kind.code] = one
        self.refused.setText("\n".join(wrong))
        return None if wrong else found
