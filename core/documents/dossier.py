"""图斑档案: everything the record says about one parcel, in sections of captions and words.

The sections are those of a file that an office lays aside for a parcel; how they look is the
layout's. Words of the plan are Chinese there, as on every form.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import List, NamedTuple, Optional, Sequence, Tuple

from ..areas import gauss_project, zone3
from ..casebook import Recorded
from ..field.sheet import check_lines
from ..geometry import box, multipolygon_from_wkb
from ..legality import Proposal, Used, propose, written_reason
from ..legality.evaluation import label_of_missing
from ..legality.facts import About
from ..model import Dossier, Figures, Source, VerdictLevel
from ..overlay.figures import OF_WHICH
from ..overlay.shares import PARTS, WHOLE, WITHIN, shares
from ..overlay.wording import layer_line, layer_of
from ..plan import Plan
from ..text import Text, text
from .history import Said, day_and_time, told, verdict_label
from .put_right import put_right_lines

CORNERS_IN_A_LINE = 3
UNKNOWN = "—"


class Line(NamedTuple):
    """A caption and what stands beside it."""

    caption: Said
    words: Said


@dataclass(frozen=True)
class Section:
    """Lines under a title; ``key`` is the section's name for whoever draws a layout."""

    key: str
    title: Text
    lines: Tuple[Line, ...]


@dataclass(frozen=True)
class FigureRow:
    """One line of the overlay: areas in mu and m², share in percent, the layer it rests on."""

    name: Text
    mu: str
    m2: str
    percent: str
    layer: str
    is_total: bool = False


@dataclass(frozen=True)
class Background:
    """What stands round a parcel in the record.

    ``entries`` are the journal's about the parcel and its patch, newest first; ``head`` is the
    journal's newest entry of all as ``number`` and hash; ``source`` the file it was issued in.
    """

    entries: Sequence[Recorded] = ()
    head_seq: int = 0
    head_hash: str = ""
    source: Optional[Source] = None


def sections(dossier: Dossier, plan: Plan, background: Background) -> List[Section]:
    """All sections in their order; those without anything to say say so."""
    proposal = propose(dossier, plan)
    return [
        Section("judgement", text("Proposal and verdicts"), _judgement(dossier, plan, proposal)),
        Section("evidence", text("Evidence"), _evidence(dossier, plan)),
        Section("check", text("Field check"), _check(dossier, plan)),
        Section("cases", text("Cases"), _cases(dossier)),
        Section("put_right", text("Putting right"), _put_right(dossier, plan)),
        Section("rounds", text("Review"), _rounds(dossier, plan)),
        Section("earlier", text("Earlier work"), _earlier(dossier)),
        Section("layers", text("Layers of the overlay"), _layers(dossier, plan)),
        Section("history", text("History"), _history(background, plan)),
        Section("proof", text("Plan and proof"), _proof(dossier, plan, background)),
        Section("corners", text("Corners"), _corners(dossier)),
    ]


# ---- the overlay


_NAMES = {
    "cultivated": text("Cultivated, net"),
    "other_agricultural": text("Other agricultural"),
    "unused": text("Unused"),
    "construction": text("Construction"),
    "uncovered": text("Uncovered"),
    "cultivated_gross": text("Cultivated, gross"),
    "basic_farmland": text("Basic farmland"),
    "red_line": text("Red line"),
    "urban": text("Urban boundary"),
}


def figure_rows(figures: Optional[Figures]) -> List[FigureRow]:
    """The parts, which add up to the parcel, the sum, and what is "of which"; none without."""
    if figures is None:
        return []
    shared = shares(figures)
    total = _row(text("Total"), figures, "area", WHOLE)
    return [
        *(_row(_NAMES[name], figures, name, shared[name]) for name in PARTS),
        replace(total, layer="", is_total=True),
        *(
            _row(text("of which {part}", part=_NAMES[name]), figures, name, shared[name])
            for name in WITHIN
        ),
    ]


def _row(name: Text, figures: Figures, code: str, share: Optional[Decimal]) -> FigureRow:
    used = layer_of(figures, code if code in OF_WHICH else "land_use")
    in_mu, in_m2 = getattr(figures, f"{code}_mu"), getattr(figures, f"{code}_m2")
    return FigureRow(
        name,
        _number(in_mu),
        _number(in_m2),
        UNKNOWN if share is None else f"{share} %",
        f"{used.name} {used.version}".strip() if used else "",
    )


