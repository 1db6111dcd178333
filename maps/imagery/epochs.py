"""Which layers are epochs: any raster or tile layer that has a date or a side.

A person's word comes first (custom properties, which the project keeps), then the layer's name,
then the time that QGIS knows of it.
"""

from __future__ import annotations

from datetime import date
from typing import List, Optional

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer

from ...core.imagery import AFTER, BEFORE, Epoch, day_in, side_in

EPOCH_PROPERTY, DATE_PROPERTY = "tuban/epoch", "tuban/date"
CONFIRMED_PROPERTY = "tuban/confirmed"
NO_EPOCH = "none"
SIDES = (BEFORE, AFTER)


def epoch_of(layer: QgsMapLayer) -> Optional[Epoch]:
    """The epoch a raster or tile layer stands for; None when nothing tells, or it is none."""
    told = str(layer.customProperty(EPOCH_PROPERTY, "") or "")
    if told == NO_EPOCH:
        return None
    confirmed = is_confirmed(layer)
    side = told if told in SIDES else "" if confirmed else side_in(layer.name())
    day = day_in(str(layer.customProperty(DATE_PROPERTY, "") or ""))
    if day is None and not confirmed:
        day = proposed_day(layer)
    if not side and day is None:
        return None
    return Epoch(layer.id(), layer.name(), side, day, confirmed)


def is_confirmed(layer: QgsMapLayer) -> bool:
    """True once a person has said what the layer is."""
    return str(layer.customProperty(CONFIRMED_PROPERTY, "") or "") == "yes"


def proposed_day(layer: QgsMapLayer) -> Optional[date]:
    """The day in the layer's name, or the one QGIS knows of it."""
    return day_in(layer.name()) or _day_in_metadata(layer)


def _day_in_metadata(layer: QgsMapLayer) -> Optional[date]:
    for extent in layer.metadata().extent().temporalExtents():
        begin = extent.begin()
        if begin.isValid():
            return begin.date().toPyDate()
    return None


def confirm(layer: QgsMapLayer, side: str, day: Optional[date]) -> None:
    """Keep in the project what a person says: ``before``, ``after``, by date (empty) or none."""
    layer.setCustomProperty(EPOCH_PROPERTY, side)
    layer.setCustomProperty(DATE_PROPERTY, day.isoformat() if day else "")
    layer.setCustomProperty(CONFIRMED_PROPERTY, "yes")


def pictures_of(project: QgsProject) -> List[QgsRasterLayer]:
    """Every raster or tile layer of the project, in the order of the layer tree."""
    order = project.layerTreeRoot().layerOrder()
    return [layer for layer in order if isinstance(layer, QgsRasterLayer)]


def epochs_of(project: QgsProject) -> List[Epoch]:
    """Every layer of the project that is an epoch and is there, in the order of the tree."""
    there = [layer for layer in pictures_of(project) if layer.isValid()]
    return [epoch for epoch in map(epoch_of, there) if epoch]
