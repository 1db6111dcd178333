"""Areas on the ellipsoid. The only place that computes an area.

The official area is that of TD/T 1055-2019 (appendix on ellipsoidal areas): CGCS2000, vertices in
the Gauss-Krüger plane of the 3° zone, edges cut there so that no piece is longer than 70 m,
and between the cuts the trapezoid series between latitude and longitude. That series, summed
round a ring, is the shoelace formula in a plane (L, F(B)); :func:`equal_area` maps into that
plane, scaled to metres, so a planar area there *is* the official area, whoever computes it.

Arrays of coordinates are float64, angles in degrees, lengths in metres.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Dict, List, Mapping, Optional, Tuple, TypeVar

import numpy as np

from .geometry import MultiPolygon, Polygon, Ring, box, map_rings, signed_plane_sum

Name = TypeVar("Name", str, Tuple[str, str])

# CGCS2000 (GB 22021-2008).
SEMI_MAJOR_M = 6378137.0
FLATTENING = 1 / 298.257222101
LONGEST_EDGE_M = 70.0
FALSE_EASTING_M = 500_000.0
METRES_PER_ZONE_PREFIX = 1_000_000.0

_E2 = 2 * FLATTENING - FLATTENING**2
_E = float(np.sqrt(_E2))
_SEMI_MINOR_M = SEMI_MAJOR_M * (1 - FLATTENING)
_N = FLATTENING / (2 - FLATTENING)
_RECTIFYING_RADIUS_M = SEMI_MAJOR_M / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64)
# Krüger's series to the fourth power of the third flattening: below 0.01 mm within a 6° zone.
_FORWARD = (
    _N / 2 - 2 / 3 * _N**2 + 5 / 16 * _N**3 + 41 / 180 * _N**4,
    13 / 48 * _N**2 - 3 / 5 * _N**3 + 557 / 1440 * _N**4,
    61 / 240 * _N**3 - 103 / 140 * _N**4,
    49561 / 161280 * _N**4,
)
_INVERSE = (
    _N / 2 - 2 / 3 * _N**2 + 37 / 96 * _N**3 - _N**4 / 360,
    _N**2 / 48 + _N**3 / 15 - 437 / 1440 * _N**4,
    17 / 480 * _N**3 - 37 / 840 * _N**4,
    4397 / 161280 * _N**4,
)
_LATITUDE = (
    2 * _N - 2 / 3 * _N**2 - 2 * _N**3 + 116 / 45 * _N**4,
    7 / 3 * _N**2 - 8 / 5 * _N**3 - 227 / 45 * _N**4,
    56 / 15 * _N**3 - 136 / 35 * _N**4,
    4279 / 630 * _N**4,
)


def _series_of_the_standard() -> Tuple[float, ...]:
    """A … E of TD/T 1055-2019."""
    e2, e4, e6, e8 = _E2, _E2**2, _E2**3, _E2**4
    return (
        1 + 3 / 6 * e2 + 30 / 80 * e4 + 35 / 112 * e6 + 630 / 2304 * e8,
        1 / 6 * e2 + 15 / 80 * e4 + 21 / 112 * e6 + 420 / 2304 * e8,
        3 / 80 * e4 + 7 / 112 * e6 + 180 / 2304 * e8,
        1 / 112 * e6 + 45 / 2304 * e8,
        5 / 2304 * e8,
    )


def _in_powers_of_the_sine() -> Tuple[float, ...]:
    """Factors of sin B, sin³B … sin⁹B in F(B) / a, with sin 3B = 3 sin B − 4 sin³B and so on."""
    a, b, c, d, e = _series_of_the_standard()
    factors = (
        a - 3 * b + 5 * c - 7 * d + 9 * e,
        4 * b - 20 * c + 56 * d - 120 * e,
        16 * c - 112 * d + 432 * e,
        64 * d - 576 * e,
        256 * e,
    )
    return tuple(_SEMI_MINOR_M**2 / SEMI_MAJOR_M * factor for factor in factors)


_IN_SINES = _in_powers_of_the_sine()
_M_PER_DEG = SEMI_MAJOR_M * float(np.radians(1.0))


def zone3(lon_deg: float) -> int:
    """Number of the 3° zone whose central meridian (zone × 3°) is nearest."""
    return int(np.floor((lon_deg + 1.5) / 3))


def gauss_project(lon_deg: Ring, lat_deg: Ring, zone: int) -> Tuple[Ring, Ring]:
    """Gauss-Krüger easting (zone prefix included) and northing in metres, of a 3° zone."""
    lon = np.radians(np.asarray(lon_deg, float) - 3 * zone)
    sin_lat = np.sin(np.radians(np.asarray(lat_deg, float)))
    conformal = np.sinh(np.arctanh(sin_lat) - _E * np.arctanh(_E * sin_lat))
    xi = np.arctan2(conformal, np.cos(lon))
    eta = np.arcsinh(np.sin(lon) / np.hypot(conformal, np.cos(lon)))
    w = xi + 1j * eta
    w = w + sum(c * np.sin(2 * k * w) for k, c in enumerate(_FORWARD, start=1))
    false_easting = zone * METRES_PER_ZONE_PREFIX + FALSE_EASTING_M
    return _RECTIFYING_RADIUS_M * w.imag + false_easting, _RECTIFYING_RADIUS_M * w.real


def gauss_unproject(east_m: Ring, north_m: Ring, zone: int) -> Tuple[Ring, Ring]:
    """Longitude and latitude in degrees from a 3° zone's easting (with prefix) and northing."""
    false_easting = zone * METRES_PER_ZONE_PREFIX + FALSE_EASTING_M
    z = np.asarray(north_m, float) + 1j * (np.asarray(east_m, float) - false_easting)
    z = z / _RECTIFYING_RADIUS_M
    w = z - sum(c * np.sin(2 * k * z) for k, c in enumerate(_INVERSE, start=1))
    xi, eta = w.real, w.imag
    chi = np.arcsin(np.sin(xi) / np.cosh(eta))
    lat = chi + sum(c * np.sin(2 * k * chi) for k, c in enumerate(_LATITUDE, start=1))
    lon = np.arctan2(np.sinh(eta), np.cos(xi))
    return 3 * zone + np.degrees(lon), np.degrees(lat)


