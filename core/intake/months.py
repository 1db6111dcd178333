"""The month a patch belongs to: what a person says, else what its row says."""

from __future__ import annotations

from typing import Dict, List, Sequence

from ..errors import UndecidedInput
from ..model import Finding
from ..plan.sections import Calendar
from ..text import text
from .dates import parse_month
from .records import RawRow, warning


def months_of(
    file: str, rows: Sequence[RawRow], field: str, asked: str, calendar: Calendar
) -> Dict[int, str]:
    """Row → ``YYYY-MM``; rows whose month cannot be read are missing from it.

    ``field`` or ``asked`` may be empty. Raises :class:`UndecidedInput` (month) when no row tells
    and nobody has said.
    """
    if asked:
        month = parse_month(asked, calendar)
        if month is None:
            raise UndecidedInput(
                text("“{month}” is not a month. Write it like 2023-04.", month=asked), "month"
            )
        return {row.row: month for row in rows}
    read = {row.row: parse_month(row.values.get(field, ""), calendar) for row in rows}
    found = {row: month for row, month in read.items() if month is not None}
    if rows and not found:
        raise UndecidedInput(
            text("{file} does not say which month its patches belong to. Give it.", file=file),
            "month",
        )
    return found


def about_months(
    rows: Sequence[RawRow], field: str, asked: str, calendar: Calendar
) -> List[Finding]:
    """A note when the file says other months than the person."""
    if not asked or not field:
        return []
    chosen = parse_month(asked, calendar)
    said = {parse_month(row.values.get(field, ""), calendar) for row in rows}
    others = sorted(month for month in said if month not in (None, chosen))
    if not others:
        return []
    return [
        warning(
            "month",
            text(
                "Field {field} says {others}; the patches are taken for {month}, as chosen.",
                field=field,
                others=", ".join(others),
                month=chosen,
            ),
        )
    ]
