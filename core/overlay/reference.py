"""Which coordinate system a layer is in, and whether its coordinates can be in it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import List, Optional, Tuple

from osgeo import ogr, osr

from ..areas import FALSE_EASTING_M, FLATTENING, METRES_PER_ZONE_PREFIX, SEMI_MAJOR_M
from ..errors import InputError, UndecidedInput
from ..geometry import Box
from ..text import Text, text

# EPSG numbers zones in a row: 3° zones with prefix 25 … 45, without prefix by central
# meridian 75° … 135°, 6° zones with prefix 13 … 23.
ZONES_3, EPSG_OF_ZONE_3 = range(25, 46), 4488
ZONES_6, EPSG_OF_ZONE_6 = range(13, 24), 4478
EPSG_WITHOUT_PREFIX = range(4534, 4555)
# A 6° zone is 334 km wide to each side at the equator; the rest is for what spills over.
_FARTHEST_M = 500_000.0
# WGS 84 differs from CGCS2000 by centimetres, and its flattening in the ninth digit.
_SAME_AXIS_M, _SAME_INVERSE_FLATTENING = 0.5, 0.001
_STEPS = 20


@dataclass(frozen=True)
class Reference:
    """A coordinate system with the ways to and from longitude and latitude on CGCS2000."""

    name: str
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
        system = _from_name(given)
    elif system is None or system.IsLocal():
        guessed = _by_magnitude(layer_name, extent)
        system = _from_name(guessed)
        notes.append(
            text(
                "{layer} names no coordinate system; by the size of its coordinates it was read "
                "as {crs}.",
                layer=layer_name,
                crs=guessed,
            )
        )
    name = _name(system)
    _check_ellipsoid(system, layer_name, name)
    if extent is not None:
        _check_extent(system, layer_name, name, extent)
    return _reference(system, name, notes)


def _reference(system: osr.SpatialReference, name: str, notes: List[Text]) -> Reference:
    """Longitudes and latitudes are the system's own: nothing is shifted between datums."""
    plane, degrees = system.Clone(), system.CloneGeogCS()
    for one in (plane, degrees):
        one.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    there = osr.CoordinateTransformation(plane, degrees)
    back = osr.CoordinateTransformation(degrees, plane)
    return Reference(name, there, back, tuple(notes))


def _from_name(name: str) -> osr.SpatialReference:
    system = osr.SpatialReference()
    try:
        failed = system.SetFromUserInput(name) != 0
    except RuntimeError:  # where GDAL was told to raise
        failed = True
    if failed:
        raise InputError(text("“{crs}” is not a coordinate system that is known here.", crs=name))
    return system


def _name(system: osr.SpatialReference) -> str:
    code = system.GetAuthorityCode(None)
    return f"{system.GetAuthorityName(None)}:{code}" if code else str(system.GetName())


def _check_ellipsoid(system: osr.SpatialReference, layer_name: str, name: str) -> None:
    axis = abs(system.GetSemiMajor() - SEMI_MAJOR_M)
    flattening = abs(system.GetInvFlattening() - 1 / FLATTENING)
    if axis > _SAME_AXIS_M or flattening > _SAME_INVERSE_FLATTENING:
        raise InputError(
            text(
                "{layer} is in {crs}, which is not on CGCS2000. Convert it with your office's "
                "parameters first: without them it would lie up to hundreds of metres off.",
                layer=layer_name,
                crs=name,
            )
        )


def _check_extent(system: osr.SpatialReference, layer_name: str, name: str, extent: Box) -> None:
    if not all(math.isfinite(value) for value in extent):
        raise InputError(text("{layer} has coordinates that are not numbers.", layer=layer_name))
    if system.IsGeographic():
        if not _in_degrees(extent):
            raise InputError(
                text(
                    "{layer} says it is in degrees ({crs}), but its coordinates are metres. Give "
                    "it the right coordinate system.",
                    layer=layer_name,
                    crs=name,
                )
            )
        return
    if _in_degrees(extent):
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
    if system.GetAttrValue("PROJECTION") not in ("Transverse_Mercator", "Gauss_Kruger"):
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


def _in_degrees(extent: Box) -> bool:
    left, bottom, right, top = extent
    return left >= -180 and right <= 180 and bottom >= -90 and top <= 90


def _by_magnitude(layer_name: str, extent: Optional[Box]) -> str:
    if extent is not None and _in_degrees(extent):
        return "EPSG:4490"
    if extent is not None:
        zones = {int(extent[side] // METRES_PER_ZONE_PREFIX) for side in (0, 2)}
        if len(zones) == 1:
            (zone,) = zones
            if zone in ZONES_3:
                return f"EPSG:{EPSG_OF_ZONE_3 + zone}"
            if zone in ZONES_6:
                return f"EPSG:{EPSG_OF_ZONE_6 + zone}"
    raise UndecidedInput(
        text(
            "{layer} names no coordinate system, and the size of its coordinates does not tell "
            "it. Give its .prj file or set its coordinate system.",
            layer=layer_name,
        ),
        "crs",
        tuple(f"EPSG:{code}" for code in EPSG_WITHOUT_PREFIX),
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
