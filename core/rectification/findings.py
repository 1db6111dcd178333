"""All that is wrong with how parcels are put right, or worth reading."""

from __future__ import annotations

from datetime import date
from typing import Iterable, List

from ..model import Dossier, Finding, Severity
from ..plan import Plan
from . import inspections, measures, photos
from .registry import CHECKS, Check

__all__ = ["CHECKS", "FAMILIES", "Check", "rectification_findings"]

FAMILIES = (measures, inspections, photos)
"""The files whose functions register themselves."""


def rectification_findings(dossiers: Iterable[Dossier], plan: Plan, today: date) -> List[Finding]:
    """What is found about each parcel, errors first, parcels in their order."""
    source = plan.rectification_rules.source
    found = [
        Finding(check.name, check.severity, message, dossier.parcel.number, source)
        for dossier in dossiers
        for check in CHECKS.values()
        for message in check.run(dossier, plan, today)
    ]
    order = list(Severity)
    return sorted(found, key=lambda one: order.index(one.severity))
