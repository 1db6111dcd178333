"""What a return, the city's own verdict and a verdict that is kept have to say."""

from __future__ import annotations

from typing import List, Optional

from qgis.PyQt.QtCore import QDate, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ...core.errors import TubanError
from ...core.review import deadline_of
from ...core.rounds import AnswerKind, Outcome
from ...maps.marks import mark_and_source, marked
from ...maps.reviewing import answer, own_verdict, review
from ...maps.session import Session
from ...maps.words import say, term, tr
from ..parts.colours import ALARM

CODE = Qt.ItemDataRole.UserRole
WORDS_HEIGHT, REASONS_HEIGHT, WIDTH = 76, 230, 460


class ReviewForm(QDialog):
    """A form about the parcel it was opened for; ``recorded`` follows when it is recorded."""

    recorded = pyqtSignal(str)

    def __init__(self, session: Session, title: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._session = session
        self._number = session.number
        self.setWindowTitle(title.format(number=self._number))
        self.setMinimumWidth(WIDTH)
        self.words = QPlainTextEdit(self)
        self.words.setFixedHeight(WORDS_HEIGHT)
        self.words.setTabChangesFocus(True)
        self.refused = QLabel(self)
        self.refused.setWordWrap(True)
        self.refused.setStyleSheet(f"color: {ALARM}")
        self.form = QFormLayout()
        layout = QVBoxLayout(self)
        layout.addLayout(self.form)
        layout.addWidget(self.refused)
        layout.addWidget(self._make_buttons())
        session.shown.connect(self._shown)
        session.closed.connect(self.reject)

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.ok = buttons.addButton(tr("Record"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.record)
        buttons.rejected.connect(self.reject)
        return buttons

    def _shown(self, number: str) -> None:
        if number != self._number:
            self.reject()  # it would be recorded of another parcel

    def record(self) -> None:
        """Record it, or say why not."""
        try:
            self._record()
        except TubanError as error:
            self.refused.setText(say(error.text))
            return
        self.accept()
        self.recorded.emit(self._number)

    def _record(self) -> None:
        raise NotImplementedError


class ReasonList(QListWidget):
    """The plan's coded reasons, to be ticked."""

    def __init__(self, session: Session, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(REASONS_HEIGHT)
        source = session.plan.source_of("review")
        for reason in session.plan.review_rules.reasons:
            item = QListWidgetItem(term(reason.term.label), self)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setData(CODE, reason.code)
            origin = reason.term.origin
            item.setToolTip(
                f"{marked(term(reason.term.label), origin)}\n{mark_and_source(origin, source)}"
            )

    def tick(self, code: str) -> None:
        """Tick a reason."""
        for at in range(self.count()):
            if self.item(at).data(CODE) == code:
                self.item(at).setCheckState(Qt.CheckState.Checked)

    @property
    def ticked(self) -> List[str]:
        """The codes that are ticked."""
        items = [self.item(at) for at in range(self.count())]
        return [one.data(CODE) for one in items if one.checkState() == Qt.CheckState.Checked]


class ReturnForm(ReviewForm):
    """退回: reasons, text, deadline."""

    def __init__(self, session: Session, parent: Optional[QWidget] = None) -> None:
        super().__init__(session, tr("Return {number}"), parent)
        self.reasons = ReasonList(session, self)
        self.deadline = QDateEdit(self)
        self.deadline.setCalendarPopup(True)
        self.deadline.setDisplayFormat("yyyy-MM-dd")
        day = deadline_of(session.dossier.patch.month, session.today, session.plan)
        self.deadline.setDate(QDate(day.year, day.month, day.day))
        origin = session.plan.review_rules.deadline_origin
        self.deadline.setToolTip(mark_and_source(origin, session.plan.source_of("review")))
        self.form.addRow(tr("Reasons"), self.reasons)
        self.form.addRow(tr("What has to be corrected"), self.words)
        self.form.addRow(tr("To be corrected by"), self.deadline)

    def _record(self) -> None:
        review(
            self._session,
            Outcome.RETURNED,
            self.reasons.ticked,
            self.words.toPlainText(),
            self.deadline.date().toPyDate(),
        )


class OverrideForm(ReviewForm):
    """市级直接判定: the city's own verdict, which becomes the statistical one."""

    def __init__(self, session: Session, parent: Optional[QWidget] = None) -> None:
        super().__init__(session, tr("The city's own verdict on {number}"), parent)
        self.category, self.subcategory = QComboBox(self), QComboBox(self)
        for one in session.plan.categories_of(session.dossier.patch.kind):
            if not one.military:
                self.category.addItem(term(one.label), one.code)
        self.category.currentIndexChanged.connect(lambda _index: self._list_subcategories())
        self.reasons = ReasonList(session, self)
        note = QLabel(
            tr("It stands beside the county's verdict and becomes the statistical one."), self
        )
        note.setWordWrap(True)
        self.form.addRow(tr("Category"), self.category)
        self.form.addRow(tr("Subcategory"), self.subcategory)
        self.form.addRow(tr("Reason"), self.words)
        self.form.addRow(tr("What was not put right"), self.reasons)
        self.form.addRow(note)
        self._list_subcategories()

    def _list_subcategories(self) -> None:
        self.subcategory.clear()
        self.subcategory.addItem(tr("Subcategory: none"), "")
        category = self._session.plan.category(self.category.currentData())
        for one in category.subcategories if category else ():
            self.subcategory.addItem(term(one.label), one.code)

    def _record(self) -> None:
        words = self.words.toPlainText().strip()
        own = own_verdict(
            self._session, self.category.currentData(), self.subcategory.currentData(), words
        )
        review(self._session, Outcome.OVERRIDDEN, self.reasons.ticked, words, own=own)


class KeepForm(ReviewForm):
    """The county stands by what it said, and says why."""

    def __init__(self, session: Session, parent: Optional[QWidget] = None) -> None:
        super().__init__(session, tr("Keep {number} as it is"), parent)
        self.form.addRow(tr("Why it is right as it is"), self.words)

    def _record(self) -> None:
        answer(self._session, AnswerKind.KEPT, self.words.toPlainText())
