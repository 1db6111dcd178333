"""What is counted, read from the casebook's tables: as things stand now."""

from __future__ import annotations

import json
from collections import defaultdict
from decimal import Decimal
from typing import Any, Dict, List

from sqlalchemy import Connection, Select, and_, func, select

from ..casebook import journal
from ..casebook.kinds import exchanges, ledger
from ..casebook.kinds.putting_right import read_put_right
from ..casebook.tables import (
    case_steps,
    cases,
    evidence,
    field_checks,
    figures,
    filings,
    flags,
    parcels,
    patches,
    penalties,
    return_answers,
    reviews,
    submitted,
    verdicts,
)
from ..casefile import Case, CaseFile, CaseStep, Filing, Penalty
from ..model import Evidence
from ..rounds import AnswerKind, Outcome, ReturnAnswer, Review, Rounds, Submitted
from .recorded import FIGURES, LEVELS, ParcelRow, Recorded, in_order

_CHECKED = ("checked_on", "way", "actual_use", "actor_kind")


def read_tables(connection: Connection) -> Recorded:
    """Everything that is counted, as the tables have it."""
    head = journal.head_of(connection)
    found = Recorded(head.at[:10], head.seq)
    found.rows = in_order([ParcelRow(*row) for row in connection.execute(_parcels())])
    for row in connection.execute(select(flags)):
        found.flags.setdefault(row.parcel_number, {})[row.flag] = row.answer
    for row in connection.execute(select(evidence)):
        its = found.evidence.setdefault(row.parcel_number, {})
        its[row.kind] = Evidence(row.kind, row.value, row.date, row.note)
    found.rounds = _rounds(connection)
    found.cases = _cases(connection)
    found.senders = exchanges.senders(connection)
    found.put_right = read_put_right(connection, select(parcels.c.number))
    found.ledger = ledger.read_entries(connection)
    found.turns = ledger.read_turns(connection)
    return found


def _parcels() -> Select[Any]:
    """A row per parcel, in the order of :class:`ParcelRow`; what is divided is not in it."""
    given = [verdicts.alias(level.value) for level in LEVELS]
    judged = [
        func.coalesce(column, "") for one in given for column in (one.c.category, one.c.subcategory)
    ]
    query = select(
        *(parcels.c.number, parcels.c.patch_number, parcels.c.kind, parcels.c.month),
        *(patches.c.county_code, patches.c.county_name, patches.c.patch_class),
        *(patches.c.remark, patches.c.issued, parcels.c.area_mu, parcels.c.area_m2),
        *(figures.c[f"{name}_mu"] for name in FIGURES),
        *(figures.c[f"{name}_m2"] for name in FIGURES),
        func.coalesce(figures.c.location, ""),
        *judged,
        *(func.coalesce(field_checks.c[name], "") for name in _CHECKED),
    )
    source = parcels.join(patches, patches.c.number == parcels.c.patch_number)
    source = source.outerjoin(figures, figures.c.parcel_number == parcels.c.number)
    for one, level in zip(given, LEVELS):
        its = and_(one.c.parcel_number == parcels.c.number, one.c.level == level.value)
        source = source.outerjoin(one, its)
    about = field_checks.c.parcel_number == parcels.c.number
    return query.select_from(source.outerjoin(field_checks, about))


def _rounds(connection: Connection) -> Dict[str, Rounds]:
    sent: Dict[str, List[Submitted]] = defaultdict(list)
    for row in connection.execute(select(submitted).order_by(*submitted.primary_key)):
        sent[row.parcel_number].append(Submitted(row.submission, row.round, row.content, row.day))
    reviewed: Dict[str, List[Review]] = defaultdict(list)
    for row in connection.execute(select(reviews).order_by(*reviews.primary_key)):
        reviewed[row.parcel_number].append(_review(row))
    answered: Dict[str, List[ReturnAnswer]] = defaultdict(list)
    for row in connection.execute(select(return_answers).order_by(*return_answers.primary_key)):
        facts = (row.submission, row.round, AnswerKind(row.kind), row.day, row.who, row.text)
        answered[row.parcel_number].append(ReturnAnswer(*facts))
    return {
        number: Rounds(
            tuple(sent.get(number, ())),
            tuple(reviewed.get(number, ())),
            tuple(answered.get(number, ())),
        )
        for number in {*sent, *reviewed, *answered}
    }


def _review(row: Any) -> Review:
    reasons = tuple(json.loads(row.reasons)) if row.reasons != "[]" else ()
    facts = (row.submission, row.round, Outcome(row.outcome), row.day, row.who)
    return Review(*facts, reasons, row.text, row.deadline)


def _cases(connection: Connection) -> List[CaseFile]:
    steps: Dict[str, Dict[str, CaseStep]] = defaultdict(dict)
    for row in connection.execute(select(case_steps)):
        steps[row.case_number][row.step] = CaseStep(row.date, row.document, row.note)
    filed = {row.case_number: row for row in connection.execute(select(filings))}
    decided: Dict[str, List[Penalty]] = defaultdict(list)
    for row in connection.execute(select(penalties).order_by(*penalties.primary_key)):
        decided[row.case_number].append(_penalty(row))
    found = []
    for row in connection.execute(select(cases).order_by(cases.c.number)):
        number, filing = row.number, filed.get(row.number)
        said = (filing.reason, filing.explanation) if filing else ()
        case = Case(number, row.actor, row.name, tuple(json.loads(row.parcels)))
        made = Filing(steps.get(number, {}), *said)
        found.append(CaseFile(case, None, made, tuple(decided.get(number, ()))))
    return found


def _penalty(row: Any) -> Penalty:
    decided, done = (None if one is None else Decimal(one) for one in (row.decided, row.done))
    facts = (row.kind, decided, row.decided_on, row.document, done, row.done_on, row.note)
    return Penalty(*facts)
