"""Parcels over layers: the whole of 套合, a chunk of neighbours after another."""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from typing import Deque, Dict, Iterator, List, Mapping, Optional, Sequence, Tuple

from ..errors import InputError
from ..garbage import uncollected
from ..model import Figures, Parcel
from ..plan import Plan
from ..progress import SILENT, Progress, check_cancelled
from ..reading.vector import quiet
from ..text import Text, text
from .chunks import Chunk, chunks_of
from .engine import Engine
from .figures import Measured, figures_of
from .measure import Measurer
from .rules import Ground, astray, older_layers
from .source import LayerSource, unchanged


def overlay_parcels(
    parcels: Sequence[Parcel],
    sources: Sequence[LayerSource],
    plan: Plan,
    progress: Progress = SILENT,
    *,
    threads: int = 1,
    nearest: bool = False,
    first_images: Optional[Mapping[str, str]] = None,
) -> List[Figures]:
    """The figures of each parcel, in the order given.

    Several sources of one role count as one layer, the earlier source first. ``first_images``
    is the ISO date of the earlier image by parcel number: a layer older than it is told. With
    ``nearest`` the distance to protected areas is measured too. The figures are the same with
    any number of ``threads``. Raises :class:`InputError` when there is no land-use layer or a
    layer cannot be read, or was changed meanwhile.
    """
    grounds = _grounds(sources)
    land_use = next((one for one in grounds.values() if one.role.part == "land_use"), None)
    if land_use is None:
        raise InputError(text("Without a land-use layer there is nothing to lay parcels over."))
    others = [ground for ground in grounds.values() if ground is not land_use]
    measurer = Measurer(land_use, others, plan)
    always = [note for source in sources for note in source.notes] + _missing(grounds, plan)
    engine = Engine(land_use, others, plan)
    found: Dict[int, Figures] = {}
    progress.at(0, len(parcels))
    with unchanged(sources), uncollected():
        for chunk, known in _chunks(engine, parcels, progress, threads):
            plain = [
                _surely(measurer, parcels[at], one, progress) for at, one in zip(chunk.plain, known)
            ]
            engine.surround(chunk, plain, nearest)
            rest = [_surely(measurer, parcels[at], None, progress) for at in chunk.others]
            for at, one in zip([*chunk.plain, *chunk.others], [*plain, *rest]):
                one.notes += always
                first_image = (first_images or {}).get(parcels[at].number, "")
                one.notes += older_layers(sources, first_image)
                found[at] = figures_of(parcels[at], one, (), plan)
            progress.at(len(found), len(parcels))
    for said in astray(others, list(found.values())):
        progress.say(said)
    # Only now: a file of a gigabyte is hashed while its features are being measured.
    layers = tuple(source.used for source in sources)
    return [replace(found.pop(at), layers=layers) for at in range(len(parcels))]


def _surely(
    measurer: Measurer, parcel: Parcel, known: Optional[Measured], progress: Progress
) -> Measured:
    """What the engine measured, or where it is in doubt what GEOS measures."""
    if known is not None:
        return known
    check_cancelled(progress)
    with quiet():
        return measurer.measure(parcel)


def _chunks(
    engine: Engine, parcels: Sequence[Parcel], progress: Progress, threads: int
) -> Iterator[Tuple[Chunk, List[Optional[Measured]]]]:
    if threads <= 1:
        for chunk in chunks_of(parcels):
            check_cancelled(progress)
            yield chunk, engine.measure(chunk, parcels)
        return
    with ThreadPoolExecutor(threads) as pool:
        waiting: Deque[Tuple[Chunk, Future[List[Optional[Measured]]]]] = deque()
        for chunk in chunks_of(parcels):
            waiting.append((chunk, pool.submit(engine.measure, chunk, parcels)))
            if len(waiting) > threads:
                check_cancelled(progress)
                first, future = waiting.popleft()
                yield first, future.result()
        for first, future in waiting:
            yield first, future.result()


def _grounds(sources: Sequence[LayerSource]) -> Dict[str, Ground]:
    by_role: Dict[str, List[LayerSource]] = {}
    for source in sources:
        by_role.setdefault(source.role.code, []).append(source)
    return {code: Ground(group[0].role, group) for code, group in by_role.items()}


def _missing(grounds: Dict[str, Ground], plan: Plan) -> List[Text]:
    return [
        text("There is no layer {layer}: its figure is unknown.", layer=role.layer_names[0])
        for role in plan.layer_roles
        if role.required and role.code not in grounds and role.layer_names
    ]
