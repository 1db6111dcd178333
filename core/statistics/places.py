"""Which unit and which town a parcel is counted with.

A unit is who hands up: the sender of the package, else the county of the issued row. Where a
county was renamed, or some of its towns went to another one, the plan's ``units.json`` says so
(``former``), and what was issued under the old code is counted with the new one.
"""

from __future__ import annotations

import json
from typing import Dict, List, Sequence, Tuple

from ..oversight import town_in
from ..plan import Plan
from .recorded import ParcelRow


class Places:
    """Units and towns under one plan."""

    def __init__(self, plan: Plan, senders: Dict[str, str]) -> None:
        self._senders = senders
        towns = plan.section("submission").at("towns")
        self._fields, self._endings = towns.texts("fields"), towns.texts("endings")
        self._names = {one.code: one.label.zh for one in plan.units}
        self._former: Dict[str, List[Tuple[Tuple[str, ...], str]]] = {}
        for unit in plan.units:
            for one in unit.former:
                self._former.setdefault(one.code, []).append((one.towns, unit.code))

    def town(self, row: ParcelRow) -> str:
        """The town that the issued row or the land-use layer names; empty when neither does."""
        if any(f'"{name}"' in row.issued for name in self._fields):
            issued = json.loads(row.issued)
            for name in self._fields:
                found = str(issued.get(name, "")).strip()
                if found:
                    return found
        return town_in(row.location, self._endings)

    def unit(self, row: ParcelRow, town: str) -> str:
        """The code of the unit."""
        code = self._senders.get(row.patch, row.county_code)
        # Towns that went elsewhere come before the rest of the county.
        for towns, now in sorted(self._former.get(code, ()), reverse=True):
            if not towns or town in towns:
                return now
        return code

    def names(self, units: Sequence[str], rows: Sequence[ParcelRow]) -> Dict[str, str]:
        """What units are called, in the order of the plan: by it, else as they were issued."""
        issued: Dict[str, str] = {row.county_code: row.county_name for row in rows}
        there = set(units)
        known = [code for code in self._names if code in there]
        others = sorted(there.difference(known))
        return {code: self._names.get(code) or issued.get(code) or code for code in known + others}
