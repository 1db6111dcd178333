"""The six flags: answered where they must be, and only there."""

from __future__ import annotations

from typing import Iterator

from ...legality import flags_mandatory
from ...model import Answer, Severity
from ...text import text
from ..work import MonthWork
from .registry import Offence, check

_DECIDED = (Answer.YES, Answer.NO)


@check("flags-answered", Severity.ERROR, text("Flags are answered where they must be"))
def _answered(work: MonthWork) -> Iterator[Offence]:
    for dossier in work.dossiers:
        if not flags_mandatory(dossier, work.plan):
            continue
        missing = tuple(
            term.label
            for term in work.plan.flag_rules.flags
            if dossier.flags.get(term.code) not in _DECIDED
        )
        if missing:
            yield (
                dossier.parcel.number,
                text("To be answered yes or no: {flags}.", flags=missing),
            )


@check("flags-unneeded", Severity.WARNING, text("Flags are left open where they do not apply"))
def _unneeded(work: MonthWork) -> Iterator[Offence]:
    for dossier in work.dossiers:
        if dossier.county_verdict is None or flags_mandatory(dossier, work.plan):
            continue
        if any(answer in _DECIDED for answer in dossier.flags.values()):
            yield (
                dossier.parcel.number,
                text(
                    "Flags are answered although it is not judged as illegal use of "
                    "cultivated land."
                ),
            )
