"""Field photos: there, unchanged, and small and short-named enough."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Iterator, Optional

from ...files import sha256_of
from ...model import Photo, Severity
from ...text import Text, text
from ..work import MonthWork
from .registry import Offence, check

PHOTOS_UNCHANGED = "photos-files"
"""The check that reads every photo."""


@check(PHOTOS_UNCHANGED, Severity.ERROR, text("Photos are there and unchanged"))
def _files(work: MonthWork) -> Iterator[Offence]:
    for dossier in work.dossiers:
        for photo in dossier.photos:
            message = trouble_of(work.photo_path(photo), photo)
            if message is not None:
                yield dossier.parcel.number, message


def trouble_of(path: Path, photo: Photo) -> Optional[Text]:
    """Why a photo's file cannot be handed out; ``None`` where it can."""
    try:
        digest = sha256_of(path)
    except OSError:
        return text("The photo {file} is missing or cannot be read.", file=photo.file)
    if digest != photo.sha256:
        return text("The photo {file} is not the one that was attached.", file=photo.file)
    return None


@check("photos-size", Severity.ERROR, text("Photos are not too large"))
def _size(work: MonthWork) -> Iterator[Offence]:
    rules = work.plan.photo_rules
    for dossier in work.dossiers:
        for photo in dossier.photos:
            if photo.size_bytes > rules.size_bytes:
                yield (
                    dossier.parcel.number,
                    text(
                        "The photo {file} is larger than {most} MB.",
                        file=photo.file,
                        most=rules.size_mb,
                    ),
                )


@check("photos-names", Severity.ERROR, text("Photos can be named as the plan wants"))
def _names(work: MonthWork) -> Iterator[Offence]:
    most = work.plan.photo_rules.name_characters
    for dossier in work.dossiers:
        for photo in dossier.photos:
            name = PurePosixPath(work.photo_member(dossier, photo))
            if len(name.name) > most:
                yield (
                    dossier.parcel.number,
                    text(
                        "The photo name {name} has more than {most} characters.",
                        name=name.name,
                        most=most,
                    ),
                )
            if name.suffix not in work.schema.photo_suffixes:
                yield (
                    dossier.parcel.number,
                    text("The photo {file} is of a kind that is not handed up.", file=photo.file),
                )


@check("photos-present", Severity.WARNING, text("Every parcel has a photo"))
def _present(work: MonthWork) -> Iterator[Offence]:
    for dossier in work.dossiers:
        if all(photo.stage for photo in dossier.photos):
            yield dossier.parcel.number, text("There is no photo of the field check.")
