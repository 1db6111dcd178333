"""The overlay of a month: base layers in, figures into the record, all or none."""

from __future__ import annotations

from contextlib import ExitStack, closing
from dataclasses import dataclass
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

from ..core.casebook import Casebook, events
from ..core.errors import InputError
from ..core.model import Dossier, Figures
from ..core.overlay.files import open_source
from ..core.overlay.find import LayerFile
from ..core.overlay.renewal import Basis
from ..core.overlay.run import overlay_parcels
from ..core.overlay.source import LayerSource
from ..core.plan import Plan
from ..core.progress import Progress, Share
from ..core.text import Text, text
from .words import say, tr

# Of the whole bar; the rest is for writing it down.
_COMPUTING = 0.9


@dataclass(frozen=True)
class Wanted:
    """Which parcels: of a month, of all months, or one alone.

    Figures that rest on what is there now are kept, unless they are wanted ``again``.
    """

    month: str = ""
    parcel: str = ""
    again: bool = False


@dataclass(frozen=True)
class Overlaid:
    """The parcels as they were before, and their figures in the same order.

    ``kept`` is how many were not computed because nothing had changed under them, ``changed``
    how many of the computed ones are news; ``remarks`` are about all of them.
    """

    dossiers: List[Dossier]
    figures: List[Figures]
    kept: int
    changed: int
    remarks: Tuple[Text, ...] = ()


class _Listening(Share):
    """Keeps what is said once of all parcels, to be told with the outcome."""

    def __init__(self, progress: Progress, start: float, end: float) -> None:
        super().__init__(progress, start, end)
        self.said: List[Text] = []

    def say(self, message: Text) -> None:
        """Remember it."""
        self.said.append(message)


def overlay_month(
    book: Casebook,
    plan: Plan,
    wanted: Wanted,
    layers: Mapping[str, LayerFile],
    progress: Progress,
) -> Overlaid:
    """Compute and record figures; ``layers`` by role code."""
    # Closed by hand: an open file that the garbage collector finds too late crashes QGIS's exit.
    with ExitStack() as opened:
        sources = [
            opened.enter_context(closing(open_source(role, file.path, file.layer)))
            for role, file in ((role, layers.get(role.code)) for role in plan.layer_roles)
            if file is not None
        ]
        return overlay_sources(book, plan, wanted, sources, progress)


def overlay_sources(
    book: Casebook,
    plan: Plan,
    wanted: Wanted,
    sources: Sequence[LayerSource],
    progress: Progress,
) -> Overlaid:
    """Compute and record what is wanted and has changed; the rest is as recorded."""
    dossiers = _dossiers(book, wanted)
    basis = Basis(sources, plan)
    changed = [one for one in dossiers if wanted.again or not basis.stands(one)]
    listening = _Listening(progress, 0, _COMPUTING)
    computed = overlay_parcels(
        [one.parcel for one in changed],
        sources,
        plan,
        listening,
        nearest=True,
        first_images={one.parcel.number: one.patch.before_date or "" for one in changed},
    )
    computed = basis.kept_with(changed, computed)
    news = [
        events.figures_computed(new, about.figures)
        for about, new in zip(changed, computed)
        if new != about.figures
    ]
    count = len(news)
    if book.mu_per_m2 != plan.area_rules.mu_per_m2:  # an office has edited its plan
        news.append(events.plan_changed(plan, book.plan_id))
    book.record(news, Share(progress, _COMPUTING, 1))
    figures, kept = _in_order(dossiers, computed), len(dossiers) - len(changed)
    return Overlaid(dossiers, figures, kept, count, tuple(listening.said))


def _dossiers(book: Casebook, wanted: Wanted) -> List[Dossier]:
    if not wanted.parcel:
        return book.dossiers(wanted.month or None)
    found: Optional[Dossier] = book.dossier(wanted.parcel)
    if found is None:
        raise InputError(text("There is no parcel {number} in the casebook.", number=wanted.parcel))
    return [found]


def _in_order(dossiers: Sequence[Dossier], computed: Sequence[Figures]) -> List[Figures]:
    new: Dict[str, Figures] = {one.parcel_number: one for one in computed}
    found = (new.get(one.parcel.number, one.figures) for one in dossiers)
    return [one for one in found if one is not None]


def told(done: Overlaid) -> str:
    """How many parcels were computed, and how many needed not."""
    count = len(done.dossiers)
    words = tr("{count} parcels computed.").format(count=count - done.kept)
    if done.kept:
        kept = tr("{kept} of {count} unchanged: nothing under them has changed.")
        words = f"{words} {kept.format(kept=done.kept, count=count)}"
    return " ".join([words, *map(say, done.remarks)])
