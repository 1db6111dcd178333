"""乡镇: in which town a parcel lies, as the issued row or the land-use layer says."""

from __future__ import annotations

import json
from typing import Dict, Sequence

from ..plan import Plan


def town_in(location: str, endings: Sequence[str]) -> str:
    """The town at the start of a location such as ``虚构镇甲村``; empty when it names none."""
    # An ending at the very start is part of a name, as in 镇前镇.
    ends = [location.find(one, 1) + len(one) for one in endings if one in location[1:]]
    return location[: min(ends)] if ends else ""


class Towns:
    """Towns by the fields and endings of the plan (``submission.json``, ``towns``); of many
    parcels, a location is looked at once."""

    def __init__(self, plan: Plan) -> None:
        towns = plan.section("submission").at("towns")
        self._fields, self._endings = towns.texts("fields"), towns.texts("endings")
        self._known: Dict[str, str] = {}

    def of(self, issued: str, location: str) -> str:
        """The town that the issued row (as JSON), else the location names; empty without one."""
        for name in self._fields:
            if name in issued:  # reading the JSON takes a hundred times as long
                found = str(json.loads(issued).get(name, "")).strip()
                if found:
                    return found
        if location not in self._known:
            self._known[location] = town_in(location, self._endings)
        return self._known[location]
