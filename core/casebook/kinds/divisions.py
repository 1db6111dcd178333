"""Parcels that give way to others: how the tables change, and what is left to read of them.

A parcel that is divided or put together with others leaves ``parcels`` with everything that
was said of it, and waits in ``former_parcels``; taken back, it returns as it was.
"""

from __future__ import annotations

import json
from typing import Any, Dict, List, Optional, Sequence, Tuple

from sqlalchemy import Connection, delete, func, insert, select, tuple_

from ...mu import mu_from_m2, round_half_up
from ..geopackage import blob_from_wkb
from ..steps import State, Step
from ..tables import ABOUT_PARCELS, former_parcels, parcels, patches
from .mu import mu_per_m2

Key = Tuple[str, str]
"""Number of a parcel, and SHA-256 of its outline."""
_OF_PARCEL = [column for column in parcels.c if column.name != "fid"]
_STATE = (
    parcels.c.number,
    parcels.c.patch_number,
    parcels.c.area_m2,
    parcels.c.geometry_sha256,
    parcels.c.adjusted_mu,
)


def apply(connection: Connection, steps: Sequence[Step]) -> None:
    """Put the parcels after each entry in the place of those before it.

    A parcel is known by its number and outline: two people who divided one patch may have given
    one number to different land.
    """
    for step in steps:
        before, after = _by_outline(step.entry.old), _by_outline(step.entry.new)
        _retire(connection, giving_way(step.entry.old, step.entry.new))
        coming = [key for key in after if key not in before]
        back = _bring_back(connection, coming)
        _add(connection, step, [after[key] for key in coming if key not in back])


def giving_way(old: State, new: State) -> List[str]:
    """The numbers of the parcels in ``old`` that ``new`` does not have with their outlines."""
    after = _by_outline(new)
    return [key[0] for key in _by_outline(old) if key not in after]


def _by_outline(state: State) -> Dict[Key, Dict[str, Any]]:
    facts = (state or {"parcels": []})["parcels"]
    return {(one["number"], one["geometry_sha256"]): one for one in facts}


def _retire(connection: Connection, numbers: List[str]) -> None:
    rows = connection.execute(select(*_OF_PARCEL).where(parcels.c.number.in_(numbers)))
    former = [
        {**row, "shelf": json.dumps(_take_off(connection, row["number"]), ensure_ascii=False)}
        for row in rows.mappings().all()
    ]
    if former:
        connection.execute(insert(former_parcels), former)
        connection.execute(delete(parcels).where(parcels.c.number.in_(numbers)))


def _take_off(connection: Connection, number: str) -> Dict[str, List[Dict[str, Any]]]:
    """Everything that is said of a parcel, by table; it is no longer said there."""
    shelf = {}
    for table in ABOUT_PARCELS:
        is_it = table.c.parcel_number == number
        query = select(table).where(is_it).order_by(*table.primary_key)
        rows = [dict(row) for row in connection.execute(query).mappings()]
        if rows:
            shelf[table.name] = rows
            connection.execute(delete(table).where(is_it))
    return shelf


def _bring_back(connection: Connection, keys: List[Key]) -> List[Key]:
    columns = tuple_(former_parcels.c.number, former_parcels.c.geometry_sha256)
    rows = connection.execute(select(former_parcels).where(columns.in_(keys))).mappings().all()
    for row in rows:
        facts = dict(row)
        shelf = json.loads(facts.pop("shelf"))
        if facts["adjusted_mu"] is None:  # a mu may be another one by now
            facts["area_mu"] = float(mu_from_m2(facts["area_m2"], mu_per_m2(connection)))
        connection.execute(insert(parcels), facts)
        for table in ABOUT_PARCELS:
            if table.name in shelf:
                connection.execute(insert(table), shelf[table.name])
    connection.execute(delete(former_parcels).where(columns.in_(keys)))
    return [(row["number"], row["geometry_sha256"]) for row in rows]


def _add(connection: Connection, step: Step, coming: List[Dict[str, Any]]) -> None:
    columns = (patches.c.month, patches.c.kind)
    owner = connection.execute(select(*columns).where(patches.c.number == step.entry.subject))
    month, kind = owner.one()
    factor = mu_per_m2(connection)
    rows = []
    for facts in coming:
        mu = facts["adjusted_mu"] or mu_from_m2(float(facts["area_m2"]), factor)
        wkb = step.geometries.get(facts["number"])
        rows.append(
            {
                **facts,
                "month": month,
                "kind": kind,
                "area_m2": float(facts["area_m2"]),
                "area_mu": float(mu),
                "category": "",
                "subcategory": "",
                "geom": None if wkb is None else blob_from_wkb(wkb),
            }
        )
    if rows:
        connection.execute(insert(parcels), rows)


def current(connection: Connection, patch_numbers: List[str]) -> Dict[str, State]:
    """The parcels of each patch as an entry of the journal names them."""
    query = (
        select(*_STATE)
        .where(parcels.c.patch_number.in_(patch_numbers))
        .order_by(func.length(parcels.c.number), parcels.c.number)
    )
    found: Dict[str, Optional[Dict[str, Any]]] = {}
    for row in connection.execute(query).mappings():
        facts = {**row, "area_m2": str(round_half_up(row["area_m2"]))}
        state = found.setdefault(row["patch_number"], {"parcels": []})
        if state is not None:
            state["parcels"].append(facts)
    return found
