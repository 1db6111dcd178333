"""What a person gives as evidence, understood by the plan or refused with the reason."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Callable, Dict

from ..errors import InputError
from ..plan import EvidenceKind, Plan, What
from ..text import text

LONGEST = 200
_DIGITS = re.compile(r"\d+")


def understood(kind: EvidenceKind, given: str, plan: Plan) -> str:
    """The value to record for what was typed; empty stays empty: nothing is recorded then.

    :raises InputError: it is not what the kind asks for.
    """
    value = given.strip()
    if not value:
        return ""
    if len(value) > LONGEST:
        raise InputError(
            text("{kind}: more than {most} characters.", kind=kind.label.zh, most=LONGEST)
        )
    return _UNDERSTAND.get(kind.what, _as_written)(kind, value, plan)


def _as_written(kind: EvidenceKind, value: str, plan: Plan) -> str:
    return value


def _photo(kind: EvidenceKind, value: str, plan: Plan) -> str:
    raise InputError(text("{kind}: attach the photos themselves.", kind=kind.label.zh))


def _choice(kind: EvidenceKind, value: str, plan: Plan) -> str:
    terms = plan.lists.values[kind.values].values
    for term in terms:
        if value in (term.code, term.label.zh, term.label.en):
            return term.code
    if kind.field == "actual_use":
        return value  # the field check takes other uses, too
    known = "、".join(term.label.zh for term in terms)
    raise InputError(
        text("{kind}: “{given}” is none of {known}.", kind=kind.label.zh, given=value, known=known)
    )


def _day(kind: EvidenceKind, value: str, plan: Plan) -> str:
    """ISO, from 2024-5-31, 2024/5/31, 20240531 or 2024年5月31日."""
    parts = _DIGITS.findall(value)
    if len(parts) == 1 and len(parts[0]) == len("20240531"):
        parts = [parts[0][:4], parts[0][4:6], parts[0][6:]]
    try:
        year, month, day = map(int, parts)
        return date(year, month, day).isoformat()
    except ValueError as error:
        raise InputError(
            text(
                "{kind}: “{given}” is no date. Write it like 2024-05-31.",
                kind=kind.label.zh,
                given=value,
            )
        ) from error


def _number(kind: EvidenceKind, value: str, plan: Plan) -> str:
    try:
        number = Decimal(value.rstrip("%％"))
    except InvalidOperation as error:
        raise _no_number(kind, value) from error
    highest = 100 if kind.what is What.PERCENT else 10**9
    if not number.is_finite() or not 0 <= number <= highest:
        raise _no_number(kind, value)
    return format(number, "f")


def _no_number(kind: EvidenceKind, value: str) -> InputError:
    return InputError(
        text(
            "{kind}: “{given}” is no number in {unit}.",
            kind=kind.label.zh,
            given=value,
            unit=kind.unit or "%",
        )
    )


_UNDERSTAND: Dict[What, Callable[[EvidenceKind, str, Plan], str]] = {
    What.CHOICE: _choice,
    What.DATE: _day,
    What.MEASURE: _number,
    What.PERCENT: _number,
    What.PHOTO: _photo,
}
