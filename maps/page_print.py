"""A page of figures and charts on paper: A4, lying, so that two charts are read beside each other.

Charts stay drawings at any resolution.
"""

from __future__ import annotations

from dataclasses import replace
from html import escape
from pathlib import Path
from typing import List, Sequence, Tuple

from qgis.PyQt.QtCore import QMarginsF, QPointF, QRectF, Qt
from qgis.PyQt.QtGui import (
    QColor,
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QTextDocument,
)
from qgis.PyQt.QtSvg import QSvgRenderer

from ..core.errors import OutputError
from ..core.files import whole_file
from ..core.reports.blocks import TableBlock
from ..core.reports.page import Chart, Page, Part, Tile, Tiles, head_of
from ..core.text import text

DPI, MM_PER_INCH = 300, 25.4
MARGINS_MM = QMarginsF(16, 14, 16, 14)
FOOT_MM, GAP_MM, TILE_MM = 7.0, 4.0, 22.0
FONTS = ["SimSun", "宋体", "Noto Serif CJK SC", "Noto Sans CJK SC", "WenQuanYi Zen Hei"]
TITLE_PT, VALUE_PT, BODY_PT, SMALL_PT = 17, 13, 8.5, 7
MOST_TILES = 6
INK, FAINT, FRAME, ALARM, VALUE = "#222222", "#5f6368", "#b8bec6", "#b5432f", "#1f5fa8"


def a4_lying() -> QPageLayout:
    """The paper, with its margins."""
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Landscape,
        MARGINS_MM,
        QPageLayout.Unit.Millimeter,
    )


def write_pdf(page: Page, path: Path) -> None:
    """Write the page as a PDF, whole or not at all; :raises OutputError: it cannot be written."""
    with whole_file(path) as part:
        writer = QPdfWriter(str(part))
        writer.setResolution(DPI)
        writer.setPageLayout(a4_lying())
        writer.setTitle(page.title)
        if not draw_page(page, writer, DPI):
            raise OutputError(text("{file} cannot be written.", file=path.name))


def draw_page(page: Page, device: QPagedPaintDevice, dpi: int) -> bool:
    """Draw on a printer or into a file with its page layout set; False when it cannot begin.

    What does not fit goes on on the next page; charts and figures are never cut.
    """
    painter = QPainter()
    if not painter.begin(device):
        return False
    flow = _Flow(painter, device, dpi)
    flow.words(page.title, TITLE_PT, bold=True)
    flow.words(page.below, BODY_PT, FAINT)
    for group in _groups(page.parts):
        flow.put(group)
    for note in page.notes:
        flow.words(note, SMALL_PT, FAINT)
    flow.foot()
    return bool(painter.end())


def _groups(parts: Sequence[Part]) -> List[List[Part]]:
    """Two charts that follow each other stand beside each other."""
    groups: List[List[Part]] = []
    for part in parts:
        last = groups[-1] if groups else []
        if isinstance(part, Chart) and len(last) == 1 and isinstance(last[0], Chart):
            last.append(part)
        else:
            groups.append([part])
    return groups


