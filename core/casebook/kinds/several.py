"""A kind of change whose state is one list of records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, List, Sequence, Tuple

from sqlalchemy import Column, Connection

from ..codec import decode
from ..steps import State, Step, replace_rows, rows_about, rows_chosen


@dataclass(frozen=True)
class Several:
    """The list's place in the tables and in the journal.

    ``about`` is the column of its table that names the subject, ``name`` that of the list in an
    entry; the table keeps each record's place.
    """

    about: Column[Any]
    name: str
    record: Any

    def apply(self, connection: Connection, steps: Sequence[Step]) -> None:
        """Each subject's list as its last entry has it."""
        replace_rows(connection, self.about, steps, self._rows)

    def _rows(self, step: Step) -> List[Dict[str, Any]]:
        return counted(step.new.get(self.name, []))

    def current(self, connection: Connection, subjects: List[str]) -> Dict[str, State]:
        """The subjects' lists as entries of the journal name them."""
        states: Dict[str, Dict[str, Any]] = {}
        for row in rows_about(connection, self.about, subjects):
            del row["place"]
            of_subject = states.setdefault(row.pop(self.about.name), {self.name: []})
            of_subject[self.name].append(row)
        return dict(states)

    def read(self, connection: Connection, chosen: object = None) -> Dict[str, Tuple[Any, ...]]:
        """The records by subject; of all, or of those that numbers or a query give."""
        found: Dict[str, List[Any]] = {}
        for row in rows_chosen(connection, self.about, chosen):
            found.setdefault(row[self.about.name], []).append(decode(self.record, row))
        return {subject: tuple(several) for subject, several in found.items()}


def counted(rows: Sequence[Dict[str, Any]]) -> List[Dict[str, Any]]:
    """Rows with their place in the list, from 1."""
    return [{**row, "place": place} for place, row in enumerate(rows, start=1)]
