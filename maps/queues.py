"""What the queue at hand has to know of a month's parcels, found out of the casebook."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Dict, FrozenSet, Iterable, Iterator, List, Sequence, Tuple

from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
)

from ..core.casebook import Casebook, Row
from ..core.errors import InputError
from ..core.model import Dossier
from ..core.oversight import (
    Known,
    Need,
    Queue,
    WorkList,
    county_deadline,
    may_be_visited,
    results_to_be_visited,
    stages_and_deadlines,
    standings_of,
    to_be_visited,
    town_in,
)
from ..core.plan import Plan
from ..core.submission import load_schema
from ..core.text import text
from .field_types import INTEGER, REAL, TEXT

_NUMBERS = ("area_mu", "cultivated_mu", "basic_farmland_mu", "red_line_mu")


def look_through(
    book: Casebook, plan: Plan, month: str, rows: List[Row], queue: Queue, today: date
) -> Known:
    """All that the queue asks of the month; raises :class:`InputError` for a wrong expression."""
    known = Known(today=today)
    if Need.ROUNDS in queue.needs:
        due = county_deadline(month, plan)
        stages, deadlines = stages_and_deadlines(rows, book.rounds(month), due)
        known = replace(known, stages=stages, deadlines=deadlines)
    if Need.VISITS in queue.needs:
        asked = book.dossiers_of(may_be_visited(rows, plan))
        known = replace(known, must_visit=to_be_visited(asked, plan))
    if Need.RECTIFICATION in queue.needs:
        known = _righting(known, book.dossiers(month), plan)
    if Need.PLACES in queue.needs:
        known = replace(known, places=book.places(month))
    if Need.TOWNS in queue.needs:
        known = replace(known, towns=towns_of(rows, plan))
    if Need.EXPRESSION in queue.needs:
        known = replace(known, matching=matching(queue.filter.expression, rows, book))
    return known


def look_again(work: WorkList, book: Casebook, plan: Plan, month: str, number: str) -> Known:
    """The same after one parcel has changed; the others stay as they were found."""
    known, needs, row = work.known, work.queue.needs, work.rows[work.position(number)]
    if Need.ROUNDS in needs:
        rounds = {number: book.dossier(number).rounds}
        stages, deadlines = stages_and_deadlines([row], rounds, county_deadline(month, plan))
        others = {one: day for one, day in known.deadlines.items() if one != number}
        known = replace(known, stages={**known.stages, **stages}, deadlines={**others, **deadlines})
    if Need.VISITS in needs:
        together = [one.number for one in book.parcels_of(row.patch_number)]
        found = to_be_visited([book.dossier(one) for one in together], plan)
        known = replace(known, must_visit=(known.must_visit - frozenset(together)) | found)
    if Need.RECTIFICATION in needs:
        numbers = [one.number for one in book.parcels_of(row.patch_number)]
        known = _righting(known, [book.dossier(one) for one in numbers], plan)
    if Need.EXPRESSION in needs:
        holds = matching(work.queue.filter.expression, [row], book)
        known = replace(known, matching=(known.matching - {number}) | holds)
    return known


def _righting(known: Known, dossiers: Sequence[Dossier], plan: Plan) -> Known:
    """How these parcels are put right, instead of what was known of them."""
    standings = standings_of(dossiers, plan, known.today)
    asked = {one.parcel.number for one in dossiers}
    kept = {number: one for number, one in known.standings.items() if number not in asked}
    visits = results_to_be_visited(dossiers, plan, standings)
    return replace(
        known,
        standings={**kept, **standings},
        rectified_visits=(known.rectified_visits - asked) | visits,
    )


def towns_of(rows: Iterable[Row], plan: Plan) -> Dict[str, str]:
    """The town of each parcel as the land-use layer names its location; empty where it does not."""
    endings = load_schema(plan).towns.endings
    return {row.parcel_number: town_in(row.location, endings) for row in rows}


def row_fields() -> QgsFields:
    """The columns that an expression about parcels can name."""
    found = QgsFields()
    for one in fields(Row):
        number = REAL if one.name in _NUMBERS else TEXT
        found.append(QgsField(one.name, INTEGER if one.name == "photo_count" else number))
    return found


def matching(expression: str, rows: Iterable[Row], book: Casebook) -> FrozenSet[str]:
    """The parcels for which an expression of QGIS holds.

    Raises :class:`InputError` when it cannot be understood, or not for one of the parcels.
    """
    asked, columns = QgsExpression(expression), row_fields()
    if asked.hasParserError():
        raise _wrong(expression, asked.parserErrorString())
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.globalScope())
    context.setFields(columns)
    asked.prepare(context)
    found = []
    for number, feature in _features(rows, columns, book, asked.needsGeometry()):
        context.setFeature(feature)
        holds = asked.evaluate(context)
        if asked.hasEvalError():
            raise _wrong(expression, asked.evalErrorString())
        if isinstance(holds, (bool, int, float)) and holds:
            found.append(number)
    return frozenset(found)


def _features(
    rows: Iterable[Row], columns: QgsFields, book: Casebook, with_geometry: bool
) -> Iterator[Tuple[str, QgsFeature]]:
    names = [one.name() for one in columns]
    for row in rows:
        feature = QgsFeature(columns)
        feature.setAttributes([_value(getattr(row, name)) for name in names])
        if with_geometry:
            geometry = QgsGeometry()
            geometry.fromWkb(book.dossier(row.parcel_number).parcel.geometry)
            feature.setGeometry(geometry)
        yield row.parcel_number, feature


def _value(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    return float(value) if isinstance(value, Decimal) else value


def _wrong(expression: str, why: str) -> InputError:
    return InputError(
        text("The expression {expression} cannot be used: {why}", expression=expression, why=why)
    )
