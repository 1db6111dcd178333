"""What has to agree in a table: rows with the whole, parts with totals, shares of which."""

from __future__ import annotations

from decimal import Decimal
from typing import List

from ..model import Finding, Severity
from ..text import Text, text
from .tables import Row, Table, Value


def disagreements(table: Table) -> List[Finding]:
    """What does not agree; nothing in a sound table.

    The whole is counted by itself, so rows that leave a parcel out, or have one twice, are seen.
    """
    found = _rows_and_whole(table)
    for row in table.every_row():
        found += _parts(table, row) + _not_more(table, row)
    return found


def _number(value: Value) -> Decimal:
    return Decimal(value or 0)


def _rows_and_whole(table: Table) -> List[Finding]:
    found = []
    for column in table.columns:
        if column.rate:
            continue
        rows = sum((_number(row.cells[column.code].value) for row in table.rows), Decimal(0))
        whole = _number(table.total.cells[column.code].value)
        if rows != whole:
            message = text(
                "{table}, {column}: the rows add up to {rows}, the whole is {whole}.",
                table=table.label,
                column=column.label,
                rows=rows,
                whole=whole,
            )
            found.append(_finding("rows_add_up", Severity.ERROR, message, ""))
    return found


def _parts(table: Table, row: Row) -> List[Finding]:
    found = []
    for one in table.rule.sums:
        parts = sum((_number(row.cells[code].value) for code in one.parts), Decimal(0))
        whole = _number(row.cells[one.total].value)
        if parts != whole:
            message = text(
                "{table}, {row}: {column} is {whole}, its parts add up to {parts}.",
                table=table.label,
                row=row.label or table.label,
                column=table.rule.column(one.total).label,
                whole=whole,
                parts=parts,
            )
            found.append(_finding("parts_add_up", Severity.ERROR, message, row.code))
    return found


def _not_more(table: Table, row: Row) -> List[Finding]:
    found = []
    for one in table.rule.not_more:
        part, whole = (_number(row.cells[code].value) for code in (one.part, one.whole))
        if part > whole:
            message = text(
                "{table}, {row}: {part} is {value}, more than {whole}, {limit}.",
                table=table.label,
                row=row.label or table.label,
                part=table.rule.column(one.part).label,
                value=part,
                whole=table.rule.column(one.whole).label,
                limit=whole,
            )
            found.append(_finding("not_more", Severity.WARNING, message, row.code))
    return found


def _finding(check: str, severity: Severity, message: Text, subject: str) -> Finding:
    return Finding(check, severity, message, subject)