def _number(area: Optional[Decimal]) -> str:
    return UNKNOWN if area is None else f"{area:.2f}"


# ---- what was judged, and why


def _judgement(dossier: Dossier, plan: Plan, proposal: Optional[Proposal]) -> Tuple[Line, ...]:
    lines = [] if proposal is None else _proposed(proposal, plan)
    for level in VerdictLevel:
        verdict = dossier.verdicts.get(level)
        if verdict is None:
            continue
        lines.append(Line(level.label, verdict_label(verdict.category, verdict.subcategory, plan)))
        if verdict.reason:
            lines.append(Line(text("Reason"), verdict.reason))
    if not dossier.verdicts:
        lines.append(Line(VerdictLevel.COUNTY.label, text("Undecided")))
    answers = [
        Line(flag.label, dossier.flags[flag.code].label)
        for flag in plan.flag_rules.flags
        if flag.code in dossier.flags
    ]
    return (*lines, *answers)


def _proposed(proposal: Proposal, plan: Plan) -> List[Line]:
    lines = [
        Line(text("Proposal"), verdict_label(proposal.category, proposal.subcategory, plan)),
        Line(text("Reason"), written_reason(proposal, plan)),
    ]
    if proposal.rule is not None:
        rule = proposal.rule
        lines.append(
            Line(text("Rule"), text("{rule} ({origin})", rule=rule.id, origin=rule.origin.label))
        )
        lines += [Line(text("Cites"), one.zh + one.quote) for one in rule.cites]
    if proposal.missing:
        names = dict.fromkeys(label_of_missing(one, plan) for one in proposal.missing)
        lines.append(Line(text("Missing"), tuple(names)))
    documents = [_used(one, plan) for one in proposal.used if one.about is About.EVIDENCE]
    if documents:
        lines.append(Line(text("Rests on"), tuple(documents)))
    return [line for line in lines if line.words]


def _used(used: Used, plan: Plan) -> Said:
    kind = plan.lists.evidence[used.code]
    value = plan.lists.value_of(kind, used.value)
    return Text(
        "{name} {value}", {"name": kind.label, "value": value.label if value else used.value}
    )


def _evidence(dossier: Dossier, plan: Plan) -> Tuple[Line, ...]:
    lines = []
    for code, one in dossier.evidence.items():
        kind = plan.lists.evidence.get(code)
        value = plan.lists.value_of(kind, one.value) if kind else None
        said: Said = value.label if value else f"{one.value}{kind.unit if kind else ''}"
        rest = " ".join(part for part in (one.date, one.note) if part)
        lines.append(Line(kind.label if kind else code, _joined(said, rest)))
    return tuple(lines) or _nothing(text("No evidence recorded"))


def _check(dossier: Dossier, plan: Plan) -> Tuple[Line, ...]:
    if dossier.field_check is None:
        return _nothing(text("Not checked in the field yet"))
    lines = (Line(one.caption, one.value) for one in check_lines(dossier.field_check, plan))
    return tuple(line for line in lines if line.words)


def _cases(dossier: Dossier) -> Tuple[Line, ...]:
    lines = []
    for file in dossier.cases:
        case, notice = file.case, file.stop_notice
        facts = [case.actor, case.name]
        facts += [notice.number, notice.date] if notice else []
        steps = [f"{one.date} {one.document}".strip() for one in file.filing.steps.values()]
        lines.append(Line(case.number, "；".join(one for one in (*facts, *steps) if one)))
    return tuple(lines) or _nothing(text("No case"))


def _put_right(dossier: Dossier, plan: Plan) -> Tuple[Line, ...]:
    lines = tuple(Line(caption, words) for caption, words in put_right_lines(dossier, plan))
    return lines or _nothing(text("Nothing to put right"))


