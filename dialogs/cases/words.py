"""How the deadlines of cases are worded and coloured."""

from __future__ import annotations

from datetime import date, timedelta

from ...core.cases import Due, State
from ...core.plan import Origin
from ...maps.words import say, term, tr
from ..parts.colours import ALARM, GOOD, HURRY, HURRY_DAYS, QUIET


def state_words(one: Due, today: date) -> str:
    """How a deadline stands, in a few words."""
    day, days = one.due.isoformat(), one.days_left(today)
    if one.state is State.OVERDUE:
        words = tr("due by {day}, overdue by {days} days").format(day=day, days=-days)
    elif one.state is State.DUE:
        words = tr("due by {day}, {days} days left").format(day=day, days=days)
    elif one.state is State.WAITING:
        words = tr("not before {day}").format(day=_next(one.due))
    elif one.state is State.EARLY:
        words = tr("too early: not before {day}").format(day=_next(one.due))
    elif one.state is State.LATE:
        words = tr("late: was due by {day}").format(day=day)
    else:
        words = tr("in time")
    if one.stopped:
        words = tr("{words} (some days do not count)").format(words=words)
    return words if one.certain else tr("{words} (weekends only)").format(words=words)


def _next(day: date) -> str:
    return (day + timedelta(days=1)).isoformat()


def state_colour(one: Due, today: date) -> str:
    """The colour of those words."""
    if one.state in (State.OVERDUE, State.EARLY):
        return ALARM
    if one.state is State.LATE or (one.state is State.DUE and one.days_left(today) <= HURRY_DAYS):
        return HURRY
    if one.state is State.KEPT:
        return GOOD
    return QUIET if one.state is State.WAITING else ""


def about_term(one: Due) -> str:
    """Which term it is, from when it counts, and where it comes from."""
    lines = [term(one.label), tr("counted from {day}").format(day=one.start.isoformat())]
    if not one.certain:
        lines.append(tr("The plan has no list of that year's holidays: only weekends are off."))
    lines += [one.article, mark_of(one.origin)]
    for stop in one.stopped:
        lines += [say(stop.told), stop.kind.article, mark_of(stop.kind.origin)]
    return "\n".join(filter(None, lines))


def mark_of(origin: Origin) -> str:
    """The mark of what is neither plan nor law; the others say where they are from, too."""
    return say(origin.label)
