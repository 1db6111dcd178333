"""What is known on a day, and what of it still holds after a parcel was reopened."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Optional, Tuple, TypeVar

from ..rectified import (
    Acceptance,
    Application,
    Certificate,
    Measure,
    Preliminary,
    Progress,
    PutRight,
    Turn,
)

Step = TypeVar("Step")


@dataclass(frozen=True)
class Holding:
    """What holds: everything since the last reopening, as far as it was known.

    ``reopened_on`` is the day of that reopening, empty when there was none. ``certificate`` is
    the newest that is not revoked. A measure that was done before the reopening is not among
    ``measures``: what it had put right is built on again.
    """

    measures: Tuple[Measure, ...] = ()
    preliminary: Tuple[Preliminary, ...] = ()
    applications: Tuple[Application, ...] = ()
    acceptances: Tuple[Acceptance, ...] = ()
    certificate: Optional[Certificate] = None
    turn: Optional[Turn] = None
    reopened_on: str = ""
    due: str = ""

    @property
    def acceptance(self) -> Optional[Acceptance]:
        """The last one."""
        return self.acceptances[-1] if self.acceptances else None

    @property
    def waits_for_the_city(self) -> bool:
        """True when the county has applied and the city has not inspected since."""
        return _is_newer(self.applications, self.acceptances)

    @property
    def inspected_again(self) -> bool:
        """True when the county has inspected, in place, and the city has not since."""
        looked = self.preliminary
        return bool(looked and looked[-1].in_place and _is_newer(looked, self.acceptances))


def _is_newer(ones: Tuple[object, ...], others: Tuple[object, ...]) -> bool:
    """Whether the last of ones came after the last of others: by the day, then one each."""
    if not ones or not others:
        return bool(ones)
    mine, its = getattr(ones[-1], "on", ""), getattr(others[-1], "on", "")
    return mine > its or (mine == its and len(ones) > len(others))


def holding(put_right: PutRight, as_of: Optional[date] = None) -> Holding:
    """What holds of a parcel on a day; of everything that is recorded when no day is given."""
    known = as_known(put_right, as_of) if as_of else put_right
    since = known.reopened_on
    live = [one for one in _since(known.certificates, since) if not one.revoked_on]
    rectification = known.rectification
    return Holding(
        measures=known.measures,
        preliminary=_since(known.preliminary, since),
        applications=_since(known.applications, since),
        acceptances=_since(known.acceptances, since),
        certificate=live[-1] if live else None,
        turn=known.turns[-1] if known.turns else None,
        reopened_on=since,
        due=rectification.due if rectification else "",
    )


def as_known(put_right: PutRight, as_of: date) -> PutRight:
    """What was known on a day: what was recorded with a later one has not happened yet."""
    day = as_of.isoformat()
    rectification = put_right.rectification
    if rectification is not None:
        measures = tuple(_measure_known(one, day) for one in rectification.measures)
        rectification = replace(rectification, measures=measures)
    return replace(
        put_right,
        rectification=rectification,
        preliminary=_until(put_right.preliminary, day),
        applications=_until(put_right.applications, day),
        acceptances=_until(put_right.acceptances, day),
        certificates=tuple(
            one
            if one.revoked_on <= day
            else replace(one, revoked_on="", revoked_by="", revoked_why="")
            for one in _until(put_right.certificates, day)
        ),
        turns=_until(put_right.turns, day),
        rechecks=_until(put_right.rechecks, day),
    )


def _measure_known(measure: Measure, day: str) -> Measure:
    if not measure.is_done or measure.finished_on <= day:
        return measure
    return replace(
        measure,
        progress=Progress.UNDER_WAY,
        done_on="",
        document="",
        document_date="",
        recultivated_mu=None,
    )


def day_of(step: object) -> str:
    """The day of a step, as ISO text."""
    return str(getattr(step, "on", "") or getattr(step, "issued_on", ""))


def _until(steps: Tuple[Step, ...], day: str) -> Tuple[Step, ...]:
    return tuple(one for one in steps if day_of(one) <= day)


def _since(steps: Tuple[Step, ...], day: str) -> Tuple[Step, ...]:
    """Those after a day; what happened on the day of a reopening belongs to what was before."""
    return tuple(one for one in steps if not day or day_of(one) > day)
