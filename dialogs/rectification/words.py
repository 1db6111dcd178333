"""How a rectification is said in its windows and in the dock."""

from __future__ import annotations

from datetime import date
from typing import List, Optional, Sequence

from ...core.model import Dossier, VerdictLevel
from ...core.plan import Plan
from ...core.rectification import (
    Amount,
    Stage,
    Standing,
    effective_verdict,
    has_changed,
    rectification_findings,
)
from ...core.rectified import Acceptance, Application, Certificate, Measure, Preliminary
from ...core.text import COMMA
from ...maps.proposal_words import verdict_words
from ...maps.session import Session
from ...maps.words import say, term, tr
from ..parts.colours import ALARM, GOOD, HURRY
from ..parts.wording import finding_words, mu_with_unit, named
from ..review.words import due_words

STAGE_COLOURS = {
    Stage.APPLIED: HURRY,
    Stage.REFUSED: ALARM,
    Stage.REOPENED: ALARM,
    Stage.ACCEPTED: GOOD,
    Stage.CERTIFIED: GOOD,
    Stage.CLOSED: GOOD,
}


def stage_words(stands: Standing, today: date) -> str:
    """The stage, with the days left where somebody has to do something."""
    words = say(stands.stage.label)
    if not stands.due:
        return words
    return f"{words} · {due_words(date.fromisoformat(stands.due), today)}"


def stage_colour(stands: Standing) -> str:
    """The colour of those words."""
    return ALARM if stands.overdue_since else STAGE_COLOURS.get(stands.stage, "")


def sums_words(stands: Standing) -> str:
    """Illegal, put right and left in one line; what is under way and planned, where it is."""
    parts = [
        (tr("illegal"), stands.illegal.mu, True),
        (tr("put right"), stands.rectified.mu, True),
        (tr("under way"), stands.under_way.mu, False),
        (tr("planned"), stands.planned.mu, False),
        (tr("left"), stands.remaining.mu, True),
    ]
    said = [f"{name} {mu_with_unit(area)}" for name, area, always in parts if always or area]
    return " · ".join(said)


def about_sums(stands: Standing) -> str:
    """The same in full: a line for each figure, with cultivated land and basic farmland."""
    lines = [
        _amount(tr("Illegal"), stands.illegal),
        _amount(tr("Already put right"), stands.rectified),
        _amount(tr("of it demolished"), stands.demolished),
        _amount(tr("of it made up"), stands.made_up),
    ]
    if stands.confiscated.mu:
        lines.append(_amount(tr("of it confiscated"), stands.confiscated))
    if stands.returned.mu:
        lines.append(_amount(tr("of it returned"), stands.returned))
    lines.append(named(tr("Recultivated"), mu_with_unit(stands.recultivated_mu)))
    lines.append(_amount(tr("Left"), stands.remaining))
    return "\n".join(lines)


def _amount(name: str, area: Amount) -> str:
    return tr("{name}: {area}, cultivated {cultivated}, basic farmland {farmland}").format(
        name=name,
        area=mu_with_unit(area.mu),
        cultivated=mu_with_unit(area.cultivated_mu),
        farmland=mu_with_unit(area.basic_farmland_mu),
    )


def answered_words(dossier: Dossier, plan: Plan) -> str:
    """The verdict that the rectification answers, and the one that counts now if it differs."""
    verdict, known = effective_verdict(dossier), dossier.put_right.rectification
    now = tr("nobody has judged it")
    if verdict is not None:
        words = verdict_words(verdict.category, verdict.subcategory, plan)
        now = named(say(verdict.level.label), words)
    if known is None or not has_changed(known, dossier):
        return tr("It answers: {verdict}").format(verdict=now)
    then = verdict_words(known.verdict.category, known.verdict.subcategory, plan)
    level = say(VerdictLevel(known.verdict.level).label)
    return tr("It answered: {level}: {then}. Now: {now}").format(level=level, then=then, now=now)


def finding_lines(dossier: Dossier, session: Session) -> List[str]:
    """What does not fit in how the parcel is put right, a line each."""
    found = rectification_findings([dossier], session.plan, session.today)
    return [finding_words(one) for one in found]


# ---- what was done, a line each


def measure_words(one: Measure, plan: Plan) -> str:
    """A measure in a line: way, how far, areas, document."""
    way = term(plan.rectification_rules.way_label(one.way))
    words = f"{way} · {say(one.progress.label)} · {mu_with_unit(one.area_mu)}"
    if one.recultivated_mu is not None:
        again = mu_with_unit(one.recultivated_mu)
        words += " · " + tr("recultivated {area}").format(area=again)
    document = " ".join(filter(None, (one.document, one.document_date)))
    return " · ".join(filter(None, (words, document, one.done_on)))


def preliminary_lines(ones: Sequence[Preliminary]) -> List[str]:
    """The county's inspections, the newest first."""
    return [_inspected(one.on, one.inspectors, one.in_place, one.finding) for one in ones[::-1]]


def application_lines(ones: Sequence[Application]) -> List[str]:
    """The applications, the newest first."""
    words = tr("{day} applied by {who} {document}")
    return [words.format(day=one.on, who=one.by, document=one.document).strip() for one in ones][
        ::-1
    ]


def acceptance_lines(ones: Sequence[Acceptance]) -> List[str]:
    """The city's inspections, the newest first."""
    lines = []
    for one in ones[::-1]:
        until = tr("by {day}").format(day=one.by_when) if one.by_when else ""
        why = " ".join(filter(None, (one.missing, until, one.note)))
        lines.append(_inspected(one.on, one.inspectors, one.in_place, why))
    return lines


def _inspected(day: str, people: Sequence[str], in_place: bool, why: str) -> str:
    result = tr("in place") if in_place else tr("not in place")
    words = tr("{day} {result} ({people})").format(
        day=day, result=result, people=say(COMMA).join(people)
    )
    return named(words, why) if why else words


def certificate_words(ones: Sequence[Certificate]) -> str:
    """The certificate that holds, or that it was revoked; empty without one."""
    last: Optional[Certificate] = ones[-1] if ones else None
    if last is None:
        return ""
    if last.revoked_on:
        return tr("{number}, revoked {day}").format(number=last.number, day=last.revoked_on)
    return last.number
