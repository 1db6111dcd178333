"""A plan through the one door with all its rooms behind it: nothing wrong is found only later."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, List, Optional

from .certificates.rules import certificate_rules
from .imagery.rules import imagery_rules
from .ledger.forms import ledger_forms
from .oversight.rules import oversight_rules
from .parcels import division_rules
from .plan import Plan, load_plan
from .plan.plan import PLANS
from .reports.rules import report_rules
from .statistics.accountability import ratio_rules
from .statistics.rules import statistics_rules
from .submission.feedback_list import feedback_form
from .submission.military_register import register_words
from .submission.provincial import supervision
from .submission.schema import load_schema
from .text import text

ROOMS: List[Callable[[Plan], object]] = [
    certificate_rules,
    division_rules,
    feedback_form,
    imagery_rules,
    ledger_forms,
    oversight_rules,
    ratio_rules,
    register_words,
    load_schema,
    report_rules,
    statistics_rules,
    supervision,
]
"""What reads a part of the plan by itself."""


def load_whole_plan(plan_id: str, plans: Path = PLANS, office: Optional[Path] = None) -> Plan:
    """Load a plan and everything that single rooms read of it.

    :raises PlanError: names the file, the key and the reason.
    """
    plan = load_plan(plan_id, plans, office)
    for read in ROOMS:
        read(plan)
    plan.files.refuse_unknown()
    for name in plan.files.names():
        if not plan.files.asked(name):
            raise plan.files.read(name).wrong(text("no part of Tuban reads a file of this name"))
    return plan
