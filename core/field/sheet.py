"""What a parcel's field sheet says, line by line: caption and value, blank ones to be filled in.

Words of the plan are Chinese, as on every form.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import List, Optional, Tuple

from ..geometry import box, multipolygon_from_wkb
from ..model import Dossier, FieldCheck
from ..plan import Plan, Term, term_in
from ..text import Text, text

UNKNOWN = "—"


@dataclass(frozen=True)
class Line:
    """One line; ``key`` is its name for an office that makes a form of its own."""

    key: str
    caption: Text
    value: str


def fact_lines(dossier: Dossier, plan: Plan) -> List[Line]:
    """The issued facts, the figures of the overlay in mu, and the county's verdict."""
    patch, figures = dossier.patch, dossier.figures
    area = dossier.parcel.mu(plan.area_rules.mu_per_m2)
    return [
        Line("patch_number", text("Patch number"), patch.number),
        Line("class", text("Class and type"), f"{patch.patch_class} {patch.change_type}".strip()),
        Line(
            "image_dates",
            text("Image dates"),
            f"{patch.before_date or '?'} → {patch.after_date or '?'}",
        ),
        Line("location", text("Location"), figures.location if figures else ""),
        Line("centre", text("Centre (longitude, latitude)"), centre_of(dossier)),
        Line("area_mu", text("Parcel (mu)"), f"{area:.2f}"),
        *_figure_lines(dossier),
        Line("verdict", text("County verdict"), _verdict(dossier, plan)),
        Line("remark", text("Remark"), patch.remark),
    ]


def _figure_lines(dossier: Dossier) -> List[Line]:
    figures = dossier.figures
    return [
        Line(key, caption, _mu(getattr(figures, key, None)))
        for key, caption in (
            ("cultivated_mu", text("Cultivated land (mu)")),
            ("basic_farmland_mu", text("Permanent basic farmland (mu)")),
            ("red_line_mu", text("Ecological red line (mu)")),
            ("construction_mu", text("Construction land (mu)")),
        )
    ]


def check_lines(check: Optional[FieldCheck], plan: Plan) -> List[Line]:
    """The field check; its captions with nothing behind them where there is none yet."""
    one = check or FieldCheck("", (), "", "")
    rules = plan.field_rules
    return [
        Line("checked_by", text("Checked by"), "、".join(one.checkers)),
        Line("checked_on", text("Day"), one.checked_on),
        Line("way", text("Way"), _word(rules.ways, one.way)),
        Line("found", text("What was found"), one.found),
        Line("actual_use", text("Actual use"), one.actual_use),
        Line("stage", text("Stage"), _word(rules.stages, one.stage)),
        Line("build_time", text("Built"), one.build_time),
        Line("actor", text("Land user"), one.actor),
        Line("actor_kind", text("Kind of land user"), _word(rules.actor_kinds, one.actor_kind)),
        Line("stop_notice", text("Stop notice"), one.stop_notice),
        Line("stop_result", text("What came of it"), _word(rules.stop_results, one.stop_result)),
    ]


def centre_of(dossier: Dossier) -> str:
    """The middle of the outline's box: near enough to drive there."""
    west, south, east, north = box(multipolygon_from_wkb(dossier.parcel.geometry))
    return f"{(west + east) / 2:.6f}, {(south + north) / 2:.6f}"


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
