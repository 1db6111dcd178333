"""The pictures of a paper: charts and maps as PNG at the resolution of a printer."""

from __future__ import annotations

from typing import Dict, Mapping, Optional

from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QImage, QPainter
from qgis.PyQt.QtSvg import QSvgRenderer

from ..core.reports.composing import ChartBlock, MapBlock, Paper
from ..core.reports.writing import PICTURE_MM
from .paper_maps import draw_map

DPI, MM_PER_INCH = 300, 25.4
DOTS_PER_M = 11811  # 300 dpi
WIDTH_DOTS = round(PICTURE_MM / MM_PER_INCH * DPI)

Outlines = Mapping[str, QgsGeometry]
"""Outlines of counties in EPSG:4490, by code."""


def pictures_of(paper: Paper, outlines: Optional[Outlines] = None) -> Dict[str, bytes]:
    """The paper's charts and maps, by place.

    Where ``outlines`` lack a county, a line round its parcels stands for it.
    """
    found: Dict[str, bytes] = {}
    for place, part in paper.parts.items():
        if isinstance(part, ChartBlock):
            found[place] = chart_png(part.svg)
        elif isinstance(part, MapBlock) and part.grounds:
            found[place] = png_of(draw_map(part, outlines or {}, WIDTH_DOTS))
    return found


def chart_png(svg: str) -> bytes:
    """A chart, as wide as a picture of a paper is, on white."""
    renderer = QSvgRenderer(svg.encode("utf-8"))
    size = renderer.defaultSize()
    height = round(WIDTH_DOTS * size.height() / max(1, size.width()))
    image = blank_image(QSize(WIDTH_DOTS, height))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, WIDTH_DOTS, height))
    painter.end()
    return png_of(image)


def blank_image(size: QSize) -> QImage:
    """A white image that knows its resolution."""
    image = QImage(size, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(DOTS_PER_M)
    image.setDotsPerMeterY(DOTS_PER_M)
    image.fill(Qt.GlobalColor.white)
    return image


def png_of(image: QImage) -> bytes:
    """The image as the content of a PNG file."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(content)
