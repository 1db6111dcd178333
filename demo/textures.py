"""Tileable noise, computed once: fine grain, tree crowns, wet and dry patches."""

from __future__ import annotations

import numpy as np

from .chance import rng


class Textures:
    """Noise of mean 0 and deviation 1; each kind repeats at a period of its own."""

    def __init__(self, seed: int) -> None:
        self._fine = _noise(rng(seed, "fine"), 701, 0.9, 2.5)
        self._canopy = _noise(rng(seed, "canopy"), 1009, 2.6, 6.0)
        self._blotch = 0.7 * _noise(rng(seed, "blotch"), 1531, 14.0, 80.0)
        self._blotch += 0.7 * _noise(rng(seed, "patchy"), 1531, 5.0, 14.0)
        self._grain = _noise(rng(seed, "grain"), 613, 0.3, 1.0)

    def fine(self, start: int, rows: int, columns: int) -> np.ndarray:
        """Grain of a pixel or two: clods, stalks."""
        return _cut(self._fine, start, rows, columns)

    def canopy(self, start: int, rows: int, columns: int) -> np.ndarray:
        """Blobs as large as tree crowns."""
        return _cut(self._canopy, start, rows, columns)

    def blotch(self, start: int, rows: int, columns: int) -> np.ndarray:
        """Soil that is wetter here and drier there."""
        return _cut(self._blotch, start, rows, columns)

    def grain(self, start: int, rows: int, columns: int) -> np.ndarray:
        """Noise of the sensor."""
        return _cut(self._grain, start, rows, columns)


def _cut(tile: np.ndarray, start: int, rows: int, columns: int) -> np.ndarray:
    side = len(tile)
    band = tile[np.arange(start, start + rows) % side]
    return np.tile(band, (1, columns // side + 1))[:, :columns]


def _noise(
    chance: np.random.Generator, side: int, smallest_px: float, largest_px: float
) -> np.ndarray:
    """White noise kept between two feature sizes (in pixels), seamless at its edges."""
    spectrum = np.fft.rfft2(chance.standard_normal((side, side)))
    frequency = np.hypot(np.fft.fftfreq(side)[:, None], np.fft.rfftfreq(side)[None, :])
    keep = np.exp(-((frequency * smallest_px * 2) ** 2))
    keep *= 1 - np.exp(-((frequency * largest_px * 2) ** 2))
    noise = np.fft.irfft2(spectrum * keep, s=(side, side))
    return (noise / noise.std()).astype(np.float32)
