"""What is known on a day, and what of it still holds after a parcel was reopened."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Optional, Tuple

from ..rectified import (
    Acceptance,
    Application,
    Certificate,
    Measure,
    Preliminary,
    Progress,
    PutRight,
    Rectification,
    Turn,
)


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
    """What holds of a parcel on a day; of everything that is recorded when no day is given.

    What was recorded with a later day is not known yet on that day.
    """
    day = as_of.isoformat() if as_of else ""
    turns = tuple(one for one in put_right.turns if not day or one.on <= day)
    turn = turns[-1] if turns else None
    reopened = [one.on for one in turns if not one.closed]
    since = reopened[-1] if reopened else ""
    rectification = put_right.rectification
    return Holding(
        measures=_measures(rectification, since, day),
        preliminary=tuple(one for one in put_right.preliminary if _counts(one.on, since, day)),
        applications=tuple(one for one in put_right.applications if _counts(one.on, since, day)),
        acceptances=tuple(one for one in put_right.acceptances if _counts(one.on, since, day)),
        certificate=_live(put_right.certificates, since, day),
        turn=turn,
        reopened_on=since,
        due=rectification.due if rectification else "",
    )


def _counts(on: str, since: str, day: str) -> bool:
    """After the reopening, and not after the day asked about; what has no day is taken."""
    return (not since or on > since) and (not day or on <= day)


def _measures(rectification: Optional[Rectification], since: str, day: str) -> Tuple[Measure, ...]:
    found = []
    for one in rectification.measures if rectification else ():
        is_done = one.progress is Progress.DONE
        if is_done and since and one.done_on <= since:
            continue
        if is_done and day and one.done_on > day:
            one = replace(one, progress=Progress.UNDER_WAY, done_on="", recultivated_mu=None)
        found.append(one)
    return tuple(found)


def _live(certificates: Tuple[Certificate, ...], since: str, day: str) -> Optional[Certificate]:
    live = [
        one
        for one in certificates
        if _counts(one.issued_on, since, day)
        and (not one.revoked_on or bool(day and one.revoked_on > day))
    ]
    return live[-1] if live else None
