"""What was measured, compared with the parcel and with what the county says."""

from __future__ import annotations

from decimal import Decimal
from html import escape
from typing import List, Optional

from ...core.model import Dossier
from ...core.plan import Plan
from ...core.rectification import standing
from ...core.rectification.measuring import Measured
from ...core.rectified import PutRight
from ...maps.session import Session
from ...maps.words import tr
from ..parts.colours import ALARM
from ..parts.wording import mu, mu_with_unit
from .words import application_lines, measure_words, preliminary_lines


def outline_words(found: Optional[Measured]) -> str:
    """The area of an outline, and how much of it is the parcel's."""
    if found is None:
        return tr("Nothing was measured.")
    words = tr("{area} measured; {inside} of it in the parcel ({percent} %)")
    area, inside = mu_with_unit(found.measured_mu), mu_with_unit(found.inside_mu)
    return words.format(area=area, inside=inside, percent=found.inside_percent)


def compared_words(dossier: Dossier, found: Optional[Measured], session: Session) -> str:
    """The figures beside each other, as a table; what does not fit stands out."""
    plan = session.plan
    stands = standing(dossier, plan)
    rules = plan.rectification_rules.outline
    again = stands.recultivated_mu
    rows = [
        _row(tr("Parcel"), dossier.parcel.mu(plan.area_rules.mu_per_m2)),
        _row(tr("Illegal"), stands.illegal.mu),
        _row(tr("County: put right"), stands.rectified.mu),
        _row(tr("County: recultivated"), again),
    ]
    if found is not None:
        is_less = found.measured_mu + rules.tolerance_mu < again
        is_outside = found.inside_percent < rules.inside_percent
        rows.append(_row(tr("Measured"), found.measured_mu, is_less))
        rows.append(_row(tr("of it in the parcel"), found.inside_mu, is_outside))
        rows.append(_row(tr("Measured less what the county says"), found.measured_mu - again))
    return f"<table width='100%'>{''.join(rows)}</table>"


def _row(name: str, area: Decimal, is_wrong: bool = False) -> str:
    style = f" style='color:{ALARM}'" if is_wrong else ""
    return f"<tr><td>{escape(name)}</td><td align='right'{style}>{mu(area)} {tr('mu')}</td></tr>"


def county_lines(known: PutRight, plan: Plan) -> List[str]:
    """The measures, the county's inspections and its applications, a line each."""
    measures = known.rectification.measures if known.rectification else ()
    return [
        *(measure_words(one, plan) for one in measures),
        *preliminary_lines(known.preliminary),
        *application_lines(known.applications),
    ]
