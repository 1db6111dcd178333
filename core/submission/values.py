"""Every value that a layer or a form can show, by name: the one list of them.

A row set makes rows; a row knows the record behind it. ``figures.cultivated_mu`` is, for a row
of parcels, what the overlay found. To offer another value, add it to the set's table.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Callable, Dict, Iterator, List, Optional, Tuple

from ..areas import mu_from_m2
from ..documents import Value
from ..legality import flags_mandatory, must_visit_together
from ..model import Dossier, Patch, Photo, Verdict
from ..plan import Category, Plan
from ..text import Translate
from . import field_values, figure_values
from .evidence_values import evidence_getters
from .value_types import ValueType

if TYPE_CHECKING:
    from .work import MonthWork


@dataclass(frozen=True)
class PatchRow:
    """A patch with its parcels."""

    work: MonthWork
    number: int
    patch: Patch
    dossiers: Tuple[Dossier, ...]


@dataclass(frozen=True)
class ParcelRow:
    """A parcel; ``say`` puts the notes of its figures into words."""

    work: MonthWork
    number: int
    dossier: Dossier
    say: Translate

    @property
    def patch(self) -> Patch:
        """The patch it is part of."""
        return self.dossier.patch

    @property
    def dossiers(self) -> Tuple[Dossier, ...]:
        """Itself, as the values that count over dossiers see it."""
        return (self.dossier,)

    @property
    def verdict(self) -> Optional[Verdict]:
        """The county's verdict."""
        return self.dossier.county_verdict

    @property
    def category(self) -> Optional[Category]:
        """The plan's category of the verdict."""
        return self.work.plan.category(self.verdict.category) if self.verdict else None


@dataclass(frozen=True)
class PhotoRow:
    """A photo of a parcel."""

    work: MonthWork
    number: int
    dossier: Dossier
    photo: Photo

    @property
    def patch(self) -> Patch:
        """The patch it was taken for."""
        return self.dossier.patch


@dataclass(frozen=True)
class SummaryRow:
    """The parcels of one patch class and category; a sum over several where it says so."""

    work: MonthWork
    patch_class: str
    category: str
    dossiers: Tuple[Dossier, ...]


Getter = Tuple[ValueType, Callable[[Any], Value]]
Rows = Callable[["MonthWork", Translate], Iterator[Any]]


def value_types(row_set: str, plan: Plan) -> Dict[str, ValueType]:
    """The values of a row set, each with its type."""
    return {name: kind for name, (kind, _) in _getters(row_set, plan).items()}


def rows_of(row_set: str, work: MonthWork, say: Translate) -> Iterator[Any]:
    """The rows of a set, in order."""
    return ROW_SETS[row_set][0](work, say)


def values_of(row_set: str, names: Tuple[str, ...], plan: Plan) -> Callable[[Any], List[Value]]:
    """A function that gives a row's values in the order of ``names``."""
    getters = _getters(row_set, plan)
    chosen = [getters[name][1] for name in names]
    return lambda row: [get(row) for get in chosen]


def _getters(row_set: str, plan: Plan) -> Dict[str, Getter]:
    getters = dict(ROW_SETS[row_set][1])
    if ROW_SETS[row_set][1] is PARCEL_VALUES:
        getters.update(evidence_getters(plan))
        getters.update({f"flag.{term.code}": _flag(term.code) for term in plan.flag_rules.flags})
    return getters


def _flag(code: str) -> Getter:
    def answer(row: ParcelRow) -> str:
        given = row.dossier.flags.get(code)
        return "" if given is None else row.work.schema.words[given.value]

    return ValueType.TEXT, answer


# Rows


def _patch_rows(work: MonthWork, say: Translate) -> Iterator[PatchRow]:
    by_patch = work.by_patch()
    for number, patch in enumerate(work.patches, start=1):
        yield PatchRow(work, number, patch, tuple(by_patch[patch.number]))


def _parcel_rows(work: MonthWork, say: Translate) -> Iterator[ParcelRow]:
    for number, dossier in enumerate(work.dossiers, start=1):
        yield ParcelRow(work, number, dossier, say)


def _flag_rows(work: MonthWork, say: Translate) -> Iterator[ParcelRow]:
    chosen = [one for one in work.dossiers if flags_mandatory(one, work.plan)]
    for number, dossier in enumerate(chosen, start=1):
        yield ParcelRow(work, number, dossier, say)


def _must_visit_rows(work: MonthWork, say: Translate) -> Iterator[PatchRow]:
    number = 0
    for row in _patch_rows(work, say):
        if must_visit_together(row.dossiers, work.plan):
            number += 1
            yield replace(row, number=number)


