"""Algorithm: what any areas lie on, without a casebook."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Dict, Iterator, List, Optional, Tuple

from qgis.core import (
    QgsFeature,
    QgsProcessing,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)

from ..core.model import Figures
from ..core.plan import LayerRole, Plan
from ..core.progress import Asked, Progress, Share, check_cancelled
from ..maps.words import tr
from .algorithm import Given
from .layer_input import lent_layer
from .outputs import Outputs
from .overlay_algorithm import OverlayAlgorithm

if TYPE_CHECKING:
    from ..core.overlay.source import LayerSource
    from ..maps.given_areas import GivenArea
    from ..maps.overlay_tables import PiecesTable

# How far the bar is when this is done.
_MEASURED, _CUT, _WRITTEN = 0.5, 0.85, 0.93


class Overlay(OverlayAlgorithm):
    """Lays patches over layers and gives tables; records nothing."""

    ID = "overlay"
    PATCHES = "PATCHES"
    IMAGE_FIELD = "IMAGE_FIELD"
    LAND_USE = "LAND_USE"
    CODE_FIELD = "CODE_FIELD"
    DEDUCTION_FIELD = "DEDUCTION_FIELD"
    BASIC_FARMLAND = "BASIC_FARMLAND"
    RED_LINE = "RED_LINE"
    URBAN_BOUNDARY = "URBAN_BOUNDARY"
    APPROVALS = "APPROVALS"
    DOCUMENT_FIELD = "DOCUMENT_FIELD"
    SUMMARY = "SUMMARY"
    DETAIL = "DETAIL"
    PIECES = "PIECES"
    ROLES = {
        LAND_USE: "land_use",
        BASIC_FARMLAND: "basic_farmland",
        RED_LINE: "red_line",
        URBAN_BOUNDARY: "urban",
        APPROVALS: "conversion",
    }

    def title(self) -> str:
        return tr("Overlay of any areas")

    def about(self) -> str:
        return tr(
            "Computes how much of every area lies on what, without a casebook.\n"
            "Cultivated, other agricultural, unused and construction land, what no land use "
            "covers, and of which basic farmland, red line and urban area, in m² and mu; per "
            "land-use code; how much lies inside each approval. It works on anything QGIS can "
            "read, on selected features, in models and in batch. GeoPackages are the fastest."
        )

    def rule(self) -> str:
        return tr(
            "Areas are ellipsoidal (CGCS2000, TD/T 1055-2019). The four classes and what no "
            "land-use layer covers add up to the area, to 0.01 mu. Overlapping features of one "
            "layer count once; where their codes differ the work plan says which one counts. "
            "Without a layer its figure is NULL, not zero. The deduction (KCXS) of cultivated "
            "land is booked to the ridge code, as the work plan says: cultivated_net, other "
            "agricultural, construction, unused and uncovered make up the area, and cultivated is "
            "the gross figure. Military land - a marker word of the work plan in any attribute, "
            "or so known to the casebook that the layer belongs to - is left out of every output."
        )

    def words(self) -> List[str]:
        return ["overlay", "intersection", "area", "套合", "叠加", "占用", "地类"]

    def define(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                self.PATCHES, tr("Areas"), [QgsProcessing.SourceType.TypeVectorPolygon]
            ),
            tr("Patches, parcels or any other polygons, in any coordinate system of CGCS2000."),
        )
        self.add_key(self.PATCHES)
        self._define_layers()
        self._define_field(
            self.IMAGE_FIELD,
            tr("Field of the earlier image's date"),
            self.PATCHES,
            tr("A layer that is older than the date is told; empty: nothing is compared."),
        )
        self.add_plan(
            tr("Codes, classes, rounding and net or gross, by the name of the plan's folder.")
        )
        self._define_outputs()

    def _define_layers(self) -> None:
        names = (
            (self.LAND_USE, tr("Land use"), False),
            (self.BASIC_FARMLAND, tr("Basic farmland"), True),
            (self.RED_LINE, tr("Red line"), True),
            (self.URBAN_BOUNDARY, tr("Urban boundary"), True),
            (self.APPROVALS, tr("Approvals"), True),
        )
        for name, label, optional in names:
            self.add(
                QgsProcessingParameterFeatureSource(
                    name, label, [QgsProcessing.SourceType.TypeVectorPolygon], optional=optional
                ),
                tr("Layer of polygons, in any coordinate system of CGCS2000."),
            )
        self._define_field(self.CODE_FIELD, tr("Land-use code field"), self.LAND_USE)
        self._define_field(self.DEDUCTION_FIELD, tr("Deduction field"), self.LAND_USE)
        self._define_field(self.DOCUMENT_FIELD, tr("Document field"), self.APPROVALS)

    def _define_field(self, name: str, label: str, parent: str, help_text: str = "") -> None:
        self.add_advanced(
            QgsProcessingParameterField(
                name, label, parentLayerParameterName=parent, optional=True
            ),
            help_text or tr("Empty: found by the names of the work plan."),
        )

    def _define_outputs(self) -> None:
        polygons = QgsProcessing.SourceType.TypeVectorPolygon
        table = QgsProcessing.SourceType.TypeVector
        self.add(
            QgsProcessingParameterFeatureSink(self.SUMMARY, tr("Figures per area"), polygons),
            tr("One row per area, in EPSG:4490; columns carry their unit."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                self.DETAIL, tr("Area per land-use code"), table, optional=True
            ),
            tr("One row per area and land-use code; the deduction stands under its own code."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                self.PIECES, tr("Pieces"), polygons, optional=True, createByDefault=False
            ),
            tr("The areas cut up by land use; per code their areas add up to the figures, gross."),
        )

    def work(self, given: Given) -> Dict[str, object]:
        from ..maps.overlay_tables import DetailTable, PiecesTable, SummaryTable

        plan = self.plan_of(given)
        sources = self._sources(given, plan)
        areas = self._areas(given, plan)
        with Outputs(given) as outputs:
            measured = _MEASURED if outputs.wants(self.PIECES) else _CUT
            rows = self._rows(areas, sources, plan, Share(given.progress, 0, measured))
            summary, detail, pieces = SummaryTable(), DetailTable(plan), PiecesTable()
            if outputs.wants(self.PIECES):
                cutting = Share(given.progress, _MEASURED, _CUT)
                shapes = _pieces(pieces, areas, sources, plan, cutting)
                outputs.fill(self.PIECES, pieces, shapes, Asked(given.progress), len(areas))
            writing = Share(given.progress, _CUT, _WRITTEN)
            outputs.fill(self.SUMMARY, summary, summary.features(rows), writing, len(rows))
            writing = Share(given.progress, _WRITTEN, 1)
            outputs.fill(self.DETAIL, detail, detail.features(rows), writing, len(rows))
        return outputs.results

    def _rows(
        self,
        areas: List[GivenArea],
        sources: List[LayerSource],
        plan: Plan,
        progress: Progress,
    ) -> List[Tuple[GivenArea, Optional[Figures]]]:
        from ..core.overlay.run import overlay_parcels

        known = [area for area in areas if area.parcel is not None]
        figures = overlay_parcels(
            [area.parcel for area in known],
            sources,
            plan,
            progress,
            nearest=True,
            first_images={area.parcel.number: area.first_image for area in known},
        )
        found = dict(zip(map(id, known), figures))
        return [(area, found.get(id(area))) for area in areas]

    def _sources(self, given: Given, plan: Plan) -> List[LayerSource]:
        fields = {
            self.LAND_USE: {"code": self.CODE_FIELD, "deduction": self.DEDUCTION_FIELD},
            self.APPROVALS: {"document": self.DOCUMENT_FIELD},
        }
        sources: List[Optional[LayerSource]] = []
        for name, code in self.ROLES.items():
            role = next((one for one in plan.layer_roles if one.code == code), None)
            if role is not None:
                chosen = {k: given.string(v) for k, v in fields.get(name, {}).items()}
                sources.append(lent_layer(given, name, _with_fields(role, chosen)))
        return [source for source in sources if source is not None]

    def _areas(self, given: Given, plan: Plan) -> List[GivenArea]:
        areas = self.areas_of(given, self.PATCHES, plan, given.string(self.IMAGE_FIELD))
        for area in areas:
            if area.parcel is None:
                given.feedback.pushWarning(
                    tr("{key} has no area: its figures are NULL.").format(key=area.key)
                )
        return areas


def _pieces(
    table: PiecesTable,
    areas: List[GivenArea],
    sources: List[LayerSource],
    plan: Plan,
    progress: Progress,
) -> Iterator[QgsFeature]:
    """The rows of one area after another; they are many, so nobody keeps them."""
    from ..core.overlay.pieces import pieces_of
    from ..core.overlay.source import unchanged

    with unchanged(sources):
        for number, area in enumerate(areas):
            check_cancelled(progress)
            progress.at(number, len(areas))
            if area.parcel is not None:
                yield from table.features(area, pieces_of(area.parcel, sources, plan))


def _with_fields(role: LayerRole, chosen: Dict[str, str]) -> LayerRole:
    """The role with the fields that a person chose instead of those of the plan."""
    named = {meaning: (name,) for meaning, name in chosen.items() if name}
    return replace(role, fields={**role.fields, **named})
