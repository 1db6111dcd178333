"""From pieces in the plane to parcels: areas that re-add, numbers that go on, nothing too small."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Dict, List, Mapping, Optional, Sequence, Set, Tuple

from ..areas import adjust, plane_area_m2, to_equal_area
from ..errors import InputError
from ..geometry import (
    MultiPolygon,
    Polygon,
    digest,
    multipolygon_from_wkb,
    signed_plane_sum,
    wkb_from_multipolygon,
)
from ..model import Parcel, Patch
from ..mu import mu_from_m2, round_half_up
from ..text import Text, text
from .faces import edges_of, is_valid, length_of
from .plane import Plane
from .rules import DivisionRules


@dataclass(frozen=True)
class Partition:
    """A patch and all the parcels that fill it now; ``last_number`` is the highest ``n`` that
    a parcel ``<patch>_n`` of it ever had, ``finished`` says by number why a parcel stays."""

    patch: Patch
    parcels: Tuple[Parcel, ...]
    last_number: int
    finished: Mapping[str, Text] = field(default_factory=dict)

    def parcel(self, number: str) -> Parcel:
        """One of the parcels; raises :class:`InputError` when it is not among them."""
        found = next((one for one in self.parcels if one.number == number), None)
        if found is None:
            raise InputError(
                text(
                    "{parcel} is no parcel of {patch} now.", parcel=number, patch=self.patch.number
                )
            )
        return found

    def refuse_finished(self, number: str) -> None:
        """Raises :class:`InputError` for a parcel that cannot give way to others."""
        if number in self.finished:
            raise InputError(self.finished[number])

    def number(self, step: int) -> str:
        """The number of the ``step``-th new parcel, from 1: numbers are never used again."""
        return f"{self.patch.number}_{self.last_number + step}"

    def plane(self) -> Plane:
        """The plane to cut in: the same for every parcel of the patch."""
        return Plane(multipolygon_from_wkb(self.patch.geometry))


@dataclass(frozen=True)
class Division:
    """Parcels of one patch that give way to others; together they cover the same land."""

    partition: Partition
    gone: Tuple[Parcel, ...]
    made: Tuple[Parcel, ...]

    @property
    def after(self) -> Tuple[Parcel, ...]:
        """All the patch's parcels as they are afterwards."""
        left = {one.number for one in self.gone}
        return (*(one for one in self.partition.parcels if one.number not in left), *self.made)

    @property
    def partition_after(self) -> Partition:
        """The patch afterwards, to go on from."""
        last = self.partition.last_number + len(self.made)
        return replace(self.partition, parcels=self.after, last_number=last)


def check_size(polygons: MultiPolygon, plane: Plane, rules: DivisionRules) -> Optional[Text]:
    """Why pieces of the plane are no parcel; ``None`` when they are large and wide enough."""
    area = round_half_up(_area_m2(polygons, plane))
    if area < rules.smallest_m2:
        return text(
            "a piece would have {area} m², less than the smallest parcel of {least} m²",
            area=area,
            least=rules.smallest_m2,
        )
    width = min(_width_m(polygon) for polygon in polygons)
    if width < float(rules.narrowest_m):
        return text(
            "a piece of {area} m² would be {width} m wide on average, less than {least} m",
            area=area,
            width=round_half_up(width),
            least=rules.narrowest_m,
        )
    return None


def _width_m(polygon: Polygon) -> float:
    shell, *holes = polygon
    doubled = abs(signed_plane_sum([shell])) - sum(abs(signed_plane_sum([one])) for one in holes)
    return 2 * doubled / length_of(edges_of(polygon))


def _area_m2(polygons: MultiPolygon, plane: Plane) -> float:
    return plane_area_m2(to_equal_area(plane.back([polygons])[0], plane.zone))


def divided(
    partition: Partition,
    parcel: Parcel,
    pieces: Sequence[MultiPolygon],
    plane: Plane,
    rules: DivisionRules,
) -> Division:
    """The parcel as pieces of the plane, numbered in their order.

    Raises :class:`InputError` when the parcel is finished, a piece is too small, or the pieces do
    not fill it.
    """
    partition.refuse_finished(parcel.number)
    for piece in pieces:
        why = check_size(piece, plane, rules)
        if why is not None:
            raise InputError(
                text("{parcel} cannot be divided so: {why}.", parcel=parcel.number, why=why)
            )
    shapes = plane.back(pieces)
    if not all(is_valid(shape) for shape in shapes):
        raise InputError(
            text(
                "{parcel} cannot be divided so: the outline of a piece would cross itself.",
                parcel=parcel.number,
            )
        )
    measured = [plane_area_m2(to_equal_area(shape, plane.zone)) for shape in shapes]
    _check_filled(parcel, measured, plane, rules)
    areas = _shared(measured, parcel.area_m2)
    mu = _shared([float(area * rules.mu_per_m2) for area in areas], parcel.mu(rules.mu_per_m2))
    made = [
        _parcel(partition, at, shapes[at - 1], areas[at - 1], mu[at - 1], rules)
        for at in range(1, len(shapes) + 1)
    ]
    return Division(partition, (parcel,), tuple(made))


def _check_filled(
    parcel: Parcel, measured: Sequence[float], plane: Plane, rules: DivisionRules
) -> None:
    shape = multipolygon_from_wkb(parcel.geometry)
    difference = abs(sum(measured) - plane_area_m2(to_equal_area(shape, plane.zone)))
    if difference > rules.area_tolerance_m2:
        raise InputError(
            text(
                "{parcel} cannot be divided so: the pieces would leave a gap or overlap by "
                "{area} m².",
                parcel=parcel.number,
                area=round_half_up(difference),
            )
        )


def _shared(measured: Sequence[float], total: Decimal) -> List[Decimal]:
    """Areas adjusted so that they sum to ``total``, in the same order."""
    # Zero-padded, because equal areas are told apart by name.
    parts: Dict[str, Decimal] = {
        f"{at:06d}": Decimal(repr(area)) for at, area in enumerate(measured)
    }
    return list(adjust(parts, total).values())


def _parcel(
    partition: Partition,
    step: int,
    shape: MultiPolygon,
    area_m2: Decimal,
    mu: Decimal,
    rules: DivisionRules,
) -> Parcel:
    wkb = wkb_from_multipolygon(shape)
    plain = mu_from_m2(area_m2, rules.mu_per_m2)
    return Parcel(
        number=partition.number(step),
        patch_number=partition.patch.number,
        area_m2=area_m2,
        geometry=wkb,
        geometry_sha256=digest(wkb),
        adjusted_mu=None if mu == plain else mu,
    )


def in_order(pieces: Sequence[MultiPolygon], plane: Plane) -> List[MultiPolygon]:
    """The largest first; of equal ones the western one."""

    def key(piece: MultiPolygon) -> Tuple[float, float]:
        west = min(float(ring[:, 0].min()) for polygon in piece for ring in polygon)
        return -round(_area_m2(piece, plane), 2), west

    return sorted(pieces, key=key)


def uncut_together(pieces: Sequence[Tuple[int, Polygon]], cut: Set[int]) -> List[MultiPolygon]:
    """Each piece of a part that was cut for itself; the parts left whole stay one parcel."""
    single = [[polygon] for part, polygon in pieces if part in cut]
    whole = [polygon for part, polygon in pieces if part not in cut]
    return [*single, whole] if whole else single
