"""The plan's calendar of mineral patches, and the thresholds of visits on the ground."""

from __future__ import annotations

from typing import Container, List, Optional, Sequence, Tuple

from ..text import text
from .reader import Node
from .sections import (
    VISITED_BY,
    Category,
    MineralCalendar,
    MustVisit,
    kinds_of,
    label_of,
    origin_of,
)

LAND_USE_CLASSES = ["cultivated", "other_agricultural", "unused", "construction"]
# The figures of model.Figures that come in mu.
OF_WHICH = ["basic_farmland", "red_line", "urban"]
THRESHOLD_FIGURES = ["area", *LAND_USE_CLASSES, "uncovered", *OF_WHICH]


def read_mineral_calendar(calendar: Node) -> Optional[MineralCalendar]:
    """The part ``mineral`` of ``calendar.json``; ``None`` where the plan has none."""
    if not calendar.has("mineral"):
        return None
    node = calendar.at("mineral")
    return MineralCalendar(
        issue_months=tuple(_month(one) for one in node.some("issue_months")),
        fill_month=node.whole("fill_month", 1, 12),
        fill_day=node.whole("fill_day", 1, 28),
        correct_months=node.whole("correct_months", 1, 12),
        origin=origin_of(node),
    )


def _month(node: Node) -> int:
    value = node.value
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 12:
        raise node.wrong(text("{low} to {high} is expected", low=1, high=12))
    return value


def read_must_visit(
    node: Node, categories: Sequence[Category], evidence: Container[str]
) -> Tuple[MustVisit, ...]:
    """The thresholds of ``must_visit.json``; ``evidence`` are the codes of the plan's kinds."""
    codes = [one.code for one in categories]
    subcodes = [term.code for one in categories for term in one.subcategories]
    found: List[MustVisit] = []
    for one in node.some("thresholds"):
        one.among("categories", codes)
        one.among("subcategories", subcodes)
        found.append(_threshold(one, evidence))
        if [other.code for other in found].count(found[-1].code) > 1:
            code = found[-1].code
            raise one.at("code").wrong(text("the code {code} is there twice", code=code))
    return tuple(found)


def _threshold(node: Node, evidence: Container[str]) -> MustVisit:
    node.some("figures")  # one at least
    rectified = node.text("rectified", "")
    if rectified and rectified not in evidence:
        raise node.at("rectified").wrong(text("there is no evidence “{kind}”", kind=rectified))
    return MustVisit(
        code=node.text("code"),
        label=label_of(node),
        figures=node.among("figures", THRESHOLD_FIGURES),
        at_least_mu=node.decimal("at_least_mu"),
        categories=tuple(node.texts("categories")),
        subcategories=tuple(node.texts("subcategories")),
        origin=origin_of(node),
        kinds=kinds_of(node),
        by=node.one_of("by", VISITED_BY) if node.has("by") else VISITED_BY[0],
        rectified=rectified,
    )
