"""Algorithm: parcels divided by a polygon layer."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Dict, List, Set

from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSource,
)

from ..core.model import Finding, Parcel, Severity
from ..core.plan import Plan
from ..maps.words import tr
from .algorithm import Given, TubanAlgorithm

if TYPE_CHECKING:
    from ..core.casebook import Casebook
    from ..core.parcels import Bulk, Partition


class SplitParcels(TubanAlgorithm):
    """Divides the parcels of a month along the areas of a layer."""

    ID = "splitparcels"
    LAYER = "LAYER"
    APART = "APART"
    JOIN = "JOIN"
    JUDGED = "JUDGED"
    DIVIDED = "DIVIDED"
    MADE = "MADE"
    REFUSED = "REFUSED"

    def title(self) -> str:
        return tr("Split parcels by a layer")

    def about(self) -> str:
        return tr(
            "Divides parcels along the areas of a layer: approvals, protected land, villages.\n"
            "Each piece becomes a parcel with the next number of its patch. The pieces' areas "
            "are adjusted so that they add up to the parcel, in m² and in mu. A parcel that lies "
            "wholly inside or outside stays as it is; so does one of which a piece would be too "
            "small for a parcel, and the log says so. New parcels are undecided and have no "
            "figures: run the overlay afterwards."
        )

    def rule(self) -> str:
        return tr(
            "The parcels of a patch fill it without gap and overlap, and their areas add up to "
            "it. The smallest parcel and the tolerances are those of the work plan's "
            "geometry.json, Tuban's default and not official. Patches with military land are "
            "left alone."
        )

    def words(self) -> List[str]:
        return ["split", "divide", "分宗", "拆分", "分割", "地块"]

    def define(self) -> None:
        self.add_casebook()
        self.add_month(
            tr("Only the parcels of this month, like 2023-04; empty: all."), optional=True
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                self.LAYER,
                tr("Layer to divide by"),
                [QgsProcessing.SourceType.TypeVectorPolygon],
            ),
            tr("Polygons in any coordinate system on the CGCS2000 datum."),
        )
        for name, label, help_text in (
            (
                self.APART,
                tr("Each area for itself"),
                tr("As with villages. Otherwise there is only inside and outside."),
            ),
            (
                self.JOIN,
                tr("Give slivers to their neighbour"),
                tr("A piece too small for a parcel goes to the neighbour with most shared border."),
            ),
            (
                self.JUDGED,
                tr("Divide judged parcels as well"),
                tr("Their pieces are undecided again; the verdict stays in the journal."),
            ),
        ):
            self.add(QgsProcessingParameterBoolean(name, label, False), help_text)
        self.add_who()
        self.add_numbers(
            (self.DIVIDED, tr("Parcels divided")),
            (self.MADE, tr("Parcels made")),
            (self.REFUSED, tr("Parcels that could not be divided")),
        )

    def work(self, given: Given) -> Dict[str, object]:
        from ..maps.dividing import record_divisions

        month = given.month(self.MONTH)
        with given.casebook() as book:
            bulk = self._divided(given, book, month)
            record_divisions(book, bulk.divisions, given.progress)
        given.tell(Finding("split", Severity.WARNING, why, number) for number, why in bulk.refused)
        return {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.DIVIDED: len(bulk.divisions),
            self.MADE: sum(len(one.made) for one in bulk.divisions),
            self.REFUSED: len(bulk.refused),
        }

    def _divided(self, given: Given, book: Casebook, month: str) -> Bulk:
        from ..core.parcels import Cutter, divide_many, division_rules
        from ..maps.dividing import areas_near

        plan = given.plan(book)
        source = self.parameterAsSource(given.parameters, self.LAYER, given.context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(given.parameters, self.LAYER))
        apart, join = given.flag(self.APART), given.flag(self.JOIN)
        context = given.context.transformContext()

        def cutter_near(near):
            areas = tuple(polygons for _, polygons in areas_near(source, near, context))
            return Cutter(areas, apart, join)

        judged = set() if given.flag(self.JUDGED) else _judged(book, month)
        partitions = _partitions(book, plan, month)
        return divide_many(partitions, cutter_near, division_rules(plan), judged, given.progress)


def _judged(book: Casebook, month: str) -> Set[str]:
    return {one.parcel.number for one in book.dossiers(month or None) if one.verdicts}


def _partitions(book: Casebook, plan: Plan, month: str) -> List[Partition]:
    from ..core.legality import is_military, military_patches
    from ..core.parcels import Partition

    hidden = military_patches(book.dossiers(month or None), plan)
    filling: Dict[str, List[Parcel]] = defaultdict(list)
    for parcel in book.parcels(month or None):
        filling[parcel.patch_number].append(parcel)
    finished = book.parcels_that_stay([parcel.number for parcel in book.parcels(month or None)])
    return [
        Partition(
            patch, tuple(filling[patch.number]), book.last_parcel_number(patch.number), finished
        )
        for patch in book.patches(month or None)
        if patch.number not in hidden and not is_military(patch, plan)
    ]
