"""Military land goes its own path; nothing of it may be in the ordinary package."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Callable, Collection, Iterator, Optional

from ...legality import is_military
from ...model import Severity
from ...text import text
from ..texts import texts_of
from ..work import MonthWork
from .registry import Offence, check


@check("military-own-path", Severity.NOTICE, text("Military land goes its own path"))
def _own_path(work: MonthWork) -> Iterator[Offence]:
    for patch in work.military:
        yield (
            patch.number,
            text(
                "Military land: it is not in this package. Enter it in the register of military "
                "land (军用土地登记表) and report it by confidential mail (机要)."
            ),
        )


@check("military-mixed", Severity.WARNING, text("No patch is military in part"))
def _mixed(work: MonthWork) -> Iterator[Offence]:
    for dossier in work.military_dossiers:
        if not is_military(dossier, work.plan):
            yield (
                dossier.parcel.number,
                text(
                    "Another parcel of patch {patch} is military, so the whole patch stays out "
                    "of this package. Ask the city how to report this parcel.",
                    patch=dossier.patch.number,
                ),
            )


@check("military-unmentioned", Severity.ERROR, text("Nothing points to military land"))
def _unmentioned(work: MonthWork) -> Iterator[Offence]:
    secret = work.military_numbers
    find = lru_cache(maxsize=None)(mention_finder(secret))
    naming = [subject for subject, content in texts_of(work) if find(content)] if secret else []
    for subject in dict.fromkeys(naming):
        yield subject, text("A text names a military patch; take it out.")
    hidden = {photo.sha256 for one in work.military_dossiers for photo in one.photos}
    for dossier in work.dossiers:
        if any(photo.sha256 in hidden for photo in dossier.photos):
            yield dossier.parcel.number, text("One of its photos is also that of military land.")


def mention_finder(numbers: Collection[str]) -> Callable[[str], Optional[str]]:
    """A function that gives the first of ``numbers`` that a text names, or ``None``.

    A number inside a longer one is another number; full-width digits are the same.
    """
    if not numbers:
        return lambda content: None
    folded = [unicodedata.normalize("NFKC", number) for number in numbers]
    choice = "|".join(re.escape(number) for number in sorted(folded, key=len, reverse=True))
    pattern = re.compile(f"(?<![0-9A-Za-z])(?:{choice})(?![0-9A-Za-z])", re.IGNORECASE)

    def find(content: str) -> Optional[str]:
        found = pattern.search(unicodedata.normalize("NFKC", content))
        return found.group() if found else None

    return find