def _photo_rows(work: MonthWork, say: Translate) -> Iterator[PhotoRow]:
    number = 0
    for dossier in work.dossiers:
        for photo in dossier.photos:
            number += 1
            yield PhotoRow(work, number, dossier, photo)


def _summary_rows(work: MonthWork, say: Translate) -> Iterator[SummaryRow]:
    words, groups = work.schema.words, defaultdict(list)
    for dossier in work.dossiers:
        groups[dossier.patch.patch_class].append(dossier)
    known = [term.code for term in work.plan.patch_classes]
    for patch_class in known + sorted(set(groups) - set(known)):
        members = groups[patch_class]
        for category in work.plan.categories:
            chosen = tuple(one for one in members if _category_code(one) == category.code)
            if chosen:
                yield SummaryRow(work, patch_class, category.label.zh, chosen)
        yield SummaryRow(work, patch_class, words["subtotal"], tuple(members))
    yield SummaryRow(work, words["total"], "", work.dossiers)


def _category_code(dossier: Dossier) -> str:
    return dossier.county_verdict.category if dossier.county_verdict else ""


# Values


def _figure(name: str) -> Getter:
    def get(row: ParcelRow) -> Value:
        figures = row.dossier.figures
        return None if figures is None else getattr(figures, name)

    return ValueType.DECIMAL, get


def _sum_of(name: str) -> Getter:
    """Unknown as soon as one part is unknown: a sum that leaves parts out would mislead."""

    def get(row: Any) -> Optional[Decimal]:
        total = Decimal("0.00")
        for dossier in row.dossiers:
            part = getattr(dossier.figures, name) if dossier.figures else None
            if part is None:
                return None
            total += part
        return total

    return ValueType.DECIMAL, get


def _text(get: Callable[[Any], str]) -> Getter:
    return ValueType.TEXT, get


def _day(get: Callable[[Any], Optional[str]]) -> Getter:
    return ValueType.DATE, get


def _count(get: Callable[[Any], int]) -> Getter:
    return ValueType.INTEGER, get


def _area(get: Callable[[Any], Decimal]) -> Getter:
    return ValueType.DECIMAL, get


def _mu(row: Any, area_m2: Decimal) -> Decimal:
    return mu_from_m2(area_m2, row.work.plan.area_rules.mu_per_m2)


def _joined(row: Any, parts: List[str]) -> str:
    return str(row.work.schema.words["semicolon"]).join(dict.fromkeys(parts))


def _verdict_names(row: PatchRow) -> str:
    verdicts = [one.county_verdict for one in row.dossiers if one.county_verdict]
    found = [row.work.plan.category(verdict.category) for verdict in verdicts]
    return _joined(row, [category.label.zh for category in found if category])


def _visit_reasons(row: PatchRow) -> str:
    reached = must_visit_together(row.dossiers, row.work.plan)
    return _joined(row, [threshold.label.zh for threshold in reached])


def _subcategory_name(row: ParcelRow) -> str:
    if row.category is None or row.verdict is None:
        return ""
    term = row.category.subcategory(row.verdict.subcategory)
    return term.label.zh if term else ""


def _photo_name(row: PhotoRow) -> str:
    return PurePosixPath(row.work.photo_member(row.dossier, row.photo)).name


def _degrees(value: Optional[float], digits: int) -> str:
    return "" if value is None else f"{value:.{digits}f}"


