"""Which unit and which town a parcel is counted with.

A unit is who hands up: the sender of the package, else the county of the issued row. Where a
county was renamed, or some of its towns went to another one, the plan's ``units.json`` says so
(``former``), and what was issued under the old code is counted with the new one.
"""

from __future__ import annotations

from typing import Dict, List, Mapping, Sequence, Tuple

from ..oversight import Towns
from ..plan import Plan
from .recorded import ParcelRow


class Places:
    """Units and towns under one plan."""

    def __init__(self, plan: Plan, senders: Dict[str, str]) -> None:
        self._senders = senders
        self._towns = Towns(plan)
        self._names = {one.code: one.label.zh for one in plan.units}
        self._former: Dict[str, List[Tuple[Tuple[str, ...], str]]] = {}
        for unit in plan.units:
            for one in unit.former:
                self._former.setdefault(one.code, []).append((one.towns, unit.code))
        for known in self._former.values():
            known.sort(reverse=True)

    def town(self, row: ParcelRow) -> str:
        """The town that the issued row or the land-use layer names; empty when neither does."""
        return self._towns.of(row.issued, row.location)

    def unit(self, row: ParcelRow, town: str) -> str:
        """The code of the unit."""
        code = self._senders.get(row.patch, row.county_code)
        # Towns that went elsewhere come before the rest of the county.
        for towns, now in self._former.get(code, ()):
            if not towns or town in towns:
                return now
        return code

    def names(self, units: Sequence[str], issued: Mapping[str, str]) -> Dict[str, str]:
        """What units are called, in the order of the plan: by it, else as they were ``issued``."""
        there = set(units)
        known = [code for code in self._names if code in there]
        others = sorted(there.difference(known))
        return {code: self._names.get(code) or issued.get(code) or code for code in known + others}