def equal_area(lon_deg: Ring, lat_deg: Ring) -> Tuple[Ring, Ring]:
    """(x, y) in metres in the plane where planar area equals the area of TD/T 1055-2019.

    Since 2·sin(kΔB/2)·cos(kBm) = sin kB₂ − sin kB₁, each trapezoid of the standard is
    ΔL·(F(B₂) − F(B₁)) with F(B) = b²(A sin B − B sin 3B + C sin 5B − D sin 7B + E sin 9B). The
    sine of a multiple is a polynomial of the sine, so one sine per point is enough.
    """
    sine = np.sin(np.radians(np.asarray(lat_deg, float)))
    square = sine * sine
    series = square * _IN_SINES[-1] + _IN_SINES[-2]
    for factor in _IN_SINES[-3::-1]:
        series *= square
        series += factor
    series *= sine
    return np.asarray(lon_deg, float) * _M_PER_DEG, series


def from_equal_area(x_m: Ring, y_m: Ring) -> Tuple[Ring, Ring]:
    """Longitude and latitude in degrees of points in the equal-area plane.

    Newton's method for the sine of the latitude: the series is almost straight, and four steps
    are exact to the last bit but one.
    """
    y = np.asarray(y_m, float)
    sine = y / _IN_SINES[0]
    for _ in range(4):
        square = sine * sine
        value, rise = np.zeros_like(sine), np.zeros_like(sine)
        for power in range(len(_IN_SINES) - 1, -1, -1):
            value = value * square + _IN_SINES[power]
            rise = rise * square + (2 * power + 1) * _IN_SINES[power]
        sine = sine - (value * sine - y) / rise
    return np.asarray(x_m, float) / _M_PER_DEG, np.degrees(np.arcsin(sine))


def parallel_scale(y_m: Ring) -> Ring:
    """Metres from west to east on the ground for one in the equal-area plane, at a height there.

    From south to north it is the reciprocal. Good to one part in 10,000.
    """
    sine = np.asarray(y_m, float) / _IN_SINES[0]
    sine = sine / (1 + _IN_SINES[1] / _IN_SINES[0] * sine * sine)
    square = np.minimum(sine * sine, 0.99999)
    return np.sqrt((1 - square) / (1 - _E * _E * square))


def equal_area_ring(ring: Ring, zone: int) -> Ring:
    """A lon/lat ring in the equal-area plane, its long edges cut in the plane of ``zone``."""
    return np.column_stack(equal_area(*cut_long_edges(ring, zone).T))


def zone_of(polygons: MultiPolygon) -> int:
    """Number of the 3° zone in which the middle of these lon/lat polygons lies."""
    left, _, right, _ = box(polygons)
    return zone3((left + right) / 2)


