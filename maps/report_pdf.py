"""The findings as PDF: A4 lying, headings on every page, page numbers, signatures.

Drawn by Qt alone, so that it also works where nothing else can make a PDF.
"""

from __future__ import annotations

import html
from datetime import date
from pathlib import Path
from typing import Callable, Sequence, Tuple

from qgis.PyQt.QtCore import QMarginsF, QRectF, QSizeF, Qt
from qgis.PyQt.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from ..core.documents import Kind, Sheet
from ..core.errors import OutputError
from ..core.files import whole_file
from ..core.model import Finding
from ..core.submission.report import report_sheet, write_report
from ..core.text import Translate, text

MARGINS_MM = QMarginsF(15, 12, 12, 12)
LYING = QPageLayout.Orientation.Landscape
DPI, MM_PER_INCH = 300, 25.4
FOOT_MM = 8.0
CUT_DOTS = 6
FONTS = ["SimSun", "宋体", "Noto Serif CJK SC", "Noto Sans CJK SC", "WenQuanYi Zen Hei"]
BODY_PT = 9
CENTRED = (Kind.CODE, Kind.INTEGER)


def write_report_as(findings: Sequence[Finding], path: Path, say: Translate) -> None:
    """Write the findings as .pdf, .xlsx or .json after the suffix of ``path``.

    :raises OutputError: the file cannot be written, or its suffix is none of these.
    """
    write = write_pdf_report if path.suffix.lower() == ".pdf" else write_report
    write(findings, path, say)


def write_pdf_report(findings: Sequence[Finding], path: Path, say: Translate) -> None:
    """Write the findings, errors first, as a PDF; of military land only that there is some.

    :raises OutputError: the file cannot be written.
    """
    sheet = report_sheet(findings, say)
    sign = text("Checked by: ____________  Reviewed by: ____________  Date: ____________")
    made = text("Made by Tuban on {day}", day=date.today().isoformat())
    with whole_file(path) as part:
        if not _print(_html(sheet), (sign.say(say), made.say(say)), part):
            raise OutputError(text("{file} cannot be written.", file=path.name))


def _html(sheet: Sheet) -> str:
    share = 100 / sum(column.width for column in sheet.columns)
    head = "".join(
        f'<th width="{column.width * share:.1f}%">{html.escape(column.heading)}</th>'
        for column in sheet.columns
    )
    rows = "".join(f"<tr>{_cells(sheet, row)}</tr>" for row in sheet.rows)
    return (
        f'<h2 align="center">{html.escape(sheet.title)}</h2><p>{html.escape(sheet.above_left)}</p>'
        '<table width="100%" border="1" cellspacing="0" cellpadding="4" '
        'style="border-collapse:collapse">'
        f'<thead><tr bgcolor="#ededed">{head}</tr></thead><tbody>{rows}</tbody></table>'
    )


def _cells(sheet: Sheet, row: Sequence[object]) -> str:
    return "".join(
        f'<td align="{"center" if column.kind in CENTRED else "left"}">'
        f"{html.escape(str(value or ''))}</td>"
        for column, value in zip(sheet.columns, row)
    )


def _print(content: str, foot: Tuple[str, str], path: Path) -> bool:
    writer = QPdfWriter(str(path))
    writer.setResolution(DPI)
    page = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(
        QPageLayout(page, LYING, MARGINS_MM, QPageLayout.Unit.Millimeter),
    )
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setDefaultFont(_font())
    document.setDocumentMargin(0)
    document.setHtml(content)
    size = QSizeF(writer.width(), writer.height() - FOOT_MM / MM_PER_INCH * DPI)
    document.setPageSize(size)
    painter = QPainter()
    if not painter.begin(writer):
        return False
    pages = document.pageCount()
    draw_pages(
        *(painter, writer, document, size),
        lambda number: _foot(painter, foot, f"{number} / {pages}", size),
    )
    return bool(painter.end())


def draw_pages(
    painter: QPainter,
    writer: QPdfWriter,
    document: QTextDocument,
    size: QSizeF,
    foot: Callable[[int], None],
) -> None:
    """Draw a document that is laid out in pages of a size, and the foot of each page."""
    for number in range(document.pageCount()):
        if number:
            writer.newPage()
        _page(painter, document, number, size)
        foot(number + 1)


def _font() -> QFont:
    font = QFont(FONTS[0], BODY_PT)
    font.setFamilies(FONTS)
    return font


def _page(painter: QPainter, document: QTextDocument, number: int, size: QSizeF) -> None:
    window = QRectF(0, number * size.height(), size.width(), size.height())
    painter.save()
    painter.translate(0, -window.top())
    context = QAbstractTextDocumentLayout.PaintContext()
    # The first line of the next page touches this one: it would be drawn here, too.
    context.clip = window.adjusted(0, 0, 0, -CUT_DOTS)
    painter.setClipRect(context.clip)
    document.documentLayout().draw(painter, context)
    painter.restore()


def _foot(painter: QPainter, texts: Tuple[str, str], page: str, size: QSizeF) -> None:
    """Who signs on the left, the page in the middle, when it was made on the right."""
    painter.setFont(_font())
    room = QRectF(0, size.height(), size.width(), FOOT_MM / MM_PER_INCH * DPI)
    for words, side in (
        (texts[0], Qt.AlignmentFlag.AlignLeft),
        (page, Qt.AlignmentFlag.AlignHCenter),
        (texts[1], Qt.AlignmentFlag.AlignRight),
    ):
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignBottom), words)
