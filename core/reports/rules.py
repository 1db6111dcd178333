"""The plan's ``reports.json``: which papers there are, and what stands in the places of each."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Callable, Dict, FrozenSet, List, Optional, Tuple

from ..plan import Label, Origin, Plan
from ..plan.reader import Node
from ..plan.sections import by_code, label_of, origin_of
from ..rounds import Office
from ..statistics.definitions import MARKS, SUMS, TableRule
from ..statistics.rules import statistics_rules
from ..text import text

FILE = "reports"
PERIODS = ["month", "to_date", "half_year", "year"]
TO_DATE, ALL = "to_date", "all"
RATIO, DUE = "ratio", "due"
RATIO_COLUMNS: Tuple[str, ...] = ("illegal", "deducted", "counted", "occupied", "before", "after")
RATIO_COLUMNS += ("unsettled", "unsettled_cultivated")
"""Of the statistics' ratio, which is no table of ``statistics.json``."""
CHARTS = ["bars", "ranking", "stacked", "progress", "course", "forecast"]
MAPS = ["units", "illegal"]
UNITS_BESIDE = frozenset({"bars", "ranking", "stacked", "progress", "units"})
"""Charts and maps of which each unit is a part."""
WARNING_PARTS = ["figures", "request"]
CASE_FACTS = frozenset(
    {"unit", "town", "parcel", "area", "cultivated", "basic_farmland", "use", "verdict", "state"}
)
UNITS = {"things": "", "mu": "mu", "percent": "percent"}
WORDS = frozenset(
    {"office", "place", "year", "month", "period", "months", "day", "unit", "plan", "due"}
    | {"county_day", "cutoff_day", "correction_day"}
    | {"county_date", "correction_date", "cutoff_date", "warning_title", "warning_addressee"}
)
"""Words that a line may hold besides figures."""
_WORD = re.compile(r"\{([^{}]*)\}")
_FIGURE = re.compile(
    r"(?:(?P<span>to_date|all):)?(?P<table>\w+)\.(?P<column>[\w:]+)(?:@(?P<of>before|change))?\Z"
)


@dataclass(frozen=True)
class FigureRef:
    """A figure by its table and column: ``to_date:protected.illegal_cultivated@before``.

    ``of`` is empty, ``before`` (the same period last year) or ``change`` (in words, against it);
    ``span`` is empty for the paper's own months, ``to_date`` from January on, or ``all``.
    """

    table: str
    column: str
    of: str = ""
    span: str = ""

    @property
    def code(self) -> str:
        """The column, with what is meant of it."""
        return f"{self.column}@{self.of}" if self.of else self.column

    @classmethod
    def parse(cls, written: str) -> Optional[FigureRef]:
        """What is written; nothing when it is no figure."""
        found = _FIGURE.match(written)
        if not found:
            return None
        return cls(found["table"], found["column"], found["of"] or "", found["span"] or "")


@dataclass(frozen=True)
class LineRule:
    """A sentence with words in braces, by the office that says it.

    It is said where the figure ``only`` is more than nothing, else ``otherwise``; where it
    compares with last year, only if something of last year is recorded. ``{units}`` in it are
    the units in which the figure ``listed`` is more than nothing; ``if_due``: it is said where
    the month has something that waits.
    """

    words: Dict[Office, str]
    only: Optional[FigureRef] = None
    otherwise: str = ""
    listed: Optional[FigureRef] = None
    if_due: bool = False


@dataclass(frozen=True)
class CaseRule:
    """Which parcels are typical: those that are so, the largest in ``measure`` first."""

    code: str
    label: Label
    origin: Origin
    marks: Tuple[str, ...]
    measure: str
    at_least_mu: Decimal
    most: int


@dataclass(frozen=True)
class StateRule:
    """What is said of a parcel for which ``mark`` holds; the last one has none and is the rest."""

    mark: str
    label: Label
    origin: Origin


@dataclass(frozen=True)
class BlockRule:
    """What stands in one place: lines, cases, a table, a chart, a map, or what is due.

    ``kind`` is one of ``lines``, ``cases``, ``table``, ``chart``, ``map``, ``due``,
    ``indicators``, ``warning`` (the words of ``accountability.json``) and ``heaviest`` (the
    parcels that weigh most in the ratio). Tables and charts show ``columns`` of the statistics'
    ``table`` in rows of ``by``; ``none`` is said where there are no lines; ``draw`` says which
    chart, map or part of the warning, ``whole`` is a progress chart's whole.
    """

    place: str
    kind: str
    caption: str = ""
    lines: Tuple[LineRule, ...] = ()
    none: Optional[LineRule] = None
    table: str = ""
    columns: Tuple[FigureRef, ...] = ()
    by: str = ""
    draw: str = ""
    whole: Optional[FigureRef] = None
    cases: Tuple[CaseRule, ...] = ()

    @property
    def compares_units(self) -> bool:
        """True for a chart or map that shows one unit beside another."""
        return self.kind in ("chart", "map") and self.draw in UNITS_BESIDE


