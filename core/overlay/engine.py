"""What a chunk of parcels lies on, measured at once; what cannot be proved right is left out."""

from __future__ import annotations

from typing import Any, List, Optional, Sequence
from weakref import WeakKeyDictionary

import numpy as np

from ..geometry import Box
from ..model import Parcel
from ..plan import Plan
from .around import outside_extent_m2
from .chunks import Chunk
from .figures import ALL_DOCUMENTS, Measured, Piece, document_of
from .files import FileSource
from .laying import Laid, lay_areas, lay_partition
from .near import AnyReader, Near, NearReader, together
from .nearest import nearest_m
from .rtree import RtreeReader
from .rules import Ground, Rules
from .source import LayerSource

Array = Any
# What was read of a file stays with it: a parcel that is measured alone finds it warm.
_INDEXED: WeakKeyDictionary[FileSource, Optional[RtreeReader]] = WeakKeyDictionary()


class Engine:
    """Measures chunks against the layers of all roles."""

    def __init__(self, land_use: Ground, others: Sequence[Ground], plan: Plan) -> None:
        self._rules = Rules(land_use, plan)
        self._within_m = float(plan.area_rules.nearest_within_m)
        self._land_use = land_use
        self._others = others
        self._readers = {
            ground.role.code: [reader_of(source) for source in ground.sources]
            for ground in (land_use, *others)
        }

    def measure(self, chunk: Chunk, parcels: Sequence[Parcel]) -> List[Optional[Measured]]:
        """What was measured of the chunk's plain parcels; ``None`` for those in doubt.

        ``parcels`` is the whole that the chunk's places are in.
        """
        if not chunk.plain:
            return []
        found = [Measured() for _ in chunk.plain]
        boxes: List[Box] = [(a, b, c, d) for a, b, c, d in chunk.batch.boxes_deg.tolist()]
        areas = chunk.batch.edges.area.tolist()
        for one, at, box, area_m2 in zip(found, chunk.plain, boxes, areas):
            one.notes += self._rules.area_notes(parcels[at], area_m2)
            one.notes += self._rules.land_use_notes(box)
        near = self._near(self._land_use, chunk)
        laid = lay_partition(chunk.batch, near)
        _add_pieces(found, laid, near)
        doubtful = laid.doubtful
        for ground in self._others:
            doubtful |= self._lay_other(ground, chunk, found)
        return [None if doubt else one for one, doubt in zip(found, doubtful.tolist())]

    def _lay_other(self, ground: Ground, chunk: Chunk, found: List[Measured]) -> Array:
        if not self._rules.tells(ground):
            for one in found:
                one.notes.append(self._rules.untold(ground))
            return np.zeros(len(found), bool)
        near = self._near(ground, chunk)
        laid = lay_areas(chunk.batch, near)
        role = ground.role.code
        if ground.role.part == "approval":
            _add_approvals(found, laid, near, role)
            return laid.doubtful
        covered = np.bincount(laid.parcel, laid.area_m2, len(found)).tolist()
        for one, area_m2 in zip(found, covered):
            one.of_which[role] = area_m2
        return laid.doubtful

    def surround(self, chunk: Chunk, found: Sequence[Measured], nearest: bool) -> None:
        """Add what lies round the chunk's plain parcels to what was measured of them."""
        for ground in (self._land_use, *self._others):
            if not chunk.plain or not self._rules.tells(ground):
                continue
            outside = outside_extent_m2(chunk.batch, ground.boxes_deg)
            for at, area_m2 in outside.items():
                found[at].outside_extent_m2[ground.role.code] = area_m2
            if nearest and ground.role.part == "of_which":
                self._add_nearest(ground, chunk, found)

    def _add_nearest(self, ground: Ground, chunk: Chunk, found: Sequence[Measured]) -> None:
        role = ground.role.code
        free = [at for at, one in enumerate(found) if not one.of_which.get(role)]
        layers = list(zip(self._readers[role], ground.sources))
        distances = nearest_m(chunk.batch, free, layers, self._within_m)
        for at, distance in distances.items():
            found[at].nearest_m[role] = distance

    def _near(self, ground: Ground, chunk: Chunk) -> Near:
        readers = self._readers[ground.role.code]
        batch = chunk.batch
        return together([one.near(batch.boxes_deg, batch.zone) for one in readers])


def reader_of(source: LayerSource) -> NearReader:
    """The fastest way to ask a source; an indexed file's is kept as long as the source lives."""
    if not isinstance(source, FileSource):
        return AnyReader(source)
    if source not in _INDEXED:
        _INDEXED[source] = RtreeReader.of(source)
    return _INDEXED[source] or AnyReader(source)


def _add_pieces(found: List[Measured], laid: Laid, near: Near) -> None:
    source, number = near.order[laid.feature].T
    order = np.lexsort((number, source, laid.parcel))
    columns = (laid.parcel, laid.feature, number, laid.area_m2)
    for parcel, feature, fid, area_m2 in zip(*(column[order].tolist() for column in columns)):
        found[parcel].pieces.append(Piece.of(fid, near.fields(feature), area_m2))


def _add_approvals(found: List[Measured], laid: Laid, near: Near, role: str) -> None:
    for one in found:
        one.approvals[role, ALL_DOCUMENTS] = 0.0
    rows = zip(laid.parcel.tolist(), laid.feature.tolist(), laid.area_m2.tolist())
    for parcel, feature, area_m2 in rows:
        approvals = found[parcel].approvals
        document = document_of(near.fields(feature))
        for key in ((role, ALL_DOCUMENTS), (role, document)):
            approvals[key] = approvals.get(key, 0.0) + area_m2