_PATCH: Dict[str, Getter] = {
    "patch.number": _text(lambda row: row.patch.number),
    "patch.county_code": _text(lambda row: row.patch.county_code),
    "patch.county_name": _text(lambda row: row.patch.county_name),
    "patch.class": _text(lambda row: row.patch.patch_class),
    "patch.change_type": _text(lambda row: row.patch.change_type),
    "patch.before_date": _day(lambda row: row.patch.before_date),
    "patch.after_date": _day(lambda row: row.patch.after_date),
    "patch.month": _text(lambda row: row.patch.month),
    "patch.issued_area": _text(lambda row: row.patch.issued_area or ""),
    "patch.issued_area_unit": _text(lambda row: row.patch.issued_area_unit),
    "patch.area_m2": _area(lambda row: row.patch.area_m2),
    "patch.area_mu": _area(lambda row: _mu(row, row.patch.area_m2)),
    "patch.remark": _text(lambda row: row.patch.remark),
}
_NUMBER: Dict[str, Getter] = {"row.number": _count(lambda row: row.number)}
_PHOTO_COUNT: Dict[str, Getter] = {
    "photos.count": _count(lambda row: sum(len(one.photos) for one in row.dossiers)),
}
_SUMS: Dict[str, Getter] = {
    "parcels.count": _count(lambda row: len(row.dossiers)),
    "parcels.cultivated_mu": _sum_of("cultivated_mu"),
    "parcels.basic_farmland_mu": _sum_of("basic_farmland_mu"),
    "parcels.red_line_mu": _sum_of("red_line_mu"),
}
PATCH_VALUES: Dict[str, Getter] = {
    **_NUMBER,
    **_PATCH,
    **_SUMS,
    **_PHOTO_COUNT,
    "parcels.verdicts": _text(_verdict_names),
    "must_visit.reasons": _text(_visit_reasons),
}
PARCEL_VALUES: Dict[str, Getter] = {
    **_NUMBER,
    **_PATCH,
    **_PHOTO_COUNT,
    "parcel.number": _text(lambda row: row.dossier.parcel.number),
    "parcel.area_m2": _area(lambda row: row.dossier.parcel.area_m2),
    "parcel.area_mu": _area(lambda row: row.dossier.parcel.mu(row.work.plan.area_rules.mu_per_m2)),
    "figures.cultivated_mu": _figure("cultivated_mu"),
    "figures.cultivated_gross_m2": _figure("cultivated_gross_m2"),
    "figures.other_agricultural_mu": _figure("other_agricultural_mu"),
    "figures.unused_mu": _figure("unused_mu"),
    "figures.construction_mu": _figure("construction_mu"),
    "figures.uncovered_mu": _figure("uncovered_mu"),
    "figures.basic_farmland_mu": _figure("basic_farmland_mu"),
    "figures.red_line_mu": _figure("red_line_mu"),
    "figures.urban_mu": _figure("urban_mu"),
    "figures.location": _text(figure_values.location),
    "figures.land_use": _text(figure_values.land_use),
    "figures.approvals": _text(figure_values.approvals),
    "figures.notes": _text(figure_values.notes),
    "figures.besides": _text(figure_values.around),
    "figures.layers": _text(figure_values.layers),
    "field.people": _text(field_values.people),
    "field.day": _day(field_values.day),
    "field.way": _text(field_values.named("way", lambda rules: rules.ways)),
    "field.found": _text(field_values.written("found")),
    "field.actual_use": _text(field_values.written("actual_use")),
    "field.stage": _text(field_values.named("stage", lambda rules: rules.stages)),
    "field.build_time": _text(field_values.written("build_time")),
    "field.actor": _text(field_values.actor),
    "field.stop_notice": _text(field_values.stop_notice),
    "verdict.category": _text(lambda row: row.verdict.category if row.verdict else ""),
    "verdict.category_name": _text(lambda row: row.category.label.zh if row.category else ""),
    "verdict.subcategory": _text(lambda row: row.verdict.subcategory if row.verdict else ""),
    "verdict.subcategory_name": _text(_subcategory_name),
    "verdict.reason": _text(lambda row: row.verdict.reason if row.verdict else ""),
    "verdict.plan_id": _text(lambda row: row.verdict.plan_id if row.verdict else ""),
}
PHOTO_VALUES: Dict[str, Getter] = {
    **_NUMBER,
    "patch.number": _PATCH["patch.number"],
    "parcel.number": _text(lambda row: row.dossier.parcel.number),
    "photo.name": _text(_photo_name),
    "photo.taken_at": _text(lambda row: row.photo.taken_at or ""),
    "photo.lon": _text(lambda row: _degrees(row.photo.lon_deg, 6)),
    "photo.lat": _text(lambda row: _degrees(row.photo.lat_deg, 6)),
    "photo.azimuth": _text(lambda row: _degrees(row.photo.azimuth_deg, 1)),
}
SUMMARY_VALUES: Dict[str, Getter] = {
    **_SUMS,
    "summary.class": _text(lambda row: row.patch_class or row.work.schema.words["no_class"]),
    "summary.category": _text(lambda row: row.category),
    "parcels.area_mu": _sum_of("area_mu"),
}

ROW_SETS: Dict[str, Tuple[Rows, Dict[str, Getter]]] = {
    "patches": (_patch_rows, PATCH_VALUES),
    "parcels": (_parcel_rows, PARCEL_VALUES),
    "flags": (_flag_rows, PARCEL_VALUES),
    "must_visit": (_must_visit_rows, PATCH_VALUES),
    "photos": (_photo_rows, PHOTO_VALUES),
    "summary": (_summary_rows, SUMMARY_VALUES),
}
