"""What does not fit together in the inspections of one parcel, of the county's and the city's."""

from __future__ import annotations

from datetime import date
from typing import Iterator, Optional

from ..model import Dossier, Severity
from ..plan import Plan
from ..rectified import Acceptance, Measure
from ..text import Text, text
from .amounts import recultivated
from .history import holding
from .measures import measures_of, share_of
from .registry import citys, countys
from .stages import is_inspected


@countys("rectified-inspected", Severity.WARNING, text("The county inspected what was done"))
def _inspected(dossier: Dossier, plan: Plan, today: date) -> Iterator[Text]:
    least = plan.rectification_rules.inspectors.county
    done = max((one.done_on for one in _inspected_ways(dossier, plan)), default="")
    for one in holding(dossier.put_right).preliminary:
        if one.in_place and one.on < done:
            yield text(
                "The county found it in place on {day}; it was done on {done}.",
                day=one.on,
                done=done,
            )
        if len(one.inspectors) < least:
            yield _too_few(one.on, len(one.inspectors), least)
        if one.on > today.isoformat():
            yield text("The county's inspection on {day} is still to come.", day=one.on)


def _inspected_ways(dossier: Dossier, plan: Plan) -> Iterator[Measure]:
    ways = plan.rectification_rules.ways
    return (one for one in measures_of(dossier) if one.way in ways and ways[one.way].inspected)


def _too_few(day: str, count: int, least: int) -> Text:
    return text(
        "The inspection of {day} has {count} inspectors; {least} at least are needed.",
        day=day,
        count=count,
        least=least,
    )


@countys("rectified-applied", Severity.WARNING, text("The county inspects before it applies"))
def _applied(dossier: Dossier, plan: Plan, today: date) -> Iterator[Text]:
    holds = holding(dossier.put_right)
    in_place = sorted(one.on for one in holds.preliminary if one.in_place)
    for one in holds.applications:
        if not in_place or one.on < in_place[0]:
            yield text(
                "The county applied on {day} and had not found it in place by then.", day=one.on
            )
        if one.on > today.isoformat():
            yield text("The application of {day} is still to come.", day=one.on)


@citys("accepted-order", Severity.WARNING, text("The city inspects after the application"))
def _order(dossier: Dossier, plan: Plan, today: date) -> Iterator[Text]:
    holds = holding(dossier.put_right)
    applied = sorted(one.on for one in holds.applications)
    asked = is_inspected(holds, plan.rectification_rules)
    before = ""
    for one in holds.acceptances:
        if not applied and asked:
            yield text("The city inspected on {day}; nobody had applied for it.", day=one.on)
        elif applied and one.on < applied[0]:
            yield text(
                "The city inspected on {day}, before the application of {applied}.",
                day=one.on,
                applied=applied[0],
            )
        if one.on < before:
            yield text(
                "The inspection of {day} stands after that of {before}.", day=one.on, before=before
            )
        if one.on > today.isoformat():
            yield text("The city's inspection on {day} is still to come.", day=one.on)
        before = one.on


@citys("accepted-inspectors", Severity.WARNING, text("Enough people inspected"))
def _inspectors(dossier: Dossier, plan: Plan, today: date) -> Iterator[Text]:
    least = plan.rectification_rules.inspectors.city
    for one in holding(dossier.put_right).acceptances:
        if len(set(one.inspectors)) < least:
            yield _too_few(one.on, len(set(one.inspectors)), least)


@citys("accepted-items", Severity.ERROR, text("What is in place fulfils the checklist"))
def _items(dossier: Dossier, plan: Plan, today: date) -> Iterator[Text]:
    checklist, holds = plan.rectification_rules.checklist, holding(dossier.put_right)
    for one in holds.acceptances:
        # What does not apply is not in the record.
        lacking = tuple(
            item.term.label
            for item in checklist.values()
            if item.required and one.items.get(item.code) is False
        )
        if one.in_place and not one.items and is_inspected(holds, plan.rectification_rules):
            yield text("Found in place on {day}, and nothing of the checklist is.", day=one.on)
        if one.in_place and lacking:
            yield text(
                "Found in place on {day}, though this is not so: {items}", day=one.on, items=lacking
            )
        if not one.in_place and not one.missing:
            yield text("Not in place on {day}, and nobody says what is missing.", day=one.on)


@citys("accepted-outline", Severity.WARNING, text("The measured outline is the parcel's"))
def _outline(dossier: Dossier, plan: Plan, today: date) -> Iterator[Text]:
    rules = plan.rectification_rules.outline
    for one in holding(dossier.put_right).acceptances:
        share = share_of(one.inside_mu, one.measured_mu)
        if share is not None and share < rules.inside_percent:
            yield text(
                "Of the outline measured on {day} only {inside} of {measured} mu lie in the "
                "parcel ({least} % at least are expected). It may have been drawn elsewhere.",
                day=one.on,
                inside=one.inside_mu,
                measured=one.measured_mu,
                least=rules.inside_percent,
            )


@citys("accepted-area", Severity.WARNING, text("As much was measured as was recultivated"))
def _area(dossier: Dossier, plan: Plan, today: date) -> Iterator[Text]:
    last = _last_in_place(dossier)
    said = recultivated(_inspected_ways(dossier, plan))
    if last is None or last.measured_mu is None or last.inside_mu is None:
        return
    if said - last.inside_mu > plan.rectification_rules.outline.tolerance_mu:
        yield text(
            "The county says that {said} mu are recultivated; {measured} mu of the parcel were "
            "measured on {day}.",
            said=said,
            measured=last.inside_mu,
            day=last.on,
        )


def _last_in_place(dossier: Dossier) -> Optional[Acceptance]:
    last = holding(dossier.put_right).acceptance
    return last if last is not None and last.in_place else None


@citys("certified-accepted", Severity.ERROR, text("A certificate rests on an inspection in place"))
def _certified(dossier: Dossier, plan: Plan, today: date) -> Iterator[Text]:
    holds = holding(dossier.put_right)
    days = {one.on for one in holds.acceptances if one.in_place}
    certificate = holds.certificate
    if certificate is not None and certificate.accepted_on not in days:
        yield text(
            "Certificate {number} names the inspection of {day}; there is none that found it in "
            "place.",
            number=certificate.number,
            day=certificate.accepted_on,
        )
