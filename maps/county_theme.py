"""Counties on the map, by their progress and by their ratio: two layers of Tuban's own.

Nothing else in the project is touched; both go with the casebook, or when somebody says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Mapping, Optional, Sequence, Tuple

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsFillSymbol,
    QgsGeometry,
    QgsPalLayerSettings,
    QgsProject,
    QgsRendererCategory,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QFont, QFontInfo

from ..core.geometry import LONLAT_CRS
from .field_types import TEXT
from .photo_layer import NO_QUESTION_PROPERTY
from .session import Session
from .words import tr

THEME_PROPERTY = "tuban/counties"
HIDDEN_FROM = 25_000
COLUMNS = ("code", "name", "shown", "class")


@dataclass(frozen=True)
class Shade:
    """One class of the map: a code, what the legend calls it, and its colour."""

    code: str
    label: str
    colour: str


@dataclass(frozen=True)
class CountyValue:
    """What a county's place shows: its name, the figure, and the code of its shade."""

    name: str
    shown: str
    shade: str


@dataclass(frozen=True)
class CountyMap:
    """One layer: a title, its shades in order, and a value per county's code."""

    key: str
    title: str
    shades: Tuple[Shade, ...]
    values: Mapping[str, CountyValue]


class CountyTheme:
    """The layers that are shown last; nothing of them is saved."""

    def __init__(self, project: QgsProject, session: Session) -> None:
        self._project = project
        session.closed.connect(self.remove)

    def layers(self) -> List[QgsVectorLayer]:
        """Those of the layers that are there, by the keys of their maps."""
        found = self._project.mapLayers().values()
        mine = [one for one in found if one.customProperty(THEME_PROPERTY)]
        return sorted(mine, key=lambda one: str(one.customProperty(THEME_PROPERTY)))

    def remove(self) -> None:
        """Take the layers away, and the group where nothing else is in it."""
        root = self._project.layerTreeRoot()
        nodes = [root.findLayer(one.id()) for one in self.layers()]
        groups = {node.parent() for node in nodes if node is not None}
        self._project.removeMapLayers([one.id() for one in self.layers()])
        for group in groups:
            if group is not root and not group.children() and group.parent():
                group.parent().removeChildNode(group)

    def show(
        self, maps: Sequence[CountyMap], outlines: Mapping[str, QgsGeometry]
    ) -> List[QgsVectorLayer]:
        """Show these instead of what was shown; the first map is visible, the others wait.

        ``outlines`` are in EPSG:4490, by county's code; a county without one is left out.
        """
        self.remove()
        root = self._project.layerTreeRoot()
        group = root.insertGroup(0, tr("Tuban: counties"))
        # The tree opens what becomes open while something is in it.
        group.setExpanded(False)
        shown = []
        for number, one in enumerate(maps):
            layer = county_layer(one, outlines)
            self._project.addMapLayer(layer, False)
            # Near enough to judge a parcel, nothing may cover the imagery.
            layer.setScaleBasedVisibility(True)
            layer.setMaximumScale(HIDDEN_FROM)
            node = group.addLayer(layer)
            node.setExpanded(number == 0)
            node.setItemVisibilityChecked(number == 0)
            shown.append(layer)
        group.setExpanded(True)
        return shown


def county_layer(one: CountyMap, outlines: Mapping[str, QgsGeometry]) -> QgsVectorLayer:
    """The map as a layer in memory; a county without an outline is left out."""
    layer = QgsVectorLayer(f"MultiPolygon?crs={LONLAT_CRS}", one.title, "memory")
    fields = QgsFields()
    for name in COLUMNS:
        fields.append(QgsField(name, TEXT))
    layer.dataProvider().addAttributes(list(fields))
    layer.updateFields()
    layer.dataProvider().addFeatures(_features(one, outlines, fields))
    layer.updateExtents()
    layer.setReadOnly(True)
    layer.setCustomProperty(THEME_PROPERTY, one.key)
    layer.setCustomProperty(NO_QUESTION_PROPERTY, 1)
    layer.setRenderer(_renderer(one.shades))
    layer.setLabeling(QgsVectorLayerSimpleLabeling(_label()))
    layer.setLabelsEnabled(True)
    return layer


def _features(
    one: CountyMap, outlines: Mapping[str, QgsGeometry], fields: QgsFields
) -> List[QgsFeature]:
    found = []
    for code, value in one.values.items():
        outline = outlines.get(code)
        if outline is None:
            continue
        feature = QgsFeature(fields)
        feature.setAttributes([code, value.name, value.shown, value.shade])
        shape = QgsGeometry(outline)
        shape.convertToMultiType()
        feature.setGeometry(shape)
        found.append(feature)
    return found


def _renderer(shades: Sequence[Shade]) -> QgsCategorizedSymbolRenderer:
    categories = [
        QgsRendererCategory(
            one.code,
            QgsFillSymbol.createSimple(
                {
                    "color": f"{one.colour}",
                    "outline_color": "#ffffff",
                    "outline_width": "0.4",
                }
            ),
            one.label,
        )
        for one in shades
    ]
    for category in categories:
        category.symbol().setOpacity(0.75)
    return QgsCategorizedSymbolRenderer("class", categories)


def _label(size: Optional[float] = None) -> QgsPalLayerSettings:
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.8)
    written = QgsTextFormat()
    written.setFont(QFont(QFontInfo(QFont()).family()))
    written.setSize(size or 10)
    written.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.fieldName = '"name" || \'\\n\' || "shown"'
    settings.isExpression = True
    settings.setFormat(written)
    return settings
