"""Links are recorded: within a casebook at each import, to other people's work on demand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Optional, Sequence, Tuple

from ..casebook import Casebook, events
from ..casebook.journal import Event
from ..legality import is_military, military_patches
from ..model import EarlierLink, LinkedBy, Patch
from ..plan import Plan
from ..progress import SILENT, Progress
from ..text import text
from .found import Earlier, earlier_of
from .matching import links_to, previous_numbers

WITHIN = ""
Links = Dict[str, Tuple[EarlierLink, ...]]


@dataclass(frozen=True)
class Linked:
    """How many patches have links to the source now, and for how many that is news."""

    patches: int
    changed: int


def link_within(
    book: Casebook, plan: Plan, month: Optional[str] = None, progress: Progress = SILENT
) -> Linked:
    """Link patches to those of earlier months in the same casebook; ``None``: all months.

    A previous number that the issued row names and that is not here is kept by itself.
    Raises what :meth:`Casebook.record` raises.
    """
    progress.say(text("Looking for earlier work on the same place"))
    everything = _ordinary(book.patches(), plan)
    patches = [one for one in everything if month in (None, one.month)]
    latest = max((one.month for one in patches), default="")
    before = [one for one in everything if one.month < latest]
    bare = [Earlier(one.number, one.month, one.geometry) for one in before]
    found = links_to(patches, bare, WITHIN, plan.earlier, progress)
    months = {one.number: one.month for one in patches}
    found = {
        number: tuple(one for one in links if one.month < months[number])
        for number, links in found.items()
    }
    return _record(book, patches, WITHIN, _with_named(_told(book, plan, found), patches, plan))


def _ordinary(patches: Sequence[Patch], plan: Plan) -> List[Patch]:
    return [one for one in patches if not is_military(one, plan)]


def _told(book: Casebook, plan: Plan, found: Links) -> Links:
    """The same links with what was found then; without those to land judged military since."""
    numbers = {link.number for links in found.values() for link in links}
    told: Dict[str, Earlier] = {}
    for number in numbers:
        known = [book.dossier(parcel.number) for parcel in book.parcels_of(number)]
        dossiers = [one for one in known if one is not None]
        if dossiers and not military_patches(dossiers, plan):
            told[number] = earlier_of(dossiers[0].patch, dossiers, plan)
    return {
        number: tuple(_with_words(one, told[one.number]) for one in links if one.number in told)
        for number, links in found.items()
    }


def _with_words(link: EarlierLink, found: Earlier) -> EarlierLink:
    facts = {name: getattr(found, name) for name in ("verdict", "found_on", "rectification")}
    return EarlierLink(**{**vars(link), **facts})


def _with_named(found: Links, patches: Sequence[Patch], plan: Plan) -> Links:
    named = dict(found)
    for patch in patches:
        there = {one.number for one in named.get(patch.number, ())}
        for number in previous_numbers(patch, plan.earlier):
            if number not in there:
                link = EarlierLink(WITHIN, number, LinkedBy.PREVIOUS_NUMBER)
                named[patch.number] = (*named.get(patch.number, ()), link)
    return named


def link_with(
    book: Casebook,
    plan: Plan,
    source: str,
    earlier: Sequence[Earlier],
    month: Optional[str] = None,
    progress: Progress = SILENT,
) -> Linked:
    """Link patches to work of another source, instead of what was linked to it before.

    Raises what :meth:`Casebook.record` raises.
    """
    progress.say(text("Comparing with {source}", source=source))
    patches = _ordinary(book.patches(month), plan)
    return _record(
        book, patches, source, links_to(patches, earlier, source, plan.earlier, progress)
    )


def _record(book: Casebook, patches: Sequence[Patch], source: str, found: Links) -> Linked:
    known = book.links([one.number for one in patches])
    changes: List[Event] = []
    for patch in patches:
        old = known.get(patch.number, ())
        others = [one for one in old if one.source != source]
        new = [*others, *found.get(patch.number, ())]
        event = events.patch_linked(patch.number, new, old)
        if event.new != event.old:
            changes.append(event)
    if changes:
        book.record(changes)
    return Linked(sum(bool(links) for links in found.values()), len(changes))
