"""Where the outlines of counties come from: a layer of the project, or round the parcels."""

from __future__ import annotations

from typing import Dict, Iterable, List, Mapping, Optional

from qgis.core import QgsGeometry, QgsProject
from qgis.PyQt.QtWidgets import QComboBox, QWidget

from ...maps.county_outlines import OutlineLayer, Place, layers_with_counties, outlines_from
from ...maps.words import tr


class OutlineChoice(QComboBox):
    """``outlines`` are in EPSG:4490 by county's code; empty: round the parcels."""

    def __init__(self, project: QgsProject, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._project = project
        self._names: Dict[str, str] = {}
        self._sources: List[OutlineLayer] = []
        self.offer({}, ())

    def offer(self, names: Mapping[str, str], places: Iterable[Place]) -> None:
        """Offer the layers in which counties of these names, by code, hold their parcels."""
        self._names = dict(names)
        self._sources = layers_with_counties(self._project, names, places) if names else []
        self.clear()
        self.addItem(tr("Round the parcels of each county"))
        for one in self._sources:
            self.addItem(one.title)
        # A layer of counties is better than a line round parcels.
        self.setCurrentIndex(1 if self._sources else 0)

    @property
    def outlines(self) -> Dict[str, QgsGeometry]:
        """The outlines of the layer that is chosen."""
        source = self.source
        return outlines_from(source, self._names, self._project) if source else {}

    @property
    def source(self) -> Optional[OutlineLayer]:
        """The layer and field; None: round the parcels."""
        return self._sources[self.currentIndex() - 1] if self.currentIndex() > 0 else None
