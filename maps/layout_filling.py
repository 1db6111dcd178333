"""What every layout of Tuban's has: maps on a parcel, photos, tables, and the PDF itself."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsLayoutExporter,
    QgsLayoutFrame,
    QgsLayoutItemLabel,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtXml import QDomDocument

from ..core.areas import zone3
from ..core.errors import OutputError
from ..core.field.photo_checks import name_of
from ..core.files import whole_file
from ..core.geometry import LONLAT_CRS
from ..core.model import Photo
from ..core.text import text
from .sheet_template import MAPS
from .thumbnails import thumbnail
from .words import chinese

MOST_PHOTOS, PHOTO_PIXELS = 9, 900
DPI = 200
MARGIN = 2.2
LEAST_SIDE_M = 60.0


def geometry_of(wkb: bytes) -> QgsGeometry:
    """A geometry of QGIS from WKB."""
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return geometry


def zone_system(wkb: bytes) -> QgsCoordinateReferenceSystem:
    """CGCS2000 in three-degree zones, for a geometry in EPSG:4490: EPSG:4513 is zone 25."""
    zone = zone3(geometry_of(wkb).boundingBox().center().x())
    return QgsCoordinateReferenceSystem(f"EPSG:{4513 + zone - 25}")


def fill_map(
    item: QgsLayoutItemMap,
    project: QgsProject,
    layers: Sequence[Optional[QgsMapLayer]],
    shown: bytes,
) -> None:
    """Show ``layers``, the first on top, round a geometry (WKB, EPSG:4490)."""
    item.setCrs(zone_system(shown))
    item.setLayers([layer for layer in layers if layer is not None])
    item.setKeepLayerSet(True)
    # In the item's own shape: for another one QGIS would change the item's size, and
    # zoomToExtent() stops at a template whose extent is empty.
    item.setExtent(_extent(geometry_of(shown), item, project))


def _extent(geometry: QgsGeometry, item: QgsLayoutItemMap, project: QgsProject) -> QgsRectangle:
    lonlat = QgsCoordinateReferenceSystem(LONLAT_CRS)
    geometry.transform(QgsCoordinateTransform(lonlat, item.crs(), project))
    box = geometry.boundingBox()
    shape = item.rect().width() / item.rect().height()
    height = MARGIN * max(box.height(), box.width() / shape, LEAST_SIDE_M)
    middle, half = box.center(), height / 2
    return QgsRectangle(
        middle.x() - half * shape,
        middle.y() - half,
        middle.x() + half * shape,
        middle.y() + half,
    )


def fill_words(layout: QgsPrintLayout, words: Mapping[str, str]) -> None:
    """Give the layout's texts what they ask for by ``@tuban_`` and a name."""
    named = {f"tuban_{key}": value for key, value in words.items()}
    QgsExpressionContextUtils.setLayoutVariables(layout, named)


def fill_sides(
    layout: QgsPrintLayout,
    project: QgsProject,
    parcel: QgsVectorLayer,
    imagery: Sequence[Optional[QgsMapLayer]],
    shown: bytes,
) -> None:
    """Show a parcel's outline on the imagery before and after, in the maps that are there."""
    for name, layer in zip(MAPS, imagery):
        item = map_of(layout, name)
        if item is not None:
            fill_map(item, project, [parcel, layer], shown)


def repeat_labels(layout: QgsPrintLayout, pages: int) -> None:
    """Head and foot of the template's last page on the pages that a table has added to its own.

    ``pages`` is how many the template has.
    """
    document, context = QDomDocument(), QgsReadWriteContext()
    labels = [
        one
        for one in layout.items()
        if isinstance(one, QgsLayoutItemLabel) and one.page() == pages - 1
    ]
    for label in labels:
        kept = document.createElement("labels")
        label.writeXml(kept, document, context)
        for page in range(pages, layout.pageCollection().pageCount()):
            copied = QgsLayoutItemLabel(layout)
            copied.readXml(kept.firstChildElement(), document, context)
            layout.addLayoutItem(copied)
            copied.attemptMove(label.pagePositionWithUnits(), page=page)


def map_of(layout: QgsPrintLayout, name: str) -> Optional[QgsLayoutItemMap]:
    """The template's map of that id, if it has one that can show something."""
    item = layout.itemById(name)
    there = isinstance(item, QgsLayoutItemMap) and not item.rect().isEmpty()
    return item if there else None


def table_of(layout: QgsPrintLayout, name: str) -> Optional[QgsLayoutItemManualTable]:
    """The template's table of that id, if it has one."""
    item = layout.itemById(name)
    table = item.multiFrame() if isinstance(item, QgsLayoutFrame) else None
    return table if isinstance(table, QgsLayoutItemManualTable) else None


def outline(wkb: bytes) -> QgsVectorLayer:
    """A layer with the geometry (WKB, EPSG:4490) as a red outline, never filled."""
    layer = QgsVectorLayer(f"MultiPolygon?crs={LONLAT_CRS}", "parcel", "memory")
    geometry = geometry_of(wkb)
    geometry.convertToMultiType()
    feature = QgsFeature()
    feature.setGeometry(geometry)
    layer.dataProvider().addFeatures([feature])
    style = {"style": "no", "outline_color": "#ff0000", "outline_width": "0.5"}
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(style)))
    return layer


def fill_photos(
    layout: QgsPrintLayout, photos: Sequence[Photo], folder: Path, pictures: Path
) -> Tuple[List[Photo], Dict[str, str]]:
    """Put photos below ``folder`` into the template's pictures, as far as there are any of either.

    ``pictures`` takes the small copies. Gives the photos shown, and the words beside them.
    """
    shown: List[Photo] = []
    waiting = sorted(photos, key=lambda one: one.name)
    for number in range(1, MOST_PHOTOS + 1):
        item = layout.itemById(f"photo_{number}")
        if not isinstance(item, QgsLayoutItemPicture):
            continue
        if not waiting:
            layout.removeLayoutItem(item)
            continue
        photo = waiting.pop(0)
        shown.append(photo)
        path = pictures / f"{number}.png"
        small = thumbnail(folder / photo.file, PHOTO_PIXELS)
        if not small.isNull() and small.save(str(path)):
            item.setPicturePath(str(path))
    return shown, _photo_words(len(photos), shown)


def _photo_words(count: int, shown: List[Photo]) -> Dict[str, str]:
    words = {f"photo_{number}": "" for number in range(1, MOST_PHOTOS + 1)}
    words.update((f"photo_{at + 1}", _told(photo)) for at, photo in enumerate(shown))
    left = count - len(shown)
    words["more_photos"] = text("… and {count} more photos", count=left).say(chinese) * bool(left)
    return words


def _told(photo: Photo) -> str:
    way = "" if photo.azimuth_deg is None else f" {photo.azimuth_deg:.0f}°"
    taken = (photo.taken_at or "")[:16].replace("T", " ")
    return f"{PurePosixPath(name_of(photo)).name}\n{taken}{way}"


def export(layout: QgsPrintLayout, target: Path) -> None:
    """Write the layout as a PDF, whole or not at all.

    :raises OutputError: the PDF cannot be written.
    """
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = DPI
    # Hashes and numbers are to be copied and searched for; as outlines they could not.
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
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
