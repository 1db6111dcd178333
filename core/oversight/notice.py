"""通报: the text of progress ready to paste, in the words of the plan's ``oversight.json``."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Dict, List, Mapping, Sequence

from ..mu import round_half_up
from ..plan import Plan
from ..rounds import Office
from ..text import Translate, chinese_day
from .calendar import correction_deadline, county_deadline
from .progress import Counts, ParcelWork, counts_on, unit_names
from .rules import COUNTS, oversight_rules


def notice_text(
    work: Sequence[ParcelWork],
    plan: Plan,
    month: str,
    day: date,
    office: Office,
    name: str,
    say: Translate,
) -> str:
    """The notice in Chinese, as of a day, of the office with this name to those among whom the
    work is shared out.

    Who is behind is named with the days left, or by how many days it is late.
    :raises PlanError: the plan's words are wrong.
    """
    words = oversight_rules(plan).notices[office]
    counts, called = counts_on(work, day), unit_names(work, plan, say)
    total = sum(counts.values(), Counts())
    of_month = {**_of_month(plan, month, day, name), **_numbers(total)}
    lines = [words.title.format(**of_month), words.opening.format(**of_month)]
    names = {unit: called[unit] for unit in in_order(counts, plan)}
    if len(names) > 1:
        for unit, name in names.items():
            lines.append(words.unit.format(unit=name, **_numbers(counts[unit])))
    for late, soon, last, behind in (
        (
            words.not_submitted_late,
            words.not_submitted,
            county_deadline(month, plan),
            {unit: counts[unit].not_submitted for unit in names},
        ),
        (
            words.not_corrected_late,
            words.not_corrected,
            correction_deadline(month, plan),
            {unit: counts[unit].not_corrected for unit in names},
        ),
    ):
        told = [f"{names[unit]}（{count}个）" for unit, count in behind.items() if count]
        if told:
            days = (last - day).days
            line = late if days < 0 else soon
            lines.append(line.format(**{**of_month, "units": "、".join(told), "days": abs(days)}))
    lines.append(words.closing.format(**of_month))
    return "\n".join(lines)


def in_order(units: Mapping[str, object], plan: Plan) -> List[str]:
    """Codes of units in the order of the plan, others after them."""
    places = {unit.code: place for place, unit in enumerate(plan.units)}
    return sorted(units, key=lambda code: (places.get(code, len(places)), code))


def _of_month(plan: Plan, month: str, day: date, city: str) -> Dict[str, str]:
    year, number = month.split("-")
    return {
        "city": city,
        "year": year,
        "number": str(int(number)),
        "date": chinese_day(day),
        "county_date": chinese_day(county_deadline(month, plan)),
        "correction_date": chinese_day(correction_deadline(month, plan)),
    }


def _numbers(counts: Counts) -> Dict[str, str]:
    found = {name: str(getattr(counts, name)) for name in COUNTS}
    found["percent"] = percent(counts.submitted, counts.issued)
    return found


def percent(part: int, whole: int) -> str:
    """A share with one decimal, as 66.7; of nothing 100.0."""
    return str(round_half_up(Decimal(100 * part) / whole, 1)) if whole else "100.0"
