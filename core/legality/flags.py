"""六个是否: where the six flags have to be answered."""

from __future__ import annotations

from typing import Callable, Dict

from ..model import Dossier
from ..plan import Plan


def flags_mandatory(dossier: Dossier, plan: Plan) -> bool:
    """True when the plan wants the flags of this parcel answered.

    Source: 工作方案 二（一）, parcels that illegally occupy cultivated land. Without a county
    verdict or without figures nothing can be said, so nothing is demanded yet.
    """
    return _RULES[plan.flag_rules.mandatory_when](dossier, plan)


def _illegal_on_cultivated(dossier: Dossier, plan: Plan) -> bool:
    figures = dossier.figures
    if figures is None or not plan.calls_illegal(dossier.county_verdict):
        return False
    return figures.cultivated_gross_m2 > 0 or figures.cultivated_m2 > 0


_RULES: Dict[str, Callable[[Dossier, Plan], bool]] = {
    "illegal_on_cultivated": _illegal_on_cultivated
}
