"""The overlay of any areas as tables: one row per area, per code, per piece."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import Dict, Iterable, Iterator, List, Optional, Sequence, Tuple, Union

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsWkbTypes,
)

from ..core.geometry import LONLAT_CRS
from ..core.model import Figures, LayerUsed
from ..core.mu import mu_from_m2, round_half_up
from ..core.overlay.coverage import Uncovered
from ..core.overlay.figures import OF_WHICH
from ..core.overlay.pieces import PieceShape
from ..core.plan import MustVisit, Plan
from .field_types import REAL, TEXT
from .given_areas import GivenArea
from .words import say, term

Rows = Iterable[Tuple[GivenArea, Optional[Figures]]]
Value = Union[str, float, None]


class Table:
    """Columns, and features made of dictionaries by column."""

    texts: Tuple[str, ...] = ()
    numbers: Tuple[str, ...] = ()
    more_texts: Tuple[str, ...] = ()
    geometry_type = QgsWkbTypes.Type.MultiPolygon

    @cached_property
    def fields(self) -> QgsFields:
        """Texts, areas with their unit in the name, and lists as text."""
        fields = QgsFields()
        for name in self._names:
            field = QgsField(name, REAL, "double", 20, 2) if name in self.numbers else None
            fields.append(field or QgsField(name, TEXT))
        return fields

    @property
    def _names(self) -> Tuple[str, ...]:
        return (*self.texts, *self.numbers, *self.more_texts)

    def crs(self) -> QgsCoordinateReferenceSystem:
        """EPSG:4490, or none for a table without geometry."""
        if self.geometry_type == QgsWkbTypes.Type.NoGeometry:
            return QgsCoordinateReferenceSystem()
        return QgsCoordinateReferenceSystem(LONLAT_CRS)

    def feature(self, values: Dict[str, Value], wkb: Optional[bytes] = None) -> QgsFeature:
        """A feature; columns that are not in ``values`` are NULL."""
        feature = QgsFeature(self.fields)
        feature.setAttributes([values.get(name) for name in self._names])
        if wkb is not None:
            geometry = QgsGeometry()
            geometry.fromWkb(wkb)
            geometry.convertToMultiType()
            feature.setGeometry(geometry)
        return feature


# Columns of the summary, without unit, and the figures that they show. "cultivated" is gross.
_AREAS = {
    "area": "area",
    "cultivated": "cultivated_gross",
    "cultivated_net": "cultivated",
    "other_agricultural": "other_agricultural",
    "construction": "construction",
    "unused": "unused",
    "uncovered": "uncovered",
    "basic_farmland": "basic_farmland",
    "red_line": "red_line",
    "urban": "urban",
}
_OUTSIDE = ("land_use", *OF_WHICH)


class SummaryTable(Table):
    """One row per area; unknown figures are NULL, not zero.

    ``cultivated_net`` is NULL under a plan that counts cultivated land gross.
    """

    texts = ("key",)
    numbers = (
        *(f"{name}_m2" for name in _AREAS),
        *(f"{name}_mu" for name in _AREAS),
        "approved_m2",
        "approved_percent",
        *(f"outside_{role}_m2" for role in _OUTSIDE),
        *(f"nearest_{role}_m" for role in OF_WHICH),
    )
    more_texts = ("location", "approvals", "adjusted_m2", "layers", "notes")

    def features(self, rows: Rows) -> Iterator[QgsFeature]:
        """The rows of the table."""
        layers: Tuple[LayerUsed, ...] = ()
        said = ""
        for area, figures in rows:
            if figures is None or area.parcel is None:
                yield self.feature({"key": area.key})
                continue
            if figures.layers is not layers:  # they are the same for all rows
                layers, said = figures.layers, _layers(figures.layers)
            values = {**_summary(area, figures), "layers": said}
            yield self.feature(values, area.parcel.geometry)


def _layers(layers: Sequence[LayerUsed]) -> str:
    return "; ".join(
        " ".join(filter(None, (one.role, one.name, one.version, one.crs, one.sha256)))
        for one in layers
    )


def _summary(area: GivenArea, figures: Figures) -> Dict[str, Value]:
    whole = next((one for one in figures.approvals if not one.document), None)
    return {
        "key": area.key,
        **_areas(figures),
        "approved_m2": None if whole is None else float(whole.area_m2),
        "approved_percent": None if whole is None else float(whole.percent),
        **{f"outside_{role}_m2": _outside(figures, role) for role in _OUTSIDE},
        **{f"nearest_{role}_m": number(figures.nearest_m.get(role)) for role in OF_WHICH},
        "location": figures.location,
        "approvals": "; ".join(
            f"{one.document} {one.area_m2} ({one.percent} %)"
            for one in figures.approvals
            if one.document
        ),
        "adjusted_m2": "; ".join(f"{name} {by}" for name, by in figures.adjusted_m2.items()),
        "notes": "; ".join(map(say, figures.notes)),
    }


def _areas(figures: Figures) -> Dict[str, Value]:
    found = {
        f"{column}_{unit}": number(getattr(figures, f"{name}_{unit}"))
        for column, name in _AREAS.items()
        for unit in ("m2", "mu")
    }
    if not figures.net:
        found.update(cultivated_net_m2=None, cultivated_net_mu=None)
    return found


def _outside(figures: Figures, role: str) -> Optional[float]:
    """m² outside the layer's extent; unknown when there is no such layer."""
    if role not in {one.role for one in figures.layers}:
        return None
    return float(figures.outside_extent_m2.get(role, 0))