def to_equal_area(polygons: MultiPolygon, zone: Optional[int] = None) -> MultiPolygon:
    """Lon/lat polygons in the equal-area plane, edges cut in the plane of a 3° zone.

    Without ``zone`` it is the zone of their middle. What is laid over something else has to be
    cut in that one's zone: a long edge that both share is then the same line in both.
    """
    chosen = zone_of(polygons) if zone is None else zone
    return map_rings(polygons, lambda ring: equal_area_ring(ring, chosen))


def cut_long_edges(ring: Ring, zone: int) -> Ring:
    """The ring with points added so that no edge is longer than 70 m in the plane of ``zone``.

    Vertices stay as they are; added points lie on the straight line in the Gauss-Krüger plane.
    """
    length_m = np.hypot(
        *np.diff(np.column_stack(gauss_project(ring[:, 0], ring[:, 1], zone)), axis=0).T
    )
    pieces = np.maximum(1, np.ceil(length_m / LONGEST_EDGE_M)).astype(int)
    if not len(pieces) or pieces.max() == 1:
        return ring
    start = np.repeat(np.arange(len(pieces)), pieces)
    step = np.arange(len(start)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    share = (step / pieces[start])[:, None]
    plane = np.column_stack(gauss_project(ring[:, 0], ring[:, 1], zone))
    points = plane[start] * (1 - share) + plane[start + 1] * share
    cut = np.column_stack(gauss_unproject(points[:, 0], points[:, 1], zone))
    cut[step == 0] = ring[:-1]
    return np.vstack([cut, ring[-1:]])


def polygon_area_m2(polygon: Polygon) -> float:
    """Ellipsoidal area of a lon/lat polygon: shell minus holes, whichever way they wind."""
    return multipolygon_area_m2([polygon])


def multipolygon_area_m2(polygons: MultiPolygon) -> float:
    """Ellipsoidal area of valid lon/lat polygons (TD/T 1055-2019), unrounded."""
    if not polygons:
        return 0.0
    return plane_area_m2(to_equal_area(polygons))


def plane_area_m2(polygons: MultiPolygon) -> float:
    """Area of polygons that are already in the equal-area plane.

    A ring counts as it winds, so the lobes of a self-crossing ring cancel: comparing with the
    repaired polygon's area shows whether the repair changes the land.
    """
    total = 0.0
    for shell, *holes in polygons:
        total += abs(signed_plane_sum([shell]))
        total -= sum(abs(signed_plane_sum([hole])) for hole in holes)
    return total


def adjust(parts: Mapping[Name, Decimal], total: Decimal) -> Dict[Name, Decimal]:
    """平差: the parts, rounded to the digits of ``total``, changed so that they sum to it.

    The difference is shared in proportion, rounded, and what remains goes in steps of the last
    digit to the largest parts first. Zero stays zero: what is not there gains nothing.
    Raises ``ValueError`` if a part or the total is negative or nothing can take the difference.
    """
    digits = -int(total.as_tuple().exponent)
    finest = max([digits, *(-int(part.as_tuple().exponent) for part in parts.values())])
    whole = {name: int(part.scaleb(finest)) for name, part in parts.items()}
    shared = share_out(whole, int(total.scaleb(digits)))
    return {name: Decimal(part).scaleb(-digits) for name, part in shared.items()}


def share_out(parts: Mapping[Name, int], total: int) -> Dict[Name, int]:
    """:func:`adjust` in whole steps of the total's last digit; the parts' may be finer ones.

    A share is part · total / (sum of the parts), rounded half up.
    """
    if total < 0 or any(part < 0 for part in parts.values()):
        raise ValueError("a part or the total is negative")
    whole = sum(parts.values())
    if whole == 0 and total != 0:
        raise ValueError("all parts are zero")
    result = {
        name: (2 * part * total + whole) // (2 * whole) if whole else 0
        for name, part in parts.items()
    }
    order = sorted((name for name in parts if parts[name]), key=lambda name: (-parts[name], name))
    _spread_rest(result, order, total)
    return result


def _spread_rest(parts: Dict[Name, int], order: List[Name], total: int) -> None:
    """Change ``parts`` by one step each, in ``order``, until they sum to ``total``.

    Each part was rounded by at most half a step, so at most half of them have to change once,
    and as many were rounded up as would have to give: one round is enough and none falls
    below zero.
    """
    rest = total - sum(parts.values())
    change = 1 if rest > 0 else -1
    for name in order:
        if not rest:
            return
        if parts[name] + change >= 0:
            parts[name] += change
            rest -= change
