"""Many parcels divided by one layer, each as far as it can be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, List, Tuple

from ..errors import InputError
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
    cutter: Cutter,
    rules: DivisionRules,
    progress: Progress = SILENT,
) -> Bulk:
    """Divide every parcel of the patches by the cutter's areas."""
    divisions: List[Division] = []
    refused: List[Tuple[str, Text]] = []
    untouched = 0
    todo = list(partitions)
    for done, first in enumerate(todo):
        check_cancelled(progress)
        progress.at(done, len(todo))
        partition = first
        for parcel in first.parcels:
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
