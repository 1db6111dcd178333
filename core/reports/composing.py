"""A paper put together: the words, tables, charts and maps for the places of its template."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Callable, Dict, List, Optional, Sequence, Tuple, Union

from ..plan import Plan
from ..rounds import Office
from ..statistics.indicators import indicators
from ..statistics.periods import Period
from ..statistics.tables import Table
from ..statistics.warning import Warning
from ..text import Translate, text
from .blocks import Lines, TableBlock
from .counting import Counting, Figure
from .diagrams import Diagrams, note_units
from .grids import Grids
from .month_state import Month
from .picking import Picked, Picking
from .rules import (
    RATIO,
    RATIO_COLUMNS,
    BlockRule,
    FigureRef,
    LineRule,
    PaperRule,
    ReportRules,
    put_words,
)
from .sentences import Sentences

Point = Tuple[float, float]


@dataclass(frozen=True)
class ChartBlock:
    """A chart as SVG text, to become a picture."""

    svg: str
    caption: str


@dataclass(frozen=True)
class MapBlock:
    """A map to be drawn: units by a figure (``units``), or where illegal parcels lie.

    ``values`` are by unit, shown with ``sign`` after them; ``grounds`` are the middles of each
    unit's parcels and ``spots`` of those that are shown with their mu, in degrees (longitude,
    latitude, EPSG:4490).
    """

    draw: str
    caption: str
    names: Dict[str, str]
    grounds: Dict[str, Tuple[Point, ...]]
    values: Dict[str, Optional[Decimal]] = field(default_factory=dict)
    spots: Tuple[Tuple[Point, Decimal], ...] = ()
    sign: str = ""


Places = Callable[[Period], Dict[str, Point]]
"""Where the parcels of some months lie, by number."""
Part = Union[Lines, TableBlock, ChartBlock, MapBlock]


@dataclass(frozen=True)
class Paper:
    """A paper before it becomes a file: ``texts`` and ``parts`` by place, and the figures that
    are printed in it with where they are from. ``tables`` have the columns that are printed,
    and what their shares are made of."""

    rule: PaperRule
    period: Period
    day: str
    texts: Dict[str, str]
    parts: Dict[str, Part]
    figures: Tuple[Figure, ...]
    tables: Tuple[Table, ...]


@dataclass(frozen=True)
class About:
    """What a paper is about: whose it is, its words, and cases that somebody chose."""

    office: Office
    words: Dict[str, str]
    by_hand: Tuple[str, ...] = ()
    month: Optional[Month] = None
    warning: Optional[Warning] = None
    places: Places = field(default=lambda _period: {})


class Composer:
    """Puts papers together; ``say`` gives the language of their few fixed words."""

    def __init__(
        self, plan: Plan, rules: ReportRules, counting: Counting, about: About, say: Translate
    ) -> None:
        self._rules, self._counting, self._about, self._say = rules, counting, about, say
        self._sentences = Sentences(counting, rules, about.words, about.office, say)
        self._picking = Picking(counting.facts, plan, counting.rules.facts, rules)
        self._grids = Grids(counting, rules, say)
        self._diagrams = Diagrams(counting, rules, say)
        self._numbers = {"table": 0, "picture": 0}
        self._printed: List[Table] = []
        self._make: Dict[str, Callable[[BlockRule], Part]] = {
            "lines": self._lines,
            "cases": self._cases,
            "table": self._table,
            "chart": self._chart,
            "map": self._map,
            "due": self._due,
            "warning": self._warning,
            "heaviest": self._heaviest,
            "indicators": self._indicators,
        }

    def paper(self, rule: PaperRule) -> Paper:
        """The whole paper."""
        texts = {
            place: self._sentences.put(place, by_office[self._about.office])
            for place, by_office in rule.texts.items()
        }
        parts = {one.place: self._part(one) for one in rule.blocks}
        counting = self._counting
        return Paper(
            *(rule, counting.period, counting.facts.day, texts, parts),
            *(tuple(counting.figures), tuple(self._printed)),
        )

    def _part(self, block: BlockRule) -> Part:
        if self._about.office is Office.COUNTY and block.compares_units:
            # A county would only see itself; its tables have its townships.
            return Lines(())
        return self._make[block.kind](block)

    def _caption(self, kind: str, words: str) -> str:
        """``表1　图斑进度``; numbered through the paper."""
        self._numbers[kind] += 1
        number = self._numbers[kind]
        named = text("Table {number}", number=number)
        if kind == "picture":
            named = text("Figure {number}", number=number)
        return f"{named.say(self._say)}　{put_words(words, self._about.words.__getitem__)}"

    # ---- words

    def _lines(self, block: BlockRule) -> Lines:
        said = self._sentences.said(block.place, block.lines)
        return self._drafts(said or self._none(block))

    def _none(self, block: BlockRule) -> List[str]:
        return self._sentences.said(block.place, [block.none] if block.none else [])

    def _drafts(self, lines: Sequence[str]) -> Lines:
        return Lines(tuple(lines), self._rules.mark)

    def _cases(self, block: BlockRule) -> Lines:
        counting = self._counting
        chosen = (block.cases, counting.period, counting.unit, self._about.by_hand)
        picked = self._picking.chosen(*chosen)
        told = [self._told(block.place, block.lines[0], one) for one in picked]
        return self._drafts(told or self._none(block))

    def _told(self, place: str, line: LineRule, picked: Picked) -> str:
        words = {**self._about.words, **picked.told}
        words["reason"] = picked.reason or text("chosen by hand").say(self._say)
        self._counting.note_parcel(place, picked.number, picked.told["area"])
        return put_words(line.words[self._about.office], words.__getitem__)

    # ---- tables and pictures

    def _warning(self, block: BlockRule) -> Lines:
        """The words of the warning, up to the parcels or after them."""
        found = self._about.warning
        if found is None:
            return Lines(())
        if block.draw == "request":
            return self._drafts(found.paragraphs[found.items_after :])
        row = self._counting.table(RATIO, "unit").row(found.unit)
        for column in RATIO_COLUMNS:
            ref, cell = FigureRef(RATIO, column), row.cells[column]
            where = self._counting.full_name(ref)
            self._counting.note(block.place, where, cell.shown, ref, row.label, cell)
        return self._drafts(found.paragraphs[: found.items_after])

    def _heaviest(self, block: BlockRule) -> TableBlock:
        found = self._about.warning
        picked = self._picking.told_of([one.number for one in found.heaviest] if found else [])
        for one in picked:
            self._counting.note_parcel(block.place, one.number, one.told["area"])
        return self._grids.parcels(self._caption("table", block.caption), picked)

    def _indicators(self, block: BlockRule) -> TableBlock:
        counting = self._counting
        found = indicators(counting.facts, counting.rules, counting.ratio_rules, counting.period)
        return self._grids.indicators(self._caption("table", block.caption), found)

    def _table(self, block: BlockRule) -> TableBlock:
        if block.by == "unit":
            block = replace(block, by=self._counting.parts)
        self._printed.append(self._grids.printed(block))
        return self._grids.table(block, self._caption("table", block.caption))

    def _due(self, block: BlockRule) -> Part:
        groups = self._about.month.groups() if self._about.month else []
        if not groups:
            return Lines(())
        return self._grids.due(self._caption("table", block.caption), groups)

    def _chart(self, block: BlockRule) -> ChartBlock:
        caption = self._caption("picture", block.caption)
        return ChartBlock(self._diagrams.chart(block), caption)

    def _map(self, block: BlockRule) -> MapBlock:
        counting, caption = self._counting, self._caption("picture", block.caption)
        names, places = counting.facts.unit_names, self._places_of_parcels()
        grounds = self._grounds(places)
        if block.draw == "illegal":
            illegal = counting.cell(FigureRef("rectification", "illegal")).parcels
            counting.note_parcels(block.place, caption, illegal)
            spots = [(places[one], counting.mu_of(one)) for one in illegal if one in places]
            return MapBlock(block.draw, caption, names, grounds, spots=tuple(spots))
        ref = block.columns[0]
        note_units(counting, block.place, ref)
        values = {
            row.code: None if cell.value is None else Decimal(cell.value)
            for row, cell in counting.units(ref)
        }
        sign = self._rules.units[counting.column(ref).unit]
        return MapBlock(block.draw, caption, names, grounds, values, sign=sign)

    def _places_of_parcels(self) -> Dict[str, Point]:
        """Of the parcels that are counted: military land is in none of the facts."""
        there = self._about.places(self._counting.period)
        return {one: there[one] for one in self._counting.facts.numbers if one in there}

    def _grounds(self, places: Dict[str, Point]) -> Dict[str, Tuple[Point, ...]]:
        found: Dict[str, List[Point]] = {}
        for number, unit in self._counting.unit_of_each():
            if number in places and self._counting.unit in ("", unit):
                found.setdefault(unit, []).append(places[number])
        return {unit: tuple(points) for unit, points in found.items()}
