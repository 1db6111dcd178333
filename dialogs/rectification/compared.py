"""What was measured, compared with the parcel and with what the county says."""

from __future__ import annotations

from decimal import Decimal
from html import escape
from typing import List, Optional

from ...core.model import Dossier
from ...core.plan import Plan
from ...core.rectification.comparison import compared
from ...core.rectification.measuring import Measured
from ...core.rectified import PutRight
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


def compared_words(dossier: Dossier, found: Optional[Measured], plan: Plan) -> str:
    """The figures beside each other, as a table; what does not fit stands out."""
    known = compared(dossier, found, plan)
    rows = [
        (tr("Parcel"), known.parcel_mu, False),
        (tr("Illegal"), known.illegal_mu, False),
        (tr("County: put right"), known.rectified_mu, False),
        (tr("County: recultivated"), known.recultivated_mu, False),
        (tr("Measured"), known.measured_mu, False),
        (tr("of it in the parcel"), known.inside_mu, known.outside),
        (tr("That less what the county says"), known.difference_mu, known.too_small),
    ]
    shown = [_row(name, area, is_wrong) for name, area, is_wrong in rows if area is not None]
    return f"<table width='100%'>{''.join(shown)}</table>"


def _row(name: str, area: Decimal, is_wrong: bool) -> str:
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
