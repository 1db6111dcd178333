"""Patches: as they were issued, and what was made of them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any, Dict, Iterator

from ...legality import must_visit_together
from ...mu import mu_from_m2
from ...text import Translate
from ..work import MonthWork
from .counted import NUMBER, PHOTO_COUNT, SUMS, joined
from .getters import Getter, day_value, decimal_value, text_value
from .rows import PatchRow


def patch_rows(work: MonthWork, say: Translate) -> Iterator[PatchRow]:
    """Every patch."""
    by_patch = work.by_patch()
    for number, patch in enumerate(work.patches, start=1):
        yield PatchRow(work, number, patch, tuple(by_patch[patch.number]))


def must_visit_rows(work: MonthWork, say: Translate) -> Iterator[PatchRow]:
    """The patches that reach a threshold of the city's field checks."""
    number = 0
    for row in patch_rows(work, say):
        if must_visit_together(row.dossiers, work.plan):
            number += 1
            yield replace(row, number=number)


def _mu(row: Any, area_m2: Decimal) -> Decimal:
    return mu_from_m2(area_m2, row.work.plan.area_rules.mu_per_m2)


def _verdict_names(row: PatchRow) -> str:
    verdicts = [one.county_verdict for one in row.dossiers if one.county_verdict]
    found = [row.work.plan.category(verdict.category) for verdict in verdicts]
    return joined(row, [category.label.zh for category in found if category])


def _visit_reasons(row: PatchRow) -> str:
    reached = must_visit_together(row.dossiers, row.work.plan)
    return joined(row, [threshold.label.zh for threshold in reached])


ISSUED: Dict[str, Getter] = {
    "patch.number": text_value(lambda row: row.patch.number),
    "patch.county_code": text_value(lambda row: row.patch.county_code),
    "patch.county_name": text_value(lambda row: row.patch.county_name),
    "patch.class": text_value(lambda row: row.patch.patch_class),
    "patch.change_type": text_value(lambda row: row.patch.change_type),
    "patch.before_date": day_value(lambda row: row.patch.before_date),
    "patch.after_date": day_value(lambda row: row.patch.after_date),
    "patch.month": text_value(lambda row: row.patch.month),
    "patch.issued_area": text_value(lambda row: row.patch.issued_area or ""),
    "patch.issued_area_unit": text_value(lambda row: row.patch.issued_area_unit),
    "patch.area_m2": decimal_value(lambda row: row.patch.area_m2),
    "patch.area_mu": decimal_value(lambda row: _mu(row, row.patch.area_m2)),
    "patch.remark": text_value(lambda row: row.patch.remark),
}
PATCH_VALUES: Dict[str, Getter] = {
    **NUMBER,
    **ISSUED,
    **SUMS,
    **PHOTO_COUNT,
    "parcels.verdicts": text_value(_verdict_names),
    "must_visit.reasons": text_value(_visit_reasons),
}
