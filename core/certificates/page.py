"""What a certificate's page says: its sentence, its tables, the words beside its QR code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Dict, Optional, Tuple, Union

from ..documents.dossier import Line
from ..documents.history import Said, verdict_label
from ..field.sheet import fact_lines
from ..model import Dossier, Photo
from ..plan import Plan
from ..rectification import Amount, Standing, effective_verdict, standing
from ..rectified import Acceptance, Application, Certificate, Preliminary
from ..text import chinese_day, text
from .facts import acceptance_of, certified_photos, last_by, photo_pairs
from .rules import CertificateRules, certificate_rules

UNKNOWN = "—"
UNKNOWN_ACTOR = "不详"
"""In the sentence, which is Chinese as its wording in the plan."""
HASH_IN_A_LINE = 16
PhotoPair = Tuple[Optional[Photo], Optional[Photo]]


@dataclass(frozen=True)
class AreaRow:
    """A line of the table of areas, in mu; what is not known or does not apply is a dash."""

    name: Said
    mu: str
    cultivated: str = ""
    basic_farmland: str = ""


@dataclass(frozen=True)
class Page:
    """Everything that a layout of the certificate can show."""

    words: Dict[str, str]
    facts: Tuple[Line, ...]
    areas: Tuple[AreaRow, ...]
    checklist: Tuple[Line, ...]
    inspections: Tuple[Line, ...]
    photos: Tuple[PhotoPair, ...]


def page_of(certificate: Certificate, dossier: Dossier, plan: Plan) -> Page:
    """The page of one certificate of a parcel."""
    rules, day = certificate_rules(plan), certificate.accepted_on
    put_right = dossier.put_right
    accepted = acceptance_of(dossier, day)
    looked = last_by(put_right.preliminary, day)
    asked = last_by(put_right.applications, day)
    return Page(
        words={
            **_words(certificate, rules),
            "sentence": _sentence(certificate, dossier, plan, rules),
        },
        facts=_facts(dossier, plan),
        areas=_areas(certificate, dossier, plan, accepted),
        checklist=_checklist(accepted, plan),
        inspections=_inspections(looked, asked, accepted),
        photos=tuple(photo_pairs(certified_photos(dossier, day))),
    )


def _words(certificate: Certificate, rules: CertificateRules) -> Dict[str, str]:
    office = rules.offices.get(certificate.office)
    sha256 = certificate.facts_sha256
    lines = [sha256[at : at + HASH_IN_A_LINE] for at in range(0, len(sha256), HASH_IN_A_LINE)]
    return {
        "title": rules.title.zh,
        "number": certificate.number,
        "mark": rules.mark.zh,
        "office": office.label.zh if office else certificate.office,
        "seal": rules.seal.zh,
        "issued": written_out(certificate.issued_on),
        "hash": "\n".join(lines),
        **{f"signature_{at}": one.zh for at, one in enumerate(rules.signatures, start=1)},
    }


def written_out(day: str) -> str:
    """``2023-09-26`` as it stands over a seal: 2023年9月26日; anything else as it is."""
    try:
        return chinese_day(date.fromisoformat(day))
    except ValueError:
        return day


def _stood(certificate: Certificate, dossier: Dossier, plan: Plan) -> Standing:
    """Where the parcel stood on the day of issue: a reopening since changes nothing of that."""
    return standing(dossier, plan, date.fromisoformat(certificate.issued_on))


def _sentence(
    certificate: Certificate, dossier: Dossier, plan: Plan, rules: CertificateRules
) -> str:
    stands = _stood(certificate, dossier, plan)
    illegal, office = stands.illegal, rules.offices.get(certificate.office)
    return rules.wording.format(
        county=dossier.patch.county_name,
        location=dossier.figures.location if dossier.figures else "",
        patch=dossier.patch.number,
        parcel=dossier.parcel.number,
        actor=actor_of(dossier) or UNKNOWN_ACTOR,
        month=dossier.patch.month,
        office=office.label.zh if office else certificate.office,
        illegal=_mu(illegal.mu),
        cultivated=_mu(illegal.cultivated_mu),
        basic_farmland=_mu(illegal.basic_farmland_mu),
        demolished=_mu(stands.demolished_mu),
        recultivated=_mu(certificate.recultivated_mu),
        accepted=written_out(certificate.accepted_on),
    )


def actor_of(dossier: Dossier) -> str:
    """Who answers for the parcel: of its cases, else of its field check; empty when unknown."""
    actors = [one.case.actor for one in dossier.cases if one.case.actor]
    if not actors and dossier.field_check and dossier.field_check.actor:
        actors = [dossier.field_check.actor]
    return "、".join(dict.fromkeys(actors))


def _facts(dossier: Dossier, plan: Plan) -> Tuple[Line, ...]:
    known = {line.key: line for line in fact_lines(dossier, plan)}
    verdict, rectification = effective_verdict(dossier), dossier.put_right.rectification
    measures = rectification.measures if rectification else ()
    ways = (plan.rectification_rules.way_label(one.way) for one in measures)
    done = sorted({one.done_on for one in measures if one.done_on})
    judged: Said = (
        verdict_label(verdict.category, verdict.subcategory, plan) if verdict else UNKNOWN
    )
    return (
        Line(text("County or district"), dossier.patch.county_name),
        Line(text("Month"), dossier.patch.month),
        Line(text("Patch number"), dossier.patch.number),
        Line(text("Parcel"), dossier.parcel.number),
        Line(text("Location"), known["location"].value or UNKNOWN),
        Line(known["centre"].caption, known["centre"].value),
        Line(text("Land user"), actor_of(dossier) or UNKNOWN),
        Line(text("Verdict"), judged),
        Line(text("Put right by"), tuple(dict.fromkeys(one.zh for one in ways)) or UNKNOWN),
        Line(text("Done on"), "、".join(done) or UNKNOWN),
    )


def _areas(
    certificate: Certificate, dossier: Dossier, plan: Plan, accepted: Optional[Acceptance]
) -> Tuple[AreaRow, ...]:
    stands = _stood(certificate, dossier, plan)
    return (
        _row(text("Illegal"), stands.illegal),
        _row(text("Demolished"), stands.demolished),
        AreaRow(text("Recultivated"), _mu(certificate.recultivated_mu)),
        AreaRow(
            text("Measured at the inspection"), _mu(accepted.measured_mu if accepted else None)
        ),
        AreaRow(text("of which in the parcel"), _mu(accepted.inside_mu if accepted else None)),
        AreaRow(text("Parcel"), _mu(dossier.parcel.mu(plan.area_rules.mu_per_m2))),
    )


def _row(name: Said, amount: Amount) -> AreaRow:
    return AreaRow(name, _mu(amount.mu), _mu(amount.cultivated_mu), _mu(amount.basic_farmland_mu))


def _mu(value: Optional[Decimal]) -> str:
    return UNKNOWN if value is None else f"{value:.2f}"


def _checklist(accepted: Optional[Acceptance], plan: Plan) -> Tuple[Line, ...]:
    """What the city looked at, in the plan's order; what does not apply says so."""
    items = accepted.items if accepted else {}
    known = plan.rectification_rules.checklist
    codes = [*known, *(code for code in items if code not in known)]
    return tuple(
        Line(known[code].term.label if code in known else code, _answer(items.get(code)))
        for code in codes
    )


def _answer(so: Optional[bool]) -> Said:
    if so is None:
        return text("Not applicable")
    return text("Yes") if so else text("No")


def _inspections(
    looked: Optional[Preliminary], asked: Optional[Application], accepted: Optional[Acceptance]
) -> Tuple[Line, ...]:
    return (
        Line(
            text("County's inspection"), _inspected(looked, looked.finding) if looked else UNKNOWN
        ),
        Line(text("Application"), _asked(asked)),
        Line(
            text("City's inspection"), _inspected(accepted, accepted.note) if accepted else UNKNOWN
        ),
    )


def _inspected(one: Union[Preliminary, Acceptance], words: str) -> Said:
    return text(
        "{day}; by {people}; {result}. {words}",
        day=one.on,
        people=one.inspectors,
        result=text("in place") if one.in_place else text("not in place"),
        words=words,
    )


def _asked(one: Optional[Application]) -> Said:
    return f"{one.on} {one.by} {one.document}".strip() if one else UNKNOWN
