"""Whether a rule's conditions hold for a parcel: yes, no, or not known yet and why."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Callable, Dict, Iterable, Optional, Tuple, Type, cast

from ..plan import Origin
from ..plan.conditions import (
    AnyOf,
    Condition,
    CoverageIs,
    DateIs,
    EarlierIs,
    FigureIs,
    FoundIs,
    Holds,
    IsMilitary,
    IssuedIs,
    JudgedAs,
    MeasuredIs,
    Recorded,
)
from .facts import CLASSES, About, Facts, Missing, Used
from .military import is_military


@dataclass(frozen=True)
class Outcome:
    """``holds`` is ``None`` when it is not known; ``missing`` then says what would tell."""

    holds: Optional[bool]
    used: Tuple[Used, ...] = ()
    missing: Tuple[Missing, ...] = ()


def all_hold(conditions: Iterable[Condition], facts: Facts) -> Outcome:
    """The conditions together: one that fails decides, then the first that is not known.

    Only that one's gaps are told: what comes after it is asked once it is known.
    """
    outcomes = [_ask(one, facts) for one in conditions]
    failing = next((one for one in outcomes if one.holds is False), None)
    if failing is not None:
        return failing
    used = _distinct(outcomes)
    unknown = next((one for one in outcomes if one.holds is None), None)
    return Outcome(None, used, unknown.missing) if unknown else Outcome(True, used)


def _any_holds(conditions: Iterable[Condition], facts: Facts) -> Outcome:
    outcomes = [_ask(one, facts) for one in conditions]
    holding = next((one for one in outcomes if one.holds), None)
    if holding is not None:
        return holding
    missing = dict.fromkeys(gap for one in outcomes for gap in one.missing)
    unknown = any(one.holds is None for one in outcomes)
    return Outcome(None if unknown else False, _distinct(outcomes), tuple(missing))


def _distinct(outcomes: Iterable[Outcome]) -> Tuple[Used, ...]:
    return tuple(dict.fromkeys(used for one in outcomes for used in one.used))


def _ask(condition: Condition, facts: Facts) -> Outcome:
    return _ASK[type(condition)](condition, facts)


def _figure(condition: FigureIs, facts: Facts) -> Outcome:
    used = facts.figure(condition.figure)
    if used is None:
        return Outcome(None, (), (Missing(About.FIGURE, condition.figure, Origin.STANDARD),))
    value = Decimal(used.value)
    holds = condition.bounds.hold(value)
    uncovered = facts.figure("uncovered") if condition.figure in CLASSES else None
    # What no land-use layer covers might be of this class.
    if uncovered and condition.bounds.hold(value + Decimal(uncovered.value)) != holds:
        gap = Missing(About.COVERAGE, "land_use", Origin.STANDARD)
        return Outcome(None, (used, uncovered), (gap,))
    return Outcome(holds, (used,))


def _coverage(condition: CoverageIs, facts: Facts) -> Outcome:
    used = facts.coverage(condition.role)
    if used is None:
        role = facts.plan.layer_role(condition.role)
        origin = role.origin if role else Origin.TUBAN
        return Outcome(None, (), (Missing(About.COVERAGE, condition.role, origin),))
    return Outcome(condition.bounds.hold(Decimal(used.value)), (used,))


def _issued(condition: IssuedIs, facts: Facts) -> Outcome:
    patch = facts.dossier.patch
    value = patch.kind.value if condition.name == "kind" else str(getattr(patch, condition.name))
    return Outcome(value in condition.values, (Used(About.ISSUED, condition.name, value),))


def _military(_condition: IsMilitary, facts: Facts) -> Outcome:
    return Outcome(is_military(facts.dossier.patch, facts.plan))


def _recorded(condition: Recorded, facts: Facts) -> Outcome:
    kind = facts.plan.lists.evidence[condition.evidence]
    used = facts.used(kind)
    return Outcome(facts.is_there(kind), (used,) if used else ())


def _found(condition: FoundIs, facts: Facts) -> Outcome:
    value = facts.value(condition.evidence)
    if not value:
        if condition.when_unknown is not None:
            return Outcome(condition.when_unknown)
        return _unrecorded(condition.evidence, facts)
    return Outcome(value in condition.values, (Used(About.EVIDENCE, condition.evidence, value),))


def _measured(condition: MeasuredIs, facts: Facts) -> Outcome:
    value = facts.number(condition.evidence)
    if value is None:
        return _unrecorded(condition.evidence, facts)
    return Outcome(
        condition.bounds.hold(value), (Used(About.EVIDENCE, condition.evidence, str(value)),)
    )


def _date(condition: DateIs, facts: Facts) -> Outcome:
    value, patch = facts.value(condition.evidence), facts.dossier.patch
    if not value:
        return _unrecorded(condition.evidence, facts)
    images = {"after_image": patch.after_date, "before_image": patch.before_date}
    day = images.get(condition.day, condition.day)
    if not day:
        name = "after_date" if condition.day == "after_image" else "before_date"
        return Outcome(None, (), (Missing(About.ISSUED, name, Origin.STANDARD),))
    return Outcome(
        (value < day) is condition.before, (Used(About.EVIDENCE, condition.evidence, value),)
    )


def _unrecorded(evidence: str, facts: Facts) -> Outcome:
    origin = facts.plan.lists.evidence[evidence].origin
    return Outcome(None, (), (Missing(About.EVIDENCE, evidence, origin),))


def _judged(condition: JudgedAs, facts: Facts) -> Outcome:
    verdict = facts.dossier.verdicts.get(condition.level)
    if verdict is None:
        return Outcome(False)
    used = Used(About.VERDICT, condition.level.value, verdict.category)
    return Outcome(verdict.category in condition.categories, (used,))


def _earlier(condition: EarlierIs, facts: Facts) -> Outcome:
    linked = [one for one in facts.dossier.earlier if one.linked_by in condition.linked_by]
    used = tuple(Used(About.EARLIER, one.number, one.linked_by.value) for one in linked)
    return Outcome(bool(linked), used)


def _holds(condition: Holds, facts: Facts) -> Outcome:
    return all_hold(facts.plan.rules.conditions[condition.rule], facts)


def _any(condition: AnyOf, facts: Facts) -> Outcome:
    return _any_holds(condition.conditions, facts)


_Asker = Callable[[Condition, Facts], Outcome]
_ASK: Dict[Type[object], _Asker] = {
    FigureIs: cast(_Asker, _figure),
    CoverageIs: cast(_Asker, _coverage),
    IssuedIs: cast(_Asker, _issued),
    IsMilitary: cast(_Asker, _military),
    Recorded: cast(_Asker, _recorded),
    FoundIs: cast(_Asker, _found),
    MeasuredIs: cast(_Asker, _measured),
    DateIs: cast(_Asker, _date),
    JudgedAs: cast(_Asker, _judged),
    EarlierIs: cast(_Asker, _earlier),
    Holds: cast(_Asker, _holds),
    AnyOf: cast(_Asker, _any),
}
