"""A field check as a person gives it: what is missing, what cannot be."""

from __future__ import annotations

from datetime import date
from typing import Iterator, Optional

from ..model import Dossier, FieldCheck, Finding, Severity
from ..plan import Plan, term_in
from ..text import Text, text


def mistakes_in(check: FieldCheck, plan: Plan, today: Optional[date] = None) -> Iterator[Text]:
    """What keeps a field check from being recorded: no people, no day, a day to come, no way."""
    if not check.checkers:
        yield text("Say who checked.")
    if _day(check.checked_on) is None:
        yield text("Say on which day it was checked.")
    elif today is not None and check.checked_on > today.isoformat():
        yield text("The day {day} is still to come.", day=check.checked_on)
    if term_in(plan.field_rules.ways, check.way) is None:
        yield text("Say in which way it was checked.")


def gaps_in(dossier: Dossier, plan: Plan) -> Iterator[Finding]:
    """What is worth reading in a parcel's field check; each with the source of its rule."""
    check = dossier.field_check
    if check is None:
        return
    rules = plan.field_rules
    number = dossier.parcel.number
    verdict = dossier.county_verdict
    category = plan.category(verdict.category) if verdict else None
    if category and category.illegal and len(check.checkers) < rules.penal_people:
        message = text(
            "{count} person checked it; penal work needs {least} at least.",
            count=len(check.checkers),
            least=rules.penal_people,
        )
        yield Finding("field-people", Severity.WARNING, message, number, rules.penal_source)
    if check.way not in rules.on_the_ground:
        way = term_in(rules.ways, check.way)
        message = text(
            "It was checked by “{way}”, not on the ground.", way=way.label.zh if way else check.way
        )
        yield Finding("field-ground", Severity.WARNING, message, number, rules.source)
    after = dossier.patch.after_date
    if after and check.checked_on < after:
        message = text(
            "It was checked on {day}, before the later image of {image}.",
            day=check.checked_on,
            image=after,
        )
        yield Finding("field-day", Severity.WARNING, message, number, rules.source)
    if not check.found.strip():
        message = text("The field check does not say what was found.")
        yield Finding("field-found", Severity.WARNING, message, number, rules.source)


def _day(written: str) -> Optional[date]:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
