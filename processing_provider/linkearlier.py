"""Algorithm: earlier work on the same place, in the casebook and in other people's files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, List, Optional

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ..core.errors import InputError, UndecidedInput
from ..core.model import EarlierLink, Patch
from ..core.plan import Plan
from ..core.text import text
from ..maps.field_types import REAL, TEXT
from ..maps.words import say, tr
from .algorithm import Given, TubanAlgorithm
from .result_table import write_rows

if TYPE_CHECKING:
    from ..core.casebook import Casebook

COLUMNS = {
    **dict.fromkeys(("patch_number", "month", "source", "earlier_number"), TEXT),
    **dict.fromkeys(("earlier_month", "linked_by"), TEXT),
    **dict.fromkeys(("percent", "earlier_percent"), REAL),
    **dict.fromkeys(("verdict", "found_on", "rectification"), TEXT),
}


class LinkEarlier(TubanAlgorithm):
    """Links patches to earlier batches, and to another casebook, layer or ledger."""

    ID = "linkearlier"
    INPUT = "INPUT"
    LAYER = "LAYER"
    SOURCE = "SOURCE"
    BATCH = "BATCH"
    CRS = "CRS"
    LINKED = "LINKED"
    CHANGED = "CHANGED"

    def title(self) -> str:
        return tr("Link patches to earlier work")

    def about(self) -> str:
        return tr(
            "Finds what was done before about the place of each patch, and records it.\n"
            "In the casebook itself: earlier months, by the previous number that the issued row "
            "names and by overlap. With a file also in it: another casebook, a layer of any "
            "monitoring programme, or an old ledger (CSV, xlsx), by number and, where there are "
            "shapes, by overlap. What was found then (verdict, day, rectification) comes along. "
            "A run replaces what an earlier run linked to the same source. The table lists all "
            "links; save it as xlsx to read it in a spreadsheet."
        )

    def rule(self) -> str:
        return tr(
            "Shares are of ellipsoidal areas; from which share on a patch is linked, and from "
            "which it is the same place, says the work plan's earlier.json, Tuban's default. Work "
            "of a later month is never linked. Military patches are neither linked nor listed."
        )

    def words(self) -> List[str]:
        return ["earlier", "link", "previous", "往期", "关联", "重复核查"]

    def define(self) -> None:
        self.add_casebook()
        self.add_month(
            tr("The month whose patches are linked, like 2023-04; empty: all."), optional=True
        )
        self.add(
            QgsProcessingParameterFile(self.INPUT, tr("Earlier work"), optional=True),
            tr("Another casebook, a layer, or a ledger; empty: only this casebook's own months."),
        )
        self.add(
            QgsProcessingParameterString(self.LAYER, tr("Layer"), optional=True),
            tr("Which layer, where the file has several; empty: its only one."),
        )
        self.add(
            QgsProcessingParameterString(self.SOURCE, tr("Name of the source"), optional=True),
            tr("What it is called in the record, such as a programme; empty: the file's name."),
        )
        self.add(
            QgsProcessingParameterString(self.BATCH, tr("Its month"), optional=True),
            tr("The month of the earlier work, like 2022-11; empty: as the file says."),
        )
        self.add_advanced(
            QgsProcessingParameterString(self.CRS, tr("Coordinate system"), optional=True),
            tr("Like EPSG:4527; empty: from the file, or from the size of its coordinates."),
        )
        self.add_who()
        self.add_table(
            tr("Links"),
            tr("A table without geometry, one row per patch and earlier work."),
            by_default=False,
        )
        self.addOutput(QgsProcessingOutputNumber(self.LINKED, tr("Patches with earlier work")))
        self.addOutput(QgsProcessingOutputNumber(self.CHANGED, tr("Patches whose links are new")))

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.legality import military_patches
        from ..core.linking import link_within

        month = given.month(self.MONTH) or None
        with given.casebook() as book:
            plan = given.plan(book)
            changed = link_within(book, plan, month, given.progress).changed
            changed += self._with_file(given, book, plan, month)
            patches = book.patches(month)
            hidden = military_patches(book.dossiers(), plan)
            links = book.links([one.number for one in patches])
        rows = [
            (patch, link)
            for patch in patches
            for link in links.get(patch.number, ())
            if patch.number not in hidden and (link.source or link.number not in hidden)
        ]
        return {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.LINKED: len({patch.number for patch, _ in rows}),
            self.CHANGED: changed,
            **write_rows(given, COLUMNS, (_values(patch, link) for patch, link in rows)),
        }

    def _with_file(self, given: Given, book: Casebook, plan: Plan, month: Optional[str]) -> int:
        from ..core.intake import ReadOptions
        from ..maps.earlier import link_file

        path = given.optional_path(self.INPUT)
        if path is None:
            return 0
        options = ReadOptions(
            layer=given.string(self.LAYER),
            crs=given.string(self.CRS),
            month=given.month(self.BATCH),
        )
        source = given.string(self.SOURCE)
        try:
            return link_file(book, plan, path, options, month, given.progress, source).changed
        except UndecidedInput as error:
            names = {"layer": self.LAYER, "month": self.BATCH, "crs": self.CRS}
            name = names.get(error.question, error.question)
            choices = ", ".join(error.choices)
            raise InputError(
                text(
                    "{what} Set the parameter {name}. {choices}",
                    what=error.text,
                    name=name,
                    choices=choices,
                )
            ) from error


def _values(patch: Patch, link: EarlierLink) -> List[object]:
    shares = [None if one is None else float(one) for one in (link.percent, link.earlier_percent)]
    return [
        *(patch.number, patch.month, link.source, link.number, link.month),
        say(link.linked_by.label),
        *shares,
        *(link.verdict, link.found_on, link.rectification),
    ]
