"""Sheets to paste: the system's columns in its order, one line of headings, nothing merged."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from ...documents import Sheet, write_plain_workbook
from ...text import Translate
from ..values import rows_of, values_of
from ..work import MonthWork
from .description import ROWS, supervision


def write_sheets(work: MonthWork, path: Path, say: Translate) -> int:
    """Write the month's parcels as the system's form wants them; how many there are.

    Military land is not among them (``MonthWork``). :raises OutputError: it cannot be written.
    """
    described = supervision(work.plan)
    rows = list(rows_of(ROWS, work, say))
    sheets = []
    for one in described.sheets:
        get = values_of(ROWS, one.values, work.plan)
        sheets.append(Sheet(one.name, "", one.columns, [get(row) for row in rows], unknown=""))
    write_plain_workbook(path, sheets, datetime.now())
    return len(rows)
