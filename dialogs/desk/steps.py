"""From parcel to parcel: next, previous, by number, back; undo and redo; what was done today."""

from __future__ import annotations

from dataclasses import replace
from typing import Callable, List, Optional

from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtWidgets import QToolButton, QWidget

from ...core.casebook import Recorded
from ...core.documents.history import told
from ...maps.session import Session
from ...maps.words import say, tr
from ..parts.wording import tail
from ..workplace import Workplace
from .keys import Key
from .navigation import Navigation
from .parcel_list import ParcelList
from .today import TodayList


class NamingButton(QToolButton):
    """A button whose hint is asked for when somebody wants to read it."""

    def __init__(self, hint: Callable[[], str], parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._hint = hint

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(self._hint())
        return super().event(event)


class Steps(QObject):
    """Turns keys and clicks into steps of the session; ``tell`` says what has come of it."""

    def __init__(
        self,
        work: Workplace,
        parcels: ParcelList,
        navigation: Navigation,
        tell: Callable[[str], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._work, self._session, self._tell = work, work.session, tell
        self._list = parcels
        self._window = parent
        self._keys: Callable[[str], str] = lambda _name: ""
        self.today: Optional[TodayList] = None
        self.undo_button = NamingButton(self._undo_hint, parent)
        self.undo_button.setText("↶")
        self.redo_button = NamingButton(self._redo_hint, parent)
        self.redo_button.setText("↷")
        for button, does in (
            (navigation.previous, self.previous),
            (navigation.next, self.next),
            (navigation.next_undecided, self.next_undecided),
            (self.undo_button, self.undo),
            (self.redo_button, self.redo),
        ):
            button.clicked.connect(lambda _checked, does=does: does())
        parcels.number.returnPressed.connect(self._go_to_number)
        self._session.closed.connect(self._close_today)

    def keys(self) -> List[Key]:
        """The commands for stepping."""
        return [
            Key("previous", tr("previous parcel"), "Ctrl+Left", self.previous),
            Key("next", tr("next parcel"), "Ctrl+Right", self.next),
            Key("next_undecided", tr("next undecided"), "Ctrl+Down", self.next_undecided),
            Key("number", tr("go to a number"), "Ctrl+Up", self._start_number),
            Key("back", tr("back to where I was"), "Backspace", self.back),
            Key("undo", tr("undo"), "Ctrl+Backspace", self.undo),
            Key("redo", tr("redo"), "Ctrl+Shift+Backspace", self.redo),
            Key("today", tr("what I did today"), "H", self.show_today),
        ]

    def tell_keys(self, key_of: Callable[[str], str]) -> None:
        """Name the keys of undo and redo where they are read."""
        self._keys = key_of

    # ---- steps

    def previous(self) -> None:
        """Go to the queue's previous parcel."""
        self._step(-1)

    def next(self) -> None:
        """Go to the queue's next parcel."""
        self._step(1)

    def _step(self, by: int) -> None:
        with self._work.messages.guard():
            if not self._list.step(by) and self._session.number:
                self._tell(tr("The queue ends here") if by > 0 else tr("The queue begins here"))

    def next_undecided(self) -> None:
        """Go to the queue's next undecided parcel."""
        with self._work.messages.guard():
            if not self._session.show_next_undecided():
                self._tell(tr("No other undecided parcel"))

    def back(self) -> None:
        """Go back to the parcel that was at hand before."""
        with self._work.messages.guard():
            if self._session.is_open and not self._session.show_before():
                self._tell(tr("There is nothing to go back to"))

    def _start_number(self) -> None:
        self._list.number.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._list.number.selectAll()

    def _go_to_number(self) -> None:
        with self._work.messages.guard():
            if self._session.show_typed(self._list.number.text()):
                self._list.view.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self._tell(tr("No such number this month"))

    # ---- undo and redo

    def undo(self) -> None:
        """Take back this person's newest change, wherever it was."""
        if self._session.is_open:
            with self._work.messages.guard():
                undone = self._session.undo()
                self._tell(self._undone(undone) if undone else tr("Nothing to undo"))

    def redo(self) -> None:
        """Do again what was just taken back."""
        if self._session.is_open:
            with self._work.messages.guard():
                redone = self._session.redo()
                self._tell(self._redone(redone) if redone else tr("Nothing to redo"))

    def _undone(self, entry: Recorded) -> str:
        return tr("Undone: {what} · {number}").format(
            what=_named(entry, self._session), number=tail(entry.subject)
        )

    def _redone(self, entry: Recorded) -> str:
        return tr("Done again: {what} · {number}").format(
            what=_named(_opposite(entry), self._session), number=tail(entry.subject)
        )

    def _undo_hint(self) -> str:
        book = self._session.book
        entry = book.last_undoable() if book else None
        return self._hint(tr("Undo"), entry, "undo")

    def _redo_hint(self) -> str:
        book = self._session.book
        entry = book.last_redoable() if book else None
        return self._hint(tr("Redo"), _opposite(entry) if entry else None, "redo")

    def _hint(self, word: str, entry: Optional[Recorded], name: str) -> str:
        what = f": {_named(entry, self._session)} · {tail(entry.subject)}" if entry else ""
        return f"{word}{what} ({self._keys(name)})"

    # ---- what was done

    def show_today(self) -> Optional[TodayList]:
        """Open the list of what this person decided today."""
        if not self._session.is_open:
            return None
        if self.today is None:
            self.today = TodayList(self._session, self._window.window())
            self.today.finished.connect(self._close_today)
        self.today.fill()
        self.today.show()
        self.today.raise_()
        return self.today

    def _close_today(self, _result: int = 0) -> None:
        today, self.today = self.today, None
        if today is not None:
            today.close()
            today.deleteLater()


def _named(entry: Recorded, session: Session) -> str:
    """What the entry says, as if it took nothing back."""
    return say(told(replace(entry, undoes=None), session.plan))


def _opposite(entry: Recorded) -> Recorded:
    return replace(entry, old=entry.new, new=entry.old)
