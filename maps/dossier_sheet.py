"""图斑档案: a parcel's whole record as a PDF, on a layout that the office can edit."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Dict, List, Optional, Sequence

from qgis.core import (
    QgsGeometry,
    QgsMapLayer,
    QgsPalLayerSettings,
    QgsPointXY,
    QgsPrintLayout,
    QgsProject,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

from ..core.casebook import Casebook
from ..core.documents.dossier import Background, Line, Section, figure_rows, sections
from ..core.documents.history import Said, say_words
from ..core.field.sheet import fact_lines
from ..core.files import file_name_of
from ..core.geometry import LONLAT_CRS
from ..core.imagery import AFTER, BEFORE, Epoch, Pair, taken
from ..core.model import Dossier, Patch, Photo
from ..core.plan import Plan
from ..core.text import text
from .field_sheet import Pictures
from .imagery import epoch_of
from .layout_filling import (
    export,
    fill_map,
    fill_photos,
    fill_sides,
    fill_words,
    geometry_of,
    map_of,
    outline,
    repeat_labels,
    table_of,
)
from .layout_tables import fill_rows, fill_sections
from .photo_layer import arrows, photo_features, photo_fields
from .sheet_template import SheetTemplate
from .words import chinese

MAP_PHOTOS = "map_photos"
FIGURES, RECORD = "table_figures", "table_record"
# A photo that says it was taken farther away would make the parcel a dot.
FARTHEST_DEG = 0.005
SUFFIX = text("dossier")


class DossierSheets:
    """Makes dossiers of parcels of one casebook; their photos lie beside it."""

    def __init__(
        self, project: QgsProject, plan: Plan, book: Casebook, template: SheetTemplate
    ) -> None:
        self._project = project
        self._plan = plan
        self._book = book
        self._template = template
        self._sources = {one.sha256: one for one in book.sources()}

    def write(self, dossier: Dossier, imagery: Pictures, out: Path) -> Path:
        """Write the parcel's dossier into ``out``, on the imagery before and after.

        :raises OutputError: the PDF cannot be written.
        """
        name = f"{file_name_of(dossier.parcel.number)}_{SUFFIX.say(chinese)}.pdf"
        with tempfile.TemporaryDirectory() as pictures:
            layout = self._template.layout(self._project)
            pages = layout.pageCollection().pageCount()
            shown, words = fill_photos(
                layout, dossier.photos, self._book.path.parent, Path(pictures)
            )
            fill_words(layout, {**self._words(dossier, imagery), **words})
            # A layout does not keep its layers: they are held until it has been drawn.
            _layers = self._fill_maps(layout, dossier, imagery, shown)
            self._fill_tables(layout, dossier)
            layout.refresh()
            repeat_labels(layout, pages)
            export(layout, out / name)
        return out / name

    def _words(self, dossier: Dossier, imagery: Pictures) -> Dict[str, str]:
        """The texts of a dossier, by the names that a template asks for them."""
        patch, (before, after) = dossier.patch, imagery
        seq = str(self._book.head().seq)
        return {
            **{line.key: line.value for line in fact_lines(dossier, self._plan)},
            "parcel_number": dossier.parcel.number,
            "county": patch.county_name,
            "month": patch.month,
            "before": picture_words(BEFORE, before, patch),
            "after": picture_words(AFTER, after, patch),
            "plan": self._plan.id,
            "journal_entry": seq,
            "no_photos": "" if dossier.photos else text("No photos").say(chinese),
        }

    def _fill_maps(
        self, layout: QgsPrintLayout, dossier: Dossier, imagery: Pictures, photos: Sequence[Photo]
    ) -> List[Optional[QgsMapLayer]]:
        shape = dossier.parcel.geometry
        parcel = outline(shape)
        fill_sides(layout, self._project, parcel, imagery, shape)
        numbered = [replace(one, name=str(at)) for at, one in enumerate(photos, start=1)]
        layers: List[Optional[QgsMapLayer]] = [
            _arrow_layer(replace(dossier, photos=tuple(numbered)), self._plan),
            parcel,
            imagery[1] or imagery[0],
        ]
        item = map_of(layout, MAP_PHOTOS)
        if item is not None:
            fill_map(item, self._project, layers, _around(shape, photos))
        return layers

    def _fill_tables(self, layout: QgsPrintLayout, dossier: Dossier) -> None:
        facts = Section(
            "facts",
            text("Issued"),
            tuple(Line(line.caption, line.value) for line in fact_lines(dossier, self._plan)),
        )
        known = sections(dossier, self._plan, self._background(dossier))
        by_name = {f"table_{one.key}": [one] for one in (facts, *known)}
        for name, wanted in {**by_name, RECORD: known}.items():
            table = table_of(layout, name)
            if table is not None:
                fill_sections(table, wanted, _chinese, titled=name == RECORD)
        table = table_of(layout, FIGURES)
        if table is not None:
            fill_rows(table, figure_rows(dossier.figures), _chinese)

    def _background(self, dossier: Dossier) -> Background:
        book = self._book
        entries = [
            *book.history(dossier.parcel.number),
            *book.history(dossier.patch.number),
        ]
        head = book.head()
        return Background(
            sorted(entries, key=lambda one: -one.seq),
            head.seq,
            head.hash,
            self._sources.get(dossier.patch.source_sha256),
        )


def _chinese(words: Said) -> str:
    return say_words(words, chinese)


def picture_words(side: str, layer: Optional[QgsMapLayer], patch: Patch) -> str:
    """Which picture it is, when it was taken, and the file it comes from; Chinese."""
    if layer is None:
        none = text("No imagery before") if side == BEFORE else text("No imagery after")
        return none.say(chinese)
    epoch = epoch_of(layer) or Epoch(layer.id(), layer.name(), side, None)
    pair = Pair(before=epoch) if side == BEFORE else Pair(after=epoch)
    told = taken(pair, patch.before_date, patch.after_date)[0].say(chinese)
    # Only of a file: the address of a service may hold a key.
    file = Path(layer.source().split("|")[0])
    return f"{told}\n{file.name}" if file.is_file() else told


def _arrow_layer(dossier: Dossier, plan: Plan) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"Point?crs={LONLAT_CRS}", "photos", "memory")
    provider = layer.dataProvider()
    provider.addAttributes(list(photo_fields()))
    layer.updateFields()
    provider.addFeatures(list(photo_features([dossier], plan)))
    layer.setRenderer(arrows())
    layer.setLabeling(QgsVectorLayerSimpleLabeling(_numbers()))
    layer.setLabelsEnabled(True)
    return layer


def _numbers() -> QgsPalLayerSettings:
    """The photo's number beside its arrow, readable on dark and on light ground."""
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.8)
    written = QgsTextFormat()
    written.setSize(8)
    written.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.fieldName = "name"
    settings.displayAll = True
    settings.setFormat(written)
    return settings


def _around(shape: bytes, photos: Sequence[Photo]) -> bytes:
    """The parcel with the photos that were taken near it, as WKB."""
    geometry = geometry_of(shape)
    near = geometry.boundingBox()
    near.grow(FARTHEST_DEG)
    box = geometry.boundingBox()
    for photo in photos:
        if photo.lon_deg is not None and photo.lat_deg is not None:
            point = QgsPointXY(photo.lon_deg, photo.lat_deg)
            if near.contains(point):
                box.combineExtentWith(point)
    return bytes(QgsGeometry.fromRect(box).asWkb())
