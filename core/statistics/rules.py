"""The plan's ``statistics.json``, read and checked."""

from __future__ import annotations

from typing import Dict, List, Tuple

from ..model import PatchKind
from ..plan import Category, Label, Origin, Plan
from ..plan.reader import Node
from ..plan.sections import by_code, label_of, origin_of
from ..text import text
from .definitions import (
    ANY,
    BY,
    DIMENSIONS,
    EVERY,
    MARKS,
    PARCELS,
    PATCH,
    PATCHES,
    REST,
    SOURCES,
    SUMS,
    WAY_SUMS,
    ColumnRule,
    Condition,
    FactRules,
    FigureOf,
    IndicatorRule,
    NotMore,
    Outcome,
    SizeClass,
    StatisticsRules,
    Sum,
    TableRule,
)

FILE = "statistics"


def statistics_rules(plan: Plan) -> StatisticsRules:
    """The rules of ``statistics.json``; raises :class:`PlanError`."""
    node = plan.section(FILE)
    facts = _facts(node, plan)
    tables = by_code(node.some("tables"), lambda one: _table(one, _Values(plan, facts)))
    indicators = by_code(node.some("indicators"), lambda one: _indicator(one, tables))
    return StatisticsRules(node.text("source"), facts, tables, tuple(indicators.values()))


def _facts(node: Node, plan: Plan) -> FactRules:
    part = node.at("facts")
    kinds = list(plan.lists.evidence)
    codes = [one.code for one in plan.categories]
    ways = [one.code for one in plan.field_rules.ways]
    sizes = tuple(by_code(node.some("sizes"), _size).values())
    for before, one, after in zip(sizes, node.each("sizes"), sizes[1:]):
        if before.at_least_mu >= after.at_least_mu:
            raise one.at("at_least_mu").wrong(text("the next class does not begin above it"))
    origin_of(part)
    part.some("visited_ways")
    return FactRules(
        use=part.one_of("use", kinds),
        actor=part.one_of("actor", kinds),
        size=part.one_of("size", ["area", "cultivated"]),
        visited_ways=part.among("visited_ways", ways),
        sizes=sizes,
        outcomes=tuple(by_code(node.some("outcomes"), lambda one: _outcome(one, codes)).values()),
    )


def _size(node: Node) -> SizeClass:
    at_least = node.decimal("at_least_mu")
    return SizeClass(node.text("code"), label_of(node), origin_of(node), at_least)


def _outcome(node: Node, codes: List[str]) -> Outcome:
    node.some("categories")
    categories = node.among("categories", codes)
    return Outcome(node.text("code"), label_of(node), origin_of(node), categories)


class _Values:
    """The values of dimensions that the plan knows, with what they are called."""

    def __init__(self, plan: Plan, facts: FactRules) -> None:
        rules = plan.rectification_rules
        self._known: Dict[str, List[Tuple[str, Label]]] = {
            "class": [(one.code, one.label) for one in plan.patch_classes],
            "category": [(one.code, one.label) for one in _counted(plan.categories)],
            "outcome": [(one.code, one.label) for one in facts.outcomes],
            "use": _choices(plan, facts.use),
            "actor": _choices(plan, facts.actor),
            "size": [(one.code, one.label) for one in facts.sizes],
            "way": [(one.code, one.label) for one in rules.ways.values()],
            "flag": [(one.code, one.label) for one in plan.flag_rules.flags],
        }

    def of(self, dimension: str) -> List[Tuple[str, Label]]:
        """Codes and names in the order of the plan."""
        return self._known[dimension]

    @property
    def dimensions(self) -> List[str]:
        """Those whose values the plan lists."""
        return list(self._known)


def _choices(plan: Plan, kind: str) -> List[Tuple[str, Label]]:
    """The values that a kind of evidence may have."""
    found = plan.lists.values.get(plan.lists.evidence[kind].values)
    return [(one.code, one.label) for one in found.values] if found else []


def _counted(categories: Tuple[Category, ...]) -> List[Category]:
    """Of land; military land is never counted, so it has no column."""
    land = (one for one in categories if PatchKind.LAND in one.kinds)
    return [one for one in land if not one.military]


SEVERAL = ("flag", "way")
"""Dimensions of which a parcel may have several values: their columns do not add up."""
_REST_LABEL = Label("未填或其他", "Unknown or other")


def _table(node: Node, values: _Values) -> TableRule:
    columns: List[ColumnRule] = []
    for one in node.some("columns"):
        columns += _columns(one, values) if one.has("each") else [_column(one)]
    _check_columns(node, columns)
    return TableRule(
        code=node.text("code"),
        label=label_of(node),
        origin=origin_of(node),
        source=node.text("source", ""),
        by=node.one_of("by", list(BY)),
        where=_where(node),
        columns=tuple(columns),
        sums=tuple(_sum(one, columns) for one in node.each("sums")),
        not_more=tuple(_not_more(one, columns) for one in node.each("not_more")),
        sources=frozenset(node.among("of", SOURCES) or (PATCH,)),
        note=node.text("note", ""),
    )


