"""Before and after: which rasters of the project show a patch at its two dates.

A raster is an epoch when it says so by custom property (``tuban/epoch`` = ``before`` or
``after``, ``tuban/date`` = ISO date) or by its name: 前时相 / 后时相 or a date such as 20230401,
2023-04-01 or 202304.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import List, Optional, Sequence

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.model import Patch

BEFORE, AFTER = "before", "after"
EPOCH_PROPERTY, DATE_PROPERTY = "tuban/epoch", "tuban/date"
_DATE = re.compile(
    r"(?<!\d)(20\d\d)[-_./年]?(0[1-9]|1[0-2])(?:[-_./月]?(0[1-9]|[12]\d|3[01]))?(?!\d)"
)
_SIDES = ((BEFORE, ("前时相", "前期", "before")), (AFTER, ("后时相", "后期", "after")))
# An epoch without a date loses against every dated one of the same century.
_UNDATED_DAYS = 40_000


@dataclass(frozen=True)
class Epoch:
    """A raster and what is known of its time; ``side`` is empty when only the date tells."""

    layer_id: str
    name: str
    side: str
    day: Optional[date]


@dataclass(frozen=True)
class Pair:
    """The two epochs for one patch; either may be missing."""

    before: Optional[Epoch] = None
    after: Optional[Epoch] = None

    def get(self, side: str) -> Optional[Epoch]:
        """The epoch of ``before`` or ``after``."""
        return self.before if side == BEFORE else self.after


def day_in(name: str) -> Optional[date]:
    """The first date in a name; the middle of the month where no day is given."""
    for year, month, day in _DATE.findall(name):
        try:
            return date(int(year), int(month), int(day or 15))
        except ValueError:
            continue
    return None


def epoch_of(layer: QgsMapLayer) -> Optional[Epoch]:
    """The epoch a raster layer stands for; None when nothing tells."""
    side = str(layer.customProperty(EPOCH_PROPERTY, "") or "")
    if side not in (BEFORE, AFTER):
        side = _side_in(layer.name())
    day = day_in(str(layer.customProperty(DATE_PROPERTY, "") or "")) or day_in(layer.name())
    if not side and day is None:
        return None
    return Epoch(layer.id(), layer.name(), side, day)


def _side_in(name: str) -> str:
    lowered = name.lower()
    return next((side for side, marks in _SIDES if any(m in lowered for m in marks)), "")


def choose(epochs: Sequence[Epoch], before: Optional[str], after: Optional[str]) -> Pair:
    """The epochs nearest to the patch's two ISO dates, one raster never for both.

    A raster marked for one side is only used there. Of two equally near ones the first in the
    list is taken, so that the choice is the same every time.
    """
    later = _nearest([one for one in epochs if one.side != BEFORE], _iso(after))
    earlier = _nearest([one for one in epochs if one.side != AFTER and one != later], _iso(before))
    if earlier is None and later is not None and _fits_before(later, before, after):
        return Pair(before=later)
    return Pair(earlier, later)


def _fits_before(epoch: Epoch, before: Optional[str], after: Optional[str]) -> bool:
    first, second = _iso(before), _iso(after)
    if epoch.side or not (epoch.day and first and second):
        return False
    return abs(epoch.day - first) < abs(epoch.day - second)


def _nearest(epochs: List[Epoch], wanted: Optional[date]) -> Optional[Epoch]:
    def distance(epoch: Epoch) -> int:
        if wanted is None or epoch.day is None:
            return _UNDATED_DAYS
        return abs((epoch.day - wanted).days)

    return min(epochs, key=distance, default=None)


def _iso(day: Optional[str]) -> Optional[date]:
    try:
        return date.fromisoformat(day or "")
    except ValueError:
        return None


class Imagery(QObject):
    """Shows the before or the after picture of the current patch; ``flip`` changes over."""

    changed = pyqtSignal()

    def __init__(self, project: QgsProject, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._project = project
        self.pair = Pair()
        self.shown = AFTER

    def epochs(self) -> List[Epoch]:
        """Every raster of the project that is an epoch, in the order of the layer tree."""
        order = self._project.layerTreeRoot().layerOrder()
        rasters = [layer for layer in order if isinstance(layer, QgsRasterLayer)]
        return [epoch for epoch in map(epoch_of, rasters) if epoch]

    def take(self, patch: Optional[Patch]) -> None:
        """Choose the pair for a patch and show it the same way round as the one before."""
        if patch is None:
            self.pair = Pair()
        else:
            self.pair = choose(self.epochs(), patch.before_date, patch.after_date)
        self._apply()

    def flip(self) -> None:
        """Show the other picture; where it is missing, the one there is stays."""
        self.show(BEFORE if self.shown == AFTER else AFTER)

    def show(self, side: str) -> None:
        """Show the picture of ``before`` or ``after``, if there is one."""
        if self.pair.get(side):
            self.shown = side
        self._apply()

    @property
    def side_shown(self) -> str:
        """Which side is on the map: the one wanted, or the only one there is."""
        if self.pair.get(self.shown):
            return self.shown
        return BEFORE if self.pair.before else AFTER

    def _apply(self) -> None:
        wanted = self.pair.get(self.side_shown)
        if wanted:
            for epoch in self.epochs():
                self._set_visible(epoch.layer_id, epoch.layer_id == wanted.layer_id)
        self.changed.emit()

    def _set_visible(self, layer_id: str, visible: bool) -> None:
        node = self._project.layerTreeRoot().findLayer(layer_id)
        if node is None:
            return
        if node.itemVisibilityChecked() != visible:
            node.setItemVisibilityChecked(visible)
        if visible and not node.isVisible():
            node.setItemVisibilityCheckedParentRecursive(True)
