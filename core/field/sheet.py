"""What a parcel's field sheet says, line by line: caption and value, blank ones to be filled in.

Words of the plan are Chinese, as on every form.
"""

from __future__ import annotations

from decimal import Decimal
from typing import List, Optional, Tuple

from ..areas import mu_from_m2
from ..model import Dossier, FieldCheck
from ..plan import Plan, Term, term_in
from ..text import Text, text

Line = Tuple[Text, str]
UNKNOWN = "—"


def fact_lines(dossier: Dossier, plan: Plan) -> List[Line]:
    """The issued facts, the figures of the overlay in mu, and the county's verdict."""
    patch, parcel, figures = dossier.patch, dossier.parcel, dossier.figures
    area = mu_from_m2(parcel.area_m2, plan.area_rules.mu_per_m2)
    return [
        (text("Patch number"), patch.number),
        (text("Class and type"), f"{patch.patch_class} {patch.change_type}".strip()),
        (text("Image dates"), f"{patch.before_date or '?'} → {patch.after_date or '?'}"),
        (text("Location"), figures.location if figures else ""),
        (text("Parcel (mu)"), f"{area:.2f}"),
        (text("Cultivated land (mu)"), _mu(figures.cultivated_mu if figures else None)),
        (
            text("Permanent basic farmland (mu)"),
            _mu(figures.basic_farmland_mu if figures else None),
        ),
        (text("Ecological red line (mu)"), _mu(figures.red_line_mu if figures else None)),
        (text("Construction land (mu)"), _mu(figures.construction_mu if figures else None)),
        (text("County verdict"), _verdict(dossier, plan)),
        (text("Remark"), patch.remark),
    ]


def check_lines(check: Optional[FieldCheck], plan: Plan) -> List[Line]:
    """The field check; its captions with nothing behind them where there is none yet."""
    one = check or FieldCheck("", (), "", "")
    rules = plan.field_rules
    return [
        (text("Checked by"), "、".join(one.checkers)),
        (text("Day"), one.checked_on),
        (text("Way"), _word(rules.ways, one.way)),
        (text("What was found"), one.found),
        (text("Actual use"), one.actual_use),
        (text("Stage"), _word(rules.stages, one.stage)),
        (text("Built"), one.build_time),
        (text("Land user"), one.actor),
        (text("Kind of land user"), _word(rules.actor_kinds, one.actor_kind)),
        (text("Stop notice"), one.stop_notice),
        (text("What came of it"), _word(rules.stop_results, one.stop_result)),
    ]


def _mu(value: Optional[Decimal]) -> str:
    return UNKNOWN if value is None else f"{value:.2f}"


def _word(terms: Tuple[Term, ...], code: str) -> str:
    term = term_in(terms, code)
    return term.label.zh if term else code


def _verdict(dossier: Dossier, plan: Plan) -> str:
    verdict = dossier.county_verdict
    category = plan.category(verdict.category) if verdict else None
    if verdict is None or category is None:
        return ""
    sub = category.subcategory(verdict.subcategory)
    return f"{category.label.zh} {sub.label.zh}" if sub else category.label.zh
