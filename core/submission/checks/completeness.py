"""What the verdict has to answer: documents, boundaries, actor, use and what else the plan asks."""

from __future__ import annotations

from typing import Iterator

from ...legality import unanswered
from ...model import Severity
from ...text import text
from ..work import MonthWork
from .registry import Offence, check


def _open(work: MonthWork, required: bool) -> Iterator[Offence]:
    for dossier in work.dossiers:
        names = tuple(one.kind.label for one in unanswered(dossier, work.plan, required))
        if names:
            yield dossier.parcel.number, text("Missing: {what}", what=names)


@check("verdict-complete", Severity.ERROR, text("Every verdict has what it has to answer"))
def _required(work: MonthWork) -> Iterator[Offence]:
    yield from _open(work, required=True)


@check("verdict-evidence", Severity.WARNING, text("Every verdict has what it should answer"))
def _wanted(work: MonthWork) -> Iterator[Offence]:
    yield from _open(work, required=False)
