"""The map window: goes to a patch and outlines it, without touching anybody's selection."""

from __future__ import annotations

from typing import Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ..core.errors import InputError
from ..core.geometry import LONLAT_CRS
from ..core.text import text
from .settings import Movement, Settings

OUTLINE, HALO = QColor(255, 235, 59), QColor(0, 0, 0, 160)
# A sliver would otherwise fill the window with a few blurred pixels.
LEAST_SIDE_DEG = 0.0005


class PatchView:
    """Shows one patch on a canvas: extent with a margin, and an outline that is never filled."""

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject, settings: Settings) -> None:
        self._canvas = canvas
        self._project = project
        self._settings = settings
        self._crs = QgsCoordinateReferenceSystem(LONLAT_CRS)
        self._halo = self._band(HALO, 5)
        self._outline = self._band(OUTLINE, 2)
        self._shown: Optional[bytes] = None
        self._has_gone = False

    def _band(self, colour: QColor, width: int) -> QgsRubberBand:
        band = QgsRubberBand(self._canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        band.setStrokeColor(colour)
        band.setFillColor(QColor(Qt.GlobalColor.transparent))
        band.setWidth(width)
        return band

    def show(self, wkb: bytes) -> None:
        """Outline the geometry (WKB, EPSG:4490) and go to it as the person wants the map to."""
        self.outline(wkb)
        self._shown = wkb
        self.go()

    def go(self) -> None:
        """Go to the patch that is shown; also when the person wants to go there otherwise."""
        if self._shown is not None:
            self._canvas.setExtent(self.extent_of(self._shown))
            self._has_gone = True
            self._canvas.refresh()

    def set_outlined(self, wanted: bool) -> None:
        """Show the outline, or hide it for a moment."""
        for band in (self._halo, self._outline):
            band.setVisible(wanted)

    def outline(self, wkb: bytes) -> None:
        """Outline the geometry (WKB, EPSG:4490); the map stays where it is."""
        for band in (self._halo, self._outline):
            band.setToGeometry(_geometry(wkb), self._crs)

    def extent_of(self, wkb: bytes) -> QgsRectangle:
        """Where the map goes to for a geometry (WKB, EPSG:4490), in the map's system.

        The first patch is always fitted: nobody has chosen a scale or a place for it yet.
        """
        fitted = self._extent(_geometry(wkb).boundingBox())
        movement = self._settings.movement
        if movement is Movement.FIT or not self._has_gone:
            return fitted
        shown = QgsRectangle(self._canvas.extent())
        if movement is Movement.KEEP_SCALE:
            middle = fitted.center() - shown.center()
            shown += middle
        return shown

    def _extent(self, box: QgsRectangle) -> QgsRectangle:
        grown = QgsRectangle(box)
        grow = max(0.0, (LEAST_SIDE_DEG - max(box.width(), box.height())) / 2)
        grown.grow(grow)
        grown.scale(self._settings.zoom_factor)
        target = self._canvas.mapSettings().destinationCrs()
        if not target.isValid() or target == self._crs:
            return grown
        try:
            transform = QgsCoordinateTransform(self._crs, target, self._project)
            return transform.transformBoundingBox(grown)
        except QgsCsException as error:
            raise InputError(
                text(
                    "The map's coordinate system {crs} cannot show this patch. Choose another "
                    "one for the project.",
                    crs=target.authid(),
                )
            ) from error

    def clear(self) -> None:
        """Take the outline away."""
        self._shown = None
        for band in (self._halo, self._outline):
            band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)

    def remove(self) -> None:
        """Take everything off the canvas, for good."""
        scene: Optional[object] = self._canvas.scene()
        for band in (self._halo, self._outline):
            if scene is not None:
                scene.removeItem(band)


def _geometry(wkb: bytes) -> QgsGeometry:
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return geometry
