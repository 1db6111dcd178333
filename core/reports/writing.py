"""Papers as files: Word, a workbook with sums that live, and where each figure is from."""

from __future__ import annotations

import io
import json
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple, Union

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from ..documents import HEADING_ROW, Column, Kind, Sheet, Value, workbook_bytes
from ..documents.workbook import saved
from ..files import whole_file
from ..model import Finding
from ..mu import round_half_up
from ..statistics.definitions import ColumnRule
from ..statistics.tables import Cell, Row, Table
from ..text import Translate, text
from .blocks import Filling, Fillings, Lines, PictureBlock
from .composing import ChartBlock, MapBlock, Paper
from .counting import Figure
from .filling import fill_template
from .grids import ROW_HEADINGS, with_unit

PICTURE_MM = 150.0
WIDTHS = {"": 9.0, "mu": 11.0, "percent": 10.0}
"""Of a workbook's columns, in characters, by unit."""
WIDEST_ON_A4, PAPER_A3 = 140.0, 8
"""So many characters are still read on A4; a wider table is printed on A3."""
LONGEST_LIST = 5
"""So many parcels are listed in a cell; all of them stand in the JSON file."""


def write_word(
    paper: Paper, pictures: Mapping[str, bytes], template: Path, path: Path, when: datetime
) -> List[Finding]:
    """Write the paper on its template; ``pictures`` are its charts and maps as PNG, by place.

    :raises UnreadableFile: the template cannot be used.
    :raises OutputError: the paper cannot be written.
    """
    fillings: Fillings = dict(paper.texts)
    for place, part in paper.parts.items():
        if isinstance(part, (ChartBlock, MapBlock)):
            fillings[place] = _picture(part, pictures.get(place))
        else:
            fillings[place] = part
    return fill_template(template, fillings, path, when)


def _picture(part: Union[ChartBlock, MapBlock], png: Optional[bytes]) -> Filling:
    """The picture, or nothing where none was drawn."""
    if png is None:
        return Lines(())
    return PictureBlock(png, PICTURE_MM, part.caption, part.caption)


def write_sources(paper: Paper, path: Path) -> None:
    """Write as JSON where each printed figure is from, with all parcels behind it.

    Many figures have the same parcels: these stand once, in ``parcels``, by the name that the
    figures give for them in ``behind``.
    :raises OutputError: the file cannot be written.
    """
    names: Dict[Tuple[str, ...], str] = {}
    figures = []
    for number, one in enumerate(paper.figures, start=1):
        behind = names.setdefault(one.parcels, f"P{len(names) + 1}")
        facts = {key: value for key, value in vars(one).items() if key != "parcels"}
        figures.append({"number": number, **facts, "count": len(one.parcels), "behind": behind})
    content = {
        "paper": paper.rule.code,
        "day": paper.day,
        "figures": figures,
        "parcels": {name: list(numbers) for numbers, name in names.items()},
    }
    with whole_file(path) as part:
        part.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")


def write_tables(paper: Paper, path: Path, when: datetime, say: Translate) -> None:
    """Write the paper's tables with totals and shares as formulas, and where figures are from.

    :raises OutputError: the file cannot be written.
    """
    _write_alive(paper.tables, [_sources(paper, say)], path, when, say)


def write_counted(tables: Sequence[Table], path: Path, when: datetime, say: Translate) -> None:
    """Write tables of the statistics, a sheet each, with totals and shares as formulas.

    :raises OutputError: the file cannot be written.
    """
    _write_alive(tables, [], path, when, say)


def _write_alive(
    tables: Sequence[Table], more: List[Sheet], path: Path, when: datetime, say: Translate
) -> None:
    sheets = [_sheet(one, number, say) for number, one in enumerate(tables, start=1)]
    book = load_workbook(io.BytesIO(workbook_bytes([*sheets, *more], when)))
    for ws, table in zip(book.worksheets, tables):
        _enliven(ws, table)
    content = saved(book, when)
    with whole_file(path) as part:
        part.write_bytes(content)


