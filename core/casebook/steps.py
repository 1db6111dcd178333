"""A journal entry on its way into the tables, and a subject's state as entries name it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Dict, List, Mapping, Optional

from .geopackage import blob_from_wkb
from .journal import Recorded

State = Optional[Dict[str, Any]]
ASKED_AT_ONCE = 500


@dataclass(frozen=True)
class Step:
    """A journal entry and the geometry that belongs to it, if any."""

    entry: Recorded
    geometry: Optional[bytes] = None
    geometries: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def new(self) -> Dict[str, Any]:
        """The state after the entry; empty when it takes something away."""
        return self.entry.new or {}

    @property
    def blob(self) -> Optional[bytes]:
        """The geometry as the tables hold it."""
        return None if self.geometry is None else blob_from_wkb(self.geometry)


def in_parts(numbers: List[str]) -> List[List[str]]:
    """Numbers in portions that one question of SQLite can hold."""
    return [numbers[at : at + ASKED_AT_ONCE] for at in range(0, len(numbers), ASKED_AT_ONCE)]
