"""Algorithm: what every parcel lies on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Dict, List

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ..core.errors import InputError
from ..core.plan import LayerRole, Plan
from ..core.text import text
from ..maps.plans import known_plans
from ..maps.settings import Settings
from ..maps.words import say, term, tr
from .algorithm import Given, TubanAlgorithm
from .layer_input import lent_layer
from .result_table import write_features

if TYPE_CHECKING:
    from ..core.overlay.source import LayerSource
    from ..maps.overlay_month import Overlaid


class OverlayAreas(TubanAlgorithm):
    """Lays the parcels over the base layers and records the areas."""

    ID = "overlayareas"
    FOLDER = "FOLDER"
    PARCEL = "PARCEL"
    AGAIN = "AGAIN"
    COMPUTED = "COMPUTED"
    KEPT = "KEPT"
    CHANGED = "CHANGED"

    def title(self) -> str:
        return tr("Overlay areas")

    def about(self) -> str:
        return tr(
            "Computes how much of every parcel lies on what, and records it in the casebook.\n"
            "Cultivated, other agricultural, unused and construction land, and of which basic "
            "farmland, red line and urban area; per land-use code; and how much lies inside each "
            "approval. The base layers are found by name in a folder, or given one by one; a "
            "given layer comes before one of the folder. Areas are m² to 0.01 and mu to 0.01 "
            "(m² × 0.0015, rounded half up). A parcel under which nothing has changed since - "
            "shape, layers by their hash, work plan - keeps its figures."
        )

    def rule(self) -> str:
        return tr(
            "Areas are ellipsoidal (CGCS2000, TD/T 1055-2019). The four classes and what no "
            "land-use layer covers add up to the parcel, to 0.01 mu. Overlapping features of one "
            "layer count once. Where a layer does not reach a parcel its figure is unknown, not "
            "zero. Military parcels get figures in the casebook and never appear in the output."
        )

    def words(self) -> List[str]:
        return ["overlay", "area", "cultivated", "套合", "面积", "耕地", "永久基本农田"]

    def define(self) -> None:
        self.add_casebook()
        self.add_month(
            tr("Only the parcels of this month, like 2023-04; empty: all."), optional=True
        )
        self.add(
            QgsProcessingParameterFile(
                self.FOLDER,
                tr("Folder of base layers"),
                behavior=QgsProcessingParameterFile.Behavior.Folder,
                optional=True,
            ),
            tr("Searched for the layers by the names of the work plan, like DLTB or YJJBNTTB."),
        )
        for role in _roles():
            self.add_advanced(
                QgsProcessingParameterFeatureSource(
                    role.code.upper(),
                    term(role.label),
                    [QgsProcessing.SourceType.TypeVectorPolygon],
                    optional=True,
                ),
                say(
                    text(
                        "Layer of polygons; found by the names {names} in the folder.",
                        names=", ".join(role.layer_names),
                    )
                ),
            )
        self.add_advanced(
            QgsProcessingParameterString(self.PARCEL, tr("Parcel"), optional=True),
            tr("Only the parcel with this number."),
        )
        self.add_advanced(
            QgsProcessingParameterBoolean(self.AGAIN, tr("Compute again"), defaultValue=False),
            tr("Also parcels under which nothing has changed: shape, layers, work plan."),
        )
        self.add_who()
        self._define_outputs()

    def _define_outputs(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT,
                tr("Figures per parcel"),
                QgsProcessing.SourceType.TypeVectorPolygon,
                optional=True,
                createByDefault=False,
            ),
            tr("Parcels with their figures, in EPSG:4490; columns carry their unit."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.COMPUTED, tr("Parcels computed")))
        self.addOutput(QgsProcessingOutputNumber(self.KEPT, tr("Parcels unchanged, not computed")))
        self.addOutput(QgsProcessingOutputNumber(self.CHANGED, tr("Parcels whose figures are new")))

    def work(self, given: Given) -> Dict[str, object]:
        from ..maps.overlay_month import Wanted, overlay_sources, told

        with given.casebook() as book:
            plan = given.plan(book)
            sources = self._sources(given, plan)
            wanted = Wanted(
                given.month(self.MONTH), given.string(self.PARCEL), given.flag(self.AGAIN)
            )
            done = overlay_sources(book, plan, wanted, sources, given.progress)
        results: Dict[str, object] = {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.COMPUTED: len(done.figures) - done.kept,
            self.KEPT: done.kept,
            self.CHANGED: done.changed,
        }
        given.feedback.pushInfo(told(done))
        return {**results, **self._written(given, plan, done)}

    def _sources(self, given: Given, plan: Plan) -> List[LayerSource]:
        from ..core.overlay.files import open_source
        from ..core.overlay.find import find_layers

        chosen = [role for role in plan.layer_roles if given.parameters.get(role.code.upper())]
        sources = {role.code: lent_layer(given, role.code.upper(), role) for role in chosen}
        folder = given.optional_path(self.FOLDER)
        if folder is not None:
            others = tuple(role for role in plan.layer_roles if role not in chosen)
            found = find_layers(folder, replace(plan, layer_roles=others))
            for role in others:
                if role.code in found:
                    file = found[role.code]
                    sources[role.code] = open_source(role, file.path, file.layer)
        if not sources:
            raise InputError(
                text("No base layer was given or found. Set FOLDER, or a layer for each role.")
            )
        for role in plan.layer_roles:
            if role.required and role.code not in sources:
                given.feedback.pushWarning(
                    say(
                        text(
                            "There is no layer for {role}: its figures stay unknown.",
                            role=term(role.label),
                        )
                    )
                )
        return [sources[role.code] for role in plan.layer_roles if role.code in sources]

    def _written(self, given: Given, plan: Plan, done: Overlaid) -> Dict[str, object]:
        from ..core.geometry import LONLAT_CRS
        from ..core.legality import military_patches
        from ..maps.figure_table import FigureTable

        table, hidden = FigureTable(), military_patches(done.dossiers, plan)
        features = (
            table.row(dossier, figure)
            for dossier, figure in zip(done.dossiers, done.figures)
            if dossier.patch.number not in hidden
        )
        return write_features(given, table.fields, features, table.geometry_type, LONLAT_CRS)


def _roles() -> List[LayerRole]:
    """The roles of all plans that load, each once: a casebook's own plan picks from them."""
    found: Dict[str, LayerRole] = {}
    for plan in known_plans(Settings())[0]:
        for role in plan.layer_roles:
            found.setdefault(role.code, role)
    return list(found.values())
