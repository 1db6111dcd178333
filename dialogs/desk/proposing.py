"""What the plan's rules propose for the parcel at hand: a quiet strip above the verdict keys."""

from __future__ import annotations

from typing import List, Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...core.errors import CasebookConflict, TubanError
from ...core.legality import Proposal, is_known, written_reason
from ...core.text import COMMA
from ...maps.proposal_words import missing_words, verdict_words
from ...maps.proposing import proposal_of, questions_open
from ...maps.words import say, term, tr
from ..evidence.form import EvidenceForm
from ..parts.colours import HURRY, QUIET
from ..parts.elided_label import ElidedLabel
from ..parts.wording import tail
from ..workplace import Workplace
from .keys import Key
from .proposal_notes import notes_of


class ProposalStrip(QWidget):
    """Proposal, and missing evidence or open questions; a button to accept and one for evidence.

    ``notes`` says in full what the proposal rests on; the dock puts it where there is room.
    ``recorded(words)`` tells what is in the record now; ``judged`` follows an accepted proposal;
    ``split_wanted(coverage)`` asks for the split that is proposed.
    """

    split_wanted = pyqtSignal(object)
    recorded = pyqtSignal(str)
    judged = pyqtSignal()

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._work = work
        self._session = work.session
        self.proposal: Optional[Proposal] = None
        self.headline, self.open = ElidedLabel(self), ElidedLabel(self)
        self.open.setStyleSheet(f"color: {HURRY}")
        self.open.setFixedHeight(self.open.fontMetrics().height())  # nothing jumps without words
        self.notes = QLabel(parent)
        self.notes.setWordWrap(True)
        self.notes.setTextFormat(Qt.TextFormat.RichText)
        self.notes.setStyleSheet(f"color: {QUIET}")
        self.notes.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.accept_button = self._button(tr("Accept"), self.accept)
        self.evidence_button = self._button(tr("Evidence…"), self.open_evidence)
        self.split_button = self._button(tr("Split along it…"), self.split)
        self.split_button.setToolTip(tr("Opens “Split by layer” with this approval chosen"))
        self._arrange()
        session = self._session
        for signal in (session.shown, session.changed, session.closed, session.held):
            signal.connect(self._show)
        self._show()

    def _button(self, caption: str, does) -> QToolButton:
        button = QToolButton(self)
        button.setText(caption)
        button.clicked.connect(lambda _checked=False: does())
        return button

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(3)
        row.addWidget(self.headline, 1)
        row.addWidget(self.split_button)
        row.addWidget(self.accept_button)
        row.addWidget(self.evidence_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addLayout(row)
        layout.addWidget(self.open)

    def keys(self) -> List[Key]:
        """The strip's commands."""
        return [
            Key("accept", tr("accept the proposal"), "P", self.accept),
            Key("evidence", tr("record evidence"), "E", self.open_evidence),
        ]

    def tell_keys(self, accept: str, evidence: str) -> None:
        """Say the keys where the mouse rests."""
        self.accept_button.setToolTip(f"{tr('Accept the proposal')} ({accept})")
        self.evidence_button.setToolTip(f"{tr('Record evidence')} ({evidence})")

    # ---- showing

    def _show(self, _number: str = "") -> None:
        with self._work.messages.guard():
            self.proposal = proposal_of(self._session)
        there = self._session.dossier is not None
        self.setVisible(there)
        here = there and self._session.writable
        self.evidence_button.setEnabled(here and not self._session.is_citys)
        self.accept_button.setEnabled(here and self.proposal is not None)
        for button in (self.accept_button, self.evidence_button):
            button.setVisible(not self._session.is_citys)
        self.split_button.setVisible(self.proposal is not None and self.proposal.split is not None)
        self.split_button.setEnabled(here)
        self.headline.say(self._headline() if there else "")
        # Once there is a verdict, what it has to answer comes first.
        open_now = self._unknown() or self._questions() or self._missing() if there else ""
        self.open.say(open_now)
        self.notes.setText(notes_of(self.proposal, self._session) if self.proposal else "")
        self.notes.setVisible(bool(self.notes.text()))

    def _headline(self) -> str:
        if self.proposal is None:
            return tr("The work plan has no rules for patches of this kind.")
        category, subcategory = self.proposal.verdict
        words = verdict_words(category, subcategory, self._session.plan)
        return tr("Proposal: {verdict}").format(verdict=words)

    def _unknown(self) -> str:
        """A verdict whose code this plan does not have: it was given under another one."""
        verdict, plan = self._session.dossier.county_verdict, self._session.plan
        if verdict is None or is_known(verdict, plan):
            return ""
        code = "/".join(part for part in (verdict.category, verdict.subcategory) if part)
        return tr(
            "The verdict “{code}” was given under the plan {plan}; this plan does not have it. "
            "Judge again."
        ).format(code=code, plan=verdict.plan_id)

    def _missing(self) -> str:
        gaps = self.proposal.missing if self.proposal else ()
        words = say(COMMA).join(missing_words(one, self._session.plan) for one in gaps)
        return tr("Missing: {what}").format(what=words) if words else ""

    def _questions(self) -> str:
        words = say(COMMA).join(term(one.kind.label) for one in questions_open(self._session))
        return tr("To answer before submission: {what}").format(what=words) if words else ""

    # ---- what the person does

    def agrees(self, category: str, subcategory: str) -> bool:
        """True when this is what is proposed; no subcategory agrees with any."""
        proposal = self.proposal
        same = proposal is not None and category == proposal.category
        return same and subcategory in ("", proposal.subcategory)

    def accept(self) -> None:
        """Make the proposal the county's verdict; a reason that was typed stays."""
        proposal, session = self.proposal, self._session
        if proposal is None or not self.accept_button.isEnabled():
            return
        typed = session.drafts.get(session.number, "").strip()
        reason = typed or written_reason(proposal, session.plan)
        number = session.number
        try:
            session.judge(proposal.category, proposal.subcategory, reason)
        except TubanError as error:
            self._work.messages.error(error)
            if isinstance(error, CasebookConflict):
                session.reload()
            return
        words = verdict_words(proposal.category, proposal.subcategory, session.plan)
        self.recorded.emit(f"{words} · {tail(number)}")
        self.judged.emit()

    def split(self) -> None:
        """Ask for the split that is proposed."""
        if self.proposal is not None and self.proposal.split is not None:
            self.split_wanted.emit(self.proposal.split)

    def open_evidence(self) -> Optional[EvidenceForm]:
        """Open the form for evidence of the parcel at hand."""
        if self._session.dossier is None or not self.evidence_button.isEnabled():
            return None
        form = EvidenceForm(self._work, self)
        number = self._session.number
        form.accepted.connect(
            lambda: self.recorded.emit(tr("Evidence · {number}").format(number=tail(number)))
        )
        form.finished.connect(form.deleteLater)
        form.open()
        return form
