"""How illegal parcels are put right: what the county answers for, before it hands up."""

from __future__ import annotations

from typing import Iterator

from ...rectification import CHECKS as OF_PARCELS
from ..work import MonthWork
from .registry import Offence, Run, check


def _of_parcels(name: str) -> Run:
    def run(work: MonthWork) -> Iterator[Offence]:
        for dossier in work.dossiers:
            for message in OF_PARCELS[name].run(dossier, work.plan, work.today):
                yield dossier.parcel.number, message

    return run


for _one in OF_PARCELS.values():
    if _one.countys:
        check(_one.name, _one.severity, _one.title)(_of_parcels(_one.name))
