"""Field checks and their photos: there, by enough people, at the right place and time."""

from __future__ import annotations

from typing import Iterator

from ...field.checks import FIELD_CHECKS
from ...field.photo_checks import PHOTO_CHECKS, repeated_photos
from ...model import Severity
from ...text import text
from ..work import MonthWork
from .registry import Offence, Run, check


# An error: the plan wants every patch checked on the ground, and says so without exception.
@check("field-checked", Severity.ERROR, text("Every parcel was checked in the field"))
def _checked(work: MonthWork) -> Iterator[Offence]:
    for dossier in work.dossiers:
        if dossier.field_check is None:
            yield dossier.parcel.number, text("There is no record of its field check.")


def _of_field_check(name: str) -> Run:
    def run(work: MonthWork) -> Iterator[Offence]:
        for dossier in work.dossiers:
            message = FIELD_CHECKS[name](dossier, work.plan)
            if message is not None:
                yield dossier.parcel.number, message

    return run


def _of_photos(name: str) -> Run:
    def run(work: MonthWork) -> Iterator[Offence]:
        for dossier in work.dossiers:
            for message in PHOTO_CHECKS[name](dossier, work.plan, work.today):
                yield dossier.parcel.number, message

    return run


for _name, _title, _make in (
    ("field-people", text("Penal work was done by enough people"), _of_field_check),
    ("field-ground", text("Field checks were made on the ground"), _of_field_check),
    ("field-day", text("Field checks came after the later image"), _of_field_check),
    ("field-found", text("Field checks say what was found"), _of_field_check),
    ("photos-kinds", text("Photos are as many and of the kinds that are wanted"), _of_photos),
    ("photos-exif", text("Photos carry what the camera noted"), _of_photos),
    ("photos-time", text("Photos were taken after the later image"), _of_photos),
    ("photos-place", text("Photos were taken near their parcel"), _of_photos),
    ("photos-direction", text("Photos look at their parcel"), _of_photos),
):
    check(_name, Severity.WARNING, _title)(_make(_name))


@check("photos-twice", Severity.WARNING, text("No photo is there twice"))
def _twice(work: MonthWork) -> Iterator[Offence]:
    yield from repeated_photos(work.dossiers, work.plan)