def _rounds(dossier: Dossier, plan: Plan) -> Tuple[Line, ...]:
    rounds = dossier.rounds
    lines = [
        (one.day, Line(one.day, text("Handed up, round {round}", round=one.round)))
        for one in rounds.submitted
    ]
    for review in rounds.reviews:
        known = (plan.review_rules.reason(code) for code in review.reasons)
        reasons = tuple(one.term.label if one else code for one, code in zip(known, review.reasons))
        due = text("due by {day}", day=review.deadline) if review.deadline else ""
        words = _joined(review.outcome.label, review.who, *reasons, review.text, due)
        lines.append((review.day, Line(review.day, words)))
    for answer in rounds.answers:
        words = _joined(answer.kind.label, answer.who, answer.text)
        lines.append((answer.day, Line(answer.day, words)))
    # Of one day: handed up, reviewed, answered, as they stand above.
    found = tuple(line for _day, line in sorted(lines, key=lambda one: one[0]))
    return found or _nothing(text("Not handed up yet"))


def _earlier(dossier: Dossier) -> Tuple[Line, ...]:
    lines = tuple(
        Line(
            one.number,
            _joined(
                one.linked_by.label,
                one.month,
                one.verdict,
                one.found_on,
                one.rectification,
                one.source,
            ),
        )
        for one in dossier.earlier
    )
    return lines or _nothing(text("None known"))


def _layers(dossier: Dossier, plan: Plan) -> Tuple[Line, ...]:
    figures = dossier.figures
    if figures is None:
        return _nothing(text("No overlay yet"))

    def named(code: str) -> str:
        role = plan.layer_role(code)
        return role.label.zh if role else code

    lines = [
        Line(named(one.role), layer_line(one, named, whole_hash=True)) for one in figures.layers
    ]
    covered = [one for one in figures.approvals if one.area_m2]
    lines += [
        Line(named(one.role), f"{one.document or UNKNOWN} {one.area_m2:.2f} m² {one.percent} %")
        for one in covered
    ]
    return tuple(lines)


# ---- where it comes from


def _history(background: Background, plan: Plan) -> Tuple[Line, ...]:
    return tuple(
        Line(
            day_and_time(one),
            text("{what} ({who}, entry {seq})", what=told(one, plan), who=one.who, seq=one.seq),
        )
        for one in background.entries
    )


def _proof(dossier: Dossier, plan: Plan, background: Background) -> Tuple[Line, ...]:
    patch, source, verdict = dossier.patch, background.source, dossier.county_verdict
    lines = [Line(text("Work plan"), f"{plan.id} SHA-256 {plan.sha256}")]
    if verdict is not None and verdict.plan_sha256 != plan.sha256:
        judged = f"{verdict.plan_id} SHA-256 {verdict.plan_sha256}"
        lines.append(Line(text("Judged under"), judged))
    row = text("row {row}", row=patch.source_row)
    # One file may hold several layers; the record knows it by its hash.
    name = source.name if source else ""
    issued = text("{file} {row}, SHA-256 {hash}", file=name, row=row, hash=patch.source_sha256)
    return (
        *lines,
        Line(text("Issued in"), issued),
        Line(text("Outline"), f"SHA-256 {dossier.parcel.geometry_sha256}"),
        Line(
            text("Record"),
            text(
                "Journal up to entry {seq}, SHA-256 {hash}",
                seq=background.head_seq,
                hash=background.head_hash,
            ),
        ),
    )


def _corners(dossier: Dossier) -> Tuple[Line, ...]:
    """Every corner once, ring after ring, in metres of the three-degree zone."""
    polygons = multipolygon_from_wkb(dossier.parcel.geometry)
    west, _south, east, _north = box(polygons)
    zone = zone3((west + east) / 2)
    system = text("CGCS2000, three-degree zone {zone}; X north, Y east, in metres", zone=zone)
    lines: List[Line] = [Line(text("System"), system)]
    rings = [ring for polygon in polygons for ring in polygon]
    for number, ring in enumerate(rings, start=1):
        y, x = gauss_project(ring[:-1, 0], ring[:-1, 1], zone)
        points = [
            f"J{at} ({north:.3f}, {easting:.3f})"
            for at, (north, easting) in enumerate(zip(x, y), start=1)
        ]
        caption = text("Ring {number}", number=number)
        lines += [
            Line(caption, "　".join(points[at : at + CORNERS_IN_A_LINE]))
            for at in range(0, len(points), CORNERS_IN_A_LINE)
        ]
    return tuple(lines)


def _joined(*parts: Said) -> Said:
    return tuple(part for part in parts if part)


def _nothing(words: Text) -> Tuple[Line, ...]:
    return (Line("", words),)
