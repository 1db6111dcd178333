"""Which two pictures show a patch before and after, and whether they fit its dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Dict, List, Optional, Sequence, Tuple

from ..text import Text, text
from .epochs import AFTER, BEFORE, Epoch

# An epoch without a date loses against every dated one of the same century.
_UNDATED_DAYS = 40_000


@dataclass(frozen=True)
class Pair:
    """The two epochs for one patch; either may be missing."""

    before: Optional[Epoch] = None
    after: Optional[Epoch] = None

    def get(self, side: str) -> Optional[Epoch]:
        """The epoch of ``before`` or ``after``."""
        return self.before if side == BEFORE else self.after


def choose(epochs: Sequence[Epoch], before: Optional[str], after: Optional[str]) -> Pair:
    """The epochs nearest to the patch's two ISO dates, one picture never for both.

    A picture marked for one side is only used there; one that is not older than the picture
    after is none before, one that is nearer to the first date none after. Of two equally near
    ones the first in the list is taken, so that the choice is the same every time.
    """
    candidates = [
        one for one in epochs if one.side != BEFORE and not _fits_before(one, before, after)
    ]
    later = _nearest(candidates, _iso(after))
    older = [one for one in epochs if one.side != AFTER and one != later and _is_older(one, later)]
    return Pair(_nearest(older, _iso(before)), later)


def newer_than_after(epochs: Sequence[Epoch], pair: Pair) -> Optional[Epoch]:
    """The newest picture that is later than the one after, which shows the place as it is now."""
    shown = pair.after.day if pair.after else None
    later = [one for one in epochs if one.day is not None and (shown is None or one.day > shown)]
    return max(later, key=lambda one: one.day or date.min, default=None)


def _is_older(epoch: Epoch, later: Optional[Epoch]) -> bool:
    if later is None or epoch.day is None or later.day is None:
        return True
    return epoch.day < later.day


def _fits_before(epoch: Epoch, before: Optional[str], after: Optional[str]) -> bool:
    """True for a picture that was marked for no side and is nearer to the first date."""
    first, second = _iso(before), _iso(after)
    if epoch.side or not (epoch.day and first and second):
        return False
    return abs(epoch.day - first) < abs(epoch.day - second)


def _nearest(epochs: List[Epoch], wanted: Optional[date]) -> Optional[Epoch]:
    def distance(epoch: Epoch) -> int:
        if wanted is None or epoch.day is None:
            return _UNDATED_DAYS
        return abs((epoch.day - wanted).days)

    return min(epochs, key=distance, default=None)


def _iso(day: Optional[str]) -> Optional[date]:
    try:
        return date.fromisoformat(day or "")
    except ValueError:
        return None


def taken(pair: Pair, before: Optional[str], after: Optional[str]) -> Tuple[Text, ...]:
    """Which pictures were taken for a patch's two ISO dates, and when they were made."""
    sides = ((pair.before, before, _TAKEN_BEFORE), (pair.after, after, _TAKEN_AFTER))
    told = []
    for epoch, wanted, template in sides:
        if epoch is not None:
            day = epoch.day.isoformat() if epoch.day else text("no date known")
            values: Dict[str, object] = {"name": epoch.name, "day": day, "wanted": wanted or "?"}
            told.append(Text(template.template, values))
    return tuple(told)


_TAKEN_BEFORE = text("Before: {name}, taken {day}; the patch says {wanted}")
_TAKEN_AFTER = text("After: {name}, taken {day}; the patch says {wanted}")
_NONE_BEFORE = text("No picture fits before.")
_NONE_AFTER = text("No picture fits after.")


def warnings(
    pair: Pair, before: Optional[str], after: Optional[str], within_days: int
) -> Tuple[Text, ...]:
    """What the person has to know of a choice: nothing there, no date, too far from the date.

    ``within_days``: the plan's tolerance between a picture and the patch's ISO date.
    """
    if pair.before is None and pair.after is None:
        return (text("No imagery with a date. Give it one under “Imagery…”."),)
    told = []
    for side, wanted, none in ((BEFORE, before, _NONE_BEFORE), (AFTER, after, _NONE_AFTER)):
        epoch = pair.get(side)
        found = none if epoch is None else _doubt(epoch, _iso(wanted), within_days)
        if found is not None:
            told.append(found)
    return tuple(told)


def _doubt(epoch: Epoch, wanted: Optional[date], within_days: int) -> Optional[Text]:
    if epoch.day is None:
        return text("{name} has no date: whether it fits is not known.", name=epoch.name)
    if wanted is None:
        return text("The patch has no date for {name} to be compared with.", name=epoch.name)
    off = abs((epoch.day - wanted).days)
    if off <= within_days:
        return None
    return text(
        "{name} is {off} days from the patch's date {wanted}; none is nearer.",
        name=epoch.name,
        off=off,
        wanted=wanted.isoformat(),
    )
