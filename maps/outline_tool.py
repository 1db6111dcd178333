"""Drawing an outline on the map, as a line is drawn across a parcel."""

from __future__ import annotations

from qgis.core import QgsProject, QgsWkbTypes
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtGui import QColor

from .split_tool import SplitTool

FILL = QColor(255, 64, 160, 60)


class OutlineTool(SplitTool):
    """``finished(points)``: the corners, not closed, as longitude and latitude.

    It snaps to the outline of the parcel at hand, where much of what is measured ends.
    """

    SHAPE = QgsWkbTypes.GeometryType.PolygonGeometry

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject) -> None:
        super().__init__(canvas, project)
        self._band.setFillColor(FILL)