@dataclass(frozen=True)
class PaperRule:
    """One kind of paper. ``texts`` are words within lines of the template, per kind of office.

    ``about_unit``: it is written for one unit. ``period`` is one of :data:`PERIODS`.
    """

    code: str
    label: Label
    origin: Origin
    source: str
    template: str
    period: str
    about_unit: bool
    texts: Dict[str, Dict[Office, str]]
    blocks: Tuple[BlockRule, ...]


@dataclass(frozen=True)
class Comparing:
    """How a figure is compared with last year's, with words in braces: ``by`` with its unit,
    ``percent`` where there was something to compare with."""

    more: str
    more_percent: str
    less: str
    less_percent: str
    same: str
    unknown: str
    points: str
    this_period: str
    last_year: str


@dataclass(frozen=True)
class ReportRules:
    """``reports.json``: the papers, the mark of drafts, how figures are compared and counted.

    ``units`` is what stands after a number: of things, of mu, of a share in per cent;
    ``not_recorded`` stands where a parcel has no figure or no use.
    """

    source: str
    mark: str
    comparing: Comparing
    units: Dict[str, str]
    not_recorded: str
    states: Tuple[StateRule, ...]
    papers: Dict[str, PaperRule]


def report_rules(plan: Plan) -> ReportRules:
    """The rules of ``reports.json``; raises :class:`PlanError`."""
    node = plan.section(FILE)
    reader = _Reader(statistics_rules(plan).tables)
    return ReportRules(
        source=node.text("source"),
        mark=node.text("mark"),
        comparing=_comparing(node.at("comparing")),
        units={code: node.at("units").text(name) for name, code in UNITS.items()},
        not_recorded=node.text("not_recorded"),
        states=tuple(_state(one) for one in node.some("states")),
        papers=by_code(node.some("papers"), reader.paper),
    )


def _state(node: Node) -> StateRule:
    mark = node.one_of("mark", list(MARKS)) if node.has("mark") else ""
    return StateRule(mark, label_of(node), origin_of(node))


def _comparing(node: Node) -> Comparing:
    origin_of(node)
    return Comparing(**{one.name: node.text(one.name) for one in fields(Comparing)})


