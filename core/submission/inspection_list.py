"""核验表: what waits for the city's inspection, as a table to fill in on a tour and to take in.

Headings are the first names of the plan's (``rectification.json``, ``inspections``), as
:mod:`core.rectification.inspections_table` reads them; nothing of military land is in it.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import List

from ..casebook import Casebook
from ..documents import Column, Kind, Sheet, Value
from ..documents.plain import write_plain_workbook
from ..field.sheet import centre_of
from ..legality import military_patches
from ..model import Dossier
from ..plan import Plan
from ..rectification import Stage, standing
from ..rectification.history import holding

FACTS = {
    "parcel": (22, Kind.TEXT),
    "county": (12, Kind.TEXT),
    "place": (24, Kind.TEXT),
    "centre": (24, Kind.TEXT),
    "illegal_area": (10, Kind.AREA),
    "recultivated": (10, Kind.AREA),
    "applied_on": (12, Kind.DATE),
}
BEFORE, AFTER = ("inspected_on", "inspected_by"), ("result", "missing", "by_when", "note")
FILLED_IN = 16
"""Width of what is filled in, in characters."""


def waiting_parcels(book: Casebook, plan: Plan) -> List[Dossier]:
    """The parcels that wait for the city's inspection, of every month, by county and number."""
    dossiers = book.dossiers()
    hidden = military_patches(dossiers, plan)
    waiting = [
        one
        for one in dossiers
        if one.patch.number not in hidden and standing(one, plan).stage is Stage.APPLIED
    ]
    return sorted(waiting, key=lambda one: (one.patch.county_code, one.parcel.number))


def write_inspection_list(book: Casebook, plan: Plan, path: Path) -> int:
    """Write the table; gives how many parcels are in it.

    :raises OutputError: the file cannot be written.
    """
    waiting, rules = waiting_parcels(book, plan), plan.rectification_rules
    names = {meaning: names[0] for meaning, names in rules.inspections.columns.items()}
    columns = [Column(names[one], width, kind) for one, (width, kind) in FACTS.items()]
    asked = [
        *(names[one] for one in BEFORE),
        *(one.term.label.zh for one in rules.checklist.values()),
        *(names[one] for one in AFTER),
    ]
    columns += [Column(one, FILLED_IN) for one in asked]
    rows = [[*_facts(one, plan), *([""] * len(asked))] for one in waiting]
    sheet = Sheet("核验", "", tuple(columns), rows, unknown="")
    write_plain_workbook(path, [sheet], datetime.now())
    return len(waiting)


def _facts(dossier: Dossier, plan: Plan) -> List[Value]:
    stands, figures = standing(dossier, plan), dossier.figures
    return [
        dossier.parcel.number,
        dossier.patch.county_name,
        figures.location if figures else "",
        centre_of(dossier),
        stands.illegal.mu,
        stands.recultivated_mu,
        # Each of them has applied: that is what it waits for.
        holding(dossier.put_right).applications[-1].on,
    ]
