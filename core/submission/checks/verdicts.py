"""The county's verdict: there, of the plan, with a reason."""

from __future__ import annotations

from typing import Iterator, List, Optional, Tuple

from ...model import Dossier, Severity, Verdict
from ...plan import Category
from ...text import text
from ..work import MonthWork
from .registry import Offence, check

Judged = Tuple[Dossier, Verdict, Optional[Category]]


def _judged(work: MonthWork) -> List[Judged]:
    return [
        (one, one.county_verdict, work.plan.category(one.county_verdict.category))
        for one in work.dossiers
        if one.county_verdict is not None
    ]


@check("verdict-present", Severity.ERROR, text("Every parcel has a verdict"))
def _present(work: MonthWork) -> Iterator[Offence]:
    for dossier in work.dossiers:
        if dossier.county_verdict is None:
            yield dossier.parcel.number, text("The county has not judged it.")


@check("verdict-known", Severity.ERROR, text("The verdict is one of the plan's"))
def _known(work: MonthWork) -> Iterator[Offence]:
    for dossier, verdict, category in _judged(work):
        if category is None:
            yield (
                dossier.parcel.number,
                text("The plan has no category “{code}”.", code=verdict.category),
            )
        elif dossier.patch.kind not in category.kinds:
            yield (
                dossier.parcel.number,
                text(
                    "Category {category} is for patches of another kind.",
                    category=category.label,
                ),
            )
        elif verdict.subcategory and category.subcategory(verdict.subcategory) is None:
            yield (
                dossier.parcel.number,
                text(
                    "Category {category} has no subcategory “{code}”.",
                    category=category.label,
                    code=verdict.subcategory,
                ),
            )


@check("verdict-subcategory", Severity.WARNING, text("The verdict has its subcategory"))
def _subcategory(work: MonthWork) -> Iterator[Offence]:
    for dossier, verdict, category in _judged(work):
        if category and category.subcategories and not verdict.subcategory:
            yield (
                dossier.parcel.number,
                text("Category {category} wants a subcategory.", category=category.label),
            )


@check("verdict-reason", Severity.ERROR, text("Every verdict has its reason"))
def _reason(work: MonthWork) -> Iterator[Offence]:
    for dossier, verdict, _ in _judged(work):
        if not verdict.reason.strip():
            yield dossier.parcel.number, text("The verdict gives no reason.")


# No error: refusing the package would push people to conclude without evidence; the plan has the
# final verdict follow by the correction day.
@check("verdict-doubt", Severity.WARNING, text("No parcel is left in doubt"))
def _doubt(work: MonthWork) -> Iterator[Offence]:
    for dossier, verdict, _ in _judged(work):
        if verdict.category in work.schema.undecided:
            yield (
                dossier.parcel.number,
                text(
                    "It is in doubt; the final verdict is due on day {day} of the month.",
                    day=work.plan.calendar.correction_day,
                ),
            )


@check("verdict-plan", Severity.WARNING, text("Verdicts were made under this plan"))
def _plan(work: MonthWork) -> Iterator[Offence]:
    for dossier, verdict, _ in _judged(work):
        if (verdict.plan_id, verdict.plan_sha256) != (work.plan.id, work.plan.sha256):
            yield (
                dossier.parcel.number,
                text(
                    "It was judged under another plan or another version of it ({plan}).",
                    plan=verdict.plan_id,
                ),
            )
