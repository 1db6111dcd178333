"""From the drawing board to the earth.

The county is drawn on a board of integer decimetres (u to the right, v upwards), where lines are
straight and corners meet exactly. A smooth bend then turns the board into Gauss-Krüger metres of
zone 39, so that roads curve and no field is a rectangle, and what met still meets.
"""

from __future__ import annotations

from typing import Tuple

import numpy as np

from ..core import areas
from .chance import rng

ZONE = 39
CENTRE_LON_LAT = (115.5, 36.45)
# (amplitude m, wavelength m, number of waves): the sum of amplitude·2π/wavelength stays below 1,
# so the bend never folds.
_WAVES = ((130.0, 6500.0, 2), (13.0, 1000.0, 3), (0.7, 85.0, 3))
LON_LAT_DECIMALS = 10


class Bend:
    """The bend of one county; ``centre_dm`` is the point of the board that lies on 115.5°E."""

    def __init__(self, seed: int, centre_dm: Tuple[float, float]) -> None:
        chance = rng(seed, "bend")
        self._centre = np.asarray(centre_dm, float)
        self._waves = [
            (amplitude, 2 * np.pi / length, chance.uniform(0, 2 * np.pi, 4))
            for amplitude, length, count in _WAVES
            for _ in range(count)
        ]
        east, north = areas.gauss_project(*np.array(CENTRE_LON_LAT).reshape(2, 1), ZONE)
        self._origin = np.array([east[0], north[0]])
        self._shift = self._displacement(np.zeros((1, 2)))

    def _displacement(self, xy_m: np.ndarray) -> np.ndarray:
        moved = np.zeros_like(xy_m)
        for amplitude, k, (one, other, phase_x, phase_y) in self._waves:
            along = xy_m[:, 0] * np.cos(one) + xy_m[:, 1] * np.sin(one)
            across = xy_m[:, 0] * np.cos(other) + xy_m[:, 1] * np.sin(other)
            moved[:, 0] += amplitude * np.sin(k * along + phase_x)
            moved[:, 1] += amplitude * np.sin(k * across + phase_y)
        return moved

    def to_plane(self, board_dm: np.ndarray) -> np.ndarray:
        """(n, 2) eastings (zone prefix included) and northings in metres, to 0.1 mm."""
        xy_m = (np.asarray(board_dm, float) - self._centre) / 10
        return np.round(self._origin + xy_m + self._displacement(xy_m) - self._shift, 4)


def lon_lat(plane: np.ndarray) -> np.ndarray:
    """Degrees from zone-39 metres, to 0.01 mm, so that equal points stay equal."""
    return np.round(np.column_stack(areas.gauss_unproject(*plane.T, ZONE)), LON_LAT_DECIMALS)


def plane(degrees: np.ndarray) -> np.ndarray:
    """Zone-39 metres from degrees, to 0.1 mm."""
    return np.round(np.column_stack(areas.gauss_project(*degrees.T, ZONE)), 4)
