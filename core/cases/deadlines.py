"""Due and overdue: every deadline of a case as of a day, by the plan's ``cases.json``.

What was recorded with a later day than the one asked about is not known yet on that day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Dict, Iterable, Iterator, List, Optional, Sequence, Tuple

from ..casefile import CaseFile, Transfer
from ..plan import Deadline, InterruptionKind, Label, Origin, Plan, Receiver, Span
from ..plan.cases import STOP_NOTICE
from ..text import Labelled, Text, text
from .days import Stop, last_day


class State(Labelled):
    """How a deadline stands on the day asked about, the most pressing first."""

    OVERDUE = "overdue", text("Overdue")
    DUE = "due", text("Due")
    WAITING = "waiting", text("Not before")
    EARLY = "early", text("Done too early")
    LATE = "late", text("Done late")
    KEPT = "kept", text("Done in time")

    @property
    def is_open(self) -> bool:
        """True while something has to be done, or waited for."""
        return self in (State.OVERDUE, State.DUE, State.WAITING)


@dataclass(frozen=True)
class Stopped:
    """Days from ``first`` to ``last`` that a term does not count; ``open``: it still goes on."""

    kind: InterruptionKind
    first: date
    last: date
    why: str
    open: bool = False

    @property
    def told(self) -> Text:
        """Which days, how many, both ends included, and why."""
        days = (self.last - self.first).days + 1
        given = {"kind": self.kind.label, "first": self.first.isoformat(), "days": days}
        why = text(" ({why})", why=self.why) if self.why else ""
        if self.open:
            return text(
                "Not counted: {kind} since {first}, {days} days so far{why}", **given, why=why
            )
        last = self.last.isoformat()
        return text(
            "Not counted: {kind} {first} to {last}, {days} days{why}", **given, last=last, why=why
        )


@dataclass(frozen=True)
class Due:
    """One deadline of one case.

    ``step`` is what has to be done, and its code, which is empty for a receipt. ``due`` is its
    last day, or the last day on which it must not be done yet (``WAITING``, ``EARLY``); ``done``
    when it was. ``transfer`` is the place of the transfer among the case's, from 1, where a
    receipt is waited for. ``certain`` is False where working days were counted by weekends only.
    ``stopped`` is what moved its last day.
    """

    file: CaseFile
    code: str
    label: Label
    step_code: str
    step: Label
    origin: Origin
    article: str
    start: date
    due: date
    state: State
    done: Optional[date] = None
    certain: bool = True
    transfer: int = 0
    stopped: Tuple[Stopped, ...] = ()

    def days_left(self, today: date) -> int:
        """Days to the last day: 0 on it, negative after it."""
        return (self.due - today).days


RECEIPT = Label("移送移交签收", "Receipt of a transfer")


def due_items(files: Iterable[CaseFile], plan: Plan, as_of: date) -> List[Due]:
    """What is open on a day over all cases: overdue first, then what is due soonest."""
    found = [one for file in files for one in deadlines_of(file, plan, as_of) if one.state.is_open]
    order = list(State)
    return sorted(
        found, key=lambda one: (order.index(one.state), one.due, one.file.case.number, one.code)
    )


def deadlines_of(file: CaseFile, plan: Plan, as_of: date) -> List[Due]:
    """Every deadline of a case that has begun by a day, in the plan's order."""
    days = step_days(file, as_of)
    ended = any(rule.ends and code in days for code, rule in plan.case_rules.steps.items())
    found = [_of_step(one, file, plan, days, as_of) for one in plan.case_rules.deadlines]
    steps = [one for one in found if one is not None and not (ended and one.state.is_open)]
    return [*steps, *_receipts(file, plan, as_of)]


def step_days(file: CaseFile, as_of: date) -> Dict[str, date]:
    """The days of the steps, and of the stop notice, as far as they were taken by a day."""
    written = {code: one.date for code, one in file.filing.steps.items()}
    if file.stop_notice is not None:
        written[STOP_NOTICE] = file.stop_notice.date
    days = {code: _day(value) for code, value in written.items()}
    return {code: day for code, day in days.items() if day is not None and day <= as_of}


