"""The differences between export and casebook as a workbook to go through."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Tuple

from ...documents import Column, Kind, Sheet, write_workbook
from ...text import Translate, text
from ..work import MonthWork
from .comparing import Comparison, by_kind

COLUMNS = (
    (text("No."), 6.0, Kind.INTEGER),
    (text("Parcel"), 24.0, Kind.CODE),
    (text("Record number"), 20.0, Kind.CODE),
    (text("What is told"), 24.0, Kind.TEXT),
    (text("Column"), 24.0, Kind.TEXT),
    (text("In the casebook"), 30.0, Kind.TEXT),
    (text("In the export"), 30.0, Kind.TEXT),
    (text("Row of the export"), 10.0, Kind.CODE),
)


def write_differences(found: Comparison, work: MonthWork, path: Path, say: Translate) -> None:
    """Write what differs, and what the system says of each parcel's state.

    :raises OutputError: the file cannot be written.
    """
    write_workbook(
        path, [_differences(found, work, say), _states(found, work, say)], datetime.now()
    )


def _differences(found: Comparison, work: MonthWork, say: Translate) -> Sheet:
    counts = "，".join(
        f"{kind.label.say(say)} {count}" for kind, count in by_kind(found.differences)
    )
    same = text("Fields that agree: {count}", count=found.same).say(say)
    return Sheet(
        name=text("Differences").say(say),
        title=text(
            "{county} {month}: casebook and export of the supervision system",
            county=work.county_name,
            month=work.month,
        ).say(say),
        columns=tuple(Column(label.say(say), width, kind) for label, width, kind in COLUMNS),
        rows=[
            (
                *(at, one.number, one.record, one.kind.label.say(say), one.column),
                *(one.here, one.there, str(one.row) if one.row else ""),
            )
            for at, one in enumerate(found.differences, start=1)
        ],
        above_left="；".join(part for part in (same, counts) if part),
        above_right=found.family.name,
        notes=_notes(found, say),
    )


def _notes(found: Comparison, say: Translate) -> Tuple[str, ...]:
    notes = [
        text(
            "Nothing in the casebook was changed. What only one side has is in doubt, not a "
            "difference: the system may keep it where its export does not show it."
        )
    ]
    if found.divided:
        notes.append(
            text(
                "{count} rows of divided patches were left out; their parts are compared.",
                count=found.divided,
            )
        )
    if found.withheld:
        notes.append(text("{count} rows are not shown: military land.", count=found.withheld))
    return tuple(note.say(say) for note in notes)


def _states(found: Comparison, work: MonthWork, say: Translate) -> Sheet:
    columns = [Column(text("Parcel").say(say), 26, Kind.CODE)]
    columns.append(Column(text("Record number").say(say), 24, Kind.CODE))
    columns += [Column(one.heading, 18, Kind.CODE) for one in found.family.states]
    return Sheet(
        name=text("States in the system").say(say),
        title=text(
            "{county} {month}: states in the system", county=work.county_name, month=work.month
        ).say(say),
        columns=tuple(columns),
        rows=[(one.number, one.record, *one.said) for one in found.states],
    )
