"""整改措施表: measures that were written down in a table, as events for the casebook.

A row is one measure; several rows may be about one parcel. Columns are found by the plan's names
(``rectification.json``, ``table``), areas are mu unless their heading says m² or hectares. Rows
of a way update the recorded measures of that way, in their order, and add to them; an empty cell
leaves what is recorded, and what the table does not speak of stays.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import (
    Any,
    Collection,
    Dict,
    FrozenSet,
    Iterable,
    List,
    Sequence,
    Tuple,
)

from ..casebook import Casebook, saying
from ..casebook.journal import Event
from ..cases.typed import typed_amount
from ..errors import InputError, RectificationRefused
from ..intake.columns import UNIT, Columns, columns_of, folded, unread
from ..intake.rows import TableRow, dossiers_for, joined, none_of, number_in, read_each
from ..legality import military_patches
from ..model import Dossier
from ..mu import round_half_up
from ..plan import Plan
from ..progress import SILENT
from ..progress import Progress as Told
from ..rectified import Measure, Progress, Rectification
from ..text import Labelled, Text, text
from .acts import plan_rectification
from .amounts import NOTHING, whole_parcel

NEEDED = ("parcel", "way", "area")
AREAS = {
    "area": "area_mu",
    "cultivated": "cultivated_mu",
    "basic_farmland": "basic_farmland_mu",
    "recultivated": "recultivated_mu",
}
DAYS = ("document_date", "done_on")
TEXTS = ("document", "note")
_SQUARE_METRES = {
    **dict.fromkeys(("平方米", "㎡", "m2"), Decimal(1)),
    **dict.fromkeys(("公顷", "ha"), Decimal(10_000)),
}
"""Of a unit that is not mu."""


class Became(Labelled):
    """What becomes of a row."""

    NEW = "new", text("New measure")
    CHANGED = "changed", text("Changed")
    SAME = "same", text("Nothing new")


@dataclass(frozen=True)
class ReadRow:
    """A row as it was understood: its measure, and what becomes of it."""

    row: int
    parcel: str
    measure: Measure
    became: Became


@dataclass(frozen=True)
class GivenMeasures:
    """What the table changes; ``unread`` are columns with values whose names the plan has not."""

    events: List[Event]
    rows: List[ReadRow]
    unread: Tuple[str, ...]

    @property
    def parcels(self) -> int:
        """So many parcels change."""
        return len(self.events)


@dataclass(frozen=True)
class _Given:
    """A row: what of a measure stands in it, and what of the whole rectification."""

    row: int
    dossier: Dossier
    way: str
    facts: Dict[str, Any]
    due: str
    responsible: str


def measures_from_table(
    rows: Iterable[TableRow],
    book: Casebook,
    plan: Plan,
    first_row: int = 2,
    progress: Told = SILENT,
) -> GivenMeasures:
    """The measures of a table, compared with what the casebook holds.

    ``first_row`` is what a person calls the first row of values: 2 under a line of headings.

    :raises InputError: a column is missing; or names every wrong row (ten at most).
    """
    table = list(rows)
    columns = columns_of(table, plan.rectification_rules.table.columns, NEEDED)
    find = dossiers_for(book, table, columns["parcel"])

    def read(row: TableRow, at: int) -> _Given:
        return _read(row, at, columns, find(number_in(row, columns["parcel"])), plan)

    given = read_each(table, first_row, progress, read)
    hidden = hidden_of(book, [one.dossier for one in given], plan)
    by_parcel: Dict[str, List[_Given]] = {}
    for one in given:
        by_parcel.setdefault(one.dossier.parcel.number, []).append(one)
    events: List[Event] = []
    told: List[ReadRow] = []
    mistakes: List[Text] = []
    for ones in by_parcel.values():
        try:
            changes, mine = _of_parcel(ones, book, plan, hidden)
        except RectificationRefused as error:
            mistakes.append(text("Row {row}: {what}", row=ones[0].row, what=error.text))
            continue
        events += changes
        told += mine
    if mistakes:
        raise InputError(joined(mistakes))
    others = unread(table, columns.values())
    return GivenMeasures(events, sorted(told, key=lambda one: one.row), others)


# ---- cells


def _read(row: TableRow, at: int, columns: Columns, dossier: Dossier, plan: Plan) -> _Given:
    given = {one: columns.cell(row, one) for one in TEXTS}
    given.update((one, columns.day(row, one)) for one in DAYS)
    facts: Dict[str, Any] = {one: said for one, said in given.items() if said}
    for meaning, field in AREAS.items():
        heading = columns.heading(meaning)
        amount = typed_amount(heading, columns.cell(row, meaning))
        if amount is not None:
            facts[field] = _mu(amount, heading, plan)
    said = columns.cell(row, "progress")
    if said:
        facts["progress"] = _progress(columns["progress"], said, plan)
    elif "done_on" in facts:
        facts["progress"] = Progress.DONE
    return _Given(
        at,
        dossier,
        _way(columns["way"], columns.cell(row, "way"), plan),
        facts,
        columns.day(row, "due"),
        columns.cell(row, "responsible"),
    )


def _mu(amount: Decimal, heading: str, plan: Plan) -> Decimal:
    said = UNIT.search(folded(heading))
    m2 = _SQUARE_METRES.get(said.group(1).casefold()) if said else None
    return round_half_up(amount if m2 is None else amount * m2 * plan.area_rules.mu_per_m2)


def _way(column: str, said: str, plan: Plan) -> str:
    """The way with this code or name, or the only one whose name has it as a part."""
    ways = plan.rectification_rules.ways
    for code, rule in ways.items():
        if said in (code, rule.label.zh, rule.label.en):
            return code
    parts = [code for code, rule in ways.items() if said and said in rule.label.zh]
    if len(parts) == 1:
        return parts[0]
    raise none_of(column, said, (rule.label.zh for rule in ways.values()))


def _progress(column: str, said: str, plan: Plan) -> Progress:
    words = plan.rectification_rules.table.progress
    for one in Progress:
        if said == one.value or said in words[one.value]:
            return one
    raise none_of(column, said, (names[0] for names in words.values()))


# ---- parcels


def hidden_of(book: Casebook, dossiers: Iterable[Dossier], plan: Plan) -> FrozenSet[str]:
    """Those of the parcels' patches that are military in any of their parcels."""
    patches = dict.fromkeys(one.patch.number for one in dossiers)
    return military_patches(book.dossiers_of(list(patches)), plan)


