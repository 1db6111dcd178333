"""Reading a month's work from the casebook."""

from __future__ import annotations

import re
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Collection, List, Optional, Protocol, Sequence, Tuple

from sqlalchemy import Connection

from ..casebook import Head, Recorded
from ..casebook.journal import Event
from ..errors import InputError
from ..legality import is_military
from ..model import Dossier, Patch, PatchKind
from ..plan import Plan
from ..progress import Progress
from ..text import text
from .schema import load_schema
from .work import MonthWork

_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])\Z")


class Book(Protocol):
    """What the submission needs of the casebook."""

    path: Path
    county_code: str
    county_name: str
    working_file: str

    @property
    def writable(self) -> bool:
        """False when it can only be read."""

    def patches(self, month: str, kind: PatchKind) -> Sequence[Patch]:
        """The month's patches by number."""

    def dossiers(self, month: str, kind: PatchKind) -> Sequence[Dossier]:
        """Everything about the month's parcels, by number."""

    def newest_besides(self, kind: str) -> Head:
        """The newest journal entry that is not of ``kind``."""

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection for questions."""

    def record(self, changes: Sequence[Event], progress: Progress) -> List[Recorded]:
        """Record changes, all or none."""


def collect(book: Book, plan: Plan, month: str, today: date) -> MonthWork:
    """Read one month from the casebook.

    :raises InputError: ``month`` is not one, like ``2023-04``.
    :raises PlanError: the plan's description of the package is wrong.
    """
    if not _MONTH.match(month):
        raise InputError(text("“{month}” is no month; write it like 2023-04.", month=month))
    patches, dossiers, hidden, hidden_dossiers = _sorted_out(book, plan, month, PatchKind.LAND)
    mines, mine_dossiers, hidden_mines, hidden_mine_dossiers = _sorted_out(
        book, plan, month, PatchKind.MINERAL
    )
    return MonthWork(
        plan=plan,
        schema=load_schema(plan),
        month=month,
        county_code=book.county_code,
        county_name=book.county_name,
        folder=book.path.parent,
        patches=patches,
        dossiers=dossiers,
        military=hidden + hidden_mines,
        military_dossiers=hidden_dossiers + hidden_mine_dossiers,
        mineral_count=len(mines) + len(hidden_mines),
        today=today,
        mineral_patches=mines,
        mineral_dossiers=mine_dossiers,
    )


def only(work: MonthWork, numbers: Optional[Collection[str]]) -> MonthWork:
    """Some of a month's patches, or all of them.

    :raises InputError: one of them is not among those that can be handed up.
    """
    if numbers is None:
        return work
    there = {patch.number for patch in work.patches}
    for number in numbers:
        if number not in there:
            raise InputError(
                text(
                    "{patch} is not among the patches of {month} that are handed up.",
                    patch=number,
                    month=work.month,
                )
            )
    return replace(
        work,
        patches=tuple(one for one in work.patches if one.number in numbers),
        dossiers=tuple(one for one in work.dossiers if one.patch.number in numbers),
    )


def _sorted_out(
    book: Book, plan: Plan, month: str, kind: PatchKind
) -> Tuple[Tuple[Patch, ...], Tuple[Dossier, ...], Tuple[Patch, ...], Tuple[Dossier, ...]]:
    """Patches and dossiers of a kind: the ordinary ones, then the military ones."""
    patches, dossiers = list(book.patches(month, kind)), list(book.dossiers(month, kind))
    hidden = {dossier.patch.number for dossier in dossiers if is_military(dossier, plan)}
    hidden.update(patch.number for patch in patches if is_military(patch, plan))
    return (
        tuple(one for one in patches if one.number not in hidden),
        tuple(one for one in dossiers if one.patch.number not in hidden),
        tuple(one for one in patches if one.number in hidden),
        tuple(one for one in dossiers if one.patch.number in hidden),
    )
