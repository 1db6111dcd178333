"""The month added up: by patch class or by town, and category."""

from __future__ import annotations

from collections import defaultdict
from typing import Dict, Iterator, List

from ...model import Dossier
from ...rectification import effective_verdict
from ...text import Translate
from ..work import MonthWork
from .counted import SUMS, sum_of
from .getters import Getter, text_value
from .rows import SummaryRow
from .towns import town_of


def summary_rows(work: MonthWork, say: Translate) -> Iterator[SummaryRow]:
    """Per class its categories and their sum; then the sum of all."""
    groups: Dict[str, List[Dossier]] = defaultdict(list)
    for dossier in work.dossiers:
        groups[dossier.patch.patch_class].append(dossier)
    known = [term.code for term in work.plan.patch_classes]
    return _summed(work, groups, known + sorted(set(groups) - set(known)))


def town_rows(work: MonthWork, say: Translate) -> Iterator[SummaryRow]:
    """Per town its categories and their sum; then the sum of all."""
    groups: Dict[str, List[Dossier]] = defaultdict(list)
    for dossier in work.dossiers:
        groups[town_of(work, dossier)].append(dossier)
    unknown = work.schema.words["no_town"]
    return _summed(work, groups, sorted(groups, key=lambda name: (name == unknown, name)))


def _summed(
    work: MonthWork, groups: Dict[str, List[Dossier]], order: List[str]
) -> Iterator[SummaryRow]:
    words = work.schema.words
    for name in order:
        members = groups[name]
        for category in work.plan.categories:
            chosen = tuple(one for one in members if _category_code(one) == category.code)
            if chosen:
                yield SummaryRow(work, name, category.label.zh, chosen)
        yield SummaryRow(work, name, words["subtotal"], tuple(members))
    yield SummaryRow(work, words["total"], "", work.dossiers)


def _category_code(dossier: Dossier) -> str:
    """Of the verdict that counts: the sums of a month are statistics."""
    verdict = effective_verdict(dossier)
    return verdict.category if verdict else ""


_SUMMED: Dict[str, Getter] = {
    **SUMS,
    "summary.category": text_value(lambda row: row.category),
    "parcels.area_mu": sum_of("area_mu"),
}
CLASS_VALUES: Dict[str, Getter] = {
    **_SUMMED,
    "summary.class": text_value(lambda row: row.group or row.work.schema.words["no_class"]),
}
TOWN_VALUES: Dict[str, Getter] = {**_SUMMED, "summary.town": text_value(lambda row: row.group)}
