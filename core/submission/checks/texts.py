"""Texts and numbers against the shapefile: GBK, field widths, required fields."""

from __future__ import annotations

from decimal import Decimal
from typing import Iterator

from ...model import Severity
from ...text import text
from ..description import Field
from ..texts import field_values, gbk_length, not_in_gbk
from ..value_types import ValueType
from ..work import MonthWork
from .registry import Offence, check

MOST_NAMED = 12


@check("texts-gbk", Severity.ERROR, text("Texts can be written in GBK"))
def _gbk(work: MonthWork) -> Iterator[Offence]:
    for subject, field, value in field_values(work, lambda field: not field.shorten):
        foreign = not_in_gbk(value) if isinstance(value, str) else ""
        if foreign:
            yield (
                subject,
                text(
                    "{field}: GBK has no {characters}; write it another way.",
                    field=_named(field),
                    characters=foreign,
                ),
            )


@check("texts-fit", Severity.ERROR, text("Texts fit their fields"))
def _fit(work: MonthWork) -> Iterator[Offence]:
    for subject, field, value in field_values(work, _is_own_text):
        length = gbk_length(str(value or ""))
        if length > field.length:
            yield (
                subject,
                text(
                    "{field}: {found} bytes in GBK, the field holds {most}; shorten it.",
                    field=_named(field),
                    found=length,
                    most=field.length,
                ),
            )


@check("texts-shortened", Severity.WARNING, text("Issued texts are whole in the shapefile"))
def _shortened(work: MonthWork) -> Iterator[Offence]:
    for subject, field, value in field_values(work, lambda field: field.shorten):
        if isinstance(value, str) and (not_in_gbk(value) or gbk_length(value) > field.length):
            yield (
                subject,
                text(
                    "{field}: the shapefile cannot hold it whole; the forms do.",
                    field=_named(field),
                ),
            )


@check("numbers-fit", Severity.ERROR, text("Numbers fit their fields"))
def _numbers(work: MonthWork) -> Iterator[Offence]:
    for subject, field, value in field_values(work):
        if not isinstance(value, (int, Decimal)):
            continue
        if len(f"{value:.{field.decimals}f}") > field.length:
            yield (
                subject,
                text("{field}: {value} has too many digits.", field=_named(field), value=value),
            )


@check("fields-required", Severity.ERROR, text("Required fields are filled"))
def _required(work: MonthWork) -> Iterator[Offence]:
    open_work = {
        one.parcel.number
        for one in work.dossiers
        if one.figures is None or one.county_verdict is None
    }
    for subject, field, value in field_values(work, lambda field: field.required):
        # What is not overlaid or not judged has a finding of its own.
        if value in (None, "") and subject not in open_work:
            yield subject, text("{field} is empty.", field=_named(field))


@check("fields-codes", Severity.ERROR, text("Fields hold what their code lists have"))
def _codes(work: MonthWork) -> Iterator[Offence]:
    # What was issued may be outside the list; a warning of its own says so.
    for subject, field, value in field_values(work, _is_own_code):
        if value not in (None, "", *field.codes):
            yield (
                subject,
                text(
                    "{field}: “{value}” is not in the list of its values: {known}.",
                    field=_named(field),
                    value=value,
                    known=tuple(sorted(field.codes)[:MOST_NAMED]),
                ),
            )


def _is_own_code(field: Field) -> bool:
    return bool(field.codes) and not field.shorten


def _is_own_text(field: Field) -> bool:
    return field.type is ValueType.TEXT and not field.shorten


def _named(field: Field) -> str:
    return f"{field.label} ({field.name})"
