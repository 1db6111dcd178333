"""How a parcel is put right, as captions and words: areas, measures, inspections, certificates."""

from __future__ import annotations

from typing import Iterator, List, Optional, Tuple

from ..model import Dossier
from ..plan import Plan
from ..rectification import Amount, Standing, is_illegal, standing
from ..rectified import Acceptance, Application, Certificate, Measure, Preliminary, Turn
from ..text import Text, text
from .history import Said

Pair = Tuple[Said, Said]
UNKNOWN = "—"


def put_right_lines(dossier: Dossier, plan: Plan) -> List[Pair]:
    """All that is recorded of it, in the order of the work; empty where it is neither illegal
    nor anything is recorded."""
    put_right = dossier.put_right
    recorded = put_right.rectification
    if recorded is None and not is_illegal(dossier, plan):
        return []
    lines = [*_sums(standing(dossier, plan))]
    if recorded is not None:
        lines += [_measure(one, plan) for one in recorded.measures]
        given = (recorded.responsible, recorded.due and text("due by {day}", day=recorded.due))
        lines += [(text("Responsible"), _said(*given, recorded.note))] if any(given) else []
    steps = [
        *((one.on, _looked(one)) for one in put_right.preliminary),
        *((one.on, _asked(one)) for one in put_right.applications),
        *((one.on, _accepted(one, plan)) for one in put_right.acceptances),
        *((one.issued_on, _certified(one)) for one in put_right.certificates),
        *((one.on, _turned(one)) for one in put_right.turns),
    ]
    # Of one day they stand in the order of the work.
    return [*lines, *(pair for _day, pair in sorted(steps, key=lambda one: one[0]))]


def _sums(stands: Standing) -> Iterator[Pair]:
    yield text("Where it stands"), stands.stage.label
    yield text("Illegal area"), _amount(stands.illegal)
    if stands.rectified.mu:
        shares = text(
            "demolished {demolished} mu, made up {made_up} mu, recultivated {again} mu",
            demolished=stands.demolished_mu,
            made_up=stands.made_up_mu,
            again=stands.recultivated_mu,
        )
        yield text("Rectified"), _said(_amount(stands.rectified), shares)
    yield text("Left"), _amount(stands.remaining)


def _amount(amount: Amount) -> Text:
    return text(
        "{mu} mu, of which cultivated {cultivated}, basic farmland {basic}",
        mu=amount.mu,
        cultivated=_or_unknown(amount.cultivated_mu),
        basic=_or_unknown(amount.basic_farmland_mu),
    )


def _or_unknown(area: Optional[object]) -> object:
    return UNKNOWN if area is None else area


def _measure(measure: Measure, plan: Plan) -> Pair:
    again = measure.recultivated_mu
    return (
        plan.rectification_rules.way_label(measure.way),
        _said(
            measure.progress.label,
            _amount(Amount(measure.area_mu, measure.cultivated_mu, measure.basic_farmland_mu)),
            text("recultivated {again} mu", again=again) if again is not None else "",
            measure.done_on,
            " ".join(part for part in (measure.document, measure.document_date) if part),
            measure.note,
        ),
    )


def _looked(one: Preliminary) -> Pair:
    return text("County's inspection"), _said(
        one.on, *one.inspectors, _in_place(one.in_place), one.finding
    )


def _asked(one: Application) -> Pair:
    return text("Application"), _said(one.on, one.by, one.document)


def _accepted(one: Acceptance, plan: Plan) -> Pair:
    known = plan.rectification_rules.checklist
    lacking = tuple(
        known[code].term.label if code in known else code
        for code, is_so in one.items.items()
        if not is_so
    )
    measured = text(
        "measured {measured} mu, {inside} of it in the parcel",
        measured=_or_unknown(one.measured_mu),
        inside=_or_unknown(one.inside_mu),
    )
    return text("City's inspection"), _said(
        one.on,
        *one.inspectors,
        _in_place(one.in_place),
        measured if one.outline or one.measured_mu is not None else "",
        text("not so: {items}", items=lacking) if lacking else "",
        one.missing,
        text("due by {day}", day=one.by_when) if one.by_when else "",
        one.note,
    )


def _in_place(is_so: bool) -> Text:
    return text("in place") if is_so else text("not in place")


def _certified(one: Certificate) -> Pair:
    revoked = text(
        "revoked on {day} by {who}: {why}",
        day=one.revoked_on,
        who=one.revoked_by,
        why=one.revoked_why,
    )
    return text("Certificate"), _said(
        one.number, one.issued_on, one.issued_by, revoked if one.revoked_on else ""
    )


def _turned(one: Turn) -> Pair:
    caption = text("Closed in the ledger") if one.closed else text("Reopened in the ledger")
    return caption, _said(one.on, one.by, one.document, one.why, one.new_patch)


def _said(*parts: Said) -> Said:
    return tuple(part for part in parts if part)