def number(value: Optional[object]) -> Optional[float]:
    """A decimal as tables hold it; NULL when it is not known."""
    return None if value is None else float(value)


class DetailTable(Table):
    """One row per area and land-use code."""

    texts = ("key", "code", "name", "class")
    numbers = ("area_m2", "area_mu")
    geometry_type = QgsWkbTypes.Type.NoGeometry

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    def features(self, rows: Rows) -> Iterator[QgsFeature]:
        """The rows of the table."""
        factor = self._plan.area_rules.mu_per_m2
        known: Dict[str, Dict[str, Value]] = {}
        for area, figures in rows:
            for code, area_m2 in (figures.by_code_m2 if figures else {}).items():
                if code not in known:
                    known[code] = self._about(code)
                own = {"key": area.key, "area_m2": float(area_m2)}
                own["area_mu"] = float(mu_from_m2(area_m2, factor))
                yield self.feature({**known[code], **own})

    def _about(self, code: str) -> Dict[str, Value]:
        land_use = self._plan.land_use
        named = land_use.names.get(code) or land_use.names.get(code.rstrip("ABK"), "")
        return {"code": code, "name": named, "class": land_use.class_of(code)}


class PiecesTable(Table):
    """One row per land-use feature that an area lies on, and one for what nothing covers."""

    texts = ("key", "layer", "feature", "code")
    numbers = ("area_m2",)

    def features(self, area: GivenArea, pieces: Sequence[PieceShape]) -> List[QgsFeature]:
        """The rows of one area."""
        return [
            self.feature(
                {
                    "key": area.key,
                    "layer": piece.layer,
                    "feature": str(piece.fid) if piece.layer else "",
                    "code": piece.code,
                    "area_m2": float(piece.area_m2),
                },
                piece.geometry,
            )
            for piece in pieces
        ]


class GapsTable(Table):
    """One row per gap that a layer leaves."""

    texts = ("key",)
    numbers = ("area_m2", "area_mu")

    def features(self, area: GivenArea, found: Uncovered, factor: Decimal) -> List[QgsFeature]:
        """The rows of one area; ``factor`` is the plan's mu per m²."""
        return [
            self.feature(
                {
                    "key": area.key,
                    "area_m2": float(round_half_up(area_m2)),
                    "area_mu": float(mu_from_m2(area_m2, factor)),
                },
                wkb,
            )
            for wkb, area_m2 in found.gaps
        ]


class ThresholdTable(Table):
    """One row per area and threshold that it reaches."""

    texts = ("key", "threshold", "label", "figure")
    numbers = ("value_mu", "at_least_mu")
    geometry_type = QgsWkbTypes.Type.NoGeometry

    def row(self, key: str, rule: MustVisit, figure: str, value_mu: float) -> QgsFeature:
        """An area that reaches a threshold."""
        return self.feature(
            {
                "key": key,
                "threshold": rule.code,
                "label": term(rule.label),
                "figure": figure,
                "value_mu": value_mu,
                "at_least_mu": float(rule.at_least_mu),
            }
        )
