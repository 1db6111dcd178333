"""The casebook as map layers: read-only views, coloured by verdict."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, Iterable, List, Optional

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsFillSymbol,
    QgsLayerTreeGroup,
    QgsPalLayerSettings,
    QgsProject,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QFont, QFontInfo

from ..core.casebook import Casebook, is_one_sqlite
from ..core.plan import Plan
from .military import without_military
from .session import Session
from .shown import TABLE_PROPERTY
from .words import term, tr

PARCELS, PATCHES = "parcels", "patches"
UNDECIDED_COLOUR = "#f4f4f4"
# Verdicts come faster than maps draw: one refresh for all within this time.
REFRESH_AFTER_MS = 150
SHOWN_DIGITS, NUMBERS_FROM = 8, 10_000


class CasebookLayers(QObject):
    """Keeps the open casebook's layers in the project and up to date.

    ``refused`` says why they are not shown.
    """

    refused = pyqtSignal(str)

    def __init__(
        self, project: QgsProject, session: Session, parent: Optional[QObject] = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._session = session
        self._ids: List[str] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REFRESH_AFTER_MS)
        self._timer.timeout.connect(self._refresh)
        session.opened.connect(self._open)
        session.closed.connect(self.remove)
        session.changed.connect(self._later)
        session.reloaded.connect(self._reloaded)

    def _open(self) -> None:
        if not is_one_sqlite():
            self.refused.emit(
                tr(
                    "This QGIS reads GeoPackages with another SQLite than its Python does. The "
                    "casebook's layers are not shown, because that could damage the casebook."
                )
            )
            return
        found = layers_of(self._project, self._session.book.path)
        if not found:
            found = add_layers(self._project, self._session.book, self._session.plan)
            self._ids = [layer.id() for layer in found]
        self._show_month()

    def _later(self, _number: str) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _reloaded(self) -> None:
        self._show_month()
        for layer in self._layers():
            layer.dataProvider().reloadData()  # it keeps its own count and extent
        self._later("")

    def _layers(self) -> List[QgsVectorLayer]:
        if self._session.book is None:
            return []
        return layers_of(self._project, self._session.book.path)

    def _show_month(self) -> None:
        month = self._session.month
        for layer in self._layers():
            only = self._filter(layer, month) if month else ""
            if layer.subsetString() != only:
                layer.setSubsetString(only)

    def _filter(self, layer: QgsVectorLayer, month: str) -> str:
        number = "number" if layer.customProperty(TABLE_PROPERTY) == PATCHES else "patch_number"
        of_month = QgsExpression.createFieldEqualityExpression("month", month)
        return f"{of_month} AND {without_military(self._session.plan, number)}"

    def _refresh(self) -> None:
        for layer in self._layers():
            layer.triggerRepaint()

    def remove(self) -> None:
        """Take away the layers that this object has added; those of the project stay."""
        self._timer.stop()
        take_out(self._project, self._ids)
        self._ids = []


def take_out(project: QgsProject, layer_ids: Iterable[str]) -> None:
    """Remove layers, and the groups that are empty then."""
    here = [layer_id for layer_id in layer_ids if project.mapLayer(layer_id)]
    groups = {project.layerTreeRoot().findLayer(one).parent() for one in here}
    project.removeMapLayers(here)
    for group in groups:
        if isinstance(group, QgsLayerTreeGroup) and not group.children() and group.parent():
            group.parent().removeChildNode(group)


def layers_of(project: QgsProject, casebook: Path) -> List[QgsVectorLayer]:
    """The project's layers that show this casebook."""
    return [
        layer
        for layer in project.mapLayers().values()
        if layer.customProperty(TABLE_PROPERTY)
        and Path(layer.source().split("|")[0]).resolve() == casebook.resolve()
    ]


def add_layers(project: QgsProject, book: Casebook, plan: Plan) -> List[QgsVectorLayer]:
    """Add ``parcels`` over ``patches`` in a group of their own, at the top."""
    group = project.layerTreeRoot().insertGroup(0, tr("Tuban"))
    titles = {PARCELS: tr("Parcels"), PATCHES: tr("Patches as issued")}
    added = []
    for table, title in titles.items():
        layer = QgsVectorLayer(f"{book.path}|layername={table}", title, "ogr")
        if not layer.isValid():
            continue
        layer.setReadOnly(True)
        layer.setCustomProperty(TABLE_PROPERTY, table)
        layer.setRenderer(_by_verdict(plan) if table == PARCELS else _as_issued())
        if table == PARCELS:
            layer.setLabeling(QgsVectorLayerSimpleLabeling(_numbers()))
            layer.setLabelsEnabled(True)
        project.addMapLayer(layer, False)
        node = group.addLayer(layer)
        node.setExpanded(table == PARCELS)
        node.setItemVisibilityChecked(table == PARCELS)
        added.append(layer)
    return added


def colours(plan: Plan) -> Dict[str, str]:
    """Category → colour of the plan; the empty category is "undecided"."""
    found = {category.code: category.colour for category in plan.categories}
    return {"": UNDECIDED_COLOUR, **found}


def _by_verdict(plan: Plan) -> QgsCategorizedSymbolRenderer:
    titles = {category.code: term(category.label) for category in plan.categories}
    titles[""] = tr("Undecided")
    categories = [
        QgsRendererCategory(code, _outline(colour, "0.5"), titles[code])
        for code, colour in colours(plan).items()
    ]
    return QgsCategorizedSymbolRenderer("category", categories)


def _numbers() -> QgsPalLayerSettings:
    """The end of each number beside its parcel, where the map is near enough to read it.

    Outside the outline, so that what is to be judged is never covered.
    """
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.7)
    written = QgsTextFormat()
    # The font that is really there: QGIS warns of others when it opens the project.
    written.setFont(QFont(QFontInfo(QFont()).family()))
    written.setSize(8)
    written.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.fieldName = f'right("number", {SHOWN_DIGITS})'
    settings.isExpression = True
    settings.placement = QgsPalLayerSettings.Placement.OutsidePolygons
    settings.dist = 1.0
    settings.scaleVisibility = True
    settings.minimumScale = NUMBERS_FROM
    settings.setFormat(written)
    return settings


def _as_issued() -> QgsSingleSymbolRenderer:
    return QgsSingleSymbolRenderer(_outline("#00e5ff", "0.3", "dash"))


def _outline(colour: str, width_mm: str, line: str = "solid") -> QgsFillSymbol:
    return QgsFillSymbol.createSimple(
        {
            "style": "no",
            "outline_color": colour,
            "outline_width": width_mm,
            "outline_style": line,
        }
    )
