"""外业核查表: a page per parcel with the map before and after, facts, field check and photos; where
the county has applied for the city's inspection, what that has to fill in."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Dict, List, Optional, Tuple

from qgis.core import QgsMapLayer, QgsProject

from ..core.field.sheet import Line, check_lines, fact_lines
from ..core.files import file_name_of
from ..core.model import Dossier, Patch
from ..core.plan import Plan
from ..core.rectification import Stage, standing
from ..core.rectification.sheet import inspection_lines
from ..core.text import text
from .imagery import Imagery, choose
from .layout_filling import export, fill_photos, fill_sides, fill_words, outline
from .sheet_template import SheetTemplate
from .words import chinese

Pictures = Tuple[Optional[QgsMapLayer], Optional[QgsMapLayer]]
"""The imagery before and after; either may be missing."""


def imagery_of(project: QgsProject, patch: Patch) -> Pictures:
    """The project's layers before and after, as the dock chooses them."""
    pair = choose(Imagery(project).epochs(), patch.before_date, patch.after_date)
    before, after = (
        project.mapLayer(one.layer_id) if one is not None else None
        for one in (pair.before, pair.after)
    )
    return before, after


class FieldSheets:
    """Makes sheets for the parcels of one casebook, whose photos lie below ``folder``."""

    def __init__(
        self, project: QgsProject, plan: Plan, folder: Path, template: SheetTemplate
    ) -> None:
        self._project = project
        self._plan = plan
        self._folder = folder
        self._template = template

    def write(self, dossier: Dossier, imagery: Pictures, out: Path) -> Path:
        """Write the parcel's sheet into ``out``, on the imagery before and after; gives its path.

        :raises OutputError: the PDF cannot be written.
        """
        target = out / f"{file_name_of(dossier.parcel.number)}.pdf"
        with tempfile.TemporaryDirectory() as pictures:
            layout = self._template.layout(self._project)
            photos = fill_photos(layout, dossier.photos, self._folder, Path(pictures))[1]
            fill_words(layout, {**self._words(dossier, imagery), **photos})
            shape = dossier.parcel.geometry
            # A layout does not keep its layers: it is held until it has been drawn.
            parcel = outline(shape)
            fill_sides(layout, self._project, parcel, imagery, shape)
            layout.refresh()
            export(layout, target)
        return target

    def _words(self, dossier: Dossier, imagery: Pictures) -> Dict[str, str]:
        """The texts of a sheet, by the names that a template asks for them."""
        facts = fact_lines(dossier, self._plan)
        check = check_lines(dossier.field_check, self._plan)
        waits = standing(dossier, self._plan).stage is Stage.APPLIED
        shown = inspection_lines(self._plan) if waits else check
        patch, (before, after) = dossier.patch, imagery
        return {
            **{line.key: line.value for line in (*facts, *check)},
            "parcel_number": dossier.parcel.number,
            "county": patch.county_name,
            "month": patch.month,
            "before": _caption(text("Imagery before").say(chinese), patch.before_date, before),
            "after": _caption(text("Imagery after").say(chinese), patch.after_date, after),
            "facts": _listed(facts),
            # Who goes there now goes for the city's inspection.
            "check": _listed(shown),
        }


def _caption(side: str, day: Optional[str], imagery: Optional[QgsMapLayer]) -> str:
    without = "" if imagery is not None else f" {text('(no imagery)').say(chinese)}"
    return f"{side} {day or '?'}{without}"


def _listed(lines: List[Line]) -> str:
    return "\n".join(f"{line.caption.say(chinese)}：{line.value}" for line in lines)
