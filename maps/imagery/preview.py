"""Pictures drawn ahead: the next parcels', and the other side of this one, shown at once.

When the map comes to a view whose picture is there, the picture hangs over the map until the
map has drawn itself. So stepping and blinking do not wait for the map.
"""

from __future__ import annotations

from typing import Callable, List, Optional, Sequence, Tuple

from qgis.core import QgsMapSettings, QgsProject, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject

from ...core.imagery import AFTER, BEFORE, Epoch
from ...core.model import Patch
from .curtain import Curtain
from .drawing import Drawing
from .pictures import Pictures, view_of
from .showing import Imagery
from .views import Views

Upcoming = Callable[[], Sequence[Tuple[Patch, QgsRectangle]]]
"""The patches that come next, most likely first, each with the extent the map would go to."""


class Preview(QObject):
    """Hangs and takes down the pictures, and says which ones are to be drawn next."""

    def __init__(
        self,
        canvas: QgsMapCanvas,
        project: QgsProject,
        imagery: Imagery,
        upcoming: Upcoming,
        parent: Optional[QObject] = None,
    ) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._imagery = imagery
        self._upcoming = upcoming
        self.views = Views(canvas, project)
        self.pictures = Pictures()
        self.drawing = Drawing(canvas, project, self.pictures, self)
        self.curtain = Curtain(canvas)
        canvas.extentsChanged.connect(self.show)
        canvas.mapCanvasRefreshed.connect(self._map_drawn)
        imagery.changed.connect(self.show)

    def show(self) -> None:
        """Hang the picture of what the map is about to show, if it is there."""
        epoch = self._imagery.epoch_shown
        if epoch is None:
            self.curtain.take_down()
            return
        picture = self.pictures.get(view_of(self.views.with_epoch(epoch)))
        if picture is None:
            self.curtain.take_down()
        else:
            self.curtain.hang(picture)

    def _map_drawn(self) -> None:
        if self.views.shows(self._imagery.epoch_shown):
            self.curtain.take_down()
            self.look_ahead()

    def look_ahead(self) -> None:
        """Have the pictures drawn that may be asked for next."""
        self.drawing.want(self._wanted())

    def _wanted(self) -> List[QgsMapSettings]:
        imagery = self._imagery
        side, other = _sides(imagery.side_shown)
        here = imagery.pair.get(other)
        next_ones = [(imagery.pair_for(patch), extent) for patch, extent in self._upcoming()]
        wanted: List[Tuple[Optional[Epoch], Optional[QgsRectangle]]] = []
        wanted += [(here, None)]
        wanted += [(pair.get(side) or pair.get(other), extent) for pair, extent in next_ones]
        wanted += [(imagery.epoch_shown, None)]
        wanted += [(pair.get(other), extent) for pair, extent in next_ones]
        return [
            self.views.with_epoch(epoch, extent) for epoch, extent in wanted if epoch is not None
        ]

    def remove(self) -> None:
        """Take everything off the map, for good."""
        self._canvas.extentsChanged.disconnect(self.show)
        self._canvas.mapCanvasRefreshed.disconnect(self._map_drawn)
        self._imagery.changed.disconnect(self.show)
        self.drawing.remove()
        self.curtain.take_down()
        self._canvas.scene().removeItem(self.curtain)


def _sides(shown: str) -> Tuple[str, str]:
    return (BEFORE, AFTER) if shown == BEFORE else (AFTER, BEFORE)
