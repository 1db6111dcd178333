"""外业核查表: a page per parcel with the map before and after, facts, field check and photos."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path, PurePosixPath
from typing import List, Optional, Sequence, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFont

from ..core.areas import zone3
from ..core.errors import OutputError
from ..core.field.photo_checks import name_of
from ..core.field.sheet import Line, check_lines, fact_lines
from ..core.files import whole_file
from ..core.geometry import LONLAT_CRS
from ..core.model import Dossier, Photo
from ..core.plan import Plan
from ..core.text import text
from .thumbnails import thumbnail
from .words import chinese

LEFT_MM, WIDTH_MM, GAP_MM = 12.0, 186.0, 6.0
HALF_MM = (WIDTH_MM - GAP_MM) / 2
MAPS_AT_MM, MAP_HEIGHT_MM = 32.0, 78.0
WORDS_AT_MM, WORDS_HEIGHT_MM = 114.0, 70.0
PHOTOS_AT_MM, PHOTO_MM, PHOTO_STEP_MM = 186.0, 43.0, 47.7
PHOTOS_ON_A_SHEET, PHOTO_PIXELS = 4, 900
FOOT_AT_MM = 272.0
DPI = 200
MARGIN = 2.2
LEAST_SIDE_M = 60.0
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


class FieldSheets:
    """Makes sheets for the parcels of one casebook, whose photos lie below ``folder``."""

    def __init__(self, project: QgsProject, plan: Plan, folder: Path) -> None:
        self._project = project
        self._plan = plan
        self._folder = folder

    def write(
        self,
        dossier: Dossier,
        before: Optional[QgsMapLayer],
        after: Optional[QgsMapLayer],
        out: Path,
    ) -> Path:
        """Write the parcel's sheet into ``out``; gives its path.

        :raises OutputError: the PDF cannot be written.
        """
        target = out / f"{_UNSAFE.sub('_', dossier.parcel.number)}.pdf"
        with tempfile.TemporaryDirectory() as pictures:
            layout = QgsPrintLayout(self._project)
            layout.initializeDefaults()
            upright = QgsLayoutItemPage.Orientation.Portrait
            layout.pageCollection().page(0).setPageSize("A4", upright)
            self._head(layout, dossier)
            outline = _outline(dossier)
            self._map(layout, LEFT_MM, before, dossier.patch.before_date, outline, dossier)
            right = LEFT_MM + HALF_MM + GAP_MM
            self._map(layout, right, after, dossier.patch.after_date, outline, dossier)
            _words(layout, LEFT_MM, fact_lines(dossier, self._plan))
            _words(layout, right, check_lines(dossier.field_check, self._plan))
            self._photos(layout, dossier.photos, Path(pictures))
            _foot(layout)
            _export(layout, target)
        return target

    def _head(self, layout: QgsPrintLayout, dossier: Dossier) -> None:
        title = text("Field check sheet").say(chinese)
        _label(layout, (LEFT_MM, 10, WIDTH_MM, 9), title, 16, Qt.AlignmentFlag.AlignHCenter)
        line = f"{dossier.patch.county_name}  {dossier.patch.month}  {dossier.parcel.number}"
        _label(layout, (LEFT_MM, 20, WIDTH_MM, 6), line, 10, Qt.AlignmentFlag.AlignHCenter)

    def _map(
        self,
        layout: QgsPrintLayout,
        left: float,
        imagery: Optional[QgsMapLayer],
        day: Optional[str],
        outline: QgsVectorLayer,
        dossier: Dossier,
    ) -> None:
        side = text("Imagery before") if left == LEFT_MM else text("Imagery after")
        caption = f"{side.say(chinese)} {day or '?'}"
        if imagery is None:
            caption = f"{caption} {text('(no imagery)').say(chinese)}"
        _label(layout, (left, MAPS_AT_MM - 5.5, HALF_MM, 5), caption, 9)
        item = QgsLayoutItemMap(layout)
        # A map that has no size yet takes no extent, then or later.
        item.setRect(0, 0, HALF_MM, MAP_HEIGHT_MM)
        item.attemptMove(QgsLayoutPoint(left, MAPS_AT_MM))
        item.attemptResize(QgsLayoutSize(HALF_MM, MAP_HEIGHT_MM))
        item.setFrameEnabled(True)
        item.setCrs(QgsCoordinateReferenceSystem(_zone_crs(dossier)))
        item.setLayers([outline, imagery] if imagery is not None else [outline])
        item.setKeepLayerSet(True)
        item.zoomToExtent(self._extent(dossier, item.crs()))
        layout.addLayoutItem(item)

    def _extent(self, dossier: Dossier, crs: QgsCoordinateReferenceSystem) -> QgsRectangle:
        geometry = QgsGeometry()
        geometry.fromWkb(dossier.parcel.geometry)
        lonlat = QgsCoordinateReferenceSystem(LONLAT_CRS)
        geometry.transform(QgsCoordinateTransform(lonlat, crs, self._project))
        box = geometry.boundingBox()
        box.grow(max(0.0, (LEAST_SIDE_M - max(box.width(), box.height())) / 2))
        box.scale(MARGIN)
        return box

    def _photos(self, layout: QgsPrintLayout, photos: Sequence[Photo], pictures: Path) -> None:
        shown = sorted(photos, key=lambda one: one.name)[:PHOTOS_ON_A_SHEET]
        for at, photo in enumerate(shown):
            left = LEFT_MM + at * PHOTO_STEP_MM
            small = thumbnail(self._folder / photo.file, PHOTO_PIXELS)
            path = pictures / f"{at}.png"
            if not small.isNull() and small.save(str(path)):
                item = QgsLayoutItemPicture(layout)
                item.setPicturePath(str(path))
                item.attemptMove(QgsLayoutPoint(left, PHOTOS_AT_MM))
                item.attemptResize(QgsLayoutSize(PHOTO_MM, PHOTO_MM))
                layout.addLayoutItem(item)
            _label(layout, (left, PHOTOS_AT_MM + PHOTO_MM, PHOTO_MM, 12), _told(photo), 7)
        if len(photos) > len(shown):
            more = text("… and {count} more photos", count=len(photos) - len(shown)).say(chinese)
            _label(layout, (LEFT_MM, FOOT_AT_MM - 14, WIDTH_MM, 5), more, 8)


def _told(photo: Photo) -> str:
    way = "" if photo.azimuth_deg is None else f" {photo.azimuth_deg:.0f}°"
    taken = (photo.taken_at or "")[:16].replace("T", " ")
    return f"{PurePosixPath(name_of(photo)).name}\n{taken}{way}"


def _outline(dossier: Dossier) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"MultiPolygon?crs={LONLAT_CRS}", "parcel", "memory")
    geometry = QgsGeometry()
    geometry.fromWkb(dossier.parcel.geometry)
    geometry.convertToMultiType()
    feature = QgsFeature()
    feature.setGeometry(geometry)
    layer.dataProvider().addFeatures([feature])
    style = {"style": "no", "outline_color": "#ff0000", "outline_width": "0.5"}
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(style)))
    return layer


def _zone_crs(dossier: Dossier) -> str:
    """CGCS2000 in three-degree zones: EPSG:4513 is zone 25."""
    geometry = QgsGeometry()
    geometry.fromWkb(dossier.parcel.geometry)
    zone = zone3(geometry.boundingBox().center().x())
    return f"EPSG:{4513 + zone - 25}"


def _words(layout: QgsPrintLayout, left: float, lines: List[Line]) -> None:
    content = "\n".join(f"{caption.say(chinese)}：{value}" for caption, value in lines)
    _label(layout, (left, WORDS_AT_MM, HALF_MM, WORDS_HEIGHT_MM), content, 10)


def _foot(layout: QgsPrintLayout) -> None:
    signed = text("Checked by (signature):                         Date:").say(chinese)
    _label(layout, (LEFT_MM, FOOT_AT_MM, WIDTH_MM, 6), signed, 10)
    note = text("Tuban's default form, not an official one.").say(chinese)
    _label(layout, (LEFT_MM, FOOT_AT_MM + 9, WIDTH_MM, 5), note, 7)


def _label(
    layout: QgsPrintLayout,
    place: Tuple[float, float, float, float],
    content: str,
    points: int,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    left, top, width, height = place
    item = QgsLayoutItemLabel(layout)
    item.setText(content.replace("[%", "[ %"))  # QGIS would take it for an expression
    font = QFont()
    font.setPointSize(points)
    item.setFont(font)
    item.setHAlign(align)
    item.attemptMove(QgsLayoutPoint(left, top))
    item.attemptResize(QgsLayoutSize(width, height))
    layout.addLayoutItem(item)


def _export(layout: QgsPrintLayout, target: Path) -> None:
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = DPI
    with whole_file(target) as part:
        done = QgsLayoutExporter(layout).exportToPdf(str(part), settings)
        if done != QgsLayoutExporter.ExportResult.Success:
            raise OutputError(
                text(
                    "{file} was not written to {folder}. Is it open in another program?",
                    file=target.name,
                    folder=str(target.parent),
                )
            )
