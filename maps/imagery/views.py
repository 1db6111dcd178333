"""What the map would show: with another epoch, or at another parcel."""

from __future__ import annotations

from typing import List, Optional

from qgis.core import QgsMapLayer, QgsMapSettings, QgsProject, QgsRectangle
from qgis.gui import QgsMapCanvas

from ...core.imagery import Epoch
from ..shown import TABLE_PROPERTY
from .epochs import epochs_of


class Views:
    """Makes map settings out of the map's own, so that size, density and system are the same."""

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject) -> None:
        self._canvas = canvas
        self._project = project

    def with_epoch(
        self,
        epoch: Optional[Epoch],
        extent: Optional[QgsRectangle] = None,
        casebook: bool = False,
    ) -> QgsMapSettings:
        """The map with one epoch instead of the others; ``extent`` in the map's system.

        Without ``casebook`` the casebook's own layers are left out: they change with every
        verdict, and the map draws them in no time.
        """
        settings = QgsMapSettings(self._canvas.mapSettings())
        settings.setLayers(self._layers(epoch, casebook))
        if extent is not None:
            settings.setExtent(extent)
        return settings

    def only_epoch(self, epoch: Epoch) -> QgsMapSettings:
        """The map with nothing but one epoch on it."""
        settings = QgsMapSettings(self._canvas.mapSettings())
        layer = self._project.mapLayer(epoch.layer_id)
        settings.setLayers([layer] if layer is not None else [])
        return settings

    def shows(self, epoch: Optional[Epoch]) -> bool:
        """True when the map has been told to show this epoch, and no other one."""
        known = {one.layer_id for one in epochs_of(self._project)}
        here = {layer.id() for layer in self._canvas.layers()} & known
        return here == ({epoch.layer_id} if epoch is not None else set())

    def _layers(self, epoch: Optional[Epoch], casebook: bool) -> List[QgsMapLayer]:
        others = {one.layer_id for one in epochs_of(self._project)}
        root = self._project.layerTreeRoot()
        chosen = []
        for layer in root.layerOrder():
            node = root.findLayer(layer)
            if layer.id() in others:
                wanted = epoch is not None and layer.id() == epoch.layer_id
            else:
                wanted = node is not None and node.isVisible()
                wanted = wanted and (casebook or not layer.customProperty(TABLE_PROPERTY))
            if wanted and layer.isValid():
                chosen.append(layer)
        return chosen
