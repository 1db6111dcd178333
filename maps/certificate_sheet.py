"""拆除复耕到位证明: a certificate as a PDF, on a layout that the office can edit."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Dict, List, Optional, Sequence, Tuple

from qgis.core import (
    QgsLayoutItemLabel,
    QgsLayoutItemPicture,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont

from ..core.casebook import Casebook
from ..core.certificates import qr
from ..core.certificates.page import AreaRow, Page, PhotoPair, page_of
from ..core.certificates.verifying import facts_hold
from ..core.documents.dossier import Line
from ..core.documents.history import Said, say_words
from ..core.errors import RectificationRefused
from ..core.files import file_name_of
from ..core.imagery import AFTER, BEFORE, Pair, choose, newer_than_after
from ..core.model import Dossier, Patch, Photo
from ..core.plan import Plan
from ..core.rectified import Certificate, PhotoStage
from ..core.text import text
from .dossier_sheet import picture_words
from .field_sheet import Pictures
from .imagery import epochs_of
from .layout_filling import (
    PHOTO_PIXELS,
    export,
    fill_map,
    fill_sides,
    fill_words,
    map_of,
    outline,
    table_of,
)
from .layout_tables import LEAST_POINTS, STEP_POINTS, SUM, TITLE, Row, Words, fill_to_fit
from .line_breaking import MM_PER_POINT, Breaker
from .sheet_template import SheetTemplate
from .thumbnails import thumbnail
from .words import chinese

MAP_NOW, QR, SENTENCE = "map_now", "qr", "sentence"
MOST_PAIRS = 9
# Text is drawn a little wider than it is measured.
SENTENCE_SHARE, LINE_SPACING = 0.94, 1.4
INDENT = "\u3000\u3000"
# What QGIS adds to each column, for margins and lines, makes them fill the page.
FACT_WIDTHS_MM = (26.0, 63.0, 26.0, 63.0)
AREA_WIDTHS_MM = (29.0, 15.0, 18.0, 26.0)
CHECK_WIDTHS_MM = (61.0, 20.0)
INSPECTION_WIDTHS_MM = (26.0, 156.0)
ACROSS_POINTS, ACROSS_DEGREES = 90, -32
# Half transparent by its colour: an item's own opacity would make a picture of the words.
ACROSS_COLOUR, TOLD_COLOUR = QColor(208, 0, 0, 120), QColor(208, 0, 0)
ACROSS_MM = (200.0, 60.0)
TOLD_POINTS, TOLD_AT_MM, TOLD_MM = 9, (12.0, 4.0), (186.0, 6.0)


class CertificateSheets:
    """Makes the PDFs of one casebook's certificates; photos lie beside it."""

    def __init__(
        self, project: QgsProject, plan: Plan, book: Casebook, template: SheetTemplate
    ) -> None:
        self._project = project
        self._plan = plan
        self._book = book
        self._template = template

    def write(self, dossier: Dossier, imagery: Pictures, out: Path) -> Path:
        """Write the parcel's newest certificate into ``out``.

        :raises RectificationRefused: it has none, or the record no longer says what it certifies.
        :raises OutputError: the PDF cannot be written.
        """
        several = dossier.put_right.certificates
        if not several:
            raise RectificationRefused(
                text("{parcel} has no certificate.", parcel=dossier.parcel.number)
            )
        return self.write_one(several[-1], dossier, imagery, out)

    def write_one(
        self, certificate: Certificate, dossier: Dossier, imagery: Pictures, out: Path
    ) -> Path:
        """Write one certificate of the parcel; one that was revoked says so across its pages.

        Raises as :meth:`write`.
        """
        if not certificate.revoked_on and not facts_hold(certificate, dossier):
            raise RectificationRefused(
                text(
                    "{number} for {parcel} is not printed: the record no longer says what was "
                    "certified. Revoke it and issue another.",
                    number=certificate.number,
                    parcel=dossier.parcel.number,
                )
            )
        names = (dossier.parcel.number, certificate.number)
        target = out / f"{'_'.join(map(file_name_of, names))}.pdf"
        page = page_of(certificate, dossier, self._plan)
        with tempfile.TemporaryDirectory() as pictures:
            layout = self._template.layout(self._project)
            photos = _fill_pairs(layout, page.photos, self._book.path.parent, Path(pictures))
            _fill_code(layout, certificate, dossier, Path(pictures))
            # A layout does not keep its layers: they are held until it has been drawn.
            now, _layers = self._fill_maps(layout, dossier, imagery)
            words = self._words(layout, page, dossier, imagery, now)
            fill_words(layout, {**words, **photos})
            _fill_tables(layout, page)
            if certificate.revoked_on:
                _write_across(layout, certificate)
            layout.refresh()
            export(layout, target)
        return target

    def _words(
        self,
        layout: QgsPrintLayout,
        page: Page,
        dossier: Dossier,
        imagery: Pictures,
        now: Optional[QgsMapLayer],
    ) -> Dict[str, str]:
        """The texts of a certificate, by the names that a template asks for them."""
        patch, (before, after) = dossier.patch, imagery
        return {
            **page.words,
            "sentence": _broken(layout, INDENT + page.words["sentence"]),
            "parcel_number": dossier.parcel.number,
            "before": picture_words(BEFORE, before, patch),
            "after": picture_words(AFTER, after, patch),
            "now": _words_now(now),
            "plan": self._plan.id,
            "journal_entry": str(self._book.head().seq),
        }

    def _fill_maps(
        self, layout: QgsPrintLayout, dossier: Dossier, imagery: Pictures
    ) -> Tuple[Optional[QgsMapLayer], List[Optional[QgsMapLayer]]]:
        """Fill the three maps; gives the picture of now, and the layers that have to live."""
        shape = dossier.parcel.geometry
        parcel, now = outline(shape), newest(self._project, dossier.patch, imagery)
        fill_sides(layout, self._project, parcel, imagery, shape)
        item = map_of(layout, MAP_NOW)
        if item is not None:
            fill_map(item, self._project, [parcel, now], shape)
        return now, [parcel, now]


