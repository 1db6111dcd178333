"""Numbers and issued facts: complete, unique, usable, of the month's classes."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from typing import Dict, Iterator, List

from ...model import Severity
from ...text import text
from ..work import MonthWork
from .registry import Offence, check

# What forms and attribute tables cannot hold. What only file names cannot is written otherwise
# there (core/files.py) and stays as it was issued everywhere else.
_UNUSABLE = re.compile(r"[\x00-\x1f\x7f]")


@check("patches-have-parcels", Severity.ERROR, text("Every patch has a parcel"))
def _have_parcels(work: MonthWork) -> Iterator[Offence]:
    judged = work.by_patch()
    for patch in work.patches:
        if not judged.get(patch.number):
            yield patch.number, text("The patch has no parcel; divide or restore it.")


@check("numbers-unique", Severity.ERROR, text("Numbers are unique"))
def _unique(work: MonthWork) -> Iterator[Offence]:
    yield from _repeated([patch.number for patch in work.patches])
    yield from _repeated([dossier.parcel.number for dossier in work.dossiers])


def _repeated(numbers: List[str]) -> Iterator[Offence]:
    alike: Dict[str, List[str]] = defaultdict(list)
    for number in numbers:
        alike[unicodedata.normalize("NFKC", number).strip().casefold()].append(number)
    for found in alike.values():
        for number in found[1:]:
            yield (
                number,
                text(
                    "The number is there twice, or differs from {other} only by full-width "
                    "characters, case or blanks.",
                    other=found[0],
                ),
            )


@check("numbers-usable", Severity.ERROR, text("Numbers can be written"))
def _usable(work: MonthWork) -> Iterator[Offence]:
    numbers = {patch.number for patch in work.patches}
    numbers.update(dossier.parcel.number for dossier in work.dossiers)
    for number in sorted(numbers):
        if not number.strip() or _UNUSABLE.search(number):
            yield (
                number,
                text("The number is blank or holds a control character."),
            )


@check("parcel-numbers", Severity.WARNING, text("A parcel's number begins with its patch's"))
def _parcel_numbers(work: MonthWork) -> Iterator[Offence]:
    for dossier in work.dossiers:
        rest = dossier.parcel.number[len(dossier.patch.number) :]
        begins = dossier.parcel.number.startswith(dossier.patch.number)
        if not (begins and re.fullmatch(r"_[0-9]+", rest)):
            yield (
                dossier.parcel.number,
                text("The number is not that of patch {patch} and _n.", patch=dossier.patch.number),
            )


@check("patch-class", Severity.WARNING, text("The patch class is one of the plan's"))
def _patch_class(work: MonthWork) -> Iterator[Offence]:
    known = {term.code for term in work.plan.patch_classes}
    for patch in work.patches:
        if not patch.patch_class:
            yield patch.number, text("The issued row names no patch class.")
        elif patch.patch_class not in known:
            yield (
                patch.number,
                text("The plan has no patch class “{found}”.", found=patch.patch_class),
            )


@check("county-code", Severity.WARNING, text("The patch is the county's own"))
def _county_code(work: MonthWork) -> Iterator[Offence]:
    for patch in work.patches:
        if patch.county_code and patch.county_code != work.county_code:
            yield (
                patch.number,
                text(
                    "It was issued for {found}, and this casebook is that of {own}.",
                    found=patch.county_code,
                    own=work.county_code,
                ),
            )


@check("dates-order", Severity.WARNING, text("The image dates are there and in order"))
def _dates(work: MonthWork) -> Iterator[Offence]:
    for patch in work.patches:
        if not patch.before_date or not patch.after_date:
            yield patch.number, text("An image date is missing.")
        elif patch.before_date >= patch.after_date:
            yield (
                patch.number,
                text(
                    "The image before ({before}) is not older than the one after ({after}).",
                    before=patch.before_date,
                    after=patch.after_date,
                ),
            )
