"""Drawn pictures of the map, kept in memory within bounds."""

from __future__ import annotations

import math
from collections import OrderedDict
from typing import Iterable, NamedTuple, Optional, Tuple

from qgis.core import QgsMapSettings
from qgis.PyQt.QtGui import QImage

MOST_BYTES = 96 * 1024 * 1024
BYTES_PER_PIXEL = 4
# Two extents are the same when they differ by less than this part of a pixel.
PART_OF_A_PIXEL = 0.01


class View(NamedTuple):
    """What a picture is of; two views that are equal look the same."""

    layers: Tuple[str, ...]
    extent: Tuple[float, ...]
    size: Tuple[int, int]
    ratio: float
    rotation: float
    crs: str


def view_of(settings: QgsMapSettings) -> View:
    """The view that map settings show."""
    unit = settings.mapUnitsPerPixel() * PART_OF_A_PIXEL or 1.0
    box = settings.visibleExtent()
    edges = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
    return View(
        tuple(layer.id() for layer in settings.layers()),
        tuple(_rounded(edge / unit) for edge in edges),
        (settings.outputSize().width(), settings.outputSize().height()),
        settings.devicePixelRatio(),
        settings.rotation(),
        settings.destinationCrs().authid(),
    )


def _rounded(edge: float) -> float:
    # The extent of a map that shows nothing yet has no end in newer QGIS.
    return round(edge) if math.isfinite(edge) else edge


def bytes_of(view: View) -> int:
    """The memory that a picture of this view takes."""
    width, height = view.size
    return int(width * height * view.ratio**2) * BYTES_PER_PIXEL


class Pictures:
    """Pictures by view; the one that was used longest ago goes first."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self.most_bytes = most_bytes
        self.bytes = 0
        self._pictures: OrderedDict[View, QImage] = OrderedDict()

    def __len__(self) -> int:
        return len(self._pictures)

    def __contains__(self, view: View) -> bool:
        return view in self._pictures

    def get(self, view: View) -> Optional[QImage]:
        """The picture of a view, if it is there."""
        picture = self._pictures.get(view)
        if picture is not None:
            self._pictures.move_to_end(view)
        return picture

    def put(self, view: View, picture: QImage) -> None:
        """Keep a picture; others give way where there is no room."""
        self._drop(view)
        self._pictures[view] = picture
        self.bytes += picture.sizeInBytes()
        while self.bytes > self.most_bytes and len(self._pictures) > 1:
            self._drop(next(iter(self._pictures)))

    def keep_only(self, views: Iterable[View]) -> None:
        """Let go of every picture that is of none of these views."""
        wanted = set(views)
        for view in [one for one in self._pictures if one not in wanted]:
            self._drop(view)

    def drop_layer(self, layer_id: str) -> bool:
        """Let go of every picture that a layer is on, which looks otherwise now; any there?"""
        gone = [one for one in self._pictures if layer_id in one.layers]
        for view in gone:
            self._drop(view)
        return bool(gone)

    def clear(self) -> None:
        """Let go of all."""
        self._pictures.clear()
        self.bytes = 0

    def _drop(self, view: View) -> None:
        picture = self._pictures.pop(view, None)
        if picture is not None:
            self.bytes -= picture.sizeInBytes()
