"""The review in the dock: three verdicts side by side, where the parcel stands, what to do."""

from __future__ import annotations

from typing import Callable, Dict, List, Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ...core.review import Stage, why_not
from ...core.rounds import AnswerKind, Office, Outcome
from ...maps.reviewing import answer, review, show_next_turn, state_here
from ...maps.words import say, tr
from ..desk.keys import Key
from ..parts.elided_label import ElidedLabel
from ..parts.kept_typing import KeptTyping
from ..parts.wording import tail
from ..workplace import Workplace
from .forms import KeepForm, OverrideForm, ReturnForm, ReviewForm
from .words import (
    STAGE_COLOURS,
    reason_words,
    remarks,
    side_by_side,
    state_words,
    with_reason,
)


class ReviewStrip(QWidget):
    """In a city's casebook always there; in a county's once a parcel was handed up.

    ``told(words)`` says what was recorded. ``why`` is the reason of a return: the dock puts it
    beside the questions.
    """

    told = pyqtSignal(str)

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._work, self._session = work, work.session
        self._key_words: Dict[str, str] = {}
        self.verdicts, self.state = ElidedLabel(self), ElidedLabel(self)
        self.why = QLabel(self)
        self.why.setWordWrap(True)
        self.buttons = self._make_buttons()
        self._arrange()
        session = work.session
        session.shown.connect(self._show)
        session.changed.connect(self._changed)
        for signal in (session.opened, session.closed, session.held):
            signal.connect(self._show)
        self._show()

    def _make_buttons(self) -> Dict[str, QToolButton]:
        made = {}
        for action, caption, does in (
            ("pass", tr("Pass"), self.pass_it),
            ("return", tr("Return…"), self.open_return),
            ("override", tr("City decides…"), self.open_override),
            ("correct", tr("Corrected"), self.corrected),
            ("keep", tr("Keep…"), self.open_keep),
        ):
            made[action] = self._button(caption)
            made[action].clicked.connect(lambda _checked, does=does: does())
        self.next = self._button(tr("Next in turn"))
        self.next.clicked.connect(lambda _checked: self.show_next())
        return made

    def _button(self, caption: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(caption)
        return button

    def _arrange(self) -> None:
        standing, row = QHBoxLayout(), QHBoxLayout()
        standing.addWidget(self.state, 1)
        for action in ("correct", "keep"):
            standing.addWidget(self.buttons[action])
        for action in ("pass", "return", "override"):
            row.addWidget(self.buttons[action])
        row.addWidget(self.next)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self.verdicts)
        layout.addLayout(standing)
        layout.addLayout(row)

    # ---- what the record says

    def _changed(self, number: str) -> None:
        if number == self._session.number:
            self._show()

    def _show(self, _number: str = "") -> None:
        dossier, book = self._session.dossier, self._session.book
        is_city = book is not None and book.office is Office.CITY
        there = dossier is not None and (is_city or bool(dossier.rounds.submitted))
        there = there or (dossier is not None and bool(dossier.rounds.reviews))
        self.setVisible(there)
        self.why.setVisible(False)
        if not there or dossier is None or book is None:
            return
        plan, state = self._session.plan, state_here(self._session)
        self.verdicts.say(side_by_side(dossier, plan))
        # The county's own alone is on the buttons below.
        self.verdicts.setVisible(is_city or len(dossier.verdicts) > 1)
        lines = remarks(dossier, plan)
        self.state.say(state_words(state, self._session.today), "\n".join(lines))
        colour = STAGE_COLOURS.get(state.stage, "")
        self.state.setStyleSheet(f"color: {colour}; font-weight: bold" if colour else "")
        why = [self._why(lines), self._county_reason() if is_city else ""]
        self.why.setText("\n".join(line for line in why if line))
        self.why.setVisible(bool(self.why.text()))
        self.next.setVisible(is_city)  # in a county's one row of buttons is enough; the key stays
        for action, button in self.buttons.items():
            mine = book.office in plan.review_rules.may[action]
            refusal = why_not(action, book.office, dossier, plan)
            button.setVisible(mine)
            button.setEnabled(mine and refusal is None and self._session.writable)
            button.setToolTip(say(refusal) if refusal else self._key_words.get(action, ""))

    def _why(self, lines: List[str]) -> str:
        """The reasons of a return, and what was answered; else the newest remark."""
        state = state_here(self._session)
        if state.stage in (Stage.RETURNED, Stage.CORRECTED) and state.review:
            words = [
                tr("Reasons: {reasons}").format(
                    reasons=reason_words(state.review, self._session.plan)
                )
            ]
            if state.stage is Stage.RETURNED and not state.changed:
                words.append(tr("Nothing of the parcel was changed since it was handed up."))
            if state.answer:
                words.append(
                    tr("Answer: {answer}").format(
                        answer=with_reason(say(state.answer.kind.label), state.answer.text)
                    )
                )
            return "\n".join(words)
        if state.stage is Stage.PASSED and state.changed:
            return tr("Changed since it was passed; it has to be handed up again.")
        return lines[0] if lines and state.round > 1 else ""

    def _county_reason(self) -> str:
        """Why the county judged so; its own bar for that is not shown in a city's casebook."""
        verdict = self._session.dossier.county_verdict
        if verdict is None or not verdict.reason:
            return ""
        return tr("The county's reason: {reason}").format(reason=verdict.reason)

    # ---- what a person does

    def pass_it(self) -> None:
        """Pass the parcel as it was handed up."""
        if not self._may("pass"):
            return
        number = self._session.number
        with self._work.messages.guard():
            review(self._session, Outcome.PASSED)
            self._done(number, say(Outcome.PASSED.label))

    def corrected(self) -> None:
        """Say that what was asked is corrected."""
        if not self._may("correct"):
            return
        number = self._session.number
        with self._work.messages.guard():
            answer(self._session, AnswerKind.CORRECTED)
            self._done(number, say(AnswerKind.CORRECTED.label))

    def open_return(self) -> Optional[ReviewForm]:
        """Open the form of a return."""
        return self._open("return", ReturnForm, say(Outcome.RETURNED.label))

    def open_override(self) -> Optional[ReviewForm]:
        """Open the form for the city's own verdict."""
        return self._open("override", OverrideForm, say(Outcome.OVERRIDDEN.label))

    def open_keep(self) -> Optional[ReviewForm]:
        """Open the form in which the county says why it stands by its verdict."""
        return self._open("keep", KeepForm, say(AnswerKind.KEPT.label))

    def show_next(self) -> None:
        """Go to the next parcel that waits for this office."""
        if not self._session.is_open:
            return
        with self._work.messages.guard():
            if not show_next_turn(self._session):
                self.told.emit(tr("Nothing else waits for you this month"))

    def _may(self, action: str) -> bool:
        button = self.buttons[action]
        if self._session.dossier is not None and not button.isEnabled() and button.toolTip():
            self.told.emit(button.toolTip())
        return button.isEnabled()

    def _open(
        self, action: str, kind: Callable[..., ReviewForm], words: str
    ) -> Optional[ReviewForm]:
        if not self._may(action):
            return None
        form = kind(self._session, self)
        KeptTyping(form, self._session.drafts_of(action), self._session.number)
        form.recorded.connect(lambda number: self._done(number, words))
        form.finished.connect(form.deleteLater)
        form.open()
        return form

    def _done(self, number: str, words: str) -> None:
        self.told.emit(f"{words} · {tail(number)}")
        if self._work.settings.auto_advance:
            show_next_turn(self._session)

    # ---- keys

    def keys(self) -> List[Key]:
        """The commands, for the dock's keys."""
        return [
            Key("review_pass", tr("pass the parcel"), "Y", self.pass_it),
            Key("review_return", tr("return the parcel"), "U", self.open_return),
            Key("review_override", tr("decide as the city"), "O", self.open_override),
            Key("review_corrected", tr("answer: corrected"), "K", self.corrected),
            Key("review_keep", tr("answer: kept"), "Shift+K", self.open_keep),
            Key("review_next", tr("next in turn"), "J", self.show_next),
        ]

    def tell_keys(self, keys: Callable[[str], str]) -> None:
        """Put the keys into the tooltips."""
        names = {"pass": "pass", "return": "return", "override": "override"}
        names.update({"correct": "corrected", "keep": "keep"})
        self._key_words = {action: keys(f"review_{name}") for action, name in names.items()}
        self.next.setToolTip(keys("review_next"))
        self._show()
