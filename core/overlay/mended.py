"""Features that are no plain areas, as GEOS makes them valid, for what looks at edges only."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from ..reading.vector import quiet
from .cutting import plane_geometry
from .decoding import shapes_of_wkb
from .near import Near
from .pieces import in_degrees
from .source import LayerSource

Array = Any


def mended(near: Near, source: LayerSource, boxes_deg: Array, zone: int) -> Near:
    """The odd features of ``near`` alone, as valid areas; all others have no rings there.

    ``near`` is what ``source`` has near the boxes. Raises :class:`InputError` for a feature that
    cannot be read, as measuring a parcel on it does.
    """
    parcel, feature = near.pairs
    odd = near.shapes.odd[feature]
    wanted = {int(near.order[number][1]): number for number in np.unique(feature[odd]).tolist()}
    blobs, starts = [b""] * len(near.order), np.full(len(near.order), -1)
    for box in boxes_deg[np.unique(parcel[odd])].tolist():
        if not wanted:
            break
        for one in source.candidates(tuple(box)):
            number = wanted.pop(one.fid, None)
            if number is not None:
                with quiet():
                    area, _ = plane_geometry(one.polygons, zone)
                blobs[number], starts[number] = in_degrees(area, zone), 0
    return replace(near, shapes=shapes_of_wkb(blobs, starts), long={})