def _check_columns(node: Node, columns: List[ColumnRule]) -> None:
    codes = [one.code for one in columns]
    for code in codes:
        if codes.count(code) > 1:
            raise node.at("columns").wrong(text("the code {code} is there twice", code=code))
    for one in columns:
        for code in one.rate:
            if code not in codes:
                raise node.at("columns").wrong(text("there is no column “{code}”", code=code))


def _columns(node: Node, values: _Values) -> List[ColumnRule]:
    """The columns of a group, once for each value of its dimension and once for the rest."""
    dimension = node.one_of("each", values.dimensions)
    known = list(values.of(dimension))
    if dimension not in SEVERAL:
        known.append((REST, _REST_LABEL))
    found = []
    for value, label in known:
        its = Condition(dimension, (value,))
        for one in node.some("columns"):
            rule = _column(one)
            found.append(
                ColumnRule(
                    code=f"{rule.code}:{value or 'rest'}",
                    label=rule.label,
                    counts=rule.counts,
                    sums=rule.sums,
                    where=(*rule.where, its),
                    of_patch=rule.of_patch,
                    group=label,
                    value=value,
                )
            )
    return found


def _column(node: Node) -> ColumnRule:
    about = [name for name in ("counts", "sums", "rate") if node.has(name)]
    if len(about) != 1:
        raise node.wrong(text("one of {allowed} is expected", allowed="counts, sums, rate"))
    rate: Tuple[str, ...] = ()
    if node.has("rate"):
        part = node.at("rate")
        rate = (part.text("of"), part.text("in"))
    return ColumnRule(
        code=node.text("code"),
        label=label_of(node),
        counts=node.one_of("counts", [PARCELS, PATCHES]) if node.has("counts") else "",
        sums=node.one_of("sums", [*SUMS, *WAY_SUMS]) if node.has("sums") else "",
        rate=rate,
        where=_where(node),
        of_patch=node.one_of("of_patch", [EVERY, ANY]) if node.has("of_patch") else EVERY,
    )


def _where(node: Node) -> Tuple[Condition, ...]:
    return tuple(_condition(one) for one in node.each("where"))


def _condition(node: Node) -> Condition:
    if node.has("fact"):
        fact = node.one_of("fact", list(DIMENSIONS))
        node.some("among")
        return Condition(fact, tuple(node.texts("among")))
    if node.has("is_not"):
        return Condition(node.one_of("is_not", list(MARKS)), negated=True)
    return Condition(node.one_of("is", list(MARKS)))


def _sum(node: Node, columns: List[ColumnRule]) -> Sum:
    """``parts`` are codes; ``parcels:*`` are all columns of a group."""
    parts: List[str] = []
    node.some("parts")
    for one in node.each("parts"):
        name, star, _ = one.as_text().partition("*")
        found = [each.code for each in columns if _is_part(each.code, name, bool(star))]
        if not found:
            raise one.wrong(text("there is no column “{code}”", code=one.as_text()))
        parts += found
    return Sum(_code(node, "total", columns), tuple(parts))


def _is_part(code: str, name: str, whole_group: bool) -> bool:
    return code.startswith(name) if whole_group else code == name


def _not_more(node: Node, columns: List[ColumnRule]) -> NotMore:
    return NotMore(_code(node, "part", columns), _code(node, "whole", columns))


def _code(node: Node, key: str, columns: List[ColumnRule]) -> str:
    code = node.text(key)
    if code not in [one.code for one in columns]:
        raise node.at(key).wrong(text("there is no column “{code}”", code=code))
    return code


RATIOS = ["before", "after"]


def _indicator(node: Node, tables: Dict[str, TableRule]) -> IndicatorRule:
    return IndicatorRule(
        code=node.text("code"),
        label=label_of(node),
        origin=origin_of(node),
        source=node.text("source"),
        figures=tuple(_figure(one, tables) for one in node.some("figures")),
        figures_origin=Origin(node.one_of("figures_origin", [one.value for one in Origin])),
        complete=node.among("complete", MARKS),
    )


def _figure(node: Node, tables: Dict[str, TableRule]) -> FigureOf:
    if node.has("ratio"):
        return FigureOf(label_of(node), ratio=node.one_of("ratio", RATIOS))
    table = tables[node.one_of("table", list(tables))]
    column = _code(node, "column", list(table.columns))
    return FigureOf(label_of(node), table.code, column)
