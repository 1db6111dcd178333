"""销号 and its reopening: what allows it, and how it is recorded.

Source: 工作方案 四（六）: a case is closed only after acceptance, or with the evidence of the
approvals. A case that was closed in an old list and is built on again is reopened here, too.
"""

from __future__ import annotations

from datetime import date
from typing import List, Optional, Sequence

from ..casebook import Casebook, events
from ..casebook.journal import Event
from ..errors import RectificationRefused
from ..model import Dossier
from ..plan import Plan
from ..rectification import Standing, standing
from ..rectification.history import holding
from ..rectified import Recheck, Turn
from ..text import Text, text
from .case import LedgerCase
from .rules import Basis, ledger_rules

ACCEPTANCE, DOCUMENT, BOTH = "acceptance", "document", "both"


def why_not_closed(
    case: LedgerCase, dossier: Optional[Dossier], basis: Basis, document: str, plan: Plan
) -> List[Text]:
    """Everything that is missing for closing a case on this basis; nothing when it may be closed.

    ``dossier`` is that of its parcel, where it has one in this casebook; of other cases the old
    list and what the person names are all there is.
    """
    if not case.is_open:
        return [text("It is closed already.")]
    if dossier is None:
        return _of_old_case(case, basis, document)
    stands, found = standing(dossier, plan), []
    if stands.remaining_mu:
        told = text("{mu} mu are not put right yet.", mu=stands.remaining_mu)
        found.append(told)
    if basis.needs in (ACCEPTANCE, BOTH) and not _is_accepted(dossier, stands):
        found.append(text("The city has not found it in place."))
    if basis.needs in (DOCUMENT, BOTH):
        found += _without_document(dossier, document, plan)
    return found + _other_ways(dossier, basis, plan)


def _of_old_case(case: LedgerCase, basis: Basis, document: str) -> List[Text]:
    found = []
    accepted = case.accepted_on or case.certificate or document
    if basis.needs in (ACCEPTANCE, BOTH) and not accepted:
        found.append(
            text("The old list has no acceptance and no certificate: name the document of it.")
        )
    if basis.needs in (DOCUMENT, BOTH) and not document:
        found.append(text("The number of the document is missing."))
    return found


def _is_accepted(dossier: Dossier, stands: Standing) -> bool:
    """Found in place since the last reopening; only a way that is inspected has to be."""
    last = holding(dossier.put_right).acceptance
    in_place = last is not None and last.in_place
    return in_place or (bool(dossier.put_right.measures) and not stands.inspected)


def _without_document(dossier: Dossier, document: str, plan: Plan) -> List[Text]:
    """What is not demolished needs its approval's or receipt's number: in the record, or here."""
    rules = plan.rectification_rules.ways
    for one in dossier.put_right.measures:
        way = rules.get(one.way)
        if one.document or document or (way is not None and way.inspected):
            continue
        name = way.label if way else one.way
        return [text("{way}: the number of the document is missing.", way=name)]
    if not dossier.put_right.measures and not document:
        return [text("The number of the document is missing.")]
    return []


def _other_ways(dossier: Dossier, basis: Basis, plan: Plan) -> List[Text]:
    rules = plan.rectification_rules.ways
    others = [one.way for one in dossier.put_right.measures if one.way not in basis.ways]
    names = tuple(rules[one].label if one in rules else one for one in dict.fromkeys(others))
    return [text("It was put right in another way, too: {ways}.", ways=names)] if names else []


def why_not_on(case: LedgerCase, on: date, today: date) -> Optional[Text]:
    """Why a day cannot be that of a closing or a reopening."""
    if on > today:
        return text("The day lies ahead.")
    last = case.turns[-1].on if case.turns else case.found_on
    if last and on.isoformat() < last:
        return text("It was on {day} that it last changed: the day is before that.", day=last)
    return None


def close(book: Casebook, case: LedgerCase, turn: Turn, plan: Plan, today: date) -> List[Event]:
    """The change that closes a case; ``turn`` says on which day, by whom, on what basis.

    :raises RectificationRefused: something is missing for it, all of it is told.
    """
    basis = ledger_rules(plan).basis(turn.basis)
    if basis is None:
        raise RectificationRefused(text("The plan has no basis “{code}”.", code=turn.basis))
    dossier = book.dossier(case.parcel_number) if case.parcel_number else None
    reasons = why_not_closed(case, dossier, basis, turn.document, plan)
    reasons += _of_turn(case, turn, today)
    return _turned(book, case, turn, reasons)


def reopen(book: Casebook, case: LedgerCase, turn: Turn, today: date) -> List[Event]:
    """The change that reopens a closed case; it says why, and which new patch shows it, if one.

    :raises RectificationRefused: it is open, or does not say why.
    """
    reasons = [text("It is open already.")] if case.is_open else []
    if not turn.why and not turn.new_patch:
        reasons.append(text("Why it is reopened has to be said."))
    return _turned(book, case, turn, reasons + _of_turn(case, turn, today))


def _of_turn(case: LedgerCase, turn: Turn, today: date) -> List[Text]:
    found = [] if turn.by.strip() else [text("Who does it has to be named.")]
    wrong = why_not_on(case, date.fromisoformat(turn.on), today)
    return [*found, wrong] if wrong else found


def _turned(book: Casebook, case: LedgerCase, turn: Turn, reasons: Sequence[Text]) -> List[Event]:
    if reasons:
        raise RectificationRefused(
            text("{case}: {why}", case=case.parcel or case.patch, why=tuple(reasons))
        )
    old = book.turns().get(case.subject, ())
    return [events.ledger_turned(case.subject, (*old, turn), old)]


def rechecked(
    book: Casebook,
    dossier: Dossier,
    case: Optional[LedgerCase],
    given: Recheck,
    plan: Plan,
    today: date,
) -> List[Event]:
    """The changes that record a recheck; a finding that says so reopens the closed case with it.

    :raises RectificationRefused: the plan has no such finding, or the day lies ahead.
    """
    finding = plan.lists.rechecks.findings.get(given.finding)
    if finding is None:
        raise RectificationRefused(text("The plan has no finding “{code}”.", code=given.finding))
    if date.fromisoformat(given.on) > today:
        raise RectificationRefused(text("The day lies ahead."))
    old = dossier.put_right.rechecks
    changes = [events.rechecked(dossier.parcel.number, (*old, given), old)]
    if finding.reopens and case is not None and not case.is_open:
        why = "；".join(filter(None, (finding.label.zh, given.note)))
        turn = Turn(False, given.on, given.by, why=why, new_patch=given.new_patch)
        changes += reopen(book, case, turn, today)
    return changes