class _Flow:
    """Puts one thing below the other; begins a new page where one does not fit."""

    def __init__(self, painter: QPainter, device: QPagedPaintDevice, dpi: int) -> None:
        self._painter, self._device, self._dpi = painter, device, dpi
        self._width = float(device.width())
        self._height = float(device.height()) - self._mm(FOOT_MM)
        self._y, self._page = 0.0, 1
        # Kept to the end: Python would take a later document's layout for an earlier one's that
        # has gone, where both lie at one address.
        self._documents: List[QTextDocument] = []

    def _mm(self, value: float) -> float:
        return value / MM_PER_INCH * self._dpi

    def _make_room(self, height: float) -> None:
        if self._y + height > self._height and self._y:
            self._next_page()

    def _next_page(self) -> None:
        self.foot()
        self._device.newPage()
        self._y, self._page = 0.0, self._page + 1

    def foot(self) -> None:
        """The number of the page."""
        room = QRectF(0, self._height, self._width, self._mm(FOOT_MM))
        side = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        self._painter.setFont(_font(SMALL_PT))
        self._painter.setPen(QColor(FAINT))
        self._painter.drawText(room, int(side), f"— {self._page} —")

    def put(self, group: Sequence[Part]) -> None:
        """One part, or two charts beside each other."""
        first = group[0]
        if isinstance(first, Chart):
            self._charts([one.svg for one in group if isinstance(one, Chart)])
        elif isinstance(first, Tiles):
            self._tiles(first.tiles)
        else:
            self._table(first)
        self._y += self._mm(GAP_MM)

    def words(self, words: str, size: float, colour: str = INK, bold: bool = False) -> None:
        """A paragraph over the whole width."""
        weight = f"<b>{escape(words)}</b>" if bold else escape(words)
        self._document(f'<p style="color:{colour};margin:0">{weight}</p>', size)
        self._y += self._mm(GAP_MM / 2)

    # ---- charts and figures

    def _charts(self, drawings: Sequence[str]) -> None:
        gap = self._mm(GAP_MM)
        width = (self._width - gap * (len(drawings) - 1)) / len(drawings)
        renderers = [QSvgRenderer(one.encode("utf-8")) for one in drawings]
        sizes = [one.defaultSize() for one in renderers]
        heights = [width * size.height() / max(1, size.width()) for size in sizes]
        self._make_room(max(heights))
        for number, (one, height) in enumerate(zip(renderers, heights)):
            place = QRectF(number * (width + gap), self._y, width, height)
            one.render(self._painter, place)
            self._frame(place)
        self._y += max(heights)

    def _frame(self, place: QRectF) -> None:
        self._painter.setPen(QPen(QColor(FRAME), self._mm(0.15)))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(place)

    def _tiles(self, tiles: Sequence[Tile]) -> None:
        for first in range(0, len(tiles), MOST_TILES):
            row = tiles[first : first + MOST_TILES]
            self._make_room(self._mm(TILE_MM))
            gap = self._mm(GAP_MM / 2)
            width = (self._width - gap * (len(row) - 1)) / len(row)
            for number, tile in enumerate(row):
                place = QRectF(number * (width + gap), self._y, width, self._mm(TILE_MM))
                self._tile(tile, place)
            self._y += self._mm(TILE_MM) + gap

    def _tile(self, tile: Tile, place: QRectF) -> None:
        self._frame(place)
        inside = place.adjusted(self._mm(1.5), self._mm(1), -self._mm(1.5), -self._mm(1))
        at, height = inside.top(), inside.height()
        for words, size, colour, share in (
            (tile.words, SMALL_PT, FAINT, 0.24),
            (tile.value, VALUE_PT, ALARM if tile.alarming else VALUE, 0.36),
            (tile.note, SMALL_PT, FAINT, 0.4),
        ):
            line = QRectF(inside.left(), at, inside.width(), height * share)
            self._painter.setFont(_font(size))
            self._painter.setPen(QColor(colour))
            side = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            self._painter.drawText(line, side | int(Qt.TextFlag.TextWordWrap), words)
            at += height * share

    # ---- tables

    def _table(self, table: TableBlock) -> None:
        document = self._laid_out(_html(table), BODY_PT)
        height = document.size().height()
        room = self._height - self._y
        if height <= room or len(table.rows) < 2:
            self._make_room(height)
            self._draw(document)
            return
        if height <= self._height and room < self._height / 2:
            self._next_page()
            self._table(table)
            return
        fitting = int(len(table.rows) * room / height) - 2
        if fitting < 1:
            self._next_page()
            self._table(table)
            return
        for part in _split(table, fitting):
            self._table(part)

    def _laid_out(self, content: str, size: float) -> QTextDocument:
        document = QTextDocument()
        self._documents.append(document)
        document.documentLayout().setPaintDevice(self._device)
        document.setDefaultFont(_font(size))
        document.setDocumentMargin(0)
        document.setHtml(content)
        document.setTextWidth(self._width)
        return document

    def _document(self, content: str, size: float) -> None:
        document = self._laid_out(content, size)
        self._make_room(document.size().height())
        self._draw(document)

    def _draw(self, document: QTextDocument) -> None:
        self._painter.save()
        self._painter.translate(QPointF(0, self._y))
        document.drawContents(self._painter)
        self._painter.restore()
        self._y += document.size().height()


def _split(table: TableBlock, count: int) -> Tuple[TableBlock, TableBlock]:
    first = replace(
        table,
        rows=table.rows[:count],
        bold=frozenset(one for one in table.bold if one < count),
        notes=(),
    )
    rest = replace(
        table,
        caption="",
        rows=table.rows[count:],
        bold=frozenset(one - count for one in table.bold if one >= count),
    )
    return first, rest


def _font(size: float) -> QFont:
    font = QFont(FONTS[0])
    font.setFamilies(FONTS)
    font.setPointSizeF(size)
    return font


def _html(table: TableBlock) -> str:
    caption = f"<p><b>{escape(table.caption)}</b></p>" if table.caption else ""
    rows = "".join(
        f"<tr>{_cells(table, row, number in table.bold)}</tr>"
        for number, row in enumerate(table.rows)
    )
    notes = "".join(f"<p><small>{escape(one)}</small></p>" for one in table.notes)
    return (
        f'{caption}<table width="100%" border="1" cellspacing="0" cellpadding="4" '
        'style="border-collapse:collapse;border-color:#b8bec6"><thead>'
        f"{head_of(table.headings)}</thead><tbody>{rows}</tbody></table>{notes}"
    )


def _cells(table: TableBlock, row: Sequence[str], bold: bool) -> str:
    found = ""
    for heading, value in zip(table.headings, row):
        words = f"<b>{escape(value)}</b>" if bold else escape(value)
        found += f'<td align="{"left" if heading.left else "center"}">{words}</td>'
    return found