def newest(project: QgsProject, patch: Patch, imagery: Pictures) -> Optional[QgsMapLayer]:
    """The project's newest picture, if it is newer than the one after; as the window shows it."""
    epochs = epochs_of(project)
    shown = [one.id() if one is not None else "" for one in imagery]
    used = (next((one for one in epochs if one.layer_id == layer), None) for layer in shown)
    pair = Pair(*used) if any(shown) else choose(epochs, patch.before_date, patch.after_date)
    found = newer_than_after(epochs, pair)
    # Where the one after has no date, the patch's tells what is newer.
    if found is None or found.day is None or found.day.isoformat() <= (patch.after_date or ""):
        return None
    return project.mapLayer(found.layer_id)


def _words_now(layer: Optional[QgsMapLayer]) -> str:
    if layer is None:
        return text("No imagery of now").say(chinese)
    return text("Now: {name}", name=layer.name()).say(chinese)


def _broken(layout: QgsPrintLayout, words: str) -> str:
    """The words in lines that fit the template's own place for them: it breaks at spaces only.

    Where there are too many lines the letters become smaller.
    """
    item = layout.itemById(SENTENCE)
    if not isinstance(item, QgsLayoutItemLabel):
        return words
    box, font = item.rect(), QFont(item.font())
    width = (box.width() - 2 * item.marginX()) * SENTENCE_SHARE
    while True:
        lines = Breaker(QgsTextFormat.fromQFont(font)).lines(words, width)
        high = (lines.count("\n") + 1) * font.pointSizeF() * MM_PER_POINT * LINE_SPACING
        if high <= box.height() or font.pointSizeF() <= LEAST_POINTS:
            item.setFont(font)
            return lines
        font.setPointSizeF(font.pointSizeF() - STEP_POINTS)


def _fill_pairs(
    layout: QgsPrintLayout, pairs: Sequence[PhotoPair], folder: Path, pictures: Path
) -> Dict[str, str]:
    """Put the pairs into the template's pictures; gives the words below them."""
    words: Dict[str, str] = {"no_photos": "" if pairs else text("No photos").say(chinese)}
    shown = 0
    for row in range(1, MOST_PAIRS + 1):
        pair: PhotoPair = pairs[row - 1] if row <= len(pairs) else (None, None)
        for side, photo in zip((BEFORE, AFTER), pair):
            name = f"photo_{side}_{row}"
            words[name] = _caption(photo) if photo else ""
            item = layout.itemById(name)
            if not isinstance(item, QgsLayoutItemPicture):
                continue
            shown = row
            if photo is None:
                layout.removeLayoutItem(item)
            else:
                _show(item, folder / photo.file, pictures / f"{name}.png")
    left = max(len(pairs) - shown, 0)
    more = text("… and photos of {count} more stations", count=left).say(chinese)
    return {**words, "more_photos": more if left else ""}


def _show(item: QgsLayoutItemPicture, photo: Path, copy: Path) -> None:
    small = thumbnail(photo, PHOTO_PIXELS)
    if not small.isNull() and small.save(str(copy)):
        item.setPicturePath(str(copy))


