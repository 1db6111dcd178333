"""What a mu is in a casebook: its plan's factor, so that list, map, figures and forms agree."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from ...mu import MU_PER_M2, mu_from_m2
from ..tables import meta, parcels

KEY = "mu_per_m2"


def mu_per_m2(connection: Connection) -> Decimal:
    """The factor; casebooks of earlier versions do not name it, theirs is that of the law."""
    named = connection.execute(select(meta.c.value).where(meta.c.key == KEY)).scalar()
    return MU_PER_M2 if named is None else Decimal(named)


def change_mu(connection: Connection, named: str) -> None:
    """Another factor from now on, for the parcels that are there, too.

    What a division has adjusted stays: it adds up to what it was made of.
    """
    if Decimal(named) == mu_per_m2(connection):
        return
    connection.execute(delete(meta).where(meta.c.key == KEY))
    connection.execute(insert(meta), [{"key": KEY, "value": named}])
    plain = parcels.c.adjusted_mu.is_(None)
    rows = connection.execute(select(parcels.c.fid, parcels.c.area_m2).where(plain)).all()
    values = [{"row": fid, "mu": float(mu_from_m2(m2, Decimal(named)))} for fid, m2 in rows]
    if values:
        shown = update(parcels).where(parcels.c.fid == bindparam("row"))
        connection.execute(shown.values(area_mu=bindparam("mu")), values)
