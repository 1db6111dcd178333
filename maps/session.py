"""The open casebook, its plan, the month at hand and the parcel shown.

The dock and the forms talk to this object only. Nothing is kept here that would be lost: a
verdict is in the record before the method that gives it returns.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Callable, Dict, List, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.casebook import (
    Casebook,
    Former,
    Recorded,
    Row,
    create_casebook,
    events,
    open_casebook,
)
from ..core.casebook.case_changes import changes_of
from ..core.casefile import Case, CaseFile
from ..core.errors import CasebookBusy
from ..core.legality import flags_mandatory
from ..core.model import Answer, Dossier, Evidence, FieldCheck, Photo, Verdict, VerdictLevel
from ..core.oversight import days_left, queue
from ..core.parcels import Division, Partition
from ..core.plan import Plan, load_plan
from ..core.text import text
from .dividing import partition_of, record_divisions
from .settings import Settings


class Session(QObject):
    """One person at one casebook; signals tell what has changed in the record.

    ``opened`` and ``closed`` frame a casebook; ``reloaded``: the rows are others (month, import,
    overlay, another person's work); ``changed(parcel number)``: one row; ``shown(parcel number)``:
    another parcel is at hand; ``held``: a long task has begun or ended writing.
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

    def _forget(self) -> None:
        self.book: Optional[Casebook] = None
        self.plan: Optional[Plan] = None
        self.month = ""
        self.rows: List[Row] = []
        self.dossier: Optional[Dossier] = None
        self.drafts: Dict[str, str] = {}
        self.busy_with = ""
        self._positions: Dict[str, int] = {}
        self._seen_seq = 0

    # ---- the casebook

    def open(self, path: Path, read_only: bool = False) -> None:
        """Open a casebook instead of the one that is open, at its newest month."""
        if self.book is not None and self.book.path.resolve() == path.resolve():
            self.close()  # a reader of the same file would keep SQLite from changing its journal
        book = open_casebook(path, self._settings.who, read_only)
        self._take(book, self._load(book.plan_id))

    def create(self, path: Path, plan_id: str, county_code: str, county_name: str) -> None:
        """Create a casebook and open it."""
        plan = self._load(plan_id)
        self._take(create_casebook(path, plan, county_code, county_name, self._settings.who), plan)

    def _load(self, plan_id: str) -> Plan:
        return load_plan(plan_id, office=self._settings.plans_folder)

    def _take(self, book: Casebook, plan: Plan) -> None:
        self.close()
        self.book, self.plan = book, plan
        self._settings.casebook = str(book.path)
        months = book.months()
        self.month = months[-1] if months else ""
        self._read_rows()
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

    @property
    def is_open(self) -> bool:
        """True while a casebook is open."""
        return self.book is not None

    @property
    def writable(self) -> bool:
        """True when a verdict can be recorded now."""
        return self.book is not None and self.book.writable and not self.busy_with

    def hold(self, what: str) -> None:
        """No verdicts while a task writes (``what`` is told to the person); "" ends it."""
        self.busy_with = what
        self.held.emit()

    # ---- the month

    def months(self) -> List[str]:
        """The months that have patches, oldest first."""
        return self.book.months() if self.book else []

    def set_month(self, month: str) -> None:
        """Go to another month."""
        if month != self.month and self.book:
            self.month = month
            self.reload()
            self.show_first()

    def reload(self) -> None:
        """Read the month again; the parcel at hand stays if it is still there."""
        if self.book is None:
            return
        if not self.month and self.months():
            self.month = self.months()[-1]
        self._read_rows()
        number = self.dossier.parcel.number if self.dossier else ""
        self.reloaded.emit()
        self._show(number if number in self._positions else "")

    def notice_news(self) -> bool:
        """Read the month again if somebody has written since; True when it was so."""
        if self.book is None or self.book.head().seq == self._seen_seq:
            return False
        self.reload()
        return True

    def _read_rows(self) -> None:
        self.rows = list(self.book.rows(self.month)) if self.month else []
        self._positions = queue.positions(self.rows)
        self._seen_seq = self.book.head().seq

    def days_left(self) -> Optional[int]:
        """Days to the county's deadline of this month; negative when it has passed."""
        if not (self.plan and self.month):
            return None
        return days_left(self.month, self.today, self.plan)

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
        return self._positions.get(self.number)

    def position_of(self, number: str) -> Optional[int]:
        """Where a parcel stands in the month's rows."""
        return self._positions.get(number)

    def show(self, number: str) -> None:
        """Go to a parcel of the month."""
        if number != self.number and number in self._positions:
            self._show(number)

    def show_first(self) -> None:
        """Go to the first undecided parcel, or to the first one."""
        index = queue.next_undecided(self.rows, None)
        if index is None:
            index = 0
        self._show(self.rows[index].parcel_number if self.rows else "")

    def show_next_undecided(self) -> bool:
        """Go on to the next undecided parcel; False when there is no other one."""
        return self._go(queue.next_undecided(self.rows, self.position))

    def show_step(self, by: int, accept: queue.Accept) -> bool:
        """Go to the next (1) or previous (-1) accepted parcel; False at the end."""
        return self._go(queue.step(self.rows, self.position, by, accept))

    def show_typed(self, typed: str) -> bool:
        """Go to the parcel whose number was typed, or its end; False when none fits."""
        return self._go(queue.find_number(self.rows, typed))

    def _go(self, index: Optional[int]) -> bool:
        if index is None:
            return False
        self._show(self.rows[index].parcel_number)
        return True

    def _show(self, number: str) -> None:
        self.dossier = self.book.dossier(number) if number and self.book else None
        self.shown.emit(number)

    # ---- what a person decides

    def judge(self, category: str, subcategory: str, reason: str) -> bool:
        """Record the county verdict on the parcel at hand; durable on return.

        False when it says what the record says already. Raises :class:`CasebookConflict` when
        the record holds another verdict than the one shown.
        """
        shown = self.dossier.county_verdict
        new = Verdict(
            self.number,
            VerdictLevel.COUNTY,
            category,
            subcategory,
            reason,
            self.plan.id,
            self.plan.sha256,
        )
        if new == shown:
            return False
        self._record(events.verdict_given(new, shown))
        self.drafts.pop(self.number, None)
        return True

    def answer_flags(self, answers: Dict[str, Answer]) -> bool:
        """Record the six flags of the parcel at hand; False when nothing is new."""
        if answers == self.dossier.flags:
            return False
        self._record(events.flags_answered(self.number, answers, self.dossier.flags))
        return True

    def check_field(self, check: FieldCheck) -> bool:
        """Record the field check of the parcel at hand; False when nothing is new."""
        if check == self.dossier.field_check:
            return False
        self._record(events.field_checked(check, self.dossier.field_check))
        return True

    def detach_photo(self, photo: Photo) -> None:
        """Take a photo off the parcel at hand; its file stays."""
        self._record(events.photo_detached(photo))

    def record_evidence(self, shown: Dossier, evidence: Dict[str, Evidence]) -> bool:
        """Record all evidence of the parcel shown; False when nothing is new."""
        if evidence == shown.evidence:
            return False
        self._refuse_while_busy()
        number = shown.parcel.number
        recorded = self.book.record([events.evidence_recorded(number, evidence, shown.evidence)])
        self._after(number, recorded[-1].seq)
        return True

    def _record(self, event: events.Event) -> None:
        self._refuse_while_busy()
        recorded = self.book.record([event])
        self._after(self.number, recorded[-1].seq)

    def undo(self) -> Optional[Recorded]:
        """Undo this person's newest change and go to its parcel; None when there is none."""
        self._refuse_while_busy()
        last = self.book.last_undoable()
        if last is None:
            return None
        undone = self.book.undo(last.seq)
        if last.subject in self._positions:
            self._after(last.subject, undone.seq)
            self._show(last.subject)
        else:
            self.reload()
            self._show_first_of(last.subject)
        return last

    def _show_first_of(self, patch_number: str) -> None:
        """Go to a patch's first parcel, unless one of its parcels is at hand already."""
        if self.dossier is not None and self.dossier.patch.number == patch_number:
            return
        mine = (row.parcel_number for row in self.rows if row.patch_number == patch_number)
        number = next(mine, "")
        if number:
            self._show(number)

    def _refuse_while_busy(self) -> None:
        if self.busy_with:
            raise CasebookBusy(text("Wait until this has finished: {work}", work=self.busy_with))

    def _after(self, number: str, seq: int) -> None:
        self._seen_seq = seq
        dossier = self.book.dossier(number)
        if number == self.number:
            self.dossier = dossier
        index = self._positions[number]
        verdict = dossier.county_verdict
        self.rows[index] = replace(
            self.rows[index],
            category=verdict.category if verdict else queue.UNDECIDED,
            subcategory=verdict.subcategory if verdict else "",
            photo_count=len(dossier.photos),
        )
        self.changed.emit(number)

    # ---- the parcels of the patch at hand

    @property
    def came_from(self) -> List[Former]:
        """The parcels in whose place the one at hand stands."""
        parcel = self.dossier.parcel
        # The first parcel of a patch is there from the import on.
        if parcel.number == f"{parcel.patch_number}_1":
            return []
        return self.book.came_from(parcel)

    def partition(self) -> Partition:
        """The patch at hand with the parcels that fill it now."""
        return partition_of(self.book, self.dossier.patch.number)

    def divide(self, division: Division) -> None:
        """Record a division and go to the first of the new parcels."""
        self._refuse_while_busy()
        record_divisions(self.book, [division])
        self._read_rows()
        self.reloaded.emit()
        self._show(division.made[0].number)

    # ---- cases

    @property
    def cases_here(self) -> List[Case]:
        """The cases that the parcel at hand belongs to."""
        return [case for case in self.book.cases() if self.number in case.parcels]

    def change_case(self, new: CaseFile, shown: Optional[CaseFile]) -> bool:
        """Record a case instead of the one that was shown, or a new one; False without news."""
        self._refuse_while_busy()
        recorded = self.book.record(changes_of(new, shown))
        if recorded:
            self.reload()
        return bool(recorded)

    def drop_case(self, shown: Case) -> None:
        """There is no such case any more."""
        self._refuse_while_busy()
        self.book.record([events.case_dropped(shown)])
        self.reload()

    # ---- what follows from it

    def missing_flags(self) -> List[str]:
        """Codes of the flags that the parcel at hand must answer and has not."""
        if self.dossier is None or not flags_mandatory(self.dossier, self.plan):
            return []
        flags = self.plan.flag_rules.flags
        return [flag.code for flag in flags if flag.code not in self.dossier.flags]
