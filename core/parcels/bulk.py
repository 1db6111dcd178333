"""Many parcels divided by one layer, each as far as it can be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Container, Iterable, List, Tuple

from ..errors import InputError
from ..geometry import Box, box, multipolygon_from_wkb
from ..progress import SILENT, Progress, check_cancelled
from ..text import Text
from .division import Division, Partition
from .polygons import Cutter, by_polygons
from .rules import DivisionRules


@dataclass(frozen=True)
class Bulk:
    """What came of it: the divisions in the order to be recorded, the parcels that stay as they
    are with the reason, and how many the layer does not divide."""

    divisions: Tuple[Division, ...]
    refused: Tuple[Tuple[str, Text], ...]
    untouched: int


def divide_many(
    partitions: Iterable[Partition],
    cutter_near: Callable[[Box], Cutter],
    rules: DivisionRules,
    left_alone: Container[str] = (),
    progress: Progress = SILENT,
) -> Bulk:
    """Divide every parcel of the patches, except those left alone, by what lies near it.

    ``cutter_near`` is asked with the parcel's box in EPSG:4490.
    """
    divisions: List[Division] = []
    refused: List[Tuple[str, Text]] = []
    untouched = 0
    todo = list(partitions)
    for done, first in enumerate(todo):
        check_cancelled(progress)
        progress.at(done, len(todo))
        partition = first
        for parcel in (one for one in first.parcels if one.number not in left_alone):
            cutter = cutter_near(box(multipolygon_from_wkb(parcel.geometry)))
            try:
                division = by_polygons(partition, parcel.number, cutter, rules)
            except InputError as error:
                refused.append((parcel.number, error.text))
                continue
            if division is None:
                untouched += 1
            else:
                divisions.append(division)
                partition = division.partition_after
    return Bulk(tuple(divisions), tuple(refused), untouched)
