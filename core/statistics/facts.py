"""The facts of parcels as columns: what tells them apart, what is so of them, what is added up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Dict, List, Optional, Sequence, Tuple

import numpy as np

from .arrays import Flags, Whole
from .periods import Reach


@dataclass(frozen=True)
class Dimension:
    """Something parcels are told apart by: ``index`` gives each parcel's place in ``values``."""

    values: Tuple[str, ...]
    index: Whole

    @classmethod
    def of(cls, values: Sequence[str]) -> Dimension:
        """From each parcel's own value."""
        places = {value: place for place, value in enumerate(dict.fromkeys(values))}
        index = np.fromiter(map(places.__getitem__, values), dtype=np.int64, count=len(values))
        return cls(tuple(places), index)

    def renamed(self, name: Callable[[str], str]) -> Dimension:
        """The same with other values; those that get the same one are one."""
        found = Dimension.of([name(value) for value in self.values])
        return Dimension(found.values, found.index[self.index])

    def among(self, wanted: Sequence[str]) -> Flags:
        """Which parcels have one of these values."""
        places = [place for place, value in enumerate(self.values) if value in wanted]
        return np.isin(self.index, places)

    def __getitem__(self, at: int) -> str:
        return self.values[int(self.index[at])]


@dataclass(frozen=True)
class Measure:
    """Hundredths of a mu of each parcel; nothing where it is not ``known``."""

    hundredths: Whole
    known: Optional[Flags] = None


def known_of(measure: Measure) -> Flags:
    """Where a measure is known."""
    if measure.known is None:
        return np.ones(len(measure.hundredths), dtype=np.bool_)
    return measure.known


@dataclass(frozen=True)
class Facts:
    """All parcels that are counted, as of the end of ``day``: journal entry ``seq``.

    Land patches only, none of them military; a parcel that gave way to others is not here, nor
    are its successors before it did. ``numbers`` are theirs, or ids of the ledger's old cases.
    ``patch`` is the place of each one's patch; ``reach`` is what was read.
    ``several`` are dimensions of which a parcel may have more than one value, as marks by value;
    ``ways`` are areas put right by way: area and cultivated land.
    """

    day: str
    seq: int
    reach: Reach
    numbers: Tuple[str, ...]
    patch: Whole
    dimensions: Dict[str, Dimension]
    marks: Dict[str, Flags]
    measures: Dict[str, Measure]
    several: Dict[str, Dict[str, Flags]]
    ways: Dict[str, Dict[str, Measure]]
    unit_names: Dict[str, str]

    def __len__(self) -> int:
        return len(self.numbers)

    def months(self) -> List[str]:
        """The months there are, the oldest first; an old case has none, only a year."""
        months = self.dimensions["month"].values
        return sorted(value for value in months if not value.endswith("-00"))

    def numbers_where(self, chosen: Flags) -> Tuple[str, ...]:
        """The parcels that are chosen, by number."""
        return tuple(self.numbers[at] for at in np.flatnonzero(chosen))

    def chosen(self, numbers: Sequence[str]) -> Flags:
        """Which parcels have one of these numbers."""
        wanted = frozenset(numbers)
        return np.array([one in wanted for one in self.numbers], dtype=np.bool_)
