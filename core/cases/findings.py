"""What does not fit together in what was recorded about a case. Nothing of it is clipped."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Callable, Iterator, List, Mapping, Optional, Sequence, Tuple, TypeVar

from ..casefile import CaseFile, Interruption, Penalty, Transfer
from ..model import Finding, Severity
from ..plan import Label, Plan
from ..plan.cases import FILED, NOT_FILED
from ..text import Text, text
from .deadlines import State, deadlines_of

CHECK = "case_sound"
Name = Callable[[Label], str]
Told = Iterator[Tuple[Severity, Text]]
Part = TypeVar("Part")


def remains(penalty: Penalty) -> Optional[Decimal]:
    """What is left to carry out, in the kind's unit; negative when more was done than decided.

    ``None`` while nothing is decided.
    """
    if penalty.decided is None:
        return None
    return penalty.decided - (penalty.done or Decimal(0))


def in_chinese(label: Label) -> str:
    """A plan's term as forms print it."""
    return label.zh


def case_findings(
    file: CaseFile, plan: Plan, today: date, name: Name = in_chinese
) -> List[Finding]:
    """What is wrong with one case or worth reading, errors first; ``name`` words plan's terms."""
    rules = plan.case_rules
    told = [
        *_filing(file, plan, name),
        *_days(file, plan, today, name),
        *_each(file.penalties, "kind", rules.penalties, _penalty, name),
        *_each(file.transfers, "receiver", rules.receivers, _transfer, name),
        *_each(file.interruptions, "kind", rules.interruptions, _interruption, name),
        *_terms(file, plan, today, name),
    ]
    order = list(Severity)
    found = [Finding(CHECK, severity, message, file.case.number) for severity, message in told]
    return sorted(found, key=lambda one: order.index(one.severity))


def _filing(file: CaseFile, plan: Plan, name: Name) -> Told:
    filing, rules = file.filing, plan.case_rules
    refused = NOT_FILED in filing.steps or filing.reason
    if FILED in filing.steps and refused:
        yield Severity.ERROR, text("The case is filed, and there is a reason why it is not.")
    reason = rules.reasons.get(filing.reason)
    if NOT_FILED in filing.steps and not filing.reason:
        yield Severity.ERROR, text("It is not filed, and the reason is missing.")
    if filing.reason and reason is None:
        yield _unknown(filing.reason)
    if reason is not None and reason.explain and not filing.explanation:
        yield Severity.ERROR, text("“{reason}” has to be explained.", reason=name(reason.label))
    for code in filing.steps:
        if code not in rules.steps:
            yield _unknown(code)


def _unknown(code: str) -> Tuple[Severity, Text]:
    return Severity.WARNING, text("The plan does not know the code {code}.", code=code)


def _days(file: CaseFile, plan: Plan, today: date, name: Name) -> Told:
    """Days to come, and steps that stand in another order than the plan's."""
    last_code, last = "", ""
    for code, rule in plan.case_rules.steps.items():
        step = file.filing.steps.get(code)
        if step is None:
            continue
        if step.date > today.isoformat():
            told = text("{step}: {day} is still to come.", step=name(rule.label), day=step.date)
            yield Severity.WARNING, told
        if step.date < last:
            before = name(plan.case_rules.steps[last_code].label)
            told = text(
                "{step} on {day} is before {before} on {earlier}.",
                step=name(rule.label),
                day=step.date,
                before=before,
                earlier=last,
            )
            yield Severity.WARNING, told
        else:
            last_code, last = code, step.date


def _each(
    parts: Sequence[Part],
    code_in: str,
    known: Mapping[str, Any],
    told: Callable[[Part, str], Told],
    name: Name,
) -> Told:
    """What is told of each, by what the plan calls the code in its field ``code_in``."""
    for one in parts:
        code = getattr(one, code_in)
        if code in known:
            yield from told(one, name(known[code].label))
        else:
            yield _unknown(code)


def _penalty(penalty: Penalty, called: str) -> Told:
    left = remains(penalty)
    if left is None and penalty.done is not None:
        yield Severity.WARNING, text("{kind}: carried out, and nothing is decided.", kind=called)
    if left is not None and left < 0:
        told = text("{kind}: {more} more carried out than decided.", kind=called, more=-left)
        yield Severity.WARNING, told
    if penalty.done_on and penalty.decided_on and penalty.done_on < penalty.decided_on:
        yield Severity.WARNING, text("{kind}: carried out before it was decided.", kind=called)
    if penalty.done is not None and not penalty.done_on:
        yield Severity.NOTICE, text("{kind}: the day it was carried out is missing.", kind=called)


def _transfer(transfer: Transfer, called: str) -> Told:
    for value, what in (
        (transfer.what, text("what is transferred")),
        (transfer.sent_on, text("the day it was sent")),
    ):
        if not value:
            told = text("Transfer to {receiver}: {what} is missing.", receiver=called, what=what)
            yield Severity.ERROR, told
    if transfer.receipt_on and transfer.sent_on and transfer.receipt_on < transfer.sent_on:
        told = text("Transfer to {receiver}: received before it was sent.", receiver=called)
        yield Severity.WARNING, told


def _interruption(stop: Interruption, called: str) -> Told:
    if not stop.begun_on:
        yield Severity.ERROR, text("{kind}: the day it began is missing.", kind=called)
    elif stop.ended_on and stop.ended_on < stop.begun_on:
        yield Severity.ERROR, text("{kind}: it ended before it began.", kind=called)
    if not stop.note:
        told = text("{kind}: why these days do not count is not said.", kind=called)
        yield Severity.WARNING, told


def _terms(file: CaseFile, plan: Plan, today: date, name: Name) -> Told:
    for one in deadlines_of(file, plan, today):
        if one.state is State.EARLY:
            told = text(
                "{step} on {day}: it had to wait until {due} was over ({term}).",
                step=name(one.step),
                day=one.done,
                due=one.due,
                term=name(one.label),
            )
            yield Severity.WARNING, told
        elif one.state in (State.OVERDUE, State.LATE):
            told = text("{term}: the last day was {due}.", term=name(one.label), due=one.due)
            yield Severity.WARNING, told
