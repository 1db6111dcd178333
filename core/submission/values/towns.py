"""乡镇: in which town or township a parcel lies, as the issued row or the land-use layer says.

Nothing is looked up: where neither names one, it is not known. Which fields and endings are
meant is the plan's (``submission.json``, ``towns``).
"""

from __future__ import annotations

from ...model import Dossier
from ...oversight import town_in
from ..work import MonthWork


def town_of(work: MonthWork, dossier: Dossier) -> str:
    """The name, or the plan's word for a parcel without one."""
    towns = work.schema.towns
    for name in towns.fields:
        found = dossier.patch.issued.get(name, "").strip()
        if found:
            return found
    location = dossier.figures.location if dossier.figures else ""
    return town_in(location, towns.endings) or work.schema.words["no_town"]
