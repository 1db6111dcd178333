"""Maps of a paper: counties shaded by a figure, and where illegal parcels lie.

Drawn by QGIS into an image, with a legend, a scale and north. Military parcels are in none of
them: what is shown was counted, and they are not.
"""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsMarkerSymbol,
    QgsPointXY,
    QgsProperty,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QFont, QFontMetrics, QImage, QPainter, QPen, QPolygonF

from ..core.charts.drawing import ticks
from ..core.geometry import LONLAT_CRS
from ..core.reports.composing import MapBlock
from ..core.text import text
from .county_outlines import outlines_round
from .county_theme import CountyMap, CountyValue, Shade, county_layer
from .field_types import REAL
from .words import chinese

DPI = 300
HEIGHT_SHARE = 0.6
RGB = QImage.Format.Format_RGB32
GROUND, NOTHING = "#eef1f4", "#f4f4f4"
SHADES = ("#fbe3d3", "#f4b48c", "#df7a47", "#a93a26")
SPOT = "#c0392b"
INK, FAINT = "#222222", "#5f6368"
FONTS = ["Microsoft YaHei", "SimHei", "Noto Sans CJK SC", "WenQuanYi Zen Hei"]
TEXT_PT = 7.5
SPOT_MM = (0.9, 3.2)
ROUND_METRES = (1, 2, 5)


def draw_map(block: MapBlock, outlines: Mapping[str, QgsGeometry], width: int) -> QImage:
    """The map as an image so many dots wide, at 300 dots per inch."""
    shades, shaded = _shades(block)
    values = {
        code: CountyValue(block.names.get(code, code), _shown(block, code), shaded.get(code, ""))
        for code in {*block.grounds, *block.values}
    }
    drawn = _all_outlines(block, outlines)
    counties = county_layer(CountyMap("paper", "", shades, values), drawn)
    layers = [counties] if block.values else [_spots(block), counties]
    settings = _settings(layers, counties, width)
    legend = _Legend(_legend(block, shades, outlines), width)
    image = QImage(QSize(width, settings.outputSize().height() + legend.height), RGB)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    job = QgsMapRendererCustomPainterJob(settings, painter)
    job.renderSynchronously()
    _Margin(painter, settings).draw()
    legend.draw(painter, settings.outputSize().height())
    painter.end()
    return image


def _shown(block: MapBlock, code: str) -> str:
    if not block.values:
        return ""
    value = block.values.get(code)
    return "—" if value is None else f"{value}{block.sign}"


def _shades(block: MapBlock) -> Tuple[Tuple[Shade, ...], Dict[str, str]]:
    """Classes of equal width from nothing to the highest value; which county is in which."""
    if not block.values:
        return (Shade("", "", GROUND),), {}
    highest = max((float(one) for one in block.values.values() if one is not None), default=0.0)
    bounds = ticks(highest, len(SHADES))
    shades = [Shade("", f"0{block.sign}", NOTHING)]
    shades += [
        Shade(str(at), f"{low:g}–{high:g}{block.sign}", SHADES[min(at, len(SHADES) - 1)])
        for at, (low, high) in enumerate(zip(bounds, bounds[1:]))
        if highest
    ]
    return tuple(shades), {
        code: _class_of(value, bounds) for code, value in block.values.items() if value
    }


def _class_of(value: Optional[Decimal], bounds: Sequence[float]) -> str:
    """The class whose upper bound is the first that the value does not pass."""
    at = next(at for at, high in enumerate(bounds[1:]) if float(value or 0) <= high + 1e-9)
    return str(at)


def _all_outlines(block: MapBlock, outlines: Mapping[str, QgsGeometry]) -> Dict[str, QgsGeometry]:
    found = outlines_round(
        (code, lon, lat)
        for code, points in block.grounds.items()
        if code not in outlines
        for lon, lat in points
    )
    found.update({code: outlines[code] for code in block.names if code in outlines})
    return found


def _spots(block: MapBlock) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"Point?crs={LONLAT_CRS}", "", "memory")
    layer.dataProvider().addAttributes([QgsField("mu", REAL)])
    layer.updateFields()
    features = []
    for (lon, lat), mu in block.spots:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([float(mu)])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(lon, lat)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    symbol = QgsMarkerSymbol.createSimple(
        {"name": "circle", "color": SPOT, "outline_color": "#ffffff", "outline_width": "0.15"}
    )
    smallest, largest = SPOT_MM
    size = QgsProperty.fromExpression(f'min({largest}, {smallest} + sqrt("mu") * 0.25)')
    symbol.symbolLayer(0).setDataDefinedProperty(QgsSymbolLayer.Property.PropertySize, size)
    symbol.setOpacity(0.85)
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    return layer