def _of_parcel(
    ones: Sequence[_Given], book: Casebook, plan: Plan, hidden: Collection[str]
) -> Tuple[List[Event], List[ReadRow]]:
    dossier = ones[0].dossier
    known = dossier.put_right.rectification
    measures = list(known.measures) if known else []
    free: Dict[str, List[int]] = {}
    for at, measure in enumerate(measures):
        free.setdefault(measure.way, []).append(at)
    told = []
    for one in ones:
        waiting = free.get(one.way) or []
        if waiting:
            at = waiting.pop(0)
            old, measures[at] = measures[at], replace(measures[at], **one.facts)
            became = Became.SAME if old == measures[at] else Became.CHANGED
        else:
            at, became = len(measures), Became.NEW
            measures.append(_new(one, plan))
        told.append(ReadRow(one.row, dossier.parcel.number, measures[at], became))
    new = _rectification(ones, dossier, measures, book, plan, hidden)
    return (saying.rectified(dossier, new) if new != known else []), told


def _new(one: _Given, plan: Plan) -> Measure:
    """Who clears the whole parcel clears all cultivated land of it, without saying so."""
    whole, facts = whole_parcel(one.dossier, plan), one.facts
    parts = {
        "cultivated_mu": whole.cultivated_mu or NOTHING,
        "basic_farmland_mu": whole.basic_farmland_mu or NOTHING,
    }
    known = parts if facts.get("area_mu") == whole.mu else {}
    return replace(Measure(one.way, Progress.PLANNED, NOTHING), **{**known, **facts})


def _rectification(
    ones: Sequence[_Given],
    dossier: Dossier,
    measures: Sequence[Measure],
    book: Casebook,
    plan: Plan,
    hidden: Collection[str],
) -> Rectification:
    """The last day and person that the parcel's rows name; the recorded ones where none does."""
    known = dossier.put_right.rectification
    said = [one.due for one in ones if one.due] or [known.due if known else ""]
    people = [one.responsible for one in ones if one.responsible]
    people = people or [known.responsible if known else ""]
    if known is not None:
        same = replace(known, measures=tuple(measures), due=said[-1], responsible=people[-1])
        if same == known:
            return known
    note = known.note if known else ""
    facts = (said[-1], people[-1], note, hidden)
    return plan_rectification(dossier, measures, plan, book.office, *facts)
