"""Earlier work on the place of the patch at hand, in words, and the way to it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import List, Optional

from ..core.casebook import Casebook
from ..core.errors import InputError
from ..core.intake import ReadOptions
from ..core.legality import military_patches
from ..core.linking import Linked, link_with, read_earlier_work
from ..core.linking.found import earlier_of
from ..core.model import EarlierLink, Patch
from ..core.plan import Plan
from ..core.progress import Progress
from ..core.text import text
from .session import Session
from .words import say, tr


@dataclass(frozen=True)
class Known:
    """A link with what stands now: of a patch of this casebook what its parcels say today."""

    link: EarlierLink
    patch: Optional[Patch] = None

    @property
    def where(self) -> str:
        """The file or programme it is from."""
        return self.link.source or tr("This casebook")

    @property
    def share(self) -> str:
        """How it is known to be the same place, with both shares where there are any."""
        words = say(self.link.linked_by.label)
        if self.link.percent is None:
            return words
        return tr("{how}, {percent} % of this patch").format(how=words, percent=self.link.percent)

    @property
    def line(self) -> str:
        """All of it in one line."""
        link = self.link
        found = [link.verdict or tr("not known what was found"), link.found_on, link.rectification]
        head = f"{link.number} ({link.month})" if link.month else link.number
        parts = [head, *found, self.share, link.source]
        return " · ".join(part for part in parts if part)


def known_links(session: Session) -> List[Known]:
    """The links of the patch at hand; none to land that is military by now."""
    dossier = session.dossier
    if dossier is None or session.book is None:
        return []
    found = (_known(one, session.book, session.plan) for one in dossier.earlier)
    return [one for one in found if one is not None]


def _known(link: EarlierLink, book: Casebook, plan: Plan) -> Optional[Known]:
    patch = None if link.source else book.patch(link.number)
    if patch is None:
        return Known(link)
    dossiers = [book.dossier(parcel.number) for parcel in book.parcels_of(patch.number)]
    there = [one for one in dossiers if one is not None]
    if military_patches(there, plan):
        return None
    now = earlier_of(patch, there, plan)
    facts = {name: getattr(now, name) for name in ("verdict", "found_on", "rectification")}
    return Known(EarlierLink(**{**vars(link), **facts}), patch)


def go_to(session: Session, patch: Patch) -> None:
    """Show the first parcel of a patch, in its month."""
    session.set_month(patch.month)
    parcels = session.book.parcels_of(patch.number)
    if parcels:
        session.show(parcels[0].number)


def link_file(
    book: Casebook,
    plan: Plan,
    path: Path,
    options: ReadOptions,
    month: Optional[str],
    progress: Progress,
    source: str = "",
) -> Linked:
    """Read other people's earlier work and link the patches of a month, or all, to it.

    Raises :class:`InputError` when it is the casebook itself, and what reading raises.
    """
    if path.resolve() == book.path.resolve():
        raise InputError(
            text("{file} is this casebook itself; its months are linked anyway.", file=path.name)
        )
    earlier = read_earlier_work(path, plan, options, book.who, progress)
    return link_with(book, plan, source or path.name, earlier, month, progress)
