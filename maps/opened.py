"""The open casebook, its plan, the month at hand and its rows in the order of the queue."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Callable, Dict, List, Optional, Tuple
from weakref import WeakSet

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.casebook import Casebook, Row, create_casebook, events, open_casebook
from ..core.errors import CasebookBusy, CasebookError, InputError
from ..core.model import Dossier
from ..core.oversight import EVERYTHING, Known, Queue, WorkList
from ..core.plan import Plan, load_plan
from ..core.rounds import Office
from ..core.text import text
from .kept_drafts import Drafts, KeptDrafts
from .kept_queues import keep_queue_of, queue_of
from .queues import look_again, look_through
from .settings import Settings

# A casebook's writer is one for all of a process: two docks would undo each other's work unseen.
_here: WeakSet[Opened] = WeakSet()


class Opened(QObject):
    """One person at one casebook; signals tell what has changed in the record.

    ``opened`` and ``closed`` frame a casebook; ``reloaded``: the rows are others (month, queue,
    import, overlay, another person's work); ``changed(parcel number)``: one row;
    ``shown(parcel number)``: another parcel is at hand; ``held``: a long task has begun or ended
    writing.
    """

    opened = pyqtSignal()
    closed = pyqtSignal()
    reloaded = pyqtSignal()
    changed = pyqtSignal(str)
    shown = pyqtSignal(str)
    held = pyqtSignal()

    def __init__(
        self,
        settings: Settings,
        today: Callable[[], date] = date.today,
        parent: Optional[QObject] = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._today = today
        self._forget()
        _here.add(self)

    def _forget(self) -> None:
        self.book: Optional[Casebook] = None
        self.plan: Optional[Plan] = None
        self.month = ""
        self.work: WorkList[Row] = WorkList()
        self.dossier: Optional[Dossier] = None
        self.drafts: Drafts = {}
        self.reasons: Dict[Tuple[str, str], str] = {}
        self.busy_with = ""
        self._holder: Optional[object] = None
        self._seen_seq = 0

    # ---- the casebook

    def open(self, path: Path, read_only: bool = False) -> None:
        """Open a casebook instead of the one that is open, at its newest month.

        For reading only when asked, or when another dock or another process writes to it.
        """
        self._refuse_while_busy()
        if self.book is not None and self.book.path.resolve() == path.resolve():
            self.close()  # a reader of the same file would keep SQLite from changing its journal
        taken = any(one.writes_to(path) for one in _here if one is not self)
        book = open_casebook(path, self._settings.who, read_only or taken)
        self._take(book, self._load(book.plan_id))

    def create(
        self,
        path: Path,
        plan_id: str,
        county_code: str,
        county_name: str,
        office: Office = Office.COUNTY,
    ) -> None:
        """Create a casebook and open it."""
        self._refuse_while_busy()
        plan, who = self._load(plan_id), self._settings.who
        self._take(create_casebook(path, plan, county_code, county_name, who, office), plan)

    def _load(self, plan_id: str) -> Plan:
        return load_plan(plan_id, office=self._settings.plans_folder)

    def _take(self, book: Casebook, plan: Plan) -> None:
        self.close()
        self.book, self.plan = book, plan
        self.drafts = self.drafts_of("reason")
        self._settings.casebook = str(book.path)
        months = book.months()
        self.month = months[-1] if months else ""
        self._read_rows_as_before()
        self.opened.emit()
        self.reloaded.emit()
        self.show_first()

    def change_plan(self, plan: Plan) -> None:
        """Judge under another plan from now on; the verdicts that are there keep theirs."""
        self._refuse_while_busy()
        book, old = self.book, self.plan
        book.record([events.plan_changed(plan, old.id)])
        self.open(book.path)

    def close(self) -> None:
        """Close the casebook, if one is open."""
        if self.book is None:
            return
        book = self.book
        self._forget()
        self.closed.emit()
        book.close()

    def drafts_of(self, form: str, recorded: Callable[[], object] = lambda: None) -> KeptDrafts:
        """What is typed in a form about the open casebook and not recorded yet.

        ``recorded()`` is what the form would write over; see :class:`KeptDrafts`.
        """
        return KeptDrafts(self._settings, self.book.path, self.plan.id, form, recorded)

    @property
    def is_open(self) -> bool:
        """True while a casebook is open."""
        return self.book is not None

    def writes_to(self, path: Path) -> bool:
        """True while this casebook is open here for writing."""
        book = self.book
        return book is not None and book.writable and book.path.resolve() == path.resolve()

    @property
    def writable(self) -> bool:
        """True when a verdict can be recorded now."""
        return self.book is not None and self.book.writable and not self.busy_with

    def hold(self, what: str) -> Callable[[], None]:
        """No verdicts while a task writes (``what`` is told to the person).

        What comes back ends it; it does nothing once another task writes, or in another casebook.
        """
        holder = object()

        def release() -> None:
            if self._holder is holder:
                self._hold("", None)

        self._hold(what, holder)
        return release

    def _hold(self, what: str, holder: Optional[object]) -> None:
        self.busy_with, self._holder = what, holder
        self.held.emit()

    def _refuse_while_busy(self) -> None:
        if self.busy_with:
            raise CasebookBusy(text("Wait until this has finished: {work}", work=self.busy_with))

    # ---- the month

    @property
    def rows(self) -> List[Row]:
        """All parcels of the month in the order of the queue, whether in it or not."""
        return self.work.rows

    def months(self) -> List[str]:
        """The months that have patches, oldest first."""
        return self.book.months() if self.book else []

    def set_month(self, month: str) -> None:
        """Go to another month."""
        if month != self.month and self.book:
            self.month = month
            self.reload()
            self.show_first()

    def set_queue(self, queue: Queue) -> None:
        """Go through other parcels, or in another order; remembered for this casebook, unless
        they are told by their numbers."""
        if self.book is None:
            return
        self._read_rows(queue)
        if not queue.filter.numbers:
            keep_queue_of(self._settings, self.book.path, queue)
        self.reloaded.emit()
        at = self.work.position(self.number)
        if at is None or not self.work.accepts(self.rows[at]):
            self.show_first()
        else:
            self.shown.emit(self.number)

    def reload(self) -> None:
        """Read the month again; the parcel at hand stays if it is still there."""
        if self.book is None:
            return
        if not self.month and self.months():
            self.month = self.months()[-1]
        self._read_rows(self.work.queue)
        number = self.number
        self.reloaded.emit()
        self._show(number if self.work.position(number) is not None else "")

    def notice_news(self) -> bool:
        """Read the month again if somebody has written since; True when it was so.

        Raises :class:`CasebookError`, and closes the casebook, when its file is gone.
        """
        if self.book is None:
            return False
        if not self.book.is_in_place:
            path = self.book.path
            was_there = path.exists()
            self.close()
            if not was_there and path.is_file() and not path.stat().st_size:
                path.unlink()  # QGIS, letting go of its layers, makes an empty file there
            raise CasebookError(
                text(
                    "{file} was moved, deleted or replaced and has been closed. What was recorded "
                    "until then is in it; open it again where it is now.",
                    file=str(path),
                )
            )
        if self.book.head().seq == self._seen_seq:
            return False
        self.reload()
        return True

    def _read_rows_as_before(self) -> None:
        try:
            self._read_rows(queue_of(self._settings, self.book.path))
        except InputError:  # an expression that this QGIS does not understand
            self._read_rows()

    def _read_rows(self, queue: Queue = EVERYTHING) -> None:
        rows = list(self.book.rows(self.month)) if self.month else []
        known = Known()
        if rows:
            known = look_through(self.book, self.plan, self.month, rows, queue, self.today)
        self.work.fill(rows, queue, known)
        self._seen_seq = self.book.head().seq

    def _look_again(self, number: str) -> None:
        """One parcel was changed: its row, and what the queue has to know of it, are others."""
        self.work.replace(self.book.row(number))
        known = look_again(self.work, self.book, self.plan, self.month, number)
        self.work.learn(known, number)

    @property
    def today(self) -> date:
        """The day that deadlines are asked about."""
        return self._today()

    # ---- the parcel at hand

    @property
    def number(self) -> str:
        """The parcel at hand; empty when there is none."""
        return self.dossier.parcel.number if self.dossier else ""

    @property
    def position(self) -> Optional[int]:
        """Where the parcel at hand stands in the month's rows."""
        return self.work.position(self.number)

    def position_of(self, number: str) -> Optional[int]:
        """Where a parcel stands in the month's rows."""
        return self.work.position(number)

    def show_first(self) -> None:
        """Go to the first undecided parcel of the queue, or to the first one."""
        self._show(self.work.first())

    def _show(self, number: str) -> None:
        self.dossier = self.book.dossier(number) if number and self.book else None
        self.shown.emit(number)
