"""Parcels: what was found, judged and checked of each."""

from __future__ import annotations

from typing import Callable, Dict, Iterator

from ...documents import Value
from ...legality import flags_mandatory
from ...model import Dossier
from ...plan import Plan
from ...rectification import is_illegal
from ...text import Translate
from ..value_types import ValueType
from ..work import MonthWork
from . import field, figures
from .counted import NUMBER, PHOTO_COUNT, joined
from .evidence import evidence_getters
from .getters import Getter, day_value, decimal_value, text_value
from .patch import ISSUED
from .rows import ParcelRow
from .towns import town_of


def parcel_rows(work: MonthWork, say: Translate) -> Iterator[ParcelRow]:
    """Every parcel."""
    return _chosen(work, say, lambda dossier: True)


def flag_rows(work: MonthWork, say: Translate) -> Iterator[ParcelRow]:
    """The parcels whose six flags have to be answered."""
    return _chosen(work, say, lambda dossier: flags_mandatory(dossier, work.plan))


def illegal_rows(work: MonthWork, say: Translate) -> Iterator[ParcelRow]:
    """The parcels that are illegal by the verdict that counts, as what is left to put right is."""
    return _chosen(work, say, lambda dossier: is_illegal(dossier, work.plan))


def _chosen(
    work: MonthWork, say: Translate, holds: Callable[[Dossier], bool]
) -> Iterator[ParcelRow]:
    for number, dossier in enumerate(filter(holds, work.dossiers), start=1):
        yield ParcelRow(work, number, dossier, say)


def parcel_getters(plan: Plan) -> Dict[str, Getter]:
    """What can be said of a parcel; evidence and flags are those of the plan."""
    flags = {f"flag.{term.code}": _flag(term.code) for term in plan.flag_rules.flags}
    return {**PARCEL_VALUES, **evidence_getters(plan), **flags}


def _flag(code: str) -> Getter:
    def answer(row: ParcelRow) -> str:
        given = row.dossier.flags.get(code)
        return "" if given is None else row.work.schema.words[given.value]

    return text_value(answer)


def _figure(name: str) -> Getter:
    def get(row: ParcelRow) -> Value:
        found = row.dossier.figures
        return None if found is None else getattr(found, name)

    return ValueType.DECIMAL, get


def _case_names(row: ParcelRow) -> str:
    """What its cases are about; of cases with military land nothing."""
    hidden = row.work.military_numbers
    cases = [one.case for one in row.dossier.cases if hidden.isdisjoint(one.case.parcels)]
    return joined(row, (case.name for case in cases if case.name))


def _subcategory_name(row: ParcelRow) -> str:
    if row.category is None or row.verdict is None:
        return ""
    term = row.category.subcategory(row.verdict.subcategory)
    return term.label.zh if term else ""


def _counting_category(row: ParcelRow) -> str:
    found = row.work.plan.category(row.counting.category) if row.counting else None
    return found.label.zh if found else ""


PARCEL_VALUES: Dict[str, Getter] = {
    **NUMBER,
    **ISSUED,
    **PHOTO_COUNT,
    "parcel.number": text_value(lambda row: row.dossier.parcel.number),
    "parcel.area_m2": decimal_value(lambda row: row.dossier.parcel.area_m2),
    "parcel.area_mu": decimal_value(
        lambda row: row.dossier.parcel.mu(row.work.plan.area_rules.mu_per_m2)
    ),
    "parcel.town": text_value(lambda row: town_of(row.work, row.dossier)),
    "figures.cultivated_mu": _figure("cultivated_mu"),
    "figures.cultivated_gross_m2": _figure("cultivated_gross_m2"),
    "figures.other_agricultural_mu": _figure("other_agricultural_mu"),
    "figures.unused_mu": _figure("unused_mu"),
    "figures.construction_mu": _figure("construction_mu"),
    "figures.uncovered_mu": _figure("uncovered_mu"),
    "figures.basic_farmland_mu": _figure("basic_farmland_mu"),
    "figures.red_line_mu": _figure("red_line_mu"),
    "figures.urban_mu": _figure("urban_mu"),
    "figures.location": text_value(figures.location),
    "figures.land_use": text_value(figures.land_use),
    "figures.approvals": text_value(figures.approvals),
    "figures.notes": text_value(figures.notes),
    "figures.besides": text_value(figures.around),
    "figures.layers": text_value(figures.layers),
    "field.people": text_value(field.people),
    "field.day": day_value(field.day),
    "field.way": text_value(field.named("way", lambda rules: rules.ways)),
    "field.found": text_value(field.written("found")),
    "field.actual_use": text_value(field.written("actual_use")),
    "field.stage": text_value(field.named("stage", lambda rules: rules.stages)),
    "field.build_time": text_value(field.written("build_time")),
    "field.actor": text_value(field.actor),
    "field.stop_notice": text_value(field.stop_notice),
    "verdict.category": text_value(lambda row: row.verdict.category if row.verdict else ""),
    "verdict.category_name": text_value(lambda row: row.category.label.zh if row.category else ""),
    "verdict.subcategory": text_value(lambda row: row.verdict.subcategory if row.verdict else ""),
    "verdict.subcategory_name": text_value(_subcategory_name),
    "verdict.reason": text_value(lambda row: row.verdict.reason if row.verdict else ""),
    "counting.category_name": text_value(_counting_category),
    "counting.reason": text_value(lambda row: row.counting.reason if row.counting else ""),
    "case.names": text_value(_case_names),
    "verdict.plan_id": text_value(lambda row: row.verdict.plan_id if row.verdict else ""),
}
