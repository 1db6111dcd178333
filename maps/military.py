"""Military land is kept off the map, but for the person who marked it."""

from __future__ import annotations

from typing import Iterable, List

from ..core.casebook import Casebook
from ..core.casebook.events import VERDICT
from ..core.legality import is_military
from ..core.model import Dossier
from ..core.plan import Plan


def without_military(plan: Plan, number_column: str) -> str:
    """A filter for a casebook's layer that leaves military patches out, always up to date.

    One sign is enough, as in :func:`core.legality.is_military`: a verdict of any level, or a
    marker word in what was issued. ``number_column`` holds the patch's number.
    """
    # A layer's filter is text, nothing can be bound to it; plan's words are quoted.
    codes = _listed(one.code for one in plan.categories if one.military)
    judged = (
        "SELECT parcels.patch_number FROM parcels JOIN verdicts "  # noqa: S608 - the plan's words
        f"ON verdicts.parcel_number = parcels.number WHERE verdicts.category IN ({codes})"
    )
    filters = [f'"{number_column}" NOT IN ({judged})']
    signs = [
        f"instr({column}, {_quoted(word)})"
        for word in plan.military_markers
        for column in ("remark", "issued")
    ]
    marked = "SELECT number FROM patches WHERE " + " OR ".join(signs)  # noqa: S608
    filters.append(f'"{number_column}" NOT IN ({marked})')
    return " AND ".join(filters)


def may_see(book: Casebook, dossier: Dossier, plan: Plan) -> bool:
    """True when the outline may be on this person's screen.

    Ordinary land, and military land that this person has marked or nobody has judged yet. A
    patch of which one parcel is military is so as a whole: its other parcels would show it.
    """
    dossiers = whole_patch(book, dossier)
    if not any(is_military(one, plan) for one in dossiers):
        return True
    marked_by = (_marked_by(book, one.parcel.number, plan) for one in dossiers)
    return all(who == book.who for who in marked_by if who)


def whole_patch(book: Casebook, dossier: Dossier) -> List[Dossier]:
    """A parcel with all others of its patch."""
    numbers = {one.number for one in book.parcels_of(dossier.patch.number)}
    others = (book.dossier(number) for number in numbers - {dossier.parcel.number})
    return [dossier, *(one for one in others if one is not None)]


def _marked_by(book: Casebook, number: str, plan: Plan) -> str:
    """Who judged a parcel military last; empty when nobody has."""
    military = {one.code for one in plan.categories if one.military}
    return next(
        (
            entry.who
            for entry in book.history(number)
            if entry.kind.startswith(VERDICT) and (entry.new or {}).get("category") in military
        ),
        "",
    )


def _listed(words: Iterable[str]) -> str:
    return ", ".join(map(_quoted, words)) or "''"


def _quoted(word: str) -> str:
    return "'" + word.replace("'", "''") + "'"
