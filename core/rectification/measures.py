"""What does not fit together in the measures of one parcel. Nothing of it is clipped."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Iterator, Optional, Tuple

from ..model import Dossier, Severity
from ..plan import CountsAs, Plan
from ..rectified import Measure, Progress
from ..text import Text, text
from .amounts import NOTHING, added, recultivated, whole_parcel
from .basis import effective_verdict, has_changed, is_illegal
from .cutoff import by_cutoff
from .history import holding
from .registry import countys


def measures_of(dossier: Dossier) -> Tuple[Measure, ...]:
    """The measures that hold."""
    return holding(dossier.put_right).measures


@countys("rectified-way", Severity.ERROR, text("The ways of putting right are the plan's"))
def _way(dossier: Dossier, plan: Plan, today: date) -> Iterator[Text]:
    for one in measures_of(dossier):
        if one.way not in plan.rectification_rules.ways:
            yield text("The plan has no way “{code}”.", code=one.way)


@countys(
    "rectified-recultivated", Severity.ERROR, text("Not more is recultivated than was demolished")
)
def _recultivated(dossier: Dossier, plan: Plan, today: date) -> Iterator[Text]:
    ways = plan.rectification_rules.ways
    torn = [
        one
        for one in measures_of(dossier)
        if one.way in ways and ways[one.way].counts_as is CountsAs.DEMOLISHED
    ]
    again, cleared = recultivated(measures_of(dossier)), added(torn).mu
    if again > cleared:
        yield text(
            "Recultivated: {again} mu; demolished: {cleared} mu. More cannot be cultivated again "
            "than was cleared.",
            again=again,
            cleared=cleared,
        )


@countys("rectified-sum", Severity.ERROR, text("The measures are not more than what is illegal"))
def _sum(dossier: Dossier, plan: Plan, today: date) -> Iterator[Text]:
    if not is_illegal(dossier, plan):
        return
    whole, all_ways = whole_parcel(dossier, plan), added(measures_of(dossier))
    most = plan.area_rules.identity_tolerance_mu
    for what, mine, its in (
        (text("area"), all_ways.mu, whole.mu),
        (text("cultivated land"), all_ways.cultivated_mu, whole.cultivated_mu),
        (text("basic farmland"), all_ways.basic_farmland_mu, whole.basic_farmland_mu),
    ):
        if mine is not None and its is not None and mine - its > most:
            yield text(
                "The measures have {mine} mu of {what}, the parcel has {its} mu.",
                mine=mine,
                what=what,
                its=its,
            )


@countys("rectified-nested", Severity.ERROR, text("No part of a measure is larger than the whole"))
def _nested(dossier: Dossier, plan: Plan, today: date) -> Iterator[Text]:
    for one in measures_of(dossier):
        for what, part in (
            (text("cultivated land"), one.cultivated_mu),
            (text("basic farmland"), one.basic_farmland_mu),
        ):
            if part > one.area_mu:
                yield text(
                    "{way}: {part} mu of {what} in {whole} mu.",
                    way=plan.rectification_rules.way_label(one.way),
                    part=part,
                    what=what,
                    whole=one.area_mu,
                )


@countys(
    "rectified-share", Severity.ERROR, text("The cultivated land of what is cleared is recorded")
)
def _share(dossier: Dossier, plan: Plan, today: date) -> Iterator[Text]:
    """What is cleared beyond all other land of the parcel can only be cultivated land of it."""
    if not is_illegal(dossier, plan):
        return
    whole, all_ways = whole_parcel(dossier, plan), added(measures_of(dossier))
    most = plan.area_rules.identity_tolerance_mu
    for what, mine, its in (
        (text("cultivated land"), all_ways.cultivated_mu, whole.cultivated_mu),
        (text("basic farmland"), all_ways.basic_farmland_mu, whole.basic_farmland_mu),
    ):
        least = None if its is None else all_ways.mu - (whole.mu - its)
        if mine is not None and least is not None and least - mine > most:
            yield text(
                "The measures clear {cleared} of {whole} mu with {its} mu of {what}: at least "
                "{least} mu of it, but {mine} mu are recorded.",
                cleared=all_ways.mu,
                whole=whole.mu,
                its=its,
                what=what,
                least=least,
                mine=mine,
            )


@countys("rectified-done", Severity.WARNING, text("What is done has its day, and it has come"))
def _done(dossier: Dossier, plan: Plan, today: date) -> Iterator[Text]:
    for one in measures_of(dossier):
        way = plan.rectification_rules.way_label(one.way)
        if one.progress is not Progress.DONE and one.done_on:
            yield text("{way}: it has a day on which it was done, and is not done.", way=way)
        elif one.progress is Progress.DONE and not one.done_on and not one.document_date:
            yield text("{way}: the day on which it was done is missing.", way=way)
        elif one.progress is Progress.DONE and one.area_mu == NOTHING:
            yield text("{way}: the area is missing.", way=way)
        for day in (one.done_on, one.document_date):
            if day > today.isoformat():
                yield text("{way}: {day} is still to come.", way=way, day=day)


@countys("rectified-in-time", Severity.WARNING, text("What is done was done by the cut-off"))
def _in_time(dossier: Dossier, plan: Plan, today: date) -> Iterator[Text]:
    for one in by_cutoff(dossier, plan):
        for why in one.late:
            way = plan.rectification_rules.way_label(one.measure.way)
            yield text("{way}: {why}. It does not count as put right.", way=way, why=why)


@countys("rectified-evidence", Severity.NOTICE, text("What is done has all that it needs"))
def _evidence(dossier: Dossier, plan: Plan, today: date) -> Iterator[Text]:
    for one in by_cutoff(dossier, plan):
        if one.missing and one.measure.progress is Progress.DONE:
            way = plan.rectification_rules.way_label(one.measure.way)
            yield text("{way}: {missing}. It does not count yet.", way=way, missing=one.missing)


@countys(
    "rectified-verdict", Severity.WARNING, text("The rectification answers the verdict of today")
)
def _verdict(dossier: Dossier, plan: Plan, today: date) -> Iterator[Text]:
    recorded = dossier.put_right.rectification
    if recorded is None or not has_changed(recorded, dossier):
        return
    verdict, then = effective_verdict(dossier), recorded.verdict
    yield text(
        "It was recorded for “{then}”; the parcel is judged “{now}” since. Look at it and record "
        "it again.",
        then=_named(then.category, then.subcategory, plan),
        now=_named(verdict.category, verdict.subcategory, plan) if verdict else text("not at all"),
    )


def _named(category: str, subcategory: str, plan: Plan) -> object:
    """What a verdict is called, with its subcategory where it has one."""
    known = plan.category(category)
    term = known.subcategory(subcategory) if known else None
    if known is None:
        return category
    if term is None:
        return known.label
    return text("{category}, {subcategory}", category=known.label, subcategory=term.label)


def share_of(part: Optional[Decimal], whole: Optional[Decimal]) -> Optional[Decimal]:
    """Percent of a whole; ``None`` where either is unknown or there is no whole."""
    return None if part is None or not whole else part / whole * 100
