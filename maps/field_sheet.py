"""外业核查表: a page per parcel with the map before and after, facts, field check and photos."""

from __future__ import annotations

import tempfile
from pathlib import Path, PurePosixPath
from typing import Dict, List, Optional, Sequence, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsLayoutExporter,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from ..core.areas import zone3
from ..core.errors import OutputError
from ..core.field.photo_checks import name_of
from ..core.field.sheet import Line, check_lines, fact_lines
from ..core.files import file_name_of, whole_file
from ..core.geometry import LONLAT_CRS
from ..core.model import Dossier, Patch, Photo
from ..core.plan import Plan
from ..core.text import text
from .imagery import Imagery, choose
from .sheet_template import MAPS, SheetTemplate
from .thumbnails import thumbnail
from .words import chinese

MOST_PHOTOS, PHOTO_PIXELS = 9, 900
DPI = 200
MARGIN = 2.2
LEAST_SIDE_M = 60.0
Pictures = Tuple[Optional[QgsMapLayer], Optional[QgsMapLayer]]
"""The imagery before and after; either may be missing."""


def imagery_of(project: QgsProject, patch: Patch) -> Pictures:
    """The project's layers before and after, as the dock chooses them."""
    pair = choose(Imagery(project).epochs(), patch.before_date, patch.after_date)
    before, after = (
        project.mapLayer(one.layer_id) if one is not None else None
        for one in (pair.before, pair.after)
    )
    return before, after


class FieldSheets:
    """Makes sheets for the parcels of one casebook, whose photos lie below ``folder``."""

    def __init__(
        self, project: QgsProject, plan: Plan, folder: Path, template: SheetTemplate
    ) -> None:
        self._project = project
        self._plan = plan
        self._folder = folder
        self._template = template

    def write(self, dossier: Dossier, imagery: Pictures, out: Path) -> Path:
        """Write the parcel's sheet into ``out``, on the imagery before and after; gives its path.

        :raises OutputError: the PDF cannot be written.
        """
        target = out / f"{file_name_of(dossier.parcel.number)}.pdf"
        with tempfile.TemporaryDirectory() as pictures:
            layout = self._template.layout(self._project)
            shown = self._fill_photos(layout, dossier.photos, Path(pictures))
            variables = {**self._words(dossier, imagery), **_photo_words(dossier.photos, shown)}
            named = {f"tuban_{key}": value for key, value in variables.items()}
            QgsExpressionContextUtils.setLayoutVariables(layout, named)
            outline = _outline(dossier)
            for name, layer in zip(MAPS, imagery):
                item = layout.itemById(name)
                if isinstance(item, QgsLayoutItemMap) and not item.rect().isEmpty():
                    self._fill_map(item, layer, outline, dossier)
            layout.refresh()
            _export(layout, target)
        return target

    def _words(self, dossier: Dossier, imagery: Pictures) -> Dict[str, str]:
        """The texts of a sheet, by the names that a template asks for them."""
        facts = fact_lines(dossier, self._plan)
        check = check_lines(dossier.field_check, self._plan)
        patch, (before, after) = dossier.patch, imagery
        return {
            **{line.key: line.value for line in (*facts, *check)},
            "parcel_number": dossier.parcel.number,
            "county": patch.county_name,
            "month": patch.month,
            "before": _caption(text("Imagery before").say(chinese), patch.before_date, before),
            "after": _caption(text("Imagery after").say(chinese), patch.after_date, after),
            "facts": _listed(facts),
            "check": _listed(check),
        }

    def _fill_map(
        self,
        item: QgsLayoutItemMap,
        imagery: Optional[QgsMapLayer],
        outline: QgsVectorLayer,
        dossier: Dossier,
    ) -> None:
        item.setCrs(QgsCoordinateReferenceSystem(_zone_crs(dossier)))
        item.setLayers([outline, imagery] if imagery is not None else [outline])
        item.setKeepLayerSet(True)
        # In the item's own shape: for another one QGIS would change the item's size, and
        # zoomToExtent() stops at a template whose extent is empty.
        item.setExtent(self._extent(dossier, item))

    def _extent(self, dossier: Dossier, item: QgsLayoutItemMap) -> QgsRectangle:
        geometry = QgsGeometry()
        geometry.fromWkb(dossier.parcel.geometry)
        lonlat = QgsCoordinateReferenceSystem(LONLAT_CRS)
        geometry.transform(QgsCoordinateTransform(lonlat, item.crs(), self._project))
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

    def _fill_photos(
        self, layout: QgsPrintLayout, photos: Sequence[Photo], pictures: Path
    ) -> List[Photo]:
        """Put the photos into the template's pictures, as far as there are any of either."""
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
            small = thumbnail(self._folder / photo.file, PHOTO_PIXELS)
            if not small.isNull() and small.save(str(path)):
                item.setPicturePath(str(path))
        return shown


def _photo_words(photos: Sequence[Photo], shown: List[Photo]) -> Dict[str, str]:
    words = {f"photo_{number}": "" for number in range(1, MOST_PHOTOS + 1)}
    words.update((f"photo_{at + 1}", _told(photo)) for at, photo in enumerate(shown))
    left = len(photos) - len(shown)
    words["more_photos"] = text("… and {count} more photos", count=left).say(chinese) * bool(left)
    return words


def _told(photo: Photo) -> str:
    way = "" if photo.azimuth_deg is None else f" {photo.azimuth_deg:.0f}°"
    taken = (photo.taken_at or "")[:16].replace("T", " ")
    return f"{PurePosixPath(name_of(photo)).name}\n{taken}{way}"


def _caption(side: str, day: Optional[str], imagery: Optional[QgsMapLayer]) -> str:
    without = "" if imagery is not None else f" {text('(no imagery)').say(chinese)}"
    return f"{side} {day or '?'}{without}"


def _listed(lines: List[Line]) -> str:
    return "\n".join(f"{line.caption.say(chinese)}：{line.value}" for line in lines)


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