def _settings(layers: List[QgsVectorLayer], counties: QgsVectorLayer, width: int) -> QgsMapSettings:
    settings = QgsMapSettings()
    settings.setOutputDpi(DPI)
    settings.setOutputSize(QSize(width, round(width * HEIGHT_SHARE)))
    settings.setLayers(layers)
    middle = counties.extent().center()
    local = f"+proj=tmerc +lat_0=0 +lon_0={middle.x():.4f} +ellps=GRS80 +units=m +no_defs"
    settings.setDestinationCrs(QgsCoordinateReferenceSystem.fromProj(local))
    extent = QgsRectangle(settings.layerExtentToOutputExtent(counties, counties.extent()))
    extent.scale(1.12)
    settings.setExtent(extent)
    settings.setFlag(QgsMapSettings.Flag.Antialiasing, True)
    settings.setFlag(QgsMapSettings.Flag.DrawLabeling, True)
    return settings


def _legend(
    block: MapBlock, shades: Sequence[Shade], outlines: Mapping[str, QgsGeometry]
) -> List[Tuple[str, str, bool]]:
    """Colour, words, and whether it is a spot."""
    found = [(one.colour, one.label, False) for one in shades if one.label]
    if not block.values:
        found.append(
            (SPOT, text("Illegal land; the larger the spot, the larger it is").say(chinese), True)
        )
    if any(code not in outlines for code in block.grounds):
        words = text("The lines go round the parcels; they are no borders of counties").say(chinese)
        found.append(("", words, False))
    return found


def _font() -> QFont:
    font = QFont(FONTS[0])
    font.setFamilies(FONTS)
    font.setPixelSize(round(TEXT_PT / 72 * DPI))
    return font


class _Legend:
    """The legend in lines below the map, each as full as it can be."""

    def __init__(self, entries: Sequence[Tuple[str, str, bool]], width: int) -> None:
        self._step = round(TEXT_PT / 72 * DPI * 1.5)
        metrics, x, line = QFontMetrics(_font()), float(self._step), 0
        self._places: List[Tuple[float, int, Tuple[str, str, bool]]] = []
        for colour, words, is_spot in entries:
            wide = metrics.boundingRect(words).width() + self._step * (2.4 if colour else 1.2)
            if self._places and x + wide > width:
                x, line = float(self._step), line + 1
            self._places.append((x, line, (colour, words, is_spot)))
            x += wide
        self.height = round(self._step * (line + 1.6))

    def draw(self, painter: QPainter, top: int) -> None:
        """Draw it from ``top`` on."""
        painter.setFont(_font())
        for x, line, (colour, words, is_spot) in self._places:
            self._entry(painter, x, top + self._step * (line + 0.3), colour, words, is_spot)

    def _entry(
        self, painter: QPainter, x: float, top: float, colour: str, words: str, is_spot: bool
    ) -> None:
        step = self._step
        box = QRectF(x, top + step * 0.2, step * 0.9, step * 0.6)
        painter.setPen(QPen(QColor(FAINT), 1))
        painter.setBrush(QBrush(QColor(colour)) if colour else QBrush(Qt.BrushStyle.NoBrush))
        if is_spot:
            painter.drawEllipse(box.center(), step * 0.25, step * 0.25)
        elif colour:
            painter.drawRect(box)
        painter.setPen(QColor(INK))
        place = QRectF(x + (step * 1.2 if colour else 0), top, painter.device().width(), step)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, int(side), words)


class _Margin:
    """What stands over the map: scale, north, frame."""

    def __init__(self, painter: QPainter, settings: QgsMapSettings) -> None:
        self._painter = painter
        self._size = settings.outputSize()
        self._metres_per_dot = settings.mapUnitsPerPixel()
        self._line = round(TEXT_PT / 72 * DPI * 1.5)
        painter.setFont(_font())

    def draw(self) -> None:
        """Draw all of it."""
        self._scale()
        self._north()
        self._painter.setPen(QPen(QColor("#b8bec6"), 3))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(QRectF(1, 1, self._size.width() - 3, self._size.height() - 3))

    def _scale(self) -> None:
        """A bar of a round length, about a fifth of the map."""
        painter, step = self._painter, self._line
        metres = _round_length(self._size.width() / 5 * self._metres_per_dot)
        length = metres / self._metres_per_dot
        right, base = self._size.width() - step, self._size.height() - step
        painter.setPen(QPen(QColor(INK), 5))
        painter.drawLine(QPointF(right - length, base), QPointF(right, base))
        words = f"{metres / 1000:g} km" if metres >= 1000 else f"{metres:g} m"
        place = QRectF(right - length, base - step * 1.2, length, step)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignHCenter), words)

    def _north(self) -> None:
        painter, step = self._painter, self._line
        x, top = self._size.width() - step * 1.2, step * 1.6
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(INK))
        tip, left, right = (x, top), (x - step * 0.35, top + step * 1.4), (x + step * 0.35, top)
        right = (right[0], top + step * 1.4)
        inner = (x, top + step * 1.05)
        painter.drawPolygon(QPolygonF([QPointF(*one) for one in (tip, left, inner, right)]))
        painter.setPen(QColor(INK))
        place = QRectF(x - step, top - step * 1.1, step * 2, step)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignHCenter), text("N").say(chinese))


def _round_length(metres: float) -> float:
    """The largest of 1, 2, 5 times a power of ten that is not longer."""
    power = 10.0 ** math.floor(math.log10(max(metres, 1e-6)))
    return max(one * power for one in ROUND_METRES if one * power <= metres * (1 + 1e-9))