def _caption(photo: Photo) -> str:
    """Stage, station, when it was taken and which way it looks."""
    stage = PhotoStage(photo.stage).label
    station = text("Station {station}", station=photo.station) if photo.station else ""
    way = "" if photo.azimuth_deg is None else f"{photo.azimuth_deg:.0f}°"
    place = ""
    if photo.lon_deg is not None and photo.lat_deg is not None:
        place = f"{photo.lon_deg:.6f}, {photo.lat_deg:.6f}"
    taken = (photo.taken_at or "")[:16].replace("T", " ")
    parts = (_chinese(stage), _chinese(station), taken, way, place)
    return "　".join(part for part in parts if part)


def _fill_code(
    layout: QgsPrintLayout, certificate: Certificate, dossier: Dossier, pictures: Path
) -> None:
    item = layout.itemById(QR)
    if isinstance(item, QgsLayoutItemPicture):
        path = pictures / "qr.png"
        qr.draw(qr.written(certificate, dossier.parcel.number), path)
        item.setPicturePath(str(path))


def _fill_tables(layout: QgsPrintLayout, page: Page) -> None:
    for name, rows, widths in (
        ("table_facts", _side_by_side(page.facts), FACT_WIDTHS_MM),
        ("table_areas", _areas(page.areas), AREA_WIDTHS_MM),
        ("table_checklist", _lines(page.checklist), CHECK_WIDTHS_MM),
        ("table_inspections", _lines(page.inspections), INSPECTION_WIDTHS_MM),
    ):
        table = table_of(layout, name)
        if table is not None:
            fill_to_fit(table, rows, widths)


def _side_by_side(lines: Sequence[Line]) -> List[Row]:
    """Two lines in a row."""
    cells = [_cells(line) for line in lines]
    if len(cells) % 2:
        cells.append([Words("", SUM), Words("")])
    return [left + right for left, right in zip(cells[::2], cells[1::2])]


def _lines(lines: Sequence[Line]) -> List[Row]:
    return [_cells(line) for line in lines]


def _cells(line: Line) -> Row:
    return [Words(_chinese(line.caption), SUM), Words(_chinese(line.words))]


def _areas(rows: Sequence[AreaRow]) -> List[Row]:
    headings = (text("Item"), text("Mu"), text("Cultivated, mu"), text("Basic farmland, mu"))
    found: List[Row] = [[Words(_chinese(one), TITLE) for one in headings]]
    for row in rows:
        numbers = (row.mu, row.cultivated, row.basic_farmland)
        found.append([Words(_chinese(row.name), SUM), *(Words(one, None, True) for one in numbers)])
    return found


def _chinese(words: Said) -> str:
    return say_words(words, chinese)


def _write_across(layout: QgsPrintLayout, certificate: Certificate) -> None:
    """Say across every page that it was revoked, and above it when and why: whatever the
    template holds."""
    told = text(
        "Revoked on {day}: {why}", day=certificate.revoked_on, why=certificate.revoked_why
    ).say(chinese)
    pages = layout.pageCollection()
    for number in range(pages.pageCount()):
        size = pages.page(number).pageSize()
        middle = (size.width() - ACROSS_MM[0]) / 2, (size.height() - ACROSS_MM[1]) / 2
        across = _label(layout, text("REVOKED").say(chinese), ACROSS_POINTS, ACROSS_COLOUR)
        _place(across, number, middle, ACROSS_MM)
        across.setItemRotation(ACROSS_DEGREES)
        _place(_label(layout, told, TOLD_POINTS, TOLD_COLOUR), number, TOLD_AT_MM, TOLD_MM)


def _label(layout: QgsPrintLayout, words: str, points: int, colour: QColor) -> QgsLayoutItemLabel:
    label = QgsLayoutItemLabel(layout)
    font = QFont(label.font())
    font.setPointSize(points)
    font.setBold(True)
    label.setFont(font)
    label.setFontColor(colour)
    label.setText(words)
    label.setHAlign(Qt.AlignmentFlag.AlignHCenter)
    label.setVAlign(Qt.AlignmentFlag.AlignVCenter)
    layout.addLayoutItem(label)
    layout.moveItemToTop(label)
    return label


def _place(
    label: QgsLayoutItemLabel, page: int, at: Tuple[float, float], size: Tuple[float, float]
) -> None:
    millimeters = QgsUnitTypes.LayoutUnit.LayoutMillimeters
    label.attemptResize(QgsLayoutSize(*size, millimeters))
    label.attemptMove(QgsLayoutPoint(*at, millimeters), page=page)
