"""Evidence that was written down in a table (举证), as events for the casebook.

The table has one row per parcel: 地块编号, and one column for each of the plan's kinds of evidence
that it has anything about, called by the kind's name or code. All values are text; a choice is
given by code or name, a day as 2024-05-31, 2024/5/31, 20240531 or 2024年5月31日. An empty cell
leaves what is recorded; blank rows and columns with other names are ignored.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, Iterable, List

from ..casebook import Casebook, events
from ..casebook.journal import Event
from ..errors import InputError
from ..legality.recording import understood
from ..model import Evidence
from ..plan import EvidenceKind, Plan
from ..progress import SILENT, Progress
from ..text import text
from .rows import NUMBER, TableRow, cell, check_columns, read_rows


@dataclass(frozen=True)
class GivenEvidence:
    """What the table changes: ``events`` to be recorded, and rows that change nothing."""

    events: List[Event]
    same: int


def evidence_from_table(
    rows: Iterable[TableRow],
    book: Casebook,
    plan: Plan,
    first_row: int = 2,
    progress: Progress = SILENT,
) -> GivenEvidence:
    """The evidence of a table, compared with what the casebook holds.

    ``first_row`` is what a person calls the first row of values: 2 under a line of headings.

    :raises InputError: names every wrong row (ten at most) and what is wrong with it.
    """
    table = list(rows)
    check_columns(table, (NUMBER,))
    kinds = _kinds_in(table[0], plan)
    found = read_rows(table, book, first_row, progress, lambda row, _: _evidence(row, kinds, plan))
    changes: List[Event] = []
    for dossier, given in found:
        new = {**dossier.evidence, **given}
        if new != dossier.evidence:
            changes.append(events.evidence_recorded(dossier.parcel.number, new, dossier.evidence))
    return GivenEvidence(changes, len(found) - len(changes))


def _kinds_in(heading: TableRow, plan: Plan) -> Dict[str, EvidenceKind]:
    """Column → kind; raises :class:`InputError` when no column is one of the plan's."""
    found = {
        name: kind
        for name in heading
        for kind in plan.lists.evidence.values()
        if name in (kind.code, kind.label.zh, kind.label.en)
    }
    if not found:
        raise InputError(text("No column of the table is one of the plan's kinds of evidence."))
    return found


def _evidence(row: TableRow, kinds: Dict[str, EvidenceKind], plan: Plan) -> Dict[str, Evidence]:
    given = {kind.code: understood(kind, cell(row, name), plan) for name, kind in kinds.items()}
    return {code: Evidence(code, value) for code, value in given.items() if value}
