"""What the forms say of a parcel's evidence, and how the violation is handled (处理方式)."""

from __future__ import annotations

from typing import Callable, Dict, Optional, Tuple

from ...casefile import CaseFile
from ...legality import Facts
from ...plan import EvidenceKind, Plan, What
from ...plan.cases import FILED
from ..value_types import ValueType
from .getters import Getter
from .rows import ParcelRow

NUMBERS = (What.MEASURE, What.PERCENT)
FILING = "filing"
HANDLING = "handling"
"""The plan's value list; its codes below."""


def evidence_getters(plan: Plan) -> Dict[str, Getter]:
    """``evidence.<code>`` for each kind of the plan, and ``case.handling``."""
    kinds = [one for one in plan.lists.evidence.values() if one.what is not What.PHOTO]
    getters = {f"evidence.{one.code}": _getter(one) for one in kinds}
    getters["case.handling"] = (ValueType.TEXT, _handling)
    return getters


def _getter(kind: EvidenceKind) -> Getter:
    if kind.what in NUMBERS:
        return ValueType.DECIMAL, lambda row: _facts(row).number(kind.code)
    if kind.what is What.DATE:
        return ValueType.DATE, lambda row: _facts(row).value(kind.code) or None
    return ValueType.TEXT, lambda row: _words(kind, row)


def _facts(row: ParcelRow) -> Facts:
    return Facts(row.dossier, row.work.plan)


def _words(kind: EvidenceKind, row: ParcelRow) -> str:
    """As recorded, or as the layers give it; a choice by its name in the plan."""
    used = _facts(row).used(kind)
    if used is None:
        return ""
    term = row.work.plan.lists.value_of(kind, used.value)
    return term.label.zh if term else used.value


def _handling(row: ParcelRow) -> str:
    """Filed, not filed, transferred or none, as the parcel's cases say; blank where the verdict
    is not illegal and nothing was done."""
    values = row.work.plan.lists.values.get(HANDLING)
    illegal = row.category is not None and row.category.illegal
    code = _handled(row) or ("none" if illegal else "")
    term = values.value(code) if values else None
    return term.label.zh if term else ""


def _handled(row: ParcelRow) -> Optional[str]:
    cases, kinds = row.dossier.cases, row.work.plan.lists.evidence.values()
    # An office may have typed the number of a filing without keeping the case here.
    typed = any(one.case == FILING and one.code in row.dossier.evidence for one in kinds)
    tests: Tuple[Tuple[str, Callable[[CaseFile], bool]], ...] = (
        ("filed", lambda one: FILED in one.filing.steps),
        ("transferred", lambda one: bool(one.transfers)),
        ("not_filed", lambda one: bool(one.filing.reason)),
    )
    found = next((code for code, holds in tests if any(map(holds, cases))), None)
    return found or ("filed" if typed else None)
