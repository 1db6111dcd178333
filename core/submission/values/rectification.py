"""How parcels are put right: what was recorded, added up over a row's parcels, and measure by
measure."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Callable, Dict, Iterator, List, Optional

from ...model import Dossier
from ...plan import Label
from ...rectification import Standing, by_cutoff, is_illegal, pairs_of
from ...rectified import Measure, Rectification
from ...text import Translate
from ..work import MonthWork
from .counted import NUMBER, SUMS, joined, sum_of
from .getters import Getter, day_value, decimal_value, text_value
from .rows import MeasureRow
from .towns import town_of


def measure_rows(work: MonthWork, say: Translate) -> Iterator[MeasureRow]:
    """A row per measure that holds, and one per illegal parcel that has none."""
    number = 0
    for dossier in work.dossiers:
        measures: List[Optional[Measure]] = list(dossier.put_right.measures)
        if not measures and is_illegal(dossier, work.plan):
            measures = [None]
        for one in measures:
            number += 1
            yield MeasureRow(work, number, dossier, one, say)


def _stands(row: Any, dossier: Dossier) -> Standing:
    found: Standing = row.work.standings[dossier.parcel.number]
    return found


def _sum(get: Callable[[Standing], Optional[Decimal]]) -> Getter:
    """Over the row's parcels; unknown as soon as one is."""

    def total(row: Any) -> Optional[Decimal]:
        parts = [get(_stands(row, one)) for one in row.dossiers]
        known = [one for one in parts if one is not None]
        return sum(known, Decimal("0.00")) if len(known) == len(parts) else None

    return decimal_value(total)


def _way(row: Any, code: str) -> str:
    label: Label = row.work.plan.rectification_rules.way_label(code)
    return label.zh


def _ways(row: Any) -> str:
    ways = (one.way for dossier in row.dossiers for one in dossier.put_right.measures)
    return joined(row, (_way(row, code) for code in ways))


def _recorded(name: str) -> Getter:
    """A text of the rectifications, each once."""

    def get(row: Any) -> str:
        found: Iterator[Optional[Rectification]] = (
            one.put_right.rectification for one in row.dossiers
        )
        return joined(row, (getattr(one, name) for one in found if one and getattr(one, name)))

    return text_value(get)


def ways_of_penalty(row: Any) -> str:
    """The ways by which a row's penalty is carried out on its parcels."""
    pairs = (
        pair
        for dossier in row.dossiers
        for pair in pairs_of(dossier, row.work.plan)
        if row.penalty is not None and pair.penalty == row.penalty
    )
    return joined(row, (_way(row, one.way) for pair in pairs for one in pair.measures))


RECTIFICATION_SUMS: Dict[str, Getter] = {
    "rectification.ways": text_value(_ways),
    "rectification.rectified_mu": _sum(lambda one: one.rectified_mu),
    "rectification.remaining_mu": _sum(lambda one: one.remaining_mu),
    "rectification.demolished_mu": _sum(lambda one: one.demolished_mu),
    "rectification.recultivated_mu": _sum(lambda one: one.recultivated_mu),
    "rectification.made_up_mu": _sum(lambda one: one.made_up_mu),
    "rectification.confiscated_mu": _sum(lambda one: one.confiscated_mu),
    "rectification.returned_mu": _sum(lambda one: one.returned_mu),
    "rectification.due": _recorded("due"),
    "rectification.responsible": _recorded("responsible"),
}
"""For every row that has ``dossiers``."""


def _measured(name: str) -> Callable[[MeasureRow], Any]:
    return lambda row: getattr(row.measure, name) if row.measure else None


def _measure_text(name: str) -> Getter:
    return text_value(lambda row: str(_measured(name)(row) or ""))


def _measure_day(name: str) -> Getter:
    return day_value(lambda row: _measured(name)(row) or None)


def _lacks(row: MeasureRow) -> str:
    """What the measure lacks to count by the cut-off."""
    found = by_cutoff(row.dossier, row.work.plan, row.work.today)
    kept = dict(zip(row.dossier.put_right.measures, found))
    if row.measure is None or row.measure not in kept:
        return ""
    counted = kept[row.measure]
    return joined(row, (why.say(row.say) for why in (*counted.missing, *counted.late)))


MEASURE_VALUES: Dict[str, Getter] = {
    **NUMBER,
    **SUMS,
    **RECTIFICATION_SUMS,
    "parcel.number": text_value(lambda row: row.dossier.parcel.number),
    "parcel.town": text_value(lambda row: town_of(row.work, row.dossier)),
    "parcels.area_mu": sum_of("area_mu"),
    "rectification.stage": text_value(
        lambda row: _stands(row, row.dossier).stage.label.say(row.say)
    ),
    "measure.way": text_value(lambda row: _way(row, row.measure.way) if row.measure else ""),
    "measure.progress": text_value(
        lambda row: row.measure.progress.label.say(row.say) if row.measure else ""
    ),
    "measure.area_mu": decimal_value(_measured("area_mu")),
    "measure.cultivated_mu": decimal_value(_measured("cultivated_mu")),
    "measure.basic_farmland_mu": decimal_value(_measured("basic_farmland_mu")),
    "measure.recultivated_mu": decimal_value(_measured("recultivated_mu")),
    "measure.document": _measure_text("document"),
    "measure.document_date": _measure_day("document_date"),
    "measure.done_on": _measure_day("done_on"),
    "measure.note": _measure_text("note"),
    "measure.lacks": text_value(_lacks),
}
