"""Before and after: which pictures of the project show the patch at hand."""

from __future__ import annotations

from dataclasses import replace
from typing import List, Optional, Tuple

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.imagery import AFTER, BEFORE, Epoch, Pair, choose, taken, warnings
from ...core.model import Patch
from ...core.text import Text
from .epochs import epochs_of, is_confirmed, pictures_of


class Imagery(QObject):
    """Shows the before or the after picture of the current patch; ``flip`` changes over."""

    changed = pyqtSignal()

    def __init__(self, project: QgsProject, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._project = project
        self._patch: Optional[Patch] = None
        self.pair = Pair()
        self.shown = AFTER

    def epochs(self) -> List[Epoch]:
        """Every layer of the project that is an epoch, in the order of the layer tree."""
        return epochs_of(self._project)

    def pair_for(self, patch: Patch) -> Pair:
        """The pair that would be taken for a patch."""
        return choose(self.epochs(), patch.before_date, patch.after_date)

    def take(self, patch: Optional[Patch]) -> None:
        """Choose the pair for a patch and show it the same way round as the one before."""
        self._patch = patch
        self.pair = Pair() if patch is None else self.pair_for(patch)
        self._apply()

    def take_again(self) -> None:
        """Choose anew for the same patch: other layers, or other dates of them."""
        self.take(self._patch)

    def use(self, epoch: Epoch) -> None:
        """Show an epoch of the person's choice on the side shown, for the patch at hand only."""
        self.pair = replace(self.pair, **{self.side_shown: epoch})
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

    @property
    def epoch_shown(self) -> Optional[Epoch]:
        """The epoch on the map."""
        return self.pair.get(self.side_shown)

    def told(self, side: str) -> Optional[Text]:
        """Which picture was taken for a side, and when it was made; None when there is none."""
        if self._patch is None:
            return None
        pair = Pair(**{side: self.pair.get(side)})
        found = taken(pair, self._patch.before_date, self._patch.after_date)
        return found[0] if found else None

    def doubts(self, within_days: int) -> Tuple[Text, ...]:
        """What there is to be warned of in the choice; ``within_days`` is the plan's tolerance."""
        patch = self._patch
        if patch is None or not (self.epochs() or self._are_unknown()):
            return ()
        return warnings(self.pair, patch.before_date, patch.after_date, within_days)

    def _are_unknown(self) -> bool:
        """True when a picture layer is there of which nothing and nobody tells what it shows."""
        return any(not is_confirmed(layer) for layer in pictures_of(self._project))

    def _apply(self) -> None:
        wanted = self.epoch_shown
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
