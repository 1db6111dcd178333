"""Which coordinate system a layer is in, and whether its coordinates can be in it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import List, Optional, Tuple

from osgeo import ogr, osr

from ..areas import FALSE_EASTING_M
from ..errors import InputError, UndecidedInput
from ..geometry import LONLAT_CRS, Box
from ..reading.systems import (
    ALL_CHOICES,
    PLAIN,
    PLAIN_CHOICES,
    PREFIXED,
    can_be_degrees,
    family_of,
    is_gauss_krueger,
    longitude_first,
    other_datum,
    prefixed_code,
    reference_named,
    says_something,
    serves_as_cgcs2000,
    zone_before,
)
from ..text import Text, text

# A 6° zone is 334 km wide to each side at the equator; the rest is for what spills over.
_FARTHEST_M = 500_000.0
_STEPS = 20


@dataclass(frozen=True)
class Reference:
    """A coordinate system with the ways to and from longitude and latitude on CGCS2000.

    ``zone`` is what :mod:`..areas` needs to know of it: see :func:`_zone`.
    """

    name: str
    zone: Optional[Tuple[int, float]]
    by_formula: bool
    to_degrees: osr.CoordinateTransformation
    from_degrees: osr.CoordinateTransformation
    notes: Tuple[Text, ...]

    def box_to_degrees(self, box: Box) -> Box:
        """The box round a box of the layer, in degrees."""
        return _box_through(self.to_degrees, box)

    def box_from_degrees(self, box: Box) -> Box:
        """The box round a box in degrees, in the layer's coordinates."""
        return _box_through(self.from_degrees, box)


def reference_of(layer: ogr.Layer, layer_name: str, extent: Optional[Box], given: str) -> Reference:
    """The layer's coordinate system: given by a person, by the file, or by magnitude.

    Raises :class:`InputError` when the coordinates cannot be in it, and
    :class:`UndecidedInput` when only a person can know.
    """
    notes: List[Text] = []
    system = layer.GetSpatialRef()
    if given:
        system = reference_named(given)
    elif not says_something(system):
        guessed = _by_magnitude(layer_name, extent)
        system = reference_named(guessed)
        notes.append(
            text(
                "{layer} names no coordinate system; by the size of its coordinates it was read "
                "as {crs}.",
                layer=layer_name,
                crs=guessed,
            )
        )
    name = _name(system)
    if not serves_as_cgcs2000(system):
        raise other_datum(layer_name, name)
    if extent is not None:
        check_extent(system, layer_name, name, extent)
    return _reference(system, name, notes)


def _reference(system: osr.SpatialReference, name: str, notes: List[Text]) -> Reference:
    """Longitudes and latitudes are the system's own: nothing is shifted between datums."""
    plane, degrees = longitude_first(system.Clone()), longitude_first(system.CloneGeogCS())
    there = osr.CoordinateTransformation(plane, degrees)
    back = osr.CoordinateTransformation(degrees, plane)
    zone = _zone(system)
    by_formula = bool(system.IsGeographic()) or zone is not None
    return Reference(name, zone, by_formula, there, back, tuple(notes))


def _zone(system: osr.SpatialReference) -> Optional[Tuple[int, float]]:
    """3° zone and false easting of a Gauss-Krüger plane, 6° ones too; None for any other.

    The central meridians of 6° zones are central meridians of 3° zones.
    """
    if not is_gauss_krueger(system):
        return None
    meridian = system.GetProjParm(osr.SRS_PP_CENTRAL_MERIDIAN, 0.0)
    plain = (
        system.GetProjParm(osr.SRS_PP_SCALE_FACTOR, 1.0) == 1
        and system.GetProjParm(osr.SRS_PP_LATITUDE_OF_ORIGIN, 0.0) == 0
        and system.GetProjParm(osr.SRS_PP_FALSE_NORTHING, 0.0) == 0
        and system.GetLinearUnits() == 1
        and meridian % 3 == 0
    )
    if not plain:
        return None
    return int(meridian) // 3, system.GetProjParm(osr.SRS_PP_FALSE_EASTING, FALSE_EASTING_M)


def _name(system: osr.SpatialReference) -> str:
    code = system.GetAuthorityCode(None)
    return f"{system.GetAuthorityName(None)}:{code}" if code else str(system.GetName())


def check_extent(system: osr.SpatialReference, layer_name: str, name: str, extent: Box) -> None:
    """Raise :class:`InputError` when coordinates cannot be in the system (``name``)."""
    if not all(math.isfinite(value) for value in extent):
        raise InputError(text("{layer} has coordinates that are not numbers.", layer=layer_name))
    if system.IsGeographic():
        if not can_be_degrees(extent):
            raise InputError(
                text(
                    "{layer} says it is in degrees ({crs}), but its coordinates are metres. Give "
                    "it the right coordinate system.",
                    layer=layer_name,
                    crs=name,
                )
            )
        return
    if can_be_degrees(extent):
        raise InputError(
            text(
                "{layer} says it is in metres ({crs}), but its coordinates are degrees. Give it "
                "the right coordinate system.",
                layer=layer_name,
                crs=name,
            )
        )
    _check_zone(system, layer_name, name, extent)


def _check_zone(system: osr.SpatialReference, layer_name: str, name: str, extent: Box) -> None:
    """Eastings with a zone number read as if they had none lie 39 000 km away."""
    if not is_gauss_krueger(system):
        return
    middle_m = system.GetProjParm(osr.SRS_PP_FALSE_EASTING, FALSE_EASTING_M)
    farthest_m = max(abs(extent[0] - middle_m), abs(extent[2] - middle_m))
    if farthest_m <= _FARTHEST_M:
        return
    raise InputError(
        text(
            "{layer} says it is in {crs}, but its eastings lie {distance} km from that zone's "
            "middle ({left} … {right}). Give it the coordinate system of the right zone, with or "
            "without zone number.",
            layer=layer_name,
            crs=name,
            distance=round(farthest_m / 1000),
            left=round(extent[0]),
            right=round(extent[2]),
        )
    )


def _by_magnitude(layer_name: str, extent: Optional[Box]) -> str:
    """The EPSG code by the layer's box; one that spans zones or has strays does not tell it."""
    if extent is not None and can_be_degrees(extent):
        return LONLAT_CRS
    family = "" if extent is None else family_of(extent)
    if extent is not None and family == PREFIXED:
        return prefixed_code(zone_before(extent[0]))
    raise UndecidedInput(
        text(
            "{layer} names no coordinate system, and the size of its coordinates does not tell "
            "it. Give its .prj file or set its coordinate system.",
            layer=layer_name,
        ),
        "crs",
        PLAIN_CHOICES if family == PLAIN else ALL_CHOICES,
    )


def _box_through(way: osr.CoordinateTransformation, box: Box) -> Box:
    """The box round a box's sides after a transformation; sides may bend, so points are many."""
    left, bottom, right, top = box
    xs = [left + (right - left) * step / _STEPS for step in range(_STEPS + 1)]
    ys = [bottom + (top - bottom) * step / _STEPS for step in range(_STEPS + 1)]
    sides = [(x, y) for x in xs for y in (bottom, top)] + [
        (x, y) for y in ys for x in (left, right)
    ]
    moved = way.TransformPoints(sides)
    east, north = [point[0] for point in moved], [point[1] for point in moved]
    return min(east), min(north), max(east), max(north)
