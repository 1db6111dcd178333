"""Where a parcel stands on the way to its end: a pure function of what holds of it."""

from __future__ import annotations

from ..plan import RectificationRules
from ..rectified import Progress
from ..text import Labelled, text
from .history import Holding


class Stage(Labelled):
    """The stages in their usual order."""

    NONE = "none", text("Nothing recorded")
    PLANNED = "planned", text("Planned")
    UNDER_WAY = "under_way", text("Under way")
    DONE = "done", text("Done")
    INSPECTED_FIRST = "inspected_first", text("Inspected by the county")
    APPLIED = "applied", text("Applied for acceptance")
    REFUSED = "refused", text("Not in place")
    ACCEPTED = "accepted", text("Accepted")
    CERTIFIED = "certified", text("Certified")
    CLOSED = "closed", text("Closed")
    REOPENED = "reopened", text("Reopened")

    @property
    def is_countys(self) -> bool:
        """True while the county has to do something (where the city has to accept)."""
        return self in _COUNTYS


_COUNTYS = (
    Stage.NONE,
    Stage.PLANNED,
    Stage.UNDER_WAY,
    Stage.DONE,
    Stage.INSPECTED_FIRST,
    Stage.REFUSED,
    Stage.REOPENED,
)


def stage_of(holds: Holding) -> Stage:
    """The stage. A revoked certificate leaves the acceptance that it rested on."""
    if holds.turn and holds.turn.closed:
        return Stage.CLOSED
    if holds.certificate:
        return Stage.CERTIFIED
    if holds.waits_for_the_city:
        return Stage.APPLIED
    if holds.inspected_again:
        return Stage.INSPECTED_FIRST
    if holds.acceptance:
        return Stage.ACCEPTED if holds.acceptance.in_place else Stage.REFUSED
    return _by_measures(holds)


def _by_measures(holds: Holding) -> Stage:
    """By how far the measures are; a reopened parcel without new ones is only reopened."""
    if not holds.measures:
        return Stage.REOPENED if holds.reopened_on else Stage.NONE
    ways = {one.progress for one in holds.measures}
    if ways == {Progress.DONE}:
        return Stage.DONE
    return Stage.PLANNED if ways == {Progress.PLANNED} else Stage.UNDER_WAY


def is_inspected(holds: Holding, rules: RectificationRules) -> bool:
    """True when a way among the measures is one that county and city inspect."""
    ways = (rules.ways.get(one.way) for one in holds.measures)
    return any(way is not None and way.inspected for way in ways)
