"""Cases: what was decided beside what was carried out (整改台账), and what was handed over.

A case with a parcel of this month's military land is left out whole. Of a case only the parcels
of this month's package are named.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Callable, Dict, Iterator, List, Optional, Tuple

from ...casefile import CaseFile, CaseStep, Filing, Penalty, Transfer
from ...cases import remains
from ...legality.facts import Facts
from ...model import Dossier
from ...plan import Plan
from ...plan.cases import DECIDED, FILED
from ...rectification import is_illegal
from ...text import Translate
from ..work import MonthWork
from .counted import NUMBER, SUMS, joined, sum_of
from .getters import Getter, day_value, decimal_value, text_value
from .rectification import RECTIFICATION_SUMS, ways_of_penalty
from .rows import LedgerRow, TransferRow
from .towns import town_of

CLOSED = "closed"
RECTIFIED = "rectified_on"
"""The plan's kind of evidence for the day on which the illegal state ended."""
UNITS = {"yuan": "元", "m2": "平方米", "mu": "亩"}


def _files(work: MonthWork) -> Iterator[Tuple[CaseFile, Tuple[Dossier, ...]]]:
    """Each case once, with its parcels in this package, in the order of the parcels."""
    hidden = work.military_numbers
    files: Dict[str, CaseFile] = {}
    parcels: Dict[str, List[Dossier]] = {}
    for dossier in work.dossiers:
        for file in dossier.cases:
            if hidden.isdisjoint(file.case.parcels):
                files[file.case.number] = file
                parcels.setdefault(file.case.number, []).append(dossier)
    for number, file in files.items():
        yield file, tuple(parcels[number])


def ledger_rows(work: MonthWork, say: Translate) -> Iterator[LedgerRow]:
    """A row per penalty of a case, one for a case without any, and one per illegal parcel that
    has no case: nothing that has to be put right falls through."""
    rows: List[Tuple[Tuple[Dossier, ...], Optional[CaseFile], Optional[Penalty]]] = []
    for file, dossiers in _files(work):
        rows += [(dossiers, file, penalty) for penalty in file.penalties or (None,)]
    covered = {one.parcel.number for dossiers, _, _ in rows for one in dossiers}
    left = [one for one in work.dossiers if one.parcel.number not in covered]
    rows += [((one,), None, None) for one in left if is_illegal(one, work.plan)]
    for number, (dossiers, case_file, penalty) in enumerate(rows, start=1):
        yield LedgerRow(work, number, dossiers, case_file, penalty)


def transfer_rows(work: MonthWork, say: Translate) -> Iterator[TransferRow]:
    """A row per transfer of a case."""
    number = 0
    for file, dossiers in _files(work):
        for transfer in file.transfers:
            number += 1
            yield TransferRow(work, number, dossiers, file, transfer)


def _of_case(name: str) -> Getter:
    return text_value(lambda row: getattr(row.file.case, name) if row.file else "")


def _step(row: Any, code: str) -> Optional[CaseStep]:
    return row.file.filing.steps.get(code) if row.file else None


def _document(code: str) -> Getter:
    def get(row: Any) -> str:
        step = _step(row, code)
        return step.document if step else ""

    return text_value(get)


def _date(code: str) -> Getter:
    def get(row: Any) -> Optional[str]:
        step = _step(row, code)
        return step.date or None if step else None

    return day_value(get)


def why_not_filed(filing: Filing, plan: Plan) -> str:
    """The reason in the plan's words and what was written to it; empty where it is filed."""
    known = plan.case_rules.reasons.get(filing.reason)
    words = known.label.zh if known else filing.reason
    return "：".join(part for part in (words, filing.explanation) if part)


def _rectified(row: LedgerRow) -> str:
    """The days that were recorded, and how many parcels have one."""
    found = (Facts(one, row.work.plan).value(RECTIFIED) for one in row.dossiers)
    days = [day for day in found if day]
    if not days or len(days) == len(row.dossiers):
        return joined(row, days)
    return f"{joined(row, days)}（{len(days)}/{len(row.dossiers)}）"


