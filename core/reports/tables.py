"""Tables for Word: heads that come again on every page, totals in bold, one look for all cells."""

from __future__ import annotations

from typing import Any, List, Sequence, Tuple

from ..documents import visible
from .blocks import Heading, TableBlock
from .elements import keep_with_next, paragraph_like
from .word import OxmlElement, qn

SHADE = "EDEDED"
FIFTIETHS = 5000  # how Word writes 100 % of the width
_ORDER = ("w:tcW", "w:gridSpan", "w:vMerge", "w:tcBorders", "w:shd", "w:vAlign")


def table_of(paragraph: Any, table: TableBlock) -> List[Any]:
    """Caption, table and notes; their type is that of the place, the caption's and totals' bold."""
    made = []
    if table.caption:
        made.append(keep_with_next(paragraph_like(paragraph, visible(table.caption), bold=True)))
    grid = OxmlElement("w:tbl")
    grid.append(_properties())
    grid.append(_columns(table.headings))
    for cells in _heading_rows(paragraph, table.headings):
        grid.append(_row(cells, heads=True))
    for index, values in enumerate(table.rows):
        if len(values) != len(table.headings):
            raise ValueError(f"{len(values)} values for {len(table.headings)} columns")
        bold = index in table.bold
        cells = [
            _cell(paragraph, value, heading, bold=bold)
            for value, heading in zip(values, table.headings)
        ]
        grid.append(_row(cells, heads=False))
    made.append(grid)
    notes = [_aligned(paragraph_like(paragraph, visible(note)), "left") for note in table.notes]
    # Word joins tables that touch, and a note reads as one with what follows it.
    return [*made, *notes, paragraph_like(paragraph, "")]


def _made(name: str, **values: str) -> Any:
    element = OxmlElement(f"w:{name}")
    for key, value in values.items():
        element.set(qn(f"w:{key}"), value)
    return element


def _properties() -> Any:
    properties = _made("tblPr")
    properties.append(_made("tblW", w=str(FIFTIETHS), type="pct"))
    properties.append(_made("jc", val="center"))
    borders = _made("tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(_made(side, val="single", sz="4", space="0", color="000000"))
    properties.append(borders)
    properties.append(_made("tblLayout", type="fixed"))
    margins = _made("tblCellMar")
    for side in ("left", "right"):
        margins.append(_made(side, w="40", type="dxa"))
    properties.append(margins)
    return properties


def _columns(headings: Sequence[Heading]) -> Any:
    grid = _made("tblGrid")
    whole = sum(one.width for one in headings)
    for one in headings:
        grid.append(_made("gridCol", w=str(round(one.width / whole * 9000))))
    return grid


def _row(cells: Sequence[Any], heads: bool) -> Any:
    row = _made("tr")
    properties = _made("trPr")
    properties.append(_made("cantSplit"))
    if heads:
        properties.append(_made("tblHeader"))
    row.append(properties)
    for cell in cells:
        row.append(cell)
    return row


def _heading_rows(paragraph: Any, headings: Sequence[Heading]) -> List[List[Any]]:
    """One row of headings, or two where some stand under a common one."""
    if not any(one.group for one in headings):
        return [[_head(paragraph, one.words) for one in headings]]
    upper: List[Any] = []
    lower: List[Any] = []
    for group, members in _groups(headings):
        if group:
            upper.append(_head(paragraph, group, _made("gridSpan", val=str(len(members)))))
            lower += [_head(paragraph, one.words) for one in members]
        else:
            upper += [
                _head(paragraph, one.words, _made("vMerge", val="restart")) for one in members
            ]
            lower += [_head(paragraph, "", _made("vMerge")) for _one in members]
    return [upper, lower]


def _groups(headings: Sequence[Heading]) -> List[Tuple[str, List[Heading]]]:
    found: List[Tuple[str, List[Heading]]] = []
    for one in headings:
        if found and found[-1][0] == one.group:
            found[-1][1].append(one)
        else:
            found.append((one.group, [one]))
    return found


def _head(paragraph: Any, words: str, *more: Any) -> Any:
    shade = _made("shd", val="clear", color="auto", fill=SHADE)
    return _cell(paragraph, words, Heading(words), bold=True, more=(shade, *more))


def _cell(
    paragraph: Any, words: str, heading: Heading, bold: bool = False, more: Sequence[Any] = ()
) -> Any:
    cell = _made("tc")
    properties = _made("tcPr")
    for one in sorted(
        [*more, _made("vAlign", val="center")],
        key=lambda element: _ORDER.index(f"w:{element.tag.rpartition('}')[2]}"),
    ):
        properties.append(one)
    cell.append(properties)
    written = paragraph_like(paragraph, visible(words), bold)
    cell.append(_aligned(written, "left" if heading.left else "center"))
    return cell


def _aligned(paragraph: Any, side: str) -> Any:
    properties = paragraph.get_or_add_pPr()
    for one in properties.findall(qn("w:jc")):
        properties.remove(one)
    properties._insert_jc(_made("jc", val=side))
    return paragraph
