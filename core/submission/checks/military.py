"""Military land goes its own path; nothing of it may be in the ordinary package."""

from __future__ import annotations

from functools import lru_cache
from typing import Iterator

from ...legality import is_military
from ...legality.military import mention_finder
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
