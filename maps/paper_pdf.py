"""A paper as PDF: the Word file that was written, printed by Qt page after page.

No office program is needed; what an office has changed in its template is seen here, too.
"""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QMarginsF, QRectF, QSizeF, Qt, QUrl
from qgis.PyQt.QtGui import (
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlock,
    QTextDocument,
)

from ..core.errors import OutputError
from ..core.files import whole_file
from ..core.reports.flow import LAST_FONTS, Flow, flow_of, kept_style
from ..core.text import text
from .report_pdf import draw_pages

DPI, MM_PER_INCH = 300, 25.4
NUMBER_PT, NUMBER_MM = 14, 7.0
LEEWAY = 8.0  # dots; what begins nearer to a page's end begins on the next one
NUMBER_FONTS = ["宋体", "SimSun", *LAST_FONTS]


def write_paper_pdf(word: Path, path: Path) -> None:
    """Print a paper's Word file into a PDF, whole or not at all.

    :raises UnreadableFile: it is no Word file.
    :raises OutputError: the PDF cannot be written.
    """
    flow = flow_of(word)
    with whole_file(path) as part:
        if not _print(flow, part, word.stem):
            raise OutputError(text("{file} cannot be written.", file=path.name))


def _print(flow: Flow, path: Path, title: str) -> bool:
    writer = QPdfWriter(str(path))
    writer.setResolution(DPI)
    writer.setTitle(title)
    writer.setCreator("Tuban")
    size = QPageSize(QSizeF(*flow.size_mm), QPageSize.Unit.Millimeter)
    upright = QPageLayout.Orientation.Portrait
    margins = QMarginsF(*flow.margins_mm)
    writer.setPageLayout(QPageLayout(size, upright, margins, QPageLayout.Unit.Millimeter))
    room = QSizeF(writer.width(), writer.height())
    document = _laid_out(flow, writer, room)
    painter = QPainter()
    if not painter.begin(writer):
        return False
    draw_pages(painter, writer, document, room, lambda number: _number(painter, number, room))
    return bool(painter.end())


def _laid_out(flow: Flow, writer: QPdfWriter, room: QSizeF) -> QTextDocument:
    """The flow in pages; what must not be parted from what follows begins a page with it.

    Each break moves what comes after it, so the pages are made anew until nothing is parted.
    """
    content, broken = flow.html, 0
    while True:
        document = _document(content, flow, writer, room)
        parted = _first_parted(document, room.height(), broken)
        if not parted:
            return document
        style = kept_style(parted)
        content = content.replace(style, f"{style}page-break-before:always;", 1)
        broken = parted


def _document(content: str, flow: Flow, writer: QPdfWriter, room: QSizeF) -> QTextDocument:
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0)
    for name, picture in flow.pictures.items():
        image = QImage.fromData(picture)
        document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), image)
    document.setHtml(content)
    document.setPageSize(room)
    return document


def _first_parted(document: QTextDocument, height: float, after: int) -> int:
    """The number of the first marked block after one that stands on another page than what
    follows it; 0 when there is none."""
    block = document.begin()
    while block.isValid():
        following = block.next()
        if block.userState() > after and following.isValid():
            top, next_top = _top(document, block), _top(document, following)
            if int(top // height) != int((next_top + LEEWAY) // height):
                return block.userState()
        block = following
    return 0


def _top(document: QTextDocument, block: QTextBlock) -> float:
    """Where a block's first line is: it may have gone to the next page without its block."""
    top = document.documentLayout().blockBoundingRect(block).top()
    lines = block.layout()
    return top + (lines.lineAt(0).y() if lines.lineCount() else 0.0)


def _number(painter: QPainter, number: int, room: QSizeF) -> None:
    """— 1 — in the middle below the page's text."""
    font = QFont(NUMBER_FONTS[0], NUMBER_PT)
    font.setFamilies(NUMBER_FONTS)
    painter.setFont(font)
    height = NUMBER_MM / MM_PER_INCH * DPI
    place = QRectF(0, room.height() + height, room.width(), height)
    painter.drawText(place, int(Qt.AlignmentFlag.AlignHCenter), f"— {number} —")