class _Reader:
    """Reads papers against the tables that statistics know."""

    def __init__(self, tables: Dict[str, TableRule]) -> None:
        self._known = {
            RATIO: RATIO_COLUMNS,
            **{code: tuple(one.code for one in rule.columns) for code, rule in tables.items()},
        }
        self._kinds: Dict[str, Callable[[Node, str], BlockRule]] = {
            "lines": self._lines,
            "cases": self._cases,
            "table": self._table,
            "chart": self._chart,
            "map": self._map,
            "due": self._plain,
            "indicators": self._plain,
            "heaviest": self._plain,
            "warning": self._warning,
        }

    def paper(self, node: Node) -> PaperRule:
        """One paper with all its places."""
        blocks = tuple(self._block(one) for one in node.some("blocks"))
        texts = {one.text("place"): self._by_office(one, WORDS) for one in node.some("texts")}
        places = [*texts, *(one.place for one in blocks)]
        for place in places:
            if places.count(place) > 1:
                raise node.at("blocks").wrong(text("the place {place} is there twice", place=place))
        return PaperRule(
            code=node.text("code"),
            label=label_of(node),
            origin=origin_of(node),
            source=node.text("source", ""),
            template=node.text("template"),
            period=node.one_of("period", PERIODS),
            about_unit=node.flag("about_unit", False),
            texts=texts,
            blocks=blocks,
        )

    def _by_office(self, node: Node, allowed: FrozenSet[str]) -> Dict[Office, str]:
        """The same for both offices (``words``), or what each of them writes."""
        if node.has("words"):
            return dict.fromkeys(Office, self._words(node, "words", allowed))
        return {one: self._words(node, one.value, allowed) for one in Office}

    def _block(self, node: Node) -> BlockRule:
        kind = node.one_of("kind", list(self._kinds))
        return self._kinds[kind](node, kind)

    def _plain(self, node: Node, kind: str) -> BlockRule:
        return BlockRule(node.text("place"), kind, node.text("caption", ""))

    def _lines(self, node: Node, kind: str) -> BlockRule:
        lines = tuple(self._line(one) for one in node.some("lines"))
        none = self._for_all(self._words(node, "none")) if node.has("none") else None
        return BlockRule(node.text("place"), kind, lines=lines, none=none)

    def _line(self, node: Node) -> LineRule:
        listed = self._figure(node, "units") if node.has("units") else None
        allowed = WORDS | {"units"} if listed else WORDS
        if_due = node.text("only", "") == DUE
        return LineRule(
            words=self._by_office(node, allowed),
            only=self._figure(node, "only") if node.has("only") and not if_due else listed,
            otherwise=self._words(node, "otherwise") if node.has("otherwise") else "",
            listed=listed,
            if_due=if_due,
        )

    def _for_all(self, words: str) -> LineRule:
        return LineRule(dict.fromkeys(Office, words))

    def _words(self, node: Node, key: str, allowed: FrozenSet[str] = WORDS) -> str:
        """A line whose words in braces are all known."""
        written = node.text(key)
        for word in _WORD.findall(written):
            if word not in allowed and not self._is_figure(FigureRef.parse(word)):
                raise node.at(key).wrong(
                    text(
                        "{{{word}}} is neither a column of a table (table.column) nor one of "
                        "{allowed}",
                        word=word,
                        allowed=", ".join(sorted(allowed)),
                    )
                )
        return written

    def _is_figure(self, ref: Optional[FigureRef]) -> bool:
        return ref is not None and ref.column in self._known.get(ref.table, ())

    def _figure(self, node: Node, key: str) -> FigureRef:
        return self._checked(node.at(key), node.text(key))

    def _checked(self, node: Node, written: str) -> FigureRef:
        ref = FigureRef.parse(written)
        if ref is None or not self._is_figure(ref):
            raise node.wrong(text("there is no figure “{figure}”", figure=written))
        return ref

    def _columns(self, node: Node) -> Tuple[FigureRef, ...]:
        table = node.one_of("table", list(self._known))
        node.some("columns")
        span = node.one_of("span", [TO_DATE, ALL]) if node.has("span") else ""
        start = f"{span}:" if span else ""
        return tuple(
            self._checked(one, f"{start}{table}.{one.as_text()}") for one in node.each("columns")
        )

    def _table(self, node: Node, kind: str) -> BlockRule:
        return BlockRule(
            node.text("place"),
            kind,
            node.text("caption"),
            table=node.text("table"),
            columns=self._columns(node),
            by=node.one_of("by", ["unit", "township", "month", "year"]),
        )

    def _chart(self, node: Node, kind: str) -> BlockRule:
        draw = node.one_of("draw", CHARTS)
        columns = () if draw == "forecast" else self._columns(node)
        table = "" if draw == "forecast" else node.text("table")
        whole = None
        if draw == "progress":
            whole = self._checked(node.at("whole"), f"{table}.{node.text('whole')}")
        return BlockRule(
            node.text("place"),
            kind,
            node.text("caption"),
            table=table,
            columns=columns,
            draw=draw,
            whole=whole,
        )

    def _map(self, node: Node, kind: str) -> BlockRule:
        draw = node.one_of("draw", MAPS)
        columns = self._columns(node) if draw == "units" else ()
        table = node.text("table") if draw == "units" else ""
        place, caption = node.text("place"), node.text("caption")
        return BlockRule(place, kind, caption, table=table, columns=columns, draw=draw)

    def _cases(self, node: Node, kind: str) -> BlockRule:
        rules = tuple(by_code(node.some("rules"), self._case).values())
        allowed = CASE_FACTS | {"reason"}
        line, none = LineRule(self._by_office(node, allowed)), self._for_all(node.text("none"))
        return BlockRule(node.text("place"), kind, lines=(line,), none=none, cases=rules)

    def _warning(self, node: Node, kind: str) -> BlockRule:
        return BlockRule(node.text("place"), kind, draw=node.one_of("part", WARNING_PARTS))

    def _case(self, node: Node) -> CaseRule:
        return CaseRule(
            code=node.text("code"),
            label=label_of(node),
            origin=origin_of(node),
            marks=node.among("is", MARKS),
            measure=node.one_of("measure", list(SUMS)),
            at_least_mu=node.decimal("at_least_mu"),
            most=node.whole("most", 1, 100),
        )


def words_in(line: str) -> List[str]:
    """The words in braces of a line."""
    return _WORD.findall(line)


def put_words(line: str, say: Callable[[str], str]) -> str:
    """The line with each word in braces as ``say`` has it."""
    return _WORD.sub(lambda found: say(found.group(1)), line)