def penalty_name(penalty: Penalty, plan: Plan) -> str:
    """The plan's word for the kind of a penalty."""
    kind = plan.case_rules.penalties.get(penalty.kind)
    return kind.label.zh if kind else penalty.kind


def penalty_unit(penalty: Penalty, plan: Plan) -> str:
    """What the amounts of a penalty are counted in."""
    kind = plan.case_rules.penalties.get(penalty.kind)
    return UNITS.get(kind.unit, kind.unit) if kind else ""


def _of_penalty(get: Callable[[Penalty, Plan], str]) -> Getter:
    return text_value(lambda row: get(row.penalty, row.work.plan) if row.penalty else "")


def _penalty_text(name: str) -> Getter:
    return text_value(lambda row: getattr(row.penalty, name) if row.penalty else "")


def _penalty_day(name: str) -> Getter:
    return day_value(lambda row: getattr(row.penalty, name) or None if row.penalty else None)


def _penalty_amount(get: Callable[[Penalty], Optional[Decimal]]) -> Getter:
    return decimal_value(lambda row: get(row.penalty) if row.penalty else None)


def receiver_name(transfer: Transfer, plan: Plan) -> str:
    """The plan's word for the kind of a receiver."""
    known = plan.case_rules.receivers.get(transfer.receiver)
    return known.label.zh if known else transfer.receiver


def _transfer(name: str) -> Getter:
    return text_value(lambda row: getattr(row.transfer, name))


def _transfer_day(name: str) -> Getter:
    return day_value(lambda row: getattr(row.transfer, name) or None)


_CASE: Dict[str, Getter] = {
    **NUMBER,
    **SUMS,
    "parcels.area_mu": sum_of("area_mu"),
    "parcels.numbers": text_value(
        lambda row: joined(row, (one.parcel.number for one in row.dossiers))
    ),
    "parcels.towns": text_value(
        lambda row: joined(row, (town_of(row.work, one) for one in row.dossiers))
    ),
    "case.number": _of_case("number"),
    "case.actor": _of_case("actor"),
    "case.name": _of_case("name"),
}
LEDGER_VALUES: Dict[str, Getter] = {
    **_CASE,
    **RECTIFICATION_SUMS,
    "case.filing_number": _document(FILED),
    "case.filed_on": _date(FILED),
    "case.not_filed": text_value(
        lambda row: why_not_filed(row.file.filing, row.work.plan) if row.file else ""
    ),
    "case.decision_number": _document(DECIDED),
    "case.decided_on": _date(DECIDED),
    "case.closed_on": _date(CLOSED),
    "penalty.kind": _of_penalty(penalty_name),
    "penalty.unit": _of_penalty(penalty_unit),
    "penalty.decided": _penalty_amount(lambda one: one.decided),
    "penalty.decided_on": _penalty_day("decided_on"),
    "penalty.document": _penalty_text("document"),
    "penalty.done": _penalty_amount(lambda one: one.done),
    "penalty.done_on": _penalty_day("done_on"),
    "penalty.remains": _penalty_amount(remains),
    "penalty.note": _penalty_text("note"),
    "penalty.ways": text_value(ways_of_penalty),
    "parcels.rectified_on": text_value(_rectified),
}
TRANSFER_VALUES: Dict[str, Getter] = {
    **_CASE,
    "transfer.receiver": text_value(lambda row: receiver_name(row.transfer, row.work.plan)),
    "transfer.what": _transfer("what"),
    "transfer.to_whom": _transfer("to_whom"),
    "transfer.letter": _transfer("letter"),
    "transfer.sent_on": _transfer_day("sent_on"),
    "transfer.receipt": _transfer("receipt"),
    "transfer.receipt_on": _transfer_day("receipt_on"),
    "transfer.note": _transfer("note"),
}