def _sheet(table: Table, number: int, say: Translate) -> Sheet:
    names = [Column(ROW_HEADINGS[table.by].say(say), 24)]
    printed = _printed(table)
    rows = [_values(printed, row, row.label or row.code) for row in table.rows]
    rows.append(_values(printed, table.total, text("Total").say(say)))
    return Sheet(
        name=f"{number} {table.label.zh}",
        title=table.label.zh,
        columns=(*names, *(_column(one) for one in printed)),
        rows=rows,
        above_left=table.period.label.say(say),
        above_right=text("As of {day}", day=table.day).say(say),
        notes=(table.rule.note,) if table.rule.note else (),
    )


def _printed(table: Table) -> Tuple[ColumnRule, ...]:
    """The columns without the groups in which nothing is: of forty a page can hold some."""
    there = {
        one.group
        for one in table.columns
        if any(row.cells[one.code].value for row in table.every_row())
    }
    return tuple(one for one in table.columns if one.group is None or one.group in there)


def _column(rule: ColumnRule) -> Column:
    unit = {"mu": "亩", "percent": "%"}.get(rule.unit, "")
    kind = Kind.AREA if rule.unit else Kind.INTEGER
    group = rule.group.zh if rule.group else ""
    return Column(with_unit(rule.label.zh, unit), WIDTHS[rule.unit], kind, group=group)


def _values(printed: Sequence[ColumnRule], row: Row, name: str) -> List[Value]:
    return [name, *(_value(row.cells[one.code]) for one in printed)]


def _value(cell: Cell) -> Value:
    if cell.value is None or isinstance(cell.value, int):
        return cell.value
    return round_half_up(cell.value)


def _enliven(ws: Any, table: Table) -> None:
    """Put formulas where a figure follows from others on the sheet."""
    printed = _printed(table)
    first = HEADING_ROW + 1 + any(one.group for one in printed)
    last = first + len(table.rows)
    letters = {one.code: get_column_letter(at) for at, one in enumerate(printed, start=2)}
    if sum(WIDTHS[one.unit] for one in printed) > WIDEST_ON_A4:
        ws.page_setup.paperSize = PAPER_A3
    for rule in printed:
        letter = letters[rule.code]
        if any(rule.rate):
            part, whole = (letters[code] for code in rule.rate)
            for at in range(first, last + 1):
                ws[f"{letter}{at}"] = f'=IF({whole}{at}=0,"—",ROUND({part}{at}/{whole}{at}*100,2))'
        elif not rule.rate and _adds_up(table, rule.code):
            ws[f"{letter}{last}"] = f"=SUM({letter}{first}:{letter}{last - 1})"


def _adds_up(table: Table, code: str) -> bool:
    """True where the total is the sum of the rows; not so for a patch in two towns."""
    rows = sum(Decimal(row.cells[code].value or 0) for row in table.rows)
    return bool(table.rows) and rows == Decimal(table.total.cells[code].value or 0)


def _sources(paper: Paper, say: Translate) -> Sheet:
    columns = (
        Column(text("No.").say(say), 7, Kind.INTEGER),
        Column(text("Where in the paper").say(say), 14),
        Column(text("What").say(say), 28),
        Column(text("Figure").say(say), 16, Kind.CODE),
        Column(text("Table").say(say), 22),
        Column(text("Row").say(say), 16),
        Column(text("Column").say(say), 20),
        Column(text("Months").say(say), 18, Kind.CODE),
        Column(text("Parcels").say(say), 9, Kind.INTEGER),
        Column(text("Numbers of the parcels").say(say), 66),
    )
    rows = [_source(number, one, say) for number, one in enumerate(paper.figures, start=1)]
    name = text("Where figures are from").say(say)
    return Sheet(name, name, columns, rows, above_right=text("As of {day}", day=paper.day).say(say))


def _source(number: int, figure: Figure, say: Translate) -> List[Value]:
    listed = "、".join(figure.parcels[:LONGEST_LIST])
    more = len(figure.parcels) - LONGEST_LIST
    if more > 0:
        listed += text(" … and {count} more", count=more).say(say)
    row = figure.row or (text("Total").say(say) if figure.table else "")
    return [
        *(number, figure.place, figure.where, figure.shown, figure.table, row, figure.column),
        *(figure.period, len(figure.parcels), listed),
    ]
