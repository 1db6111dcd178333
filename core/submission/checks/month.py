"""The month as a whole: is there something to hand up, and in time."""

from __future__ import annotations

from typing import Iterator

from ...legality import unanswered
from ...model import Severity
from ...oversight.calendar import county_deadline
from ...text import text
from ..work import MonthWork
from .registry import Offence, check


@check("month-has-patches", Severity.ERROR, text("The month has patches to hand up"))
def _has_patches(work: MonthWork) -> Iterator[Offence]:
    if not work.patches:
        yield "", text("There is no land patch of {month} to hand up.", month=work.month)


@check("deadline", Severity.NOTICE, text("The month's deadline has not passed"))
def _deadline(work: MonthWork) -> Iterator[Offence]:
    deadline = county_deadline(work.month, work.plan)
    if work.today > deadline:
        yield (
            "",
            text(
                "The deadline of {month} was {deadline}.",
                month=work.month,
                deadline=deadline.isoformat(),
            ),
        )


@check("minerals", Severity.NOTICE, text("Mineral patches have a calendar of their own"))
def _minerals(work: MonthWork) -> Iterator[Offence]:
    if not work.mineral_count:
        return
    calendar, left = work.plan.mineral_calendar, _unjudged(work)
    if calendar is None:
        yield (
            "",
            text(
                "{count} mineral patches of {month} are not part of this package.",
                count=work.mineral_count,
                month=work.month,
            ),
        )
    else:
        yield (
            "",
            text(
                "{count} mineral patches of {month} are not part of this package; they are filled "
                "in by {day}, and {left} of their parcels are not judged yet.",
                count=work.mineral_count,
                month=work.month,
                day=calendar.fill_by(work.month).isoformat(),
                left=left,
            ),
        )


def _unjudged(work: MonthWork) -> int:
    return sum(one.county_verdict is None for one in work.mineral_dossiers)


@check("mineral-verdict", Severity.NOTICE, text("Verdicts on mineral patches are answered for"))
def _mineral_verdicts(work: MonthWork) -> Iterator[Offence]:
    for dossier in work.mineral_dossiers:
        gaps = tuple(one.kind.label for one in unanswered(dossier, work.plan))
        if gaps:
            yield (
                dossier.parcel.number,
                text("Mineral patch; still to be answered: {what}", what=gaps),
            )
