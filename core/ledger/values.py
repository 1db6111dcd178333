"""What the columns of the ledger's forms can show, each with its kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Dict, Mapping, Optional, Tuple

from ..documents import Kind, Value
from ..text import Translate
from .ageing import AgeRow
from .case import LedgerCase
from .freezing import FreezeRow
from .rules import LedgerRules


@dataclass(frozen=True)
class CaseLine:
    """A case as a line of a form; ``evidence`` are the files in a dossier that are about it."""

    number: int
    case: LedgerCase
    rules: LedgerRules
    say: Translate
    freeze: Optional[FreezeRow] = None
    evidence: Tuple[str, ...] = ()


Getter = Callable[[CaseLine], Value]
CASE: Dict[str, Tuple[Kind, Getter]] = {
    "row.number": (Kind.INTEGER, lambda line: line.number),
    "case.year": (Kind.INTEGER, lambda line: line.case.year),
    "case.county": (Kind.TEXT, lambda line: line.case.county_name or line.case.county_code),
    "case.patch": (Kind.TEXT, lambda line: line.case.patch),
    "case.parcel": (Kind.TEXT, lambda line: line.case.parcel),
    "case.number": (Kind.TEXT, lambda line: line.case.parcel or line.case.patch),
    "case.place": (Kind.TEXT, lambda line: line.case.place),
    "case.actor": (Kind.TEXT, lambda line: line.case.actor),
    "case.project": (Kind.TEXT, lambda line: line.case.project),
    "case.found_on": (Kind.DATE, lambda line: line.case.found_on or None),
    "case.area": (Kind.AREA, lambda line: line.case.areas.area_mu),
    "case.cultivated": (Kind.AREA, lambda line: line.case.areas.cultivated_mu),
    "case.basic_farmland": (Kind.AREA, lambda line: line.case.areas.basic_farmland_mu),
    "case.measure": (Kind.TEXT, lambda line: line.case.measure),
    "case.due": (Kind.DATE, lambda line: line.case.due or None),
    "case.rectified": (Kind.AREA, lambda line: line.case.areas.rectified_mu),
    "case.remaining": (Kind.AREA, lambda line: line.case.areas.remaining_mu),
    "case.remaining_cultivated": (Kind.AREA, lambda line: line.case.areas.remaining_cultivated_mu),
    "case.accepted_on": (Kind.DATE, lambda line: line.case.accepted_on or None),
    "case.certificate": (Kind.TEXT, lambda line: line.case.certificate),
    "case.state": (Kind.CODE, lambda line: line.case.state.label.say(line.say)),
    "case.closed_on": (Kind.DATE, lambda line: line.case.closed_on or None),
    "case.closed_by": (Kind.TEXT, lambda line: line.case.turns[-1].by if line.case.turns else ""),
    "case.turn_why": (Kind.TEXT, lambda line: _why(line)),
    "case.note": (Kind.TEXT, lambda line: line.case.note),
}


def _why(line: CaseLine) -> str:
    """The basis of a closing with its document, or why the case was reopened."""
    if not line.case.turns:
        return ""
    turn = line.case.turns[-1]
    basis = line.rules.basis(turn.basis)
    parts = (basis.label.zh if basis else turn.basis, turn.document, turn.why, turn.new_patch)
    return "；".join(one for one in parts if one)


def _frozen(get: Callable[[FreezeRow], Value]) -> Getter:
    return lambda line: get(line.freeze) if line.freeze else None


def _document(get: Callable[[FreezeRow], str]) -> Getter:
    return lambda line: get(line.freeze) if line.freeze else ""


FREEZING: Dict[str, Tuple[Kind, Getter]] = {
    **CASE,
    "freeze.to_freeze": (Kind.AREA, _frozen(lambda one: one.to_freeze_mu)),
    "freeze.since": (Kind.DATE, _frozen(lambda one: one.since or None)),
    "freeze.frozen_on": (Kind.DATE, _frozen(lambda one: one.freezing.frozen_on or None)),
    "freeze.frozen_document": (Kind.TEXT, _document(lambda one: one.freezing.frozen_document)),
    "freeze.free_since": (Kind.DATE, _frozen(lambda one: one.free_since or None)),
    "freeze.freed_on": (Kind.DATE, _frozen(lambda one: one.freezing.freed_on or None)),
    "freeze.freed_document": (Kind.TEXT, _document(lambda one: one.freezing.freed_document)),
    "freeze.state": (
        Kind.CODE,
        lambda line: line.freeze.state.label.say(line.say) if line.freeze else "",
    ),
}
DOSSIER: Dict[str, Tuple[Kind, Getter]] = {
    **CASE,
    "case.evidence": (Kind.TEXT, lambda line: "\n".join(line.evidence)),
}
AGEING: Dict[str, Tuple[Kind, Callable[[AgeRow], Value]]] = {
    "age.county": (Kind.TEXT, lambda row: row.county),
    "age.year": (Kind.INTEGER, lambda row: row.year),
    "age.all": (Kind.INTEGER, lambda row: row.all),
    "age.closed": (Kind.INTEGER, lambda row: row.closed),
    "age.open": (Kind.INTEGER, lambda row: row.open),
    "age.remaining": (Kind.AREA, lambda row: row.remaining_mu),
    "age.remaining_cultivated": (Kind.AREA, lambda row: row.remaining_cultivated_mu),
    "age.oldest_days": (Kind.INTEGER, lambda row: row.oldest_days),
}
VALUES: Dict[str, Mapping[str, Tuple[Kind, object]]] = {
    "ledger": CASE,
    "ageing": AGEING,
    "freezing": FREEZING,
    "dossier": DOSSIER,
}
"""By form."""
