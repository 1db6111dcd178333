"""What the plan says of putting right: ways, what each needs, the cut-off, the city's checklist."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Collection, Dict, FrozenSet, Tuple

from ..rounds import Office
from ..text import Labelled, Text, text
from .cases import Span, term_of_law
from .lists import Lists
from .reader import Node
from .rights import rights_of
from .sections import Calendar, Label, Origin, Term, YearDay, by_code, label_of, origin_of, term_of

ACTIONS = ["rectify", "inspect_first", "apply", "accept", "certify", "revoke"]
MOST = 100
"""Percent of an outline; nothing lies inside by more."""


class WayGroup(Labelled):
    """What a way does to the land, whatever a place calls it."""

    DEMOLITION = "demolition", text("Demolished")
    APPROVAL = "approval", text("Made up")
    CONFISCATION = "confiscation", text("Confiscated")
    RETURN = "return", text("Land returned")


class CountsAs(Labelled):
    """The two figures that add up to what is put right (拆除 + 补办 = 已整改)."""

    DEMOLISHED = "demolished", text("Demolished")
    MADE_UP = "made_up", text("Made up")


class Needed(Labelled):
    """What a way can need before it counts as put right."""

    DONE_ON = "done_on", text("The day it was done")
    DOCUMENT = "document", text("The document")
    DOCUMENT_DATE = "document_date", text("The document's day")
    RECULTIVATED = "recultivated", text("The recultivated area")
    PRELIMINARY = "preliminary", text("The county's inspection, in place")
    ACCEPTANCE = "acceptance", text("The city's acceptance")
    CERTIFICATE = "certificate", text("The certificate")
    EVIDENCE = "evidence", text("Evidence")
    PENALTIES = "penalties", text("The penalties carried out")

    @property
    def has_day(self) -> bool:
        """True for what happened on a day, which may lie after the cut-off."""
        return self not in (Needed.DOCUMENT, Needed.RECULTIVATED, Needed.EVIDENCE)


@dataclass(frozen=True)
class Need:
    """One thing that a way needs, as the place calls it.

    ``in_time``: its day must not lie after the cut-off. ``evidence`` is the plan's kind where
    evidence is needed; of a choice only ``values`` will do, where any are named.
    """

    what: Needed
    label: Label
    origin: Origin
    in_time: bool = False
    evidence: str = ""
    values: Tuple[str, ...] = ()


@dataclass(frozen=True)
class WayRule:
    """整改方式: a way in which land is put right.

    ``inspected``: the county inspects first, the city accepts. ``recultivates``: the cultivated
    land that counts is what is cultivated again, not what was cleared. ``penalties`` are the
    kinds of penalty that are carried out by going this way.
    """

    code: str
    label: Label
    origin: Origin
    group: WayGroup
    counts_as: CountsAs
    counts_as_origin: Origin
    inspected: bool
    recultivates: bool
    penalties: Tuple[str, ...]
    needs: Tuple[Need, ...]


@dataclass(frozen=True)
class ChecklistItem:
    """What the city looks at on the ground; ``required``: it is in place only if this is so."""

    term: Term
    required: bool
    note: str = ""

    @property
    def code(self) -> str:
        """The code."""
        return self.term.code


@dataclass(frozen=True)
class Inspectors:
    """How many people inspect at least."""

    county: int
    city: int
    origin: Origin


@dataclass(frozen=True)
class OutlineRules:
    """How a measured outline has to fit: its share inside the parcel, and by how much it may be
    smaller than what was said to be recultivated."""

    inside_percent: Decimal
    tolerance_mu: Decimal
    origin: Origin


@dataclass(frozen=True)
class SeriesRules:
    """Photos of one station before, during and after: how near to one another, looking alike."""

    stages: Tuple[str, ...]
    near_m: int
    looking_within_deg: int
    origin: Origin


@dataclass(frozen=True)
class MeasuresTable:
    """How a table of measures is read: names of its columns by meaning, words for how far."""

    columns: Dict[str, Tuple[str, ...]]
    progress: Dict[str, Tuple[str, ...]]


@dataclass(frozen=True)
class InspectionsTable:
    """How a table of the city's inspections is written and read: names of its columns by meaning,
    the first of them printed, and words for yes, no and what does not apply.

    The checklist's items are columns by their own names.
    """

    columns: Dict[str, Tuple[str, ...]]
    answers: Dict[str, Tuple[str, ...]]
    origin: Origin


@dataclass(frozen=True)
class RectificationRules:
    """``rectification.json``. ``cutoff`` is a day of the plan's own calendar."""

    source: str
    cutoff: YearDay
    ways: Dict[str, WayRule]
    checklist: Dict[str, ChecklistItem]
    inspectors: Inspectors
    refused_term: Span
    refused_origin: Origin
    outline: OutlineRules
    photos: SeriesRules
    table: MeasuresTable
    inspections: InspectionsTable
    may: Dict[str, FrozenSet[Office]]

    def way_label(self, code: str) -> Label:
        """What a way is called; a code that the plan does not know stands for itself."""
        rule = self.ways.get(code)
        return rule.label if rule else Label(code, code)


