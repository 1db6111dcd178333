"""The person's way through an open casebook, and what they say of its parcels.

The dock and the forms talk to this object only. Nothing is kept here that would be lost: a
verdict is in the record before the method that gives it returns.
"""

from __future__ import annotations

from typing import Dict, List, Optional, Sequence

from ..core.casebook import Former, Recorded, events, saying
from ..core.casebook.case_changes import changes_of
from ..core.casefile import Case, CaseFile
from ..core.errors import ReviewRefused
from ..core.legality import flags_mandatory
from ..core.model import Answer, Dossier, Evidence, FieldCheck, Photo
from ..core.parcels import Division, Partition
from ..core.rounds import Office
from ..core.text import text
from .dividing import partition_of, record_divisions
from .opened import Opened


class Session(Opened):
    """Steps from parcel to parcel, and records what is said of the one at hand."""

    # ---- steps

    def show(self, number: str) -> None:
        """Go to a parcel of the month."""
        if number != self.number and self.work.position(number) is not None:
            self._go(number)

    def show_anywhere(self, number: str) -> bool:
        """Go to a parcel of any month; False when there is none of that number now."""
        dossier = self.book.dossier(number) if self.book else None
        if dossier is None:
            return False
        if dossier.patch.month != self.month:
            self.set_month(dossier.patch.month)
        self.show(number)
        return True

    def show_next_undecided(self) -> bool:
        """Go on to the queue's next undecided parcel; False when there is no other one."""
        return self._go(self.work.next_undecided(self.number))

    def show_following(self) -> bool:
        """Go on after a verdict; False at the end of the queue."""
        return self._go(self.work.following(self.number))

    def show_step(self, by: int) -> bool:
        """Go to the next (1) or previous (-1) parcel of the queue; False at the end."""
        return self._go(self.work.step(self.number, by))

    def show_typed(self, typed: str) -> bool:
        """Go to the parcel whose number was typed, or its end; False when none fits."""
        return self._go(self.work.find(typed))

    def show_before(self) -> bool:
        """Go back to where one was before this parcel; False when that was nowhere."""
        number = self.work.back()
        if number:
            self._show(number)
        return bool(number)

    def _go(self, number: str) -> bool:
        if not number:
            return False
        if number != self.number:
            self.work.left(self.number)
        self._show(number)
        return True

    # ---- what is recorded

    def record(self, changes: Sequence[events.Event]) -> bool:
        """Record changes about one parcel; durable on return. False when there are none.

        Raises :class:`CasebookConflict` when the record holds something else than what was shown.
        """
        if not changes:
            return False
        self._refuse_while_busy()
        self.book.record(changes)
        self._after(changes[0].subject)
        return True

    def undo(self) -> Optional[Recorded]:
        """Undo this person's newest change and go to its parcel; None when there is none."""
        self._refuse_while_busy()
        return self._taken_back(self.book.last_undoable())

    def redo(self) -> Optional[Recorded]:
        """Do again what this person has just undone, and go there; None without any."""
        self._refuse_while_busy()
        return self._taken_back(self.book.last_redoable())

    def _taken_back(self, entry: Optional[Recorded]) -> Optional[Recorded]:
        if entry is None:
            return None
        self.book.take_back(entry)
        if self.work.position(entry.subject) is None:
            self.reload()
            self._show_what_was_changed(entry.subject)
        else:
            self._after(entry.subject)
            self._go(entry.subject)
        return entry

    def _show_what_was_changed(self, subject: str) -> None:
        """Go to a parcel of another month, or to a patch's first one if none of it is shown."""
        if self.dossier is not None and self.dossier.patch.number == subject:
            return
        mine = next((row.parcel_number for row in self.rows if row.patch_number == subject), "")
        if mine:
            self._go(mine)
        else:
            self.show_anywhere(subject)

    def _after(self, number: str) -> None:
        self._seen_seq = self.book.head().seq
        if number == self.number:
            self.dossier = self.book.dossier(number)
        if self.work.position(number) is not None:
            self._look_again(number)
            self.changed.emit(number)

    # ---- what a person says

    @property
    def is_citys(self) -> bool:
        """True for a city's casebook, in which no county verdict is given."""
        return self.book is not None and self.book.office is Office.CITY

    def judge(self, category: str, subcategory: str, reason: str) -> bool:
        """Record the county verdict on the parcel at hand; False when nothing is new.

        Raises :class:`ReviewRefused` in a city's casebook: the city has a verdict of its own.
        """
        self._refuse_as_city()
        is_new = self.record(saying.judged(self.dossier, category, subcategory, reason, self.plan))
        if is_new:
            self.drafts.pop(self.number, None)
        if reason:
            self.reasons[category, subcategory] = reason
        return is_new

    def last_reason(self) -> str:
        """The reason given last for a verdict like that on the parcel at hand; may be empty."""
        verdict = self.dossier.county_verdict if self.dossier else None
        return self.reasons.get((verdict.category, verdict.subcategory), "") if verdict else ""

    def _refuse_as_city(self) -> None:
        if self.is_citys:
            raise ReviewRefused(text("The county judges; the city passes, returns or decides."))

    def answer_flags(self, answers: Dict[str, Answer]) -> bool:
        """Record the six flags of the parcel at hand; False when nothing is new.

        Raises :class:`ReviewRefused` in a city's casebook, as :meth:`judge` does.
        """
        self._refuse_as_city()
        return self.record(saying.flags_answered(self.dossier, answers))

    def check_field(self, check: FieldCheck) -> bool:
        """Record the field check of the parcel at hand; False when nothing is new."""
        return self.record(saying.field_checked(self.dossier, check))

    def detach_photo(self, photo: Photo) -> None:
        """Take a photo off the parcel at hand; its file stays."""
        self.record([events.photo_detached(photo)])

    def record_evidence(self, shown: Dossier, evidence: Dict[str, Evidence]) -> bool:
        """Record all evidence of the parcel shown; False when nothing is new."""
        return self.record(saying.evidence_recorded(shown, evidence))

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
        self._read_rows(self.work.queue)
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
