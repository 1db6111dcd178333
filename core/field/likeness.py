"""A small fingerprint of a picture: nearly the same after resizing and saving anew.

The picture is averaged down to 17 × 16 grey values; each bit says whether a value is brighter
than its left neighbour (a "difference hash"). Written as 64 hexadecimal digits; empty for a
picture of one colour, which is like every other such picture.
"""

from __future__ import annotations

from typing import Dict, List, Optional, Sequence, Tuple

import numpy as np
from osgeo import gdal

SIDE = 16
BITS = SIDE * SIDE
_COLOURS = 3
_ONES = np.array([bin(byte).count("1") for byte in range(256)], np.uint16)


def likeness_of(picture: gdal.Dataset) -> Optional[str]:
    """The fingerprint of an opened picture; empty where there is nothing to see.

    ``None`` (or GDAL's ``RuntimeError``) where its pixels cannot be read.
    """
    grey = np.zeros((SIDE, SIDE + 1), np.float32)
    for number in range(1, min(_COLOURS, picture.RasterCount) + 1):
        raw = picture.GetRasterBand(number).ReadRaster(
            0,
            0,
            picture.RasterXSize,
            picture.RasterYSize,
            SIDE + 1,
            SIDE,
            gdal.GDT_Float32,
            resample_alg=gdal.GRIORA_Average,
        )
        if raw is None:
            return None
        grey += np.frombuffer(raw, np.float32).reshape(grey.shape)
    bits = grey[:, 1:] > grey[:, :-1]
    return np.packbits(bits).tobytes().hex() if bits.any() else ""


def alike(prints: Sequence[str], within_bits: int) -> List[Tuple[int, int]]:
    """The pairs of positions whose fingerprints differ in ``within_bits`` at most.

    Empty fingerprints are like nothing; equal ones pair with the first of their kind.
    """
    first: Dict[str, int] = {}
    pairs = []
    for at, one in enumerate(prints):
        if one and first.setdefault(one, at) != at:
            pairs.append((first[one], at))
    places = list(first.values())
    if len(places) > 1:
        table = np.array([list(bytes.fromhex(prints[at])) for at in places], np.uint8)
        for row in range(len(places) - 1):
            apart = _ONES[table[row + 1 :] ^ table[row]].sum(axis=1)
            for found in np.flatnonzero(apart <= within_bits):
                pairs.append((places[row], places[row + 1 + int(found)]))
    return sorted(pairs)
