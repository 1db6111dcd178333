"""The month's rows in the order of the queue, which of them are in it, and where one was."""

from __future__ import annotations

from typing import Dict, Generic, Iterable, List, Optional, Sequence, TypeVar

from . import queue as steps
from .filters import NOTHING_KNOWN, Known, Listed
from .saved import EVERYTHING, Queue

Row = TypeVar("Row", bound=Listed)
REMEMBERED = 200


class WorkList(Generic[Row]):
    """All rows of a month: those in the queue are gone through, the others can still be shown.

    A row that leaves the queue (it was undecided and is judged) keeps its place, so that the
    next one is the next one.
    """

    def __init__(self) -> None:
        self.queue: Queue = EVERYTHING
        self.known: Known = NOTHING_KNOWN
        self.rows: List[Row] = []
        self._positions: Dict[str, int] = {}
        self._inside: List[bool] = []
        self._been: List[str] = []

    def fill(self, rows: Sequence[Row], queue: Queue, known: Known) -> None:
        """Take a month's rows, given by number."""
        self.queue, self.known = queue, known
        self.rows = queue.order.sort(rows, known)
        self._positions = steps.positions(self.rows)
        # Asked of every row at every step: with 50,000 of them the answers are kept.
        self._inside = [queue.filter.accepts(row, known) for row in self.rows]

    def accepts(self, row: Row) -> bool:
        """True when the row, one of these, is in the queue."""
        return self._inside[self._positions[row.parcel_number]]

    def replace(self, row: Row) -> None:
        """The row of a parcel is another one."""
        self.rows[self._positions[row.parcel_number]] = row
        self._ask_again([row.parcel_number])

    def learn(self, known: Known, number: str) -> None:
        """Something else is known since a parcel has changed, perhaps of the whole patch."""
        others = known.must_visit ^ self.known.must_visit
        others |= known.rectified_visits ^ self.known.rectified_visits
        self.known = known
        self._ask_again([number, *others])

    def _ask_again(self, numbers: Iterable[str]) -> None:
        for index in (self._positions[one] for one in numbers if one in self._positions):
            self._inside[index] = self.queue.filter.accepts(self.rows[index], self.known)

    def position(self, number: str) -> Optional[int]:
        """Where a parcel stands among the rows."""
        return self._positions.get(number)

    # ---- where to go

    def first(self) -> str:
        """The first undecided parcel of the queue, or its first one, or any."""
        found = steps.step(self.rows, None, 1, self._waits)
        if found is None:
            found = steps.step(self.rows, None, 1, self.accepts)
        return self._number(0 if found is None and self.rows else found)

    def step(self, number: str, by: int) -> str:
        """The next (1) or previous (-1) parcel of the queue; empty at the end."""
        return self._number(steps.step(self.rows, self.position(number), by, self.accepts))

    def next_undecided(self, number: str) -> str:
        """The next undecided parcel of the queue, from its top again; empty without one."""
        start = self.position(number)
        found = steps.step(self.rows, start, 1, self._waits)
        if found is None and start is not None:
            found = steps.step(self.rows[:start], None, 1, self._waits)
        return self._number(found)

    def following(self, number: str) -> str:
        """Where to go on after a verdict: the next undecided one, else the next of the queue.

        A queue of parcels that are judged already is gone through to its end; where everything
        is in the queue, there is nothing left to do.
        """
        found = self.next_undecided(number)
        return found or ("" if self.queue.filter.is_everything else self.step(number, 1))

    def find(self, typed: str) -> str:
        """The parcel whose number was typed, or its end, in the queue or not."""
        return self._number(steps.find_number(self.rows, typed))

    def upcoming(self, number: str, count: int) -> List[str]:
        """Where somebody at ``number`` will probably go next, most likely first."""
        undecided = self.next_undecided(number)
        likely = [
            undecided,
            self.step(number, 1),
            self.next_undecided(undecided) if undecided else "",
            self.step(number, -1) if number else "",
        ]
        return [one for one in dict.fromkeys(likely) if one and one != number][:count]

    def _waits(self, row: Row) -> bool:
        return steps.is_undecided(row) and self.accepts(row)

    def _number(self, index: Optional[int]) -> str:
        return "" if index is None else self.rows[index].parcel_number

    # ---- where one was

    def left(self, number: str) -> None:
        """Somebody goes from this parcel to another one."""
        if number and (not self._been or self._been[-1] != number):
            self._been = [*self._been[1 - REMEMBERED :], number]

    def back(self) -> str:
        """Where one was before, and forget it; empty when that was nowhere, or is no more."""
        while self._been:
            number = self._been.pop()
            if number in self._positions:
                return number
        return ""
