"""A field check as a person gives it: what is missing, what cannot be."""

from __future__ import annotations

from datetime import date
from typing import Callable, Dict, Iterator, Optional

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
    rules = plan.field_rules
    for name, gap in FIELD_CHECKS.items():
        message = gap(dossier, plan)
        if message is not None:
            rule = rules.penal_source if gap is too_few_people else rules.source
            yield Finding(name, Severity.WARNING, message, dossier.parcel.number, rule)


def too_few_people(dossier: Dossier, plan: Plan) -> Optional[Text]:
    """Penal work takes two; the source of that is the plan's ``penal_people``."""
    check, least = dossier.field_check, plan.field_rules.penal_people
    illegal = plan.calls_illegal(dossier.county_verdict)
    if check is None or not illegal or len(check.checkers) >= least:
        return None
    return text(
        "{count} person checked it; penal work needs {least} at least.",
        count=len(check.checkers),
        least=least,
    )


def not_on_the_ground(dossier: Dossier, plan: Plan) -> Optional[Text]:
    """Checked from the desk."""
    check, rules = dossier.field_check, plan.field_rules
    if check is None or not check.way or check.way in rules.on_the_ground:
        return None
    way = term_in(rules.ways, check.way)
    return text(
        "It was checked by “{way}”, not on the ground.", way=way.label if way else check.way
    )


def too_early(dossier: Dossier, plan: Plan) -> Optional[Text]:
    """Checked before the change could be seen."""
    check, after = dossier.field_check, dossier.patch.after_date
    if check is None or not after or check.checked_on >= after:
        return None
    return text(
        "It was checked on {day}, before the later image of {image}.",
        day=check.checked_on,
        image=after,
    )


def nothing_found(dossier: Dossier, plan: Plan) -> Optional[Text]:
    """Nobody has written down what is there."""
    check = dossier.field_check
    if check is None or check.found.strip():
        return None
    return text("The field check does not say what was found.")


FIELD_CHECKS: Dict[str, Callable[[Dossier, Plan], Optional[Text]]] = {
    "field-people": too_few_people,
    "field-ground": not_on_the_ground,
    "field-day": too_early,
    "field-found": nothing_found,
}
"""The checks that look at one parcel's field check, by name."""


def _day(written: str) -> Optional[date]:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
