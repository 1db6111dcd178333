"""Military land in layers that are not the open casebook's: known by its marks.

Two marks can be seen from outside, and one is enough: a marker word of the plan in any of a
feature's attributes, as in a row as issued (工作方案 六); and, in a layer of a casebook, that the
casebook knows the patch as military, by whatever sign.
"""

from __future__ import annotations

from pathlib import Path
from typing import FrozenSet, Optional

from qgis.core import QgsFeature, QgsVectorLayer

from ..core.casebook import open_casebook
from ..core.errors import CasebookDamaged, UnreadableFile
from ..core.legality import military_patches
from ..core.plan import Plan
from .layer_source import file_behind
from .plans import plan_named


class MilitaryMarks:
    """What marks features of a layer as military land."""

    def __init__(self, plan: Plan, layer: Optional[QgsVectorLayer]) -> None:
        self._words = plan.military_markers
        path = file_behind(layer)
        self._patches = frozenset() if path is None else _known_to_casebook(path)

    def on(self, feature: QgsFeature) -> bool:
        """True for a feature that must not come out."""
        said = [str(value) for value in feature.attributes()]
        together = "\n".join(said)
        if any(word in together for word in self._words):
            return True
        if not self._patches:
            return False
        # A parcel is called as its patch, with _n behind it.
        return any({value, value.rpartition("_")[0]} & self._patches for value in said)


def _known_to_casebook(path: Path) -> FrozenSet[str]:
    """Numbers of the military patches of a casebook; none of any other file."""
    if path.suffix.lower() != ".gpkg":
        return frozenset()
    try:
        book = open_casebook(path, "", read_only=True)
    except (CasebookDamaged, UnreadableFile):
        return frozenset()
    with book:
        return military_patches(book.dossiers(), plan_named(book.plan_id))
