"""Who may do what now, and the records of each step, as the plan allows them.

A step becomes part of the record by adding it to the list of those before it.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Callable, Collection, Dict, Mapping, Optional, Protocol, Sequence, Tuple

from ..cases.days import last_day
from ..errors import RectificationRefused
from ..legality import is_military
from ..model import Dossier
from ..plan import Plan
from ..rectified import (
    Acceptance,
    Application,
    Measure,
    Preliminary,
    Rectification,
)
from ..rounds import Office
from ..text import Text, text
from .basis import effective_verdict, is_illegal, kept
from .history import holding
from .stages import Stage, is_inspected, stage_of

MILITARY = text("It is military land: nothing is inspected or certified here.")


class MeasuredArea(Protocol):
    """What was measured on the ground; see :class:`.measuring.Measured`."""

    @property
    def outline(self) -> bytes:
        """WKB in EPSG:4490."""

    @property
    def measured_mu(self) -> Decimal:
        """Its area."""

    @property
    def inside_mu(self) -> Decimal:
        """How much of it lies in the parcel."""


def why_not(
    action: str, office: Office, dossier: Dossier, plan: Plan, hidden: Collection[str] = ()
) -> Optional[Text]:
    """Why an office may not do this now; ``None`` when it may.

    ``action`` is one of ``rectify``, ``inspect_first``, ``apply``, ``accept``, ``certify``,
    ``revoke``. ``hidden`` are numbers of military patches: one parcel makes all of a patch so,
    which the dossier of another does not tell.
    """
    if office not in plan.rectification_rules.may[action]:
        return text("This is not for the {office} to do.", office=office.label)
    refusal = _WHY_NOT[action](dossier, plan)
    if refusal is None and _goes_on(action, dossier):
        return _nothing_to_put_right(dossier, plan, hidden)
    return refusal


def _goes_on(action: str, dossier: Dossier) -> bool:
    """Whether it is a step ahead: what was recorded can still be corrected or taken back."""
    if action == "rectify":
        return dossier.put_right.rectification is None
    return action != "revoke"


def _nothing_to_put_right(dossier: Dossier, plan: Plan, hidden: Collection[str]) -> Optional[Text]:
    """A parcel may be judged otherwise meanwhile: no step after that rests on anything."""
    if dossier.patch.number in hidden or is_military(dossier, plan):
        return MILITARY
    if is_illegal(dossier, plan):
        return None
    return text("It is not judged as illegal: there is nothing to put right.")


def _no_rectifying(dossier: Dossier, plan: Plan) -> Optional[Text]:
    if effective_verdict(dossier) is None:
        return text("It has not been judged.")
    return _finished(dossier)


def _finished(dossier: Dossier) -> Optional[Text]:
    stage = stage_of(holding(dossier.put_right))
    if stage is Stage.CERTIFIED:
        return text("It is certified; revoke the certificate first.")
    if stage is Stage.CLOSED:
        return text("It is closed in the ledger; reopen it first.")
    return None


def _nothing_to_inspect(dossier: Dossier) -> Optional[Text]:
    finished = _finished(dossier)
    if finished is None and not holding(dossier.put_right).measures:
        return text("How it is put right is not recorded.")
    return finished


def _no_first_inspecting(dossier: Dossier, plan: Plan) -> Optional[Text]:
    refusal = _nothing_to_inspect(dossier)
    if refusal is not None:
        return refusal
    holds = holding(dossier.put_right)
    if not is_inspected(holds, plan.rectification_rules):
        return text("None of its ways is one that county and city inspect.")
    stage = stage_of(holds)
    if stage is Stage.APPLIED:
        return text("It waits for the city's inspection.")
    if stage is Stage.ACCEPTED:
        return text("The city has accepted it.")
    return None


def _no_applying(dossier: Dossier, plan: Plan) -> Optional[Text]:
    refusal = _no_first_inspecting(dossier, plan)
    if refusal is not None:
        return refusal
    if not holding(dossier.put_right).inspected_again:
        return text("The county has not inspected it first, or did not find it in place.")
    return None


def _no_accepting(dossier: Dossier, plan: Plan) -> Optional[Text]:
    """What is demolished is applied for first; any other result that is done the city may visit
    by itself (工作方案 四（一）: 图斑及其整改结果)."""
    refusal = _nothing_to_inspect(dossier)
    if refusal is not None:
        return refusal
    holds = holding(dossier.put_right)
    if is_inspected(holds, plan.rectification_rules):
        if not holds.waits_for_the_city:
            if stage_of(holds) is Stage.ACCEPTED:
                return text("The city has accepted it.")
            return text("The county has not applied for its inspection.")
    elif not dossier.put_right.done_on:
        return text("It is not done yet.")
    return None


def _no_certifying(dossier: Dossier, plan: Plan) -> Optional[Text]:
    stage = stage_of(holding(dossier.put_right))
    if stage is Stage.CERTIFIED:
        return text("It has a certificate.")
    if stage is not Stage.ACCEPTED:
        return text("The city has not accepted it.")
    return None


def _no_revoking(dossier: Dossier, plan: Plan) -> Optional[Text]:
    if all(one.revoked_on for one in dossier.put_right.certificates):
        return text("It has no certificate.")
    return None


_WHY_NOT: Dict[str, Callable[[Dossier, Plan], Optional[Text]]] = {
    "rectify": _no_rectifying,
    "inspect_first": _no_first_inspecting,
    "apply": _no_applying,
    "accept": _no_accepting,
    "certify": _no_certifying,
    "revoke": _no_revoking,
}


def _refuse(dossier: Dossier, *whys: Optional[Text]) -> None:
    for why in whys:
        if why is not None:
            raise RectificationRefused(
                text("{parcel}: {why}", parcel=dossier.parcel.number, why=why)
            )


def reason_of(refused: RectificationRefused) -> Text:
    """Why a step was refused, for whoever knows of which parcel."""
    why = refused.text.values.get("why")
    return why if isinstance(why, Text) else refused.text


def plan_rectification(
    dossier: Dossier,
    measures: Sequence[Measure],
    plan: Plan,
    office: Office,
    due: str = "",
    responsible: str = "",
    note: str = "",
    hidden: Collection[str] = (),
) -> Rectification:
    """How a parcel is put right. It answers the verdict that counts now.

    ``hidden``, as in all that is recorded here, are the military patches; see :func:`why_not`.

    :raises RectificationRefused: the plan does not allow it, or does not know a way.
    """
    verdict = effective_verdict(dossier)
    refusal = why_not("rectify", office, dossier, plan, hidden)
    _refuse(dossier, refusal, _unknown_way(measures, plan))
    if verdict is None:
        raise RectificationRefused(text("It has not been judged."))
    return Rectification(kept(verdict), tuple(measures), due, responsible.strip(), note.strip())


def _unknown_way(measures: Sequence[Measure], plan: Plan) -> Optional[Text]:
    ways = plan.rectification_rules.ways
    unknown = [one.way for one in measures if one.way not in ways]
    return text("The plan has no way “{code}”.", code=unknown[0]) if unknown else None


def inspect_first(
    dossier: Dossier,
    plan: Plan,
    office: Office,
    on: date,
    inspectors: Sequence[str],
    in_place: bool,
    finding: str = "",
    hidden: Collection[str] = (),
) -> Preliminary:
    """The county's own inspection.

    :raises RectificationRefused: the plan does not allow it now, people are missing, or what is
        not in place is not said.
    """
    people = named(inspectors)
    unsaid = None
    if not in_place and not finding.strip():
        unsaid = text("What is not in place has to be written out.")
    too_few = _too_few(people, plan.rectification_rules.inspectors.county)
    _refuse(dossier, why_not("inspect_first", office, dossier, plan, hidden), too_few, unsaid)
    return Preliminary(on.isoformat(), people, in_place, finding.strip())


def apply_for(
    dossier: Dossier,
    plan: Plan,
    office: Office,
    on: date,
    by: str,
    document: str = "",
    hidden: Collection[str] = (),
) -> Application:
    """The county's application for the city's inspection.

    :raises RectificationRefused: the plan does not allow it now, or it would lie before the
        county's own inspection.
    """
    seen = dossier.put_right.preliminary
    early = None
    if seen and seen[-1].on > on.isoformat():
        early = text("The county inspected it on {day}, after this day.", day=seen[-1].on)
    _refuse(dossier, why_not("apply", office, dossier, plan, hidden), early)
    return Application(on.isoformat(), by, document.strip())


def give_acceptance(
    dossier: Dossier,
    plan: Plan,
    office: Office,
    on: date,
    inspectors: Sequence[str],
    items: Mapping[str, Optional[bool]],
    in_place: bool,
    measured: Optional[MeasuredArea] = None,
    missing: str = "",
    by_when: Optional[date] = None,
    note: str = "",
    hidden: Collection[str] = (),
) -> Acceptance:
    """The city's inspection of one parcel; not in place it is due again by the plan's term.

    ``items`` answers the plan's checklist by code; ``None`` is what does not apply there.
    :raises RectificationRefused: the plan does not allow it now, people or answers are missing,
        it lies before the application, or is in place though an item of the plan is not.
    """
    people, day = named(inspectors), on.isoformat()
    applied = dossier.put_right.applications
    early = None
    if applied and applied[-1].on > day:
        early = text("The county applied on {day}, after this day.", day=applied[-1].on)
    _refuse(
        dossier,
        why_not("accept", office, dossier, plan, hidden),
        early,
        _too_few(people, plan.rectification_rules.inspectors.city),
        _wrong_items(items, in_place, plan),
        text("What is missing has to be written out.") if _unsaid(in_place, missing) else None,
    )
    due = "" if in_place else (by_when or due_again(on, plan)).isoformat()
    return Acceptance(
        on=day,
        inspectors=people,
        items={code: so for code, so in items.items() if so is not None},
        in_place=in_place,
        outline=measured.outline.hex() if measured else "",
        measured_mu=measured.measured_mu if measured else None,
        inside_mu=measured.inside_mu if measured else None,
        missing="" if in_place else missing.strip(),
        by_when=due,
        note=note.strip(),
    )


def _unsaid(in_place: bool, missing: str) -> bool:
    return not in_place and not missing.strip()


def due_again(on: date, plan: Plan) -> date:
    """The day by which what is not in place on a day has to be."""
    term = plan.rectification_rules.refused_term
    return last_day(on, [term], plan.case_rules.work_calendar).day


def named(people: Sequence[str]) -> Tuple[str, ...]:
    """The people, each once, without blanks."""
    return tuple(dict.fromkeys(one.strip() for one in people if one.strip()))


def _too_few(people: Sequence[str], least: int) -> Optional[Text]:
    if len(people) >= least:
        return None
    return text(
        "{least} inspectors at least are needed; there are {count}.", least=least, count=len(people)
    )


def _wrong_items(items: Mapping[str, Optional[bool]], in_place: bool, plan: Plan) -> Optional[Text]:
    checklist = plan.rectification_rules.checklist
    unknown = [code for code in items if code not in checklist]
    if unknown:
        return text("The plan's checklist has no item “{code}”.", code=unknown[0])
    required = [one for one in checklist.values() if one.required]
    lacking = tuple(one.term.label for one in required if items.get(one.code, False) is False)
    if in_place and lacking:
        return text("It is not in place as long as this is not so: {items}", items=lacking)
    return None