def _day(written: str) -> Optional[date]:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _of_step(
    rule: Deadline, file: CaseFile, plan: Plan, days: Dict[str, date], as_of: date
) -> Optional[Due]:
    start, done = days.get(rule.after), days.get(rule.step)
    kinds = {one.kind for one in file.penalties}
    if start is None or (rule.penalties and not kinds.intersection(rule.penalties)):
        return None
    if done is None and any(code in days for code in rule.unless):
        return None
    spans = [*rule.terms, *(rule.extension if rule.extended_by in days else ())]
    stopped = _stopped(rule, file, plan, as_of)
    counted = _counted(start, spans, plan, [(one.first, one.last) for one in stopped])
    if counted is None:
        return None
    due, certain = counted
    state = _waiting(due, done, as_of) if rule.waits else _pressing(due, done, as_of)
    if state is None:
        return None
    rules = plan.case_rules
    return Due(
        file=file,
        code=rule.code,
        label=rule.label,
        step_code=rule.step,
        step=rules.steps[rule.step].label if rule.step in rules.steps else rule.label,
        origin=rule.origin,
        article=rule.article,
        start=start,
        due=due,
        state=state,
        done=done,
        certain=certain,
        stopped=tuple(one for one in stopped if one.last > start and one.first <= due),
    )


def _stopped(rule: Deadline, file: CaseFile, plan: Plan, as_of: date) -> List[Stopped]:
    """What had begun by a day and stops this term; what goes on has stopped it up to that day."""
    found = []
    for one in file.interruptions:
        kind, first = plan.case_rules.interruptions.get(one.kind), _day(one.begun_on)
        if kind is None or first is None or first > as_of or rule.code not in kind.deadlines:
            continue
        last = _day(one.ended_on)
        found.append(Stopped(kind, first, last or as_of, one.note, last is None))
    return found


def _counted(
    start: date, spans: Iterable[Span], plan: Plan, stops: Sequence[Stop] = ()
) -> Optional[Tuple[date, bool]]:
    try:
        found = last_day(start, spans, plan.case_rules.work_calendar, stops)
    except OverflowError:  # a mistyped year near 9999
        return None
    return found.day, found.certain


def _pressing(due: date, done: Optional[date], as_of: date) -> State:
    if done is not None:
        return State.KEPT if done <= due else State.LATE
    return State.DUE if as_of <= due else State.OVERDUE


def _waiting(due: date, done: Optional[date], as_of: date) -> Optional[State]:
    """While the time runs the step has to wait; afterwards it is free, and nothing is due."""
    if done is not None:
        return State.KEPT if done > due else State.EARLY
    return State.WAITING if as_of <= due else None


def _receipts(file: CaseFile, plan: Plan, as_of: date) -> Iterator[Due]:
    for place, transfer in enumerate(file.transfers, start=1):
        receiver = plan.case_rules.receivers.get(transfer.receiver)
        sent = _day(transfer.sent_on)
        if receiver is None or sent is None or sent > as_of:
            continue
        counted = _counted(sent, (receiver.receipt,), plan)
        if counted is not None:
            yield _receipt(file, place, transfer, receiver, sent, counted, as_of)


def _receipt(
    file: CaseFile,
    place: int,
    transfer: Transfer,
    receiver: Receiver,
    sent: date,
    counted: Tuple[date, bool],
    as_of: date,
) -> Due:
    done = _day(transfer.receipt_on)
    if done is not None and done > as_of:
        done = None
    due, certain = counted
    return Due(
        file=file,
        code=f"receipt_{transfer.receiver}",
        label=receiver.label,
        step_code="",
        step=RECEIPT,
        origin=receiver.receipt_origin,
        article=receiver.article,
        start=sent,
        due=due,
        state=_pressing(due, done, as_of),
        done=done,
        certain=certain,
        transfer=place,
    )