def read_rectification(
    node: Node, calendar: Calendar, penalties: Collection[str], lists: Lists
) -> RectificationRules:
    """``rectification.json``, checked against the plan's calendar, penalties and evidence."""
    term = node.at("refused_term")
    return RectificationRules(
        source=node.text("source"),
        cutoff=_cutoff(node, calendar),
        ways=by_code(node.some("ways"), lambda one: _way(one, penalties, lists)),
        checklist=by_code(node.some("checklist"), _item),
        inspectors=_inspectors(node.at("inspectors")),
        refused_term=term_of_law(term),
        refused_origin=origin_of(term),
        outline=_outline(node.at("outline")),
        photos=_photos(node.at("photos")),
        table=_table(node.at("table")),
        inspections=_inspections(node.at("inspections")),
        may=rights_of(node, ACTIONS),
    )


def _cutoff(node: Node, calendar: Calendar) -> YearDay:
    days = {one.code: one for one in calendar.year_days}
    chosen = node.at("cutoff")
    origin_of(chosen)
    return days[chosen.one_of("day", list(days))]


def _way(node: Node, penalties: Collection[str], lists: Lists) -> WayRule:
    return WayRule(
        code=node.text("code"),
        label=label_of(node),
        origin=origin_of(node),
        group=WayGroup(node.one_of("group", [one.value for one in WayGroup])),
        counts_as=CountsAs(node.one_of("counts_as", [one.value for one in CountsAs])),
        counts_as_origin=Origin(node.one_of("counts_as_origin", [one.value for one in Origin])),
        inspected=node.flag("inspected", False),
        recultivates=node.flag("recultivates", False),
        penalties=node.among("penalties", penalties),
        needs=tuple(_need(one, lists) for one in node.some("needs")),
    )


def _need(node: Node, lists: Lists) -> Need:
    what = Needed(node.one_of("what", [one.value for one in Needed]))
    in_time = node.flag("in_time", False)
    if in_time and not what.has_day:
        raise node.at("in_time").wrong(_NO_DAY)
    kind = node.one_of("evidence", list(lists.evidence)) if what is Needed.EVIDENCE else ""
    asked = lists.values.get(lists.evidence[kind].values) if kind else None
    values = node.among("is", [one.code for one in asked.values]) if asked else ()
    return Need(what, label_of(node), origin_of(node), in_time, kind, values)


_NO_DAY: Text = text("it has no day that could lie after the cut-off")


def _item(node: Node) -> ChecklistItem:
    return ChecklistItem(term_of(node), node.flag("required"), node.text("note", ""))


def _inspectors(node: Node) -> Inspectors:
    return Inspectors(node.whole("county", 1, 9), node.whole("city", 1, 9), origin_of(node))


def _outline(node: Node) -> OutlineRules:
    percent = node.decimal("inside_percent")
    if percent > MOST:
        raise node.at("inside_percent").wrong(text("{low} to {high} is expected", low=0, high=MOST))
    return OutlineRules(percent, node.decimal("tolerance_mu"), origin_of(node))


STAGES = ["before", "during", "after"]
"""The values of :class:`~..rectified.PhotoStage`."""


def _photos(node: Node) -> SeriesRules:
    return SeriesRules(
        node.among("stages", STAGES),
        node.whole("near_m", 1, 1000),
        node.whole("looking_within_deg", 1, 180),
        origin_of(node),
    )


COLUMNS = (
    *("parcel", "way", "progress", "area", "cultivated", "basic_farmland", "recultivated"),
    *("document", "document_date", "done_on", "due", "responsible", "note"),
)
PROGRESS = ("planned", "under_way", "done")
"""The values of :class:`~..rectified.Progress`."""


def _table(node: Node) -> MeasuresTable:
    origin_of(node)
    return MeasuresTable(_names(node.at("columns"), COLUMNS), _names(node.at("progress"), PROGRESS))


INSPECTION_COLUMNS = (
    *("parcel", "county", "place", "centre", "illegal_area", "recultivated", "applied_on"),
    *("inspected_on", "inspected_by", "result", "missing", "by_when", "note"),
)
ANSWERS = ("yes", "no", "not_applicable")


def _inspections(node: Node) -> InspectionsTable:
    columns = _names(node.at("columns"), INSPECTION_COLUMNS)
    return InspectionsTable(columns, _names(node.at("answers"), ANSWERS), origin_of(node))


def _names(node: Node, keys: Tuple[str, ...]) -> Dict[str, Tuple[str, ...]]:
    return {key: tuple(one.as_text() for one in node.some(key)) for key in keys}
